"""What all tests share: where the data is that is never committed, and how Hypothesis behaves."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

# Two cores are shared with whatever else runs: an example may take long without being wrong.
hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Evaluation data beside the checkout; a test that wants it is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the shared data is not beside this checkout")
    return SHARED_DATA
