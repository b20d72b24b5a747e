"""Titles of works and prizes: written like names, but names of nothing that is listed ("The Salt Fields")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name
from desktop_app.extract.papers import is_paper
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, pulsed

_WORK = (
    r"(?:novel|novella|book|memoir|film|movie|documentary|album|poem|play|musical|opera|song|thriller|trilogy|sequel|anthology"
    r"|autobiography|biography|sitcom|painting|short\sstory|television\sseries|TV\sseries|feature|essay|collection|comedy|debut)"
)
_ABOUT = re.compile(
    r"\b(?:novels?|novella|novelists?|memoirs?|films?|movies?|filmmakers?|documentar(?:y|ies)|albums?|poems?|poets?|poetry|fiction"
    r"|playwrights?|sequel|trilogy|screenplay|thriller|anthology|paperback|hardback|translators?|opera|sitcom|box\soffice)\b"
)
_QUOTED = re.compile(
    r"“(?P<double>[A-Z][^“”]{2,80}?)[,.]?”|(?<![\w.,!?])\"(?P<straight>[A-Z][^\"]{2,80}?)[,.]?\"(?!\w)"
    r"|(?<!\w)‘(?P<single>[A-Z][^‘’]{2,80}?)[,.]?’(?!\w)"
)
# fmt: off
_SMALL = frozenset(
    [
        "of", "the", "a", "an", "and", "in", "on", "to", "for", "from", "with", "by", "at", "or",
        "but", "as", "is", "into", "under", "over",
    ]
)
# fmt: on
_JOURNAL = re.compile(r"\b(?:[Jj]ournals?)\s(?:the\s)?$")
_CALLED_BEFORE = re.compile(
    rf"\b{_WORK}s?,?\s(?:called\s|titled\s|entitled\s|named\s)?$"
    r"|\b(?:titled|entitled|wrote|directed|co-wrote|starred\sin|stars\sin|author\sof|adaptation\sof|screening\sof)\s$",
    re.IGNORECASE,
)
_MADE_BEHIND = re.compile(
    rf",?\s(?:written\s|directed\s)?by\s(?:the\s|[A-Z])|,?\s(?:an?|the|his|her|their)\s(?:[\w’'-]+\s){{0,3}}{_WORK}\b|\s\((?:19|20)\d\d\)"
)
_NOUN_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[’']s)\s(?:[a-z0-9-]+\s){{0,3}}{_WORK},?\s(?:The\s|An?\s)?$"
)
_NO_VERB_OF_NAME = re.compile(
    r"[,.;:)]|$|\s(?:by|is|was|about|which|won|tells|in|and|at|on|for|from|as|with)\b"
)
_CAPITAL_ARTICLE = re.compile(
    r"(?<=[a-z,:;]\s)(?:The|An?)\s(?P<title>[A-Z][\w’'-]*(?:\s(?:(?:of|to|and|for)\s(?:the\s)?)?[A-Z][\w’'-]*)*)"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|says|said|reported|according\sto|(?:interview|interviewed|chat|conversation|statement)\s(?:with|to|by)"
    r"|spoke\sto|speaking\sto|writes|newspaper|magazine|website|daily|weekly|broadcaster|at|outside|near)\s$"
)
_BODIES = frozenset(
    (
        "Company",
        "Group",
        "Foundation",
        "Trust",
        "Society",
        "Academy",
        "University",
        "Institute",
        "Association",
    )
)
"""Ends of bodies that print their article with a capital too."""

_PRIZES = frozenset(("Prize", "Prizes", "Award", "Medal", "Premio", "Prémio", "Prêmio"))
_OF_PRIZES = frozenset(("for", "in", "of"))


def without_works(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names of an English document without its prizes and what stands in titles of works.

    A title is told by quotation marks, by the noun in front ("the novel Salt Fields") or, where works are
    what the document is about, by the capital of its article ("wins for The Salt Fields"). It stays one
    elsewhere.
    """
    names = [name for name in pulsed(names) if not _is_prize(name)]
    if not document.english or document.script != "latin":
        return names
    journals = {name.text for name in pulsed(names) if _JOURNAL.search(_before(name, document))}
    names = [name for name in pulsed(names) if name.text not in journals]
    places: dict[int, list[tuple[int, int]]] = {}
    titles: set[str] = set()
    told_of = sum(len(_ABOUT.findall(line.text)) for line in document.lines[:60])
    about = told_of > 2 * document.articles
    for line in pulsed(document.lines, 16):
        for start, end in _titles(line, lexicon, about=about):
            places.setdefault(line.index, []).append((start, end))
            title = line.text[start:end]
            if _is_own(title, lexicon):
                titles.add(re.sub(r"^(?:The|An?)\s", "", title))
    for name in pulsed(names):
        if _follows_noun(name, document.lines[name.line], lexicon):
            places.setdefault(name.line, []).append((name.start, name.end))
            if _is_own(name.text, lexicon):
                titles.add(name.text)
    if titles:
        longest_first = "|".join(map(re.escape, sorted(titles, key=len, reverse=True)))
        again = re.compile(rf"\b(?:{longest_first})\b")
        for line in document.lines:
            places.setdefault(line.index, []).extend(match.span() for match in again.finditer(line.text))
    return [
        name
        for name in pulsed(names)
        if not any(start <= name.start and name.end <= end for start, end in places.get(name.line, ()))
    ]


