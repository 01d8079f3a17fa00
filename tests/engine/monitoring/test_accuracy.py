"""Estimates from a sample: the published example to the last digit, and intervals that hold what they promise."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.monitoring.accuracy import (
    LabelledPoints,
    StratifiedEstimator,
    counts,
    kappa,
    proportions,
    scaled,
)
from mining_monitor.engine.monitoring.sampling import allocate, sample_size

#: DOMAIN 3.8: rows map, columns reference; pixels of 30 m by class.
MATRIX = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
AREA_M2 = np.array([200_000, 150_000, 3_200_000, 6_450_000]) * 900.0


def golden():
    mapped, reference = np.repeat(np.indices(MATRIX.shape).reshape(2, -1), MATRIX.ravel(), axis=1)
    return LabelledPoints(mapped, mapped, reference, AREA_M2)


def test_areas_of_the_published_example_to_a_tenth_of_a_hectare():
    points = golden()
    estimator = StratifiedEstimator(points)
    areas = [scaled(estimator.share(points.reference == j), AREA_M2.sum()) for j in range(4)]
    assert [round(a.value / 1e4, 1) for a in areas] == [21157.8, 11686.2, 285769.9, 581386.2]
    assert [round(1.96 * a.standard_error / 1e4, 1) for a in areas] == [6157.6, 3755.8, 15509.8, 16281.7]
    assert areas[0].low / 1e4 == pytest.approx(21157.8 - 6157.6, abs=0.1)


def test_accuracies_of_the_published_example_to_three_decimals():
    points = golden()
    estimator = StratifiedEstimator(points)
    right = points.mapped == points.reference
    overall = estimator.share(right)
    users = estimator.ratio(right & (points.mapped == 0), points.mapped == 0)
    producers = estimator.ratio(right & (points.reference == 0), points.reference == 0)
    figures = [(round(e.value, 3), round(1.96 * e.standard_error, 3)) for e in (users, producers, overall)]
    assert figures == [(0.880, 0.074), (0.749, 0.213), (0.947, 0.018)]


def test_producers_accuracy_has_the_variance_of_equation_7():
    """Olofsson et al. 2014, eq. 7, written out as it is printed."""
    points, estimator = golden(), StratifiedEstimator(golden())
    n_i, n_map = MATRIX.sum(axis=1), AREA_M2
    for j in range(4):
        right = (points.mapped == j) & (points.reference == j)
        estimate = estimator.ratio(right, points.reference == j)
        n_j = (n_map / n_i * MATRIX[:, j]).sum()
        users, producers = MATRIX[j, j] / n_i[j], estimate.value
        others = [i for i in range(4) if i != j]
        first = n_map[j] ** 2 * (1 - producers) ** 2 * users * (1 - users) / (n_i[j] - 1)
        p = MATRIX[others, j] / n_i[others]
        second = producers**2 * (n_map[others] ** 2 * p * (1 - p) / (n_i[others] - 1)).sum()
        assert estimate.standard_error == pytest.approx(np.sqrt(first + second) / n_j, rel=1e-12)


def test_shares_of_area_add_up_to_one_and_rows_to_the_map():
    shares = proportions(golden(), range(4))
    assert shares.sum() == pytest.approx(1, abs=1e-12)
    assert shares.sum(axis=1) == pytest.approx(AREA_M2 / AREA_M2.sum(), abs=1e-12)
    assert (counts(golden(), range(4)) == MATRIX).all()


def test_the_sample_size_of_the_published_example():
    shares = dict(enumerate(AREA_M2 / AREA_M2.sum()))
    assert sample_size(shares, dict(enumerate((0.7, 0.6, 0.9, 0.95))), 0.01) == 641


@pytest.mark.parametrize(
    ("allocation", "expected"),
    [
        ("equal", [160, 160, 160, 160]),
        ("proportional", [13, 9, 205, 413]),
        ("olofsson", [75, 75, 162, 328]),
        ("neyman", [23, 19, 243, 355]),
    ],
)
def test_points_are_spread_as_asked(allocation, expected):
    """Shares of the published example; in proportion the exact figures are 12.8, 9.6, 204.8 and 412.8."""
    shares = {0: 0.02, 1: 0.015, 2: 0.32, 3: 0.645}
    found = allocate(640, shares, allocation, 75, {0: 0.7, 1: 0.6, 2: 0.9, 3: 0.95})
    assert list(found.values()) == expected


def test_strata_with_too_few_points_leave_figures_undefined_rather_than_certain():
    points = LabelledPoints(np.array([0, 0, 1]), np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([1.0, 1.0, 1.0]))
    assert (
        StratifiedEstimator(points).share(points.mapped == points.reference).value is None
    )  # a stratum without a point
    single = LabelledPoints(points.stratum, points.mapped, points.reference, np.array([1.0, 1.0]))
    estimate = StratifiedEstimator(single).share(single.mapped == single.reference)
    assert (estimate.value, estimate.standard_error, estimate.low) == (0.75, None, None)


def test_kappa_of_a_worked_example():
    """Cohen 1960's form: p_o = 0.7, p_e = 0.5 x 0.6 + 0.5 x 0.4 = 0.5."""
    assert kappa(np.array([[20.0, 5.0], [10.0, 15.0]])) == pytest.approx(0.4)
    assert kappa(np.array([[7.0, 0.0], [0.0, 0.0]])) is None


