"""Which polygons of a set touch: the same pairs that asking every two of them gives."""

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.engine.neighbours import touching_pairs

corner = st.integers(0, 12).map(float)
boxes = st.lists(
    st.tuples(corner, corner, corner, corner).map(lambda c: shapely.box(c[0], c[1], c[0] + 1 + c[2] / 3, c[1] + 1)),
    max_size=20,
)


def pairs(shapes, **options):
    found = touching_pairs(np.array(shapes, object), **options)
    return [pair for first, second in found for pair in zip(first.tolist(), second.tolist(), strict=True)]


@given(boxes)
def test_every_pair_that_touches_is_found_once(shapes):
    expected = [
        (i, j) for (i, one), (j, other) in itertools.combinations(enumerate(shapes), 2) if one.intersects(other)
    ]
    assert sorted(pairs(shapes)) == expected


@pytest.mark.parametrize("is_first", [True, False])
def test_what_lies_in_a_hole_touches_only_where_it_reaches_the_edge(is_first):
    inside, at_the_edge = shapely.box(4, 4, 5, 5), shapely.box(2, 4, 3, 5)
    ring = shapely.box(0, 0, 10, 10) - shapely.box(2, 2, 8, 8)
    shapes = [ring, inside, at_the_edge] if is_first else [at_the_edge, inside, ring]
    assert pairs(shapes) == [(0, 2)]


def test_more_shapes_than_are_looked_up_at_once_and_each_time_the_caller_is_asked():
    asked = []
    row = shapely.box(np.arange(1001), 0, np.arange(1001) + 1, 1)
    assert pairs(row, check=lambda: asked.append(True)) == [(i, i + 1) for i in range(1000)]
    assert len(asked) == 6
    assert pairs([]) == []
