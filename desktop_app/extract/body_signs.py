"""What tells in a document that a name is a body's, and what that it is a person's: signs and their weights.

The words of the signs stand in ``lexicons/bodies.txt``; what each sort of sign weighs stands here alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from desktop_app.extract.context import GOVERNING
from desktop_app.extract.frames import LOOSE_BODIES, apposed_noun
from desktop_app.extract.joins import FOREIGN_AND
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType

GPE, LOC, FAC = EntityType.GPE, EntityType.LOC, EntityType.FAC

_WEIGHTS = {
    "has": 2.5,
    "has as people do": 1.0,
    "counts": 2.5,
    "does": 2.5,
    "does as people do": 0.8,
    "of": 2.5,
    "of also people or places": 0.8,
    "told": 2.5,
    "told of people": 0.8,
    "takes up with it": 2.0,
    "called": 3.0,
    "polls": 0.8,
    "shortened behind the": 2.5,
    "joined by and": 4.0,
    "numbered": 4.0,
    "small end": 5.0,
    "shortened to the first word": 1.5,
    "plain words": 2.0,
    "foreign and": 4.0,
    "joined": 0.8,
    "speaks": 2.5,
    "plain end": 2.0,
    "foreign noun": 2.5,
}
"""What each sort of sign that a name is a body's weighs."""

_SHAPES = frozenset(("plain words", "plain end", "foreign noun"))
"""The signs that lie in the words of a name alone."""

_AGAINST = {
    "age or who": 4.0,
    "he or she": 3.0,
    "has of a person": 3.0,
    "does of a person": 2.5,
    "titled": 6.0,
    "called a person": 4.0,
    "surname of a full name": 5.0,
    "shortened to the last word": 3.0,
}
"""What each sort of sign that a name is a person's weighs."""

_PLACED = 2.0
"""What one mention weighs that stands as a place does ("in Orlan")."""

_HAS = re.compile(
    r"(?:,?\s(?:which|that))?(?:\salso|\snow|\sstill|\sonly|\salready)?\s(?:has|had|have|holds|held|won|took|lost|with|gained|employs|flies|carries|runs|has\slost)"
    r"\s(?:about\s|some\s|around\s|only\s|just\s|more\sthan\s|nearly\s|almost\s|all\s(?:of\s)?|its\s|no\s|\w+\sof\s(?:the|its)\s)?"
    r"(?:(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)\s){0,2}?(?P<noun>[A-Za-z]+)\b"
)
_POLLS = re.compile(
    r"(?:\s(?:won|took|has|had|on|at|with|wins|got|leads|polled|polls|would\swin|would\sget|could\swin))?"
    r"\s(?:(?:just|only|about|some|around|nearly)\s)?"
    r"(?:\d[\d.]*(?:\s?%|\sper\s?cent|\sof\s(?:the\s)?(?:votes?|\d+))|(?:an?|one|two|half)\s?(?:[a-z]+s?\s)?of\sthe\svotes?)"
)
_AGE_OR_WHO = re.compile(
    r",\s(?:(?:aged\s)?\d\d(?=[,.\s])|who\b|whose\s(?:[a-z]+\s)?(?:wife|husband|mother|father|son|daughter|brother|sister|family|uncle|aunt"
    r"|cousin|parents|house|farm|leg|arm|car|boat|flat))|\swho\b|\s\(\d\d\)"
)
_HE_OR_SHE = re.compile(
    r"\s(?:said|says|added|wrote|insisted|explained|told\s[\w\s]{3,24})\s(?:that\s)?(?:he|she)\b"
    r"|\s[a-z]+(?:\s[a-z]+){0,5}\s(?:his|her|himself|herself)\b"
)
_IT = re.compile(
    r"\s(?:said|says|added|announced|insisted|confirmed|told\s[\w\s]{3,24})(?:\s(?:on|in)\s\w+)?(?:\sthat)?\s(?:it|its)\s"
    r"(?!(?:is|was|would\sbe|will\sbe|seemed|had\sbeen|felt|looked|made|took)\b)"
)
_MARKS = "“\"'‘(,"
_GOVERNORS = frozenset(("of", "in", "for", "at", "with", "from", "by", "to", "newspaper"))
"""What the phrases of the section "of" end in."""

