"""The algorithms as steps of a Processing model, run by the real `qgis_process` from a .model3 file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qgis_process.geopackage import read_sectors
from tests.real_qgis import ROOT, run_algorithm, run_qgis_process

MAKE_MODEL = Path(__file__).with_name("make_model.py")


@pytest.fixture(scope="module")
def chain(tmp_path_factory, engine) -> Path:
    """A model as the designer writes it: detectsectors (MIN_AREA 500), whose sectors go to exportgeojson."""
    path = tmp_path_factory.mktemp("chain") / "chain.model3"
    done = subprocess.run(
        [sys.executable, str(MAKE_MODEL), str(path), str(ROOT)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return path


def test_a_model_detects_and_exports_in_one_go(profiles, chain, scene, model, tmp_path):
    alone = run_algorithm(
        profiles, "miningmonitor:detectsectors",
        INPUT=scene, MODEL=model, MIN_AREA=500, OUTPUT=tmp_path / "alone.gpkg",
    )  # fmt: skip
    classes, geojson = tmp_path / "classes.tif", tmp_path / "sectors.geojson"

    run_algorithm(
        profiles, str(chain),
        **{"image": scene, "network": model, "detect:Classes": classes, "export:GeoJSON": geojson},
    )  # fmt: skip

    sectors = read_sectors(Path(alone["OUTPUT"]), "alone")
    features = json.loads(geojson.read_text(encoding="utf-8"))["features"]
    assert len(sectors) > 10
    assert sorted(f["properties"]["class"] for f in features) == sorted(sector.class_code for sector in sectors)
    assert sum(f["properties"]["area_m2"] for f in features) == pytest.approx(sum(s.area_m2 for s in sectors))
    assert classes.stat().st_size > 0


def test_a_step_that_fails_ends_the_model_with_its_sentence(profiles, chain, scene, tmp_path):
    wrong, geojson = tmp_path / "wrong.onnx", tmp_path / "sectors.geojson"
    wrong.write_bytes(b"this is no model")

    done = run_qgis_process(
        profiles, "run", str(chain), "--", f"image={scene}", f"network={wrong}",
        f"detect:Classes={tmp_path / 'classes.tif'}", f"export:GeoJSON={geojson}",
    )  # fmt: skip

    assert done.returncode != 0
    assert "wrong.onnx" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not geojson.exists()
