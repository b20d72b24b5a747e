"""Small cards that lie over the panes: the text of a partner out of sight, and how far a pane is shifted.

They move nothing: no card takes room from the text or the pointer from the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.model import Side
from desktop_app.ui.bidi import runs_to_the_left
from desktop_app.ui.fonts import interface_font, quoted_font
from desktop_app.ui.reading.wording import numbers_text, side_name
from desktop_app.ui.wording import shortened

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView

PEEK_DELAY = 350
LONGEST_PEEK = 700
"""Characters of a partner that a card shows."""

MARGIN = 12


class PeekCard(QFrame):
    """Shows a paragraph group that is out of sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("peekCard")
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setProperty("role", "muted")
        self.head.setFont(interface_font(-2))
        self.text = QLabel(self)
        self.text.setFont(quoted_font(0))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(3)
        column.addWidget(self.head)
        column.addWidget(self.text)
        self.hide()

    def show_text(self, head: str, text: str) -> None:
        """Show words; the caller places the card."""
        self.head.setText(head)
        self.text.setAlignment(_edge(text) | Qt.AlignmentFlag.AlignTop)
        self.text.setText(shortened(text, LONGEST_PEEK))
        self.setAccessibleName(f"{head}. {text}")


def _edge(text: str) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if runs_to_the_left(text) else Qt.AlignmentFlag.AlignLeft


class Badge(QFrame):
    """A line at the foot of the panes that says what is out of the ordinary, with what to do about it."""

    first_wanted = Signal()
    second_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "popover")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setFont(interface_font(-1))
        self.first = self._button()
        self.second = self._button()
        self.first.clicked.connect(self.first_wanted)
        self.second.clicked.connect(self.second_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(4)
        row.addWidget(self.label)
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.hide()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "tool")
        button.setFont(interface_font(-1, bold=True))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def say(self, text: str, first: str = "", second: str = "") -> None:
        """Show words and up to two buttons."""
        self.label.setText(text)
        self.setAccessibleName(text)
        for button, words in ((self.first, first), (self.second, second)):
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(bool(words))
        self.adjustSize()
        self.show()
        self.raise_()


class Overlays(QObject):
    """Shows and places the cards of a reading view."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self.peek = PeekCard(view)
        self.shift = Badge("shiftBadge", view)
        self.hold = Badge("holdBadge", view)
        self._kept = False
        self._pointed: tuple[Side, int] | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PEEK_DELAY)
        self._delay.timeout.connect(self.show_peek)
        for pane in view.panes.values():
            pane.pointed_at.connect(self._point)
        view.place_changed.connect(self._on_place)
        view.moving.shift_changed.connect(self._on_shift)
        self.shift.first_wanted.connect(self.keep_shift)
        self.shift.second_wanted.connect(view.moving.drop_shift)
        self.hold.first_wanted.connect(view.moving.escape)

    # -- peek ---------------------------------------------------------------------------------------------

    @Slot(object, int, int)
    def _point(self, side: Side, paragraph: int, offset: int) -> None:  # noqa: ARG002
        place = (side, paragraph) if paragraph >= 0 else None
        if place == self._pointed:
            return
        self._pointed = place
        self.peek.hide()
        if place is None:
            self._delay.stop()
        else:
            self._delay.start()

    @Slot()
    def show_peek(self) -> None:
        """Show the partner of the paragraph pointed at, when no line of it is in sight."""
        view = self._view
        if self._pointed is None or view.structure is None or view.comparison is None or view.index is None:
            return
        side, paragraph = self._pointed
        number = view.structure.link_of(side, paragraph)
        if number < 0:
            return
        other = side.other
        pane = view.panes[other]
        partners = sorted(view.structure.links[number].on(other))
        value, height = pane.verticalScrollBar().value(), pane.viewport().height()
        top, bottom = pane.tops[partners[0]] - value, pane.bottoms[partners[-1]] - value
        if bottom > 8 and top < height - 8:
            return
        above = bottom <= 8
        numbers = numbers_text(view.comparison, other, partners)
        arrow = "↑" if above else "↓"
        texts = [view.comparison.article(other).paragraphs[p].text.strip() for p in partners]
        self.peek.show_text(
            self.tr("{side} {numbers} {arrow}").format(
                side=side_name(other).capitalize(), numbers=numbers, arrow=arrow
            ),
            "\n".join(texts),
        )
        self.peek.setFixedWidth(max(180, min(pane.width() - 2 * MARGIN, 460)))
        self.peek.adjustSize()
        x = pane.x() + (pane.width() - self.peek.width()) // 2
        y = pane.y() + MARGIN if above else pane.y() + pane.height() - self.peek.height() - MARGIN
        self.peek.move(x, y)
        self.peek.show()
        self.peek.raise_()

    # -- badges -------------------------------------------------------------------------------------------

    @Slot(float)
    def _on_shift(self, shift: float) -> None:
        if not shift:
            self.shift.hide()
            self._kept = False
            return
        if self._kept:
            return
        pane = self._view.panes[Side.RIGHT]
        lines = shift / max(1.0, QFontMetricsF(pane.document().defaultFont()).lineSpacing())
        count = f"{abs(lines):.0f}" if abs(lines) >= 0.95 else f"{abs(lines):.1f}"
        if count == "1":
            further = self.tr("Right article 1 line further on")
            behind = self.tr("Right article 1 line behind")
        else:
            further = self.tr("Right article {count} lines further on").format(count=count)
            behind = self.tr("Right article {count} lines behind").format(count=count)
        text = further if shift > 0 else behind
        self.shift.say(text, self.tr("Keep (K)"), self.tr("Come back (Backspace)"))
        self._place_badge(self.shift)

    @Slot()
    def keep_shift(self) -> None:
        """Let the shift stand without a word about it."""
        if self._view.ruler.state.shift:
            self._kept = True
            self.shift.hide()

    @Slot()
    def _on_place(self) -> None:
        self.peek.hide()
        self._delay.stop()
        self._pointed = None
        held = self._view.ruler.state.hold is not None and self._view.moving.can_escape
        if held and self.hold.isHidden():
            self.hold.say(self.tr("A moved pair, read together"), self.tr("Back (Esc)"))
            self._place_badge(self.hold)
        elif not held:
            self.hold.hide()

    def _place_badge(self, badge: Badge) -> None:
        view = self._view
        pane = view.panes[Side.LEFT]
        middle = view.gutter.x() + view.gutter.width() // 2
        x = max(4, min(middle - badge.width() // 2, view.width() - badge.width() - 4))
        badge.move(x, pane.y() + pane.height() - badge.height() - MARGIN)

    def replace_badges(self) -> None:
        """Put the badges where they belong after the view changed its size."""
        for badge in (self.shift, self.hold):
            if not badge.isHidden():
                self._place_badge(badge)
