"""Ground below 25 m2 that a change has left between sectors: it goes to the neighbour with the longest border."""

from __future__ import annotations

from typing import Collection, List, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsRectangle

from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.shaping import ground
from mining_monitor.adapter.shaping.noding import SAME_DEG
from mining_monitor.adapter.shaping.pieces import Piece, takes_part
from mining_monitor.adapter.shaping.surroundings import REACH_DEG, Neighbour
from mining_monitor.adapter.snapshots import Snapshot

#: How much of a gap's rim one sector must hold to enclose it.
_WHOLE_RIM = 0.99


def close(
    changed: List[Piece],
    gone: Sequence[Snapshot],
    still: Sequence[Neighbour],
    crumbs: Sequence[QgsGeometry],
    yielding: Collection[str],
) -> None:
    """Give small gaps to the sectors around them, in place.

    Parameters
    ----------
    changed : list of Piece
        Grows by a draft that takes a gap which touches nothing else that changes.
    gone : sequence of Snapshot
        Sectors that are removed.
    still : sequence of Neighbour
        Sectors around that do not change.
    crumbs : sequence of QgsGeometry
        Parts that were dropped.
    """
    own = [piece for piece in changed if takes_part(piece.values) and not piece.geometry.isNull()]
    rest = list(still)
    for gap in [*_freed(changed, gone, rest, crumbs), *_enclosed(own, rest)]:
        heirs = [(length, piece) for length, piece in ((border(p.geometry, gap), p) for p in own) if length > 0]
        others = [(length, each) for length, each in ((border(e.geometry, gap), e) for e in rest) if length > 0]
        rims = [length for length, _ in (*heirs, *others)]
        if len(rims) < 2 and sum(rims) < _WHOLE_RIM * gap.length():
            continue
        heirs.sort(key=lambda pair: -pair[0])
        if not any(_take(piece, gap) for _, piece in heirs):
            heir = _soft_heir(others, yielding, changed, rest)
            if heir is not None:
                _take(heir, gap)


def _take(heir: Piece, gap: QgsGeometry) -> bool:
    """Give a gap to a sector; False where it would be a part of its own."""
    whole = ground.joined([heir.geometry, gap])
    if len(polygons(whole)) > len(polygons(heir.geometry)):
        return False
    heir.geometry = whole
    return True


def border(shape: QgsGeometry, gap: QgsGeometry) -> float:
    """Return how much of a gap's rim lies on a shape, in degrees."""
    if shape.isNull() or not _near(shape, gap):
        return 0.0
    rim = QgsGeometry(gap.constGet().boundary())
    found = rim.intersection(shape.buffer(SAME_DEG, 1)) if rim.length() > 0 else QgsGeometry()
    return found.length() if found.length() > 4 * SAME_DEG else 0.0


def _near(shape: QgsGeometry, gap: QgsGeometry) -> bool:
    return shape.boundingBox().buffered(REACH_DEG).intersects(gap.boundingBox())


def _freed(
    changed: Sequence[Piece], gone: Sequence[Snapshot], still: Sequence[Neighbour], crumbs: Sequence[QgsGeometry]
) -> List[QgsGeometry]:
    """Return what had a sector and has none now, where that is below 25 m2."""
    lost = [piece.lost() for piece in changed if takes_part(piece.values)]
    lost += [ground.sound(shot.geometry) for shot in gone if takes_part(shot.values)]
    free = ground.joined([*lost, *crumbs])
    for piece in changed:
        if takes_part(piece.values):
            free = ground.without(free, piece.geometry)
    for each in still:
        if free.isNull():
            break
        free = ground.without(free, each.geometry)
    return [part for part in polygons(free) if ground.is_tiny(part)]


def _enclosed(own: Sequence[Piece], still: Sequence[Neighbour]) -> List[QgsGeometry]:
    """Return the small holes between what has changed and what is around it."""
    zone = QgsRectangle()
    for piece in own:
        for part in (piece.gained(), piece.lost()):
            if not part.isNull():
                zone.combineExtentWith(part.boundingBox())
    if zone.isNull() or not zone.isFinite():
        return []
    zone = zone.buffered(REACH_DEG)
    shapes = [piece.geometry for piece in own]
    shapes += [each.geometry for each in still if each.geometry.boundingBox().intersects(zone)]
    found = [hole for hole in ground.holes(ground.joined(shapes)) if hole.boundingBox().intersects(zone)]
    return [hole for hole in found if ground.is_tiny(hole)]


def _soft_heir(
    others: Sequence[Tuple[float, Neighbour]], yielding: Collection[str], changed: List[Piece], rest: List[Neighbour]
) -> Optional[Piece]:
    """Return the draft with the longest border, which changes too from now on; reviewed sectors are left alone."""
    drafts = [(length, each) for length, each in others if length > 0 and each.state in yielding]
    if not drafts:
        return None
    _, draft = max(drafts, key=lambda pair: pair[0])
    piece = Piece(draft.shot, draft.shot.values, draft.geometry, is_yielding=True)
    changed.append(piece)
    rest.remove(draft)
    return piece
