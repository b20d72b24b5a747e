"""A row of chips of which one is chosen, and the layout that breaks it into lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from desktop_app.ui.fonts import interface_font
from desktop_app.ui.wording import as_written

Chip = tuple[str, str]
"""Key and label."""


class FlowLayout(QLayout):
    """Lays widgets in lines, as words are laid in a paragraph (after Qt's own flow layout example)."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        left, top, height = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if left > rect.x() and left + size.width() > rect.right() + 1:
                left = rect.x()
                top += height + self.spacing()
                height = 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return top + height - rect.y()


class ChipRow(QWidget):
    """Chips of which exactly one is chosen; arrows move between them, Tab leaves them.

    ``chosen`` carries the key.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._layout = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> str:
        """The key of the chosen chip, empty when there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    @property
    def buttons(self) -> list[QToolButton]:
        """The chips in their order."""
        return list(self._buttons.values())

    def set_chips(self, chips: Sequence[Chip]) -> bool:
        """Show these chips; the choice stays where it can, else the first is chosen. False: no change."""
        if list(chips) == self._chips:
            return False
        keep = self.current
        self._chips = list(chips)
        wanted = {key for key, _ in chips}
        for key in [key for key in self._buttons if key not in wanted]:
            button = self._buttons.pop(key)
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        for key, label in chips:
            button = self._buttons.get(key) or self._new(key)
            button.setText(as_written(label))
            button.setAccessibleName(label)
        for key, _ in chips:  # keep the wanted order
            self._layout.removeWidget(self._buttons[key])
            self._layout.addWidget(self._buttons[key])
        self._buttons = {key: self._buttons[key] for key, _ in chips}
        if self._buttons:
            self.choose(keep if keep in self._buttons else next(iter(self._buttons)))
        self.setVisible(len(self._buttons) > 1)
        self.updateGeometry()
        return True

    def choose(self, key: str) -> None:
        """Choose a chip without a signal."""
        button = self._buttons.get(key)
        if button is None:
            return
        button.setChecked(True)
        for each in self._buttons.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is button else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from chip to chip in their order; Qt would go by what lies nearest on screen."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._buttons:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            return super().eventFilter(watched, event)
        keys = list(self._buttons)
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self.choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(key)
        return True

    def _new(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "chip")
        button.setProperty("chip", key)
        button.setCheckable(True)
        button.setFont(interface_font(-2))
        button.installEventFilter(self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _clicked(self, button: QToolButton) -> None:
        key = str(button.property("chip"))
        self.choose(key)
        self.chosen.emit(key)
