"""What made a link: names, figures, quoted and rare words both sides share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from desktop_app.align.figures import join_number_words
from desktop_app.align.senses import senses_of
from desktop_app.align.sparse import Tick, no_tick
from desktop_app.align.terms import SAMPLE, find_words, language_of, list_words, term_of
from desktop_app.model import Article, Link, pulsed
from desktop_app.text.lexicons import function_words
from desktop_app.text.scripts import is_unspaced

MOST = 8
"""Words a link tells at most."""

FEW = 2
"""A link that tells fewer words names words of one sense, too: at most this many pairs of them."""

_QUOTED = re.compile(r"[“„«\"‘「『](.{2,300}?)[”“»\"’」』](?!\w)")
_ENDS = frozenset('.!?:;"“”„«»(‘')


class _Word(NamedTuple):
    """A word of a paragraph that may be shared: its place and its term."""

    start: int
    end: int
    term: str


class Explainer:
    """Tells the shared words of links; reads the words of both articles once."""

    def __init__(self, left: Article, right: Article, tick: Tick = no_tick) -> None:
        self._texts = [
            [paragraph.text for paragraph in pulsed(side.paragraphs, 4096)] for side in (left, right)
        ]
        # Only what tells the story counts: captions and share bars change nothing.
        told = [[p.text for p in pulsed(side.paragraphs, 4096) if p.kind.linkable] for side in (left, right)]
        texts = islice(chain.from_iterable(zip_longest(*told, fillvalue="")), SAMPLE // 10)
        spoken = (match.group().lower() for text in texts for match in find_words(text))
        language = language_of(islice(spoken, 2 * SAMPLE))
        self._english = language == "en"
        self._vocabulary = _Vocabulary(function_words(language))
        self._terms: list[list[tuple[str, ...]]] = [[], []]
        self._counts: Counter[str] = Counter()
        total = max(1, len(left.paragraphs) + len(right.paragraphs))
        done = 0
        for number, side in enumerate((left, right)):
            for paragraph in pulsed(side.paragraphs, 4):
                words = set(list_words(paragraph.text)) if paragraph.kind.linkable else ()
                terms = tuple(set(map(self._vocabulary.__getitem__, words)) - {""})
                self._terms[number].append(terms)
                self._counts.update(terms)
                done += 1
                if done % 64 == 0:
                    tick(done / total)
        self._common = max(4, sum(map(len, told)) // 8)

    def shared(self, link: Link) -> tuple[str, ...]:
        """Return up to `MOST` words that both sides of a link share, most telling first.

        Names and figures come first, then quoted words, then others; rare ones before common ones; as
        printed on the left, the words of a name joined. Where there are fewer than `FEW`, words of one sense
        follow: "jail / prison".
        """
        there = {term for index in pulsed(link.right, 64) for term in self._terms[1][index]}
        quoted_there: set[str] | None = None
        opposite = "\n".join(self._texts[1][index] for index in link.right)
        found: dict[frozenset[str], tuple[tuple[int, int, int], str]] = {}
        for index in pulsed(link.left, 1):
            text = self._texts[0][index]
            quoted = self._quoted([text])
            if quoted:
                if quoted_there is None:
                    quoted_there = self._quoted(self._texts[1][index] for index in link.right)
                quoted &= quoted_there
            for phrase in _phrases(text, self._words(text, there), opposite):
                terms = frozenset([word.term for word in phrase])
                if terms in found:
                    continue
                start, end = phrase[0].start, phrase[-1].end
                rank = 0 if _reads_as_name(text, start, len(phrase)) else 1 if terms <= quoted else 2
                rarest = min([self._counts[term] for term in terms])
                if rank < 2 or rarest <= self._common:
                    found[terms] = ((rank, rarest, len(found)), text[start:end])
        chosen: list[str] = []
        used: set[str] = set()
        for terms, (_, words) in sorted(found.items(), key=lambda item: item[1][0]):
            if not terms <= used:
                chosen.append(words)
                used |= terms
        if len(chosen) < FEW and self._english:
            chosen += self._of_one_sense(link)
        return tuple(chosen[:MOST])

    def _of_one_sense(self, link: Link) -> list[str]:
        """Return up to `FEW` pairs of words, left and right, that are about the same, rare ones first."""
        sides = []
        for texts, indices in zip(self._texts, (link.left, link.right), strict=True):
            words = (
                (word.term, texts[index][word.start : word.end].lower())
                for index in pulsed(indices, 1)
                for word in self._words(texts[index])
            )
            sides.append(dict(words))
        left, right = ({t: w for t, w in sides[n].items() if t not in sides[1 - n]} for n in (0, 1))
        by_sense: dict[int, list[str]] = {}
        for term, word in right.items():
            for sense in senses_of(word):
                by_sense.setdefault(sense, []).append(term)
        listed = {
            (self._counts[a] + self._counts[b], word, right[b])
            for a, word in left.items()
            for sense in senses_of(word)
            for b in by_sense.get(sense, ())
        }
        return [f"{one} / {other}" for _, one, other in sorted(listed)[:FEW]]

    def _words(self, text: str, wanted: Collection[str] | None = None) -> list[_Word]:
        """Return the telling words of a text, or those of them whose terms are wanted."""
        vocabulary = self._vocabulary
        return [
            _Word(*match.span(), term)
            for match in find_words(text)
            if (term := vocabulary[match.group()]) and (wanted is None or term in wanted)
        ]

    def _quoted(self, texts: Iterable[str]) -> set[str]:
        """Return the terms that stand inside quotation marks."""
        inside = (match.group(1) for text in pulsed(texts, 2) for match in _QUOTED.finditer(text))
        return {word.term for quotation in inside for word in self._words(quotation)}


class _Vocabulary(dict[str, str]):
    """The term of each printed word, "" where it tells nothing; filled as words are asked for."""

    def __init__(self, idle: Collection[str]) -> None:
        super().__init__()
        self._idle = idle

    def __missing__(self, word: str) -> str:
        lowered = word.lower()
        telling = lowered not in self._idle and (len(word) > 2 or not word.isascii() or word[0].isdigit())
        self[word] = term_of(join_number_words([lowered])[0]) if telling else ""
        return self[word]


def _phrases(text: str, words: Iterable[_Word], opposite: str) -> list[list[_Word]]:
    """Join neighbouring capitalised words into names, and characters of unspaced scripts into runs.

    A run stands in the opposite text as well; a single character of such a script tells nothing.
    """
    phrases: list[list[_Word]] = []
    for word in words:
        before = phrases[-1][-1] if phrases else None
        gap = text[before.end : word.start] if before is not None else None
        name = (
            before is not None
            and gap in (" ", "-")
            and text[before.start].isupper()
            and text[word.start].isupper()
        )
        if name or (gap == "" and text[phrases[-1][0].start : word.end] in opposite):
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return [p for p in phrases if p[-1].end - p[0].start > 1 or not is_unspaced(text[p[0].start])]


def _reads_as_name(text: str, start: int, words: int) -> bool:
    """Whether a phrase is a figure or a name, as against a sentence's capitalised first word."""
    if text[start].isdigit():
        return True
    if not text[start].isupper():
        return False
    before = text[:start].rstrip()
    return words > 1 or (bool(before) and before[-1] not in _ENDS)
