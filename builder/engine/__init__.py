"""What the browser's Python is made of: the sources of the calculator, compiled, and calls that exercise them."""
