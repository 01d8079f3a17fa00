"""What the project's log says, in words: acts, and what each of them changed."""

from __future__ import annotations

from typing import Any, Dict, List

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.history import HistoryEntry
from mining_monitor.gui import words

#: Who and when are in the row itself; these say it again, or say nothing to a person.
_SILENT = ("wkb", "class_key", "editor", "edited_at", "reviewed_at", "uuid", "geom", "sha256", "row_sha256", "run_id")


def action_title(action: str) -> str:
    """Return what an act was."""
    titles = {
        "detect": tr("Detected"), "import": tr("Imported"), "repair": tr("Repaired at import"),
        "split": tr("Split into its parts"), "part": tr("Split off"), "cut": tr("Cut by a new run"),
        "supersede": tr("Replaced by a new run"), "draw": tr("Drawn"), "reshape": tr("Shape changed"),
        "class": tr("Class changed"), "state": tr("State changed"), "edit": tr("Values changed"),
        "delete": tr("Deleted"), "restore": tr("Earlier shape restored"), "undo": tr("Taken back"),
        "redo": tr("Done again"), "not_saved": tr("Not saved"),
    }  # fmt: skip
    return titles.get(action, action)


def field_title(name: str) -> str:
    """Return what a field is called."""
    titles = {
        "class": tr("Class"), "state": tr("State"), "area_m2": tr("Area"), "reviewer": tr("Reviewer"),
        "comment": tr("Comment"), "date": tr("Image date"), "date2": tr("Second image date"),
        "system": tr("Image source"), "confidence": tr("Confidence"), "file": tr("File"), "Name": tr("Name"),
    }  # fmt: skip
    return titles.get(name, name)


def moment(text: str) -> str:
    """Return a time of the log to the minute, in UTC."""
    return text[:16].replace("T", " ")


def changes(entry: HistoryEntry) -> List[str]:
    """Return what an act changed, one line a field: from what, to what."""
    lines = []
    for name in [each for each in {**entry.before, **entry.after} if each not in _SILENT]:
        old, new = _value(name, entry.before), _value(name, entry.after)
        if name in entry.before and old != new:
            lines.append(f"{field_title(name)}: {old} → {new}")
        elif name not in entry.before and new:
            lines.append(f"{field_title(name)}: {new}")
    return lines


def _value(name: str, values: Dict[str, Any]) -> str:
    value = values.get(name)
    if value is None:
        return tr("nothing")
    if name == "class" and isinstance(value, int) and 0 <= value <= 9:
        return words.class_title(value)
    if name == "state":
        return words.state_title(str(value))
    if name == "confidence" and isinstance(value, (int, float)):
        return f"{100 * value:.0f} %"
    if name == "area_m2" and isinstance(value, (int, float)):
        return words.area_text(float(value))
    return " ".join(str(value).split())[:200]
