"""The small card for reading: font, size, line height, column width, theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.dialogs.popover import Popover
from desktop_app.ui.fonts import interface_font, reading_families
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import Choice, ThemeManager

HANDLE = 24
"""Pixels that the handle of a slider needs: a style sheet draws it larger than Qt expects."""


class ReadingPopover(Popover):
    """Changes the reading settings while one looks at the text.

    ``reading_changed`` says that the settings of the reading font, size, line height or width changed;
    the theme is switched at once.
    """

    reading_changed = Signal()

    def __init__(self, settings: Settings, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingPopover")
        self.setAccessibleName(self.tr("Reading"))
        self._settings = settings
        self._themes = themes
        self._filling = False
        self.family = QComboBox(self)
        self.family.setObjectName("readingFamily")
        self.family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.family.setMinimumContentsLength(12)
        self.font_size = self._slider("readingSize", 8 * 2, 28 * 2)
        self.line_height = self._slider("readingLineHeight", 90, 180)
        self.column_width = self._slider("readingColumnWidth", 40, 110)
        self._values: dict[QSlider, QLabel] = {}
        grid = self._grid()
        self.reset_button = QPushButton(self.tr("Back to the defaults"), self)
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(340)
        # A slider that is dragged would lay both texts out anew at every pixel.
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(90)
        self._calm.timeout.connect(self.reading_changed)
        self.family.currentIndexChanged.connect(self._family_chosen)
        self.font_size.valueChanged.connect(self._size_moved)
        self.line_height.valueChanged.connect(self._line_height_moved)
        self.column_width.valueChanged.connect(self._column_width_moved)
        self.fill()

    def _grid(self) -> QGridLayout:
        """Return what can be set: a label, the control and, of a slider, its value in words."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        label = QLabel(self.tr("&Font"), self)
        label.setBuddy(self.family)
        self.family.setAccessibleName(self.tr("Font"))
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.family, 0, 1, 1, 2)
        for row, (text, name, slider) in enumerate(
            (
                (self.tr("&Size"), self.tr("Size"), self.font_size),
                (self.tr("&Line height"), self.tr("Line height"), self.line_height),
                (self.tr("&Column width"), self.tr("Column width"), self.column_width),
            ),
            start=1,
        ):
            label = QLabel(text, self)
            label.setBuddy(slider)
            slider.setAccessibleName(name)
            value = QLabel(self)
            value.setProperty("role", "muted")
            value.setMinimumWidth(64)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._values[slider] = value
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
        label = QLabel(self.tr("Theme"), self)
        grid.addWidget(label, 4, 0)
        grid.addWidget(self._theme_switch(), 4, 1, 1, 2)
        return grid

    def open_below(self, widget: QWidget) -> None:
        """Open below a button."""
        self.fill()
        self.show_below(widget, self.font_size)

    def fill(self) -> None:
        """Show what the settings say."""
        self._filling = True
        if self.family.count() == 0:
            for family in reading_families():
                self.family.addItem(family, family)
                self.family.setItemData(self.family.count() - 1, QFont(family), Qt.ItemDataRole.FontRole)
        wanted = self._settings.font_family
        if wanted and self.family.findData(wanted) < 0:
            self.family.addItem(wanted, wanted)
        self.family.setCurrentIndex(max(0, self.family.findData(wanted)))
        self.font_size.setValue(round(self._settings.font_size * 2))
        self.line_height.setValue(self._settings.line_height)
        self.column_width.setValue(self._settings.column_width)
        for choice, button in self._theme_buttons.items():
            button.setChecked(choice is self._themes.choice)
        self._filling = False
        self._show_values()

    def reset(self) -> None:
        """Go back to the defaults of the reading settings."""
        self._settings.reset_reading()
        self.fill()
        self.reading_changed.emit()

    def _slider(self, name: str, low: int, high: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName(name)
        slider.setRange(low, high)
        slider.setPageStep(4)
        slider.setMinimumHeight(HANDLE)
        return slider

    def _theme_switch(self) -> QWidget:
        frame = QFrame(self)
        frame.setProperty("role", "segments")
        frame.setAccessibleName(self.tr("Theme"))
        line = QHBoxLayout(frame)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        group = QButtonGroup(frame)
        self._theme_buttons: dict[Choice, QToolButton] = {}
        for choice, text in (
            (Choice.SYSTEM, self.tr("System")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
        ):
            button = QToolButton(frame)
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("choice", choice.value)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setFont(interface_font(-1))
            group.addButton(button)
            line.addWidget(button, 1)
            self._theme_buttons[choice] = button
        group.buttonClicked.connect(self._theme_chosen)
        return frame

    def _theme_chosen(self, button: QToolButton) -> None:
        choice = str(button.property("choice"))
        self._settings.theme = choice
        self._themes.set_choice(choice)

    def _family_chosen(self) -> None:
        if not self._filling:
            first = self.family.currentIndex() == 0
            self._settings.font_family = "" if first else str(self.family.currentData())
            self._changed()

    def _size_moved(self, value: int) -> None:
        if not self._filling:
            self._settings.font_size = value / 2
            self._changed()

    def _line_height_moved(self, value: int) -> None:
        if not self._filling:
            self._settings.line_height = value
            self._changed()

    def _column_width_moved(self, value: int) -> None:
        if not self._filling:
            self._settings.column_width = value
            self._changed()

    def _changed(self) -> None:
        self._show_values()
        self._calm.start()

    def _show_values(self) -> None:
        locale = self.locale()
        texts: dict[QSlider, str] = {
            self.font_size: self.tr("{0} pt").format(locale.toString(self.font_size.value() / 2, "g", 3)),
            self.line_height: self.tr("{0} %").format(self.line_height.value()),
            self.column_width: self.tr("{0} letters").format(self.column_width.value()),
        }
        for slider, text in texts.items():
            self._values[slider].setText(text)
            slider.setAccessibleDescription(text)
