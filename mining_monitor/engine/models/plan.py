"""How a card and its ONNX file fit: which axis is which, which bands go where, what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.engine.models.model_card import InputTensor, ModelCard
from mining_monitor.engine.models.onnx_file import TensorInfo
from mining_monitor.engine.models.scaling import Scaler, make_scaler

#: Input types that pixel values can be turned into.
INPUT_TYPES = frozenset(
    {"float16", "float32", "float64", "uint8", "uint16", "uint32", "int8", "int16", "int32", "int64"}
)
_TILE_AXES = ("batch", "bands", "height", "width")
_SCORE_AXES = ("batch", "class", "height", "width")


@dataclass(frozen=True)
class InputPlan:
    """One input: its share of the bands, and the way from (n, band, row, col) to its own order of axes."""

    name: str
    first_band: int
    end_band: int
    axes: tuple[int, ...]
    has_batch: bool
    dtype: np.dtype[Any]
    scaler: Scaler | None

    def prepare(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[Any]:
        """Return what goes in for tiles of shape (n, band, row, col); one tile when the input has no batch axis."""
        values = tiles[:, self.first_band : self.end_band]
        if self.scaler is not None:
            values = self.scaler.apply(values)
        if self.dtype.kind in "iu":
            limits = np.iinfo(self.dtype)
            values = np.clip(np.rint(values), limits.min, limits.max)
        if not self.has_batch:
            values = values[0]
        return np.ascontiguousarray(values.transpose(self.axes), dtype=self.dtype)


@dataclass(frozen=True)
class OutputPlan:
    """The output: the way from its order of axes to (n, class, row, col)."""

    name: str
    axes: tuple[str, ...]

    def arrange(self, raw: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return a view of shape (n, class, row, col); an axis that the output lacks has length 1."""
        present = [axis for axis in _SCORE_AXES if axis in self.axes]
        view = raw.transpose([self.axes.index(axis) for axis in present])
        for position, axis in enumerate(_SCORE_AXES):
            if axis not in self.axes:
                view = np.expand_dims(view, position)
        return view


@dataclass(frozen=True)
class Plan:
    """How to run a model.

    Attributes
    ----------
    tile_size : int or None
        Side of the tile that it wants; None: any.
    batch : int or None
        Number of tiles that must go in together; None: any.
    output_size : (int, int) or None
        Height and width of the scores where the ONNX file states them.
    """

    inputs: tuple[InputPlan, ...]
    output: OutputPlan
    tile_size: int | None
    batch: int | None
    output_size: tuple[int, int] | None


def make_plan(card: ModelCard, inputs: tuple[TensorInfo, ...], outputs: tuple[TensorInfo, ...]) -> Plan:
    """Fit a card to the inputs and outputs of its ONNX file.

    Raises
    ------
    ModelCardError
        They do not fit; facts ``problems`` holds a sentence for each reason.
    """
    problems: list[str] = []
    pairs = _pair_inputs(card, inputs, problems)
    plans, first = [], 0
    for described, actual in pairs:
        count = _band_count(described, actual)
        plans.append(_plan_input(described, actual, first, count, problems))
        first += count
    output, actual_output = _plan_output(card, outputs, problems)
    tile = _tile_size(card, pairs, problems)
    batches = {_axis(actual, described.dim_order, "batch", 1) for described, actual in pairs} - {-1}
    if len(batches) > 1:
        problems.append(f"its inputs want different numbers of tiles at once: {sorted(batches)}")
    _check_classes(card, output, actual_output, problems)
    if problems:
        raise ModelCardError(
            f"The card of {card.name} does not fit {card.path.name}: {'; '.join(problems)}. Correct the card, or "
            "choose the model that it describes.",
            path=str(card.path),
            problems=problems,
            missing=[],
            questions=[],
        )
    return Plan(
        tuple(p for p in plans if p), output, tile, min(batches, default=None), _output_size(output, actual_output)
    )


def _axis(tensor: TensorInfo, order: tuple[str, ...], axis: str, default: int = -1) -> int:
    return tensor.shape[order.index(axis)] if axis in order and len(order) == len(tensor.shape) else default


