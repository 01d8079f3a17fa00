"""Agreement of two annotators: kappa as the textbooks have it, IoU and borders as geometry has them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from mining_monitor.contract.agreement import AgreementRequest
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.engine.annotation.agreement import Map, compare_maps, random_points
from mining_monitor.engine.annotation.kappa import cohen_kappa, confusion
from mining_monitor.engine.annotation.matching import border_distances_m, match_sectors
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job

LABELS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=300)


def kappa_of(pairs):
    first, second = np.array(pairs, np.int64).T
    return cohen_kappa(confusion(first, second))


def test_kappa_of_a_worked_example():
    # Fleiss, Levin and Paik 2003, table 18.1 as used in many textbooks: 100 cases in three categories
    table = np.array([[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    result = cohen_kappa(table)
    assert result.observed == pytest.approx(0.89)
    assert result.value == pytest.approx(0.6765, abs=5e-5)  # (0.89 - 0.66) / (1 - 0.66)
    assert (result.high - result.low) / (2 * 1.959964) == pytest.approx(0.0877, abs=2e-4)


@given(LABELS)
def test_kappa_is_that_of_scikit_learn(pairs):
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    result = kappa_of(pairs)
    assume(result.value is not None)
    first, second = zip(*pairs)
    assert result.value == pytest.approx(metrics.cohen_kappa_score(first, second), abs=1e-9)


@given(LABELS)
def test_kappa_is_what_its_definition_says(pairs):
    result = kappa_of(pairs)
    count = len(pairs)
    observed = sum(a == b for a, b in pairs) / count
    expected = sum(
        sum(a == label for a, _ in pairs) * sum(b == label for _, b in pairs) for label in range(10)
    ) / count**2  # fmt: skip
    assert result.observed == pytest.approx(observed, abs=1e-12)
    if math.isclose(expected, 1.0):
        assert result.value is None
    else:
        assert result.value == pytest.approx((observed - expected) / (1 - expected), abs=1e-9)
        assert -1 <= result.low <= result.value <= result.high <= 1


@given(LABELS)
def test_kappa_is_the_same_whoever_comes_first(pairs):
    one, other = kappa_of(pairs), kappa_of([(b, a) for a, b in pairs])
    assert (one.value is None) == (other.value is None)
    if one.value is not None:
        assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high), abs=1e-12)


def test_the_interval_of_kappa_covers_the_truth_nineteen_times_in_twenty():
    rng = np.random.default_rng(3)
    truth = np.array([[0.40, 0.06, 0.04], [0.05, 0.20, 0.03], [0.02, 0.05, 0.15]])
    expected = float(truth.sum(axis=1) @ truth.sum(axis=0))
    kappa = (np.trace(truth) - expected) / (1 - expected)
    hits = [
        result.low <= kappa <= result.high
        for result in (cohen_kappa(rng.multinomial(500, truth.ravel()).reshape(3, 3)) for _ in range(2000))
    ]
    assert 0.935 <= np.mean(hits) <= 0.965


def test_random_points_fall_into_the_polygon_evenly():
    thin = shapely.Polygon([(-70, -23), (-69, -22.99), (-69, -22.9899), (-70, -22.9999)])
    ring = shapely.difference(shapely.box(-70, 20, -60, 60), shapely.box(-69, 21, -61, 59))
    for extent in (thin, ring):
        points = random_points(extent, 4000, np.random.default_rng(0))
        assert (shapely.distance(shapely.points(points), extent) < 1e-6).all()
    north = (points[:, 1] > 40).mean()
    share = (np.sin(np.radians(60)) - np.sin(np.radians(40))) / (np.sin(np.radians(60)) - np.sin(np.radians(20)))
    assert north == pytest.approx(share, abs=0.08)  # the ring is thin: its two sides and its ends


def test_borders_a_known_distance_apart():
    latitude = -23.0
    metre = 1 / 111_319.49
    wide = metre / math.cos(math.radians(latitude))
    one = shapely.box(-70, latitude, -70 + 500 * wide, latitude + 500 * metre)
    moved = shapely.box(-70 - 10 * wide, latitude - 10 * metre, -70 + 510 * wide, latitude + 510 * metre)
    distances = border_distances_m(one, moved)
    assert distances.min() == pytest.approx(10, abs=0.05)
    assert np.percentile(distances, 95) < 14.2  # the corners of the outer one are 14.1 m away
    assert border_distances_m(one, one).max() == pytest.approx(0, abs=1e-6)


@given(st.integers(0, 40), st.integers(0, 40))
def test_distances_are_the_same_both_ways(dx, dy):
    one = shapely.Point(-70, -23).buffer(0.003)
    other = shapely.transform(one, lambda xy: xy + np.array([dx, dy]) * 1e-5)
    there, back = border_distances_m(one, other), border_distances_m(other, one)
    assert there.mean() == pytest.approx(back.mean(), rel=1e-3, abs=1e-6)


def test_sectors_are_matched_one_to_one_by_the_best_overlap():
    first = [shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10), shapely.box(50, 0, 60, 10)]
    second = [shapely.box(1, 0, 11, 10), shapely.box(0, 0, 10, 9.5), shapely.box(20, 0, 30, 4)]
    matches = match_sectors(first, second)
    assert [(m.first, m.second, round(m.iou, 3)) for m in matches] == [(0, 1, 0.95)]


def test_two_maps_that_are_one_agree_wholly():
    shapes = (shapely.box(-70, -23, -69.99, -22.99), shapely.box(-69.99, -23, -69.98, -22.99))
    same = Map(shapes, (5, 9))
    result = compare_maps(same, same, shapely.box(-70.01, -23.01, -69.97, -22.98), 500, 1, Job())
    assert (result.kappa, result.observed_agreement, result.f1, result.mean_iou) == (1.0, 1.0, 1.0, 1.0)
    assert [c.iou for c in result.classes] == [1.0, 1.0]
    assert result.border_p95_m == pytest.approx(0, abs=1e-6)
    assert result.verdict == "accept"


def test_half_of_a_class_seen_by_the_other_gives_half_the_iou():
    first = Map((shapely.box(-70, -23, -69.98, -22.99),), (5,))
    second = Map((shapely.box(-70, -23, -69.99, -22.99),), (5,))
    result = compare_maps(first, second, shapely.box(-70, -23, -69.98, -22.99), 4000, 1, Job())
    assert result.classes[0].iou == pytest.approx(0.5, rel=1e-6)
    assert result.observed_agreement == pytest.approx(0.5, abs=0.03)
    assert result.verdict == "adjudicate"


def write(path: Path, sectors) -> str:
    features = [
        {"type": "Feature", "properties": {"class": code}, "geometry": json.loads(shapely.to_geojson(shape))}
        for shape, code in sectors
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(path)


def test_two_files_are_compared_the_same_way_every_time(tmp_path):
    pit, dump = shapely.Point(-70, -23).buffer(0.01), shapely.Point(-69.95, -23).buffer(0.008)
    first = write(tmp_path / "a.geojson", [(pit, 5), (dump, 9), (shapely.box(-71, -24, -69, -22), 2)])
    second = write(tmp_path / "b.geojson", [(pit.buffer(-0.0005), 5), (dump, 8)])
    request = AgreementRequest(first, second, points=1000, seed=7)
    one, again = handle(request, Job()), handle(request, Job())
    assert one == again
    assert (one.matched, one.first_only, one.second_only) == (2, 0, 0)  # the site polygon is no sector
    assert {c.key: round(c.iou, 2) for c in one.classes} == {"op": 0.9, "tsf": 0.0, "wr": 0.0}
    assert one.border_p95_m == pytest.approx(0.0005 * 111_319.49, rel=0.1)
    assert [notice.code for notice in one.warnings] == ["classes-differ"]


def test_the_ground_on_which_two_differ_is_listed_largest_first(tmp_path):
    first = write(tmp_path / "a.geojson", [(shapely.box(0, 0, 0.02, 0.01), 5), (shapely.box(0.02, 0, 0.03, 0.01), 9)])
    second = write(
        tmp_path / "b.geojson", [(shapely.box(0, 0, 0.012, 0.01), 5), (shapely.box(0.02, 0, 0.029, 0.01), 8)]
    )
    out = tmp_path / "conflicts.geojson"
    result = handle(AgreementRequest(first, second, output=str(out)), Job())
    found = [(f["properties"], shapely.from_geojson(json.dumps(f["geometry"])))
             for f in json.loads(out.read_text())["features"]]  # fmt: skip
    assert [(p["first_key"], p["second_key"]) for p, _ in found] == [("wr", "tsf"), ("op", "other"), ("wr", "other")]
    assert found[0][1].equals(shapely.box(0.02, 0, 0.029, 0.01))
    assert found[1][1].equals(shapely.box(0.012, 0, 0.02, 0.01))
    assert (result.conflicts, result.output) == (3, str(out))


def test_what_one_has_drawn_twice_is_no_conflict_with_the_same_map(tmp_path):
    twice = [(shapely.box(0, 0, 0.02, 0.01), 5), (shapely.box(0.01, 0, 0.03, 0.01), 9)]
    path = write(tmp_path / "a.geojson", twice)
    result = handle(AgreementRequest(path, path, output=str(tmp_path / "none.gpkg")), Job())
    assert (result.conflicts, result.kappa) == (0, 1.0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"points": 0}, "POINTS is 0"),
        ({"extent": "nowhere"}, "EXTENT is no WKT"),
        ({"output": "conflicts.xlsx"}, "OUTPUT ends with '.xlsx'"),
        ({"extent": "POINT(0 0)"}, "EXTENT is no valid polygon"),
        ({"extent": "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"}, "EXTENT is no valid polygon"),
    ],
)
def test_what_cannot_be_compared_is_said(tmp_path, change, sentence):
    path = write(tmp_path / "a.geojson", [(shapely.box(0, 0, 1, 1), 5)])
    with pytest.raises(ParameterError, match=sentence):
        handle(AgreementRequest(path, path, **change), Job())


def test_two_files_without_sectors_are_said(tmp_path):
    path = write(tmp_path / "a.geojson", [(shapely.box(0, 0, 1, 1), 2)])
    with pytest.raises(AnnotationsError, match="there is nothing to compare"):
        handle(AgreementRequest(path, path), Job())


def test_the_published_sectors_agree_with_themselves(shared_data):
    path = str(shared_data / "lames" / "Chile_LSM_sectors.geojson")
    result = handle(AgreementRequest(path, path, points=5000), Job())
    assert result.kappa == 1.0 and result.matched == 1204
    assert all(c.iou == pytest.approx(1.0, abs=1e-9) for c in result.classes)
