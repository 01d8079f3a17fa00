"""A series of dates: areas on ground that every date saw, sites that keep their name through all of them."""

from __future__ import annotations

import csv
import math

import pytest
import shapely

from mining_monitor.contract.change import TimeSeriesRequest
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.engine.monitoring.series import follow
from mining_monitor.engine.progress import Job
from tests.engine.monitoring.shapes import box_m, write_layer

PLACE = box_m(-2000, -2000, 6000, 6000)
QUIET, CLOUD = box_m(3000, 0, 200, 200), box_m(2000, -2000, 2000, 6000)


def state(path, widths, at, observed=PLACE):
    shapes = [box_m(0, 0, width, 300) for width in widths] + [QUIET]
    write_layer(path, shapes, **{
        "class": [5] * len(widths) + [9], "site_id": ["a"] * len(widths) + ["q"], "observed_at": [at] * len(shapes),
    })  # fmt: skip
    return write_layer(path, [observed], layer="observed", run_id=["r"], observed_at=[at])


@pytest.fixture
def files(tmp_path):
    widths = {"2016-05-01": [], "2018-05-01": [200], "2020-05-01": [400], "2022-05-01": [400]}
    return [state(tmp_path / f"{at}.gpkg", width, at) for at, width in widths.items()]


def series(files, **options):
    return follow(TimeSeriesRequest(tuple(SectorSource(str(path)) for path in files), **options), Job())


def test_areas_and_rates_follow_the_dates_whatever_their_order(files):
    result = series([files[2], files[0], files[3], files[1]])
    assert result.dates == ("2016-05-01", "2018-05-01", "2020-05-01", "2022-05-01")
    pit = [point for point in result.points if point.key == "op"]
    assert [point.area_m2 / 1e4 for point in pit] == pytest.approx([0, 6, 12, 12], abs=0.001)
    assert [point.rate for point in pit[:2]] == [None, None]  # from nothing there is no rate
    assert pit[2].rate == pytest.approx(math.log(2) / (731 / 365.25), rel=1e-3)
    assert [change.expansion_m2 / 1e4 for change in result.changes] == pytest.approx([6, 6, 0], abs=0.001)


def test_sites_have_a_status_at_each_date_and_grow_dormant_over_several(files):
    sites = {site.site: site for site in series(files, dormant_years=4.0).sites}
    assert sites["a"].status == ("absent", "new", "expanded", "stable")
    assert sites["q"].status == ("first", "stable", "dormant", "dormant")
    assert sites["q"].area_m2 == pytest.approx([40_000] * 4, rel=1e-3)


def test_ground_that_one_date_could_not_see_counts_at_no_date_when_dates_are_compared(files, tmp_path):
    clouded = state(tmp_path / "c.gpkg", [400], "2023-05-01", observed=shapely.difference(PLACE, CLOUD))
    # what is mapped was seen: the cloudy date maps the quiet site all the same only where somebody drew it
    result = series([files[2], clouded])
    assert [p.comparable_m2 for p in result.points if p.key == "wr"] == pytest.approx([40_000] * 2, rel=1e-3)
    write_layer(tmp_path / "d.gpkg", [box_m(0, 0, 400, 300)], **{"class": [5], "observed_at": ["2023-05-01"]})
    bare = write_layer(tmp_path / "d.gpkg", [shapely.difference(PLACE, CLOUD)], layer="observed", run_id=["r"])
    result = series([files[2], bare])
    assert [(p.area_m2 > 0, p.comparable_m2) for p in result.points if p.key == "wr"] == [(True, 0.0), (False, 0.0)]
    assert [site.status for site in result.sites if site.site == "q"] == [("first", "not observed")]


def test_the_table_has_a_row_for_each_date_and_class(files, tmp_path):
    series(files, table=str(tmp_path / "t.csv"))
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["date"], row["class_key"]) for row in rows[:3]] == [
        ("2016-05-01", "all"), ("2016-05-01", "op"), ("2016-05-01", "wr"),
    ]  # fmt: skip
    assert len(rows) == 12


def test_dates_that_are_missing_or_double_are_named(files, tmp_path):
    plain = write_layer(tmp_path / "p.gpkg", [QUIET], **{"class": [9]})
    with pytest.raises(ParameterError, match="has no date"):
        series([files[0], plain])
    with pytest.raises(ParameterError, match="have the date 2016-05-01"):
        series([files[0], files[0]])
    with pytest.raises(ParameterError, match="at least 2 dates"):
        series(files[:1])
