"""A sector while its new shape is worked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional

from qgis.core import QgsGeometry

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.shaping import ground
from mining_monitor.adapter.snapshots import Snapshot
from mining_monitor.schema.classes import BY_KEY
from mining_monitor.schema.review import REJECTED

#: The whole-site class lies over sectors by design (DOMAIN 1.2).
_SITE_CODE = BY_KEY["lsm"].code


def takes_part(values: Mapping[str, Any]) -> bool:
    """Tell whether a sector is part of the coverage: site polygons and rejected sectors hold no ground."""
    return number_of(values.get("class")) != _SITE_CODE and text_of(values.get("state")) != REJECTED


def scene_of(values: Mapping[str, Any]) -> str:
    """Return the scene of a sector; sectors of other scenes are other maps."""
    return text_of(values.get("scene_id"))


@dataclass
class Piece:
    """A sector that changes.

    Attributes
    ----------
    before : Snapshot or None
        As it is; None when it is new.
    values : mapping
        Its values; the review rules come last.
    geometry : QgsGeometry
        The shape so far, valid; null when nothing is left.
    is_yielding : bool
        A draft that only gives way.
    """

    before: Optional[Snapshot]
    values: Mapping[str, Any]
    geometry: QgsGeometry
    is_yielding: bool = False
    _old: QgsGeometry = field(init=False, default_factory=QgsGeometry)
    _worked_out: Optional[QgsGeometry] = field(init=False, default=None)
    _gained: Optional[QgsGeometry] = field(init=False, default=None)
    _lost: Optional[QgsGeometry] = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.before is not None:
            self._old = ground.sound(self.before.geometry)

    @property
    def old(self) -> QgsGeometry:
        """The ground it had, valid; null when it is new."""
        return self._old

    @property
    def is_changed(self) -> bool:
        """Whether the shape is another one."""
        if self.before is None:
            return True
        if bytes(self.geometry.asWkb()) == bytes(self.before.geometry.asWkb()):
            return False
        return self.geometry.isNull() or not self.geometry.isGeosEqual(self.before.geometry)

    def gained(self) -> QgsGeometry:
        """Return the ground that it has now and had not; worked out once for each shape."""
        self._forget_other_shape()
        if self._gained is None:
            self._gained = ground.without(self.geometry, self._old)
        return self._gained

    def lost(self) -> QgsGeometry:
        """Return the ground that it had and has not now; worked out once for each shape."""
        self._forget_other_shape()
        if self._lost is None:
            self._lost = ground.without(self._old, self.geometry)
        return self._lost

    def _forget_other_shape(self) -> None:
        if self._worked_out is not self.geometry:
            self._worked_out, self._gained, self._lost = self.geometry, None, None

    def give_up(self, other: QgsGeometry) -> None:
        """Leave to another sector what was gained of its ground."""
        taken = ground.shared(self.gained(), other)
        if taken.isNull():
            return
        had_some = not ground.shared(self._old, other).isNull()
        self.geometry = ground.without(self.geometry, taken if had_some else other)

    def drop_crumbs(self) -> List[QgsGeometry]:
        """Take off the parts below 25 m2 and return them; a sector that was always smaller stays."""
        crumbs, kept = [], []
        for part in polygons(self.geometry):
            (crumbs if ground.is_tiny(part) else kept).append(part)
        if not crumbs or (not kept and not self._old.isNull() and ground.is_tiny(self._old)):
            return []
        self.geometry = ground.as_one(kept)
        return crumbs
