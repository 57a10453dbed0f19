"""Build the Content-Security-Policy of the site, and put it into each page.

Every page carries the hashes of all pages' inline scripts: after an instant navigation the next page's scripts run
under the policy of the page that was loaded first.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from builder.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["inline_hashes", "policy", "with_policy", "without_policy"]

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'
POLICY = re.compile(r'\n *<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def inline_hashes(html: str) -> set[str]:
    """The hash of each inline script that a browser would run; JSON is not run, and needs none."""
    bodies = [
        m["body"] for m in SCRIPT.finditer(html) if "src=" not in m["attributes"] and "json" not in m["attributes"]
    ]
    return {f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies}


def policy(hashes: Iterable[str]) -> str:
    """The policy: everything from this site, no inline style, no inline script but these, and WebAssembly."""
    # default-src is not 'none': Firefox prefetches the <link rel="next"> of the theme, which only default-src covers.
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *sorted(hashes)]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "frame-src": "'self'",
        "manifest-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def with_policy(html: str, content: str) -> str:
    """Put the policy into the page's head, before everything that it governs.

    Raises BuildError where the page has no `<meta charset>`.
    """
    if html.count(CHARSET) != 1:
        raise BuildError(f"A page has no {CHARSET} to put its policy after.")
    return html.replace(CHARSET, f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{content}">', 1)


def without_policy(html: str) -> str:
    """The page without the policy that `with_policy` put there."""
    return POLICY.sub("", html, count=1)
