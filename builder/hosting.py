"""Knows which headers each address of the site needs, and writes them down as hosts read them.

Must never know a page's words, MkDocs, or what a policy holds.

A header stands in one rule alone for any address: where two rules match, Cloudflare Pages joins their values, and Netlify
keeps the later one. That is why every folder of pages has a rule of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from builder import embed, published

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from builder.findable import Site

__all__ = ["Rule", "apache", "headers", "nginx", "opened", "rules", "write"]

NGINX = Path(__file__).parent.parent / "hosting" / "nginx.conf"
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Access-Control-Allow-Origin": "*",  # the widget's frame has no origin, so all that it fetches is another's
    "Access-Control-Expose-Headers": "Content-Encoding",  # or it could not tell that a host packs well, and take a lesser copy
    "Cross-Origin-Resource-Policy": "cross-origin",
}
IN_FRAME = {
    "Cross-Origin-Embedder-Policy": "credentialless",  # or else a host page with such a policy shows no frame
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
FOR_AN_HOUR = {"Cache-Control": "public, max-age=3600, stale-while-revalidate=604800"}
ASK_FIRST = {"Cache-Control": "no-cache"}
POLICY = "Content-Security-Policy"
MOST_RULES, LONGEST_LINE = 100, 2000  # of Cloudflare Pages


class Rule(NamedTuple):
    """The headers of an address from the root of the site; one that ends with a star stands for all that begin so."""

    path: str
    headers: Mapping[str, str]


def rules(policy: str, folders: Iterable[str], site: Site) -> list[Rule]:
    """Every rule of a site with these folders of pages, the general one first."""
    own = {POLICY: f"{policy}; frame-ancestors 'self'"}
    pages = ["", "index.html", "404.html", *(f"{folder}/*" for folder in sorted(folders))]
    return [
        Rule("*", EVERYWHERE),
        *(Rule(path, own) for path in pages),
        # No word on ancestors: a star would shut out pages of a file, an app, or a sandbox, which have no address on the web.
        Rule("embed/*", {POLICY: embed.policy(site), **IN_FRAME}),
        Rule("assets/*", FOR_EVER),
        *(Rule(path, FOR_EVER) for path in embed.pinned(site.address)),
        Rule(embed.LOADER, FOR_AN_HOUR),
        Rule(published.SERVICE_WORKER, ASK_FIRST),
    ]


def write(folder: Path, site: Site, policy: str) -> None:
    """Put the files that hosts read under the folder of the built site."""
    pages = {page.parent.relative_to(folder).parts[0] for page in folder.rglob("index.html") if page.parent != folder}
    found = rules(policy, pages - {"embed"}, site)
    (folder / "_headers").write_text(headers(site, found), "utf-8")
    (folder / "hosting").mkdir(exist_ok=True)
    (folder / "hosting" / "nginx.conf").write_text(nginx(site, found), "utf-8")
    (folder / "hosting" / "htaccess.txt").write_text(apache(site, found), "utf-8")


def headers(site: Site, found: list[Rule]) -> str:
    """The rules as Netlify and Cloudflare Pages read them, with paths from the root of the host."""
    root = urlsplit(site.address).path
    lines = [line for rule in found for line in (f"{root}{rule.path}", *(f"  {one}" for one in _lines(rule)))]
    if len(found) > MOST_RULES or max(map(len, lines)) > LONGEST_LINE:
        raise SystemExit(f"_headers has {len(found)} rules, the longest line {max(map(len, lines))} signs: too much.")
    return "\n".join([*lines, ""])


def nginx(site: Site, found: list[Rule]) -> str:
    """The rules as a server of nginx: a location drops what stands around it, so each says everything."""
    address = urlsplit(site.address)
    locations = [_location(address.path, rule, found[0]) for rule in found]
    known = {"HOST": address.hostname or "", "ROOT": address.path, "LOCATIONS": "\n".join(locations)}
    text = NGINX.read_text("utf-8")
    for name, value in known.items():
        text = text.replace(f"@{name}@", value)
    return text


def apache(site: Site, found: list[Rule]) -> str:
    """The rules as an .htaccess file for Apache, with mod_headers."""
    root = urlsplit(site.address).path
    return "\n".join(
        [*(line for rule in found for line in _conditions(root, rule)), f"ErrorDocument 404 {root}404.html", ""]
    )


def opened(app: WSGIApplication) -> WSGIApplication:
    """A server of Python's own that sends the headers of every address."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return app(environ, lambda status, had, *error: start(status, [*had, *EVERYWHERE.items()], *error))

    return answer


def _lines(rule: Rule) -> list[str]:
    return [f"{name}: {value}" for name, value in rule.headers.items()]


def _location(root: str, rule: Rule, general: Rule) -> str:
    how = "" if rule.path.endswith("*") else "= "
    told = {**general.headers, **rule.headers}
    lines = [f'    add_header {name} "{value}" always;' for name, value in told.items()]
    return "\n".join([f"  location {how}{root}{rule.path.removesuffix('*')} {{", *lines, "  }"])


def _conditions(root: str, rule: Rule) -> list[str]:
    address = (root + rule.path.removesuffix("*")).replace(".", r"\.")
    end = "" if rule.path.endswith("*") else "$"
    condition = f"expr=%{{REQUEST_URI}} =~ m#^{address}{end}#"
    return [f'Header always set {name} "{value}" "{condition}"' for name, value in rule.headers.items()]
