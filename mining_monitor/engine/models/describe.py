"""A bare ONNX file to the first draft of its card: what it says itself, and what only a person knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.contract.results import ModelDraft
from mining_monitor.engine.models.card import find_document, onnx_beside
from mining_monitor.engine.models.deepness import class_names
from mining_monitor.engine.models.item_reader import SHA256_MULTIHASH, parse_item
from mining_monitor.engine.models.item_writer import EXTENSIONS
from mining_monitor.engine.models.onnx_file import OnnxFile, TensorInfo, inspect_onnx

#: More than this many entries in an axis are pixels rather than bands or classes.
_MOST_BANDS = 32

_FIRST = ("batch", "bands", "height", "width")
_LAST = ("batch", "height", "width", "bands")

#: What the operator at the end of a model makes of its scores.
_SCORES_BY_OPERATOR = {
    "Softmax": "probabilities", "Sigmoid": "probabilities", "HardSigmoid": "probabilities", "ArgMax": "labels",
    "Conv": "logits", "ConvTranspose": "logits", "Gemm": "logits", "MatMul": "logits", "Add": "logits",
    "BatchNormalization": "logits",
}  # fmt: skip

#: Members that the card can do without, but that nobody but a person can know.
_WORTH_ASKING = ("mining_monitor:gsd_m", "mining_monitor:held_out", "mining_monitor:limits", "license")


def describe_model(path: Path | str) -> ModelDraft:
    """Return what an ONNX file (or its unfinished card) says, as a card to complete.

    The draft proposes what can be read off: sizes, order of axes, names of inputs and outputs, logits or probabilities
    by the last operator. ``missing`` are the members that a person must or should give, ``questions`` the class names
    that are no LAMES class.

    Raises
    ------
    ModelMissingError, ModelError
        There is no such file, or it is no ONNX file.
    """
    path = Path(path)
    document, onnx_path = _given_document(path)
    info = inspect_onnx(onnx_path)
    draft = _merge(_skeleton(info), document)
    missing, questions = _open_ends(draft, info.path)
    return ModelDraft(
        path=str(onnx_path),
        inputs=tuple(one.in_words() for one in info.inputs),
        outputs=tuple(one.in_words() for one in info.outputs),
        card=json.dumps(draft, indent=2, ensure_ascii=False) + "\n",
        missing=missing,
        questions=questions,
    )


def _given_document(path: Path) -> tuple[dict[str, Any], Path]:
    try:
        document, onnx_path, _, _ = find_document(path)
    except ModelCardError:
        # An unreadable card is no reason to know nothing: the form starts from the file.
        return {}, onnx_beside(path, {}) if path.suffix.lower() == ".json" else path
    return document or {}, onnx_path


def _skeleton(info: OnnxFile) -> dict[str, Any]:
    inputs = [_input(one) for one in info.inputs]
    is_last = bool(inputs) and inputs[0]["input"]["dim_order"] == list(_LAST)
    output = _output(info, is_last)
    is_patch = "height" not in output["result"]["dim_order"]
    properties: dict[str, Any] = {
        "title": info.path.stem,
        "description": "",
        "datetime": "1970-01-01T00:00:00Z",
        "mlm:name": info.path.stem,
        "mlm:architecture": "",
        "mlm:tasks": ["classification" if is_patch else "semantic-segmentation"],
        "mlm:framework": "ONNX",
        "mlm:batch_size_suggestion": 1,
        "mlm:input": inputs,
        "mlm:output": [output],
        "mlm:hyperparameters": {},
        "mining_monitor:kind": "patch-classification" if is_patch else "segmentation",
    }
    scores = _guess_scores(info)
    if scores:
        properties["mining_monitor:scores"] = scores
    asset = {
        "href": info.path.name, "type": "application/octet-stream", "roles": ["mlm:model"], "mlm:artifact_type": "onnx",
        "file:checksum": SHA256_MULTIHASH + info.sha256,
    }  # fmt: skip
    return {
        "stac_version": "1.0.0", "stac_extensions": list(EXTENSIONS), "type": "Feature", "id": info.path.stem,
        "geometry": None, "properties": properties, "links": [], "assets": {"model": asset},
    }  # fmt: skip


def _merge(skeleton: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return the given card with what it lacks taken from the skeleton."""
    properties = given.get("properties") if isinstance(given.get("properties"), dict) else {}
    kept = {key: value for key, value in (properties or {}).items() if value not in (None, "", [])}
    merged = {**skeleton, **{key: value for key, value in given.items() if value}}
    return {**merged, "properties": {**skeleton["properties"], **kept}}


def _open_ends(draft: dict[str, Any], onnx_path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    missing: list[str] = []
    questions: list[str] = []
    try:
        parse_item(draft, onnx_path)
    except ModelCardError as error:
        missing += error.facts.get("missing", [])
        questions += error.facts.get("questions", [])
    missing += [
        key for key in _WORTH_ASKING if draft["properties"].get(key) in (None, "", [], {}) and key not in missing
    ]
    return tuple(missing), tuple(questions)


def _order(tensor: TensorInfo, default: tuple[str, ...]) -> tuple[str, ...]:
    """Guess the axes of an image-like tensor: few entries are bands, many or any are pixels."""
    second, last = tensor.shape[1], tensor.shape[3]
    few_second, few_last = (0 < n <= _MOST_BANDS for n in (second, last))
    if few_second and not few_last:
        return _FIRST
    if few_last and not few_second:
        return _LAST
    return default


def _input(tensor: TensorInfo) -> dict[str, Any]:
    order = _order(tensor, _FIRST) if len(tensor.shape) == 4 else _FIRST[-len(tensor.shape) :]
    bands = tensor.shape[order.index("bands")] if len(tensor.shape) in (3, 4) else -1
    return {
        "name": tensor.name,
        "bands": ["red", "green", "blue"] if bands == 3 else [],
        "input": {"shape": list(tensor.shape), "dim_order": list(order), "data_type": tensor.data_type},
        "value_scaling": None,
    }


def _output(info: OnnxFile, is_last: bool) -> dict[str, Any]:
    tensor = info.outputs[0]
    image = tuple("class" if axis == "bands" else axis for axis in _order_of_scores(tensor, is_last))
    order = {1: ("batch",), 2: ("batch", "class"), 3: ("batch", "height", "width")}.get(len(tensor.shape), image)
    return {
        "name": tensor.name,
        "tasks": ["semantic-segmentation" if "height" in order else "classification"],
        "result": {"shape": list(tensor.shape), "dim_order": list(order), "data_type": tensor.data_type},
        "classification:classes": [{"value": i, "name": name} for i, name in enumerate(class_names(info))],
    }


def _order_of_scores(tensor: TensorInfo, is_last: bool) -> tuple[str, ...]:
    default = _LAST if is_last else _FIRST
    return _order(tensor, default) if len(tensor.shape) == 4 else default


def _guess_scores(info: OnnxFile) -> str:
    if "int" in info.outputs[0].data_type:
        return "labels"
    return _SCORES_BY_OPERATOR.get(info.final_operator, "")
