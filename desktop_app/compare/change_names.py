"""Names that disagree inside a link: a spelling that is no house style, another person, another office."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.speakers import name_variant, same_kind_of_source
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.model import Article, Change, ChangeKind, EntityRow, EntityType, Mention, Side, pulse, pulsed
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.normalize import fold, fold_spelling
from desktop_app.text.phrases import say

_ALONE_ENOUGH = 3.0
"""Evidence from which two names are told of one thing where each is the only one of its sort left over."""

_ENOUGH = 4.2
"""Evidence from which two different names that each stand on one side only are told of the same thing."""

_KNOWN_ENOUGH = 5.2
"""The same where one of the names occurs on the other side as well, elsewhere."""

_MANY = 10_000
"""Pairs of names that only one side has, up to which those of a sentence are compared."""

_VARIANT = 10.0
"""Evidence added where two names are variants of each other."""

_ENGLISH = 0.12
_START = 20_000
"""Characters of a paragraph that are enough to tell the language."""

_MARKERS = frozenset(("the", "of", "and", "to", "in", "a", "that", "was", "is", "for", "said", "with"))

_TYPES = frozenset(
    (
        EntityType.PERSON,
        EntityType.ORG,
        EntityType.GPE,
        EntityType.LOC,
        EntityType.FAC,
        EntityType.EVENT,
        EntityType.NORP,
    )
)
_PORTFOLIO = read_words("disagreement_words.txt", "portfolio")
_RANKS = frozenset(("deputy", "vice", "acting"))
"""Words that make another office of one, where others only tell more of it."""

_SAME_PORTFOLIO = {
    "defence": "defense",
    "home": "interior",
    "labour": "labor",
    "economics": "economy",
    "ex": "former",
}


class NameIndex:
    """The mentions of names by paragraph, with their rows."""

    def __init__(self, rows: Sequence[EntityRow]) -> None:
        self._places: dict[tuple[Side, int], list[tuple[Mention, EntityRow]]] = {}
        for row in pulsed(rows):
            if row.type in _TYPES:
                for side in Side:
                    for mention in row.on(side):
                        self._places.setdefault((side, mention.paragraph), []).append((mention, row))
        for names in pulsed(self._places.values()):
            names.sort(key=_place)

    def inside(self, side: Side, region: Region) -> list[tuple[Mention, EntityRow]]:
        """Return the names that stand in a region, in order."""
        found: list[tuple[Mention, EntityRow]] = []
        for sentence in region.sentences:
            names = self._places.get((side, sentence.paragraph), [])
            first = bisect_left(names, sentence.start, key=_place)
            after = bisect_left(names, sentence.end, key=_place)
            found.extend(item for item in names[first:after] if item[0].end <= sentence.end)
        return found

    def in_paragraphs(self, side: Side, paragraphs: Sequence[int]) -> list[tuple[Mention, EntityRow]]:
        """Return the names that stand in some paragraphs."""
        return [item for paragraph in paragraphs for item in self._places.get((side, paragraph), ())]


def _place(name: tuple[Mention, EntityRow]) -> int:
    return name[0].start


def is_english(article: Article) -> bool:
    """Whether a text looks English; elsewhere names are inflected and common nouns take capitals."""
    starts = (paragraph.text[:_START] for paragraph in article.paragraphs[:12])
    words = list(islice((word for start in starts for word in fold(start).split()), 600))
    return bool(words) and sum(word in _MARKERS for word in words) >= _ENGLISH * len(words)


def name_changes(
    beads: Sequence[Bead],
    left: Sequence[int],
    right: Sequence[int],
    index: NameIndex,
    *,
    english: bool = True,
) -> list[Change]:
    """Return the names of one link that disagree; ``left`` and ``right`` are its paragraphs.

    In other languages than English only variants of a person's full name count.
    """
    left_rows = {id(row) for _, row in index.in_paragraphs(Side.LEFT, left)}
    right_rows = {id(row) for _, row in index.in_paragraphs(Side.RIGHT, right)}
    changes: list[Change] = []
    done: set[tuple[int, int]] = set()
    for bead in beads:
        first = index.inside(Side.LEFT, bead.left)
        second = index.inside(Side.RIGHT, bead.right)
        changes.extend(_offices(bead, first, second))
        rest_left = [(m, row) for m, row in first if id(row) not in right_rows]
        rest_right = [(m, row) for m, row in second if id(row) not in left_rows]
        if len(rest_left) * len(rest_right) > _MANY:
            continue  # a list, not a story
        alone = _alone(rest_left), _alone(rest_right)
        scored: list[tuple[float, int, int]] = []
        for i, (a, x) in enumerate(rest_left):
            pulse()
            for j, (b, y) in enumerate(rest_right):
                score = _evidence(bead, a, x, b, y, alone=id(x) in alone[0] and id(y) in alone[1])
                if not english and (score < _VARIANT or x.type is not EntityType.PERSON or " " not in a.text):
                    continue
                if score:
                    scored.append((score, i, j))
        used: set[tuple[str, int]] = set()
        for _, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            (a, x), (b, y) = rest_left[i], rest_right[j]
            if ("l", id(x)) in used or ("r", id(y)) in used or (id(x), id(y)) in done:
                continue
            used.update((("l", id(x)), ("r", id(y))))
            done.add((id(x), id(y)))
            changes.append(_change(a, b))
    told = {number for both in done for number in both}
    first = [item for item in index.in_paragraphs(Side.LEFT, left) if id(item[1]) not in told]
    second = [item for item in index.in_paragraphs(Side.RIGHT, right) if id(item[1]) not in told]
    if len(first) * len(second) <= _MANY:
        changes.extend(_misspelt(first, second))
    return changes


def _change(a: Mention, b: Mention) -> Change:
    return Change(
        ChangeKind.NAME, a, b, say("The left names {left}, the right {right}.", left=a.text, right=b.text)
    )


def _misspelt(
    left: Sequence[tuple[Mention, EntityRow]], right: Sequence[tuple[Mention, EntityRow]]
) -> list[Change]:
    """Return the full names of people that are variants of each other, wherever they stand in a link."""
    changes: list[Change] = []
    done: set[int] = set()
    for a, x in left:
        for b, y in right:
            if x.right or y.left or not x.type is y.type is EntityType.PERSON or {id(x), id(y)} & done:
                continue
            if len(a.text.split()) < 2 or len(b.text.split()) < 2 or not name_variant(x.name, y.name):
                continue
            if not (_same_spelling(a.text, b.text) or _longer_form(a.text, b.text)):
                done.update((id(x), id(y)))
                changes.append(_change(a, b))
    return changes


def _alone(names: Sequence[tuple[Mention, EntityRow]]) -> set[int]:
    """Return the rows (their ids) beside which no other name of the same sort is left over on a side."""
    rows = {id(row): row for _, row in names}
    sorts = Counter(_sort(row) for row in rows.values())
    return {number for number, row in rows.items() if sorts[_sort(row)] == 1}


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Return pairs of a country, by any of its names, and its capital."""
    cells = ([cell.strip() for cell in line.split("|")] for line in read_sections("countries.txt")[""])
    return frozenset(
        (fold(name.strip()), fold(cell[3]))
        for cell in cells
        if len(cell) > 3
        for name in (cell[0], *cell[2].split(","))
    )


