"""Real ONNX files and cards for tests, made with ``onnx.helper``: every model a test needs, in a few lines.

Each maker writes a file and returns its path. ``write_card`` puts the card beside it. Weights are seeded, so that
two runs of a maker give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Dim = Any  # int, or a name for a free dimension


def save(
    path: Path,
    nodes: Sequence[onnx.NodeProto],
    inputs: Sequence[onnx.ValueInfoProto],
    outputs: Sequence[onnx.ValueInfoProto],
    weights: dict[str, np.ndarray] | None = None,
    *,
    metadata: dict[str, str] | None = None,
    domains: Sequence[str] = (),
) -> Path:
    """Write a graph as opset 17, IR 8 (any ONNX Runtime since 1.12 opens it)."""
    initializers = [numpy_helper.from_array(array, name) for name, array in (weights or {}).items()]
    graph = helper.make_graph(list(nodes), "graph", list(inputs), list(outputs), initializers)
    opsets = [helper.make_opsetid("", 17), *(helper.make_opsetid(domain, 1) for domain in domains)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="tests")
    if metadata:
        helper.set_model_props(model, metadata)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString(deterministic=True))
    return path


def tensor(name: str, shape: Sequence[Dim], kind: int = TensorProto.FLOAT) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, list(shape))


def _size(tile: int | tuple[int, int] | None) -> tuple[Dim, Dim]:
    if tile is None:
        return "rows", "cols"
    return tile if isinstance(tile, tuple) else (tile, tile)


def identity(
    path: Path,
    classes: int = 10,
    tile: int | tuple[int, int] | None = None,
    *,
    scores: str = "probabilities",
    bands: int = 1,
    batch: Dim = "n",
    metadata: dict[str, str] | None = None,
) -> Path:
    """Class = value of the first band (0..classes-1): one-hot probabilities, logits (+-10) or int64 labels."""
    rows, cols = _size(tile)
    nodes = [
        helper.make_node("Slice", ["image", "zero", "one", "axis"], ["first"]),
        helper.make_node("Round", ["first"], ["value"]),
    ]
    weights = {name: np.array([v], np.int64) for name, v in {"zero": 0, "one": 1, "axis": 1}.items()}
    if scores == "labels":
        nodes += [
            helper.make_node("Squeeze", ["value", "axis"], ["flat"]),
            helper.make_node("Cast", ["flat"], ["scores"], to=TensorProto.INT64),
        ]
        return save(path, nodes, [tensor("image", [batch, bands, rows, cols])],
                    [tensor("scores", [batch, rows, cols], TensorProto.INT64)], weights, metadata=metadata)  # fmt: skip
    weights["codes"] = np.arange(classes, dtype=np.float32).reshape(1, classes, 1, 1)
    nodes += [
        helper.make_node("Equal", ["value", "codes"], ["same"]),
        helper.make_node("Cast", ["same"], ["hot"], to=TensorProto.FLOAT),
    ]
    scale, shift = (20.0, -10.0) if scores == "logits" else (1.0, 0.0)
    weights |= {"scale": np.float32(scale).reshape(1), "shift": np.float32(shift).reshape(1)}
    nodes += [
        helper.make_node("Mul", ["hot", "scale"], ["scaled"]),
        helper.make_node("Add", ["scaled", "shift"], ["scores"]),
    ]
    return save(path, nodes, [tensor("image", [batch, bands, rows, cols])],
                [tensor("scores", [batch, classes, rows, cols])], weights, metadata=metadata)  # fmt: skip


def _conv(name: str, source: str, target: str, shape: tuple[int, ...], rng: np.random.Generator, stride: int = 1):
    kernel = rng.normal(0.0, 3.0 / np.sqrt(np.prod(shape[1:])), shape).astype(np.float32)
    bias = rng.normal(0.0, 0.05, shape[0]).astype(np.float32)
    pad = shape[-1] // 2
    node = helper.make_node("Conv", [source, f"{name}.w", f"{name}.b"], [target], strides=[stride] * 2, pads=[pad] * 4)
    return node, {f"{name}.w": kernel, f"{name}.b": bias}


def convnet(
    path: Path,
    bands: int = 3,
    classes: int = 4,
    tile: int | tuple[int, int] | None = None,
    *,
    depth: int = 2,
    width: int = 8,
    seed: int = 7,
    nhwc: bool = False,
    softmax: bool = False,
    batch: Dim = "n",
    stride: int = 1,
    dtype: int = TensorProto.FLOAT,
    input_scale: float = 1.0 / 255.0,
    metadata: dict[str, str] | None = None,
) -> Path:
    """A small U-Net with fixed random weights: ``depth`` halvings (sizes are multiples of 2**depth), logits or softmax.

    ``stride`` > 1 ends that many times smaller than the input. ``dtype`` is the type of the input tensor (float32,
    float16, uint8, uint16); the arithmetic is float32 on ``value * input_scale - 0.5``.
    """
    rng = np.random.default_rng(seed)
    rows, cols = _size(tile)
    nodes: list[onnx.NodeProto] = []
    weights: dict[str, np.ndarray] = {
        "input_scale": np.float32(input_scale).reshape(1),
        "half": np.array([0.5], np.float32),
    }

    def add(node_weights: tuple[onnx.NodeProto, dict[str, np.ndarray]], tanh: bool = True) -> str:
        node, extra = node_weights
        nodes.append(node)
        weights.update(extra)
        if not tanh:
            return node.output[0]
        nodes.append(helper.make_node("Tanh", [node.output[0]], [f"{node.output[0]}.tanh"]))
        return f"{node.output[0]}.tanh"

    nodes.append(helper.make_node("Cast", ["image"], ["cast"], to=TensorProto.FLOAT))
    nodes.append(helper.make_node("Mul", ["cast", "input_scale"], ["positive"]))
    nodes.append(helper.make_node("Sub", ["positive", "half"], ["scaled"]))
    flow = "scaled"
    if nhwc:
        nodes.append(helper.make_node("Transpose", [flow], ["nchw"], perm=[0, 3, 1, 2]))
        flow = "nchw"
    flow = add(_conv("stem", flow, "stem", (width, bands, 3, 3), rng))
    skips = []
    for level in range(depth):
        skips.append(flow)
        flow = add(_conv(f"down{level}", flow, f"down{level}", (width, width, 3, 3), rng, stride=2))
    weights["twice"] = np.array([1, 1, 2, 2], np.float32)
    for level in reversed(range(depth)):
        up = f"up{level}"
        nodes.append(helper.make_node("Resize", [flow, "", "twice"], [up], mode="nearest"))
        nodes.append(helper.make_node("Concat", [up, skips[level]], [f"{up}.cat"], axis=1))
        flow = add(_conv(up, f"{up}.cat", f"{up}.conv", (width, 2 * width, 3, 3), rng))
    if stride > 1:
        nodes.append(
            helper.make_node("AveragePool", [flow], ["pooled"], kernel_shape=[stride] * 2, strides=[stride] * 2)
        )
        flow = "pooled"
    flow = add(_conv("head", flow, "head", (classes, width, 1, 1), rng), tanh=False)
    if softmax:
        nodes.append(helper.make_node("Softmax", [flow], ["soft"], axis=1))
        flow = "soft"
    if nhwc:
        nodes.append(helper.make_node("Transpose", [flow], ["scores"], perm=[0, 2, 3, 1]))
    else:
        nodes.append(helper.make_node("Identity", [flow], ["scores"]))
    small = [d // stride if isinstance(d, int) else f"{d}_out" for d in (rows, cols)]
    image = [batch, rows, cols, bands] if nhwc else [batch, bands, rows, cols]
    scores = [batch, *small, classes] if nhwc else [batch, classes, *small]
    return save(path, nodes, [tensor("image", image, dtype)], [tensor("scores", scores)], weights, metadata=metadata)


def two_inputs(path: Path, first: int = 3, second: int = 2, classes: int = 3, tile: int | None = 32) -> Path:
    """Two input tensors ``visible`` and ``infrared``, joined and convolved 1 x 1 with known weights: logits.

    Score of class c at a pixel = sum of bands * (c + 1) for even bands, - sum of bands * c for odd ones.
    """
    rows, cols = _size(tile)
    bands = first + second
    kernel = np.array([[(c + 1) if b % 2 == 0 else -c for b in range(bands)] for c in range(classes)], np.float32)
    nodes = [
        helper.make_node("Concat", ["visible", "infrared"], ["all"], axis=1),
        helper.make_node("Conv", ["all", "w"], ["scores"]),
    ]
    inputs = [tensor("visible", ["n", first, rows, cols]), tensor("infrared", ["n", second, rows, cols])]
    weights = {"w": kernel.reshape(classes, bands, 1, 1)}
    return save(path, nodes, inputs, [tensor("scores", ["n", classes, rows, cols])], weights)


def binary(path: Path, tile: int | None = 32, *, scores: str = "probabilities") -> Path:
    """One band, one output channel: sigmoid(value - 100), or the bare logit."""
    rows, cols = _size(tile)
    nodes = [helper.make_node("Sub", ["image", "middle"], ["logit"])]
    nodes.append(helper.make_node("Sigmoid" if scores == "probabilities" else "Identity", ["logit"], ["scores"]))
    weights = {"middle": np.array([100.0], np.float32)}
    return save(path, nodes, [tensor("image", ["n", 1, rows, cols])], [tensor("scores", ["n", 1, rows, cols])], weights)


def constant(path: Path, value: float = 0.25, classes: int = 4, tile: int | None = 32, bands: int = 1) -> Path:
    """The same score everywhere, whatever comes in: ``value`` may be NaN or infinite."""
    rows, cols = _size(tile)
    nodes = [
        helper.make_node("ReduceSum", ["image", "axis"], ["sum"], keepdims=1),
        helper.make_node("Mul", ["sum", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "values"], ["scores"]),
    ]
    weights = {
        "axis": np.array([1], np.int64),
        "zero": np.zeros(1, np.float32),
        "values": np.full((1, classes, 1, 1), value, np.float32),
    }
    return save(path, nodes, [tensor("image", ["n", bands, rows, cols])],
                [tensor("scores", ["n", classes, rows, cols])], weights)  # fmt: skip


def cropped(path: Path, tile: int = 32, lost: int = 3) -> Path:
    """A model whose output is ``lost`` pixels smaller than its input: no exact factor."""
    nodes = [helper.make_node("Conv", ["image", "w"], ["scores"])]
    weights = {"w": np.ones((2, 1, lost + 1, lost + 1), np.float32)}
    small = tile - lost
    return save(
        path, nodes, [tensor("image", ["n", 1, tile, tile])], [tensor("scores", ["n", 2, small, small])], weights
    )


def vector_only(
    path: Path, bands: int = 3, classes: int = 2, patch: int = 16, *, nhwc: bool = False, softmax: bool = True
) -> Path:
    """A patch classifier: class c scores (c - 0.5) * (mean of band 0 over the patch) / 50."""
    weights = {"w": np.zeros((bands, classes), np.float32)}
    weights["w"][0] = (np.arange(classes) - 0.5) / 50.0
    axes = [1, 2] if nhwc else [2, 3]
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["mean"], axes=axes, keepdims=0),
        helper.make_node("MatMul", ["mean", "w"], ["raw"]),
        helper.make_node("Softmax" if softmax else "Identity", ["raw"], ["scores"]),
    ]
    image = ["n", patch, patch, bands] if nhwc else ["n", bands, patch, patch]
    return save(path, nodes, [tensor("image", image)], [tensor("scores", ["n", classes])], weights)


def external_data(path: Path, location: str | None = None, *, bands: int = 3, classes: int = 4, tile: int = 32) -> Path:
    """``convnet`` with its weights in a file beside it; ``location`` is what the ONNX file then says where they are."""
    convnet(path, bands, classes, tile)
    model = onnx.load(path)
    onnx.save(model, path, save_as_external_data=True, location=path.stem + ".data", size_threshold=64)
    if location is not None:
        model = onnx.load(path, load_external_data=False)
        for weight in model.graph.initializer:
            for entry in weight.external_data:
                if entry.key == "location":
                    entry.value = location
        path.write_bytes(model.SerializeToString())
    return path


def custom_operator(path: Path, domain: str = "com.acme", operator: str = "MagicUpsample") -> Path:
    """A model that needs an operator that nobody has."""
    nodes = [helper.make_node(operator, ["image"], ["scores"], domain=domain)]
    domains = [domain] if domain else []
    return save(path, nodes, [tensor("image", ["n", 1, 32, 32])], [tensor("scores", ["n", 2, 32, 32])], domains=domains)


def slow(path: Path, bands: int = 1, classes: int = 2, tile: int = 64, loops: int = 100_000) -> Path:
    """A model that convolves for minutes, for tests of cancellation."""
    rng = np.random.default_rng(1)
    weights = {
        "trips": np.array(loops, np.int64),
        "go": np.array(True),
        "w": rng.normal(0, 0.01, (bands, bands, 31, 31)).astype(np.float32),
        "head": np.ones((classes, bands, 1, 1), np.float32),
    }
    body = helper.make_graph(
        [
            helper.make_node("Conv", ["state", "w"], ["next"], pads=[15] * 4),
            helper.make_node("Identity", ["cond"], ["cond_out"]),
        ],
        "body",
        [
            tensor("i", [], TensorProto.INT64),
            tensor("cond", [], TensorProto.BOOL),
            tensor("state", [1, bands, tile, tile]),
        ],
        [tensor("cond_out", [], TensorProto.BOOL), tensor("next", [1, bands, tile, tile])],
    )
    nodes = [
        helper.make_node("Loop", ["trips", "go", "image"], ["looped"], body=body),
        helper.make_node("Conv", ["looped", "head"], ["scores"]),
    ]
    return save(
        path, nodes, [tensor("image", [1, bands, tile, tile])], [tensor("scores", [1, classes, tile, tile])], weights
    )


# -- cards


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def card(
    path: Path,
    bands: Sequence[str] = ("red", "green", "blue"),
    codes: Sequence[int] = (0, 5, 8, 9),
    tile: int | tuple[int, int] | None = None,
    *,
    scores: str = "logits",
    value_range: str = "rgb-8bit",
    nhwc: bool = False,
    scaling: Any = None,
    gsd_m: float | None = 10.0,
    gsd_range_m: Sequence[float] | None = None,
    overlap: float = 0.25,
    batch: int = -1,
    kind: str = "segmentation",
    channels: int | None = None,
    dtype: str = "float32",
    **properties: Any,
) -> dict[str, Any]:
    """The card of a model as JSON values (CONTRACT 4); ``properties`` replaces or adds members of ``properties``."""
    size = [-1, -1] if tile is None else list(tile if isinstance(tile, tuple) else (tile, tile))
    count = len(codes) if channels is None else channels
    image = ["batch", "height", "width", "bands"] if nhwc else ["batch", "bands", "height", "width"]
    image_shape = [batch, *size, len(bands)] if nhwc else [batch, len(bands), *size]
    order = ["batch", "height", "width", "class"] if nhwc else ["batch", "class", "height", "width"]
    order_shape = [batch, *size, count] if nhwc else [batch, count, *size]
    if scores == "labels":
        order, order_shape = ["batch", "height", "width"], [batch, *size]
    if kind == "patch-classification":
        order, order_shape = ["batch", "class"], [batch, count]
    keys = {
        0: "other",
        1: "asm",
        2: "lsm",
        3: "lh",
        4: "mf",
        5: "op",
        6: "pp",
        7: "sy",
        8: "tsf",
        9: "wr",
        255: "ignore",
    }
    members: dict[str, Any] = {
        "title": "Test model", "description": "A model for tests.", "datetime": "2026-01-01T00:00:00Z",
        "license": "CC0-1.0", "mlm:name": path.stem, "mlm:architecture": "U-Net",
        "mlm:tasks": ["semantic-segmentation"], "mlm:framework": "ONNX", "mlm:batch_size_suggestion": 1,
        "mlm:input": [{
            "name": "image", "bands": list(bands),
            "input": {"shape": image_shape, "dim_order": image, "data_type": dtype}, "value_scaling": scaling,
        }],
        "mlm:output": [{
            "name": "scores", "tasks": ["semantic-segmentation"],
            "result": {
                "shape": order_shape, "dim_order": order, "data_type": "int64" if scores == "labels" else "float32",
            },
            "classification:classes": [{"value": i, "name": keys[code]} for i, code in enumerate(codes)],
        }],
        "mlm:hyperparameters": {},
        "mining_monitor:kind": kind, "mining_monitor:scores": scores, "mining_monitor:class_codes": list(codes),
        "mining_monitor:gsd_m": gsd_m, "mining_monitor:gsd_range_m": gsd_range_m,
        "mining_monitor:value_range": value_range, "mining_monitor:tile_overlap": overlap,
        "mining_monitor:held_out": {"macro_f1": 0.5, "split": "none, a test model"},
        "mining_monitor:limits": ["for tests only"],
    }  # fmt: skip
    members.update(properties)
    asset: dict[str, Any] = {
        "href": path.name, "type": "application/octet-stream", "roles": ["mlm:model"], "mlm:artifact_type": "onnx",
    }  # fmt: skip
    if path.exists():
        asset["file:checksum"] = "1220" + sha256(path)
    return {
        "stac_version": "1.0.0",
        "stac_extensions": ["https://stac-extensions.github.io/mlm/v1.5.2/schema.json"],
        "type": "Feature", "id": path.stem, "geometry": None, "properties": members, "links": [],
        "assets": {"model": asset},
    }  # fmt: skip


def write_card(path: Path, *args: Any, **kwargs: Any) -> Path:
    """Write ``card(path, ...)`` as JSON beside the ONNX file ``path``; return the ONNX path."""
    path.with_suffix(".json").write_text(json.dumps(card(path, *args, **kwargs), indent=1), encoding="utf-8")
    return path
