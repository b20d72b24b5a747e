"""Two articles in, links out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.align.decide import decide
from desktop_app.align.embedding import Embedder
from desktop_app.align.explain import Explainer
from desktop_app.align.fold import fold_links
from desktop_app.align.match import Constraints, match_units
from desktop_app.align.sparse import Tick
from desktop_app.align.units import Ints, Unit, story_units
from desktop_app.model import (
    Alignment,
    Article,
    Link,
    Origin,
    Pair,
    Progress,
    SentencePair,
    no_progress,
    part_of,
    pulsed,
    pulsing,
)
from desktop_app.model.collecting import without_full_collections
from desktop_app.model.order import mark_moved
from desktop_app.text.prepare import prepare


def align(
    left: Article,
    right: Article,
    progress: Progress = no_progress,
    *,
    fixed: Sequence[Link] = (),
    rejected: Collection[tuple[int, int]] = (),
    embedder: Embedder | None = None,
) -> Alignment:
    """Link the paragraphs of two articles that tell the same.

    Returns m:n links in the reading order of the left, with the sentence pairs underneath. ``fixed`` links
    (confirmed or made by hand) are kept and support what stands beside them; ``rejected`` (left, right)
    paragraph pairs are never linked. ``embedder`` (see `load_embedder`) adds evidence from the reader's own
    model. ``progress`` is told fractions and may raise to cancel. Swapping the articles mirrors the result;
    the same input gives the same links.
    """
    with pulsing(progress) as report, without_full_collections():
        return _align_articles(left, right, report, fixed, rejected, embedder)


def _align_articles(
    left: Article,
    right: Article,
    progress: Progress,
    fixed: Sequence[Link],
    rejected: Collection[tuple[int, int]],
    embedder: Embedder | None,
) -> Alignment:
    progress(0.0, "Reading both texts")
    left = prepare(left, part_of(progress, 0.0, 0.1))
    right = prepare(right, part_of(progress, 0.1, 0.2))
    left_units, right_units = (
        story_units(side, lambda _: progress(0.2, "Reading both texts")) for side in (left, right)
    )
    report = part_of(progress, 0.2, 0.9)
    # One fixed orientation inside makes sums, and with them every tie, the same both ways.
    if [unit.text for unit in right_units] < [unit.text for unit in left_units]:
        swapped = [(b, a) for a, b in rejected]
        found = _mirror(
            _align(right_units, left_units, report, [_mirror_link(f) for f in fixed], swapped, embedder)
        )
    else:
        found = _align(left_units, right_units, report, fixed, rejected, embedder)
    naming = part_of(progress, 0.9, 1.0)
    explainer = Explainer(left, right, lambda done: naming(0.5 * done, "Naming what they share"))
    links = []
    for number, link in enumerate(found.links):
        links.append(link if link.shared else replace(link, shared=explainer.shared(link)))
        if number % 64 == 0:
            naming(0.5 + 0.5 * number / len(found.links), "Naming what they share")
    progress(1.0, "Linked")
    return Alignment(tuple(links), found.sentence_pairs)


def _align(
    left: Sequence[Unit],
    right: Sequence[Unit],
    progress: Progress,
    fixed: Sequence[Link],
    rejected: Collection[tuple[int, int]],
    embedder: Embedder | None,
) -> Alignment:
    if not left or not right:
        return Alignment(mark_moved(fixed))
    constraints = Constraints(
        _fixed_numbers(left, [link.left for link in fixed]),
        _fixed_numbers(right, [link.right for link in fixed]),
        frozenset(rejected),
    )
    tick: Tick = lambda done: progress(done, "Looking for passages that tell the same")  # noqa: E731
    matches = match_units(left, right, constraints, lambda done: tick(0.9 * done), embedder=embedder)
    given = {(pair.left, pair.right) for link in fixed for pair in link.pairs}
    decided = decide(left, right, matches, given, lambda done: tick(0.9 + 0.04 * done))
    links = fold_links(
        decided.pairs, decided.others, fixed, constraints.rejected, lambda done: tick(0.94 + 0.03 * done)
    )
    sentences = _inside(links, decided.sentences) if rejected else decided.sentences
    return Alignment(mark_moved(links, part_of(progress, 0.97, 1.0)), sentences)


def _inside(links: Sequence[Link], pairs: Sequence[SentencePair]) -> tuple[SentencePair, ...]:
    """Return the sentence pairs whose paragraphs stand in one link."""
    lefts = {paragraph: number for number, link in enumerate(links) for paragraph in link.left}
    rights = {paragraph: number for number, link in enumerate(links) for paragraph in link.right}
    return tuple(p for p in pairs if lefts.get(p.left_paragraph, -1) == rights.get(p.right_paragraph, -2))


def _fixed_numbers(units: Sequence[Unit], groups: Sequence[tuple[int, ...]]) -> Ints:
    """Return for each unit the number of the group that holds its paragraph, -1 for none."""
    number = {paragraph: n for n, group in enumerate(groups) for paragraph in group}
    return np.array([number.get(unit.paragraph, -1) for unit in units], dtype=np.int64)


def _mirror(alignment: Alignment) -> Alignment:
    links = [_mirror_link(link) for link in pulsed(alignment.links)]
    links.sort(key=lambda link: (link.left, link.right))
    pairs = [
        SentencePair(p.right_paragraph, p.right_sentence, p.left_paragraph, p.left_sentence, p.score)
        for p in pulsed(alignment.sentence_pairs, 2048)
    ]
    pairs.sort(key=lambda p: (p.left_paragraph, p.left_sentence, p.right_paragraph, p.right_sentence))
    return Alignment(tuple(links), tuple(pairs))


def _mirror_link(link: Link) -> Link:
    pairs, candidates = (
        tuple(Pair(pair.right, pair.left, pair.score) for pair in listed)
        for listed in (link.pairs, link.candidates)
    )
    if link.origin is Origin.AUTOMATIC:  # one made by hand comes back just as it was given
        pairs = tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))
    return replace(link, left=link.right, right=link.left, pairs=pairs, candidates=candidates)
