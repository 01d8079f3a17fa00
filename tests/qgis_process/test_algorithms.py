"""The algorithms of CONTRACT 1 in the real `qgis_process`: an image in, sectors and GeoJSON out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.qgis_process.geopackage import read_sectors
from tests.real_qgis import run_algorithm

#: Parameters of CONTRACT 1, in its order.
PARAMETERS = {
    "detectsectors": [
        "INPUT", "EXTENT", "MODEL", "BANDS", "OVERLAP", "MIN_CONFIDENCE", "MIN_AREA", "SIMPLIFY", "VALID_MASK",
        "OUTPUT", "CLASS_RASTER", "CONFIDENCE_RASTER",
    ],
    "exportgeojson": ["INPUT", "PROFILE", "STATES", "GENERALISE", "OUTPUT"],
    "importannotations": ["INPUT", "REPAIR", "OUTPUT", "ISSUES"],
    "validateannotations": ["INPUT", "ISSUES"],
    "samplepoints": ["INPUT", "SIZE", "ALLOCATION", "SEED", "OUTPUT"],
    "assessaccuracy": ["INPUT", "REFERENCE", "EXTENT", "OUTPUT", "TABLE"],
    "sitereport": ["INPUT", "IMAGE", "COMPARE", "OUTPUT", "TABLE"],
    "trainingchips": ["IMAGE", "SECTORS", "SIZE", "OVERLAP", "SPLIT", "OUTPUT"],
    "detectchange": ["BEFORE", "AFTER", "TOLERANCE", "MIN_AREA", "OUTPUT", "MATRIX"],
}  # fmt: skip


@pytest.fixture(scope="module")
def detected(profiles, scene, model, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("detected")
    return run_algorithm(
        profiles, "miningmonitor:detectsectors",
        INPUT=scene, MODEL=model, OUTPUT=folder / "sectors.gpkg", CLASS_RASTER=folder / "classes.tif",
        CONFIDENCE_RASTER=folder / "confidence.tif",
    )  # fmt: skip


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_an_algorithm_has_exactly_the_parameters_of_the_contract(qgis_process, name):
    done = qgis_process("--json", "help", f"miningmonitor:{name}")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout[done.stdout.index("{") :])
    assert list(said["parameters"]) == PARAMETERS[name] or sorted(said["parameters"]) == sorted(PARAMETERS[name])


def test_detect_writes_sectors_and_rasters(detected):
    assert len(read_sectors(Path(detected["OUTPUT"]))) > 0
    assert Path(detected["CLASS_RASTER"]).stat().st_size > 0
    assert Path(detected["CONFIDENCE_RASTER"]).stat().st_size > 0


def test_every_detected_sector_is_a_draft_of_the_model(detected):
    assert {(sector.state, sector.source) for sector in read_sectors(Path(detected["OUTPUT"]))} == {("draft", "model")}


def test_chips_to_learn_from_are_cut_with_masks_of_the_same_names(profiles, scene, detected, tmp_path):
    folder = tmp_path / "chips"
    done = run_algorithm(
        profiles, "miningmonitor:trainingchips",
        IMAGE=scene, SECTORS=f"{detected['OUTPUT']}|layername=sectors", SIZE=64, SPLIT="train", OUTPUT=folder,
    )  # fmt: skip
    chips = sorted(path.name for path in (folder / "train" / "img").iterdir())
    assert done["OUTPUT"] == str(folder) and chips
    assert chips == sorted(path.name for path in (folder / "train" / "msk").iterdir())


@pytest.mark.parametrize("profile", ["lames", "report"])
def test_export_writes_a_profile(profiles, detected, profile, tmp_path):
    output = tmp_path / f"{profile}.geojson"
    run_algorithm(
        profiles, "miningmonitor:exportgeojson", INPUT=detected["OUTPUT"], PROFILE=profile, OUTPUT=output
    )  # fmt: skip
    collection = json.loads(output.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == len(read_sectors(Path(detected["OUTPUT"])))
    assert ("crs" in collection) is (profile == "lames")


def test_a_wrong_model_is_one_sentence_and_no_file(qgis_process, scene, tmp_path):
    wrong = tmp_path / "wrong.onnx"
    wrong.write_bytes(b"this is no model")
    output = tmp_path / "sectors.gpkg"
    done = qgis_process(
        "run", "miningmonitor:detectsectors", "--", f"INPUT={scene}", f"MODEL={wrong}", f"OUTPUT={output}"
    )
    assert done.returncode != 0
    assert "wrong.onnx" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not output.exists()


def test_no_engine_is_one_sentence(qgis_process, scene, model, tmp_path):
    missing = str(tmp_path / "no-python")
    done = qgis_process(
        "run", "miningmonitor:detectsectors", "--", f"INPUT={scene}", f"MODEL={model}",
        f"OUTPUT={tmp_path / 'sectors.gpkg'}", MINING_MONITOR_ENGINE=missing,
    )  # fmt: skip
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert "engine" in (done.stdout + done.stderr).lower()
