"""Accuracy of a map against a sample or a full reference (DOMAIN 3.8): what is asked of ``engine.monitoring``.

Areas are geodesic on WGS 84, in square metres. Classes go by their LAMES code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import TOLERANCE_M, SectorSource
from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class Estimate:
    """A figure from a sample: its value, standard error, and the ends of its interval; None where undefined."""

    value: Optional[float]
    standard_error: Optional[float] = None
    low: Optional[float] = None
    high: Optional[float] = None


@dataclass(frozen=True)
class ClassAccuracy:
    """Accuracy of one class.

    Attributes
    ----------
    users, producers : Estimate
        From a sample with its interval; from a full reference precision and recall without one.
    f1, iou, one_vs_rest : float or None
        None: 0/0, undefined. ``one_vs_rest`` is (TP + TN) / N and says little (DOMAIN 0.2).
    mapped_m2 : float or None
        Of the map. ``adjusted_m2``: what the sample says is there (Olofsson et al. 2014, eq. 9-11).
    support : float
        Reference points, pixels or m2 of the class.
    boundary_f1 : float or None
        Share of outlines that lie within ``boundary_tolerance_m`` of the other's (polygons only).
    objects : dict or None
        ``matched``, ``mapped``, ``reference``: sectors matched one to one by IoU (polygons only).
    """

    code: int
    key: str
    users: Estimate
    producers: Estimate
    f1: Optional[float]
    iou: Optional[float]
    one_vs_rest: Optional[float]
    support: float
    mapped_m2: Optional[float] = None
    adjusted_m2: Optional[Estimate] = None
    boundary_f1: Optional[float] = None
    objects: Optional[Dict[str, float]] = None


@dataclass(frozen=True)
class AccuracyResult:
    """Accuracy of a map.

    Attributes
    ----------
    method : str
        ``sample`` (points, estimates with intervals), ``pixels`` or ``polygons`` (a full reference).
    unit : str
        Of the matrix: ``points``, ``pixels`` or ``m2``.
    codes : tuple of int
        Of the matrix's rows (map) and columns (reference).
    matrix : tuple of tuple of float
    proportions : tuple of tuple of float
        Estimated shares of area (samples only; else the matrix by its sum).
    overall : Estimate
    macro : dict
        Unweighted means of the classes for which a figure is defined.
    undefined : tuple of str
        What is 0/0 and counts in no mean, for example ``iou of sy``.
    kappa : float or None
    labelled, unlabelled, not_interpretable, outside : int
        Points of a sample: used, still to do, given up by the reader, not on the map's ground.
    second_reader : dict or None
        ``checked``, ``agreed``, ``kappa`` of points that two people have labelled.
    """

    method: str
    unit: str
    codes: Tuple[int, ...]
    matrix: Tuple[Tuple[float, ...], ...]
    proportions: Tuple[Tuple[float, ...], ...]
    overall: Estimate
    classes: Tuple[ClassAccuracy, ...]
    macro: Dict[str, float]
    undefined: Tuple[str, ...] = ()
    kappa: Optional[float] = None
    area_m2: Optional[float] = None
    labelled: int = 0
    unlabelled: int = 0
    not_interpretable: int = 0
    outside: int = 0
    second_reader: Optional[Dict[str, float]] = None
    boundary_tolerance_m: Optional[float] = None
    output: Optional[str] = None
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class AssessAccuracyRequest:
    """Compare a map with a reference (CONTRACT 1 ``assessaccuracy``).

    Attributes
    ----------
    source : SectorSource
        The map: sectors or a class raster.
    reference : SectorSource
        A labelled sample (points with ``label``), polygons or a class raster.
    extent : Extent or None
        Place to compare in.
    output, table : str or None
        .json with everything, .csv by class.
    boundary_tolerance_m : float
    min_iou : float
        From which two sectors count as the same one (DOMAIN 4.3).
    """

    source: SectorSource
    reference: SectorSource
    extent: Optional[Extent] = None
    output: Optional[str] = None
    table: Optional[str] = None
    boundary_tolerance_m: float = TOLERANCE_M
    min_iou: float = 0.5

    TYPE: ClassVar[str] = "assess-accuracy"
    RESULT: ClassVar[type] = AccuracyResult


REQUESTS = (AssessAccuracyRequest,)
