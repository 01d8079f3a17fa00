"""KML and KMZ as Google Earth writes them, and as an attacker would (DOMAIN 4.1).

Read with expat as a stream: no document tree, no document type, no entities, nothing fetched. Coordinates of KML are
always degrees on WGS 84.
"""

from __future__ import annotations

import html
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

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
)

_CHUNK = 256 << 10
_MAX_BYTES = 256 << 20
#: A KMZ grows about tenfold; a bomb grows a thousandfold.
_MAX_RATIO = 200
_MAX_DEPTH = 100
_MAX_DESCRIPTION = 2000

#: What a damaged or hostile archive makes zipfile raise; bz2 raises an OSError.
_DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error, lzma.LZMAError)

_TAGS = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.IGNORECASE | re.DOTALL)

#: Elements of a placemark that become properties, by the name of the element around them.
_PLAIN = {
    ("Placemark", "name"): "Name", ("Placemark", "description"): "description", ("TimeStamp", "when"): "timestamp",
    ("TimeSpan", "begin"): "begin", ("TimeSpan", "end"): "end",
}  # fmt: skip


def read_kml(path: Path, check: Callable[[], None] = lambda: None) -> RawFile:
    """Read the polygons of a KML or KMZ file.

    Properties are ``Name``, ``description``, ``timestamp``, ``begin``, ``end``, the extended data, and ``_folder``,
    the names of the folders around the placemark.

    Raises
    ------
    AnnotationsError
        It is no KML, damaged, or made to do harm.
    """
    reader = _Reader(path)
    try:
        for chunk in _chunks(path, check):
            reader.parser.Parse(chunk, False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise AnnotationsError(
            f"{path} cannot be imported: it is no whole KML ({expat.ErrorString(error.code)}, line {error.lineno}). "
            "Save it again from Google Earth.",
            path=str(path),
        ) from error
    except (ValueError, LookupError) as error:  # a Chinese or Japanese encoding is a ValueError of expat
        raise AnnotationsError(
            f"{path} cannot be imported: its text encoding is not what it says ({error}). Save it again as UTF-8.",
            path=str(path),
        ) from error
    if not reader.is_kml:
        raise AnnotationsError(f"{path} is XML but no KML; choose a KML or KMZ file.", path=str(path))
    return RawFile("kml", reader.title or path.stem, reader.features, tuple(reader.notices()))


def _chunks(path: Path, check: Callable[[], None]) -> Iterator[bytes]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _harmful(path, f"it has {path.stat().st_size / 1e6:.0f} MB, and {_MAX_BYTES / 1e6:.0f} MB are read")
        if zipfile.is_zipfile(path):
            yield from _zipped(path, check)
            return
        with path.open("rb") as file:
            is_empty = True
            while chunk := file.read(_CHUNK):
                is_empty = False
                check()
                yield chunk
        if is_empty:
            raise AnnotationsError(f"{path} is empty (0 bytes): there is nothing to import.", path=str(path))
    except OSError as error:
        raise AnnotationsError(f"{path} cannot be read: {error.strerror or error}.", path=str(path)) from error


def _zipped(path: Path, check: Callable[[], None]) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if info.filename.lower().endswith(".kml")]
            if not members:
                raise AnnotationsError(f"{path} holds no .kml; choose a KML or KMZ file.", path=str(path))
            first = min(members, key=lambda info: (info.filename.lower() != "doc.kml", info.filename.count("/")))
            limit = min(_MAX_BYTES, max(1 << 20, _MAX_RATIO * max(1, first.compress_size)))
            read = 0
            with archive.open(first) as file:
                while chunk := file.read(_CHUNK):
                    check()
                    read += len(chunk)
                    if read > limit:
                        raise _harmful(path, f"'{first.filename}' unpacks to more than {limit / 1e6:.0f} MB")
                    yield chunk
    except _DAMAGED as error:
        raise AnnotationsError(
            f"{path} cannot be unpacked: {error}. Save it again from Google Earth, without a password.", path=str(path)
        ) from error


def _harmful(path: Path, reason: str) -> AnnotationsError:
    return AnnotationsError(
        f"{path} is not imported: {reason}. Files from Google Earth are never like that; ask where it comes from.",
        path=str(path),
    )


