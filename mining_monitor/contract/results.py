"""What the engine answers: one dataclass a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple

from mining_monitor.contract.imagery import BandChoice, ImageDescription

__all__ = [
    "ClassTotal", "DetectPlan", "DetectResult", "EngineInfo", "ExportResult", "ImageDescription", "ModelDraft",
    "ModelInfo", "ModelList", "ModelReport", "Notice", "SampleSceneResult",
]  # fmt: skip


@dataclass(frozen=True)
class Notice:
    """Something that the user should know: a code for translation, an English sentence and its facts."""

    code: str
    message: str
    facts: Optional[Dict[str, Any]] = None


@dataclass(frozen=True)
class ClassTotal:
    """Sectors of one class in a result; area geodesic on WGS 84."""

    code: int
    key: str
    sectors: int
    area_m2: float


@dataclass(frozen=True)
class DetectPlan:
    """What a detection would do.

    ``seconds`` is an estimate from the model's speed on this machine, None while that is unknown.
    ``grid_gsd_m`` is the ground sampling distance at which the model will run, ``image_gsd_m`` the image's own.
    """

    area_m2: float
    width: int
    height: int
    tiles: int
    tile_size: int
    image_gsd_m: float
    grid_gsd_m: float
    bands: Tuple[BandChoice, ...]
    model_name: str
    seconds: Optional[float] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class DetectResult:
    """A finished detection.

    Areas are geodesic (WGS 84). ``not_observed_m2`` is the part of the asked extent that could not be seen, by
    reason (``nodata``, ``mask``) in ``not_observed_by_reason``. ``output`` is the file that holds the sectors.
    ``superseded`` counts untouched drafts of an earlier run over the same scene that this run replaced.
    """

    run_id: str
    output: Optional[str]
    class_raster: Optional[str]
    confidence_raster: Optional[str]
    sectors: int
    totals: Tuple[ClassTotal, ...]
    observed_m2: float
    not_observed_m2: float
    not_observed_by_reason: Dict[str, float]
    seconds: float
    tiles: int
    gsd_m: float
    scene_id: str
    model_name: str
    model_sha256: str
    warnings: Tuple[Notice, ...] = ()
    superseded: int = 0
    provider: str = "CPUExecutionProvider"


@dataclass(frozen=True)
class ModelInfo:
    """One installed model, as the model list shows it.

    ``problem`` is empty when the model can be used. ``score`` is the honest held-out figure in one line.
    ``region_bbox`` are (west, south, east, north) in degrees where it learned or was tested; empty: not said.
    """

    name: str
    title: str
    description: str
    path: str
    card_path: str
    sha256: str
    kind: str
    bands: Tuple[str, ...]
    gsd_m: Optional[float]
    gsd_range_m: Optional[Tuple[float, float]]
    class_codes: Tuple[int, ...]
    score: str = ""
    limits: Tuple[str, ...] = ()
    licence: str = ""
    region: str = ""
    is_shipped: bool = False
    is_default: bool = False
    problem: str = ""
    region_bbox: Tuple[Tuple[float, float, float, float], ...] = ()
    value_range: str = ""
    has_score: bool = False
    is_experimental: bool = False
    is_made_up: bool = False


@dataclass(frozen=True)
class ModelList:
    """The installed models."""

    models: Tuple[ModelInfo, ...]


@dataclass(frozen=True)
class ModelReport:
    """What ``models check`` found: sentences in plain words; ``is_usable`` when no problem is among them."""

    name: str
    path: str
    is_usable: bool
    problems: Tuple[str, ...]
    notes: Tuple[str, ...]
    milliseconds_per_tile: Optional[float] = None
    sha256: str = ""


@dataclass(frozen=True)
class ModelDraft:
    """What an ONNX file says about itself, as a first card to complete.

    ``card`` is card JSON with the members that could be read; ``missing`` are the keys that only a person knows.
    ``questions`` holds class names that map to no LAMES class.
    """

    path: str
    inputs: Tuple[str, ...]
    outputs: Tuple[str, ...]
    card: str
    missing: Tuple[str, ...]
    questions: Tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportResult:
    """A written file; ``sha256`` of its bytes; ``sectors`` written and ``left_out`` by reason."""

    output: str
    sectors: int
    sha256: str
    left_out: Dict[str, int]
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SampleSceneResult:
    """A sample scene on disk."""

    image: str
    truth: str


@dataclass(frozen=True)
class EngineInfo:
    """Versions of everything that shapes a result."""

    version: str
    protocol: int
    python: str
    packages: Dict[str, str]
    providers: Tuple[str, ...]
    models: Dict[str, str]
