"""The tools of the editing bar: what each is called, its key, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from mining_monitor.adapter.messages import tr

#: What is drawn on the map: a place, a line, a shape by clicks; freely, where the tool has a module of its own.
PLACE, LINE, SHAPE, FREE = "place", "line", "shape", "free"


@dataclass(frozen=True)
class Entry:
    """One button of the bar.

    Attributes
    ----------
    name : str
        How code calls it.
    key : str
        A letter (UX "Annotation").
    hint : str
        What to do on the map, shown while the tool is at work.
    draws : str
        What the analyst draws.
    """

    name: str
    icon: str
    title: str
    key: str
    hint: str
    draws: str


def entries() -> Tuple[Entry, ...]:
    """Return the tools in the order of the bar."""
    end = tr("Right-click or Enter ends, Backspace takes a corner back, Esc gives up; or press, move and release.")
    return (
        Entry("draw", "mActionCapturePolygon", tr("Draw a sector"), "D",
              tr("Click the corners; the key of its class (1-9) ends it.") + " " + end, SHAPE),
        Entry("border", "mActionReshape", tr("Reshape a border"), "E",
              tr("Draw a line that begins and ends beside a border and replaces what lies between.") + " " + end,
              LINE),
        Entry("split", "mActionSplitFeatures", tr("Split"), "S",
              tr("Draw a line from border to border; it splits all that it crosses.") + " " + end, LINE),
        Entry("cut", "mActionAddRing", tr("Cut out"), "X",
              tr("Draw the ground that belongs to no sector.") + " " + end, SHAPE),
        Entry("fill", "mActionFillRing", tr("Fill a hole"), "F", tr("Click into a hole."), PLACE),
        Entry("merge", "mActionMergeFeatures", tr("Merge"), "M",
              tr("Draw a line over sectors that are one; or select them first.") + " " + end, LINE),
        Entry("absorb", "algorithms/mAlgorithmDissolve", tr("Give to the neighbour"), "G",
              tr("Click a small sector: the neighbour with the longest border takes it."), PLACE),
        Entry("smooth", "mActionSimplify", tr("Smooth"), "T", tr("Click a sector: its borders become smooth."), PLACE),
        Entry("brush", "propertyicons/symbology", tr("Brush"), "B", tr("Paint ground of a class; Shift erases."), FREE),
        Entry("erase", "console/iconClearConsole", tr("Eraser"), "N",
              tr("Give ground back to nothing; Shift paints."), FREE),
        Entry("magic", "mActionSelectRadius", tr("Magic select"), "W",
              tr("Click into a sector: its outline grows along the edges of the image."), FREE),
    )  # fmt: skip
