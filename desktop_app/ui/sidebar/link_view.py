"""The tab of links: how sure each is, who made it, what it rests on, and what nearly was linked instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.model import Article, Comparison, Kind, Link, Origin, Pair
from desktop_app.ui import wording
from desktop_app.ui.bidi import isolated
from desktop_app.ui.letters import give_letters
from desktop_app.ui.marked_text import Piece
from desktop_app.ui.sidebar.chips import Chip
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.rows import Card, Later, Prose, Row
from desktop_app.ui.theme import ThemeManager
from desktop_app.ui.wording import translate

MOVED, MERGED, CHECKED, WEAK = "moved", "merged", "checked", "weak"

WEAK_SCORE = 0.5
"""Probability below which a link is worth a second look."""

_TOLD = 4
"""Moved paragraphs named in the order sentence; more are counted."""


def order_sentence(comparison: Comparison) -> str:
    """Say in one sentence in which order the right tells the left's paragraphs."""
    links = comparison.alignment.links
    told = [link for link in links if not _is_headline(comparison.left, link)]
    if not links:
        return translate("LinkView", "No paragraph of one article was found in the other.")
    moved = [link for link in told if link.moved]
    if not moved:
        return translate("LinkView", "Both tell the story in the same order.")
    by_right = sorted(told, key=lambda link: min(link.right))
    parts = [
        translate("LinkView", "paragraph {number} {place}").format(
            number=wording.paragraphs_spoken(comparison.left, link.left),
            place=_place_name(by_right.index(link) + 1, len(by_right)),
        )
        for link in moved[:_TOLD]
    ]
    if len(moved) > _TOLD:
        parts.append(
            translate("LinkView", "and {count} more in another order").format(count=len(moved) - _TOLD)
        )
    return translate("LinkView", "The right tells {list}.").format(list=", ".join(parts))


def _is_headline(article: Article, link: Link) -> bool:
    return all(article.paragraphs[index].kind is Kind.HEADLINE for index in link.left)


def _place_name(place: int, total: int) -> str:
    if place == total:
        return translate("LinkView", "last")
    names = (
        translate("LinkView", "first"),
        translate("LinkView", "second"),
        translate("LinkView", "third"),
        translate("LinkView", "fourth"),
        translate("LinkView", "fifth"),
        translate("LinkView", "sixth"),
        translate("LinkView", "seventh"),
        translate("LinkView", "eighth"),
        translate("LinkView", "ninth"),
        translate("LinkView", "tenth"),
    )
    if place <= len(names):
        return names[place - 1]
    return translate("LinkView", "as number {0}").format(place)


def _fits(link: Link, chip: str) -> bool:
    if chip == MOVED:
        return link.moved
    if chip == MERGED:
        return len(link.left) > 1 or len(link.right) > 1
    if chip == CHECKED:
        return link.origin is not Origin.AUTOMATIC
    return link.score < WEAK_SCORE if chip == WEAK else True


