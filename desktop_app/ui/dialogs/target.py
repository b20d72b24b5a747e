"""Asking where to write a file."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.dialogs.question import Question
from desktop_app.ui.session import can_be_read_again
from desktop_app.ui.wording import translate

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def suggested(window: MainWindow, ending: str) -> str:
    """Return a name for what is written of the pair on screen: beside its project, else beside its texts."""
    opened, project = window.opened, window.keeper.path
    if project is not None:
        return str(project.with_suffix(ending))
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    if not folder.is_dir():
        folder = Path.home()
    if opened is None or not opened.lasting:
        return str(folder / (translate("Target", "comparison") + ending))
    from desktop_app.ingest.samples import sample_of

    source, sample = Path(opened.left), sample_of(opened.left, opened.right)
    if sample is not None:
        return str(folder / (sample.name + ending))
    if source.is_absolute() and os.access(source.parent, os.W_OK):
        folder = source.parent
    path = folder / (source.stem + ending)
    if _is_source(path, window):
        path = folder / translate("Target", "{name}, compared{ending}").format(
            name=source.stem, ending=ending
        )
    return str(path)


def ask_target(
    window: MainWindow, title: str, suggestion: str, filters: str, ending: str, known: Collection[str]
) -> Path | None:
    """Ask for a file to write; None when there is to be none, as where it is one of the documents.

    A name without one of the ``known`` endings gets ``ending``. The dialog of the system asks before the file
    that was named is replaced; this asks where the ending makes it the name of another one.
    """
    named, _ = QFileDialog.getSaveFileName(window, title, suggestion, filters)
    if not named:
        return None
    path = Path(named)
    added = path.suffix.lower() not in known
    if added:
        path = Path(f"{named}{ending}")
    if _is_source(path, window):
        told = translate("Target", "“{0}” is one of the documents. Choose another place.").format(path.name)
        window.notice.show_message(told)
        return None
    return path if not added or not path.exists() or _may_replace(path, window) else None


def _is_source(path: Path, window: MainWindow) -> bool:
    """Tell whether a file is one of the documents on screen."""
    opened = window.opened
    if opened is None or not path.exists():
        return False
    files = filter(can_be_read_again, (opened.left, opened.right))
    return any(os.path.realpath(file) == os.path.realpath(path) for file in files)


def _may_replace(path: Path, window: MainWindow) -> bool:
    question = Question(
        "replaceFile",
        translate("Target", "Replace “{0}”?").format(path.name),
        translate("Target", "There is a file of this name already, and what it holds would be lost."),
        (translate("Target", "Replace"), "", translate("Target", "Cancel")),
        window,
    )
    question.exec()
    question.deleteLater()
    return bool(question.answer)
