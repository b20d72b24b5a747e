"""The window: puts the parts together and passes between them what happens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.actions import Actions
from desktop_app.ui.dropping import dropped_sources, dropped_words
from desktop_app.ui.icons import draw_icons, hold_icons
from desktop_app.ui.menus import fill_menu_bar
from desktop_app.ui.settings import Settings
from desktop_app.ui.skeleton import Skeleton
from desktop_app.ui.status import ReaderStatusBar
from desktop_app.ui.theme import Theme, ThemeManager
from desktop_app.ui.toolbar import COMPACT_BELOW, ReaderToolBar

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

    from desktop_app.model import Comparison
    from desktop_app.ui.reading.place import Place
    from desktop_app.ui.session import Opened
    from desktop_app.ui.start_page import StartPage

SMALLEST = (720, 420)
USUAL = (1440, 900)
FRAME = (4, 32)
"""Room for the title bar and the edges that the desktop draws around a window."""


class MainWindow(QMainWindow):
    """Shows a pair. ``comparison_ready`` follows `open_pair` when both articles are read and compared."""

    comparison_ready = Signal(object)

    def __init__(self, settings: Settings | None = None, engine: Any = None, *, at_once: bool = True) -> None:
        """Build the window; without ``at_once`` the frame alone, which can be painted sooner: the rest
        follows by itself after the first paint, or when `complete` is called."""
        super().__init__()
        self.settings = settings if settings is not None else Settings()
        look, contrast = self.settings.theme, self.settings.contrast
        self.themes = ThemeManager(None, look, self, contrast=contrast, at_once=at_once)
        self.setObjectName("mainWindow")
        self.setWindowTitle("Twicetold")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.opened: Opened | None = None
        self._engine = engine
        self._waiting: tuple[str, ...] | None = ()
        self._completed = False
        self.start_page: StartPage | None = None
        if not at_once:
            hold_icons()
        self.actions_table = Actions(self, self.themes)
        self.menus = fill_menu_bar(self, self.actions_table)
        self.tools = ReaderToolBar(self.actions_table, self.themes, self)
        self.addToolBar(self.tools)
        self.status = ReaderStatusBar(self)
        self.setStatusBar(self.status)
        kept = self.settings.geometry
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableGeometry().size() - QSize(*FRAME)
            self.resize(room.boundedTo(QSize(*USUAL)))
        if at_once:
            self.complete(at_once)
        else:
            self.setCentralWidget(Skeleton(self.themes.current, self.settings, self))

    def complete(self, at_once: bool = False) -> None:
        """Build what the frame does not need; does nothing the second time.

        Unless needed ``at_once``, this is the start of the program, which offers work that was not saved.
        """
        if self._completed:
            return
        self._completed = True
        from desktop_app.ui.commands import Commands
        from desktop_app.ui.drop_hint import DropHint
        from desktop_app.ui.editing.exporting import Exporting
        from desktop_app.ui.editing.keeper import Keeper
        from desktop_app.ui.editing.workbench import Workbench
        from desktop_app.ui.find_bar import FindBar
        from desktop_app.ui.finding import Finding
        from desktop_app.ui.icons import program_icon
        from desktop_app.ui.memory import Memory
        from desktop_app.ui.mentions import Mentions
        from desktop_app.ui.notice import NoticeBar
        from desktop_app.ui.opening import Opening
        from desktop_app.ui.reading.reading_view import ReadingView
        from desktop_app.ui.session import Session
        from desktop_app.ui.sidebar import Sidebar
        from desktop_app.ui.text_menu import TextMenu

        chosen = self.settings.engine if self._engine is None else self._engine
        if not at_once:
            self.themes.settle()
        draw_icons()
        self.actions_table.add_icons()
        self.session = Session(chosen or None, self, self.settings.engine_model)
        self.view = ReadingView(self.themes.current, self)
        self.sidebar = Sidebar(self.themes, self.settings, self)
        self.find_bar = FindBar(self.themes, self)
        self.notice = NoticeBar(self.themes, self)
        self.drop_hint = DropHint(self)
        self.workbench = Workbench(self)
        self.keeper = Keeper(self, self.workbench)
        self.exporting = Exporting(self)
        self.opening = Opening(self)
        self._build()
        self.commands = Commands(self)
        self.finding = Finding(self.view, self.find_bar, self)
        self.mentions = Mentions(self.view, self.sidebar, self)
        self.text_menu = TextMenu(self)
        self.memory = Memory(self)
        self.status.hint.setText(self.commands.help.key_hint())
        self._connect()
        self.setWindowIcon(program_icon())
        self._begin(at_once=at_once)

    def _begin(self, *, at_once: bool) -> None:
        """Open what was asked for meanwhile; unless ``at_once``, offer work that was not saved."""
        from desktop_app.model import Side

        self.memory.restore()
        self.commands.refresh()
        if self.isVisible():
            # The panes are shown with the next turn of the event loop, and only then take the keyboard.
            QTimer.singleShot(0, self.view.panes[Side.LEFT], self.view.panes[Side.LEFT].setFocus)
        if self._waiting or self._waiting is None:
            self.open_source(self._waiting)
        if not at_once:
            self.keeper.offer_recovery()

    def _build(self) -> None:
        from desktop_app.model import Side
        from desktop_app.ui.side_panel import SidePanel

        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        self.side_panel = SidePanel(column, self.sidebar, self.settings, self.find_bar, self)
        for pane in self.view.panes.values():
            pane.installEventFilter(self.side_panel)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.side_panel)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notice)  # above the start page as well: it says why nothing opened
        rows.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.find_bar.come_before(self.view.panes[Side.LEFT])
        self.actions_table.attach(self, self.view)

    def _connect(self) -> None:
        self.themes.changed.connect(self._on_theme)
        self.stack.currentChanged.connect(self._on_page)
        self.session.noticed.connect(self.notice.show_message)
        self.session.may_start = self.keeper.may_leave
        self.keeper.path_changed.connect(self.refresh_title)
        self.workbench.stack.indexChanged.connect(self.commands.refresh)
        self.session.progressed.connect(self.status.show_progress)
        self.session.busy_changed.connect(self._on_busy)
        self.view.link_changed.connect(self._on_link)
        self.view.announced.connect(self.announce)
        self.view.filling.connect(self._on_filling)
        self.view.laid_out.connect(self._on_laid_out)
        self.sidebar.link_activated.connect(self.view.go_to_link)

    # -- opening ------------------------------------------------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        """The pair on screen; None also while its texts are not compared yet."""
        return self.opened.comparison if self.opened is not None and self.opening.texts is None else None

    @property
    def shown(self) -> Opened | None:
        """What is on screen: the pair, or the texts of another one that is not compared yet."""
        return self.opening.texts or self.opened

    def open_pair(self, left: str | Path, right: str | Path) -> None:
        """Read and compare two files or addresses in the background; `comparison_ready` follows."""
        self.notice.hide()
        self.show_reader()
        self.session.open_sources(_lasting(str(left)), _lasting(str(right)))

    def open_source(self, source: tuple[str, ...] | None) -> None:
        """Open what the command line named: two sources, one project file, or (None) the first sample."""
        if not self._completed:
            self._waiting = source
            return
        if source is None:
            self.commands.files.open_first_sample()
        elif len(source) == 2:
            self.open_pair(*source)
        elif source:
            self.keeper.open(source[0])

    def show_reader(self) -> None:
        """Show the panes instead of the start page."""
        self.stack.setCurrentWidget(self.side_panel)

    def show_start(self) -> None:
        """Show what to do first, while nothing is open."""
        if self.start_page is None:
            self.start_page = self.commands.files.make_start_page()
            self.stack.addWidget(self.start_page)
        self.commands.files.fill_start_page(self.start_page)
        self.stack.setCurrentWidget(self.start_page)

    def show_comparison(self, opened: Opened | None, place: Place | None = None) -> None:
        """Show a pair at a place, or, where its texts are on screen already, at the same words as before."""
        from desktop_app.ui.reading.wording import status_sentence

        if opened is None or not self.view.shows_texts_of(opened.comparison):
            self.finding.forget()
        if opened is None:
            self.view.set_comparison(None)
        else:
            self.view.set_comparison(opened.comparison, place, opened.structure)
        self.sidebar.set_comparison(self.comparison)
        structure = self.view.structure
        self.status.show_facts(status_sentence(structure) if structure is not None else "")
        self._on_link(self.view.current_link)
        self.commands.refresh()

    def show_edited(self, comparison: Comparison) -> None:
        """Show the pair after an edit; the chosen link stays chosen, whatever its number is now."""
        from dataclasses import replace

        from desktop_app.model import Side

        before, number, chosen = self.comparison, self.view.current_link, -1
        if self.opened is None or before is None:
            return
        if 0 <= number < len(before.alignment.links) and before.left is comparison.left:
            old = before.alignment.links[number]
            held = (comparison.alignment.link_of(side, p) for side in Side for p in old.on(side))
            chosen = next((n for n in held if n is not None), -1)
        place = self.keeper.place_after(before, comparison)
        opened = replace(self.opened, comparison=comparison, structure=None)
        if before.left is comparison.right and before.right is comparison.left:
            opened = replace(opened, left=opened.right, right=opened.left)
        self.opened = opened
        self.view.marking.choose(-1)
        self.show_comparison(opened, place)
        self.refresh_title()
        self.view.marking.choose(chosen)

    @Slot()
    def refresh_title(self) -> None:
        """Say in the title what is open and whether it is saved."""
        name, dash, program = self.commands.files.window_title().rpartition(" — ")
        self.setWindowTitle(f"{name}[*]{dash}{program}")
        self.setWindowModified(self.keeper.dirty and self.opening.texts is None)

    @Slot()
    def _on_laid_out(self) -> None:
        if not self.session.busy:
            self.status.show_work(False)

    @Slot(float)
    def _on_filling(self, fraction: float) -> None:
        if not self.session.busy:
            self.status.show_work(True)
            self.status.show_progress(fraction, self.tr("Laying out"))

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.status.show_work(busy)
        if not busy and self.opened is None and not self.view.comparison:
            self.commands.refresh()

    # -- what happens -------------------------------------------------------------------------------------

    @Slot(int)
    def _on_link(self, number: int) -> None:
        structure = self.view.structure
        total = len(structure.walk) if structure is not None and structure.compared else -1
        place = structure.place_of(number) + 1 if structure is not None and number >= 0 else 0
        self.tools.show_count(place, total)
        self.sidebar.set_current_link(number)
        self.commands.refresh()

    @Slot()
    def _on_page(self) -> None:
        self.status.show_keys(self.stack.currentWidget() is self.side_panel)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    @Slot(str)
    def announce(self, text: str) -> None:
        """Say something to assistive tools and in the status bar."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.statusBar().showMessage(text, 6000)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- window -------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._completed:
            self.view.panes[self.view.active_side()].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._completed:
            QTimer.singleShot(0, self, self.complete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < COMPACT_BELOW
        self.tools.compact(narrow)
        self.status.compact(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, stop what runs, remember what is worth it, go."""
        if not self._completed:
            event.accept()
            return
        if not self.keeper.may_leave():
            event.ignore()
            return
        self.keeper.close()
        self.workbench.close()
        self.commands.close()
        self.exporting.close()
        self.memory.save()
        self.session.close()
        self.view.filler.stop()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wanted leads back to the text, and out of a moved pair or a shift."""
        from PySide6.QtCore import Qt

        reading = self._completed and self.stack.currentWidget() is self.side_panel
        if event.key() != Qt.Key.Key_Escape or event.modifiers() or not reading:
            super().keyPressEvent(event)
            return
        self.view.moving.escape()
        self.view.panes[self.view.active_side()].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        reading = self._completed and self.shown is not None
        if dropped_sources(event.mimeData()) or (reading and dropped_words(event)):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where files or words would go."""
        if self._completed:  # who let it enter knows what it is
            event.acceptProposedAction()
            self.drop_hint.aim(dropped_sources(event.mimeData()), event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self._completed:
            self.drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Two files make a pair; one file, or words, replace the side they were dropped on."""
        if not self._completed:
            return
        event.acceptProposedAction()
        self.drop_hint.hide()
        at = event.position().toPoint()
        if sources := dropped_sources(event.mimeData()):
            self.commands.files.take_sources(sources, at)
        elif words := dropped_words(event):
            self.commands.files.take_words(words, at)


def _lasting(source: str) -> str:
    """Return a file's whole path, so that it is found again from any folder; anything else as it is."""
    path = Path(source)
    return str(path.absolute()) if "://" not in source and path.exists() else source
