"""Drop what looks like a name and names nothing: offices, laws, figures, plain words in capitals once.

The first half (``without_generic``) goes over the names of the chunker before any is weighed, the second
(``is_chance``) over those that nothing speaks for once each is weighed by itself.
"""

from __future__ import annotations

import re

from desktop_app.extract.body_signs import stands_for_body
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.openings import names_nothing
from desktop_app.extract.sports import Report
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, Kind, pulsed

FAC, GPE = EntityType.FAC, EntityType.GPE

_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-?\d+[A-Z]?|[A-Z]{2,}-\d{1,3}|[A-Z]-[a-z]+|[A-Z]{2,4}s")
_ROAD = re.compile(r"[ABEMNR]\d{1,4}|I-\d{1,3}")
_ON_ROAD = re.compile(r"\b(?:[Tt]he|[Oo]n|[Aa]long|via)\s$")
_OFFICE_BEFORE = re.compile(
    r"\b(?:Head|Director|President|Minister|Secretary|Commissioner|Manager|Professor|Chair|Chief)\s(?:of|for)\s$"
)
_HEADS = frozenset({"Head", "Leader", "Speaker", "Dean", "Chief", "Director", "Commissioner", "Master"})
_CLOSING = ('"', "”", "’", "'")
_COUNTED = re.compile(
    r"(?:Game|Pool|Group|Match|Stage|Week|Round|Heat|Lane|Race|Level|Day|Phase|Tier|Category|Grade|Schedule|Annex|Appendix|Clause|Type|Article|Section|Chapter|Page)"
    r"(?:\s(?:[A-Z]\.?|\d{1,3}|One|Two|Three|Four|I{1,3}|IV|V))?"
)
"""A thing told apart by a letter or number, which names nothing: "Pool A", "Game 5"."""

_AGE = re.compile(r"(?:(?:Old|New|Early|Late)\s)?(?:Iron|Bronze|Stone|Copper|Ice|Middle|Dark)\sAges?")
_DISEASE = re.compile(r"(?:['’]s?)?\s(?:disease|syndrome|lymphoma|palsy)\b")
_LAWS = frozenset({"Act", "Bill", "Amendment", "Directive", "Ordinance", "Litigation", "Petition", "Bench"})
_KEEPERS = frozenset({"Court", "Council", "Ministry", "Street", "Road", "Lane", "Avenue", "Square", "Bridge"})
"""What makes a name of plain words: "Queen Street"."""

_CALLED = re.compile(
    r"\b(?:known\sas|nicknamed|dubbed|titled|entitled|called|code-?named|headlined|slogan|motto)\s[\"“‘'](?:The\s|A\s)?$"
)
_BEHIND_PERSON = re.compile(r"[\w.’'-]+,\s(?:the\s)?$")
_GOVERNING = frozenset({"State", "Central", "Union", "Federal", "Local", "Provincial", "County", "National"})
"""What governments are told apart by."""

_LONGEST_LABEL = 50
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "All"})
_WRITERS = frozenset({"Staff", "Desk", "Bureau", "Team", "Correspondents", "Reporters", "Agencies"})
_ENOUGH = frozenset({"Supreme", "Commons"})
"""Plain words that name a court or a house without any other."""


