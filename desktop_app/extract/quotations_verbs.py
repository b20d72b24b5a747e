"""Reporting verbs in a sentence, and what they tell of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import body_nouns, cues, foreign_cues, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Word
from desktop_app.extract.quotations_phrases import Part
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words

_PARTICIPLES = read_words("reporting_grammar.txt", "participles")
_BEFORE_PARTICIPLE = read_words("reporting_grammar.txt", "before_participle") | {",", "—", "–", "-", ""}
_NO_SUBJECT = read_words("reporting_grammar.txt", "no_subject") | {"'s", "’s"}
_HAVE = frozenset(("has", "have", "had", "having", "'ve", "'d", "’ve", "’d"))
_BEFORE_COLON = frozenset(("why", "how", "this", "so", "only", "simply"))
_GONE_ON = read_words("reporting_grammar.txt", "gone_on")
_REFUSED = read_words("reporting_grammar.txt", "refused")
"""Verbs before "to say" that make it no report, or make somebody else say it."""

HEARD = read_words("reporting_grammar.txt", "heard")
"""Verbs of those who take down what somebody says: "was quoted as saying", "heard him shouting"."""

_PARTICLES = {"shoot": "back", "hit": "back", "fire": "back", "chip": "in", "weigh": "in", "pipe": "up"}
"""Verbs that report speech only with a particle: "hit back", "chipped in"."""

_WITH_OF, _OF = frozenset(("speak", "talk")), frozenset(("of", "about", ":", ","))
"""Report a fragment only with "of" or "about"."""

_TO = frozenset(("reply", "respond", "answer", "object"))
_VAGUE = read_words("reporting_grammar.txt", "vague")
_HEARD_REACH = 12
"""Words behind "cited" or "heard" among which "as saying" stands."""

_HEARSAY = read_words("reporting_grammar.txt", "hearsay")
_PASSIVE = read_words("reporting_grammar.txt", "passive")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker's and the reporting word's offsets in a paragraph; each None where there is none.

    ``side`` tells where it was found ("left", "right" or ""), ``distance`` how many words lie between.
    """

    paragraph: int
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    side: str = ""
    distance: int = 0
    naming: bool = False


def reports(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the word at a place is a reporting verb in active use."""
    word = words[at]
    if word.quote >= 0 or word.name is not None or word.low not in cues() or word.text.isupper():
        return False
    if word.low in foreign_cues():
        return True
    if word.low == "written":
        had = any(each.low in _HAVE for each in words[max(low, at - 3) : at])  # no “...” written in chalk
        if words[at - 1].low in _HAVE and words[at + 1 : at + 2] and words[at + 1].quote >= 0:
            return True  # "she had written “...” across the page"
        return had and any(
            each.low == "that" or each.text == ":" for each in words[at + 1 : at + _HEARD_REACH]
        )
    if at + 1 < len(words) and words[at + 1].text in POSSESSIVES:
        return False  # "the member states' relations"
    if cues()[word.low].base in _PARTICLES:
        return at + 1 < len(words) and words[at + 1].low == _PARTICLES[cues()[word.low].base]
    if cues()[word.low].base in _TO and at + 2 < len(words) and words[at + 1].low == "to":
        return words[at + 2].quote < 0  # "never replied to “a single letter”"
    if cues()[word.low].base == "hold":
        return at + 1 < len(words) and (words[at + 1].low == "that" or words[at + 1].text == ":")
    if cues()[word.low].base in _WITH_OF:
        return at + 1 < len(words) and (words[at + 1].low in _OF or words[at + 1].quote >= 0)
    if word.low in HEARD and any(
        words[i].low == "as" and words[i + 1].low.endswith("ing")
        for i in range(at + 1, min(at + _HEARD_REACH, len(words) - 1))
    ):
        return False  # "cited X as saying"
    before = words[at - 1].low if at > low else ""
    if before in _PASSIVE or (
        before and at - 1 > low and words[at - 2].low in _PASSIVE and before.endswith("ly")
    ):
        return word.low in _PARTICIPLES or (before != "being" and word.low.endswith("ing"))
    if before == "to":
        return _goes_on_to(words, at, low)
    if before in POSSESSIVES and _is_firm(words, at, low):
        return True  # "Sainsbury's said"
    if before in _NO_SUBJECT:  # but "placards that read"
        written = before == "that" and at - 2 >= low and words[at - 2].low in body_nouns()
        return written and not word.low.endswith("ing")
    if word.low.endswith("ing") and before not in _BEFORE_PARTICIPLE:
        earlier = words[at - 1] if at > low else None
        return earlier is not None and (
            earlier.quote >= 0
            or earlier.person
            or earlier.low in body_nouns() | speaking_nouns() | HEARD | _VAGUE
        )
    return not (before in POSSESSIVES and cues()[word.low].nounlike)


def _is_firm(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether a firm whose own name ends like an owner's stands before a verb: "Sainsbury's said"."""
    firm = words[at - 2].name if at - 2 >= low else None
    named = firm is not None and firm.entity.type is EntityType.ORG
    return named and not cues()[words[at].low].nounlike and not words[at].low.endswith("ing")


def participle(form: str) -> bool:
    """Whether a form of a reporting verb may be a past participle."""
    cue = cues()[form]
    return form not in (cue.base, cue.base + "s", cue.base + "es") and not form.endswith("ing")


def _goes_on_to(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether an infinitive right before a colon or quotation reports: "took a moment to say why: ..."."""
    if at - 2 > low and words[at - 2].low in _HEARSAY and words[at - 3].low in _PASSIVE:
        return True
    gone_on = at - 2 > low and words[at - 2].low in _GONE_ON
    if gone_on and (words[at - 2].low == "on" or cues()[words[at].low].strong):
        return True  # "X rose to say", "went on to describe it as"
    after = at + 1
    while after < len(words) and words[after].low in _BEFORE_COLON:
        after += 1
    closes = after == len(words) or words[after].quote >= 0 or words[after].text in (":", ",", ".")
    if not closes or not cues()[words[at].low].strong:
        return False
    return not any(word.low in _REFUSED for word in words[max(low, at - 5) : at])


def made(line: Line, subject: Part, cue: Part | None, side: str, distance: int) -> Attribution:
    """Return the attribution to a subject and a reporting word, given by their places in a sentence."""
    words = line.words
    return Attribution(
        line.paragraph,
        (words[subject[0]].start, words[subject[1]].end),
        (words[cue[0]].start, words[cue[1]].end) if cue else None,
        side,
        distance,
    )
