"""One empty profile with the plugin in it, a sample scene and a small real model, for the tests of `qgis_process`."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.real_qgis import ROOT, make_profile, run_qgis_process

_MODEL = """
import sys
from pathlib import Path
from tests.engine.onnx_makers import convnet, write_card
path = convnet(Path(sys.argv[1]), bands=3, classes=4, tile=64)
write_card(path, ("red", "green", "blue"), (0, 5, 8, 9), 64, gsd_m=10.0, value_range="rgb-8bit")
"""


@pytest.fixture(scope="session")
def engine() -> str:
    """The engine's interpreter, which the programs of QGIS are told, too."""
    python = os.environ.setdefault("MINING_MONITOR_ENGINE", str(ROOT / ".venv/engine/bin/python"))
    assert Path(python).is_file(), f"{python} is missing: make engine"
    return python


@pytest.fixture(scope="session")
def command_line(engine):
    """Run the engine's command line and return its result."""

    def run(*arguments: object) -> dict:
        done = subprocess.run(
            [engine, "-m", "mining_monitor.engine", *map(str, arguments), "--json"],
            cwd=ROOT, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-4000:]
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def profiles(tmp_path_factory, engine) -> Path:
    """A folder of profiles whose default one has this checkout's plugin enabled."""
    folder = tmp_path_factory.mktemp("profiles")
    make_profile(folder)
    return folder


@pytest.fixture(scope="session")
def scene(tmp_path_factory, command_line) -> Path:
    """A true-colour sample scene of 384 x 320 pixels, no multiple of any tile."""
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    command_line("sample-scene", path, "--size", 384, 320, "--seed", 7)
    return path


@pytest.fixture(scope="session")
def model(tmp_path_factory, engine) -> Path:
    """A convolutional net with fixed random weights and its card."""
    path = tmp_path_factory.mktemp("model") / "small.onnx"
    done = subprocess.run([engine, "-c", _MODEL, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=300)
    if "No module named 'onnx'" in done.stderr:
        pytest.skip("this engine has no onnx package to make a model with")
    assert done.returncode == 0, done.stderr[-4000:]
    return path


@pytest.fixture(scope="session")
def qgis_process(profiles):
    """Run the real `qgis_process` on that profile."""

    def run(*arguments: object, **variables: str) -> subprocess.CompletedProcess:
        return run_qgis_process(profiles, *map(str, arguments), **variables)

    return run
