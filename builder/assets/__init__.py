"""Bundle, fingerprint and cache files."""
