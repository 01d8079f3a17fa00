"""metadata.txt says what plugins.qgis.org wants to know (QGIS_NOTES 4)."""

from __future__ import annotations

import configparser
import re

import pytest

from tests.repository.sources import ROOT


@pytest.fixture(scope="module")
def general() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize(
    "key",
    [
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
        "tags",
        "icon",
        "homepage",
    ],
)
def test_a_required_key_is_filled(general, key):
    assert general.get(key, "").strip()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Mining Monitor"),
        ("qgisMinimumVersion", "3.22"),
        ("qgisMaximumVersion", "4.99"),
        ("hasProcessingProvider", "yes"),
    ],
)
def test_a_fixed_key_has_its_value(general, key, value):
    assert general[key] == value


def test_the_version_is_semantic_and_in_the_changelog(general):
    version = general["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version}]" in changelog or "## [Unreleased]" in changelog


def test_the_icon_exists(general):
    assert (ROOT / general["icon"]).is_file()


@pytest.mark.parametrize("key", ["tracker", "repository", "homepage"])
def test_a_link_is_https(general, key):
    assert general[key].startswith("https://")
