"""The topology guard: what a tool wants of some sectors, made into changes that leave no overlap and no gap.

Every tool that changes shapes ends with ``plan`` and hands what it returns to ``EditSession.apply``, which makes it one
step: saved, logged, undone together. ``plan`` takes

* ``replacements``: row -> the shape which that sector shall have;
* ``additions``: (shape, values by field name) of sectors that are new; ``class`` is all that the values must have;
* ``removals``: rows that go, because another sector has taken their ground.

and sees to it that afterwards

* nothing that a sector has gained lies on the ground of another. Sectors in a state of ``yielding`` (by default only
  untouched drafts) give way and stay what they were; all others keep their ground and what was gained is cut.
  Among what is wanted the first comes first. Overlaps that were there before stay: they are for the list of issues;
* sectors of another scene, site polygons (class ``lsm``) and rejected sectors take no part: they lie over others;
* a sector is one polygon: further parts become sectors of their own, with a new identity and the same values. Parts
  below 25 m2 go to the neighbour with the longest border in common, as do gaps below 25 m2 that the change has made
  between sectors. A sector of which less than that is left goes;
* area, class key, editor, time and review state are as review_rules.py has it for a reshaped or a drawn sector; a
  draft that gave way is a draft still, with another area.

Shapes are in the layer's CRS, which is EPSG:4326. Only sectors around the change are read, by the spatial index.
"""

from __future__ import annotations

import uuid
from typing import Any, Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import gaps, ground
from mining_monitor.adapter.shaping.pieces import Piece, scene_of, takes_part
from mining_monitor.adapter.shaping.surroundings import Neighbour, neighbours, sectors
from mining_monitor.adapter.snapshots import Change, Snapshot
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.fields import STORAGE_CRS
from mining_monitor.schema.review import DRAFT

#: Fields that a new sector takes from what the layer proposes.
_PROPOSED = ("scene_id", "observed_at", "date", "date2", "system")


def plan(
    layer: QgsVectorLayer,
    editor: str,
    replacements: Optional[Mapping[int, QgsGeometry]] = None,
    additions: Sequence[Tuple[QgsGeometry, Mapping[str, Any]]] = (),
    removals: Collection[int] = (),
    *,
    yielding: Collection[str] = (DRAFT,),
) -> List[Change]:
    """Return the changes that give sectors the wanted shapes and keep the coverage (see the module).

    Parameters
    ----------
    layer : QgsVectorLayer
        Fields of CONTRACT 3.
    editor : str
        Who does it.
    yielding : collection of str
        Review states of sectors that give way.

    Raises
    ------
    AnnotationsError
        A sector is gone; the layer is not in EPSG:4326; nothing of a new sector would be left.
    """
    if layer.crs().authid() != STORAGE_CRS:
        raise AnnotationsError(
            tr("'{}' is not in {}. Import it into a project file.").format(layer.name(), STORAGE_CRS)
        )
    wanted = dict(replacements or {})
    shots = sectors(layer, [*wanted, *removals])
    pieces = [Piece(shots[fid], shots[fid].values, ground.sound(shape)) for fid, shape in wanted.items()]
    pieces += [Piece(None, new_values(layer, values), ground.sound(shape)) for shape, values in additions]
    gone = [shots[fid] for fid in removals]
    settled: List[Piece] = []
    for scene in dict.fromkeys(scene_of(piece.values) for piece in pieces):
        own = [piece for piece in pieces if scene_of(piece.values) == scene]
        left = [shot for shot in gone if scene_of(shot.values) == scene]
        settled += _settled(own, left, neighbours(layer, own, left, skip=shots), yielding)
    _refuse_nothing(pieces if not gone else ())
    changes = [change for piece in settled for change in _changes(piece, editor)]
    return [*(Change(shot, None) for shot in gone), *changes]


