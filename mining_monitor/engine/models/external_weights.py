"""Weights that an ONNX file keeps in other files: which ones, and whether they may be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import onnx
from onnx import TensorProto

from mining_monitor.contract.errors import ModelError, ModelMissingError


def graphs_of(model: onnx.ModelProto) -> Iterator[Any]:
    """Yield every graph and function, nested ones too."""
    waiting: list[Any] = [model.graph, *model.functions]
    for info in model.training_info:
        waiting += [info.initialization, info.algorithm]
    while waiting:
        graph = waiting.pop()
        yield graph
        for node in graph.node:
            for attribute in node.attribute:
                waiting += [attribute.g] if attribute.HasField("g") else []
                waiting += list(attribute.graphs)


def weights_of(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    """Yield every stored array, wherever ONNX allows one."""
    for graph in graphs_of(model):
        yield from getattr(graph, "initializer", ())
        for sparse in getattr(graph, "sparse_initializer", ()):
            yield from (sparse.values, sparse.indices)
        for node in graph.node:
            for attribute in node.attribute:
                yield from (attribute.t, *attribute.tensors)
                for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                    yield from (sparse.values, sparse.indices)


def external_files(path: Path, model: onnx.ModelProto) -> tuple[Path, ...]:
    """Return the files that hold weights of the model at ``path``, after making sure that they lie in its folder.

    Raises
    ------
    ModelError
        The model names a file outside its folder, one behind a link, or one that is too short.
    ModelMissingError
        A file is not there.
    """
    needed: dict[str, int] = {}
    for weight in weights_of(model):
        if weight.data_location != TensorProto.EXTERNAL and not weight.external_data:
            continue
        facts = {entry.key: entry.value for entry in weight.external_data}
        location = facts.get("location", "")
        end = _number(path, facts.get("offset")) + _number(path, facts.get("length"))
        needed[location] = max(needed.get(location, 0), end)
    return tuple(_external_file(path, location, end) for location, end in sorted(needed.items()))


def _number(path: Path, text: str | None) -> int:
    if not text:
        return 0
    if not text.isdecimal() or len(text) > 18:
        raise ModelError(
            f"{path.name} gives {text[:40]!r} as a position in its weights file: it is damaged.", path=str(path)
        )
    return int(text)


def _external_file(path: Path, location: str, end: int) -> Path:
    """Return the weights file, after making sure that it lies under the model's own folder and is long enough."""
    parts = (*PurePosixPath(location).parts, *PureWindowsPath(location).parts)
    rooted = PurePosixPath(location).is_absolute() or PureWindowsPath(location).anchor or ":" in location
    outside = ModelError(
        f"{path.name} wants to read its weights from {location!r}, outside its own folder: it is not opened. "
        "Get it from a source that you trust, with its weights beside it.",
        path=str(path),
        location=location,
    )
    if not location or rooted or ".." in parts or "\0" in location:
        raise outside
    target = path.parent.joinpath(location)
    steps = [
        path.parent.joinpath(*PurePosixPath(location).parts[: i + 1]) for i in range(len(PurePosixPath(location).parts))
    ]
    if any(step.is_symlink() for step in steps) or not target.resolve().is_relative_to(path.parent):
        raise outside
    if not target.is_file():
        raise ModelMissingError(
            f"{path.name} keeps its weights in {location}, which is missing: put it beside the model.", path=str(target)
        )
    if target.stat().st_size < end:
        raise ModelError(
            f"The weights file {location} of {path.name} is cut short ({target.stat().st_size} of {end} bytes): "
            "copy or download it again.",
            path=str(target),
        )
    return target
