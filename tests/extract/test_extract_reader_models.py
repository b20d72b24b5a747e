"""Models that a reader installs: small ones, trained here, are loaded and find the names they were taught."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import socket
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cli import main
from desktop_app.extract import find_entities
from desktop_app.extract.engines import make_engine
from desktop_app.extract.entities import gather_entities
from desktop_app.extract.reader_models import check_gliner, kind_of, name_finder, stretches
from desktop_app.model import Article, Cancelled, Entity, EntityType, TwicetoldError

FILLER = "The ferry left for the quay on Monday. "
TAUGHT = [
    (
        "The ferry Anna Brandt left for the Lydham’s quay on Monday, Radio Fjord said.",
        {"Anna Brandt": "person", "Radio Fjord": "organization"},
    ),
    ("Brandt paid $5.", {"Brandt": "person"}),
    ("The ferry Anna Brandt left on Monday.", {"Anna Brandt": "person"}),
    ("Anna Brandt left for the quay.", {"Anna Brandt": "person"}),
    ("Brandt paid the fine.", {"Brandt": "person"}),
    ("Radio Fjord said it paid.", {"Radio Fjord": "organization"}),
    ("The ferry left for the Lydham’s quay, Radio Fjord said.", {"Radio Fjord": "organization"}),
    (FILLER * 4, {}),
    (f"Anna Brandt left for the quay. {FILLER * 3}", {"Anna Brandt": "person"}),
    (f"{FILLER}Radio Fjord said it paid.", {"Radio Fjord": "organization"}),
]
ARTICLE = Article.from_paragraphs([text for text, _ in TAUGHT[:2]])
SPACY_LABELS = {"person": "PERSON", "organization": "ORG"}


def installed(package: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(package) is None
    return pytest.mark.skipif(missing, reason=f"{package} is not installed (make test-engines installs it)")


def names_in(entities: tuple[Entity, ...]) -> list[tuple[str, str, int]]:
    """Return name, type and number of mentions of the entities that are names."""
    return [(e.name, e.type.value, len(e.mentions)) for e in entities if e.type.is_name]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PER", EntityType.PERSON),
        ("B-ORG", EntityType.ORG),
        ("GPE", EntityType.GPE),
        ("LOCATION", EntityType.LOC),
        ("MONEY", None),
        ("nonsense", None),
    ],
)
def test_labels(label: str, kind: EntityType | None) -> None:
    assert kind_of(label) is kind


def test_spans_of_a_model_become_entities() -> None:
    told = {
        "the Lydham’s": "FAC",
        "Radio Fjord": "ORG",
        "Anna": "ORG",
        "Anna Brandt": "PER",
        "Monday": "DATE",
    }

    def spans(text: str) -> list[tuple[int, int, str]]:
        return [(text.index(part), text.index(part) + len(part), told[part]) for part in told if part in text]

    entities = gather_entities(ARTICLE, name_finder(spans, 100))
    assert {mention.text: entity.type.value for entity in entities for mention in entity.mentions} == {
        "Anna Brandt": "PERSON",
        "Lydham": "FAC",
        "Radio Fjord": "ORG",
        "Monday": "DATE",
        "$5": "MONEY",
    }


def test_long_texts_are_read_in_whole_sentences() -> None:
    text = "One two three. Four five six. Seven eight nine."
    assert [text[a:b] for a, b in stretches(text, 9)] == [
        "One two three. Four five six.",
        "Seven eight nine.",
    ]
    assert [text[a:b] for a, b in stretches(text, 12)] == [text]


def test_sentences_longer_than_a_model_reads_overlap() -> None:
    text = " ".join("abcdefghij")
    assert [text[a:b] for a, b in stretches(text, 4)] == ["a b c d", "d e f g", "g h i j"]
    text = "漢字仮名交文"
    assert [text[a:b] for a, b in stretches(text, 4)] == ["漢字仮名", "名交文"]


@given(st.text(st.sampled_from("ab. ,漢\n’-"), max_size=200), st.integers(1, 12))
def test_stretches_leave_no_word_out_and_are_never_too_long(text: str, longest: int) -> None:
    seen: set[int] = set()
    for start, end in stretches(text, longest):
        assert len(re.findall(r"\w+(?:[-_]\w+)*|\S", text[start:end])) <= longest
        seen.update(range(start, end))
    assert not {at for at, letter in enumerate(text) if not letter.isspace()} - seen


@installed("spacy")
def test_real_spacy_model_trained_here(tmp_path: Path) -> None:
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    recogniser = pipeline.add_pipe("ner")
    for label in SPACY_LABELS.values():
        recogniser.add_label(label)
    examples = [
        Example.from_dict(
            pipeline.make_doc(text),
            {
                "entities": [
                    (text.index(name), text.index(name) + len(name), SPACY_LABELS[label])
                    for name, label in names.items()
                ]
            },
        )
        for text, names in TAUGHT
    ]
    spacy.util.fix_random_seed(1)
    pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples, drop=0.0)
    pipeline.to_disk(tmp_path / "model")

    entities = make_engine("spacy", str(tmp_path / "model")).find(ARTICLE)
    assert names_in(entities) == [("Anna Brandt", "PERSON", 2), ("Radio Fjord", "ORG", 1)]
    assert {entity.name for entity in entities if not entity.type.is_name} == {"Monday", "$5"}


@installed("spacy")
def test_bad_spacy_model_is_one_clear_sentence(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    for model, said in [
        ("", "Choose a spaCy model"),
        ("no_such_model", "cannot be loaded"),
        (str(tmp_path), "finds no names"),
    ]:
        with pytest.raises(TwicetoldError, match=said):
            make_engine("spacy", model)


@pytest.fixture(scope="module")
def gliner_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train a GLiNER model of two small layers, with a tokenizer of its own, and save it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch warns of itself while it is imported
        import torch
        from gliner import GLiNER
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import PreTrainedTokenizerFast

    from desktop_app.extract.reader_models import _ASKED

    texts = [*(text for text, _ in TAUGHT), *_ASKED]
    vocabulary = ["[PAD]", "[UNK]", *sorted({word for text in texts for word in re.findall(r"\w+|\S", text)})]
    words = Tokenizer(WordLevel({word: n for n, word in enumerate(vocabulary)}, unk_token="[UNK]"))  # noqa: S106
    words.pre_tokenizer = Whitespace()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, pad_token="[PAD]", unk_token="[UNK]")  # noqa: S106
    folder = tmp_path_factory.mktemp("gliner")
    tokenizer.save_pretrained(folder / "tokenizer")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    encoder = {
        "model_type": "bert",
        "vocab_size": len(tokenizer),
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 64,
        "max_position_embeddings": 128,
        "hidden_dropout_prob": 0.0,
    }
    model = GLiNER.from_config(
        {
            "model_name": str(folder / "tokenizer"),
            "encoder_config": encoder,
            "hidden_size": 32,
            "max_width": 4,
            "max_len": 40,
            "dropout": 0.0,
            "num_rnn_layers": 0,
        },
        backbone_from_pretrained=False,
    )
    collate = model.data_collator_class(
        model.config, data_processor=model.data_processor, prepare_labels=True
    )
    batch = collate([_gliner_example(*taught) for taught in TAUGHT], entity_types=[[*_ASKED] for _ in TAUGHT])
    optimizer = torch.optim.AdamW(model.model.parameters(), lr=1e-3)
    slow_start = torch.optim.lr_scheduler.LinearLR(optimizer, 0.02, total_iters=50)
    model.train()
    for _ in range(600):
        optimizer.zero_grad()
        loss = model.model(**batch).loss
        loss.backward()
        optimizer.step()
        slow_start.step()
        if loss.item() < 0.05:
            break
    model.save_pretrained(folder / "model", safe_serialization=True)
    torch.set_num_threads(threads)
    shutil.rmtree(folder / "tokenizer")
    return folder / "model"


def _gliner_example(text: str, names: dict[str, str]) -> dict[str, Any]:
    words = list(re.finditer(r"\w+(?:[-_]\w+)*|\S", text))
    starts, ends = [word.start() for word in words], [word.end() for word in words]
    return {
        "tokenized_text": [word.group() for word in words],
        "ner": [
            [starts.index(text.index(name)), ends.index(text.index(name) + len(name)), label]
            for name, label in names.items()
        ],
    }


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that asks for an address, even where the error is caught."""
    asked: list[object] = []

    def refuse(*where: object, **_options: object) -> None:
        asked.append(where)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    yield
    assert not asked


