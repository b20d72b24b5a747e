"""Speaker and reporting word behind a quotation: "...", said X; "...", X, the mayor, said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_clauses import heard
from desktop_app.extract.quotations_cues import body_nouns, cues, document_nouns, foreign_cues, speaking_nouns
from desktop_app.extract.quotations_lines import Line, Word, last_of_name
from desktop_app.extract.quotations_phrases import PRONOUNS, Part, is_personal
from desktop_app.extract.quotations_sources import source_phrase
from desktop_app.extract.quotations_subjects import HAVE_ABROAD, personal_after, subject_after, subject_before
from desktop_app.extract.quotations_verbs import Attribution, made, participle, reports
from desktop_app.text.lexicons import function_words, read_words

_HEARSAY = read_words("reporting_grammar.txt", "hearsay")
_PASSIVE = read_words("reporting_grammar.txt", "passive")
_TOLD = read_words("reporting_grammar.txt", "told")

_DONE = frozenset(("hold", "see", "know", "put", "begin", "rule", "press", "hit", "shoot", "fire", "print"))
"""Verbs for what is done with a thing, not said of it: the “golden share” held by the state."""

_REPLIES = frozenset(("reply", "answer", "response", "retort", "cry", "shout", "verdict"))

_REACH = 26
"""Words after a quotation among which its reporting verb may stand."""

_TAIL = 12
"""Words that may follow a reporting verb that closes the sentence of a quotation without comma."""

_CALLING = 4
"""Words of the longest calling in front of a name: "former deputy fire chief"."""

_IN_TITLES = frozenset(("and", "of", "for", "the"))
"""Small words inside an office: "Minister of State for Ports"."""


def look_right(line: Line, place: int, *, open_end: bool) -> Attribution | None:
    """Return the attribution behind a quotation; ``open_end``: neither a comma nor a stop closes it."""
    words = line.words
    high = next((i for i in range(place + 1, len(words)) if words[i].quote >= 0), len(words))
    first = place + 1
    while first < high and words[first].text in (",", "—", "–", "-", ";"):
        first += 1
    if first >= high:
        return None
    source = source_phrase(words, first, high)
    if source is not None and not _told_before(words, first, source[0][0]):
        return made(line, source[1], source[0], "right", source[0][0] - place)
    noted = words[first].low in cues() and cues()[words[first].low].base not in _DONE
    if noted and participle(words[first].low) and words[first + 1 : first + 2]:
        by = words[first + 1].low == "by"  # the “defects” noted by the inspectors
        agent = personal_after(words, first + 2, high) if by else None
        if agent is not None:
            return made(line, agent, (first, first), "right", 1)
    if words[first].low in ("came", "comes") and words[first + 1 : first + 2]:  # "..., came the reply"
        replied = next((i for i in range(first + 1, min(high, first + 4)) if words[i].low in _REPLIES), None)
        if replied is not None:
            cue = words[replied].start, words[replied].end
            return Attribution(line.paragraph, None, cue, "right", 1)
    if first + 1 < high and words[first].low in HAVE_ABROAD and words[first + 1].low in foreign_cues():
        first += 1  # "a déclaré X"
    head = words[first]
    hyphened = _hyphened(line, first)
    if hyphened is not None:
        return hyphened
    if not open_end and not _in_relative(words, place):
        inverted = _inverted(words, first, high)
        if inverted is not None:
            return made(line, inverted, (first, first), "right", 1)
    if head.text == "(" and first + 1 < high and words[first + 1].person:
        return made(line, (first + 1, last_of_name(words, first + 1, high)), None, "right", 1)
    credited = _credited(words, place, first, high)
    if credited is None and head.person and words[first - 1].text in ("—", "–"):
        credited = _signature(words, first, high) or _aside(words, first, high)  # “...” — Ann Lee, senator
    if credited is not None:
        return made(line, credited, None, "right", 1)
    if open_end:
        return _closing_clause(line, place, first, high)
    return _clause(line, place, first, high)


def _inverted(words: Sequence[Word], first: int, high: int) -> Part | None:
    """Return the subject right behind a reporting verb after a quotation: "said X", "reads the sign"."""
    head = words[first]
    cue = cues().get(head.low)
    if cue is None or head.name is not None:
        return None
    subject = subject_after(words, first + 1, high)
    noun = cue.nounlike and head.low == cue.base != "read"  # “...,” state news agency X quoted ...
    if subject is None or noun:
        return None
    clear = cue.strong and not cue.nounlike
    written = cue.base == "read" and _is_written(words, subject)
    return subject if clear or written or is_personal(words, subject) else None


def _clause(line: Line, place: int, first: int, high: int) -> Attribution | None:
    """Find "X, the mayor, said" and its kin behind a quotation."""
    words = line.words
    for at in range(first + 1, min(high, first + _REACH)):
        if words[at].low in _TOLD and words[at - 1].low in _PASSIVE and words[at + 1 : at + 2]:
            by = words[at + 1].low == "by"  # “...,” the captain was told by an officer
            agent = personal_after(words, at + 2, high) if by else None
            if agent is not None:
                return made(line, agent, (at, at), "right", at - place)
        if not reports(words, at, first) or _is_noun(words, at, first):
            continue
        subject = heard(words, at, first) or _subject(words, at, first)
        if subject is not None:
            return made(line, subject, (at, at), "right", at - place)
    for at in range(first + 1, min(high, first + 8)):  # "in a statement on Monday, said X"
        if words[at - 1].text == "," and words[at].low in cues() and cues()[words[at].low].strong:
            subject = personal_after(words, at + 1, high)
            if subject is not None:
                return made(line, subject, (at, at), "right", at - place)
    return None


def _subject(words: Sequence[Word], at: int, first: int) -> Part | None:
    """Return the subject of a reporting verb that leads from the quotation right up to it."""
    to = words[at - 1].low == "to" and words[at - 2].low not in _HEARSAY  # "X was quick to say"
    subject = personal_after(words, first, at - 1) if to else subject_before(words, at, first, lenient=True)
    if subject is None:
        return None
    if subject[0] > first and (
        _titles_between(words, first, subject[0]) or _described(words, first, subject[0])
    ):
        subject = (first, subject[1])  # "Lt. Col. X told"
    opened = words[subject[0] - 1]  # "the mayor, X, said", "the clerk, 22-year-old X, said"
    explained = words[at - 1].text == "," and (opened.text == "," or opened.low.endswith("-year-old"))
    if subject[0] != first and not explained and not _only_between(words, first, subject[0]):
        return None  # "on Monday, said X"
    return subject


def _in_relative(words: Sequence[Word], place: int) -> bool:
    """Whether a fragment closes a clause whose noun has its verb behind it: "X, who calls it “...”, said"."""
    opened = next((i for i in range(place - 1, 0, -1) if words[i].text == "," or words[i].quote >= 0), 0)
    return opened > 0 and words[opened].text == "," and words[opened + 1].low in ("who", "which", "the", "a")


def _is_written(words: Sequence[Word], subject: Part) -> bool:
    """Whether something written down is in a subject: "the first line of the letter"."""
    return any(word.low in document_nouns() for word in words[subject[0] : subject[1] + 1])


def _told_before(words: Sequence[Word], first: int, source: int) -> bool:
    """Whether somebody is said to say it before a source is named: "...", X said, according to a tape."""
    for at in range(first + 1, source):
        if reports(words, at, first):
            subject = subject_before(words, at, first)
            return subject is not None and subject[0] == first and is_personal(words, subject)
    return False


def _is_noun(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether a form that may be a noun is one: "X declined further comment", but "the critics claim"."""
    cue = cues()[words[at].low]
    if not cue.nounlike or words[at].low != cue.base or words[at].low == "read":
        return False
    before = words[at - 1]
    speaks = before.low in PRONOUNS | speaking_nouns() | body_nouns() or before.name is not None
    return not (speaks or before.low.endswith("ly") or before.text == "," or at - 1 < first)


