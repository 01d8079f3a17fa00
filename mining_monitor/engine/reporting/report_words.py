"""What a report says beside its figures, in English."""

from __future__ import annotations

from typing import Final

LANGUAGE: Final = "en"

WORDS: Final[dict[str, str]] = {
    "title": "Mining sectors: areas and change",
    "skip": "Skip to the content",
    "contents": "Contents",
    "summary": "Summary",
    "site": "Site",
    "no_site": "Sectors without a site",
    "areas": "Areas by class",
    "class": "Class",
    "sectors": "Sectors",
    "area": "Area",
    "interval": "Corrected area with its 95 % interval",
    "below": "Below the minimum mappable unit",
    "all": "All classes",
    "map": "Sectors of {site}, {dates}",
    "map_text": "Map of {count} sectors on {area}: {classes}. North is up.",
    "before": "Before: {site}, {dates}",
    "change": "Change since {before}",
    "matrix": "What each class became (rows: before, columns: after)",
    "chart": "Areas before and after",
    "status": "Status",
    "expansion": "Expansion",
    "reclamation": "No longer mapped",
    "conversion": "Became another class",
    "not_observed": "Not observed at one date",
    "rate": "Change per year",
    "tailings": "Tailings storage facilities",
    "facility": "Facility",
    "observed": "Image date",
    "imagery": "Imagery",
    "scene": "Scene",
    "system": "System",
    "gsd": "Ground sampling distance (m)",
    "accuracy": "Accuracy",
    "no_accuracy": "No accuracy assessment belongs to this report. Mapped areas are not corrected for errors of the "
    "map, and nothing is known of their uncertainty.",
    "overall": "Overall accuracy",
    "users": "User's accuracy",
    "producers": "Producer's accuracy",
    "undefined": "undefined",
    "method": "Method and software",
    "method_text": "Areas are geodesic on the WGS 84 ellipsoid; ground that several sectors cover counts once. Changes "
    "narrower than {tolerance:g} m or smaller than {min_area:g} m² are not counted, because differences in the "
    "position of images would pass for change. Ground that one date could not observe is counted apart and never as "
    "reclaimed.",
    "limits": "Limits",
    "limits_text": "Sectors are what people and models saw in images of the dates named above; what happened after is "
    "not in them. No sector does not mean that there is no mine where nothing was observed. The report says nothing on "
    "permits, ownership, safety or stability.",
    "artisanal": "Artisanal sites are counted here by binned area only; their places are withheld.",
    "reviewers": "Who drew and who reviewed",
    "editor": "Drawn or edited by",
    "reviewer": "Reviewed by",
    "reviewed_at": "Last review",
    "states": "Review states",
    "nobody": "Nobody is named as editor or reviewer of these sectors.",
    "signoff": "Sign-off",
    "name": "Name",
    "date": "Date",
    "signature": "Signature",
    "sources": "Where each figure comes from",
    "sources_text": "Identities of the sectors behind each class of each site; the project's log holds their history.",
    "identity": "Sectors",
    "generated": "Made {time} by Mining Monitor {version}{operator}.",
    "hash": "Content SHA-256 {hash}",
    "attribution": "Imagery: {attribution}",
}  # fmt: skip

#: Status of a site in words.
STATUS: Final[dict[str, str]] = {
    "new": "new", "expanded": "expanded", "contracted": "contracted", "stable": "stable", "dormant": "dormant",
    "revegetated": "no longer mapped (whether plants grow there, an index must say)", "not observed": "not observed",
}  # fmt: skip
