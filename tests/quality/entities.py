"""Entities measured: names and values by place, with and without their type, and how they are grouped.

Exact boundaries count. Merging is B-cubed over the mentions that both the gold and the program hold.
`report` is what ``make quality`` prints.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gold import SHARED, GoldMention, GoldPair, Score, all_pairs, table, worst

from desktop_app.compare.entities import entity_rows
from desktop_app.extract import find_both_entities, find_entities
from desktop_app.model import Article, EntityRow, Mention, Side, Span

NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT"})
WIKIGOLD = SHARED / "data" / "wikigold" / "wikigold.conll.txt"
COARSE = {
    "PERSON": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "NORP": "MISC",
    "EVENT": "MISC",
}


@dataclass
class Measured:
    """Scores of some pairs, and what went wrong (how bad, what)."""

    names: Score = field(default_factory=Score)
    typed_names: Score = field(default_factory=Score)
    values: Score = field(default_factory=Score)
    typed_values: Score = field(default_factory=Score)
    merged: tuple[float, float, int] = (0.0, 0.0, 0)
    cases: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Measured) -> Measured:
        merged = tuple(a + b for a, b in zip(self.merged, other.merged, strict=True))
        return Measured(
            self.names + other.names,
            self.typed_names + other.typed_names,
            self.values + other.values,
            self.typed_values + other.typed_values,
            merged,  # type: ignore[arg-type]
            self.cases + other.cases,
        )

    @property
    def b_cubed(self) -> float:
        """F1 of B-cubed precision and recall."""
        precision, recall, count = self.merged
        return 2 * precision * recall / (count * (precision + recall)) if count else 1.0

    def row(self) -> tuple[float, ...]:
        """The figures in the order of the table's heads."""
        return (self.names.f1, self.typed_names.f1, self.values.f1, self.typed_values.f1, self.b_cubed)


def measure(pair: GoldPair) -> Measured:
    """Run the program on a pair and score its entity table."""
    left, right = pair.article(Side.LEFT), pair.article(Side.RIGHT)
    rows = entity_rows(left, right, *find_both_entities(left, right))
    total = Measured()
    matches: list[tuple[int, int]] = []
    for side in Side:
        mentions = pair.mentions(side)
        aside = [span for mention in mentions if mention.boilerplate_only for span in mention.places]
        wanted = [mention for mention in mentions if not mention.boilerplate_only]
        measured, matched = _measure_side(pair, side, wanted, aside, rows)
        total += measured
        matches += matched
    total.merged = _b_cubed(matches)
    return total


def _measure_side(
    pair: GoldPair,
    side: Side,
    wanted: Sequence[GoldMention],
    aside: Sequence[Span],
    rows: Sequence[EntityRow],
) -> tuple[Measured, list[tuple[int, int]]]:
    measured = Measured()
    found = {
        (mention.paragraph, mention.start, mention.end): (number, row.type.value)
        for number, row in enumerate(rows)
        for mention in row.on(side)
        if not _touches(mention, aside)
    }
    matched: list[tuple[int, int]] = []
    used: set[tuple[int, int, int]] = set()
    counts = {True: [0, 0, 0], False: [0, 0, 0]}
    for mention in sorted(wanted, key=lambda mention: len(mention.places)):
        name = mention.type in NAMES
        counts[name][2] += 1
        places = [(span.paragraph, span.start, span.end) for span in mention.places]
        hit = next((place for place in places if place in found and place not in used), None)
        if hit is None:
            measured.cases[f"{pair.name} {side.value}: missed {mention.type} {mention.text!r}"] += 1
            continue
        used.add(hit)
        number, kind = found[hit]
        if (kind in NAMES) is not name:
            measured.cases[
                f"{pair.name} {side.value}: {mention.text!r} is {mention.type}, taken for {kind}"
            ] += 1
            continue
        counts[name][0] += 1
        matched.append((number, mention.entity))
        if kind == mention.type:
            counts[name][1] += 1
        else:
            measured.cases[
                f"{pair.name} {side.value}: {mention.text!r} is {mention.type}, taken for {kind}"
            ] += 1
    texts = pair.texts(side)
    for place, (_, kind) in found.items():
        if place not in used:
            measured.cases[
                f"{pair.name} {side.value}: extra {kind} {texts[place[0]][place[1] : place[2]]!r}"
            ] += 1
    for name in (True, False):
        hits, typed, total = counts[name]
        mine = sum((kind in NAMES) is name for _, kind in found.values())
        scores = Score(hits, mine, total), Score(typed, mine, total)
        if name:
            measured.names, measured.typed_names = scores
        else:
            measured.values, measured.typed_values = scores
    return measured, matched


