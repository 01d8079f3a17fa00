"""What the features of a file mean: the published LAMES shapes, Google Earth, any layer with a mapping (DOMAIN 1)."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.annotation.issues import Subject
from mining_monitor.engine.annotation.raw_features import Flaw, RawFeature, RawFile
from mining_monitor.schema.classes import BY_CODE, BY_KEY, class_code
from mining_monitor.schema.fields import SECTOR_FIELDS
from mining_monitor.schema.review import EDITED, STATES

#: Identities of imported sectors are made from their name and shape, so that importing twice is importing once.
_NAMESPACE = uuid.UUID("6f3a1a52-6c0e-5b7e-9d0c-4d2f6b0d6c11")

#: Other names of the same field, in lower case; the first that a file has counts.
ALIASES: dict[str, tuple[str, ...]] = {
    "Name": ("name", "id name", "label", "title", "nombre", "nom"),
    "class": ("class", "class_key", "category", "klass", "clase", "classe", "type", "sector", "mine_class"),
    "date": ("date", "image_date", "img_date", "imagedate", "acquired", "fecha"),
    "date2": ("date2", "image_date2"),
    "system": ("system", "agency", "provider", "sensor", "satellite", "source_image"),
    "site_id": ("site_id", "siteid", "site", "mine_id"),
    "comment": ("comment", "description", "notes", "remarks"),
}

_LONGEST_VALUE = 200

_TEXT_FIELDS = {f.name for f in SECTOR_FIELDS if f.kind == "text"}
_REAL_FIELDS = {f.name for f in SECTOR_FIELDS if f.kind == "real"}


@dataclass(frozen=True)
class Mapped:
    """How the user says that a layer is to be read; names as in ``ImportAnnotationsRequest``."""

    fields: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    default_class: str = ""

    def check(self, columns: set[str]) -> None:
        """Check the mapping against the columns that a file has.

        Raises
        ------
        ParameterError
        """
        known = {f.name for f in SECTOR_FIELDS}
        for target, source in self.fields.items():
            if target not in known:
                raise ParameterError(f"FIELDS maps to '{target}', which is no field of a sector.", name="FIELDS")
            if source and source not in columns:
                raise ParameterError(
                    f"FIELDS takes {target} from '{source}', which the file has not. It has: "
                    f"{', '.join(sorted(columns)[:20]) or 'no fields'}.",
                    name="FIELDS",
                )
        wrong = [value for value in (*self.classes.values(), self.default_class) if value and code_of(value) is None]
        if wrong:
            raise ParameterError(
                f"'{wrong[0]}' is no LAMES class; known are {', '.join(BY_KEY)} and 0 to 9.", name="CLASSES"
            )


@dataclass(frozen=True)
class Recognised:
    """Sectors of a file: ``form`` as in ``ImportResult``; ``left_out`` counts features without a polygon."""

    form: str
    subjects: list[Subject]
    flaws: dict[int, Sequence[Flaw]]
    left_out: dict[str, int]


def recognise(file: RawFile, file_name: str, mapped: Mapped) -> Recognised:
    """Turn the features of a file into sectors.

    Texts lose the blanks around them (an export in the profile ``lames`` puts them back). Nothing else that is in the
    file is changed; what is wrong stays for the checks to find.

    Parameters
    ----------
    file_name : str
        Name without folder: the Ghana file names its class nowhere else.

    Raises
    ------
    ParameterError
        The mapping does not fit the file.
    """
    mapped.check({key for feature in file.features for key in feature.properties})
    form = form_of(file, mapped)
    default = code_of(mapped.default_class)
    if default is None:
        default = default_code(form, file_name)
    subjects: list[Subject] = []
    flaws: dict[int, Sequence[Flaw]] = {}
    left_out: dict[str, int] = {}
    seen: set[str] = set()
    for feature in file.features:
        if feature.geometry is None:
            left_out[feature.missing] = left_out.get(feature.missing, 0) + 1
            continue
        values = _values(feature, form, mapped, default)
        values["uuid"] = _identity(values, feature, seen)
        subjects.append(Subject(feature.number, values, feature.geometry))
        if feature.flaws:
            flaws[feature.number] = feature.flaws
    return Recognised(form, subjects, flaws, left_out)


def form_of(file: RawFile, mapped: Mapped) -> str:
    """Say which of the known shapes a file has, from the keys of its features and their geometries."""
    keys = {str(key).lower() for feature in file.features for key in feature.properties}
    if file.kind == "kml":
        return "kml"
    if mapped.fields:
        return "layer"
    if {"uuid", "state", "class"} <= keys:
        return "report"
    if {"fid", "iso3_code", "area"} <= keys:
        return "footprints"
    if "category" in keys and any(_nested(f.properties.get("category")) is not None for f in file.features):
        return "lames-nested"
    if {"name", "class", "site_id"} <= keys:
        return "lames-sites" if _is_sites(file.features) else "lames"
    if not keys & {alias for name in ("class",) for alias in ALIASES[name]}:
        return "without-class"
    return "layer"


def _is_sites(features: Sequence[RawFeature]) -> bool:
    """Tell whether each feature is a whole site: one for each, most of several parts (DOMAIN 1.1)."""
    shapes = [feature.geometry for feature in features if feature.geometry is not None]
    sites = [str(feature.properties.get("site_id")) for feature in features]
    several = sum(shape.geom_type == "MultiPolygon" for shape in shapes)
    return len(shapes) > 1 and 2 * several > len(shapes) and len(set(sites)) == len(sites)


def _nested(value: Any) -> dict[str, Any] | None:
    """Return the documented ``category`` object, also where GDAL has turned it into text."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) and value else None


