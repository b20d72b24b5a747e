"""Weigh what speaks for each type of one name by itself: lists, its own words, what stands beside it.

Nouns among its own words are weighed by ``heads``. What stands beside it is weighed by ``context`` (single
words and phrases), ``surroundings`` (lands, buildings, peoples), ``frames`` (nouns that call it something;
deeds) and ``firms``. What the rest of the document tells comes later, in ``document_evidence``.
"""

from __future__ import annotations

import re

from desktop_app.extract.context import weigh_context
from desktop_app.extract.firms import weigh_firm
from desktop_app.extract.frames import weigh_frames
from desktop_app.extract.heads import weigh_heads
from desktop_app.extract.heads_abroad import weigh_heads_abroad
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import POSSESSIVES, Name
from desktop_app.extract.pairings import INDEX_SIZES
from desktop_app.extract.states import weigh_state
from desktop_app.extract.surroundings import weigh_surroundings
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,6}|[A-Z]{2,5}-[A-Z]{1,4}|[A-Z]{1,5}&[A-Z]{1,4})$")
_CAMEL = re.compile(r"[A-Za-z]*[a-z][A-Z]\w*$")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_CLAN = re.compile(r"(?:Mc|Mac|O['’]|al-|Al-|el-|El-|D['’])[A-Z]")
_COMPASS = frozenset(
    {"North", "South", "East", "West", "Upper", "Lower", "Little", "Great", "Nether", "High", "Old", "New"}
)
_CONTINENTS = frozenset(
    {"Africa", "Asia", "Europe", "America", "Americas", "Iberia", "Scandinavia", "Arabia", "Benelux"}
)

_SURNAME_END = re.compile(
    r"(?:ovic|ović|enko|escu|vili|dze|yan|ovich|owski|owska|ewski|sson|sdóttir|opoulos|akis|ishvili|uddin|ullah|ovna|skyi|skiy|sky|wicz|nyi)$"
)
_DAUGHTERS = ("ova", "eva")
"""How Slavic surnames of women end behind a first name; alone, towns do too."""
_LOCATIVE = re.compile(
    r"(?:[Kk]wa|[uie])(?=[A-Z][a-z])(?![A-Z]\w*(?:coin|phone|pad|tunes|cloud|bay|commerce|sports)$)[A-Z][a-z]{3,}$"
)
"""Places in the languages of southern Africa: a small front and a capital within."""
_HONOURED = frozenset({"U", "Saw", "Naw", "Sai", "Ko", "Ma", "Maung", "Mahn", "Salai"})
"""What people in Myanmar are called in front of their names, which have no surname."""
_FATHERED = frozenset(("bin", "bint", "binti", "binte", "ibn", "ben", "anak"))
"""What stands between somebody's name and the father's."""

_REALMS = frozenset({"Kingdom", "Republic", "Emirate", "Sultanate", "Principality"})
_INITIAL = re.compile(r"[A-Z]\.?$")
_PERSON_WORD = re.compile(r"(?:[^\W\d_](?:\.|[^\W\d_]*[^\W\d_A-ZÀ-Þ])|(?:[^\W\d_]+[-‑'’])+[^\W\d_]+)")
_NO_FIRST_NAME = ("soft openers", "organisation openers", "place openers", "facility openers", "town openers")


