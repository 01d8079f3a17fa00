"""Checkpoints of segmentation-models-pytorch become ONNX files with cards that agree with them, or are refused."""

from __future__ import annotations

import json
import os

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an optional dependency of training and is not installed here")

from torch import nn  # noqa: E402

from mining_monitor.contract.errors import ModelError, ModelMissingError, ParameterError  # noqa: E402
from mining_monitor.contract.models import ExportCheckpointRequest  # noqa: E402
from mining_monitor.engine.models.check import check_model  # noqa: E402
from mining_monitor.engine.models.session import load_segmenter  # noqa: E402
from mining_monitor.engine.progress import Job  # noqa: E402
from mining_monitor.engine.training import checkpoint_export  # noqa: E402
from mining_monitor.engine.training.checkpoint_export import export_checkpoint, random_tiles  # noqa: E402
from mining_monitor.engine.training.checkpoints import read_weights  # noqa: E402


class _Encoder(nn.Module):
    def __init__(self, width, bands):
        super().__init__()
        self.conv1 = nn.Conv2d(bands, width, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(width)

    def forward(self, x):
        return torch.relu(self.bn1(self.conv1(x / 64.0)))


class _Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.ReLU())

    def forward(self, x):
        return self.conv1(x)


class _Decoder(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.blocks = nn.ModuleList([_Block(width)])

    def forward(self, x):
        return self.blocks[0](x)


class _Network(nn.Module):
    def __init__(self, encoder, classes):
        super().__init__()
        self.encoder = encoder
        width = encoder.conv1.out_channels
        self.decoder = _Decoder(width)
        self.segmentation_head = nn.Sequential(nn.Conv2d(width, classes, 3, padding=1))

    def forward(self, x):
        return self.segmentation_head(self.decoder(self.encoder(x)))


WIDTHS = {"narrow": 4, "wide": 6}


class StandIn:
    """A library in the form of segmentation-models-pytorch with two tiny encoders and a U-Net without a U."""

    def encoders(self):
        return list(WIDTHS)

    def encoder(self, name, bands):
        return _Encoder(WIDTHS[name], bands)

    def network(self, architecture, encoder, bands, classes):
        assert architecture == "unet"
        return _Network(self.encoder(encoder, bands), classes)


def network(encoder="wide", classes=8, bands=3, seed=1):
    torch.manual_seed(seed)
    return StandIn().network("unet", encoder, bands, classes).eval()


def save(path, values):
    torch.save(values, path)
    return path


def export(checkpoint, output, **options):
    return export_checkpoint(ExportCheckpointRequest(str(checkpoint), str(output), **options), Job(), StandIn())


@pytest.mark.parametrize(
    "wrap",
    [
        lambda state: state,
        lambda state: {f"module.{k}": v for k, v in state.items()},
        lambda state: {"epoch": 7, "state_dict": {f"model.{k}": v for k, v in state.items()}},
        lambda state: {"model_state_dict": {f"module.model.{k}": v for k, v in state.items()}, "loss": 0.5},
    ],
    ids=["bare", "parallel", "lightning", "both"],
)
def test_a_checkpoint_becomes_a_model_with_the_same_scores(tmp_path, wrap):
    trained = network()
    checkpoint = save(tmp_path / "best.pt", wrap(trained.state_dict()))
    result = export(checkpoint, tmp_path / "best.onnx")
    assert (result.architecture, result.encoder) == ("unet", "wide")
    assert result.class_codes == (0, 3, 4, 5, 6, 7, 8, 9)
    assert 0 <= result.max_difference <= result.bound
    tiles = random_tiles(3, seed=9)
    with torch.no_grad():
        expected = torch.softmax(trained(torch.from_numpy(tiles)), dim=1).numpy()
    np.testing.assert_allclose(load_segmenter(str(tmp_path / "best.onnx")).predict(tiles), expected, atol=1e-4)


def test_the_card_says_what_is_known_and_that_nobody_has_measured_it(tmp_path):
    checkpoint = save(tmp_path / "site.pt", network(classes=2).state_dict())
    export(checkpoint, tmp_path / "site.onnx", gsd_m=10.0)
    properties = json.loads((tmp_path / "site.json").read_text(encoding="utf-8"))["properties"]
    assert properties["mining_monitor:class_codes"] == [0, 2]
    assert properties["mining_monitor:value_range"] == "rgb-8bit"
    assert properties["mlm:input"][0]["value_scaling"] is None
    assert properties["mining_monitor:gsd_m"] == 10.0
    assert "nobody has measured" in properties["mining_monitor:limits"][0]
    report = check_model(str(tmp_path / "site.onnx"))
    assert report.problems == ()


def test_values_can_be_divided_inside_the_graph(tmp_path):
    trained = network()
    checkpoint = save(tmp_path / "a.pt", trained.state_dict())
    export(checkpoint, tmp_path / "a.onnx", value_scale=255.0)
    tiles = random_tiles(3, seed=2)
    with torch.no_grad():
        expected = trained(torch.from_numpy(tiles) / 255.0).numpy()
    np.testing.assert_allclose(load_segmenter(str(tmp_path / "a.onnx")).raw_scores(tiles), expected, atol=1e-4)


def test_what_is_no_part_of_the_network_is_left_out_and_told(tmp_path):
    state = {**network().state_dict(), "loss.weight": torch.ones(8)}
    result = export(save(tmp_path / "a.pt", state), tmp_path / "a.onnx")
    assert [notice.code for notice in result.warnings] == ["values-left-out"]


def test_a_difference_above_the_bound_leaves_nothing(tmp_path, monkeypatch):
    checkpoint = save(tmp_path / "a.pt", network().state_dict())
    write = checkpoint_export._write_onnx

    def write_another(_net, path, bands):
        write(network(seed=2), path, bands)

    monkeypatch.setattr(checkpoint_export, "_write_onnx", write_another)
    with pytest.raises(ModelError, match="differ from the checkpoint's"):
        export(checkpoint, tmp_path / "a.onnx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pt"]


class _Harmful:
    def __reduce__(self):
        return os.system, ("touch harmed",)


def test_a_pickled_network_is_refused_and_never_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, value in (("net.pt", network()), ("harm.pt", {"state_dict": _Harmful()})):
        with pytest.raises(ModelError, match="could run any program"):
            export(save(tmp_path / name, value), tmp_path / "a.onnx")
    assert not (tmp_path / "harmed").exists()


def test_damaged_files_are_refused(tmp_path):
    whole = save(tmp_path / "a.pt", network().state_dict()).read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"\x00" * 100, b"PK\x03\x04" + b"x" * 50):
        (tmp_path / "b.pt").write_bytes(damaged)
        with pytest.raises(ModelError, match="cannot be read as a torch checkpoint"):
            export(tmp_path / "b.pt", tmp_path / "a.onnx")
    with pytest.raises(ModelMissingError):
        export(tmp_path / "gone.pt", tmp_path / "a.onnx")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"conv.weight": torch.ones(2, 3, 3, 3)}, "no network of segmentation-models-pytorch"),
        ([torch.ones(2)], "no weights by name"),
        ({"state_dict": {"a": 1}}, "no network of"),
    ],
    ids=["another library", "a list", "numbers"],
)
def test_other_checkpoints_are_refused(tmp_path, values, sentence):
    with pytest.raises(ModelError, match=sentence):
        export(save(tmp_path / "a.pt", values), tmp_path / "a.onnx")


