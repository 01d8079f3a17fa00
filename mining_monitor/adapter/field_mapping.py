"""What the fields of a foreign layer mean: proposed from their names, decided by a person, remembered."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.settings import Setting
from mining_monitor.adapter.styles import class_titles
from mining_monitor.contract.reviewing import LayerDescription, SourceField
from mining_monitor.schema.classes import BY_KEY

#: Fields of a sector that a foreign layer may tell, in the order of the form.
TARGETS = ("class", "Name", "date", "date2", "system", "site_id", "comment")

#: Files of these forms say themselves what their fields mean.
_FOREIGN = ("layer", "without-class")

#: A class whose value stays without one.
NO_CLASS = ""


@dataclass(frozen=True)
class FieldMapping:
    """How a layer is read; names as in ``ImportAnnotationsRequest``.

    Attributes
    ----------
    fields : dict
        Each of ``TARGETS`` -> field of the layer; empty: nothing is taken.
    classes : dict
        Value -> LAMES key; empty: no class.
    default_class : str
        LAMES key for features that name none; empty: they stay without.
    layer : str
    """

    fields: Dict[str, str] = field(default_factory=dict)
    classes: Dict[str, str] = field(default_factory=dict)
    default_class: str = ""
    layer: str = ""

    def words(self) -> str:
        """Say what is read from where, in one line."""
        titles = target_titles()
        parts = [f"{titles[name]} ← {source}" for name, source in self.fields.items() if source]
        if self.default_class:
            parts.append(tr("without a class: {}").format(class_titles().get(BY_KEY[self.default_class].code, "?")))
        return "; ".join(parts) or tr("nothing but the shapes")


def target_titles() -> Dict[str, str]:
    """Return what the fields of a sector are called."""
    return {
        "class": tr("Class"), "Name": tr("Name"), "date": tr("Image date"), "date2": tr("Second image date"),
        "system": tr("Agency (image source)"), "site_id": tr("Site"), "comment": tr("Comment"),
    }  # fmt: skip


def wants_mapping(description: LayerDescription) -> bool:
    """Tell whether a person may say what the fields of a file mean."""
    return description.form in _FOREIGN


def proposal(description: LayerDescription) -> FieldMapping:
    """Return what names and values suggest; a person sees it before anything is read that way."""
    guesses = {each.guess: each.name for each in description.fields if each.guess}
    fields = {name: guesses.get(name, "") for name in TARGETS}
    values = class_values(description, fields["class"])
    classes = {value: description.class_guesses.get(value, NO_CLASS) for value in values}
    default = "" if fields["class"] else description.default_guess
    return FieldMapping(fields, classes, default, description.layer if len(description.layers) > 1 else "")


def class_values(description: LayerDescription, name: str) -> List[str]:
    """Return the values of a field that are to be given a class."""
    source = source_field(description, name)
    return list(source.values) if source is not None else []


def source_field(description: LayerDescription, name: str) -> Optional[SourceField]:
    """Return a field of a layer by its name."""
    return next((each for each in description.fields if each.name == name), None)


def is_clear(description: LayerDescription, mapping: FieldMapping) -> bool:
    """Tell whether nothing is left to ask: one layer, and every feature gets a class."""
    if len(description.layers) > 1 and not mapping.layer:
        return False
    source = source_field(description, mapping.fields.get("class", ""))
    if source is None:
        return bool(mapping.default_class)
    is_told = all(mapping.classes.get(value) for value in source.values)
    return is_told and source.distinct <= len(source.values)


def _key(description: LayerDescription) -> str:
    """Return the same text for layers with the same fields."""
    names = json.dumps(sorted(each.name for each in description.fields), ensure_ascii=False)
    return hashlib.sha256(names.encode("utf-8", errors="replace")).hexdigest()[:24]


def remember(description: LayerDescription, mapping: FieldMapping) -> None:
    """Keep a person's decision for layers with the same fields."""
    known = recall(description)
    classes = {**(known.classes if known is not None else {}), **mapping.classes}
    text = json.dumps(
        {"fields": mapping.fields, "classes": classes, "default_class": mapping.default_class}, ensure_ascii=False
    )
    Setting(f"field_mappings/{_key(description)}", "").set(text)


def recall(description: LayerDescription) -> Optional[FieldMapping]:
    """Return what a person has decided for layers with the same fields, as far as it fits this one; None: nothing."""
    try:
        kept = json.loads(Setting(f"field_mappings/{_key(description)}", "").get() or "null")
    except ValueError:
        return None
    if not isinstance(kept, dict):
        return None
    names = {each.name for each in description.fields}
    fields, classes = _texts(kept.get("fields")), _texts(kept.get("classes"))
    default = str(kept.get("default_class") or "")
    return FieldMapping(
        {name: fields[name] if fields.get(name) in names else "" for name in TARGETS},
        {value: key for value, key in classes.items() if key in ("", *BY_KEY)},
        default if default in BY_KEY else "",
        description.layer if len(description.layers) > 1 else "",
    )


def _texts(values: Any) -> Dict[str, str]:
    return {str(key): str(value) for key, value in values.items()} if isinstance(values, dict) else {}
