"""Labels that an earlier model gives to pictures of which only the middle is known: one round of self-training.

A registered dam lies in the middle of its picture. What an earlier model calls a storage, touches the middle and is
not far from it is taken for the storage; what that model is sure is none is taken for none; the rest stays unknown. Its
doubtful finds elsewhere, mostly pits and plants, teach nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from mining_monitor.engine.training.real_world.samples import ANYTHING, CODES, Allowed, Sample, allow

_STORAGE = CODES.index(8)
#: Half the side of the middle, and how far from the middle a find is believed, pixels.
_MIDDLE_PX, _BELIEVED_PX = 16, 28
_SURE, _SURELY_NOT = 0.5, 0.02
_SMALLEST_PX = 20


def storage_from(probability: npt.NDArray[np.float32]) -> Allowed | None:
    """Return what a model's probability of a storage says of a picture with a dam in its middle; None when nothing.

    Parameters
    ----------
    probability : ndarray of float, shape (row, col)
        Of a storage, 0..1.
    """
    patches, _ = ndimage.label(probability >= _SURE)
    row, col = probability.shape[0] // 2, probability.shape[1] // 2
    middle = patches[max(0, row - _MIDDLE_PX) : row + _MIDDLE_PX, max(0, col - _MIDDLE_PX) : col + _MIDDLE_PX]
    away = np.hypot(*np.ogrid[-row : probability.shape[0] - row, -col : probability.shape[1] - col])
    storage = np.isin(patches, np.unique(middle[middle > 0])) & (away <= _BELIEVED_PX)
    if int(storage.sum()) < _SMALLEST_PX:
        return None
    allowed = np.full(probability.shape, ANYTHING, np.uint8)
    allowed[probability < _SURELY_NOT] = allow(0, 1, 2)
    allowed[storage] = allow(8)
    return allowed


def label_dams(
    samples: Sequence[Sample], predict: Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]]
) -> list[Sample]:
    """Return the samples, those to learn from of which nothing but the middle is known with a model's labels."""
    labelled = []
    for sample in samples:
        if sample.part == "train" and sample.must_hold == 8 and bool((sample.allowed == ANYTHING).all()):
            allowed = storage_from(predict(sample.picture[None].astype(np.float32))[0, _STORAGE])
            sample = sample if allowed is None else replace(sample, allowed=allowed)
        labelled.append(sample)
    return labelled
