"""Sessions: rank the kinds of cardio that are allowed, and write a session out."""
