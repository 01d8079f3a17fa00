"""Installed models: listed with their faults, found by name, added whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mining_monitor.contract.errors import ModelCardError, ModelError, ModelMissingError, OutputError
from mining_monitor.contract.requests import AddModelRequest
from mining_monitor.engine.models import catalogue
from mining_monitor.engine.models.catalogue import score_line
from mining_monitor.engine.models.installed import MODELS_VARIABLE, add_model, list_models, resolve, user_models
from mining_monitor.engine.models.session import load_segmenter
from tests.engine import onnx_makers as make


@pytest.fixture()
def shipped(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(catalogue, "shipped_models", lambda: folder)
    return folder


@pytest.fixture()
def users(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "users"
    monkeypatch.setenv(MODELS_VARIABLE, str(folder))
    return folder


def convnet(path: Path, **kwargs) -> Path:
    return make.write_card(make.convnet(path, tile=32, width=4), tile=32, **kwargs)


def test_shipped_models_come_first_and_the_default_before_them_all(shipped, users):
    convnet(shipped / "alpha.onnx")
    convnet(shipped / "zulu.onnx")
    convnet(users / "mine" / "mine.onnx")
    (shipped / "models.json").write_text(json.dumps({"default": "zulu"}))
    infos = list_models().models
    assert [one.name for one in infos] == ["zulu", "alpha", "mine"]
    assert [one.is_default for one in infos] == [True, False, False]
    assert [one.is_shipped for one in infos] == [True, True, False]
    assert resolve("").name == "zulu"
    assert infos[0].score == "macro F1 0.5 (none, a test model)"
    assert infos[0].sha256 == make.sha256(shipped / "zulu.onnx")
    assert (infos[0].bands, infos[0].class_codes, infos[0].gsd_m) == (("red", "green", "blue"), (0, 5, 8, 9), 10.0)
    assert all(one.problem == "" for one in infos)


def test_models_with_faults_are_listed_with_a_sentence(shipped, users):
    make.convnet(users / "bare.onnx")
    convnet(users / "changed.onnx")
    make.convnet(users / "changed.onnx", tile=32, seed=99)
    (users / "noise.onnx").write_bytes(b"PK\x03\x04")
    convnet(users / "whole.onnx")
    (users / ".adding-x").mkdir()
    make.convnet(users / ".adding-x" / "half.onnx")
    infos = {one.name: one.problem for one in list_models().models}
    assert "has no card" in infos["bare"]
    assert "not the file that its card describes" in infos["changed"]
    assert "zip archive" in infos["noise"]
    assert infos["whole"] == ""
    assert len(infos) == 4


def test_a_model_is_found_by_name_file_and_card(shipped, users):
    path = convnet(users / "file.onnx", **{"mlm:name": "the-name"})
    for name in ("the-name", "file", str(path), str(path.with_suffix(".json"))):
        assert resolve(name).path == path
    assert load_segmenter("the-name").name == "the-name"
    assert resolve("the-name", folder=users).path == path


def test_a_model_that_is_not_there_is_missed_by_name_with_the_others_named(shipped, users):
    convnet(users / "file.onnx")
    with pytest.raises(ModelMissingError, match=r"no model 'other'.*\(file\)"):
        resolve("other")
    with pytest.raises(ModelMissingError, match="No model came with this installation"):
        resolve("")
    with pytest.raises(ModelMissingError, match=r"no model 'gone\.onnx'"):
        load_segmenter("gone.onnx")


def test_no_folder_at_all_gives_an_empty_list(monkeypatch, tmp_path):
    def missing():
        raise FileNotFoundError

    monkeypatch.setattr(catalogue, "shipped_models", missing)
    assert list_models(tmp_path / "none").models == ()


def test_the_users_folder_is_named_by_the_variable(users):
    assert user_models() == users


@pytest.mark.parametrize("is_external", [False, True], ids=["one file", "weights beside"])
def test_an_added_model_is_there_with_its_card_and_runs(shipped, users, tmp_path, is_external):
    path = tmp_path / "from" / "my model.onnx"
    make.external_data(path) if is_external else make.convnet(path, tile=32)
    make.write_card(path, tile=32)
    info = add_model(AddModelRequest(str(path), name="Río Tinto 2"))
    assert (info.name, info.problem, info.path) == ("Río Tinto 2", "", str(users / "R-o-Tinto-2" / "R-o-Tinto-2.onnx"))
    assert [one.name for one in list_models().models] == ["Río Tinto 2"]
    assert load_segmenter("Río Tinto 2").tile_size == 32
    assert sorted(p.name for p in users.iterdir()) == ["R-o-Tinto-2"]


def test_a_bare_file_is_added_with_the_card_that_the_form_made(shipped, users, tmp_path):
    path = make.convnet(tmp_path / "bare.onnx", tile=32)
    with pytest.raises(ModelCardError, match="no card"):
        add_model(AddModelRequest(str(path)))
    add_model(AddModelRequest(str(path), card=json.dumps(make.card(path, tile=32))))
    card = json.loads((users / "bare" / "bare.json").read_text(encoding="utf-8"))
    assert card["assets"]["model"]["file:checksum"] == "1220" + make.sha256(path)
    assert resolve("bare").class_codes == (0, 5, 8, 9)


def test_adding_the_same_model_twice_changes_nothing_and_another_of_its_name_is_refused(shipped, users, tmp_path):
    path = convnet(tmp_path / "m.onnx")
    assert add_model(AddModelRequest(str(path))) == add_model(AddModelRequest(str(path)))
    make.write_card(make.convnet(path, tile=32, seed=99), tile=32)
    with pytest.raises(ModelError, match="another model named m already"):
        add_model(AddModelRequest(str(path)))


def test_a_model_that_does_not_run_is_not_added(shipped, users, tmp_path):
    path = make.write_card(make.cropped(tmp_path / "m.onnx"), ["pan"], [0, 5], 32)
    with pytest.raises(ModelError, match="29 x 29"):
        add_model(AddModelRequest(str(path)))
    assert not users.exists()


def test_a_folder_that_cannot_be_written_is_named(shipped, tmp_path):
    path = convnet(tmp_path / "m.onnx")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"cannot be copied to .*file"):
        add_model(AddModelRequest(str(path)), folder=tmp_path / "file" / "models")


def test_the_held_out_score_is_one_line():
    held_out = {"split": "by site, 19 sites", "pixel_accuracy": 0.592, "macro_f1": 0.1712, "n": 19, "ok": True}
    assert score_line(held_out) == "macro F1 0.171, pixel accuracy 0.592, n 19 (by site, 19 sites)"
    assert score_line({}) == ""


def test_the_score_of_areas_is_followed_by_the_one_of_artisanal_chips():
    held_out = {"artisanal_auc_random": 0.969, "storage_iou": 0.352, "b_iou": 0.5, "c_iou": 0.4, "d_iou": 0.3, "n": 3}

    line = score_line(held_out)

    assert line == "storage IoU 0.352, b IoU 0.5, c IoU 0.4, d IoU 0.3, artisanal AUC 0.969"
    assert score_line({"artisanal_auc_random": 0.969}) == "artisanal AUC random 0.969"
    assert score_line({"artisanal_auc_random": "high"}) == ""
