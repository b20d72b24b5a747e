"""Named layers of marks, merged once into one list of extra selections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop_app.model import Span
from desktop_app.ui.reading.text_map import TextMap
from desktop_app.ui.theme import Theme

LAYERS = (
    "dim", "note", "shared", "sentence", "words", "fact", "change", "quotation", "entity", "find", "flash",
)  # fmt: skip
"""From the lowest to the highest: a later layer paints over an earlier one."""

_Line = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How a role is drawn: roles of the theme for the ground, the underline and the letters."""

    fill: str = ""
    line: str = ""
    style: QTextCharFormat.UnderlineStyle = _Line.SingleUnderline
    ink: str = ""
    struck: bool = False


STYLES = {
    "dim": MarkStyle(ink="dimmed"),
    "byline": MarkStyle(ink="muted"),
    "shared": MarkStyle(line="faint", style=_Line.DotLine),
    "note": MarkStyle(line="focus", style=_Line.DashDotDotLine),
    "sentence": MarkStyle(fill="sentence_fill"),
    "new": MarkStyle(fill="word_fill", line="word_line"),
    "reworded": MarkStyle(fill="word_fill", line="word_line"),
    "reordered": MarkStyle(line="reordered_line", style=_Line.DashUnderline),
    "rewritten": MarkStyle(fill="rewritten_fill", line="word_line", style=_Line.DotLine),
    "entity": MarkStyle(fill="entity_fill", line="entity_line"),
    "entity_current": MarkStyle(fill="entity_current", line="entity_line"),
    "quotation": MarkStyle(fill="quote_fill", line="quote_line", style=_Line.DashUnderline),
    "fact": MarkStyle(line="change_line", style=_Line.DashDotLine),
    "change": MarkStyle(fill="change_fill", line="change_line", style=_Line.WaveUnderline),
    "find": MarkStyle(fill="find_fill", line="find_line", style=_Line.DotLine),
    "find_current": MarkStyle(fill="find_current", line="find_line"),
    "flash": MarkStyle(fill="flash"),
}
"""Colour is never alone: every marked role has a line of its own, except grounds that only guide the eye."""

Mark = tuple[Span, str]


class Layers:
    """The marks of one pane by layer."""

    def __init__(self) -> None:
        self._marks: dict[str, tuple[Mark, ...]] = {}

    def clear(self) -> None:
        """Forget every mark: another article is shown."""
        self._marks.clear()

    def set(self, layer: str, marks: Sequence[Mark]) -> bool:
        """Replace a layer; True when that changes anything. Raises KeyError for an unknown layer."""
        if layer not in LAYERS:
            raise KeyError(layer)
        marks = tuple(marks)
        if self._marks.get(layer, ()) == marks:
            return False
        self._marks[layer] = marks
        return True

    def marks(self, layer: str) -> tuple[Mark, ...]:
        """Return what stands in a layer."""
        return self._marks.get(layer, ())

    def selections(
        self, document: QTextDocument, text_map: TextMap, theme: Theme
    ) -> list[QTextEdit.ExtraSelection]:
        """Return all layers, lowest first, as extra selections."""
        formats = {role: _format(style, theme) for role, style in STYLES.items()}
        count = len(text_map.article.paragraphs)
        found: list[QTextEdit.ExtraSelection] = []
        for layer in LAYERS:
            for span, role in self._fact_lines() if layer == "fact" else self._marks.get(layer, ()):
                if span.start >= span.end or span.paragraph >= count:
                    continue
                cursor = QTextCursor(document)
                cursor.setPosition(text_map.position(document, span.paragraph, span.start))
                end = text_map.position(document, span.paragraph, span.end)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor  # type: ignore[attr-defined]
                selection.format = formats[role]  # type: ignore[attr-defined]
                found.append(selection)
        return found

    def _fact_lines(self) -> list[Mark]:
        """Return where disagreements are underlined: where their differing words are marked, only there."""
        differing = [span for span, role in self._marks.get("words", ()) if role != "reordered"]
        lines: list[Mark] = []
        for span, role in self._marks.get("fact", ()):
            parts = [
                Span(span.paragraph, max(span.start, other.start), min(span.end, other.end))
                for other in differing
                if other.paragraph == span.paragraph and other.start < span.end and span.start < other.end
            ]
            lines += [(part, role) for part in parts or [span]]
        return lines


def _format(style: MarkStyle, theme: Theme) -> QTextCharFormat:
    letters = QTextCharFormat()
    if style.fill:
        letters.setBackground(theme.color(style.fill))
    if style.line:
        letters.setUnderlineStyle(style.style)
        letters.setUnderlineColor(theme.color(style.line))
    if style.ink:
        letters.setForeground(theme.color(style.ink))
    return letters
