"""When and by whom the Esri World Imagery was taken at a place: its Citations answer to an identify (DOMAIN 2.6)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Optional
from urllib.parse import urlencode

from qgis.core import (
    QgsBlockingNetworkRequest,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeedback,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from mining_monitor.adapter import services
from mining_monitor.adapter.image_facts import is_date
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.errors import CancelledError, ImageError
from mining_monitor.schema.fields import STORAGE_CRS

_WORLD_IMAGERY = re.compile(r"^(https?://[^\s]+?/World_Imagery/MapServer)\b", re.IGNORECASE)
_MAX_ANSWER_BYTES = 2_000_000
_TIMEOUT_MS = 20_000


@dataclass(frozen=True)
class Citation:
    """What a service says of its picture at a place: ISO 8601 date, agency, figures."""

    date: str = ""
    system: str = ""
    gsd_m: Optional[float] = None
    accuracy_m: Optional[float] = None


def citations_url(layer: QgsRasterLayer) -> str:
    """Return the address of the map server that can be asked; empty where the layer is no Esri World Imagery."""
    match = _WORLD_IMAGERY.match(services.service_url(layer))
    return match.group(1) if match else ""


class CitationTask(WorkTask):
    """Asks a World Imagery server about the middle of a place; made in the main thread.

    Parameters
    ----------
    layer : QgsRasterLayer
        One that ``citations_url`` knows.
    extent : QgsRectangle
        What is looked at, in ``crs``.
    """

    def __init__(self, layer: QgsRasterLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        super().__init__(tr("Ask when {} was taken").format(layer.name()))
        self._server = citations_url(layer)
        self._name = layer.name()
        wgs84 = QgsCoordinateReferenceSystem(STORAGE_CRS)
        transform = QgsCoordinateTransform(crs, wgs84, QgsProject.instance().transformContext())
        self._box = transform.transformBoundingBox(extent)
        self._feedback = QgsFeedback()

    def address(self) -> str:
        """Return what is asked: identify at the middle of the place, in all sub-layers."""
        middle: QgsPointXY = self._box.center()
        box = ",".join(
            f"{value:.7f}"
            for value in (self._box.xMinimum(), self._box.yMinimum(), self._box.xMaximum(), self._box.yMaximum())
        )
        query = {
            "f": "json", "geometryType": "esriGeometryPoint", "geometry": f"{middle.x():.7f},{middle.y():.7f}",
            "sr": "4326", "layers": "all", "tolerance": "0", "mapExtent": box, "imageDisplay": "512,512,96",
            "returnGeometry": "false",
        }  # fmt: skip
        return f"{self._server}/identify?{urlencode(query)}"

    def work(self) -> Citation:
        """Ask and read the answer.

        Raises
        ------
        ImageError
            The server gives no answer that can be read.
        """
        request = QNetworkRequest(QUrl(self.address()))
        if hasattr(request, "setTransferTimeout"):
            request.setTransferTimeout(_TIMEOUT_MS)
        network = QgsBlockingNetworkRequest()
        outcome = network.get(request, False, self._feedback)
        if self.isCanceled():
            raise CancelledError(tr("Cancelled."))
        if outcome != QgsBlockingNetworkRequest.ErrorCode.NoError:
            raise self._no_answer(network.errorMessage())
        body = bytes(network.reply().content())
        if len(body) > _MAX_ANSWER_BYTES:
            raise self._no_answer(tr("it is too long"))
        try:
            return read_citation(json.loads(body.decode("utf-8")))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise self._no_answer(str(error)) from error

    def _no_answer(self, why: str) -> ImageError:
        return ImageError(
            tr("The service behind '{layer}' does not say when its picture was taken ({why}). Enter the date.").format(
                layer=self._name, why=why
            ),
            layer=self._name,
        )

    def cancel(self) -> None:
        """Stop waiting."""
        self._feedback.cancel()
        super().cancel()


def read_citation(answer: Any) -> Citation:
    """Read the answer to an identify: the finest source counts.

    Raises
    ------
    ValueError
        It holds no source with a date.
    """
    found = [c for c in (_citation(result.get("attributes", {})) for result in answer.get("results", [])) if c.date]
    if not found:
        raise ValueError(tr("no source with a date"))
    found.sort(key=lambda c: c.gsd_m if c.gsd_m is not None else 1e9)
    best = found[0]
    return best


def _citation(attributes: Any) -> Citation:
    values = {str(key).upper(): value for key, value in attributes.items()}
    system = " ".join(
        dict.fromkeys(text for text in (_text(values.get("NICE_DESC")), _text(values.get("SRC_DESC"))) if text)
    )
    return Citation(
        date=_date(values.get("SRC_DATE2")) or _date(values.get("SRC_DATE")) or _date(values.get("DATE (YYYYMMDD)")),
        system=system or _text(values.get("NICE_NAME")) or _text(values.get("DESCRIPTION")),
        gsd_m=_number(values.get("SRC_RES", values.get("RESOLUTION (M)"))),
        accuracy_m=_number(values.get("SRC_ACC", values.get("ACCURACY (M)"))),
    )


def _text(value: Any) -> str:
    text = "" if value is None else str(value).strip()
    return "" if text.lower() in ("null", "none", "n/a") else text[:200]


def _number(value: Any) -> Optional[float]:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _date(value: Any) -> str:
    """Read a date as the service writes it: 20210227, 2021-02-27, 2/27/2021, or milliseconds since 1970."""
    text = _text(value)
    match = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text)
    if match:
        return _valid("-".join(match.groups()))
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if match:
        month, day, year = (int(part) for part in match.groups())
        return _valid(f"{year:04d}-{month:02d}-{day:02d}")
    if re.fullmatch(r"-?\d{10,14}", text):
        from datetime import datetime, timezone

        return datetime.fromtimestamp(int(text) / 1000.0, timezone.utc).date().isoformat()
    return ""


def _valid(text: str) -> str:
    return text if is_date(text) and text > "1950" else ""