@pytest.mark.parametrize("allocation", ["olofsson", "proportional"])
def test_intervals_of_a_thousand_samples_cover_the_truth_93_to_97_times_in_100(allocation):
    """A known map and a known truth on one grid; the strata are the map's classes. Areas and overall accuracy."""
    rng = np.random.default_rng(20)
    truth = rng.choice(4, size=200_000, p=[0.70, 0.15, 0.10, 0.05])
    wrong = rng.random(200_000) < np.array([0.06, 0.15, 0.2, 0.25])[truth]
    mapped = np.where(wrong, rng.integers(0, 4, 200_000), truth)
    pixels = [np.flatnonzero(mapped == code) for code in range(4)]
    areas = np.array([float(len(p)) for p in pixels])
    real = {
        "overall": (mapped == truth).mean(),
        **{f"area {j}": (truth == j).mean() for j in range(4)},
    }
    counted = allocate(900, dict(enumerate(areas / areas.sum())), allocation, 150, {})
    covered = dict.fromkeys(real, 0)
    for _ in range(1000):
        drawn = np.concatenate([rng.choice(pixels[code], counted[code]) for code in range(4)])
        points = LabelledPoints(mapped[drawn], mapped[drawn], truth[drawn], areas)
        estimator = StratifiedEstimator(points)
        estimates = {"overall": estimator.share(points.mapped == points.reference)}
        estimates.update({f"area {code}": estimator.share(points.reference == code) for code in range(4)})
        for name in covered:
            covered[name] += estimates[name].low <= real[name] <= estimates[name].high
    assert {name: int(hits) for name, hits in covered.items() if not 930 <= hits <= 970} == {}


def test_strata_of_another_map_still_give_unbiased_areas():
    """A sample drawn by one map judges another one: the mean of many samples meets the truth."""
    rng = np.random.default_rng(3)
    truth = rng.choice(2, size=50_000, p=[0.8, 0.2])
    strata = np.where(rng.random(50_000) < 0.2, 1 - truth, truth)
    other_map = np.where(rng.random(50_000) < 0.1, 1 - truth, truth)
    pixels = [np.flatnonzero(strata == code) for code in range(2)]
    areas = np.array([float(len(p)) for p in pixels])
    users = (truth[other_map == 1] == 1).mean()
    found = []
    for _ in range(300):
        drawn = np.concatenate([rng.choice(p, 150) for p in pixels])
        points = LabelledPoints(strata[drawn], other_map[drawn], truth[drawn], areas)
        estimator = StratifiedEstimator(points)
        is_one = points.mapped == 1
        found.append(
            (
                estimator.share(points.reference == 1).value,
                estimator.ratio(is_one & (points.reference == 1), is_one).value,
            )
        )
    mean, error = np.mean(found, axis=0), np.std(found, axis=0) / np.sqrt(len(found))
    assert abs(mean[0] - truth.mean()) < 3 * error[0]
    assert abs(mean[1] - users) < 3 * error[1]
