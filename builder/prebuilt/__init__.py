"""Answers that are computed when the site is built, packed for the browser."""
