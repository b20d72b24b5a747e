"""Whether a denial and what it meets hold of other cases: other times, places, people, things, thoughts."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from desktop_app.compare.auxiliaries import COPULAS, FRONT
from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.denial_spans import DENYING_SUBJECTS
from desktop_app.compare.denials import Denial, deniers, denies_clause, markers
from desktop_app.compare.shares import shares_add_up
from desktop_app.compare.value_frames import clause_of
from desktop_app.compare.word_families import is_past, root, roots
from desktop_app.text.calendar_words import MONTHS, WEEKDAYS
from desktop_app.text.lexicons import read_sections, read_words


def of_other_cases(bead: Bead, left: int, right: int) -> bool:
    """Whether a word of the left and one of the right, of which one is denied, are said of other cases."""
    sides = (bead.left, left), (bead.right, right)
    if _of_other_times(*sides) or _of_other_things(*sides) or shares_add_up(bead, left, right):
        return True
    if _of_other_parts(*sides):
        return True
    return any(
        _is_elsewhere(region, place)
        or _in_full(region, place)
        or _is_made_up_for(region, place, *facing)
        or _one_until_the_other(region, place, *facing)
        or _says_otherwise(region, place, *facing)
        for (region, place), facing in (sides, sides[::-1])
    )


def denies_no_such_thing(bead: Bead, denial: Denial, denied: int, target: int, *, mirrored: bool) -> bool:
    """Whether a denied word, of the right where ``mirrored``, does not contradict its counterpart.

    Other cases are told of, or the other side denies the same in a clause of its own.
    """
    own, other = bead.sides(mirrored)
    if of_other_cases(bead, *left_first(denied, target, mirrored)):
        return True
    if _is_attribute(other, target) and not _is_attribute(own, denied):
        return True
    if _is_repudiated(other, target) or _ceases(own, denial, denied, other, target):
        return True
    if _is_only_named(own, denial, denied, other, target) or _lacks_object(
        own, denial, denied, other, target
    ):
        return True
    if _has_no_object(other, target) and own.words[denial.first].low != "no":
        return True
    if _is_added(own, denial, denied, other, target) or _was_last(own, denied, other, target):
        return True
    return _of_other_thoughts(own, denial, denied, other, target)


_Place = tuple[Region, int]


def _of_other_times(one: _Place, other: _Place) -> bool:
    """Whether two words are told of other times: "not this year", "in 2030"."""
    first, second = _times(*one), _times(*other)
    if not first or not second or first & second:
        return False
    return not {sort for sort, _ in first}.isdisjoint(sort for sort, _ in second)


def _times(region: Region, place: int) -> set[tuple[str, str]]:
    """Return the spans of time that a clause names, with what they are: ("year", "this")."""
    words, home = region.words, range(*clause_of(region, (place, place + 1)))
    found: set[tuple[str, str]] = set()
    for i in home:
        low = words[i].low
        if low in _TURNS and i + 1 < home.stop and words[i + 1].low in _SPANS:
            found.add((words[i + 1].low, low))
        elif len(low) == _YEAR and low.isdigit() and low[:2] in ("19", "20"):
            found.add(("year", low))
        elif low in WEEKDAYS:
            found.add(("weekday", low))
        elif low in MONTHS and low not in ("may", "march"):
            found.add(("month", low[:3]))
    return found


_TURNS = frozenset(("this", "next", "last"))
_SPANS = frozenset(("week", "month", "year", "season", "quarter", "summer", "winter", "autumn", "spring"))
_YEAR = 4


def _one_until_the_other(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether one side says what must come first, and so does the other: "not as long as", "only when"."""
    first = {own.words[i].low for i in own.sentence_of(denied) if i > denied}
    second = {other.words[i].low for i in other.sentence_of(target) if i > target}
    return not first.isdisjoint(_UNTIL) and not second.isdisjoint(_ONCE)


