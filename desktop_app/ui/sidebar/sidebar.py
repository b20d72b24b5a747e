"""The sidebar: tabs of what was found, and the card of the chosen link."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.model import Comparison
from desktop_app.ui import wording
from desktop_app.ui.compare_card import CompareCard
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar.change_view import ChangeView
from desktop_app.ui.sidebar.entity_view import EntityView
from desktop_app.ui.sidebar.link_view import LinkView
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.quotation_view import QuotationView
from desktop_app.ui.sidebar.waiting import WaitingPage
from desktop_app.ui.theme import Theme, ThemeManager

MOST_FOR_CARD = 0.36
"""Share of the sidebar's height that the card of the chosen link takes at most by itself."""

LEAST_FOR_CARD = 96
"""Pixels that the card may take all the same, for two lines of the wording."""


BRIEF_FROM = 1000
"""From here on a number behind a tab's name may be told in thousands."""


class Numbers(Enum):
    """How the numbers behind the names of tabs are shown."""

    FULL = "full"
    BRIEF = "brief"
    NONE = "none"


class CountedTabs(QTabBar):
    """Tabs with a number behind each name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._names: list[str] = []
        self._counts: list[int] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)

    def add(self, name: str) -> int:
        """Add a tab and return its place."""
        self._names.append(name)
        self._counts.append(0)
        return self.addTab(name)

    def set_count(self, place: int, count: int) -> None:
        """Show a number behind a tab's name."""
        self._counts[place] = count
        self.setTabText(place, self._names[place] + (f" {wording.number(count)}" if count else ""))
        self.setAccessibleTabName(place, self.tabText(place))
        self._tell_cut()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab: that of its words, less where all of them do not fit."""
        wanted = self._wanted_widths(self._style())
        room = self._room()
        share = min(1.0, room / max(1, sum(wanted))) if room > 100 else 1.0
        return QSize(int(wanted[index] * share), QFontMetrics(interface_font(bold=True)).height() + 20)

    def _room(self) -> int:
        around = self.parentWidget()
        return around.width() if around is not None else 0

    def _style(self) -> Numbers:
        """Tell how numbers are shown, so that names stay whole: as they are, large ones in thousands, not."""
        room = self._room()
        fitting = (style for style in Numbers if sum(self._wanted_widths(style)) <= room)
        return Numbers.FULL if room <= 100 else next(fitting, Numbers.NONE)

    def _number(self, place: int, style: Numbers) -> str:
        count = self._counts[place]
        if style is Numbers.BRIEF and count >= BRIEF_FROM:
            return self.tr("{0}k").format(wording.number(count // BRIEF_FROM))
        return wording.number(count) if count and style is not Numbers.NONE else ""

    def _wanted_widths(self, style: Numbers) -> list[int]:
        return [self._wanted_width(place, style) for place in range(len(self._names))]

    def _wanted_width(self, place: int, style: Numbers = Numbers.FULL) -> int:
        bold = QFontMetrics(interface_font(bold=True))
        number = self._number(place, style)
        return bold.horizontalAdvance(self._names[place] + (f" {number}" if number else "")) + 18

    def _tell_cut(self) -> None:
        """Tell a pointer that rests on a tab what its number is where that is not shown in full."""
        style = self._style()
        for place in range(len(self._names)):
            whole = self._number(place, style) == self._number(place, Numbers.FULL)
            self.setTabToolTip(place, "" if whole else self.tabText(place))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._names:
            self.setTabText(0, self.tabText(0))  # Qt asks for the widths again only when a text changes
            self._tell_cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self._style()
        painter.fillRect(event.rect(), self.theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        for place in range(self.count()):
            room = self.tabRect(place)
            chosen = place == self.currentIndex()
            font = interface_font(bold=chosen)
            metrics = QFontMetrics(font)
            name = self._names[place]
            number = self._number(place, style)
            gap = metrics.horizontalAdvance(" ") if number else 0
            plain = interface_font()
            tail = QFontMetrics(plain).horizontalAdvance(number)
            if metrics.horizontalAdvance(name) + gap + tail > room.width() - 8:
                name = metrics.elidedText(
                    name, Qt.TextElideMode.ElideRight, max(24, room.width() - 8 - gap - tail)
                )
            left = room.left() + (room.width() - metrics.horizontalAdvance(name) - gap - tail) // 2
            base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) // 2
            painter.setFont(font)
            ink = "ink" if chosen else "muted"
            painter.setPen(self.theme.color(ink if self.isEnabled() else "disabled"))
            painter.drawText(left, base, name)
            painter.setFont(plain)
            painter.setPen(self.theme.color("faint"))
            painter.drawText(left + metrics.horizontalAdvance(name) + gap, base, number)
            if chosen and self.isEnabled():
                role = "focus" if self.hasFocus() else "ink"
                painter.fillRect(room.left(), self.height() - 2, room.width(), 2, self.theme.color(role))
                if self.hasFocus():
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    painter.setPen(QPen(self.theme.color("focus"), 1.5))
                    painter.drawRoundedRect(room.adjusted(2, 3, -2, -5), 5, 5)
        painter.end()


class Sidebar(QWidget):
    """Tabs above, the card of the chosen link below.

    ``link_activated`` carries a link's number, ``places_activated`` places to show level as
    [(Side, Span), ...], ``entity_selected`` an `EntityRow` or None, ``mention_activated`` a (Side, Mention),
    ``correction_requested`` a step's name and its `Correction`s, ``mark_requested`` a `Change` and a `Mark`.
    """

    link_activated = Signal(int)
    places_activated = Signal(object)
    entity_selected = Signal(object)
    mention_activated = Signal(object)
    correction_requested = Signal(str, object)
    mark_requested = Signal(object, str)

    def __init__(
        self, themes: ThemeManager, settings: Settings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Sidebar"))
        self._settings = settings if settings is not None else Settings()
        self._comparison: Comparison | None = None
        self.tabs = CountedTabs(themes.current, self)
        self.tabs.setObjectName("sidebarTabs")
        self.tabs.setAccessibleName(self.tr("What was found"))
        self._pages = QStackedWidget(self)
        self._panels: list[Panel] = []
        self.entity_view = EntityView(themes, self._settings, self)
        self.quotation_view = QuotationView(themes, self)
        self.change_view = ChangeView(themes, self)
        self.link_view = LinkView(themes, self)
        self._add(self.tr("Entities"), self.entity_view)
        self._add(self.tr("Quotes"), self.quotation_view)
        self._add(self.tr("Changes"), self.change_view)
        self._add(self.tr("Links"), self.link_view)
        self.compare_card = CompareCard(themes, self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self.compare_card)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._card_dragged)
        self.waiting = WaitingPage(self)
        self.waiting.hide()
        self._card_set_by_hand = False
        self._fitting = QTimer(self)  # once all parts have their new size
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_card)
        self._theme = themes.current
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.waiting, 1)
        self.setMinimumWidth(260)
        self._connect()
        themes.changed.connect(self._recolour)
        self.show_tab(self._settings.sidebar_tab)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.entity_view.entity_selected.connect(self.entity_selected)
        self.entity_view.mention_activated.connect(self.mention_activated)
        self.entity_view.correction_requested.connect(self.correction_requested)
        self.quotation_view.correction_requested.connect(self.correction_requested)
        self.change_view.mark_requested.connect(self.mark_requested)
        self.quotation_view.places_activated.connect(self.places_activated)
        self.change_view.places_activated.connect(self.places_activated)
        self.link_view.link_activated.connect(self.link_activated)

    def sizeHint(self) -> QSize:
        return QSize(self._settings.sidebar_width, 600)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show what was found in another pair, or nothing."""
        self._comparison = comparison
        for panel in self._panels:
            panel.set_comparison(comparison)
        self.compare_card.set_link(None, -1)

    def show_waiting(self, waiting: bool) -> None:
        """Show how comparing goes on instead of what was found."""
        self.tabs.setEnabled(not waiting)
        self._splitter.setVisible(not waiting)
        self.waiting.setVisible(waiting)

    def set_current_link(self, index: int) -> None:
        """Show a link in the card and choose its row; -1 for none."""
        self.compare_card.set_link(self._comparison, index)
        self.link_view.show_link(index)
        self._fitting.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            # Beside the text a splitter draws the edge; over the text the sidebar has to.
            edge = 0 if isinstance(self.parentWidget(), QSplitter) else 1
            self._column.setContentsMargins(edge, 6, 0, 0)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("window"))
        if self._column.contentsMargins().left():
            painter.fillRect(0, 0, 1, self.height(), self._theme.color("field_line"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_card(self) -> None:
        """Give the card the height it needs, up to a share of the sidebar, unless the reader set it."""
        if self._card_set_by_hand or self.compare_card.isHidden():
            return
        total = self._splitter.height()
        room = total - self._pages.minimumSizeHint().height() - 1
        most = max(min(round(total * MOST_FOR_CARD), room), LEAST_FOR_CARD)
        height = self.compare_card.wanted_height(self.width(), most)
        self.compare_card.setMinimumHeight(min(LEAST_FOR_CARD, height))
        self._splitter.setSizes([max(1, total - height - 1), height])

    def _card_dragged(self) -> None:
        self._card_set_by_hand = True

    def show_tab(self, name: str) -> None:
        """Show a tab by its object name (``"quotationView"``); an unknown name changes nothing."""
        for place, panel in enumerate(self._panels):
            if panel.objectName() == name:
                self.tabs.setCurrentIndex(place)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list that is shown; its arrows walk the rows."""
        self._panels[self._pages.currentIndex()].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, panel: Panel) -> None:
        place = self.tabs.add(name)
        self._pages.addWidget(panel)
        self._panels.append(panel)
        panel.setAccessibleName(name)
        panel.count_changed.connect(self._count_changed)
        assert place == len(self._panels) - 1  # noqa: S101 - tabs and pages go together

    def _count_changed(self, count: int) -> None:
        sender = self.sender()
        for place, panel in enumerate(self._panels):
            if panel is sender:
                self.tabs.set_count(place, count)

    def _tab_changed(self, place: int) -> None:
        holder = QApplication.focusWidget()
        inside = holder is not None and self._pages.isAncestorOf(holder)
        self._pages.setCurrentIndex(place)
        if inside:  # Qt would hand the keyboard on to whatever comes next in the window
            self.take_keyboard()
        self._settings.sidebar_tab = self._panels[place].objectName()

    def _recolour(self, theme: Theme) -> None:
        self._theme = theme
        self.update()
        self.tabs.theme = theme
        self.tabs.update()