_OWNED_BY = re.compile(
    r",\s(?:[a-z]+-)?(?:owned|controlled|backed|run|listed|bankrolled)\s(?:[a-z]+\s)?(?:by|in|on)\b"
)
_SEATED = ("-based", "-owned", "-listed", "-backed", "-controlled", "-headquartered")
_SPEAKS = re.compile(
    r"\s(?:also\s|has\s|had\s)?(?:said|says|announced|declined|denied|confirmed|agreed|told|argued|insisted)\b"
)
_PLACE = re.compile(r"\b(?:in|near|outside|across|throughout|around)\s$", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:shares?|stakes?|invest\w*|interest|confidence|trust|faith|holdings?|majority|believe\w*|role|work|changes?|crisis|split|rivals?|colleagues|partners?|allies|friends)\sin\s$"
)


@dataclass(slots=True)
class Told:
    """What a document tells of equal names: sorts of signs, and how often they stand as places do."""

    names: list[Name] = field(default_factory=list)
    body: Counter[str] = field(default_factory=Counter)
    person: Counter[str] = field(default_factory=Counter)
    places: int = 0
    speaks: int = 0

    def sure(self) -> float:
        """How much more speaks for a body than for a person or a place."""
        body = sum(_WEIGHTS[sort] + 0.5 * (min(count, 3) - 1) for sort, count in self.body.items())
        return body - sum(_AGAINST[sort] for sort in self.person) - _PLACED * min(self.places, 2)

    def said(self) -> float:
        """What the signs weigh that do not lie in the words of the name alone."""
        return sum(_WEIGHTS[sort] for sort in self.body if sort not in _SHAPES)

    def strong(self) -> bool:
        """Whether two telling signs, or one that tells most, speak for a body and against a building."""
        weights = [_WEIGHTS[sort] for sort in self.body]
        most = max(weights) >= 4.0 or "called" in self.body
        return most or sum(weight >= 2.5 for weight in weights) > 1


def read_signs(name: Name, text: str, told: Told, lexicon: Lexicon) -> None:
    """Read the signs of one mention."""
    before = text[max(0, name.start - 60) : name.start]
    after = text[name.end : name.end + 100]
    if name.address or (name.role and not lexicon.has("trades", name.role)):
        told.person["titled"] += 1
    told.places += _stands_as_place(name, before)
    lead = before.rsplit(None, 1)[-1].lower() if before[-1:] == " " and before.strip() else ""
    _read_front(before, told, lexicon)
    if after[:1] in ("'", "’"):
        _read_owned(after, told, lexicon)
    elif lead not in GOVERNING:
        _read_deeds(after, told, lexicon)
    if _OWNED_BY.match(after):
        told.body["told"] += 1
    if after[:2] in (", ", " –", " —", " -"):
        noun = apposed_noun(text, name.end, lexicon)
        if lexicon.has("bodies", noun):
            told.body["called"] += 1
        elif lexicon.has("roles", noun) and not lexicon.has("trades", noun):
            told.person["called a person"] += 1
    if _AGE_OR_WHO.match(after):
        told.person["age or who"] += 1


def _stands_as_place(name: Name, before: str) -> int:
    """Return how much says that a mention is a place's: "in Orlan", a dateline, "the Orlan" of a region."""
    if name.settled in (GPE, LOC):
        return 2
    region = name.entry is not None and name.entry[0] is LOC and before.endswith(("the ", "The "))
    return int(region or bool(_PLACE.search(before) and not _SHARED.search(before)))


def _read_front(before: str, told: Told, lexicon: Lexicon) -> None:
    """Read the words in front: "shareholders of", "acquire", "the centre-left"."""
    words = before.removesuffix("the ").split()
    if not words or before[-1:] != " ":
        return
    last = words[-1].strip(_MARKS)
    if last in _GOVERNORS:
        _read_governor([word.strip(_MARKS) for word in words[-4:]], len(words) == 2, told, lexicon)
        return
    if lexicon.has("joined", last):
        told.body["joined"] += 1
    noun = last.lower() if len(words) == 1 else last
    if lexicon.has("bodies", noun) and words[-1].endswith(last) and noun not in LOOSE_BODIES:
        told.body["called"] += 1
    if last.endswith(_SEATED):
        told.body["told"] += 1
    elif lexicon.has("told", last) and len(words) > 1 and words[-1] == last:
        told.body["told of people" if lexicon.has("told of people", last) else "told"] += 1


def _read_governor(words: list[str], opens: bool, told: Told, lexicon: Lexicon) -> None:
    """Read the words up to a preposition in front; ``opens`` tells that they open their line."""
    for length in (4, 3, 2):
        phrase = " ".join(words[-length:])
        if not lexicon.has("of", phrase):
            phrase = phrase[:1].lower() + phrase[1:]
        if lexicon.has("of", phrase):
            weak = lexicon.has("of also people or places", phrase)
            told.body["of also people or places" if weak else "of"] += 1
            return
    if len(words) < 2:
        return
    last, noun = words[-1], words[-2].lower() if opens else words[-2]
    job = noun.removesuffix("s")
    told.places += last in ("of", "in") and lexicon.has("places have", noun)
    if last == "of" and lexicon.has("have", noun):
        weak = lexicon.has("have as people do", noun)
        told.body["of also people or places" if weak else "of"] += 1  # "passengers of Orlan"
    elif last == "at" and lexicon.has("roles", job) and not lexicon.has("person owns", job):
        told.body["of"] += 1  # "lawyers at Orlan Vey"


