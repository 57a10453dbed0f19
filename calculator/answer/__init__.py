"""The answer to a query: assembly, headline, and which changed answer would change it."""
