"""What speaks for looking at a sector: the last map says otherwise, people refused it before, an unusual size."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.reviewing import RankSectorsRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, store_run
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job

WORLD = shapely.box(-71, -24, -69, -22)
PIT = shapely.box(-70.002, -23.002, -70.0, -23.0)
HALF_PIT = shapely.box(-70.002, -23.002, -70.001, -23.0)
FAR = shapely.box(-69.9, -23.002, -69.898, -23.0)
SPECK = shapely.box(-69.8, -23.0001, -69.7999, -23.0)


def store(path: Path, scene: str, date: str, *sectors: NewSector, threshold: float = 0.0) -> None:
    row = {
        "run_id": f"run-{scene}", "scene_id": scene, "observed_at": date, "gsd_m": 10.0, "started_at": date,
        "request": json.dumps({"min_confidence": threshold}),
    }  # fmt: skip
    store_run(Run(row, [sectors], WORLD, 1.0), path)


def rank(path: Path, scene: str):
    output = path.with_suffix(".json")
    result = handle(RankSectorsRequest(str(path), scene, str(output)), Job())
    told = json.loads(output.read_text(encoding="utf-8"))
    with geopackage.transaction(path) as connection:
        codes = dict(connection.execute("SELECT uuid, class FROM sectors WHERE scene_id = ?", (scene,)))
    return result, {codes[uuid]: facts for uuid, facts in told.items()}


def test_the_last_map_of_another_class_is_told_with_its_share_and_date(tmp_path):
    path = tmp_path / "mine.gpkg"
    store(path, "old", "2019-01-01", NewSector(PIT, 8, 0.8))
    store(path, "last", "2021-01-01", NewSector(HALF_PIT, 9, 0.8))
    store(path, "new", "2023-01-01", NewSector(PIT, 5, 0.8), NewSector(FAR, 9, 0.8), threshold=0.4)
    result, told = rank(path, "new")
    assert told == {5: {"disputed": 0.5, "disputed_code": 9, "disputed_at": "2021-01-01"}}
    assert (result.sectors, result.disputed, result.unusual, result.min_confidence) == (2, 1, 0, 0.4)


def test_the_same_class_on_the_last_map_speaks_for_nothing(tmp_path):
    path = tmp_path / "mine.gpkg"
    store(path, "last", "2021-01-01", NewSector(PIT, 5, 0.8))
    store(path, "new", "2023-01-01", NewSector(PIT, 5, 0.8))
    assert rank(path, "new")[1] == {}


def test_a_sector_where_people_refused_one_before_is_told_with_their_reason(tmp_path):
    path = tmp_path / "mine.gpkg"
    store(path, "last", "2021-01-01", NewSector(PIT, 8, 0.8))
    with geopackage.transaction(path) as connection:
        connection.execute("UPDATE sectors SET state = 'rejected', comment = 'Water', edited_at = '2021-02-01'")
    store(path, "new", "2023-01-01", NewSector(PIT, 8, 0.8))
    assert rank(path, "new")[1] == {8: {"rejected": 1.0, "reason": "Water"}}


def test_an_unusual_size_is_told_with_what_is_usual(tmp_path):
    path = tmp_path / "mine.gpkg"
    store(path, "new", "2023-01-01", NewSector(SPECK, 8, 0.8), NewSector(FAR, 9, 0.8))
    assert rank(path, "new")[1] == {8: {"low_ha": 0.6, "high_ha": 4930.0}}


def test_a_file_that_is_no_project_or_no_place_is_a_sentence(tmp_path):
    with pytest.raises(AnnotationsError, match="There is no project"):
        rank(tmp_path / "none.gpkg", "new")
    path = tmp_path / "mine.gpkg"
    store(path, "new", "2023-01-01", NewSector(FAR, 9, 0.8))
    with pytest.raises(ParameterError, match="OUTPUT"):
        handle(RankSectorsRequest(str(path), "new", str(path)), Job())


@pytest.mark.parametrize("request_text", ["", "{", "[]", '{"min_confidence": "x"}', '{"min_confidence": null}'])
def test_a_damaged_run_has_no_threshold(tmp_path, request_text):
    path = tmp_path / "mine.gpkg"
    store(path, "new", "2023-01-01", NewSector(FAR, 9, 0.8))
    with geopackage.transaction(path) as connection:
        connection.execute("UPDATE runs SET request = ?", (request_text,))
    assert rank(path, "new")[0].min_confidence == 0.0
