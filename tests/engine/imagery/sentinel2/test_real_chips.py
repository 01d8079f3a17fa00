"""The 23 real L2A chips: their bands are what they are called."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.source import open_image

EXPECTED = {
    "coastal": 1, "blue": 2, "green": 3, "red": 4, "rededge071": 5, "rededge075": 6, "rededge078": 7, "nir": 8,
    "nir08": 9, "nir09": 10, "swir16": 11, "swir22": 12,
}  # fmt: skip


@pytest.fixture(scope="module")
def chips(shared_data):
    found = sorted((shared_data / "sentinel2_chips").glob("*.tif"))
    assert len(found) == 23
    return found


def by_role(path, *roles):
    """Reflectance of roles over the chip, shape (role, pixel)."""
    with open_image(ImageRef(str(path))) as image:
        indexes = [{c.role: c.index for c in image.describe().roles}[role] for role in roles]
        conversion, _ = conversion_for(image, indexes, "reflectance")
        values = image.read(indexes, Window(0, 0, image.grid.width, image.grid.height)).values
    return conversion.apply(values).reshape(len(roles), -1)


def test_every_chip_names_its_bands(chips):
    for path in chips:
        with open_image(ImageRef(str(path))) as image:
            description = image.describe()
        assert {choice.role: choice.index for choice in description.roles} == EXPECTED, path.name
        assert description.gsd_m == pytest.approx((10, 10), rel=1e-2), path.name


def test_plants_are_dark_in_red_bright_in_infrared_and_greener_than_red(chips):
    seen = 0
    for path in chips:
        green, red, edge, nir, swir = by_role(path, "green", "red", "rededge071", "nir", "swir16")
        is_snow = (green - swir) / np.maximum(green + swir, 1e-6) > 0.4
        if is_snow.mean() > 0.1:  # trees in shadow on snow: blue, and over-corrected
            continue
        plants = ((nir - red) / np.maximum(nir + red, 1e-6) > 0.7) & (nir > 0.15)
        if plants.sum() < 2000:
            continue
        seen += 1
        assert np.median(green[plants]) > np.median(red[plants]), path.name
        assert np.median(edge[plants]) > np.median(red[plants]), path.name
        assert np.median(nir[plants]) > 4 * np.median(red[plants]), path.name
    assert seen >= 3


def test_bare_ground_brightens_from_blue_to_short_wave_infrared(chips):
    """Arid chips: iron-rich soil and rock rise from blue over red to 1.6 micrometres."""
    seen = 0
    for path in chips:
        blue, green, red, nir, swir = by_role(path, "blue", "green", "red", "nir", "swir16")
        ground = np.abs((nir - red) / np.maximum(nir + red, 1e-6)) < 0.2
        if ground.mean() < 0.9 or np.median(swir) < 0.3:
            continue
        seen += 1
        medians = [float(np.median(band)) for band in (blue, green, red, swir)]
        assert medians == sorted(medians), path.name
    assert seen >= 3
