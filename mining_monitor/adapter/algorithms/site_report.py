"""``miningmonitor:sitereport``: a report on sites, as a page or a PDF, and as a table (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsRasterLayer,
)

from mining_monitor.adapter import settings
from mining_monitor.adapter.algorithms.base import translated_errors
from mining_monitor.adapter.algorithms.numbers_base import NumbersAlgorithm
from mining_monitor.adapter.image_refs import Access, access, provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.report_language import report_language
from mining_monitor.adapter.report_pdf import print_page
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.report import SiteReportRequest, SiteReportResult


class SiteReport(NumbersAlgorithm):
    """Write a report on sites."""

    INPUT, IMAGE, COMPARE, OUTPUT, TABLE = "INPUT", "IMAGE", "COMPARE", "OUTPUT", "TABLE"

    def name(self) -> str:
        """Return the id that scripts use."""
        return "sitereport"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Write site report")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("html", "pdf", "print", "regulator", "site")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Writes a report on the sites of a layer: maps, areas by class, tailings facilities, imagery, method, "
            "limits, who drew and who reviewed, and where each figure comes from.</p>"
            "<p><b>Image</b>: lies behind the maps. <b>Earlier sectors</b>: what changed since then is told. "
            "<b>Report</b>: .html is one page that needs no other file and reads well on a screen, by a screen reader "
            "and printed; .pdf is the same on A4. <b>Table</b>: every area as CSV.</p>"
            "<p>Artisanal sites are counted by binned area only. The same input gives the same content hash.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Writes a report on sites with maps, areas, change and method.")

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        polygons = [QgsProcessing.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterVectorLayer(self.INPUT, tr("Sectors"), polygons))
        self.addParameter(QgsProcessingParameterRasterLayer(self.IMAGE, tr("Image"), optional=True))
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.COMPARE, tr("Earlier sectors"), polygons, optional=True)
        )
        files = tr("Web pages (*.html);;PDF files (*.pdf)")
        self.addParameter(QgsProcessingParameterFileDestination(self.OUTPUT, tr("Report"), files))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.TABLE, tr("Table"), tr("CSV files (*.csv)"), optional=True, createByDefault=False
            )
        )

    def make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> SiteReportRequest:
        """Return what is asked of the engine; a PDF is made from a page in ``folder``."""
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        compare = None
        if parameters.get(self.COMPARE) not in (None, ""):
            compare = self.source(parameters, self.COMPARE, context)
        image = self.parameterAsRasterLayer(parameters, self.IMAGE, context)
        return SiteReportRequest(
            source=self.source(parameters, self.INPUT, context),
            output=str(folder / "report.html") if Path(output).suffix.lower() == ".pdf" else output,
            compare=compare,
            image=_image_path(image) if image is not None else "",
            attribution=str(provenance(image).get("attribution") or "") if image is not None else "",
            table=self.file_output(parameters, self.TABLE, context),
            operator=settings.editor(),
            language=report_language(),
        )

    def outputs(
        self, result: SiteReportResult, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        """Print the page where a PDF is wanted, and say what was written."""
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if Path(output).suffix.lower() == ".pdf":
            with translated_errors():
                print_page(Path(result.output), Path(output), feedback.isCanceled)
        feedback.pushInfo(tr("{} sites, {} sectors in {}").format(result.sites, result.sectors, output))
        feedback.pushInfo(tr("Content SHA-256 {}").format(result.content_sha256))
        outputs = {self.OUTPUT: output}
        if result.table:
            outputs[self.TABLE] = result.table
        return outputs


def _image_path(layer: QgsRasterLayer) -> str:
    if access(layer) is not Access.FILE:
        raise ParameterError(tr("The image '{}' is no raster file. Save it as a GeoTIFF first.").format(layer.name()))
    return layer.source()
