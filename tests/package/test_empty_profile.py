"""The zip in an empty profile of the real desktop: engine set-up, sample scene, Detect, export, without a terminal."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.real_qgis import ROOT, make_profile, run_desktop, virtual_display

JOURNEY = ROOT / "tests" / "demo" / "journey.py"

#: The set-up downloads the engine's libraries; a slow line takes most of this.
SECONDS = 1200


@pytest.fixture(scope="module")
def profiles(tmp_path_factory) -> Path:
    """Where the empty profile goes; ``MINING_MONITOR_PROFILES`` keeps it for the tests that come after."""
    named = os.environ.get("MINING_MONITOR_PROFILES")
    return Path(named) if named else tmp_path_factory.mktemp("profiles")


@pytest.fixture(scope="module")
def journey(archive, profiles, tmp_path_factory) -> dict:
    """What happened on the analyst's first way through the plugin."""
    folder = tmp_path_factory.mktemp("journey")
    make_profile(profiles, archive=archive)
    work, answer = folder / "work.json", folder / "answer.json"
    work.write_text(json.dumps({"folder": str(folder), "set_up": True}), encoding="utf-8")
    with virtual_display() as display:
        facts = run_desktop(
            profiles, JOURNEY, answer, timeout=SECONDS, display=display, without=("MINING_MONITOR_ENGINE",),
            JOURNEY_WORK=str(work), JOURNEY_ANSWER=str(answer),
        )  # fmt: skip
    assert facts["problem"] == "", f"after {facts['steps']}: {facts['problem']}"
    return facts


def test_every_step_is_done_by_clicking(journey):
    assert journey["steps"] == ["set up", "open", "detect", "export"]


def test_the_engine_is_in_the_profile_and_nowhere_else(journey, profiles):
    engines = list(profiles.rglob("engine-*/pyvenv.cfg"))
    assert len(engines) == 1
    assert engines[0].is_relative_to(profiles / "profiles" / "default")


def test_nothing_half_made_is_left(journey, profiles):
    """The plugin's own folder, where a module may be called so, is compared with the zip below."""
    plugins = profiles / "profiles" / "default" / "python"
    assert [path for path in profiles.rglob("*partial*") if plugins not in path.parents] == []


def test_detect_finds_sectors_on_the_sample_scene(journey):
    assert journey["sectors"] > 0


def test_the_export_is_geojson_of_these_sectors(journey):
    collection = json.loads(Path(journey["geojson"]).read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == journey["sectors"]


def test_the_plugin_writes_nothing_beside_its_own_code(journey, profiles, archive):
    """An update replaces the plugin's folder: what it makes belongs elsewhere in the profile."""
    plugin = profiles / "profiles" / "default" / "python" / "plugins" / "mining_monitor"
    newer = [path for path in plugin.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".qmlc")]
    with zipfile.ZipFile(archive) as packed:
        names = {name for name in packed.namelist() if not name.endswith("/")}
    assert {f"mining_monitor/{path.relative_to(plugin).as_posix()}" for path in newer} == names
