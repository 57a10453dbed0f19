"""Knows whether the site serves the lean runtime. README.md in this folder tells what that is, and why it is sound.

Must never know how it is made: that is make.py.
"""

from __future__ import annotations

import os

__all__ = ["ON"]

ON = os.environ.get("LEAN", "on") != "off"
"""The one switch: `LEAN=off python3 run.py build`, or False here. Then readers start plain Pyodide, with the same answers."""
