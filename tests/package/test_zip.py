"""The zip is what plugins.qgis.org takes (QGIS_NOTES 4)."""

from __future__ import annotations

import configparser
import re
import zipfile
from pathlib import PurePosixPath

import pytest

MAX_BYTES = 25_000_000


@pytest.fixture(scope="module")
def names(archive) -> list[str]:
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        return packed.namelist()


def test_it_is_small_enough(archive):
    assert archive.stat().st_size < MAX_BYTES


def test_it_has_one_top_folder(names):
    assert {PurePosixPath(name).parts[0] for name in names} == {"mining_monitor"}


@pytest.mark.parametrize(
    "name",
    ["__init__.py", "plugin.py", "metadata.txt", "LICENSE", "engine/requirements.txt", "resources/icons/icon.svg"],
)
def test_it_holds_what_qgis_needs(names, name):
    assert f"mining_monitor/{name}" in names


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_it_holds_the_compiled_translations(names, language):
    assert f"mining_monitor/i18n/mining_monitor_{language}.qm" in names


def test_it_holds_nothing_that_is_not_the_program(names):
    unwanted = re.compile(r"(^|/)(\.|__pycache__|tests?/|build/|dist/)|\.(pyc|ts|zip)$")
    assert [name for name in names if unwanted.search(name)] == []


def test_it_holds_no_binary_program(names):
    """plugins.qgis.org takes no compiled code; models are data."""
    assert [name for name in names if name.endswith((".so", ".dll", ".dylib", ".exe", ".pyd", ".whl"))] == []


def test_its_version_is_the_one_of_its_name(archive):
    parser = configparser.ConfigParser(interpolation=None)
    with zipfile.ZipFile(archive) as packed:
        parser.read_string(packed.read("mining_monitor/metadata.txt").decode("utf-8"))
    assert archive.name == f"mining_monitor-{parser['general']['version']}.zip"


def test_every_member_can_be_unpacked_on_every_system(names):
    lowered = [name.lower() for name in names]
    assert len(set(lowered)) == len(lowered)
    assert [name for name in names if re.search(r'[<>:"|?*\\]|\.\.', name) or len(name) > 150] == []
