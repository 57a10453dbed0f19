"""What belongs to MkDocs: its hooks, and the macros of the pages."""
