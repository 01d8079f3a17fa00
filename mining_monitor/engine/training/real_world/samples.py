"""A labelled picture: which classes each pixel may be, and what must be found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Allowed = npt.NDArray[np.uint8]
#: How a teacher's probabilities are kept.
SoftLabels = np.float16

#: LAMES code of each output of the model, in order: other, artisanal site, large-scale mining ground, tailings storage.
CODES = (0, 1, 2, 8)

#: Part of the data: learned from, looked at while learning, measured at the end.
Part = Literal["train", "dev", "test"]

#: A pixel of which nothing is known.
ANYTHING = np.uint8((1 << len(CODES)) - 1)
#: A pixel that was not pictured at all; it counts for no loss.
UNSEEN = np.uint8(255)


def allow(*codes: int) -> np.uint8:
    """Return the bits of the classes that a pixel may be.

    Raises
    ------
    ValueError
        When a code is none of the model's.
    """
    return np.uint8(sum(1 << CODES.index(code) for code in set(codes)))


@dataclass(frozen=True)
class Sample:
    """A picture and what is known of it.

    Attributes
    ----------
    picture : ndarray of uint8, shape (3, row, col)
        Red, green, blue, 0..255.
    allowed : ndarray of uint8, shape (row, col)
        Bits of the classes that each pixel may be (`allow`); `ANYTHING` where nothing is known.
    must_hold : int or None
        LAMES code of which at least a few pixels must be in the middle of the picture.
    must_lack : int or None
        LAMES code of which no pixel may be there; the strongest suspect counts, beside the mean.
    site : str
        The place, as coarse as is known; a place is in one part only.
    kind : str
        What sort of picture it is; measured apart.
    part : {"train", "dev", "test"}
        What it serves for.
    soft : ndarray of float16, shape (class, row, col), or None
        Probabilities that a teacher gives (`soft_labels`); None when it was not asked.
    """

    picture: Picture
    allowed: Allowed
    must_hold: int | None
    must_lack: int | None
    site: str
    kind: str
    part: Part
    soft: npt.NDArray[np.float16] | None = None


def uniform(picture: Picture, bits: np.uint8) -> Allowed:
    """Return the same permission for every pixel of a picture."""
    return np.full(picture.shape[1:], bits, np.uint8)
