"""Search files that are to be released for what was withheld (DOMAIN 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.release import Leak, ScanReleaseRequest, ScanReleaseResult
from mining_monitor.engine.monitoring.sector_map import load_map
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import GRIDS
from mining_monitor.engine.reporting.unpacking import Content, contents, texts
from mining_monitor.engine.reporting.withheld import Withheld, gather, is_near
from mining_monitor.schema.classes import BY_KEY

_ASM = BY_KEY["asm"].code

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")

#: Degrees, minutes and seconds with a letter for the side.
_DMS = re.compile(r"(\d{1,3})\s*[°d:]\s*(\d{1,2})\s*['′m:]\s*(\d{1,2}(?:\.\d+)?)?\s*[\"″s]?\s*([NSEWOnsewo])")

#: GDAL's way of writing EXIF positions: (23) (1) (12.34).
_EXIF = re.compile(r"EXIF_GPS(Latitude|Longitude)=\((\d+)\) \((\d+)\) \(([\d.]+)\)")
_EXIF_SIDE = re.compile(r"EXIF_GPS(Latitude|Longitude)Ref=([NSEW])")

#: Texts between two numbers of one position may be this long.
_LONGEST_GAP = 40

#: Decimals from which a number in degrees is a place, and digits from which a number is an exact area.
_LEAST_DECIMALS, _LEAST_DIGITS = 3, 5

_SAME_DEG, _SAME_AREA = 1e-6, 1e-5

_WORD = "illegal"
_PATH = re.compile(r"(?:/home/|/Users/|[A-Za-z]:\\Users\\|[A-Za-z]:/Users/)[\w.-]+")

_LONGEST_FOUND = 80

#: Words from this length on are found inside other words too.
_LONG_WORD = 8


def scan_release(request: ScanReleaseRequest, job: Job) -> ScanReleaseResult:
    """Search files for what was withheld; each kind of find once a file.

    Raises
    ------
    AnnotationsError, ParameterError
    """
    if request.generalise not in GRIDS[1:]:
        raise ParameterError(
            f"GENERALISE is '{request.generalise}'; it must be one of {', '.join(GRIDS[1:])}.", name="GENERALISE"
        )
    sectors = load_map(request.source, job)
    is_withheld = np.full(len(sectors), request.everything) | (sectors.codes == _ASM)
    withheld = gather(sectors, np.asarray(is_withheld, dtype=bool), request.generalise)
    leaks: dict[tuple[str, str, str], Leak] = {}
    unread: list[str] = []
    scanned = 0
    for path in _files(request.files):
        try:
            for content in contents(path, job.check):
                scanned += 1
                for leak in _leaks_in(content, str(path), withheld):
                    leaks.setdefault((leak.file, leak.kind, leak.found), leak)
        except OSError as error:
            unread.append(f"{path}: {error.strerror or error}")
    found = tuple(leaks.values())
    return ScanReleaseResult(found, scanned, tuple(unread), not found and not unread)


def _files(names: tuple[str, ...]) -> Iterator[Path]:
    if not names:
        raise ParameterError("There is no file to search; name files or folders.", name="files")
    for name in names:
        path = Path(name)
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def _leaks_in(content: Content, file: str, withheld: Withheld) -> Iterator[Leak]:
    def leak(kind: str, found: str) -> Leak:
        return Leak(file, kind, found[:_LONGEST_FOUND], content.where)

    for kind, found in _words_in(content.name, withheld):
        yield leak(f"{kind} in the name", found)
    for text in texts(content):
        for kind, found in (*_words_in(text, withheld), *_phrases_in(text), *_numbers_in(text, withheld)):
            yield leak(kind, found)
    for found in _doubles_in(content.data, withheld):
        yield leak("binary coordinate", found)


def _words_in(text: str, withheld: Withheld) -> Iterator[tuple[str, str]]:
    lowered = text.lower()
    for word, kind in withheld.words.items():
        if word in lowered and (len(word) >= _LONG_WORD or _stands_alone(word, lowered)):
            yield kind, word


def _stands_alone(word: str, text: str) -> bool:
    """Tell whether a short word is more than a part of another word or number."""
    before, after = (r"(?<!\d[.])", r"(?![.]\d)") if word.isdigit() else ("", "")
    return re.search(rf"(?<![0-9a-z]){before}{re.escape(word)}(?![0-9a-z]){after}", text) is not None


def _phrases_in(text: str) -> Iterator[tuple[str, str]]:
    if _WORD in text.lower():
        yield "word", _WORD
    match = _PATH.search(text)
    if match:
        yield "local path", match.group()


@dataclass(frozen=True)
class _Numbers:
    """Numbers of a text in their order: values, decimals, significant digits, and where each starts and ends."""

    values: npt.NDArray[np.float64]
    decimals: npt.NDArray[np.int_]
    digits: npt.NDArray[np.int_]
    starts: npt.NDArray[np.int_]
    ends: npt.NDArray[np.int_]


def _read_numbers(text: str) -> _Numbers:
    found = [(m.group(), m.start(), m.end()) for m in _NUMBER.finditer(text) if len(m.group()) < 40]
    values = [float(t) for t, _, _ in found]
    decimals = [len(t.partition(".")[2].lower().partition("e")[0]) for t, _, _ in found]
    digits = [len(t.lower().partition("e")[0].lstrip("+-0.").replace(".", "")) for t, _, _ in found]
    starts, ends = [s for _, s, _ in found], [e for _, _, e in found]
    arrays = (np.array(part, dtype=np.int_) for part in (decimals, digits, starts, ends))
    return _Numbers(np.array(values, dtype=np.float64), *arrays)


def _numbers_in(text: str, withheld: Withheld) -> Iterator[tuple[str, str]]:
    numbers = _read_numbers(text)
    if len(numbers.values):
        yield from _positions_in(numbers, withheld)
        yield from _single_coordinates(numbers, withheld)
        yield from _areas_in(numbers, withheld)
    yield from _sexagesimal_in(text, withheld)


def _positions_in(numbers: _Numbers, withheld: Withheld) -> Iterator[tuple[str, str]]:
    """Find neighbouring numbers that are a position in or next to a withheld sector, in either order."""
    close = numbers.starts[1:] - numbers.ends[:-1] <= _LONGEST_GAP
    first, second = numbers.values[:-1][close], numbers.values[1:][close]
    fine = (np.maximum(numbers.decimals[:-1], numbers.decimals[1:])[close]) >= _LEAST_DECIMALS
    for frame in withheld.frames:
        is_degrees = frame.name == "degrees"
        for x, y in ((first, second), (second, first)):
            hits = _in_boxes(x, y, frame.boxes, frame.tree)
            if is_degrees:
                hits &= fine & ~(withheld.may_appear(x) & withheld.may_appear(y))
            for index in np.flatnonzero(hits)[:1]:
                yield f"position ({frame.name})", f"{x[index]!r}, {y[index]!r}"


def _in_boxes(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], boxes: npt.NDArray[np.float64], tree: object
) -> npt.NDArray[np.bool_]:
    hits = np.zeros(len(x), dtype=bool)
    west, south, east, north = boxes[:, 0].min(), boxes[:, 1].min(), boxes[:, 2].max(), boxes[:, 3].max()
    near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
    if len(near):
        points, _ = tree.query(shapely.points(x[near], y[near]), predicate="intersects")  # type: ignore[attr-defined]
        hits[near[points]] = True
    return hits


def _single_coordinates(numbers: _Numbers, withheld: Withheld) -> Iterator[tuple[str, str]]:
    """Find one half of a position: a longitude or a latitude to a metre."""
    fine = numbers.decimals >= _LEAST_DECIMALS + 2
    values = numbers.values[fine]
    spread = np.maximum(_SAME_DEG, 0.6 * 10.0 ** -numbers.decimals[fine].astype(np.float64))
    hits = is_near(values, withheld.coordinates, spread) & ~withheld.may_appear(values)
    for value in values[hits][:1]:
        yield "coordinate", repr(float(value))


def _areas_in(numbers: _Numbers, withheld: Withheld) -> Iterator[tuple[str, str]]:
    """Find exact areas, in m2, ha or km2."""
    values = numbers.values[(numbers.digits >= _LEAST_DIGITS) & (numbers.values > 0)]
    for unit in (1.0, 1e4, 1e6):
        hits = is_near(values * unit, withheld.areas_m2, values * unit * _SAME_AREA)
        for value in values[hits][:1]:
            yield "area", repr(float(value))


def _sexagesimal_in(text: str, withheld: Withheld) -> Iterator[tuple[str, str]]:
    """Find positions in degrees, minutes and seconds, EXIF among them."""
    parts = [(float(d) + float(m) / 60 + float(s or 0) / 3600, side.upper()) for d, m, s, side in _DMS.findall(text)]
    sides = dict(_EXIF_SIDE.findall(text))
    for axis, degrees, minutes, seconds in _EXIF.findall(text):
        value = float(degrees) + float(minutes) / 60 + float(seconds) / 3600
        parts.append((value, sides.get(axis, "N" if axis == "Latitude" else "E")))
    for (a, side_a), (b, side_b) in zip(parts, parts[1:]):
        lat, lon = (a, b) if side_a in "NS" else (b, a)
        lat_side, lon_side = (side_a, side_b) if side_a in "NS" else (side_b, side_a)
        x, y = np.array([-lon if lon_side in "WO" else lon]), np.array([-lat if lat_side == "S" else lat])
        for frame in withheld.frames[:1]:
            if _in_boxes(x, y, frame.boxes, frame.tree).any():
                yield "position (degrees, minutes)", f"{y[0]:.5f}, {x[0]:.5f}"
                return


def _doubles_in(data: bytes, withheld: Withheld) -> Iterator[str]:
    """Find coordinates of withheld vertices as binary numbers of eight bytes, at any offset and in both orders."""
    if not len(withheld.coordinates):
        return
    low, high = withheld.coordinates[0] - 1, withheld.coordinates[-1] + 1
    for offset in range(min(8, len(data))):
        whole = (len(data) - offset) // 8 * 8
        for order in ("<f8", ">f8"):
            values = np.frombuffer(data, dtype=order, count=whole // 8, offset=offset).astype(np.float64)
            with np.errstate(invalid="ignore"):
                values = values[(values >= low) & (values <= high)]
            hits = is_near(values, withheld.coordinates, 1e-9) & ~withheld.may_appear(values)
            if hits.any():
                yield repr(float(values[hits][0]))
                return
