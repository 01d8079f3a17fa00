"""An ONNX file looked at before anything runs it: what it takes and gives, its metadata, where its weights are.

The file comes from anywhere, so this is where hostile ones end: it is parsed without its external data, and the places
that it names for them are checked, before ONNX Runtime opens it.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped,unused-ignore]
from onnx import TensorProto

from mining_monitor.contract.errors import ModelError, ModelMissingError
from mining_monitor.engine.models.external_weights import external_files, graphs_of, weights_of

#: Protocol Buffers hold at most 2 GiB in one message; a larger ".onnx" is no ONNX file.
MAX_BYTES = 2**31 - 1

#: Operator sets that ONNX Runtime brings with it.
KNOWN_DOMAINS = frozenset(
    {"", "ai.onnx", "ai.onnx.ml", "ai.onnx.training", "ai.onnx.preview.training", "com.microsoft",
     "com.microsoft.nchwc", "com.ms.internal.nhwc", "org.pytorch.aten"}
)  # fmt: skip

#: Operators that move values about without changing what they mean.
_MOVING_OPERATORS = frozenset(
    {"Identity", "Transpose", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Resize", "Upsample", "Slice", "Flatten"}
)

_LOOKS_LIKE = {
    b"PK\x03\x04": "a zip archive or a PyTorch checkpoint",
    b"\x80\x02": "a Python pickle",
    b"\x80\x04": "a Python pickle",
    b"\x89HDF": "a Keras HDF5 file",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"\x89PNG": "a PNG image",
    b"{": "a JSON text",
    b"<": "a web page or XML",
    b"version https://git-lfs": "a Git LFS pointer instead of the file itself",
}


@dataclass(frozen=True)
class TensorInfo:
    """One input or output: its name, NumPy type name and shape (-1 = any size)."""

    name: str
    data_type: str
    shape: tuple[int, ...]

    def in_words(self) -> str:
        """Return ``name: float32, any x 3 x 256 x 256``."""
        size = " x ".join("any" if n < 0 else str(n) for n in self.shape) or "one number"
        return f"{self.name}: {self.data_type}, {size}"


@dataclass(frozen=True)
class OnnxFile:
    """What an ONNX file says about itself.

    Attributes
    ----------
    path : Path
        Resolved; ``external`` are the files beside it that hold weights.
    sha256 : str
        Of the ``.onnx`` file alone, in hex.
    inputs, outputs : tuple of TensorInfo
        As the file states them; inputs that have a default value are left out.
    metadata : dict of str
        ONNX ``metadata_props``.
    foreign_domains : tuple of str
        Operator sets that ONNX Runtime does not know.
    final_operator : str
        What makes the first output, operators that only move values left aside: ``Softmax``, ``Conv``, ``ArgMax`` ...
    """

    path: Path
    sha256: str
    inputs: tuple[TensorInfo, ...]
    outputs: tuple[TensorInfo, ...]
    metadata: dict[str, str] = field(hash=False)
    external: tuple[Path, ...] = ()
    foreign_domains: tuple[str, ...] = ()
    opset: int = 0
    final_operator: str = ""


def inspect_onnx(path: Path) -> OnnxFile:
    """Read what an ONNX file says about itself; nothing of it is run and no other file is opened.

    Costs one read of the file; the answer is kept until the file changes.

    Raises
    ------
    ModelMissingError
        There is no such file.
    ModelError
        It is no ONNX file, is damaged, or names weights outside its folder.
    """
    try:
        resolved = path.resolve(strict=True)
        stat = resolved.stat()
    except (OSError, RuntimeError) as error:
        raise ModelMissingError(
            f"There is no model file {path}: choose another model or put the file back.", path=str(path)
        ) from error
    if not resolved.is_file():
        raise ModelError(f"{path} is no file: choose the .onnx file itself.", path=str(path))
    if stat.st_size > MAX_BYTES:
        raise ModelError(
            f"{path.name} has {stat.st_size / 1e9:.1f} GB; an ONNX file has at most 2.1 GB and keeps larger weights in "
            "a file beside it: export the model with external data.",
            path=str(path),
            bytes=stat.st_size,
        )
    return _inspect(resolved, stat.st_mtime_ns, stat.st_size)


def read_checked(info: OnnxFile) -> bytes:
    """Return the bytes of the file that was inspected.

    Raises
    ------
    ModelError
        The file changed since it was inspected, or cannot be read.
    """
    data = _read(info.path)
    if hashlib.sha256(data).hexdigest() != info.sha256:
        raise ModelError(f"{info.path.name} changed while it was being opened: try again.", path=str(info.path))
    return data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"{path.name} cannot be read ({error.strerror}): check its permissions.", path=str(path)
        ) from error


@functools.lru_cache(maxsize=64)
def _inspect(path: Path, mtime_ns: int, size: int) -> OnnxFile:
    data = _read(path)
    model = _parse(path, data)
    return OnnxFile(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        inputs=_inputs(model),
        outputs=tuple(_tensor_info(value) for value in model.graph.output),
        metadata={prop.key: prop.value for prop in model.metadata_props},
        external=external_files(path, model),
        foreign_domains=_foreign_domains(model),
        opset=max((entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")), default=0),
        final_operator=_final_operator(model),
    )


def _parse(path: Path, data: bytes) -> onnx.ModelProto:
    for start, what in _LOOKS_LIKE.items():
        if data.startswith(start):
            raise ModelError(f"{path.name} is {what}, not an ONNX model: export the model to ONNX.", path=str(path))
    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except DecodeError as error:
        raise ModelError(
            f"{path.name} is not an ONNX file, or is damaged or cut short: copy or download it again.", path=str(path)
        ) from error
    if not model.ir_version or not model.graph.output or not model.graph.node:
        raise ModelError(f"{path.name} holds no ONNX model: copy or download it again.", path=str(path))
    if any(isinstance(text, bytes) for text in _texts(model)):
        # Protocol Buffers hand out text that is no UTF-8 as bytes; ONNX Runtime would read it in its own way.
        raise ModelError(f"{path.name} holds text that cannot be read: it is damaged; get it again.", path=str(path))
    return model


def _texts(model: onnx.ModelProto) -> Iterator[Any]:
    """Yield every text that is used here."""
    yield from (entry.domain for entry in model.opset_import)
    for prop in model.metadata_props:
        yield from (prop.key, prop.value)
    for value in (*model.graph.input, *model.graph.output):
        yield value.name
    for function in model.functions:
        yield from (function.domain, function.name)
    for graph in graphs_of(model):
        for node in graph.node:
            yield from (node.op_type, node.domain, *node.input, *node.output)
    for weight in weights_of(model):
        yield weight.name
        for entry in weight.external_data:
            yield from (entry.key, entry.value)


def _inputs(model: onnx.ModelProto) -> tuple[TensorInfo, ...]:
    given = {weight.name for weight in model.graph.initializer}
    return tuple(_tensor_info(value) for value in model.graph.input if value.name not in given)


def _tensor_info(value: onnx.ValueInfoProto) -> TensorInfo:
    kind = value.type.tensor_type
    shape = tuple(
        int(dim.dim_value) if dim.HasField("dim_value") and dim.dim_value > 0 else -1 for dim in kind.shape.dim
    )
    name = TensorProto.DataType.Name(kind.elem_type) if kind.elem_type in TensorProto.DataType.values() else "UNDEFINED"
    return TensorInfo(value.name, {"FLOAT": "float32", "DOUBLE": "float64"}.get(name, name.lower()), shape)


def _final_operator(model: onnx.ModelProto) -> str:
    makers = {name: node for node in model.graph.node for name in node.output}
    node = makers.get(model.graph.output[0].name)
    for _ in range(len(model.graph.node)):
        if node is None or node.op_type not in _MOVING_OPERATORS or not node.input:
            break
        node = makers.get(node.input[0])
    return node.op_type if node is not None else ""


def _foreign_domains(model: onnx.ModelProto) -> tuple[str, ...]:
    own = {(function.domain, function.name) for function in model.functions}
    used = {(node.domain, node.op_type) for graph in graphs_of(model) for node in graph.node}
    return tuple(sorted({domain for domain, name in used - own if domain not in KNOWN_DOMAINS}))