def _hyphened(line: Line, place: int) -> Attribution | None:
    """Return the attribution of French "dit-elle" and "a-t-il déclaré"."""
    word = line.words[place]
    verb, hyphen, pronoun = word.low.rpartition("-")
    if not hyphen or pronoun not in ("il", "elle", "ils", "elles"):
        return None
    speaker = word.end - len(pronoun), word.end
    following = line.words[place + 1] if place + 1 < len(line.words) else None
    if verb.removesuffix("-t") in foreign_cues():
        return Attribution(line.paragraph, speaker, (word.start, word.start + len(verb)), "right", 1)
    if following is not None and following.low in foreign_cues():
        return Attribution(line.paragraph, speaker, (following.start, following.end), "right", 1)
    return None


def _credited(words: Sequence[Word], place: int, first: int, high: int) -> Part | None:
    """Return who is credited behind the quotation that opens a headline: ‘…’: X wins, ‘…’ – survivors."""
    mark = words[place + 1].text
    if place or high < len(words) or mark not in (":", "–", "—", "-"):
        return None
    if mark == ":":
        first = place + 2
    if first >= high:
        return None
    last = first
    if words[first].name is None:
        if mark == ":":
            return None  # who acts in the headline need not be who speaks
        while last < min(high, first + _CALLING) and words[last].low not in speaking_nouns():
            last += 1
        if last == min(high, first + _CALLING) or any(not word.is_word for word in words[first:last]):
            return None
    elif words[first].person:
        last = last_of_name(words, first, high)
    else:
        return None
    closes = last + 1 == len(words) or (mark == ":" and words[last + 1].text[:1].islower())
    return (first, last) if closes else None


