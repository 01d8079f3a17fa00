"""What a new run would change in what people have worked on: proposals, never acts (ARCHITECTURE, step 9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from mining_monitor.engine.annotation.merge import SLIVER_DEG, NewSector, polygons_of
from mining_monitor.engine.annotation.rings import mended
from mining_monitor.schema.classes import BY_KEY
from mining_monitor.schema.review import REJECTED

ADD, CHANGE, DISAPPEAR = "add", "change", "disappear"
KINDS = (ADD, CHANGE, DISAPPEAR)

#: From this IoU on two outlines are the same sector (DOMAIN 4.3: IoU of 0.75 is accepted between two people).
SAME_IOU = 0.75

#: A sector of which a run finds less than this share is gone; one of which it sees less than that is not judged.
_GONE_SHARE, _SEEN_SHARE = 0.1, 0.9

#: Two proposals of outlines this alike are one proposal: what was refused is not proposed again.
_REPEATED_IOU = 0.9

_SITE_CODE = BY_KEY["lsm"].code


@dataclass(frozen=True)
class Reviewed:
    """A sector that people have worked on: identity, geometry in EPSG:4326, LAMES code, review state."""

    uuid: str
    geometry: Any
    code: int | None
    state: str


@dataclass(frozen=True)
class Proposal:
    """One proposal.

    Attributes
    ----------
    kind : str
        ``add``, ``change`` or ``disappear``.
    uuid : str
        The sector concerned; for ``add`` the draft.
    before, after : shapely Polygon or None
        EPSG:4326; ``before`` is None for ``add``, ``after`` for ``disappear``.
    iou : float
        Of the present outline and the one that the run has drawn.
    """

    kind: str
    uuid: str
    before: Any
    after: Any
    code_before: int | None
    code_after: int | None
    iou: float
    confidence: float | None = None


@dataclass(frozen=True)
class _Sighting:
    """A new sector that meets a reviewed one, and the area of their common ground in square degrees."""

    sector: NewSector
    shared: float


class Comparison:
    """Compares a run, a batch of sectors at a time, with what people have worked on.

    Parameters
    ----------
    reviewed : sequence of Reviewed
        Rejected ones hold their ground but nothing is proposed for them.
    observed : shapely geometry, EPSG:4326
        Ground that the run could see; beyond it nothing is proposed.
    check : callable
        Called for each sector; may raise to stop.
    """

    def __init__(self, reviewed: Sequence[Reviewed], observed: Any, check: Callable[[], None] = lambda: None) -> None:
        self._check, self._observed = check, observed
        mends = [(sector, mended(sector.geometry)) for sector in reviewed]
        pairs = [(sector, shape) for sector, shape in mends if shape is not None and shape.area > 0]
        self._reviewed = [sector for sector, _ in pairs]
        self._shapes = [shape for _, shape in pairs]
        self._tree = shapely.STRtree(self._shapes)
        self._sightings: list[list[_Sighting]] = [[] for _ in self._shapes]

    def see(self, batch: Sequence[NewSector]) -> None:
        """Take a batch of the run, as the model has drawn it."""
        self._check()
        if not self._shapes or not batch:
            return
        shapes = np.array([sector.geometry for sector in batch], object)
        for number, index in self._tree.query(shapes, predicate="intersects").T:
            self._check()
            old, sector = self._reviewed[index], batch[number]
            if (old.code == _SITE_CODE) == (sector.code == _SITE_CODE):
                shared = float(shapely.intersection(self._shapes[index], sector.geometry).area)
                if shared > 0:
                    self._sightings[index].append(_Sighting(sector, shared))

    def proposals(self) -> tuple[list[Proposal], int]:
        """Return the changes and disappearances, and how many sectors the run agrees with."""
        found: list[Proposal] = []
        agreed = 0
        for index, old in enumerate(self._reviewed):
            self._check()
            if old.state == REJECTED or not self._is_seen(self._shapes[index]):
                continue
            proposal = self._judge(index)
            if proposal is None:
                agreed += 1
            else:
                found.append(proposal)
        return found, agreed

    def _is_seen(self, shape: Any) -> bool:
        return bool(shapely.intersection(shape, self._observed).area >= _SEEN_SHARE * shape.area)

    def _judge(self, index: int) -> Proposal | None:
        old, shape, sightings = self._reviewed[index], self._shapes[index], self._sightings[index]
        if sum(sighting.shared for sighting in sightings) < _GONE_SHARE * shape.area:
            return Proposal(DISAPPEAR, old.uuid, old.geometry, None, old.code, None, 0.0)
        ious = [s.shared / (shape.area + s.sector.geometry.area - s.shared) for s in sightings]
        of_class = [iou if s.sector.code == old.code else -1.0 for iou, s in zip(ious, sightings, strict=True)]
        if max(of_class) >= SAME_IOU:
            return None
        best = int(np.argmax(ious))
        sector, iou = sightings[best].sector, float(ious[best])
        if iou >= SAME_IOU:  # the outline stands, the class is another one
            return Proposal(CHANGE, old.uuid, old.geometry, old.geometry, old.code, sector.code, iou, sector.confidence)
        after = self.without_others(sector.geometry, old.uuid)
        if after is None:
            return None
        return Proposal(CHANGE, old.uuid, old.geometry, after, old.code, sector.code, iou, sector.confidence)

    def without_others(self, geometry: Any, uuid: str) -> Any:
        """Return a new outline for a sector without the ground of the other reviewed ones; None where none is left."""
        others = [
            self._shapes[index]
            for index in self._tree.query(geometry, predicate="intersects")
            if self._reviewed[index].uuid != uuid and self._reviewed[index].code != _SITE_CODE
        ]
        if not others:
            return geometry
        return largest(shapely.difference(geometry, shapely.union_all(others)))


def largest(geometry: Any) -> Any:
    """Return the largest polygon of a geometry that is no sliver, or None."""
    return max(polygons_of(geometry, SLIVER_DEG), key=lambda part: part.area, default=None)


def additions(
    drafts: Sequence[tuple[str, NewSector]], changes: Sequence[Proposal], held: Sequence[Any] = ()
) -> list[Proposal]:
    """Return proposals for the drafts that are new ground, not the rest of a sector that would change.

    Parameters
    ----------
    drafts : sequence of (uuid, NewSector)
        As they are stored.
    changes : sequence of Proposal
    held : sequence of geometries
        Ground that reviewed sectors hold, where the drafts were not cut by it.
    """
    taken = [proposal.after for proposal in changes if proposal.after is not None] + list(held)
    tree = shapely.STRtree(taken)
    found = []
    for uuid, sector in drafts:
        hits = tree.query(sector.geometry, predicate="intersects")
        shared = shapely.union_all([shapely.make_valid(taken[i]) for i in hits]) if len(hits) else None
        overlap = shapely.intersection(sector.geometry, shared).area if shared is not None else 0.0
        if overlap <= 0.5 * sector.geometry.area:
            found.append(Proposal(ADD, uuid, None, sector.geometry, None, sector.code, 0.0, sector.confidence))
    return found


def is_repeated(proposal: Proposal, refused: Sequence[Proposal]) -> bool:
    """Tell whether a person has refused the same before."""
    for old in refused:
        is_same = (old.kind, old.uuid, old.code_after) == (proposal.kind, proposal.uuid, proposal.code_after)
        if is_same and proposal.kind == DISAPPEAR:
            return True
        if is_same and proposal.kind == CHANGE and _iou(old.after, proposal.after) >= _REPEATED_IOU:
            return True
    return False


def _iou(one: Any, other: Any) -> float:
    shared = shapely.intersection(one, other).area
    whole = one.area + other.area - shared
    return float(shared / whole) if whole > 0 else 1.0
