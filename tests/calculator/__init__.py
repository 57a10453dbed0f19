"""Knows nothing but that these tests belong together: the advice, held to its word.

Must never know a test.
"""
