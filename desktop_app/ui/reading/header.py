"""The head of a pane: the article's title and what it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.model import Comparison, Side
from desktop_app.ui import wording
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.reading.text_map import runs_right_to_left
from desktop_app.ui.reading.wording import coverage_sentence
from desktop_app.ui.theme import Theme

ACCENT = 3


class PaneHeader(QFrame):
    """Title, paragraphs, words and coverage, under a line in the side's colour."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._theme = side, theme
        self.setObjectName("leftHeader" if side is Side.LEFT else "rightHeader")
        self.title = ElidedLabel(self)
        self.title.setFont(interface_font(bold=True))
        self.title.setProperty("role", "title")
        self.facts = ElidedLabel(self)
        self.facts.setFont(interface_font(-1))
        self.facts.setProperty("role", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(34, 14, 28, 11)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.facts)

    def set_edges(self, left: float, right: float) -> None:
        """Let the words begin and end with the text below."""
        margins = self._column.contentsMargins()
        if (margins.left(), margins.right()) != (round(left), round(right)):
            self._column.setContentsMargins(round(left), margins.top(), round(right), margins.bottom())

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        self._theme = theme
        self.update()

    def show_texts(self, title: str, facts: str, *shorter: str) -> None:
        """Show a title and a line below it, which a narrow window tells ``shorter``."""
        self.title.setText(title)
        self.facts.setText(facts)
        self.facts.shorter = shorter
        self.setAccessibleName(f"{title}. {facts}")

    def show_comparison(self, comparison: Comparison, words: int, compared: bool = True) -> None:
        """Tell what an article holds; ``words`` counts its words. Its share on the other side is told only
        where both were ``compared``."""
        article = comparison.article(self._side)
        paragraphs, counted = wording.paragraphs(len(article.paragraphs)), wording.words(words)
        title = article.title or (article.paragraphs[0].text if article.paragraphs else "")
        share = [coverage_sentence(comparison, self._side)] if compared else []
        self._turn(right_to_left=runs_right_to_left(article))
        self.show_texts(
            title or self.tr("Untitled"),
            " · ".join([paragraphs, counted, *share]),
            # What both sides share is the news; a narrow window leaves out the rest first.
            *(" · ".join(less) for less in ([counted, *share], share) if share),
        )
        told = f"{title}\n{article.source}" if article.source else title
        self.setToolTip(wording.tip(told))
        self.setAccessibleDescription(told)

    def _turn(self, *, right_to_left: bool) -> None:
        """Begin where the text below begins; what the window itself says is read as usual."""
        if right_to_left:
            self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            self.title.unsetLayoutDirection()
        turned = right_to_left != self.isRightToLeft()
        edge = Qt.AlignmentFlag.AlignTrailing if turned else Qt.AlignmentFlag.AlignLeading
        self.facts.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("paper"))
            name = "left" if self._side is Side.LEFT else "right"
            painter.fillRect(0, 0, self.width(), ACCENT, self._theme.color(name))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))


class ElidedLabel(QLabel):
    """A label that shortens its words to the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shorter: tuple[str, ...] = ()
        """Other words for the same, the longest first, for less room."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            metrics, words = self.fontMetrics(), [self.text(), *self.shorter]
            fitting = (text for text in words if metrics.horizontalAdvance(text) <= self.width())
            text = " ".join(next(fitting, words[-1]).split())
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(self.rect(), int(self.alignment()), text)
