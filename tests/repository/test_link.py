"""`make link`: a folder of links in a QGIS profile, and nothing that it did not make is touched."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from tests.repository.sources import ROOT


@pytest.fixture(scope="module")
def link() -> ModuleType:
    spec = importlib.util.spec_from_file_location("link", ROOT / ".ci/link.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_plugin_folder_holds_metadata_beside_the_package(link, tmp_path):
    folder = link.link(tmp_path)
    assert (folder / "metadata.txt").samefile(ROOT / "metadata.txt")
    assert (folder / "plugin.py").samefile(ROOT / "mining_monitor" / "plugin.py")
    assert (folder / "resources").samefile(ROOT / "resources")


def test_linking_again_brings_it_up_to_date(link, tmp_path):
    folder = link.link(tmp_path)
    (folder / "gone.py").symlink_to(tmp_path / "gone.py")
    link.link(tmp_path)
    assert not (folder / "gone.py").is_symlink()


def test_an_installed_plugin_is_not_touched(link, tmp_path):
    folder = tmp_path / "python" / "plugins" / "mining_monitor"
    folder.mkdir(parents=True)
    (folder / "plugin.py").write_text("installed", encoding="utf-8")
    with pytest.raises(FileExistsError, match="uninstall"):
        link.link(tmp_path)
    assert (folder / "plugin.py").read_text(encoding="utf-8") == "installed"
