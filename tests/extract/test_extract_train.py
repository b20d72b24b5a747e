"""The corpus reader, and what is learned from a corpus of a few invented sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.extract.corpus import Annotation, parse_corpus, parse_paragraph, read_corpus
from desktop_app.extract.fitting import Sample, fit
from desktop_app.extract.opinion import KINDS, no_opinions, read_opinion
from desktop_app.extract.train import PAIRS, main, measure, read_samples, read_stories, train
from desktop_app.model import EntityType

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


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder of corpus files, one of them kept back, and one of pairs, one of them kept back."""
    corpus, pairs = tmp_path / "corpus", tmp_path / "pairs"
    corpus.mkdir()
    told = "# id: e1-L author: e\n\n[ORG Orlan] grew.\n\n# id: e1-R author: e\n\nThe firm [ORG Orlan] grew."
    (corpus / "a01.txt").write_text(TEXT, encoding="utf-8")
    (corpus / "e01.txt").write_text(told, encoding="utf-8")
    (corpus / "c02.txt").write_text(TEXT.replace("id: t", "id: kept"), encoding="utf-8")
    for name in ("1_mill", "2_mill_kept"):
        (pairs / name).mkdir(parents=True)
        (pairs / name / "left.txt").write_text("Mill shut\nAda Brunt of Tarnham shut it.", encoding="utf-8")
        (pairs / name / "right.txt").write_text("Mill closes\nAda Brunt closed it.", encoding="utf-8")
        entities = [
            {"name": "Ada Brunt", "type": "PERSON", "left": ["Ada Brunt"], "right": ["Ada Brunt"]},
            {"name": "Tarnham", "type": "GPE", "left": ["Tarnham"], "right": []},
            {"name": "Tarnham", "type": "ORG", "left": [], "right": ["Tarnham"]},
        ]
        (pairs / name / "gold.json").write_text(json.dumps({"entities": entities}), encoding="utf-8")
    return corpus, pairs


def test_what_is_kept_back_is_not_learned_from(folders: tuple[Path, Path]) -> None:
    stories = read_stories(*folders)
    assert [story.author for story in stories] == ["a", "b", "e", PAIRS]
    assert [len(story.articles) for story in stories] == [1, 1, 2, 2]


def test_types_are_known_by_place_or_by_a_surface_of_one_name(folders: tuple[Path, Path]) -> None:
    *_, told, pair = read_stories(*folders)
    assert told.gold(0, 0, 5, "Orlan") is told.gold(1, 9, 14, "Orlan") is EntityType.ORG
    assert told.gold(1, 0, 5, "Orlan") is None
    assert pair.gold(7, 0, 9, "Ada Brunt") is EntityType.PERSON
    assert pair.gold(1, 13, 20, "Tarnham") is None  # two names go by it


def test_equal_names_are_one_sample(folders: tuple[Path, Path]) -> None:
    told = next(story for story in read_stories(*folders) if story.author == "e")
    (sample,) = read_samples([told])
    assert KINDS[sample.kind] is EntityType.ORG
    assert sample.seen["behind=grew"] == 1.5


def test_the_same_texts_give_the_same_weights(folders: tuple[Path, Path], tmp_path: Path) -> None:
    stories = read_stories(*folders) * 3
    paths = [tmp_path / "one.tsv.gz", tmp_path / "two.tsv.gz"]
    for path in paths:
        train(read_samples(stories), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    right, count = measure(stories, read_opinion(paths[0]).of)
    assert right >= measure(stories, no_opinions)[0]
    assert right > 0.9 * count


def test_fitting_finds_the_signs_of_each_kind() -> None:
    people = [Sample({"any": 1.0, "behind=said": 1.0}, 0)] * 8
    places = [Sample({"any": 1.0, "before=in": 1.0}, 4)] * 8
    weights = fit([*people, *places, Sample({"seen once": 1.0}, 1)], len(KINDS))
    assert weights.keys() == {"any", "behind=said", "before=in"}
    assert max(range(7), key=weights["behind=said"].__getitem__) == 0
    assert max(range(7), key=weights["before=in"].__getitem__) == 4
    assert sum(map(abs, weights["behind=said"])) < 20  # the penalty holds them small
    assert fit([], len(KINDS)) == {}


def test_command_trains_and_measures(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    output = folders[0].parent / "models" / "names.tsv.gz"
    given = ["--corpus", str(folders[0]), "--pairs", str(folders[1]), "--output", str(output)]
    assert main([*given, "--hold-out", "b,e"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["b", "e"]
    assert not output.exists()
    assert main(given) == 0
    read_opinion(output)


def test_command_says_what_is_wrong(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    empty = str(tmp_path / "empty")
    assert main(["--corpus", empty, "--pairs", empty]) == 2
    assert "No annotated articles" in capsys.readouterr().err
    assert main(["--corpus", str(folders[0]), "--pairs", empty, "--hold-out", "x"]) == 2
    assert "No texts of x: there are a, b, e." in capsys.readouterr().err