_UNTIL = frozenset(("until", "till", "long", "unless"))
_ONCE = frozenset(("once", "when", "if", "only", "soon"))


def _is_attribute(region: Region, place: int) -> bool:
    """Whether a past form tells more of a noun behind it: "a paid contractor"."""
    words, home = region.words, region.sentence_of(place)
    if not is_past(words[place].low) or place == home.start or place + 1 >= home.stop:
        return False
    behind = words[place + 1]
    return words[place - 1].low in _ARTICLES and behind.heavy and not behind.after_mark


_ARTICLES = frozenset(("a", "an", "each", "every", "any"))


def _is_elsewhere(region: Region, place: int) -> bool:
    """Whether a sentence speaks of all other places only: "elsewhere the river burst its banks"."""
    return any(region.words[i].low == "elsewhere" for i in region.sentence_of(place))


def _in_full(region: Region, place: int) -> bool:
    """Whether something is only not so altogether: "cannot stand in full", "is not fully open"."""
    words, home = region.words, region.sentence_of(place)
    near = range(max(home.start, place - _FULL_NEAR), min(home.stop, place + _FULL_NEAR + 1))
    return any(words[i].low in _FULLY or (words[i].low == "full" and words[i - 1].low == "in") for i in near)


_FULLY = frozenset(("fully", "entirely", "completely", "wholly", "altogether"))
_FULL_NEAR = 3


