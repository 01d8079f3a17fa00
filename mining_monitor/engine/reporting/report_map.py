"""Maps of a report: sectors as SVG over an image, with scale, north arrow and a description in words."""

from __future__ import annotations

import base64
import html
import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
import shapely
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile
from rasterio.vrt import WarpedVRT

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.monitoring.sector_map import SITE_CODE, SectorMap
from mining_monitor.engine.monitoring.space import LocalMetres
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import STORAGE_CRS

#: Width of a map in its own units, margin around the sectors, and least half side in metres.
_WIDTH, _MARGIN, _LEAST_M = 800.0, 0.08, 150.0

#: Pixels of the image behind a map, along its longer side.
_PIXELS = 700

#: Radius that the ground around a label needs.
_LABEL_ROOM = 18.0

#: Lengths that a scale bar may have.
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Picture:
    """An image behind a map: where it lies (west, south, east, north) and its PNG in base64."""

    bounds: tuple[float, float, float, float]
    png: str


@dataclass(frozen=True)
class MapWords:
    """Title and description of a map, the names of the classes by code, and the letter of the north arrow."""

    title: str
    description: str
    classes: Mapping[int, str]
    north: str = "N"


def map_bounds(shapes: Any) -> tuple[float, float, float, float]:
    """Return the ground of a map around shapes (EPSG:4326), with a margin, never tiny."""
    metres = LocalMetres(shapely.GeometryCollection(list(shapes)))
    west, south, east, north = shapely.total_bounds(metres.flat(np.asarray(shapes, dtype=object))).tolist()
    half_x = max((east - west) / 2 * (1 + 2 * _MARGIN), _LEAST_M)
    half_y = max((north - south) / 2 * (1 + 2 * _MARGIN), _LEAST_M, half_x / 3)
    half_x = max(half_x, half_y / 1.5)
    x, y = (west + east) / 2, (south + north) / 2
    box = metres.back(shapely.box(x - half_x, y - half_y, x + half_x, y + half_y))
    west, south, east, north = box.bounds
    return float(west), float(south), float(east), float(north)


def picture(path: str, bounds: tuple[float, float, float, float]) -> Picture | None:
    """Return the part of an image that a map shows, stretched between two percentiles; None where it misses.

    Raises
    ------
    ImageError
        The image cannot be opened or read.
    """
    with open_image(ImageRef(path)):
        pass
    west, south, east, north = bounds
    aspect = (north - south) / (east - west) / math.cos(math.radians((south + north) / 2))
    width = _PIXELS if aspect <= 1 else max(1, round(_PIXELS / aspect))
    height = max(1, round(width * aspect))
    transform = rasterio.transform.from_bounds(west, south, east, north, width, height)
    options = {"crs": STORAGE_CRS, "transform": transform, "width": width, "height": height}
    try:
        with (
            rasterio.open(path) as source,
            WarpedVRT(source, resampling=Resampling.bilinear, add_alpha=True, **options) as vrt,
        ):
            count = min(3, source.count)
            values = vrt.read(list(range(1, count + 1))).astype(np.float32)
            seen = vrt.read(vrt.count) > 0
    except RasterioError as error:
        raise ImageError(f"{path} cannot be read: {error}. Is it whole? Choose another image.", image=path) from error
    seen &= np.isfinite(values).all(axis=0)
    if not seen.any():
        return None
    return Picture(bounds, _png(values, seen))


def _png(values: Any, seen: Any) -> str:
    low, high = np.percentile(values[:, seen], [2, 98])
    values = np.where(seen, values, low)
    scaled = np.clip((values - low) / max(high - low, 1e-9) * 255, 0, 255).astype(np.uint8)
    if len(scaled) < 3:
        scaled = np.repeat(scaled[:1], 3, axis=0)
    scaled = np.concatenate([scaled, (seen * 255).astype(np.uint8)[None]])
    with MemoryFile() as memory, warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # a picture in a page has no position
        with memory.open(driver="PNG", width=values.shape[2], height=values.shape[1], count=4, dtype="uint8") as data:
            data.write(scaled)
        return base64.b64encode(memory.read()).decode("ascii")


