"""What this program is, its version, its licence and those of the fonts it brings."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.assets import resource_path
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.fonts import interface_font, quoted_font


class AboutDialog(Dialog):
    """About the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("aboutDialog", self.tr("About Twicetold"), parent)
        picture = QLabel(self)
        icon = QIcon(str(resource_path("icons/twicetold.svg")))
        picture.setPixmap(icon.pixmap(QSize(72, 72), self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel("Twicetold", self)
        name.setFont(quoted_font(9))
        version = QLabel(self.tr("Version {0}").format(__version__), self)
        version.setProperty("role", "muted")
        about = QLabel(self.tr("Reads two versions of one story side by side, and tells what differs."), self)
        about.setWordWrap(True)
        small = QLabel(
            self.tr(
                "Free software under the MIT licence.\n"
                "Fonts: Inter and Noto Serif, under the SIL Open Font License.\n"
                "Python {python}, Qt {qt}."
            ).format(python=platform.python_version(), qt=qVersion()),
            self,
        )
        small.setFont(interface_font(-1))
        small.setProperty("role", "muted")
        small.setWordWrap(True)
        small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        for label in (name, version, about, small):
            texts.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addWidget(picture)
        line.addLayout(texts, 1)
        self.column.addLayout(line)
        self.add_close()
        self.setMinimumWidth(420)
