"""Compare odd texts with each other: nothing may crash, hang or come back with places that are not there.

    python tests/benchmarks/fuzz_compare.py [pairs] [seed]

10,000 pairs by default: paragraphs of words, names, figures, marks of quotation of every sort, emoji, letters
from right to left, combining marks, lone surrogates and control characters; nothing at all; one thing five
hundred times; one side far longer than the other, the same or in reverse. Exit status 1 if a pair raised
something or took longer than ten seconds of processor time.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.compare import compare  # noqa: E402
from desktop_app.compare.summary import summarize  # noqa: E402
from desktop_app.export import from_json, to_json  # noqa: E402
from desktop_app.model import Article, Kind, Paragraph  # noqa: E402

LIMIT = 10.0
_ODD_WORDS = (
    "the|mill|of Tarn|said|Ada Holm|Mr|Mr.|Dr.|U.S.|Bo.|A|a.|Holm|officials|according to|told reporters"
    "|not|never|may|at least|nobody|denied|would|if|unless|'s|n't|Foreign Minister|12|$3bn|9.3%|per cent"
    "|Monday|(Feb 7)|2024|7 February|1,000,000|1.5|-5|°C|km|two-thirds|one in five|twenty-one|½|²|٣|१२|Ⅳ"
    "|１２|十二|三百|½ km|İDR|mıle|http://x.example/z|a@b.example|<b>|&amp;|ش|قال|שלום|我们|，|。|ภาษา|İ|ß|ﷺ|ﬁ|𝔘|𐍈|Ω|é|😀|👩‍👩‍👧"
)
_WORDS = _ODD_WORDS.split("|")
_MARKS = (
    "“", "”", '"', "'", "‘", "’", "«", "»", "„", "‚", "—“", "“—", "—", "–", "- ", "(", "[", "...", "?", "!",
    ";", ":", "/", "\\", "\n", "\t", "  ", "\r\n", "\x0b", "\x85", "\u2028", "\u200b", "\u200f", "\u202e",
    "\ufeff", "\x00", "\x07", "\ud83d", "\udc00", "\u0378", "e\u0301\u0301", "x" * 300,
)  # fmt: skip
_REPEATED = (
    "\n", "“", '"', ". ", "😀", "a", "\u0301", "12 ", "“a” ", "Holm ", "not ", "(“", "1", "1,", "Mr. ", "- ",
    "$", "Monday ", "never said “no” ", "’", "—", "一二三", "A.B.",
)  # fmt: skip


def _text(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.03:
        return ""
    if kind < 0.06:
        return rng.choice(_REPEATED) * 500
    size = min(300, int(rng.paretovariate(0.6) * 6))
    return rng.choice((" ", "", " ", ". ")).join(
        rng.choice(rng.choice((_WORDS, _MARKS))) for _ in range(size)
    )


def _article(rng: random.Random) -> Article:
    texts = [_text(rng) for _ in range(rng.choice((0, 1, 1, 2, 3, 5, 12)))]
    if rng.random() < 0.7:
        return Article.from_paragraphs(texts)
    return Article(tuple(Paragraph(n, text, rng.choice(list(Kind))) for n, text in enumerate(texts)))


def odd_pairs(count: int, seed: int) -> Iterator[tuple[Article, Article]]:
    """Yield so many pairs of odd articles, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - texts, not secrets
    for _ in range(count):
        left = _article(rng)
        other = rng.choice(("another", "the same", "reversed", "much longer"))
        if other == "the same":
            right = left
        elif other == "reversed":
            right = Article.from_paragraphs([p.text for p in left.paragraphs][::-1])
        else:
            right = _article(rng)
            if other == "much longer" and len(right.paragraphs) < 3:
                right = Article.from_paragraphs([p.text[:100] for p in right.paragraphs] * 60)
        yield left, right


def try_one(left: Article, right: Article) -> None:
    """Compare, sum up and write out; whatever any of them raises is a fault."""
    comparison = compare(left, right)
    summarize(comparison)
    if to_json(from_json(to_json(comparison))) != to_json(comparison):
        raise ValueError("the comparison does not come back as it was written")


def main(count: int = 10_000, seed: int = 1) -> int:
    """Print what came of the pairs."""
    faults = 0
    slowest = 0.0
    for number, (left, right) in enumerate(odd_pairs(count, seed)):
        begin = time.process_time()
        try:
            try_one(left, right)
        except Exception:
            faults += 1
            print(f"pair {number} of seed {seed}")
            traceback.print_exc(limit=-3)
        slowest = max(slowest, time.process_time() - begin)
    print(f"{count} odd pairs: {faults} faults, the slowest took {slowest:.1f} s")
    return int(faults > 0 or slowest > LIMIT)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
