"""Knows only that the tests are one package, so that another project's `tests` cannot stand in for it.

Must never know a test.
"""