def stands_for_body(before: str, lexicon: Lexicon) -> bool:
    """Whether the words in front of a name tell that it is a body's alone ("a pollster with ")."""
    words = before.removesuffix("the ").split()
    return before[-1:] == " " and any(
        lexicon.has("of", phrase) and not lexicon.has("of also people or places", phrase)
        for phrase in (" ".join(words[-length:]) for length in (3, 2))
    )


def _read_owned(after: str, told: Told, lexicon: Lexicon) -> None:
    """Read what the name has: "'s shareholders", "'s chief executive"."""
    words = after.split()[1:4]
    if lexicon.has("have", " ".join(words[:2]).rstrip(".,;:!?")):
        told.body["has"] += 1
        return
    for word in words:
        plain = word.rstrip(".,;:!?")
        if lexicon.has("have", plain):
            told.body["has as people do" if lexicon.has("have as people do", plain) else "has"] += 1
        elif lexicon.has("places have", plain):
            told.places += 1
        elif lexicon.has("person owns", plain):
            told.person["has of a person"] += 1
        elif plain == word and plain.islower():
            continue
        return


def _read_deeds(after: str, told: Told, lexicon: Lexicon) -> None:
    """Read what the name does, what it has in numbers, and the pronoun that takes it up."""
    if after[:1] not in (" ", ","):
        return
    told.speaks += bool(_SPEAKS.match(after))
    if _POLLS.match(after):
        told.body["polls"] += 1
    counted = _HAS.match(after)
    if counted and lexicon.has("have", counted["noun"]):
        told.body["counts"] += 1
    words = [word.rstrip(".,;:!?") for word in after.split()[:5]]
    while len(words) > 2 and (lexicon.has("auxiliaries", words[0]) or words[0].endswith("ly")):
        if words[0] in ("was", "is"):
            break
        words = words[1:]
    if after[:1] == " " and words:
        for length in (3, 2, 1):
            phrase = " ".join(words[:length])
            if lexicon.has("do", phrase):
                told.body["does as people do" if lexicon.has("do as people do", phrase) else "does"] += 1
                break
        else:
            if lexicon.has("person verbs", words[0]) and not lexicon.has("minds", words[0]):
                told.person["does of a person"] += 1
            elif lexicon.has("have", words[0]) and words[0].islower():
                told.body["has as people do" if lexicon.has("have as people do", words[0]) else "has"] += 1
    if _HE_OR_SHE.match(after):
        told.person["he or she"] += 1
    elif _IT.match(after):
        told.body["takes up with it"] += 1


def read_words(told: Told, document: Document, lexicon: Lexicon) -> None:
    """Read the words of a name of two or three: plain words and nouns of other languages are no people's."""
    name = told.names[0]
    words = name.bare
    if not 1 < len(words) < 6 or name.entry or words[0].isupper():
        return
    first, last = words[0], words[-1]
    if "and" in words and any(" ".join(words) == f"{one} and {two}" for one, two in document.pairs):
        told.body["joined by and"] += 1
    elif last.isdigit() and words[-2:] in document.numbered:
        told.body["numbered"] += 1
    elif lexicon.has("small ends", last) and first not in lexicon.first_names:
        told.body["small end"] += 1
    if any(word in FOREIGN_AND for word in words[1:-1]) and first not in lexicon.first_names:
        told.body["foreign and"] += 1
    if told.speaks and name.shape.get(LOC, 0.0) >= 2.5:
        told.body["speaks"] += 1
    strange = first not in lexicon.first_names or lexicon.has("foreign nouns", first.lower())
    nouns = sum(lexicon.has("foreign nouns", part) for word in words for part in word.lower().split("-"))
    ended = lexicon.has("foreign nouns", last.lower())
    if nouns and (strange or ended) and last not in lexicon.surnames:
        told.body["foreign noun"] += 1
    if first in lexicon.first_names or last in lexicon.surnames:
        return
    if all(word.istitle() and "-" not in word and lexicon.is_ordinary(word.lower()) for word in words):
        told.body["plain words"] += 1
    elif lexicon.has("ends", last.lower()):
        told.body["plain end"] += 1
