"""Signs beside a source of who it cannot be: that it asked not to be named, or is a man or a woman."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from desktop_app.extract.quotations_roles import likely_gender
from desktop_app.model import Article, Span
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.normalize import fold

_AROUND = 200
"""Letters behind a source in which it may be told that it asked not to be named."""


def is_anonymous(article: Article, source: Span) -> bool:
    """Whether a source, without a name in the text, asked not to be named."""
    text = fold(article.paragraphs[source.paragraph].text[source.start : source.end + _AROUND])
    return any(word in text for word in _hiding_words()) and _hiding().search(text) is not None


@cache
def _hiding_words() -> frozenset[str]:
    """Return the longest word of each phrase that tells it: looked for first, which is faster."""
    return frozenset(max(p.split(), key=len) for p in read_sections("disagreement_words.txt")["anonymity"])


@cache
def _hiding() -> re.Pattern[str]:
    phrases = read_sections("disagreement_words.txt")["anonymity"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def gender_of_source(printed: str, name: str | None) -> str:
    """Return "f" or "m" where a printed source ("She", "A spokesman") or a full name tells it, else ""."""
    words = {word.strip(".,").lower() for word in printed.split()}
    female = words & _FEMALE or any(word.endswith("woman") for word in words)
    male = words & _MALE or any(word.endswith("man") and not word.endswith("woman") for word in words)
    if bool(female) != bool(male):
        return "f" if female else "m"
    return likely_gender(name) if name and not (female or male) else ""


_FEMALE = read_words("reporting_grammar.txt", "female") | {"she"}
_MALE = read_words("reporting_grammar.txt", "male") | {"he"}


def sort_of_head(noun: str, words: Collection[str]) -> str:
    """Return the noun of a source among its words, "researcher" for "the leaders of the project"."""
    if noun in _CREWS and not _HELPING.isdisjoint(words):
        return "rescuer"
    if noun in _EXAMINERS and not _EXAMINING.isdisjoint(words):
        return "investigator"
    return "researcher" if noun in _HEADS and not _STUDIES.isdisjoint(words) else noun


_CREWS = frozenset(("worker", "team", "service", "crew", "brigade"))
_EXAMINERS = frozenset(("board", "bureau", "agency", "branch", "commission", "body"))
_EXAMINING = frozenset(("investigation", "accident", "safety", "crash"))
_HELPING = frozenset(("rescue", "emergency", "fire", "ambulance"))
_HEADS = frozenset(("leader", "head", "member", "author", "organiser", "coordinator", "director"))
_STUDIES = frozenset(("project", "study", "trial", "survey", "experiment", "expedition", "research", "paper"))
