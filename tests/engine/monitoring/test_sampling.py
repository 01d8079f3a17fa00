"""Samples: uniform over the ground, the same for a seed, blind to the map, and good for another map too."""

from __future__ import annotations

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.errors import AnnotationsError, CancelledError, OutputError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import SamplePointsRequest, SectorSource
from mining_monitor.engine.monitoring.judgement import assess_accuracy
from mining_monitor.engine.monitoring.sampling import draw_sample
from mining_monitor.engine.progress import Job
from mining_monitor.schema.sample import SAMPLE_FIELDS
from tests.engine.monitoring.shapes import box_m, write_layer

PIT, DUMP, SEEN = box_m(0, 0, 400, 1000), box_m(400, 0, 600, 1000), box_m(0, 0, 4000, 1000)


@pytest.fixture
def project(tmp_path):
    path = write_layer(tmp_path / "p.gpkg", [PIT, DUMP], **{"class": [5, 9]})
    return write_layer(path, [SEEN], layer="observed", run_id=["r"], observed_at=["2021-02-27"])


def draw(path, output, **options):
    extent = options.pop("extent", None)
    return draw_sample(SamplePointsRequest(SectorSource(str(path)), str(output), extent=extent, **options), Job())


def points(path):
    meta, _, wkb, columns = pyogrio.raw.read(path)
    return shapely.get_coordinates(shapely.from_wkb(wkb)), dict(zip(meta["fields"], columns, strict=True))


def test_strata_are_the_classes_and_the_observed_ground_that_is_not_mapped(project, tmp_path):
    result = draw(project, tmp_path / "s.gpkg", size=300)
    assert {s.key: s.area_m2 for s in result.strata} == pytest.approx({"other": 3e6, "op": 4e5, "wr": 6e5}, rel=2e-4)
    assert sum(s.share for s in result.strata) == pytest.approx(1)
    assert {s.key: s.points for s in result.strata} == {"other": 200, "op": 50, "wr": 50}


def test_points_lie_in_their_stratum_and_fill_it_evenly(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=4000, allocation="proportional")
    lonlat, columns = points(tmp_path / "s.gpkg")
    quarter = shapely.box(*box_m(1000, 0, 750, 1000).bounds)
    in_pit, in_dump = (shapely.contains_xy(shape, *lonlat.T) for shape in (PIT, DUMP))
    assert (in_pit.sum(), in_dump.sum(), len(lonlat)) == (400, 600, 4000)
    assert len({*columns["stratum"][in_pit]}) == 1
    share = shapely.contains_xy(quarter, *lonlat.T).sum() / 3000
    assert abs(share - 0.25) < 4 * np.sqrt(0.25 * 0.75 / 3000)


def test_a_sample_is_drawn_over_equal_areas_not_over_degrees(tmp_path):
    """From the equator to 60 degrees, half of the ground lies south of 25.66 degrees (sin of latitude, nearly)."""
    path = write_layer(tmp_path / "a.gpkg", [shapely.box(0, 0, 1, 60)], **{"class": [9]})
    draw(path, tmp_path / "s.gpkg", size=2000, extent=Extent(0, 0, 1, 60))
    lonlat, _ = points(tmp_path / "s.gpkg")
    south = (lonlat[:, 1] < 25.66).mean()
    assert abs(south - 0.5) < 4 * np.sqrt(0.25 / 2000)


def test_the_same_seed_gives_the_same_sample_and_another_one_another(project, tmp_path):
    drawn = {}
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        draw(project, tmp_path / f"{name}.gpkg", size=60, seed=seed)
        xy, columns = points(tmp_path / f"{name}.gpkg")
        drawn[name] = (xy.tolist(), columns["sample_id"].tolist())
    assert drawn["a"] == drawn["b"]
    assert drawn["a"][0] != drawn["c"][0]
    assert len(set(drawn["a"][1])) == 60


def test_whoever_labels_a_point_cannot_read_the_maps_class_from_it(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=60, allocation="equal")
    _, columns = points(tmp_path / "s.gpkg")
    assert list(columns) == [field.name for field in SAMPLE_FIELDS]
    assert all(value is None for name in ("label", "checked_label", "comment") for value in columns[name])
    assert not {"op", "wr", 5, 9} & {v for name in ("stratum", "seed", "allocation") for v in columns[name].tolist()}
    assert len(set(columns["stratum"][:12])) == 3  # the order is by lot: the first points are a sample too


