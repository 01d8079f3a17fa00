"""An ONNX file as a predictor: what is shipped is what is measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.models.onnx_file import inspect_onnx
from mining_monitor.engine.models.runtime import open_session
from mining_monitor.engine.training.real_world.measures import Predict


def onnx_predictor(path: Path, threads: int = 2) -> Predict:
    """Return a function from images to probabilities; the file's scores are logits."""
    session = open_session(inspect_onnx(path), threads, side_by_side=False).session

    def predict(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return softmax(session.run(None, {"image": images})[0])

    return predict


def softmax(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return probabilities over axis 1."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)
