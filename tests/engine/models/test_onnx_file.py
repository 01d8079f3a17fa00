"""ONNX files from anywhere: hostile, broken and foreign ones end in one clear sentence before anything runs them."""

from __future__ import annotations

import os

import numpy as np
import onnx
import pytest

from mining_monitor.contract.errors import ModelError, ModelMissingError
from mining_monitor.engine.models import onnx_file
from mining_monitor.engine.models.onnx_file import inspect_onnx, read_checked
from mining_monitor.engine.models.session import load_segmenter
from tests.engine import onnx_makers as make


def test_a_file_says_what_it_takes_and_gives(tmp_path):
    info = inspect_onnx(make.convnet(tmp_path / "m.onnx", bands=4, classes=5, tile=64, metadata={"a": "b"}))
    assert [one.in_words() for one in info.inputs] == ["image: float32, any x 4 x 64 x 64"]
    assert [one.in_words() for one in info.outputs] == ["scores: float32, any x 5 x 64 x 64"]
    assert info.sha256 == make.sha256(tmp_path / "m.onnx")
    assert (info.metadata, info.external, info.opset, info.final_operator) == ({"a": "b"}, (), 17, "Conv")


def test_weights_in_the_models_folder_are_found_and_used(tmp_path):
    path = make.external_data(tmp_path / "m.onnx")
    assert inspect_onnx(path).external == ((tmp_path / "m.data").resolve(),)
    segmenter = load_segmenter(str(make.write_card(path, tile=32)))
    make.convnet(tmp_path / "same.onnx", tile=32)
    same = load_segmenter(str(make.write_card(tmp_path / "same.onnx", tile=32)))
    tiles = np.random.default_rng(0).uniform(0, 255, (1, 3, 32, 32)).astype(np.float32)
    np.testing.assert_array_equal(segmenter.predict(tiles), same.predict(tiles))


@pytest.mark.parametrize(
    "location",
    [
        "../m.data",
        "/etc/hostname",
        "C:\\secret.bin",
        "..\\m.data",
        "sub/../../m.data",
        "file:m.data",
        "",
        "\\\\host\\x",
    ],
)
def test_weights_outside_the_folder_are_refused_before_anything_is_opened(tmp_path, location):
    path = make.external_data(tmp_path / "inner" / "m.onnx", location)
    (tmp_path / "m.data").write_bytes((tmp_path / "inner" / "m.data").read_bytes())
    with pytest.raises(ModelError, match="outside its own folder") as caught:
        inspect_onnx(path)
    assert caught.value.facts["location"] == location


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("is_folder", [False, True], ids=["linked file", "linked folder"])
def test_weights_behind_a_link_are_refused(tmp_path, is_folder):
    outside = tmp_path / "outside"
    path = make.external_data(tmp_path / "inner" / "m.onnx", "sub/m.data" if is_folder else "link.data")
    outside.mkdir()
    (tmp_path / "inner" / "m.data").rename(outside / "m.data")
    (tmp_path / "inner" / ("sub" if is_folder else "link.data")).symlink_to(
        outside if is_folder else outside / "m.data", target_is_directory=is_folder
    )
    with pytest.raises(ModelError, match="outside its own folder"):
        inspect_onnx(path)


def test_external_weights_hidden_in_a_nested_graph_are_found(tmp_path):
    path = make.slow(tmp_path / "m.onnx", loops=1)
    model = onnx.load(path)
    body = next(node for node in model.graph.node if node.op_type == "Loop").attribute[0].g
    tensor = body.initializer.add(name="hidden", data_type=onnx.TensorProto.FLOAT, dims=[1])
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../secret")
    path.write_bytes(model.SerializeToString())
    with pytest.raises(ModelError, match="outside its own folder"):
        inspect_onnx(path)


def test_missing_and_shortened_weights_say_so(tmp_path):
    path = make.external_data(tmp_path / "m.onnx")
    weights = (tmp_path / "m.data").read_bytes()
    (tmp_path / "m.data").write_bytes(weights[:100])
    with pytest.raises(ModelError, match="cut short"):
        inspect_onnx(path)
    (tmp_path / "m.data").unlink()
    with pytest.raises(ModelMissingError, match=r"m\.data, which is missing"):
        inspect_onnx(path)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.99, 0.9999])
def test_a_file_that_was_cut_short_is_refused(tmp_path, share):
    data = make.convnet(tmp_path / "whole.onnx").read_bytes()
    path = tmp_path / "m.onnx"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelError, match=r"m\.onnx"):
        load_segmenter(str(make.write_card(path)))


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"PK\x03\x04 a zip", "PyTorch"),
        (b"\x89HDF\r\n", "Keras"),
        (b"II*\x00....", "TIFF"),
        (b"{}", "JSON"),
        (b"version https://git-lfs.github.com/spec/v1", "Git LFS pointer"),
        (bytes(range(256)) * 40, "not an ONNX file"),
        (b"\n" * 5000, "onnx"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(tmp_path, start, words):
    path = tmp_path / "m.onnx"
    path.write_bytes(start)
    with pytest.raises(ModelError, match=words):
        inspect_onnx(path)


def test_a_file_larger_than_onnx_allows_is_not_read(tmp_path):
    path = tmp_path / "huge.onnx"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(ModelError, match=r"has 3\.0 GB"):
        inspect_onnx(path)


def test_a_folder_and_a_missing_file_say_what_they_are(tmp_path):
    (tmp_path / "folder.onnx").mkdir()
    with pytest.raises(ModelError, match="is no file"):
        inspect_onnx(tmp_path / "folder.onnx")
    with pytest.raises(ModelMissingError, match="There is no model file"):
        inspect_onnx(tmp_path / "none.onnx")


def test_operators_that_nobody_has_are_named(tmp_path):
    path = make.write_card(make.custom_operator(tmp_path / "a.onnx"), ["pan"], [0, 5], 32)
    with pytest.raises(ModelError, match=r"operators of com\.acme"):
        load_segmenter(str(path))
    path = make.write_card(make.custom_operator(tmp_path / "b.onnx", domain=""), ["pan"], [0, 5], 32)
    with pytest.raises(ModelError, match="the operator MagicUpsample"):
        load_segmenter(str(path))


def test_a_file_that_changes_between_look_and_use_is_not_run(tmp_path, monkeypatch):
    path = make.convnet(tmp_path / "m.onnx")
    info = inspect_onnx(path)
    make.convnet(path, seed=8)
    with pytest.raises(ModelError, match="changed while"):
        read_checked(info)


def test_a_file_is_read_again_only_when_it_changed(tmp_path, monkeypatch):
    path = make.convnet(tmp_path / "m.onnx")
    first = inspect_onnx(path)
    monkeypatch.setattr(onnx_file, "_parse", None)
    assert inspect_onnx(path) is first
