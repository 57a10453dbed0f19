"""The form: fields, validation errors, and parsing a query string into a `Situation`."""
