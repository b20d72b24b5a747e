"""Subjects with a clause or a comma phrase behind them: "a woman who lives next door said", "X, 43, said"."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, cues, document_nouns, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word, last_of_name
from desktop_app.model import EntityType
from desktop_app.text.lexicons import function_words, read_words

_MENTAL = read_words("reporting_grammar.txt", "mental")
_VAGUE = read_words("reporting_grammar.txt", "vague")
_DESCRIBING = read_words("reporting_grammar.txt", "describing")
_TITLES = read_words("reporting_grammar.txt", "titles")
_AUXILIARIES = read_words("reporting_grammar.txt", "auxiliaries")
_IN_FRONT = _AUXILIARIES | {"once", "also", "first", "never", "later", "not"}
_EXPLAINING = read_words("reporting_grammar.txt", "explaining")
_PREPOSITIONS = read_words("reporting_grammar.txt", "prepositions") - {"and", "or"}
RELATIVE = frozenset(("who", "that", "which"))
_PARTING = read_words("reporting_grammar.txt", "parting")
_AFTER_PARTICIPLE = read_words("reporting_grammar.txt", "after_participle")
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_CLAUSES = _PARTING - {"and", "or"}
_CALLING = 3
"""Words between an article and the name that it describes: "the Danish poet X"."""

_REACH = 16
"""Words of the longest clause between a noun and its verb."""


def described_noun(words: Sequence[Word], end: int, low: int) -> int | None:
    """Return the place of the noun that the clause ending at ``end`` describes, or None where there is none.

    The clause runs without a comma from "who", "that" or a participle up to ``end``: of "the neighbour who
    called the police", with ``end`` at "police", the place of "neighbour". Not of "the man who the police
    said", whose clause has a subject of its own, nor of "those who think the police said".
    """
    for place in range(end - 1, max(low, end - _REACH), -1):
        word = words[place]
        if word.quote >= 0 or word.text in (",", ";", ":", ".", "—", "–", "(", ")"):
            return None
        if word.name is None and word.low in _PARTING:
            return None
        if not (_may_speak(words, place - 1, low) or _belongs(words, place - 1, low)):
            continue
        if word.low in RELATIVE and word.name is None:
            return place - 1 if _opens_verb(words, place + 1, end) else None
        acting = word.low.endswith("ing") and word.text.islower() and word.low not in cues()
        following = words[place + 1]
        done = word.low in _DESCRIBING and (following.low in _AFTER_PARTICIPLE or following.name is not None)
        written = word.low.endswith("ed") and words[place - 1].low in document_nouns()
        done = done or (written and following.low in _PREPOSITIONS)
        if acting or done:
            return place - 1
    return None


def _may_speak(words: Sequence[Word], place: int, low: int) -> bool:
    """Whether a noun for people or a body stands at a place, or a word such as "those"."""
    if place < low:
        return False
    word = words[place]
    if word.name is not None:
        return word.person
    return word.low in speaking_nouns() or word.low in body_nouns() or word.low in _VAGUE


def _belongs(words: Sequence[Word], place: int, low: int) -> bool:
    """Whether a noun for people heads the phrase that ends at a place: "the captain of a ferry"."""
    if not words[place].text.islower():
        return False
    for at in range(place - 1, max(low, place - _CALLING - 2), -1):
        if words[at].low == "of":
            return words[at - 1].low in speaking_nouns()
        if not words[at].text.islower() or (words[at].low in function_words() and at != place - 1):
            return words[at - 1].low == "of" and at - 2 >= low and words[at - 2].low in speaking_nouns()
    return False


def _opens_verb(words: Sequence[Word], place: int, end: int) -> bool:
    """Whether a relative clause goes on with its verb, and not with a verb of saying or thinking."""
    first = place
    while place < end and (words[place].low in _IN_FRONT or words[place].low.endswith("ly")):
        place += 1
    word = words[place]
    cue = cues().get(word.low)
    if cue is not None and (cue.strong or cue.base in _MENTAL):
        return False
    if any(each.low in _AUXILIARIES for each in words[first:place]):
        return True
    known = word.low in speaking_nouns() or word.low in body_nouns() or word.low in function_words()
    return word.text.islower() and word.name is None and not known


def explained_noun(words: Sequence[Word], comma: int, low: int) -> int | None:
    """Return the last place of the noun phrase that one or more comma phrases explain.

    "The youngest judge of the panel, X, said": where the comma phrase is nothing but a name, X it is.
    """
    best: int | None = None
    last = comma - 1
    if last - 1 >= low and words[last].text.isupper() and words[last - 1].person:
        last -= 1  # "Anil Mehta QC"
    if last >= low and words[last].person:
        name = words[last].name
        first = last
        while first > low and (words[first - 1].name is name or honours(words[first - 1])):
            first -= 1
        for article in range(first - 1, max(low, first - _CALLING - 2), -1):  # ", the poet X,"
            if article + described_by_article(words, article, first) == first:
                first = article if not words[article - 2].person else first
        called = first
        while called > low and words[called - 1].text.islower() and words[called - 1].name is None:
            called -= 1
        if 0 < first - called <= _CALLING + 1 and words[called - 1].text == ",":
            plain = all(word.is_word and word.low not in function_words() for word in words[called:first])
            first = called if plain and words[first - 1].low in speaking_nouns() else first
        if first > low and words[first - 1].low.endswith("-year-old"):
            first -= 1
        if first > low and words[first - 1].text == ",":
            return _in_front_of_who(words, first - 1, low) or last
    place = comma - 1
    steps = 0
    while place >= low and comma - place < 40:
        if words[place].quote >= 0 or words[place].text in ";:":
            break
        if words[place].text == ",":
            steps += 1
            before = place - 1
            if before >= low and words[before].text == ")":  # "X (Independent), who ..., said"
                before = next((i - 1 for i in range(before, low, -1) if words[i].text == "("), low - 1)
            if before >= low and words[before].is_word:
                if words[before].person:
                    return before
                speaks = best is not None and words[best].low in body_nouns() | speaking_nouns()
                if not speaks and _explains(words, place + 1, before):
                    return _member(words, before, low) or _linked_head(words, before)
                if best is None and not words[before].text.isdigit():  # "the driver, 24, who ..., told"
                    best = before
            if steps == 4:
                break
        place -= 1
    return best


def named_body(words: Sequence[Word], comma: int, low: int) -> tuple[int, int] | None:
    """Return the places of "its operator, X" in front of a comma, where X is the name of a body.

    The noun must head a phrase with an article that opens its clause: not "chief of its operator, X,".
    """
    body = words[comma - 1].name if comma > low else None
    if body is None or body.entity.type is not EntityType.ORG:
        return None
    first = comma - 1
    while first > low and words[first - 1].name is body:
        first -= 1
    noun = _comma_of(words, first, low) - 1
    if noun < low or words[noun].name is not None:
        return None
    if words[noun].low not in body_nouns() | speaking_nouns():
        return None
    start = noun
    while start > low and _inside(words[start - 1]):
        if words[start - 1].low in function_words() and words[start - 1].text not in POSSESSIVES:
            break
        start -= 1
    if start > low and words[start - 1].low in _ARTICLES:
        start -= 1
    elif not words[start].text[:1].isupper() or POSSESSIVES.isdisjoint(w.text for w in words[start:noun]):
        return None
    free = start == low or words[start - 1].text in (",", ";") or words[start - 1].low in _CLAUSES
    return (start, comma - 1) if free else None


def named_body_after(words: Sequence[Word], end: int, high: int) -> int | None:
    """Return the last place of "its owner, the Danish group X", whose noun is at ``end``; None if none."""
    if words[end].low not in body_nouns() | speaking_nouns() or end + 2 >= high or words[end + 1].text != ",":
        return None
    near = range(end + 2, min(high, end + _CALLING + 4))
    first = next((at for at in near if _names_body(words[at])), None)
    if first is None or _comma_of(words, first, end) != end + 1:
        return None
    last = last_of_name(words, first, high)
    return last if last + 1 >= len(words) or words[last + 1].text in (",", ".", ";", "—", "–") else None


def _names_body(word: Word) -> bool:
    return word.name is not None and word.name.entity.type is EntityType.ORG


def _comma_of(words: Sequence[Word], first: int, low: int) -> int:
    """Return the comma in front of a body's name, "the" or "the Danish group" between; -1 for none."""
    for article in range(first - 1, max(low, first - _CALLING - 2), -1):
        if words[article].text == ",":
            return article if article == first - 1 else -1
        if words[article].low == "the":
            called = words[article + 1 : first]
            plain = all(word.is_word and word.low not in function_words() for word in called)
            heads = not called or called[-1].low in body_nouns() | speaking_nouns()
            return article - 1 if plain and heads and words[article - 1].text == "," else -1
    return -1


