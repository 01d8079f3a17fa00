"""Soft labels: what several networks, each looking at turned pictures, say together; one small network learns it.

The teacher sees pictures as they are, the student sees them disturbed: besides the mean of many looks it learns that
another day, sensor or stretch changes nothing.

References
----------
Hinton et al. 2015, arXiv:1503.02531 (distillation). Radosavovic et al. 2018, CVPR (transformed copies as a teacher).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.real_world.measures import Predict
from mining_monitor.engine.training.real_world.samples import Sample, SoftLabels

#: Of these groups each so-manieth picture gets soft labels, of those not named every one.
EVERY = {"look_alikes": 2, "dams": 2}
#: Their labels are exact already, or they are pieces of pictures of other groups.
_LEFT_OUT = ("made_up", "sectors", "ground")
#: The four rotations of a square, and their mirror images.
TURNS = 8
#: Pixels that go through a network at once.
_BATCH_PX = 300_000
_LEAST = 1e-7


def together(predictors: Sequence[Predict], turns: int = TURNS) -> Predict:
    """Return the geometric mean of what networks say of turned pictures, turned back.

    Parameters
    ----------
    predictors : sequence of Predict
        They take turns: each picture costs `turns` looks, however many they are.
    turns : int
        1 (as it is) to 8 (every orientation of a square).

    Raises
    ------
    ValueError
        When there is no predictor, or a number of turns that a square does not have.
    """
    if not predictors or not 1 <= turns <= TURNS:
        raise ValueError(f"A teacher needs a network and 1 to {TURNS} turns; found {len(predictors)} and {turns}.")

    def predict(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        total = np.zeros(1, np.float32)
        for turn in range(turns):
            member = predictors[(turn + turn // 4) % len(predictors)]
            said = member(np.ascontiguousarray(turned(images, turn)))
            total = total + np.log(turned_back(said, turn) + _LEAST)
        raised = np.exp(total / turns)
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)

    return predict


def turned(images: npt.NDArray[np.float32], turn: int) -> npt.NDArray[np.float32]:
    """Return images (n, band, row, col) in one of the eight orientations."""
    images = np.rot90(images, turn % 4, (2, 3))
    return images[:, :, :, ::-1] if turn >= 4 else images


def turned_back(images: npt.NDArray[np.float32], turn: int) -> npt.NDArray[np.float32]:
    """Undo `turned`."""
    images = images[:, :, :, ::-1] if turn >= 4 else images
    return np.rot90(images, -(turn % 4), (2, 3))


def with_soft_labels(samples: Sequence[Sample], predict: Predict, every: int = 1) -> list[Sample]:
    """Return the samples, each `every`-th of those to learn from with a teacher's probabilities.

    What is held out or kept for looking at is never shown to the teacher.
    """
    labelled = list(samples)
    shapes: dict[tuple[int, ...], list[int]] = {}
    learned = [index for index, sample in enumerate(samples) if sample.part == "train"]
    for index in learned[::every]:
        shapes.setdefault(samples[index].picture.shape, []).append(index)
    for shape, indices in shapes.items():
        count = max(1, _BATCH_PX // (shape[1] * shape[2]))
        for start in range(0, len(indices), count):
            batch = indices[start : start + count]
            said = predict(np.stack([samples[index].picture for index in batch]).astype(np.float32))
            for index, soft in zip(batch, said, strict=True):
                labelled[index] = replace(samples[index], soft=np.asarray(soft, SoftLabels))
    return labelled


def soften(samples: dict[str, list[Sample]], predict: Predict, folder: Path) -> dict[str, list[Sample]]:
    """Return the groups with soft labels; those that an earlier start left in `folder` are taken from there.

    Raises
    ------
    ValueError
        When the labels in `folder` are those of other pictures.
    """
    softened = dict(samples)
    for name, group in samples.items():
        if name in _LEFT_OUT or not group:
            continue
        path = folder / f"soft-{name}.npz"
        if not path.exists():
            _keep(path, with_soft_labels(group, predict, EVERY.get(name, 1)))
        with np.load(path, allow_pickle=False) as kept:
            labels = {int(key): kept[key] for key in kept.files}
        sizes = {k: s.picture.shape[1:] for k, s in enumerate(group) if s.part == "train"}
        if any(labels[k].shape[1:] != sizes.get(k) for k in labels):
            raise ValueError(f"{path} holds the soft labels of other pictures: delete it, and it is made again.")
        softened[name] = [replace(s, soft=labels[k]) if k in labels else s for k, s in enumerate(group)]
    return softened


def _keep(path: Path, samples: list[Sample]) -> None:
    """Write soft labels by position under another name, and rename the file when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.stem}.partial.npz")
    labels: dict[str, Any] = {str(index): s.soft for index, s in enumerate(samples) if s.soft is not None}
    np.savez(partial, **labels)
    partial.replace(path)
