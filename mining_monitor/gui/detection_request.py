"""From what the Detection dock says to a ``DetectRequest``; no widget is touched here."""

from __future__ import annotations

import dataclasses
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import QgsRasterLayer

from mining_monitor.adapter import image_refs, settings
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.contract.imagery import SENTINEL2_ROLES, BandChoice, Extent, ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import ModelInfo
from mining_monitor.gui.detection_options import DetectionOptions


@dataclass(frozen=True)
class Draft:
    """A request in the making: what is asked of which layer."""

    layer: QgsRasterLayer
    model: Optional[ModelInfo]
    extent: Optional[Extent]
    options: DetectionOptions


def needs_copy(draft: Draft) -> bool:
    """Tell whether the layer must be copied before the engine can open it.

    Raises
    ------
    ImageError
        The layer is not valid, or its image may not be analysed.
    """
    return image_refs.access(draft.layer) is not image_refs.Access.FILE


def make_request(draft: Draft, output: Optional[Path]) -> DetectRequest:
    """Return the request for a layer; where it must be copied, ``image`` names only the layer.

    Raises
    ------
    ImageError
        The layer is not valid, or its image may not be analysed.
    """
    if needs_copy(draft):
        image = ImageRef(path="", **image_refs.provenance(draft.layer))
    else:
        image = image_refs.image_ref(draft.layer)
    options = draft.options
    return DetectRequest(
        image=image,
        model=_model_name(draft.model),
        extent=draft.extent,
        bands=options.bands,
        overlap=options.overlap,
        min_confidence=options.min_confidence,
        min_area_m2=options.min_area_m2,
        simplify_px=options.simplify_px,
        valid_mask=image_refs.valid_mask(draft.layer),
        cloud_model="auto" if options.without_clouds else "",
        output=str(output) if output is not None else None,
        class_raster=_beside(output, draft.layer, "classes") if options.keep_class_raster else None,
        confidence_raster=_beside(output, draft.layer, "confidence") if options.keep_confidence_raster else None,
        threads=settings.THREADS.get(),
        operator=settings.editor(),
    )


def make_copy(draft: Draft) -> Optional[RasterCopy]:
    """Plan the copy of a layer that the engine cannot open; None where it can.

    Raises
    ------
    ExtentError, ImageError
    """
    if not needs_copy(draft):
        return None
    gsd_m = draft.model.gsd_m if draft.model is not None else None
    folder = Path(tempfile.mkdtemp(prefix="mining-monitor-"))
    return RasterCopy(draft.layer, draft.extent, gsd_m=gsd_m, folder=folder)


def for_plan(request: DetectRequest) -> DetectRequest:
    """Return the request without what a plan does not depend on, so that equal plans are equal."""
    return dataclasses.replace(
        request, output=None, class_raster=None, confidence_raster=None, operator="", min_confidence=0.0,
        min_area_m2=0.0, simplify_px=0.0,
    )  # fmt: skip


def guessed_bands(roles: Tuple[BandChoice, ...], model: ModelInfo) -> Tuple[BandChoice, ...]:
    """Return the image's guessed bands, under the names that the model's card uses."""
    by_role = {choice.role: choice.index for choice in roles}
    chosen = []
    for name in model.bands:
        index = by_role.get(name) or by_role.get(SENTINEL2_ROLES.get(name.upper(), ""))
        if index:
            chosen.append(BandChoice(name, index))
    return tuple(chosen)


def _model_name(model: Optional[ModelInfo]) -> str:
    if model is None:
        return ""
    return model.path or model.name


def _beside(output: Optional[Path], layer: QgsRasterLayer, what: str) -> Optional[str]:
    if output is None:
        return None
    stem = "".join(c if c.isalnum() or c in "-_." else "_" for c in layer.name())[:60] or "image"
    candidate = output.with_name(f"{stem}-{what}.tif")
    number = 2
    while candidate.exists():
        candidate = output.with_name(f"{stem}-{what}-{number}.tif")
        number += 1
    return str(candidate)
