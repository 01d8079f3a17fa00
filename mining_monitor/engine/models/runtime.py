"""ONNX Runtime: sessions with our options, execution providers told honestly, its errors in plain words."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as _native

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.models.onnx_file import OnnxFile, TensorInfo, read_checked

#: Providers that are worth having, best first. TensorRT is left out: it compiles for minutes at the first run.
PREFERRED_PROVIDERS = ("CUDAExecutionProvider", "DmlExecutionProvider", "CoreMLExecutionProvider")
CPU = "CPUExecutionProvider"

#: More threads than this gain little on one tile (QGIS_NOTES 5).
MOST_THREADS = 4

_SILENT = 4

#: What a session raises; onnxruntime has no common class for it.
RUNTIME_ERRORS: tuple[type[Exception], ...] = (
    *(
        kind
        for kind in vars(_native).values()
        if isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, Warning)
    ),
    RuntimeError,
    ValueError,
    MemoryError,
)

_TYPES = {"float": "float32", "double": "float64"}


@dataclass(frozen=True)
class Runtime:
    """An open session.

    Attributes
    ----------
    session : InferenceSession
    provider : str
        The one in use; ``notes`` are sentences about what did not work.
    threads : int
        Processor threads that a run of the model may keep busy, all calls together.
    at_once : int
        Calls that are best made side by side, each from a thread of its own.
    """

    session: onnxruntime.InferenceSession
    provider: str
    threads: int
    at_once: int
    notes: tuple[str, ...]

    def inputs(self) -> tuple[TensorInfo, ...]:
        """Return what the session takes."""
        return tuple(_tensor_info(one) for one in self.session.get_inputs())

    def outputs(self) -> tuple[TensorInfo, ...]:
        """Return what the session gives, with shapes that ONNX Runtime worked out."""
        return tuple(_tensor_info(one) for one in self.session.get_outputs())


def version() -> str:
    """Return the version of ONNX Runtime."""
    return str(onnxruntime.__version__)


def providers() -> tuple[str, ...]:
    """Return the execution providers that this machine's ONNX Runtime offers to a model, best first."""
    available = onnxruntime.get_available_providers()
    return (*(name for name in PREFERRED_PROVIDERS if name in available), CPU)


def default_threads() -> int:
    """Return the number of physical cores that this process may use, at most ``MOST_THREADS``."""
    return max(1, min(_physical_cores(), MOST_THREADS))


def _physical_cores() -> int:
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set(range(os.cpu_count() or 1))
    cores = set()
    for cpu in allowed:
        topology = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology")
        try:
            cores.add(((topology / "physical_package_id").read_text(), (topology / "core_id").read_text()))
        except OSError:
            # No Linux: x86 processors mostly run two threads a core, ARM ones one.
            return len(allowed) // 2 if platform.machine().lower() in ("x86_64", "amd64") else len(allowed)
    return len(cores)


def run_options() -> onnxruntime.RunOptions:
    """Return options of one run; setting ``terminate`` on them stops it (QGIS_NOTES 5)."""
    options = onnxruntime.RunOptions()
    options.log_severity_level = _SILENT
    return options


def open_session(
    info: OnnxFile, threads: int = 0, without: tuple[str, ...] = (), *, side_by_side: bool = True
) -> Runtime:
    """Open a session for a file that was inspected.

    A provider that fails is left out and told in ``notes``; the CPU is always there. Providers in ``without`` are not
    tried. On the CPU two small tiles run ``side_by_side``, each with half of the threads: threads that share a tile
    wait for each other at every layer, and for blending, which takes one of their cores. More than two, or large
    ones, would need too much memory.

    Raises
    ------
    ModelError
        ONNX Runtime cannot run this model; the sentence says why.
    """
    if info.foreign_domains:
        raise ModelError(
            f"{info.path.name} needs operators of {', '.join(info.foreign_domains)}, which ONNX Runtime does not have: "
            "export the model with standard ONNX operators.",
            path=str(info.path),
            domains=list(info.foreign_domains),
        )
    count = threads if threads > 0 else default_threads()
    data = read_checked(info)
    notes: list[str] = []
    for provider in providers()[:-1]:
        if provider in without:
            continue
        try:
            session = _open(info, data, count, [provider, CPU])
        except RUNTIME_ERRORS as error:
            notes.append(f"{provider} could not be used ({explain(error)}); the processor is used instead.")
            continue
        in_use = session.get_providers()[0]
        if in_use == provider:
            return Runtime(session, provider, count, 1, tuple(notes))
        notes.append(f"{provider} could not be started; the processor is used instead.")
    at_once = 2 if side_by_side and count % 2 == 0 else 1
    try:
        session = _open(info, data, count // at_once, [CPU])
    except RUNTIME_ERRORS as error:
        raise ModelError(_cannot_open(info, error), path=str(info.path), reason=explain(error)) from error
    return Runtime(session, CPU, count, at_once, tuple(notes))


def _open(info: OnnxFile, data: bytes, threads: int, wanted: list[str]) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Idle threads sleep: a spinning one takes the core from blending, and from the analyst's QGIS (QGIS_NOTES 5).
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = _SILENT
    if "DmlExecutionProvider" in wanted:
        options.enable_mem_pattern = False
    if info.external:
        # The bytes that were checked are opened; this says where their weights lie.
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(info.path.parent))
    return onnxruntime.InferenceSession(data, sess_options=options, providers=wanted)


def _cannot_open(info: OnnxFile, error: Exception) -> str:
    text = str(error)
    unknown = re.search(r"(?:No Op registered for |Fatal error: )([\w.:]+)", text)
    if unknown:
        return (
            f"{info.path.name} needs the operator {unknown.group(1).strip(':')} (operator set {info.opset}), which "
            f"ONNX Runtime {version()} does not have: export the model with standard operators of an older set."
        )
    return (
        f"ONNX Runtime {version()} cannot open {info.path.name}: {explain(error)}. Export the model again and check it."
    )


def explain(error: Exception) -> str:
    """Return what ONNX Runtime says in one line, without its codes, source positions and the model's path."""
    text = re.sub(r"^\[ONNXRuntimeError\] : \d+ : [A-Z_]+ : ", "", str(error).strip())
    text = re.sub(r"^Load model from .*? failed:", "", text)
    text = re.sub(r"^(Non-zero status code returned while running )", "it stopped at ", text)
    text = re.sub(r"\S+\.(?:cc|h):\d+ ", "", text)
    first = next((line.strip() for line in text.splitlines() if line.strip()), type(error).__name__)
    return first[:300].rstrip(". ")


def _tensor_info(argument: onnxruntime.NodeArg) -> TensorInfo:
    match = re.fullmatch(r"tensor\((\w+)\)", argument.type)
    name = match.group(1) if match else argument.type
    shape = tuple(size if isinstance(size, int) and size > 0 else -1 for size in argument.shape or ())
    return TensorInfo(argument.name, _TYPES.get(name, name), shape)
