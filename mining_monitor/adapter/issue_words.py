"""What the engine's kinds of issues are called, in the language of QGIS."""

from __future__ import annotations

from typing import Any, Dict

from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.messages import is_english, tr


def issue_titles() -> Dict[str, str]:
    """Return a short name by kind of issue."""
    return {
        "invalid-geometry": tr("Outline crosses itself"),
        "multi-part": tr("Several parts"),
        "tiny-sector": tr("Smaller than 25 m²"),
        "tiny-part": tr("Part smaller than 25 m²"),
        "tiny-hole": tr("Hole smaller than 25 m²"),
        "overlap": tr("Overlap"),
        "gap": tr("Gap between neighbours"),
        "outside-observed": tr("Outside the observed ground"),
        "outside-footprint": tr("Mostly outside the site's footprint"),
        "unknown-class": tr("No LAMES class"),
        "class-other": tr("Class other"),
        "class-key": tr("Class and class_key differ"),
        "class-of-site": tr("Class of a whole site"),
        "bad-date": tr("No valid image date"),
        "bad-date2": tr("No valid second image date"),
        "missing-date": tr("Image date is missing"),
        "missing-system": tr("Image source is missing"),
        "dual-agency": tr("Two image sources, one date"),
        "name-site": tr("Name and site differ"),
        "duplicate-name": tr("Name used more than once"),
        "duplicate-uuid": tr("Identity used more than once"),
        "unknown-state": tr("Unknown review state"),
        "unfounded-approval": tr("Approved without date, source or reviewer"),
        "unfounded-rejection": tr("Rejected without a reason"),
        "stale-area": tr("Area does not fit the shape"),
        "implausible-size": tr("Unusual size for its class"),
        "no-ground": tr("No usable geometry"),
        "open-ring": tr("Outline was not closed"),
        "mixed-geometry": tr("Lines or points beside the polygon"),
        "site-without-footprint": tr("Site without footprint"),
        "site-without-metadata": tr("Site without metadata"),
        "metadata-without-sectors": tr("Metadata without sectors"),
        "position-minutes": tr("Position with 60 minutes or more"),
        "position-hemisphere": tr("Position without east or west"),
        "autofill": tr("Figures counted up by a spreadsheet"),
    }


def issue_title(kind: str) -> str:
    """Return the short name of a kind; an unknown one is its own name."""
    return issue_titles().get(kind, kind)


def in_words(values: Dict[str, Any]) -> Dict[str, Any]:
    """Return a row of an issues table whose message is in the language of QGIS: its title, and the name concerned."""
    title = "" if is_english() else issue_titles().get(text_of(values.get("kind")), "")
    if not title:
        return values
    name = text_of(values.get("name"))
    return {**values, "message": f"{title}: {name}" if name else title}


def counts_in_words(counts: Dict[str, int]) -> str:
    """Return how many issues of each kind there are."""
    return "; ".join(f"{issue_title(kind)}: {number}" for kind, number in counts.items()) or tr("none")
