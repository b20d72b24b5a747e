"""The window: puts the parts together and passes between them what happens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.model import Comparison
from desktop_app.ui.actions import Actions
from desktop_app.ui.commands import Commands, available
from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.finding import Finding
from desktop_app.ui.memory import Memory
from desktop_app.ui.mentions import Mentions
from desktop_app.ui.menus import fill_menu_bar
from desktop_app.ui.notice import NoticeBar
from desktop_app.ui.reading.reading_view import ReadingView
from desktop_app.ui.reading.wording import status_sentence
from desktop_app.ui.session import Opened, Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.side_panel import SidePanel
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.status import ReaderStatusBar
from desktop_app.ui.theme import Theme, ThemeManager
from desktop_app.ui.toolbar import COMPACT_BELOW, ReaderToolBar

SMALLEST = (720, 420)


class MainWindow(QMainWindow):
    """Shows a pair. ``comparison_ready`` follows `open_pair` when both articles are read and compared."""

    comparison_ready = Signal(object)

    def __init__(self, settings: Settings | None = None, engine: Any = None) -> None:
        super().__init__()
        self.settings = settings if settings is not None else Settings()
        self.themes = ThemeManager(None, self.settings.theme, self)
        self.setObjectName("mainWindow")
        self.setWindowTitle("Twicetold")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.opened: Opened | None = None
        self.actions_table = Actions(self, self.themes, available())
        self.session = Session(engine, self)
        self.view = ReadingView(self.themes.current, self)
        self.sidebar = Sidebar(self.themes, self.settings, self)
        self.find_bar = FindBar(self.themes, self)
        self.notice = NoticeBar(self.themes, self)
        self._build()
        self.commands = Commands(self)
        self.finding = Finding(self.view, self.find_bar, self)
        self.mentions = Mentions(self.view, self.sidebar, self)
        self.memory = Memory(self)
        self.status.hint.setText(self.commands.help.key_hint())
        self._connect()
        self.memory.restore()
        self.commands.refresh()

    def _build(self) -> None:
        actions = self.actions_table
        self.menus = fill_menu_bar(self, actions)
        self.tools = ReaderToolBar(actions, self.themes, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.tools)
        self.status = ReaderStatusBar(self)
        self.setStatusBar(self.status)
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        self.side_panel = SidePanel(column, self.sidebar, self.settings, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.side_panel)
        self.start_page: QWidget | None = None
        self.setCentralWidget(self.stack)
        actions.attach(self, self.view)

    def _connect(self) -> None:
        self.themes.changed.connect(self._on_theme)
        self.session.opened.connect(self._on_opened)
        self.session.failed.connect(self._on_failed)
        self.session.broke.connect(self._on_broke)
        self.session.progressed.connect(self.status.show_progress)
        self.session.busy_changed.connect(self._on_busy)
        self.status.cancelled.connect(self.session.cancel)
        self.view.link_changed.connect(self._on_link)
        self.view.announced.connect(self.announce)
        self.view.filling.connect(self._on_filling)
        self.view.laid_out.connect(self._on_laid_out)
        self.sidebar.link_activated.connect(self.view.go_to_link)

    # -- opening ------------------------------------------------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        """The pair on screen."""
        return self.opened.comparison if self.opened is not None else None

    def open_pair(self, left: str | Path, right: str | Path) -> None:
        """Read and compare two files or addresses in the background; `comparison_ready` follows."""
        self.notice.hide()
        self.show_reader()
        self.session.open_sources(str(left), str(right))

    def open_source(self, source: tuple[str, ...]) -> None:
        """Open what the command line named: two sources, or one project file."""
        if len(source) == 2:
            self.open_pair(*source)

    def show_reader(self) -> None:
        """Show the panes instead of the start page."""
        self.stack.setCurrentWidget(self.side_panel)

    def show_start(self) -> None:
        """Show what to do first, while nothing is open."""
        if self.start_page is None:
            self.start_page = self.commands.files.make_start_page()
            self.stack.addWidget(self.start_page)
        self.stack.setCurrentWidget(self.start_page)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        self.memory.keep_place()
        self.opened = opened
        self.show_reader()
        self._show(opened.comparison, first=True)
        self.setWindowTitle(self.commands.files.window_title())
        self.comparison_ready.emit(opened.comparison)

    def _show(self, comparison: Comparison, first: bool) -> None:
        self.finding.forget()
        self.mentions.forget()
        self.view.set_comparison(comparison, self.memory.place_for(self.opened) if first else None)
        self.sidebar.set_comparison(comparison)
        movers = len(self.view.structure.movers) if self.view.structure is not None else 0
        self.status.facts.setText(status_sentence(comparison, movers))
        self._on_link(self.view.current_link)
        self.commands.refresh()

    @Slot()
    def _on_laid_out(self) -> None:
        self.status.show_work(self.session.busy)

    @Slot(float)
    def _on_filling(self, fraction: float) -> None:
        self.status.show_work(True)
        self.status.show_progress(fraction, self.tr("Laying out"))

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self.notice.show_message(message)
        self.announce(message)
        if self.opened is None:
            self.show_start()

    @Slot(object)
    def _on_broke(self, error: BaseException) -> None:
        import traceback

        from desktop_app.ui.app import show_trouble

        show_trouble(self, error, "".join(traceback.format_exception(error)))
        if self.opened is None:
            self.show_start()

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.status.show_work(busy)
        if not busy and self.opened is None and not self.view.comparison:
            self.commands.refresh()

    # -- what happens -------------------------------------------------------------------------------------

    @Slot(int)
    def _on_link(self, number: int) -> None:
        structure = self.view.structure
        total = len(structure.walk) if structure is not None else 0
        place = structure.place_of(number) + 1 if structure is not None and number >= 0 else 0
        self.tools.show_count(place, total)
        self.sidebar.set_current_link(number)
        self.commands.refresh()

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    @Slot(str)
    def announce(self, text: str) -> None:
        """Say something to assistive tools and in the status bar."""
        self.statusBar().showMessage(text, 6000)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- window -------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.panes[self.view.active_side()].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < COMPACT_BELOW
        self.tools.compact(narrow)
        self.status.compact(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, remember what is worth it, go."""
        self.memory.save()
        self.session.close()
        self.view.filler.stop()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop_app.ui.start_page import dropped_sources

        if dropped_sources(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Two files make a pair; one file replaces the side it was dropped on."""
        from desktop_app.ui.start_page import dropped_sources

        sources = dropped_sources(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.commands.files.take_sources(sources, event.position().toPoint())
