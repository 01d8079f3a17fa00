"""A model in 8-bit integers: ranges learnt from calibration tiles, weights by channel (static QDQ quantisation)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.models.runtime import RUNTIME_ERRORS, explain
from mining_monitor.engine.models.session import OnnxSegmenter

#: Operators whose weights are worth keeping in 8 bits.
_WEIGHTY = ("Conv", "ConvTranspose", "Gemm", "MatMul")


#: What quantisation raises beside ONNX Runtime's own errors where a graph is not as it expects.
_LIBRARY_ERRORS: tuple[type[Exception], ...] = (KeyError, TypeError, AttributeError, onnx.checker.ValidationError)


@dataclass(frozen=True)
class Recipe:
    """What becomes 8-bit: every operator that can, only those with weights, or those but the first and the last."""

    name: str
    only_weighty: bool = False
    spares_ends: bool = False


#: Tried in this order, the smallest and fastest first; the last ones agree best with the original.
RECIPES = (Recipe("everything"), Recipe("convolutions", True), Recipe("inner convolutions", True, True))


class _Tiles(CalibrationDataReader):  # type: ignore[misc,unused-ignore]
    """Calibration tiles, one at a time, as the model takes them."""

    def __init__(self, segmenter: OnnxSegmenter, tiles: Sequence[npt.NDArray[np.float32]]) -> None:
        self._feeds = iter([segmenter.feed(tile[np.newaxis]) for tile in tiles])

    def get_next(self) -> dict[str, npt.NDArray[Any]] | None:
        return next(self._feeds, None)


def quantize(segmenter: OnnxSegmenter, tiles: Sequence[npt.NDArray[np.float32]], recipe: Recipe, output: Path) -> None:
    """Write the model of a segmenter in 8-bit integers.

    Parameters
    ----------
    tiles : sequence of ndarray of float32, shape (band, row, col)
        What the model usually sees, in its ``value_range``.

    Raises
    ------
    ModelError
        ONNX Runtime cannot quantise this model.
    """
    source = output.with_name(f"{output.stem}-named.onnx")
    ends = _write_named(segmenter.card.path, source)
    quiet = logging.getLogger()
    level = quiet.level
    try:
        quiet.setLevel(logging.ERROR)  # the library advises on the root logger
        quantize_static(
            str(source),
            str(output),
            _Tiles(segmenter, tiles),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=list(_WEIGHTY) if recipe.only_weighty else None,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=ends if recipe.spares_ends else None,
        )
    except (*RUNTIME_ERRORS, *_LIBRARY_ERRORS) as error:
        raise ModelError(
            f"{segmenter.name} cannot be quantised ({explain(error)}): keep it as it is.", model=segmenter.name
        ) from error
    finally:
        quiet.setLevel(level)
        source.unlink(missing_ok=True)
    if not any(one.data_type == onnx.TensorProto.INT8 for one in onnx.load(str(output)).graph.initializer):
        raise ModelError(
            f"{segmenter.name} has no weights that could become 8-bit integers: keep it as it is.", model=segmenter.name
        )


def _write_named(path: Path, target: Path) -> list[str]:
    """Write a model with a name for each operator; return those of the first and the last operator with weights."""
    model = onnx.load(str(path))
    for index, node in enumerate(model.graph.node):
        node.name = node.name or f"{node.op_type}_{index}"
    onnx.save(model, str(target))
    nodes = [node.name for node in model.graph.node if node.op_type in _WEIGHTY]
    return [nodes[0], nodes[-1]] if nodes else []
