"""How two people agree on what they mapped apart, and the ground that is drawn for it (DOMAIN 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional, Tuple

from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class ClassAgreement:
    """How two annotators agree on a class: geodesic areas of each and IoU of the ground."""

    code: int
    key: str
    first_m2: float
    second_m2: float
    iou: Optional[float]


@dataclass(frozen=True)
class AgreementResult:
    """Agreement of two annotators (DOMAIN 4.3).

    Attributes
    ----------
    kappa, kappa_low, kappa_high : float or None
        Cohen's kappa over random points with its 95 % interval; None where it is not defined (one class only).
    observed_agreement : float
    points : int
    classes : tuple of ClassAgreement
    matched, first_only, second_only : int
        Sectors matched one to one by IoU of at least 0.5, and those without a match.
    f1 : float or None
    mean_iou : float or None
        Of matched pairs.
    border_mean_m, border_p95_m : float or None
        Distance between the borders of matched pairs.
    verdict : str
        ``accept``, ``reconcile`` or ``adjudicate`` by the working thresholds of DOMAIN 4.3.
    conflicts : int
        Pieces of ground of at least 25 m2 on which the classes differ; they are in ``output``.
    """

    kappa: Optional[float]
    kappa_low: Optional[float]
    kappa_high: Optional[float]
    observed_agreement: float
    points: int
    classes: Tuple[ClassAgreement, ...]
    matched: int
    first_only: int
    second_only: int
    f1: Optional[float]
    mean_iou: Optional[float]
    border_mean_m: Optional[float]
    border_p95_m: Optional[float]
    verdict: str
    conflicts: int = 0
    output: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class AgreementRequest:
    """Compare the sectors of two annotators.

    Attributes
    ----------
    first, second : str
        Vector files; ``first_layer``, ``second_layer`` name layers, ``first_where``, ``second_where`` filter them.
    extent : str
        WKT polygon in EPSG:4326 that both have looked at; empty: the ground that either has mapped.
    points : int
        Random points for kappa, uniform in area; ``seed`` makes them repeatable.
    output : str
        ``.gpkg`` or ``.geojson`` for the ground on which the two differ, largest first; empty: none.
    """

    first: str
    second: str
    first_layer: str = ""
    second_layer: str = ""
    first_where: str = ""
    second_where: str = ""
    extent: str = ""
    points: int = 2000
    seed: int = 0
    output: str = ""

    TYPE: ClassVar[str] = "agreement"
    RESULT: ClassVar[type] = AgreementResult


@dataclass(frozen=True)
class BlindSample:
    """Ground drawn for a second annotator.

    Attributes
    ----------
    output : str
        A new project without sectors; its ``observed`` holds the cells, so that only they count.
    cells : int
        Cells drawn, of ``mapped_cells`` with and ``empty_cells`` without sectors that there were to draw from.
    area_m2 : float
        Of the cells together.
    """

    output: str
    cells: int
    mapped_cells: int
    empty_cells: int
    area_m2: float


@dataclass(frozen=True)
class DrawBlindSampleRequest:
    """Draw ground on which a second annotator works without seeing what the first has drawn (DOMAIN 4.3).

    Attributes
    ----------
    project : str
        The first annotator's project.
    output : str
        ``.gpkg`` of the second: made; must not be there.
    scene_id : str
        Whose sectors are to be checked; empty: of all scenes.
    cells : int
        Squares to draw: two thirds of them among those with sectors, the rest among those without.
    cell_m : float
        Their side in metres.
    seed : int
        The same seed draws the same cells.
    operator : str
        Who draws; goes into the log of both projects' history.
    """

    project: str
    output: str
    scene_id: str = ""
    cells: int = 30
    cell_m: float = 500.0
    seed: int = 0
    operator: str = ""

    TYPE: ClassVar[str] = "draw-blind-sample"
    RESULT: ClassVar[type] = BlindSample


@dataclass(frozen=True)
class CompareBlindSampleRequest:
    """Compare a blind sample with what the first annotator has drawn there.

    Attributes
    ----------
    project, sample : str
        Both projects.
    points, seed : int
        As of ``AgreementRequest``.
    output : str
        ``.gpkg`` or ``.geojson`` for the ground on which the two differ; empty: none.
    """

    project: str
    sample: str
    points: int = 2000
    seed: int = 0
    output: str = ""

    TYPE: ClassVar[str] = "compare-blind-sample"
    RESULT: ClassVar[type] = AgreementResult


REQUESTS = (AgreementRequest, DrawBlindSampleRequest, CompareBlindSampleRequest)
