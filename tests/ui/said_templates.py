"""Finds in the source every template that a package without a window tells with `say`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import desktop_app

PACKAGE = Path(desktop_app.__file__).parent


def said_templates() -> tuple[set[str], set[str]]:
    """Return the templates without a number that decides their form, and those with one."""
    plain: set[str] = set()
    counted: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "say(" not in source or "ui" in path.relative_to(PACKAGE).parts:
            continue
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                known = counted if any(word.arg == "count" for word in node.keywords) else plain
                for argument in node.args:
                    found = set(_texts(argument, tree))
                    assert found, f"{path}:{node.lineno}: {ast.unparse(argument)} leads to no template"
                    known |= found
    return plain, counted


def _texts(node: ast.AST, tree: ast.Module) -> Iterator[str]:
    """Yield the texts that an expression may stand for, following names to what is assigned to them."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Name):
        for value in _assigned(node.id, tree):
            yield from _texts(value, tree)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, tree)
        yield from _texts(node.orelse, tree)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value, tree)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from _texts(node.func.value, tree)  # the items or values of a table
    elif isinstance(node, (ast.Tuple, ast.List, ast.Starred, ast.Subscript)):
        parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node.value]
        for part in parts:
            yield from _texts(part, tree)


def _assigned(name: str, tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            if any(_names(name, target) for target in node.targets):
                yield node.value
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None and _names(name, node.target):
                yield node.value
        elif isinstance(node, (ast.comprehension, ast.For)) and _names(name, node.target):
            yield node.iter


def _names(name: str, target: ast.AST) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(target))
