"""A stroke of the brush that was ended and is to be saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter import painting


@dataclass(frozen=True)
class EndedStroke:
    """Its ground (longitude, latitude), what it does there, and the class and the selection that it was made with.

    ``selected`` are rows of the layer ``layer_id``.
    """

    shape: QgsGeometry
    erases: bool
    code: int
    selected: Sequence[int]
    layer_id: str

    def outcome(self, layer: QgsVectorLayer, editor: str) -> painting.Outcome:
        """Return what the stroke does to a layer as it is now.

        Raises
        ------
        AnnotationsError
            It cannot be done here.
        """
        selected = self.selected if layer.id() == self.layer_id else []
        if self.erases:
            return painting.erased(layer, editor, self.shape, selected)
        return painting.painted(layer, editor, self.shape, self.code, selected)
