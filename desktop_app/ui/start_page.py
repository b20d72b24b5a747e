"""What the window says while it holds no pair: drop, open, paste, take a sample, go on with a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.dropping import dropped_sources, dropped_words
from desktop_app.ui.fonts import interface_font, quoted_font
from desktop_app.ui.icons import themed_icon
from desktop_app.ui.theme import Theme, ThemeManager

WIDTH = 620
ENTRY_PAD = 10
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
MOST_PROJECTS, MOST_PAIRS = 5, 6
"""What was opened before that the page offers; the menus list the rest."""


def _parts(source: str) -> tuple[str, str]:
    """Return the short name of a source and where it lies."""
    url = QUrl(source)
    if url.scheme() in ("http", "https"):
        return url.fileName() or url.host(), url.host()
    path = PurePath(source)
    folder = str(path.parent)
    return path.name or source, "" if folder == "." else folder


class EntryButton(QPushButton):
    """A line one can choose: a title and, below it, what it is about."""

    def __init__(self, title: str, about: str, data: Any, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.data = data
        self._title = title
        self._about = about
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that shows all: what it is about may take several lines."""
        return QFontMetrics(interface_font()).height() + self._about_height(width - 2 * ENTRY_PAD) + 14

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def _about_height(self, width: int) -> int:
        if not self._about:
            return 0
        metrics = QFontMetrics(interface_font(-1))
        room = QRect(0, 0, max(60, width), 10_000)
        return metrics.boundingRect(room, _WRAPPED, self._about_shown(width)).height()

    def _about_shown(self, width: int) -> str:
        """Return what is shown: a path that is too long for a line cannot be broken, so it is shortened."""
        metrics = QFontMetrics(interface_font(-1))
        if any(metrics.horizontalAdvance(word) > width for word in self._about.split()):
            return metrics.elidedText(self._about, Qt.TextElideMode.ElideMiddle, width)
        return self._about

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect()
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(room, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 6, 6)
        inner = room.adjusted(ENTRY_PAD, 7, -ENTRY_PAD, -7)
        metrics = QFontMetrics(interface_font())
        painter.setFont(interface_font())
        painter.setPen(self.theme.color("ink"))
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(interface_font(-1))
        painter.setPen(self.theme.color("muted"))
        about = inner.adjusted(0, metrics.height(), 0, 0)
        painter.drawText(about, _WRAPPED, self._about_shown(inner.width()))
        painter.end()
        event.accept()


