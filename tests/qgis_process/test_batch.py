"""The algorithm as a batch in the real desktop: one row an image, every result loaded and styled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.qgis_process.geopackage import read_sectors
from tests.real_qgis import run_desktop, virtual_display

IN_BATCH = Path(__file__).with_name("in_batch.py")


@pytest.fixture(scope="module")
def scenes(tmp_path_factory, command_line) -> list[Path]:
    folder = tmp_path_factory.mktemp("scenes")
    for seed in (7, 8):
        command_line("sample-scene", folder / f"scene{seed}.tif", "--size", 256, 256, "--seed", seed)
    return [folder / "scene7.tif", folder / "scene8.tif"]


def test_a_batch_detects_on_each_image_and_loads_what_it_found(
    profiles, scenes, model, command_line, tmp_path
):  # fmt: skip
    jobs = []
    for image in scenes:
        (tmp_path / image.stem).mkdir()
        outputs = {"output": "sectors.gpkg", "classes": "classes.tif"}
        jobs.append({"image": str(image), **{k: str(tmp_path / image.stem / name) for k, name in outputs.items()}})
    work, answer = tmp_path / "work.json", tmp_path / "answer.json"
    work.write_text(json.dumps({"jobs": jobs, "model": str(model)}), encoding="utf-8")

    with virtual_display() as display:
        said = run_desktop(
            profiles, IN_BATCH, answer, timeout=600, display=display,
            JOURNEY_WORK=str(work), JOURNEY_ANSWER=str(answer),
        )  # fmt: skip

    assert said["problem"] == ""
    styled = [[job["output"], "categorizedSymbol"] for job in jobs]
    if said["version"] < 33600:  # later dialogs run in the background and were not seen to load optional rasters
        styled += [[job["classes"], "paletted"] for job in jobs]
    assert said["layers"] == sorted(styled)
    assert all(Path(job["classes"]).is_file() for job in jobs)
    for job in jobs:
        alone = tmp_path / "alone.gpkg"
        alone.unlink(missing_ok=True)
        command_line("detect", job["image"], "--model", model, "--out", alone)
        assert read_sectors(Path(job["output"])) == read_sectors(alone)
