"""Tables: parameters, sources, claims, kinds of cardio, interval formats, contradictions, frequent questions."""
