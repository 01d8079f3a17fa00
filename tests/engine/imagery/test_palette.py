"""An image with a palette is one of numbers and of colours."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.bands import choose_bands
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.source import open_image

PALETTE = {0: (0, 0, 0, 255), 1: (200, 100, 50, 255), 2: (10, 20, 30, 255), 3: (1, 2, 3, 255)}

NUMBERS = np.array([[1, 2, 0], [3, 1, 9]], dtype=np.uint8)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "quote's & <paletted>.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=3, height=2, count=1, dtype="uint8", nodata=9, crs="EPSG:32719",
        transform=Affine(10, 2, 400_000, 1, -10, 7_500_000),
    ) as raster:  # fmt: skip
        raster.write(NUMBERS, 1)
        raster.write_colormap(1, PALETTE)
        raster.update_tags(ACQUISITIONDATETIME="2021-02-27 14:00:00")
    return str(path)


WHOLE = Window(0, 0, 3, 2)


def test_a_model_of_colours_finds_red_green_and_blue(path):
    with open_image(ImageRef(path)) as image:
        chosen = choose_bands(image.bands, ("red", "green", "blue"), (), image="x")
        pixels = image.read([choice.index for choice in chosen], WHOLE)

    assert pixels.values[:, 0].T.tolist() == [[200, 100, 50], [10, 20, 30], [0, 0, 0]]
    assert pixels.valid.tolist() == [[True, True, True], [True, True, False]]


def test_a_model_of_numbers_finds_the_numbers(path):
    with open_image(ImageRef(path)) as image:
        chosen = choose_bands(image.bands, ("any",), (), image="x")
        pixels = image.read([choice.index for choice in chosen], WHOLE)

    assert pixels.values[0].tolist() == NUMBERS.tolist()


def test_position_and_date_stay(path):
    with open_image(ImageRef(path)) as image:
        assert tuple(image.grid.transform)[:6] == (10, 2, 400_000, 1, -10, 7_500_000)
        assert image.grid.crs.to_epsg() == 32719
        assert image.observed_at == "2021-02-27T14:00:00Z"


def test_another_nodata_value_takes_the_place_of_the_files(path):
    with open_image(ImageRef(path, nodata=2)) as image:
        assert image.read([2, 3, 4], WHOLE).valid.tolist() == [[True, False, True], [True, True, True]]
