"""The network learns, takes any tile size, and becomes an ONNX file with the same scores."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an optional dependency of training and is not installed here")

from mining_monitor.engine.training.chips import ChipSource  # noqa: E402
from mining_monitor.engine.training.export import export_onnx, load_network, predictor  # noqa: E402
from mining_monitor.engine.training.loop import train  # noqa: E402
from mining_monitor.engine.training.settings import read_settings  # noqa: E402

CONFIG = Path(__file__).parents[3] / "mining_monitor/engine/training/configs/sample-world-10m.json"


def tiny_settings():
    return dataclasses.replace(
        read_settings(CONFIG),
        widths=(6, 8, 8, 8),
        chip_px=32,
        batch_size=4,
        steps=150,
        strength=0.3,
        learning_rate=0.02,
        class_weights={0: 1.0, 5: 1.0},
    )


def test_a_tiny_network_learns_bright_from_dark_and_survives_the_export(tmp_path):
    settings = tiny_settings()
    truth = np.zeros((96, 96), np.uint8)
    truth[:, 48:] = 5
    image = np.repeat(np.where(truth == 5, 230, 20).astype(np.uint8)[None], 3, axis=0)
    train(settings, ChipSource([image], [truth], settings.class_codes, settings.chip_px), tmp_path / "net.pt")

    network = load_network(settings, tmp_path / "net.pt")
    export_onnx(network, tmp_path / "net.onnx")

    found = predictor(network)(image[None].astype(np.float32))[0].argmax(axis=0)
    assert (found == (truth == 5)).mean() > 0.9
    onnxruntime = pytest.importorskip("onnxruntime")
    session = onnxruntime.InferenceSession(str(tmp_path / "net.onnx"))
    odd = np.random.default_rng(2).uniform(0, 255, (2, 3, 45, 83)).astype(np.float32)
    np.testing.assert_allclose(session.run(None, {"image": odd})[0], predictor(network)(odd), atol=1e-3)
