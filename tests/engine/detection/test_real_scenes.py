"""Real scenes reach a model in its bands and units."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.imagery import Extent, ImageRef
from tests.engine.detection.fakes import ValueSegmenter
from tests.engine.detection.test_identity import run


class Witness(ValueSegmenter):
    """Keeps what it is given; class 5 where the first band is bright."""

    def __init__(self, roles, value_range):
        super().__init__(256, 1, roles, value_range=value_range, gsd_m=10.0, class_codes=(0, 5), overlap=0.0)
        self.given = []

    def score(self, tiles):
        self.given.append(tiles.copy())
        bright = (tiles[:, 0] > np.median(tiles[:, 0])).astype(np.float32)
        return np.stack([1 - bright, bright], axis=1)


def test_each_sentinel2_chip_gives_reflectance_of_the_bands_by_name(shared_data, tmp_path):
    chips = sorted((shared_data / "sentinel2_chips").glob("*.tif"))
    assert chips
    for path in chips[::6]:
        witness = Witness(("B04", "B08", "B12"), "reflectance")
        found = run(str(path), tmp_path, witness)
        with rasterio.open(path) as dataset:
            raw = dataset.read([4, 8, 12])
        assert witness.given[0][0] == pytest.approx(raw / 10_000, abs=1e-5)
        assert [choice.index for choice in found.bands] == [4, 8, 12]
        assert [notice.code for notice in found.warnings] == ["reflectance-assumed"]
        assert found.totals[0].code == 5


def test_a_sentinel2_chip_is_rendered_for_a_true_colour_model(shared_data, tmp_path):
    path = min((shared_data / "sentinel2_chips").glob("*.tif"))
    witness = Witness(("red", "green", "blue"), "rgb-8bit")
    found = run(str(path), tmp_path, witness)
    with rasterio.open(path) as dataset:
        raw = dataset.read([4, 3, 2])
    assert witness.given[0][0] == pytest.approx(np.clip(raw * 0.06375, 0, 255), abs=1e-2)
    assert "rendered-true-colour" in [notice.code for notice in found.warnings]


def test_the_lames_patch_runs_on_its_own_pixels_though_they_measure_16_units(shared_data, tmp_path):
    path = str(shared_data / "lames" / "s2_tci_patch.tif")
    witness = Witness(("red", "green", "blue"), "rgb-8bit")
    found = run(path, tmp_path, witness)
    with rasterio.open(path) as dataset:
        assert (witness.given[0][0] == dataset.read([1, 2, 3])).all()
    assert found.warnings == ()
    assert found.gsd_m == pytest.approx(10.0, abs=0.02)
    assert found.observed.area_m2 == pytest.approx((256 * 10.0) ** 2, rel=0.01)


def test_a_window_of_the_lames_patch_in_degrees_is_that_window(shared_data, tmp_path):
    path = str(shared_data / "lames" / "s2_tci_patch.tif")
    extent = Extent(-71.17, -52.96, -71.16, -52.95, "EPSG:4326")
    found = run(path, tmp_path, Witness(("red",), "rgb-8bit"), extent=extent, image=ImageRef(path))
    assert (found.grid.width, found.grid.height) == pytest.approx((67, 112), abs=2)
