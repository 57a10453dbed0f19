"""Assessment: readiness, the engine that applies all rules, and the outlook over the next days."""
