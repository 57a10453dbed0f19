"""Write XML: elements, attributes, escapes. `xml.etree` is not used because it would enlarge the frozen runtime."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

__all__ = ["Element", "document"]


class Element(NamedTuple):
    """One element: its name, its text or its children, its attributes."""

    name: str
    inside: str | tuple[Element, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def _lines(element: Element, indent: str) -> Iterator[str]:
    """An element, indented; text stays on the line of its element."""
    head = "".join([element.name, *(f' {name}="{escape(value)}"' for name, value in element.attributes)])
    if not element.inside:
        yield f"{indent}<{head}/>"
    elif isinstance(element.inside, str):
        yield f"{indent}<{head}>{escape(element.inside, quote=False)}</{element.name}>"
    else:
        yield f"{indent}<{head}>"
        for child in element.inside:
            yield from _lines(child, indent + "  ")
        yield f"{indent}</{element.name}>"


def document(root: Element) -> bytes:
    """A whole document in UTF-8."""
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, ""), ""]).encode()
