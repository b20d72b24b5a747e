"""Words of possibility, appearance and intention, and what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from desktop_app.compare.auxiliaries import COPULAS, FRONT
from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.word_families import is_past, roots
from desktop_app.extract.quotations_cues import cues
from desktop_app.text.lexicons import read_sections, read_words

SURE, WILL, PLANNED, EXPECTED, SEEMING, POSSIBLE = (
    "sure",
    "will",
    "planned",
    "expected",
    "seeming",
    "possible",
)
WEIGHED = "weighed"
CONDITIONED = "conditioned"
_PHASES = frozenset(("start", "begin", "resume", "restart", "continue", "keep"))
_LIGHT_VERBS = read_words("disagreement_words.txt", "light_verbs")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a region: its level, its first and last word, the places of the words it governs, and those
    of the words of weight that follow them, such as an object.
    """

    level: str
    first: int
    last: int
    governed: tuple[int, ...]
    objects: tuple[int, ...] = ()


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    sections = read_sections("certainty.txt")
    names = {
        "possible": POSSIBLE,
        "seeming": SEEMING,
        "expected": EXPECTED,
        "planned": PLANNED,
        "weighed": WEIGHED,
        "nearly": PLANNED,
        "committed": WILL,
        "certain": SURE,
    }
    return {tuple(line.split()): level for name, level in names.items() for line in sections[name]}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def may_hedge(region: Region) -> bool:
    """Whether any word of a region may make a statement less than certain."""
    first, believing = _first_words(), _believing()
    return any(word.low in first or word.stem in believing for word in region.words)


def find_hedges(region: Region) -> list[Hedge]:
    """Return the hedges of a region in order, the longest reading of each."""
    words = region.words
    found: list[Hedge] = []
    first_words, before_clauses = _first_words(), _before_clauses()
    after = 0
    for place, word in enumerate(words):
        if place < after:
            continue
        hedge = _on_clause(words, place) if word.stem in before_clauses else None
        if hedge is None and word.low in first_words:
            hedge = _on_verb(words, place)
        if hedge is not None:
            found.append(hedge)
            after = hedge.last + 1
    return found


def _on_clause(words: Sequence[Placed], place: int) -> Hedge | None:
    """Return the hedge that ends here and governs a clause: "believe", "not clear if", "expects it to"."""
    word = words[place]
    if word.stem in _believing():
        verb = _believed(words, place)
        if verb is not None:
            return Hedge(SEEMING, place, place, (verb,), _objects(words, verb))
    if word.low in ("whether", "if") and place and words[place - 1].stem in roots(_UNSURE):
        verb = _believed(words, place)
        if verb is not None and any(w.low in _NOT for w in words[max(0, place - 3) : place]):
            return Hedge(POSSIBLE, place - 1, place, (verb,), _objects(words, verb))
    if word.low in _OPEN and [w.low for w in words[place + 1 : place + 2]] == ["that"]:
        verb = _of_clause(words, place + 1)
        if verb:
            return Hedge(_OPEN[word.low], place, verb - 1, (verb,), _objects(words, verb))
    if word.stem == "expect" and (expected := _expected(words, place)):
        return Hedge(EXPECTED, place, place, (expected,), _objects(words, expected))
    return None


def _of_clause(words: Sequence[Placed], that: int) -> int:
    """Return the place of the verb of the clause behind "that", or 0."""
    near = range(that + 1, min(len(words) - 1, that + _CLAUSE))
    front = next((i for i in near if words[i].low in FRONT or words[i].after_mark), 0)
    if not front or words[front].after_mark or words[front].sentence != words[that].sentence:
        return 0
    after = range(front + 1, min(len(words), front + 4))
    return next((i for i in after if words[i].heavy and words[i].sentence == words[that].sentence), 0)


_CLAUSE = 9
"""Words behind "that" among which its clause has its auxiliary."""

_OPEN = {"possible": POSSIBLE, "conceivable": POSSIBLE, "likely": EXPECTED, "probable": EXPECTED}
"""What may stand before "that" and a clause which is so no more than likely."""