def draw_map(
    sectors: SectorMap, bounds: tuple[float, float, float, float], words: MapWords, number: int,
    behind: Picture | None = None,
) -> str:  # fmt: skip
    """Return an SVG; outlines have their class as a tooltip and, where there is room, its key on them.

    Whole-site extents are dashed and have no fill.
    """
    metres = LocalMetres(shapely.box(*bounds))
    west, south, east, north = metres.flat(shapely.box(*bounds)).bounds
    scale = _WIDTH / (east - west)
    height = (north - south) * scale
    parts = [
        f'<svg viewBox="0 0 {_WIDTH:g} {height:.1f}" role="img" aria-labelledby="map{number}t map{number}d" '
        'xmlns="http://www.w3.org/2000/svg">',
        f'<title id="map{number}t">{html.escape(words.title)}</title>',
        f'<desc id="map{number}d">{html.escape(words.description)}</desc>',
        f'<rect width="{_WIDTH:g}" height="{height:.1f}" fill="#f3f2ee"/>',
    ]
    if behind is not None:
        parts.append(
            f'<image width="{_WIDTH:g}" height="{height:.1f}" preserveAspectRatio="none" '
            f'href="data:image/png;base64,{behind.png}"/>'
        )
    parts += _outlines(sectors, metres, (west, north), scale, words.classes, has_image=behind is not None)
    parts += [*_scale_bar(scale, height), *_north(words.north)]
    return "".join([*parts, "</svg>"])


def _outlines(
    sectors: SectorMap, metres: LocalMetres, corner: tuple[float, float], scale: float, titles: Mapping[int, str], *,
    has_image: bool,
) -> list[str]:  # fmt: skip
    parts, labels = [], []
    for index in np.argsort(-sectors.whole_m2, kind="stable").tolist():
        code = int(sectors.codes[index])
        flat = shapely.simplify(metres.flat(sectors.geometries[index]), 0.3 / scale)
        path = " ".join(_path(ring, corner, scale) for part in shapely.get_parts(flat) for ring in _rings(part))
        fill = "none" if code == SITE_CODE else BY_CODE[code].safe_colour
        style = f'fill="{fill}" fill-opacity="{0.35 if has_image else 0.8}" fill-rule="evenodd"'
        dashes = ' stroke-dasharray="8 5"' if code == SITE_CODE else ""
        colour = BY_CODE[code].safe_colour if has_image else "#232323"
        parts.append(
            f'<path d="{path}" {style} stroke="{colour}" stroke-width="1.6"{dashes}>'
            f"<title>{html.escape(titles[code])}</title></path>"
        )
        labels += _label(flat, BY_CODE[code].key.upper(), corner, scale) if code != SITE_CODE else []
    return parts + labels


def _label(flat: Any, text: str, corner: tuple[float, float], scale: float) -> list[str]:
    """Return the key of a class on its polygon, on white; nothing where it has no room.

    Colour is never the only sign (UX "Manners").
    """
    place = shapely.maximum_inscribed_circle(flat, 2 / scale)
    if shapely.length(place) * scale < _LABEL_ROOM:
        return []
    x, y = ((shapely.get_coordinates(place)[0] - corner) * (scale, -scale)).tolist()
    half = 7.5 * len(text) + 3
    return [
        f'<rect x="{x - half:.1f}" y="{y - 11:.1f}" width="{2 * half:.1f}" height="22" rx="4" fill="#fff" '
        'fill-opacity="0.75"/>',
        f'<text x="{x:.1f}" y="{y + 6.5:.1f}" font-size="19" font-weight="bold" text-anchor="middle" '
        f'aria-hidden="true" fill="#1d1d1b">{text}</text>',
    ]


def _rings(part: Any) -> Sequence[Any]:
    return [part.exterior, *part.interiors]


def _path(ring: Any, corner: tuple[float, float], scale: float) -> str:
    xy = (shapely.get_coordinates(ring) - corner) * (scale, -scale)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in xy[:-1].tolist()) + "Z"


def _scale_bar(scale: float, height: float) -> list[str]:
    """Return a bar of 1, 2 or 5 times a power of ten metres, about a quarter of the map."""
    wanted = _WIDTH / 4 / scale
    power = 10.0 ** math.floor(math.log10(wanted))
    length = max(step * power for step in _STEPS if step * power <= wanted)
    label = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    y = height - 22
    return [
        f'<rect x="12" y="{y - 25:.1f}" width="{length * scale + 16:.1f}" height="41" fill="#fff" fill-opacity="0.8"/>',
        f'<path d="M20 {y:.1f}v8h{length * scale:.1f}v-8" fill="none" stroke="#1d1d1b" stroke-width="2.5"/>',
        f'<text x="20" y="{y - 4:.1f}" font-size="19" fill="#1d1d1b">{label}</text>',
    ]


def _north(letter: str) -> list[str]:
    x = _WIDTH - 34
    return [
        f'<circle cx="{x:g}" cy="36" r="26" fill="#fff" fill-opacity="0.8"/>',
        f'<path d="M{x:g} 14l9 26-9-6-9 6z" fill="#1d1d1b"/>',
        f'<text x="{x:g}" y="58" font-size="15" text-anchor="middle" fill="#1d1d1b">{html.escape(letter)}</text>',
    ]
