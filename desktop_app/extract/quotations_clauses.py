"""Who acts in a clause that does not print its subject right before the reporting verb."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, cues, document_nouns, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word, last_of_name, owns
from desktop_app.extract.quotations_phrases import PRONOUNS, Part, is_personal, with_role
from desktop_app.extract.quotations_subjects import named_after, personal_after, subject_before
from desktop_app.extract.quotations_verbs import HEARD
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words

_PASSIVE = read_words("reporting_grammar.txt", "passive")
_AUXILIARIES = read_words("reporting_grammar.txt", "auxiliaries")
_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_LINKS = read_words("reporting_grammar.txt", "links")
_VAGUE = read_words("reporting_grammar.txt", "vague")
_ATTIRE = frozenset(("wearing", "dressed", "holding", "carrying", "clutching", "waving", "who"))
_ARTICLES = frozenset(("the", "a", "its", "their"))
_NOT_SUBJECT = _LINKS | {"after", "about", "against", "before", "over", "under", "than", "like", "as"}
_SPEAKING = (EntityType.PERSON, EntityType.ORG, EntityType.NORP, EntityType.GPE)
_PAST = read_words("reporting_grammar.txt", "past")
_GIVEN = frozenset(("evidence", "assurance", "assurances", "notice", "word", "testimony", "warning", "hint"))
_GIVING = frozenset(("gave", "gives", "giving", "offered", "sent", "issued", "dropped"))
_CLAUSES_LAST = 12
"""Words from the start of a clause among which its subject begins."""

_LONGEST = 12
"""Words of the longest description behind a noun: "a man in a replica shirt of the home side"."""


def heard(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return who speaks in "X was quoted as saying", "X was heard shouting", "they quoted X as saying".

    ``at`` is the place of the participle; None where no such verb stands before it.
    """
    by = at - 1
    if by > low and words[by].low == "as":
        by = next((i for i in range(by - 1, max(low, by - _LONGEST) - 1, -1) if words[i].low in HEARD), low)
    if by < low or words[by].low not in HEARD:
        return None
    before = by - 1
    while before > low and (words[before].low.endswith("ly") or words[before].low in ("later", "also")):
        before -= 1
    if before >= low and words[before].low in _PASSIVE:
        while before > low and words[before].low in _PASSIVE | {"has", "have", "had"}:
            before -= 1
        voice = next(
            (i for i in range(before, max(low, before - _LONGEST), -1) if words[i].low == "voice"), 0
        )
        if voice > low:  # "a voice identified as Lee's is heard saying"
            first = voice
            while first > low and first > voice - 4 and (words[first - 1].is_word or owns(words, first - 2)):
                first -= 1
            while before > voice and words[before].low in _AUXILIARIES:
                before -= 1
            return first, before
        return subject_before(words, before + 1, low)
    if by + 1 >= at - 1:
        return None
    if words[by + 1].low in ("him", "her", "them"):
        return (by + 1, by + 1)
    whole = by + 1, at - 2
    if all(word.is_word for word in words[whole[0] : whole[1] + 1]) and is_personal(words, whole):
        return whole
    return personal_after(words, by + 1, at - 1)


