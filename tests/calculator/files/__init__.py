"""Knows nothing but that these tests belong together: every file, read with readers that this project did not write.

Must never know a test.
"""
