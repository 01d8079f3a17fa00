"""Read what pip prints while it downloads and installs."""

from __future__ import annotations

import re
from typing import Optional, Set

from mining_monitor.client.setup_progress import OnProgress, SetupProgress, SetupStage, stage_fraction

_COLLECTING = re.compile(r"^(?:Collecting|Processing|Requirement already satisfied:) (\S+)")
_SIZED = re.compile(r"^\s*(?:Downloading|Using cached) (\S+).*?\(([\d.]+) ?(kB|MB|GB)\)")
_RAW = re.compile(r"^Progress (\d+) of (\d+)")
_INSTALLING = re.compile(r"^Installing collected packages: (.*)")
_MEGABYTES = {"kB": 0.001, "MB": 1.0, "GB": 1000.0}


class PipOutput:
    """Turn pip's lines into progress.

    Parameters
    ----------
    total : int
        Number of packages to install, 0 when unknown.
    """

    def __init__(self, total: int, on_progress: OnProgress) -> None:
        self._total = total
        self._on_progress = on_progress
        self._collected: Set[str] = set()
        self._package = ""
        self._finished_megabytes = 0.0
        self._current_megabytes = 0.0
        self._current_total: Optional[float] = None
        self._is_installing = False
        self._installed = -1

    def begin(self) -> None:
        """Tell that the packages are being looked for; pip says nothing until it has found the first."""
        start = stage_fraction(SetupStage.DOWNLOAD, 0.0)
        message = "Looking for the engine's packages"
        self._on_progress(SetupProgress(SetupStage.DOWNLOAD, start, message, done=0, total=self._total or None))

    def take(self, line: str) -> None:
        """Read one line of pip's output."""
        collecting, sized = _COLLECTING.match(line), _SIZED.match(line)
        raw, installing = _RAW.match(line), _INSTALLING.match(line)
        if collecting:
            self._next_package(_package_name(collecting.group(1)))
        elif sized:
            self._current_total = float(sized.group(2)) * _MEGABYTES[sized.group(3)]
            self._current_megabytes = self._current_total if "cached" in line else 0.0
            self._tell_download()
        elif raw:
            self._current_megabytes = int(raw.group(1)) / 1e6
            self._current_total = int(raw.group(2)) / 1e6
            self._tell_download()
        elif installing:
            self._is_installing = True
            self._total = max(self._total, len(installing.group(1).split(",")))
            self.installed(0)

    def installed(self, count: int) -> None:
        """Take the number of packages that lie in the environment; pip itself is silent while it unpacks."""
        if not self._is_installing or count <= self._installed:
            return
        self._installed = count
        total = self._total or None
        share = count / self._total if self._total else 0.0
        self._on_progress(
            SetupProgress(
                SetupStage.INSTALL,
                stage_fraction(SetupStage.INSTALL, share),
                "Installing the engine's packages",
                done=count,
                total=total,
                megabytes=self._finished_megabytes + self._current_megabytes,
            )
        )

    def _next_package(self, name: str) -> None:
        self._finished_megabytes += self._current_total or 0.0
        self._current_megabytes, self._current_total = 0.0, None
        self._collected.add(name)
        self._package = name
        self._tell_download()

    def _tell_download(self) -> None:
        done = max(len(self._collected) - 1, 0)
        inside = self._current_megabytes / self._current_total if self._current_total else 0.0
        share = (done + inside) / self._total if self._total else 0.0
        self._on_progress(
            SetupProgress(
                SetupStage.DOWNLOAD,
                stage_fraction(SetupStage.DOWNLOAD, share),
                f"Getting {self._package}",
                package=self._package,
                done=min(done + 1, self._total) if self._total else done + 1,
                total=self._total or None,
                megabytes=self._finished_megabytes + self._current_megabytes,
                megabytes_total=self._current_total,
            )
        )


def _package_name(text: str) -> str:
    """Return the name in ``numpy==2.4.6``, or in the path or address of a wheel."""
    last = re.split(r"[/\\]", text)[-1]
    return last.split("-")[0].replace("_", "-") if last.endswith(".whl") else re.split(r"[=<>!~\[;]", last)[0]
