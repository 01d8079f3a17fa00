"""What was drawn with a tool, as the changes of one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from mining_monitor.adapter.shaping import actions, borders, smoothing
from mining_monitor.adapter.shaping.surroundings import within
from mining_monitor.adapter.snapshots import Change


@dataclass(frozen=True)
class Job:
    """What a tool has: the layer, who draws, what was drawn (in the layer's CRS), what is selected, which class."""

    layer: QgsVectorLayer
    editor: str
    shape: QgsGeometry
    selected: Sequence[int]
    code: int

    def subjects(self) -> List[int]:
        """Return the selected sectors where the shape meets one; else none: the tool finds its own."""
        if not self.selected:
            return []
        request = QgsFeatureRequest().setFilterFids(list(self.selected)).setNoAttributes()
        found = [each.id() for each in self.layer.getFeatures(request) if each.geometry().intersects(self.shape)]
        return found

    def below(self) -> List[int]:
        """Return the sectors of the coverage that the shape meets, or the selected ones where nothing was drawn."""
        if self.shape.isNull():
            return list(self.selected)
        around = within(self.layer, self.shape.boundingBox())
        return [each.fid for each in around if each.geometry.intersects(self.shape)]


def changes(name: str, job: Job) -> List[Change]:
    """Return what a tool changes.

    Raises
    ------
    AnnotationsError
        It cannot be done here.
    """
    layer, editor, shape = job.layer, job.editor, job.shape
    if name == "draw":
        return actions.draw(layer, editor, shape, job.code)
    if name == "border":
        return borders.move(layer, editor, shape, job.subjects())
    if name == "split":
        return actions.split(layer, editor, shape, job.subjects())
    if name == "cut":
        return actions.cut_out(layer, editor, shape, job.subjects())
    if name == "fill":
        return actions.fill(layer, editor, shape.asPoint())
    if name == "merge":
        return actions.merge(layer, editor, job.below())
    if name == "absorb":
        return actions.absorb(layer, editor, job.below())
    return smoothing.smooth(layer, editor, job.below())
