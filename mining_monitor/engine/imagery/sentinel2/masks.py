"""What of a scene is not observed, and why: nodata, saturation, cloud, shadow, cirrus, snow, polygons (DOMAIN 2.4)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS
from rasterio.features import rasterize
from scipy.ndimage import distance_transform_edt
from shapely.errors import ShapelyError

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.products import MaskRules
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import apply_affine, transformer
from mining_monitor.schema.fields import STORAGE_CRS

Bools = npt.NDArray[np.bool_]

#: Why a pixel is not observed: code -> key. 0 = observed. The lowest code wins where several hold.
REASONS = {1: "nodata", 2: "excluded", 3: "saturated", 4: "cloud", 5: "shadow", 6: "cirrus", 7: "snow"}
CODES = {key: code for code, key in REASONS.items()}

#: Scene classes (SCL) behind the words of ``MaskRules.classes``; 2 (dark) and 7 (unclassified) count as ground.
SCENE_CLASS_CODES = {"saturated": (1,), "shadow": (3,), "cloud": (8, 9), "cirrus": (10,), "snow": (11,)}

_LONGEST_DILATION_M = 5_000.0

#: Pixels of 10 m in a UTM zone measure 9.99 to 10.01 m on the ground; 30 m are three of them all the same.
_WHOLE_PIXELS = 0.05

#: An edge of a polygon in degrees is cut into pieces of this length (about 100 m) before it is transformed.
_PIECE_DEGREES = 1e-3


def check_rules(rules: MaskRules) -> None:
    """Check that rules can be followed.

    Raises
    ------
    ParameterError
        A word is unknown, a number is out of its range, or a polygon is none.
    """
    for word in rules.classes:
        if word not in SCENE_CLASS_CODES:
            known = ", ".join(SCENE_CLASS_CODES)
            raise ParameterError(f"MASK names '{word[:40]}'; it can hide {known}.", name="MASK", value=word[:40])
    for name, metres in (("cloud", rules.cloud_dilation_m), ("shadow", rules.shadow_dilation_m)):
        if not 0 <= metres <= _LONGEST_DILATION_M:
            raise ParameterError(
                f"The margin around {name} is {metres:g} m; it must lie between 0 and {_LONGEST_DILATION_M:g} m.",
                name="MASK",
            )
    probability = rules.cloud_probability
    if probability is not None and not 0 < probability <= 100:
        raise ParameterError(
            f"The cloud probability is {probability:g} %; it must lie above 0, up to 100.", name="MASK"
        )
    for text in (*rules.exclude, *rules.keep):
        read_polygon(text)


def read_polygon(text: str) -> shapely.Geometry:
    """Read a polygon in EPSG:4326 from WKT.

    Raises
    ------
    ParameterError
        It is no WKT, or has no area.
    """
    try:
        polygon = shapely.make_valid(shapely.from_wkt(text))
    except (ShapelyError, TypeError) as error:
        raise ParameterError(f"A polygon of the mask is no WKT ({error}).", name="MASK") from error
    if polygon.area == 0 or not all(math.isfinite(value) for value in polygon.bounds):
        raise ParameterError("A polygon of the mask has no area. Draw it again.", name="MASK")
    return polygon


class PolygonMask:
    """Polygons in EPSG:4326 on grids of one CRS: tells which pixel centres lie in any of them."""

    def __init__(self, polygons: Sequence[str], crs: CRS) -> None:
        found = [shapely.segmentize(read_polygon(text), _PIECE_DEGREES) for text in polygons]
        to_crs = transformer(read_crs(STORAGE_CRS, name="polygons"), crs)

        def moved(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.column_stack(to_crs.transform(points[:, 0], points[:, 1]))

        on_grid = [shapely.make_valid(shapely.transform(polygon, moved)) for polygon in found]
        self._polygons = [polygon for polygon in on_grid if math.isfinite(polygon.area) and polygon.area > 0]

    def inside(self, grid: Grid) -> Bools | None:
        """Return True inside, shape (row, col); None where no polygon meets the grid."""
        corners = np.array([[0, 0], [grid.width, 0], [grid.width, grid.height], [0, grid.height]], float)
        frame = shapely.Polygon(np.column_stack(apply_affine(grid.transform, corners[:, 0], corners[:, 1])))
        near = [polygon for polygon in self._polygons if polygon.intersects(frame)]
        if not near:
            return None
        shape = (grid.height, grid.width)
        return np.asarray(
            rasterize([(p, 1) for p in near], out_shape=shape, transform=grid.transform, dtype="u1"), bool
        )


@dataclass(frozen=True)
class MaskLayers:
    """What a mask is made of, all on one grid, shape (row, col).

    Attributes
    ----------
    has_data : ndarray of bool
        Every wanted band has a value.
    saturated : ndarray of bool
        A wanted band is saturated.
    scene_classes : ndarray of uint8 or None
        SCL; None for products without it.
    cloud_probability : ndarray of uint8 or None
        Percent.
    """

    has_data: Bools
    saturated: Bools
    scene_classes: npt.NDArray[np.uint8] | None = None
    cloud_probability: npt.NDArray[np.uint8] | None = None


def halo_px(rules: MaskRules, gsd_m: float) -> int:
    """Return how many pixels beyond a window have a say in its mask."""
    return math.ceil(max(rules.cloud_dilation_m, rules.shadow_dilation_m) / gsd_m)


def reasons(
    layers: MaskLayers, rules: MaskRules, gsd_m: float, *, exclude: Bools | None = None, keep: Bools | None = None
) -> npt.NDArray[np.uint8]:
    """Return why pixels are not observed, codes of ``REASONS``, shape (row, col).

    Inside ``keep`` what SCL or the probability calls cloud is ground: it neither hides nor seeds a margin there.
    Margins are Euclidean distances between pixel centres on a square grid of ``gsd_m``.
    """
    found = np.zeros(layers.has_data.shape, np.uint8)
    classes = layers.scene_classes
    kept = np.zeros(found.shape, bool) if keep is None else keep

    def of(word: str) -> Bools:
        if classes is None:
            return np.zeros(found.shape, bool)
        return np.asarray(np.isin(classes, SCENE_CLASS_CODES[word]), bool)

    wanted = set(rules.classes)
    if "snow" in wanted:
        found[of("snow")] = CODES["snow"]
    if "cirrus" in wanted:
        found[of("cirrus")] = CODES["cirrus"]
    if "shadow" in wanted:
        found[_dilated(of("shadow"), rules.shadow_dilation_m, gsd_m)] = CODES["shadow"]
    if "cloud" in wanted:
        cloud = of("cloud")
        if rules.cloud_probability is not None and layers.cloud_probability is not None:
            cloud |= layers.cloud_probability >= rules.cloud_probability
        found[_dilated(cloud & ~kept, rules.cloud_dilation_m, gsd_m)] = CODES["cloud"]
    if "saturated" in wanted:
        found[layers.saturated | of("saturated")] = CODES["saturated"]
    if exclude is not None:
        found[exclude] = CODES["excluded"]
    found[~layers.has_data] = CODES["nodata"]
    if classes is not None:
        found[classes == 0] = CODES["nodata"]
    return found


def _dilated(mask: Bools, metres: float, gsd_m: float) -> Bools:
    reach_px = metres / gsd_m + _WHOLE_PIXELS
    if reach_px < 1 or not mask.any():
        return mask
    return np.asarray(distance_transform_edt(~mask) <= reach_px, bool)
