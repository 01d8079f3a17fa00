"""A sample on disk for the people who label it: read once, each label saved at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, List, Mapping

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorLayer, QgsWkbTypes

from mining_monitor.adapter.compat import make_field, number_of, text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.schema.fields import STORAGE_CRS
from mining_monitor.schema.sample import SAMPLE_FIELDS, SAMPLE_TABLE

#: Files whose columns keep their names and that can be written in place.
SUFFIXES = (".gpkg", ".geojson", ".json")

#: What a sample has in any case; the other columns are added where they are missing.
_LABEL = "label"

_TEXTS = tuple(field.name for field in SAMPLE_FIELDS if field.kind == "text")


@dataclass(frozen=True)
class SamplePoint:
    """A point: its row in the file, its number, where it is in degrees, and the texts of its columns.

    The map's class is no part of it: the file does not hold it.
    """

    fid: int
    seq: int
    lon: float
    lat: float
    texts: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")


class SampleFile:
    """The points of a sample in the order by lot.

    Parameters
    ----------
    path : Path
        What ``samplepoints`` wrote: .gpkg or .geojson.

    Raises
    ------
    AnnotationsError
        The file is no sample.
    OutputError
        It is a sample and cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._layer = _open(path)
        self._columns = self._complete()
        self.points: List[SamplePoint] = sorted(self._read(), key=lambda point: (point.seq, point.fid))
        if not self.points:
            raise AnnotationsError(tr("{} holds no points. Draw a sample first.").format(path.name), path=str(path))

    def write(self, index: int, texts: Mapping[str, str]) -> None:
        """Save columns of one point; it is in the file when this returns.

        Raises
        ------
        OutputError
            The file cannot be written; the point is as it was.
        """
        point = self.points[index]
        values: Dict[int, Any] = {self._columns[name]: text or None for name, text in texts.items()}
        provider = self._layer.dataProvider()
        provider.clearErrors()
        if not self.path.is_file() or not provider.changeAttributeValues({point.fid: values}):
            reason = "; ".join(provider.errors()) or tr("is it open for editing, or has it been removed?")
            raise OutputError(
                tr("The label of point {} was not saved in {}: {}").format(point.seq, self.path.name, reason),
                path=str(self.path),
            )
        self.points[index] = replace(point, texts={**point.texts, **texts})

    def _complete(self) -> Dict[str, int]:
        """Add the columns for labels that an older sample lacks; return where each is."""
        provider = self._layer.dataProvider()
        missing = [f for f in SAMPLE_FIELDS if f.kind == "text" and provider.fieldNameIndex(f.name) < 0]
        if missing and not provider.addAttributes([make_field(field) for field in missing]):
            reason = "; ".join(provider.errors()) or tr("is the file read-only?")
            raise OutputError(
                tr("{} cannot take labels: {}").format(self.path.name, reason), path=str(self.path)
            )  # fmt: skip
        self._layer.updateFields()
        return {name: provider.fieldNameIndex(name) for name in _TEXTS}

    def _read(self) -> List[SamplePoint]:
        crs = self._layer.crs()
        target = QgsCoordinateReferenceSystem(STORAGE_CRS)
        turn = QgsCoordinateTransform(crs if crs.isValid() else target, target, QgsProject.instance())
        points = []
        for number, feature in enumerate(self._layer.getFeatures(), 1):
            geometry = feature.geometry()
            if geometry.isEmpty():
                continue
            place = turn.transform(geometry.vertexAt(0).x(), geometry.vertexAt(0).y())
            seq = number_of(feature["seq"]) if feature.fieldNameIndex("seq") >= 0 else None
            texts = {name: text_of(feature.attribute(column)) for name, column in self._columns.items()}
            points.append(SamplePoint(feature.id(), int(seq or number), place.x(), place.y(), texts))
        return points


def _open(path: Path) -> QgsVectorLayer:
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise AnnotationsError(
            tr("{} is no sample. Choose the .gpkg or .geojson that 'Draw sample points' wrote.").format(path),
            path=str(path),
        )
    tables = (f"|layername={SAMPLE_TABLE}", "") if path.suffix.lower() == ".gpkg" else ("",)
    for table in tables:
        layer = QgsVectorLayer(f"{path}{table}", path.stem, "ogr")
        if layer.isValid() and _is_sample(layer):
            return layer
    raise AnnotationsError(
        tr("{} holds no points with a column '{}'. Choose a file of 'Draw sample points'.").format(path.name, _LABEL),
        path=str(path),
    )


def _is_sample(layer: QgsVectorLayer) -> bool:
    is_point = QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    return is_point and layer.fields().indexOf(_LABEL) >= 0
