"""Two articles in, links out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.align.candidates import propose
from desktop_app.align.explain import shared_words
from desktop_app.align.fold import fold_links
from desktop_app.align.relax import relax
from desktop_app.align.sparse import Tick, pair_dots
from desktop_app.align.terms import read_terms
from desktop_app.align.units import story_units
from desktop_app.model import Alignment, Article, Link, Pair, Progress, SentencePair, no_progress, part_of
from desktop_app.model.order import mark_moved
from desktop_app.text.prepare import prepare

ACCEPT = 0.5


def align(
    left: Article,
    right: Article,
    progress: Progress = no_progress,
    *,
    fixed: Sequence[Link] = (),
    rejected: Collection[tuple[int, int]] = (),
) -> Alignment:
    """Link the paragraphs of two articles that tell the same.

    ``fixed`` links (confirmed or made by hand) are kept as they are, ``rejected`` (left, right) paragraph
    pairs are never linked. ``progress`` may raise to cancel.
    """
    left, right = prepare(left), prepare(right)
    left_units, right_units = story_units(left), story_units(right)
    fixed_left = {index for link in fixed for index in link.left}
    fixed_right = {index for link in fixed for index in link.right}
    if not left_units or not right_units:
        return Alignment(mark_moved(fixed))

    def stage(start: float, end: float, message: str) -> Tick:
        report = part_of(progress, start, end)
        return lambda fraction: report(fraction, message)

    terms = read_terms(
        [unit.text for unit in left_units],
        [unit.text for unit in right_units],
        stage(0.0, 0.3, "Reading the words of both texts"),
    )
    comparing = "Looking for passages that tell the same"
    rows, columns = propose(terms.left_words, terms.right_words, terms.word_idf, stage(0.3, 0.5, comparing))
    cosine = pair_dots(terms.left_grams, terms.right_grams, rows, columns, stage(0.5, 0.7, comparing))
    weights = terms.word_idf
    left_w = terms.left_words.weighted(weights[terms.left_words.terms])
    right_w = terms.right_words.weighted(weights[terms.right_words.terms])
    shared = pair_dots(left_w, terms.right_words, rows, columns, stage(0.7, 0.8, comparing))
    smaller = np.minimum(left_w.row_sums()[rows], right_w.row_sums()[columns])
    scores = 0.7 * cosine + 0.3 * shared / np.maximum(smaller, 4.0)
    banned = set(rejected)
    for k, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        a, b = left_units[i], right_units[j]
        if (a.paragraph, b.paragraph) in banned or a.headline != b.headline:
            scores[k] = 0
    belief = relax(scores, rows, columns, len(left_units), len(right_units), stage(0.8, 0.95, comparing))
    found: list[SentencePair] = []
    best: dict[tuple[int, int], float] = {}
    for k in np.flatnonzero(belief >= 0.1).tolist():
        a, b = left_units[rows[k]], right_units[columns[k]]
        p = float(belief[k])
        key = (a.paragraph, b.paragraph)
        best[key] = max(best.get(key, 0.0), p)
        if p >= ACCEPT:
            found.append(SentencePair(a.paragraph, a.sentence, b.paragraph, b.sentence, p))
    pairs = [Pair(i, j, p) for (i, j), p in best.items() if p >= ACCEPT]
    spare = [Pair(i, j, p) for (i, j), p in best.items() if p < ACCEPT]
    links = fold_links(pairs, spare, fixed)
    links = [
        link if link in fixed else replace(link, shared=shared_words(left, right, link)) for link in links
    ]
    found = [s for s in found if (s.left_paragraph in fixed_left) == (s.right_paragraph in fixed_right)]
    progress(1.0, "Linked")
    return Alignment(mark_moved(links), tuple(found))
