"""Accuracy and area from a stratified sample, with intervals (DOMAIN 3.8).

One estimator for all cases: of each point, what it says of a class is 0 or 1; means by stratum are weighted by the
strata's area, and user's and producer's accuracy are ratios of two such means (Stehman 2014, "Estimating area and map
accuracy for stratified random sampling when the strata are different from the map classes"). Where the strata are the
map's classes this is Olofsson et al. 2014, eq. 1-11, figure for figure.

The intervals are normal ones, as published. Those of areas and overall accuracy cover the truth 93 to 97 times in 100
(simulated in the tests) when large classes have many points, as with the allocations "olofsson" and "proportional";
with few points in a large stratum, and for accuracies close to 1, they are a little short.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.accuracy import Estimate

#: Half width of a 95 % interval in standard errors, as DOMAIN 3.8 has it.
Z95 = 1.96

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class LabelledPoints:
    """Points that somebody has labelled.

    Attributes
    ----------
    stratum : ndarray of int, shape (point,)
        Index into ``stratum_m2``.
    mapped, reference : ndarray of int, shape (point,)
        Code of the map, code of the label.
    stratum_m2 : ndarray of float64, shape (stratum,)
        Area of each stratum.
    """

    stratum: npt.NDArray[np.int_]
    mapped: npt.NDArray[np.int_]
    reference: npt.NDArray[np.int_]
    stratum_m2: npt.NDArray[np.float64]


class StratifiedEstimator:
    """Means over the whole area and their variances.

    Strata without a point leave every estimate undefined; those with one leave its standard error undefined.
    """

    def __init__(self, points: LabelledPoints) -> None:
        self._stratum = points.stratum
        self._counts = np.bincount(points.stratum, minlength=len(points.stratum_m2)).astype(np.float64)
        self._weights = points.stratum_m2 / points.stratum_m2.sum()
        self.is_defined = bool((self._counts > 0).all())
        self.has_variance = bool((self._counts > 1).all())

    def _means(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        sums = np.bincount(self._stratum, weights=values, minlength=len(self._counts))
        return np.asarray(sums / np.maximum(self._counts, 1))

    def _covariances(self, y: npt.NDArray[np.float64], x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the covariance of the strata's means: s_xy / n."""
        products = self._means(y * x) - self._means(y) * self._means(x)
        return np.asarray(products / np.maximum(self._counts - 1, 1))

    def share(self, y: Bools) -> Estimate:
        """Return the share of the area for which ``y`` holds.

        References
        ----------
        Olofsson et al. 2014, eq. 9 and 10; for overall accuracy eq. 1 and 5.
        """
        if not self.is_defined:
            return Estimate(None)
        values = y.astype(np.float64)
        mean = float((self._weights * self._means(values)).sum())
        if not self.has_variance:
            return Estimate(mean)
        variance = float((self._weights**2 * self._covariances(values, values)).sum())
        return interval(mean, math.sqrt(max(variance, 0.0)))

    def ratio(self, y: Bools, x: Bools) -> Estimate:
        """Return the area for which ``y`` holds by that for which ``x`` does; undefined where the latter is 0.

        References
        ----------
        Stehman 2014, eq. 27 and 28; equals Olofsson et al. 2014, eq. 6 and 7.
        """
        part, whole = y.astype(np.float64), x.astype(np.float64)
        base = float((self._weights * self._means(whole)).sum())
        if not self.is_defined or base <= 0:
            return Estimate(None)
        value = float((self._weights * self._means(part)).sum()) / base
        if not self.has_variance:
            return Estimate(value)
        residual = (
            self._covariances(part, part)
            + value**2 * self._covariances(whole, whole)
            - 2 * value * self._covariances(part, whole)
        )
        variance = float((self._weights**2 * residual).sum()) / base**2
        return interval(value, math.sqrt(max(variance, 0.0)))


def interval(value: float, standard_error: float, most: float = 1.0) -> Estimate:
    """Return a figure with its 95 % interval, which ends at 0 and at ``most``."""
    half = Z95 * standard_error
    return Estimate(value, standard_error, max(0.0, value - half), min(most, value + half))


def scaled(estimate: Estimate, whole: float) -> Estimate:
    """Return a share of the area as an area."""
    if estimate.value is None or estimate.standard_error is None:
        return Estimate(None if estimate.value is None else estimate.value * whole)
    return interval(estimate.value * whole, estimate.standard_error * whole, whole)


def proportions(points: LabelledPoints, codes: Sequence[int]) -> npt.NDArray[np.float64]:
    """Return the estimated shares of area, shape (map, reference); NaN where a stratum has no point."""
    estimator = StratifiedEstimator(points)
    shares = np.full((len(codes), len(codes)), np.nan)
    for i, mapped in enumerate(codes):
        for j, reference in enumerate(codes):
            estimate = estimator.share((points.mapped == mapped) & (points.reference == reference))
            if estimate.value is not None:
                shares[i, j] = estimate.value
    return shares


def counts(points: LabelledPoints, codes: Sequence[int]) -> npt.NDArray[np.float64]:
    """Return the points by (map, reference)."""
    matrix = np.zeros((len(codes), len(codes)))
    index = {code: position for position, code in enumerate(codes)}
    for mapped, reference in zip(points.mapped.tolist(), points.reference.tolist(), strict=True):
        matrix[index[mapped], index[reference]] += 1
    return matrix


def kappa(matrix: npt.NDArray[np.float64]) -> float | None:
    """Return Cohen's kappa of a square matrix; None where chance alone explains everything (DOMAIN 4.3)."""
    total = float(matrix.sum())
    if total <= 0:
        return None
    observed = float(np.trace(matrix)) / total
    chance = float((matrix.sum(axis=0) * matrix.sum(axis=1)).sum()) / total**2
    return None if chance >= 1 else (observed - chance) / (1 - chance)
