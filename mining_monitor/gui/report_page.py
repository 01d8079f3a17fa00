"""The report on sites from the Report dock: what is asked of the engine, and the task that writes it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterable, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtGui import QImage

from mining_monitor.adapter import settings
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.image_refs import Access, access, provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.adapter.report_pdf import preview_pages, print_page
from mining_monitor.adapter.tasks import RequestTask
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import LANGUAGES, SiteReportRequest, SiteReportResult
from mining_monitor.schema.fields import SECTORS_TABLE

#: What the dock writes that is a report on sites, and the ending of its file.
PAGE, PDF = "page", "pdf"
SUFFIXES = {PAGE: ".html", PDF: ".pdf"}

#: Names of the languages in themselves, as people look for them.
LANGUAGE_TITLES = {"en": "English", "es": "Español", "fr": "Français", "pt": "Português"}


@dataclass(frozen=True)
class PageOptions:
    """What the form says of a report on sites; ids of layers are empty where none is chosen."""

    sites: Tuple[str, ...] = ()
    compare_id: str = ""
    image_id: str = ""
    compare_image_id: str = ""
    language: str = LANGUAGES[0]
    accuracy: str = ""
    has_table: bool = False


def earlier_layers(current: Optional[QgsVectorLayer]) -> List[Tuple[str, str]]:
    """Return (id, name) of the polygon layers that the sectors can be compared with."""
    return _listed(layer for layer in _polygons(current) if layer.fields().indexOf("class") >= 0)


def polygon_layers(current: Optional[QgsVectorLayer]) -> List[Tuple[str, str]]:
    """Return (id, name) of the polygon layers that areas can be cut with: concessions, protected areas, districts."""
    kinds = [layer for layer in _polygons(current) if layer.fields().indexOf("class") < 0]
    return _listed(layer for layer in kinds if not layer.customProperty(KIND_PROPERTY, ""))


def _polygons(current: Optional[QgsVectorLayer]) -> List[QgsVectorLayer]:
    kind = QgsWkbTypes.GeometryType.PolygonGeometry
    return [
        layer for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.geometryType() == kind
        and layer is not current
    ]  # fmt: skip


def image_layers() -> List[Tuple[str, str]]:
    """Return (id, name) of the images that can lie behind the maps: raster files that may be analysed."""
    return _listed(layer for layer in QgsProject.instance().mapLayers().values() if _is_image_file(layer))


def _listed(layers: Iterable[QgsMapLayer]) -> List[Tuple[str, str]]:
    return sorted(((layer.id(), layer.name()) for layer in layers), key=lambda item: item[1])


def _is_image_file(layer: QgsMapLayer) -> bool:
    if not isinstance(layer, QgsRasterLayer):
        return False
    try:
        return access(layer) is Access.FILE
    except MiningMonitorError:
        return False


def _attribution(*images: Optional[QgsMapLayer]) -> str:
    """Return what the owners of the images want printed, each once."""
    texts = [str(provenance(image).get("attribution") or "") for image in images if isinstance(image, QgsRasterLayer)]
    return "; ".join(dict.fromkeys(filter(None, texts)))


class ReportTask(RequestTask):
    """Writes a report; a PDF is printed from the engine's page in the task's thread.

    Parameters
    ----------
    layer : QgsVectorLayer
        The sectors, saved at ``path``.
    output : str
        .html or .pdf.

    Raises
    ------
    OutputError
        The earlier sectors cannot be saved for the engine.
    """

    def __init__(
        self, layer: QgsVectorLayer, path: Path, states: Tuple[str, ...], output: str, options: PageOptions
    ) -> None:
        super().__init__(tr("Write report: {}").format(Path(output).name), None)
        self._folder = Path(tempfile.mkdtemp(prefix="mining-monitor-report-"))
        self._output = output
        try:
            self.request = self._make_request(layer, path, states, options)
        except MiningMonitorError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def _make_request(
        self, layer: QgsVectorLayer, path: Path, states: Tuple[str, ...], options: PageOptions
    ) -> SiteReportRequest:
        is_pdf = self._output.lower().endswith(SUFFIXES[PDF])
        project = QgsProject.instance()
        image = project.mapLayer(options.image_id) if options.image_id else None
        earlier_image = project.mapLayer(options.compare_image_id) if options.compare_image_id else None
        return SiteReportRequest(
            source=SectorSource(str(path), SECTORS_TABLE, layer.subsetString(), states),
            output=str(self._folder / "report.html") if is_pdf else self._output,
            sites=options.sites,
            compare=self._compare(project.mapLayer(options.compare_id) if options.compare_id else None),
            image=image.source() if isinstance(image, QgsRasterLayer) else "",
            compare_image=earlier_image.source() if isinstance(earlier_image, QgsRasterLayer) else "",
            attribution=_attribution(image, earlier_image),
            accuracy=options.accuracy,
            table=str(Path(self._output).with_suffix(".csv")) if options.has_table else None,
            operator=settings.editor(),
            language=options.language,
        )

    def _compare(self, layer: Optional[QgsMapLayer]) -> Optional[SectorSource]:
        if not isinstance(layer, QgsVectorLayer):
            return None
        source = export_source(layer, self._folder)
        return SectorSource(source.path, source.layer, source.where)

    def work(self) -> SiteReportResult:
        """Ask the engine, and print its page where a PDF is wanted."""
        result: SiteReportResult = super().work()
        if result.output != self._output:
            print_page(Path(result.output), Path(self._output), self.isCanceled)
        return replace(result, output=self._output)

    def finished(self, result: bool) -> None:
        """Tell the end; what was saved for the engine goes."""
        shutil.rmtree(self._folder, ignore_errors=True)
        super().finished(result)


class PreviewTask(ReportTask):
    """Writes a page and paints its first pages as they will print; the result is (SiteReportResult, images, count)."""

    def work(self) -> Tuple[SiteReportResult, List[QImage], int]:  # type: ignore[override]
        """Ask the engine, and paint."""
        result = super().work()
        images, count = preview_pages(Path(result.output), self.isCanceled)
        return result, images, count
