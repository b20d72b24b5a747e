"""The project on screen and its history: every edit is a named step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_app.model import (
    Alignment,
    Article,
    Change,
    Comparison,
    Entity,
    Progress,
    ProjectError,
    Side,
    part_of,
)
from desktop_app.project import Judgement, Project, handed_on, new_project
from desktop_app.project.corrections import Correction, apply_all
from desktop_app.project.state import judgement_of, with_alignment
from desktop_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

SOON = 300
"""Paragraphs up to which coverage is counted at once after an edit."""

FIND_AFTER_MS = 120
"""How long after an edit of links its findings are looked for."""

Named = tuple[Article, Article, tuple[Entity, ...], tuple[Entity, ...]]
"""Both articles and the entities of each: they do not depend on the links, so they are found once."""


@dataclass(slots=True)
class State:
    """A project between two edits. ``fresh`` tells that its findings follow from its links already,
    ``worked`` that it holds what would be a loss: sides that were exchanged are none."""

    project: Project
    fresh: bool = True
    worked: bool = False


class Edit(QUndoCommand):
    """One step from a state to the next; the states share all that did not change."""

    def __init__(self, bench: Workbench, text: str, before: State, after: State) -> None:
        super().__init__(text)
        self._bench, self._before, self._after = bench, before, after

    def redo(self) -> None:
        self._bench.show_state(self._after)

    def undo(self) -> None:
        self._bench.show_state(self._before)


class Workbench(QObject):
    """Holds the project of one window. ``changed`` follows every edit, undo and redo.

    An edit of links shows at once; what follows from it (changes, coverage, quotations) is found again in the
    background and put into the same step.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.stack = QUndoStack(self)
        self._state: State | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._on_found_again)
        self._jobs.failed.connect(window.session.broke)
        self._searched: State | None = None
        self._resting = False
        self._named: Named | None = None
        # Edits in quick succession are looked at together.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FIND_AFTER_MS)
        self._soon.timeout.connect(self._find_again)

    @property
    def project(self) -> Project | None:
        """The project on screen."""
        return None if self._resting else self.held

    @property
    def held(self) -> Project | None:
        """The project on the bench, also while other texts are on screen."""
        return self._state.project if self._state is not None else None

    def rest(self, resting: bool) -> None:
        """Stay as it is while other texts are on screen."""
        self._resting = resting
        self.changed.emit()

    @property
    def handed_on(self) -> Comparison | None:
        """What is exported and printed: the pair on screen without the changes that were dismissed."""
        project = self.project
        return handed_on(project) if project is not None else None

    @property
    def worked(self) -> bool:
        """Whether anybody has worked on the pair since it was opened from its texts."""
        return self._state is not None and self._state.worked

    @property
    def settled(self) -> bool:
        """Whether all findings on screen follow from the links on screen."""
        return self._state is None or self._state.fresh

    def begin(self, comparison: Comparison, project: Project | None, *, worked: bool = False) -> None:
        """Start with a pair just opened, or with a project that was worked on; the history is empty."""
        self._jobs.cancel()
        self._soon.stop()
        self._state = State(project if project is not None else new_project(comparison), worked=worked)
        self.stack.clear()
        self.stack.setClean()
        self.changed.emit()

    def end(self) -> None:
        """The pair was closed: nothing is on the bench, the history is empty."""
        self._jobs.cancel()
        self._soon.stop()
        self._state = None
        self.stack.clear()
        self.changed.emit()

    def close(self) -> None:
        """Stop what runs: the window goes."""
        self._soon.stop()
        self.stack.blockSignals(True)  # a stack that goes tells so, when nobody is there to hear it
        self._jobs.close()

    # -- edits --------------------------------------------------------------------------------------------

    def push(self, text: str, project: Project, *, fresh: bool | None = None, worked: bool = True) -> None:
        """Make a step to another state of the project; one that changes nothing is no step.

        ``fresh`` tells whether its findings follow from its links (None: as much as those on screen),
        ``worked`` whether the step is worth saving.
        """
        before = self._state
        if before is not None and project != before.project:
            after = State(project, before.fresh if fresh is None else fresh, before.worked or worked)
            self.stack.push(Edit(self, text, before, after))

    def edit_links(
        self, text: str, change: Callable[[Alignment], Alignment], *, by_hand: bool = True
    ) -> bool:
        """Edit the links; returns False, and says why, where the edit makes no sense.

        Pairs that an edit ``by_hand`` parts stay parted when the rest is linked again.
        """
        project = self.project
        if project is None:
            return False
        try:
            alignment = change(project.comparison.alignment)
        except ProjectError as error:
            self._window.announce(str(error))
            return False
        if alignment == project.comparison.alignment:
            return True
        compared = _with_links(project.comparison, alignment)
        edited = with_alignment(project, compared) if by_hand else replace(project, comparison=compared)
        self.push(text, edited, fresh=False)
        return True

    def correct(self, text: str, corrections: tuple[Correction, ...]) -> bool:
        """Correct findings in one step; returns False where that changes nothing."""
        project = self.project
        if project is None:
            return False
        corrected = apply_all(project.comparison, corrections)
        if corrected == project.comparison:
            return False
        corrections = (*project.corrections, *corrections)
        self.push(text, replace(project, comparison=corrected, corrections=corrections))
        return True

    # -- what is shown ------------------------------------------------------------------------------------

    def show_state(self, state: State) -> None:
        """Show another state; its findings are looked for when they do not follow from its links yet."""
        self._state = state
        self._show()
        self._jobs.cancel()
        if state.fresh:
            self._soon.stop()
        else:
            self._soon.start()

    def _show(self) -> None:
        if self._state is None or self._resting:
            return
        self._window.show_edited(self._state.project.comparison)
        self.show_marks()
        self.changed.emit()

    def show_marks(self) -> None:
        """Tell the list of changes which were seen or dismissed; mark in the text what was not dismissed."""
        project = self.project
        if project is not None:
            marks: dict[Change, str] = {}
            open_ones = list(project.comparison.changes)
            if project.marks:  # a long pair has many changes, and most often nobody judged one
                found = ((change, judgement_of(project, change)) for change in open_ones)
                marks = {change: judgement.value for change, judgement in found if judgement is not None}
                open_ones = [c for c in open_ones if marks.get(c) != Judgement.DISMISSED.value]
            self._window.sidebar.change_view.set_marks(marks)
            self._window.view.facts.show(open_ones)

    @Slot()
    def _find_again(self) -> None:
        state = self._state
        if state is None or state.fresh:
            return
        comparison, corrections = state.project.comparison, state.project.corrections
        rejected = state.project.rejected
        engines, named = self._window.session.engines, self._named
        self._searched = state

        def work(progress: Progress) -> tuple[Comparison, Named]:
            from desktop_app.compare import compare_linked
            from desktop_app.extract import find_both_entities

            found = named
            if found is None or found[0] is not comparison.left or found[1] is not comparison.right:
                finding = part_of(progress, 0.1, 0.5)
                finding(0.0, "Finding names and figures")
                both = find_both_entities(comparison.left, comparison.right, finding, engine=engines.open())
                found = comparison.left, comparison.right, *both
            compared = compare_linked(
                comparison.left,
                comparison.right,
                comparison.alignment,
                *found[2:],
                part_of(progress, 0.5, 1.0),
                rejected=rejected,
            )
            return apply_all(compared, corrections), found

        self._jobs.start(work)

    @Slot(object)
    def _on_found_again(self, result: tuple[Comparison, Named]) -> None:
        found, self._named = result
        state = self._searched
        if state is None:
            return
        state.project = replace(state.project, comparison=_sharing(found, state.project.comparison))
        state.fresh = True
        if state is self._state:
            self._show()


def _sharing(found: Comparison, before: Comparison) -> Comparison:
    """Return what was found with all that did not change taken from before: a long history stays small."""
    parts = ("entities", "quotations", "changes", "only_left", "only_right")
    same = {name: getattr(before, name) for name in parts if getattr(before, name) == getattr(found, name)}
    return replace(found, **same)


def _with_links(comparison: Comparison, alignment: Alignment) -> Comparison:
    """Return the comparison with other links, and coverage and one-sided passages that follow from them.

    Those of a long text are left to the search in the background, since counting its words takes a while.
    """
    if sum(len(comparison.article(side).paragraphs) for side in Side) > SOON:
        return replace(comparison, alignment=alignment)
    from desktop_app.compare.coverage import coverage, only_here

    left, right = comparison.left, comparison.right
    return replace(
        comparison,
        alignment=alignment,
        only_left=only_here(left, alignment, Side.LEFT),
        only_right=only_here(right, alignment, Side.RIGHT),
        left_coverage=coverage(left, alignment, Side.LEFT),
        right_coverage=coverage(right, alignment, Side.RIGHT),
    )
