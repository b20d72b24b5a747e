"""Plain words at the beginning of a sentence: what only that gives a capital ("Worn-out"), and what names.

Asked by ``sentence_starts`` while names are found, by ``generic_names`` before they are weighed and by
``names`` at the end.
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at
from desktop_app.extract.words import Document, Line, is_korean_given
from desktop_app.model import EntityType, Kind

_ARE_MANY = re.compile(r"\s(?:have|are|were|do)\s[a-z]")
_SECTIONS = re.compile(r"[A-Z][\w& ]{2,20}(?:\s?[/|>»›·•]\s?[A-Z][\w& ]{2,20})+")
_MORE = re.compile(r"^(?:More|Latest|Read more|News|Top stories|All stories)\s(?:from|on|in|about)\s$")
_DESK = re.compile(r"\s(?:writer|correspondent|editor|reporter|staff|desk|columnist|producer)\b")
_TAKES_DOER = frozenset(("will", "has", "had", "would", "plans", "wants")) | frozenset(
    (
        "sent",
        "gave",
        "chose",
        "shut",
        "won",
        "held",
        "met",
        "led",
        "put",
        "told",
        "wrote",
        "paid",
        "bought",
        "sold",
        "built",
        "took",
    )
)
"""Verbs of somebody or something with a name; stuff of unknown sort does not give or shut."""
_ENDING = (
    "organisation heads",
    "place heads",
    "facility heads",
    "event heads",
    "generic",
    "titles",
    "works",
)


def is_plain_opening(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether a lone strange word that opens a sentence is a compound or a derivation of plain words.

    It is none where it has its capital within a sentence too, or where it does something ("Cyberhaven said").
    """
    if not _is_unknown_start(name, document, lexicon):
        return False
    line, word = document.lines[name.line], name.words[0]
    lowered = word.lower()
    if "-" in word:
        if is_korean_given(word, lexicon):
            return False
        first, *rest = lowered.split("-")
        return (lexicon.is_ordinary(first) or lexicon.has("lower prefixes", first)) and all(
            lexicon.is_ordinary(part) for part in rest
        )
    follows = line.words[name.first + 1].text if name.first + 1 < len(line.words) else ""
    called = name.first + 2 < len(line.words) and line.words[name.first + 2].capital
    if called and (lexicon.has("bodies", follows) or lexicon.has("trades", follows)):
        return True  # "Biotech firm Orlan"
    if lexicon.has("company verbs", follows) or lexicon.has("person verbs", follows) or follows == ",":
        return False
    return _is_made(lowered, lexicon)


