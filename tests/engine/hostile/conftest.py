"""One real engine for all hostile requests: it must outlive every one of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine

from tests.engine import onnx_makers

ROOT = Path(__file__).resolve().parents[3]
UTM = ("EPSG:32719", Affine(10, 0, 500_000, 0, -10, 7_000_000))


class Engine:
    """The engine's process and its lines."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mining_monitor.engine", "serve"], cwd=ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "MINING_MONITOR_WORK": str(work)},
        )  # fmt: skip
        self.number = 0

    def send(self, line: bytes) -> None:
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def start(self, kind: str, request: dict[str, Any]) -> int:
        self.number += 1
        self.send(json.dumps({"id": self.number, "type": kind, "request": request}).encode())
        return self.number

    def read(self) -> dict[str, Any]:
        line = self.process.stdout.readline()
        assert line, "the engine has died"
        return json.loads(line)

    def final(self, number: int) -> dict[str, Any]:
        while True:
            event = self.read()
            if event["id"] == number and event["type"] in ("result", "error", "cancelled"):
                return event

    def ask(self, kind: str, **request: Any) -> dict[str, Any]:
        return self.final(self.start(kind, request))

    def left_over(self) -> list[str]:
        return sorted(path.name for path in self.work.rglob("run-*"))

    def end(self) -> None:
        self.process.stdin.close()
        try:
            self.process.wait(60)
        finally:
            self.process.kill()
            self.process.stdout.close()


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    made = Engine(tmp_path_factory.mktemp("work"))
    yield made
    made.end()


@pytest.fixture(scope="session")
def model(tmp_path_factory) -> str:
    """Class = value of the pixel, at any ground distance."""
    path = onnx_makers.identity(tmp_path_factory.mktemp("model") / "identity.onnx")
    onnx_makers.write_card(
        path, bands=("any",), codes=range(10), scores="probabilities", value_range="dn", channels=10, gsd_m=None
    )
    return str(path)


@pytest.fixture
def write(tmp_path):
    """Write pixels, shape (row, col) or (band, row, col), as an image; return its path."""

    def write_image(pixels, name="image.tif", crs=UTM[0], transform=UTM[1], **profile) -> str:
        pixels = np.asarray(pixels)
        pixels = pixels[None] if pixels.ndim == 2 else pixels
        path = tmp_path / name
        with rasterio.open(
            path, "w", **{"driver": "GTiff", **profile}, count=len(pixels), height=pixels.shape[1],
            width=pixels.shape[2], dtype=pixels.dtype, crs=crs, transform=transform,
        ) as dataset:  # fmt: skip
            dataset.write(pixels)
        return str(path)

    return write_image


def classes(height: int = 20, width: int = 30, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 10, (height, width)).astype(np.uint8)


def assert_one_sentence(answer: dict[str, Any], *words: str) -> None:
    """A foreseen error, in words for people."""
    assert answer["type"] == "error", answer
    assert answer["code"] != "failed", answer["message"]
    assert "Traceback" not in answer["message"]
    for word in words:
        assert word in answer["message"]
