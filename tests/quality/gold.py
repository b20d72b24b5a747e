"""Pairs with gold: read from ``seeds/`` and, where it exists, from the shared folder beside the checkout.

Every measuring module (`links`, `entities`, `quotations`, `changes`) stands on this one. A gold file holds
``links``, ``moved``, ``unlinked_*``, ``boilerplate_*``, ``entities``, ``quotes``, ``scare_quotes``,
``nested_quotes``, ``changed_facts`` and ``debatable``; paragraphs are counted from 0, headline included.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (str(_TESTS), str(_TESTS.parent)):
    if _folder not in sys.path:
        sys.path.insert(0, _folder)

from helpers import REAL_PAIR, ROOT, SHARED  # noqa: E402

from desktop_app.model import Article, Side, Span  # noqa: E402

SEEDS = ROOT / "seeds"
OWN_PAIRS = ROOT / "tests" / "pairs"
SHARED_GOLD = SHARED / "gold"
REAL_GOLD = Path(__file__).resolve().parent / "real_pair_gold.json"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a measurement: right ones, all that were found, all that were wanted. Scores add up."""

    hits: float = 0
    found: float = 0
    wanted: float = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right, 1.0 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found, 1.0 where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 1.0 where there was nothing to find and nothing found."""
        both = self.found + self.wanted
        return 2 * self.hits / both if both else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    @classmethod
    def of(cls, found: Iterable[object], wanted: Iterable[object], ignored: Iterable[object] = ()) -> Score:
        """Compare two sets; what is in ``ignored`` is neither rewarded nor punished."""
        aside = set(ignored)
        a, b = set(found) - aside, set(wanted) - aside
        return cls(len(a & b), len(a), len(b))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A surface form of a gold entity, and the places where it may stand.

    Gold lists forms without offsets. ``places`` holds one span where the text leaves no choice, several
    where the same form also occurs unmarked ("three" in passing): any of them is right.
    """

    entity: int
    type: str
    text: str
    places: tuple[Span, ...]
    boilerplate_only: bool = False


@dataclass(frozen=True)
class GoldPair:
    """Two texts (paragraphs, in order) and what careful readers found in them (the gold file's content)."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    gold: dict[str, Any]
    files: tuple[Path, Path]

    def texts(self, side: Side) -> tuple[str, ...]:
        """Return the paragraphs of one side."""
        return self.left if side is Side.LEFT else self.right

    def article(self, side: Side) -> Article:
        """Return one side as an article of ready units, kinds not yet told."""
        return Article.from_paragraphs(self.texts(side), source=str(self.files[side is Side.RIGHT]))

    @property
    def kept(self) -> bool:
        """Whether the pair is only measured: its errors are never listed, so that nothing is tuned to it."""
        return self.name.endswith("_kept")

    @cached_property
    def links(self) -> frozenset[tuple[int, int]]:
        """The paragraph pairs that correspond."""
        return frozenset((left, right) for left, right in self.gold["links"])

    @cached_property
    def debatable_links(self) -> frozenset[tuple[int, int]]:
        """Paragraph pairs on which careful readers would differ."""
        listed = self.gold.get("debatable", {}).get("links", ())
        return frozenset((left, right) for left, right in listed)

    @cached_property
    def moved(self) -> frozenset[tuple[int, int]]:
        """The smallest set of links without which no two links cross."""
        return frozenset((left, right) for left, right in self.gold.get("moved", ()))

    def boilerplate(self, side: Side) -> frozenset[int]:
        """Return the paragraphs of one side that do not tell the story."""
        return frozenset(self.gold.get(f"boilerplate_{side.value}", ()))

    def unlinked(self, side: Side) -> frozenset[int]:
        """Return the paragraphs of one side without a counterpart, boilerplate included."""
        return frozenset(self.gold[f"unlinked_{side.value}"])

    def mentions(self, side: Side) -> tuple[GoldMention, ...]:
        """Return all mentions of one side, entity by entity, each with the places where it may stand."""
        return tuple(_locate(self.texts(side), self.gold["entities"], side))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Cut a gold text: at newlines, stripped, what is empty dropped."""
    return tuple(part.strip() for part in re.split(r"\n+", text) if part.strip())


def read_pair(folder: Path) -> GoldPair:
    """Read ``left.txt``, ``right.txt`` and ``gold.json`` of a folder."""
    files = folder / "left.txt", folder / "right.txt"
    left, right = (split_paragraphs(file.read_text(encoding="utf-8")) for file in files)
    return GoldPair(folder.name, left, right, json.loads((folder / "gold.json").read_text("utf-8")), files)


def _read_folders(root: Path) -> list[GoldPair]:
    if not root.is_dir():
        return []
    return [read_pair(gold.parent) for gold in sorted(root.glob("*/gold.json"))]


def seed_pairs() -> list[GoldPair]:
    """Return the sample pairs of the program, in the order of their names."""
    return _read_folders(SEEDS)


def own_pairs(*, kept: bool | None = None) -> list[GoldPair]:
    """Return the pairs that are there for measuring only: all, or those (not) kept from development."""
    pairs = _read_folders(OWN_PAIRS)
    return pairs if kept is None else [pair for pair in pairs if pair.kept is kept]


def shared_pairs() -> list[GoldPair]:
    """Return the pairs that may not be redistributed; empty where they are not there."""
    return _read_folders(SHARED_GOLD)


