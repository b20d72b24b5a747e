"""Layout, size, theme, and which parts are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton

from desktop_app.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.reading import ReadingPopover
    from desktop_app.ui.main_window import MainWindow


class LookCommands(CommandGroup):
    """What the View menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._popover: ReadingPopover | None = None
        window.side_panel.keyboard_left.connect(self.back_to_text)
        window.notice.keyboard_left.connect(self.back_to_text)

    @Slot()
    def layout_flow(self) -> None:
        self._set_layout("flow")

    @Slot()
    def layout_rows(self) -> None:
        self._set_layout("rows")

    def _set_layout(self, name: str) -> None:
        self._window.settings.layout = name
        self._view.set_layout_name(name)
        self._window.commands.refresh()

    @Slot(bool)
    def toggle_sync(self, together: bool) -> None:
        self._window.settings.scroll_together = together
        self._view.moving.set_sync(together)

    @Slot(bool)
    def toggle_reading_line(self, shown: bool) -> None:
        self._window.settings.reading_line = shown
        self._view.set_reading_line(shown)

    @Slot(bool)
    def toggle_sidebar(self, shown: bool) -> None:
        self._view.keep_place()
        self._window.side_panel.set_shown(shown)
        if shown and self._window.side_panel.overlay:
            self._window.sidebar.take_keyboard()

    @Slot()
    def back_to_text(self) -> None:
        """Give the keyboard to the pane that had it last."""
        self._view.panes[self._view.active_side()].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def toggle_strip(self, shown: bool) -> None:
        self._view.keep_place()
        self._window.settings.strip_visible = shown
        self._view.strip.setVisible(shown)

    @Slot()
    def zoom_in(self) -> None:
        self._window.memory.zoom(1)

    @Slot()
    def zoom_out(self) -> None:
        self._window.memory.zoom(-1)

    @Slot()
    def zoom_reset(self) -> None:
        self._window.memory.zoom(0)

    @Slot()
    def theme_system(self) -> None:
        self._set_theme("system")

    @Slot()
    def theme_light(self) -> None:
        self._set_theme("light")

    @Slot()
    def theme_dark(self) -> None:
        self._set_theme("dark")

    @Slot(bool)
    def more_contrast(self, wanted: bool) -> None:
        self._view.keep_place()
        self._window.settings.contrast = "more" if wanted else "usual"
        self._window.themes.set_contrast(self._window.settings.contrast)

    def _set_theme(self, choice: str) -> None:
        self._view.keep_place()
        self._window.settings.theme = choice
        self._window.themes.set_choice(choice)
        self._window.commands.refresh()

    @Slot()
    def reading_look(self) -> None:
        """Show font, size, line height and column width in a popover."""
        if self._popover is None:
            from desktop_app.ui.dialogs.reading import ReadingPopover

            self._popover = ReadingPopover(self._window.settings, self._window.themes, self._window)
            self._popover.reading_changed.connect(self._window.memory.apply_reading)
        self._popover.open_below(
            self._window.tools.findChild(QToolButton, "zoomInButton") or self._window.tools
        )

    @Slot()
    def preferences(self) -> None:
        """Show the preferences."""
        from desktop_app.ui.dialogs.preferences import PreferencesDialog
        from desktop_app.ui.engine_choice import choices

        dialog = PreferencesDialog(self._window.settings, self._window.themes, choices(), self._window)
        dialog.view_changed.connect(self._take_preferences)
        dialog.engine_changed.connect(self._take_engine)
        dialog.open_once()

    @Slot()
    def _take_preferences(self) -> None:
        self._view.set_reading_line(self._window.settings.reading_line)
        self._window.commands.refresh()

    @Slot()
    def _take_engine(self) -> None:
        settings = self._window.settings
        self._window.session.engines.use(settings.engine, settings.engine_model)
        self._window.announce(self.tr("The next comparison finds names that way."))
