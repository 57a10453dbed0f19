"""Write the HTTP headers of every address, as Netlify and Cloudflare Pages, nginx and Apache read them.

Each header is in exactly one of the rules that match an address: where two rules match, Cloudflare Pages joins their
values, and Netlify keeps the later one. That is why every folder of pages has a rule of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from builder.assets import fingerprint
from builder.errors import BuildError
from builder.paths import ROOT
from builder.widget import page as widget_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from builder.discovery.structured_data import Site

__all__ = ["HeaderRule", "apache", "headers", "nginx", "rules", "with_cors", "write"]

NGINX = ROOT / "hosting" / "nginx.conf"
DEFAULT_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Access-Control-Allow-Origin": "*",  # the widget's frame has no origin, so everything that it fetches is cross-origin
    "Access-Control-Expose-Headers": "Content-Encoding",  # else the worker fetches the pre-gzipped copy
    "Cross-Origin-Resource-Policy": "cross-origin",
}
WIDGET_HEADERS = {
    "Cross-Origin-Embedder-Policy": "credentialless",  # or a host page with this policy shows no frame
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}
IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}
SHORT_LIVED = {"Cache-Control": "public, max-age=3600, stale-while-revalidate=604800"}
REVALIDATE = {"Cache-Control": "no-cache"}
POLICY = "Content-Security-Policy"
MAX_RULES, MAX_LINE = 100, 2000  # of Cloudflare Pages


class HeaderRule(NamedTuple):
    """The headers of an address from the root of the site; one that ends with a star stands for all that begin so."""

    path: str
    headers: Mapping[str, str]


def rules(policy: str, folders: Iterable[str], site: Site) -> list[HeaderRule]:
    """Return every rule of a site with these folders of pages, the general one first."""
    page_headers = {POLICY: f"{policy}; frame-ancestors 'self'"}
    pages = ["", "index.html", "404.html", *(f"{folder}/*" for folder in sorted(folders))]
    return [
        HeaderRule("*", DEFAULT_HEADERS),
        *(HeaderRule(path, page_headers) for path in pages),
        # No `frame-ancestors`: `*` matches network schemes only, and would block file: pages, apps and sandboxed previews.
        HeaderRule("embed/*", {POLICY: widget_page.policy(site), **WIDGET_HEADERS}),
        HeaderRule("assets/*", IMMUTABLE),
        *(HeaderRule(path, IMMUTABLE) for path in widget_page.pinned(site.address)),
        HeaderRule(widget_page.LOADER, SHORT_LIVED),
        HeaderRule(fingerprint.SERVICE_WORKER, REVALIDATE),
    ]


def write(folder: Path, site: Site, policy: str) -> None:
    """Write the files that hosts read below the folder of the built site."""
    pages = {page.parent.relative_to(folder).parts[0] for page in folder.rglob("index.html") if page.parent != folder}
    header_rules = rules(policy, pages - {"embed"}, site)
    (folder / "_headers").write_text(headers(site, header_rules), "utf-8")
    (folder / "hosting").mkdir(exist_ok=True)
    (folder / "hosting" / "nginx.conf").write_text(nginx(site, header_rules), "utf-8")
    (folder / "hosting" / "htaccess.txt").write_text(apache(site, header_rules), "utf-8")


def headers(site: Site, header_rules: list[HeaderRule]) -> str:
    """The rules as Netlify and Cloudflare Pages read them, with paths from the root of the host."""
    root = urlsplit(site.address).path
    lines = [line for rule in header_rules for line in (f"{root}{rule.path}", *(f"  {line}" for line in _lines(rule)))]
    if len(header_rules) > MAX_RULES or max(map(len, lines)) > MAX_LINE:
        raise BuildError(
            f"_headers has {len(header_rules)} rules, the longest line {max(map(len, lines))} signs: too much."
        )
    return "\n".join([*lines, ""])


def nginx(site: Site, header_rules: list[HeaderRule]) -> str:
    """The rules as an nginx server. A location replaces inherited headers, so each repeats all."""
    address = urlsplit(site.address)
    locations = [_nginx_location(address.path, rule, header_rules[0]) for rule in header_rules]
    slots = {"HOST": address.hostname or "", "ROOT": address.path, "LOCATIONS": "\n".join(locations)}
    text = NGINX.read_text("utf-8")
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text


def apache(site: Site, header_rules: list[HeaderRule]) -> str:
    """The rules as an .htaccess file for Apache, with mod_headers."""
    root = urlsplit(site.address).path
    return "\n".join(
        [
            *(line for rule in header_rules for line in _apache_lines(root, rule)),
            f"ErrorDocument 404 {root}404.html",
            "",
        ]
    )


def with_cors(app: WSGIApplication) -> WSGIApplication:
    """Wrap a WSGI application, such as the preview server, so that it sends the default headers."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return app(environ, lambda status, had, *error: start(status, [*had, *DEFAULT_HEADERS.items()], *error))

    return answer


def _lines(rule: HeaderRule) -> list[str]:
    return [f"{name}: {value}" for name, value in rule.headers.items()]


def _nginx_location(root: str, rule: HeaderRule, general: HeaderRule) -> str:
    modifier = "" if rule.path.endswith("*") else "= "
    merged = {**general.headers, **rule.headers}
    lines = [f'    add_header {name} "{value}" always;' for name, value in merged.items()]
    return "\n".join([f"  location {modifier}{root}{rule.path.removesuffix('*')} {{", *lines, "  }"])


def _apache_lines(root: str, rule: HeaderRule) -> list[str]:
    address = (root + rule.path.removesuffix("*")).replace(".", r"\.")
    end = "" if rule.path.endswith("*") else "$"
    condition = f"expr=%{{REQUEST_URI}} =~ m#^{address}{end}#"
    return [f'Header always set {name} "{value}" "{condition}"' for name, value in rule.headers.items()]
