"""``models check`` says in plain words what is wrong, and finds nothing wrong with a model that is right."""

from __future__ import annotations

import re
import threading
import time

import numpy as np
import onnx
import pytest
from onnx import helper

from mining_monitor.contract.errors import CancelledError, ModelMissingError
from mining_monitor.engine.models.check import check_model
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine import onnx_makers as make


def check(path, *args, **kwargs):
    return check_model(str(make.write_card(path, *args, **kwargs)))


def test_a_good_model_has_no_problem_and_says_how_it_runs(tmp_path):
    path = make.convnet(tmp_path / "m.onnx", depth=3)
    report = check(path)
    assert report.problems == ()
    assert report.is_usable
    assert (report.name, report.path, report.sha256) == ("m", str(path), make.sha256(path))
    assert report.milliseconds_per_tile > 0
    notes = " ".join(report.notes)
    assert "multiple of 8" in notes
    assert "Classes: Other, Open pit, Tailings storage facility, Waste rock dump." in notes
    assert "on the processor with" in notes


def with_dropout(path):
    model = onnx.load(make.convnet(path, softmax=True))
    noise = helper.make_node("RandomUniformLike", ["scores0"], ["noise"], high=0.5)
    model.graph.node[-1].output[0] = "scores0"
    model.graph.node.extend(
        [
            noise,
            helper.make_node("Add", ["scores0", "noise"], ["noisy"]),
            helper.make_node("Softmax", ["noisy"], ["scores"], axis=1),
        ]
    )
    path.write_bytes(model.SerializeToString())
    return path


CASES = {
    "probabilities called logits": (
        lambda p: make.convnet(p, softmax=True), {"scores": "logits"}, "add up to 1 already: say probabilities"),
    "logits called probabilities": (
        lambda p: make.convnet(p), {"scores": "probabilities"}, "the scores go from .* say logits"),
    "sigmoid called logits": (
        lambda p: make.binary(p), {"bands": ["pan"], "codes": [0, 8], "tile": 32, "channels": 1},
        "between 0 and 1 already: say probabilities"),
    "labels called logits": (
        lambda p: make.identity(p, scores="labels", tile=32),
        {"bands": ["pan"], "codes": [0, 5], "tile": 32}, "axes"),
    "constant": (
        lambda p: make.constant(p), {"bands": ["pan"], "tile": 32}, "does not look at the image"),
    "nan": (lambda p: make.constant(p, np.nan), {"bands": ["pan"], "tile": 32}, "100% of its scores are NaN"),
    "class count": (lambda p: make.convnet(p, classes=5), {}, "has 5 classes, the card names 4"),
    "band count": (lambda p: make.convnet(p, bands=4), {}, "takes 4 bands, the card names 3 .red, green, blue."),
    "axes": (lambda p: make.convnet(p, tile=64), {"tile": 64, "nhwc": True}, "takes 64 bands, the card names 3"),
    "size": (lambda p: make.convnet(p, tile=64), {"tile": 32}, "has a height of 64, the card says 32"),
    "smaller output": (lambda p: make.cropped(p), {"bands": ["pan"], "codes": [0, 5], "tile": 32}, "29 x 29"),
    "operators": (lambda p: make.custom_operator(p), {"bands": ["pan"], "codes": [0, 5], "tile": 32}, "com.acme"),
    "dropout": (with_dropout, {"scores": "probabilities"}, "different scores for the same tile"),
    "scaling": (
        lambda p: make.convnet(p, input_scale=1.0),
        {"value_range": "reflectance", "scaling": [{"type": "z-score", "mean": 1200.0, "stddev": 500.0}]},
        "value_range and value_scaling do not fit"),
    "label": (
        lambda p: make.identity(p, scores="labels", tile=32),
        {"bands": ["pan"], "codes": [0, 5], "tile": 32, "scores": "labels"}, "gave the label"),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "card", "words"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_in_words(tmp_path, maker, card, words):
    report = check(maker(tmp_path / "m.onnx"), **card)
    assert not report.is_usable
    assert re.search(words, " ".join(report.problems)), report.problems
    assert not any("tensor" in one.lower() for one in report.problems + report.notes)


def test_a_wrong_checksum_is_a_problem_and_the_rest_is_checked_all_the_same(tmp_path):
    path = make.convnet(tmp_path / "m.onnx")
    make.write_card(path, scores="probabilities")
    make.convnet(path, seed=9)
    report = check_model(str(path))
    assert "not the file that its card describes" in report.problems[0]
    assert "say logits" in report.problems[1]


def test_a_bare_file_and_a_broken_one_are_reported_not_raised(tmp_path):
    assert check_model(str(make.convnet(tmp_path / "bare.onnx"))).problems == ("bare.onnx has no card.",)
    (tmp_path / "zip.onnx").write_bytes(b"PK\x03\x04")
    assert "zip archive" in check_model(str(tmp_path / "zip.onnx")).problems[0]
    with pytest.raises(ModelMissingError):
        check_model(str(tmp_path / "none.onnx"))


def test_what_the_card_leaves_out_is_noted(tmp_path):
    empty = {"mining_monitor:held_out": None, "mining_monitor:limits": None, "license": None}
    report = check(make.convnet(tmp_path / "m.onnx"), ["red", "green", "dem"], gsd_m=None, **empty)
    assert report.is_usable
    notes = " ".join(report.notes)
    for words in ("no held-out score", "names no limits", "no licence", "no ground sampling", "by hand.*: dem"):
        assert re.search(words, notes), words


def test_a_patch_classifier_is_checked_too(tmp_path):
    path = make.vector_only(tmp_path / "m.onnx")
    assert check(path, codes=[0, 1], tile=16, scores="probabilities", kind="patch-classification").problems == ()


@pytest.mark.clock
def test_a_check_can_be_cancelled(tmp_path):
    path = make.write_card(make.slow(tmp_path / "m.onnx"), ["pan"], [0, 5], 64, batch=1)
    job = Job()
    threading.Timer(0.3, job.cancel).start()
    start = time.perf_counter()
    with pytest.raises(CancelledError):
        check_model(str(path), job=job)
    assert time.perf_counter() - start < within(3)