class LinkView(Panel):
    """Links in reading order of the left.

    ``link_activated`` carries a link's number; ``link_chosen_instead`` a (link number, `Pair`) that the
    reader prefers to the link. Actions added to ``list`` appear in its context menu.
    """

    link_activated = Signal(int)
    link_chosen_instead = Signal(int, object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("linkView", themes, parent)
        self._open: int | None = None
        self.filter.setPlaceholderText(self.tr("Filter links…"))
        self.filter.setAccessibleName(self.tr("Filter links"))
        self.list.setAccessibleName(self.tr("Links"))
        self.chips.setAccessibleName(self.tr("Which links"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    # -- Panel --------------------------------------------------------------------------------------------

    def count(self) -> int:
        return len(self.comparison.alignment.links) if self.comparison else 0

    def forget(self) -> None:
        if self._open is not None and self._open >= self.count():
            self._open = None

    def chip_list(self, comparison: Comparison) -> Sequence[Chip]:
        links = comparison.alignment.links
        chips = [("", wording.counted(self.tr("All"), len(links)))]
        for key, label in (
            (MOVED, self.tr("Moved")),
            (MERGED, self.tr("Merged or split")),
            (CHECKED, self.tr("Checked by hand")),
            (WEAK, self.tr("Weak")),
        ):
            found = sum(_fits(link, key) for link in links)
            if found:
                chips.append((key, wording.counted(label, found)))
        return chips

    def row_list(self, comparison: Comparison, query: str, chip: str) -> Sequence[Row]:
        links = comparison.alignment.links
        numbers: Sequence[int] = range(len(links))
        if query:
            numbers = matching(query, [self._searched(comparison, link) for link in links])
        wanted = [number for number in numbers if _fits(links[number], chip)]
        rows: list[Row] = [
            Later(key=number, make=partial(self._card, comparison, number)) for number in wanted
        ]
        if rows and not query and not chip:
            text = order_sentence(comparison)
            rows.insert(0, Prose(spoken=text, text=text))
        return rows

    def empty_text(self, filtered: bool) -> str:
        if filtered:
            return self.tr("No link fits. Clear the filter to see all.")
        if self.comparison is not None:
            return self.tr("No paragraph of one article was found in the other. You can link two by hand.")
        return self.tr("Paragraphs that correspond will be listed here.")

    def row_chosen(self, key: Any) -> None:
        self.show_link(int(key))
        self.link_activated.emit(int(key))

    def listed(self) -> None:
        """Choose here too the link that was chosen while the tab was hidden."""
        self.list.set_current_key(self._open)

    # -- own ----------------------------------------------------------------------------------------------

    def show_link(self, number: int) -> None:
        """Choose a link's row and unfold it, without a signal; -1 chooses none."""
        before, self._open = self._open, number if number >= 0 else None
        self.list.set_current_key(self._open)
        if self.comparison is None or before == self._open:
            return
        self.list.replace_keys((before, self._open), partial(self._card, self.comparison))

    def _searched(self, comparison: Comparison, link: Link) -> str:
        texts = [comparison.left.paragraphs[index].text for index in link.left]
        texts += [comparison.right.paragraphs[index].text for index in link.right]
        return " ".join((wording.pair_label(comparison, link.left, link.right), *link.shared, *texts))

    def _card(self, comparison: Comparison, number: int) -> Card:
        link = comparison.alignment.links[number]
        unfolded = number == self._open
        score = wording.score(link.score)
        origin = {
            Origin.AUTOMATIC: self.tr("automatic"),
            Origin.CONFIRMED: self.tr("✓ confirmed"),
            Origin.MANUAL: self.tr("by hand"),
        }[link.origin]
        if link.moved:
            origin = self.tr("⤨ moved") + (f" · {origin}" if link.origin is not Origin.AUTOMATIC else "")
        tone = "violet" if link.moved else "amber" if link.score < WEAK_SCORE else "plain"
        if tone == "amber":
            origin = self.tr("weak") + f" · {origin}"
        opening = _opening(comparison.left, link.left)
        pieces: list[Piece] = [Piece(opening)]
        shared = isolated(", ".join(link.shared if unfolded else link.shared[:3]))
        lines = [
            self.tr("shared: {words}").format(words=shared) if shared else self.tr("no rare word shared")
        ]
        if unfolded:
            lines += self._more(comparison, link)
        place = f"{wording.pair_label(comparison, link.left, link.right)}   {score}"
        spoken = self.tr("Left {left} linked with right {right}, {origin}, {score}").format(
            left=wording.paragraphs_spoken(comparison.left, link.left),
            right=wording.paragraphs_spoken(comparison.right, link.right),
            origin=origin,
            score=score,
        )
        return Card(
            key=number,
            spoken=spoken,
            description=". ".join((opening, *lines)),
            label=origin,
            tone=tone,
            place=place,
            pieces=tuple(pieces),
            footer="\n".join(lines),
        )

    def _more(self, comparison: Comparison, link: Link) -> list[str]:
        lines = []
        if len(link.pairs) > 1:
            listed = ", ".join(self._pair_text(comparison, pair) for pair in link.pairs)
            lines.append(self.tr("rests on: {pairs}").format(pairs=listed))
        if link.candidates:
            listed = ", ".join(self._pair_text(comparison, pair) for pair in link.candidates)
            lines.append(self.tr("next best: {pairs}").format(pairs=listed))
        else:
            lines.append(self.tr("no other paragraph came near"))
        return lines

    def _pair_text(self, comparison: Comparison, pair: Pair) -> str:
        label = wording.pair_label(comparison, (pair.left,), (pair.right,))
        return f"{label} {wording.score(pair.score)}"

    def _show_menu(self, position: Any) -> None:
        number = self.list.key_under(position)
        if number is None or self.comparison is None:
            return
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.list.actions())
        link = self.comparison.alignment.links[number]
        if link.candidates and self.list.actions():
            menu.addSeparator()
            for pair in link.candidates:
                action = QAction(
                    self.tr("Link {pair} instead").format(pair=self._pair_text(self.comparison, pair)), menu
                )
                action.setData((number, pair))
                menu.addAction(action)
            give_letters(menu)
        menu.triggered.connect(self._menu_chosen)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _menu_chosen(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, tuple) and len(data) == 2 and isinstance(data[1], Pair):
            self.link_chosen_instead.emit(data[0], data[1])


def _opening(article: Article, paragraphs: Sequence[int], length: int = 64) -> str:
    """Return the first words of some paragraphs."""
    text = " ".join(article.paragraphs[index].text for index in paragraphs[:1])
    return wording.shortened(text, length)
