"""People's work on sectors: import, validation, history, proposals of a re-run, agreement (DOMAIN 1.3 to 1.7, 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Dict, Optional, Tuple

from mining_monitor.contract import agreement, reviewing
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.results import ClassTotal, Notice
from mining_monitor.schema.fields import Field

PROPOSALS_TABLE = "proposals"
SITES_TABLE = "sites"
ISSUES_TABLE = "issues"

#: Columns of an issues file; its geometry is a point in EPSG:4326 to zoom to, null where there is no place.
#: ``feature`` counts from 1 in the order of the file; ``fix`` is empty where only a person can mend it; ``applied`` is
#: 1 when it was mended; ``before`` and ``after`` hold what the fix changes (WKT or text), ``where`` the ground as WKT.
ISSUE_FIELDS: Tuple[Field, ...] = tuple(
    Field(*spec.split(":"))
    for spec in (
        "issue_id:text", "kind:text", "severity:text", "feature:integer", "uuid:text", "name:text", "other:text",
        "message:text", "fix:text", "is_safe:integer", "applied:integer", "before:text", "after:text",
        "area_m2:real", "area_change_m2:real", "where:text", "facts:text",
    )
)  # fmt: skip

#: Columns of the table ``proposals`` of a project: what a re-run would change in what people have worked on.
#: ``kind`` is ``add``, ``change`` or ``disappear``; ``state`` is ``open``, ``taken``, ``refused`` or ``superseded``;
#: the geometry is the one proposed (the present one for ``disappear``), ``before_wkb`` the present one as hexadecimal.
PROPOSAL_FIELDS: Tuple[Field, ...] = tuple(
    Field(*spec.split(":"))
    for spec in (
        "proposal_id:text", "kind:text", "state:text", "uuid:text", "class_before:integer", "class_after:integer",
        "iou:real", "area_before_m2:real", "area_after_m2:real", "confidence:real", "run_id:text", "scene_id:text",
        "created_at:text", "decided_by:text", "decided_at:text", "comment:text", "before_wkb:text",
    )
)  # fmt: skip

#: Columns of the table ``sites``: the published site metadata, read (DOMAIN 1.6); geometry is the footprint.
SITE_FIELDS: Tuple[Field, ...] = tuple(
    Field(*spec.split(":"))
    for spec in (
        "site_id:text", "name:text", "mine:text", "company:text", "status:text", "status_original:text",
        "mining_type:text", "processing:text", "longitude:real", "latitude:real", "position_original:text",
        "rom_mt_a:real", "commodities:text", "shareholders:text", "sources:text", "flags:text",
        "sectors:integer", "sector_area_m2:real", "footprint_km2:real", "has_metadata:integer",
    )
)  # fmt: skip

#: Columns of the file of conflicts between two annotators; geometry: ground on which their classes differ, 0 = none.
#: ``decision`` is empty, ``first``, ``second`` or ``open``: what an adjudicator has said.
CONFLICTS_TABLE = "conflicts"
CONFLICT_FIELDS: Tuple[Field, ...] = (
    Field("first_class", "integer"), Field("second_class", "integer"), Field("first_key", "text"),
    Field("second_key", "text"), Field("area_m2", "real"),
    Field("decision", "text"), Field("decided_by", "text"), Field("decided_at", "text"),
)  # fmt: skip

#: The seven values of a site's status (DOMAIN 1.6).
SITE_STATUSES = (
    "operational", "care and maintenance", "decommissioned", "reclamation", "landfill", "exploration", "unknown",
)  # fmt: skip

SEVERITIES = ("error", "warning", "hint")


@dataclass(frozen=True)
class ImportResult:
    """What was read, what was found, what was mended.

    Attributes
    ----------
    form : str
        How the file was understood: ``lames``, ``lames-nested``, ``lames-sites``, ``footprints``, ``kml``, ``report``,
        ``without-class`` or ``layer``.
    output, issues_file : str or None
    input_sha256 : str
    read, sectors : int
        Features in the file; sectors written (or that would be).
    totals : tuple of ClassTotal
    issues : dict
        Kind -> how many.
    proposed, applied : int
        Repairs: offered in all, and carried out with the user's consent.
    area_before_m2, area_after_m2 : float
        Geodesic, of all sectors before and after the repairs; loops of an outline that crosses itself count against
        one another.
    left_out : dict
        Reason -> features that became no sector.
    sites : dict
        Join with the site metadata and footprints: ``records``, ``joined``, ``records_without_sectors``,
        ``sites_without_metadata``, ``sites_without_footprint``; empty when there were none.
    """

    form: str
    output: Optional[str]
    issues_file: Optional[str]
    input_sha256: str
    read: int
    sectors: int
    totals: Tuple[ClassTotal, ...]
    issues: Dict[str, int]
    proposed: int
    applied: int
    area_before_m2: float
    area_after_m2: float
    left_out: Dict[str, int]
    sites: Dict[str, int]
    seconds: float = 0.0
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class ImportAnnotationsRequest:
    """Read polygons that people drew elsewhere (CONTRACT 1, ``importannotations``).

    Attributes
    ----------
    input : str
        LAMES GeoJSON, KML, KMZ, or any vector file that GDAL opens; ``layer`` names a layer in it.
    output : str
        Project ``.gpkg``, made or added to; empty: nothing is written, only looked at.
    issues : str
        ``.gpkg``, ``.geojson`` or ``.csv`` for the list of issues and repairs; empty: none.
    repair : bool
        Consent to all repairs of broken rings.
    accept : tuple of str
        Consent to further repairs: ``issue_id`` or ``kind`` of those in the list.
    fields : dict or None
        Field of a sector -> the source's name for it, for instance ``{"class": "TYPE"}``; an empty name: nothing is
        taken. Fields that are not named are found by the usual names.
    classes : dict or None
        Value in the source -> class key or code, for instance ``{"Tajo": "op"}``.
    default_class : str
        Key for features that name no class; empty: they stay without one.
    footprints, metadata : str
        Footprint layer and site metadata table; empty: those that lie beside a LAMES file are taken; ``-``: none.
    operator : str
        Who imports; goes into the log.
    """

    input: str
    output: str = ""
    issues: str = ""
    repair: bool = False
    accept: Tuple[str, ...] = ()
    layer: str = ""
    fields: Optional[Dict[str, str]] = None
    classes: Optional[Dict[str, str]] = None
    default_class: str = ""
    footprints: str = ""
    metadata: str = ""
    operator: str = ""

    TYPE: ClassVar[str] = "import-annotations"
    RESULT: ClassVar[type] = ImportResult


@dataclass(frozen=True)
class ValidationResult:
    """What a validation found: how many issues by kind and by severity, and the file that lists them."""

    sectors: int
    issues: Dict[str, int]
    severities: Dict[str, int]
    fixable: int
    issues_file: Optional[str] = None
    seconds: float = 0.0
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class ValidateAnnotationsRequest:
    """Look for what is wrong with sectors (CONTRACT 1, ``validateannotations``).

    Attributes
    ----------
    input : str
        Any vector file that GDAL opens; ``layer`` and ``where`` choose from it (as in ``ExportGeoJsonRequest``).
    issues : str
        ``.gpkg``, ``.geojson`` or ``.csv`` to write; empty: only counts.
    observed : str
        File with the polygons of what was observed; empty: the table ``observed`` of the project itself, if any.
    """

    input: str
    issues: str = ""
    layer: str = ""
    where: str = ""
    observed: str = ""

    TYPE: ClassVar[str] = "validate-annotations"
    RESULT: ClassVar[type] = ValidationResult


@dataclass(frozen=True)
class LogReport:
    """Whether a project's log is whole.

    Attributes
    ----------
    is_usable : bool
        The chain is whole and every sector is as the log left it.
    rows : int
    broken_seq : int or None
        ``seq`` of the first row that does not fit (None where that cell itself is unreadable).
    broken_position : int or None
        Its position in the log, from 1; None: the chain is whole.
    changed_outside : tuple of str
        ``uuid`` of sectors whose shape is not the one that the log has last.
    message : str
    """

    is_usable: bool
    rows: int
    broken_seq: Optional[int]
    broken_position: Optional[int]
    changed_outside: Tuple[str, ...]
    message: str


@dataclass(frozen=True)
class VerifyLogRequest:
    """Check the hash chain of a project's log, and the sectors against it."""

    project: str

    TYPE: ClassVar[str] = "verify-log"
    RESULT: ClassVar[type] = LogReport


