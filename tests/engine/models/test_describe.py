"""A bare ONNX file proposes its card; what only a person knows is asked."""

from __future__ import annotations

import json

import pytest

from mining_monitor.contract.errors import ModelError
from mining_monitor.contract.requests import AddModelRequest
from mining_monitor.engine.models.adding import add_model
from mining_monitor.engine.models.describe import describe_model
from tests.engine import onnx_makers as make

ASKED = {
    "mining_monitor:value_range",
    "mining_monitor:class_codes",
    "mining_monitor:gsd_m",
    "mining_monitor:held_out",
    "mining_monitor:limits",
    "license",
}


@pytest.mark.parametrize("nhwc", [False, True], ids=["nchw", "nhwc"])
def test_sizes_and_order_of_axes_are_read_off_the_file(tmp_path, nhwc):
    draft = describe_model(make.convnet(tmp_path / "m.onnx", tile=64, nhwc=nhwc))
    properties = json.loads(draft.card)["properties"]
    order = ["batch", "height", "width", "bands"] if nhwc else ["batch", "bands", "height", "width"]
    assert properties["mlm:input"][0]["input"]["dim_order"] == order
    assert properties["mlm:input"][0]["bands"] == ["red", "green", "blue"]
    scores = properties["mlm:output"][0]["result"]
    assert scores["dim_order"] == [axis.replace("bands", "class") for axis in order]
    assert properties["mining_monitor:scores"] == "logits"
    assert set(draft.missing) == ASKED
    assert draft.inputs[0].startswith("image: float32, any x ")


@pytest.mark.parametrize(
    ("maker", "scores"),
    [
        (lambda p: make.convnet(p, softmax=True), "probabilities"),
        (lambda p: make.convnet(p), "logits"),
        (lambda p: make.binary(p), "probabilities"),
        (lambda p: make.identity(p, scores="labels"), "labels"),
    ],
    ids=["softmax", "convolution", "sigmoid", "integers"],
)
def test_the_last_operator_tells_what_scores_are(tmp_path, maker, scores):
    draft = describe_model(maker(tmp_path / "m.onnx"))
    assert json.loads(draft.card)["properties"]["mining_monitor:scores"] == scores


def test_a_vector_of_scores_is_a_patch_classification(tmp_path):
    properties = json.loads(describe_model(make.vector_only(tmp_path / "m.onnx", nhwc=True)).card)["properties"]
    assert properties["mining_monitor:kind"] == "patch-classification"
    assert properties["mlm:output"][0]["result"]["dim_order"] == ["batch", "class"]


def test_an_answered_draft_is_a_card_that_works(tmp_path):
    path = make.convnet(tmp_path / "m.onnx", tile=64)
    card = json.loads(describe_model(path).card)
    card["properties"]["mining_monitor:value_range"] = "rgb-8bit"
    card["properties"]["mining_monitor:class_codes"] = [0, 5, 8, 9]
    info = add_model(AddModelRequest(str(path), card=json.dumps(card)), folder=tmp_path / "models")
    assert (info.problem, info.class_codes) == ("", (0, 5, 8, 9))


def test_class_names_that_are_no_lames_class_are_questions(tmp_path):
    metadata = {"model_type": '"Segmentor"', "class_names": '{"0": "other", "1": "road", "2": "op", "3": "lake"}'}
    draft = describe_model(make.convnet(tmp_path / "m.onnx", tile=64, metadata=metadata))
    assert draft.questions == ("road", "lake")
    assert "mining_monitor:class_codes" in draft.missing
    assert json.loads(draft.card)["properties"]["mining_monitor:scores"] == "probabilities"


def test_an_unfinished_card_keeps_what_it_says(tmp_path):
    path = make.convnet(tmp_path / "m.onnx", tile=64)
    document = make.card(path, tile=64, **{"mining_monitor:scores": "probabilities"})
    del document["properties"]["mining_monitor:value_range"]
    path.with_suffix(".json").write_text(json.dumps(document))
    for given in (path, path.with_suffix(".json")):
        draft = describe_model(given)
        assert draft.missing == ("mining_monitor:value_range",)
        assert json.loads(draft.card)["properties"]["mining_monitor:scores"] == "probabilities"
    path.with_suffix(".json").write_text("{ broken")
    assert set(describe_model(path).missing) == ASKED


def test_what_is_no_onnx_file_is_an_error(tmp_path):
    (tmp_path / "m.onnx").write_bytes(b"II*\x00")
    with pytest.raises(ModelError, match="TIFF"):
        describe_model(tmp_path / "m.onnx")
