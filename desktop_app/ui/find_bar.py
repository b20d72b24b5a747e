"""The bar for finding words in both panes at once."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.ui import wording
from desktop_app.ui.find import FindQuery, WrongExpressionError
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.icons import themed_icon
from desktop_app.ui.sidebar.filter_field import add_clear_button
from desktop_app.ui.theme import ThemeManager


class FindBar(QFrame):
    """A field with three switches, the counts of both sides, and the way to the next hit.

    ``query_changed`` carries a `FindQuery`, or None while nothing can be looked for; the owner answers with
    `set_counts`. ``closed`` says that the reader is done.
    """

    query_changed = Signal(object)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in both articles"))
        self.field = QLineEdit(self)
        self.field.setObjectName("findField")
        self.field.setPlaceholderText(self.tr("Find in both articles…"))
        self.field.setAccessibleName(self.tr("Words to find"))
        add_clear_button(self.field, themes)
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(420)
        self.whole_word = self._switch("findWholeWord", self.tr("“ab”"), self.tr("Whole words only"))
        self.match_case = self._switch("findCase", self.tr("Aa"), self.tr("Match capital and small letters"))
        self.expression = self._switch("findExpression", self.tr(".*"), self.tr("Regular expression"))
        self._previous = self._button(
            "findPrevious", "previous", self.tr("Previous hit (Shift+Enter)"), themes
        )
        self._next = self._button("findNext", "next", self.tr("Next hit (Enter)"), themes)
        self._close = self._button("findClose", "close", self.tr("Close the find bar (Esc)"), themes)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setObjectName("findMessage")
        self.message.setProperty("role", "muted")
        self.message.setFont(interface_font(-1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field, 3)
        for button in (self.whole_word, self.match_case, self.expression):
            layout.addWidget(button)
        layout.addSpacing(4)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addSpacing(6)
        layout.addWidget(self.message, 2)
        layout.addWidget(self._close)
        self._counts = ""
        # Marks follow the typing, but not every letter of it.
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(120)
        self._typing.timeout.connect(self._announce)
        self.field.textChanged.connect(self._typed)
        for switch in (self.whole_word, self.match_case, self.expression):
            switch.toggled.connect(self._announce)
        self._next.clicked.connect(self.next_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._close.clicked.connect(self.close_bar)
        self.set_counts(0, 0)
        self.hide()

    @property
    def query(self) -> FindQuery:
        """What the bar says now."""
        return FindQuery(
            self.field.text(),
            whole_word=self.whole_word.isChecked(),
            match_case=self.match_case.isChecked(),
            expression=self.expression.isChecked(),
        )

    def come_before(self, widget: QWidget) -> None:
        """Let Tab lead through the bar to a widget: the bar stands above it."""
        before = widget.previousInFocusChain()
        while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()  # Qt puts nothing behind a widget without keyboard
        own = (self.field, self.whole_word, self.match_case, self.expression)
        chain = (before, *own, self._previous, self._next, self._close)
        for one, next_one in pairwise(chain):
            if one is not None and next_one is not None:
                QWidget.setTabOrder(one, next_one)

    def open_bar(self, text: str = "") -> None:
        """Show the bar, put ``text`` into it when given, and take the keyboard."""
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._announce()

    def close_bar(self) -> None:
        """Hide the bar and let the marks go."""
        self._typing.stop()
        self.hide()
        self.query_changed.emit(None)
        self.closed.emit()

    def set_counts(self, left: int, right: int) -> None:
        """Say how many hits there are on each side."""
        self._counts = ""
        some = left + right > 0
        self._next.setEnabled(some)
        self._previous.setEnabled(some)
        if not self.field.text().strip():
            text = ""
        elif some:
            text = self._counts = self.tr("{left} left · {right} right").format(
                left=wording.number(left), right=wording.number(right)
            )
        else:
            text = self.tr("nothing found")
        self._say(text)

    def set_too_slow(self) -> None:
        """Say that the expression was given up."""
        self.set_counts(0, 0)
        self._say(self.tr("This expression takes too long here. Make it simpler."), wrong=True)

    def set_position(self, place: int, total: int) -> None:
        """Say which hit one stands at, counting from 1 over both sides."""
        text = self.tr("{place} of {total}").format(place=wording.number(place), total=wording.number(total))
        self._say(f"{text}  ·  {self._counts}" if self._counts else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive():
                self._typing.stop()
                self._announce()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._typing.start()

    def _announce(self) -> None:
        query = self.query
        if not query.text.strip():
            self.set_counts(0, 0)
            self.query_changed.emit(None)
            return
        try:
            if query.expression:
                query.compiled()
        except WrongExpressionError as error:
            self.query_changed.emit(None)  # first: who hears it counts what was found
            self.set_counts(0, 0)
            place = "" if error.place is None else self.tr(" (character {0})").format(error.place)
            self._say(
                self.tr("Not a regular expression: {reason}{place}.").format(
                    reason=error.reason, place=place
                ),
                wrong=True,
            )
            return
        self._say("")
        self.query_changed.emit(query)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.message.setText(text)
        self.message.setToolTip(text if wrong else "")
        self.field.setAccessibleDescription(text)
        for widget, name, value in (
            (self.message, "role", "error" if wrong else "muted"),
            (self.field, "wrong", "true" if wrong else "false"),
        ):
            if widget.property(name) != value:
                widget.setProperty(name, value)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def _switch(self, name: str, label: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(label)
        button.setCheckable(True)
        button.setProperty("role", "tool")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _button(self, name: str, icon: str, tip: str, themes: ThemeManager) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "tool")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        themed_icon(button, icon, themes)
        return button
