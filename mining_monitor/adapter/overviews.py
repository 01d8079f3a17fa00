"""Overviews (pyramids) of large images: whether they are missing, what they cost, and how they are built."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, List, Optional

from qgis.core import QgsRasterBlockFeedback, QgsRasterLayer

from mining_monitor.adapter import crs_cache
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, OutputError

LOGGER = logging.getLogger(__name__)

#: Below this size a whole image is drawn at once.
SMALLEST_PIXELS = 4_000_000
#: Overviews take a third of the pixels; compressed about half of that.
_SHARE = 1.0 / 3.0


@dataclass(frozen=True)
class MissingOverviews:
    """An image that is slow when zoomed out, and about how much disk its overviews take, in bytes."""

    path: Path
    size_bytes: int


def missing(layer: QgsRasterLayer) -> Optional[MissingOverviews]:
    """Return what a local file lacks to be fast at every zoom; None where it lacks nothing or nothing can be done."""
    provider = layer.dataProvider()
    path = Path(layer.source())
    if provider is None or layer.providerType() != "gdal" or not path.is_file():
        return None
    pixels = provider.xSize() * provider.ySize()
    if pixels < SMALLEST_PIXELS or path.suffix.lower() == ".vrt":
        return None
    if provider.hasPyramids():
        return None
    sample = max(1, provider.dataTypeSize(1)) * provider.bandCount()
    return MissingOverviews(path, int(pixels * sample * _SHARE))


def _want(pyramid: Any) -> None:
    if hasattr(pyramid, "setBuild"):
        pyramid.setBuild(True)
    else:
        pyramid.build = True


class OverviewTask(WorkTask):
    """Builds overviews in a file beside the image (.ovr); the image itself is not touched."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        super().__init__(tr("Build overviews of {}").format(layer.name()))
        crs_cache.keep(layer.crs())
        self._provider: Any = layer.dataProvider().clone()
        self._path = Path(layer.source())
        self._had_overviews = self._beside().exists()
        self._feedback = QgsRasterBlockFeedback()
        self._feedback.progressChanged.connect(lambda percent: self.tell(Progress(percent / 100.0, "overviews")))

    def _beside(self) -> Path:
        return self._path.with_name(self._path.name + ".ovr")

    def work(self) -> str:
        """Build them.

        Raises
        ------
        OutputError
            The folder cannot be written, or the disk is full.
        """
        self._provider.block(1, self._provider.extent(), 1, 1)  # a clone opens its file when it reads first
        pyramids: List[Any] = list(self._provider.buildPyramidList())
        for pyramid in pyramids:
            _want(pyramid)
        problem = self._provider.buildPyramids(
            pyramids, "AVERAGE", configOptions=["COMPRESS_OVERVIEW=DEFLATE"], feedback=self._feedback
        )
        if self.isCanceled() or problem:
            self._tidy()
        if self.isCanceled():
            raise CancelledError(tr("Cancelled."))
        if problem:
            raise OutputError(
                tr("Overviews of {path} could not be built ({problem}). Check that its folder can be written.").format(
                    path=self._path, problem=problem
                ),
                path=str(self._path),
            )
        return str(self._path)

    def _tidy(self) -> None:
        """Leave nothing half-made."""
        if not self._had_overviews:
            try:
                self._beside().unlink()
            except OSError as error:
                LOGGER.info("%s", error)

    def cancel(self) -> None:
        """Stop at the next block."""
        self._feedback.cancel()
        super().cancel()
