"""A STAC Item with the Machine Learning Model extension, as JSON values, to a ``ModelCard``.

Read by hand, not with ``pystac-ext-mlm``: that library validates with ``jsonschema`` against schemas that it fetches
from the network, stops at the first member that it misses, and knows nothing of the members that CONTRACT 4 adds. The
tests compare what is written here with what that library reads.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Literal

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.engine.models.item_tensors import Findings, is_number, is_whole, read_inputs, read_output, text
from mining_monitor.engine.models.model_card import InputTensor, ModelCard, Origin, OutputTensor
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED, class_code

#: Multihash prefix of SHA-256: code 0x12, length 0x20.
SHA256_MULTIHASH = "1220"


def parse_item(
    document: dict[str, Any],
    onnx_path: Path,
    card_path: Path | None = None,
    origin: Origin = "json",
) -> ModelCard:
    """Build a card from JSON values.

    Raises
    ------
    ModelCardError
        Members are missing or wrong; facts ``problems``, ``missing`` and ``questions`` name all of them.
    """
    findings = Findings()
    properties = document.get("properties")
    if not isinstance(properties, dict):
        properties = {}
        findings.problems.append("it has no properties, so it is no STAC Item")
    inputs = read_inputs(properties, findings)
    output = read_output(properties, findings)
    scores = _choice(properties, "scores", ("logits", "probabilities", "labels"), findings)
    value_range = _choice(properties, "value_range", ("dn", "reflectance", "rgb-8bit"), findings)
    kind = _kind(properties, findings)
    codes = _class_codes(properties, output, findings)
    gsd_m, gsd_range_m = _gsd(properties, findings)
    sha256 = _checksum(document, findings)
    region_bbox = _region_bbox(properties, findings)
    overlap = _number(properties, "mining_monitor:tile_overlap", 0.25, findings)
    if not 0 <= overlap <= 0.75:
        findings.problems.append(f"mining_monitor:tile_overlap is {overlap:g}, but must be a share from 0 to 0.75")
    _compare(inputs, output, codes, scores, kind, findings)
    if findings.problems or output is None:
        raise _card_error(document, onnx_path, card_path, findings)
    return ModelCard(
        name=_name(document, onnx_path),
        path=onnx_path,
        inputs=inputs,
        output=output,
        scores=scores,  # type: ignore[arg-type]
        class_codes=codes,
        value_range=value_range,  # type: ignore[arg-type]
        kind=kind,
        gsd_m=gsd_m,
        gsd_range_m=gsd_range_m,
        tile_overlap=overlap,
        region_bbox=region_bbox,
        sha256=sha256,
        card_path=card_path,
        origin=origin,
        document=document,
        **_about(properties),
    )


def _about(properties: dict[str, Any]) -> dict[str, Any]:
    """Return what people read of a card; nothing of it can be wrong."""
    limits = properties.get("mining_monitor:limits") or []
    held_out = properties.get("mining_monitor:held_out")
    training = properties.get("mining_monitor:training_data") or []
    batch_size = properties.get("mlm:batch_size_suggestion")
    return {
        "title": text(properties.get("title")),
        "description": text(properties.get("description")),
        "licence": text(properties.get("license")),
        "architecture": text(properties.get("mlm:architecture")),
        "region": text(properties.get("mining_monitor:region")),
        "is_experimental": properties.get("mining_monitor:experimental") is True,
        "is_made_up": properties.get("mining_monitor:made_up") is True,
        "limits": tuple(str(one) for one in (limits if isinstance(limits, list) else [limits])),
        "held_out": held_out if isinstance(held_out, dict) else {},
        "training_data": tuple(training if isinstance(training, list) else [training]),
        "batch_size": max(1, batch_size) if is_whole(batch_size) else 1,
    }


def _card_error(
    document: dict[str, Any], onnx_path: Path, card_path: Path | None, findings: Findings
) -> ModelCardError:
    where = card_path.name if card_path else f"inside {onnx_path.name}"
    return ModelCardError(
        f"The card {where} cannot be used: {'; '.join(findings.problems)}. Complete the card in the form.",
        path=str(onnx_path),
        card_path=str(card_path or ""),
        name=_name(document, onnx_path),
        problems=findings.problems,
        missing=findings.missing,
        questions=findings.questions,
    )


def _name(document: dict[str, Any], onnx_path: Path) -> str:
    properties = document.get("properties")
    name = properties.get("mlm:name") if isinstance(properties, dict) else None
    return text(name) or text(document.get("id")) or onnx_path.stem


def _number(properties: dict[str, Any], key: str, default: float, findings: Findings) -> float:
    value = properties.get(key)
    if value is None:
        return default
    if not is_number(value):
        findings.problems.append(f"{key} is {value!r}, not a number")
        return default
    return float(value)


def _choice(properties: dict[str, Any], name: str, choices: tuple[str, ...], findings: Findings) -> str:
    key = f"mining_monitor:{name}"
    value = properties.get(key)
    if value is None:
        findings.lacks(key, f"say {', '.join(choices[:-1])} or {choices[-1]}")
    elif value not in choices:
        findings.problems.append(f"{key} is {value!r}, but must be {', '.join(choices[:-1])} or {choices[-1]}")
    return str(value)


def _kind(properties: dict[str, Any], findings: Findings) -> Literal["segmentation", "patch-classification"]:
    value = properties.get("mining_monitor:kind")
    tasks = properties.get("mlm:tasks") or []
    if (
        value is None
        and isinstance(tasks, list)
        and {"classification", "scene-classification"} & {str(t) for t in tasks}
    ):
        return "patch-classification"
    if value in (None, "segmentation"):
        return "segmentation"
    if value != "patch-classification":
        findings.problems.append(f"mining_monitor:kind is {value!r}, but must be segmentation or patch-classification")
    return "patch-classification"


def _class_codes(properties: dict[str, Any], output: OutputTensor | None, findings: Findings) -> tuple[int, ...]:
    key = "mining_monitor:class_codes"
    value = properties.get(key)
    if value is None:
        return _codes_from_names(key, output, findings)
    if not isinstance(value, list) or not value or not all(is_whole(one) for one in value):
        findings.problems.append(f"{key} must be a list of LAMES codes, one an output class")
        return ()
    wrong = [one for one in value if one not in BY_CODE and one != NOT_OBSERVED]
    if wrong:
        findings.problems.append(f"{key} holds {wrong[0]}, but codes go from 0 to 9, and 255 means ignore")
    elif set(value) == {NOT_OBSERVED}:
        findings.problems.append(f"{key} ignores every class")
    return tuple(value)


def _codes_from_names(key: str, output: OutputTensor | None, findings: Findings) -> tuple[int, ...]:
    names = output.class_names if output else ()
    codes = [class_code(name) for name in names]
    if names and None not in codes:
        return tuple(code for code in codes if code is not None)
    unknown = [name for name, code in zip(names, codes) if code is None]
    findings.questions += unknown
    asked = f"say which LAMES class these are: {', '.join(unknown)}" if unknown else "say the LAMES code of each class"
    findings.lacks(key, asked)
    return ()


def _gsd(properties: dict[str, Any], findings: Findings) -> tuple[float | None, tuple[float, float] | None]:
    gsd = _number(properties, "mining_monitor:gsd_m", math.nan, findings)
    if gsd <= 0:
        findings.problems.append(f"mining_monitor:gsd_m is {gsd:g}, but must be metres above 0")
    between = properties.get("mining_monitor:gsd_range_m")
    if between is None:
        return (None if math.isnan(gsd) else gsd), None
    pair = between if isinstance(between, list) else []
    if len(pair) != 2 or not all(is_number(n) for n in pair) or not 0 < pair[0] <= pair[1]:
        findings.problems.append("mining_monitor:gsd_range_m must be two numbers in metres, the finer first")
        return None, None
    if not math.isnan(gsd) and not pair[0] <= gsd <= pair[1]:
        findings.problems.append(f"mining_monitor:gsd_m {gsd:g} lies outside mining_monitor:gsd_range_m {pair}")
    return (None if math.isnan(gsd) else gsd), (float(pair[0]), float(pair[1]))


def _region_bbox(properties: dict[str, Any], findings: Findings) -> tuple[tuple[float, float, float, float], ...]:
    """Read ``mining_monitor:region_bbox``: a list of [west, south, east, north] in degrees."""
    value = properties.get("mining_monitor:region_bbox")
    boxes: list[Any] = value if isinstance(value, list) else [] if value is None else [()]
    found = []
    for box in boxes:
        is_box = isinstance(box, list) and len(box) == 4 and all(is_number(side) for side in box)
        if not is_box or not (-180 <= box[0] < box[2] <= 180 and -90 <= box[1] < box[3] <= 90):
            findings.problems.append(
                "mining_monitor:region_bbox must be a list of [west, south, east, north] in degrees"
            )
            return ()
        west, south, east, north = (float(side) for side in box)
        found.append((west, south, east, north))
    return tuple(found)


def _checksum(document: dict[str, Any], findings: Findings) -> str:
    value = model_asset(document)[1].get("file:checksum")
    if value is None:
        return ""
    text = str(value).lower()
    digits = set(text) <= set("0123456789abcdef")
    if not digits or (text.startswith(SHA256_MULTIHASH) and len(text) != 68):
        findings.problems.append("file:checksum is no multihash: write 1220 and the SHA-256 of the ONNX file in hex")
        return ""
    return text[4:] if text.startswith(SHA256_MULTIHASH) else ""


def _compare(
    inputs: tuple[InputTensor, ...],
    output: OutputTensor | None,
    codes: tuple[int, ...],
    scores: str,
    kind: str,
    findings: Findings,
) -> None:
    """Note where members of the card contradict each other."""
    if len({one.size for one in inputs}) > 1:
        findings.problems.append("its inputs have different heights and widths, which cannot be run yet")
    if output is None:
        return
    if "class" in output.dim_order and scores != "labels" and codes:
        count = output.shape[output.dim_order.index("class")]
        if count not in (-1, len(codes)) and not (count == 1 and len(codes) <= 2):
            findings.problems.append(
                f"its output has {count} classes but mining_monitor:class_codes names {len(codes)}"
            )
    flat = not {"height", "width"} <= set(output.dim_order)
    if kind == "segmentation" and flat:
        findings.problems.append("mlm:output[0] has no height and width: a segmentation gives scores per pixel")
    if "class" not in output.dim_order and scores in ("logits", "probabilities"):
        findings.problems.append(f"mlm:output[0] has no class axis although mining_monitor:scores says {scores}")


def model_asset(document: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return key and asset of the ONNX file: role ``mlm:model``, else the first ``.onnx``; else an empty asset."""
    assets = document.get("assets")
    candidates = [(k, a) for k, a in assets.items() if isinstance(a, dict)] if isinstance(assets, dict) else []
    for key, asset in candidates:
        roles = asset.get("roles")
        if isinstance(roles, list) and "mlm:model" in roles:
            return key, asset
    for key, asset in candidates:
        if str(asset.get("href", "")).lower().endswith(".onnx"):
            return key, asset
    return "model", {}
