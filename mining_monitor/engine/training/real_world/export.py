"""Trained weights as a predictor and as an ONNX file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from mining_monitor.engine.training.export import export_onnx
from mining_monitor.engine.training.real_world.measures import Predict
from mining_monitor.engine.training.real_world.network import Mapper


def torch_predictor(model: Any) -> Predict:
    """Return a function from images to probabilities."""
    model.eval()

    def predict(images: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(torch.softmax(model(torch.from_numpy(images)), dim=1).numpy())

    return predict


def export_mapper(weights: Path, widths: tuple[int, int, int, int], path: Path) -> None:
    """Write trained weights as ONNX."""
    model = Mapper(4, widths)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    model.eval()
    export_onnx(model, path)
