"""Inputs and outputs of a card: ``mlm:input`` and ``mlm:output`` to values, with what is wrong with them."""

from __future__ import annotations

from typing import Any, TypeGuard

from mining_monitor.engine.models.model_card import InputTensor, OutputTensor
from mining_monitor.engine.models.scaling import SCALING_MEMBERS, BandScaling

_AXES = {
    "batch": "batch", "b": "batch", "n": "batch",
    "bands": "bands", "band": "bands", "channel": "bands", "channels": "bands", "c": "bands",
    "height": "height", "h": "height", "y": "height", "row": "height", "rows": "height",
    "width": "width", "w": "width", "x": "width", "column": "width", "columns": "width",
    "class": "class", "classes": "class",
}  # fmt: skip


class Findings:
    """What is wrong with a card, collected so that a person sees all of it at once."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.missing: list[str] = []
        self.questions: list[str] = []

    def lacks(self, key: str, why: str) -> None:
        """Note that a member is missing and what a person should say there."""
        self.missing.append(key)
        self.problems.append(f"{key} is missing: {why}")


def is_number(value: Any) -> TypeGuard[float]:
    """Return whether a JSON value is a number that a float holds; true, NaN and 10**400 are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300


def is_whole(value: Any) -> TypeGuard[int]:
    """Return whether a JSON value is a whole number of ordinary size."""
    return isinstance(value, int) and is_number(value) and abs(value) < 2**31


def text(value: Any) -> str:
    """Return a string member, or an empty string for anything else."""
    return value if isinstance(value, str) else ""


def objects(properties: dict[str, Any], key: str, why: str, findings: Findings) -> list[dict[str, Any]]:
    """Return a list of objects that must not be empty; an empty list after noting that it is."""
    value = properties.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        findings.lacks(key, why)
        return []
    return value


def _structure(
    entry: dict[str, Any], member: str, where: str, allowed: set[str], findings: Findings
) -> tuple[tuple[int, ...], tuple[str, ...], str] | None:
    """Return shape, axes and data type of an input or output; None after noting what is wrong."""
    structure = entry.get(member)
    structure = structure if isinstance(structure, dict) else {}
    shape, order = structure.get("shape"), structure.get("dim_order")
    if not isinstance(shape, list) or not all(is_whole(n) and (n > 0 or n == -1) for n in shape):
        findings.lacks(f"{where}.{member}.shape", "list its sizes, -1 where any size works")
        return None
    if not isinstance(order, list) or not all(isinstance(axis, str) for axis in order):
        findings.lacks(f"{where}.{member}.dim_order", "name its axes in order, for example batch, bands, height, width")
        return None
    axes = tuple(_AXES.get(axis.lower(), axis.lower()) for axis in order)
    if "class" in allowed:
        axes = tuple("class" if axis == "bands" else axis for axis in axes)
    unknown = [name for axis, name in zip(axes, order) if axis not in allowed]
    if unknown or len(set(axes)) < len(axes):
        findings.problems.append(
            f"{where} has the axes {', '.join(order)}; only {', '.join(sorted(allowed))} can be used, each once"
        )
        return None
    if len(axes) != len(shape):
        findings.problems.append(f"{where} names {len(axes)} axes but gives {len(shape)} sizes")
        return None
    return tuple(shape), axes, str(structure.get("data_type") or "float32")


