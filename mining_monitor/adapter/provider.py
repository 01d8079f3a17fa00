"""The Processing provider ``miningmonitor`` (CONTRACT 1); it loads without a window."""

from __future__ import annotations

from typing import List

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from mining_monitor import paths
from mining_monitor.adapter import crs_cache
from mining_monitor.adapter.algorithms.assess_accuracy import AssessAccuracy
from mining_monitor.adapter.algorithms.base import plugin_icon
from mining_monitor.adapter.algorithms.detect_change import DetectChange
from mining_monitor.adapter.algorithms.detect_sectors import DetectSectors
from mining_monitor.adapter.algorithms.export_geojson import ExportGeoJson
from mining_monitor.adapter.algorithms.import_annotations import ImportAnnotations
from mining_monitor.adapter.algorithms.load_sentinel2 import LoadSentinel2
from mining_monitor.adapter.algorithms.sample_points import SamplePoints
from mining_monitor.adapter.algorithms.search_scenes import SearchScenes
from mining_monitor.adapter.algorithms.site_report import SiteReport
from mining_monitor.adapter.algorithms.spectral_index import SpectralIndex
from mining_monitor.adapter.algorithms.training_chips import TrainingChipsAlgorithm
from mining_monitor.adapter.algorithms.validate_annotations import ValidateAnnotations
from mining_monitor.adapter.messages import tr


class MiningMonitorProvider(QgsProcessingProvider):
    """Offers the plugin's algorithms to the toolbox, to models and to ``qgis_process``."""

    def id(self) -> str:
        """Return the id that scripts use."""
        return "miningmonitor"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return tr("Mining Monitor")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return plugin_icon()

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Add the algorithms."""
        crs_cache.keep_storage_crs()
        for algorithm in (
            DetectSectors(), ImportAnnotations(), ValidateAnnotations(), ExportGeoJson(), LoadSentinel2(),
            SearchScenes(), SpectralIndex(), SamplePoints(), AssessAccuracy(), DetectChange(),
            SiteReport(), TrainingChipsAlgorithm(),
        ):  # fmt: skip
            self.addAlgorithm(algorithm)

    def supportedOutputRasterLayerExtensions(self) -> List[str]:  # noqa: N802
        """Return the raster formats that the engine writes."""
        return ["tif"]

    def defaultRasterFileExtension(self) -> str:  # noqa: N802
        """Return the raster format of temporary outputs."""
        return "tif"

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        """Memory layers and databases take the sectors too."""
        return True

    def versionInfo(self) -> str:  # noqa: N802
        """Return the plugin's version."""
        return paths.version()
