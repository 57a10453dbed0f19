"""Freeze a pure-Python application in CPython's WebAssembly. README.md in this folder says how, and why that is sound."""
