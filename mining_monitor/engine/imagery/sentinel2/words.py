"""What a scene is and how its numbers become reflectance, in plain English."""

from __future__ import annotations

from collections.abc import Sequence

from mining_monitor.contract.products import OffsetDecision
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource


def product_in_words(scene: SceneSource, scenes: Sequence[SceneSource]) -> str:
    """Return one or two sentences: satellite, level, tiles, baseline, date and offset."""
    tiles = list(dict.fromkeys(one.tile for one in scenes if one.tile))
    places = f"tile{'s' if len(tiles) > 1 else ''} {', '.join(tiles)}" if tiles else "unknown tile"
    baseline = f"processing baseline {scene.baseline}" if scene.baseline else "processing baseline unknown"
    level = {"L1C": "top-of-atmosphere reflectance (L1C)", "L2A": "surface reflectance (L2A)"}.get(
        scene.level, scene.level
    )
    date = scene.sensed_at[:10] or "an unknown date"
    return (
        f"{scene.satellite or 'Sentinel-2'} {level} of {date}, {places}, {baseline}. {offset_in_words(scene.decision)}"
    )


def offset_in_words(decision: OffsetDecision) -> str:
    """Return the sentence that says how stored numbers become reflectance."""
    by = f"divided by {decision.quantification:,.0f}"
    sign = "minus" if decision.offset < 0 else "plus"
    return {
        "add": f"Reflectance is the stored number {sign} {abs(decision.offset):,.0f}, {by}.",
        "applied": f"The offset is already applied: reflectance is the stored number {by}.",
        "none": f"There is no offset: reflectance is the stored number {by}.",
    }.get(
        decision.state,
        "It is not certain whether 1,000 must be subtracted from the stored numbers: say it when you load the scene.",
    )
