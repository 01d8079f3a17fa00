"""Fields of an accuracy sample and of a layer of change, in order (DOMAIN 3.4, 3.8)."""

from __future__ import annotations

from typing import Tuple

from mining_monitor.schema.fields import Field

SAMPLE_TABLE = "sample"
CHANGE_TABLE = "change"

#: ``label`` of a point whose class cannot be told from the imagery; it counts in no estimate.
NOT_INTERPRETABLE = "unknown"

#: How sure the first reader was of ``label``.
SURE, UNSURE = "sure", "unsure"
CERTAINTIES: Tuple[str, ...] = (SURE, UNSURE)


def _fields(*specs: str) -> Tuple[Field, ...]:
    return tuple(Field(*spec.split(":")) for spec in specs)


#: A point does not name the map's class: whoever labels it is blind to it. ``stratum`` is a number drawn by lot and
#: ``stratum_m2`` its area. ``label`` is a class key (or ``unknown``), ``certainty`` one of ``CERTAINTIES``; the
#: ``checked_`` fields are a second person's, who has not seen the first one's; the ``agreed_`` fields decide where the
#: two differ. ``comment`` holds "name: text" of each, with `` | `` between them.
SAMPLE_FIELDS = _fields(
    "sample_id:text", "seq:integer", "stratum:integer", "stratum_m2:real", "seed:integer", "allocation:text",
    "label:text", "certainty:text", "labelled_by:text", "labelled_at:text",
    "image:text", "image_date:text", "image2:text", "image2_date:text",
    "checked_label:text", "checked_by:text", "checked_at:text", "comment:text",
    "agreed_label:text", "agreed_by:text", "agreed_at:text",
)  # fmt: skip

#: ``kind``: expansion, reclamation, conversion, or not_observed (mapped at one date, not to be seen at the other).
CHANGE_FIELDS = _fields(
    "kind:text", "before:integer", "before_key:text", "after:integer", "after_key:text", "area_m2:real",
    "before_at:text", "after_at:text", "before_uuid:text", "after_uuid:text", "site:text", "site_status:text",
)  # fmt: skip