def without_generic(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return ``names``, in reading order, without those that name nothing.

    Roads, and lands at the end of a list of lands, get the evidence that keeps them.
    """
    kept: list[Name] = []
    for name in pulsed(names):
        before = kept[-1] if kept else None
        if name.scores or _names(name, before, document, lexicon):  # what has scores is from a dateline
            kept.append(name)
    return kept


def _names(name: Name, before: Name | None, document: Document, lexicon: Lexicon) -> bool:
    """Whether a name may name something; ``before`` is the one kept before it."""
    if _COUNTED.fullmatch(name.text) or _AGE.fullmatch(name.text) or names_nothing(name, document, lexicon):
        return False
    if _DISEASE.match(document.lines[name.line].text, name.end):
        return False
    if _is_furniture(name, document.lines[name.line], lexicon):
        return False
    if len(name.words) == 2 and name.words[1] == "Government" and name.words[0] in _GOVERNING:
        return False
    if _is_office(name, document, lexicon) or (not name.entry and name.words[-1] in _LAWS):
        return False
    if len(name.words) == 1 and not name.entry:
        told = _told_alone(name, before, document, lexicon)
        if told is not None:
            return told
    return not _is_common(name, document, lexicon)


def _is_furniture(name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a name is a label or a term of press releases, or stands in a line that is nothing else."""
    if name.entry and len(name.words) < 2:
        return False
    if line.kind is Kind.BYLINE and name.words[-1].title() in _WRITERS and not name.entry:
        return True  # "By Our Foreign Staff"
    if len(name.words) > 1 or "-" in name.text:
        return lexicon.has("furniture", name.text) or _is_label(name, line, lexicon)
    return _is_label(name, line, lexicon)


def _is_label(name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether the line, or its part in front of a colon, is a label ("Media Contacts: Ada Brook")."""
    label = line.text[:_LONGEST_LABEL].split(":", 1)[0].strip(" .:*-–—")
    return name.end <= line.text.find(label) + len(label) and lexicon.has("furniture", label)


def _told_alone(name: Name, before: Name | None, document: Document, lexicon: Lexicon) -> bool | None:
    """Whether an unlisted word alone names something, None where only its words can tell."""
    word, line = name.words[0], document.lines[name.line]
    if before and _ends_list(before, name, line, lexicon):
        name.add(GPE, 5.0)
        return True
    if word.endswith(("ologist", "ologists")) or _tells_field(name, line, lexicon):
        return False
    known = word in document.held or word in document.surnames
    if known and not line.text.endswith(("the ", "The ", "a "), 0, name.start):
        return True
    if any(lexicon.has(kind, word) for kind in ("generic", "soft openers", "not names")):
        return False
    if lexicon.has("forms of address", word) or lexicon.has("titles", word) or len(word) < 2:
        return False
    if _ROAD.fullmatch(word) and _ON_ROAD.search(line.text, 0, name.start):
        name.add(FAC, 6.0)
        return True
    lowered = word.lower()
    small = lowered in lexicon.function_words and word not in document.initials
    if small or _MODEL_NUMBER.fullmatch(word):
        return False
    once = document.lower[lowered] >= 1 and document.capital[word] <= 1
    return False if once and lexicon.is_ordinary(lowered) else None


def _tells_field(name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a plain word opens a sentence as the field of an office ("Antiquities chief Ann Tarrow")."""
    words, word = line.words, name.words[0]
    if not words[name.first].first or name.first + 2 >= len(words):
        return False
    office, somebody = words[name.first + 1], words[name.first + 2]
    held = office.text.islower() and lexicon.has("roles", office.text) and somebody.capital
    return held and word.endswith("s") and lexicon.is_ordinary(word.lower())


def _is_common(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether one or two words are such as end many names ("the Council"), and no name of their own."""
    if name.entry or len(name.words) > 2 or document.capital[name.words[0]] > 1:
        return False
    if len(name.words) > 1 and name.words[-1] in _KEEPERS:
        return False
    return all(
        word in _SMALL_WORDS or (lexicon.has("generic", word) and word not in _ENOUGH) for word in name.words
    )


def _ends_list(before: Name, name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a word for a kind of land is a place of its own in a list ("in Kano and Plateau")."""
    listed = before.line == name.line and before.entry is not None and before.entry[0] is GPE
    if not listed or not lexicon.has("place heads", name.text) or line.words[name.first].first:
        return False
    gap = line.text[before.end : name.start]
    return gap in (" and ", ", and ", " or ", ", ") and not line.text.startswith((" of ", "-"), name.end)


def _is_office(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether plain words in capitals tell what somebody does ("Plant Head") or goes by ("the Bull")."""
    if name.entry or not all(lexicon.is_ordinary(word.lower()) for word in name.words):
        return False
    text = document.lines[name.line].text
    before = text[max(0, name.start - 40) : name.start]
    if len(name.words) == 1 and name.words[0] in _HEADS and text.startswith(" of ", name.end):
        return True  # "Head of State Ada Brook"
    if _CALLED.search(before) and text[name.end : name.end + 1] in _CLOSING:
        return True
    if _OFFICE_BEFORE.search(before):
        return True
    return bool(_BEHIND_PERSON.search(before)) and name.words[-1].lower() in lexicon.sections["roles"]


def is_chance(name: Name, document: Document, lexicon: Lexicon, report: Report | None) -> bool:
    """Whether an ordinary word in capitals, once and without any evidence, is no name."""
    if report and report.clubs:
        from desktop_app.extract.clubs import surely_plays

        if lexicon.has("club nicknames", name.text) or surely_plays(name, document):
            return False
    if len(name.words) > 1 or name.entry or any(weight > 0 for weight in name.scores.values()):
        return False
    word = name.words[0]
    known = word in document.surnames or word in document.held
    before = document.lines[name.line].text[max(0, name.start - 40) : name.start]
    apposed = before.endswith(", ") and document.lines[name.line].text.startswith(", ", name.end)
    if apposed or stands_for_body(before, lexicon):
        return False  # "a newcomer, Wingspan, asked"
    return document.capital[word] <= 1 and not known and lexicon.is_ordinary(word.lower())
