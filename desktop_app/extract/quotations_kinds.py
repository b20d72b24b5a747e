"""Tell speech, fragments of speech, and words held at arm's length apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import (
    cues,
    document_nouns,
    foreign_cues,
    naming_words,
    singular,
    speaking_nouns,
)
from desktop_app.extract.quotations_lines import Word
from desktop_app.extract.quotations_marks import last_mark
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import QuotationKind
from desktop_app.text.lexicons import read_words
from desktop_app.text.tokens import count_words

SPEECH_WORDS = 4
"""Quoted stretches of so many words are speech: 97 % of them are on public sets of attributed quotations."""

_NEAR = 8
"""Words between a reporting verb and a fragment of up to three words that it still governs."""

_FAR = 14
"""The same for a verb of judgement: "slammed the club for playing in an “oven”"."""

_JUDGEMENTS = read_words("reporting_grammar.txt", "judgements")

_SMALL = read_words("reporting_grammar.txt", "small")
_DETERMINERS = read_words("reporting_grammar.txt", "determiners")
_AFTER = read_words("reporting_grammar.txt", "after")
_WORKS = read_words("reporting_grammar.txt", "works")
"""What a title in quotation marks follows."""

_PERFORMED = read_words("reporting_grammar.txt", "performed")
_JUDGING_WORDS = read_words("reporting_grammar.txt", "judging_words")
_JUDGING_ENDINGS = ("ful", "less", "ous", "able", "ible", "ing", "ly", "istic", "esque", "ish")
_LABELS = read_words("reporting_grammar.txt", "labels")
_AUXILIARIES = read_words("reporting_grammar.txt", "auxiliaries")
_NICKNAMING = frozenset(("mock", "deride", "ridicule", "label", "brand", "call", "term"))
_CALLED = frozenset(("called", "known", "dubbed", "termed", "nicknamed"))
_LISTING = frozenset(("list", "record", "mark", "class", "register", "flag"))
_COPULAS = read_words("reporting_grammar.txt", "copulas")
_ADVERBS = read_words("reporting_grammar.txt", "before_predicate")
_HEDGES = read_words("reporting_grammar.txt", "hedges")
_PREPOSITIONS = read_words("reporting_grammar.txt", "prepositions")
_GOVERNING = frozenset(("for", "with", "about", "among", "by"))
_STOPS = frozenset(",.?!…—–")
_NOTHING = Word(0, 0, "", "")
_WRITTEN = _WORKS | document_nouns()


@dataclass(frozen=True, slots=True)
class _Setting:
    """A quotation in its sentence: its words, what stands beside it, and what reports it."""

    text: str
    words: Sequence[Word]
    place: int
    count: int
    attribution: Attribution | None

    @property
    def before(self) -> Word:
        """The word in front of it, an empty one where it opens the sentence."""
        return self.words[self.place - 1] if self.place else _NOTHING

    @property
    def after(self) -> Word:
        """The word behind it, an empty one where it closes the sentence."""
        return self.words[self.place + 1] if self.place + 1 < len(self.words) else _NOTHING

    @property
    def ended(self) -> bool:
        """Whether a comma or stop closes it, as it closes what is spoken."""
        if last_mark(self.text) in _STOPS:
            return True  # marks of other languages stand outside the quotation: « ... », dit-il
        return self.place == 0 and self.after.text in (",", "—", "–", ":")

    @property
    def spoken(self) -> bool:
        """Whether somebody is said to say it, not only to name something so."""
        found = self.attribution
        return found is not None and bool(found.speaker or found.cue) and not found.naming

    @property
    def distance(self) -> int:
        """Words between it and what reports it."""
        return self.attribution.distance if self.attribution is not None else 0

    @property
    def side(self) -> str:
        """Where its speaker was found."""
        return self.attribution.side if self.attribution is not None else ""


def kind_of(
    text: str, words: Sequence[Word], place: int, attribution: Attribution | None, *, pieces: int, family: str
) -> QuotationKind:
    """Return the kind of a quotation that stands at ``place`` of its sentence."""
    if family == "dash" or pieces > 1:
        return QuotationKind.SPEECH
    it = _Setting(text, words, place, count_words(text), attribution)
    starts_low = re.sub(r"^[….\s]+", "", text)[:1].islower()
    if _is_work(it) or (it.count < SPEECH_WORDS and _is_label(it)):
        return QuotationKind.SCARE
    if it.count >= SPEECH_WORDS:
        built_in = it.before.is_word and not it.ended
        return QuotationKind.PARTIAL if starts_low or built_in else QuotationKind.SPEECH
    if not it.spoken:
        alone = len(words) == 1 and it.ended
        return QuotationKind.SPEECH if alone else QuotationKind.SCARE
    if it.side == "left" and ((it.distance > _reach(it) and not _is_predicate(it)) or _is_sort(it)):
        return QuotationKind.SCARE
    if _is_modifier(it) and it.distance > 2 and (it.side != "right" or not _judges(it.text)):
        return QuotationKind.SCARE
    return QuotationKind.SPEECH if it.ended and not starts_low else QuotationKind.PARTIAL


def _is_predicate(it: _Setting) -> bool:
    """Whether it says something of the subject of its clause, as no label does: X said her client ... and was
    “quite ashamed”; X testified ... because the title “sounded rude”; X said ... had lasted “perhaps ten”;
    X said ... had been accepted “in principle”.
    """
    first = it.text.split()[0] if it.text.strip() else ""
    if not first[:1].islower():
        return False
    if first in _HEDGES or (first in _PREPOSITIONS and it.before.low.endswith("ed")):
        return True
    verb = first in _AUXILIARIES or (first.endswith("ed") and it.count > 1)
    if verb and it.before.is_word and it.before.low not in _DETERMINERS | _AFTER | _AUXILIARIES:
        return True
    at = it.place - 1
    while at > 0 and (it.words[at].low in _ADVERBS or it.words[at].low.endswith("ly")):
        at -= 1
    return at >= 0 and it.words[at].low in _COPULAS


def _is_sort(it: _Setting) -> bool:
    """Whether one word names people or things of a sort inside what is reported: no room for “dreamers”."""
    plural = it.count == 1 and it.text.islower() and it.text.endswith("s") and not it.text.endswith("ss")
    judged = _cue(it) in cues() and cues()[_cue(it)].base in _JUDGEMENTS
    return plural and not it.ended and not judged and it.distance > 2 and it.before.low in _GOVERNING


def _is_modifier(it: _Setting) -> bool:
    """Whether a quotation stands between an article and its noun: a “silent” partner."""
    noun = it.after.is_word and it.after.low not in _AFTER | _AUXILIARIES
    if it.side == "right" and (it.count > 1 or it.after.low in cues()):
        noun = False  # the “minor faults” noted by X
    return noun and it.before.low in _DETERMINERS


def _judges(text: str) -> bool:
    """Whether a word passes judgement, as speakers do, and is no term: "shameful", but "surrogate"."""
    word = text.strip(".,").lower()
    return word in _JUDGING_WORDS or word.endswith(_JUDGING_ENDINGS)


def _is_work(it: _Setting) -> bool:
    """Whether a quotation is the title of a work, or a name that is given: his film “Low Water”."""
    if it.before.low in naming_words() and it.count < SPEECH_WORDS:
        return True
    title = _title(it.text)
    if it.text[:1].isupper() and (it.count < SPEECH_WORDS or title) and it.before.low in _WORKS:
        return True
    if not title:
        return False
    work = it.before.text == "," and it.place > 1 and it.words[it.place - 2].low in _WRITTEN
    introduces = any(word.quote >= 0 for word in it.words[it.place + 1 :])
    if work and (it.side != "right" or introduces):
        return True  # the report, “Night on the Pier,”; in his memoir, “Low Tide,” he wrote: “...”
    return _cue(it) in _PERFORMED or (not it.ended and not (it.spoken and it.distance <= 2))


def _is_label(it: _Setting) -> bool:
    """Whether a quotation of up to three words names something rather than repeats what somebody said."""
    if it.attribution is not None and it.attribution.naming:
        return True
    if it.before.person and (it.after.person or it.after.text == ""):
        return it.after.person
    if it.before.low in _LABELS or (
        it.before.low == "or" and it.place > 1 and it.words[it.place - 2].text == ","
    ):
        return True  # the word “sorry”; kvass, or “bread beer”
    if _is_nickname(it) or _is_called_so(it):
        return True
    if it.before.low == "as" and _cue(it) in cues() and cues()[_cue(it)].base in _LISTING:
        return True  # lists the village as “unvalidated”
    capital = it.text[:1].isupper() and not it.ended
    if capital and it.before.low in ("in", "marked", "stamped", "headed", "tagged"):
        return True  # she writes in “Salt”; a button marked “Send”
    explains = it.before.text == "," and it.place > 1 and it.words[it.place - 2].person
    if not capital or not _all_capital(it.text) or _cue(it) in foreign_cues():
        return False
    if explains and it.after.text == ",":
        return True  # Vito Marano, “The Rope”, said
    goes_on = it.after.low in _AUXILIARIES or it.after.low in cues()
    called = _cue(it) in cues() and cues()[_cue(it)].base == "call"
    far = it.distance > 1 and it.before.is_word
    return it.before.low in _DETERMINERS or far or goes_on or called


def _is_called_so(it: _Setting) -> bool:
    """Whether it is told that something is named so: “expo”, as leaked papers are called."""
    rest = [word.low for word in it.words[it.place + 1 : it.place + 10]]
    return rest[:2] == [",", "as"] and any(low in _CALLED for low in rest[2:])


def _is_nickname(it: _Setting) -> bool:
    """Whether people of a sort, unnamed, name something so: "rivals mocked it as “the bread bus”", "what
    inspectors called “deviations”".
    """
    if it.side != "left" or it.attribution is None or it.attribution.speaker is None:
        return False
    speaker, cue = it.attribution.speaker, _cue(it)
    inside = [at for at, word in enumerate(it.words) if speaker[0] <= word.start < speaker[1]]
    if not inside or any(it.words[at].name is not None for at in inside):
        return False
    head = it.words[inside[-1]].low
    if singular(head) == head or head not in speaking_nouns():
        return False
    if it.count == 1 and cue == "called":
        return inside[0] > 0 and it.words[inside[0] - 1].low == "what"
    return cue in cues() and cues()[cue].base in _NICKNAMING and it.text.startswith("the ")


def _all_capital(text: str) -> bool:
    """Whether every word but the small ones has a capital, as names have."""
    parts = [part.strip(".,:;!?’'\"") for part in text.split()]
    return all(part[:1].isupper() for part in parts if part and part.lower() not in _SMALL)


def _cue(it: _Setting) -> str:
    """Return the reporting word, lower case, where it stands in the sentence, else ""."""
    cue = it.attribution.cue if it.attribution is not None else None
    return next((word.low for word in it.words if cue is not None and word.start == cue[0]), "")


def _reach(it: _Setting) -> int:
    """Return how far from its fragment a reporting verb may stand: farther where it passes judgement."""
    cue = _cue(it)
    return _FAR if cue in cues() and cues()[cue].base in _JUDGEMENTS else _NEAR


def _title(text: str) -> bool:
    """Whether a stretch is set like the title of a work: every long word with a capital."""
    parts = [part.strip(".,:;!?’'\"") for part in text.split()]
    long_words = [part for part in parts if part and part.lower() not in _SMALL]
    return 2 <= len(long_words) <= 9 and all(part[:1].isupper() or part[:1].isdigit() for part in long_words)
