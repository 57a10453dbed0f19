"""Measure how fast the calculator starts and answers, beside other ways to run Python in a browser."""
