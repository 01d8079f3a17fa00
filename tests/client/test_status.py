"""What the plugin finds of its engine, and what it says about it."""

import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import pytest

from mining_monitor.client.environment import EngineEnvironment
from mining_monitor.client.folders import (
    MARKER_NAME,
    Marker,
    environment_folder,
    environment_python,
    requirements_file,
    requirements_sha256,
    write_marker,
)
from mining_monitor.client.status import EngineState
from mining_monitor.contract.errors import EngineMissingError
from tests.clock import within


@pytest.fixture
def requirements(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("numpy==2.0 \\\n    --hash=sha256:00\n")
    return path


@pytest.fixture
def environment(tmp_path, requirements):
    return EngineEnvironment(tmp_path / "profile", requirements=requirements, variables={})


@pytest.fixture
def folder(environment):
    """An environment as far as files tell."""
    folder = environment_folder(environment.profile, environment.requirements)
    python = environment_python(folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    base = folder.parent / "base python"
    base.mkdir()
    (folder / "pyvenv.cfg").write_text(f"home = {base}\nversion = 3.11.2\n")
    (folder / "lib" / "python3.11" / "site-packages" / "ml_dtypes-0.6.dist-info").mkdir(parents=True)
    digest = requirements_sha256(environment.requirements)
    write_marker(folder, Marker(digest, "3.11.2", "python3", {"ml-dtypes": "0.6"}))
    return folder


def test_an_empty_profile_has_no_engine_and_says_what_to_do(environment):
    status = environment.status()
    assert status.state is EngineState.MISSING
    assert not status.is_ready
    assert "Set it up" in status.message
    with pytest.raises(EngineMissingError, match="Set it up"):
        environment.command()


@pytest.mark.clock
def test_asking_is_quick_and_makes_nothing(environment, folder):
    before = sorted(environment.profile.rglob("*"))
    began = time.perf_counter()
    assert environment.status().state is EngineState.READY
    assert time.perf_counter() - began < within(0.2)
    assert sorted(environment.profile.rglob("*")) == before


def test_line_ends_of_windows_do_not_change_the_hash(tmp_path):
    unix, windows = tmp_path / "unix.txt", tmp_path / "windows.txt"
    unix.write_bytes(b"numpy==2.0\nscipy==1.0\n")
    windows.write_bytes(b"numpy==2.0\r\nscipy==1.0\r\n")
    assert requirements_sha256(unix) == requirements_sha256(windows)


def damage_marker(folder):
    (folder / MARKER_NAME).unlink()


def damage_marker_text(folder):
    (folder / MARKER_NAME).write_text("{")


def damage_hash(folder):
    text = json.loads((folder / MARKER_NAME).read_text())
    (folder / MARKER_NAME).write_text(json.dumps({**text, "requirements_sha256": "0" * 64}))


def damage_interpreter(folder):
    environment_python(folder).unlink()


def damage_link(folder):
    environment_python(folder).unlink()
    environment_python(folder).symlink_to(folder / "gone")


def damage_home(folder):
    (folder.parent / "base python").rmdir()


def damage_packages(folder):
    shutil.rmtree(folder / "lib")


def damage_configuration(folder):
    (folder / "pyvenv.cfg").unlink()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (damage_marker, "marker is missing"),
        (damage_marker_text, "marker is missing"),
        (damage_hash, "not those that this version"),
        (damage_interpreter, "interpreter .* does not work"),
        (damage_link, "interpreter .* does not work"),
        (damage_home, "update of QGIS"),
        (damage_packages, "packages were removed from it: ml-dtypes"),
        (damage_configuration, "is gone"),
    ],
    ids=lambda value: value.__name__[7:] if callable(value) else "",
)
def test_damage_that_files_show_is_named(environment, folder, damage, words):
    damage(folder)
    status = environment.status()
    assert status.state is EngineState.DAMAGED
    assert status.python is None
    with pytest.raises(EngineMissingError, match=words):
        environment.command()
    assert "Repair" in status.message


def test_libraries_that_do_not_load_show_when_asked_deeply(environment, folder, tmp_path):
    assert environment.status().state is EngineState.READY
    python = environment_python(folder)
    python.unlink()
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c \'print("""{{"version": [3, 11, 2], "versions": {{}}, '
                      '"problems": {"scipy": "ImportError: DLL load failed"}}""")\'\n')  # fmt: skip
    python.chmod(0o755)
    status = environment.status(is_deep=True)
    assert status.state is EngineState.DAMAGED
    assert "scipy (ImportError: DLL load failed)" in status.message


def test_an_environment_of_another_version_is_outdated(environment, folder):
    folder.rename(folder.with_name("engine-0123456789ab"))
    status = environment.status()
    assert status.state is EngineState.OUTDATED
    assert "Update it" in status.message


def test_a_half_made_environment_is_no_environment(environment, folder):
    (folder / MARKER_NAME).unlink()
    folder.rename(folder.with_name("engine.partial-77"))
    assert environment.status().state is EngineState.MISSING


def test_the_interpreter_of_the_setting_is_used_as_it_is(environment):
    named = EngineEnvironment(environment.profile, sys.executable, environment.requirements, {})
    status = named.status()
    assert status.state is EngineState.READY
    assert status.is_foreign
    assert status.facts["packages"]["numpy"].count(".") == 2
    assert named.command()[0] == sys.executable


def test_the_environment_variable_wins_over_the_setting(environment, tmp_path):
    variables = {"MINING_MONITOR_ENGINE": sys.executable}
    named = EngineEnvironment(environment.profile, str(tmp_path / "other"), environment.requirements, variables)
    assert named.status().python == Path(sys.executable)


def test_a_named_interpreter_that_is_not_there_is_said(environment, tmp_path):
    status = EngineEnvironment(environment.profile, str(tmp_path / "gone"), environment.requirements, {}).status()
    assert status.state is EngineState.FOREIGN_MISSING
    assert str(tmp_path / "gone") in status.message


@pytest.mark.skipif(os.name == "nt", reason="shell scripts stand in for interpreters")
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ('{"version": [3, 9, 2], "versions": {}, "problems": {"onnx": "x"}}', "Python 3.9.2.*needs 3.10 or newer"),
        ('{"version": [3, 12, 1], "versions": {}, "problems": {"onnx": "ModuleNotFoundError: x", "numpy": '
         '"ModuleNotFoundError: y"}}', "it lacks numpy, onnx\\. Choose"),
        ("Segmentation fault", "does not run as Python"),
    ],
    ids=["too old", "packages missing", "no Python"],
)  # fmt: skip
def test_a_named_interpreter_that_does_not_do_says_why(environment, tmp_path, answer, words):
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho '{answer}'\n")
    python.chmod(0o755)
    named = EngineEnvironment(environment.profile, str(python), environment.requirements, {})
    status = named.status()
    assert status.state is EngineState.FOREIGN_INCOMPLETE
    assert re.search(words, status.message)


def test_the_shipped_lock_pins_every_package_with_hashes_and_names_no_server():
    text = requirements_file().read_text(encoding="utf-8")
    pins = [block for block in text.split("\n") if block and block[0].isalpha()]
    assert {"numpy", "onnxruntime", "onnx", "rasterio", "shapely", "pyproj", "pyogrio", "scipy"} <= {
        pin.split("==")[0] for pin in pins
    }
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
    assert text.count("--hash=sha256:") > 20 * len(pins) / 2
    assert "://" not in text and "--index" not in text