def _on_verb(words: Sequence[Placed], place: int) -> Hedge | None:
    """Return the hedge that begins here and governs a verb or noun: "may", "is likely to", "would"."""
    hit = _phrase_at(words, place)
    if hit is None or _month(words, place) or is_person(words, place) or _is_task(words, place):
        return None
    size, level = hit
    low = words[place].low
    if size == 1 and low in ("plans", "plan") and place and words[place - 1].low in _BEFORE_NOUN:
        return None  # "people familiar with the plans said"
    if low == "should" and not _is_likely(words, place):
        return None
    governed = _governed(words, place, place + size)
    if not governed and tuple(w.low for w in words[place : place + size]) in _nearly():
        return None
    if low in ("could", "can"):
        able = governed and words[governed[0]].stem in _abilities()
        if able or _in_time(words, place):
            return None
    elif low == "will":
        level = WILL
        governed = governed or _light_verb(words, place + 1)
    elif low == "would":
        if not is_conditional(words, place):
            return None
        level = CONDITIONED
    objects = _objects(words, governed[0] if governed and governed[0] > place else place + size)
    return Hedge(level, place, place + size - 1, governed, objects)


def _is_likely(words: Sequence[Placed], place: int) -> bool:
    """Whether "should" tells what is likely, not what is wanted or a condition: "should be ready by May"."""
    for i in range(place + 1, min(len(words), place + _LIKELY)):
        if words[i].sentence != words[place].sentence or words[i].after_mark:
            return False
        if words[i].low not in ("be", "now", "then", "also"):
            return words[i].stem in _outcomes()
    return False


_LIKELY = 4


@cache
def _outcomes() -> frozenset[str]:
    return roots(read_words("certainty.txt", "outcomes"))


def _phrase_at(words: Sequence[Placed], place: int) -> tuple[int, str] | None:
    """Return how many words the longest hedging phrase at a place has, and its level; None where none is."""
    for size in (3, 2, 1):
        part = words[place : place + size]
        level = _phrases().get(tuple([w.low for w in part]))
        if level is not None and _together(part):
            return size, level
    return None


def _light_verb(words: Sequence[Placed], after: int) -> tuple[int, ...]:
    """Return the next word of weight, where "will" governs a verb that says little: "it will make"."""
    near = range(after, min(len(words), after + 3))
    same = (i for i in near if words[i].sentence == words[after - 1].sentence and words[i].heavy)
    return tuple(same)[:1]


def _in_time(words: Sequence[Placed], place: int) -> bool:
    """Whether "could" tells what nobody had time for: "before the gate could be shut"."""
    for before in range(place - 1, max(-1, place - _TIME_REACH), -1):
        if words[before].sentence != words[place].sentence or words[before + 1].after_mark:
            return False
        if words[before].low in ("before", "until"):
            told = words[max(0, before - _TIME_MAIN) : before]
            if not any(is_past(word.low) and word.sentence == words[place].sentence for word in told):
                return False
            return words[before + 1].low in _DETERMINERS | _PRONOUNS
        if words[before].low in FRONT or words[before].low in ("of", "in", "at", "on"):
            return False
    return False


_TIME_REACH, _TIME_MAIN = 6, 12


def is_conditional(words: Sequence[Placed], place: int) -> bool:
    """Whether "would" hangs on a condition of its sentence: "would miss the final if the ban stands"."""
    near = [w.low for w in words[max(0, place - 14) : place + 15] if w.sentence == words[place].sentence]
    return "if" in near or "unless" in near or ("but", "for") in pairwise(near)


def _together(words: Sequence[Placed]) -> bool:
    return len({word.sentence for word in words}) == 1


def _is_task(words: Sequence[Placed], place: int) -> bool:
    """Whether "is to" tells what a task is: "whose job it is to name a winner"."""
    if words[place].low not in ("is", "are") or place < 2:
        return False
    return bool({words[place - 1].low, words[place - 2].low} & _TASKS) or words[place - 1].low == "it"


_TASKS = frozenset(
    ("task", "job", "duty", "aim", "goal", "role", "idea", "purpose", "point", "plan", "trick")
)