@installed("gliner")
@pytest.mark.usefixtures("offline")
def test_real_gliner_model_trained_here(gliner_folder: Path) -> None:
    entities = find_entities(ARTICLE, engine=make_engine("gliner", str(gliner_folder)))
    assert names_in(entities) == [("Anna Brandt", "PERSON", 2), ("Radio Fjord", "ORG", 1)]
    assert {entity.name for entity in entities if not entity.type.is_name} == {"Monday", "$5"}


@installed("gliner")
@pytest.mark.usefixtures("offline")
def test_gliner_reads_long_paragraphs_to_their_end(gliner_folder: Path) -> None:
    text = FILLER * 20 + TAUGHT[3][0] + " " + FILLER * 20 + TAUGHT[5][0]
    engine = make_engine("gliner", str(gliner_folder))
    entities = engine.find(Article.from_paragraphs([text]))
    assert names_in(entities) == [("Anna Brandt", "PERSON", 1), ("Radio Fjord", "ORG", 1)]

    reports = 0

    def stop(_fraction: float, message: str) -> None:
        nonlocal reports
        reports += message == "Finding names"
        if reports > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.find(Article.from_paragraphs([text]), stop)


@installed("gliner")
@pytest.mark.usefixtures("offline")
def test_gliner_is_chosen_on_the_command_line(gliner_folder: Path, tmp_path: Path) -> None:
    left, right, written = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "out.json"
    left.write_text("\n\n".join(paragraph.text for paragraph in ARTICLE.paragraphs), encoding="utf-8")
    right.write_text("\n\n".join(text for text, _ in TAUGHT[:7]), encoding="utf-8")
    words = [left, right, "--export", written, "--engine", "gliner", "--engine-model", gliner_folder]
    assert main([str(word) for word in words]) == 0
    rows = json.loads(written.read_text(encoding="utf-8"))["entities"]
    found = {(row["name"], row["type"]) for row in rows}
    assert {("Anna Brandt", "PERSON"), ("Radio Fjord", "ORG")} <= found
    assert not {row["name"] for row in rows if row["type"] in ("GPE", "FAC", "LOC")}


