"""Who speaks: the words beside a reporting verb that name its subject."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, cues, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word, last_of_name, owns
from desktop_app.extract.quotations_phrases import PRONOUNS, Part, is_personal, noun_phrase, with_role
from desktop_app.extract.quotations_relatives import (
    described_by_article,
    described_noun,
    explained_noun,
    honours,
    named_body,
    named_body_after,
)
from desktop_app.text.lexicons import read_words

HE = frozenset(("he", "him", "his", "он", "его", "er", "il", "lui", "él", "他"))
SHE = frozenset(("she", "her", "она", "её", "ее", "elle", "ella", "她"))
HAVE_ABROAD = read_words("reporting_grammar.txt", "have_abroad")
"""What other languages put in front of a participle: "a déclaré X"."""

_SKIPPED = read_words("reporting_grammar.txt", "skipped") | HAVE_ABROAD
_OPENING = read_words("reporting_grammar.txt", "opening")
_AFTER_STOP = read_words("reporting_grammar.txt", "after_stop")
_LINKING = read_words("reporting_grammar.txt", "linking")
_VAGUE = read_words("reporting_grammar.txt", "vague")
_HEARSAY = read_words("reporting_grammar.txt", "hearsay")
_PASSIVE = read_words("reporting_grammar.txt", "passive")
_BESIDE = frozenset(("behind", "with", "for", "of", "around", "against", "before", "near", "like", "beside"))
"""In front of a pronoun that is no subject: "the team behind it"."""

SENT = read_words("reporting_grammar.txt", "sent")
"""What is done with a message: "an email sent by X"."""

_PERIODS = read_words("reporting_grammar.txt", "periods")
_DAYS = read_words("reporting_grammar.txt", "days")
_INSIDE = POSSESSIVES | {"'", "&", "-"}
"""Marks inside a subject."""

_NEAR = 4
"""Words back from a noun to the article that opens its phrase."""

_HONOURS = 5
"""Words and stops of the longest title in front of a name: "Lt. Col."."""

_KEPT = 8
"""Words of a clause that are kept with the subject that it describes."""

_IS = frozenset(("is", "was"))
_ASKED = frozenset(("asked", "told", "pressed", "questioned"))
_MAX_SUBJECT = 14
"""Words of the longest subject that is looked for."""


def subject_before(words: Sequence[Word], cue: int, low: int, *, lenient: bool = False) -> Part | None:
    """Return the subject in front of a reporting verb at place ``cue``, not reaching below ``low``.

    An apposition between commas or brackets is stepped over, unnamed sources are kept whole ("one source
    close to the minister"). ``lenient`` takes any noun for a speaker, as right beside a quotation.
    """
    end = _skip_left(words, cue - 1, low)
    if end < low:
        return (low, low) if low < cue and words[low].low == "both" else None
    owner = words[end].text in POSSESSIVES and not (
        words[cue].low in cues() and cues()[words[cue].low].nounlike
    )
    if owner and end > low and words[end - 1].name is not None:
        firm = noun_phrase(words, end - 1, low, lenient=lenient)  # "Sainsbury's said"
        return firm and (firm[0], end)
    if words[end].text == ")":
        end = next((i - 1 for i in range(end, low - 1, -1) if words[i].text == "("), low - 1)
        if end < low:
            return None
    if words[end].text == ",":
        body = named_body(words, end, low)
        if body is not None:
            return body
        explained = explained_noun(words, end, low)
        if explained is None:
            return None
        end = explained
    if words[end].low in ("but", "and", "or"):
        return _shared_subject(words, end, 0)
    end = _before_relative(words, end, low)
    if words[end].low == "who":
        end -= 1
        if end >= low and words[end].text == ",":
            explained = explained_noun(words, end, low)
            end = explained if explained is not None and words[explained].person else end - 1
        if end < low:
            return None
        told = _one_among(words, end, low) or _told_of(words, end, low)
        if told is not None:
            return told
    if not words[end].is_word:
        return None
    if words[end].low in PRONOUNS and not (end > low and words[end - 1].low in _BESIDE):
        return (end, end)
    noun = described_noun(words, end, low)
    if noun is not None:
        head = noun_phrase(words, noun, low, lenient=lenient)
        return head and (head[0], end if end - noun <= _KEPT else noun)
    return noun_phrase(words, end, low, lenient=lenient)


def _before_relative(words: Sequence[Word], end: int, low: int) -> int:
    """Return the place of what "that" or "which" at ``end`` stands for, or ``end`` where neither is there."""
    if words[end].low in ("that", "which") and end > low and words[end - 1].low in body_nouns():
        return end - 1  # "placards that read"
    if words[end].low == "which" and end - 1 > low and words[end - 1].text == ",":
        return end - 2  # "the firm, which calls it"
    return end


def _one_among(words: Sequence[Word], end: int, low: int) -> Part | None:
    """Return who "was among those who", "is one of the doctors who", where "who" stands behind ``end``."""
    for at in range(end, max(low, end - _KEPT), -1):
        if words[at].low == "among" or (words[at].low, words[at + 1].low) == ("one", "of"):
            before = at - 1
            if before <= low or words[before].low not in _IS or not words[before - 1].is_word:
                return None
            found = noun_phrase(words, before - 1, low, lenient=False)
            return found if found is not None and words[found[1]].person else None
    return None


def _told_of(words: Sequence[Word], end: int, low: int) -> Part | None:
    """Return the person, or the source without a name, that "who" behind place ``end`` tells of."""
    if words[end].person:
        first = end
        while first > low and words[first - 1].name is words[end].name:
            first -= 1
        return with_role(words, first, low), end
    if words[end].low in speaking_nouns():
        near = range(end, max(low, end - _NEAR) - 1, -1)
        opened = next((place for place in near if words[place].low in _OPENING), None)
        if opened is not None:
            return opened, end  # "the call came from a shopper who said"
    return None


def _shared_subject(words: Sequence[Word], conjunction: int, low: int) -> Part | None:
    """Return the subject of the verb before "and said": an earlier reporting verb's, or what opens."""
    verbs = cues()
    for place in range(conjunction - 1, low, -1):
        word = words[place]
        if word.quote < 0 and word.name is None and word.low in verbs and not verbs[word.low].nounlike:
            subject = subject_before(words, place, low)
            if subject is not None and is_personal(words, subject):
                return subject
    low = _behind_opener(words, low, conjunction)
    opening = subject_after(words, low, conjunction)
    if opening is None or not is_personal(words, opening):
        return None
    if opening[0] != low:
        return opening  # "The town's baker, X, | stood up and said"
    name = words[low].name
    if name is not None:
        end = last_of_name(words, low, conjunction)
        if words[end + 1].low not in speaking_nouns() and words[end + 1].low not in body_nouns():
            return (low, end)
    linked = [place for place in range(low + 1, opening[1]) if words[place].low in _LINKING]
    if linked and words[linked[0] + 1].name is not None and name is None:
        # "Inspectors of X | visited the plant and found"
        return (low, last_of_name(words, linked[0] + 1, conjunction))
    head = _plain_head(words, opening) if name is None else None
    return (opening[0], head) if head is not None else opening


def _behind_opener(words: Sequence[Word], low: int, high: int) -> int:
    """Return where the clause begins behind "Asked whether he would resign, | he paused and said"."""
    if words[low].low not in _ASKED:
        return low
    commas = (at for at in range(low, high - 1) if words[at].text == ",")
    return next((at + 1 for at in commas if words[at + 1].low in PRONOUNS or words[at + 1].person), low)


def _plain_head(words: Sequence[Word], part: Part) -> int | None:
    """Return the place of the noun that heads a subject with its verb behind it: "the man | ran in"."""
    for place in range(part[0], part[1]):
        after = words[place + 1]
        speaks = words[place].low in speaking_nouns() or words[place].low in body_nouns()
        more = after.name is not None or after.low in speaking_nouns() or after.low in body_nouns()
        if speaks and not more and after.is_word:
            return None if after.low in _LINKING else place
    return None


def subject_after(words: Sequence[Word], start: int, high: int) -> Part | None:
    """Return the subject that follows a reporting verb: the words from ``start``, ending before ``high``."""
    if start >= high or not words[start].is_word:
        return None
    if words[start].low in PRONOUNS:
        return (start, start)
    if words[start].low in _AFTER_STOP:
        return None
    end = start
    linked = False
    for place in range(start, min(high, start + _MAX_SUBJECT)):
        word = words[place]
        if not word.is_word and word.text not in _INSIDE | {"."}:
            break
        if word.text == "." and not (
            place + 1 < high and words[place + 1].text[:1].isupper() and place > start
        ):
            break
        if place > start and word.low in _AFTER_STOP and word.name is None:
            if word.low == "by" and words[place - 1].low in SENT:
                pass  # "an email sent by X"
            elif word.low == "about" and place + 1 < high and words[place + 1].text[:1].isdigit():
                pass  # "one of about 200 marchers"
            elif word.low == "in" and place + 1 < high and words[place + 1].name is not None and not linked:
                pass  # "officials in Kyiv"
            else:
                break
        linked = linked or word.low in _LINKING
        end = place
        owner = place + 1 < high and owns(words, place)  # "Lee's widow"
        if word.person and not linked and not owner and last_of_name(words, place, high) == place:
            if place + 2 < high and words[place + 1].low == "and" and words[place + 2].text[:1].isupper():
                continue
            break
    while end > start and not words[end].is_word:
        end -= 1
    body = named_body_after(words, end, high)
    if body is not None and words[start].low in _OPENING:
        return (start, body)
    return named_after(words, start, end, high) or (start, end)


def named_after(words: Sequence[Word], start: int, end: int, high: int) -> Part | None:
    """Return the name in "her husband, Tom", where it is all that the comma phrase behind a part holds."""
    nobody_named = not any(
        words[place].person and not owns(words, place) for place in range(start, min(end + 1, len(words) - 1))
    )
    first = end + 2
    follows = first < high and words[end + 1].text == ","
    opened = words[start].low in _OPENING and words[end].low not in body_nouns()
    somebody = opened or any(
        word.low in speaking_nouns() or word.low in _VAGUE for word in words[start : end + 1]
    )
    if not (nobody_named and follows and somebody):
        return None
    name_at = first + described_by_article(words, first, high)
    while name_at + 1 < high and name_at - first < _HONOURS and not words[name_at].person:
        if not (honours(words[name_at]) or words[name_at].text == "."):
            return None
        name_at += 1
    if not words[name_at].person:
        return None
    last = last_of_name(words, name_at, high)
    closes = last + 1 >= len(words) or words[last + 1].text in (",", ".", ";", "—", "–") or last + 1 == high
    return (first, last) if closes else None


def personal_after(words: Sequence[Word], start: int, high: int) -> Part | None:
    """Return the subject from ``start`` on as `subject_after` does, where it can speak."""
    found = subject_after(words, start, high)
    return found if found is not None and is_personal(words, found) else None


def _skip_left(words: Sequence[Word], place: int, low: int) -> int:
    """Step over auxiliaries, adverbs and times between a subject and its verb."""
    while place >= low:
        word = words[place]
        if word.low in _SKIPPED or _adverb(word):
            place -= 1
        elif (
            word.low in _PERIODS
            and place - 1 >= low
            and words[place - 1].low in ("last", "this", "earlier", "late")
        ):
            place -= 2
        elif word.low == "to" and place - 2 >= low and words[place - 1].low in _HEARSAY:
            place -= 2  # "X is said to have called it"
            while place >= low and (words[place].low in _PASSIVE or words[place].low in _SKIPPED):
                place -= 1
        elif word.low in _DAYS:
            place -= 2 if place - 1 >= low and words[place - 1].low in ("on", "late", "early") else 1
        else:
            break
    return place


def _adverb(word: Word) -> bool:
    noun = word.low in speaking_nouns() or word.low in body_nouns()
    return word.low.endswith("ly") and word.name is None and word.text.islower() and not noun
