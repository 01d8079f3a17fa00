"""Layers and numbers that say nothing are refused: they would be read as "nothing is there"."""

from __future__ import annotations

import math

import numpy as np
import pyogrio
import pytest
import shapely

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.change import DetectChangeRequest
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import SiteReportRequest
from mining_monitor.engine.cli import main
from mining_monitor.engine.monitoring.change import detect_change
from mining_monitor.engine.monitoring.judgement import assess_accuracy
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.site_report import write_report
from tests.engine.monitoring.shapes import box_m, write_layer

PIT, DUMP, POND = box_m(0, 0, 400, 300), box_m(400, 0, 500, 300), box_m(0, 400, 200, 200)


@pytest.fixture
def then(tmp_path):
    return str(write_layer(tmp_path / "then.gpkg", [PIT], **{"class": [5], "observed_at": ["2020-05-01"]}))


@pytest.fixture
def now(tmp_path):
    columns = {"class": [5, 9, 8], "observed_at": ["2022-05-01"] * 3}
    return str(write_layer(tmp_path / "now.gpkg", [PIT, DUMP, POND], **columns))


def points(path):
    return write_layer(path, [PIT.centroid], **{"class": [5]})


def no_class(path):
    return write_layer(path, [PIT], Name=["a pit"])


def no_geometry(path):
    return write_empty(path, [None])


def write_empty(path, geometries):
    pyogrio.raw.write(
        str(path), geometry=np.array(geometries, dtype=object), field_data=[np.array([5] * len(geometries), dtype=int)],
        fields=["class"], layer="sectors", crs="EPSG:4326", geometry_type="Polygon", driver="GPKG",
    )  # fmt: skip
    return path


def nothing(path):
    return write_empty(path, [])


SILENT = pytest.mark.parametrize("write", [points, no_class, no_geometry, nothing])


@SILENT
def test_a_layer_that_says_nothing_is_no_reclamation(then, tmp_path, write):
    silent, output = SectorSource(str(write(tmp_path / "silent.gpkg"))), tmp_path / "c.gpkg"
    with pytest.raises(AnnotationsError, match=r"silent\.gpkg has no sector that counts"):
        detect_change(DetectChangeRequest(SectorSource(then), silent, output=str(output)), Job())
    assert not output.exists()


@SILENT
def test_a_map_that_says_nothing_has_no_accuracy(now, tmp_path, write):
    silent = SectorSource(str(write(tmp_path / "silent.gpkg")))
    with pytest.raises(AnnotationsError, match=r"silent\.gpkg has no sector that counts"):
        assess_accuracy(AssessAccuracyRequest(silent, SectorSource(now)), Job())


def test_a_report_on_sectors_without_a_class_says_what_they_lack(tmp_path):
    source = SectorSource(str(no_class(tmp_path / "silent.gpkg")))
    with pytest.raises(AnnotationsError, match="have none of the classes 0 to 9"):
        write_report(SiteReportRequest(source, str(tmp_path / "r.html")), Job())


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0])
@pytest.mark.parametrize("name", ["tolerance_m", "min_area_m2", "dormant_years"])
def test_rules_of_change_are_numbers(then, now, name, value):
    with pytest.raises(ParameterError):
        detect_change(DetectChangeRequest(SectorSource(then), SectorSource(now), **{name: value}), Job())


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0])
def test_the_tolerance_of_outlines_is_a_number(now, value):
    request = AssessAccuracyRequest(SectorSource(now), SectorSource(now), boundary_tolerance_m=value)
    with pytest.raises(ParameterError, match="give 0 or more"):
        assess_accuracy(request, Job())


def test_one_file_is_not_written_twice(then, now, tmp_path):
    one = str(tmp_path / "one.gpkg")
    with pytest.raises(ParameterError, match="which is also OUTPUT"):
        detect_change(DetectChangeRequest(SectorSource(then), SectorSource(now), output=one, table=one), Job())
    with pytest.raises(ParameterError, match="which is also OUTPUT"):
        assess_accuracy(AssessAccuracyRequest(SectorSource(now), SectorSource(then), output=one, table=one), Job())


def test_the_same_outlines_in_another_system_have_no_class_of_slivers(now, tmp_path):
    columns = {"class": [5, 9, 8]}
    moved = write_layer(tmp_path / "utm.gpkg", [PIT, DUMP, POND], crs="EPSG:32719", **columns)
    result = assess_accuracy(AssessAccuracyRequest(SectorSource(str(moved)), SectorSource(now)), Job())
    assert result.codes == (5, 8, 9)
    assert result.overall.value == 1.0


def test_areas_of_strata_that_are_none_are_not_taken(now, tmp_path):
    places = [shape.centroid for shape in (PIT, DUMP, POND)]
    columns = {"label": ["op", "wr", "tsf"], "stratum": [1, 2, 3], "stratum_m2": [-5.0, 1e5, math.nan]}
    sample = write_layer(tmp_path / "sample.gpkg", places, layer="sample", **columns)
    result = assess_accuracy(AssessAccuracyRequest(SectorSource(now), SectorSource(str(sample))), Job())
    assert "sample-without-strata" in {notice.code for notice in result.warnings}
    assert result.area_m2 == pytest.approx(sum(row.mapped_m2 for row in result.classes))


def test_a_report_with_the_dates_in_the_wrong_order_says_so(then, now, tmp_path):
    request = SiteReportRequest(SectorSource(then), str(tmp_path / "r.html"), compare=SectorSource(now))
    assert "dates-reversed" in {notice.code for notice in write_report(request, Job()).warnings}
    request = SiteReportRequest(SectorSource(now), str(tmp_path / "r.html"), compare=SectorSource(then))
    assert "dates-reversed" not in {notice.code for notice in write_report(request, Job()).warnings}


def test_a_name_in_a_file_does_not_steer_the_terminal(now, tmp_path, capsys):
    name = "pit\n\x1b[2Jgone\N{RIGHT-TO-LEFT OVERRIDE}"
    before = write_layer(tmp_path / "b.gpkg", [PIT], **{"class": [5], "site_id": [name]})
    after = write_layer(tmp_path / "a.gpkg", [shapely.union(PIT, DUMP)], **{"class": [5], "site_id": [name]})
    assert main(["detectchange", str(before), str(after)]) == 0
    out = capsys.readouterr().out
    assert "pit  [2Jgone : expanded" in out
    assert all(line.isprintable() for line in out.splitlines())
