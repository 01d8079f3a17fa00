"""Tiles cover the raster, and a real convolution does not show where they lie."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.detection.blend import Blender
from mining_monitor.engine.detection.tiles import layout, tile_shape
from tests.engine.detection.fakes import ValueSegmenter, write_image
from tests.engine.detection.test_identity import classes, run


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 128), st.floats(0, 0.75))
def test_tiles_lie_inside_overlap_enough_and_weigh_one_in_sum(width, height, tile, overlap):
    tiles = layout(width, height, (tile, tile), overlap)
    for length, starts in ((width, tiles.cols), (height, tiles.rows)):
        assert starts[0] == 0
        assert starts[-1] == max(length - tile, 0)
        stride = max(tile - int(np.ceil(tile * overlap - 1e-9)), 1)
        assert all(0 < after - before <= stride for before, after in zip(starts, starts[1:]))
    total = np.zeros(max(width, tile))
    for start, weights in zip(tiles.cols, tiles.col_weights()):
        assert (weights > 0).all()
        total[start : start + tile] += weights
    assert total == pytest.approx(np.ones(max(width, tile)), abs=1e-5)


@given(st.integers(1, 400), st.integers(1, 60), st.floats(0, 0.75))
def test_each_row_is_finished_exactly_once(height, tile, overlap):
    tiles = layout(5, height, (tile, tile), overlap)
    rows = [row for index in range(len(tiles.rows)) for row in range(*tiles.finished_rows(index))]
    assert rows == list(range(height))


def test_free_tiles_shrink_on_wide_rasters_so_that_memory_stays():
    segmenter = ValueSegmenter(None, tile_multiple=32)
    assert tile_shape(segmenter, 10_980, 10_980) == (512, 512)
    assert tile_shape(segmenter, 40_000, 10_980) == (256, 512)
    assert tile_shape(segmenter, 300, 40) == (64, 320)


def test_a_model_that_ignores_every_class_is_refused():
    with pytest.raises(ModelError, match="255"):
        Blender(layout(9, 9, (3, 3), 0.0), (255, 255), 0.0)


class Convolution(ValueSegmenter):
    """Three scores by smoothing, zero-padded at a tile's border as networks are: the border of a tile is wrong."""

    def score(self, tiles):
        planes = [ndimage.gaussian_filter(tiles[:, 0], (0, s, s), mode="constant") for s in (1.0, 3.0, 6.0)]
        logits = np.stack(planes, axis=1) * np.float32(0.2)
        scores = np.exp(logits - logits.max(axis=1, keepdims=True))
        return (scores / scores.sum(axis=1, keepdims=True)).astype(np.float32)


def test_a_tiled_convolution_equals_a_single_pass(tmp_path):
    rng = np.random.default_rng(5)
    image = np.rint(ndimage.gaussian_filter(rng.normal(size=(300, 340)), 4) * 400 + 100).clip(0, 255).astype(np.uint8)
    path = write_image(tmp_path / "a.tif", image)
    codes = (0, 5, 9)
    whole = classes(run(path, tmp_path, Convolution(None, class_codes=codes)))
    tiled = classes(run(path, tmp_path, Convolution(128, class_codes=codes, overlap=0.25)))
    inner = (slice(20, -20), slice(20, -20))
    assert (whole[inner] == tiled[inner]).mean() >= 0.995
    assert len(np.unique(whole)) == 3
