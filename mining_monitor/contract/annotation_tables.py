"""Tables of people's work on sectors: issues, proposals of a re-run, sites, conflicts between annotators."""

from __future__ import annotations

from typing import Tuple

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
