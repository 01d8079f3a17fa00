"""Several dates become one image, and it is known which pixel is of which date."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from mining_monitor.contract.errors import CancelledError, DiskFullError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import LoadSentinel2Request, MaskRules
from mining_monitor.engine.imagery.sentinel2 import cog, preparation, scene_reader
from mining_monitor.engine.imagery.sentinel2 import load as load_module
from mining_monitor.engine.imagery.sentinel2.composite import Layer, compose
from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain

X0, Y0 = Recipe().origin
EXACT = MaskRules(cloud_dilation_m=0, shadow_dilation_m=0)
TOTAL = 240 * 240
DATES = ("2021-01-10", "2021-02-27", "2021-03-29", "2021-04-13")


def layer(values, reason=None):
    values = np.asarray(values, np.float32)[None, None]
    reason = np.zeros(values.shape[1:], np.uint8) if reason is None else np.asarray(reason, np.uint8)[None]
    return Layer(np.where(reason == 1, 0, values), np.broadcast_to(reason != 1, values.shape), reason)


def composed(layers, method):
    found = compose(layers, method, layers[0].values.shape)
    return found.values[0, 0].tolist(), found.reason[0].tolist(), found.pixels


def test_the_first_that_observes_a_pixel_gives_it():
    layers = [layer([1, 1, 1, 1], [0, 4, 1, 1]), layer([2, 2, 2, 2], [0, 0, 5, 1]), layer([3, 3, 3, 3], [0, 0, 5, 1])]
    assert composed(layers, "first") == ([1, 2, 2, 0], [0, 0, 5, 1], {0: 1, 1: 2})


def test_what_is_hidden_in_every_scene_keeps_the_value_of_the_first():
    layers = [layer([1], [4]), layer([2], [5])]
    assert composed(layers, "first") == ([1], [4], {0: 1})
    assert composed(layers, "median") == ([1], [4], {0: 1})


def test_no_more_scenes_are_read_than_are_needed():
    def forever():
        yield layer([1, 1])
        raise AssertionError("a second scene was read")

    assert compose(forever(), "first", (1, 1, 2)).pixels == {0: 2}


@pytest.mark.parametrize(("values", "expected"), [
    ([[5], [1], [3]], 3), ([[5], [1], [3], [100]], 4), ([[7]], 7), ([[7], [9]], 8), ([[1], [1], [9], [9], [2]], 2),
])  # fmt: skip
def test_the_median_is_the_median(values, expected):
    assert composed([layer(one) for one in values], "median")[0] == [expected]


def test_the_median_is_that_of_numpy_over_what_is_observed():
    rng = np.random.default_rng(3)
    values, hidden = rng.integers(1, 9000, (7, 500)).astype(np.float32), rng.random((7, 500)) < 0.4
    hidden[0], hidden[:, :3] = False, True
    layers = [layer(v, np.where(h, 4, 0)) for v, h in zip(values, hidden)]
    found, reason, pixels = composed(layers, "median")
    expected = np.nanmedian(np.where(hidden, np.nan, values)[:, 3:], axis=0)
    assert found[3:] == expected.tolist()
    assert reason == [4] * 3 + [0] * 497
    assert sum(pixels.values()) == np.count_nonzero(~hidden) + 3


def series(cloud_of_date):
    """Recipes of four dates: reflectance rises by 100 DN a date; clouds as the function says (x and y in metres)."""
    for index, date in enumerate(DATES):

        def pixels(name, x, y, index=index):
            if name == "SCL":
                return np.where(cloud_of_date(index, x - X0, Y0 - y), 9, 5)
            return plain(name, x, y) + 100 * index

        yield Recipe(sensed_at=f"{date}T14:37:29", pixels=pixels)


def make_series(folder, cloud_of_date):
    return [make_product(folder, recipe, files=("B04", "SCL")) for recipe in series(cloud_of_date)]


def test_the_clearest_scene_of_the_extent_comes_first_not_that_of_the_whole_tile(tmp_path, load):
    """In the west date 0 is under cloud and date 1 clear; in the east it is the other way round, and much more so."""
    products = make_series(tmp_path, lambda i, x, y: {0: x < 600, 1: x > 800}.get(i, x > -1))
    west = Extent(X0, Y0 - 2400, X0 + 600, Y0, "EPSG:32719")
    loaded = load(*products, bands=("B04",), composite="least-cloudy", rules=EXACT, extent=west)
    assert (loaded.pixels == 1818).all()
    assert loaded.scene.pixels_by_date == {"2021-02-27": 60 * 240}
    everything = load(*products, bands=("B04",), composite="least-cloudy", rules=EXACT)
    assert (everything.pixels[0, :, :60] == 1818).all()
    assert (everything.pixels[0, :, 60:] == 1718).all()
    assert everything.scene.pixels_by_date == {"2021-01-10": 180 * 240, "2021-02-27": 60 * 240}
    assert everything.scene.observed_share == 1
    assert (everything.scene.observed_at[:10], everything.scene.last_observed_at[:10]) == ("2021-01-10", "2021-02-27")


def test_a_median_over_dates_is_without_clouds_and_counts_each_date(tmp_path, load):
    products = make_series(tmp_path, lambda i, x, y: (i == 3) & (x < 1200))
    loaded = load(*products, bands=("B04",), composite="median", rules=EXACT)
    assert (loaded.pixels[0, :, :120] == 1818).all()  # of 1718, 1818, 1918
    assert (loaded.pixels[0, :, 120:] == 1868).all()  # of 1718, 1818, 1918, 2018
    assert loaded.scene.pixels_by_date == {date: TOTAL // (2 if date == DATES[3] else 1) for date in DATES}


def test_the_result_does_not_depend_on_windows(tmp_path, load, monkeypatch):
    rng = np.random.default_rng(5)
    noise = rng.random((4, 25, 25))
    products = make_series(tmp_path, lambda i, x, y: noise[i][(y // 100).astype(int), (x // 100).astype(int)] < 0.5)
    for method in ("first", "median"):
        whole = load(*products, bands=("B04",), composite=method)
        monkeypatch.setattr(load_module, "_LARGEST_SIDE", 64)
        pieces = load(*products, bands=("B04",), composite=method)
        monkeypatch.undo()
        assert (pieces.pixels == whole.pixels).all()
        assert (pieces.mask == whole.mask).all()
        assert pieces.scene.pixels_by_date == whole.scene.pixels_by_date


class Cancelling(Job):
    """Is cancelled when a stage is reported."""

    def __init__(self, stage):
        super().__init__(report=lambda progress: self.cancel() if progress.stage == stage else None)


@pytest.mark.parametrize("stage", ["open", "load", "write"])
def test_a_cancelled_load_leaves_nothing(tmp_path, stage):
    product = make_product(tmp_path / "p", files=("B04", "SCL"))
    (tmp_path / "out").mkdir()
    request = LoadSentinel2Request((str(product),), str(tmp_path / "out" / "a.tif"), ("B04",),
                                   mask=str(tmp_path / "out" / "m.tif"))  # fmt: skip
    with pytest.raises(CancelledError):
        load_sentinel2(request, "test", Cancelling(stage))
    assert list((tmp_path / "out").iterdir()) == []


def test_an_earlier_file_stays_as_it_was_when_a_load_fails(tmp_path):
    product = make_product(tmp_path / "p", files=("B04", "SCL"))
    output = tmp_path / "a.tif"
    output.write_bytes(b"before")
    with pytest.raises(CancelledError):
        load_sentinel2(LoadSentinel2Request((str(product),), str(output), ("B04",)), "test", Cancelling("write"))
    assert output.read_bytes() == b"before"


@pytest.mark.clock
def test_writing_a_large_file_stops_within_a_second(tmp_path, monkeypatch):
    """The copy runs in a process of its own; here that process is one that never ends."""
    monkeypatch.setattr(cog, "_SMALL", 0)
    monkeypatch.setattr(cog, "_SCRIPT", "import time; time.sleep(600)")
    product = make_product(tmp_path / "p", files=("B04", "SCL"))
    job = Job()
    told = []
    job.report = lambda progress: told.append(progress.stage)
    ended = []

    def run():
        try:
            load_sentinel2(LoadSentinel2Request((str(product),), str(tmp_path / "a.tif"), ("B04",)), "test", job)
        except CancelledError:
            ended.append(time.monotonic())

    thread = Thread(target=run)
    thread.start()
    while "write" not in told:
        time.sleep(0.01)
    time.sleep(0.3)
    asked = time.monotonic()
    job.cancel()
    thread.join(120)
    assert ended[0] - asked < within(1.0)
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_large_file_is_the_same_as_a_small_one(tmp_path, load, monkeypatch):
    product = make_product(tmp_path / "p", files=("B04", "B02", "SCL"))
    small = load(product, bands=("B04", "B02"))
    monkeypatch.setattr(cog, "_SMALL", 0)
    large = load(product, bands=("B04", "B02"))
    own_name = Path(small.scene.mask).name.encode(), Path(large.scene.mask).name.encode()  # each names its own mask
    assert Path(small.scene.output).read_bytes().replace(*own_name) == Path(large.scene.output).read_bytes()


def test_what_goes_wrong_in_the_process_is_said(tmp_path, load, monkeypatch):
    monkeypatch.setattr(cog, "_SMALL", 0)
    monkeypatch.setattr(cog, "_SCRIPT", "raise OSError('write failed: No space left on device')")
    with pytest.raises(DiskFullError, match="nothing half-made was left"):
        load(make_product(tmp_path / "p", files=("B04", "SCL")), bands=("B04",))
    assert [path for path in (tmp_path / "out").iterdir()] == []


def test_a_disk_without_room_is_told_before_the_first_pixel(tmp_path, load, monkeypatch):
    monkeypatch.setattr(preparation.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    with pytest.raises(DiskFullError, match="choose a smaller extent"):
        load(make_product(tmp_path / "p", files=("B04", "SCL")), bands=("B04",))


def test_progress_only_goes_forward_and_counts_windows(tmp_path, load, monkeypatch):
    monkeypatch.setattr(load_module, "_LARGEST_SIDE", 128)
    told = []
    load(make_product(tmp_path / "p", files=("B04", "SCL")), bands=("B04",), job=Job(report=told.append))
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions)
    assert [(p.done, p.total) for p in told if p.stage == "load"] == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_many_scenes_do_not_hold_their_files_open(tmp_path, load, monkeypatch):
    products = make_series(tmp_path, lambda i, x, y: x < 600 * i)
    few = load(*products, bands=("B04",), composite="median")
    open_files = []

    class Counting(scene_reader.BandReader):
        def read(self, window):
            pixels = super().read(window)
            open_files.append(self)
            return pixels

    monkeypatch.setattr(load_module, "_MOST_OPEN_FILES", 2)
    monkeypatch.setattr(load_module, "_LARGEST_SIDE", 128)
    monkeypatch.setattr(scene_reader, "BandReader", Counting)
    many = load(*products, bands=("B04",), composite="median")
    assert (many.pixels == few.pixels).all()
    assert open_files
    assert all(reader._source is None for reader in open_files)
