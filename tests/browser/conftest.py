"""A browser without a window and without a network."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")


class Browser:
    """Opens pages from disk; every address but those of files leads nowhere."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder

    def run(self, page: Path, *options: str) -> str:
        """Open a page, let its scripts come to an end, and return what the browser prints."""
        with tempfile.TemporaryDirectory(dir=self._folder) as profile:
            done = subprocess.run(
                [
                    self._program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--no-first-run", "--disable-extensions", "--disable-background-networking",
                    f"--user-data-dir={profile}", "--host-resolver-rules=MAP * ~NOTFOUND",
                    "--virtual-time-budget=30000", *options, page.as_uri(),
                ],
                capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def dom(self, page: Path) -> str:
        """Return the page as its scripts have left it."""
        return self.run(page, "--dump-dom")


@pytest.fixture(scope="session")
def browser(tmp_path_factory) -> Browser:
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium: make test-browser installs it")
    return Browser(program, tmp_path_factory.mktemp("browser"))
