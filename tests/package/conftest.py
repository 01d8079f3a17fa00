"""Where the zip is that the tests look at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def archive() -> Path:
    """The zip that ``make package`` made, named by ``MINING_MONITOR_ZIP``."""
    named = os.environ.get("MINING_MONITOR_ZIP")
    if not named:
        pytest.skip("MINING_MONITOR_ZIP names no zip: make test-package")
    path = Path(named)
    assert path.is_file(), f"{path} is missing: make package"
    return path
