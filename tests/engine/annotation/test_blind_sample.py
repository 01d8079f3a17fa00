"""Blind double annotation: cells by lot that tell nothing, and a comparison on these cells alone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely

from mining_monitor.contract.agreement import CompareBlindSampleRequest, DrawBlindSampleRequest
from mining_monitor.contract.errors import AnnotationsError, CancelledError, OutputError, ParameterError
from mining_monitor.contract.history import VerifyLogRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.blind_sample import draw_cells, grid_cells
from mining_monitor.engine.annotation.matching import border_distances_m
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE

GROUND = shapely.box(-69.05, -22.05, -69.0, -22.0)
PIT, DUMP = shapely.box(-69.04, -22.04, -69.02, -22.02), shapely.box(-69.02, -22.04, -69.01, -22.02)


def fill(path, sectors, *, who="Ana", scene="s"):
    with geopackage.transaction(path) as connection:
        rows = [
            {"geom": shapely.to_wkb(shape), "uuid": f"{who}{number}", "class": code, "class_key": BY_CODE[code].key,
             "state": "edited", "scene_id": scene}
            for number, (shape, code) in enumerate(sectors)
        ]  # fmt: skip
        geopackage.insert(connection, "sectors", rows)


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "first.gpkg"
    geopackage.create_tables(path)
    fill(path, [(PIT, 5), (DUMP, 9)])
    with geopackage.transaction(path) as connection:
        seen = {"geom": shapely.to_wkb(shapely.multipolygons([GROUND])), "run_id": "r", "scene_id": "s"}
        geopackage.insert(connection, "observed", [seen])
        run = {"run_id": "r", "scene_id": "s", "image_name": "Pecket", "observed_at": "2024-03-14",
               "request": json.dumps({"image": {"path": "/images/pecket.tif"}})}  # fmt: skip
        geopackage.insert(connection, "runs", [run])
    return path


def draw(project, name="second.gpkg", **options):
    request = DrawBlindSampleRequest(str(project), str(project.with_name(name)), **options)
    return handle(request, Job())


def read(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def cells_of(path):
    return [shapely.from_wkb(geopackage.from_blob(row[0])) for row in read(path, "SELECT geom FROM observed")]


def test_the_second_one_gets_squares_and_not_a_word_on_the_first_ones_work(project):
    sample = draw(project, cells=12, seed=3)
    assert sample.cells == 12 and read(sample.output, "SELECT count(*) FROM sectors") == [(0,)]
    cells = cells_of(sample.output)
    touching = sum(cell.intersects(PIT) or cell.intersects(DUMP) for cell in cells)
    assert touching == 8  # two thirds, in an order by lot
    everything = " ".join(
        map(str, read(sample.output, "SELECT * FROM runs") + read(sample.output, "SELECT * FROM log"))
    )
    assert "op" not in everything.split() and str(project) not in everything
    assert {row[0] for row in read(sample.output, "SELECT area_m2 > 0 FROM observed")} == {1}


def test_the_sample_opens_the_same_image_and_its_log_is_whole(project):
    sample = draw(project, cells=3)
    request, name, day = read(sample.output, "SELECT request, image_name, observed_at FROM runs")[0]
    assert json.loads(request)["image"]["path"] == "/images/pecket.tif" and (name, day) == ("Pecket", "2024-03-14")
    report = handle(VerifyLogRequest(sample.output), Job())
    assert report.is_usable and report.rows == 1


def test_the_same_seed_draws_the_same_squares_and_another_one_others(project):
    one, again, other = (draw(project, f"{n}.gpkg", cells=9, seed=s) for n, s in ((1, 5), (2, 5), (3, 6)))
    wkts = [[cell.wkt for cell in cells_of(sample.output)] for sample in (one, again, other)]
    assert wkts[0] == wkts[1] != wkts[2]


def test_squares_are_squares_of_that_side_inside_the_ground():
    cells = grid_cells(GROUND, 500.0)
    assert all(GROUND.buffer(1e-9).contains(cell) for cell in cells)
    areas = sorted(area_m2(cell) for cell in cells)
    assert np.median(areas) == pytest.approx(250_000, rel=0.01)
    assert areas[0] >= 0.49 * 250_000
    assert shapely.union_all(cells).area == pytest.approx(sum(cell.area for cell in cells), rel=1e-9)


@pytest.mark.parametrize(("mapped", "empty", "wanted", "expected"), [(100, 100, 30, 20), (5, 100, 30, 5),
                                                                     (100, 2, 30, 28), (3, 2, 30, 3)])  # fmt: skip
def test_where_one_kind_has_too_few_the_other_fills_up(mapped, empty, wanted, expected):
    kinds = np.array([True] * mapped + [False] * empty)
    drawn = draw_cells(kinds, wanted, np.random.default_rng(1))
    assert len(set(drawn)) == len(drawn) == min(wanted, mapped + empty)
    assert kinds[drawn].sum() == expected


def test_every_cell_of_a_kind_is_as_likely():
    kinds = np.array([True] * 6 + [False] * 6)
    counts = np.zeros(12)
    for seed in range(3000):
        counts[draw_cells(kinds, 3, np.random.default_rng(seed))] += 1
    assert counts[:6] == pytest.approx(3000 * 2 / 6, rel=0.1) and counts[6:] == pytest.approx(3000 / 6, rel=0.15)


def annotate(sample, dump_code=9):
    """The second annotator draws what can be seen, whole sectors, also where they leave the squares."""
    fill(Path(sample.output), [(PIT, 5), (DUMP, dump_code)], who="Bert", scene="other name")


def test_two_who_see_the_same_agree_whole(project):
    sample = draw(project, cells=20)
    annotate(sample)
    result = handle(CompareBlindSampleRequest(str(project), sample.output), Job())
    assert (result.kappa, result.conflicts, result.verdict) == (1.0, 0, "accept")
    assert {each.key: each.iou for each in result.classes} == pytest.approx({"op": 1.0, "wr": 1.0})
    assert result.first_only == result.second_only == 0


def test_another_class_is_a_difference_inside_the_squares_only(project):
    sample = draw(project, cells=20, seed=1)
    annotate(sample, dump_code=8)
    output = project.with_name("differences.gpkg")
    result = handle(CompareBlindSampleRequest(str(project), sample.output, output=str(output)), Job())
    cells = shapely.union_all(cells_of(sample.output))
    found = [shapely.from_wkb(geopackage.from_blob(r[0])) for r in read(output, "SELECT geom FROM conflicts")]
    assert shapely.union_all(found).area == pytest.approx(cells.intersection(DUMP).area, rel=1e-6)
    assert set(read(output, "SELECT first_key, second_key, decision FROM conflicts")) == {("wr", "tsf", None)}
    assert result.conflicts == len(found) > 0 and result.kappa < 1


def test_the_edge_of_a_square_is_nobodys_border():
    cell = shapely.box(-69.03, -22.04, -69.02, -22.03)
    one, other = cell, shapely.intersection(cell, shapely.box(-69.025, -22.05, -69.0, -22.0))
    assert border_distances_m(one, other).max() > 100
    assert len(border_distances_m(one, other, cell)) == 0
    inner = shapely.box(-69.028, -22.04, -69.02, -22.03)
    moved = shapely.box(-69.027, -22.04, -69.02, -22.03)
    apart = border_distances_m(inner, moved, cell)
    assert apart.min() == pytest.approx(0.001 * 111_319.49 * np.cos(np.radians(22.035)), rel=0.01)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"cells": 0}, "CELLS is 0"), ({"cell_m": 1e9}, "CELL_M"), ({"cell_m": float("nan")}, "CELL_M is nan"),
     ({"name": "x.geojson"}, "OUTPUT ends with"), ({"cell_m": 20_000.0}, "No cell of 20000 m")],
    ids=["no cells", "too large", "nan", "no gpkg", "nothing fits"],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_and_leaves_nothing(project, change, sentence):
    with pytest.raises((ParameterError, AnnotationsError), match=sentence):
        draw(project, **change)
    assert [path.name for path in project.parent.iterdir()] == ["first.gpkg"]


def test_a_file_that_is_there_is_not_overwritten(project):
    sample = draw(project, cells=2)
    before = project.with_name("second.gpkg").read_bytes()
    with pytest.raises(OutputError, match="exists already"):
        draw(project, cells=2)
    assert project.with_name("second.gpkg").read_bytes() == before and sample.cells == 2


def test_a_project_without_anything_is_one_sentence(tmp_path):
    path = tmp_path / "empty.gpkg"
    geopackage.create_tables(path)
    with pytest.raises(AnnotationsError, match="no ground and no sectors"):
        draw(path)


def test_a_file_that_is_no_sample_is_one_sentence(project):
    with pytest.raises(AnnotationsError, match="is no blind sample"):
        handle(CompareBlindSampleRequest(str(project), str(project)), Job())


def test_a_cancelled_draw_leaves_nothing(project):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        handle(DrawBlindSampleRequest(str(project), str(project.with_name("x.gpkg"))), job)
    assert not project.with_name("x.gpkg").exists()
