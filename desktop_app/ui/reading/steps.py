"""Walking: link by link, change by change, and through what stands on one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.model import Change, Side, Span
from desktop_app.ui.reading.wording import alone_sentence

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView


class Steps(QObject):
    """Goes to the next or previous of something, from where the reader is."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._at: dict[str, tuple[int, object]] = {}

    def forget(self) -> None:
        """Another pair is shown."""
        self._at.clear()

    def link(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) link; without a chosen one, from the reading line on."""
        view = self._view
        if view.structure is None or view.index is None:
            return False
        if view.current_link >= 0:
            number = view.structure.next_link(view.current_link, step)
        else:
            number = self._link_near(step)
        if number < 0:
            view.announced.emit(self.tr("No further link") if step > 0 else self.tr("No link before this"))
            return False
        view.moving.go_to_link(number)
        return True

    def _link_near(self, step: int) -> int:
        view, structure = self._view, self._view.structure
        if structure is None:
            return -1
        tops = view.panes[Side.LEFT].tops
        at_top = view.ruler.state.left <= 0 and view.ruler.state.right <= 0
        line = 0.0 if at_top else view.ruler.state.left + view.ruler.line
        walk = [(tops[min(structure.links[n].left)], n) for n in structure.walk]
        if step > 0:
            return next((n for top, n in walk if top >= line - 1), -1)
        return next((n for top, n in reversed(walk) if top < line), -1)

    def only_here(self, step: int) -> bool:
        """Go to the next or previous passage that stands on one side only."""
        view = self._view
        if view.comparison is None or view.index is None:
            return False
        passages = [(side, passage) for side in Side for passage in view.comparison.only(side)]
        if not passages and view.structure is not None:
            passages = [(side, Span(run.first, 0, 0)) for side in Side for run in view.structure.only[side]]  # type: ignore[misc]
        found = self._next("only", [(self._ruler_of(*place), place) for place in passages], step)
        if found is None:
            view.announced.emit(self.tr("Nothing stands on one side only"))
            return False
        self.show_alone(*found)
        return True

    def show_alone(self, side: Side, span: Span) -> None:
        """Go to a passage that stands on one side only."""
        view = self._view
        if view.comparison is None:
            return
        view.moving.show_place(side, span)
        view.panes[side].select(span)
        view.panes[side].setFocus()
        number = view.structure.link_of(side, span.paragraph) if view.structure is not None else -1
        view.marking.choose(number)
        view.marking.flash([(side, span)])
        view.announced.emit(alone_sentence(view.comparison, side, span.paragraph, part=number >= 0))

    def show_change(self, change: Change) -> None:
        """Level both sides of a change and mark its words."""
        view = self._view
        number = (
            view.structure.link_of(Side.LEFT, change.left.paragraph) if view.structure is not None else -1
        )
        view.marking.choose(number)
        view.go_to_places([(Side.LEFT, change.left), (Side.RIGHT, change.right)])
        view.set_marks("change", [(Side.LEFT, change.left, "change"), (Side.RIGHT, change.right, "change")])
        view.announced.emit(change.note or f"{change.left.text} → {change.right.text}")

    def _ruler_of(self, side: Side, span: Span) -> float:
        pane = self._view.panes[side]
        top = pane.tops[span.paragraph] if span.paragraph < len(pane.tops) else 0.0
        return self._view.ruler.map.ruler_at(side, top, 0.0) + span.start * 1e-4

    def _next(self, kind: str, places: list, step: int):  # type: ignore[no-untyped-def, type-arg]
        """Return the place after the one last visited, or after the reading line when nothing was."""
        if not places:
            return None
        ordered = [place for _, place in sorted(places, key=lambda item: item[0])]
        at, last = self._at.get(kind, (-1, None))
        if last is not None and at < len(ordered) and ordered[at] == last:
            at = (at + step) % len(ordered)
        else:
            here = self._view.ruler.state.t
            keys = sorted(key for key, _ in places)
            after = next((n for n, key in enumerate(keys) if key > here + 1.0), 0)
            at = after if step > 0 else (after - 1) % len(ordered)
        self._at[kind] = (at, ordered[at])
        return ordered[at]
