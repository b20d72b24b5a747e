"""Speaker and reporting word in front of a quotation: X said: "..."; X called it "..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.extract.quotations_clauses import (
    acting,
    clause_subject,
    headline_subject,
    heard,
    main_subject,
    with_promise,
)
from desktop_app.extract.quotations_cues import (
    Cue,
    body_nouns,
    cues,
    document_nouns,
    foreign_cues,
    naming_words,
    singular,
    speaking_nouns,
)
from desktop_app.extract.quotations_interviews import is_interview
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Word, last_of_name
from desktop_app.extract.quotations_owners import owner_of, tells_content
from desktop_app.extract.quotations_phrases import PRONOUNS, Part, is_personal
from desktop_app.extract.quotations_relatives import described_noun, explained_noun
from desktop_app.extract.quotations_sources import source_phrase
from desktop_app.extract.quotations_subjects import personal_after, subject_after, subject_before
from desktop_app.extract.quotations_told import back_to, told_by
from desktop_app.extract.quotations_verbs import Attribution, made, reports
from desktop_app.text.lexicons import function_words, read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_PASSIVE = read_words("reporting_grammar.txt", "passive")
_CAUSES = frozenset(("prompting", "prompted", "leading", "led", "causing", "caused", "moving", "moved"))
_MENTAL = read_words("reporting_grammar.txt", "mental")
_AUXILIARIES = read_words("reporting_grammar.txt", "auxiliaries")
_JUDGING = read_words("reporting_grammar.txt", "judging")
_SIGNS = read_words("source_nouns.txt", "signs")
_ASIDE = 14
"""Words of the longest aside between "said" and "that"."""

_WRITTEN_NEAR = 8
"""Words back to what is read or left out: "the letter, dated May, reads", "Y, “...”"."""

_TITLES = read_words("reporting_grammar.txt", "titles")
_REPEATING = read_words("reporting_grammar.txt", "repeating")
_BEFORE_CLAUSE = read_words("reporting_grammar.txt", "before_clause")
_HUMAN = read_words("reporting_grammar.txt", "human")
ISSUED = read_words("reporting_grammar.txt", "issued")
"""Verbs of those who let others read what they have to say: "X issued a statement"."""

_MODALS = read_words("reporting_grammar.txt", "modals")
_NO_NOMINATIVE = frozenset(("den", "dem", "des", "einen", "einem"))
_SELF = frozenset(("himself", "herself", "itself", "themselves"))
_ARTICLES = frozenset(("a", "an", "the", "one", "another", "his", "her", "their", "my", "our"))
_NO_CUE = Cue("", False, False)
_UNKNOWN = 4
"""Words of the longest subject whose noun is no known one, its article not counted."""

_OPENS_ONE = POSSESSIVES | {"a", "an", "this", "another", "his", "her", "its"}
_DURING = frozenset(("in", "during", "with"))


def look_left(line: Line, place: int) -> Attribution | None:
    """Return the attribution in front of a quotation."""
    words = line.words
    low = next((i + 1 for i in range(place - 1, -1, -1) if words[i].quote >= 0), 0)
    if low and place - low <= 3 and all(words[i].low in ("and", ",", "or", "but") for i in range(low, place)):
        return None  # "X" and "Y": shares the attribution of the first
    if place > low and words[place - 1].text == ":":
        spoken = _before_colon(line, place, low)
        if spoken is not None:
            return spoken
    if place >= low + 2 and words[place - 1].text == "(" and words[place - 2].person:
        name = words[place - 2].name  # "Mr Webb (“I have never been so cold”) was rescued"
        first = next(at for at in range(low, place) if words[at].name is name)
        return made(line, _with_title(words, first, place - 2, low), None, "left", 1)
    short = _verbless(line, place)
    if short is not None:
        return short
    source = source_phrase(words, low, place)
    if source is not None and place - source[1][1] <= 2:
        return made(line, source[1], source[0], "left", place - source[1][1])
    naming = any(word.low in naming_words() for word in words[max(low, place - 3) : place])
    found = _by_word(line, place, low, naming=naming)
    if found is not None:
        return found
    if source is not None and not naming:
        return made(line, source[1], source[0], "left", place - source[1][1])
    if naming:
        return Attribution(line.paragraph, None, None, "left", 0, naming)
    return _heading_name(line, place, low)


def _verbless(line: Line, place: int) -> Attribution | None:
    """Find who speaks in "X called it “...”; Y, “...”", where the verb is not said again."""
    words = line.words
    opened = next((i for i in range(place - 1, 0, -1) if words[i].text == ";" or words[i].quote >= 0), 0)
    if not opened or words[opened].text != ";" or words[place - 1].text != "," or place - opened < 3:
        return None
    whole = opened + 1, place - 2
    plain = place - opened <= _WRITTEN_NEAR and all(
        w.is_word and w.low not in cues() for w in words[whole[0] : place - 1]
    )
    return made(line, whole, None, "left", 1) if plain and is_personal(words, whole) else None


def _heading_name(line: Line, place: int, low: int) -> Attribution | None:
    """Return the person whose name and a colon open a headline: "Rourke: ferry deal ‘a sham’"."""
    words = line.words
    if low or not words[0].person:
        return None
    last = last_of_name(words, 0, place)
    named = last + 1 < place and words[last + 1].text == ":"
    return made(line, (0, last), None, "left", 1) if named else None


def _by_word(line: Line, place: int, low: int, *, naming: bool) -> Attribution | None:
    """Return the attribution by the nearest word in front of a quotation that reports or names."""
    words = line.words
    for at in range(place - 1, low - 1, -1):
        word = words[at]
        if word.text == ";" or (word.text in (".", "!", "?") and at < place - 1):
            break
        owner = owner_of(words, at, low) if place - at <= 8 else None
        if (
            owner is not None
            and words[owner[0] - 1].low in _DURING
            and _clear_report(words, owner[0] - 2, low)
        ):
            continue  # "said in his verdict that"
        if owner is not None and (tells_content(words, at, place) or not _is_object(words, owner, low)):
            return made(line, owner, (at, at), "left", place - at)
        told = told_by(line, at, low, place)
        if told is not None:
            return told
        coming = with_promise(words, at)
        if coming is not None:
            return made(line, coming, (at, at), "left", place - at)
        caused = _caused(words, at, low)
        if caused is not None:
            return made(line, caused, (at, at), "left", place - at)
        if not reports(words, at, low):
            continue
        if word.low.endswith("ing") and at > low and reports(words, at - 1, low):
            continue  # "a guest reported seeing"
        subject = _left_subject(words, at, low)
        if subject is not None and word.low in foreign_cues() and words[subject[0]].low in _NO_NOMINATIVE:
            subject = None  # "Den Plan nannte X"
        subject = subject or _later_subject(words, at, low, place) or headline_subject(words, at)
        if subject is None:
            if _names(words, at):
                return Attribution(line.paragraph, None, None, "left", place - at, naming=True)
            continue
        subject, at = _outer(words, subject, at, low)
        right_after = low and words[low].text == "," and low <= subject[0] <= low + 1
        opens = words[place - 1].text in (",", ":") or place - at <= 2
        if right_after and not words[at].low.endswith("ing") and not opens:
            continue  # the words after a quotation report that one
        opener = "as" if cues()[words[at].low].base == "refer" else "that"
        found = made(line, subject, (at, at), "left", back_to(words, opener, place, at))
        naming = naming or _names(words, at)
        return replace(found, naming=naming)
    return None


def _later_subject(words: Sequence[Word], at: int, low: int, place: int) -> Part | None:
    """Return the subject behind a reporting word: "it is now, says X, “...”", "Saying “...”, X left"."""
    abroad = words[at].low in foreign_cues()  # "den Plan nannte X"
    if at + 1 < place and (at == low or words[at - 1].text == "," or abroad):
        subject = personal_after(words, at + 1, place)
        if subject is not None and (abroad or words[subject[1] + 1].low not in _AUXILIARIES):
            return subject  # not "X defends the cuts, says critics are “...”"
    opens = at == 0 or (at == 1 and words[0].low in _BEFORE_CLAUSE)  # "After calling it “...”, X left"
    if not opens or not words[at].low.endswith("ing"):
        return None
    comma = next((i for i in range(place + 1, min(place + 4, len(words))) if words[i].text == ","), None)
    return personal_after(words, comma + 1, len(words)) if comma is not None else None


def _left_subject(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return the subject of a reporting verb in any form: "X said", "X ..., adding", "X ... to say"."""
    word = words[at].low
    before = words[at - 1] if at > low else None
    if word.endswith("ing") or (before is not None and before.low == "to"):
        taken = heard(words, at, low)
        if taken is not None:
            return taken
        if before is not None and before.low in _PASSIVE:
            return subject_before(words, at - 1, low)  # "X is urging people to"
        if at - 3 > low and words[at - 2].low == "on" and words[at - 3].low in ("goes", "went", "go"):
            return subject_before(words, at - 3, low)  # "the letter goes on to describe it as"
        if before is None or not (before.person or before.low in speaking_nouns() | body_nouns()):
            for earlier in range(at - 1, -1, -1):
                if cues().get(words[earlier].low, _NO_CUE).nounlike and not _clear_verb(words, earlier, 0):
                    continue  # "X rejected calls for her to go, saying"
                if reports(words, earlier, 0) and not words[earlier].low.endswith("ing"):
                    subject = subject_before(words, earlier, 0)
                    if subject is None and words[0].low in ("a", "an") and earlier <= _UNKNOWN + 1:
                        subject = subject_before(words, earlier, 0, lenient=True)  # "An auction house"
                    if subject is None and earlier + 1 < at:
                        subject = subject_after(words, earlier + 1, at)
                    if subject is not None:
                        return subject
        return acting(words, at, low)
    if cues()[word].nounlike and (before is None or not _clear_verb(words, at, low)):
        return None
    return subject_before(words, at, low) or main_subject(words, at) or _unknown_noun(words, at, low)


