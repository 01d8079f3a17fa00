"""The grid that a model runs on: the image's own pixels, or these scaled to the model's ground distance."""

from __future__ import annotations

from dataclasses import dataclass

from affine import Affine

from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.results import Notice
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import ground_gsd_m, spans_globe

#: Ground distances that a model takes as they are when its card gives no range, as shares of its own (issue 2).
DEFAULT_RANGE = (0.75, 1.25)

#: Pixels that a side of a model grid may have: what 32-bit positions and a day of computing allow.
_LARGEST_SIDE = 2_000_000


@dataclass(frozen=True)
class ModelGrid:
    """A window of an image and the grid that a model runs on over exactly the same extent.

    Attributes
    ----------
    window : Window
        Pixels of the image.
    grid : Grid
        CRS and orientation of the image; pixels as they are, or scaled per axis.
    native_gsd_m, gsd_m : tuple of float
        Ground sampling distance (x, y) at the window's centre, before and after.
    notices : tuple of Notice
    """

    window: Window
    grid: Grid
    native_gsd_m: tuple[float, float]
    gsd_m: tuple[float, float]
    notices: tuple[Notice, ...]

    @property
    def is_native(self) -> bool:
        """Whether pixels are the image's own."""
        return (self.window.width, self.window.height) == (self.grid.width, self.grid.height)


def model_grid(
    image: Grid, window: Window, gsd_m: float | None, gsd_range_m: tuple[float, float] | None, *, name: str
) -> ModelGrid:
    """Lay a model's grid over a window of an image.

    The image's pixels are used untouched where their ground distance in both axes lies in the model's range (default
    0.75 to 1.25 times ``gsd_m``) or the model names none. Otherwise the grid is scaled per axis until a pixel
    measures ``gsd_m`` on the ground, at the window's centre, with the extent kept exactly.

    Raises
    ------
    ExtentError
        The scaled grid would be absurdly large: a model for centimetres on an image of kilometres; or it encloses a
        pole or half the globe.
    """
    native = image.window(window)
    if spans_globe(native):
        raise ExtentError(
            f"'{name}' encloses a pole or more than half of all longitudes: sectors there have no polygon in degrees. "
            "Choose a smaller extent.",
            image=name,
        )
    native_gsd = ground_gsd_m(native)
    low, high = gsd_range_m or (tuple(f * gsd_m for f in DEFAULT_RANGE) if gsd_m else (0.0, float("inf")))
    if all(low <= gsd <= high for gsd in native_gsd):
        return ModelGrid(window, native, native_gsd, native_gsd, ())
    target = gsd_m or min(max(sum(native_gsd) / 2, low), high)
    width = max(round(window.width * native_gsd[0] / target), 1)
    height = max(round(window.height * native_gsd[1] / target), 1)
    if max(width, height) > _LARGEST_SIDE:
        raise ExtentError(
            f"'{name}' at the model's ground distance of {target:g} m would be {width} x {height} pixels. "
            "Choose a smaller extent or another model.",
            image=name, width=width, height=height, gsd_m=target,
        )  # fmt: skip
    transform = native.transform * Affine.scale(window.width / width, window.height / height)
    grid = Grid(image.crs, transform, width, height)
    return ModelGrid(window, grid, native_gsd, ground_gsd_m(grid), _coarser(native_gsd, target, high, name))


def _coarser(gsd: tuple[float, float], target: float, high: float, name: str) -> tuple[Notice, ...]:
    coarsest = max(gsd)
    if coarsest <= max(DEFAULT_RANGE[1] * target, high):
        return ()
    return (
        Notice(
            "gsd-coarser",
            f"'{name}' has {coarsest:.3g} m on the ground and the model was made for {target:.3g} m. "
            "Finer pixels were interpolated, but detail that the image does not hold cannot come back: "
            "use finer imagery or a model for this distance.",
            {"image": name, "image_gsd_m": coarsest, "model_gsd_m": target},
        ),
    )
