"""The sidebar and its tabs."""

from desktop_app.ui.sidebar.sidebar import Sidebar

__all__ = ["Sidebar"]
