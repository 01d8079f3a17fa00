"""Cards that deepness wrote into an ONNX file's metadata, read as cards of ours (CONTRACT 4).

References
----------
deepness 0.6: ``model_base.py`` reads ``tile_size``, its documentation and tools write ``tiles_size`` (PEERS 2): both
are read here. It divides 8-bit values by 255, then standardises them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.engine.models.onnx_file import OnnxFile
from mining_monitor.schema.classes import class_code

_KEYS = frozenset({"model_type", "class_names", "names", "resolution", "tile_size", "tiles_size", "tiles_overlap"})


def has_deepness_metadata(info: OnnxFile) -> bool:
    """Return whether deepness described this file: a model type, or at least two of its other keys."""
    return "model_type" in info.metadata or len(_KEYS & info.metadata.keys()) >= 2


def stac_document(info: OnnxFile) -> dict[str, Any]:
    """Return the card that the metadata amount to, as JSON values.

    Class names that are LAMES keys or titles get their code; when one is not, ``mining_monitor:class_codes`` is left
    out and reading the card asks for it.

    Raises
    ------
    ModelCardError
        It is a model of another kind (a detector, a regressor ...), or the metadata cannot be read.
    """
    _require_segmentor(info)
    names = class_names(info)
    tile = _number(info, "tile_size") or _number(info, "tiles_size")
    size = [int(tile)] * 2 if tile else list(info.inputs[0].shape[2:])
    properties: dict[str, Any] = {
        "title": info.path.stem,
        "description": "Described by the metadata that deepness wrote into the file.",
        "mlm:name": info.path.stem,
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:framework": "ONNX",
        "mlm:input": [_input(info, size)],
        "mlm:output": [_output(info, names, size)],
        "mining_monitor:kind": "segmentation",
        "mining_monitor:scores": "probabilities",
        "mining_monitor:value_range": "rgb-8bit",
    }
    codes = [class_code(name) for name in names]
    if names and None not in codes:
        properties["mining_monitor:class_codes"] = codes
    resolution, overlap = _number(info, "resolution"), _number(info, "tiles_overlap")
    if resolution:
        properties["mining_monitor:gsd_m"] = resolution / 100.0
    if overlap is not None:
        properties["mining_monitor:tile_overlap"] = min(max(overlap / 100.0, 0.0), 0.75)
    return {"type": "Feature", "id": info.path.stem, "properties": properties, "assets": {}}


def _require_segmentor(info: OnnxFile) -> None:
    kind = str(_value(info, "model_type") or "Segmentor").capitalize()
    if kind != "Segmentor":
        raise ModelCardError(
            f"{info.path.name} is a deepness model of the type {kind}; only models of the type Segmentor can be used.",
            path=str(info.path),
            problems=[f"It is a deepness model of the type {kind}."],
        )
    if len(info.inputs) != 1 or len(info.inputs[0].shape) != 4 or len(info.outputs[0].shape) != 4:
        raise ModelCardError(
            f"{info.path.name} calls itself a deepness Segmentor but does not take and give images: fill in the form.",
            path=str(info.path),
            problems=["It does not take and give one image."],
        )


def class_names(info: OnnxFile) -> list[str]:
    """Return the class names in the order of their numbers; empty when there are none."""
    text = info.metadata.get("class_names") or info.metadata.get("names") or ""
    try:
        value = json.loads(text) if text else {}
    except ValueError:
        # Older files hold a Python literal, {0: 'background', ...}.
        value = dict(re.findall(r"(\d+)\s*:\s*['\"]([^'\"]*)['\"]", text))
    if isinstance(value, list):
        return [str(name) for name in value]
    if not isinstance(value, dict) or not all(str(key).isdecimal() for key in value):
        return []
    return [str(name) for _, name in sorted(value.items(), key=lambda item: int(item[0]))]


def _input(info: OnnxFile, size: list[int]) -> dict[str, Any]:
    tensor = info.inputs[0]
    bands = tensor.shape[1]
    return {
        "name": tensor.name,
        "bands": ["red", "green", "blue"] if bands == 3 else [],
        "input": {
            "shape": [tensor.shape[0], bands, *size],
            "dim_order": ["batch", "bands", "height", "width"],
            "data_type": tensor.data_type,
        },
        "value_scaling": _scaling(info, bands),
    }


def _output(info: OnnxFile, names: list[str], size: list[int]) -> dict[str, Any]:
    tensor = info.outputs[0]
    return {
        "name": tensor.name,
        "result": {
            "shape": [tensor.shape[0], tensor.shape[1], *size],
            "dim_order": ["batch", "class", "height", "width"],
            "data_type": tensor.data_type,
        },
        "classification:classes": [{"value": i, "name": name} for i, name in enumerate(names)],
    }


def _scaling(info: OnnxFile, bands: int) -> list[dict[str, Any]]:
    """Return (x / 255 - mean) / std as the z-score of x itself: mean and std times 255."""
    means, stds = _value(info, "standardization_mean"), _value(info, "standardization_std")
    mean_list = means if isinstance(means, list) else [0.0 if means is None else means]
    std_list = stds if isinstance(stds, list) else [1.0 if stds is None else stds]
    count = max(len(mean_list), len(std_list))
    mean_list, std_list = (one * count if len(one) == 1 else one for one in (mean_list, std_list))
    try:
        return [
            {"type": "z-score", "mean": float(mean) * 255.0, "stddev": float(std) * 255.0}
            for mean, std in zip(mean_list, std_list)
        ]
    except (TypeError, ValueError) as error:
        raise _unreadable(info, "standardization_mean or standardization_std") from error


def _value(info: OnnxFile, key: str) -> Any:
    text = info.metadata.get(key)
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def _number(info: OnnxFile, key: str) -> float | None:
    value = _value(info, key)
    if value is None:
        return None
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise _unreadable(info, key) from error


def _unreadable(info: OnnxFile, key: str) -> ModelCardError:
    return ModelCardError(
        f"The deepness metadata {key} in {info.path.name} is no number: fill in the form for this model.",
        path=str(info.path),
        problems=[f"The deepness metadata {key} is no number."],
    )
