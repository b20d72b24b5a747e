"""The printed report: a comparison laid out on pages, for PDF, printer and preview.

It is a document of its own with light colours and sizes in points, never what the window shows. A block (a
linked pair, a quotation) stays on one page; one that is taller than a page goes on at a whole line.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_app.export import write_file
from desktop_app.model import Comparison, ExportError, Progress, no_progress
from desktop_app.ui.report_blocks import Block, Paper, report_blocks

MARGIN_MM = 16.0
_FOOTER_POINTS = 22.0
_FEW_LINES = 60.0
"""Points that a block taller than a page has to find before it begins on one."""


def write_pdf(comparison: Comparison, target: str | Path, progress: Progress = no_progress) -> None:
    """Write the report as a PDF, whole or not at all; works without a screen.

    Raises ExportError where the file cannot be written, and whatever ``progress`` raises to stop the work.
    """
    data = pdf_bytes(comparison, progress)
    if str(target) == "-":
        import sys

        sys.stdout.buffer.write(data)
        return
    write_file(target, data)


def pdf_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the report as a PDF on A4."""
    _ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setTitle(f"{comparison.left.title} / {comparison.right.title}")
    writer.setCreator("Twicetold")
    paint_report(comparison, writer, progress)
    data = bytes(buffer.data().data())
    buffer.close()
    return data


def paint_report(comparison: Comparison, device: QPagedPaintDevice, progress: Progress = no_progress) -> int:
    """Paint the report on a printer or PDF writer; returns the number of pages.

    This is what a print preview asks for again and again.
    """
    area = _area(device)
    painter = QPainter(device)
    if not painter.isActive():
        raise ExportError("The printer does not answer; choose another one.")
    try:
        paper = Paper(device, area.width(), comparison)
        return _Pages(painter, paper, area, device.newPage).run(report_blocks(comparison, paper), progress)
    finally:
        painter.end()


def _area(device: QPagedPaintDevice) -> QRectF:
    """Return the paintable area in device pixels; painting starts at its corner."""
    area = device.pageLayout().paintRectPixels(_resolution(device))
    return QRectF(0, 0, area.width(), area.height())


def _resolution(device: QPagedPaintDevice) -> int:
    return device.logicalDpiY()


class _Pages:
    """Puts blocks on pages."""

    def __init__(self, painter: QPainter, paper: Paper, area: QRectF, new_page: Callable[[], bool]) -> None:
        self.painter = painter
        self.paper = paper
        self.area = area
        self.bottom = area.height() - paper.points(_FOOTER_POINTS)
        self.new_page = new_page
        self.page = 1
        self.y = 0.0

    def run(self, blocks: list[Block], progress: Progress) -> int:
        """Paint all blocks; a heading stays with what follows it."""
        for number, block in enumerate(blocks):
            progress(number / max(1, len(blocks)), "Laying out pages")
            if self.y > 0 and self.y + self._wanted(blocks, number) > self.bottom:
                self._turn()
            self._put(block)
            block.release()
        self._foot()
        return self.page

    def _wanted(self, blocks: list[Block], number: int) -> float:
        """Return the room that a block needs here, with what it must not be parted from."""
        needed = 0.0
        for block in blocks[number:]:
            if block.height() > self.bottom:
                return needed + self.paper.points(_FEW_LINES)  # it is cut anyway
            needed += block.height()
            if not block.keep_with_next:
                break
        return min(needed, self.bottom)

    def _put(self, block: Block) -> None:
        if block.height() <= self.bottom - self.y:
            block.paint(self.painter, QPointF(0, self.y))
            self.y += block.height()
            return
        for part in block.parts(self.bottom - self.y, self.bottom):
            if part.fresh_page:
                self._turn()
            part.paint(self.painter, QPointF(0, self.y))
            self.y += part.height

    def _turn(self) -> None:
        self._foot()
        self.new_page()
        self.page += 1
        self.y = 0.0

    def _foot(self) -> None:
        self.paper.paint_foot(self.painter, self.area, self.page)


def _ensure_application() -> None:
    """Make the application that fonts need, without a screen, where nobody has made one."""
    if QGuiApplication.instance() is not None:
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui import fonts

    application = QApplication(["twicetold"])
    fonts.install(application)
    _KEPT.append(application)


_KEPT: list[object] = []
"""The application made here: Python would end it, and with it the fonts, when nobody refers to it."""