def test_an_unknown_encoder_and_wrong_guesses_are_named(tmp_path):
    state = network().state_dict()
    state["encoder.conv1.weight"] = torch.ones(5, 3, 3, 3)
    with pytest.raises(ModelError, match="No encoder of the library"):
        export(save(tmp_path / "a.pt", state), tmp_path / "a.onnx")
    good = save(tmp_path / "b.pt", network("wide").state_dict())
    with pytest.raises(ModelError, match="do not fit unet with narrow"):
        export(good, tmp_path / "a.onnx", encoder="narrow")
    with pytest.raises(ParameterError, match="no known architecture"):
        export(good, tmp_path / "a.onnx", architecture="segformer", encoder="wide")
    with pytest.raises(ParameterError, match="cannot build"):
        export(good, tmp_path / "a.onnx", encoder="huge")


def test_classes_must_be_named_where_their_number_says_nothing(tmp_path):
    checkpoint = save(tmp_path / "a.pt", network(classes=3).state_dict())
    with pytest.raises(ParameterError, match="3 outputs"):
        export(checkpoint, tmp_path / "a.onnx")
    with pytest.raises(ParameterError, match="12 is no LAMES code"):
        export(checkpoint, tmp_path / "a.onnx", class_codes=(0, 5, 12))
    assert export(checkpoint, tmp_path / "a.onnx", class_codes=(0, 5, 255)).class_codes == (0, 5, 255)


def test_old_names_of_deeplab_are_understood(tmp_path):
    state = {
        "encoder.conv1.weight": torch.ones(4, 3, 3, 3), "decoder.0.convs.0.0.weight": torch.ones(4, 4, 1, 1),
        "decoder.1.weight": torch.ones(4, 4, 3, 3), "decoder.2.bias": torch.ones(4),
        "segmentation_head.0.weight": torch.ones(2, 4, 1, 1),
    }  # fmt: skip
    names = set(read_weights(save(tmp_path / "a.pt", state)).values)
    assert {"decoder.aspp.convs.0.0.weight", "decoder.conv.weight", "decoder.bn.bias"} < names


@pytest.mark.parametrize(
    ("architecture", "encoder"),
    [
        ("Unet", "resnet18"), ("UnetPlusPlus", "resnet18"), ("FPN", "efficientnet-b0"), ("DeepLabV3", "mobilenet_v2"),
        ("DeepLabV3Plus", "resnet34"),
    ],
)  # fmt: skip
def test_real_networks_of_the_library_are_recognised(tmp_path, architecture, encoder):
    library = pytest.importorskip("segmentation_models_pytorch", reason="the library of the checkpoints is not here")
    torch.manual_seed(0)
    made = getattr(library, architecture)(encoder, encoder_weights=None, classes=2)
    checkpoint = save(tmp_path / "a.pt", {"state_dict": {f"model.{k}": v for k, v in made.state_dict().items()}})
    result = export_checkpoint(ExportCheckpointRequest(str(checkpoint), str(tmp_path / "a.onnx")), Job())
    assert (result.architecture, result.encoder) == (architecture.lower(), encoder)
    assert result.class_codes == (0, 2)
    assert result.max_difference <= result.bound
