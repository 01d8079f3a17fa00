"""What an adjudicator decides of ground on which two annotators differ, as changes of the first one's sectors."""

from __future__ import annotations

import uuid as uuids
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer, QgsWkbTypes

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.audit_log import utc_now
from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import ROW_FIELDS, Change, Snapshot, snapshots
from mining_monitor.contract.annotation_tables import CONFLICTS_TABLE
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.classes import BY_CODE, BY_KEY, OTHER
from mining_monitor.schema.review import REJECTED

FIRST, SECOND, OPEN = "first", "second", "open"

#: What is left of a sector below this is no ground that anybody meant to draw.
SMALLEST_M2 = 25.0

_SITE_CODE = BY_KEY["lsm"].code


@dataclass(frozen=True)
class Difference:
    """Ground on which two annotators differ; 0 where one has drawn nothing. ``decision`` is empty while open."""

    fid: int
    geometry: QgsGeometry
    first: int
    second: int
    area_m2: float
    decision: str


class Differences:
    """The differences of one comparison, in the file that the engine has written.

    Parameters
    ----------
    path : Path

    Raises
    ------
    OutputError
        The file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._layer = QgsVectorLayer(f"{path}|layername={CONFLICTS_TABLE}", CONFLICTS_TABLE, "ogr")
        if not self._layer.isValid():
            raise OutputError(tr("{} cannot be opened.").format(path), path=str(path))

    def rows(self) -> List[Difference]:
        """Return all of them, largest first."""
        found = [
            Difference(
                feature.id(), QgsGeometry(feature.geometry()), int(number_of(feature["first_class"]) or 0),
                int(number_of(feature["second_class"]) or 0), number_of(feature["area_m2"]) or 0.0,
                text_of(feature["decision"]),
            )
            for feature in self._layer.getFeatures()
        ]  # fmt: skip
        return sorted(found, key=lambda row: -row.area_m2)

    def note(self, fid: int, decision: str, who: str) -> None:
        """Write down what was decided.

        Raises
        ------
        OutputError
            The file does not take it.
        """
        fields = self._layer.fields()
        values = {"decision": decision, "decided_by": who, "decided_at": utc_now()}
        new = {fields.indexOf(name): value for name, value in values.items()}
        if not self._layer.dataProvider().changeAttributeValues({fid: new}):
            raise OutputError(tr("{} does not take the decision.").format(self.path), path=str(self.path))


def shapes_on(layer: QgsVectorLayer, where: QgsGeometry, code: int) -> Dict[int, Snapshot]:
    """Return the sectors of a class that share ground with a geometry, by row; rejected ones are left out."""
    request = QgsFeatureRequest().setFilterRect(where.boundingBox())
    rows = [
        feature.id()
        for feature in layer.getFeatures(request)
        if number_of(feature["class"]) == code
        and code != _SITE_CODE
        and text_of(feature["state"]) != REJECTED
        and feature.geometry().intersection(where).area() > 0
    ]
    return snapshots(layer, rows, is_saved=False)


def taking_second(layer: QgsVectorLayer, difference: Difference, editor: str) -> List[Change]:
    """Return the changes that give a piece of ground the class which the second annotator has seen there.

    A sector that is hardly more than the piece is given the class; from a larger one the piece is cut.
    """
    changes: List[Change] = []
    is_placed = difference.second == OTHER
    for shot in shapes_on(layer, difference.geometry, difference.first).values() if difference.first else ():
        parts = _polygons(shot.geometry.difference(difference.geometry))
        if parts:
            changes += _cut(shot, parts, editor)
        elif is_placed:
            changes.append(Change(shot, None))
        else:
            is_placed = True
            changes.append(Change(shot, shot.changed(_class_values(shot, difference.second, editor))))
    if not is_placed:
        changes.append(Change(None, _new(layer, difference, editor)))
    return changes


def _polygons(geometry: QgsGeometry) -> List[QgsGeometry]:
    """Return the polygons of any geometry that are ground, largest first."""
    parts = [QgsGeometry(part.clone()) for part in geometry.constParts()] if not geometry.isNull() else []
    polygons = [part for part in parts if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry]
    sized = sorted(((review_rules.area_m2(part), part) for part in polygons), key=lambda pair: -pair[0])
    return [part for area, part in sized if area >= SMALLEST_M2]


def _cut(shot: Snapshot, parts: List[QgsGeometry], editor: str) -> List[Change]:
    """The largest part stays the sector; the others become sectors of their own."""
    kept = Snapshot(shot.values, parts[0])
    changes = [Change(shot, kept.changed(review_rules.reshaped(kept, editor)))]
    for part in parts[1:]:
        split = Snapshot({**shot.values, "uuid": str(uuids.uuid4())}, part)
        changes.append(Change(None, split.changed(review_rules.reshaped(split, editor))))
    return changes


def _class_values(shot: Snapshot, code: int, editor: str) -> Dict[str, Any]:
    return {"class": code, "class_key": BY_CODE[code].key, **review_rules.touched(shot, editor)}


def _new(layer: QgsVectorLayer, difference: Difference, editor: str) -> Snapshot:
    names = [field.name() for field in layer.fields() if field.name().lower() not in ROW_FIELDS]
    values = {**dict.fromkeys(names), "class": difference.second}
    scene_id = text_of(layer.customProperty(SCENE_PROPERTY, ""))
    if scene_id:
        values["scene_id"] = scene_id
    parts = _polygons(difference.geometry)
    shot = Snapshot(values, parts[0] if parts else difference.geometry)
    return shot.changed(review_rules.drawn(shot, editor, is_copy=True))
