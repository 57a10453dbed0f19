"""Mutation testing of the calculator."""
