"""Tables of a project GeoPackage and their fields, in order (CONTRACT 3; ARCHITECTURE "What is stored")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

SECTORS_TABLE = "sectors"
RUNS_TABLE = "runs"
OBSERVED_TABLE = "observed"
LOG_TABLE = "log"

#: CRS of every geometry that is stored (CONTRACT 3).
STORAGE_CRS = "EPSG:4326"

#: Decimals of a coordinate in a published file, about 1 cm (DOMAIN 1.4).
COORDINATE_DECIMALS = 7


@dataclass(frozen=True)
class Field:
    """One column: its name and its kind, ``text``, ``integer`` or ``real``."""

    name: str
    kind: str


def _fields(*specs: str) -> Tuple[Field, ...]:
    return tuple(Field(*spec.split(":")) for spec in specs)


#: LAMES fields as published, the part that a person reads (DOMAIN 1.3).
LAMES_FIELDS = _fields("Name:text", "class:integer", "date:text", "date2:text", "system:text", "site_id:text")

#: Fields that stand beside the LAMES ones, in the order of CONTRACT 3.
OWN_FIELDS = _fields(
    "uuid:text", "class_key:text", "state:text", "confidence:real", "area_m2:real", "source:text",
    "run_id:text", "scene_id:text", "gsd_m:real", "observed_at:text",
    "editor:text", "edited_at:text", "reviewer:text", "reviewed_at:text", "comment:text",
)  # fmt: skip

SECTOR_FIELDS = LAMES_FIELDS + OWN_FIELDS

#: All properties of the published GeoJSON, in file order; ``date2`` is absent where there is none (DOMAIN 1.3).
LAMES_PROPERTY_ORDER = (
    "Name", "class", "date", "date2", "system", "timestamp", "begin", "end", "altitudeMode",
    "tessellate", "extrude", "visibility", "drawOrder", "icon", "site_id",
)  # fmt: skip

#: Constant KML leftovers of the published file (DOMAIN 1.3).
LAMES_KML_LEFTOVERS = {
    "timestamp": None, "begin": None, "end": None, "altitudeMode": None,
    "tessellate": 1, "extrude": 0, "visibility": -1, "drawOrder": None, "icon": None,
}  # fmt: skip

RUN_FIELDS = _fields(
    "run_id:text", "started_at:text", "finished_at:text", "seconds:real", "operator:text",
    "model_name:text", "model_sha256:text", "model_card:text",
    "scene_id:text", "image_name:text", "image_sha256:text", "gsd_m:real", "observed_at:text", "system:text",
    "attribution:text", "request:text", "software:text", "warnings:text",
    "observed_m2:real", "not_observed_m2:real", "sectors:integer", "counts:text",
)  # fmt: skip

OBSERVED_FIELDS = _fields("run_id:text", "scene_id:text", "observed_at:text", "area_m2:real")

#: ``geometry_sha256`` is of the WKB of the sector after the act; ``row_sha256`` chains the rows (schema/log.py).
LOG_FIELDS = _fields(
    "seq:integer", "at:text", "who:text", "action:text", "uuid:text", "before:text", "after:text",
    "geometry_sha256:text", "previous_sha256:text", "row_sha256:text",
)  # fmt: skip

SOURCES = ("model", "analyst")
