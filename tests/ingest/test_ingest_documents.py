"""Word, OpenDocument, EPUB, PDF and Markdown files, made by other programs, and hostile ones made by hand."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from desktop_app.ingest import epub, load, patience
from desktop_app.model import Article, Kind, LoadError

DATA = Path(__file__).parent / "data"
"""story.docx, story.odt and story.epub by pandoc, the PDF files by Chromium, all from the story below."""

TITLE = "Ferry to the outer islands stopped after engine fire"
STORY = [
    "ORME HARBOUR – The ferry that links the outer islands with the mainland was taken out of service on "
    "Tuesday after a fire broke out in its engine room, and the harbour office said it would not sail again "
    "this week.",
    "Nobody was hurt. “We were lucky that it happened at the quay and not at sea,” said harbour master Ilse "
    "Brandt, who had been on board when the alarm sounded shortly before six in the morning.",
    "The company that runs the ferry has asked a yard in the next county for a replacement. It may take "
    "until the end of the month to arrive, however, because the yard is busy with two fishing boats and a "
    "tug.",
    "Islanders have been told to expect shortages of milk, bread and newspapers until then.",
]
EXTRAS = [
    "Replacement wanted",
    "The ferry was built in 1987 and refitted twice.",
    "It carries up to 240 passengers and 18 cars.",
    "“An island without a ferry is a rock,” the islanders’ council wrote in an open letter to the transport "
    "ministry.",
    "Island | Shops",
    "Orme | 4",
    "Little Orme | 1",
    "The office had first spoken of two days.",
]
LONGER = [
    "The islands have about 1,300 inhabitants in winter and four times as many in summer, when the ferry "
    "sails nine times a day instead of three and still leaves cars behind on the quay.",
    "A helicopter of the coast guard stands ready for the sick, the ministry said. School classes of the "
    "older pupils, who take the first boat every morning, will be taught in the parish hall of Little Orme.",
    "“It is not the first time and it will not be the last,” said Tom Hale, who has sold tickets at the pier "
    "since the ferry’s first summer. “She is an old lady. She has the right to a cough.”",
    "The insurers have sent two surveyors. Their report is expected on Friday, and until it is there nobody "
    "at the harbour wants to say what set the engine alight.",
]


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("name", ["story.docx", "story.odt", "story.epub"])
def test_documents_by_pandoc(name: str) -> None:
    article = load(DATA / name)
    assert article.title == TITLE
    assert article.paragraphs[0].kind is Kind.HEADLINE
    assert article.metadata["author"] == "Ada Finch"
    found = texts(article)
    assert [text for text in found if text in STORY] == STORY
    assert set(EXTRAS) <= set(found)
    story = found.index(STORY[0])
    assert found[story:] == [
        *STORY[:2],
        EXTRAS[0],
        STORY[2],
        *EXTRAS[1:7],
        STORY[3],
        EXTRAS[7],
    ]
    assert all(paragraph.kind is Kind.BODY for paragraph in article.paragraphs[story:])


@pytest.mark.parametrize("name", ["justified.pdf", "columns.pdf"])
def test_pdfs_by_chromium(name: str) -> None:
    """One is set narrow, justified, indented, with page heads over many pages; one in two columns."""
    article = load(DATA / name)
    assert texts(article) == [TITLE, *STORY, *LONGER]
    assert article.title == TITLE
    assert article.paragraphs[0].kind is Kind.HEADLINE


def test_page_heads_are_listed_as_dropped() -> None:
    assert "Ferry stopped" in load(DATA / "justified.pdf").dropped


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text(
        "---\ntitle: Ferry stopped\nauthor: Ada Finch\n---\n\n"
        "The *ferry* was taken\nout of [service](http://orme.example).\n\n## Later\n\n- One\n- Two\n\n"
        "> Quoted words\n\n![The ferry](x.png)\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n",
        encoding="utf-8",
    )
    article = load(path)
    assert texts(article) == [
        "Ferry stopped",
        "The ferry was taken out of service.",
        "Later",
        "One",
        "Two",
        "Quoted words",
        "a | b",
        "c | d",
        "code",
    ]
    assert article.dropped == ("The ferry",)
    assert article.metadata == {"author": "Ada Finch"}


@pytest.mark.parametrize("levels", [12, 40, 200])
@pytest.mark.parametrize("mark", [">", "  "])
def test_markdown_loses_nothing_however_deep_it_nests(tmp_path: Path, levels: int, mark: str) -> None:
    path = tmp_path / "story.md"
    bullet = "" if mark == ">" else "- "
    lines = [f"{mark * level}{bullet} Pier {level} is shut." for level in range(levels)]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    text = " ".join(p.text for p in load(path).paragraphs)
    assert [level for level in range(levels) if f"Pier {level} is shut." not in text] == []


def test_markdown_that_takes_too_long_is_read_as_plain_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_SECONDS", 0.1)
    path = tmp_path / "story.md"
    path.write_text("Pier 1 is shut.\n\n" + "![" * 30_000, encoding="utf-8")
    assert load(path).paragraphs[0].text == "Pier 1 is shut."


def test_word_keeps_inserted_and_leaves_deleted_text(tmp_path: Path) -> None:
    source = zipfile.ZipFile(DATA / "story.docx")
    path = tmp_path / "tracked.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                change = (
                    b'<w:p><w:r><w:t>It was </w:t></w:r><w:del w:id="1" w:author="x"><w:r>'
                    b'<w:delText>never</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r>'
                    b"<w:t>always</w:t></w:r></w:ins>"
                    b"<w:r><w:t> so.</w:t><w:br/><w:t>A new line.</w:t></w:r></w:p></w:body>"
                )
                before, _, after = data.rpartition(b"<w:sectPr")
                data = before + change.removesuffix(b"</w:body>") + b"<w:sectPr" + after
            target.writestr(name, data)
    found = texts(load(path))
    assert "It was always so." in found
    assert "A new line." in found


def archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return buffer.getvalue()


def changed(name: str, part: str, change: bytes, instead: bytes) -> bytes:
    source = zipfile.ZipFile(DATA / name)
    parts = {inner: source.read(inner) for inner in source.namelist()}
    assert change in parts[part]
    parts[part] = parts[part].replace(change, instead, 1)
    return archive(parts)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DEEP = b"<w:p>" * 5000
HOSTILE = {
    "laughs.docx": lambda: changed(
        "story.docx", "word/document.xml", b"<w:document", LAUGHS + b"<w:document"
    ),
    "outside.docx": lambda: changed(
        "story.docx", "word/document.xml", b"<w:document", OUTSIDE + b"<w:document"
    ),
    "laughs.odt": lambda: changed("story.odt", "content.xml", b"<office:doc", LAUGHS + b"<office:doc"),
    "outside.epub": lambda: changed(
        "story.epub", "META-INF/container.xml", b"<container", OUTSIDE + b"<container"
    ),
    "deep.docx": lambda: changed("story.docx", "word/document.xml", b"<w:body>", b"<w:body>" + DEEP),
    "bomb.docx": lambda: archive({"word/document.xml": b" " * 40_000_000}),
    "bomb.epub": lambda: archive({"META-INF/container.xml": b"<a>" + b"a" * 40_000_000}),
    "many.docx": lambda: archive({f"word/{number}.xml": b"" for number in range(10_001)}),
    "empty.docx": lambda: archive({"word/document.xml": b""}),
    "other.docx": lambda: archive({"xl/workbook.xml": b"<a/>"}),
    "cut.docx": lambda: (DATA / "story.docx").read_bytes()[:4000],
    "cut.epub": lambda: (DATA / "story.epub").read_bytes()[:3000],
    "cut.pdf": lambda: (DATA / "justified.pdf").read_bytes()[:200],
    "nothing.pdf": lambda: b"%PDF-1.7\n%%EOF",
    "escape.epub": lambda: changed(
        "story.epub", "META-INF/container.xml", b'full-path="', b'full-path="../../'
    ),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_and_damaged_documents_are_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    with pytest.raises(LoadError) as caught:
        load(path)
    assert name in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_pdf_of_pictures_says_so(tmp_path: Path) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(1e6, 1e6)
    path = tmp_path / "scan.pdf"
    pdf.save(path)
    pdf.close()
    with pytest.raises(LoadError, match="only pictures"):
        load(path)


def test_the_form_is_told_by_content(tmp_path: Path) -> None:
    for name in ("story.docx", "justified.pdf", "story.epub"):
        path = tmp_path / "unnamed"
        path.write_bytes((DATA / name).read_bytes())
        assert load(path).title == TITLE


def test_word_styles_heads_and_content_controls(tmp_path: Path) -> None:
    """A document by python-docx, whose own writer knows nothing of this reader."""
    import docx

    document = docx.Document()
    document.core_properties.author = "Ada Finch"
    document.add_paragraph("Ferry stopped", style="Title")
    document.add_paragraph("An island waits", style="Title")
    document.add_paragraph("The ferry at the quay", style="Caption")
    document.add_paragraph("Related", style="Heading 1")
    document.add_paragraph("Nobody was hurt in the fire.")
    document.sections[0].header.paragraphs[0].text = "The Orme Courier"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    path = tmp_path / "story.docx"
    document.save(str(path))
    article = load(path)
    assert [(p.text, p.kind) for p in article.paragraphs] == [
        ("Ferry stopped", Kind.HEADLINE),
        ("An island waits", Kind.BODY),
        ("The ferry at the quay", Kind.CAPTION),
        ("Related", Kind.BODY),
        ("Nobody was hurt in the fire.", Kind.BODY),
    ]
    assert article.dropped == ("The Orme Courier", "Page 1")
    assert article.metadata["author"] == "Ada Finch"


def test_a_document_of_many_sections_is_read(tmp_path: Path) -> None:
    """As a mail merge writes it: a section a letter, all with the head and foot of the first."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "The Orme Courier"
    for number in range(1000):
        document.add_paragraph(f"Letter {number} is done.")
        document.add_section()
    document.sections[-1].footer.is_linked_to_previous = False
    document.sections[-1].footer.paragraphs[0].text = "The last page"
    path = tmp_path / "letters.docx"
    document.save(str(path))
    article = load(path)
    assert article.paragraphs[-1].text == "Letter 999 is done."
    assert article.dropped == ("The Orme Courier", "The last page")


