"""Hypothesis profiles: few fixed examples by default, many at night, fewest against mutants."""

import os

from hypothesis import HealthCheck, settings

COMMON = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "ci", max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=COMMON
)
settings.register_profile("nightly", max_examples=3000, deadline=None, suppress_health_check=COMMON)
settings.register_profile(
    "mutants", max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=COMMON
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