def _caused(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return who speaks in "prompting one senator | to call it “...”"."""
    if words[at].low not in cues() or at < 3 or words[at - 1].low != "to":
        return None
    by = next((i for i in range(at - 2, max(low, at - _WRITTEN_NEAR), -1) if words[i].low in _CAUSES), None)
    if by is None or by + 1 > at - 2:
        return None
    whole = by + 1, at - 2
    plain = all(word.is_word for word in words[whole[0] : at - 1])
    return whole if plain and is_personal(words, whole) else None


def _unknown_noun(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return the subject of a verb that only people use, whatever its noun: "the hairdresser said"."""
    if cues()[words[at].low].base not in _HUMAN:
        return None
    comma = next((i for i in range(1, min(at, _UNKNOWN + 1)) if words[i].text == ","), None)
    which = comma is not None and words[at - 1].text == "," and words[comma + 1].low == "which"
    named = all(w.text[:1].isupper() and w.low not in function_words() for w in words[: comma or 0])
    if low == 0 and comma is not None and which and named:
        return 0, comma - 1  # "Bean Hill, which runs 40 cafes, said"
    found = subject_before(words, at, low, lenient=True)
    if found is not None:
        outer = found[0] - 2 if words[found[0] - 1].low == "that" else found[0] - 1
        if outer >= low and words[outer].low in cues():
            return None  # "the senator said the plan told of"
    if found is None or found[1] - found[0] > _UNKNOWN:
        return None
    if words[found[0]].low not in _ARTICLES:  # "Ohlsen said", a firm that nothing else tells of
        named = all(word.text[:1].isupper() and word.low not in function_words() for word in words[:at])
        return found if named and found == (0, at - 1) else None
    head = words[found[1]]
    plain = head.text.replace("-", "").isalpha() and head.name is None and head.low not in function_words()
    return found if plain and found[1] > found[0] else None


def _clear_verb(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the words before a verb that may be a noun show that it is a verb here."""
    word, before = words[at].low, words[at - 1]
    if word == cues()[word].base and before.name is not None and _in_phrase(words, at, low):
        return False  # "said in a Facebook post that"
    if before.low in PRONOUNS or before.low == "which" or before.name is not None:
        return True
    if word in ("read", "reads"):
        written = any(each.low in document_nouns() for each in words[max(low, at - _WRITTEN_NEAR) : at])
        return written or (at + 1 < len(words) and words[at + 1].text == ":")  # "The stone reads: ..."
    noun = described_noun(words, at - 1, low)
    if noun is None and before.text == ",":
        noun = explained_noun(words, at - 1, low)  # "The citation, from 1991, praises"
    if noun is not None:
        before = words[noun]  # "a letter signed by 40 doctors calls it"
    if at - 3 >= low and words[at - 2].low == "of" and words[at - 3].low in body_nouns():
        before = words[at - 3]  # "the code of 1891 calls it"
    if before.low not in speaking_nouns() and before.low not in body_nouns():
        return False
    plural = singular(before.low) != before.low  # "critics call it", "the minister slams it"
    return word == cues()[word].base + ("" if plural else "s")


def _in_phrase(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether an article or owner opens the phrase that a noun closes: "a Facebook post", "its X post"."""
    place = at - 1
    while place > low and at - place <= 3 and words[place].is_word and words[place].low not in _OPENS_ONE:
        place -= 1
    return place >= low and words[place].low in _OPENS_ONE and place < at - 1


def _names(words: Sequence[Word], at: int) -> bool:
    """Whether a verb tells how people of a kind name something: "aviators call it", but "critics call it"."""
    if words[at].low.startswith(("call", "nam")) and at + 1 < len(words) and words[at + 1].low in _SELF:
        return True  # "a man calling himself “Zero”"
    if words[at].low == "called" and at and words[at - 1].low.endswith("ly") and words[at - 2].text == ",":
        return True  # "the sellers, popularly called “Z”"
    if words[at].low == "called" and at + 1 < len(words) and words[at + 1].quote >= 0:
        opened = next((i for i in range(at - 1, max(-1, at - 4), -1) if words[i].low in ("a", "an")), None)
        return opened is not None and all(word.name is None for word in words[opened:at])  # "a file called"
    if words[at].low not in ("call", "term", "label", "nickname") or not at:
        return False
    before = words[at - 1]
    if singular(before.low) in _JUDGING or before.name is not None:
        return False
    general = before.low.endswith("s") and at > 1 and words[at - 2].low in ("that", "which", "what", ",")
    return general or singular(before.low) != before.low


def _with_title(words: Sequence[Word], start: int, end: int, low: int) -> Part:
    while start > low and words[start - 1].low in _TITLES:
        start -= 1
    return (start, end)


def _before_colon(line: Line, place: int, low: int) -> Attribution | None:
    """Find "X said in a statement:", "X:" and their kin right before a quotation."""
    words = line.words
    if low == 0 and is_interview([line]):
        return None  # "The big interview: “...”"
    if (words[low].low, words[low + 1].low) == ("to", "quote"):
        quoted = personal_after(words, low + 2, place - 1)
        return made(line, quoted, (low + 1, low + 1), "left", 1) if quoted is not None else None
    if words[place - 2].low in _SIGNS:
        sign = subject_before(words, place - 1, low)  # "they put up a sign: ..."
        return replace(made(line, sign, None, "left", 1), naming=True) if sign is not None else None
    for at in range(place - 2, low - 1, -1):
        told = told_by(line, at, low, place)
        if told is not None:
            return told
        subject = owner_of(words, at, low)
        if subject is None and reports(words, at, low):
            subject = _left_subject(words, at, low)
            if subject is None and (at == low or words[at - 1].text == ","):
                subject = subject_after(words, at + 1, place - 1)  # "Said Lee: ..."
        if subject is not None:
            return made(line, subject, (at, at), "left", place - at)
    for at in range(low, place - 3):
        if words[at].low in _SPEECH_NOUNS and words[at + 1].low in ("from", "of") and at <= low + 3:
            sender = personal_after(words, at + 2, place - 1)  # "The message from X was clear: ..."
            if sender is not None:
                return made(line, sender, (at, at), "left", 1)
    subject = subject_before(words, place - 1, low) if place - 1 - low <= 8 else None
    if subject is None or subject[0] != low:
        subject = clause_subject(words, place - 1)  # "She is clear about it: ..."
    if subject is None:
        return None
    issued = [at for at in range(subject[1] + 1, place - 1) if words[at].low in ISSUED]
    if issued and any(word.low in document_nouns() for word in words[issued[0] : place]):
        return made(line, subject, (issued[0], issued[0]), "left", 1)  # "X issued a statement: ..."
    spoken = [at for at in range(max(low, place - 5), place - 1) if words[at].low in _SPEECH_NOUNS]
    cue = (spoken[-1], spoken[-1]) if spoken and spoken[-1] > subject[1] else None
    return made(line, subject, cue, "left", 1)


def _is_object(words: Sequence[Word], owner: Part, low: int) -> bool:
    """Whether a verb passes judgement on what somebody said: "X described | Lee's remarks | as “cheap”"."""
    at = owner[0] - 1
    if at > low and words[at].low == "that":  # "said ... and that | his account | was “...”"
        return any(_clear_report(words, i, low) for i in range(at - 1, low, -1))
    if at > low and words[at - 1].low == "to" and _caused(words, at, low) is not None:
        return True  # "prompting X to call | his testimony | “...”"
    if at < low or not reports(words, at, low) or cues()[words[at].low].base in _REPEATING:
        return False
    return _left_subject(words, at, low) is not None


def _clear_report(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether a verb that almost always reports has its subject in front."""
    reporting = at > low and reports(words, at, low) and cues()[words[at].low].strong
    return reporting and _left_subject(words, at, low) is not None


def _outer(words: Sequence[Word], subject: Part, at: int, low: int) -> tuple[Part, int]:
    """Return who says it where somebody else only thinks it: "X said she felt ..." gives X and said."""
    planned = any(word.low in _MODALS for word in words[subject[1] + 1 : at])  # "X said she would call it"
    planned = planned or words[subject[0]].low == "it"  # "X said it reflected"
    if not planned and cues()[words[at].low].base not in _MENTAL:
        return subject, at
    first = subject[0]
    outer = first - 2 if words[first - 1].low == "that" else first - 1
    if words[first - 1].low == "that" and outer > low and words[outer].text == ",":
        # "X said in a letter, seen by the paper, that Y preferred"
        back = range(outer, max(low, outer - _ASIDE), -1)
        outer = next((i for i in back if words[i].low in cues() and cues()[words[i].low].strong), outer)
    if outer <= low or not reports(words, outer, low) or not cues()[words[outer].low].strong:
        return subject, at
    speaker = subject_before(words, outer, low)
    return (speaker, outer) if speaker is not None else (subject, at)
