"""Read what the project itself needs of mkdocs.yml: the site's name, description and address, the menu, and where pages are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from builder.discovery.structured_data import Site
from builder.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Configuration", "read", "site"]


class Configuration(NamedTuple):
    """The site, its menu as mkdocs.yml writes it, and the folder of its pages."""

    site: Site
    menu: list[Any]
    docs: Path


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` with a name and a default, and leaves out the names of Python objects, which only the generator needs."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> str:
    name, default = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else ("", "")
    return os.environ.get(name, default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)


def read(path: Path = ROOT / "mkdocs.yml") -> Configuration:
    """The configuration; SITE_URL of the environment is the address where it is set."""
    values: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader
    read_site = site(values["site_name"], values["site_description"], values["site_url"], values.get("extra", {}))
    return Configuration(read_site, values["nav"], path.parent / values.get("docs_dir", "docs"))


def site(name: str, description: str, address: str, extra: Mapping[str, Any]) -> Site:
    """The site, with what `extra` says under `project` of those who stand behind it."""
    project = extra.get("project", {})
    contact = project.get("security_contact") or project.get("contact", "")
    return Site(name, description, address, project.get("repository", ""), contact, project.get("security_expires", ""))
