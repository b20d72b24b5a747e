"""What the window remembers from one time to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.ui.editing.keeper import reading_place
from desktop_app.ui.reading.place import Place, from_text, to_text
from desktop_app.ui.session import Opened

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

ZOOM_STEP = 1.1
SMALLEST_FONT, LARGEST_FONT, USUAL_FONT = 8.0, 48.0, 12.0


class Memory(QObject):
    """Restores and stores geometry, reading look, layout, theme, recent pairs and where they were left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        self._wheel = 0
        self._apply_soon = QTimer(self)
        self._apply_soon.setSingleShot(True)
        self._apply_soon.setInterval(0)
        self._apply_soon.timeout.connect(self.apply_reading)
        window.view.zoom_wanted.connect(self._zoom_by_wheel)

    def restore(self) -> None:
        """Put the window as it was."""
        window, settings = self._window, self._settings
        window.view.set_layout_name(settings.layout)
        window.view.moving.set_sync(settings.scroll_together)
        window.view.set_reading_line(settings.reading_line)
        window.view.strip.setVisible(settings.strip_visible)
        self.apply_reading()

    @Slot()
    def apply_reading(self) -> None:
        """Hand font, line height and column width to the panes."""
        settings = self._settings
        self._window.view.set_reading(
            settings.font_family, settings.font_size, settings.line_height, settings.column_width
        )

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller by steps of a tenth; 0 goes back to the usual size."""
        size = self._settings.font_size * ZOOM_STEP**steps if steps else USUAL_FONT
        self._settings.font_size = min(LARGEST_FONT, max(SMALLEST_FONT, round(size * 4) / 4))
        self._apply_soon.start()

    @Slot(int)
    def _zoom_by_wheel(self, angle: int) -> None:
        self._wheel += angle
        steps = int(self._wheel / 120)
        if steps:
            self._wheel -= steps * 120
            self.zoom(steps)

    def keep_place(self) -> None:
        """Remember where what is on screen is left."""
        opened, view = self._window.shown, self._window.view
        if opened is not None and opened.lasting and view.index is not None:
            self._settings.keep_place(opened.left, opened.right, to_text(view.moving.here()))

    def place_for(self, opened: Opened | None) -> Place | None:
        """Return where a pair was left the last time, and put it on top of the recent ones."""
        if opened is not None and opened.project is not None:
            return reading_place(opened.project.place)
        if opened is None or not opened.lasting:
            return None
        self._settings.add_recent_pair(opened.left, opened.right)
        return self.remembered(opened)

    def remembered(self, opened: Opened) -> Place | None:
        """Return where two texts were left the last time."""
        return from_text(self._settings.place_of(opened.left, opened.right)) if opened.lasting else None

    def save(self) -> None:
        """Store what should last."""
        self.keep_place()
        self._settings.geometry = self._window.saveGeometry()
        self._settings.sync()
