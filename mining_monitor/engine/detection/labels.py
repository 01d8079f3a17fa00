"""Connected regions of a class map, a band of rows at a time: only regions that reach the last row stay in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mining_monitor.engine.detection.runs import Contacts, Ints, Runs, contacts, outside_row, stack


@dataclass(frozen=True)
class LabelledRows:
    """Rows with their regions (4-connected, equal value), the last row of the rows before included at the top.

    Attributes
    ----------
    runs : Runs
        The carried row and the new ones.
    carried : int
        Number of runs of the carried row.
    contacts : Contacts
        Of all rows here.
    component : ndarray of int64, shape (run,)
        Region of each run, numbered from 0 within these rows.
    count : int
        Number of regions.
    is_open : ndarray of bool, shape (region,)
        Whether a region reaches the last row and may go on.
    was_open : ndarray of int64
        Region here of each region that was open after the rows before, by its number then.
    now_open : ndarray of int64, shape (region,)
        Number of each open region for the next rows; -1 for regions that are complete.
    """

    runs: Runs
    carried: int
    contacts: Contacts
    component: Ints
    count: int
    is_open: npt.NDArray[np.bool_]
    was_open: Ints
    now_open: Ints


class Labeller:
    """Labels band after band of a raster of a given width.

    Parameters
    ----------
    width : int
    ignored : sequence of int
        Values whose runs are never joined, because nobody asks for their regions.
    """

    def __init__(self, width: int, ignored: tuple[int, ...] = ()) -> None:
        self._above = outside_row(-1, width)
        self._open_of_above = np.zeros(1, np.int64)
        self._open = 1
        self._ignored = np.zeros(256, bool)
        self._ignored[list(ignored)] = True

    def label(self, rows: Runs) -> LabelledRows:
        """Label the next rows. The row above the first one is "not observed" and is open region 0 before it."""
        above, was_open = self._above, self._open
        carried = len(above.start)
        runs = stack(above, rows)
        touching = contacts(runs)
        node = np.concatenate([self._open_of_above, was_open + np.arange(len(rows.start))])
        is_equal = runs.value[touching.upper] == runs.value[touching.lower]
        is_equal &= ~self._ignored[runs.value[touching.upper]]
        left, right = node[touching.upper[is_equal]], node[touching.lower[is_equal]]
        nodes = was_open + len(rows.start)
        graph = coo_array((np.ones(len(left), np.bool_), (left, right)), shape=(nodes, nodes))
        count, of_node = connected_components(graph.tocsr(), directed=False)
        of_node = of_node.astype(np.int64)
        component = of_node[node]
        last = rows.last_row()
        open_regions, open_of_last = np.unique(component[-len(last.start) :], return_inverse=True)
        is_open = np.zeros(count, bool)
        is_open[open_regions] = True
        now_open = np.full(count, -1, np.int64)
        now_open[open_regions] = np.arange(len(open_regions))
        self._above, self._open_of_above, self._open = last, open_of_last.astype(np.int64), len(open_regions)
        return LabelledRows(runs, carried, touching, component, count, is_open, of_node[:was_open], now_open)
