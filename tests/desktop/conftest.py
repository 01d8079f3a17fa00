"""One virtual screen, one sample scene and one model for all scenarios."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.real_qgis import ROOT, find_program, make_profile, run_desktop, virtual_display

DRIVER = Path(__file__).with_name("driver.py")

#: Scenarios of their own file, which needs the driver beside it.
PLACES = DRIVER.with_name("places.py")

_MODEL = """
import sys
from pathlib import Path
from tests.engine import onnx_makers
path = Path(sys.argv[1])
onnx_makers.convnet(path, bands=3, classes=5, tile=256, depth=3, width=int(sys.argv[2]), seed=3)
onnx_makers.write_card(path, ("red", "green", "blue"), (0, 5, 9, 8, 4), 256, gsd_range_m=[8, 14])
"""


@pytest.fixture(scope="session")
def engine() -> str:
    python = os.environ.get("MINING_MONITOR_ENGINE") or str(ROOT / ".venv" / "engine" / "bin" / "python")
    if not Path(python).exists():
        pytest.skip("the engine's environment is not built: make engine")
    return python


@pytest.fixture(scope="session")
def display():
    try:
        find_program("qgis.bin", "qgis"), find_program("Xvfb")
    except FileNotFoundError as error:
        pytest.skip(str(error))
    with virtual_display(os.environ.get("MM_SCREEN", "1366x768")) as name:
        yield name


@pytest.fixture(scope="session")
def made(engine, tmp_path_factory) -> Path:
    """A folder with ``scene.tif``, and ``quick`` and ``slow``: folders of one model each."""
    folder = tmp_path_factory.mktemp("made")
    scene = str(folder / "scene.tif")
    command = [engine, "-m", "mining_monitor.engine", "sample-scene", scene, "--size", "768", "768", "--seed", "7"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=300)
    for name, width in (("quick", 16), ("slow", 64)):
        subprocess.run(
            [engine, "-c", _MODEL, str(folder / name / "test.onnx"), str(width)], cwd=ROOT, check=True, timeout=300
        )
    return folder


@pytest.fixture
def drive(tmp_path, made, display, engine):
    """Run a scenario of the driver and return its facts."""

    def run(
        scenario: str, *, model: str = "slow", timeout: float = 600.0, measure: bool = False, script: Path = DRIVER,
        work_more: dict | None = None, **variables: str,
    ) -> dict:  # fmt: skip
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        profiles = folder / "profiles"
        profile = make_profile(profiles)
        projects = folder / "projects"
        projects.mkdir()
        with (profile / "QGIS" / "QGIS3.ini").open("a", encoding="utf-8") as file:
            file.write(f"\n[mining_monitor]\nproject_folder={projects}\neditor=Tester\nlast_model=test\n")
        models = folder / "models"
        shutil.copytree(made / model, models)
        pictures = os.environ.get("MM_PICTURES", "")
        if pictures:
            Path(pictures).mkdir(parents=True, exist_ok=True)
        work, answer = folder / "work.json", folder / "answer.json"
        work.write_text(
            json.dumps({
                "scene": str(made / "scene.tif"), "models": str(models), "pictures": pictures, "measure": measure,
                "geojson": str(tmp_path / "sectors.geojson"), "project": str(projects / "none.gpkg"),
                **(work_more or {}),
            }),
            encoding="utf-8",
        )  # fmt: skip
        facts = run_desktop(
            profiles, script, answer, timeout=timeout, display=display, MM_SCENARIO=scenario,
            MM_WORK=str(work), MM_ANSWER=str(answer), MM_FOLDER=str(DRIVER.parent),
            MINING_MONITOR_ENGINE=engine, MINING_MONITOR_MODELS=str(models), **variables,
        )  # fmt: skip
        facts["projects"] = sorted(path.name for path in projects.iterdir())
        print(json.dumps(facts, indent=1))
        return facts

    return run