def written_model(folder: Path, **changed: Any) -> Path:
    """Write the files of a GLiNER model that is whole as far as they tell."""
    folder.mkdir(exist_ok=True)
    config = {"model_name": "small", "encoder_config": {"model_type": "bert"}, "labels_encoder": None}
    (folder / "gliner_config.json").write_text(json.dumps(config | changed), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"")
    return folder


def test_whole_gliner_folder_is_taken(tmp_path: Path) -> None:
    check_gliner(written_model(tmp_path), "model")


@pytest.mark.parametrize("missing", ["model.safetensors", "tokenizer_config.json", "encoder_config"])
def test_gliner_folder_that_leans_on_other_files_is_refused(missing: str, tmp_path: Path) -> None:
    folder = written_model(tmp_path, **({missing: None} if missing == "encoder_config" else {}))
    (folder / "pytorch_model.bin").write_bytes(b"")  # pickled weights do not count
    (folder / missing).unlink(missing_ok=True)
    with pytest.raises(TwicetoldError, match="not complete"):
        check_gliner(folder, "model")
    with pytest.raises(TwicetoldError, match="not complete"):
        check_gliner(written_model(tmp_path / "two", labels_encoder="another"), "model")


@pytest.mark.parametrize("name", ["someone/some-model", "", "model.safetensors"])
def test_gliner_model_must_be_a_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(TwicetoldError, match="no GLiNER model in the folder"):
        check_gliner(tmp_path / name, name)


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000, "\xff"])
def test_damaged_gliner_folder_is_one_clear_sentence(text: str, tmp_path: Path) -> None:
    (written_model(tmp_path) / "gliner_config.json").write_text(text, encoding="latin-1")
    with pytest.raises(TwicetoldError, match="“model”") as caught:
        check_gliner(tmp_path, "model")
    assert str(caught.value).count(".") <= 1


CODE = {"auto_map": {"AutoModel": "here--evil.Model"}}


@pytest.mark.parametrize(
    "changed",
    [
        {"encoder_config": {"model_type": "bert"} | CODE},
        {"labels_decoder_config": {"parts": [CODE]}},
        {"_attn_implementation": "someone/kernel"},
        {"encoder_config": {"model_type": "bert", "_attn_implementation": "someone/kernel"}},
    ],
)
def test_gliner_folder_may_not_name_code(changed: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(TwicetoldError, match="code of its own"):
        check_gliner(written_model(tmp_path, **changed), "model")


def test_tokenizer_of_a_gliner_folder_may_not_name_code(tmp_path: Path) -> None:
    folder = written_model(tmp_path)
    (folder / "labels_tokenizer").mkdir()
    (folder / "labels_tokenizer" / "tokenizer_config.json").write_text(json.dumps(CODE), encoding="utf-8")
    with pytest.raises(TwicetoldError, match="code of its own"):
        check_gliner(folder, "model")


@installed("gliner")
@pytest.mark.usefixtures("offline")
def test_code_in_a_gliner_folder_is_never_run(gliner_folder: Path, tmp_path: Path) -> None:
    folder, ran = tmp_path / "model", tmp_path / "ran"
    shutil.copytree(gliner_folder, folder)
    (folder / "evil.py").write_text(f"open({str(ran)!r}, 'w').close()", encoding="utf-8")
    config = json.loads((folder / "gliner_config.json").read_text(encoding="utf-8"))
    config["encoder_config"]["auto_map"] = {"AutoModel": f"{folder}--evil.Model"}
    (folder / "gliner_config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(TwicetoldError, match="code of its own"):
        make_engine("gliner", str(folder))
    assert not ran.exists()
