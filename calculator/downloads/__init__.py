"""Downloads of a session: calendar, FIT, TCX, Zwift and plain text."""
