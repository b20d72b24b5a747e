"""XML parts of documents, parsed without entities, network or excess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.model import LoadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def refuse_entities(data: bytes, name: str) -> None:
    """Raise LoadError if an XML part defines entities, before any parser sees it."""
    if _ENTITIES.search(data.replace(b"\x00", b"")):  # as well in UTF-16
        raise LoadError(f"“{name}” holds definitions that no document needs and was not opened.")


def parse_xml(data: bytes, name: str) -> _Element:
    """Return the root of an XML part of the document called ``name``.

    Documents have no need of entities of their own in these parts, so any is refused: that ends their
    expansion and outside references at once. Raises LoadError for these and for damaged parts.
    """
    from lxml import etree

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise LoadError(f"“{name}” is damaged and cannot be read. Get another copy of it.") from error
