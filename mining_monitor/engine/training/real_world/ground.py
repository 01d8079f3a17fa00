"""Pieces of large pictures as chips without artisanal mining: industrial ground, river sand, the wide world.

Look-alikes of artisanal mining in the chips' own archive are mostly what earlier classifiers mistook. These are others:
bare ground, ponds and banks that are known to be something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from mining_monitor.engine.training.real_world.partial_labels import bare_ground
from mining_monitor.engine.training.real_world.samples import ANYTHING, CODES, Sample, allow

#: Side of a piece and the distance between two of them.
_SIDE_PX = 64
#: A piece of less bare ground than this says little.
_LEAST_BARE = 0.15
_NAMES = {"storages": "storage ground", "dams": "dam ground", "sand": "river bank", "dry_land": "wide ground"}
_NOT_ARTISANAL = np.uint8(int(ANYTHING) & ~int(allow(1)))


def read_ground(samples: Mapping[str, Sequence[Sample]]) -> Iterator[Sample]:
    """Yield pieces of the learned pictures that hold bare ground and surely no artisanal mine.

    Pictures of storages and dams show industrial mines: what else a pixel may be is kept, artisanal mining is taken
    away. In rivers with sand mining only pieces without it count.
    """
    for group, kind in _NAMES.items():
        for sample in samples.get(group, ()):
            if sample.part == "train" and min(sample.allowed.shape) >= _SIDE_PX:
                yield from _pieces(sample, kind)


def _pieces(sample: Sample, kind: str) -> Iterator[Sample]:
    bare = bare_ground(sample.picture)
    height, width = sample.allowed.shape
    for row in range(0, height - _SIDE_PX + 1, _SIDE_PX):
        for col in range(0, width - _SIDE_PX + 1, _SIDE_PX):
            rows, cols = slice(row, row + _SIDE_PX), slice(col, col + _SIDE_PX)
            allowed = sample.allowed[rows, cols]
            if bare[rows, cols].mean() < _LEAST_BARE or (allowed == allow(1, 2)).any():
                continue
            without = np.where(allowed == 255, allowed, allowed & _NOT_ARTISANAL).astype(np.uint8)
            picture = np.ascontiguousarray(sample.picture[:, rows, cols])
            yield Sample(picture, without, None, CODES[1], sample.site, kind, "train")
