"""Knows how the site is made and shipped: the only Python that knows MkDocs, Node.js and Pyodide.

Must never know advice: what it shows comes from the calculator, through the door.
"""
