"""The dialog for an error that should not have happened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def show_trouble(parent: object, error: BaseException, details: str) -> None:
    """Show what went wrong, with the details to copy; the reader may go on."""
    box = QMessageBox(parent if isinstance(parent, QWidget) else None)
    box.setObjectName("trouble")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Trouble", "Something went wrong"))
    box.setText(QCoreApplication.translate("Trouble", "Something went wrong. You can go on reading."))
    box.setInformativeText(f"{type(error).__name__}: {error}")
    box.setDetailedText(details)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
