"""The Python of the browser: Pyodide with a trimmed library, and the frozen runtime."""
