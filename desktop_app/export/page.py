"""The frame of an exported page: escaping, colours of the theme, style and head."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html import escape

from desktop_app.assets import resource_path

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def safe(text: str) -> str:
    """Return a text fit to stand in HTML, as content or inside a quoted attribute."""
    return escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)


@cache
def style() -> str:
    """Return the style sheet with the theme's colours for light and dark screens; paper is always light."""
    sheet = resource_path("export/handover.css").read_text(encoding="utf-8")
    theme = tomllib.loads(resource_path("themes/paper.toml").read_text(encoding="utf-8"))["roles"]
    used = sorted(set(re.findall(r"var\(--(\w+)\)", sheet)))
    light, dark = (
        " ".join(f"--{role}: {theme[role][scheme]};" for role in used) for scheme in ("light", "dark")
    )
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{sheet}"
    )


def page(title: str, body: str, rules: str = "") -> str:
    """Return a whole document. Its policy forbids scripts and everything from elsewhere."""
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Twicetold">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{safe(title)}</title>\n<style>\n{style()}\n{rules}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def chips(legend: str, name: str, options: list[tuple[str, str, int]]) -> tuple[str, str]:
    """Return a row of check boxes and the rules that make them hide things, without a script.

    Each option is (class of what it hides, label, count); an option that would hide nothing is left out.
    """
    boxes, rules = [], []
    for kind, label, count in options:
        if not count:
            continue
        key = f"{name}-{kind}"
        boxes.append(
            f'<label><input type="checkbox" id="{key}" checked> {safe(label)}'
            f' <span class="count">{count}</span></label>'
        )
        rules.append(
            f"@media screen {{ body:has(#{key}:not(:checked)) .{name}.{kind} {{ display: none; }} }}\n"
        )
    if len(boxes) < 2:
        return "", ""
    return f'<fieldset class="bar"><legend>{safe(legend)}</legend>{"".join(boxes)}</fieldset>', "".join(rules)
