"""What detection asks of a model: one protocol, so that a fake can stand beside the real ONNX segmenter."""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt


@runtime_checkable
class Segmenter(Protocol):
    """A model that is ready to score tiles.

    Attributes
    ----------
    name, sha256 : str
        Name of the card and SHA-256 of the ONNX file, in hex.
    band_roles : tuple of str
        Roles of the bands that ``predict`` takes, in order, inputs concatenated (``any`` = in image order).
    value_range : {"dn", "reflectance", "rgb-8bit"}
        What the numbers must be (CONTRACT 4); scaling beyond it is the segmenter's own affair.
    class_codes : tuple of int
        LAMES code of each class of the scores, in order; 255 = ignore (never wins).
    tile_size : int or None
        Side of the square tile that the model wants; None: any size that is a multiple of ``tile_multiple``.
    tile_multiple : int
        Sides of a free tile are a multiple of it.
    overlap : float
        The card's tile overlap as a share, 0..0.75.
    gsd_m, gsd_range_m : float or None, (float, float) or None
        Ground sampling distance it was trained at and the range in which it may run; None: any.
    batch_size : int
        Tiles per call that suit it.
    at_once : int
        Calls of ``predict`` that are best made side by side, each from a thread of its own.
    provider : str
        ONNX Runtime execution provider in use.
    """

    name: str
    sha256: str
    band_roles: tuple[str, ...]
    value_range: Literal["dn", "reflectance", "rgb-8bit"]
    class_codes: tuple[int, ...]
    tile_size: int | None
    tile_multiple: int
    overlap: float
    gsd_m: float | None
    gsd_range_m: tuple[float, float] | None
    batch_size: int
    at_once: int
    provider: str

    def predict(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return class probabilities of a batch.

        Parameters
        ----------
        tiles : ndarray of float32, shape (n, band, row, col)
            In ``value_range`` units; invalid pixels hold 0.

        Returns
        -------
        ndarray of float32, shape (n, class, row, col)
            Probabilities (softmax already applied where the card says logits; one-hot where it says labels),
            classes in the order of ``class_codes``.

        Raises
        ------
        ModelError
            The model failed or gave another shape or NaN; the sentence says which.
        CancelledError
            ``cancel`` was called meanwhile.
        """
        ...

    def cancel(self) -> None:
        """Stop a running ``predict`` from another thread within milliseconds (QGIS_NOTES 5)."""
        ...
