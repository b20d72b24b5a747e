"""What is seen of names, the file of weights, and how a learned opinion counts in the vote."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from found_names import FILLER

from desktop_app.extract import find_entities
from desktop_app.extract import opinion as module
from desktop_app.extract.engines import RuleEngine
from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.names import find_names
from desktop_app.extract.opinion import FORMAT, KINDS, Opinion, Opinions, read_opinion, write_opinion
from desktop_app.extract.sightings import Sightings, sight
from desktop_app.extract.voting import vote
from desktop_app.extract.words import cut_document
from desktop_app.model import Article, EntityType
from desktop_app.text.prepare import prepare

GPE, ORG, PERSON = EntityType.GPE, EntityType.ORG, EntityType.PERSON


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    module.shipped_opinion.cache_clear()
    yield
    module.shipped_opinion.cache_clear()


def seen(*paragraphs: str) -> dict[str, Sightings]:
    """Return what is seen of each name of some paragraphs."""
    article = prepare(Article.from_paragraphs([*paragraphs, FILLER]))
    document = cut_document(article, load_lexicon())
    return dict(sight(find_names(document, load_lexicon()), document, load_lexicon()))


def test_own_words_and_neighbours_are_seen() -> None:
    told = seen("The mayor came to Tarnham with Ada Brunt, a baker from Osmere, on foot.")
    assert {"alone list=no", "before=to", "end=am", "no article"} <= told["TARNHAM"].keys()
    assert {"first=ada", "last=brunt", "words=2", "called=baker"} <= told["ADA BRUNT"].keys()
    assert "before=from" in told["OSMERE"]


def test_an_article_and_what_is_owned_are_seen() -> None:
    told = seen("They walked along the Waldra and praised Orlan’s new profit, it was said.")
    assert {"article=the", "before=along the _"} <= told["WALDRA"].keys()
    assert told["ORLAN"]["has=profit"] == 0.5


def test_a_short_name_sees_the_longer_one_that_holds_it() -> None:
    told = seen("Ada Brunt met the board of Harrow Bakeries.", "Brunt said Harrow had grown, and left.")
    assert {"within last", "within behind=ada"} <= told["BRUNT"].keys()
    assert {"within first", "within first of=bakeries"} <= told["HARROW"].keys()


def test_many_mentions_weigh_no_more_than_some() -> None:
    few, many = (seen(" ".join(["Then Ada Brunt said no."] * count))["ADA BRUNT"] for count in (2, 60))
    assert max(many.values()) == max(few.values()) == 1.5


def test_headlines_are_not_looked_at() -> None:
    assert not any(what.startswith("before=") for what in seen("ADA BRUNT LEAVES OSLO").get("ADA BRUNT", {}))


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "w.tsv.gz"
    write_opinion(path, {"before=in": [0, 0, -3, 0, 16, 4, 0], "any": [0] * 7})
    likely = read_opinion(path).likely({"before=in": 2.0, "unknown": 1.0})
    assert max(range(7), key=likely.__getitem__) == KINDS.index(GPE)
    assert likely[4] - likely[5] == pytest.approx(2 * 12 / 16)
    first = path.read_bytes()
    write_opinion(path, {"any": [0] * 7, "before=in": [0, 0, -3, 0, 16, 4, 0]})
    assert path.read_bytes() == first


def test_nothing_known_is_no_opinion() -> None:
    assert len(set(Opinion({}).likely({"unknown": 1.0}))) == 1


DAMAGED = {
    "no archive": b"no archive",
    "cut short": gzip.compress(FORMAT.encode() * 50)[:-9],
    "other format": gzip.compress(b"weights of name types, format 0\nany\t1 1 1 1 1 1 1\n"),
    "no figures": gzip.compress(f"{FORMAT}\nany\t1 1 x 1 1 1 1\n".encode()),
    "columns missing": gzip.compress(f"{FORMAT}\nany\t1 1\n".encode()),
    "no columns": gzip.compress(f"{FORMAT}\nany\n".encode()),
    "not UTF-8": gzip.compress(FORMAT.encode() + b"\n\xff\t1 1 1 1 1 1 1\n"),
    "empty": b"",
    "missing": None,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=list(DAMAGED))
def test_without_a_sound_file_the_rules_decide_and_the_log_says_so_once(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "w.tsv.gz"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(module, "resource_path", lambda _: path)
    article = Article.from_paragraphs(["Ada Brunt left Oslo for the Lydham Bridge.", FILLER])
    with caplog.at_level(logging.WARNING):
        assert find_entities(article) == find_entities(article) == RuleEngine().find(article)
    assert [record.message.split(":")[0] for record in caplog.records] == ["Names are typed by rules alone"]


def named(text: str, **evidence: float) -> Name:
    words = tuple(text.split())
    name = Name(0, 0, len(words), 0, len(text), text, words)
    for kind, weight in evidence.items():
        name.add(EntityType(kind), weight)
    return name


def voted(name: Name, opinions: Opinions) -> EntityType | None:
    vote([name], load_lexicon(), opinions)
    return name.kind


def test_an_opinion_counts_beside_the_rules() -> None:
    doubt = {"TARNHAM": dict.fromkeys(KINDS, -6.0) | {ORG: -0.1}}
    assert voted(named("Tarnham", GPE=2.0), {}) is GPE
    assert voted(named("Tarnham", GPE=2.0), doubt) is ORG
    assert voted(named("Tarnham", GPE=9.0), doubt) is GPE  # what the rules are sure of stands
    assert voted(named("Osmere", GPE=2.0), doubt) is GPE


def test_what_stands_in_no_doubt_by_its_place_is_settled() -> None:
    name = named("Tarnham")
    name.settled = GPE
    assert voted(name, {"TARNHAM": dict.fromkeys(KINDS, -9.0) | {ORG: 0.0}}) is GPE


def test_a_name_without_evidence_follows_the_opinion() -> None:
    unlike = dict.fromkeys(KINDS, -5.0)
    assert voted(named("Velk Orsa"), {"VELK ORSA": unlike | {GPE: -0.2}}) is GPE
    assert voted(named("Velk Orsa"), {"VELK ORSA": unlike | {ORG: -0.2}}) is ORG


def test_other_languages_keep_the_rules() -> None:
    def never(*_: object) -> Opinions:
        raise AssertionError("asked about a text that is not English")

    text = "Le président de la région a déclaré que la grève à Lyon est finie pour les ouvriers de la ville."
    document = cut_document(prepare(Article.from_paragraphs([text, text])), load_lexicon())
    assert not document.english
    assert find_names(document, load_lexicon(), never)


def test_shipped_weights_are_small_and_know_plain_signs() -> None:
    path = module.resource_path(module.MODEL)
    assert path.stat().st_size < 400_000
    likely = read_opinion(path).likely({"any": 1.0, "words=2": 1.0, "first in first": 1.0, "known=11": 1.0})
    assert KINDS[max(range(7), key=likely.__getitem__)] is PERSON
