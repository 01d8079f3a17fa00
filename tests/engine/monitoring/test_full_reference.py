"""A map against a full reference: one pooled matrix, figures by their definitions, what is 0/0 listed."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
import shapely

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.errors import AnnotationsError, MiningMonitorError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.engine.monitoring.judgement import assess_accuracy
from mining_monitor.engine.progress import Job
from tests.engine.monitoring.shapes import box_m, moved_m, write_layer


def write_raster(path, codes, size=10.0, crs="EPSG:32719", west=500_000.0, north=7_450_000.0, nodata=255):
    height, width = codes.shape
    form = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8", "nodata": nodata}
    transform = rasterio.transform.from_origin(west, north, size, size)
    with rasterio.open(path, "w", crs=crs, transform=transform, **form) as data:
        data.write(codes, 1)
    return path


def assess(mapped, reference, **options):
    return assess_accuracy(
        AssessAccuracyRequest(SectorSource(str(mapped)), SectorSource(str(reference)), **options), Job()
    )


def by_definition(mapped, reference, code):
    """Precision, recall, F1, IoU and one-vs-rest accuracy, counted one pixel after the other."""
    hit = int(((mapped == code) & (reference == code)).sum())
    false, missed = (
        int(((mapped == code) & (reference != code)).sum()),
        int(((mapped != code) & (reference == code)).sum()),
    )
    rest = mapped.size - hit - false - missed

    def ratio(part, whole):
        return part / whole if whole else None

    return [ratio(hit, hit + false), ratio(hit, hit + missed), ratio(2 * hit, 2 * hit + false + missed),
            ratio(hit, hit + false + missed), ratio(hit + rest, mapped.size)]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_figures_of_random_maps_are_those_of_their_definitions(tmp_path, seed):
    rng = np.random.default_rng(seed)
    classes = rng.choice(10, size=rng.integers(2, 8), replace=False)
    mapped, reference = (rng.choice(classes, size=(40, 50)).astype(np.uint8) for _ in range(2))
    mapped[rng.random(mapped.shape) < 0.1] = 255
    reference[rng.random(mapped.shape) < 0.1] = 255
    seen = (mapped != 255) & (reference != 255)

    result = assess(write_raster(tmp_path / "m.tif", mapped), write_raster(tmp_path / "r.tif", reference))

    assert result.method == "pixels"
    assert sum(map(sum, result.matrix)) == seen.sum()
    assert result.overall.value == pytest.approx((mapped == reference)[seen].mean(), abs=1e-12)
    for row in result.classes:
        found = [row.users.value, row.producers.value, row.f1, row.iou, row.one_vs_rest]
        assert found == pytest.approx(by_definition(mapped[seen], reference[seen], row.code), abs=1e-12)
    means = np.mean([by_definition(mapped[seen], reference[seen], c)[3] for c in result.codes])
    assert result.macro["macro_iou"] == pytest.approx(means, abs=1e-12)


def test_figures_are_those_of_scikit_learn(tmp_path):
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not in this environment")
    rng = np.random.default_rng(9)
    mapped, reference = (rng.choice([0, 3, 5, 9], size=(60, 70)).astype(np.uint8) for _ in range(2))
    result = assess(write_raster(tmp_path / "m.tif", mapped), write_raster(tmp_path / "r.tif", reference))
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(reference.ravel(), mapped.ravel())
    assert [r.users.value for r in result.classes] == pytest.approx(precision, abs=1e-12)
    assert [r.producers.value for r in result.classes] == pytest.approx(recall, abs=1e-12)
    assert [r.f1 for r in result.classes] == pytest.approx(f1, abs=1e-12)
    jaccard = metrics.jaccard_score(reference.ravel(), mapped.ravel(), average=None)
    assert [r.iou for r in result.classes] == pytest.approx(jaccard, abs=1e-12)
    assert result.kappa == pytest.approx(metrics.cohen_kappa_score(reference.ravel(), mapped.ravel()), abs=1e-12)


def test_what_is_0_by_0_is_listed_and_counts_in_no_mean(tmp_path):
    mapped, reference = np.zeros((10, 10), np.uint8), np.zeros((10, 10), np.uint8)
    reference[:3] = 5
    mapped[3:5] = 8
    result = assess(write_raster(tmp_path / "m.tif", mapped), write_raster(tmp_path / "r.tif", reference))
    assert result.undefined == ("user's accuracy of op", "producer's accuracy of tsf")
    assert result.macro["macro_precision"] == pytest.approx(np.mean([50 / 80, 0.0]))


def test_a_reference_on_another_grid_and_in_polygons_meets_the_same_ground(tmp_path):
    """Polygons of the reference are burnt into the map's pixels; another CRS changes nothing."""
    codes = np.zeros((100, 100), np.uint8)
    codes[20:60, 30:80] = 5
    mapped = write_raster(tmp_path / "m.tif", codes)
    from pyproj import Transformer

    to_degrees = Transformer.from_crs("EPSG:32719", "EPSG:4326", always_xy=True)
    pit = shapely.segmentize(shapely.box(500_300, 7_450_000 - 600, 500_800, 7_450_000 - 200), 10)
    pit = shapely.transform(pit, lambda xy: np.column_stack(to_degrees.transform(*xy.T)))
    reference = write_layer(tmp_path / "r.gpkg", [pit], "EPSG:3857", **{"class": [5]})
    result = assess(mapped, reference)
    assert (result.method, result.overall.value) == ("pixels", 1.0)
    assert result.matrix == ((8000.0, 0.0), (0.0, 2000.0))
    fine = write_raster(tmp_path / "fine.tif", np.kron(codes, np.ones((2, 2), np.uint8)), size=5.0)
    assert assess(mapped, fine).overall.value == 1.0
    assert assess(reference, mapped).overall.value == 1.0