def _touches(mention: Mention, spans: Iterable[Span]) -> bool:
    return any(
        span.paragraph == mention.paragraph and span.start < mention.end and mention.start < span.end
        for span in spans
    )


def _b_cubed(matches: Sequence[tuple[int, int]]) -> tuple[float, float, int]:
    """Return summed precision and recall and the count of mentions (Bagga and Baldwin 1998)."""
    together = Counter(matches)
    mine = Counter(number for number, _ in matches)
    gold = Counter(entity for _, entity in matches)
    precision = sum(count * count / mine[number] for (number, _), count in together.items())
    recall = sum(count * count / gold[entity] for (_, entity), count in together.items())
    return precision, recall, len(matches)


def read_wikigold(limit: int | None = None) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return the articles as texts (sentences joined by a space) with gold spans and coarse types."""
    articles: list[tuple[str, list[tuple[int, int, str]]]] = []
    text, spans, open_kind = "", [], ""
    for line in [*WIKIGOLD.read_text(encoding="utf-8").splitlines(), "-DOCSTART- O"]:
        if not line.strip():
            open_kind = ""
            continue
        word, tag = line.rsplit(" ", 1)
        if word == "-DOCSTART-":
            if text:
                articles.append((text, spans))
            text, spans, open_kind = "", [], ""
            continue
        glued = word in (",", ".", ";", ":", "?", "!", ")", "'s", "'", "n't", "%", "''") or text.endswith("(")
        start = len(text) if glued or not text else len(text) + 1
        text = text + ("" if glued or not text else " ") + word
        kind = "" if tag == "O" else tag[2:]
        if kind and kind == open_kind and tag.startswith("I-"):
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind:
            spans.append((start, len(text), kind))
        open_kind = kind
    return articles[:limit]


def measure_wikigold(limit: int | None = None) -> tuple[Score, Score, Counter[str], float]:
    """Return span score, typed score, what went wrong, and words a second."""
    span, typed, cases = Score(), Score(), Counter[str]()
    words = 0
    start = time.perf_counter()
    results = []
    for text, gold in read_wikigold(limit):
        article = Article.from_paragraphs([text])
        entities = find_entities(article)
        words += len(text.split())
        results.append((text, gold, entities))
    elapsed = time.perf_counter() - start
    for text, gold, entities in results:
        found = {
            (mention.start, mention.end, COARSE[entity.type.value])
            for entity in entities
            if entity.type.is_name
            for mention in entity.mentions
        }
        typed += Score.of(found, gold)
        span += Score.of({spot[:2] for spot in found}, {spot[:2] for spot in gold})
        kinds = {spot[:2]: spot[2] for spot in found}
        for begin, end, kind in gold:
            mine = kinds.get((begin, end))
            if mine != kind:
                cases[f"wikigold: {text[begin:end]!r} is {kind}, taken for {mine or 'nothing'}"] += 1
        places = {spot[:2] for spot in gold}
        for begin, end, kind in found:
            if (begin, end) not in places:
                cases[f"wikigold: extra {kind} {text[begin:end]!r}"] += 1
    return span, typed, cases, words / elapsed


def report(verbose: bool) -> list[str]:
    """Return the lines to print: every pair, every group, Wikigold, and the ten worst cases when verbose."""
    lines: list[str] = []
    rows: list[tuple[str, Iterable[float]]] = []
    cases: Counter[str] = Counter()
    for group, pairs in all_pairs():
        total = Measured()
        for pair in pairs:
            measured = measure(pair)
            rows.append((pair.name, measured.row()))
            total += measured
        if len(pairs) > 1:
            rows.append((f"= all of {group}", total.row()))
        if not all(pair.kept for pair in pairs):
            cases += total.cases
    heads = ("names", "typed", "values", "typed", "merging")
    lines += table(rows, heads, "Entities (F1, exact boundaries)")
    if WIKIGOLD.exists():
        span, typed, wrong, speed = measure_wikigold()
        lines.append(f"  Wikigold: names {span.f1:.3f} typed {typed.f1:.3f}, {speed:,.0f} words/s")
        cases += wrong
    if verbose:
        lines.append("  Worst cases:")
        lines += worst((float(count), text) for text, count in cases.items())
    return lines


if __name__ == "__main__":
    print("\n".join(report(True)))
