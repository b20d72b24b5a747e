"""The manual, page by page."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QWidget

from desktop_app.assets import resource_path
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.fonts import interface_font

FIRST = "index.md"
CELL_PADDING = 5
ABOVE_HEADING, ABOVE_TEXT = 18, 7


class ManualPage(QTextBrowser):
    """Shows text and fetches nothing: whatever a page names, no file and no address is opened for it."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's signature
        return None


class ManualDialog(Dialog):
    """The pages of ``resources/manual``; links lead from page to page, Back returns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("manualDialog", self.tr("Manual"), parent)
        self.page = ManualPage(self)
        self.page.setObjectName("manualPage")
        self.page.setAccessibleName(self.tr("Page of the manual"))
        self.page.setOpenLinks(False)
        self.page.setFont(interface_font(1))
        self.page.document().setDocumentMargin(18)
        self.page.anchorClicked.connect(self._follow)
        self.column.addWidget(self.page)
        self.back = self.buttons.addButton(self.tr("Back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.clicked.connect(self._go_back)
        self.add_close()
        self.resize(760, 620)
        self._visited: list[str] = []
        self._show(FIRST)
        self.page.setFocus()

    def _show(self, name: str) -> None:
        self._visited.append(name)
        text = resource_path(f"manual/{name}").read_text(encoding="utf-8")
        self.page.document().setMarkdown(text)
        self._space_blocks()
        self._space_tables()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.back.setEnabled(len(self._visited) > 1)

    def _space_blocks(self) -> None:
        block = self.page.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None:
                shape = block.blockFormat()
                shape.setTopMargin(ABOVE_HEADING if shape.headingLevel() else ABOVE_TEXT)
                cursor.setBlockFormat(shape)
            block = block.next()

    def _space_tables(self) -> None:
        for frame in self.page.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format().toTableFormat()
                shape.setCellPadding(CELL_PADDING)
                shape.setCellSpacing(0)
                shape.setBorderCollapse(True)
                shape.setBorder(0.5)
                shape.setBorderBrush(self.palette().mid())
                frame.setFormat(shape)

    @Slot(QUrl)
    def _follow(self, target: QUrl) -> None:
        """Open another page of the manual; anything else a link may name stays closed."""
        name = target.fileName()
        if target.isRelative() and name.endswith(".md") and name == target.path():
            self._show(name)

    @Slot()
    def _go_back(self) -> None:
        self._visited.pop()
        self._show(self._visited.pop())