def new_values(layer: QgsVectorLayer, values: Mapping[str, Any]) -> Dict[str, Any]:
    """Return all values of a new sector: those given, and the scene, date and source that the layer proposes."""
    made: Dict[str, Any] = {}
    for index, field in enumerate(layer.fields()):
        name = field.name()
        if name in values:
            made[name] = values[name]
        elif name in _PROPOSED and layer.defaultValueDefinition(index).isValid():
            made[name] = plain(layer.defaultValue(index))
        elif name.lower() not in ("fid", "ogc_fid", "gid"):
            made[name] = None
    return made


def _settled(
    pieces: List[Piece], gone: Sequence[Snapshot], around: List[Neighbour], yielding: Collection[str]
) -> List[Piece]:
    """Cut what was gained, let drafts give way, split what has parts, close gaps; return all that changes."""
    firm = [each for each in around if each.state not in yielding]
    soft = [each for each in around if each.state in yielding]
    for number, piece in enumerate(pieces):
        if takes_part(piece.values):
            _cut(piece, firm, pieces[:number])
    changed = [*pieces, *_giving_way(pieces, soft)]
    crumbs = [crumb for piece in changed for crumb in piece.drop_crumbs()]
    still = [each for each in around if all(each.shot is not piece.before for piece in changed)]
    gaps.close(changed, gone, still, crumbs, yielding)
    return changed


def _cut(piece: Piece, firm: Sequence[Neighbour], earlier: Sequence[Piece]) -> None:
    """Take from a piece what it has gained of the ground of others."""
    for each in firm:
        piece.give_up(each.geometry)
    for other in earlier:
        if takes_part(other.values):
            piece.give_up(other.geometry)


def _giving_way(pieces: Sequence[Piece], soft: Sequence[Neighbour]) -> List[Piece]:
    """Return the drafts that lose ground to the pieces."""
    losing = []
    for each in soft:
        piece = Piece(each.shot, each.shot.values, each.geometry, is_yielding=True)
        for winner in pieces:
            if takes_part(winner.values) and not ground.shared(winner.gained(), piece.geometry).isNull():
                piece.geometry = ground.without(piece.geometry, winner.geometry)
        if piece.is_changed:
            losing.append(piece)
    return losing


def _refuse_nothing(pieces: Sequence[Piece]) -> None:
    if pieces and all(piece.before is None and piece.geometry.isNull() for piece in pieces):
        raise AnnotationsError(
            tr("Nothing of 25 m² or more would be left: reviewed sectors hold the ground, or the shape is too small.")
        )


def _changes(piece: Piece, editor: str) -> List[Change]:
    """Return the changes of one piece: its largest part keeps the identity."""
    if piece.geometry.isNull():
        return [Change(piece.before, None)] if piece.before is not None else []
    if piece.before is not None and not piece.is_changed:
        return []
    keeps_parts = piece.before is not None and piece.before.geometry.constGet().partCount() > 1
    parts = [piece.geometry] if keeps_parts else sorted(polygons(piece.geometry), key=lambda part: -part.area())
    changes = [_change(piece, parts[0], editor)]
    for part in parts[1:]:
        copy = Snapshot({**piece.values, "uuid": str(uuid.uuid4())}, part)
        changes.append(Change(None, copy.changed(_values(piece, copy, editor, is_new=True))))
    return changes


def _change(piece: Piece, shape: QgsGeometry, editor: str) -> Change:
    is_new = piece.before is None
    shot = Snapshot(dict(piece.values), shape)
    if is_new:
        shot = shot.changed({"uuid": str(uuid.uuid4())})
    return Change(piece.before, shot.changed(_values(piece, shot, editor, is_new=is_new)))


def _values(piece: Piece, shot: Snapshot, editor: str, *, is_new: bool) -> Dict[str, Any]:
    if piece.is_yielding:
        return {"area_m2": review_rules.area_m2(shot.geometry)}
    return review_rules.drawn(shot, editor, is_copy=False) if is_new else review_rules.reshaped(shot, editor)