def real_pair() -> GoldPair | None:
    """Return the real pair with this project's own gold, or None where the articles are not there.

    Its gold file holds no sentence of the articles: a quotation is given by its first and last words
    and filled in here.
    """
    if not (all(file.exists() for file in REAL_PAIR) and REAL_GOLD.exists()):
        return None
    left, right = (split_paragraphs(file.read_text(encoding="utf-8")) for file in REAL_PAIR)
    gold = json.loads(REAL_GOLD.read_text("utf-8"))
    for quote in gold["quotes"]:
        for side, texts in (("left", left), ("right", right)):
            if quote[side]:
                _fill_in(quote[side], texts)
    return GoldPair("real_pair", left, right, gold, REAL_PAIR)


def all_pairs() -> list[tuple[str, list[GoldPair]]]:
    """Return the named groups of pairs to measure; groups that are not there are left out."""
    real = real_pair()
    groups = [
        ("seeds", seed_pairs()),
        ("pairs", own_pairs(kept=False)),
        ("pairs kept", own_pairs(kept=True)),
        ("gold", shared_pairs()),
        ("real", [real] if real else []),
    ]
    return [(name, pairs) for name, pairs in groups if pairs]


def _fill_in(quote: dict[str, Any], texts: tuple[str, ...]) -> None:
    """Turn ``from``/``to`` (first and last words) of each piece into its text."""
    pieces = quote.get("pieces") or [quote]
    for piece in pieces:
        text = texts[piece["paragraph"]]
        start = text.index(piece.pop("from"))
        last = piece.pop("to")
        piece["text"] = text[start : text.index(last, start) + len(last)]
    quote["text"] = " ".join(piece["text"] for piece in pieces)


def _occurrences(text: str, surface: str) -> Iterable[int]:
    """Yield the starts of ``surface`` in ``text`` that cut no word of a script with spaces."""
    start = text.find(surface)
    while start >= 0:
        end = start + len(surface)
        before = start > 0 and _glued(text[start - 1], surface[0])
        after = end < len(text) and _glued(surface[-1], text[end])
        if not before and not after:
            yield start
        start = text.find(surface, start + 1)


def _glued(a: str, b: str) -> bool:
    return a.isalnum() and b.isalnum() and not (_unspaced(a) or _unspaced(b))


def _unspaced(mark: str) -> bool:
    return "\u3040" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7a3" or "\u0e00" <= mark <= "\u0eff"


def _locate(texts: tuple[str, ...], entities: list[dict[str, Any]], side: Side) -> Iterable[GoldMention]:
    """Find where the surface forms stand: longest forms first, in reading order within an entity."""
    wanted: dict[str, list[tuple[int, int]]] = {}
    for number, entity in enumerate(entities):
        for order, surface in enumerate(entity[side.value]):
            wanted.setdefault(surface, []).append((number, order))
    taken: list[tuple[int, int, int]] = []
    found: dict[tuple[int, int], tuple[Span, ...]] = {}
    for surface in sorted(wanted, key=len, reverse=True):
        free = [
            Span(index, start, start + len(surface))
            for index, text in enumerate(texts)
            for start in _occurrences(text, surface)
            if not any(p == index and start < e and s < start + len(surface) for p, s, e in taken)
        ]
        holders = wanted[surface]
        one_entity = len({number for number, _ in holders}) == 1
        for rank, holder in enumerate(sorted(holders)):
            exact = one_entity and len(free) == len(holders)
            found[holder] = (free[rank],) if exact else tuple(free)
        taken += [(span.paragraph, span.start, span.end) for span in free if len(free) == len(holders)]
    for number, entity in enumerate(entities):
        for order, surface in enumerate(entity[side.value]):
            yield GoldMention(
                number,
                entity["type"],
                surface,
                found[number, order],
                bool(entity.get("boilerplate_only", False)),
            )


def table(rows: Iterable[tuple[str, Iterable[float]]], heads: Iterable[str], title: str) -> list[str]:
    """Lay out named rows of figures under heads; three decimals each."""
    heads = list(heads)
    lines = [title, f"  {'':26}" + "".join(f"{head:>12}" for head in heads)]
    lines += [f"  {name[:26]:26}" + "".join(f"{value:12.3f}" for value in values) for name, values in rows]
    return lines


def worst(cases: Iterable[tuple[float, str]], count: int = 10) -> list[str]:
    """Return the lines of the worst cases, worst first: (how bad, what happened)."""
    ranked = sorted(cases, key=lambda case: -case[0])[:count]
    return [f"    {badness:6.2f}  {text}" for badness, text in ranked]


Report = Callable[[bool], list[str]]
"""``report(verbose)`` of a measuring module: the lines to print, the ten worst cases too when verbose."""


def measure_groups(
    measure: Callable[[GoldPair], tuple[Mapping[str, Score], list[tuple[float, str]]]],
) -> tuple[dict[str, dict[str, Score]], list[tuple[float, str]]]:
    """Return the sums of what ``measure`` gives for the pairs of each group, and the cases of open pairs."""
    groups: dict[str, dict[str, Score]] = {}
    cases: list[tuple[float, str]] = []
    for group, pairs in all_pairs():
        total: dict[str, Score] = defaultdict(Score)
        for pair in pairs:
            scores, wrong = measure(pair)
            cases += [] if pair.kept else wrong
            for name, score in scores.items():
                total[name] += score
        groups[group] = dict(total)
    return groups, cases
