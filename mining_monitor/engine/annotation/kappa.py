"""Cohen's kappa with its interval (DOMAIN 4.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

#: Two-sided 95 % of the normal distribution.
_Z = 1.959963984540054


@dataclass(frozen=True)
class Kappa:
    """Kappa with its 95 % interval; None where it is not defined: both say one and the same class everywhere."""

    value: float | None
    low: float | None
    high: float | None
    observed: float


def confusion(first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Count how often each pair of labels occurs.

    Parameters
    ----------
    first, second : ndarray of int, shape (n,)
        Labels of the same n points.

    Returns
    -------
    ndarray of int, shape (k, k)
        Rows: first; columns: second; the k labels that occur, in ascending order.
    """
    labels, codes = np.unique(np.concatenate([first, second]), return_inverse=True)
    size = len(labels)
    pairs = codes[: len(first)] * size + codes[len(first) :]
    return np.bincount(pairs, minlength=size * size).reshape(size, size).astype(np.int64)


def cohen_kappa(table: npt.NDArray[np.int64]) -> Kappa:
    """Return kappa of a confusion matrix with its large-sample interval.

    Parameters
    ----------
    table : ndarray of int, shape (k, k)

    References
    ----------
    Cohen 1960; Fleiss, Cohen and Everitt 1969, eq. 13 (standard error for a kappa that is not zero).
    """
    total = int(table.sum())
    if total == 0:
        return Kappa(None, None, None, 0.0)
    shares = table / total
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    observed, expected = float(np.trace(shares)), float(rows @ columns)
    if math.isclose(expected, 1.0, abs_tol=1e-12):
        return Kappa(None, None, None, observed)
    kappa = (observed - expected) / (1 - expected)
    diagonal = np.diag(shares) * (1 - (rows + columns) * (1 - kappa)) ** 2
    margins = (columns[:, None] + rows[None, :]) ** 2  # of cell (i, j): p_.i + p_j.
    others = shares * margins
    np.fill_diagonal(others, 0.0)
    variance = diagonal.sum() + (1 - kappa) ** 2 * others.sum() - (kappa - expected * (1 - kappa)) ** 2
    error = math.sqrt(max(float(variance), 0.0) / total) / (1 - expected)
    return Kappa(float(kappa), max(-1.0, kappa - _Z * error), min(1.0, kappa + _Z * error), observed)
