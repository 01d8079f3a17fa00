"""What a stroke of the brush changes: ground for one class, or for none; always a coverage afterwards.

Painting gives ground to the sector that the stroke continues: a selected one of the class, else the one of the class
that the stroke covers most; where there is none, to a new sector. Drafts and sectors in the making (state ``edited``)
of other classes give that ground up; those of the same class keep theirs. Sectors that are in review, approved or
published are left alone; they take part only when they are selected: that is the analyst's word that they are meant.
What is changed goes where review_rules.py says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Collection, Dict, List, Sequence, Tuple

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter.compat import number_of
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import coverage, ground
from mining_monitor.adapter.shaping.pieces import takes_part
from mining_monitor.adapter.shaping.surroundings import Neighbour, sectors, within
from mining_monitor.adapter.snapshots import Change
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.review import DRAFT, EDITED

#: States of sectors that give way to the brush: nobody has brought them to a review yet.
YIELDING = (DRAFT, EDITED, "")


@dataclass(frozen=True)
class Outcome:
    """What a stroke or a region would change; ``kept`` counts sectors in the way that were left alone."""

    title: str
    changes: Sequence[Change]
    kept: int = 0


def painted(
    layer: QgsVectorLayer, editor: str, shape: QgsGeometry, code: int, selected: Collection[int] = ()
) -> Outcome:
    """Return what painting a shape with a class changes.

    Parameters
    ----------
    shape : QgsGeometry
        In EPSG:4326.
    code : int
        LAMES code.
    selected : collection of int
        Rows of selected sectors.

    Raises
    ------
    AnnotationsError
        Nothing would change: the ground belongs to the class already, or to sectors that are left alone.
    """
    title = tr("Paint {}").format(BY_CODE[code].key)
    met = _met(layer, shape)
    heir = _heir(layer, met, shape, code, selected)
    same = [each.geometry for each in met if _code(each) == code and each.fid != heir[0]]
    wanted = shape
    for other in same:
        wanted = ground.without(wanted, other)
    kept = [each for each in met if _code(each) != code and each.state not in YIELDING]
    return _outcome(layer, editor, title, wanted, code, heir, kept)


def added(layer: QgsVectorLayer, editor: str, shape: QgsGeometry, code: int) -> Outcome:
    """Return what a new sector of a class changes; drafts give way, all other sectors keep their ground.

    Raises
    ------
    AnnotationsError
        Nothing of it would be left.
    """
    kept = [each for each in _met(layer, shape) if each.state not in (DRAFT, "")]
    changes = coverage.plan(layer, editor, additions=[(shape, _values(code))], yielding=(DRAFT, ""))
    return Outcome(tr("Magic select {}").format(BY_CODE[code].key), _found(changes, kept), len(kept))


def erased(layer: QgsVectorLayer, editor: str, shape: QgsGeometry, selected: Collection[int] = ()) -> Outcome:
    """Return what erasing a shape changes: its ground belongs to nobody. Site polygons only where they are selected.

    Raises
    ------
    AnnotationsError
        Nothing would change: no sector is there, or only those that are left alone.
    """
    met = _met(layer, shape)
    losing: Dict[int, QgsGeometry] = {
        each.fid: each.geometry for each in met if each.state in YIELDING or each.fid in selected
    }
    losing.update(_beyond_coverage(layer, shape, selected))
    kept = [each for each in met if each.fid not in losing]
    replacements = {fid: ground.without(geometry, shape) for fid, geometry in losing.items()}
    changes = coverage.plan(layer, editor, replacements) if replacements else []
    if not changes and not kept:
        raise AnnotationsError(tr("There is no sector to erase here."))
    return Outcome(tr("Erase"), _found(changes, kept), len(kept))


def _met(layer: QgsVectorLayer, shape: QgsGeometry) -> List[Neighbour]:
    """Return the sectors of the coverage that share ground with a shape."""
    if shape.isNull():
        return []
    near = within(layer, shape.boundingBox())
    engine = QgsGeometry.createGeometryEngine(shape.constGet())  # made once for the shape: a stroke has many corners
    engine.prepareGeometry()
    near = [each for each in near if engine.intersects(each.geometry.constGet())]
    return [each for each in near if _overlap(each.geometry, shape) > ground.NOISE_DEG2]


def _overlap(one: QgsGeometry, other: QgsGeometry) -> float:
    """Return the ground of both in square degrees: to compare with, so nothing is made to fit."""
    if not one.boundingBox().intersects(other.boundingBox()):
        return 0.0
    return float(one.intersection(other).area())


def _code(each: Neighbour) -> int:
    number = number_of(each.shot.values.get("class"))
    return -1 if number is None else int(number)


def _heir(
    layer: QgsVectorLayer, met: Sequence[Neighbour], shape: QgsGeometry, code: int, selected: Collection[int]
) -> Tuple[int, QgsGeometry]:
    """Return row and ground of the sector that a stroke continues; (-1, null) when it begins a new one."""
    chosen = _beyond_coverage(layer, shape, selected, code)
    chosen.update({each.fid: each.geometry for each in met if each.fid in selected and _code(each) == code})
    if not chosen:
        chosen = {each.fid: each.geometry for each in met if _code(each) == code and each.state in YIELDING}
    if not chosen:
        return -1, QgsGeometry()
    return max(chosen.items(), key=lambda pair: _overlap(pair[1], shape))


def _beyond_coverage(
    layer: QgsVectorLayer, shape: QgsGeometry, selected: Collection[int], code: int = -1
) -> Dict[int, QgsGeometry]:
    """Return selected sectors that take no part in the coverage, such as site polygons, where they meet a shape."""
    if not selected or len(selected) > 1:
        return {}
    found = {}
    for fid, shot in sectors(layer, selected).items():
        number = number_of(shot.values.get("class"))
        if takes_part(shot.values) or (code >= 0 and number != code) or shot.geometry.isNull():
            continue
        geometry = ground.sound(shot.geometry)
        if _overlap(geometry, shape) > ground.NOISE_DEG2:
            found[fid] = geometry
    return found


def _outcome(
    layer: QgsVectorLayer, editor: str, title: str, wanted: QgsGeometry, code: int, heir: Tuple[int, QgsGeometry],
    kept: Sequence[Neighbour],
) -> Outcome:  # fmt: skip
    fid, had = heir
    if wanted.isNull() or (not had.isNull() and wanted.difference(had).area() <= ground.NOISE_DEG2):
        raise AnnotationsError(tr("This ground belongs to the class already."))
    if fid >= 0:
        changes = coverage.plan(layer, editor, {fid: ground.joined([had, wanted])}, yielding=YIELDING)
    else:
        changes = coverage.plan(layer, editor, additions=[(wanted, _values(code))], yielding=YIELDING)
    return Outcome(title, _found(changes, kept), len(kept))


def _values(code: int) -> Dict[str, Any]:
    return {"class": code, "class_key": BY_CODE[code].key}


def _found(changes: Sequence[Change], kept: Sequence[Neighbour]) -> Sequence[Change]:
    if changes:
        return changes
    if kept:
        raise AnnotationsError(
            tr("Sectors in review, approved or published keep their ground. Select the sector first if you mean it.")
        )
    raise AnnotationsError(tr("Nothing would change here."))
