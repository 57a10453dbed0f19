"""Downloads, read back by libraries that this project did not write."""