_AROUND = 1.2
"""Evidence around two places from which "in Malawi" and "in Zambia" are told of the same."""


@cache
def _known_places() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names of countries, and those of cities."""
    cells = ([cell.strip() for cell in line.split("|")] for line in read_sections("countries.txt")[""])
    countries = frozenset(fold(cell[0]) for cell in cells)
    cities = (name for line in read_sections("places.txt")["cities"] for name in line.split(","))
    return countries, frozenset(fold(name.strip()) for name in cities)


def _exclude(a: str, b: str) -> bool:
    """Whether neither of two places lies in the other: two countries or two cities."""
    return any(a in known and b in known for known in _known_places())


def _adds(bead: Bead) -> bool:
    """Whether one side tells of a place besides others: "in Hungary too"."""
    return any(region.with_form(("too", "also")) for region in (bead.left, bead.right))


_WAYS = {"in": "in", "at": "in", "near": "in", "to": "to", "for": "to", "towards": "to", "from": "from"}


def _way(region: Region, place: int) -> str:
    """Return whether a place is where something is, goes to or comes from; "" where that is not said."""
    return _WAYS.get(region.words[place - 1].low, "") if place and not region.edge(place - 1, place) else ""


def _other_people(bead: Bead, a: Mention, left: int, b: Mention, right: int) -> bool:
    """Whether two people are told apart by what they are ("striker X", "defender Y"), or one is no name."""
    if any(singular(fold(name.text)) in people_nouns() for name in (a, b)):
        return True
    roles = [
        singular(region.words[place - 1].low) if place and not region.edge(place - 1, place) else ""
        for region, place in ((bead.left, left), (bead.right, right))
    ]
    return all(role in people_nouns() for role in roles) and not same_kind_of_source(*roles)


_PLACES = frozenset((EntityType.GPE, EntityType.LOC, EntityType.FAC))


def _sort(row: EntityRow) -> EntityType:
    return EntityType.LOC if row.type in _PLACES else row.type


def _evidence(bead: Bead, a: Mention, x: EntityRow, b: Mention, y: EntityRow, *, alone: bool) -> float:
    """Return how surely two different names stand for one thing; 0 where that is not sure enough.

    ``alone`` tells that each is the only name of its type that the other side has not.
    """
    if x is y or fold(a.text) == fold(b.text) or set(x.related) & {y.name} or set(y.related) & {x.name}:
        return 0.0
    if _same_spelling(a.text, b.text) or _longer_form(a.text, b.text):
        return 0.0
    one_sided = not x.right and not y.left
    variant = one_sided and (name_variant(x.name, y.name) or name_variant(a.text, b.text))
    place_left, place_right = bead.left.place(a), bead.right.place(b)
    if place_left is None or place_right is None:
        return 0.0
    facing = bead.opposed(place_left, place_right)
    around = bead.context(place_left, place_right)
    score = 1.5 * facing + min(3.0, around)
    if variant:
        return score + _VARIANT if x.type is y.type or score >= 1.0 else 0.0
    if _sort(x) is not _sort(y):
        return 0.0
    if any(singular(fold(name.text)) in body_nouns() for name in (a, b)):
        return 0.0  # "the Committee" is short for whatever committee it is
    if x.type is EntityType.NORP and not (one_sided and _next_alike(bead, place_left[1], place_right[1])):
        return 0.0
    if _part_of(a.text, b.text):
        return 0.0
    pair = fold(a.text), fold(b.text)
    if pair in _capitals() or pair[::-1] in _capitals():
        return 0.0  # "Washington" stands for America
    if x.type is EntityType.PERSON and _other_people(bead, a, place_left[0], b, place_right[0]):
        return 0.0
    if one_sided and alone and around >= _AROUND and _exclude(*pair) and not _adds(bead):
        way = _way(bead.left, place_left[0]), _way(bead.right, place_right[0])
        if way[0] and way[0] == way[1]:
            return _ALONE_ENOUGH + score
    enough = _ENOUGH if one_sided else _KNOWN_ENOUGH
    if one_sided and alone and x.type is not EntityType.PERSON and score >= _ALONE_ENOUGH and facing >= 0.6:
        return score
    return score if score + alone >= enough and facing >= (0.8 if alone and one_sided else 1.3) else 0.0


def _next_alike(bead: Bead, left: int, right: int) -> bool:
    """Whether the words right after two nationalities are the same, or one of a family."""
    if left >= len(bead.left.words) or right >= len(bead.right.words):
        return False
    first, second = bead.left.words[left], bead.right.words[right]
    return first.heavy and first.near == second.near and not (first.after_mark or second.after_mark)


def _same_spelling(a: str, b: str) -> bool:
    return [fold_spelling(w) for w in fold(a).split()] == [fold_spelling(w) for w in fold(b).split()]


def _longer_form(a: str, b: str) -> bool:
    """Whether one name is the other with words added."""
    first, second = set(fold(a).split()), set(fold(b).split())
    return first <= second or second <= first


def _part_of(a: str, b: str) -> bool:
    """Whether one name holds a long word of the other: a longer form, or a part, of the same."""
    first = {word for word in fold(a).replace("-", " ").split() if len(word) > 3}
    second = {word for word in fold(b).replace("-", " ").split() if len(word) > 3}
    initials = {"".join(word[0] for word in fold(t).split() if word[0].isalpha()) for t in (a, b)}
    return bool(first & second) or bool(initials & {fold(a).replace(".", ""), fold(b).replace(".", "")})


def _offices(
    bead: Bead, left: Sequence[tuple[Mention, EntityRow]], right: Sequence[tuple[Mention, EntityRow]]
) -> list[Change]:
    """Return persons whose office differs: "Foreign Minister X" against "Defence Minister X"."""
    changes: list[Change] = []
    facing: dict[int, list[Mention]] = {}
    for b, y in right:
        facing.setdefault(id(y), []).append(b)
    for a, x in left:
        if x.type is not EntityType.PERSON:
            continue
        for b in facing.get(id(x), ()):
            first, second = _office(bead.left, a), _office(bead.right, b)
            if first is None or second is None or first[1] != second[1]:
                continue
            more, less = first[2] - second[2], second[2] - first[2]
            if (more and less) or (more | less) & _RANKS:
                one = bead.left.mention(*first[0])
                other = bead.right.mention(*second[0])
                note = say(
                    "{name} is {left} on the left and {right} on the right.",
                    name=x.name,
                    left=one.text,
                    right=other.text,
                )
                changes.append(Change(ChangeKind.NAME, one, other, note))
                return changes
    return changes


def _office(region: Region, mention: Mention) -> tuple[tuple[int, int], str, frozenset[str]] | None:
    """Return the office right before a name: its place, its noun, and the portfolio words in it."""
    place = region.place(mention)
    if place is None or place[0] == 0:
        return None
    words = region.words
    head = place[0] - 1
    if words[head].low not in people_nouns() or words[head].paragraph != mention.paragraph:
        return None
    start = head
    while start > 0 and head - start < 4 and words[start - 1].sentence == words[head].sentence:
        low = _SAME_PORTFOLIO.get(words[start - 1].low, words[start - 1].low)
        if low not in _PORTFOLIO and low != "and":
            break
        start -= 1
    qualities = frozenset(
        _SAME_PORTFOLIO.get(word.low, word.low) for word in words[start:head] if word.low != "and"
    )
    return (start, head), words[head].low, qualities