def _month(words: Sequence[Placed], place: int) -> bool:
    """Whether "May" is the month."""
    word = words[place]
    if word.low != "may":
        return False
    around = [words[i].low for i in (place - 1, place + 1) if 0 <= i < len(words)]
    return any(low[:1].isdigit() or low in _AROUND_MONTH for low in around)


def is_person(words: Sequence[Placed], place: int) -> bool:
    """Whether "suspect" is somebody: "the suspect left", but not "police suspect the driver"."""
    if words[place].low not in ("suspect", "suspects") or not place:
        return False
    before = words[place - 1]
    return before.sentence != words[place].sentence or before.low in _BEFORE_NOUN or before.low in _COUNTING


_COUNTING = frozenset(("two", "three", "four", "five", "six", "other", "main", "prime", "chief", "murder"))


def _governed(words: Sequence[Placed], first: int, after: int) -> tuple[int, ...]:
    """Return the place of the verb after a hedge or, where that says little, of the noun before it."""
    verb = next(
        (
            i
            for i in range(after, min(len(words), after + 5))
            if words[i].sentence == words[first].sentence
            and words[i].heavy
            and words[i].low not in ("also", "well", "then", "not", "no", "longer", "whether", "if")
        ),
        None,
    )
    if verb is not None and any(words[i].after_mark or words[i].low in _NEW for i in range(after, verb + 1)):
        verb = None
    if tuple(w.low for w in words[first:after]) in _nearly():
        straight = verb == after and (is_past(words[verb].low) or words[verb].low.endswith("ing"))
        return (after,) if straight else ()
    if verb is None:
        noun = _noun_before(words, first) if words[first].low in COPULAS else None
        return () if noun is None else (noun,)
    if words[after - 1].low == "to" and words[after].low in _DETERMINERS:
        return ()  # "due to the rain"
    if words[after - 1].low in ("risk", "danger") and words[after].low != "of":
        noun = _noun_before(words, first)
        return () if noun is None else (noun,)  # "jobs are at risk at the mill"
    weighed = words[after - 1].low == "considered" or words[first].low == "thinking"
    if weighed and not words[verb].low.endswith("ing"):
        return ()  # "considered dangerous"
    if words[after - 1].low == "to" and words[after].low == "blame":
        return ()  # "is to blame" tells of no plan
    if words[first].low in _WISHES and words[verb].stem in roots(_UTTERING):
        return ()  # "wanted to know"
    if words[after - 1].low in ADJECTIVES:
        return (verb,) if verb == after and not words[verb].after_mark else ()
    if words[verb].stem in roots(_PHASES) and (begun := _begun(words, verb)):
        return (begun, verb)
    if words[verb].stem not in _LIGHT_VERBS and words[verb].low not in _LIGHT_VERBS:
        return (verb,)
    if verb + 1 < len(words) and words[verb + 1].low in _PARTICLES:
        return (verb + 1,)
    if verb + 1 < len(words) and words[verb].stem in ("com", "get", "go") and words[verb + 1].low in _WAYS:
        return (verb,)
    noun = _noun_before(words, first)
    return () if noun is None else (noun,)


def _begun(words: Sequence[Placed], verb: int) -> int:
    """Return the place of the verb that another says the start or end of ("start to fill"), or 0."""
    step = verb + 1 + (verb + 1 < len(words) and words[verb + 1].low == "to")
    if step >= len(words) or words[step].sentence != words[verb].sentence or not words[step].heavy:
        return 0
    return step if step > verb + 1 or words[step].low.endswith("ing") else 0


def _noun_before(words: Sequence[Placed], first: int) -> int | None:
    near = range(first - 1, max(-1, first - 4), -1)
    return next((i for i in near if words[i].heavy and words[i].sentence == words[first].sentence), None)


def _objects(words: Sequence[Placed], verb: int) -> tuple[int, ...]:
    """Return the places of at most two words of weight after a verb, up to a mark."""
    found: list[int] = []
    for i in range(verb + 1, min(len(words), verb + 7)):
        if words[i].sentence != words[verb].sentence or words[i].after_mark or len(found) == 2:
            break
        if words[i].heavy and not words[i].low[:1].isdigit():
            found.append(i)
    return tuple(found)


