"""Where names of bodies begin and end: pairs, numbers, small last words, departments, leaders behind "of".

Here are the questions that the steps which find names share (``chunks``, ``joins``, ``listings``,
``sentence_starts``), and the healing of names that a sentence's start has cut.
"""

from __future__ import annotations

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at, make_name
from desktop_app.extract.neighbours import run_end, touching
from desktop_app.extract.pairings import FREED_DAYS
from desktop_app.extract.papers import HEADS as PAPER_HEADS
from desktop_app.extract.told_persons import are_strange, is_somebody
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, Kind, pulsed


def paired_end(document: Document, line: Line, begin: int, place: int) -> int:
    """Return the place behind the pair around the "and" at ``place`` that is never parted, 0 for none."""
    words = line.words
    end = run_end(line, place + 1)
    one, two = (" ".join(word.text for word in words[a:b]) for a, b in ((begin, place), (place + 1, end)))
    return end if (one, two) in document.pairs else 0


def opens_pair(document: Document, line: Line, place: int) -> bool:
    """Whether a name with "and" or a number in it begins here ("Land and Hearth", "Forum 21")."""
    words = line.words
    if not (document.pairs or document.numbered) or place + 1 >= len(words):
        return False
    if (words[place].text, words[place + 1].text) in document.numbered:
        return True
    return any(line.text.startswith(f"{one} and {two}", words[place].start) for one, two in document.pairs)


def tells_leader(document: Document, line: Line, begin: int, place: int, lexicon: Lexicon) -> bool:
    """Whether "of" tells who leads a party or militia ("the Renewal Movement of Ann Tarrow")."""
    words = line.words
    if words[place].text != "of" or place - begin < 2 or not lexicon.has("led", words[place - 1].text):
        return False
    end = run_end(line, place + 1)
    count = end - place - 1
    if not 0 < count < 4 or listed_at(line, place + 1, lexicon):
        return False
    first, last = words[place + 1].text, words[end - 1].text
    if lexicon.is_ordinary(last.lower()) and last not in lexicon.surnames:
        return False
    known = first in lexicon.first_names and count > 1
    known = known or (
        are_strange(line, place + 1, end, lexicon) and is_somebody(line.text, words[end - 1].end, lexicon)
    )
    told = document.sequences[" ".join(word.text for word in words[place + 1 : end])] > 1
    return known or (last in document.surnames and count == 1) or (told and count == 2)


def is_department(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words are the field of a department and its country ("Natural Resources Canada")."""
    words = line.words
    if last - first < 2 or not lexicon.has("departments", words[last - 2].text):
        return False
    entry = lexicon.listed.get((words[last - 1].text,))
    return entry is not None and entry[0] is EntityType.GPE and lexicon.is_country(entry[1])


def ends_small(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a small word in capitals is the last of a name ("People First", "Orlan Mine")."""
    word = line.words[place].text
    ends = lexicon.has("small ends", word) or lexicon.has("number openers", word)
    ends = ends or (lexicon.has("place heads", word) and not line.words[place].first)
    return ends and not touching(line, place + 1)


def shouts(line: Line, place: int, document: Document, lexicon: Lexicon) -> bool:
    """Whether a headline has a plain word in capitals for its weight ("Jo Hart OUT of the final")."""
    word = line.words[place].text
    if line.kind is not Kind.HEADLINE or len(word) < 3 or not word.isupper() or word in document.initials:
        return False
    if place and line.words[place - 1].text.isupper():
        return False
    return (word,) not in lexicon.listed and lexicon.is_ordinary(word.lower())


def opens_paper(line: Line, place: int) -> bool:
    """Whether a day opens the name of a paper here ("the Sunday Ledger")."""
    return (
        line.words[place].text in FREED_DAYS
        and touching(line, place + 1)
        and line.words[place + 1].text in PAPER_HEADS
    )


def is_people(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a people's name that no further capital word follows stands at ``place``."""
    entry = lexicon.listed.get((line.words[place].text,)) if place < len(line.words) else None
    return entry is not None and entry[0] is EntityType.NORP and not touching(line, place + 1)


def heal_openings(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return names with those whole that a sentence's start has cut ("Time for Life said", "Nine Elms said").

    ``names`` are in reading order. What ties a name, or a number that opens it, tells within sentences only.
    """
    inside = (name for name in pulsed(names) if not document.lines[name.line].words[name.first].first)
    whole = {name.words for name in inside if len(name.words) > 1 and _tied(name, lexicon)}
    whole |= {name.words[:-1] for name in pulsed(names) if _is_headed(name, lexicon)}
    if not whole:
        return names
    whole |= {words[:2] for words in whole if lexicon.has("number openers", words[0])}
    longest = max(map(len, whole))
    healed: list[Name] = []
    for name in names:
        if healed and healed[-1].line == name.line and name.first < healed[-1].last:
            continue
        healed.append(_healed(name, document.lines[name.line], whole, longest))
    return healed


def _healed(name: Name, line: Line, whole: set[tuple[str, ...]], longest: int) -> Name:
    """Return the longest of the ``whole`` names that begins a sentence where ``name`` does, or ``name``."""
    words, begin = line.words, name.first
    if begin and words[begin - 1].first and words[begin - 1].capital:
        begin -= 1
    if not words[begin].first or name.scores:
        return name
    for count in range(min(longest, len(words) - begin), len(name.words), -1):
        if tuple(word.text for word in words[begin : begin + count]) in whole:
            return make_name(line, begin, begin + count)
    return name


def _is_headed(name: Name, lexicon: Lexicon) -> bool:
    """Whether a body may go by the words in front of its head ("Pine Barrens" of Pine Barrens Bank)."""
    return (
        len(name.words) > 2 and lexicon.has("organisation heads", name.words[-1]) and "of" not in name.words
    )


def _tied(name: Name, lexicon: Lexicon) -> bool:
    """Whether small words or a number, not capitals alone, make the words of a name one."""
    inside = name.words[1:-1]
    return lexicon.has("number openers", name.words[0]) or any(word.islower() for word in inside)
