"""Train the name tagger from the annotated corpus: ``python -m desktop_app.extract.train``.

Without options it trains on every article of ``resources/corpus`` and writes the model below
``resources/models``. ``--hold-out AUTHOR`` trains without that author's articles and measures on them;
``--folds N`` measures by cross-validation over articles. The same corpus gives the same model.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.assets import resource_path
from desktop_app.extract.corpus import AnnotatedArticle, read_corpus
from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.names import find_names
from desktop_app.extract.tagger import MODEL, Tagger, features, labels
from desktop_app.extract.words import Document, cut_document
from desktop_app.model import Article, TwicetoldError
from desktop_app.text.prepare import prepare

_OPTIONS = {"c1": 0.08, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True}
"""CRFsuite's L-BFGS with both penalties; stronger and weaker ones do no better on an author held out."""


def _document(article: AnnotatedArticle) -> Document:
    return cut_document(prepare(Article.from_paragraphs(article.paragraphs)), load_lexicon())


def train(articles: Sequence[AnnotatedArticle], path: Path) -> int:
    """Train on articles and write the model; returns the number of words.

    Raises TwicetoldError without the package.
    """
    try:
        crfsuite: Any = importlib.import_module("pycrfsuite")
    except ImportError:
        raise TwicetoldError(
            "Training needs the package python-crfsuite: pip install python-crfsuite."
        ) from None
    trainer = crfsuite.Trainer(algorithm="lbfgs", params=_OPTIONS, verbose=False)
    lexicon = load_lexicon()
    words = 0
    for article in articles:
        document = _document(article)
        names = find_names(document, lexicon)
        for line, row in zip(document.lines, features(document, names, lexicon), strict=True):
            words += len(line.words)
            if line.mode is Mode.NORMAL and row:
                trainer.append(row, labels(line, article.annotations[line.index]))
    path.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(path))
    return words


def measure(articles: Sequence[AnnotatedArticle], tagger: Tagger | None) -> tuple[float, float]:
    """Return span F1 and typed F1 of the rules, or of a tagger, on annotated articles."""
    lexicon = load_lexicon()
    hits = typed = found_all = wanted_all = 0
    for article in articles:
        document = _document(article)
        names = find_names(document, lexicon)
        if tagger:
            names = tagger.retag(document, names, lexicon)
        found = {(n.line, n.start, n.end): n.kind.value for n in names if n.kind is not None}
        wanted = {
            (number, mark.start, mark.end): mark.type.value
            for number, marks in enumerate(article.annotations)
            for mark in marks
            if mark.type.is_name
        }
        both = found.keys() & wanted.keys()
        hits += len(both)
        typed += sum(found[place] == wanted[place] for place in both)
        found_all += len(found)
        wanted_all += len(wanted)
    total = (found_all + wanted_all) or 1
    return 2 * hits / total, 2 * typed / total


def cross_validate(
    articles: Sequence[AnnotatedArticle], folds: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the F1 of the rules and of taggers measured on articles they never saw."""
    rules = measure(articles, None)
    spans = kinds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(folds):
            path = Path(folder) / f"{fold}.crfsuite"
            train([article for number, article in enumerate(articles) if number % folds != fold], path)
            part = [article for number, article in enumerate(articles) if number % folds == fold]
            span, kind = measure(part, Tagger(path))
            spans += span / folds
            kinds += kind / folds
    return rules, (spans, kinds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trainer; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m desktop_app.extract.train", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, help="folder of annotated articles (default: resources/corpus)"
    )
    parser.add_argument("--output", type=Path, help=f"the model file (default: resources/{MODEL})")
    parser.add_argument("--hold-out", metavar="AUTHOR", help="measure on this author's articles")
    parser.add_argument("--folds", type=int, default=0, help="measure by cross-validation only")
    options = parser.parse_args(arguments)
    try:
        folder = options.corpus or resource_path("corpus")
        articles = read_corpus(folder.glob("*.txt"))
        if not articles:
            raise TwicetoldError(f"No annotated articles in {folder}.")
        if options.folds:
            rules, tagger = cross_validate(articles, options.folds)
            print(f"rules: names {rules[0]:.3f} typed {rules[1]:.3f}")
            print(f"tagger, {options.folds} folds: names {tagger[0]:.3f} typed {tagger[1]:.3f}")
            return 0
        kept = [article for article in articles if article.author != options.hold_out]
        output = options.output or resource_path("corpus").parent / MODEL
        words = train(kept, output)
        print(f"{len(kept)} articles, {words:,} words: {output} ({output.stat().st_size / 1e6:.2f} MB)")
        if options.hold_out:
            held = [article for article in articles if article.author == options.hold_out]
            for name, tagger_used in (("rules", None), ("tagger", Tagger(output))):
                span, kind = measure(held, tagger_used)
                print(
                    f"{name} on {len(held)} articles by {options.hold_out}: names {span:.3f} typed {kind:.3f}"
                )
    except (TwicetoldError, ValueError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