class _DropBox(QFrame):
    """The dashed field that says: drop here."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lit = False
        self.setFixedHeight(112)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.lit:
            painter.setBrush(self.theme.color("selected_fill"))
        edge = "selected_line" if self.lit else "field_line"
        painter.setPen(QPen(self.theme.color(edge), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
        event.accept()


class StartPage(QScrollArea):
    """The empty window.

    ``open_requested`` and ``paste_requested`` ask for the dialogs; ``sample_chosen`` carries a sample's name,
    ``recent_chosen`` two sources, ``project_chosen`` a project file, ``sources_dropped`` one or more files or
    addresses.
    """

    open_requested = Signal()
    paste_requested = Signal()
    sample_chosen = Signal(str)
    recent_chosen = Signal(str, str)
    project_chosen = Signal(str)
    sources_dropped = Signal(object)
    words_dropped = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(self.tr("Start"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first button takes the keyboard, and shows it
        self._theme = themes.current
        page = QWidget(self)
        page.setObjectName("startPaper")
        outer = QHBoxLayout(page)
        column = QWidget(page)
        column.setMaximumWidth(WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addStretch(1)
        outer.addWidget(column, 1000)
        outer.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 56, 24, 40)
        layout.setSpacing(10)
        title = QLabel(self.tr("Two versions of one story, side by side"), column)
        title.setFont(quoted_font(10))
        title.setWordWrap(True)
        layout.addWidget(title)
        about = QLabel(
            self.tr("See which paragraphs correspond, what was reworded, and what only one side tells."),
            column,
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        layout.addWidget(about)
        layout.addSpacing(10)
        layout.addWidget(self._build_drop_box(themes, column))
        self._samples = _Section(self.tr("Samples"), column)
        self._projects = _Section(self.tr("Recent projects"), column)
        self._recent = _Section(self.tr("Recent pairs"), column)
        layout.addSpacing(8)
        layout.addWidget(self._projects)
        layout.addWidget(self._recent)
        layout.addWidget(self._samples)
        layout.addStretch(1)
        self.setWidget(page)
        themes.changed.connect(self._recolour)
        self._recolour(themes.current)

    def _build_drop_box(self, themes: ThemeManager, parent: QWidget) -> QWidget:
        self._box = _DropBox(themes.current, parent)
        layout = QVBoxLayout(self._box)
        layout.setContentsMargins(20, 14, 20, 14)
        hint = QLabel(self.tr("Drop two files here: text, web page, Word or PDF"), self._box)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        layout.addWidget(hint)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        self.open_button = QPushButton(self.tr("Open pair…"), self._box)
        self.open_button.setProperty("role", "primary")
        themed_icon(self.open_button, "open", themes, "paper")
        self.open_button.clicked.connect(self.open_requested)
        self.paste_button = QPushButton(self.tr("Paste texts…"), self._box)
        themed_icon(self.paste_button, "paste", themes)
        self.paste_button.clicked.connect(self.paste_requested)
        line.addWidget(self.open_button)
        line.addWidget(self.paste_button)
        line.addStretch(1)
        layout.addLayout(line)
        return self._box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def set_samples(self, samples: Sequence[tuple[str, str, str]]) -> None:
        """Offer samples as (name, title, what it shows)."""
        entries = [(title, shows, name) for name, title, shows in samples]
        for button in self._samples.fill(entries, self._theme):
            button.clicked.connect(self._sample_clicked)

    def set_recent(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Offer pairs opened before as (left source, right source)."""
        entries = []
        for left, right in pairs[:MOST_PAIRS]:
            names, folder = zip(*(_parts(source) for source in (left, right)), strict=True)
            about = " · ".join(dict.fromkeys(part for part in folder if part))
            entries.append((" ↔ ".join(names), about, (left, right)))
        for button in self._recent.fill(entries, self._theme):
            button.clicked.connect(self._recent_clicked)

    def set_projects(self, paths: Sequence[str]) -> None:
        """Offer project files opened or saved before."""
        entries = [(*_parts(path), path) for path in paths[:MOST_PROJECTS]]
        for button in self._projects.fill(entries, self._theme):
            button.clicked.connect(self._project_clicked)

    def _project_clicked(self) -> None:
        self.project_chosen.emit(self.sender().data)  # type: ignore[attr-defined]

    def _sample_clicked(self) -> None:
        self.sample_chosen.emit(self.sender().data)  # type: ignore[attr-defined]

    def _recent_clicked(self) -> None:
        self.recent_chosen.emit(*self.sender().data)  # type: ignore[attr-defined]

    # -- dropping -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sources(event.mimeData()) or dropped_words(event):
            event.acceptProposedAction()
            self._light(True)

    def dragMoveEvent(self, event: Any) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        sources = dropped_sources(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.sources_dropped.emit(sources)
        elif words := dropped_words(event):
            event.acceptProposedAction()
            self.words_dropped.emit(words)

    def _light(self, lit: bool) -> None:
        self._box.lit = lit
        self._box.update()

    def _recolour(self, theme: Theme) -> None:
        self._theme = theme
        self._box.theme = theme
        for section in (self._samples, self._recent, self._projects):
            section.recolour(theme)
        self._box.update()


class _Section(QWidget):
    """A small heading with entries below; hidden while there are none."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.setSpacing(1)
        label = QLabel(title, self)
        font = interface_font(-1, bold=True)
        label.setFont(font)
        label.setIndent(10)
        self._layout.addWidget(label)
        self._buttons: list[EntryButton] = []
        self.hide()

    def fill(self, entries: Sequence[tuple[str, str, Any]], theme: Theme) -> list[EntryButton]:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [EntryButton(title, about, data, theme, self) for title, about, data in entries]
        for button in self._buttons:
            self._layout.addWidget(button)
        self.setVisible(bool(self._buttons))
        return self._buttons

    def recolour(self, theme: Theme) -> None:
        for button in self._buttons:
            button.theme = theme
            button.update()
