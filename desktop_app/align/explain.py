"""What made a link: names, figures, quoted and rare words both sides share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop_app.align.terms import function_words, join_number_words, term_of, words_of
from desktop_app.model import Article, Link

MOST = 8
"""Words a link tells at most."""

_QUOTED = re.compile(r"[“„«\"‘「『](.{2,300}?)[”“»\"’」』](?!\w)")
_BREAK = re.compile(r"^\s*[.!?:;,“„«\"(—–]")
_ENDS = '.!?:“"„«'


class Explainer:
    """Tells the shared words of links; counts the words of both articles once."""

    def __init__(self, left: Article, right: Article) -> None:
        self._left = left
        self._right = right
        self._counts: Counter[str] = Counter()
        for article in (left, right):
            for paragraph in article.paragraphs:
                if paragraph.kind.linkable:
                    self._counts.update(_terms(paragraph.text))
        self._total = max(1, len(left.paragraphs) + len(right.paragraphs))

    def shared(self, link: Link) -> tuple[str, ...]:
        """Return up to `MOST` words that both sides of a link share, most telling first.

        Names and figures come before quoted words, these before other words, rare ones first; as printed
        on the left, neighbouring words of a name joined.
        """
        other = _terms_of(self._right.paragraphs[index].text for index in link.right)
        quoted_there = _terms_of(_quoted(self._right.paragraphs[index].text) for index in link.right)
        found: dict[frozenset[str], tuple[tuple[int, int, int], str]] = {}
        for index in link.left:
            text = self._left.paragraphs[index].text
            quoted = _terms(_quoted(text)) & quoted_there
            for phrase, keys, named in _phrases(text, other):
                rank = 0 if named or phrase[0].isdigit() else 1 if keys & quoted else 2
                rarest = min(self._counts[key] for key in keys)
                if rank == 2 and rarest > max(4, self._total // 8):
                    continue
                if keys not in found:
                    found[keys] = ((rank, rarest, len(found)), phrase)
        chosen: list[str] = []
        used: set[str] = set()
        for keys, (_, phrase) in sorted(found.items(), key=lambda item: item[1][0]):
            if not keys <= used:
                chosen.append(phrase)
                used |= keys
        return tuple(chosen[:MOST])


def _phrases(text: str, other: set[str]) -> list[tuple[str, frozenset[str], bool]]:
    """Return the shared words of a text: phrase as printed, its terms, whether it reads as a name."""
    words = words_of(text)
    listed: list[tuple[str, frozenset[str], bool]] = []
    position = 0
    run_end = -1
    run_start = 0
    run: list[str] = []
    starting = True

    def close() -> None:
        if run:
            keys = frozenset(term_of(word.lower()) for word in run)
            listed.append((text[run_start:run_end], keys, True))
            run.clear()

    for word in words:
        at = text.index(word, position)
        gap = text[position:at]
        position = at + len(word)
        key = _key(word)
        idle = word.lower() in function_words()
        ends = bool(_BREAK.match(gap)) and any(mark in gap for mark in _ENDS)
        first = starting or ends
        starting = False
        named = word[0].isupper() and not idle
        if named and key in other and (not first or _inside_name(text, position)):
            if run and gap.strip(" ") == "":
                run.append(word)
            else:
                close()
                run.append(word)
                run_start = at
            run_end = position
            continue
        close()
        if key in other and not idle and (len(word) > 2 or word[0].isdigit() or not word.isascii()):
            listed.append((word, frozenset({key}), False))
    close()
    return listed


def _inside_name(text: str, end: int) -> bool:
    """Whether the next word is capitalised too, so that a sentence's first word belongs to a name."""
    rest = text[end : end + 3]
    return len(rest) > 1 and rest[0] == " " and rest[1].isupper()


def _key(word: str) -> str:
    joined = join_number_words([word.lower()])
    return term_of(joined[0])


def _terms(text: str) -> set[str]:
    return {term_of(word) for word in join_number_words([word.lower() for word in words_of(text)])}


def _terms_of(texts: Iterable[str]) -> set[str]:
    return {term for text in texts for term in _terms(text)}


def _quoted(text: str) -> str:
    return " ".join(match.group(1) for match in _QUOTED.finditer(text))
