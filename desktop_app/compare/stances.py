"""What each side says of one matter, in whatever words: "does not mention the boat", "spoke of the boat"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.compare.auxiliaries import FRONT
from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.denials import Denial, markers, refusals
from desktop_app.compare.softening import is_softened, undoer
from desktop_app.compare.value_frames import clause_of, in_other_times
from desktop_app.compare.word_families import root
from desktop_app.text.lexicons import read_sections, read_words

_REACH = 6
"""Words after a denial that it still governs."""

_GAP = 4
"""Words that may stand where an expression has "~": "left the boat out"."""

_ASKED = 8
"""Words before an expression among which "whether" leaves it open."""


@dataclass(frozen=True, slots=True)
class Stance:
    """An expression of a matter in a region: the number of the matter, whether it is affirmed (1), denied
    (-1) or left open (0), its first and last word, and the families of the words of weight of its clause.
    """

    matter: int
    sign: int
    first: int
    last: int
    told: frozenset[str]
    object: str = ""
    """The family of the word of weight right behind it."""


_Expression = tuple[tuple[str, ...], int, int]


@cache
def _expressions() -> dict[str, tuple[_Expression, ...]]:
    """Return the expressions by the root of their first word: the roots, the matter, 1 or -1."""
    found: dict[str, list[_Expression]] = {}
    for matter, line in enumerate(read_sections("negations.txt")["stances"]):
        for sign, side in zip((1, -1), line.split("/"), strict=True):
            for expression in side.split():
                parts = tuple(root(part) if part != "~" else part for part in expression.split("_"))
                found.setdefault(parts[0], []).append((parts, matter, sign))
    return {first: tuple(sorted(each, key=lambda e: -len(e[0]))) for first, each in found.items()}


def find_stances(
    bead: Bead, left: Sequence[Denial], right: Sequence[Denial]
) -> tuple[list[Stance], list[Stance]]:
    """Return the expressions of the matters that both sides speak of, in order; ``left`` and ``right`` are
    the denials of the sides.
    """
    found = [_find(region) for region in (bead.left, bead.right)]
    common = {hit[0] for hit in found[0]} & {hit[0] for hit in found[1]}
    if not common:
        return [], []
    first, second = (
        [_stance(region, denials, hit) for hit in hits if hit[0] in common]
        for region, denials, hits in ((bead.left, left, found[0]), (bead.right, right, found[1]))
    )
    return first, second


_Hit = tuple[int, int, int, int, bool]


def _find(region: Region) -> list[_Hit]:
    """Return the listed expressions of a region: matter, 1 or -1, first and last word, gaps or none."""
    known, hits = _expressions(), []
    for place, word in enumerate(region.words):
        if word.stem not in known:
            continue
        taken: set[int] = set()
        following = region.words[place + 1].stem if place + 1 < len(region.words) else ""
        for parts, matter, sign in known[word.stem]:
            if len(parts) > 1 and parts[1] not in (following, "~"):
                continue
            last = _last(region, place, parts) if matter not in taken else None
            if last is not None:
                taken.add(matter)
                hits.append((matter, sign, place, last, "~" in parts))
    return hits


def _stance(region: Region, denials: Sequence[Denial], hit: _Hit) -> Stance:
    matter, sign, first, last, gaps = hit
    sign = 0 if _is_open(region, first, last) else sign * _parity(region, denials, first, last, gaps=gaps)
    return Stance(matter, sign, first, last, _told(region, first, last), _object(region, last))


def _last(region: Region, place: int, parts: Sequence[str]) -> int | None:
    """Return the last word of an expression that starts at a place, or None."""
    words, end = region.words, region.sentence_of(place).stop if len(parts) > 1 else place + 1
    here = place
    for number, part in enumerate(parts[1:], start=1):
        if part == "~":
            continue
        reach = _GAP + 1 if parts[number - 1] == "~" else 1
        after = range(here + 1, min(end, here + 1 + reach))
        spot = next((i for i in after if words[i].stem == part), None)
        if spot is None or any(words[i].after_mark for i in range(here + 1, spot + 1)):
            return None
        here = spot
    return here


def _parity(region: Region, denials: Sequence[Denial], first: int, last: int, *, gaps: bool) -> int:
    """Return -1 where an odd number of denials governs an expression, not counting words of its own.

    ``gaps`` tells that other words stand among them: "was not against".
    """
    by = undoer(region, first)
    count = int(by is not None and not any(denial.first <= by <= denial.last for denial in denials))
    start = clause_of(region, (first, last + 1))[0]
    for denial in denials:
        if first <= denial.first <= last:
            count += gaps
            continue
        near = start <= denial.first and 0 < first - denial.last <= _REACH
        count += near or any(first <= place <= last for place in denial.denied)
    return -1 if count % 2 else 1


def _is_open(region: Region, first: int, last: int) -> bool:
    """Whether a statement is only possible, wished, asked or limited."""
    words, home = region.words, region.sentence_of(first)
    before = [word.low for word in words[max(home.start, first - 3) : first]]
    if not _MAYBE.isdisjoint(before) or before[-1:] == ["in"] or is_softened(region, first):
        return True
    if any(word.low in _LIMITING for word in words[last + 1 : min(last + 1 + _LIMITED, home.stop)]):
        return True
    for place in range(first - 1, max(home.start, first - _ASKED) - 1, -1):
        if words[place].low in _ASKING:
            return True
        if words[place].after_mark:
            break
    if before[-1:] == ["to"]:
        return len(before) > 1 and before[-2] not in _BOUND and before[-2] not in FRONT
    return False


_LIMITING = frozenset(("only", "until", "till", "before", "but", "unless"))
_LIMITED = 10
"""Words behind an expression among which "until" or "only" limits it."""

_MAYBE = frozenset(("may", "might", "could", "should"))
_ASKING = frozenset(("whether", "if", "unless", "until", "before", "how", "why", "than", "when"))
_BOUND = read_words("disagreement_words.txt", "bound")


def _told(region: Region, first: int, last: int) -> frozenset[str]:
    """Return the families of the words of weight in the clause of an expression, itself left out."""
    start, after = clause_of(region, (first, last + 1))
    return frozenset(
        word.near
        for place, word in enumerate(region.words[start:after], start)
        if word.heavy
        and not first <= place <= last
        and word.stem not in _light()
        and word.low not in markers()
    )


def _object(region: Region, last: int) -> str:
    """Return the family of the word of weight that follows within three words, "" where none does."""
    after = region.words[last + 1 : min(last + 4, region.sentence_of(last).stop)]
    for word in after:
        if word.after_mark:
            break
        if word.heavy:
            return word.near
    return ""


@cache
def _light() -> frozenset[str]:
    sections = ("saying", "light_verbs", "auxiliaries", "modals")
    return frozenset(
        root(word) for section in sections for word in read_words("disagreement_words.txt", section)
    )


def opposed_stances(
    bead: Bead, left: Sequence[Stance], right: Sequence[Stance]
) -> list[tuple[Stance, Stance]]:
    """Return the pairs of stances in which one side denies of a matter what the other affirms, best first."""
    found: list[tuple[float, Stance, Stance]] = []
    for matter in {stance.matter for stance in left} & {stance.matter for stance in right}:
        best: tuple[float, Stance, Stance] | None = None
        against = 0.0
        for a in (stance for stance in left if stance.matter == matter):
            for b in (stance for stance in right if stance.matter == matter):
                score = _fit(bead, a, b)
                if a.sign * b.sign >= 0:
                    against = max(against, score)
                elif score and (best is None or score > best[0]):
                    best = score, a, b
        if best is not None and best[0] > against:
            found.append(best)
    return [(a, b) for _, a, b in sorted(found, key=lambda item: (-item[0], item[1].first))]


def _fit(bead: Bead, a: Stance, b: Stance) -> float:
    """Return how surely two stances are told of one thing, 0 where that is not sure."""
    if in_other_times(bead.left, (a.first, a.last + 1), bead.right, (b.first, b.last + 1)):
        return 0.0
    shared, fewest = len(a.told & b.told), min(len(a.told), len(b.told))
    if not shared:
        return 0.0
    common = bead.common(a.first, b.first)
    single = len(bead.left.sentences) == len(bead.right.sentences) == 1
    around = single and (common >= _SURE or (a.object and a.object == b.object))
    if around or shared == fewest or shared >= _SURE or (shared > 1 and 2 * shared >= fewest):
        return shared + common / 10
    return 0.0


_SURE = 3
"""Words of weight that two clauses share to be told of one thing however long they are."""


def agree(
    left: Sequence[Stance], right: Sequence[Stance], spans: tuple[tuple[int, int], tuple[int, int]]
) -> bool:
    """Whether both sides say the same of a matter in two stretches of words: first, last; left, right."""
    near = [
        [s for s in stances if s.sign and s.first <= last and s.last >= first]
        for stances, (first, last) in ((left, spans[0]), (right, spans[1]))
    ]
    return any(
        a.matter == b.matter and a.sign == b.sign and a.told & b.told for a in near[0] for b in near[1]
    )


def stance_span(region: Region, stance: Stance) -> tuple[int, int]:
    """Return the first and last word to mark for a stance, with the auxiliaries and denials before it."""
    words, first = region.words, stance.first
    while first > 0 and not region.edge(first - 1, first) and not words[first].after_mark:
        low = words[first - 1].low
        if (
            low not in FRONT
            and low not in markers()
            and low not in ("also", "yet", "to")
            and words[first - 1].stem not in refusals()
        ):
            break
        first -= 1
    return first, stance.last
