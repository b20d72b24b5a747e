"""The pair as one list, for the ear and the keyboard: each left paragraph, then its partners."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.model import Comparison, Side
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.marked_text import Piece
from desktop_app.ui.reading.structure import Structure
from desktop_app.ui.reading.wording import alone_sentence, link_sentence, numbers_text, side_name
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Card
from desktop_app.ui.theme import ThemeManager


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the walk: a paragraph, the link it belongs to (-1: none), the words said before it."""

    side: Side
    paragraph: int
    link: int
    label: str


def linear_steps(comparison: Comparison) -> list[Step]:
    """Return the walk: left paragraphs in order, after each linked group its right side; right paragraphs
    without a counterpart come after the right paragraph they follow."""
    structure = Structure(comparison)
    steps: list[Step] = []
    told: set[int] = set()

    def alone_after(paragraph: int) -> None:
        """Tell the right paragraphs without a link that follow."""
        following = paragraph + 1
        while following < len(comparison.right.paragraphs):
            if following in told or structure.link_of(Side.RIGHT, following) >= 0:
                return
            told.add(following)
            label = alone_sentence(comparison, Side.RIGHT, following)
            steps.append(Step(Side.RIGHT, following, -1, label))
            following += 1

    alone_after(-1)
    for paragraph in comparison.left.paragraphs:
        number = structure.link_of(Side.LEFT, paragraph.index)
        if number < 0:
            label = alone_sentence(comparison, Side.LEFT, paragraph.index)
            steps.append(Step(Side.LEFT, paragraph.index, -1, label))
            continue
        link = structure.links[number]
        label = link_sentence(comparison, number)
        if paragraph.index != min(link.left):
            label = (
                side_name(Side.LEFT).capitalize()
                + " "
                + numbers_text(comparison, Side.LEFT, [paragraph.index])
            )
        steps.append(Step(Side.LEFT, paragraph.index, number, label))
        if paragraph.index == max(link.left):
            for right in sorted(link.right):
                told.add(right)
                label = (
                    side_name(Side.RIGHT).capitalize() + " " + numbers_text(comparison, Side.RIGHT, [right])
                )
                steps.append(Step(Side.RIGHT, right, number, label))
            alone_after(max(link.right))
    for paragraph in comparison.right.paragraphs:
        if paragraph.index not in told and structure.link_of(Side.RIGHT, paragraph.index) < 0:
            label = alone_sentence(comparison, Side.RIGHT, paragraph.index)
            steps.append(Step(Side.RIGHT, paragraph.index, -1, label))
    return steps


def _row(comparison: Comparison, number: int, step: Step) -> Card:
    paragraph = comparison.article(step.side).paragraphs[step.paragraph]
    alone = step.link < 0 and paragraph.kind.linkable
    return Card(
        key=number,
        spoken=f"{step.label}. {paragraph.text}",
        label=step.label,
        tone=step.side.value if alone else "plain",
        pieces=(Piece(paragraph.text),),
    )


class LinearReader(Dialog):
    """Walks the pair with the arrow keys; ``place_chosen`` carries side and paragraph when one is entered."""

    place_chosen = Signal(object, int)

    def __init__(self, comparison: Comparison, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("linearReader", self.tr("Pair by pair"), parent)
        self.steps = linear_steps(comparison)
        self.list = RowList(themes, self)
        self.list.setObjectName("linearList")
        self.list.setAccessibleName(self.tr("Each left paragraph, then its partners"))
        self.list.set_rows([_row(comparison, number, step) for number, step in enumerate(self.steps)])
        self.column.addWidget(self.list, 1)
        self.add_text(self.tr("Enter shows the paragraph level with its counterpart."), muted=True)
        self.add_close()
        self.list.activated_again.connect(self._chosen)
        self.resize(640, 620)
        self.list.setFocus()

    def start(self, link: int, side: Side = Side.LEFT, paragraph: int = 0) -> None:
        """Begin at a link, or (-1) at a paragraph."""
        found = [
            n
            for n, step in enumerate(self.steps)
            if (step.link == link if link >= 0 else (step.side, step.paragraph) == (side, paragraph))
        ]
        row = found[0] if found else 0
        self.list.set_current_key(row)
        self.list.scrollTo(self.list.currentIndex(), RowList.ScrollHint.PositionAtTop)

    @Slot(object)
    def _chosen(self, number: int) -> None:
        step = self.steps[number]
        self.accept()
        self.place_chosen.emit(step.side, step.paragraph)
