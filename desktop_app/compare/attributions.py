"""Statements in indirect speech that both sides make but give to another source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import Speakers
from desktop_app.compare.word_families import family
from desktop_app.model import Alignment, Progress, Quotation, Side, no_progress, part_of, pulse, watched
from desktop_app.model.sorting import sorted_in_parts

_SHARE = 0.5
"""Share of the shorter statement's telling words that both must hold to be one statement; one word is enough
only where the speakers agree."""

_LARGE_SHARE = 0.4
"""The same where they are three words or more."""

_MANY = 60
"""Statements of a link up to which all are compared; of more, those that share a word rarer than that."""

_NEAREST = 8
"""... and so many on either side of the place in the order of the article."""


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
    known = {q.text: words for q, words in zip(left, left_words, strict=True)}
    right_words = [
        known[q.text] if q.text in known else _telling(q)
        for q in watched(parts[1], right, "Comparing what is reported")
    ]
    by_word: dict[tuple[int, str], list[int]] = {}
    for owning, reports in places.items():
        if len(reports) > _MANY:
            for j in reports:
                for word in right_words[j]:
                    by_word.setdefault((owning, word), []).append(j)
    scored: list[tuple[float, int, int]] = []
    for i, report in enumerate(left):
        pulse()
        number = owner.get((Side.LEFT, report.paragraph))
        listed = places.get(number, []) if number is not None else []
        near: Iterable[int] = listed
        if number is not None and len(listed) > _MANY:
            spot = bisect_left(listed, i * len(right) // len(left))
            sharing = [by_word.get((number, word), []) for word in left_words[i]]
            near = {j for rare in sharing if len(rare) <= _MANY for j in rare}
            near.update(listed[max(0, spot - _NEAREST) : spot + _NEAREST])
        for j in near:
            common = len(left_words[i] & right_words[j])
            fewest = min(len(left_words[i]), len(right_words[j]))
            if not common or common < (_LARGE_SHARE if common > 2 else _SHARE) * fewest:
                continue
            agree = speakers.agree(report, right[j])
            if common > 1 or agree:
                scored.append((-common / fewest - 0.2 * agree, i, j))
    pairs: list[tuple[Quotation, Quotation]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in sorted_in_parts(scored):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _telling(quotation: Quotation) -> frozenset[str]:
    return frozenset(map(family, words_of_text(quotation.text).heavy))