def read_inputs(properties: dict[str, Any], findings: Findings) -> tuple[InputTensor, ...]:
    """Return the inputs that ``mlm:input`` describes, noting what is wrong with them."""
    found = []
    for i, entry in enumerate(objects(properties, "mlm:input", "say which bands go in and in which shape", findings)):
        where = f"mlm:input[{i}]"
        structure = _structure(entry, "input", where, {"batch", "bands", "height", "width"}, findings)
        if structure is None:
            continue
        shape, axes, data_type = structure
        lost = {"bands", "height", "width"} - set(axes)
        if lost:
            findings.problems.append(f"{where} has no axis {', '.join(sorted(lost))}")
            continue
        bands = _bands(entry, where, findings)
        count = shape[axes.index("bands")]
        if bands and count not in (-1, len(bands)):
            findings.problems.append(f"{where} names {len(bands)} bands but its shape has {count}")
        scaling = _scaling(entry, where, len(bands) or count, findings)
        if entry.get("pre_processing_function"):
            findings.problems.append(
                f"{where} asks for a pre-processing function, which is not run here: build it into the ONNX file or "
                "say it as value_scaling"
            )
        if entry.get("norm_type"):
            findings.problems.append(f"{where} uses norm_type of an older extension: say it as value_scaling")
        found.append(InputTensor(text(entry.get("name")), bands, shape, axes, data_type, scaling))
    return tuple(found)


def _bands(entry: dict[str, Any], where: str, findings: Findings) -> tuple[str, ...]:
    names = []
    bands = entry.get("bands")
    for band in bands if isinstance(bands, list) else []:
        if isinstance(band, dict) and band.get("expression"):
            findings.problems.append(
                f"{where} computes band {band.get('name')!r} by an expression, which is not run here"
            )
        name = band.get("name") if isinstance(band, dict) else band
        if isinstance(name, str) and name.strip():
            names.append(name)
        else:
            findings.problems.append(f"{where} has a band without a name")
    return tuple(names)


def _scaling(entry: dict[str, Any], where: str, bands: int, findings: Findings) -> tuple[BandScaling, ...]:
    given = entry.get("value_scaling")
    if given is None:
        return ()
    entries = given if isinstance(given, list) else [given]
    if len(entries) not in (1, bands):
        findings.problems.append(f"{where} scales {len(entries)} bands but has {bands}")
        return ()
    found = [_one_scaling(one, where, findings) for one in entries]
    return tuple(one for one in found if one is not None)


def _one_scaling(entry: Any, where: str, findings: Findings) -> BandScaling | None:
    if entry is None or (isinstance(entry, dict) and entry.get("type") is None):
        return BandScaling("none")
    kind = entry.get("type") if isinstance(entry, dict) else entry
    if not isinstance(kind, str) or kind not in SCALING_MEMBERS:
        findings.problems.append(
            f"{where} asks for the scaling {str(kind)[:60]!r}, which is not known here: say it as "
            f"{', '.join(sorted(set(SCALING_MEMBERS) - {'none'}))}, or build it into the ONNX file"
        )
        return None
    values: dict[str, float] = {}
    for member in SCALING_MEMBERS[kind]:
        value = entry.get(member)
        if not is_number(value):
            findings.problems.append(f"{where} asks for the scaling {kind} without the number {member}")
            return None
        values[member] = float(value)
    divisor = values.get(
        "stddev", values.get("maximum", 1.0) - values.get("minimum", 0.0) if kind == "min-max" else 1.0
    )
    if divisor == 0 or (kind == "scale" and values["value"] == 0):
        findings.problems.append(f"{where} asks for the scaling {kind} by zero")
        return None
    return BandScaling(kind, **values)


def read_output(properties: dict[str, Any], findings: Findings) -> OutputTensor | None:
    """Return the first output that ``mlm:output`` describes, or None after noting why there is none."""
    entries = objects(properties, "mlm:output", "say what comes out and which classes", findings)
    if not entries:
        return None
    entry = entries[0]
    structure = _structure(entry, "result", "mlm:output[0]", {"batch", "class", "height", "width"}, findings)
    classes = entry.get("classification:classes")
    named = [one for one in (classes if isinstance(classes, list) else []) if isinstance(one, dict)]
    if structure is None:
        return None
    shape, axes, data_type = structure
    return OutputTensor(
        name=text(entry.get("name")),
        shape=shape,
        dim_order=axes,
        data_type=data_type,
        class_values=tuple(one["value"] if is_whole(one.get("value")) else i for i, one in enumerate(named)),
        class_names=tuple(str(one.get("name") or one.get("title") or "") for one in named),
    )
