"""Which polygons of a set touch each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import shapely

#: Polygons whose neighbours are looked up between two looks at whether the job was cancelled.
_AT_ONCE = 200


def touching_pairs(
    shapes: npt.NDArray[np.object_], check: Callable[[], None] = lambda: None
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Yield the index pairs (lower, higher) of shapes that share ground, a border or a point, each pair once.

    Of a pair the shape with more vertices is prepared: asked the other way round, a polygon with ten thousand holes is
    walked along once for each of its ten thousand neighbours.

    Parameters
    ----------
    shapes : ndarray of Geometry, shape (n,)
        In one CRS.
    check : callable
        Called every few hundred shapes; what it raises ends the search (``progress.Job.check``).
    """
    tree = shapely.STRtree(shapes)
    shapely.prepare(shapes)
    size = shapely.get_num_coordinates(shapes)
    for start in range(0, len(shapes), _AT_ONCE):
        check()
        first, second = tree.query(shapes[start : start + _AT_ONCE])
        first = first + start
        is_once = first < second
        first, second = first[is_once], second[is_once]
        larger = np.where(size[first] >= size[second], first, second)
        is_touching = shapely.intersects(shapes[larger], shapes[first + second - larger])
        yield first[is_touching], second[is_touching]
