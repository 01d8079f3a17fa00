"""Resampling keeps means, never lets invalid pixels bleed, and does not depend on how it is cut up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.engine.imagery.resample import axis, resample

sides = st.integers(1, 40)


def both(values, valid, height, width):
    rows, cols = axis(values.shape[1], height), axis(values.shape[2], width)
    return resample(values, valid, rows.part(0, height, 0, rows.source), cols.part(0, width, 0, cols.source))


@given(sides, sides)
def test_weights_of_a_pixel_sum_to_one_and_those_of_an_average_use_each_source_pixel_alike(source, target):
    weights = axis(source, target).weights
    assert weights.sum(axis=1) == pytest.approx(np.ones(target), abs=1e-6)
    if target < source:
        assert weights.sum(axis=0) == pytest.approx(np.full(source, target / source), abs=1e-6)


def test_coarser_pixels_are_area_averages():
    values = np.arange(16, dtype=np.float32).reshape(1, 4, 4)
    out, valid = both(values, np.ones((4, 4), bool), 2, 2)
    assert out[0].tolist() == [[2.5, 4.5], [10.5, 12.5]]
    assert valid.all()


@given(st.integers(2, 30), st.integers(2, 90))
def test_an_image_of_its_own_coordinates_keeps_them_at_any_scale(source, target):
    column = np.tile(np.arange(source, dtype=np.float32) + 0.5, (1, source, 1))
    out, _ = both(column, np.ones((source, source), bool), source, target)
    centres = (np.arange(target) + 0.5) * source / target
    inner = (centres > 0.5) & (centres < source - 0.5) if target >= source else np.ones(target, bool)
    stair = 1e-3 if target >= source or source % target == 0 else 0.13  # a cut pixel counts as flat: 1/8 pixel at most
    assert out[0, 0, inner] == pytest.approx(centres[inner], abs=stair)


@pytest.mark.parametrize("size", [(2, 3), (9, 11)], ids=["coarser", "finer"])
def test_invalid_pixels_never_bleed(size):
    values = np.full((2, 6, 6), 5, np.float32)
    valid = np.ones((6, 6), bool)
    valid[1:3, 2:4] = False
    values[:, ~valid] = -9999
    out, seen = both(values, valid, *size)
    assert np.abs(out[:, seen] - 5).max() < 1e-3


def test_a_pixel_is_valid_where_most_of_it_is():
    valid = np.array([[True, True, False, False, True, False, False, False]])
    _, seen = both(np.ones((1, 1, 8), np.float32), valid, 1, 2)
    assert seen.tolist() == [[True, False]]


@given(st.integers(2, 60), st.integers(1, 60), st.data())
def test_a_band_of_rows_equals_the_same_rows_of_the_whole(source, target, data):
    first = data.draw(st.integers(0, target - 1))
    last = data.draw(st.integers(first + 1, target))
    rows = axis(source, target)
    begin, end = rows.needs(first, last)
    values = np.random.default_rng(0).random((1, source, 3), np.float32)
    valid = values[0] > 0.2
    same = axis(3, 3).part(0, 3, 0, 3)
    whole, whole_valid = resample(values, valid, rows.part(0, target, 0, source), same)
    part, part_valid = resample(values[:, begin:end], valid[begin:end], rows.part(first, last, begin, end), same)
    assert part[:, part_valid] == pytest.approx(whole[:, first:last][:, part_valid], rel=1e-5)
    assert (part_valid == whole_valid[first:last]).all()