def _is_unknown_start(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether a lone word has its capital from the sentence alone, and neither lists nor the text know it."""
    if len(name.words) > 1 or name.entry or name.role or name.address:
        return False
    word = name.words[0]
    if not document.lines[name.line].words[name.first].first or not word[1:].islower():
        return False
    told = document.capital[word] or word in document.held or word in document.surnames
    return not (told or word in lexicon.first_names or word in lexicon.surnames)


def _is_made(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is made of a plain word and a front or an end that nouns have."""
    fronts, ends = lexicon.sections["noun fronts"], lexicon.sections["noun ends"]
    front = next((front for front in fronts if word.startswith(front)), "")
    if front and len(word) - len(front) > 3 and lexicon.is_ordinary(word[len(front) :]):
        return True
    stems = [word[: -len(end)] for end in ends if word.endswith(end) and len(word) - len(end) > 3]
    return any(lexicon.is_ordinary(stem) or lexicon.is_ordinary(f"{stem}e") for stem in stems)


def names_nothing(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether plain words in capitals are no name: a bold opening, a shout of a headline, a writer's desk."""
    if is_plain_opening(name, document, lexicon):
        return True
    if len(name.words) > 1 or name.entry or name.role or name.address:
        return False
    line, word = document.lines[name.line], name.words[0]
    if not lexicon.is_ordinary(word.lower()):
        return False
    if _DESK.match(line.text, name.end) and line.text[: name.start].endswith((", ", "| ", "— ")):
        return True  # "Ada Brook, Fisheries correspondent"
    if _SECTIONS.fullmatch(line.text.strip()) or _MORE.search(line.text, 0, name.start):
        return True  # "Sport / Football", "More from Fisheries"
    shouted = line.kind is Kind.HEADLINE and word not in document.initials
    return shouted and word.isupper() and len(word) > 3 and not document.capital[word.title()]


def is_bare_opening(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether a strange lone word has a capital only where a sentence begins, and nothing says it names."""
    if not _is_unknown_start(name, document, lexicon):
        return False
    line, word = document.lines[name.line], name.words[0]
    if max(name.scores.values(), default=0.0) > 0.8 or document.sequences[word] > 1:
        return False
    follows = line.words[name.first + 1].text if name.first + 1 < len(line.words) else ""
    plain = follows.isalpha() and follows.islower() and not lexicon.has("company verbs", follows)
    paired = name.first + 2 < len(line.words) and line.words[name.first + 2].capital
    if follows in _TAKES_DOER or (follows == "and" and paired and not lexicon.is_ordinary(word.lower())):
        return False  # "Orlan and Tavex, the leaders, fell"
    return plain and not lexicon.has("person verbs", follows) and not follows.endswith("ed")


def ends_other(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends names of bodies, places or events, or is a title or a noun of its own."""
    return any(lexicon.has(kind, word) for kind in _ENDING) or word.endswith("s")


def are_things(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a strange word opens a sentence as a plural noun ("Defoamicides have been sprayed")."""
    word = line.words[place]
    if not word.text.endswith("s") or word.text.endswith("ans"):
        return False
    return bool(_ARE_MANY.match(line.text, word.end)) and not listed_at(line, place, lexicon)


def opens_told(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a plain word opens a sentence as the head of a body or road ("Court of Audit")."""
    words = line.words
    behind = words[place + 1].text if place + 1 < len(words) else ""
    if behind.isdigit():
        word = words[place].text
        return lexicon.has("numbered", word) and lexicon.has("facility openers", word)
    head = words[place].text
    if behind not in ("of", "for") or not lexicon.has("connector heads", head) or head.endswith("s"):
        return False  # "Doctors of the Orlan Trust"
    at = place + 2 + (place + 2 < len(words) and words[place + 2].text == "the")
    if at >= len(words) or not words[at].capital or words[at].blocked:
        return False
    entry = lexicon.listed.get((words[at].text,))
    lone = at + 1 == len(words) or not words[at + 1].capital
    return not (entry and entry[0] is EntityType.NORP and lone)  # "Archive of Yiddish theatre"


def told_before(line: Line, place: int, document: Document, lexicon: Lexicon) -> bool:
    """Whether a plain word is part of a longer name elsewhere, and does something here."""
    words = line.words
    word = words[place].text
    if not document.capital[word] or document.lower[word.lower()] or place + 1 >= len(words):
        return False
    if lexicon.has("generic", word) or lexicon.has("soft openers", word) or len(word) < 4:
        return False
    does = words[place + 1].text
    verb = does.endswith("ed") and does.islower() and len(does) > 4
    return verb or lexicon.has("company verbs", does) or lexicon.has("person verbs", does)


def told_whole(first: str, second: str, document: Document, lexicon: Lexicon) -> bool:
    """Whether two plain words open a sentence as one name ("Kestrel Vane, Orlan and Dovrey bid for it").

    The second has its capital within the sentence, and never stands alone; what the first tells of it
    ("Rival Vane") is left to others.
    """
    lowered = first.lower()
    if document.lower[lowered] or document.alone[second] or document.sequences[second]:
        return False
    one = lowered.removesuffix("s")
    if lowered.endswith("ly") or any(lexicon.has(kind, one) for kind in ("roles", "trades", "bodies")):
        return False
    if any(lexicon.has(kind, first) for kind in ("generic", "titles", "not names")) or second.isupper():
        return False
    again = document.sequences[f"{first} {second}"] > 1
    plain = lexicon.is_ordinary(second.lower()) and second not in lexicon.surnames
    return again or (plain and second not in document.surnames and not ends_other(second, lexicon))
