"""What the program remembers of its reader, typed and with defaults.

QSettings hands back strings for booleans and numbers on some systems, and a bare string for a list of one
(INI files); every value therefore passes through a converter here and nothing else reads QSettings.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QSettings

MAX_RECENT = 12
MAX_PLACES = 200


class Settings:
    """Typed access to the stored settings; hand in a QSettings on a file of your own in tests."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("Twicetold", "Twicetold")

    def sync(self) -> None:
        """Write what is pending."""
        self._store.sync()

    # -- plain values -------------------------------------------------------------------------------------

    def text(self, key: str, default: str = "") -> str:
        """Return a stored text."""
        value = self._store.value(key)
        return value if isinstance(value, str) else default

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """Return a stored whole number, kept inside ``low..high``; ``default`` when it is not a number."""
        try:
            value = int(str(self._store.value(key, default)))
        except ValueError:
            return default
        return min(high, max(low, value))

    def real(self, key: str, default: float, low: float, high: float) -> float:
        """Return a stored number, kept inside ``low..high``; ``default`` when it is not a number."""
        try:
            value = float(str(self._store.value(key, default)))
        except ValueError:
            return default
        return min(high, max(low, value)) if value == value else default

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a stored yes or no."""
        value = self._store.value(key, default)
        if isinstance(value, str):
            return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), default)
        return bool(value)

    def texts(self, key: str) -> list[str]:
        """Return a stored list of texts."""
        value: Any = self._store.value(key)
        if isinstance(value, str):
            return [value] if value else []
        return [item for item in value if isinstance(item, str)] if isinstance(value, (list, tuple)) else []

    def blob(self, key: str) -> QByteArray:
        """Return stored bytes (window geometry and the like), empty when there are none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, key: str, value: str | int | float | bool | list[str] | QByteArray) -> None:
        """Store a value; an empty list removes the key, since INI files cannot tell it from nothing."""
        if isinstance(value, list) and not value:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)

    # -- what there is ------------------------------------------------------------------------------------

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        value = self.text("look/theme", "system")
        return value if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self.set("look/theme", value)

    @property
    def contrast(self) -> str:
        """ "system", "usual" or "more"."""
        value = self.text("look/contrast", "system")
        return value if value in ("system", "usual", "more") else "system"

    @contrast.setter
    def contrast(self, value: str) -> None:
        self.set("look/contrast", value)

    @property
    def font_family(self) -> str:
        """The reading font; empty means the one that ships with the program."""
        return self.text("reading/font_family")

    @font_family.setter
    def font_family(self, value: str) -> None:
        self.set("reading/font_family", value)

    @property
    def font_size(self) -> float:
        """The reading font's size in points, 8..48."""
        return self.real("reading/font_size", 12.0, 8.0, 48.0)

    @font_size.setter
    def font_size(self, value: float) -> None:
        self.set("reading/font_size", float(value))

    @property
    def line_height(self) -> int:
        """Line height in per cent of the font's own, 90..220."""
        return self.whole("reading/line_height", 108, 90, 220)

    @line_height.setter
    def line_height(self, value: int) -> None:
        self.set("reading/line_height", int(value))

    @property
    def column_width(self) -> int:
        """The widest line in characters, 40..110."""
        return self.whole("reading/column_width", 68, 40, 110)

    @column_width.setter
    def column_width(self, value: int) -> None:
        self.set("reading/column_width", int(value))

    def reset_reading(self) -> None:
        """Forget font, size, line height and width."""
        for key in ("font_family", "font_size", "line_height", "column_width"):
            self._store.remove(f"reading/{key}")

    @property
    def layout(self) -> str:
        """ "flow" or "rows"."""
        return "rows" if self.text("reading/layout") == "rows" else "flow"

    @layout.setter
    def layout(self, value: str) -> None:
        self.set("reading/layout", value)

    @property
    def scroll_together(self) -> bool:
        """Whether both panes scroll together."""
        return self.flag("reading/scroll_together", True)

    @scroll_together.setter
    def scroll_together(self, value: bool) -> None:
        self.set("reading/scroll_together", value)

    @property
    def reading_line(self) -> bool:
        """Whether the reading line is drawn."""
        return self.flag("reading/reading_line", True)

    @reading_line.setter
    def reading_line(self, value: bool) -> None:
        self.set("reading/reading_line", value)

    @property
    def sidebar_visible(self) -> bool:
        """Whether the sidebar is open."""
        return self.flag("window/sidebar_visible", True)

    @sidebar_visible.setter
    def sidebar_visible(self, value: bool) -> None:
        self.set("window/sidebar_visible", value)

    @property
    def sidebar_width(self) -> int:
        """The sidebar's width in pixels."""
        return self.whole("window/sidebar_width", 352, 220, 900)

    @sidebar_width.setter
    def sidebar_width(self, value: int) -> None:
        self.set("window/sidebar_width", int(value))

    @property
    def sidebar_tab(self) -> str:
        """The object name of the tab last shown."""
        return self.text("window/sidebar_tab", "entityView")

    @sidebar_tab.setter
    def sidebar_tab(self, value: str) -> None:
        self.set("window/sidebar_tab", value)

    @property
    def strip_visible(self) -> bool:
        """Whether the overview strip is shown."""
        return self.flag("window/strip_visible", True)

    @strip_visible.setter
    def strip_visible(self, value: bool) -> None:
        self.set("window/strip_visible", value)

    @property
    def geometry(self) -> QByteArray:
        """The window's geometry as Qt saved it."""
        return self.blob("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.set("window/geometry", value)

    @property
    def splitter(self) -> QByteArray:
        """The splitter's state as Qt saved it."""
        return self.blob("window/splitter")

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self.set("window/splitter", value)

    @property
    def engine(self) -> str:
        """The entity engine by name; empty means the built-in one."""
        return self.text("entities/engine")

    @engine.setter
    def engine(self, value: str) -> None:
        self.set("entities/engine", value)

    @property
    def engine_model(self) -> str:
        """The model an optional engine loads: a name or a folder."""
        return self.text("entities/model")

    @engine_model.setter
    def engine_model(self, value: str) -> None:
        self.set("entities/model", value)

    @property
    def entity_order(self) -> str:
        """ "place", "count" or "name"."""
        value = self.text("sidebar/entity_order", "count")
        return value if value in ("place", "count", "name") else "count"

    @entity_order.setter
    def entity_order(self, value: str) -> None:
        self.set("sidebar/entity_order", value)

    # -- pairs --------------------------------------------------------------------------------------------

    @property
    def recent_pairs(self) -> list[tuple[str, str]]:
        """The sources of the pairs opened last, latest first."""
        flat = self.texts("pairs/recent")
        return list(zip(flat[::2], flat[1::2], strict=False))

    def add_recent_pair(self, left: str, right: str) -> None:
        """Put a pair on top of the recent ones."""
        pairs = [(left, right), *(pair for pair in self.recent_pairs if pair != (left, right))][:MAX_RECENT]
        self.set("pairs/recent", [source for pair in pairs for source in pair])

    def clear_recent_pairs(self) -> None:
        """Forget the recent pairs and where they were left."""
        self._store.remove("pairs")

    @property
    def recent_projects(self) -> list[str]:
        """The projects opened or saved last, latest first."""
        return self.texts("projects/recent")

    def add_recent_project(self, path: str) -> None:
        """Put a project on top of the recent ones."""
        kept = [path, *(other for other in self.recent_projects if other != path)]
        self.set("projects/recent", kept[:MAX_RECENT])

    def clear_recent_projects(self) -> None:
        """Forget the recent projects."""
        self._store.remove("projects")

    def place_of(self, left: str, right: str) -> str:
        """Return what `keep_place` stored for a pair, empty when nothing is known."""
        flat = self.texts("pairs/places")
        key = f"{left}\x1f{right}"
        return dict(zip(flat[::2], flat[1::2], strict=False)).get(key, "")

    def keep_place(self, left: str, right: str, place: str) -> None:
        """Remember where a pair was left; ``place`` is a text the reading view understands."""
        flat = self.texts("pairs/places")
        key = f"{left}\x1f{right}"
        places = dict(zip(flat[::2], flat[1::2], strict=False))
        places.pop(key, None)
        kept = [*places.items(), (key, place)][-MAX_PLACES:]
        self.set("pairs/places", [text for item in kept for text in item])
