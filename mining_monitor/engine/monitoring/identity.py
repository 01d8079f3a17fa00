"""Which sectors of several dates belong to one site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from mining_monitor.engine.monitoring.sector_map import SectorMap
from mining_monitor.engine.monitoring.space import surroundings

#: Sectors without a ``site_id`` belong to the sectors that lie nearer than this.
NEIGHBOUR_M = 500.0

#: Sites of two dates with different names are one when they share this part of the smaller one.
_SHARED_PART = 0.5

#: Joins the names of sites that grew together.
_AND = "+"


def site_labels(maps: Sequence[SectorMap]) -> list[npt.NDArray[Any]]:
    """Return the site of each sector of each map: one array of names a map.

    Sectors with one ``site_id`` are one site at all dates; those without belong to their neighbours; a site whose name
    changed between dates is recognised by its ground. Sites without any name are called ``site 1``, ``site 2``, from
    west to east.
    """
    geometries = np.concatenate([sectors.geometries for sectors in maps]) if maps else np.empty(0, dtype=object)
    names = np.array([_name(row.get("site_id")) for sectors in maps for row in sectors.rows], dtype=object)
    dates = np.repeat(np.arange(len(maps)), [len(sectors) for sectors in maps])
    if not len(geometries):
        return [np.empty(0, dtype=object) for _ in maps]
    links = [*_same_name(names), *_neighbours(geometries, names)]
    links += _renamed(geometries, names, dates)
    group = _components(len(geometries), links)
    titles = _titles(group, names, geometries)
    labels = np.array([titles[index] for index in group], dtype=object)
    return [labels[dates == date] for date in range(len(maps))]


def _name(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _same_name(names: npt.NDArray[Any]) -> list[tuple[int, int]]:
    first: dict[str, int] = {}
    return [(first.setdefault(name, index), index) for index, name in enumerate(names.tolist()) if name]


def _neighbours(geometries: npt.NDArray[Any], names: npt.NDArray[Any]) -> list[tuple[int, int]]:
    """Link sectors without a name: to each other, and to the one named site that is nearest."""
    nameless = np.flatnonzero(names == "")
    if not len(nameless):
        return []
    around = np.array([surroundings(geometries[index], NEIGHBOUR_M) for index in nameless], dtype=object)
    i, j = shapely.STRtree(geometries).query(around, predicate="intersects")
    links = [(int(nameless[a]), int(b)) for a, b in zip(i, j, strict=True) if names[b] == ""]
    for position, index in enumerate(nameless.tolist()):
        named = [b for b in j[i == position].tolist() if names[b] != ""]
        if named:
            distances = shapely.distance(geometries[index], geometries[named])
            links.append((index, named[int(np.argmin(distances))]))
    return links


def _renamed(
    geometries: npt.NDArray[Any], names: npt.NDArray[Any], dates: npt.NDArray[np.int_]
) -> list[tuple[int, int]]:
    """Link sites of consecutive dates that share most of the smaller one's ground under different names.

    A name that goes on to the next date is no new name: neighbours that both keep theirs stay apart.
    """
    links: list[tuple[int, int]] = []
    for date in range(int(dates.max())):
        before, after = (_footprints(geometries, names, dates == d) for d in (date, date + 1))
        lost = [name for name in before if name not in after]
        found = [name for name in after if name not in before]
        pairs = [(a, b) for a in lost for b in after] + [(a, b) for a in before for b in found]
        for a, b in dict.fromkeys(pairs):
            (first, shape), (second, other) = before[a], after[b]
            if not shapely.intersects(shape, other):
                continue
            shared = shapely.intersection(shape, other).area
            if shared >= _SHARED_PART * min(shape.area, other.area):
                links.append((first, second))
    return links


def _footprints(
    geometries: npt.NDArray[Any], names: npt.NDArray[Any], members: npt.NDArray[np.bool_]
) -> dict[str, tuple[int, Any]]:
    """Return a sector and the ground of each named site."""
    sites: dict[str, list[int]] = {}
    for index in np.flatnonzero(members & (names != "")).tolist():
        sites.setdefault(names[index], []).append(index)
    return {name: (indices[0], shapely.union_all(geometries[indices])) for name, indices in sites.items()}


def _components(count: int, links: list[tuple[int, int]]) -> npt.NDArray[np.int_]:
    first = [a for a, _ in links]
    second = [b for _, b in links]
    graph = coo_matrix((np.ones(len(links)), (first, second)), shape=(count, count))
    _, group = connected_components(graph, directed=False)
    return np.asarray(group, dtype=np.int_)


def _titles(group: npt.NDArray[np.int_], names: npt.NDArray[Any], geometries: npt.NDArray[Any]) -> dict[int, str]:
    titles: dict[int, str] = {}
    nameless: list[tuple[float, float, int]] = []
    for index in sorted(set(group.tolist())):
        members = group == index
        known = sorted({name for name in names[members].tolist() if name})
        if known:
            titles[index] = _AND.join(known)
        else:
            west, south, _, _ = shapely.total_bounds(geometries[members]).tolist()
            nameless.append((west, south, index))
    for number, (_, _, index) in enumerate(sorted(nameless), 1):
        titles[index] = f"site {number}"
    return titles
