"""Bringing pairs to the screen: both texts once they are read, links once they are compared, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.ui.reading.place import Place
from desktop_app.ui.session import Opened

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

SHOW_AFTER_MS = 120
"""Texts that are compared sooner are shown with their links at once, so that nothing flickers."""

TELL_READING_AFTER_MS = 300
"""Where nothing is on screen yet and reading takes longer, the sidebar says so."""

MARKS_AFTER_MS = 30
"""The changes of a long pair are marked so long after its links are there."""


class Opening(QObject):
    """Keeps what was open until the new pair is compared, so that one can go back to it.

    ``texts`` are on screen instead of the window's pair while they are not compared; the workbench rests
    meanwhile.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.texts: Opened | None = None
        self.left_at: Place | None = None
        """Where the pair before was left, while the texts of another are on screen."""
        self._read: Opened | None = None
        self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_AFTER_MS)
        self._soon.timeout.connect(self.show_texts)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(TELL_READING_AFTER_MS)
        self._slow.timeout.connect(self._tell_reading)
        window.session.busy_changed.connect(self._on_busy)
        window.session.texts_read.connect(self.expect)
        window.session.opened.connect(self.show_pair)
        window.session.failed.connect(self._on_failed)
        window.session.broke.connect(self._on_broke)
        window.session.progressed.connect(window.sidebar.waiting.show_progress)
        window.status.cancelled.connect(self._on_cancelled)
        window.sidebar.waiting.cancelled.connect(window.status.cancelled)
        for offer in (window.status, window.sidebar.waiting):
            offer.compare_wanted.connect(self.compare)
            offer.back_wanted.connect(self.go_back)

    # -- forward ------------------------------------------------------------------------------------------

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        if busy and self._window.shown is None:
            self._slow.start()
        else:
            self._slow.stop()

    @Slot()
    def _tell_reading(self) -> None:
        if self._window.shown is None:
            self._window.sidebar.waiting.show_reading()
            self._window.sidebar.show_waiting(True)

    @Slot(object)
    def expect(self, read: Opened, again: bool = False) -> None:
        """Show texts that were just read, unless their comparison comes at once; ``again`` tells that they
        are those of the pair on screen as they are now."""
        self._read, self._again = read, again
        self._soon.start()

    @Slot()
    def show_texts(self) -> None:
        """Show both texts without links."""
        read, self._read = self._read, None
        if read is None:
            return
        window, view = self._window, self._window.view
        window.memory.keep_place()
        if self._again and window.comparison is not None:
            place = window.keeper.place_after(window.comparison, read.comparison)
        else:
            place = window.memory.remembered(read)
        if self.texts is None and window.opened is not None and view.index is not None:
            self.left_at = view.moving.here()
        self.texts = read
        window.workbench.rest(True)
        window.sidebar.waiting.show_comparing()
        window.sidebar.show_waiting(True)
        window.status.offer(None)
        window.show_reader()
        window.show_comparison(read, place)
        window.refresh_title()

    @Slot(object)
    def show_pair(self, opened: Opened) -> None:
        """Show a pair that is compared, or a project."""
        window = self._window
        window.memory.keep_place()
        read_already = self.texts is not None
        self._take_keyboard()
        self.end()
        window.opened = opened
        kept = opened.project
        window.workbench.begin(opened.comparison, kept or opened.fresh, worked=kept is not None)
        window.show_reader()
        window.show_comparison(opened, window.memory.place_for(opened))
        if window.view.filler.long:  # the changes of a long pair take a turn of their own
            QTimer.singleShot(MARKS_AFTER_MS, window.workbench, window.workbench.show_marks)
        else:
            window.workbench.show_marks()
        window.keeper.began(opened)
        if read_already:
            self._say(window.status.facts.text())
        window.comparison_ready.emit(opened.comparison)

    def end(self) -> None:
        """No texts are on screen, or to come, that are not compared."""
        self._soon.stop()
        self._slow.stop()
        self._read = self.left_at = None
        self._window.sidebar.show_waiting(False)
        if self.texts is not None:
            self.texts = None
            self._window.workbench.rest(False)
            self._window.status.offer(None)

    def _say(self, text: str) -> None:
        """Tell those who listen; for those who look it stands in the status bar anyway."""
        self._window.announce(text)
        self._window.statusBar().clearMessage()

    def _take_keyboard(self) -> None:
        """Give the keyboard back to the text before the button that has it goes away."""
        window = self._window
        holder = window.focusWidget()
        parts = (window.sidebar.waiting, window.status)
        if holder is not None and any(part.isAncestorOf(holder) for part in parts):
            window.view.panes[window.view.active_side()].setFocus()

    # -- stopped, and back --------------------------------------------------------------------------------

    @Slot()
    def _on_cancelled(self) -> None:
        self._take_keyboard()
        self._window.session.cancel()
        self._stay()

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._window.notice.show_message(message)
        self._window.announce(message)
        self._stay()

    @Slot(object)
    def _on_broke(self, error: BaseException) -> None:
        import traceback

        from desktop_app.ui.app import show_trouble

        show_trouble(self._window, error, "".join(traceback.format_exception(error)))
        self._stay()

    def _stay(self) -> None:
        """No comparison came: what is on screen stays, and bare texts leave the choice to the reader.

        Where they are the sources of the pair, read again, the pair itself comes back."""
        window = self._window
        self._soon.stop()
        self._read = None
        if self.texts is not None and self._again:
            self.go_back()
        elif self.texts is not None:
            back = self.tr("Close") if window.opened is None else self.tr("Back to the pair before")
            window.sidebar.waiting.show_stopped(back)
            window.status.offer(back)
            self._say(self.tr("Not compared"))
        elif window.opened is None:
            self.end()
            window.show_start()

    @Slot()
    def compare(self) -> None:
        """Compare the texts on screen after all."""
        if self.texts is not None:
            self._take_keyboard()
            self._window.sidebar.waiting.show_comparing()
            self._window.status.offer(None)
            self._window.session.compare(self.texts)

    @Slot()
    def go_back(self) -> None:
        """Show the pair before as it was left, or the start page where there was none."""
        window, place = self._window, self.left_at
        if self.texts is None:
            return
        window.session.cancel()
        window.memory.keep_place()
        self._take_keyboard()
        self.end()
        project = window.workbench.project
        if window.opened is None or project is None:
            self._clear()
            return
        window.opened = replace(window.opened, comparison=project.comparison, structure=None)
        window.show_comparison(window.opened, place)
        window.workbench.show_marks()
        window.refresh_title()

    def close_pair(self) -> None:
        """Close the pair, after asking about unsaved work, and show the start page. Texts that are not
        compared yet give way to the pair before."""
        window = self._window
        if self.texts is not None:
            window.status.cancelled.emit()  # whatever is on its way
            self.go_back()
        elif window.opened is not None and window.keeper.may_leave():
            window.session.cancel()
            window.memory.keep_place()
            window.opened = None
            window.workbench.end()
            window.keeper.ended()
            self._clear()

    def _clear(self) -> None:
        """Show nothing but the start page."""
        window = self._window
        window.find_bar.close_bar()
        window.notice.hide()
        window.show_comparison(None)
        window.statusBar().clearMessage()
        window.refresh_title()
        window.show_start()
