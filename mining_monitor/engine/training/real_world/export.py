"""Trained weights as a predictor and as an ONNX file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from mining_monitor.engine.training.export import export_onnx
from mining_monitor.engine.training.real_world.calibration import choose_offsets
from mining_monitor.engine.training.real_world.looks import Looks
from mining_monitor.engine.training.real_world.measures import Predict
from mining_monitor.engine.training.real_world.network import read_mapper
from mining_monitor.engine.training.real_world.samples import Sample


def torch_predictor(model: Any) -> Predict:
    """Return a function from images to probabilities."""
    model.eval()

    def predict(images: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(torch.softmax(model(torch.from_numpy(images)), dim=1).numpy())

    return predict


def export_mapper(
    weights: Sequence[Path], path: Path, dev: Sequence[Sample] = (), turns: Sequence[int] = (0,)
) -> np.ndarray:
    """Write trained weights as ONNX and return the offsets that `choose_offsets` found for them (none without dev).

    With more than one file of weights, or more than one turn, the file answers with the mean of all looks (`Looks`).
    """
    members = [read_mapper(each) for each in weights]
    looks = Looks(members, turns, torch.zeros(4)).eval()

    def logits_of(sample: Sample) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(looks(torch.from_numpy(sample.picture[None].astype(np.float32)))[0].numpy())

    offsets = choose_offsets(logits_of, dev) if dev else np.zeros(4, np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    if len(members) == 1 and tuple(turns) == (0,):
        with torch.no_grad():
            members[0].head.bias += torch.from_numpy(offsets)
        export_onnx(members[0], path)
    else:
        export_onnx(Looks(members, turns, torch.from_numpy(offsets)).eval(), path)
    return offsets