def default_code(form: str, file_name: str) -> int | None:
    """Return the class that a file names only by what it is."""
    if form == "footprints":
        return BY_KEY["lsm"].code
    words = re.split(r"[^a-z]+", file_name.lower())
    return BY_KEY["asm"].code if form in ("without-class", "kml") and "asm" in words else None


def code_of(value: Any) -> int | None:
    """Return the LAMES code of a code, a key, an alias or a title."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return int(value) if value in BY_CODE else None
    text = str(value).strip()
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        return class_code(text)
    return int(number) if number in BY_CODE else None


def _values(feature: RawFeature, form: str, mapped: Mapped, default: int | None) -> dict[str, Any]:
    properties = feature.properties
    lower = {str(key).strip().lower(): key for key in properties}
    values: dict[str, Any] = {}
    for field_ in SECTOR_FIELDS:
        key = _key_for(field_.name, form, mapped, lower)
        if key is not None and field_.name != "class":
            values[field_.name] = _plain(field_.name, properties.get(key))
    if form == "footprints":
        values["site_id"] = values["Name"] = str(properties.get("fid"))
    given = _given_class(properties, form, mapped, lower)
    given = storable(given) if isinstance(given, str) else given
    code = code_of(mapped.classes.get(value_text(given), given)) if given is not None else None
    values["_class"] = given
    values["class"] = code if code is not None else (default if given in (None, "") else None)
    values["class_key"] = BY_CODE[values["class"]].key if values["class"] is not None else None
    if form == "kml" and not values.get("date"):
        values["date"] = str(properties.get("timestamp") or properties.get("begin") or "")[:10] or None
    if values.get("state") not in STATES:
        values["state"] = EDITED
    values["source"] = values.get("source") or "analyst"
    return values


def _key_for(name: str, form: str, mapped: Mapped, lower: Mapping[str, Any]) -> Any:
    """Return the property that holds a field, or None; our own fields are taken only from our own files."""
    if name in mapped.fields:
        return mapped.fields[name] or None
    if form == "report":
        return lower.get(name.lower())
    return next((lower[alias] for alias in ALIASES.get(name, ()) if alias in lower), None)


def _plain(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _REAL_FIELDS:
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            return None
        return number if number == number and abs(number) != float("inf") else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (dict, list)):
        value = json.dumps(value, ensure_ascii=False)
    return storable(str(value)).strip() or None


def value_text(value: Any) -> str:
    """Return a value as a person reads it in a list of values: 5.0 is 5, no blanks around it, 200 characters."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return storable(str(value)).strip()[:_LONGEST_VALUE]


def storable(text: str) -> str:
    """Return a text that every file takes: halves of characters and zero bytes, which JSON allows, are replaced."""
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", " ")


def _given_class(properties: Mapping[str, Any], form: str, mapped: Mapped, lower: Mapping[str, Any]) -> Any:
    """Return what a feature says about its class; None where it says nothing."""
    key = _key_for("class", form, mapped, lower)
    value = properties.get(key) if key is not None else None
    nested = _nested(value)
    if nested is not None:
        chosen = [name for name, flag in nested.items() if flag not in (0, None, False, "", "0")]
        return chosen[0] if len(chosen) == 1 else ("+".join(chosen) if chosen else None)
    if form == "kml" and value in (None, ""):
        return _class_of_placemark(properties)
    return value


def _class_of_placemark(properties: Mapping[str, Any]) -> Any:
    """Return the class that a placemark's folders, innermost first, or its name's first word tell."""
    names = [*reversed(str(properties.get("_folder") or "").split("/"))]
    name = str(properties.get("Name") or "")
    names += [name, *re.split(r"[\s_:\-]+", name)[:1]]
    return next((text for text in names if text.strip(" -") and class_code(text) is not None), None)


def _identity(values: Mapping[str, Any], feature: RawFeature, seen: set[str]) -> str:
    """Return the ``uuid`` that the file gives, else one made from name and shape; a second one like it differs."""
    given = str(values.get("uuid") or "")
    if given:
        return given
    wkb = shapely.to_wkb(feature.geometry, byte_order=1, output_dimension=2)
    text = f"{values.get('Name') or ''}\n{wkb.hex()}"
    number, identity = 0, str(uuid.uuid5(_NAMESPACE, text))
    while identity in seen:
        number += 1
        identity = str(uuid.uuid5(_NAMESPACE, f"{text}\n{number}"))
    seen.add(identity)
    return identity
