"""Tests of the rules and advisories."""
