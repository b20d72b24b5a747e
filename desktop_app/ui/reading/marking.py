"""Lights what belongs together: the chosen link, its differing words, partner sentences, one-sided parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.model import Side, Span
from desktop_app.ui.reading import lights
from desktop_app.ui.reading.lights import SentencePartners
from desktop_app.ui.reading.pane_paint import Band
from desktop_app.ui.reading.structure import runs

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView


class Marking(QObject):
    """Keeps bands and mark layers of both panes in step with what is chosen."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self.current_link = -1
        self._pointed_link = -1
        self._partners: SentencePartners | None = None
        self._words_timer = QTimer(self)
        self._words_timer.setSingleShot(True)
        self._words_timer.setInterval(0)
        self._words_timer.timeout.connect(self._mark_words)
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(900)
        self._flash_timer.timeout.connect(self._end_flash)
        for pane in view.panes.values():
            pane.pointed_at.connect(self.point_at)
        view.gutter.link_pointed_at.connect(self._point_link)

    def forget(self) -> None:
        """Another pair is shown: nothing is chosen."""
        self._partners = None
        self._pointed_link = -1
        self._words_timer.stop()
        self._flash_timer.stop()
        if self.current_link != -1:
            self.current_link = -1
            self._view.gutter.set_selected(-1)
            self._view.strip.set_selected(-1)
            self._view.link_changed.emit(-1)

    def relink(self) -> None:
        """The links changed, the articles did not."""
        comparison = self._view.comparison
        if comparison is not None:
            self._partners = None
            for pane in self._view.panes.values():
                pane.set_marks("sentence", [])  # its partner may be one no longer
            if self.current_link >= len(comparison.alignment.links):
                self.choose(-1)
        self.show_bands()
        self._mark_words()

    def retheme(self) -> None:
        """Colours come from the panes' own theme; nothing is kept here."""
        self.show_bands()

    def show_kinds(self) -> None:
        """Dim what does not tell the story, tint what stands on one side only."""
        comparison = self._view.comparison
        if comparison is None:
            return
        for side, pane in self._view.panes.items():
            pane.set_marks("dim", lights.dim_marks(comparison.article(side)))
        self.show_bands()

    def choose(self, number: int) -> None:
        """Choose a link (-1: none): frame its paragraphs, mark its words."""
        if number == self.current_link:
            return
        self.current_link = number
        self._view.gutter.set_selected(number)
        self._view.strip.set_selected(number)
        self.show_bands()
        self._words_timer.start()
        self._view.link_changed.emit(number)

    def show_bands(self) -> None:
        """Work out the grounds behind whole paragraphs."""
        structure = self._view.structure
        if structure is None:
            return
        for side, pane in self._view.panes.items():
            bands = [
                Band(p, p, "only") for run in structure.only[side] for p in range(run.first, run.last + 1)
            ]
            for number in structure.movers:
                if number != self.current_link:
                    bands += [
                        Band(r.first, r.last, "mover") for r in runs(sorted(structure.links[number].on(side)))
                    ]
            if self._pointed_link >= 0 and self._pointed_link != self.current_link:
                pointed = structure.links[self._pointed_link].on(side)
                bands += [Band(r.first, r.last, "hover") for r in runs(sorted(pointed))]
            if 0 <= self.current_link < len(structure.links):
                chosen = structure.links[self.current_link].on(side)
                bands += [Band(r.first, r.last, "selected") for r in runs(sorted(chosen))]
            pane.set_bands(bands)

    @Slot()
    def _mark_words(self) -> None:
        comparison, number = self._view.comparison, self.current_link
        if comparison is None:
            return
        chosen = 0 <= number < len(comparison.alignment.links)
        words = lights.word_marks(comparison, number) if chosen else {side: [] for side in Side}
        shared = lights.shared_marks(comparison, number, words) if chosen else words
        for side, pane in self._view.panes.items():
            pane.layers.set("shared", shared[side])
            pane.layers.set("words", words[side])
            pane.refresh_marks()

    def flash(self, places: list[tuple[Side, Span]]) -> None:
        """Light places for a moment, so that the eye finds them after a jump."""
        self._view.set_marks("flash", [(side, span, "flash") for side, span in places])
        self._flash_timer.start()

    @Slot()
    def _end_flash(self) -> None:
        self._view.set_marks("flash", [])

    # -- pointing -----------------------------------------------------------------------------------------

    @Slot(object, int, int)
    def point_at(self, side: Side, paragraph: int, offset: int) -> None:
        """Light the sentence at a place together with its partner sentences (paragraph -1: none)."""
        view = self._view
        if view.comparison is None or view.index is None:
            return
        if self._partners is None:
            self._partners = SentencePartners(view.comparison)
        lit = self._partners.lit(side, paragraph, offset) if paragraph >= 0 else {}
        for where, pane in view.panes.items():
            pane.set_marks("sentence", [(span, "sentence") for span in lit.get(where, [])])

    @Slot(int)
    def _point_link(self, number: int) -> None:
        if number != self._pointed_link:
            self._pointed_link = number
            self.show_bands()
