"""Offsets of the classes' logits: batches hold far more mines than the world, and the network expects as many.

Chosen on the places kept for looking (dev), never on held-out ones, and added to the last layer's bias.

References
----------
Saerens et al. 2002, Neural Computation 14: a shift of class frequencies is an offset of the logits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.real_world.measures import overlap
from mining_monitor.engine.training.real_world.samples import CODES, Sample

Logits = npt.NDArray[np.float32]

#: Share of pixels of country without mines that may be called mine on dev: below the 2 % that are asked for.
MOST_ALARMS = 0.012
_STEPS = np.arange(0.0, -6.01, -0.25)
_RISES = np.arange(2.0, -6.01, -0.25)
_ARTISANAL, _LARGE, _STORAGE = (CODES.index(code) for code in (1, 2, 8))


def choose_offsets(logits_of: Callable[[Sample], Logits], dev: Sequence[Sample]) -> npt.NDArray[np.float32]:
    """Return an offset for each class, shape (class,).

    Storages: the offset with the best overlap. Large-scale ground, then artisanal sites: the largest offset with which
    country without mines, and chips without, stay quiet.
    """
    storages = [(logits_of(s), s) for s in dev if s.kind == "storage"]
    quiet = [logits_of(s) for s in dev if s.must_lack is not None]
    offsets = np.zeros(len(CODES), np.float32)
    if storages:
        offsets[_STORAGE] = max(_STEPS, key=lambda step: _storage_overlap(storages, float(step)))
    for output, choices in ((_LARGE, _STEPS), (_ARTISANAL, _RISES)):
        offsets[output] = next((v for v in choices if _alarms(quiet, offsets, output, float(v)) <= MOST_ALARMS), -6.0)
    return offsets


def _storage_overlap(storages: list[tuple[Logits, Sample]], step: float) -> float:
    counts = []
    for logits, sample in storages:
        others = np.delete(logits, _STORAGE, axis=0).max(axis=0)
        found = logits[_STORAGE] + step > others
        truth = sample.allowed == 1 << _STORAGE
        decided = truth | ((sample.allowed >> _STORAGE) & 1 == 0)
        counts.append([(found & truth).sum(), (found & ~truth & decided).sum(), (~found & truth).sum()])
    return overlap(np.array(counts, np.int64))


def _alarms(quiet: list[Logits], offsets: npt.NDArray[np.float32], output: int, value: float) -> float:
    """Return the share of pixels called a mine, artisanal ones counted only when they are being decided."""
    tried = offsets.copy()
    tried[output] = value
    if output != _ARTISANAL:
        tried[_ARTISANAL] = -30.0
    called = pixels = 0
    for logits in quiet:
        called += int(((logits + tried[:, None, None]).argmax(axis=0) > 0).sum())
        pixels += logits[0].size
    return called / pixels if pixels else 0.0
