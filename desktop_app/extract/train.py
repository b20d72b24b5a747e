"""Learn the weights of `opinion` from annotated articles: ``python -m desktop_app.extract.train``.

Without options it learns from every article of ``resources/corpus`` and the pairs of ``tests/pairs`` that are
not kept back, and writes the weights below ``resources/models``. ``--hold-out`` learns without the articles
of an author (or without the pairs) and measures on them; ``--hold-out all`` does so for each in turn. The
same texts give the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.assets import resource_path
from desktop_app.extract.corpus import AnnotatedArticle, read_corpus
from desktop_app.extract.entities import gather_entities, gather_pair
from desktop_app.extract.fitting import Sample, fit
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.names import find_names
from desktop_app.extract.opinion import (
    KINDS,
    MODEL,
    STEP,
    Adviser,
    Opinion,
    Opinions,
    no_opinions,
    read_opinion,
    write_opinion,
)
from desktop_app.extract.sightings import Sightings, sight
from desktop_app.extract.words import Document
from desktop_app.model import Article, EntityType, TwicetoldError

PAIRS = "pairs"
"""The author by which the pairs go."""
KEPT_BACK = frozenset(("c02", "c04", "c06", "d02", "d04", "d06", "d08"))
"""Files of the corpus that only measure."""

Gold = Callable[[int, int, int, str], EntityType | None]
"""Type that the annotation gives the name at (paragraph, start, end) with this text."""


@dataclass(frozen=True)
class Story:
    """One article, or two that tell one story, of one author, with the types of its names."""

    author: str
    articles: tuple[Article, ...]
    gold: Gold


def read_stories(corpus: Path, pairs: Path) -> list[Story]:
    """Read what may be learned from; raises ValueError naming the file of a bad mark."""
    files = [file for file in corpus.glob("*.txt") if file.stem not in KEPT_BACK]
    told: defaultdict[str, list[AnnotatedArticle]] = defaultdict(list)
    for article in read_corpus(files):
        told[re.sub("-[LR]$", "", article.id)].append(article)
    stories = [_marked(articles) for articles in told.values()]
    folders = [file.parent for file in sorted(pairs.glob("*/gold.json"))]
    return stories + [_paired(folder) for folder in folders if not folder.name.endswith("_kept")]


def _marked(articles: Sequence[AnnotatedArticle]) -> Story:
    marks: dict[tuple[int, int, int], EntityType] = {}
    first = 0
    for article in articles:
        for number, found in enumerate(article.annotations, first):
            marks |= {(number, mark.start, mark.end): mark.type for mark in found}
        first += len(article.paragraphs)
    texts = tuple(Article.from_paragraphs(article.paragraphs) for article in articles)
    return Story(articles[0].author, texts, lambda *place: marks.get(place[:3]))


def _paired(folder: Path) -> Story:
    """Read a pair; its gold lists the surfaces of each name, so one that two names share tells nothing."""
    kinds: defaultdict[str, set[EntityType]] = defaultdict(set)
    for entity in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["entities"]:
        for surface in (*entity["left"], *entity["right"]):
            kinds[surface].add(EntityType(entity["type"]))
    sure = {surface: next(iter(types)) for surface, types in kinds.items() if len(types) == 1}
    sides = [(folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]
    texts = tuple(Article.from_paragraphs(re.findall(r"\S.*", side)) for side in sides)
    return Story(PAIRS, texts, lambda *place: sure.get(place[3]))


def read_names(story: Story, adviser: Adviser) -> list[tuple[Name, EntityType]]:
    """Return the names found in a story that its annotation knows, each with its right type."""
    found: list[tuple[Name, EntityType]] = []
    first = 0

    def find(document: Document, lexicon: Lexicon) -> list[Name]:
        nonlocal first
        names = find_names(document, lexicon, adviser)
        for name in names:
            kind = story.gold(first + name.line, name.start, name.end, name.text)
            if kind in KINDS:
                found.append((replace(name), kind))
        first += len(document.lines)
        return names

    if len(story.articles) == 2:
        gather_pair(*story.articles, find)
    else:
        gather_entities(story.articles[0], find)
    return found


def read_samples(stories: Iterable[Story]) -> list[Sample]:
    """Return what is seen of each group of equal names and the type that most of them have."""
    samples: list[Sample] = []
    seen: dict[str, Sightings] = {}

    def look(names: Sequence[Name], document: Document, lexicon: Lexicon) -> Opinions:
        seen.update(sight(names, document, lexicon))
        return {}

    for story in stories:
        seen.clear()
        kinds: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
        for name, kind in read_names(story, look):
            kinds[name.key][kind] += 1
        for key, counts in kinds.items():
            if key in seen:
                samples.append(Sample(seen[key], KINDS.index(counts.most_common(1)[0][0])))
    return samples


def train(samples: Sequence[Sample], path: Path) -> Opinion:
    """Learn from samples, write the weights and read them back; those that round to nothing are left out."""
    rounded = {
        what: [round(weight / STEP) for weight in row] for what, row in fit(samples, len(KINDS)).items()
    }
    write_opinion(path, {what: row for what, row in rounded.items() if any(row)})
    return read_opinion(path)


def measure(stories: Iterable[Story], adviser: Adviser) -> tuple[int, int]:
    """Return how many names have the right type, and how many were found where the annotation has one."""
    told = [name.kind is kind for story in stories for name, kind in read_names(story, adviser)]
    return sum(told), len(told)


def _hold_out(stories: Sequence[Story], author: str) -> None:
    """Print the right types of an author's names by rules, and with what was learned from all others."""
    held = [story for story in stories if story.author == author]
    with tempfile.TemporaryDirectory() as folder:
        samples = read_samples(story for story in stories if story.author != author)
        opinion = train(samples, Path(folder) / "held-out.tsv.gz")
    rules, count = measure(held, no_opinions)
    both, _ = measure(held, opinion.of)
    print(
        f"{author}: {count} names, right types by rules {rules / count:.3f}, with weights {both / count:.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trainer; returns the exit status."""
    root = resource_path("corpus").parent
    parser = argparse.ArgumentParser(prog="python -m desktop_app.extract.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=root / "corpus", help="folder of annotated articles")
    parser.add_argument("--pairs", type=Path, default=root.parent / "tests/pairs", help="folder of pairs")
    parser.add_argument("--output", type=Path, default=root / MODEL, help="the file of weights")
    parser.add_argument("--hold-out", metavar="AUTHORS", help="measure on these authors' texts (such as e,f)")
    options = parser.parse_args(arguments)
    try:
        stories = read_stories(options.corpus, options.pairs)
        authors = sorted({story.author for story in stories})
        if not stories:
            raise TwicetoldError(f"No annotated articles in {options.corpus}.")
        if options.hold_out:
            asked = authors if options.hold_out == "all" else options.hold_out.split(",")
            if unknown := [author for author in asked if author not in authors]:
                raise TwicetoldError(f"No texts of {', '.join(unknown)}: there are {', '.join(authors)}.")
            for author in asked:
                _hold_out(stories, author)
            return 0
        samples = read_samples(stories)
        train(samples, options.output)
        size = options.output.stat().st_size / 1000
        print(f"{len(stories)} stories, {len(samples):,} names: {options.output} ({size:.0f} kB)")
    except (TwicetoldError, ValueError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
