"""An 8-bit model is kept where its map agrees with the original's on other images, and refused with the figure."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
import rasterio
from rasterio.transform import from_origin

from mining_monitor.contract.errors import AnnotationsError, ModelError, ParameterError
from mining_monitor.contract.models import QuantizeModelRequest
from mining_monitor.engine.assessment.quantize import agreement, quantize_model
from mining_monitor.engine.models.check import check_model
from mining_monitor.engine.progress import Job
from tests.engine import onnx_makers as make


def write_scene(path, seed):
    rng = np.random.default_rng(seed)
    coarse = rng.uniform(0, 255, (3, 8, 8)).repeat(12, axis=1).repeat(12, axis=2)
    values = np.clip(coarse + rng.normal(0, 4, coarse.shape), 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "width": 96, "height": 96, "count": 3, "dtype": "uint8", "crs": "EPSG:32719"}
    with rasterio.open(path, "w", transform=from_origin(500000, 7000000, 10, 10), **profile) as dataset:
        dataset.write(values)


@pytest.fixture
def scenes(tmp_path):
    for seed in range(3):
        write_scene(tmp_path / "calibration" / f"{seed}.tif", seed)
        write_scene(tmp_path / "held_out" / f"{seed}.tif", 100 + seed)
    return tmp_path


def quantize(folder, model, **options):
    given = {"calibration": str(folder / "calibration"), "held_out": str(folder / "held_out"), **options}
    return quantize_model(QuantizeModelRequest(str(model), str(folder / "small.onnx"), **given), Job())


def convnet(folder, **options):
    path = make.convnet(folder / "net.onnx", width=16, **options)
    return make.write_card(path, ["red", "green", "blue"], [0, 5, 8, 9], scores="logits")


def test_a_model_that_agrees_is_kept_with_its_figure_and_is_smaller(scenes):
    result = quantize(scenes, convnet(scenes), min_agreement=0.9)
    assert 0.9 <= result.lowest_agreement <= result.agreement <= 1
    assert result.images == 3
    kinds = {tensor.data_type for tensor in onnx.load(result.output).graph.initializer}
    assert onnx.TensorProto.INT8 in kinds
    report = check_model(result.output)
    assert report.problems == ()
    limits = (scenes / "small.json").read_text(encoding="utf-8")
    assert f"{result.agreement:.2%} of the pixels of 3 held-out images" in limits


def test_a_model_that_disagrees_is_refused_with_the_figure(scenes):
    with pytest.raises(ModelError, match=r"agrees with .* on 9\d\.\d\d% of the pixels .* 100\.00% are wanted"):
        quantize(scenes, convnet(scenes), min_agreement=1.0)
    assert not (scenes / "small.onnx").exists()
    assert not (scenes / "small.json").exists()
    assert not list(scenes.glob(".int8-*"))


def test_the_comparison_is_never_on_the_images_of_the_calibration(scenes):
    with pytest.raises(AnnotationsError, match="must be on others"):
        quantize(scenes, convnet(scenes), held_out=str(scenes / "calibration" / "1.tif"))


def test_places_without_images_and_shares_out_of_range_are_refused(scenes):
    model = convnet(scenes)
    with pytest.raises(AnnotationsError, match="no images"):
        quantize(scenes, model, calibration=str(scenes / "gone"))
    with pytest.raises(ParameterError, match="min_agreement"):
        quantize(scenes, model, min_agreement=0.2)


def test_what_is_not_observed_counts_neither_way():
    first, second = np.array([[0, 5, 255, 255]], np.uint8), np.array([[0, 8, 255, 3]], np.uint8)
    found = agreement([first, first], [first, second])
    assert (found.pooled, found.lowest) == (0.75, 0.5)


def test_a_model_without_weights_cannot_be_quantised(scenes):
    model = make.write_card(
        make.identity(scenes / "value.onnx", bands=3), ["red", "green", "blue"], list(range(10)), scores="probabilities"
    )
    with pytest.raises(ModelError, match=r"no weights|cannot be quantised"):
        quantize(scenes, model)
