"""Both sides together: entity table, quote ledger, changes, coverage, what one side leaves out."""

from desktop_app.compare.pipeline import compare, compare_linked
from desktop_app.compare.summary import summarize

__all__ = ["compare", "compare_linked", "summarize"]