def _pair_inputs(
    card: ModelCard, inputs: tuple[TensorInfo, ...], problems: list[str]
) -> list[tuple[InputTensor, TensorInfo]]:
    """Pair inputs by name, or by position when there are as many and the names say nothing."""
    by_name = {one.name: one for one in inputs}
    if len(card.inputs) != len(inputs):
        described = ", ".join(one.name or "unnamed" for one in card.inputs)
        problems.append(
            f"the card describes {len(card.inputs)} inputs ({described}), the file has {len(inputs)} "
            f"({', '.join(by_name)})"
        )
        return []
    if all(one.name in by_name for one in card.inputs):
        return [(one, by_name[one.name]) for one in card.inputs]
    if len(inputs) > 1 and any(one.name in by_name for one in card.inputs):
        lost = [one.name for one in card.inputs if one.name not in by_name]
        problems.append(f"the file has no input {lost[0]!r}, only {', '.join(by_name)}")
        return []
    return list(zip(card.inputs, inputs))


def _band_count(described: InputTensor, actual: TensorInfo) -> int:
    stated = _axis(actual, described.dim_order, "bands")
    return max(described.band_count if described.band_count > 0 else stated, 1)


def _plan_input(
    described: InputTensor, actual: TensorInfo, first: int, count: int, problems: list[str]
) -> InputPlan | None:
    if len(actual.shape) != len(described.dim_order):
        problems.append(
            f"the input {actual.name} has {len(actual.shape)} axes, the card names {len(described.dim_order)} "
            f"({', '.join(described.dim_order)})"
        )
        return None
    if actual.data_type not in INPUT_TYPES:
        problems.append(f"the input {actual.name} takes {actual.data_type}, which pixel values cannot be turned into")
        return None
    stated = _axis(actual, described.dim_order, "bands")
    if stated not in (-1, count):
        names = f" ({', '.join(described.bands)})" if described.bands else ""
        problems.append(
            f"the input {actual.name} takes {stated} bands, the card names {count}{names}"
            + (": the order of its axes may be wrong" if stated > 32 else "")
        )
        return None
    order = [axis for axis in _TILE_AXES if axis in described.dim_order]
    return InputPlan(
        name=actual.name,
        first_band=first,
        end_band=first + count,
        axes=tuple(order.index(axis) for axis in described.dim_order),
        has_batch="batch" in described.dim_order,
        dtype=np.dtype(actual.data_type),
        scaler=make_scaler(described.scaling, count) if described.scaling else None,
    )


def _plan_output(
    card: ModelCard, outputs: tuple[TensorInfo, ...], problems: list[str]
) -> tuple[OutputPlan, TensorInfo]:
    named = [one for one in outputs if one.name == card.output.name]
    fitting = [one for one in outputs if len(one.shape) == len(card.output.dim_order)]
    actual = (named or fitting or list(outputs))[0]
    axes = card.output.dim_order
    if actual.shape and len(actual.shape) != len(axes):
        problems.append(
            f"the output {actual.name} has {len(actual.shape)} axes, the card names {len(axes)} ({', '.join(axes)})"
        )
    return OutputPlan(actual.name, axes), actual


def _tile_size(card: ModelCard, pairs: list[tuple[InputTensor, TensorInfo]], problems: list[str]) -> int | None:
    sizes: set[int] = set()
    for described, actual in pairs:
        for axis in ("height", "width"):
            stated = _axis(actual, described.dim_order, axis)
            wanted = described.size[0 if axis == "height" else 1]
            if stated > 0 and wanted > 0 and stated != wanted:
                problems.append(f"the input {actual.name} has a {axis} of {stated}, the card says {wanted}")
            sizes.add(stated if stated > 0 else wanted)
    if len(sizes) > 1:
        words = " and ".join("any" if size < 0 else str(size) for size in sorted(sizes))
        problems.append(f"its tiles are not square (sides {words}), which cannot be run: export it with square tiles")
    side = max(sizes, default=-1)
    if side < 0 and card.kind == "patch-classification":
        problems.append("a patch classification must say the size of its patch in mlm:input")
    return side if side > 0 else None


def _check_classes(card: ModelCard, output: OutputPlan, actual: TensorInfo, problems: list[str]) -> None:
    count = _axis(actual, output.axes, "class")
    codes = len(card.class_codes)
    if count == -1 or count == codes or (count == 1 and (card.scores == "labels" or codes <= 2)):
        return
    problems.append(
        f"the output {actual.name} has {count} classes, the card names {codes}"
        + (": the order of its axes may be wrong" if count > 255 else "")
    )


def _output_size(output: OutputPlan, actual: TensorInfo) -> tuple[int, int] | None:
    size = (_axis(actual, output.axes, "height"), _axis(actual, output.axes, "width"))
    return size if min(size) > 0 else None
