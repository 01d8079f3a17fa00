"""What is kept of how a scene came to be: tags in the file, and a JSON file beside it (DOMAIN 4.4)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from mining_monitor.contract.codec import to_json
from mining_monitor.contract.products import LoadedScene, LoadSentinel2Request, OffsetDecision
from mining_monitor.engine.imagery.catalogues.addresses import without_secrets
from mining_monitor.engine.imagery.sentinel2.numbers import Numbers
from mining_monitor.engine.imagery.sentinel2.sources import SYSTEM, SceneSource
from mining_monitor.engine.imagery.sidecar import MASK_TAG, RENDERING_TAG
from mining_monitor.engine.versions import software_versions

#: Prefix of the tags; ``engine.imagery.source`` reads them back.
SCENE_TAG, SYSTEM_TAG, ATTRIBUTION_TAG = "SCENE_ID", "SYSTEM", "ATTRIBUTION"


def provenance_path(output: Path) -> Path:
    """Return where the JSON file of an output lies."""
    return output.with_name(f"{output.stem}.provenance.json")


def file_tags(
    scenes: Sequence[SceneSource], decisions: Sequence[OffsetDecision], request: LoadSentinel2Request
) -> dict[str, str]:
    """Return tags of an output, so that it and its mask are known again without its JSON file."""
    first, last = observed_dates(scenes)
    mask = {MASK_TAG: Path(request.mask).name} if request.mask else {}
    return {
        SCENE_TAG: " ".join(scene.scene_id for scene in scenes),
        SYSTEM_TAG: SYSTEM,
        ATTRIBUTION_TAG: attribution(scenes),
        "PRODUCT_START_TIME": first,
        "PRODUCT_STOP_TIME": last,
        "PROCESSING_LEVEL": " ".join(dict.fromkeys(scene.level for scene in scenes)),
        "PROCESSING_BASELINE": " ".join(dict.fromkeys(scene.baseline for scene in scenes if scene.baseline)),
        "OFFSET_DECISION": " ".join(dict.fromkeys(decision.state for decision in decisions)),
        RENDERING_TAG: request.rendering,
        **mask,
    }


def observed_dates(scenes: Sequence[SceneSource]) -> tuple[str, str]:
    """Return the first and the last time of scenes, ISO 8601; empty where none has one."""
    times = sorted(scene.sensed_at for scene in scenes if scene.sensed_at)
    return (times[0], times[-1]) if times else ("", "")


def attribution(scenes: Sequence[SceneSource]) -> str:
    """Return the attributions of scenes, each once."""
    return "; ".join(dict.fromkeys(scene.attribution for scene in scenes if scene.attribution))


def provenance_text(
    request: LoadSentinel2Request,
    loaded: LoadedScene,
    scenes: Sequence[SceneSource],
    bands: Sequence[str],
    numbers: Sequence[Numbers],
) -> str:
    """Return the JSON text. Headers of the request are left out: they hold tokens."""
    asked = {name: value for name, value in to_json(request).items() if name != "headers"}
    asked["inputs"] = [without_secrets(path) for path in request.inputs]
    facts: dict[str, Any] = {
        "made_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "software": software_versions(),
        "request": asked,
        "result": to_json(loaded),
        "numbers": [
            {"band": band, "offset": one.offset, "quantification": one.quantification}
            for band, one in zip(bands, numbers)
        ],
        "scenes": [
            {
                "scene_id": scene.scene_id, "path": scene.path, "sensed_at": scene.sensed_at,
                "satellite": scene.satellite, "tile": scene.tile, "level": scene.level, "baseline": scene.baseline,
                "crs": scene.crs, "cloud_percent": scene.cloud_percent, "attribution": scene.attribution,
                "footprint": scene.footprint, "offset": to_json(decision), "facts": to_json(dict(scene.facts)),
            }
            for scene, decision in zip(scenes, loaded.offset)
        ],
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
