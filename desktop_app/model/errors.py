"""Errors whose text is meant for the reader."""

from __future__ import annotations


class TwicetoldError(Exception):
    """Something the reader can act on. ``str(error)`` is a clear sentence: what is wrong and what to do."""


class LoadError(TwicetoldError):
    """A document cannot be read."""


class ProjectError(TwicetoldError):
    """A project file cannot be read or written."""


class ExportError(TwicetoldError):
    """A comparison cannot be written in the wanted form."""
