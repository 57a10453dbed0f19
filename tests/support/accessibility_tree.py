"""Chromium's accessibility tree of a part of a page as an outline: what a screen reader announces, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

__all__ = ["outline", "unnamed"]

type Node = dict[str, Any]

# Announced by their names; what is inside belongs to the name.
NAMED = frozenset({
    "button", "checkbox", "columnheader", "DisclosureTriangle", "heading", "image", "link", "option", "radio",
    "rowheader", "switch", "textbox",
})  # fmt: skip
CONTROLS = frozenset({"button", "checkbox", "DisclosureTriangle", "link", "radio", "switch", "textbox"})
# Announced by what they hold, with their names where they have some.
CONTAINERS = frozenset({
    "alert", "alertdialog", "article", "dialog", "figure", "form", "main", "navigation", "progressbar", "region", "row",
    "status", "table", "timer",
})  # fmt: skip
# Announced where they have a name.
GROUPS = frozenset({"group", "list", "radiogroup"})
STATES = frozenset({"pressed", "checked", "invalid", "disabled"})


def outline(page: Page, selector: str) -> str:
    """One line for each node that is announced: its role, name and states. Sentences are left out, but for the names."""
    nodes, start = _tree(page, selector)
    return "".join(f"{'  ' * depth}{line}\n" for depth, line in _lines(nodes, start, 0))


def unnamed(page: Page, selector: str) -> list[str]:
    """The roles of controls that have no name."""
    nodes, start = _tree(page, selector)
    return [
        _value(node, "role") for node in _walk(nodes, start) if _value(node, "role") in CONTROLS and not _name(node)
    ]


def _tree(page: Page, selector: str) -> tuple[dict[str, Node], Node]:
    """Every node by its id, and the node of the element."""
    client = page.context.new_cdp_session(page)
    client.send("Accessibility.enable")
    document = client.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = client.send("DOM.querySelector", {"nodeId": document, "selector": selector})["nodeId"]
    element = client.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]
    nodes = {node["nodeId"]: node for node in client.send("Accessibility.getFullAXTree")["nodes"]}
    client.detach()
    return nodes, next(node for node in nodes.values() if node.get("backendDOMNodeId") == element)


def _walk(nodes: dict[str, Node], node: Node) -> Iterator[Node]:
    """A node and all below it that are not ignored."""
    if not node["ignored"]:
        yield node
    for child in _children(nodes, node):
        yield from _walk(nodes, child)


def _children(nodes: dict[str, Node], node: Node) -> list[Node]:
    return [nodes[child] for child in node.get("childIds", ()) if child in nodes]


def _lines(nodes: dict[str, Node], node: Node, depth: int) -> Iterator[tuple[int, str]]:
    """The lines of a node and of those below it, each with its depth."""
    role = "" if node["ignored"] else _value(node, "role")
    if role in NAMED or role in CONTAINERS or (role in GROUPS and _name(node)):
        yield depth, " ".join(filter(None, (_label(role), f"“{_name(node)}”" if _name(node) else "", *_states(node))))
        depth += 1
    if role not in NAMED:
        for child in _children(nodes, node):
            yield from _lines(nodes, child, depth)


def _label(role: str) -> str:
    return {"DisclosureTriangle": "disclosure"}.get(role, role)


def _states(node: Node) -> Iterator[str]:
    """Its states as a screen reader announces them; what is false or usual is left out."""
    for state in node.get("properties", ()):
        name, value = state["name"], str(state["value"].get("value")).lower()
        if name == "level" and _value(node, "role") == "heading":
            yield f"level {value}"
        elif name == "expanded":
            yield "expanded" if value == "true" else "collapsed"
        elif name in STATES and value not in {"false", "none"}:
            yield name


def _value(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _name(node: Node) -> str:
    return " ".join(_value(node, "name").split())
