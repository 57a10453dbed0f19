"""Tests of the planned week."""
