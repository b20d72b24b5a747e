"""The corpus reader, the tagger's features and its trainer, on a corpus of a few invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.extract.corpus import Annotation, parse_corpus, parse_paragraph, read_corpus
from desktop_app.extract.engines import TaggerEngine
from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.names import find_names
from desktop_app.extract.tagger import Tagger, decode, features, labels
from desktop_app.extract.train import cross_validate, main, measure, train
from desktop_app.extract.words import cut_document
from desktop_app.model import Article, EntityType, TwicetoldError
from desktop_app.text.prepare import prepare

TEXT = """# id: t-01 author: a

[GPE OSLO] ([ORG Harbour Wire]) - [PERSON Ada Oyelaran] told [ORG Radio Fjord] that the [NORP Norwegian] crew
had left [GPE Bergen] for the [LOC North Sea].

[PERSON Oyelaran], who leads the [ORG Dockers' Union], said the storm had passed.

# id: t-02 author: b

The mayor of [GPE Aldermere], [PERSON Ivo Brandt], opened the [FAC Lydham Bridge] with officials of
[ORG Brackwell].

[PERSON Brandt] thanked the [ORG City Council] and the [NORP Finnish] builders who came by boat in the rain.
"""


def test_marks_become_offsets() -> None:
    text, marks = parse_paragraph("On Monday [PERSON Ada Brunt] met [ORG Radio 5].")
    assert text == "On Monday Ada Brunt met Radio 5."
    assert marks == (Annotation(10, 19, EntityType.PERSON), Annotation(24, 31, EntityType.ORG))
    assert [text[mark.start : mark.end] for mark in marks] == ["Ada Brunt", "Radio 5"]


def test_corpus_parts_articles_and_paragraphs() -> None:
    first, second = parse_corpus(TEXT)
    assert (first.id, first.author, second.author) == ("t-01", "a", "b")
    assert len(first.paragraphs) == len(first.annotations) == 2
    assert first.paragraphs[0].startswith("OSLO (Harbour Wire) - Ada Oyelaran told")


def test_bad_mark_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("# id: x author: a\n\nA [PERSN Ada] came.", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.txt"):
        read_corpus(tmp_path.glob("*.txt"))


def test_labels_and_decoding_are_inverse() -> None:
    article = parse_corpus(TEXT)[0]
    document = cut_document(prepare(Article.from_paragraphs(article.paragraphs)), load_lexicon())
    for line, marks in zip(document.lines, article.annotations, strict=True):
        spans = [
            (line.words[first].start, line.words[last - 1].end, kind)
            for first, last, kind in decode(labels(line, marks))
        ]
        assert spans == [(mark.start, mark.end, mark.type) for mark in marks]


def test_features_cover_every_word() -> None:
    document = cut_document(prepare(Article.from_paragraphs(["Ada Brunt left Oslo.", ""])), load_lexicon())
    rows = features(document, find_names(document, load_lexicon()), load_lexicon())
    assert [len(row) for row in rows] == [len(line.words) for line in document.lines]
    assert "rule=B-PERSON" in rows[0][0]


def test_trained_model_learns_its_corpus_and_is_the_same_each_time(tmp_path: Path) -> None:
    articles = parse_corpus(TEXT)
    paths = [tmp_path / "one.crfsuite", tmp_path / "two.crfsuite"]
    for path in paths:
        assert train(articles, path) > 60
    assert paths[0].read_bytes() == paths[1].read_bytes()
    span, typed = measure(articles, Tagger(paths[0]))
    assert span > 0.95
    assert typed >= measure(articles, None)[1]


def test_engine_uses_the_model(tmp_path: Path) -> None:
    path = tmp_path / "m.crfsuite"
    articles = parse_corpus(TEXT)
    train(articles, path)
    entities = TaggerEngine(path).find(Article.from_paragraphs(articles[1].paragraphs))
    (brandt,) = [entity for entity in entities if entity.name == "Ivo Brandt"]
    assert [mention.text for mention in brandt.mentions] == ["Ivo Brandt", "Brandt"]


def test_cross_validation_gives_both_figures() -> None:
    rules, tagger = cross_validate(parse_corpus(TEXT), 2)
    assert all(0 <= figure <= 1 for figure in (*rules, *tagger))


def test_command_trains_and_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "models" / "names.crfsuite"
    assert main(["--corpus", str(tmp_path), "--output", str(output), "--hold-out", "b"]) == 0
    assert output.exists()
    assert "tagger on 1 articles by b" in capsys.readouterr().out


def test_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path)]) == 2
    assert "No annotated articles" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"no model"])
def test_missing_or_bad_model_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "names.crfsuite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TwicetoldError, match=r"names\.crfsuite (is missing|cannot be read)"):
        Tagger(path)
