"""What the algorithms about imagery share: their group, and reading their inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException

from mining_monitor.adapter.algorithms.base import MiningMonitorAlgorithm
from mining_monitor.adapter.image_refs import rectangle_extent
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.imagery import Extent


class ImageryAlgorithm(MiningMonitorAlgorithm):
    """Common part of the algorithms that bring images."""

    def groupId(self) -> str:  # noqa: N802
        """Return the id of the group."""
        return "imagery"

    def group(self) -> str:
        """Return the name of the group."""
        return tr("Imagery")

    def tags(self) -> Any:
        """Return further words to find it by."""
        return self._tags("sentinel-2", "sentinel", "satellite", "imagery", "stac", "safe")


def asked_extent(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Optional[Extent]:
    """Return an extent parameter with its CRS, or None where it was left empty.

    Raises
    ------
    ExtentError
        It is empty or not finite.
    """
    if parameters.get(name) in (None, ""):
        return None
    rectangle = algorithm.parameterAsExtent(parameters, name, context)
    crs = algorithm.parameterAsExtentCrs(parameters, name, context)
    return rectangle_extent(rectangle, crs)


def tif_output(text: str) -> str:
    """Return a path that ends in .tif, with a folder that exists.

    Raises
    ------
    OutputError
        The folder cannot be made.
    """
    if not text:
        raise QgsProcessingException(tr("Name the file to write."))
    path = Path(text)
    if path.suffix.lower() not in (".tif", ".tiff"):
        path = path.with_name(path.name + ".tif")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(tr("{} cannot be written: {}").format(path, error), path=str(path)) from error
    return str(path)