def _believed(words: Sequence[Placed], place: int) -> int | None:
    """Return the verb of the clause that somebody believes ("police believe the car was stolen"), or None."""
    before = words[place - 1] if place else None
    if before is None or before.sentence != words[place].sentence or before.low in _BEFORE_NOUN:
        return None
    if words[place].low.endswith("ing") or (words[place].low == "hope" and before.low in cues()):
        return None
    for i in range(place + 1, min(len(words) - 1, place + 12)):
        if words[i].sentence != words[place].sentence or words[i].after_mark:
            return None
        if words[i].low in (_NO_CLAUSE if i == place + 1 else _OTHER_CLAUSE):
            return None
        if words[i].low in FRONT:
            after = range(i + 1, min(len(words), i + 5))
            return next((j for j in after if words[j].heavy and words[j].low not in _NOTHING), None)
        told = i > place + 1 and words[i].heavy and is_past(words[i].low)
        if told and words[i - 1].low not in _DETERMINERS:  # but "a fallen tree had"
            return i
    return None


def _expected(words: Sequence[Placed], place: int) -> int:
    """Return the verb of what somebody expects something to do ("expects the rate to fall"), or 0."""
    if (
        place == 0
        or words[place].low == "expecting"
        or [w.low for w in words[place + 1 : place + 2]] == ["to"]
    ):
        return 0
    if not words[place - 1].heavy and words[place - 1].low not in _PRONOUNS:
        return 0
    for i in range(place + 2, min(len(words) - 1, place + _EXPECTED_REACH)):
        if words[i].sentence != words[place].sentence or words[i].after_mark or words[i].low in FRONT:
            return 0
        if words[i].low == "to" and words[i + 1].sentence == words[i].sentence:
            return i + 1 if words[i + 1].heavy else 0
    return 0


_EXPECTED_REACH = 8
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "who", "which"))


@cache
def _before_clauses() -> frozenset[str]:
    """Return the roots of words that may stand before a clause which they make less certain."""
    return _believing() | roots(frozenset(("expect", "whether", "if", *_OPEN)))


@cache
def _believing() -> frozenset[str]:
    return roots(read_words("certainty.txt", "believing"))


@cache
def _nearly() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in read_sections("certainty.txt")["nearly"])


@cache
def _abilities() -> frozenset[str]:
    return roots(read_words("certainty.txt", "abilities"))


_AROUND_MONTH = frozenset(("in", "last", "next", "since", "by", "until", "early", "late", "from", "of"))
_UNSURE = frozenset(("clear", "known", "certain", "sure", "unclear", "unknown", "uncertain", "unsure"))
_NOT = frozenset(("not", "n't", "unclear", "unknown", "uncertain", "unsure"))
_NEW = frozenset(("when", "because", "while", "after", "before", "until", "unless", "but"))
_NO_CLAUSE = frozenset(("to", "of", "by", "in", "about", "and", "for", "so", "not"))
_OTHER_CLAUSE = frozenset(("to", "which", "who", "because", "if", "and", "but", "or"))
_NOTHING = frozenset(("not", "n't", "never"))
_WAYS = frozenset(("from", "in", "out", "away", "off", "back", "through"))
"""Words with which a verb that says little tells where somebody goes: "got in", "come from"."""

_PARTICLES = frozenset(("ahead", "forward", "through", "bankrupt"))
_DETERMINERS = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "no", "any", "this", "that", "some")
)
_BEFORE_NOUN = _DETERMINERS | frozenset(("of", "is", "are", "was", "were", "been", "be", "i", "we", "you"))
_WISHES = frozenset(("wants", "want", "wanted", "keen", "hopes", "hope", "hoped", "would"))
_UTTERING = frozenset(("say", "point", "stress", "know", "ask", "tell", "thank", "emphasise"))
ADJECTIVES = frozenset(("alleged", "suspected", "presumed", "purported"))
