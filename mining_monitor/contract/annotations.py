"""People's work on sectors: import and validation (DOMAIN 1.3 to 1.7, 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.results import ClassTotal, Notice

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


REQUESTS = (ImportAnnotationsRequest, ValidateAnnotationsRequest)