@dataclass(frozen=True)
class HistoryEntry:
    """One act on one sector: who, when, what, from what to what; ``wkt`` is its shape afterwards (None: gone)."""

    seq: int
    at: str
    who: str
    action: str
    before: Dict[str, Any]
    after: Dict[str, Any]
    wkt: Optional[str] = None
    area_m2: Optional[float] = None
    can_restore: bool = False


@dataclass(frozen=True)
class SectorHistory:
    """What happened to a sector, oldest first; ``is_whole`` is False when the log's chain is broken."""

    uuid: str
    entries: Tuple[HistoryEntry, ...]
    exists: bool
    is_whole: bool


@dataclass(frozen=True)
class SectorHistoryRequest:
    """Ask who changed a sector, when, from what."""

    project: str
    uuid: str

    TYPE: ClassVar[str] = "sector-history"
    RESULT: ClassVar[type] = SectorHistory


@dataclass(frozen=True)
class RestoreResult:
    """A sector has an earlier shape again; ``created`` when it had been deleted."""

    uuid: str
    area_m2: float
    created: bool
    seq: int


@dataclass(frozen=True)
class RestoreSectorRequest:
    """Give a sector the shape that it had after the act ``seq``; that is an act of its own, and logged."""

    project: str
    uuid: str
    seq: int
    operator: str = ""

    TYPE: ClassVar[str] = "restore-sector"
    RESULT: ClassVar[type] = RestoreResult


