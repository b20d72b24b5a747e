"""Quotations measured: spans, speakers, reporting words and states, on every pair with gold.

Spans: a found quotation (speech or fragment) is right when its pieces' text equals a gold quote of that
paragraph, final mark aside. Speaker: the resolved name, or for an unnamed source the printed words, against
the gold's. State: verbatim, altered, only left, only right, with the side that shortens, over paired rows.
Quotations that the gold lists as scare or nested ones count as wrong when given as speech, but not where
they have four words or more, which the program always takes for speech.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gold import GoldPair, Score, measure_groups, table, worst

from desktop_app.compare import compare
from desktop_app.model import Comparison, Quotation, QuotationKind, Side
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import count_words

MEASURES = ("span", "kind", "speaker", "cue", "state", "shortened", "difference")
_SPOKEN = (QuotationKind.SPEECH, QuotationKind.PARTIAL)


def key(paragraph: int, text: str) -> tuple[int, str]:
    """Return by what a quotation is found again: its paragraph and words, marks aside."""
    return paragraph, re.sub(r"[\W_]+", " ", fold(text)).strip()


def same_speaker(found: Quotation, wanted: str) -> bool:
    """Whether a speaker as found is the one the gold names, resolved or as printed."""
    gold = _words(wanted)
    for text in (found.speaker_entity, found.speaker):
        if text:
            words = _words(text)
            if words == gold or (words and gold and (words <= gold or gold <= words)):
                return True
    return False


def _words(text: str) -> set[str]:
    small = {
        "the",
        "a",
        "an",
        "one",
        "of",
        "to",
        "for",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "her",
        "his",
        "its",
        "their",
    }
    return {word for word in re.findall(r"\w+", fold(text)) if word not in small}


def measure(
    pair: GoldPair, comparison: Comparison | None = None
) -> tuple[dict[str, Score], list[tuple[float, str]]]:
    """Return the scores by measure, and what is wrong or missed, for one pair."""
    if comparison is None:
        comparison = compare(pair.article(Side.LEFT), pair.article(Side.RIGHT))
    scores: dict[str, Score] = defaultdict(Score)
    cases: list[tuple[float, str]] = []
    for side in Side:
        _measure_side(pair, comparison, side, scores, cases)
    _measure_states(pair, comparison, scores, cases)
    return dict(scores), cases


def _measure_side(
    pair: GoldPair,
    comparison: Comparison,
    side: Side,
    scores: dict[str, Score],
    cases: list[tuple[float, str]],
) -> None:
    wanted = {
        key(q[side.value]["paragraph"], q[side.value]["text"]): q[side.value]
        for q in pair.gold["quotes"]
        if q[side.value]
    }
    scare = {key(q["paragraph"], q["text"]) for q in pair.gold["scare_quotes"][side.value]}
    found = {
        key(q.paragraph, q.text): q
        for match in comparison.quotations
        for q in [match.on(side)]
        if q is not None and q.kind is not QuotationKind.INDIRECT
    }
    for place, quotation in found.items():
        spoken = quotation.kind in _SPOKEN
        if place in wanted:
            scores["span"] += Score(1, 1, 1) if spoken else Score(0, 0, 1)
            if not spoken:
                cases.append((0.8, f"{pair.name} {side} taken for scare quote: “{place[1][:60]}”"))
            _measure_speaker(pair, quotation, wanted[place], scores, cases)
        elif spoken and not (place in scare and count_words(quotation.text) >= 4):
            scores["span"] += Score(0, 1, 0)
            cases.append((1.0, f"{pair.name} {side} not in the gold: “{place[1][:60]}”"))
        if place in scare and count_words(quotation.text) < 4:
            scores["kind"] += Score(not spoken, 1, 1)
    for place in wanted.keys() - found.keys():
        scores["span"] += Score(0, 0, 1)
        cases.append((1.0, f"{pair.name} {side} missed: “{place[1][:60]}”"))


def _measure_speaker(
    pair: GoldPair,
    found: Quotation,
    wanted: dict[str, Any],
    scores: dict[str, Score],
    cases: list[tuple[float, str]],
) -> None:
    if wanted.get("speaker"):
        right = same_speaker(found, wanted["speaker"])
        scores["speaker"] += Score(right, 1, 1)
        if not right:
            got = found.speaker_entity or found.speaker
            cases.append(
                (0.7, f"{pair.name} speaker {wanted['speaker']!r}, found {got!r}: “{found.text[:40]}”")
            )
    cue = fold(wanted.get("cue") or "").split()
    got_cue = fold(found.cue or "").split()
    right = got_cue == cue or (bool(got_cue) and set(got_cue) <= set(cue))
    scores["cue"] += Score(right, 1, 1)
    if not right:
        cases.append(
            (0.3, f"{pair.name} cue {wanted.get('cue')!r}, found {found.cue!r}: “{found.text[:40]}”")
        )


def _measure_states(
    pair: GoldPair, comparison: Comparison, scores: dict[str, Score], cases: list[tuple[float, str]]
) -> None:
    rows: dict[tuple[Side, tuple[int, str]], Any] = {}
    for match in comparison.quotations:
        for side in Side:
            quotation = match.on(side)
            if quotation is not None and quotation.kind is not QuotationKind.INDIRECT:
                rows[side, key(quotation.paragraph, quotation.text)] = match
    for quote in pair.gold["quotes"]:
        side = Side.LEFT if quote["left"] else Side.RIGHT
        row = rows.get((side, key(quote[side.value]["paragraph"], quote[side.value]["text"])))
        if row is None:
            continue
        words = f"“{quote[side.value]['text'][:50]}”"
        right = row.state.value == quote["match"]
        if right and quote["left"] and quote["right"]:
            other = row.right
            right = other is not None and key(other.paragraph, other.text) == key(
                quote["right"]["paragraph"], quote["right"]["text"]
            )
        scores["state"] += Score(right, 1, 1)
        if not right:
            cases.append(
                (
                    0.9,
                    f"{pair.name} state {quote['match']}, found {row.state}: {words}",
                )
            )
        if quote["match"] == "altered":
            shortened = (row.shortened.value if row.shortened else None) == quote.get("shortened")
            scores["shortened"] += Score(shortened, 1, 1)
            if not shortened:
                cases.append(
                    (
                        0.4,
                        f"{pair.name} shortened {quote.get('shortened')}, found {row.shortened}: {words}",
                    )
                )
        if quote["left"] and quote["right"]:
            differs = (row.speaker_differs.value if row.speaker_differs else None) == quote.get(
                "speaker_differs"
            )
            scores["difference"] += Score(differs, 1, 1)
            if not differs:
                given = quote.get("speaker_differs")
                cases.append((0.6, f"{pair.name} speakers {given}, found {row.speaker_differs}: {words}"))


def measure_all() -> tuple[dict[str, dict[str, Score]], list[tuple[float, str]]]:
    """Return the scores by group of pairs and measure, and the cases."""
    return measure_groups(measure)


def report(verbose: bool) -> list[str]:
    """Return the lines to print: each measure's F1 (for the others than spans: share that is right)."""
    groups, cases = measure_all()
    rows = [(group, [scores.get(name, Score()).f1 for name in MEASURES]) for group, scores in groups.items()]
    lines = table(rows, MEASURES, "quotations: F1 of spans, share of right kinds, speakers, ...")
    if verbose:
        lines += ["  worst cases", *worst(cases, 60)]
    return lines


if __name__ == "__main__":
    print("\n".join(report("-v" in sys.argv)))
