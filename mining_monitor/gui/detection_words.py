"""The sentences of a detection: what the button will do, how far a run is."""

from __future__ import annotations

from qgis.core import QgsRasterLayer

from mining_monitor.adapter import image_refs
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.door import Progress
from mining_monitor.contract.results import DetectPlan
from mining_monitor.gui import words


def plan_sentence(plan: DetectPlan) -> str:
    """Return what the button says: "Detect on 38.2 km² (about 40 s)"."""
    area = words.area_text(plan.area_m2)
    duration = words.about_duration(plan.seconds)
    if duration:
        return tr("&Detect on {area} ({duration})").format(area=area, duration=duration)
    return tr("&Detect on {area}").format(area=area)


def copy_sentence(layer: QgsRasterLayer) -> str:
    """Return what comes before the detection on a layer that the engine cannot open itself."""
    if image_refs.access(layer) is image_refs.Access.PICTURE:
        return tr("The image is fetched from its service first; that takes a while.")
    return tr("The image is in no file that the engine can open; its pixels are copied to one first.")


def progress_sentence(progress: Progress) -> str:
    """Return "Tile 12 of 40, about 20 s left", or the stage where there are no tiles."""
    parts = []
    if progress.total:
        parts.append(
            tr("Tile {done} of {total}").format(done=words.whole(progress.done or 0), total=words.whole(progress.total))
        )
    else:
        parts.append(stage_title(progress.stage) or progress.message or tr("Working…"))
    if progress.seconds_left is not None:
        parts.append(tr("{} left").format(words.about_duration(progress.seconds_left)))
    return ", ".join(parts)


def stage_title(stage: str) -> str:
    """Return the translated name of a stage of the engine's work."""
    titles = {
        "copy": tr("Fetching the image…"), "model": tr("Loading the model…"), "image": tr("Opening the image…"),
        "predict": tr("Looking at the image…"), "detect": tr("Looking at the image…"),
        "polygons": tr("Drawing the polygons…"), "store": tr("Saving…"),
    }  # fmt: skip
    return titles.get(stage, "")
