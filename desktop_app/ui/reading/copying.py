"""What goes to the clipboard: clean words of one pane, with their source, or a linked pair."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop_app.model import Article, Comparison, Side, Span
from desktop_app.ui.wording import translate

if TYPE_CHECKING:
    from desktop_app.ui.reading.pane import ReadingPane


def selected_spans(pane: ReadingPane) -> list[Span]:
    """Return the selected stretch of a pane, paragraph by paragraph; empty when nothing is selected."""
    cursor, article = pane.textCursor(), pane.article
    if article is None or pane.text_map is None or not cursor.hasSelection():
        return []
    first = pane.text_map.place(pane.document(), cursor.selectionStart())
    last = pane.text_map.place(pane.document(), cursor.selectionEnd())
    if first is None:
        return []
    if last is None:
        last = (len(article.paragraphs) - 1, len(article.paragraphs[-1].text))
    spans = []
    for number in range(first[0], last[0] + 1):
        start = first[1] if number == first[0] else 0
        end = last[1] if number == last[0] else len(article.paragraphs[number].text)
        if start < end:
            spans.append(Span(number, start, end))
    return spans


def mime_of_texts(texts: list[str], citation: str = "") -> QMimeData:
    """Return paragraphs as plain text and as HTML, with a line that names the source below."""
    data = QMimeData()
    plain = "\n\n".join(texts)
    html = "".join("<p>" + escape(text, quote=False).replace("\n", "<br>") + "</p>" for text in texts)
    if citation:
        plain += f"\n\n({citation})"
        html += f"<p>({escape(citation, quote=False)})</p>"
    data.setText(plain)
    data.setHtml(html)
    return data


def mime_of_selection(pane: ReadingPane) -> QMimeData:
    """Return the words selected in a pane."""
    article = pane.article
    return mime_of_texts([article.text_at(span) for span in selected_spans(pane)] if article else [])


def citation(article: Article, paragraphs: list[int]) -> str:
    """Return "“Title”, author, site, paragraphs 3 to 5" for the given paragraphs."""
    title = article.title or translate("Copying", "Untitled")
    body = [number for number in map(article.number_of, paragraphs) if number]
    places = [translate("Copying", "headline")] if len(body) < len(paragraphs) or not body else []
    if len(body) == 1:
        places.append(translate("Copying", "paragraph {0}").format(body[0]))
    elif body and body == list(range(body[0], body[-1] + 1)):
        places.append(translate("Copying", "paragraphs {0} to {1}").format(body[0], body[-1]))
    elif body:
        listed = ", ".join(map(str, body[:-1]))
        places.append(translate("Copying", "paragraphs {0} and {1}").format(listed, body[-1]))
    about = [
        article.metadata[key]
        for key in ("author", "site", "sitename", "publisher", "date", "url")
        if article.metadata.get(key)
    ]
    return ", ".join(dict.fromkeys([f"“{title}”", *about, *places]))


def mime_with_source(pane: ReadingPane, fallback: list[int]) -> QMimeData | None:
    """Return the selection, or the paragraphs given when nothing is selected, with their source."""
    article = pane.article
    if article is None:
        return None
    spans = selected_spans(pane) or [
        Span(index, 0, len(article.paragraphs[index].text)) for index in fallback
    ]
    if not spans:
        return None
    cited = citation(article, [span.paragraph for span in spans])
    return mime_of_texts([article.text_at(span) for span in spans], cited)


def mime_of_pair(comparison: Comparison, number: int) -> QMimeData:
    """Return both sides of a link, each with its source."""
    link = comparison.alignment.links[number]
    data = QMimeData()
    plain, html = [], []
    for side in (Side.LEFT, Side.RIGHT):
        article = comparison.article(side)
        texts = [article.paragraphs[index].text for index in link.on(side)]
        part = mime_of_texts(texts, citation(article, list(link.on(side))))
        plain.append(part.text())
        html.append(f"<td valign='top'>{part.html()}</td>")
    data.setText("\n\n".join(plain))
    data.setHtml("<table><tr>" + "".join(html) + "</tr></table>")
    return data
