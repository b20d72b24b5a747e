"""Speeches measured: who speaks in `speeches.json`, articles full of quotations in the manner of many papers.

Every sentence was invented for this project by authors who did not know how the program works. Each quote
has its ``speaker`` as printed nearest, the full name or fullest description where the article tells it
(``resolved``), its ``cue``, and ``partial`` for a fragment. `quotations` tells when a span and a speaker are
right; a speaker counts as found by either of the two names. Scare quotes count up to three words, as there.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gold import Score, table, worst
from quotations import key, same_speaker

from desktop_app.extract import find_quotations
from desktop_app.model import Article, Quotation, QuotationKind
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import count_words

MEASURES = ("span", "kind", "speaker", "cue", "fragment")
_SET = Path(__file__).resolve().parent / "speeches.json"
_SPOKEN = (QuotationKind.SPEECH, QuotationKind.PARTIAL)
_Case = tuple[float, str]


@cache
def measure_all() -> tuple[dict[str, Score], list[_Case]]:
    """Return the scores by measure over all articles, and what is wrong or missed."""
    scores: dict[str, Score] = defaultdict(Score)
    cases: list[_Case] = []
    for article in json.loads(_SET.read_text("utf-8")):
        _measure(article, scores, cases)
    return dict(scores), cases


def _measure(article: dict[str, Any], scores: dict[str, Score], cases: list[_Case]) -> None:
    name = f"{article['id']} {article['paragraphs'][0][:30]}"
    wanted = {key(quote["paragraph"], quote["text"]): quote for quote in article["quotes"]}
    scare = {key(quote["paragraph"], quote["text"]) for quote in article["scare_quotes"]}
    found = {
        key(quotation.paragraph, quotation.text): quotation
        for quotation in find_quotations(Article.from_paragraphs(article["paragraphs"]))
        if quotation.kind is not QuotationKind.INDIRECT
    }
    for place, quotation in found.items():
        spoken = quotation.kind in _SPOKEN
        if place in wanted:
            scores["span"] += Score(spoken, spoken, 1)
            _measure_speech(name, quotation, wanted[place], scores, cases)
        elif spoken and not (place in scare and count_words(quotation.text) >= 4):
            scores["span"] += Score(0, 1, 0)
            cases.append((1.0, f"{name}: not in the gold: “{quotation.text[:60]}”"))
        if place in scare and count_words(quotation.text) < 4:
            scores["kind"] += Score(not spoken, 1, 1)
    for place in wanted.keys() - found.keys():
        scores["span"] += Score(0, 0, 1)
        cases.append((1.0, f"{name}: missed: “{wanted[place]['text'][:60]}”"))


def _measure_speech(
    name: str, found: Quotation, wanted: dict[str, Any], scores: dict[str, Score], cases: list[_Case]
) -> None:
    names = [wanted[each] for each in ("speaker", "resolved") if wanted.get(each)]
    words = f"“{found.text[:40]}”"
    if names:
        right = any(same_speaker(found, each) for each in names)
        scores["speaker"] += Score(right, 1, 1)
        if not right:
            got = found.speaker_entity or found.speaker
            cases.append((0.7, f"{name}: speaker {names[-1]!r}, found {got!r}: {words}"))
    cue, got_cue = (fold(each or "").split() for each in (wanted.get("cue"), found.cue))
    right = got_cue == cue or (bool(got_cue) and set(got_cue) <= set(cue))
    scores["cue"] += Score(right, 1, 1)
    if not right:
        cases.append((0.3, f"{name}: cue {wanted.get('cue')!r}, found {found.cue!r}: {words}"))
    fragment = found.kind is not QuotationKind.SPEECH
    scores["fragment"] += Score(fragment == bool(wanted.get("partial")), 1, 1)


def report(verbose: bool) -> list[str]:
    """Return the lines to print: F1 of spans, and the share that is right of everything else."""
    scores, cases = measure_all()
    row = [scores.get(name, Score()).f1 for name in MEASURES]
    lines = table([("speeches", row)], MEASURES, "speeches: F1 of spans, share of right scare quotes, ...")
    if verbose:
        lines += ["  worst cases", *worst(cases, 40)]
    return lines


if __name__ == "__main__":
    print("\n".join(report("-v" in sys.argv)))
