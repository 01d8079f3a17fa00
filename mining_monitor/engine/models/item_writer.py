"""A model card as a STAC Item with the Machine Learning Model extension."""

from __future__ import annotations

from typing import Any

from mining_monitor.engine.models.item_reader import SHA256_MULTIHASH, model_asset
from mining_monitor.engine.models.model_card import InputTensor, ModelCard
from mining_monitor.schema.classes import BY_CODE

EXTENSIONS = (
    "https://stac-extensions.github.io/mlm/v1.5.2/schema.json",
    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
)


def make_item(card: ModelCard) -> dict[str, Any]:
    """Return the card as JSON values; members of ``card.document`` that are unknown here are kept."""
    old = card.document
    properties = {**old.get("properties", {}), **_properties(card)}
    key, asset = model_asset(old)
    assets = old.get("assets")
    assets = assets if isinstance(assets, dict) else {}
    asset = {
        **asset, "href": card.path.name, "type": asset.get("type", "application/octet-stream"),
        "roles": asset.get("roles", ["mlm:model"]), "mlm:artifact_type": "onnx",
    }  # fmt: skip
    asset.pop("file:checksum", None)
    if card.sha256:
        asset["file:checksum"] = SHA256_MULTIHASH + card.sha256
    given = old.get("stac_extensions")
    extensions = [str(uri) for uri in given] if isinstance(given, list) else []
    for uri in EXTENSIONS:
        if not any(uri.split("/v")[0] in known for known in extensions):
            extensions.append(uri)
    return {
        **old,
        "stac_version": old.get("stac_version", "1.0.0"), "stac_extensions": extensions, "type": "Feature",
        "id": old.get("id", card.name), "geometry": old.get("geometry"), "properties": properties,
        "links": old.get("links", []), "assets": {**assets, key: asset},
    }  # fmt: skip


def _properties(card: ModelCard) -> dict[str, Any]:
    old = card.document.get("properties", {})
    rare: dict[str, Any] = {}
    if card.region_bbox:
        rare["mining_monitor:region_bbox"] = [list(box) for box in card.region_bbox]
    if card.is_experimental:
        rare["mining_monitor:experimental"] = True
    if card.is_made_up:
        rare["mining_monitor:made_up"] = True
    return {
        "title": card.title, "description": card.description, "datetime": old.get("datetime", "1970-01-01T00:00:00Z"),
        "license": card.licence, "mlm:name": card.name, "mlm:architecture": card.architecture,
        "mlm:tasks": old.get("mlm:tasks", [_task(card)]),
        "mlm:framework": "ONNX", "mlm:batch_size_suggestion": card.batch_size,
        "mlm:input": [_input_json(one) for one in card.inputs],
        "mlm:output": [_output_json(card)],
        "mlm:hyperparameters": old.get("mlm:hyperparameters", {}),
        "mining_monitor:kind": card.kind, "mining_monitor:scores": card.scores,
        "mining_monitor:class_codes": list(card.class_codes), "mining_monitor:gsd_m": card.gsd_m,
        "mining_monitor:gsd_range_m": list(card.gsd_range_m) if card.gsd_range_m else None,
        "mining_monitor:value_range": card.value_range, "mining_monitor:tile_overlap": card.tile_overlap,
        "mining_monitor:held_out": card.held_out, "mining_monitor:limits": list(card.limits),
        "mining_monitor:region": card.region, "mining_monitor:training_data": list(card.training_data),
        **rare,
    }  # fmt: skip


def _task(card: ModelCard) -> str:
    return "semantic-segmentation" if card.kind == "segmentation" else "classification"


def _input_json(one: InputTensor) -> dict[str, Any]:
    scaling = [{"type": s.type if s.type != "none" else None, **s.members()} for s in one.scaling]
    return {
        "name": one.name,
        "bands": list(one.bands),
        "input": {"shape": list(one.shape), "dim_order": list(one.dim_order), "data_type": one.data_type},
        "value_scaling": scaling or None,
    }


def _output_json(card: ModelCard) -> dict[str, Any]:
    one = card.output
    names = one.class_names or tuple(BY_CODE[c].key if c in BY_CODE else "ignore" for c in card.class_codes)
    values = one.class_values or tuple(range(len(names)))
    return {
        "name": one.name,
        "tasks": [_task(card)],
        "result": {"shape": list(one.shape), "dim_order": list(one.dim_order), "data_type": one.data_type},
        "classification:classes": [{"value": value, "name": name} for value, name in zip(values, names)],
    }
