"""The desktop, `qgis_process` and the command line give the same polygons, bit by bit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.qgis_process.geopackage import read_sectors
from tests.real_qgis import SHARED_DATA, run_algorithm, run_desktop, virtual_display

PATCH = SHARED_DATA / "lames" / "s2_tci_patch.tif"

#: All chips, or as many as ``MINING_MONITOR_CHIPS`` says (the matrix repeats the comparison with a few).
CHIPS = sorted((SHARED_DATA / "sentinel2_chips").glob("*.tif"))[: int(os.environ.get("MINING_MONITOR_CHIPS", "1000"))]

IN_DESKTOP = Path(__file__).with_name("in_desktop.py")

pytestmark = pytest.mark.skipif(not PATCH.is_file(), reason=f"{PATCH.name} of the shared data is absent")


@pytest.fixture(scope="module")
def by_command_line(command_line, model, tmp_path_factory) -> dict[str, list]:
    folder = tmp_path_factory.mktemp("command-line")
    found = {}
    for image in [PATCH, *CHIPS]:
        output = folder / f"{image.stem}.gpkg"
        command_line("detect", image, "--model", model, "--out", output)
        found[image.name] = read_sectors(output)
    return found


@pytest.fixture(scope="module")
def by_desktop(profiles, model, tmp_path_factory) -> dict[str, list]:
    folder = tmp_path_factory.mktemp("desktop")
    jobs = [{"image": str(path), "output": str(folder / path.stem / "sectors.gpkg")} for path in [PATCH, *CHIPS]]
    for job in jobs:
        Path(job["output"]).parent.mkdir()  # Processing names the table after the file
    work = folder / "work.json"
    work.write_text(json.dumps({"jobs": jobs, "model": str(model)}), encoding="utf-8")
    answer = folder / "answer.json"
    with virtual_display() as display:
        said = run_desktop(
            profiles, IN_DESKTOP, answer, timeout=600, display=display,
            JOURNEY_WORK=str(work), JOURNEY_ANSWER=str(answer),
        )  # fmt: skip
    assert said["problems"] == []
    return {Path(job["image"]).name: read_sectors(Path(job["output"])) for job in jobs}


def test_there_is_something_to_compare(by_command_line):
    assert sum(len(sectors) for sectors in by_command_line.values()) > len(by_command_line)


@pytest.mark.parametrize("image", [PATCH, *CHIPS], ids=lambda path: path.stem)
def test_qgis_process_and_the_command_line_agree(profiles, model, by_command_line, image, tmp_path):
    results = run_algorithm(
        profiles, "miningmonitor:detectsectors", INPUT=image, MODEL=model, OUTPUT=tmp_path / "sectors.gpkg"
    )
    assert read_sectors(Path(results["OUTPUT"])) == by_command_line[image.name]


@pytest.mark.parametrize("image", [PATCH, *CHIPS], ids=lambda path: path.stem)
def test_the_desktop_and_the_command_line_agree(by_desktop, by_command_line, image):
    assert by_desktop[image.name] == by_command_line[image.name]
