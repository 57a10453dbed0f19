"""Knows how a release is cut: today's loader is kept for ever under the version of the advice.

Must never know what is in a loader.

    python -m builder.release
"""

from builder import embed, released
from calculator.report import ADVICE_VERSION

if __name__ == "__main__":
    released.add(ADVICE_VERSION, embed.loader())
