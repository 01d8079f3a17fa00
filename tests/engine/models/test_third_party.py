"""Models that nobody here wrote, from the shared data: they load, run and give what their makers say."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import rasterio
from onnx import helper, numpy_helper

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.models import EvaluateModelsRequest
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.assessment.evaluation import evaluate_models
from mining_monitor.engine.jobs.detect import run_detection
from mining_monitor.engine.models.check import check_model
from mining_monitor.engine.models.describe import describe_model
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.progress import Job
from tests.engine import onnx_makers as make

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
MODELS = DATA / "models"


def borrowed(tmp_path, name: str) -> Path:
    """Link a model into a folder of our own, where its card may lie beside it."""
    source = MODELS / name
    if not source.is_file():
        pytest.skip(f"the shared data ({name}) is not here")
    target = tmp_path / name
    target.write_bytes(source.read_bytes())
    return target


def earthrise(tmp_path) -> Path:
    """The 44-pixel classifier with the card that its publisher's notes amount to: ((DN * 3000 / 255) - mean) / std."""
    path = borrowed(tmp_path, "44px_v2.6_rgb_2021-11-11.onnx")
    means, deviations = (1091.95, 1172.49, 1175.92), (748.62, 504.56, 398.56)
    scaling = [{"type": "z-score", "mean": m * 255 / 3000, "stddev": s * 255 / 3000} for m, s in zip(means, deviations)]
    return make.write_card(
        path, codes=[0, 1], tile=44, nhwc=True, scaling=scaling, scores="probabilities", kind="patch-classification"
    )


def area_under_curve(scores, truth) -> float:
    """Probability that a positive scores higher than a negative (Mann and Whitney 1947)."""
    order = np.argsort(np.argsort(scores, kind="stable")) + 1.0
    positives = int(truth.sum())
    return (order[truth == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(truth) - positives))


def test_the_patch_classifier_scores_real_chips_as_published(tmp_path):
    segmenter = load_segmenter(str(earthrise(tmp_path)))
    assert (segmenter.tile_size, segmenter.band_roles) == (44, ("red", "green", "blue"))
    chips = DATA / "asm_chips" / "earthrise_chips48_rgb.npz"
    if not chips.is_file():
        pytest.skip("the shared chips are not here")
    with np.load(chips) as data:
        chosen = np.random.default_rng(0).choice(len(data["y"]), 800, replace=False)
        tiles = data["x"][chosen][:, 2:46, 2:46].transpose(0, 3, 1, 2).astype(np.float32)
        truth = data["y"][chosen]
    scores = segmenter.predict(tiles)
    assert scores.shape == (800, 2, 44, 44)
    assert np.ptp(scores, axis=(2, 3)).max() == 0
    # The data's own notes say 0.83 to 0.85 on all chips.
    assert 0.80 < area_under_curve(scores[:, 1, 0, 0], truth) < 0.88


def test_the_patch_classifier_passes_the_check(tmp_path):
    report = check_model(str(earthrise(tmp_path)))
    assert report.problems == ()


def test_dynamic_world_takes_any_tile_size_as_nhwc(tmp_path):
    path = borrowed(tmp_path, "dynamic_world_forward.onnx")
    bands = ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B11", "B12"]
    codes = [0, 0, 0, 0, 0, 0, 4, 0, 0]
    segmenter = load_segmenter(str(make.write_card(path, bands, codes, nhwc=True, value_range="reflectance")))
    assert segmenter.tile_size is None
    assert segmenter.band_roles[:4] == ("blue", "green", "red", "rededge071")
    side = segmenter.tile_multiple * 40 if segmenter.tile_multiple < 8 else segmenter.tile_multiple * 3
    tiles = np.random.default_rng(0).uniform(0.2, 0.8, (1, 9, side, side + segmenter.tile_multiple)).astype(np.float32)
    scores = segmenter.predict(tiles)
    assert scores.shape == (1, 9, *tiles.shape[2:])
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)


def test_dynamic_world_describes_itself_as_far_as_it_can(tmp_path):
    draft = describe_model(borrowed(tmp_path, "dynamic_world_forward.onnx"))
    properties = json.loads(draft.card)["properties"]
    assert properties["mlm:input"][0]["input"] == {
        "shape": [-1, -1, -1, 9], "dim_order": ["batch", "height", "width", "bands"], "data_type": "float32",
    }  # fmt: skip
    assert properties["mlm:output"][0]["result"]["dim_order"] == ["batch", "height", "width", "class"]


