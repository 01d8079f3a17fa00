"""GeoJSON feature by feature, as strictly as needed and as patiently as possible.

GDAL would turn dates into dates, drop keys that are null and merge schemas; the published properties must come out of
an export as they went in (DOMAIN 1.3). Read a feature at a time, so that a large file can be cancelled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.raw_features import (
    Flaw,
    RawFeature,
    RawFile,
    RingError,
    is_on_earth,
    joined,
    polygon_of,
    to_degrees,
)

#: A larger file is no hand-drawn map; it would take several times its size in memory.
_MAX_BYTES = 256 << 20

_BLANK = re.compile(r"[ \t\r\n]*")
_MAX_MEMBERS = 10_000
#: Geometry collections inside one another, deeper than any program writes them.
_MAX_DEPTH = 8


def read_geojson(path: Path, check: Callable[[], None] = lambda: None) -> RawFile:
    """Read a GeoJSON file: a FeatureCollection, a Feature or a bare geometry.

    Coordinates of the old ``crs`` member are transformed to EPSG:4326.

    Raises
    ------
    AnnotationsError
        It is no GeoJSON, it is cut off, or its coordinates are no degrees.
    """
    text, notices = _text(path)
    reader = _Reader(path, text, check)
    features = list(reader.features())
    features = _moved(features, reader.members.get("crs"), path)
    if reader.doubled:
        message = (
            f"{reader.doubled} objects of {path.name} hold a key twice, first '{reader.doubled_key}'; the last value "
            "counts."
        )
        notices.append(Notice("duplicate-keys", message, {"count": reader.doubled, "key": reader.doubled_key}))
    name = reader.members.get("name")
    return RawFile("geojson", str(name) if isinstance(name, str) else path.stem, features, tuple(notices))


def _text(path: Path) -> tuple[str, list[Notice]]:
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise AnnotationsError(
                f"{path} is {size / 1e6:.0f} MB; annotations of more than {_MAX_BYTES / 1e6:.0f} MB are not read as "
                "GeoJSON. Save it as a GeoPackage and import that.",
                path=str(path),
            )
        data = path.read_bytes()
    except OSError as error:
        raise AnnotationsError(f"{path} cannot be read: {error.strerror or error}.", path=str(path)) from error
    if not data.strip(b"\0 \t\r\n"):
        raise AnnotationsError(
            f"{path} is empty ({len(data)} bytes): there is nothing to import. Get the file again from its source.",
            path=str(path),
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        message = f"{path.name} is not UTF-8 as GeoJSON must be; it was read as Windows-1252. Check accented letters."
        return data.decode("cp1252", errors="replace"), [Notice("encoding", message, {"encoding": "cp1252"})]


class _Reader:
    """Walks through the text of one file."""

    def __init__(self, path: Path, text: str, check: Callable[[], None]) -> None:
        self._path, self._text, self._check = path, text, check
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object)
        self._at = 0
        self.members: dict[str, Any] = {}
        self.doubled, self.doubled_key = 0, ""

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            self.doubled += 1
            seen: set[str] = set()
            twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            self.doubled_key = self.doubled_key or twice
        return found

    def features(self) -> Iterator[RawFeature]:
        """Yield the features; ``members`` holds the other members of the collection afterwards."""
        self._skip()
        self._expect("{")
        number = 0
        for key in self._keys():
            if key == "features" and self._text[self._at : self._at + 1] == "[":
                for value in self._items():
                    number += 1
                    yield _feature(value, number)
            else:
                self.members[key] = self._value()
        self._skip()
        if self._at < len(self._text):
            raise self._error(f"there is more after its end, at character {self._at + 1} of {len(self._text)}")
        if number == 0 and "features" not in self._seen:
            yield from self._lone()

    def _lone(self) -> Iterator[RawFeature]:
        kind = self.members.get("type")
        if kind == "Feature":
            yield _feature(self.members, 1)
        elif kind in ("Polygon", "MultiPolygon", "GeometryCollection"):
            yield _feature({"type": "Feature", "properties": {}, "geometry": self.members}, 1)
        else:
            raise self._error(f"it is no GeoJSON: 'type' is {str(kind)[:40]!r} and it has no 'features'")

    def _keys(self) -> Iterator[str]:
        """Yield the keys of the object whose brace was just read; the caller reads each value."""
        self._seen: set[str] = set()
        self._skip()
        if self._text[self._at : self._at + 1] == "}":
            self._at += 1
            return
        while True:
            self._skip()
            key = self._value()
            if not isinstance(key, str) or len(self._seen) > _MAX_MEMBERS:
                raise self._error("it is no JSON object")
            if key in self._seen:
                self.doubled, self.doubled_key = self.doubled + 1, self.doubled_key or key
            self._seen.add(key)
            self._skip()
            self._expect(":")
            self._skip()
            yield key
            self._skip()
            if not self._is_next():
                self._expect("}")
                return

    def _items(self) -> Iterator[Any]:
        self._expect("[")
        self._skip()
        if self._text[self._at : self._at + 1] == "]":
            self._at += 1
            return
        while True:
            self._check()
            self._skip()
            yield self._value()
            self._skip()
            if not self._is_next():
                self._expect("]")
                return

    def _is_next(self) -> bool:
        is_comma = self._text[self._at : self._at + 1] == ","
        self._at += is_comma
        return is_comma

    def _skip(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _expect(self, mark: str) -> None:
        if self._text[self._at : self._at + 1] != mark:
            raise self._error(f"'{mark}' is missing at character {self._at + 1} of {len(self._text)}")
        self._at += 1

    def _value(self) -> Any:
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except RecursionError as error:
            raise self._error("its objects lie too deep inside one another") from error
        except ValueError as error:
            where = f"at character {self._at + 1} of {len(self._text)}"
            raise self._error(f"it cannot be understood {where} ({str(error)[:80]})") from error
        return value

    def _error(self, reason: str) -> AnnotationsError:
        return AnnotationsError(
            f"{self._path} cannot be imported: {reason}. It may be cut off or damaged; get it again from its source.",
            path=str(self._path),
        )


def _feature(value: Any, number: int) -> RawFeature:
    if not isinstance(value, dict):
        return RawFeature(number, {}, None, "no feature")
    properties = value.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    if "id" in value and "id" not in properties and isinstance(value["id"], (str, int)):
        properties = {**properties, "_id": value["id"]}
    try:
        polygons, was_open, others = _polygons(value.get("geometry"), 0)
    except RingError as error:
        return RawFeature(number, properties, None, str(error))
    if not polygons:
        return RawFeature(number, properties, None, "no polygon" if value.get("geometry") else "no geometry")
    flaws = []
    if was_open:
        flaws.append(Flaw("open-ring", "A ring did not end where it began; it was closed."))
    if others:
        flaws.append(Flaw("mixed-geometry", f"{others} lines or points beside the polygon were left out."))
    return RawFeature(number, properties, joined(polygons), "", tuple(flaws))


def _polygons(geometry: Any, depth: int) -> tuple[list[Any], bool, int]:
    """Return the polygons of a geometry member, whether a ring was open, and how many other parts there are."""
    if not isinstance(geometry, dict):
        return [], False, 0
    kind = geometry.get("type")
    parts = geometry.get("geometries") if kind == "GeometryCollection" else geometry.get("coordinates")
    if not isinstance(parts, list) or depth > _MAX_DEPTH:
        return [], False, 1
    if kind == "GeometryCollection":
        found = [_polygons(part, depth + 1) for part in parts]
        return [p for f in found for p in f[0]], any(f[1] for f in found), sum(f[2] for f in found)
    if kind == "Polygon":
        parts = [parts]
    elif kind != "MultiPolygon":
        return [], False, 1
    made = [polygon_of(rings) for rings in parts]
    return [polygon for polygon, _ in made], any(was_open for _, was_open in made), 0


def _moved(features: list[RawFeature], crs: Any, path: Path) -> list[RawFeature]:
    """Bring features to degrees, where the old ``crs`` member says that they are something else."""
    inner = crs.get("properties") if isinstance(crs, dict) else None
    name = inner.get("name") if isinstance(inner, dict) else None
    move = to_degrees(name, str(path)) if isinstance(name, str) and name else None
    result, beyond = [], 0
    for feature in features:
        geometry = feature.geometry
        if geometry is not None and move is not None:
            geometry = move(geometry)
        if geometry is not None and not is_on_earth(geometry):
            beyond += 1
            feature = RawFeature(feature.number, feature.properties, None, "coordinates beyond the earth")
        elif move is not None and geometry is not None:
            feature = RawFeature(feature.number, feature.properties, geometry, "", feature.flaws)
        result.append(feature)
    with_polygon = sum(feature.geometry is not None for feature in result)
    if beyond and not with_polygon:
        raise AnnotationsError(
            f"The coordinates of {path} are no degrees, as GeoJSON wants them; they look like metres of a projected "
            "system. Save the layer in WGS 84 (EPSG:4326) and import that file.",
            path=str(path),
        )
    return result
