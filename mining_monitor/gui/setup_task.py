"""The engine's set-up in QGIS's task manager."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining_monitor import paths
from mining_monitor.adapter import engine_access, settings, tasks
from mining_monitor.adapter.messages import tr
from mining_monitor.client.building import DOWNLOAD_MB, INSTALLED_MB, SetupRequest, build_environment
from mining_monitor.client.folders import environment_folder, requirements_file
from mining_monitor.client.proxy import ProxySettings
from mining_monitor.client.setup_progress import SetupProgress

#: Rounded up from what ``client.building`` measured, with an ordinary line.
MINUTES = 3


@dataclass(frozen=True)
class SetupCost:
    """What a set-up takes and where it goes."""

    download_mb: int
    size_mb: int
    minutes: int
    folder: Path


def setup_cost() -> SetupCost:
    """Return what a set-up takes and where it goes."""
    folder = environment_folder(settings.profile_folder(), requirements_file())
    return SetupCost(DOWNLOAD_MB, INSTALLED_MB, MINUTES, folder)


class SetupTask(tasks.WorkTask):
    """Builds the engine's environment; everything it needs is read when it is made, in the main thread."""

    def __init__(self, wheel_folder: str) -> None:
        super().__init__(tr("Set up the engine of Mining Monitor"))
        proxy = settings.qgis_proxy()
        self._request = SetupRequest(
            profile=settings.profile_folder(),
            wheels=Path(wheel_folder) if wheel_folder else None,
            proxy=ProxySettings(proxy.url, proxy.user, proxy.password, proxy.exclusions) if proxy.url else None,
            plugin_version=paths.version(),
        )

    def work(self) -> Any:
        """Build; a running engine holds its files on Windows, so it ends first."""
        engine_access.shared().stop()
        return build_environment(self._request, on_progress=self._tell, should_cancel=self.isCanceled)

    def _tell(self, progress: SetupProgress) -> None:
        self.setProgress(100.0 * min(max(progress.fraction, 0.0), 1.0))
        self.progressed.emit(progress)