def _is_made_up_for(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether one side tells that it came later, or of the few and the other of the most: "did not grant it
    in May but did so in July", "not in time", "too late".
    """
    words = [[r.words[i].low for i in r.sentence_of(place)] for r, place in ((own, denied), (other, target))]
    if ("did", "so") in pairwise(words[0]):
        return True
    late = ("in", "time") in pairwise(words[0]) and ("too", "late") in pairwise(words[1])
    return late or (not _FEW.isdisjoint(words[0]) and not _MOST.isdisjoint(words[1]))


_FEW = frozenset(("few", "minority", "hardly"))
_MOST = frozenset(("most", "majority", "many"))


def _of_other_things(one: _Place, other: _Place) -> bool:
    """Whether the same is said of other things, of which both sides speak: "failed to win a majority", "won
    the election but fell short of a majority".
    """
    for kind in (_object, _complement):
        first, second = kind(*one), kind(*other)
        if not first or not second or not first.isdisjoint(second):
            continue
        if not first.isdisjoint(_told(*other)) or not second.isdisjoint(_told(*one)):
            return True
    return False


def _told(region: Region, place: int) -> set[str]:
    """Return the families of the words of weight of the sentence around a word, without it."""
    home = region.sentence_of(place)
    return {region.words[i].near for i in home if region.words[i].heavy and i != place}


def _of_other_parts(one: _Place, other: _Place) -> bool:
    """Whether two words are told of other parts of one thing: "in the upper house", "in the lower house"."""
    first, second = _parts(*one), _parts(*other)
    return any(second.get(noun, part) != part for noun, part in first.items())


def _parts(region: Region, place: int) -> dict[str, str]:
    """Return the nouns of a clause of which a part is meant, with the part: "house", "upper"."""
    first, after = clause_of(region, (place, place + 1))
    return {
        region.words[i + 1].near: region.words[i].low
        for i in range(first, after - 1)
        if region.words[i].low in _PARTS
    }


_PARTS = frozenset(
    (
        "upper",
        "lower",
        "northern",
        "southern",
        "eastern",
        "western",
        "first",
        "second",
        "third",
        "senior",
        "junior",
    )
)


def _object(region: Region, place: int) -> set[str]:
    """Return the words of weight of the object right behind a verb."""
    return _phrase(region, place + 1, _DETERMINERS)


def _complement(region: Region, place: int) -> set[str]:
    """Return the words of weight of whom or where something is for: "is approved for children"."""
    words, home = region.words, region.sentence_of(place)
    if place + 2 >= home.stop or words[place + 1].after_mark:
        return set()
    whom = words[place + 1].low == "to" and words[place + 2].low.endswith("s")  # not "to leave"
    return _phrase(region, place + 2) if whom or words[place + 1].low in ("for", "in") else set()


_DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "any", "some"))


def _phrase(region: Region, start: int, opening: frozenset[str] | None = None) -> set[str]:
    """Return the families of the words of weight of a phrase; with ``opening``, if it begins with one."""
    words = region.words
    found: set[str] = set()
    if opening is not None and start < len(words) and words[start].low not in opening:
        return found
    for i in range(start, min(len(words), start + _PHRASE)):
        if region.edge(i - 1, i) or words[i].after_mark or (i > start and words[i].low in _ENDS):
            break
        if words[i].heavy:
            found.add(words[i].near)
    return found


_PHRASE = 5
_ENDS = read_words("disagreement_words.txt", "clause_starts") | frozenset(
    ("of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "before", "after", "under", "over")
)


def _is_repudiated(region: Region, place: int) -> bool:
    """Whether somebody denies what is only claimed: "reports that they had met are untrue"."""
    words, home = region.words, region.sentence_of(place)
    that = next((i for i in range(place - 1, home.start, -1) if words[i].low in ("that", "of")), None)
    if that is None or words[that - 1].stem not in roots(_CLAIMS):
        return False
    return any(words[i].low in _UNTRUE or words[i].stem in deniers() for i in range(place + 1, home.stop))


_CLAIMS = frozenset(("claim", "report", "allegation", "accusation", "suggestion", "rumour", "charge"))
_UNTRUE = frozenset(("untrue", "false", "wrong", "unfounded", "baseless", "dismissed", "nonsense"))


def _ceases(own: Region, denial: Denial, denied: int, other: Region, target: int) -> bool:
    """Whether the other side tells that something came to an end: "no ferries sailed", "ferries stopped"."""
    if own.words[denial.first].low not in ("no", "none", "nothing"):
        return False
    after = range(target + 1, clause_of(other, (target, target + 1))[1])
    ended = {other.words[i].stem for i in after} & roots(_ENDING)
    return bool(ended) and ended.isdisjoint(own.words[i].stem for i in own.sentence_of(denied))


_ENDING = frozenset(("stop", "halt", "cease", "suspend", "cancel", "ground", "strand", "scrap", "idle"))


def _says_otherwise(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether the other side says the denial in one word: "has not paid its pilots", "they are owed"."""
    wanted = _otherwise().get(own.words[denied].stem, frozenset())
    return any(other.words[i].stem in wanted for i in other.sentence_of(target))


@cache
def _otherwise() -> dict[str, frozenset[str]]:
    lines = (line.split("/") for line in read_sections("negations.txt")["otherwise"])
    return {
        root(word): frozenset(map(root, others.split())) for words, others in lines for word in words.split()
    }


def _has_no_object(region: Region, place: int) -> bool:
    """Whether the object of a verb denies it: "sees for now no grounds"."""
    words, home = region.words, region.sentence_of(place)
    for i in range(place + 1, min(home.stop, place + _OBJECT_NEAR)):
        if words[i].after_mark or words[i].low in _ENDS - {"for", "in", "at"}:
            return False
        if words[i].low in _NO_OBJECTS:
            return True
    return False


_NO_OBJECTS = DENYING_SUBJECTS | {"little"}
_OBJECT_NEAR = 5


def _lacks_object(own: Region, denial: Denial, denied: int, other: Region, target: int) -> bool:
    """Whether the other side does not speak of what did not come about: "expected no change", "did so"."""
    if own.words[denial.first].low != "no" or denied >= denial.first:
        return False
    thing = own.words[denial.denied[0]] if denial.denied[0] > denied else own.words[denial.denied[-1]]
    return thing.heavy and thing.stem not in roots(_SIGNS) and thing.near not in _told(other, target)


def _is_only_named(own: Region, denial: Denial, denied: int, other: Region, target: int) -> bool:
    """Whether somebody is only called on one side what the other says he is not: "is no longer the coach",
    "dismissed coach X".
    """
    words = own.words
    between = [word.low for word in words[denial.last + 1 : denied]]
    linked = denial.first > 0 and words[denial.first - 1].low in COPULAS
    if is_past(words[denied].low) or not linked or len(between) != 1 or between[0] not in _DETERMINERS:
        return False
    start = other.sentence_of(target).start
    before = [word.low for word in other.words[max(start, target - _LINK) : target]]
    return _LINKING.isdisjoint(before)


_LINK = 5
_LINKING = COPULAS | frozenset(
    ("as", "be", "been", "remain", "remains", "remained", "become", "becomes", "became", "stay", "stays", "s")
)


def _is_added(own: Region, denial: Denial, denied: int, other: Region, target: int) -> bool:
    """Whether a denial only leaves something out of what is told before: "dropped this but not that"."""
    words = own.words
    if denial.first == 0 or words[denial.first].low != "not" or words[denial.first - 1].low != "but":
        return False
    home = own.sentence_of(denial.first)
    told = {
        words[i].near for i in range(home.start, denial.first) if words[i].heavy and is_past(words[i].low)
    }
    there = {other.words[i].near for i in range(*clause_of(other, (target, target + 1)))}
    return not is_past(words[denied].low) and told.isdisjoint(there)


def _was_last(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether the other side tells the last time: "no president has been since 1974", "was last there"."""
    since = any(
        own.words[i].low == "since"
        or (own.words[i].low in ("in", "for") and any(w.low in _AGES for w in own.words[i + 1 : i + 4]))
        for i in own.sentence_of(denied)
    )
    there = other.sentence_of(target)
    near = range(max(there.start, target - _LAST), min(there.stop, target + _LAST))
    return since and any(other.words[i].low == "last" for i in near)


_LAST = 6
_AGES = frozenset(("year", "years", "decade", "decades", "century", "months", "weeks", "seasons"))


def _of_other_thoughts(own: Region, denial: Denial, denied: int, other: Region, target: int) -> bool:
    """Whether different things are believed, are signs of something, are denied of others, or one side only
    tells what was not meant: "never intended to mislead", "had misled".
    """
    words = own.words
    thinking = roots(_THINKING)
    if words[denied].stem in thinking and other.words[target].stem in thinking:
        return len(_told(own, denied) & _told(other, target)) < _COMMON
    if words[denied].stem in roots(_SIGNS) and other.words[target].stem in roots(_SIGNS):
        shown = _phrase(own, denied + 2), _phrase(other, target + 2)
        return all(shown) and _told(own, denied).isdisjoint(shown[1])
    if denies_clause(words[denial.first]) and _done_by_others(own, denied, other, target):
        return True
    meant = denied > 1 and words[denied - 1].low == "to" and words[denied - 2].stem in roots(_MEANING)
    return meant and is_past(other.words[target].low) and other.words[target - 1].low not in FRONT - _DONE


def _done_by_others(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether somebody else does on the other side what is denied: "denied that its troops had fired first",
    "the rebels fired first".
    """
    subject = other.words[target - 1] if target and not other.edge(target - 1, target) else None
    if subject is None or not subject.heavy or is_past(subject.low) or not is_past(other.words[target].low):
        return False
    return subject.near not in _told(own, denied) and subject.low not in markers()


_MEANING = frozenset(("intend", "mean"))
_THINKING = frozenset(("believe", "think", "suspect"))
_SIGNS = read_words("disagreement_words.txt", "proofs")
_DONE = frozenset(("had", "has", "have", "did"))
_COMMON = 3
"""Words of weight that the sentences of two thoughts share if they are thoughts of one thing."""