def weigh(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Fill a name's scores from the lists and its surroundings (weights after the measured recipe)."""
    told, name.scores = name.scores, {}
    if name.entry:
        _weigh_entry(name, lexicon)
    _weigh_words(name, lexicon)
    name.shape = dict(name.scores)
    for kind, weight in told.items():
        name.add(kind, weight)
    if name.address:
        name.add(PERSON, 8.0)
    if name.role:
        name.add(PERSON, 8.0)
    weigh_context(name, line, lexicon)
    weigh_surroundings(name, line, lexicon)
    weigh_frames(name, line, lexicon)
    weigh_firm(name, line.text, lexicon)
    weigh_state(name, line.text, lexicon)
    if name.doubtful and _of_land(name, line, lexicon):
        name.add(ORG, 4.0)  # "the German Socorra Bank"


def _of_land(name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a people or a country's 's stands in front of a name that ends in the head of a body."""
    if not lexicon.has("organisation heads", name.words[-1]) or not name.first:
        return False
    own = line.words[name.first - 1].text in POSSESSIVES
    before = line.words[name.first - 1 - own].text if name.first > own else ""
    entry = lexicon.listed.get((before,))
    return entry is not None and (entry[0] is NORP or (own and entry[0] is GPE))


def _weigh_entry(name: Name, lexicon: Lexicon) -> None:
    kind, shown = name.entry or (ORG, "")
    single = len(name.words) == 1
    if kind is NORP:
        name.add(NORP, 5.0 if single and name.text in lexicon.first_names else 9.0)  # "said Maya, who"
    elif kind is GPE:
        country = lexicon.is_country(shown)
        personal = single and (name.text in lexicon.first_names or name.text in lexicon.surnames)
        name.add(GPE, 9.0 if country else 2.5 if personal else 5.0)
    elif kind in (LOC, FAC):
        name.add(kind, 6.0)
    elif kind is ORG:
        personal = single and (name.text in lexicon.first_names or name.text in lexicon.surnames)
        ordinary = single and lexicon.is_ordinary(name.text.lower())
        name.add(ORG, 3.0 if personal else 4.0 if ordinary else 7.0)
    else:
        name.add(kind, 7.0)


def _weigh_words(name: Name, lexicon: Lexicon) -> None:
    words = name.words
    first, last = words[0], words[-1]
    if last.isdigit() and len(words) > 1:  # "Terminal 2"
        last = words[-2]
        if (last.isupper() and len(words) == 2) or (len(words) > 2 and words[-1] in INDEX_SIZES):
            name.add(ORG, 4.0)  # "CAC 40"
    if len(words) > 1 and not name.entry and not name.address:
        weigh_heads(name, last, lexicon)
        if "&" in words or all(_ACRONYM.fullmatch(word) for word in words):
            name.add(ORG, 4.0)  # "PQT PLM"
        if lexicon.listed.get((first,), (ORG, ""))[0] is GPE and first not in lexicon.first_names:
            divided = len(words) == 2 and last in _COMPASS
            name.add(GPE if divided else ORG, 2.0 if divided else 1.2)  # "Somerset West"
        tail = lexicon.listed.get((words[-1],))
        land = tail and (lexicon.is_country(tail[1]) or words[-1] in _CONTINENTS) and tail[0] in (GPE, LOC)
        if land and first not in lexicon.first_names and not lexicon.has("soft openers", first):
            name.add(ORG, 3.5)  # "Vodamar Iberia"
    weigh_heads_abroad(name, lexicon)
    _weigh_person(name, lexicon)
    if len(words) == 1 and not name.entry:
        if first in _REALMS:
            name.add(GPE, 4.0)  # "the Kingdom"
        elif _ACRONYM.fullmatch(first):
            name.add(ORG, 3.0)
        elif _LOCATIVE.match(first):
            name.add(GPE, 2.0)  # "KwaZulu", "uMlazi"
        elif _CAMEL.fullmatch(first) and not first.startswith(
            ("Mc", "Mac", "De", "Di", "La", "Le", "O'", "O’", "al-", "Al-", "D'", "D’")
        ):
            name.add(ORG, 2.5)


def _weigh_person(name: Name, lexicon: Lexicon) -> None:
    words = [word for word in name.words if not lexicon.has("forms of address", word)]
    if not words:
        return
    first, last = words[0], words[-1]
    if first in _HONOURED and 1 + (first == "U") < len(words) < 6 and _are_syllables(words[1:], lexicon):
        name.add(PERSON, 3.5)  # "U Thein Aung"
    if first in lexicon.first_names or (first.split("-")[0] in lexicon.first_names and "-" in first):
        if len(words) == 1:
            name.add(PERSON, 2.0 if not name.entry else 0.5)
        elif len(words) <= 4 and "of" not in words and "&" not in words:
            name.add(PERSON, 3.0)
    if len(words) > 1 and _INITIAL.fullmatch(words[1]) and len(words) > 2:
        name.add(PERSON, 3.0)
    if len(words) > 1 and _INITIALS.fullmatch(first) and len(words) <= 3:
        name.add(PERSON, 2.5)
    given = words[1:2] and words[1] in lexicon.first_names and first in lexicon.first_names
    plain = len(words) > 2 and not given and last not in lexicon.surnames
    if plain and all(_is_plain(word, lexicon) for word in words):
        name.scores.pop(PERSON, None)
        name.add(ORG, 1.5)  # "Marine Rescue Circle"
        return
    if len(words) == 2 and not name.entry and first in _COMPASS and not lexicon.is_ordinary(last.lower()):
        name.add(GPE, 1.5)
    soft = lexicon.has("soft openers", first) and not lexicon.has("town openers", first)
    if len(words) > 1 and soft and first not in lexicon.first_names:
        return  # "New Dawn"
    if last in lexicon.surnames or (last.split("-")[0] in lexicon.surnames and "-" in last):
        if len(words) == 1 or (len(words) <= 4 and "of" not in words):
            name.add(PERSON, 1.5)
    elif _CLAN.match(last) and not lexicon.has("foreign nouns", first.lower()):
        name.add(PERSON, 2.5)
    elif len(last) > 5 and (_SURNAME_END.search(last) or (len(words) > 1 and last.endswith(_DAUGHTERS))):
        name.add(PERSON, 2.0)
    if lexicon.has("person suffixes", last) and len(words) > 1:
        name.add(PERSON, 2.0)
    if any(lexicon.has("particles", word) for word in words[1:-1]):
        name.add(PERSON, 1.5)
    if _FATHERED.intersection(words[1:-1]):
        name.add(PERSON, 4.0)
    if not name.entry and len(words) > 1:
        _weigh_strangeness(name, words, lexicon)


def _are_syllables(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words are short ones as names in Myanmar are made of, and not all of them English."""
    short = all(word.istitle() and 1 < len(word) < 9 for word in words)
    return short and not all(lexicon.is_ordinary(word.lower()) for word in words)


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in capitals is written as a plain word is, not as initials are."""
    return word.istitle() and len(word) > 2 and lexicon.is_ordinary(word.lower())


def _weigh_strangeness(name: Name, words: list[str], lexicon: Lexicon) -> None:
    """Take two or three words that are no words of English for a person: most such names in news are."""
    plain = [word for word in words if not lexicon.has("particles", word)]
    if not 2 <= len(plain) <= 3 or not all(_PERSON_WORD.fullmatch(word) for word in plain):
        return
    if any(name.scores.get(kind, 0.0) >= 3.0 for kind in (ORG, GPE, LOC, FAC, EVENT)):
        return
    first, last = plain[0], plain[-1]
    if any(lexicon.has(kind, first) for kind in ("town openers", "place openers")):
        return  # "São Tomás" is called after a saint
    strange = [not lexicon.is_ordinary(word.lower()) for word in plain]
    opener = any(lexicon.has(kind, first) for kind in _NO_FIRST_NAME)
    person_like = last in lexicon.surnames or not last.endswith("s")
    if all(strange):
        name.add(PERSON, 1.5)
    elif len(plain) == 3 and sum(strange) == 2 and not opener and person_like:
        name.add(PERSON, 0.8)  # "Lim Boon Keat"
    elif len(plain) == 2 and strange[0] and person_like and last not in lexicon.surnames:
        name.add(PERSON, 0.2)  # "Sanvor Cell": a strange word and a plain one are a firm as often
    elif len(plain) == 2 and ((strange[1] and not opener) or (strange[0] and person_like)):
        name.add(PERSON, 0.8)
