"""Saved work: the project file, links and findings corrected by hand, notes, recovery."""

from desktop_app.model.comparison import Note, NoteKind
from desktop_app.model.files import PROJECT_ENDING as ENDING
from desktop_app.project.file import load_project, project_bytes, project_from_bytes, save_project
from desktop_app.project.lock import ProjectLock, ProjectLocked
from desktop_app.project.recovery import Recovered, Recovery, forget, left_behind
from desktop_app.project.state import (
    Judgement,
    Orphan,
    Place,
    Project,
    changed_sources,
    handed_on,
    new_project,
)

__all__ = [
    "ENDING",
    "Judgement",
    "Note",
    "NoteKind",
    "Orphan",
    "Place",
    "Project",
    "ProjectLock",
    "ProjectLocked",
    "Recovered",
    "Recovery",
    "changed_sources",
    "forget",
    "handed_on",
    "left_behind",
    "load_project",
    "new_project",
    "project_bytes",
    "project_from_bytes",
    "save_project",
]
