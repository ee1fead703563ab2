"""Settings of the test run: Hypothesis is deterministic everywhere, wider on request."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SLOW_TEXTS = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("ci", derandomize=True, max_examples=80, deadline=None, suppress_health_check=_SLOW_TEXTS)
settings.register_profile("search", max_examples=3000, deadline=None, suppress_health_check=_SLOW_TEXTS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))  # "search" looks for new counter-examples
