"""What tells behind or in front of strange words that they are somebody: an age, "who", an office.

Asked while names are parted (``segments``, ``body_spans``, ``sentence_starts``) and when they are weighed by
each other (``document_evidence``).
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType

_WHO_OR_AGE = re.compile(
    r",\s(?:who|whose|whom)\b|,\s(?:now\s|aged\s)?[1-9]\d(?=[,.])|\s\([1-9]\d\)|,\san?\s(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old\b"
)
_APPOSED = re.compile(
    r",\s(?:an?|the|its|their|his|her)\s(?:[a-z][a-z-]*\s){0,4}?(?P<role>[a-z-]+)(?=[,.]|\s(?:from|of|in|at|who|and|with|for|on)\b)"
)
_SCHOLARS = ("ologist", "chemist", "ographer", "ographist", "atrician", "physicist", "onomer")
_OF_BODY = re.compile(
    r",\sone\sof\s(?:the|its|their|his|her)\s(?:[a-z-]+\s)?(?:authors|founders|owners|directors|researchers|organi[sz]ers)\b|"
    r"\sof\sthe\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]|,\s(?:leader|head|chairman|chairwoman|president|director)\sof\s"
)
_OFFICE_AT = re.compile(r"\b(?P<role>[A-Za-z][a-z]+)\s(?:of|for|at|to|in|on|with|from)\s(?:the\s)?$")
_RULES = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Kk]ing|[Qq]ueen|[Cc]hancellor|[Gg]overnor|[Mm]ayor|[Ss]ultan|[Ee]mir)\sof\s$"
)
_COMMON_STARTS = ("roles", "trades", "bodies", "former", "generic", "titles", "soft openers", "not names")


def is_somebody(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind ``end`` tells a person: an age, "who", or what somebody is."""
    if text[end : end + 1] not in (",", " "):
        return False
    if _WHO_OR_AGE.match(text, end):
        return True
    told = _APPOSED.match(text, end)
    if not told or lexicon.has("bodies", told["role"]):
        return False
    return lexicon.has("roles", told["role"]) or told["role"].endswith(_SCHOLARS)


def are_strange(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether two or three words could be somebody's full name: none is plain, listed or all in capitals."""
    words = line.words[first:last]
    return 2 <= len(words) <= 3 and all(
        word.capital
        and not word.text.isupper()
        and not lexicon.is_ordinary(word.text.lower())
        and (word.text,) not in lexicon.listed
        for word in words
    )


def behind_place(line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where somebody begins behind a place or body ("of Karvelia Ilona Marek, 71,"), 0 for none.

    The last two words are strange, what follows tells a person, and no head ends the whole.
    """
    for place in (last - 2, last - 3):
        if place <= first or not are_strange(line, place, last, lexicon):
            continue
        if listed_at(line, place, lexicon) or not is_somebody(line.text, line.words[last - 1].end, lexicon):
            return 0
        before = line.words[place - 1].text
        known = listed_at(line, first, lexicon)
        land = known and known[0] == place - first and known[1][0] is not EntityType.NORP
        if land or (lexicon.is_ordinary(before.lower()) and place - first > 2):
            return place
    return 0


def behind_ruled(document: Document, line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where somebody begins behind the land he or she rules ("President of Karvelia Ilo Marek"), or 0.

    The document has the land elsewhere, alone.
    """
    words = line.words
    if last - first != 3 or not document.sequences[words[first].text]:
        return 0
    ruled = _RULES.search(line.text, max(0, words[first].start - 24), words[first].start)
    return first + 1 if ruled and are_strange(line, first + 1, last, lexicon) else 0


def opens_somebody(line: Line, place: int, sequences: dict[str, int], lexicon: Lexicon) -> bool:
    """Whether a plain word that opens a sentence is somebody's first name ("Dace Tarvell, who runs it").

    The surname is strange, what follows tells a person, and no other mention has another word in front.
    """
    first, second = line.words[place].text, line.words[place + 1].text
    lowered = first.lower()
    if lexicon.is_ordinary(second.lower()) or (second,) in lexicon.listed or second.isupper():
        return False
    if lowered in lexicon.function_words or lowered.endswith(("ly", "ed", "ing", "er", "or", "ist", "man")):
        return False
    if any(lexicon.has(kind, word) for kind in _COMMON_STARTS for word in (first, lowered)):
        return False
    end = line.words[place + 1].end
    if not (is_somebody(line.text, end, lexicon) or _OF_BODY.match(line.text, end)):
        return False
    tail = f" {second}"
    return not any(run.endswith(tail) and run != first + tail for run in sequences)


def holds_office(weak: Name, strong: Name, text: str, lexicon: Lexicon) -> bool:
    """Whether a full name behind a comma holds the office in front ("spokesman for Orlan, Ada Brook,")."""
    if len(weak.words) < 2 or weak.entry or text[weak.end : weak.end + 1] not in (",", ".", ";"):
        return False
    office = _OFFICE_AT.search(text, max(0, strong.start - 40), strong.start)
    return office is not None and lexicon.has("roles", office["role"].lower())