def test_a_class_raster_is_sampled_by_the_ground_of_its_pixels(tmp_path):
    codes = np.full((100, 60), 255, np.uint8)
    codes[:50, :50], codes[50:, :50] = 5, 9
    path = tmp_path / "c.tif"
    with rasterio.open(path, "w", driver="GTiff", width=60, height=100, count=1, dtype="uint8", crs="EPSG:4326",
                       transform=rasterio.transform.from_origin(0, 60, 0.5, 0.5)) as data:  # fmt: skip
        data.write(codes, 1)
    result = draw(path, tmp_path / "s.gpkg", size=1000, allocation="proportional")
    lonlat, _ = points(tmp_path / "s.gpkg")
    assert (lonlat[:, 0] < 25).all() and (lonlat[:, 0] >= 0).all()  # nothing where nothing was observed
    expected = {s.key: s.points for s in result.strata}
    found = {"op": int((lonlat[:, 1] > 35).sum()), "wr": int((lonlat[:, 1] <= 35).sum())}
    assert found == expected
    sines = np.sin(np.radians([10, 35, 60]))
    assert expected["op"] / 1000 == pytest.approx((sines[2] - sines[1]) / (sines[2] - sines[0]), abs=0.005)
    assert abs((lonlat[lonlat[:, 1] > 35][:, 1] < 45.5).mean() - 0.479) < 0.09  # south has more ground within a class


def label(path, truth, **values):
    """Label the points of a sample by polygons of the truth; return them as another file."""
    lonlat, columns = points(path)
    labels = np.full(len(lonlat), "other", dtype=object)
    for key, shape in truth.items():
        labels[shapely.contains_xy(shape, *lonlat.T)] = key
    columns = {**columns, "label": labels, **{name: value(len(labels)) for name, value in values.items()}}
    return write_layer(path.with_name("labelled.gpkg"), list(shapely.points(lonlat)), layer="sample", **columns)


def assess(project, reference, **options):
    return assess_accuracy(
        AssessAccuracyRequest(SectorSource(str(project)), SectorSource(str(reference)), **options), Job()
    )


def test_a_labelled_sample_gives_areas_that_correct_the_map(project, tmp_path):
    """The pit is really 500 m wide, the dump 300 m: the adjusted areas know it, the mapped ones do not."""
    draw(project, tmp_path / "s.gpkg", size=3000, allocation="equal")
    reference = label(tmp_path / "s.gpkg", {"op": box_m(0, 0, 500, 1000), "wr": box_m(500, 0, 300, 1000)})

    result = assess(project, reference, output=str(tmp_path / "a.json"), table=str(tmp_path / "a.csv"))

    rows = {row.key: row for row in result.classes}
    assert (result.method, result.labelled, result.unlabelled) == ("sample", 3000, 0)
    assert rows["op"].users.value == 1.0  # all that is mapped as pit is pit
    for key, truth in (("op", 5e5), ("wr", 3e5), ("other", 3.2e6)):
        assert rows[key].adjusted_m2.low <= truth <= rows[key].adjusted_m2.high
    assert rows["wr"].adjusted_m2.high < rows["wr"].mapped_m2
    assert rows["wr"].users.value == pytest.approx(0.5, abs=0.05)
    assert sum(row.adjusted_m2.value for row in result.classes) == pytest.approx(4e6, rel=2e-4)
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("{")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").count("\n") == 4


def test_a_sample_can_be_shared_with_another_map(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=600, allocation="equal")
    truth = {"op": box_m(0, 0, 500, 1000), "wr": box_m(500, 0, 300, 1000)}
    reference = label(tmp_path / "s.gpkg", truth)
    better = write_layer(tmp_path / "b.gpkg", [truth["op"], truth["wr"]], **{"class": [5, 9]})
    write_layer(better, [SEEN], layer="observed", run_id=["r"], observed_at=["2021-02-27"])
    result = assess(better, reference)
    assert result.overall.value == 1.0
    rows = {row.key: row for row in result.classes}
    assert rows["op"].adjusted_m2.value == pytest.approx(5e5, rel=0.1)
    assert rows["op"].mapped_m2 == pytest.approx(5e5, rel=2e-4)


def test_labelling_can_be_interrupted_and_a_point_can_be_given_up(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=600, allocation="equal")
    reference = label(tmp_path / "s.gpkg", {"op": PIT, "wr": DUMP})
    lonlat, columns = points(reference)
    columns["label"][200:] = None
    columns["label"][:5] = "unknown"
    half = write_layer(tmp_path / "half.gpkg", list(shapely.points(lonlat)), layer="sample", **columns)
    result = assess(project, half)
    assert (result.labelled, result.unlabelled, result.not_interpretable) == (195, 400, 5)
    assert result.overall.value == 1.0


