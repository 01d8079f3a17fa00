"""What the plugin, the command line and a worker ask of the engine: one dataclass a request.

Every request knows its ``TYPE`` (the ``type`` on the wire) and its ``RESULT`` class.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Dict, Optional, Tuple, Type

from mining_monitor.contract import (
    accuracy,
    agreement,
    change,
    growing,
    history,
    models,
    numbers,
    products,
    proposals,
    release,
    report,
    results,
    reviewing,
    scenes,
    spectral,
    training,
)
from mining_monitor.contract import annotations as sector_work
from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef


@dataclass(frozen=True)
class DetectRequest:
    """Everything that a detection depends on.

    Attributes
    ----------
    image : ImageRef
    model : str
        Path of an ``.onnx`` or a card ``.json``, or the name of an installed model; empty: the default model.
    extent : Extent or None
        None: the whole image.
    bands : tuple of BandChoice
        Empty: guessed from band names and order.
    overlap : float or None
        Tile overlap as a share, 0..0.75; None: the card's.
    min_confidence : float
        Pixels whose best class scores below it become class 0 ``other``.
    min_area_m2 : float
        Smaller polygons go to the neighbour with which they share most border, or become ``other``.
    min_area_by_class : dict
        Class key -> m2, where it differs from ``min_area_m2``.
    simplify_px : float
        Tolerance of the coverage simplification in pixels of the class raster; 0 keeps pixel edges.
    valid_mask : str or None
        Raster; where it is 0 or nodata the ground counts as not observed. None: the image's own (the mask beside a
        loaded scene, the scene classes of a product); ``none``: no mask at all.
    cloud_model : str
        Model whose cloud and shadow count as not observed: ``auto`` takes the one of the installed cloud models that
        suits the image's bands, a name or a path takes that one; empty: none.
    output : str or None
        ``.gpkg`` (a project: made, or added to) or ``.geojson`` (profile report). None: only the run folder.
    class_raster, confidence_raster : str or None
        GeoTIFFs to write beside: uint8 0..9, 255 = not observed; float32 0..1, NaN = not observed.
    threads : int
        ONNX Runtime threads; 0: chosen by the engine.
    operator : str
        Who runs it; goes into ``runs``.
    """

    image: ImageRef
    model: str = ""
    extent: Optional[Extent] = None
    bands: Tuple[BandChoice, ...] = ()
    overlap: Optional[float] = None
    min_confidence: float = 0.0
    min_area_m2: float = 0.0
    min_area_by_class: Optional[Dict[str, float]] = None
    simplify_px: float = 0.0
    valid_mask: Optional[str] = None
    cloud_model: str = ""
    output: Optional[str] = None
    class_raster: Optional[str] = None
    confidence_raster: Optional[str] = None
    threads: int = 0
    operator: str = ""

    TYPE: ClassVar[str] = "detect"
    RESULT: ClassVar[type] = results.DetectResult


@dataclass(frozen=True)
class PlanDetectRequest:
    """Ask what a detection would do, before it runs: area, tiles, time, warnings."""

    detect: DetectRequest

    TYPE: ClassVar[str] = "plan-detect"
    RESULT: ClassVar[type] = results.DetectPlan


@dataclass(frozen=True)
class DescribeImageRequest:
    """Ask what an image is."""

    image: ImageRef

    TYPE: ClassVar[str] = "describe-image"
    RESULT: ClassVar[type] = results.ImageDescription


@dataclass(frozen=True)
class ListModelsRequest:
    """Ask for the installed models: shipped ones first, the default first of all."""

    TYPE: ClassVar[str] = "list-models"
    RESULT: ClassVar[type] = results.ModelList


@dataclass(frozen=True)
class CheckModelRequest:
    """Run a model on a probe tile and say what is wrong with it."""

    model: str

    TYPE: ClassVar[str] = "check-model"
    RESULT: ClassVar[type] = results.ModelReport


@dataclass(frozen=True)
class AddModelRequest:
    """Copy a model with its card into the user's models; ``card`` is card JSON for a bare ONNX file."""

    model: str
    card: Optional[str] = None
    name: str = ""

    TYPE: ClassVar[str] = "add-model"
    RESULT: ClassVar[type] = results.ModelInfo


@dataclass(frozen=True)
class DescribeModelRequest:
    """Ask what an ONNX file says about itself; for the form of a bare file (CONTRACT 4)."""

    model: str

    TYPE: ClassVar[str] = "describe-model"
    RESULT: ClassVar[type] = results.ModelDraft


@dataclass(frozen=True)
class ExportGeoJsonRequest:
    """Write sectors as GeoJSON.

    Attributes
    ----------
    input : str
        Any vector file that GDAL opens; ``layer`` names a layer in it (default: ``sectors``, else the first).
    profile : str
        ``lames`` or ``report`` (CONTRACT 3).
    states : tuple of str
        Review states to include; empty: all but ``rejected``.
    generalise : str
        ``none``, ``0.01``, ``0.05`` or ``0.1`` degrees (DOMAIN 4.5). Empty: artisanal sites in profile ``report`` as
        cells of 0.1 degrees unless a purpose is stated, everything else as it is.
    where : str
        Optional OGR SQL filter, as a layer's subset string has it.
    purpose, recipient, operator : str
        Why the exact places leave the house, for whom, and who says so. An export in profile ``report`` with
        ``generalise`` ``none``, with a purpose, or with exact places of artisanal sites gets a note beside it
        (``<output>.release.json``).
    """

    input: str
    output: str
    layer: str = ""
    profile: str = "report"
    states: Tuple[str, ...] = ()
    generalise: str = ""
    where: str = ""
    purpose: str = ""
    recipient: str = ""
    operator: str = ""

    TYPE: ClassVar[str] = "export-geojson"
    RESULT: ClassVar[type] = results.ExportResult


@dataclass(frozen=True)
class SampleSceneRequest:
    """Make a sample scene: an image, and beside it its truth as class raster."""

    output: str
    gsd_m: float = 10.0
    width: int = 1024
    height: int = 1024
    seed: int = 7

    TYPE: ClassVar[str] = "sample-scene"
    RESULT: ClassVar[type] = results.SampleSceneResult


@dataclass(frozen=True)
class InfoRequest:
    """Ask for versions, execution providers and model hashes."""

    TYPE: ClassVar[str] = "info"
    RESULT: ClassVar[type] = results.EngineInfo


_REQUESTS: Tuple[Type[Any], ...] = (
    DetectRequest, PlanDetectRequest, DescribeImageRequest, ListModelsRequest, CheckModelRequest, AddModelRequest,
    DescribeModelRequest, ExportGeoJsonRequest, SampleSceneRequest, InfoRequest,
    *products.REQUESTS, *scenes.REQUESTS, *spectral.REQUESTS,
    *sector_work.REQUESTS, *history.REQUESTS, *proposals.REQUESTS, *growing.REQUESTS, *agreement.REQUESTS,
    *reviewing.REQUESTS,
    *numbers.REQUESTS, *accuracy.REQUESTS, *change.REQUESTS, *release.REQUESTS, *report.REQUESTS, *models.REQUESTS,
    *training.REQUESTS,
)  # fmt: skip

#: Request class by its type on the wire.
REQUESTS: Dict[str, Type[Any]] = {request.TYPE: request for request in _REQUESTS}
