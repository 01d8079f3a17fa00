"""Trained weights as a predictor and as an ONNX file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from mining_monitor.engine.training.export import export_onnx
from mining_monitor.engine.training.real_world.calibration import choose_offsets
from mining_monitor.engine.training.real_world.measures import Predict
from mining_monitor.engine.training.real_world.network import Mapper
from mining_monitor.engine.training.real_world.samples import Sample


def torch_predictor(model: Any) -> Predict:
    """Return a function from images to probabilities."""
    model.eval()

    def predict(images: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(torch.softmax(model(torch.from_numpy(images)), dim=1).numpy())

    return predict


def export_mapper(
    weights: Path, widths: tuple[int, int, int, int], path: Path, dev: Sequence[Sample] = ()
) -> np.ndarray:
    """Write trained weights as ONNX and return the offsets that `choose_offsets` found for them (none without dev)."""
    model = Mapper(4, widths)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    model.eval()

    def logits_of(sample: Sample) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(model(torch.from_numpy(sample.picture[None].astype(np.float32)))[0].numpy())

    offsets = choose_offsets(logits_of, dev) if dev else np.zeros(4, np.float32)
    with torch.no_grad():
        model.head.bias += torch.from_numpy(offsets)
    path.parent.mkdir(parents=True, exist_ok=True)
    export_onnx(model, path)
    return offsets
