"""Finished HTML: repairs of the theme, the policy, and spaces that do not break."""
