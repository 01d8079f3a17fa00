"""What labels of different kinds say about pixels, and a spectral rule for ground that no label names."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from mining_monitor.engine.training.real_world.samples import ANYTHING, Allowed, Picture, allow

Mask = npt.NDArray[np.bool_]

#: Bare ground within this many pixels of a storage, and part of a patch that comes near it, is taken for the mine.
_MINE_REACH_PX = 80
_TOUCH_PX = 15
_SMALLEST_PATCH_PX = 60
#: Vegetation this far from a storage is no mine; nothing is said of bare ground there.
_QUIET_PX = 8


def bare_ground(picture: Picture) -> Mask:
    """Return where a picture shows ground without plants that is bright for this picture.

    The rule: brightness above the picture's median by half the spread between its 16th and 84th percentile, and red
    not below green by more than 4 % of the brightness. Relative to the picture, so that a stretch matters little.
    """
    red, green, blue = picture.astype(np.float32)
    bright = (red + green + blue) / 3
    low, middle, high = np.percentile(bright, [16, 50, 84])
    return np.asarray((bright > middle + 0.5 * max(high - low, 4.0)) & (red >= green - 0.04 * bright))


def plants(picture: Picture) -> Mask:
    """Return where a picture is green or dark: excess green above its 40th percentile and not bright."""
    red, green, blue = picture.astype(np.float32)
    bright = (red + green + blue) / 3
    excess = (2 * green - red - blue) / np.maximum(bright, 1.0)
    return np.asarray((excess > np.percentile(excess, 40)) & (bright < np.percentile(bright, 60)))


def storage_mask(picture: Picture, mask: npt.NDArray[np.uint8]) -> Allowed:
    """Return what a mask of tailings storages says: the storages; ground of the same mine; plants; and not known.

    Parameters
    ----------
    picture : ndarray of uint8, shape (3, row, col)
        True colour.
    mask : ndarray of uint8, shape (row, col)
        1 storage, 0 not a labelled storage (pits, dumps and plants hide there), 255 not known.

    Returns
    -------
    ndarray of uint8, shape (row, col)
        {8} on storages. Elsewhere never 8: {2} on bare ground that belongs to the mine by the spectral rule, {0} on
        plants, {0, 2} on bare ground farther away and on what touches a storage, {0, 1, 2} on the rest.
    """
    storage = mask == 1
    away = ndimage.distance_transform_edt(~storage) if storage.any() else np.full(mask.shape, 1e6)
    bare = bare_ground(picture) & ~storage
    patches, _ = ndimage.label(bare & (away < _MINE_REACH_PX))
    sizes = np.bincount(patches.ravel())
    near = np.unique(patches[(away < _TOUCH_PX) & (patches > 0)])
    mine = np.isin(patches, near[sizes[near] >= _SMALLEST_PATCH_PX]) if near.size else np.zeros(mask.shape, bool)
    allowed = np.full(mask.shape, allow(0, 1, 2), np.uint8)
    allowed[bare] = allow(0, 2)
    allowed[plants(picture) & (away > _QUIET_PX)] = allow(0)
    allowed[away <= 3] = allow(0, 2)
    allowed[mine] = allow(2)
    allowed[storage] = allow(8)
    allowed[mask == 255] = ANYTHING
    return allowed


def mine_ground_mask(mask: npt.NDArray[np.bool_]) -> Allowed:
    """Return what a mask of "mine or not" says when the kind of mine is not known: {1, 2} inside, {0} outside."""
    return np.where(mask, allow(1, 2), allow(0)).astype(np.uint8)


def sector_codes(codes: npt.NDArray[np.uint8]) -> Allowed:
    """Return what LAMES codes say to a model of `CODES`: 3 to 7 and 9 are large-scale mining ground, 255 is unknown.

    Raises
    ------
    ValueError
        When a value is no LAMES code.
    """
    table = np.full(256, 0, np.uint8)
    for code in (2, 3, 4, 5, 6, 7, 9):
        table[code] = allow(2)
    table[0], table[1], table[8], table[255] = allow(0), allow(1), allow(8), ANYTHING
    allowed = table[codes]
    if not allowed.all():
        wrong = sorted({int(value) for value in np.unique(codes[allowed == 0])})
        raise ValueError(f"{wrong} are no LAMES codes; expected 0..9 and 255.")
    return allowed


def partial_nll(probabilities: npt.NDArray[np.float64], allowed: Allowed) -> npt.NDArray[np.float64]:
    """Return minus the logarithm of the probability of the allowed classes together: the loss, in plain numpy.

    Parameters
    ----------
    probabilities : ndarray of float, shape (class, ...)
        Sum 1 over the classes.
    allowed : ndarray of uint8, shape (...)
        Bits; 255 gives 0.
    """
    bits = (allowed[None] >> np.arange(len(probabilities)).reshape(-1, *[1] * allowed.ndim)) & 1
    total = (probabilities * bits).sum(axis=0)
    return np.asarray(-np.log(np.clip(total, 1e-6, 1.0)))