def acting(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return who does what a participle or infinitive tells: "a man shouting", "X left, saying"."""
    before = words[at - 1] if at > low else None
    if before is None:
        return clause_subject(words, at)
    if before.low in _VAGUE and at - 2 >= low and words[at - 2].low == "with":
        return (at - 1, at - 1)  # "with one saying"
    if before.person or (before.quote < 0 and before.low in speaking_nouns() | body_nouns()):
        return subject_before(words, at, low)
    return clause_subject(words, at)


def clause_subject(words: Sequence[Word], high: int) -> Part | None:
    """Return the subject of the clause that reaches up to ``high``: of its last part that has one."""
    for start in range(high - 2, 0, -1):
        opens = words[start - 1].text == ";" or (
            start > 1
            and words[start - 1].low in ("and", "but", "while", "yet", "so")
            and words[start - 2].text == ","
        )
        if opens:
            found = _subject_at(words, start, high)
            if found is not None:
                return found
    first = _dateline(words)
    for place in range(first, min(high, first + _CLAUSES_LAST)):
        if place and words[place - 1].low in _NOT_SUBJECT:
            continue
        found = _noun_at(words, place, 0, high)
        if found is not None and words[found[0]].low != "whose":
            return named_after(words, found[0], found[1], high) or found
    for start in range(high - 2, 0, -1):  # "Shares fell after the chipmaker cut its forecast, citing"
        if words[start - 1].low in ("after", "as", "when"):
            return _subject_at(words, start, high)
    return None


def _dateline(words: Sequence[Word]) -> int:
    """Return the place behind "FRANKFURT, Nov 4 (Agency) -", "MUMBAI:" at the start of a story, else 0."""
    if not words[0].text.isupper() or len(words[0].text) < 3:
        return 0
    dash = next(
        (at for at in range(1, min(len(words), _LONGEST)) if words[at].text in ("-", "--", "—", "–", ":")), -1
    )
    return dash + 1


def _subject_at(words: Sequence[Word], start: int, high: int) -> Part | None:
    """Return the subject that stands right at the start of a clause."""
    for place in range(start, min(high, start + 5)):
        if not words[place].is_word or words[place].low in _AUXILIARIES | _NOT_SUBJECT:
            return None
        found = _noun_at(words, place, start, high)
        if found is not None:
            return found if found[0] == start else None
    return None


def _noun_at(words: Sequence[Word], place: int, low: int, high: int) -> Part | None:
    """Return the pronoun, name or noun for people that has its first or head word at a place."""
    word = words[place]
    if word.quote >= 0:
        return None
    if word.low in PRONOUNS and word.low not in ("it", "who"):
        return (place, place)
    if word.name is not None:
        end = last_of_name(words, place, high)
        if word.name.entity.type not in _SPEAKING or owns(words, end):
            return None
        return (with_role(words, place, low) if word.person else place), end
    if place + 1 < high and words[place + 1].name is not None:
        return None
    if word.low not in speaking_nouns() | _VAGUE and not _acting_body(words, place, high):
        return None
    start = place
    while start > low and words[start - 1].is_word and words[start - 1].low not in _NOT_SUBJECT:
        start -= 1
    return start, described(words, place, high)


def _acting_body(words: Sequence[Word], place: int, high: int) -> bool:
    """Whether a body acts that is called by its sort: "The board suspended the licence, calling ..."."""
    if words[place].low not in body_nouns() - document_nouns() or place + 1 >= high:
        return False
    after = words[place + 1]
    opened = any(words[at].low in _ARTICLES for at in range(max(0, place - 3), place))
    verb = after.low.endswith(("ed", "s")) or after.low in _AUXILIARIES | _PAST
    return opened and after.is_word and verb and after.low not in speaking_nouns() | body_nouns()


def described(words: Sequence[Word], head: int, high: int) -> int:
    """Return the last word of what describes a noun: "a man | in a red shirt | was led out"."""
    first = head + 1
    if first >= high or words[first].low not in _LINKS | _ATTIRE:
        return head
    for place in range(first, min(high, first + _LONGEST)):
        word = words[place]
        if word.text == "," or word.low in _AUXILIARIES:
            return place - 1 if place > first + 1 and word.low != "who" else head
        if not word.is_word and word.text not in POSSESSIVES | {"-"}:
            return head
    return head


def with_promise(words: Sequence[Word], at: int) -> Part | None:
    """Return who acts "with a promise to ...": "X, who took over with a pledge to make it “...”"."""
    if words[at].low in _GIVEN and at > 1 and words[at + 1 : at + 2] and words[at + 1].low == "that":
        giving = next((i for i in (at - 1, at - 2) if i > 0 and words[i].low in _GIVING), None)
        return subject_before(words, giving, 0) if giving is not None else None  # "X gave evidence that"
    if words[at].low not in _SPEECH_NOUNS or at < 3 or at + 1 == len(words):
        return None
    if words[at - 2].low != "with" or words[at - 1].low not in ("a", "the"):
        return None
    if words[at + 1].low not in ("to", "that", "of"):
        return None
    who = next((i for i in range(at - 2, 1, -1) if words[i].low == "who" and words[i - 1].text == ","), None)
    if who is None:
        return clause_subject(words, at - 2)
    first = who - 2
    while first > 0 and words[first - 1].name is words[who - 2].name:
        first -= 1
    return (first, who - 2) if words[who - 2].person else None


def headline_subject(words: Sequence[Word], at: int) -> Part | None:
    """Return the subject that opens a headline of two verbs: "Bank of X holds rates, says prices “...”"."""
    word = words[at]
    if at < 3 or words[at - 1].text != "," or not word.low.endswith("s") or not cues()[word.low].strong:
        return None
    if any(each.text == "," or each.quote >= 0 for each in words[: at - 1]) or words[-1].text == ".":
        return None
    end = 0
    while end + 1 < at - 1 and (words[end + 1].name or words[end + 1].low in speaking_nouns() | body_nouns()):
        end += 1
    while end + 2 < at - 1 and words[end + 2].low in body_nouns() and words[end + 1].text.islower():
        end += 2  # "Ruritania central bank"
    return (0, end) if is_personal(words, (0, end)) else None


def main_subject(words: Sequence[Word], at: int) -> Part | None:
    """Return the subject of a verb behind a clause ending in a quotation: "X, who calls it “...”, said"."""
    if at < 4 or words[at - 1].text != "," or words[at - 2].quote < 0:
        return None
    opened = next((i for i in range(at - 3, 0, -1) if words[i].text == ","), 0)
    if not opened or words[opened + 1].low not in ("who", "which"):
        return None
    return subject_before(words, opened, 0)