class _Reader:
    """Takes what expat finds; keeps one placemark at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.features: list[RawFeature] = []
        self.is_kml, self.title, self.links = False, "", 0
        self._stack: list[str] = []
        self._folders: list[str] = []
        self._text: list[str] = []
        self._mark: _Placemark | None = None

    def notices(self) -> Iterator[Notice]:
        """Yield what the user should know of the file as a whole."""
        if self.links:
            message = f"{self.links} network links of {self._path.name} were not followed: nothing is fetched."
            yield Notice("network-links", message, {"count": self.links})

    def _refuse(self, *_: Any) -> int:
        raise _harmful(self._path, "it declares a document type or entities")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(":", 1)[-1]
        self._stack.append(name)
        if len(self._stack) > _MAX_DEPTH:
            raise _harmful(self._path, f"its elements lie more than {_MAX_DEPTH} deep inside one another")
        if len(self._stack) == 1:
            self.is_kml = name in ("kml", "Document", "Folder", "Placemark")
        self._text = []
        if name == "Placemark":
            self._mark = _Placemark()
        elif name in ("Folder", "Document"):
            self._folders.append("")
        elif name == "NetworkLink":
            self.links += 1
        elif self._mark is not None:
            self._mark.start(name, attributes)

    def _data(self, text: str) -> None:
        self._text.append(text)

    def _end(self, tag: str) -> None:
        name = self._stack.pop()
        parent = self._stack[-1] if self._stack else ""
        text, self._text = "".join(self._text), []
        if name == "Placemark" and self._mark is not None:
            self.features.append(self._mark.feature(len(self.features) + 1, self._folders))
            self._mark = None
        elif self._mark is not None:
            self._mark.end(name, parent, text, self._stack)
        elif name in ("Folder", "Document") and self._folders:
            self._folders.pop()
        elif name == "name" and parent in ("Folder", "Document") and self._folders:
            self._folders[-1] = text.strip()
            if parent == "Document" and not self.title:
                self.title = text.strip()


class _Placemark:
    """One placemark while it is read."""

    def __init__(self) -> None:
        self._properties: dict[str, Any] = {}
        self._data_name = ""
        self._polygons: list[list[Any]] = []
        self._others = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if name in ("Data", "SimpleData"):
            self._data_name = attributes.get("name", "").strip()
        elif name == "Polygon":
            self._polygons.append([None])
        elif name in ("Point", "LineString", "Model", "Track"):
            self._others += 1

    def end(self, name: str, parent: str, text: str, stack: list[str]) -> None:
        """Take the end of an element, with its text."""
        if name == "coordinates" and self._polygons and "Polygon" in stack:
            positions = [position.split(",") for position in text.split()]
            if "innerBoundaryIs" in stack:
                self._polygons[-1].append(positions)
            else:
                self._polygons[-1][0] = positions
        elif (name == "SimpleData" or (name == "value" and parent == "Data")) and self._data_name:
            self._properties.setdefault(self._data_name, text.strip())
        elif (parent, name) in _PLAIN:
            value = _words(text) if name == "description" else text.strip()
            self._properties[_PLAIN[parent, name]] = value

    def feature(self, number: int, folders: list[str]) -> RawFeature:
        """Return the feature that was read."""
        properties = {**self._properties, "_folder": "/".join(folder for folder in folders if folder)}
        try:
            made = [polygon_of(rings) for rings in self._polygons]
        except RingError as error:
            return RawFeature(number, properties, None, str(error))
        if not made:
            return RawFeature(number, properties, None, "no polygon" if self._others else "no geometry")
        geometry = joined([polygon for polygon, _ in made])
        if not is_on_earth(geometry):
            return RawFeature(number, properties, None, "coordinates beyond the earth")
        flaws = []
        if any(was_open for _, was_open in made):
            flaws.append(Flaw("open-ring", "A ring did not end where it began; it was closed."))
        if self._others:
            flaws.append(Flaw("mixed-geometry", f"{self._others} lines or points beside the polygon were left out."))
        return RawFeature(number, properties, geometry, "", tuple(flaws))


def _words(text: str) -> str:
    """Return the words of a balloon's HTML."""
    return " ".join(html.unescape(_TAGS.sub(" ", text)).split())[:_MAX_DESCRIPTION]
