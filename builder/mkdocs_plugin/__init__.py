"""What belongs to MkDocs: its hooks, the macros of the pages, and what is done to the finished HTML."""
