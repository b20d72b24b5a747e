"""What of a comparison steers and marks the reading view, looked up fast. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.model import Comparison, Link, Side
from desktop_app.model.order import spine
from desktop_app.text.tokens import count_words
from desktop_app.ui.reading.scroll_map import Group


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of neighbouring paragraphs, both ends included."""

    first: int
    last: int


class Structure:
    """Links, movers and one-sided paragraphs of a comparison.

    Costs time on a long pair (it counts the words, too), so it is made where nobody waits for it. ``links``
    are the comparison's own (a number is an index into them); ``steering`` numbers the links that
    lay the ruler, in reading order on both sides, ``movers`` the others. ``compared`` tells whether anybody
    has looked for links: where nobody has, nothing stands on one side only.
    """

    def __init__(
        self, comparison: Comparison, *, compared: bool = True, before: Structure | None = None
    ) -> None:
        """Look everything up; what the structure ``before`` knows of the same articles is taken from it."""
        self.comparison = comparison
        self.compared = compared
        self.links = comparison.alignment.links
        whole = [n for n, link in enumerate(self.links) if link.left and link.right]
        steady = [n for n in whole if not self.links[n].moved]
        if not _keeps_order([self.links[n] for n in steady]):
            kept = spine([self.links[n] for n in steady])
            steady = [n for place, n in enumerate(steady) if place in kept]
        self.steering = sorted(steady, key=lambda n: self.links[n].left[0])
        inside = set(steady)
        self.movers = [n for n in whole if n not in inside]
        self._link_of: dict[Side, list[int]] = {}
        self.only: dict[Side, list[Run]] = {}
        self.words: dict[Side, int] = {}
        for side in Side:
            paragraphs = comparison.article(side).paragraphs
            table = [-1] * len(paragraphs)
            for number in whole:
                for paragraph in self.links[number].on(side):
                    if paragraph < len(table):
                        table[paragraph] = number
            self._link_of[side] = table
            alone = [p.index for p in paragraphs if p.kind.linkable and table[p.index] < 0]
            self.only[side] = runs(alone) if compared else []
            if before is not None and before.comparison.article(side) is comparison.article(side):
                self.words[side] = before.words[side]
            else:
                self.words[side] = sum(count_words(p.text) for p in paragraphs)
        order = {number: place for place, number in enumerate(self.steering)}
        self._walk = sorted(
            whole, key=lambda n: (min(self.links[n].left), order.get(n, -1), min(self.links[n].right))
        )
        self._place_in_walk = {number: place for place, number in enumerate(self._walk)}

    def count_only(self, side: Side) -> int:
        """Return how many paragraphs stand on one side only."""
        return sum(run.last - run.first + 1 for run in self.only[side])

    def link_of(self, side: Side, paragraph: int) -> int:
        """Return the link that holds a paragraph, -1 when none does."""
        table = self._link_of[side]
        return table[paragraph] if 0 <= paragraph < len(table) else -1

    @property
    def walk(self) -> list[int]:
        """All links in the order in which N visits them: the reading order of the left."""
        return self._walk

    def next_link(self, current: int, step: int) -> int:
        """Return the link ``step`` (1 or -1) after ``current`` on the walk, -1 beyond its ends."""
        place = self._place_in_walk.get(current, -1) + step
        return self._walk[place] if 0 <= place < len(self._walk) else -1

    def place_of(self, number: int) -> int:
        """Return the place of a link on the walk, 0-based, -1 when it is not on it."""
        return self._place_in_walk.get(number, -1)

    def groups(
        self,
        left: tuple[Sequence[float], Sequence[float]],
        right: tuple[Sequence[float], Sequence[float]],
        part: slice = slice(None),
    ) -> list[Group]:
        """Return the steering groups, or a part of them, in both layouts; each side gives (tops, bottoms) per
        paragraph."""
        return [
            Group(
                left[0][min(link.left)],
                left[1][max(link.left)],
                right[0][min(link.right)],
                right[1][max(link.right)],
            )
            for link in (self.links[number] for number in self.steering[part])
        ]


def runs(paragraphs: Iterable[int]) -> list[Run]:
    """Return the stretches of neighbours in an ascending list of paragraphs."""
    found: list[Run] = []
    for paragraph in paragraphs:
        if found and found[-1].last == paragraph - 1:
            found[-1] = Run(found[-1].first, paragraph)
        else:
            found.append(Run(paragraph, paragraph))
    return found


def _keeps_order(links: list[Link]) -> bool:
    ordered = sorted(links, key=lambda link: min(link.left))
    return all(max(a.left) < min(b.left) and max(a.right) < min(b.right) for a, b in pairwise(ordered))
