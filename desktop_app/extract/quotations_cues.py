"""Reporting words and the nouns for those who speak, from the lexicons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desktop_app.text.lexicons import read_words

_PREFIXES = ("ex-", "co-", "vice-")


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb: its base, whether it almost always reports, whether it may be a noun."""

    base: str
    strong: bool
    nounlike: bool


@cache
def cues() -> dict[str, Cue]:
    """Return all forms of the reporting verbs, lower case, with what they are."""
    nounlike = read_words("reporting_verbs.txt", "nounlike")
    found: dict[str, Cue] = {}
    for strong, section in ((False, "weak"), (True, "strong")):
        for entry in read_words("reporting_verbs.txt", section):
            base, *irregular = entry.split(":")
            for form in (base, *(irregular or _forms(base))):
                plain = form in (base, base + "s", base + "es")
                found[form] = Cue(base, strong, plain and base in nounlike)
    for form in read_words("reporting_verbs.txt", "foreign"):
        found.setdefault(form, Cue(form, True, False))
    return found


@cache
def foreign_cues() -> frozenset[str]:
    """Return the reporting forms of other languages, to which English grammar does not apply."""
    return read_words("reporting_verbs.txt", "foreign")


@cache
def naming_words() -> frozenset[str]:
    """Return words such as "so-called" that announce a label, not speech."""
    return read_words("reporting_verbs.txt", "naming")


@cache
def people_nouns() -> frozenset[str]:
    """Return nouns for people who speak, singular and plural, also as "ex-trader" and "vice-chairman"."""
    nouns = _with_plurals(read_words("source_nouns.txt", "people"))
    return nouns | {prefix + noun for noun in nouns for prefix in _PREFIXES}


@cache
def speaking_nouns() -> frozenset[str]:
    """Return nouns for all people who may speak: the sources of `people_nouns`, and callings of any sort."""
    return people_nouns() | _with_plurals(read_words("source_nouns.txt", "callings"))


@cache
def body_nouns() -> frozenset[str]:
    """Return nouns for bodies and documents that speak, singular and plural."""
    return _with_plurals(read_words("source_nouns.txt", "bodies")) | document_nouns()


@cache
def document_nouns() -> frozenset[str]:
    """Return nouns for what is written down: documents, messages, signs, singular and plural."""
    return _with_plurals(read_words("source_nouns.txt", "documents"))


def singular(noun: str) -> str:
    """Return the singular of a regular plural of a source noun; other words as they are."""
    for ending, instead in (("women", "woman"), ("men", "man"), ("ies", "y"), ("sses", "ss"), ("s", "")):
        if noun.endswith(ending):
            one = noun[: -len(ending)] + instead
            if one in speaking_nouns() or one in body_nouns():
                return one
    return noun


def _forms(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "s", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return (base + "es", base + "ed", base + "ing")
    return (base + "s", base + "ed", base + "ing")


def _with_plurals(nouns: frozenset[str]) -> frozenset[str]:
    found = set(nouns)
    for noun in nouns:
        if noun.endswith("man"):
            found.add(noun[:-3] + "men")
        elif noun.endswith("y") and noun[-2] not in "aeiou":
            found.add(noun[:-1] + "ies")
        elif noun.endswith(("s", "sh", "ch", "x")):
            found.add(noun + "es")
        else:
            found.add(noun + "s")
    return frozenset(found)