@pytest.mark.parametrize(
    ("name", "bands"), [("48px_v3.7-d_2024-01-15.onnx", 12), ("48px_v4.21-CNN100ka_2026-05-08ep179.onnx", 13)]
)
def test_one_channel_patch_classifiers_give_two_classes(tmp_path, name, bands):
    path = borrowed(tmp_path, name)
    make.write_card(
        path, ["any"] * bands, [1], 48, nhwc=True, scores="probabilities", kind="patch-classification", channels=1,
        value_range="reflectance",
    )  # fmt: skip
    segmenter = load_segmenter(str(path))
    assert segmenter.class_codes == (0, 1)
    tiles = np.random.default_rng(0).uniform(0, 0.4, (3, bands, 48, 48)).astype(np.float32)
    scores = segmenter.predict(tiles)
    assert scores.shape == (3, 2, 48, 48)
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-6)
    assert scores.min() >= 0


def detect(image: Path, model: Path, folder: Path):
    """Run a detection as the command line does; return its result and its class raster."""
    raster = folder / "classes.tif"
    request = DetectRequest(ImageRef(str(image)), str(model), class_raster=str(raster))
    result = run_detection(request, Job())
    with rasterio.open(raster) as dataset:
        return result, dataset.read(1)


def test_the_patch_classifier_is_a_screening_layer_of_a_real_scene(tmp_path):
    scene = DATA / "lames" / "s2_tci_patch.tif"
    if not scene.is_file():
        pytest.skip("the shared scene is not here")
    result, classes = detect(scene, earthrise(tmp_path), tmp_path)
    assert result.not_observed_m2 == 0 and result.tiles > 16
    assert set(np.unique(classes)) <= {0, 1}
    assert 6.4e6 < result.observed_m2 < 6.7e6


def test_the_patch_classifier_beats_the_colour_rule_on_hard_negatives(tmp_path):
    chips = DATA / "asm_chips" / "earthrise_chips48_rgb.npz"
    if not chips.is_file():
        pytest.skip("the shared chips are not here")
    model = str(earthrise(tmp_path))
    request = EvaluateModelsRequest(str(chips), (model,), positive=("asm",), limit=1500, resamples=0)
    rule, public = evaluate_models(request, Job()).rows
    auc = {row.name: {one.kind: one.auc.value for one in row.ranking} for row in (rule, public)}
    assert 0.78 < auc[public.name]["all"] < 0.88
    assert auc[public.name]["industrial"] > auc[rule.name]["industrial"] + 0.3


def normalised_dynamic_world(tmp_path) -> Path:
    """Dynamic World with its own normalisation before it, so that raw Sentinel-2 numbers go in."""
    model = onnx.load(str(borrowed(tmp_path, "dynamic_world_forward.onnx")))
    low = [1.7417, 1.7261, 1.6798, 1.7735, 2.2892, 2.3829, 2.3829, 2.1952, 1.5548]
    high = [2.0233, 2.0389, 2.1796, 2.2890, 2.6172, 2.7734, 2.7578, 2.7891, 2.4141]
    steps = [
        ("Mul", ["dn", "small"]), ("Add", ["Mul", "one"]), ("Log", ["Add"]), ("Sub", ["Log", "low"]),
        ("Div", ["Sub", "high"]), ("Mul", ["Div", "five"]), ("Sub", ["Mul2", "one"]), ("Sigmoid", ["Sub2"]),
    ]  # fmt: skip
    names = ["Mul", "Add", "Log", "Sub", "Div", "Mul2", "Sub2", model.graph.input[0].name]
    nodes = [helper.make_node(kind, inputs, [name]) for (kind, inputs), name in zip(steps, names)]
    constants = {"small": [0.005], "one": [1.0], "five": [5.0], "low": low, "high": high}
    for name, values in constants.items():
        model.graph.initializer.append(numpy_helper.from_array(np.array(values, np.float32), name))
    everything = [*nodes, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(everything)
    model.graph.input[0].name = "dn"
    path = tmp_path / "dynamic_world.onnx"
    onnx.save(model, str(path))
    return path


def test_dynamic_world_maps_a_real_scene_with_a_card(tmp_path):
    chip = DATA / "sentinel2_chips" / "patch_70975.tif"
    if not chip.is_file():
        pytest.skip("the shared Sentinel-2 chips are not here")
    path = normalised_dynamic_world(tmp_path)
    bands = ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B11", "B12"]
    # Water stands as asm, trees as lsm ... bare as tsf, so that the map shows the classes of Dynamic World.
    make.write_card(path, bands, [1, 2, 3, 4, 5, 6, 7, 8, 9], nhwc=True, value_range="dn")
    result, classes = detect(chip, path, tmp_path)
    with rasterio.open(chip) as dataset:
        red, infrared = dataset.read(4).astype(float), dataset.read(8).astype(float)
    greenness = (infrared - red) / np.maximum(infrared + red, 1)
    plants, bare = np.isin(classes, [2, 3, 5, 6]), np.isin(classes, [7, 8])
    assert result.sectors > 0
    assert plants.sum() > 10_000 and bare.sum() > 10_000
    assert greenness[plants].mean() > greenness[bare].mean() + 0.2