def _signature(words: Sequence[Word], first: int, high: int) -> Part | None:
    """Return the name that signs a quotation behind a dash, with nothing after it but what explains it."""
    last = last_of_name(words, first, high)
    closes = last + 1 == len(words) or words[last + 1].text in (",", ".", "(")
    told = any(reports(words, at, first) for at in range(last + 1, high))
    return (first, last) if closes and not told else None


def _aside(words: Sequence[Word], first: int, high: int) -> Part | None:
    """Return the person of an aside between two dashes: “We lost” — Lee raised a hand — “and won.”"""
    last = last_of_name(words, first, high)
    return (first, last) if high < len(words) and words[high - 1].text in ("—", "–") else None


def _closing_clause(line: Line, place: int, first: int, high: int) -> Attribution | None:
    """Find ", X said" at the end of the sentence of a quotation that is part of the sentence."""
    words = line.words
    for at in range(high - 1, first, -1):
        inserted = at + 1 < high and words[at + 1].text == ","  # "..., it said, and the city ..."
        inserted = inserted or words[at - 1].text == ","  # ", said X, who asked not to be named"
        if not reports(words, at, first) or (high - at > _TAIL and not inserted):
            continue
        if high < len(words) and all(word.is_word for word in words[at + 1 : high]):
            continue  # it reports the next quotation
        subject = subject_before(words, at, first)
        closes = words[high - 1].text not in (":", ",")
        if subject is not None and subject[0] > first and words[subject[0] - 1].text == "," and closes:
            return made(line, subject, (at, at), "right", at - place)
        if words[at - 1].text == "," and cues()[words[at].low].strong:
            after = personal_after(words, at + 1, high)
            if after is not None:
                return made(line, after, (at, at), "right", at - place)
    return None


def _only_between(words: Sequence[Word], first: int, subject: int) -> bool:
    """Whether nothing but a conjunction or adverb stands between the quotation and the subject."""
    return all(word.low in ("and", "but", "then", "so", "as", "or", "yet") for word in words[first:subject])


def _described(words: Sequence[Word], first: int, subject: int) -> bool:
    """Whether an article and plain words lead up to a name: "the 24-year-old Dane", "an angry Lee"."""
    between = words[first + 1 : subject]
    return (
        words[first].low in ("the", "a", "an")
        and len(between) <= _CALLING
        and all(
            word.is_word
            and word.name is None
            and word.low not in cues()
            and (word.low not in function_words())
            for word in between
        )
    )


def _titles_between(words: Sequence[Word], first: int, subject: int) -> bool:
    """Whether nothing but a title or a calling stands between the quotation and a person: "Lt. Col.",
    "mail sorter".
    """
    person = next((place for place in range(subject, len(words)) if words[place].name is not None), first)
    while first + 1 < person and words[first].name is not None:
        first += 1  # "Labour’s Jill Abbott"
    if words[first].text in ("'s", "’s"):
        first += 1
    titles = words[first:person]
    if not words[person].person or any(word.name is not None for word in titles):
        return False
    shortened = all(
        word.text in (".", "&") or word.low in _IN_TITLES or word.text[:1].isupper() for word in titles
    )
    calling = len(titles) <= _CALLING and all(
        word.is_word and (word.low == "and" or word.low not in function_words()) and word.low not in cues()
        for word in titles
    )
    return shortened or (calling and not titles[-1].low.endswith("ly"))