def _inside(word: Word) -> bool:
    return word.is_word or word.text in POSSESSIVES | {"'"}


def _member(words: Sequence[Word], body: int, low: int) -> int | None:
    """Return the person behind whom a body is named between commas: "X, of the institute in Y, who ..."."""
    comma = next((i for i in range(body, low, -1) if words[i].text == ","), low)
    if comma <= low or words[comma + 1].low not in ("of", "from", "at", "with", "in", "a", "an", "the"):
        return None
    called = words[comma + 1].low in ("a", "an", "the") and words[comma - 1].name is not None
    return comma - 1 if called or words[comma - 1].person else None


def _explains(words: Sequence[Word], start: int, noun: int) -> bool:
    """Whether a comma phrase explains the body in front of it: "X, based in Salem, Oregon, said"."""
    head = _linked_head(words, noun)  # "A petition against the cuts, signed by many, argues"
    body = (
        words[head].name is not None or words[head].low in body_nouns() or words[head].low in speaking_nouns()
    )
    return body and (words[start].low in _EXPLAINING or words[start].low in _DESCRIBING)


def _linked_head(words: Sequence[Word], noun: int) -> int:
    """Return the place of the document that a phrase ending in a noun is about: "a petition against X"."""
    for place in range(noun - 1, max(-1, noun - _CALLING - 2), -1):
        if not words[place].is_word or words[place].low in cues():
            break
        if words[place].low in document_nouns() and words[place + 1].low in _PREPOSITIONS:
            return place
    return noun


def _in_front_of_who(words: Sequence[Word], comma: int, low: int) -> int | None:
    """Return whom a clause up to a comma is about: "X, who spoke through an aide, | Y, said" is X's."""
    opened = next((i for i in range(comma - 1, low, -1) if words[i].text == ","), low)
    about_person = opened > low and words[opened - 1].person
    return opened - 1 if about_person and words[opened + 1].low in ("who", "whose") else None


def described_by_article(words: Sequence[Word], start: int, high: int) -> int:
    """Return how many words of "the poet", "the Dane" stand in front of a person's name; 0 for none."""
    if words[start].low not in ("the", "a", "an"):
        return 0
    place = start + 1
    while place < min(high, start + _CALLING + 1) and not words[place].person:
        word = words[place]
        if not word.is_word or word.low in cues() or word.low in function_words():
            return 0
        place += 1
    return place - start if start + 1 < place < len(words) and words[place].person else 0


def honours(word: Word) -> bool:
    """Whether a word in front of a name may be a title: "Mr", "Alhaji", "Datuk"."""
    return word.low in _TITLES or (word.name is None and word.is_word and word.text[:1].isupper())