def test_a_second_reader_decides_and_the_agreement_is_told(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=300, allocation="equal")

    def second(count):
        return np.array(["other"] * 30 + [None] * (count - 30), dtype=object)

    result = assess(project, label(tmp_path / "s.gpkg", {"op": PIT, "wr": DUMP}, checked_label=second))
    _, columns = points(tmp_path / "labelled.gpkg")
    agreed = (columns["label"][:30] == "other").mean()
    assert result.second_reader["checked"] == 30
    assert result.second_reader["agreed"] == pytest.approx(agreed)
    assert result.overall.value < 1.0


def test_what_two_readers_agreed_on_counts_and_what_is_undecided_is_told(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=300, allocation="equal")

    def column(values):
        return lambda count: np.array([*values, *[None] * (count - len(values))], dtype=object)

    truth = {"op": PIT, "wr": DUMP}
    seconds = column(["tsf"] * 4)
    undecided = assess(project, label(tmp_path / "s.gpkg", truth, checked_label=seconds))
    (notice,) = [n for n in undecided.warnings if n.code == "sample-undecided"]
    assert notice.facts == {"count": 4} and undecided.overall.value < 1.0

    _, columns = points(tmp_path / "labelled.gpkg")
    agreed = column([*columns["label"][:3], None])
    (tmp_path / "labelled.gpkg").unlink()
    decided = assess(project, label(tmp_path / "s.gpkg", truth, checked_label=seconds, agreed_label=agreed))
    assert [n.facts for n in decided.warnings if n.code == "sample-undecided"] == [{"count": 1}]
    assert undecided.overall.value < decided.overall.value < 1.0
    assert decided.second_reader == undecided.second_reader == {"checked": 4.0, "agreed": 0.0, "kappa": 0.0}


def test_a_stratum_without_labels_leaves_areas_undefined_and_says_so(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=60, allocation="equal")
    reference = label(tmp_path / "s.gpkg", {"op": PIT, "wr": DUMP})
    lonlat, columns = points(reference)
    columns["label"][columns["stratum"] == 2] = None
    part = write_layer(tmp_path / "part.gpkg", list(shapely.points(lonlat)), layer="sample", **columns)
    result = assess(project, part)
    assert result.overall.value is None
    assert [n.facts for n in result.warnings if n.code == "strata-too-small"] == [{"empty": 1, "single": 0}]


def test_a_label_that_is_no_class_is_named(project, tmp_path):
    draw(project, tmp_path / "s.gpkg", size=60)
    reference = label(tmp_path / "s.gpkg", {"opn pit": PIT})
    with pytest.raises(AnnotationsError, match="'opn pit' of point"):
        assess(project, reference)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"size": 3}, "at least 6 points"),
        ({"size": -1}, "SIZE is -1"),
        ({"allocation": "random"}, "ALLOCATION is 'random'"),
        ({"seed": -1}, "SEED is -1"),
        ({"expected_accuracy": {"pit": 0.9}}, "'pit=0.9'"),
        ({"expected_accuracy": {"op": 1.5}}, "'op=1.5'"),
        ({"standard_error": 0.0}, "standard error"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_parameters_that_make_no_sample_are_named(project, tmp_path, options, words):
    with pytest.raises(ParameterError, match=words):
        draw(project, tmp_path / "s.gpkg", **options)
    assert not (tmp_path / "s.gpkg").exists()


def test_a_project_is_never_written_over(project, tmp_path):
    before = project.read_bytes()
    with pytest.raises(ParameterError, match="also read"):
        draw(project, project, size=60)
    other = write_layer(tmp_path / "other.gpkg", [PIT], **{"class": [5]})
    with pytest.raises(OutputError, match="holds other layers"):
        draw(project, other, size=60)
    assert project.read_bytes() == before


def test_an_empty_map_has_nothing_to_sample(tmp_path):
    path = write_layer(tmp_path / "a.gpkg", [PIT], **{"class": [5], "state": ["rejected"]})
    with pytest.raises(AnnotationsError, match="nothing to sample"):
        draw(path, tmp_path / "s.gpkg", size=60)


def test_a_cancelled_draw_leaves_no_file(project, tmp_path):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        draw_sample(SamplePointsRequest(SectorSource(str(project)), str(tmp_path / "s.gpkg"), 60), job)
    assert not (tmp_path / "s.gpkg").exists()
