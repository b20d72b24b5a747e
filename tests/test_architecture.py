"""The import rule of the house: data flows one way, and only `ui` knows Qt."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from helpers import ROOT

PACKAGE = ROOT / "desktop_app"
ALLOWED = {
    "model": set(),
    "text": {"model"},
    "ingest": {"model", "text"},
    "align": {"model", "text"},
    "extract": {"model", "text"},
    "compare": {"model", "text", "ingest", "align", "extract"},
    "project": {"model"},
    "export": {"model", "text"},
    "ui": {"model", "text", "ingest", "align", "extract", "compare", "project", "export"},
}
QT_FREE = [name for name in ALLOWED if name != "ui"]
LOOSE = {
    "__init__": set(),
    "__main__": {"cli"},
    "assets": set(),
    "cli": {"model", "ingest", "extract", "compare", "project", "export", "ui", "options"},
    "options": {"cli"},
}
"""Modules outside the packages, with what they may import."""


def imports_of(path):
    """Yield the absolute names of all modules a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction"
            yield node.module
            if node.module == "desktop_app":
                yield from (f"desktop_app.{alias.name}" for alias in node.names)


def files_of(package):
    return sorted((PACKAGE / package).rglob("*.py"))


def test_every_module_has_a_rule():
    inner = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert inner == set(ALLOWED)
    assert {path.stem for path in PACKAGE.glob("*.py")} == set(LOOSE)


@pytest.mark.parametrize("module", LOOSE)
def test_modules_outside_the_packages_import_only_what_they_may(module):
    for name in imports_of(PACKAGE / f"{module}.py"):
        parts = name.split(".")
        assert parts[0] not in ("PySide6", "shiboken6")
        if parts[0] == "desktop_app" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in LOOSE[module], f"{module} imports {name}"


@pytest.mark.parametrize("package", ALLOWED)
def test_packages_import_only_what_lies_below_them(package):
    for path in files_of(package):
        for name in imports_of(path):
            parts = name.split(".")
            if parts[0] != "desktop_app" or len(parts) < 2 or parts[1] in (package, "assets", "__version__"):
                continue
            assert parts[1] in ALLOWED[package], f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("package", QT_FREE)
def test_nothing_but_ui_imports_qt(package):
    for path in files_of(package):
        for name in imports_of(path):
            assert not name.startswith(("PySide6", "shiboken6")), f"{path.relative_to(ROOT)} imports {name}"


def test_model_needs_the_standard_library_alone():
    for path in files_of("model"):
        for name in imports_of(path):
            top = name.split(".")[0]
            assert top == "desktop_app" or top in sys.stdlib_module_names, f"{path.name} imports {name}"


def test_qt_free_packages_work_where_qt_is_missing():
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for package in QT_FREE
        for path in files_of(package)
        if path.name != "__main__.py"
    ]
    program = (
        "import sys, importlib\n"
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6'):\n"
        "            raise ImportError('blocked: ' + name)\n"
        "sys.meta_path.insert(0, Block())\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name)\n"
        "from desktop_app.model import Article\n"
        "from desktop_app.compare import compare\n"
        "one = Article.from_paragraphs(['The mayor opened the bridge on Friday.'])\n"
        "assert compare(one, one).left_coverage == 1.0\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
