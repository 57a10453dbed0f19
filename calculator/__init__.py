"""Knows what cardio suits tired legs today, and why: pure Python, standard library only.

Must never know a web page, a template, a browser or a file.
"""