@dataclass(frozen=True)
class ProposalCounts:
    """Open proposals by kind, and how many sectors a re-run agrees with."""

    kinds: Dict[str, int]
    classes: Dict[str, int]
    agreed: int = 0


@dataclass(frozen=True)
class ProposeChangesRequest:
    """Compare the sectors of a run with what people have worked on in a scene, and store proposals.

    Attributes
    ----------
    run_id : str
        A run of the project.
    scene_id : str
        Whose reviewed sectors are compared: another scene than the run's own, with which it is compared when stored.
    """

    project: str
    run_id: str
    scene_id: str

    TYPE: ClassVar[str] = "propose-changes"
    RESULT: ClassVar[type] = ProposalCounts


@dataclass(frozen=True)
class DecisionResult:
    """Proposals decided; ``conflicts`` are those whose sector has changed since: they stay open."""

    decided: int
    conflicts: Tuple[str, ...] = ()
    changed: Tuple[str, ...] = ()


@dataclass(frozen=True)
class DecideProposalsRequest:
    """Take or refuse proposals, singly or by class.

    Attributes
    ----------
    take : bool
        False: refuse.
    ids : tuple of str
        ``proposal_id``; empty: all open ones of ``kinds`` and ``classes``.
    kinds, classes : tuple of str
        ``add``, ``change``, ``disappear``; class keys (the proposed one); empty: all.
    """

    project: str
    take: bool
    ids: Tuple[str, ...] = ()
    kinds: Tuple[str, ...] = ()
    classes: Tuple[str, ...] = ()
    comment: str = ""
    operator: str = ""

    TYPE: ClassVar[str] = "decide-proposals"
    RESULT: ClassVar[type] = DecisionResult


@dataclass(frozen=True)
class GrownStep:
    """One region: its outline (WKT, one polygon in EPSG:4326) and its geodesic area."""

    wkt: str
    area_m2: float


@dataclass(frozen=True)
class GrowRegionResult:
    """Regions round a click, smallest first.

    Attributes
    ----------
    steps : tuple of GrownStep
        Each region holds the one before: the steps of a wheel.
    guess : int
        Index of the region whose border stands out most.
    cell_m : float
        Ground size of what was looked at as one: the image's pixel or several.
    has_scores : bool
        Whether a run's class map had a say.
    """

    steps: Tuple[GrownStep, ...]
    guess: int
    cell_m: float
    has_scores: bool
    seconds: float = 0.0
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class GrowRegionRequest:
    """Grow a region from a click along the edges of an image, and of the last run's class map where there is one.

    Attributes
    ----------
    image : ImageRef
    points : tuple of (float, float)
        Longitude and latitude of the click; further ones belong to the same region.
    radius_m : float
        How far round the points to look; the window is limited in pixels.
    class_raster, confidence_raster : str
        What a run has written (CONTRACT 1); empty: none.
    valid_mask : str
        Raster that is 0 where the image shows no ground (clouds); empty: none.
    """

    image: ImageRef
    points: Tuple[Tuple[float, float], ...]
    radius_m: float = 1500.0
    class_raster: str = ""
    confidence_raster: str = ""
    valid_mask: str = ""

    TYPE: ClassVar[str] = "grow-region"
    RESULT: ClassVar[type] = GrowRegionResult


#: Names that were here before they got a module of their own.
AgreementRequest = agreement.AgreementRequest
AgreementResult = agreement.AgreementResult
BlindSample = agreement.BlindSample
ClassAgreement = agreement.ClassAgreement
CompareBlindSampleRequest = agreement.CompareBlindSampleRequest
DrawBlindSampleRequest = agreement.DrawBlindSampleRequest

REQUESTS = (
    ImportAnnotationsRequest, ValidateAnnotationsRequest, VerifyLogRequest, SectorHistoryRequest, RestoreSectorRequest,
    ProposeChangesRequest, DecideProposalsRequest, GrowRegionRequest, *agreement.REQUESTS,
    *reviewing.REQUESTS,
)  # fmt: skip
