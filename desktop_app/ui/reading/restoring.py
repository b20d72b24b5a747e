"""Going back to a remembered place, in whatever layout there is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.ui.reading.place import Place, Tops, position_of
from desktop_app.ui.reading.shared_scroll import State

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView


def restore(view: ReadingView, place: Place) -> None:
    """Set the scroll state of a view: to the pixel within the layout the place is from, else by its words."""
    scroll = view.ruler
    together = scroll.state.together
    if place.layout == view.layout_number:
        scroll.state = replace(place.state, together=together)
        return
    if place.edge == "start":
        scroll.scroll_to(0.0)
        return
    if place.edge == "end":
        scroll.scroll_to(scroll.map.total)
        return
    if place.level is not None:
        put_level(view, place.level)
        return
    anchor, other = place.anchor(place.lead), place.anchor(place.lead.other)
    pane, beside = view.panes[place.lead], view.panes[place.lead.other]
    if anchor is None or anchor.paragraph >= len(pane.tops):
        return
    wanted = position_of(pane, anchor, scroll.line)
    t = scroll.state.t
    if other is not None and other.paragraph < len(beside.tops):
        there = position_of(beside, other, scroll.line)
        t = scroll.map.ruler_at(place.lead.other, there + scroll.line, t)
    scroll.state = State(t=t, shift=place.state.shift if place.layout >= 0 else 0.0, together=True)
    scroll.moved_to(place.lead, min(max(wanted, 0.0), scroll.reach[place.lead]))
    if not together:
        scroll.state = replace(scroll.state, together=False)
        if other is not None:
            there = position_of(beside, other, scroll.line)
            scroll.scroll_one(place.lead.other, there - scroll.state.on(place.lead.other))


def put_level(view: ReadingView, level: Tops) -> None:
    """Put a word of the left and one of the right level; an offset of 0 stands for the whole paragraph."""
    tops, bottoms = [], []
    for pane, (paragraph, offset) in zip(view.panes.values(), level, strict=True):
        rect = pane.paragraph_rect(paragraph)
        tops.append(rect.top() if offset == 0 else pane.caret_rect(paragraph, offset).top())
        bottoms.append(rect.bottom())
    view.ruler.level(*tops, *bottoms)