def test_pixels_outside_an_extent_count_nowhere(tmp_path):
    codes = np.zeros((100, 100), np.uint8)
    codes[:50] = 5
    path = write_raster(tmp_path / "m.tif", codes)
    extent = Extent(500_000, 7_449_000, 500_400, 7_450_000, "EPSG:32719")
    result = assess(path, write_raster(tmp_path / "r.tif", np.full_like(codes, 5)), extent=extent)
    assert sum(map(sum, result.matrix)) == 4000


def test_polygons_are_compared_by_the_ground_that_they_cover(tmp_path):
    mapped = write_layer(tmp_path / "m.gpkg", [box_m(0, 0, 100, 100), box_m(500, 0, 100, 100)], **{"class": [5, 9]})
    shapes = [box_m(50, 0, 100, 100), box_m(500, 0, 100, 100)]
    reference = write_layer(tmp_path / "r.gpkg", shapes, **{"class": [5, 9]})
    place = box_m(-500, -500, 2000, 1000)
    result = assess(mapped, reference, extent=Extent(*place.bounds))
    rows = {row.key: row for row in result.classes}
    assert result.method == "polygons"
    assert rows["op"].iou == pytest.approx(1 / 3, rel=1e-4)
    assert rows["wr"].iou == pytest.approx(1, abs=1e-9)
    assert result.area_m2 == pytest.approx(2e6, rel=1e-3)
    assert (rows["op"].objects["matched"], rows["wr"].objects["matched"]) == (0, 1)
    assert rows["wr"].objects["mean_iou"] == pytest.approx(1)


def test_outlines_meet_within_the_tolerance_and_not_beyond(tmp_path):
    pit = box_m(0, 0, 400, 300)
    mapped = write_layer(tmp_path / "m.gpkg", [pit], **{"class": [5]})
    reference = write_layer(tmp_path / "r.gpkg", [moved_m(pit, 8, 0)], **{"class": [5]})
    near = assess(mapped, reference, boundary_tolerance_m=8.5).classes[-1]
    far = assess(mapped, reference, boundary_tolerance_m=2.0).classes[-1]
    assert near.boundary_f1 == pytest.approx(1.0)
    # of 1,400 m the two long sides but 6 m at the end of each lie on the other's, and 2 m of each short side
    assert far.boundary_f1 == pytest.approx((2 * (400 - 6) + 2 * 2) / 1400, abs=0.002)
    assert near.objects["matched"] == 1


def test_ground_that_one_side_could_not_observe_is_not_compared(tmp_path):
    mapped = write_layer(tmp_path / "m.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    write_layer(mapped, [box_m(-100, -100, 500, 500)], layer="observed", run_id=["r"], observed_at=["2021-01-01"])
    shapes = [box_m(0, 0, 100, 100), box_m(5000, 0, 100, 100)]
    reference = write_layer(tmp_path / "r.gpkg", shapes, **{"class": [5, 5]})
    result = assess(mapped, reference)
    assert result.overall.value == pytest.approx(1.0)
    assert result.area_m2 == pytest.approx(250_000, rel=1e-3)


def test_two_files_that_say_nothing_of_the_background_are_told_so(tmp_path):
    path = write_layer(tmp_path / "m.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    other = write_layer(tmp_path / "r.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    assert "background-unknown" in [notice.code for notice in assess(path, other).warnings]


def test_the_json_holds_the_figures_and_no_path_of_this_machine(tmp_path):
    path = write_layer(tmp_path / "m.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    other = write_layer(tmp_path / "r.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    output = tmp_path / "a.json"
    result = assess(path, other, output=str(output))
    document = json.loads(output.read_text(encoding="utf-8"))
    assert document["accuracy"]["overall"]["value"] == result.overall.value
    assert document["inputs"]["map"]["file"] == "m.gpkg"
    assert str(tmp_path) not in output.read_text(encoding="utf-8")


def test_bad_input_is_named(tmp_path):
    path = write_layer(tmp_path / "m.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    odd = write_raster(tmp_path / "odd.tif", np.full((4, 4), 77, np.uint8))
    with pytest.raises(ParameterError, match="holds 77"):
        assess(odd, odd)
    form = {"driver": "GTiff", "width": 4, "height": 4, "count": 3, "dtype": "uint8", "crs": "EPSG:32719"}
    transform = rasterio.transform.from_origin(5e5, 7e6, 10, 10)
    with rasterio.open(tmp_path / "rgb.tif", "w", transform=transform, **form) as data:
        data.write(np.zeros((3, 4, 4), np.uint8))
    with pytest.raises(ParameterError, match="has 3 bands"):
        assess(tmp_path / "rgb.tif", odd)
    with pytest.raises(ParameterError, match="min_iou"):
        assess(path, path, min_iou=0.0)
    with pytest.raises(ParameterError, match="also read"):
        assess(path, odd, output=str(path))
    with pytest.raises(AnnotationsError, match="share no ground"):
        assess(write_raster(tmp_path / "n.tif", np.full((4, 4), 255, np.uint8)), odd.with_name("n.tif"))
    odd.write_bytes(odd.read_bytes()[:150])
    with pytest.raises(MiningMonitorError):
        assess(path, odd)
