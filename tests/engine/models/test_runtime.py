"""Providers, threads and errors of ONNX Runtime, told as they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mining_monitor.engine.models import loaded, runtime
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.models.warm import WARM_MODELS
from tests.engine import onnx_makers as make


@pytest.fixture(autouse=True)
def cold():
    WARM_MODELS.clear()
    yield
    WARM_MODELS.clear()


def test_the_processor_is_always_offered_and_comes_last():
    assert runtime.providers()[-1] == "CPUExecutionProvider"
    assert "AzureExecutionProvider" not in runtime.providers()


@pytest.mark.filterwarnings("ignore:Specified provider")
def test_a_provider_that_is_not_there_is_replaced_by_the_processor_with_a_note(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime, "providers", lambda: ("NoSuchExecutionProvider", runtime.CPU))
    segmenter = load_segmenter(str(make.write_card(make.convnet(tmp_path / "m.onnx", tile=32), tile=32)))
    assert segmenter.provider == "CPUExecutionProvider"
    assert segmenter.notes[0].startswith("NoSuchExecutionProvider could not be")
    assert segmenter.predict(np.zeros((1, 3, 32, 32), np.float32)).shape == (1, 4, 32, 32)


def test_a_provider_that_fails_on_the_first_tile_is_replaced_by_the_processor_with_a_note(tmp_path, monkeypatch):
    opened = []

    def open_session(info, threads, without=(), **_):
        opened.append(without)
        real = runtime.open_session(info, threads)
        return real if without else replace(real, provider="CUDAExecutionProvider")

    def run_plan(used, *_):
        raise RuntimeError(f"[ONNXRuntimeError] : 1 : FAIL : out of memory on {used.provider}")

    monkeypatch.setattr(loaded, "open_session", open_session)
    monkeypatch.setattr(loaded, "run_plan", run_plan)
    segmenter = load_segmenter(str(make.write_card(make.convnet(tmp_path / "m.onnx", tile=32), tile=32)))
    assert opened == [(), ("CUDAExecutionProvider",)]
    assert segmenter.provider == "CPUExecutionProvider"
    assert "cannot run this model (out of memory on CUDAExecutionProvider)" in segmenter.notes[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[ONNXRuntimeError] : 1 : FAIL : Load model from /tmp/a b/m.onnx failed:Bad node", "Bad node"),
        (
            "[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : Non-zero status code returned while running Concat node. "
            "Name:'c' Status Message: concat.cc:158 PrepareForCompute mismatch",
            "it stopped at Concat node. Name:'c' Status Message: PrepareForCompute mismatch",
        ),
        ("", "RuntimeError"),
    ],
)
def test_an_error_of_the_runtime_is_one_line_without_paths_and_codes(text, line):
    assert runtime.explain(RuntimeError(text)) == line
