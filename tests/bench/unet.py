"""A U-Net with fixed random weights: the work of a real model, without its training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from tests.engine.onnx_makers import save, tensor, write_card

#: Widths of the levels; a 256 x 256 tile takes near 40 ms on two cores with AVX-512 (QGIS_NOTES 5).
WIDTHS = (20, 40, 64, 128, 256)

#: LAMES codes of the eight classes of the published models (DOMAIN 1.2).
CLASS_CODES = (0, 3, 4, 5, 6, 7, 8, 9)

RGBN = ("red", "green", "blue", "nir")


class _Graph:
    """Nodes and weights of a network while it is built."""

    def __init__(self, seed: int) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, np.ndarray] = {}
        self._rng = np.random.default_rng(seed)

    def add(self, operator: str, inputs: list[str], name: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def conv(self, source: str, name: str, channels: tuple[int, int], size: int = 3, gain: float = 1.0) -> str:
        """Convolution with He-scaled weights that keeps height and width."""
        fan_in = channels[0] * size * size
        shape = (channels[1], channels[0], size, size)
        weights = self._rng.standard_normal(shape) * (gain * np.sqrt(2.0 / fan_in))
        self.weights[f"{name}_w"] = weights.astype(np.float32)
        self.weights[f"{name}_b"] = np.zeros(channels[1], np.float32)
        return self.add("Conv", [source, f"{name}_w", f"{name}_b"], name, pads=[size // 2] * 4, kernel_shape=[size] * 2)

    def pair(self, source: str, name: str, channels: tuple[int, int]) -> str:
        """Two 3 x 3 convolutions, each with its ReLU."""
        first = self.add("Relu", [self.conv(source, f"{name}_a", channels)], f"{name}_ar")
        return self.add("Relu", [self.conv(first, f"{name}_b", (channels[1], channels[1]))], f"{name}_br")


def write_unet(path: Path, *, bands: int = 3, tile: int | None = 256, seed: int = 0) -> Path:
    """Write the network and its card.

    Parameters
    ----------
    bands : int
        3 (red, green, blue) or 4 (and near infrared).
    tile : int or None
        Fixed side of a tile; None: any multiple of 16.

    Returns
    -------
    Path
        The ONNX file; inputs are numbers of 0..255, outputs are logits of ``CLASS_CODES``.
    """
    graph = _Graph(seed)
    graph.weights["scale"] = np.array(1.0 / 64.0, np.float32)
    graph.weights["middle"] = np.array(1.5, np.float32)
    graph.weights["twice"] = np.array([1.0, 1.0, 2.0, 2.0], np.float32)
    scaled = graph.add("Sub", [graph.add("Mul", ["image", "scale"], "scaled"), "middle"], "centred")
    skips, source, width = [], scaled, bands
    for level, wide in enumerate(WIDTHS):
        if level:
            source = graph.add("MaxPool", [source], f"pool{level}", kernel_shape=[2, 2], strides=[2, 2])
        source = graph.pair(source, f"down{level}", (width, wide))
        skips.append(source)
        width = wide
    for level in range(len(WIDTHS) - 2, -1, -1):
        resized = graph.add("Resize", [source, "", "twice"], f"resize{level}", mode="nearest")
        joined = graph.add("Concat", [resized, skips[level]], f"join{level}", axis=1)
        source = graph.pair(joined, f"up{level}", (WIDTHS[level + 1] + WIDTHS[level], WIDTHS[level]))
    raw = graph.conv(source, "raw", (WIDTHS[0], len(CLASS_CODES)), size=1, gain=2.0)
    graph.weights["raw_w"] -= graph.weights["raw_w"].mean(axis=0)  # no class is ahead of all others everywhere
    # An untrained network speckles; a trained one draws areas. The mean of 9 x 9 gives as many polygons as a mine has.
    logits = graph.add("AveragePool", [raw], "logits", kernel_shape=[9, 9], pads=[4] * 4, count_include_pad=0)
    rows, cols = (tile, tile) if tile else ("rows", "cols")
    shape_in, shape_out = ["n", bands, rows, cols], ["n", len(CLASS_CODES), rows, cols]
    outputs = [tensor(logits, shape_out, TensorProto.FLOAT)]
    save(path, graph.nodes, [tensor("image", shape_in)], outputs, graph.weights)
    roles = RGBN[:bands]
    return write_card(path, roles, CLASS_CODES, tile, gsd_m=10.0, value_range="dn", overlap=0.15)
