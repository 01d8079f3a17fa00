"""The benchmarks themselves: their counting and their verdicts."""

from __future__ import annotations

import pytest

from tests.bench.measures import TILE_PX, Figure, tile_starts


@pytest.mark.parametrize("length", [100, 256, 257, 300, 4096, 10_980])
def test_tiles_cover_a_side_with_the_overlap_asked_for(length):
    starts = tile_starts(length)
    assert starts[0] == 0
    assert starts[-1] == max(length - TILE_PX, 0)
    assert all(b - a <= TILE_PX * 0.85 + 1 for a, b in zip(starts, starts[1:]))


@pytest.mark.parametrize(("value", "is_at_least", "holds"), [(0.9, True, True), (0.8, True, False), (0.8, False, True)])
def test_a_figure_is_judged_by_its_limit(value, is_at_least, holds):
    assert Figure("ratio", "", value, "", 0.85, is_at_least).holds is holds
