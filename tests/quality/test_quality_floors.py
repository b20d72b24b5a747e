"""Floors under the accuracy on every pair with gold. A floor is never lowered silently.

Each figure is the F1 over all pairs of a group; `python tests/quality/run.py` prints where they stand.
A change that lifts one for good should lift its floor as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import changes
import entities
import links
import quotations
import speeches
from gold import GoldPair, Score, all_pairs, seed_pairs

from desktop_app.compare import compare
from desktop_app.model import Comparison, Side

ENGLISH = ("01", "02", "03", "04", "06")

FLOORS = {
    "seeds": {
        "links": 0.99,
        "moved links": 0.95,
        "names": 0.985,
        "typed names": 0.98,
        "values": 0.97,
        "quotation spans": 0.99,
        "speakers": 0.98,
        "states": 0.99,
        "changes": 0.9,
    },
    "seeds in English": {
        "links": 0.99,
        "moved links": 0.95,
        "names": 0.985,
        "typed names": 0.98,
        "values": 0.98,
        "quotation spans": 0.99,
        "speakers": 0.98,
        "states": 0.99,
        "changes": 0.9,
    },
    "gold": {
        "links": 0.99,
        "moved links": 0.95,
        "names": 0.99,
        "typed names": 0.99,
        "values": 0.97,
        "quotation spans": 0.99,
        "speakers": 0.96,
        "states": 0.99,
        "changes": 0.97,
    },
    "pairs": {
        "links": 0.975,
        "moved links": 0.94,
        "names": 0.985,
        "typed names": 0.975,
        "values": 0.94,
        "quotation spans": 0.995,
        "speakers": 0.98,
        "states": 0.99,
        "changes": 0.94,
    },
    "pairs kept": {
        "links": 0.98,
        "moved links": 0.94,
        "names": 0.96,
        "typed names": 0.945,
        "values": 0.945,
        "quotation spans": 0.99,
        "speakers": 0.93,
        "states": 0.98,
        "changes": 0.885,
    },
    "real": {
        "links": 1.0,
        "names": 1.0,
        "typed names": 1.0,
        "values": 1.0,
        "quotation spans": 1.0,
        "speakers": 1.0,
        "states": 1.0,
        "changes": 1.0,
    },
}

SPEECHES = {"span": 0.99, "kind": 0.95, "speaker": 0.95, "cue": 0.955, "fragment": 0.985}
"""Floors of the articles full of quotations."""


def groups() -> dict[str, list[GoldPair]]:
    """Return the pairs of each group that is there."""
    found = dict(all_pairs())
    found["seeds in English"] = [pair for pair in seed_pairs() if pair.name[:2] in ENGLISH]
    return found


@lru_cache(maxsize=32)
def comparison_of(source: Path) -> Comparison:
    pair = next(pair for pairs in groups().values() for pair in pairs if pair.files[0] == source)
    return compare(pair.article(Side.LEFT), pair.article(Side.RIGHT))


@lru_cache(maxsize=8)
def measured(group: str) -> dict[str, Score]:
    """Return all scores of a group, each summed over its pairs."""
    scores: dict[str, Score] = {}

    def add(name: str, score: Score | None) -> None:
        scores[name] = scores.get(name, Score()) + (score or Score())

    for pair in groups()[group]:
        comparison = comparison_of(pair.files[0])
        found = links.found_in(comparison.alignment)
        add("links", Score.of(found.links, pair.links, pair.debatable_links))
        add("moved links", Score.of(found.moved, pair.moved, pair.debatable_links))
        entity = entities.measure(pair)
        add("names", entity.names)
        add("typed names", entity.typed_names)
        add("values", entity.values)
        quotes, _ = quotations.measure(pair, comparison)
        add("quotation spans", quotes.get("span"))
        add("speakers", quotes.get("speaker"))
        add("states", quotes.get("state"))
        for score in changes.measure(pair, comparison)[0].values():
            add("changes", score)
    return scores


def cases() -> Iterable[tuple[str, str, float]]:
    return [(group, name, floor) for group, floors in FLOORS.items() for name, floor in floors.items()]


@pytest.mark.parametrize(("group", "name", "floor"), cases(), ids=lambda value: str(value))
def test_accuracy_does_not_fall(group: str, name: str, floor: float) -> None:
    if group not in groups():
        pytest.skip(f"the pairs of {group!r} are not here")
    score = measured(group)[name]
    assert score.f1 >= floor, f"{name} on {group}: F1 {score.f1:.3f}, floor {floor}"


@pytest.mark.parametrize(("name", "floor"), SPEECHES.items())
def test_speeches_do_not_fall(name: str, floor: float) -> None:
    score = speeches.measure_all()[0][name]
    assert score.f1 >= floor, f"{name} of the speeches: {score.f1:.3f}, floor {floor}"
