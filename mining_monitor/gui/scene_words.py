"""Products and loaded scenes in plain words."""

from __future__ import annotations

from typing import List, Sequence

from mining_monitor.adapter.messages import is_english, tr
from mining_monitor.contract.products import LoadedScene, OffsetDecision, ProductDescription
from mining_monitor.contract.scenes import Scene
from mining_monitor.gui import words
from mining_monitor.gui.scene_table import percent


def product_sentence(product: ProductDescription) -> str:
    """Return what a product is: satellite, level, baseline, date, tile, clouds."""
    if product.in_words and is_english():
        return product.in_words
    parts = [
        " ".join(part for part in (product.satellite or "Sentinel-2", product.level) if part), product.sensed_at[:10],
    ]  # fmt: skip
    if product.tile:
        parts.append(tr("tile {}").format(product.tile))
    if product.baseline:
        parts.append(tr("baseline {}").format(product.baseline))
    if product.cloud_percent is not None:
        parts.append(tr("{} cloud in the whole scene").format(percent(product.cloud_percent / 100.0)))
    return ", ".join(parts)


def offset_sentence(offset: OffsetDecision) -> str:
    """Return what was decided about the offset."""
    sentences = {
        "add": tr("The offset of {} still has to be added; that is done while loading.").format(
            words.number(offset.offset, 0)
        ),
        "applied": tr("The offset has been applied already; nothing is added."),
        "none": tr("These numbers have no offset."),
        "ambiguous": tr(
            "Neither the metadata nor the pixels say for sure whether the offset of {} has been applied. Choose below."
        ).format(words.number(offset.offset, 0)),
    }
    return sentences.get(offset.state, "")


def product_words(product: ProductDescription) -> str:
    """Return all that the form says of a product."""
    lines = [product_sentence(product), offset_sentence(product.offset), *product.offset.evidence]
    bands = ", ".join(band.name for band in product.bands)
    if bands:
        lines.append(tr("Bands: {}").format(bands))
    return "\n".join(line for line in lines if line)


def scenes_words(scenes: Sequence[Scene]) -> str:
    """Return what the chosen scenes are."""
    lines: List[str] = []
    for scene in scenes[:8]:
        parts = [scene.sensed_at[:10], scene.satellite or "Sentinel-2", scene.tile]
        if scene.cloud_percent is not None:
            parts.append(tr("{} cloud").format(percent(scene.cloud_percent / 100.0)))
        lines.append(", ".join(part for part in parts if part))
    if len(scenes) > 8:
        lines.append(tr("and {} more").format(len(scenes) - 8))
    return "\n".join(lines)


def loaded_sentence(scene: LoadedScene, rendering: str, level: str = "") -> str:
    """Return what a loaded image is, for the list of images.

    "Sentinel-2 L2A, 2024-03-14, 10 m, reflectance (offset -1000 applied), 97 % clear here".
    """
    dates = " - ".join(dict.fromkeys((scene.observed_at[:10], scene.last_observed_at[:10])))
    return ", ".join(
        part
        for part in (
            " ".join(filter(None, (scene.system, level))), dates, words.gsd_text(scene.gsd_m),
            _values(scene, rendering), tr("{} clear here").format(percent(scene.observed_share)),
        )
        if part
    )  # fmt: skip


def _values(scene: LoadedScene, rendering: str) -> str:
    if rendering == "true-colour":
        return tr("true colour of 8 bits")
    if rendering == "tci":
        return tr("the product's own true colour")
    added = sorted({decision.offset for decision in scene.offset if decision.state == "add"})
    if added:
        return tr("reflectance (offset {} applied)").format(", ".join(words.number(value, 0) for value in added))
    if any(decision.state == "applied" for decision in scene.offset):
        return tr("reflectance (offset was applied before)")
    return tr("reflectance (no offset)")


def level_of(scene_ids: Sequence[str]) -> str:
    """Return the processing level that the names of products tell, where they agree."""
    levels = {level for name in scene_ids for level in ("L2A", "L1C") if level in name.upper()}
    return levels.pop() if len(levels) == 1 else ""