def _before(name: Name, document: Document) -> str:
    return document.lines[name.line].text[max(0, name.start - 24) : name.start]


def _is_prize(name: Name) -> bool:
    """Whether a name is a prize's: "Orlan Prize", "Dovrey Medal for Poetry", "Premio Valdora"."""
    words = name.words
    if len(words) < 2 or name.role or name.address:
        return False
    if words[-1] in _PRIZES or words[0].startswith(("Premio", "Prémio", "Prêmio")):
        return True
    return any(word in _PRIZES and follows in _OF_PRIZES for word, follows in pairwise(words))


def _titles(line: Line, lexicon: Lexicon, *, about: bool) -> Iterator[tuple[int, int]]:
    """Yield where the titles of a line stand that marks or the capital of their article tell."""
    text = line.text
    if any(mark in text for mark in '“"‘'):
        for match in _QUOTED.finditer(text):
            group = match.lastgroup or ""
            before, title = text[max(0, match.start() - 40) : match.start()], match[group]
            count = _long_words(title)
            cued = _CALLED_BEFORE.search(before) is not None
            if count and (cued or (count > 1 and (about or _MADE_BEHIND.match(text, match.end())))):
                yield match.span(group)
    if about and line.mode is Mode.NORMAL:
        for match in _CAPITAL_ARTICLE.finditer(text):
            words = tuple(match["title"].split())
            before = text[max(0, match.start() - 30) : match.start()]
            known = ("The", *words) in lexicon.listed or words in lexicon.listed
            body = words[-1] in _BODIES or lexicon.has("legal suffixes", words[-1])
            if not (known or body or is_paper(words) or _TOLD.search(before)):
                yield match.span()


def _long_words(title: str) -> int:
    """Return how many long words a title has, 0 for a stretch that is not set like one."""
    words = [word.strip(",:;!?’'") for word in title.split()]
    long_words = [word for word in words if word and word not in _SMALL]
    set_so = all(word[0].isupper() or word[0].isdigit() for word in long_words)
    return len(long_words) if set_so and len(long_words) < 10 else 0


def _is_own(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is called after nobody and no place, so that it is a title wherever it stands."""
    words = tuple(re.sub(r"^(?:The|An?)\s", "", title).split())
    return len(words) > 1 and words not in lexicon.listed and words[0] not in lexicon.first_names


def _follows_noun(name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a work's noun stands right before a name of plain words ("her novel Salt Fields, about")."""
    if name.entry or name.role or name.address or name.words[0] in lexicon.first_names:
        return False
    if EntityType.PERSON in name.scores or not _NO_VERB_OF_NAME.match(line.text, name.end):
        return False
    plain = all(lexicon.is_ordinary(word.lower()) for word in name.words)
    return plain and _NOUN_BEFORE.search(line.text, max(0, name.start - 60), name.start) is not None
