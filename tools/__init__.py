"""Checks of the guide's prose."""
