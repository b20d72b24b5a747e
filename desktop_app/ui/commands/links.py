"""What the Link menu and undo do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from desktop_app.model import Alignment, Pair, Side
from desktop_app.project import links
from desktop_app.ui import wording
from desktop_app.ui.commands.group import CommandGroup
from desktop_app.ui.editing.dragging import LinkDragging
from desktop_app.ui.editing.relinking import Relinking

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class LinkCommands(CommandGroup):
    """Links by keys and menu. Paragraphs are those at the carets, or those selected."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._relinking = Relinking(window)
        self.dragging = LinkDragging(window.view)
        self.dragging.linked.connect(self.link_pair)
        self.dragging.extended.connect(self.add_to_link)

    # -- what the edits are about -------------------------------------------------------------------------

    def paragraphs(self, side: Side) -> list[int]:
        """Return the paragraphs of a side that an edit is about: those selected, or the one at the caret."""
        pane = self._view.panes[side]
        cursor = pane.textCursor()
        document = pane.document()
        if pane.article is None or pane.text_map is None:
            return []
        first = pane.text_map.paragraph_of(document.findBlock(cursor.selectionStart()).blockNumber())
        end = document.findBlock(cursor.selectionEnd())
        last = pane.text_map.paragraph_of(end.blockNumber())
        if cursor.hasSelection() and cursor.selectionEnd() == end.position() and last > first:
            last -= 1  # a selection that ends before a paragraph does not hold it
        return [number for number in range(first, last + 1) if number < len(pane.article.paragraphs)]

    def _label(self, left: Sequence[int], right: Sequence[int]) -> str:
        comparison = self._window.comparison
        return wording.pair_label(comparison, left, right) if comparison is not None else ""

    def _label_of(self, number: int) -> str:
        comparison = self._window.comparison
        if comparison is None or not 0 <= number < len(comparison.alignment.links):
            return ""
        link = comparison.alignment.links[number]
        return self._label(link.left, link.right)

    def _edit(
        self, text: str, change: Callable[[Alignment], Alignment], then: tuple[Side, int] | None = None
    ) -> None:
        """Make an edit, say it, and choose the link that a paragraph is in afterwards."""
        if not self._window.workbench.edit_links(text, change):
            return
        self._window.announce(text)
        comparison = self._window.comparison
        if comparison is not None and then is not None:
            number = comparison.alignment.link_of(*then)
            self._view.marking.choose(number if number is not None else -1)

    # -- actions ------------------------------------------------------------------------------------------

    @Slot()
    def link_paragraphs(self) -> None:
        """Link the paragraphs at both carets, or all that are selected on both sides."""
        left, right = self.paragraphs(Side.LEFT), self.paragraphs(Side.RIGHT)
        if not left or not right:
            return
        if len(left) == len(right) == 1:
            self.link_pair(left[0], right[0], self._view.active_side())
            return
        text = self.tr("Link {0}").format(self._label(left, right))
        self._edit(text, lambda alignment: links.link(alignment, left, right), (Side.LEFT, left[0]))

    @Slot(int, int, object)
    def link_pair(self, left: int, right: int, moving: Side) -> None:
        """Link two paragraphs; the moving one joins the group of the other."""
        text = self.tr("Link {0}").format(self._label([left], [right]))
        self._edit(text, lambda alignment: links.link_pair(alignment, left, right, moving), (Side.LEFT, left))

    @Slot(int, object, int)
    def add_to_link(self, number: int, side: Side, paragraph: int) -> None:
        """Add a paragraph to a link."""
        labels = ([paragraph], []) if side is Side.LEFT else ([], [paragraph])
        text = self.tr("Add {0} to a link").format(self._label(*labels))
        self._edit(text, lambda alignment: links.add(alignment, number, side, paragraph), (side, paragraph))

    @Slot(int, object)
    def take_instead(self, number: int, pair: Pair) -> None:
        """Link a pair that the list of links offered instead of what was chosen."""
        comparison = self._window.comparison
        if comparison is None:
            return
        link = comparison.alignment.links[number]
        moving = Side.LEFT if pair.left in link.left else Side.RIGHT
        self.link_pair(pair.left, pair.right, moving)

    @Slot()
    def unlink_paragraphs(self) -> None:
        """Remove the chosen link; who walks the list of links goes on with the next one."""
        number = self._chosen()
        if number < 0:
            return
        walking = self._window.sidebar.link_view.list.hasFocus()
        text = self.tr("Unlink {0}").format(self._label_of(number))
        self._edit(text, lambda alignment: links.unlink(alignment, number))
        left = len(self._groups())
        if walking and left:
            self._view.go_to_link(min(number, left - 1))
        else:
            self._view.marking.choose(-1)

    @Slot()
    def take_from_link(self) -> None:
        """Take the paragraph at the caret from its link."""
        side = self._view.active_side()
        found = self.paragraphs(side)
        if found:
            labels = ([found[0]], []) if side is Side.LEFT else ([], [found[0]])
            text = self.tr("Take {0} from its link").format(self._label(*labels))
            self._edit(text, lambda alignment: links.take(alignment, side, found[0]))

    @Slot()
    def confirm_link(self) -> None:
        """Mark the chosen link as checked."""
        number = self._chosen()
        if number >= 0:
            text = self.tr("Confirm {0}").format(self._label_of(number))
            self._edit(text, lambda alignment: links.confirm(alignment, number))

    @Slot()
    def split_link(self) -> None:
        """Split the paragraphs at both carets off the chosen link."""
        number = self._chosen()
        if number < 0:
            return
        left, right = self.paragraphs(Side.LEFT), self.paragraphs(Side.RIGHT)
        text = self.tr("Split {0} off").format(self._label(left, right))
        self._edit(text, lambda alignment: links.split(alignment, number, left, right), (Side.LEFT, left[0]))

    @Slot()
    def merge_links(self) -> None:
        """Make one link of those at both carets, or of the chosen one and the next."""
        comparison = self._window.comparison
        number = self._chosen()
        if comparison is None or number < 0 or self._view.structure is None:
            return
        held = {
            comparison.alignment.link_of(side, paragraph)
            for side in Side
            for paragraph in self.paragraphs(side)
        }
        chosen = {held_number for held_number in held if held_number is not None}
        if len(chosen) < 2:
            chosen = {number, self._view.structure.next_link(number, 1)}
        if min(chosen) < 0:
            self._window.announce(self.tr("There is no next link to merge with."))
            return
        first = comparison.alignment.links[min(chosen)]
        text = self.tr("Merge {0}").format(" + ".join(self._label_of(n) for n in sorted(chosen)))
        self._edit(text, lambda alignment: links.merge(alignment, chosen), (Side.LEFT, first.left[0]))

    @Slot()
    def mark_moved(self) -> None:
        """Say that the chosen link's paragraphs were moved, or take that back."""
        comparison, number = self._window.comparison, self._chosen()
        if comparison is None or number < 0:
            return
        moved = not comparison.alignment.links[number].moved
        text = (self.tr("Mark {0} as moved") if moved else self.tr("Mark {0} as not moved")).format(
            self._label_of(number)
        )
        self._edit(text, lambda alignment: links.set_moved(alignment, number, moved))

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        stack = self._window.workbench.stack
        if stack.canUndo():
            text = stack.undoText()
            self._step(stack.undo)
            self._window.announce(self.tr("Taken back: {0}").format(text))

    @Slot()
    def redo(self) -> None:
        """Make the step again."""
        stack = self._window.workbench.stack
        if stack.canRedo():
            text = stack.redoText()
            self._step(stack.redo)
            self._window.announce(self.tr("Done again: {0}").format(text))

    def _step(self, step: Callable[[], None]) -> None:
        """Go through the history; a link that this brings back is chosen, as it was before it went."""
        before = self._groups()
        step()
        there = [number for group, number in self._groups().items() if group not in before]
        if self._view.current_link < 0 and len(there) == 1:
            self._view.marking.choose(there[0])

    def _groups(self) -> dict[tuple[tuple[int, ...], tuple[int, ...]], int]:
        comparison = self._window.comparison
        links = comparison.alignment.links if comparison is not None else ()
        return {(link.left, link.right): number for number, link in enumerate(links)}

    @Slot()
    def link_again(self) -> None:
        """Link the rest anew: what a person linked, confirmed or parted stays as it is."""
        self._relinking.start()

    def close(self) -> None:
        """Stop what runs: the window goes."""
        self._relinking.close()

    def _chosen(self) -> int:
        number = self._view.current_link
        if number < 0:
            self._window.announce(self.tr("Choose a link first."))
        return number
