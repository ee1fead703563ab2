"""Settings of the test run: Hypothesis is deterministic everywhere, wider on request."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.archivefile import HOSTILE, write_folder

_SLOW_TEXTS = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("ci", derandomize=True, max_examples=80, deadline=None, suppress_health_check=_SLOW_TEXTS)
settings.register_profile("search", max_examples=3000, deadline=None, suppress_health_check=_SLOW_TEXTS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))  # "search" looks for new counter-examples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of 60 files of many kinds; the working directory is its parent."""
    write_folder(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "in"


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Workers meet a reader that crashes, hangs, leaves or eats memory when a file says so."""
    place = tmp_path / "hostile" / "sitecustomize.py"
    place.parent.mkdir()
    place.write_text(HOSTILE)
    monkeypatch.syspath_prepend(str(place.parent))
    return place
