"""A trained network as an ONNX file."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from mining_monitor.engine.training.evaluation import Predictor
from mining_monitor.engine.training.network import SectorNet
from mining_monitor.engine.training.settings import TrainingSettings

_OPSET = 17
#: Two runtimes add numbers in another order; logits are of the order of 10.
_TOLERANCE = 2e-3


def load_network(settings: TrainingSettings, checkpoint: Path) -> SectorNet:
    """Return the network of a run with its weights, ready to predict."""
    model = SectorNet(len(settings.class_codes), settings.widths)
    model.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True))
    model.eval()
    return model


def predictor(model: SectorNet) -> Predictor:
    """Return the network as a function of arrays."""

    def predict(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        with torch.no_grad():
            return np.asarray(model(torch.from_numpy(images)).numpy(), np.float32)

    return predict


def export_onnx(model: SectorNet, path: Path) -> None:
    """Write the network as ONNX: input ``image`` (n, 3, row, col), output ``scores`` (n, class, row, col), all free.

    Raises
    ------
    RuntimeError
        When the file gives other scores than the network.
    """
    free = {0: "batch", 2: "height", 3: "width"}
    with warnings.catch_warnings():
        # The tracing exporter is called legacy; it writes the plain convolutions that every runtime fuses.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (torch.zeros(1, 3, 64, 64),),
            str(path),
            dynamo=False,
            opset_version=_OPSET,
            input_names=["image"],
            output_names=["scores"],
            dynamic_axes={"image": free, "scores": free},
        )
    _compare(model, path)


def _compare(model: SectorNet, path: Path) -> None:
    """Check the file against the network on an odd size, with ONNX's own reference interpreter."""
    from onnx.reference import ReferenceEvaluator

    images = np.random.default_rng(0).uniform(0, 255, (1, 3, 50, 71)).astype(np.float32)
    expected = predictor(model)(images)
    results = list(ReferenceEvaluator(str(path)).run(None, {"image": images}))
    worst = float(np.abs(np.asarray(results[0]) - expected).max())
    if worst > _TOLERANCE:
        raise RuntimeError(f"{path.name} differs from the network by {worst:g}.")
