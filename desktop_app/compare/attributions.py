"""Statements in indirect speech that both sides make but give to another source."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import Speakers
from desktop_app.compare.word_families import family
from desktop_app.model import Alignment, Progress, Quotation, Side, no_progress, part_of, watched

_SHARE = 0.5
"""Share of the shorter statement's telling words that both must hold to be one statement."""

_LARGE_SHARE = 0.4
"""The same where they are three words or more."""


def pair_reports(
    left: Sequence[Quotation],
    right: Sequence[Quotation],
    alignment: Alignment,
    speakers: Speakers,
    progress: Progress = no_progress,
) -> list[tuple[Quotation, Quotation]]:
    """Pair the indirect statements of linked paragraphs that say the same, best first."""
    owner = {(side, p): n for n, link in enumerate(alignment.links) for side in Side for p in link.on(side)}
    places: dict[int, list[int]] = {}
    for j, report in enumerate(right):
        number = owner.get((Side.RIGHT, report.paragraph))
        if number is not None:
            places.setdefault(number, []).append(j)
    parts = part_of(progress, 0.0, 0.5), part_of(progress, 0.5, 1.0)
    left_words = [_telling(q) for q in watched(parts[0], left, "Comparing what is reported")]
    right_words = [_telling(q) for q in watched(parts[1], right, "Comparing what is reported")]
    scored: list[tuple[float, int, int]] = []
    for i, report in enumerate(left):
        number = owner.get((Side.LEFT, report.paragraph))
        for j in places.get(number, ()) if number is not None else ():
            common = len(left_words[i] & right_words[j])
            fewest = min(len(left_words[i]), len(right_words[j]))
            if common >= 2 and common >= (_SHARE if common == 2 else _LARGE_SHARE) * fewest:
                scored.append((common / fewest + 0.2 * speakers.agree(report, right[j]), i, j))
    pairs: list[tuple[Quotation, Quotation]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _telling(quotation: Quotation) -> frozenset[str]:
    return frozenset(map(family, words_of_text(quotation.text).heavy))
