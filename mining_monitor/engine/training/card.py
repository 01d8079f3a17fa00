"""The card of a trained model: a STAC Item with the Machine Learning Model extension (CONTRACT 4)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from mining_monitor.engine.training.evaluation import Figures
from mining_monitor.engine.training.settings import TrainingSettings
from mining_monitor.schema.classes import BY_CODE

_EXTENSIONS = (
    "https://stac-extensions.github.io/mlm/v1.5.2/schema.json",
    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
)
_WHOLE_EARTH = (-180.0, -60.0, 180.0, 75.0)
#: Multihash prefix of SHA-256: function 0x12, 0x20 bytes.
_SHA256_PREFIX = "1220"


@dataclass(frozen=True)
class CardNotes:
    """What people wrote about a model: the words of its card.

    Attributes
    ----------
    title, description, region, licence : str
        As the card shows them.
    limits : tuple of str
        Warnings that the interface shows.
    training_data : tuple of dict
        Name and licence of every set used.
    real_imagery : dict
        Figures measured by hand on real imagery; may be empty.
    steps : int
        Steps that the shipped weights really took, all parts together.
    """

    title: str
    description: str
    region: str
    licence: str
    limits: tuple[str, ...]
    training_data: tuple[dict[str, str], ...]
    real_imagery: dict[str, Any]
    steps: int


def read_notes(config: Path) -> CardNotes:
    """Read the notes that lie beside a run's settings, ``<name>.card.json``."""
    data = json.loads(config.with_suffix(".card.json").read_text(encoding="utf-8"))
    return CardNotes(
        title=data["title"],
        description=data["description"],
        region=data["region"],
        licence=data["licence"],
        limits=tuple(data["limits"]),
        training_data=tuple(data["training_data"]),
        real_imagery=data["real_imagery"],
        steps=int(data["steps"]),
    )


def write_card(
    settings: TrainingSettings, model_path: Path, held_out: Figures, false_alarms: float | None, notes: CardNotes
) -> Path:
    """Write the card of a model beside it and return its path.

    Parameters
    ----------
    settings : TrainingSettings
        The run that made the model.
    model_path : Path
        The ONNX file; its checksum goes into the card.
    held_out : Figures
        Figures on the held-out scenes.
    false_alarms : float or None
        Share of pixels of held-out pictures without mines in which it sees one.
    notes : CardNotes
        The words.
    """
    path = model_path.with_suffix(".json")
    text = json.dumps(card_item(settings, model_path, held_out, false_alarms, notes), indent=2) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def card_item(
    settings: TrainingSettings, model_path: Path, held_out: Figures, false_alarms: float | None, notes: CardNotes
) -> dict[str, Any]:
    """Return the card as JSON values."""
    west, south, east, north = _WHOLE_EARTH
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "stac_version": "1.0.0",
        "stac_extensions": list(_EXTENSIONS),
        "type": "Feature",
        "id": settings.name,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": list(_WHOLE_EARTH),
        "properties": {
            "title": notes.title,
            "description": notes.description,
            "datetime": datetime.now(timezone.utc).strftime("%Y-%m-%dT00:00:00Z"),
            "license": notes.licence,
            **_mlm_members(settings, model_path, notes),
            **_own_members(settings, held_out, false_alarms, notes),
        },
        "links": [],
        "assets": {
            "model": {
                "href": model_path.name,
                "type": "application/octet-stream",
                "roles": ["mlm:model"],
                "mlm:artifact_type": "onnx",
                "file:size": model_path.stat().st_size,
                "file:checksum": _SHA256_PREFIX + hashlib.sha256(model_path.read_bytes()).hexdigest(),
            }
        },
    }


def _mlm_members(settings: TrainingSettings, model_path: Path, notes: CardNotes) -> dict[str, Any]:
    """Return the members that the extension names."""
    classes = [
        {"value": index, "name": BY_CODE[code].key, "title": BY_CODE[code].title}
        for index, code in enumerate(settings.class_codes)
    ]
    return {
        "mlm:name": settings.name,
        "mlm:architecture": "U-Net",
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:framework": "ONNX",
        "mlm:memory_size": model_path.stat().st_size,
        "mlm:pretrained": False,
        "mlm:batch_size_suggestion": 4,
        "mlm:accelerator": None,
        "mlm:input": [
            {
                "name": "image",
                "bands": ["red", "green", "blue"],
                "input": {
                    "shape": [-1, 3, -1, -1],
                    "dim_order": ["batch", "bands", "height", "width"],
                    "data_type": "float32",
                },
                "value_scaling": None,
            }
        ],
        "mlm:output": [
            {
                "name": "scores",
                "tasks": ["semantic-segmentation"],
                "result": {
                    "shape": [-1, len(settings.class_codes), -1, -1],
                    "dim_order": ["batch", "class", "height", "width"],
                    "data_type": "float32",
                },
                "classification:classes": classes,
            }
        ],
        "mlm:hyperparameters": {
            "steps": notes.steps,
            "batch_size": settings.batch_size,
            "learning_rate": settings.learning_rate,
            "seed": settings.seed,
        },
    }


def _own_members(
    settings: TrainingSettings, held_out: Figures, false_alarms: float | None, notes: CardNotes
) -> dict[str, Any]:
    """Return the members that the extension does not name (CONTRACT 4)."""
    unseen = settings.held_out
    measured: dict[str, Any] = {
        "split": f"{unseen.count} sample-world scenes of {unseen.side_px} px with unseen seeds, none of them real",
        **_rounded(asdict(held_out)),
    }
    if false_alarms is not None:
        measured["false_alarm_share_on_real_pictures_without_mines"] = round(false_alarms, 4)
    if notes.real_imagery:
        measured["real_imagery"] = notes.real_imagery
    return {
        "mining_monitor:kind": "segmentation",
        "mining_monitor:scores": "logits",
        "mining_monitor:class_codes": list(settings.class_codes),
        "mining_monitor:gsd_m": 10.0,
        "mining_monitor:gsd_range_m": [7.5, 15.0],
        "mining_monitor:value_range": "rgb-8bit",
        "mining_monitor:tile_overlap": 0.25,
        "mining_monitor:held_out": measured,
        "mining_monitor:limits": list(notes.limits),
        "mining_monitor:region": notes.region,
        "mining_monitor:training_data": list(notes.training_data),
        "mining_monitor:made_up": True,
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    """Return nested values with numbers rounded to three decimals."""
    return {
        key: _rounded(value) if isinstance(value, dict) else round(value, 3) if isinstance(value, float) else value
        for key, value in values.items()
    }
