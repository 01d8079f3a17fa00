"""Raw numbers become what a model wants."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.source import open_image
from tests.engine.detection.fakes import write_image


def converted(path, value_range):
    with open_image(ImageRef(path)) as image:
        conversion, notices = conversion_for(image, [1], value_range)
        values = image.read([1], Window(0, 0, image.grid.width, image.grid.height)).values
    return conversion.apply(values).ravel().tolist(), [notice.code for notice in notices]


def tagged(dataset):
    dataset.scales, dataset.offsets = (0.0001,), (-0.1,)


@pytest.mark.parametrize(("dtype", "values", "after", "value_range", "expected", "codes"), [
    ("uint16", [0, 4000], None, "dn", [0, 4000], []),
    ("uint16", [1000, 4000], tagged, "dn", [1000, 4000], []),
    ("uint16", [1000, 4000], tagged, "reflectance", [0, 0.3], []),
    ("uint16", [1000, 4000], None, "reflectance", [0.1, 0.4], ["reflectance-assumed"]),
    ("int16", [-100, 4000], None, "reflectance", [-0.01, 0.4], ["reflectance-assumed"]),
    ("float32", [0.1, 1.2], None, "reflectance", [0.1, 1.2], []),
    ("float32", [100, 4000], None, "reflectance", [100, 4000], ["values-unlike-reflectance"]),
    ("uint8", [0, 255], None, "reflectance", [0, 0.4], ["reflectance-from-bytes"]),
    ("uint8", [0, 255], None, "rgb-8bit", [0, 255], []),
    ("uint16", [1000, 3000, 9000], None, "rgb-8bit", [63.75, 191.25, 255],
     ["reflectance-assumed", "rendered-true-colour"]),
    ("uint16", [1000, 3000, 500], tagged, "rgb-8bit", [0, 127.5, 0], ["rendered-true-colour"]),
    ("float32", [0.1, 0.4, 1.0], None, "rgb-8bit", [63.75, 255, 255], ["rendered-true-colour"]),
    ("uint16", [7, 200], None, "rgb-8bit", [7, 200], ["bytes-assumed"]),
    ("float32", [7, 200.5], None, "rgb-8bit", [7, 200.5], ["bytes-assumed"]),
])  # fmt: skip
def test_numbers_become_the_models_range(tmp_path, dtype, values, after, value_range, expected, codes):
    path = write_image(tmp_path / "a.tif", np.array([values], dtype), after=after)
    found, notices = converted(path, value_range)
    assert found == pytest.approx(expected, abs=1e-4)
    assert notices == codes


@pytest.mark.parametrize(("darkest", "is_suspected"), [(1040, True), (640, False)])
def test_numbers_that_begin_above_1000_are_said_to_hold_the_offset(tmp_path, darkest, is_suspected):
    path = write_image(tmp_path / "a.tif", np.arange(darkest, darkest + 900, dtype=np.uint16).reshape(30, 30))
    with open_image(ImageRef(path)) as image:
        _, (notice,) = conversion_for(image, [1], "reflectance")
    assert ("the offset is likely still in them" in notice.message) is is_suspected
    assert notice.facts["darkest"] == pytest.approx(darkest, abs=3)
