"""Plain text: encodings, line ends, odd files, each opened or refused with a sentence."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ingest import from_text, load
from desktop_app.ingest.plain import decode, normalise
from desktop_app.model import Article, Cancelled, Kind, LoadError
from desktop_app.text import paragraphs

STORY = [
    "Fähre nach Ørme – “am Ende”",
    "Die Fähre, die seit 1987 fährt, blieb am Dienstag nach einem Feuer im Maschinenraum am Kai liegen.",
    "„Wir hatten Glück“, sagte Hafenmeisterin Ilse Brandt. Niemand wurde verletzt.",
]


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def write(folder: Path, data: bytes, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    story = [line.replace("„", "“") for line in STORY]
    path = write(tmp_path, end.join(story).encode(encoding))
    assert texts(load(path)) == story


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        (
            "cp1251",
            "Паром на дальние острова не ходит со вторника, сообщила администрация порта в среду утром.",
        ),
        (
            "koi8-r",
            "Паром на дальние острова не ходит со вторника, сообщила администрация порта в среду утром.",
        ),
        ("cp1250", "Prom na dalekie wyspy od wtorku nie pływa, powiedział w środę rzecznik zarządu żeglugi."),
        ("cp1253", "Το φέρι προς τα μακρινά νησιά δεν πλέει από την Τρίτη, είπε το λιμεναρχείο."),
        ("iso2022_jp", "離島へ向かうフェリーは火曜日から運休していると港湾局が水曜日に発表した。"),
        ("iso2022_kr", "외딴 섬으로 가는 여객선은 화요일부터 운항을 멈췄다고 항만청이 수요일 밝혔다."),
        ("utf-32-le", "“Nobody” — he said — “was hurt …” — “or cold …” — “or wet.”"),
        ("utf-32-be", "“Nobody” — he said — “was hurt …” — “or cold …” — “or wet.”"),
        ("shift_jis", "離島へ向かうフェリーは火曜日から運休していると港湾局が水曜日に発表した。"),
        ("gb18030", "开往外岛的渡轮自星期二起停航，港务局星期三表示，本周内不会复航。"),
        ("big5", "開往外島的渡輪自星期二起停航，港務局星期三表示，本週內不會復航。"),
        ("euc_kr", "외딴 섬으로 가는 여객선은 화요일부터 운항을 멈췄다고 항만청이 수요일 밝혔다."),
    ],
)
def test_other_encodings_are_guessed(tmp_path: Path, encoding: str, line: str) -> None:
    story = [line, line[: len(line) // 2] + line]
    assert texts(load(write(tmp_path, "\n".join(story * 6).encode(encoding)))) == story * 6


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "“Nobody was hurt” – he said."),
        ("gb2312", "gb18030", "朱镕基说：“港口关闭。”😀"),
        ("shift_jis", "cp932", "①株式会社㈱髙島屋が発表した。"),
        ("euc-kr", "cp949", "햏 그는 똠방각하라고 말했다."),
        ("iso-8859-9", "cp1254", "“Şehir” – dedi."),
        ("unicode_1_1_utf_7", "utf-8", "1 +2- 3 remains"),
        ("raw_unicode_escape", "utf-8", "a \\u0041 remains"),
        ("idna", "utf-8", "xn--4dbcagdahymbxekheh6e0a7fei0b stays"),
        ("nonsense\0", "utf-8", "Ödön stays"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(declared: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "story.html", declared) == text


def test_bytes_like_those_of_mail_from_japan_are_no_mail_from_japan() -> None:
    text = "Escape \x1b$ and “quotes”, a naïve café"
    assert decode(text.encode(), "story.txt") == text


def test_text_is_composed_and_offsets_count_what_is_shown() -> None:
    article = from_text("Cafe\u0301 re\u0301gional. 👍🏽 Ja.")
    assert texts(article) == ["Café régional. 👍🏽 Ja."]
    paragraph = article.paragraphs[0]
    assert [paragraph.text[s.start : s.end] for s in paragraph.sentences] == ["Café régional.", "👍🏽 Ja."]


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xef\xbb\xbf", b"... --- ...", b"\xff\xfe"])
def test_files_without_words_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(LoadError, match=r"(is empty|holds no text)\. Choose a document"):
        load(write(tmp_path, data))


def test_one_word_is_a_story() -> None:
    article = from_text("Fire")
    assert texts(article) == ["Fire"]
    assert article.paragraphs[0].kind is Kind.BODY


@pytest.mark.parametrize(
    "data",
    [
        os.urandom(64) + bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\x7fELF" + bytes(200),
        b"\x1f\x8b\x08" + bytes(50),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"{\\rtf1\\ansi hello}",
        b"ID3\x03" + bytes(200),
        b"RIFF\x24\x08\0\0WEBP" + bytes(200),
        b"\0" * 5000 + b"a",
    ],
)
def test_binary_files_are_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        load(write(tmp_path, data))
    assert str(caught.value).endswith(".")
    assert "story.txt" in str(caught.value)


def test_single_nul_bytes_vanish(tmp_path: Path) -> None:
    data = "\n".join(STORY).encode().replace(b"Feuer", b"Feu\x00er")
    assert texts(load(write(tmp_path, data))) == STORY


def test_damaged_utf8_stays_utf8(tmp_path: Path) -> None:
    data = ("\n".join(STORY * 20)).encode() + b"\xc3"
    assert texts(load(write(tmp_path, data)))[:3] == STORY


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none.txt", "There is no file"),
        (".", "is a folder"),
        ("/dev/null", "is not a file"),
        ("bad\0name", "is not a file name"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(LoadError, match=sentence):
        load(tmp_path / name)


TRANSCRIPT = "\r\n".join(f"{'QA'[number % 2]}: It is line {number}." for number in range(200))


@pytest.mark.parametrize(
    "text", [TRANSCRIPT, "<!-- note -->" * 200 + "It rains.", "<!--" * 3000 + "It rains."]
)
def test_what_begins_like_a_page_is_told_from_one_at_once(tmp_path: Path, text: str) -> None:
    """The lines of a transcript look like the head of a saved page that no empty line ends."""
    code = "import sys; from desktop_app.ingest import load; print(load(sys.argv[1]).paragraphs[-1].text)"
    path = write(tmp_path, text.encode())
    done = subprocess.run(  # a regular expression that runs for ever cannot be stopped from inside
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=ROOT, timeout=20
    )
    assert done.stdout.strip().endswith(text[-9:])


def test_unclosed_quotes_and_right_to_left_text_open() -> None:
    lines = [
        "قالت مديرة الميناء: «كنا محظوظين",
        "הספינה לא תפליג השבוע, אמר דובר הנמל. ״זה הכול",
        "“He said nothing",
    ]
    article = from_text("\n".join(lines))
    assert texts(article) == lines
    assert all(paragraph.sentences for paragraph in article.paragraphs)


def test_many_lines_and_one_huge_paragraph_open(tmp_path: Path) -> None:
    lines = [f"Line {number} says little. It ends here." for number in range(5000)]
    assert len(load(write(tmp_path, "\n".join(lines).encode())).paragraphs) == 5000
    huge = " ".join(lines) * 4
    article = load(write(tmp_path, huge.encode()))
    assert max(len(paragraph.text) for paragraph in article.paragraphs) <= 4000
    assert sum(len(paragraph.sentences) for paragraph in article.paragraphs) > 39_000


def test_progress_rises_and_its_exceptions_pass_through(tmp_path: Path) -> None:
    path = write(tmp_path, "\n".join(f"Line {number} says little." for number in range(2000)).encode())
    seen: list[float] = []
    load(path, lambda fraction, _: seen.append(fraction))
    assert seen == sorted(seen)
    assert seen[-1] <= 1
    for limit in (0, len(seen) // 2, len(seen) - 1):
        calls = 0

        def stop(fraction: float, message: str, limit: int = limit) -> None:
            nonlocal calls
            calls += 1
            if calls > limit:
                raise Cancelled(f"{message}: {fraction}")

        with pytest.raises(Cancelled):
            load(path, stop)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_pasted_text_opens_or_is_refused(text: str) -> None:
    try:
        article = from_text(text)
    except LoadError:
        return
    for paragraph in article.paragraphs:
        assert paragraph.text == paragraph.text.strip() != ""
        assert "\n" not in paragraph.text
        paragraph.text.encode()
        for sentence in paragraph.sentences:
            assert 0 <= sentence.start < sentence.end <= len(paragraph.text)


@given(st.binary(max_size=400))
def test_any_bytes_open_or_are_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(codecs.BOM_UTF8 + data if len(data) % 7 == 0 else data)
    try:
        assert load(path).paragraphs
    except LoadError:
        return


def test_importing_loads_no_document_library() -> None:
    code = (
        "import sys, desktop_app.ingest as i\n"
        "i.from_text('One word.')\n"
        "heavy = {'lxml', 'trafilatura', 'docx', 'pypdfium2', 'charset_normalizer', 'markdown_it'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "text", ["ID3 cars are called back.", "RIFFS grow.", "MZ is a code.", "GIFs are in."]
)
def test_words_that_look_like_the_start_of_another_file_are_words(tmp_path: Path, text: str) -> None:
    assert [p.text for p in load(write(tmp_path, text.encode())).paragraphs] == [text]


@given(
    st.lists(
        st.sampled_from(
            [
                "abc",
                " ",
                "\n",
                "\r",
                "e",
                "\u0301",
                "\u0327",
                "\ud83d",
                "\ude00",
                "\u1100",
                "\u1161",
                "\u2028",
            ]
        )
    )
)
def test_a_long_text_is_normalised_piece_by_piece_as_at_once(units: list[str]) -> None:
    text = "".join(units)
    whole = normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paragraphs, "_PIECE", 3)
        assert normalise(text) == whole
