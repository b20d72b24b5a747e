"""Opening a pair in the background: read both, compare them, hand the comparison over."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.model import Alignment, Article, Comparison, Progress, Side, TwicetoldError, part_of
from desktop_app.ui.engine_choice import EngineChoice
from desktop_app.ui.jobs import Jobs, Report

if TYPE_CHECKING:
    from desktop_app.project import Project, Recovered
    from desktop_app.ui.reading.structure import Structure


@dataclass(frozen=True, slots=True)
class Opened:
    """A pair that is ready to read: its comparison and where both articles came from. While it is not yet
    compared, its comparison holds the texts alone, and its structure says so.

    ``lasting`` tells that both sources can be opened again (files and addresses, not pasted texts).
    ``project`` is the saved work it comes from, ``path`` its file, ``recovered`` the recovery file, ``fresh``
    the project of a pair on which nobody has worked yet; ``structure`` what the reading view looks up. The
    last two are worked out beforehand.
    """

    comparison: Comparison
    left: str
    right: str
    lasting: bool = True
    project: Project | None = None
    path: Path | None = None
    recovered: Recovered | None = None
    fresh: Project | None = None
    structure: Structure | None = None


Reader = Callable[[Progress], Article]


class Session(QObject):
    """Loads and compares. ``texts_read`` carries an `Opened` with the texts alone as soon as they are there,
    ``opened`` the compared one; ``failed`` a sentence for the reader, ``noticed`` one that says what went on
    differently from what was asked.

    A new call drops the result of the one before.
    """

    texts_read = Signal(object)
    opened = Signal(object)
    failed = Signal(str)
    broke = Signal(object)
    progressed = Signal(float, str)
    busy_changed = Signal(bool)
    noticed = Signal(str)

    def __init__(self, engine: Any = None, parent: QObject | None = None, model: str = "") -> None:
        super().__init__(parent)
        self.engines = EngineChoice(engine, model)
        self.may_start: Callable[[], bool] | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._on_finished)
        self._jobs.failed.connect(self._on_failed)
        self._jobs.progressed.connect(self.progressed)
        self._jobs.handed_over.connect(self.texts_read)

    @property
    def engine(self) -> Any:
        """The engine that finds names, None for the built-in one."""
        return self.engines.open()

    @property
    def busy(self) -> bool:
        """Whether a pair is being opened."""
        return self._jobs.busy

    def open_sources(self, left: str, right: str) -> None:
        """Read two files or addresses and compare them."""
        self._start(_from_source(left), _from_source(right), left, right, True)

    def open_texts(self, left: str, right: str, left_name: str, right_name: str) -> None:
        """Compare two texts that are at hand."""
        self._start(_from_text(left, left_name), _from_text(right, right_name), left_name, right_name, False)

    def open_beside(self, shown: Opened, side: Side, part: str, name: str = "") -> None:
        """Read a file or an address in place of a side; with a ``name``, ``part`` is the text itself.

        The other side stays as it was read.
        """
        kept, source = shown.comparison.article(side.other), shown.left if side is Side.RIGHT else shown.right
        readers = {side: _from_text(part, name) if name else _from_source(part), side.other: _at_hand(kept)}
        names = {side: name or part, side.other: source}
        lasting = not name and (shown.lasting or can_be_read_again(source))
        self._start(readers[Side.LEFT], readers[Side.RIGHT], names[Side.LEFT], names[Side.RIGHT], lasting)

    def compare(self, texts: Opened) -> None:
        """Compare two texts that are on screen already."""
        engines = self.engines
        self._run(lambda report: _compared(texts, engines, report))

    def run(self, work: Callable[[Report], Opened]) -> None:
        """Run other work that ends in a pair (a project file), unless ``may_start`` says no."""
        if self.may_start is None or self.may_start():
            self._run(work)

    def _run(self, work: Callable[[Report], Opened]) -> None:
        self._jobs.start(_with_what_follows(work))
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Stop; the pair on screen stays."""
        if self.busy:
            self._jobs.cancel()
            self.busy_changed.emit(False)

    def close(self) -> None:
        """Stop and wait for the worker: the window goes."""
        self._jobs.close()

    def _start(self, left: Reader, right: Reader, left_name: str, right_name: str, lasting: bool) -> None:
        engines = self.engines

        def work(report: Report) -> Opened:
            from desktop_app.text.prepare import prepare

            first = prepare(left(part_of(report, 0.0, 0.1)))
            second = prepare(right(part_of(report, 0.1, 0.2)))
            texts = texts_alone(first, second, left_name, right_name, lasting)
            report.hand_over(texts)
            return _compared(texts, engines, report)

        self.run(work)

    @Slot(object)
    def _on_finished(self, result: Opened) -> None:
        self.busy_changed.emit(False)
        self.opened.emit(result)
        if self.engines.trouble:
            self.noticed.emit(self.engines.trouble)
        # What was built stays until the next pair: later collections need not walk through it.
        gc.freeze()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.busy_changed.emit(False)
        if isinstance(error, TwicetoldError):
            self.failed.emit(str(error))
        else:
            self.broke.emit(error)


def texts_alone(left: Article, right: Article, left_name: str, right_name: str, lasting: bool) -> Opened:
    """Return two texts as a pair to read that is not compared."""
    from desktop_app.ui.reading.structure import Structure

    alone = Comparison(left, right, Alignment())
    return Opened(alone, left_name, right_name, lasting, structure=Structure(alone, compared=False))


def _compared(texts: Opened, engines: EngineChoice, progress: Progress) -> Opened:
    from desktop_app.ui.compare_process import compare_texts

    both = texts.comparison
    found = compare_texts(both.left, both.right, part_of(progress, 0.2, 1.0), engine=engines.open())
    return replace(texts, comparison=found)


def _with_what_follows(work: Callable[[Report], Opened]) -> Callable[[Report], Opened]:
    """Let the worker also prepare what the window looks up in a pair, so that the window need not."""

    def prepared(report: Report) -> Opened:
        from desktop_app.project import new_project
        from desktop_app.ui.reading.structure import Structure

        opened = work(report)
        structure = Structure(opened.comparison, before=opened.structure)
        fresh = new_project(opened.comparison) if opened.project is None else None
        return replace(opened, structure=structure, fresh=fresh)

    return prepared


def _from_source(source: str) -> Reader:
    def read(progress: Progress) -> Article:
        from desktop_app.ingest import load

        return load(source, progress)

    return read


def _at_hand(article: Article) -> Reader:
    return lambda _: article


def can_be_read_again(source: str) -> bool:
    """Tell whether the name of a source is that of a file or an address, not of a pasted text."""
    return "://" in source or Path(source).is_absolute()


def _from_text(text: str, name: str) -> Reader:
    def read(progress: Progress) -> Article:
        from desktop_app.ingest import from_text

        progress(0.0, "Reading the text")
        return from_text(text, name)

    return read
