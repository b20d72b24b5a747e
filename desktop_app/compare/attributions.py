"""Statements in indirect speech that both sides make but give to another source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from desktop_app.compare.best_pairs import best_pairs
from desktop_app.compare.homes import links_by_place
from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import Speakers
from desktop_app.compare.word_families import family
from desktop_app.model import Alignment, Progress, Quotation, Side, no_progress, part_of, pulse, watched

_SHARE = 0.5
"""Share of the shorter statement's telling words that both must hold to be one statement; one word is enough
only where the speakers agree."""

_LARGE_SHARE = 0.4
"""The same where they are three words or more."""

_AGREE = 0.2
"""What statements whose speakers agree are better than others."""

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
    parts = part_of(progress, 0.0, 0.5), part_of(progress, 0.5, 1.0)
    left_words = [_telling(q) for q in watched(parts[0], left, "Comparing what is reported")]
    known = {q.text: words for q, words in zip(left, left_words, strict=True)}
    right_words = [
        known[q.text] if q.text in known else _telling(q)
        for q in watched(parts[1], right, "Comparing what is reported")
    ]
    facing = _Facing(right, right_words, links_by_place(alignment))

    def scored() -> Iterator[tuple[float, int, int]]:
        for i, report in enumerate(left):
            pulse()
            for j in facing.reports(report, left_words[i], i * len(right) // len(left)):
                common = len(left_words[i] & right_words[j])
                fewest = min(len(left_words[i]), len(right_words[j]))
                if not common or common < (_LARGE_SHARE if common > 2 else _SHARE) * fewest:
                    continue
                agree = speakers.agree(report, right[j])
                if common > 1 or agree:
                    yield common / fewest + _AGREE * agree, i, j

    return [(left[i], right[j]) for i, j in best_pairs(scored())]


class _Facing:
    """The statements of the right by the links they stand in, where a link has many also by their words."""

    def __init__(
        self,
        reports: Sequence[Quotation],
        words: Sequence[frozenset[str]],
        links: Mapping[tuple[Side, int], int],
    ) -> None:
        self._links = links
        self._inside: dict[int, list[int]] = {}
        for j, report in enumerate(reports):
            link = links.get((Side.RIGHT, report.paragraph))
            if link is not None:
                self._inside.setdefault(link, []).append(j)
        self._by_word: dict[tuple[int, str], list[int]] = {}
        for link, inside in self._inside.items():
            if len(inside) > _MANY:
                for j in inside:
                    for word in words[j]:
                        self._by_word.setdefault((link, word), []).append(j)

    def reports(self, report: Quotation, words: frozenset[str], middle: int) -> Collection[int]:
        """Return the places of the statements to compare with one of the left, near ``middle`` if of many."""
        link = self._links.get((Side.LEFT, report.paragraph))
        inside = self._inside.get(link, []) if link is not None else []
        if link is None or len(inside) <= _MANY:
            return inside
        sharing = [self._by_word.get((link, word), []) for word in words]
        near = {j for rare in sharing if len(rare) <= _MANY for j in rare}
        spot = bisect_left(inside, middle)
        return near.union(inside[max(0, spot - _NEAREST) : spot + _NEAREST])


def _telling(quotation: Quotation) -> frozenset[str]:
    return frozenset(map(family, words_of_text(quotation.text).heavy))
