"""A calculation that every Python can do: a few sums and some markup, for those that cannot run our engine.

It does a small part of an answer's work, so every comparison with it favours the others.
"""

ROWS = 24


def answer(query: str) -> str:
    """An article with the query, and a table of numbers that fall by halves."""
    text = dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)
    start = 100 - 5 * int(text.get("soreness", 4)) - int(text.get("age", 30)) / 10
    rows = "".join(row(hours, start) for hours in range(ROWS))
    escaped = query.replace("&", "&amp;")
    return '<article data-query="' + escaped + '"><h2>Left over</h2><table>' + rows + "</table></article>"


def row(hours: int, start: float) -> str:
    """One row: the hour, what is left, and a bar of that length."""
    left = round(start * 0.5 ** (hours / ROWS), 1)
    return "<tr><th>" + str(hours) + "</th><td>" + str(left) + "</td><td>" + "|" * int(left / 10) + "</td></tr>"
