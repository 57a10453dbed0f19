"""The tests are a package, so that another project's `tests` cannot be imported by mistake."""
