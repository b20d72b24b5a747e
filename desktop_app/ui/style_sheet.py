"""The application's style sheet, written with the roles of a theme.

Widgets are addressed by class or by a ``role`` property ("chip", "segment", "tab", "primary", "muted" ...);
see `STYLE` for the list. Layout stays in code, colours and edges live here.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from desktop_app.assets import resource_path

STYLE_NAME = "fusion"
"""The style of Qt that is dressed here; it looks the same everywhere."""

STYLE = Template("""
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: 4px 6px; }
QMenuBar { background: $window; color: $ink; border: none; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $pressed; }
QMenu { background: $card; color: $ink; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 5px; }
QMenu::item:selected { background: $pressed; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { margin-left: 4px; border: 1px solid transparent; border-radius: 4px; padding: 1px; }
QMenu::icon:checked { background: $pressed; border: 1px solid $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 7px; }
QMenu::indicator:checked { image: url($tick); }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; spacing: 4px;
    padding: 6px; }
QToolBar::separator { width: 1px; background: $line; margin: 7px 6px; }
QToolBar QToolButton, QToolButton[role="tool"] {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 9px; }
QPrintPreviewDialog QToolBar QToolButton { padding: 3px; }
QToolBar QToolButton:hover, QToolButton[role="tool"]:hover { background: $hover; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked,
QToolButton[role="tool"]:pressed, QToolButton[role="tool"]:checked { background: $pressed; }
QToolBar QToolButton:focus, QToolButton[role="tool"]:focus { border-color: $focus; }
QToolBar QToolButton:disabled, QToolButton[role="tool"]:disabled { color: $disabled; }
QToolBar QToolButton::menu-indicator, QToolButton[role="tool"]::menu-indicator { image: none; width: 0; }

QFrame[role="segments"] { background: $segment; border: none; border-radius: 6px; }
QFrame[role="segments"] QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 5px; padding: 4px 9px;
    margin: 2px; }
QFrame[role="segments"] QToolButton:hover { background: $hover; }
QFrame[role="segments"] QToolButton:checked { background: $segment_on; border-color: $line; }
QFrame[role="segments"] QToolButton:focus { border-color: $focus; }

QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; padding-left: 8px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 3px 8px; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="faint"] { color: $faint; }
QLabel[role="error"] { color: $error; }
QLabel[role="title"] { color: $ink; font-weight: bold; }
QLabel[role="badge"] { background: $badge_fill; color: $badge_ink; border: 1px solid $badge_line;
    border-radius: 9px; padding: 1px 8px; }

QLineEdit, QPlainTextEdit[role="field"], QSpinBox, QDoubleSpinBox, QComboBox {
    background: $field; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $selection; selection-color: $selection_ink; }
QLineEdit:focus, QPlainTextEdit[role="field"]:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 1px solid $focus; }
QComboBox QLineEdit, QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {
    background: transparent; border: none; padding: 0; }
QLineEdit[wrong="true"] { border-color: $error; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($down); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: 1px solid $edge;
    selection-background-color: $pressed; selection-color: $ink; outline: 0; }

QToolButton[role="chip"] { background: transparent; color: $muted; border: 1px solid $edge;
    border-radius: 10px; padding: 1px 9px; min-height: 16px; }
QToolButton[role="chip"]:hover { background: $hover; }
QToolButton[role="chip"]:checked { background: $pressed; color: $ink; border-color: $pressed; }
QToolButton[role="chip"]:focus { border-color: $focus; }
QToolButton[role="chip"]:disabled { color: $disabled; border-color: $line; }

QPushButton { background: $field; color: $ink; border: 1px solid $edge; border-radius: 6px;
    padding: 6px 14px; min-width: 56px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $focus; outline: none; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton[role="primary"] { background: $left; color: $paper; border-color: $left; }
QPushButton[role="primary"]:hover {
    background: $left_ink; border-color: $left_ink; }
QPushButton[role="primary"]:disabled {
    background: $pressed; color: $disabled; border-color: $line; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; padding: 5px 13px; }

QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 8px 9px 7px 9px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $ink; }
QTabBar::tab:hover { color: $ink; }
QTabBar:focus { outline: none; }
QTabBar::tab:focus { border-bottom-color: $focus; }

QListView, QTreeView, QTableView { background: $window; color: $ink; border: none; outline: 0;
    selection-background-color: $row_selected; selection-color: $ink; }
QDialog QListView, QDialog QTreeView, QDialog QTableView {
    background: $field; border: 1px solid $line; border-radius: 6px; }
QListWidget[role="ticks"] { padding: 4px; }
QListWidget[role="ticks"]::item { padding: 4px 7px; border: 1px solid transparent; border-radius: 5px; }
QListWidget[role="ticks"]::item:hover { background: $hover; }
QListWidget[role="ticks"]::item:selected { background: $row_selected; color: $ink; }
QListWidget[role="ticks"]::item:focus { border-color: $focus; }
QHeaderView::section { background: $window; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 4px 6px; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $field_line; border: 2px solid $window; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $focus; }
QProgressBar { background: $segment; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $left; border-radius: 3px; }
QCheckBox, QRadioButton { color: $ink; spacing: 7px; }
QCheckBox::indicator, QListWidget[role="ticks"]::indicator { width: 14px; height: 14px; background: $field;
    border: 1px solid $field_line; border-radius: 4px; }
QCheckBox::indicator:checked, QListWidget[role="ticks"]::indicator:checked { background: $left;
    border-color: $left; image: url($check); }
QCheckBox:focus { outline: none; }
QCheckBox::indicator:focus { border: 2px solid $focus; }
QCheckBox::indicator:checked:focus { border-color: $ink; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QGroupBox { border: none; margin-top: 18px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $ink; }
QSlider::groove:horizontal { background: $segment; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $left; border-radius: 2px; }
QSlider::handle:horizontal { background: $field; border: 1px solid $field_line; width: 14px; margin: -6px 0;
    border-radius: 8px; }
QSlider::handle:horizontal:focus { border: 2px solid $focus; }

QWidget#sidebar { background: $window; }
QWidget#startPaper { background: $paper; }
QDialog { background: $window; }
QWidget#compareCard { background: $card; border-top: 1px solid $line; }
QWidget#findBar, QFrame#noticeBar { background: $window; border-bottom: 1px solid $line; }
QFrame[role="popover"], QDialog[role="popover"] {
    background: $card; border: 1px solid $edge; border-radius: 8px; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
""")


def style_sheet(roles: Mapping[str, str], dark: bool) -> str:
    """Return the style sheet in the colours of ``roles`` (role -> #rrggbb); KeyError for a missing role.

    The few marks that Qt wants as pictures come in two versions, for light and dark.
    """
    name = "dark" if dark else "light"
    pictures = {
        mark: resource_path(f"icons/{mark}-{name}.svg").as_posix() for mark in ("check", "down", "tick")
    }
    return STYLE.substitute(roles, **pictures)
