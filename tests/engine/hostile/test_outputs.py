"""Places that take no file, projects that are none, and runs that end in the middle."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely

from mining_monitor.contract.results import ClassTotal
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, store_run
from mining_monitor.engine.geodesy import area_m2
from tests.clock import within

from .conftest import ROOT, Engine, assert_one_sentence, classes


def ask(engine, write, model, **asked):
    return engine.ask("detect", image={"path": write(classes()), "scene_id": "s"}, model=model, **asked)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def dump(project: Path) -> list[str]:
    with sqlite3.connect(project) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [
            repr(connection.execute(f"SELECT * FROM {t}").fetchall()) for t in ("sectors", "runs", "observed", "log")
        ]


@pytest.mark.parametrize("name", ["output", "class_raster", "confidence_raster"])
@pytest.mark.parametrize("place", ["/proc/nowhere/x.gpkg", "/dev/null", "{folder}", "a\0.gpkg", "{folder}/{long}.gpkg"])
def test_a_place_that_takes_no_file_is_named(engine, write, model, tmp_path, name, place):
    if name == "output" and place in ("/dev/null", "{folder}"):
        (tmp_path / "folder.gpkg").mkdir()
        place = "{folder}/folder.gpkg"
    path = place.replace("{folder}", str(tmp_path)).replace("{long}", "y" * 300)
    assert_one_sentence(ask(engine, write, model, **{name: path}), "cannot be written")
    assert engine.left_over() == []
    assert not any("partial" in found for found in names_in(tmp_path))
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("name", ["output", "class_raster"])
def test_what_is_read_is_not_written_over(engine, write, model, tmp_path, name):
    image = write(classes(), "image.gpkg" if name == "output" else "image.tif")
    if name == "output":
        Path(image).rename(tmp_path / "image.gpkg")
    before = Path(image).read_bytes()
    assert_one_sentence(engine.ask("detect", image={"path": image}, model=model, **{name: image}), "also reads")
    assert Path(image).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_project_stays_as_it_is(engine, write, model, tmp_path, content):
    project = tmp_path / "p.gpkg"
    project.write_bytes(content)
    assert_one_sentence(ask(engine, write, model, output=str(project)), "p.gpkg")
    assert project.read_bytes() == content


def test_a_project_that_lacks_a_column_is_refused_and_stays_as_it_is(engine, write, model, tmp_path):
    project = tmp_path / "p.gpkg"
    ask(engine, write, model, output=str(project))
    with sqlite3.connect(project) as connection:
        connection.execute("ALTER TABLE runs DROP COLUMN warnings")
    before = project.read_bytes()
    assert_one_sentence(ask(engine, write, model, output=str(project)), "warnings")
    assert project.read_bytes() == before


@pytest.mark.clock
def test_a_locked_project_can_still_be_cancelled(engine, write, model, tmp_path):
    project = tmp_path / "p.gpkg"
    ask(engine, write, model, output=str(project))
    before = dump(project)
    with sqlite3.connect(project, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        number = engine.start("detect", {"image": {"path": write(classes())}, "model": model, "output": str(project)})
        time.sleep(1)
        asked = time.monotonic()
        engine.send(json.dumps({"id": number, "type": "cancel"}).encode())
        assert engine.final(number)["type"] == "cancelled"
        assert time.monotonic() - asked < within(2)
        other.execute("ROLLBACK")
    assert dump(project) == before


def run_of(name: str, count: int = 50) -> Run:
    boxes = shapely.box(np.arange(count) * 1e-3, 0, np.arange(count) * 1e-3 + 5e-4, 5e-4)
    sectors = [NewSector(box, 5, 0.5) for box in boxes]
    return Run({"run_id": name, "scene_id": name}, [sectors], shapely.box(0, 0, 1, 1), 1.0)


def test_two_runs_that_make_one_project_at_once_are_both_in_it(tmp_path):
    project = tmp_path / "p.gpkg"
    threads = [threading.Thread(target=store_run, args=(run_of(name), project)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sqlite3.connect(project) as connection:
        assert sorted(connection.execute("SELECT run_id, sectors FROM runs")) == [("a", 50), ("b", 50), ("c", 50)]
        assert connection.execute("SELECT count(*) FROM sectors").fetchone() == (150,)
    assert names_in(tmp_path) == ["p.gpkg"]


def test_invalid_and_unreadable_reviewed_sectors_do_not_stop_a_run(tmp_path):
    project = tmp_path / "p.gpkg"
    store_run(run_of("a", 3), project)
    bow = shapely.from_wkt("POLYGON ((0 0, 5e-4 5e-4, 5e-4 0, 0 5e-4, 0 0))")
    from mining_monitor.engine.annotation import geopackage

    with geopackage.transaction(project) as connection:
        connection.execute("UPDATE sectors SET state='approved', geom=? WHERE fid=1", (geopackage.to_blob(bow.wkb),))
        connection.execute("UPDATE sectors SET state='approved' WHERE fid=2")
        connection.execute("UPDATE sectors SET geom=NULL WHERE fid=3")
    stored = store_run(run_of("a", 3), project)
    whole, half = area_m2(shapely.box(2e-3, 0, 2.5e-3, 5e-4)), area_m2(shapely.box(0, 0, 5e-4, 5e-4)) / 2
    assert stored.totals == (ClassTotal(5, "op", 3, pytest.approx(whole + half, rel=1e-6)),)


def test_a_full_disk_is_named_and_the_earlier_file_stays(engine, write, model, tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        earlier = place / "sectors.geojson"
        earlier.write_text("earlier")
        for name in ("sectors.geojson", "sectors.gpkg"):
            answer = ask(engine, write, model, output=str(place / name))
            assert_one_sentence(answer, "disk is full", name)
            assert answer["code"] == "disk-full"
        assert names_in(place) == ["sectors.geojson"]
        assert earlier.read_text() == "earlier"
    finally:
        subprocess.run(["umount", place], check=True)
    assert engine.left_over() == []


@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM", "SIGINT", "stdin", "stdout"])
@pytest.mark.clock
def test_an_engine_that_ends_in_the_middle_leaves_the_project_whole(model, write, tmp_path, end):
    work, project = tmp_path / "work", tmp_path / "p.gpkg"
    image = write(classes(120, 120))
    asked = {"image": {"path": image}, "model": model, "output": str(project), "class_raster": str(tmp_path / "c.tif")}
    first = Engine(work)
    first.start("detect", {**asked, "extent": {"west": 5e5, "south": 6_999_900, "east": 500_100, "north": 7e6}})
    first.final(1)
    before = dump(project)
    first.start("detect", asked)
    while first.read().get("stage") != "store":
        pass
    asked_at = time.monotonic()
    if end.startswith("SIG"):
        first.process.send_signal(getattr(signal, end))
    else:
        getattr(first.process, end).close()
    first.process.wait(60)
    assert time.monotonic() - asked_at < within(4)
    first.process.stdout.close()
    after = dump(project)
    assert after == before or end == "stdout"  # that nobody listens shows with the next word
    if end != "SIGKILL":
        assert first.left_over() == []
        assert not [name for name in names_in(tmp_path) if "partial" in name or "journal" in name]
    second = Engine(work)
    second.ask("detect", **asked)
    assert second.left_over() == []
    assert not [name for name in names_in(tmp_path) if "partial" in name or "journal" in name]
    second.end()


def test_the_numbers_of_a_run_agree_wherever_they_are_written(engine, write, model, tmp_path):
    pixels = np.where(np.arange(30) < 5, 99, classes()).astype(np.uint8)
    asked = {"image": {"path": write(pixels, nodata=99)}, "model": model, "min_area_m2": 250.0}
    project, geojson, raster = (str(tmp_path / name) for name in ("p.gpkg", "p.geojson", "c.tif"))
    result = engine.ask("detect", **asked, output=project, class_raster=raster)["result"]
    other = engine.ask("detect", **asked, output=geojson)["result"]
    assert other["totals"] == result["totals"]
    with sqlite3.connect(project) as connection:
        rows = connection.execute(
            'SELECT "class", count(*), sum(area_m2) FROM sectors GROUP BY 1 ORDER BY 1'
        ).fetchall()
        run = connection.execute("SELECT sectors, counts, observed_m2, not_observed_m2 FROM runs").fetchone()
    assert rows == [(t["code"], t["sectors"], pytest.approx(t["area_m2"], rel=1e-9)) for t in result["totals"]]
    assert run[0] == result["sectors"] == sum(t["sectors"] for t in result["totals"])
    assert json.loads(run[1]) == {
        t["key"]: {"sectors": t["sectors"], "area_m2": t["area_m2"]} for t in result["totals"]
    }
    assert run[2:] == (result["observed_m2"], result["not_observed_m2"])
    features = json.loads(Path(geojson).read_text())["features"]
    with rasterio.open(raster) as dataset:
        found = dataset.read(1)
    pixel_m2 = (result["observed_m2"] + result["not_observed_m2"]) / found.size
    for total in result["totals"]:
        same = [f for f in features if f["properties"]["class"] == total["code"]]
        assert len(same) == total["sectors"]
        assert sum(f["properties"]["area_m2"] for f in same) == pytest.approx(total["area_m2"], rel=1e-9)
        assert (found == total["code"]).sum() * pixel_m2 == pytest.approx(total["area_m2"], rel=1e-4)
    assert (found == 255).sum() * pixel_m2 == pytest.approx(result["not_observed_m2"], rel=1e-4)


@pytest.mark.parametrize(
    "arguments",
    [[], ["detect"], ["nonsense"], ["detect", "x.tif", "--min-area", "much"], ["detect", "x.tif", "--min-area", "inf"],
     ["detect", "x.tif", "--bands", "red=\u00b2"], ["detect", "x.tif", "--extent", "nan", "-5e-05", "-inf", "0"]],
)  # fmt: skip
def test_the_shell_says_one_sentence_and_ends_with_1(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "mining_monitor.engine", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
