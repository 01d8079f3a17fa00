"""Which Python an environment is made from, inside QGIS on each system."""

import os
import sys
from pathlib import Path

import pytest

from mining_monitor.client.interpreters import Host, candidate_interpreters, find_base_python
from mining_monitor.client.probe import PythonFacts, python_facts
from mining_monitor.contract.errors import EnvironmentSetupError


def touch(*paths):
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(path))


def facts(path, version=(3, 12, 1), **changed):
    whole = {
        "bits": 64,
        "is_free_threaded": False,
        "has_venv": True,
        "has_ensurepip": True,
        "has_ssl": True,
        "has_pip": True,
    }
    return PythonFacts(path, version, **{**whole, **changed})


def test_on_windows_the_python_of_qgis_comes_first_and_qgis_itself_never(tmp_path):
    qgis = tmp_path / "QGIS 3.40"
    own = qgis / "apps" / "Python312" / "python.exe"
    users = tmp_path / "local" / "Programs" / "Python"
    store = tmp_path / "WindowsApps" / "python.exe"
    touch(qgis / "bin" / "qgis-bin.exe", qgis / "bin" / "python-qgis.bat", own, store)
    touch(users / "Python310" / "python.exe", users / "Python313" / "python.exe")
    variables = {"LOCALAPPDATA": str(tmp_path / "local"), "PATH": str(store.parent)}
    host = Host("win32", qgis / "bin" / "qgis-bin.exe", own.parent, variables)
    assert candidate_interpreters(host) == [own, users / "Python313" / "python.exe", users / "Python310" / "python.exe"]


def test_on_windows_the_apps_folder_is_found_when_the_prefix_says_nothing(tmp_path):
    own = tmp_path / "apps" / "Python39" / "python3.exe"
    touch(tmp_path / "bin" / "qgis-ltr-bin.exe", own)
    host = Host("win32", tmp_path / "bin" / "qgis-ltr-bin.exe", tmp_path / "nowhere", {})
    assert candidate_interpreters(host) == [own]


@pytest.mark.parametrize("place", ["MacOS/bin/python3", "Frameworks/bin/python3", "MacOS/python3"])
def test_on_macos_the_python_in_the_bundle_comes_first(tmp_path, place):
    contents = tmp_path / "QGIS.app" / "Contents"
    touch(contents / "MacOS" / "QGIS", contents / place)
    host = Host("darwin", contents / "MacOS" / "QGIS", tmp_path / "nowhere", {"PATH": "/usr/bin"})
    found = candidate_interpreters(host)
    assert found[0] == contents / place
    assert Path("/usr/bin/python3") not in found
    assert contents / "MacOS" / "QGIS" not in found


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX paths")
def test_on_linux_the_python_of_qgis_comes_before_others_on_the_path(tmp_path):
    own, other = tmp_path / "usr" / "bin" / "python3", tmp_path / "home" / "bin" / "python3.10"
    guess = tmp_path / "shims" / "python3"
    touch(own, other, guess)
    host = Host("linux", guess, tmp_path / "usr", {"PATH": f"{guess.parent}{os.pathsep}{other.parent}"})
    assert [path for path in candidate_interpreters(host) if tmp_path in path.parents] == [own, guess, other]


def test_an_interpreter_with_two_names_is_tried_once(tmp_path):
    touch(tmp_path / "bin" / "python3.11")
    (tmp_path / "bin" / "python3").symlink_to("python3.11")
    host = Host("linux", tmp_path / "qgis", tmp_path, {"PATH": str(tmp_path / "bin")})
    found = [path for path in candidate_interpreters(host) if tmp_path in path.parents]
    assert len(found) == 1


def host_with(tmp_path, *names, platform="win32"):
    touch(*(tmp_path / name / "python.exe" for name in names))
    return Host(platform, tmp_path / "qgis-bin.exe", tmp_path / names[0] if names else tmp_path / "none",
                {"PATH": os.pathsep.join(str(tmp_path / name) for name in names)})  # fmt: skip


def test_an_unfit_python_of_qgis_is_passed_over(tmp_path):
    host = host_with(tmp_path, "qgis39", "user312")
    found = find_base_python(host, lambda path: facts(path, (3, 9, 5) if "qgis39" in str(path) else (3, 12, 1)))
    assert found.executable == tmp_path / "user312" / "python.exe"


@pytest.mark.parametrize(
    ("changed", "reason", "words"),
    [
        (
            {"version": (3, 9, 18)},
            "python-too-old",
            "QGIS brings Python 3.9.18, and the engine needs Python 3.10 to 3.14",
        ),
        ({"version": (3, 15, 0)}, "python-too-new", "not made yet"),
        ({"has_venv": False}, "python-without-venv", "its module venv is missing"),
        ({"has_ensurepip": False, "has_pip": False}, "python-without-venv", "its module venv is missing"),
        ({"bits": 32}, "python-unfit", "32 bit"),
        ({"is_free_threaded": True}, "python-unfit", "cannot be used"),
    ],
    ids=["too old", "too new", "no venv", "no pip", "32 bit", "free-threaded"],
)
def test_without_a_fit_python_the_sentence_says_what_to_install(tmp_path, changed, reason, words):
    host = host_with(tmp_path, "only")
    with pytest.raises(EnvironmentSetupError, match=words) as caught:
        find_base_python(host, lambda path: facts(path, **changed))
    assert caught.value.facts["reason"] == reason
    assert "from python.org" in caught.value.message


def test_debian_is_told_the_package(tmp_path):
    touch(tmp_path / "bin" / "python3")
    host = Host("linux", tmp_path / "bin" / "qgis", tmp_path, {})
    with pytest.raises(EnvironmentSetupError, match="sudo apt install python3-venv"):
        find_base_python(host, lambda path: facts(path, has_venv=False) if tmp_path in path.parents else None)


def test_no_python_at_all_is_said(tmp_path):
    with pytest.raises(EnvironmentSetupError, match="No Python that runs"):
        find_base_python(host_with(tmp_path, "broken"), lambda path: None)


def test_an_interpreter_tells_what_it_is():
    found = python_facts(Path(sys.executable))
    assert found.version == sys.version_info[:3]
    assert found.bits == 64 and found.has_venv and found.has_ssl


def test_a_program_that_is_no_python_is_no_candidate(tmp_path):
    assert python_facts(tmp_path / "missing") is None
    assert python_facts(Path("/bin/echo")) is None
