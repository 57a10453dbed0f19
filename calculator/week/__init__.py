"""A planned week: fields, parsing, planner, conflicts, answer."""