def test_the_heading_at_the_top_is_the_headline_where_no_title_is(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("")
    document.add_heading("Harbour to be dredged", 1)
    document.add_heading("Boats wait", 2)
    document.add_paragraph("The harbour of Orme will be dredged in spring.")
    path = tmp_path / "heading.docx"
    document.save(str(path))
    article = load(path)
    assert article.title == "Harbour to be dredged"
    assert [p.kind for p in article.paragraphs] == [Kind.HEADLINE, Kind.BODY, Kind.BODY]


@pytest.mark.parametrize("title", [False, True])
def test_an_open_document_is_headed_by_its_title_or_by_its_first_heading(tmp_path: Path, title: bool) -> None:
    with zipfile.ZipFile(DATA / "story.odt") as story:
        parts = {name: story.read(name) for name in story.namelist()}
    body = '<text:h text:outline-level="1">Harbour news</text:h>'
    if title:
        body += '<text:p text:style-name="Title">Harbour to be dredged</text:p>'
    body += "<text:h>Boats wait</text:h><text:p>The harbour of Orme will be dredged in spring.</text:p>"
    content = re.sub(
        rb"(<office:text[^>]*>).*(</office:text>)",
        lambda found: found.group(1) + body.encode() + found.group(2),
        parts["content.xml"],
        flags=re.DOTALL,
    )
    path = tmp_path / "heading.odt"
    with zipfile.ZipFile(path, "w") as made:
        for name, data in (parts | {"content.xml": content}).items():
            made.writestr(name, data)
    article = load(path)
    headlines = [p.text for p in article.paragraphs if p.kind is Kind.HEADLINE]
    assert headlines == ["Harbour to be dredged" if title else "Harbour news"]
    assert article.title == headlines[0]


def test_word_tables_inside_tables_and_wrapped_paragraphs_are_told_once(tmp_path: Path) -> None:
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "Harbour", "Boats", "forty"
    inner = table.cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "north", "south"
    wrapped = document.add_paragraph("The harbour master counts them every night.")._p
    wrapper = OxmlElement("w:customXml")
    wrapped.addprevious(wrapper)
    wrapper.append(wrapped)
    path = tmp_path / "table.docx"
    document.save(str(path))
    assert [p.text for p in load(path).paragraphs] == [
        "Harbour | Boats",
        "north south | forty",
        "The harbour master counts them every night.",
    ]


def test_locked_archives_say_so(tmp_path: Path) -> None:
    data = bytearray((DATA / "story.epub").read_bytes())
    entry = data.find(b"PK\x01\x02")
    while entry >= 0:
        data[entry + 8] |= 1
        entry = data.find(b"PK\x01\x02", entry + 4)
    path = tmp_path / "locked.epub"
    path.write_bytes(data)
    with pytest.raises(LoadError, match="password"):
        load(path)


def book(spine: str, **chapters: str) -> bytes:
    """Return an EPUB whose manifest lists a contents page, a picture, a lost chapter and the given ones."""
    listed = "".join(
        f'<item id="{name}" href="{name}.html" media-type="application/xhtml+xml"/>' for name in chapters
    )
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Ferry days</dc:title></metadata>"
        '<manifest><item id="toc" href="toc.html" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="map" href="map.png" media-type="image/png"/>'
        f'<item id="lost" href="lost.html" media-type="application/xhtml+xml"/>{listed}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
    parts = {"META-INF/container.xml": container, "in/book.opf": package, "in/toc.html": "<p>Contents</p>"}
    parts |= {f"in/{name}.html": f"<html><body>{text}</body></html>" for name, text in chapters.items()}
    return archive({name: text.encode() for name, text in parts.items()})


def test_a_book_gives_its_chapters_in_reading_order(tmp_path: Path) -> None:
    names = ("toc", "two", "map", "lost", "unknown", "one")
    spine = "".join(f'<itemref idref="{name}"/>' for name in names) + '<itemref idref="aside" linear="no"/>'
    path = tmp_path / "book.epub"
    path.write_bytes(book(spine, one="<p>It ended.</p>", two="<p>It began.</p>", aside="<p>By the way.</p>"))
    article = load(path)
    assert [p.text for p in article.paragraphs] == ["Ferry days", "It began.", "It ended."]
    path.write_bytes(book('<itemref idref="toc"/>', one="<p>It ended.</p>"))
    with pytest.raises(LoadError, match="holds no text"):
        load(path)
    path.write_bytes(archive({"META-INF/container.xml": b"<container/>"}))
    with pytest.raises(LoadError, match="damaged"):
        load(path)


def test_a_book_is_read_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.epub"
    spine = '<itemref idref="one"/><itemref idref="two"/>'
    path.write_bytes(book(spine + spine, one="<p>It began.</p>", two="<p>It ended.</p>"))
    assert [p.text for p in load(path).paragraphs] == ["Ferry days", "It began.", "It ended."]
    monkeypatch.setattr(epub, "_MOST_BYTES", 60)
    with pytest.raises(LoadError, match="too long"):
        load(path)
    monkeypatch.setattr(epub, "_MOST_CHAPTERS", 3)
    with pytest.raises(LoadError, match="more than 3 chapters"):
        load(path)


def test_a_protected_book_says_so(tmp_path: Path) -> None:
    source = zipfile.ZipFile(DATA / "story.epub")
    parts = {name: source.read(name) for name in source.namelist()}
    path = tmp_path / "book.epub"
    path.write_bytes(archive({**parts, "META-INF/encryption.xml": b"<a/>", "META-INF/rights.xml": b"<a/>"}))
    with pytest.raises(LoadError, match="protected against copying"):
        load(path)
