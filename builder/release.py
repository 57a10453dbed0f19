"""Knows how a release is cut: today's loader is kept for ever under the version of the advice.

Must never know what is in a loader. The site's address stands in the loader, so a release needs it as the build does.

    SITE_URL=https://example.org/ python -m builder.release
"""

import os
import sys

from builder import embed, released
from calculator.report import ADVICE_VERSION

if __name__ == "__main__":
    if not os.environ.get("SITE_URL", "").endswith("/"):
        sys.exit("SITE_URL must be the address of the site, with a slash at its end: it stands in the loader for ever.")
    released.add(ADVICE_VERSION, embed.loader(os.environ["SITE_URL"]))
