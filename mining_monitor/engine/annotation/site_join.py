"""Sectors joined with the metadata and the footprints of their sites (DOMAIN 1.5, 1.6)."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.annotation.geojson_reader import read_geojson
from mining_monitor.engine.annotation.issues import Issue, Subject
from mining_monitor.engine.annotation.rings import mended, polygon_parts
from mining_monitor.engine.annotation.sector_table import read_sectors
from mining_monitor.engine.annotation.site_table import Amount, SiteRecord, SiteTable, read_site_table
from mining_monitor.engine.geodesy import area_m2

#: Names under which the footprints and the table were published (DOMAIN 1.1).
FOOTPRINT_NAMES = (
    "Chile_LSM_sites_Maus_et_al_subset.geojson", "chile_all_sites_from_maus_et_al.geojson",
    "LSM_Chile_extents.geojson", "Chile_LSM_extents.geojson",
)  # fmt: skip
METADATA_NAMES = ("metadata.csv",)

#: Says that a file beside the import shall not be looked for.
NONE = "-"


@dataclass(frozen=True)
class Sites:
    """What is known of sites: footprints by ``site_id`` (EPSG:4326) with the area that their file states, records."""

    footprints: Mapping[str, Any] = field(default_factory=dict)
    stated_km2: Mapping[str, float] = field(default_factory=dict)
    table: SiteTable | None = None
    files: tuple[str, ...] = ()


def find_sites(beside: Path, footprints: str, metadata: str) -> Sites:
    """Read footprints and metadata: the files named, else those that lie beside an import under a published name.

    Raises
    ------
    AnnotationsError
        A file that was named cannot be read.
    """
    footprint_file = _file(beside, footprints, FOOTPRINT_NAMES)
    table_file = _file(beside, metadata, METADATA_NAMES)
    shapes, stated = _read_footprints(footprint_file) if footprint_file else ({}, {})
    table = read_site_table(table_file) if table_file else None
    return Sites(shapes, stated, table, tuple(str(f) for f in (footprint_file, table_file) if f))


def _file(beside: Path, named: str, names: Sequence[str]) -> Path | None:
    if named == NONE:
        return None
    if named:
        return Path(named)
    found = (beside.parent / name for name in names)
    return next((path for path in found if path.is_file() and path != beside), None)


def _read_footprints(path: Path) -> tuple[dict[str, Any], dict[str, float]]:
    if path.suffix.lower() in (".geojson", ".json"):
        raw = read_geojson(path).features
        pairs = [(feature.properties, feature.geometry) for feature in raw]
    else:
        table = read_sectors(str(path))
        pairs = list(zip(table.rows, table.geometries, strict=True))
    shapes: dict[str, Any] = {}
    stated: dict[str, float] = {}
    for properties, geometry in pairs:
        number = properties.get("fid", properties.get("site_id", properties.get("_id")))
        shape = mended(geometry) if geometry is not None else None
        if number in (None, "") or shape is None:
            continue
        key = str(number).strip()
        shapes[key] = shapely.union(shapes[key], shape) if key in shapes else shape
        with contextlib.suppress(KeyError, TypeError, ValueError, OverflowError):
            stated[key] = float(properties["AREA"])
    if not shapes:
        raise AnnotationsError(
            f"{path} holds no footprints with a 'fid' or 'site_id'; choose the file of site outlines.", path=str(path)
        )
    return shapes, stated


def by_site(subjects: Sequence[Subject]) -> dict[str, list[Subject]]:
    """Group sectors by ``site_id``; those without one are left out."""
    groups: dict[str, list[Subject]] = {}
    for subject in subjects:
        site = str(subject.values.get("site_id") or "").strip()
        if site:
            groups.setdefault(site, []).append(subject)
    return groups


def join_counts(subjects: Sequence[Subject], sites: Sites) -> dict[str, int]:
    """Count how sectors, records and footprints meet; see ``ImportResult.sites``."""
    if not sites.files:
        return {}
    groups = by_site(subjects)
    counts: dict[str, int] = {"sites": len(groups)}
    if sites.table is not None:
        ids = {record.site_id for record in sites.table.records}
        counts["records"] = len(sites.table.records)
        counts["joined"] = len(ids & groups.keys())
        counts["records_without_sectors"] = len(ids - groups.keys())
        counts["sites_without_metadata"] = len(groups.keys() - ids)
    if sites.footprints:
        counts["footprints"] = len(sites.footprints)
        counts["sites_without_footprint"] = len(groups.keys() - sites.footprints.keys())
    return counts


def site_issues(subjects: Sequence[Subject], sites: Sites) -> list[Issue]:
    """Find sites that lack a footprint or a record, records without sectors, and damage in the table."""
    groups = by_site(subjects)
    found: list[Issue] = []
    if sites.footprints:
        for site in sorted(groups.keys() - sites.footprints.keys()):
            found.append(_of_site("site-without-footprint", site, groups[site], "has no footprint"))
    if sites.table is None:
        return found
    ids = {record.site_id for record in sites.table.records}
    for site in sorted(groups.keys() - ids):
        found.append(_of_site("site-without-metadata", site, groups[site], "is not in the table of site metadata"))
    for record in sites.table.records:
        found += _record_issues(record, groups, sites)
    for autofill in sites.table.autofills:
        values = ", ".join(f"{value:g}" for value in autofill.values)
        message = (
            f"The {autofill.column} of '{autofill.mine}' counts up over its {len(autofill.values)} sites ({values}): a "
            f"spreadsheet has filled in one value. Take the first, {autofill.first:g}, once for the mine."
        )
        facts = {"sites": list(autofill.site_ids), "first": autofill.first}
        detail = f"{autofill.mine}/{autofill.column}"
        found.append(
            Issue(
                "autofill", "warning", message, where=_site_ground(autofill.site_ids, sites), detail=detail, facts=facts
            )
        )
    return found


def _of_site(kind: str, site: str, sectors: Sequence[Subject], what: str) -> Issue:
    shapes = [subject.geometry for subject in sectors if subject.geometry is not None]
    where = shapely.envelope(shapely.geometrycollections(shapes)) if shapes else None
    message = f"Site {site}, with {len(sectors)} sectors, {what}."
    return Issue(kind, "warning", message, where=where, detail=site, facts={"site_id": site, "sectors": len(sectors)})


def _site_ground(ids: Sequence[str], sites: Sites) -> Any:
    shapes = [sites.footprints[site] for site in ids if site in sites.footprints]
    return shapely.multipolygons(polygon_parts(shapes)) if shapes else None


def _record_issues(record: SiteRecord, groups: Mapping[str, Any], sites: Sites) -> list[Issue]:
    where = sites.footprints.get(record.site_id)
    found = []

    def add(kind: str, severity: str, message: str, **facts: Any) -> None:
        facts["site_id"] = record.site_id
        found.append(Issue(kind, severity, message, where=where, detail=record.site_id, facts=facts))

    if record.site_id not in groups:
        add("metadata-without-sectors", "hint", f"Site {record.site_id} ('{record.name}') has metadata but no sectors.")
    flags = {*record.latitude.flags, *record.longitude.flags}
    if "minutes-over-59" in flags:
        text = f"The position of site {record.site_id}, {record.position_original}, has 60 minutes or more: decimals?"
        add("position-minutes", "warning", text, value=record.position_original)
    if "no-hemisphere" in flags:
        text = f"The position of site {record.site_id}, {record.position_original}, does not say east or west."
        add("position-hemisphere", "warning", text, value=record.position_original)
    return found


def site_rows(subjects: Sequence[Subject], sites: Sites) -> list[dict[str, Any]]:
    """Return the rows of the table ``sites``: one for each site that any of the sources names; ``geom`` is WKB."""
    groups = by_site(subjects)
    records = {record.site_id: record for record in sites.table.records} if sites.table is not None else {}
    rows = []
    for site in sorted({*groups, *records, *sites.footprints}, key=lambda s: (len(s), s)):
        sectors = [s for s in groups.get(site, []) if s.geometry is not None]
        footprint = sites.footprints.get(site)
        row: dict[str, Any] = {
            "site_id": site, "sectors": len(sectors), "sector_area_m2": sum(area_m2(s.geometry) for s in sectors),
            "footprint_km2": area_m2(footprint) / 1e6 if footprint is not None else None,
            "has_metadata": int(site in records),
            "geom": shapely.to_wkb(shapely.multipolygons(polygon_parts(footprint))) if footprint is not None else None,
        }  # fmt: skip
        rows.append({**row, **(_record_row(records[site]) if site in records else {})})
    return rows


def _record_row(record: SiteRecord) -> dict[str, Any]:
    commodities = [
        {"metal": c.metal, "grade": _amount(c.grade), "production": _amount(c.production)} for c in record.commodities
    ]
    return {
        "name": record.name, "mine": record.mine, "company": record.company, "status": record.status,
        "status_original": record.status_original, "mining_type": record.mining_type, "processing": record.processing,
        "longitude": record.longitude.degrees, "latitude": record.latitude.degrees,
        "position_original": record.position_original, "rom_mt_a": record.rom_mt_a,
        "commodities": json.dumps(commodities, ensure_ascii=False), "shareholders": "; ".join(record.shareholders),
        "sources": " ".join(record.sources), "flags": ",".join(record.flags),
    }  # fmt: skip


def _amount(amount: Amount) -> dict[str, Any]:
    return {"value": amount.value, "unit": amount.unit, "original": amount.original}
