"""A load that broke goes on where it broke; parts of a file that was replaced, or damaged on the way, do not count."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.errors import NetworkError
from mining_monitor.contract.products import LoadSentinel2Request, MaskRules
from mining_monitor.engine.files import WORK_VARIABLE
from mining_monitor.engine.imagery.catalogues import kept_parts
from mining_monitor.engine.imagery.sentinel2 import load as load_module
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.engine.imagery.catalogues.catalogues import put_scene, serve_item
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import cog

SIDE = 512
NOISE = np.random.default_rng(1).integers(1000, 9000, (SIDE, SIDE)).astype("uint16")
NO_MASK = MaskRules(classes=())


@pytest.fixture
def work(tmp_path, monkeypatch):
    """Where engines work, empty."""
    monkeypatch.setenv(WORK_VARIABLE, str(tmp_path / "work"))
    monkeypatch.setattr(load_module, "_LARGEST_SIDE", 256)  # four windows
    return tmp_path / "work"


@pytest.fixture
def scene(signed):
    """A scene with one band of noise: its address, and the path of the band."""
    item = put_scene(signed, "planetary-computer", bands=("SCL",), size=SIDE)
    path = f"/sentinel2-l2/{item['id']}/B04.tif"
    signed.files[path] = cog(NOISE, 10)
    return serve_item(signed, "planetary-computer", item), path


def load(url, tmp_path, **changes):
    request = LoadSentinel2Request((url,), str(tmp_path / "out.tif"), bands=("B04",), rules=NO_MASK, **changes)
    result = handle(request, Job())
    with rasterio.open(result.output) as dataset:
        return result, dataset.read(1)


def break_half_way(signed, scene, tmp_path):
    """Let a load fail after some windows; returns the bytes that it fetched of the band."""
    url, path = scene
    signed.faults[path] = [None, None, None, *[Fault("status", 503)] * 50]
    with pytest.raises(NetworkError):
        load(url, tmp_path)
    signed.faults[path].clear()
    return signed.sent(path)


def left(work):
    return sorted(path.name for path in work.rglob("resume-*"))


def test_a_load_goes_on_where_it_broke_and_fetches_nothing_twice(signed, scene, tmp_path, work):
    before = break_half_way(signed, scene, tmp_path)
    assert len(left(work)) == 1
    result, values = load(scene[0], tmp_path)
    size = len(signed.files[scene[1]])
    assert (values == NOISE).all()
    assert before > size / 8
    assert signed.sent(scene[1]) < 1.02 * size + 4 * 2**14  # both attempts together, and their headers
    assert result.bytes_read < size - before + 8 * 2**14
    assert left(work) == []


def test_another_window_does_not_take_parts_of_this_one_for_its_own(signed, scene, tmp_path, work):
    break_half_way(signed, scene, tmp_path)
    _, values = load(scene[0], tmp_path, resolution_m=20.0)
    assert values.shape == (SIDE // 2, SIDE // 2)
    assert len(left(work)) == 1  # that of the load that broke


def test_parts_of_a_file_that_was_replaced_do_not_count(signed, scene, tmp_path, work):
    break_half_way(signed, scene, tmp_path)
    other = NOISE[::-1].copy()
    signed.files[scene[1]] = cog(other, 10)
    _, values = load(scene[0], tmp_path)
    assert (values == other).all()


@pytest.mark.parametrize("damage", ["garbage", "truncated", "no index", "wild index", "a folder"])
def test_parts_that_were_damaged_are_fetched_again(signed, scene, tmp_path, work, damage):
    break_half_way(signed, scene, tmp_path)
    (data,), (index,) = work.rglob("parts.bin"), work.rglob("parts.txt")
    if damage == "garbage":
        data.write_bytes(bytes(data.stat().st_size))
    elif damage == "truncated":
        os.truncate(data, data.stat().st_size // 2)
    elif damage == "no index":
        index.unlink()
    elif damage == "wild index":
        index.write_text(index.read_text("ascii") + "x y z\n\n1 99999999999999999999 5 6\n", "ascii")
    else:
        data.unlink()
        data.mkdir()
    _, values = load(scene[0], tmp_path)
    assert (values == NOISE).all()
    assert left(work) == []


def test_what_a_killed_engine_left_is_used(signed, scene, tmp_path, work):
    before = break_half_way(signed, scene, tmp_path)
    (folder,) = work.rglob("resume-*")
    folder.rename(folder.with_name(f"{folder.name}-4194305-17"))  # no process has such a number
    _, values = load(scene[0], tmp_path)
    assert (values == NOISE).all()
    assert signed.sent(scene[1]) < before + (len(signed.files[scene[1]]) - before) + 4 * 2**14
    assert left(work) == []


def test_a_disk_that_takes_no_parts_is_no_error(signed, scene, tmp_path, work, monkeypatch):
    monkeypatch.setattr(kept_parts, "_LARGEST_BYTES", 0)
    break_half_way(signed, scene, tmp_path)
    assert left(work) == []
    _, values = load(scene[0], tmp_path)
    assert (values == NOISE).all()


def test_nobody_comes_back_for_old_parts(signed, scene, tmp_path, work):
    break_half_way(signed, scene, tmp_path)
    (folder,) = work.rglob("resume-*")
    old = folder.with_name("resume-0123456789abcdef")
    folder.rename(old)
    os.utime(old, (time.time() - 2 * 86_400,) * 2)
    with kept_parts.resumable("anything"):
        assert left(work) != [old.name]
    assert not Path(old).exists()


def test_two_loads_at_once_do_not_share_a_file(work):
    with kept_parts.resumable("the same"):
        first = kept_parts.current()
        with kept_parts.resumable("the same"):
            second = kept_parts.current()
            second.put("file", 0, 3, b"abc")
            assert first.get("file", 0, 3) is None and second.get("file", 0, 3) == b"abc"
        assert kept_parts.current() is first
    assert kept_parts.current() is None
    assert left(work) == []
