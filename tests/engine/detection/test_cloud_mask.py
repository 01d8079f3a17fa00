"""Cloud and shadow that a model finds count as not observed; the package of cloud models is used, never needed."""

from __future__ import annotations

import importlib.util
import json
import sys

import numpy as np
import pytest
import rasterio
from onnx import helper
from rasterio.transform import from_origin

from mining_monitor.contract.errors import CancelledError, ModelCardError, ModelMissingError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.jobs.cloud_mask import GROW_PX, without_clouds
from mining_monitor.engine.jobs.detect import run_detection
from mining_monitor.engine.jobs.model_choice import plan_detection
from mining_monitor.engine.models.cloud_models import choose_package_model, load_cloud_segmenter, package_models
from mining_monitor.engine.progress import Job
from tests.engine import onnx_makers as make

NAMES = ("B02", "B03", "B04", "B08")


def cloud_onnx(path, bands, side=32):
    """Cloud where the first band is one deviation above its mean, shadow where it is one below."""
    weight = np.zeros((3, bands, 1, 1), np.float32)
    weight[1, 0], weight[2, 0] = 10.0, -10.0
    nodes = [helper.make_node("Conv", ["input", "w", "b"], ["output"])]
    weights = {"w": weight, "b": np.array([0, -10, -10], np.float32)}
    shape = ["n", bands, side, side]
    return make.save(path, nodes, [make.tensor("input", shape)], [make.tensor("output", ["n", 3, side, side])], weights)


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package in the form of ukis-csmask with models of our own."""
    folder = tmp_path / "site" / "ukis_csmask"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError('nobody needs to import this')\n", encoding="utf-8")
    for count, names in (
        (4, ["blue", "green", "red", "nir"]),
        (6, ["blue", "green", "red", "nir", "swir16", "swir22"]),
    ):
        for level in ("l1c", "l2a"):
            cloud_onnx(folder / f"model_{count}b_{level}.onnx", count)
            data = {
                "dataset_statistics": {"band_names": names, "img": [[0.3] * count, [0.1] * count]},
                "target_size": [32, 32],
            }
            (folder / f"model_{count}b_{level}.json").write_text(json.dumps({"data": data}), encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.delitem(sys.modules, "ukis_csmask", raising=False)
    return folder


@pytest.fixture
def scene(tmp_path):
    """Ground at 30 m with a cloud of 20 x 20 and a shadow of 10 x 10 pixels, reflectance."""
    values = np.full((4, 90, 90), 0.3, np.float32)
    values[:, 10:30, 40:60] = 0.9
    values[:, 50:60, 5:15] = 0.05
    path = tmp_path / "S2A_MSIL2A_scene.tif"
    profile = {"driver": "GTiff", "width": 90, "height": 90, "count": 4, "dtype": "float32", "crs": "EPSG:32719"}
    with rasterio.open(path, "w", transform=from_origin(500000, 7000000, 30, 30), **profile) as dataset:
        dataset.write(values)
        dataset.descriptions = NAMES
    return path


def ground_model(tmp_path):
    path = make.identity(tmp_path / "ground.onnx", bands=1)
    return make.write_card(
        path, ["red"], list(range(10)), scores="probabilities", value_range="reflectance", gsd_m=30.0
    )


def mask_of(request, tmp_path):
    masked = without_clouds(request, tmp_path, Job())
    with rasterio.open(masked.request.valid_mask) as dataset:
        return dataset.read(1), masked.notices


def test_cloud_and_shadow_are_masked_with_a_rim(package, scene, tmp_path):
    mask, notices = mask_of(DetectRequest(ImageRef(str(scene)), cloud_model="auto"), tmp_path)
    hidden = np.zeros((90, 90), bool)
    hidden[10:30, 40:60] = hidden[50:60, 5:15] = True
    rows, cols = np.nonzero(mask == 0)
    assert mask.shape == (90, 90)
    assert (mask[hidden] == 0).all()
    assert (rows.min(), cols.min(), cols.max()) == (10 - GROW_PX, 5 - GROW_PX, 59 + GROW_PX)
    # Grown crosswise: the corner of the rim stays clear.
    assert mask[10 - GROW_PX, 40 - GROW_PX] == 1
    assert notices[0].facts == {"model": "ukis-csmask-4b-l2a", "percent": round(100 * 500 / 8100, 1)}


def test_detect_calls_hidden_ground_not_observed(package, scene, tmp_path):
    request = DetectRequest(ImageRef(str(scene)), str(ground_model(tmp_path)), cloud_model="auto")
    clouded, clear = run_detection(request, Job()), run_detection(DetectRequest(request.image, request.model), Job())
    assert clear.not_observed_m2 == 0
    hidden_px = clouded.not_observed_by_reason["mask"] / 900
    assert 500 < hidden_px < 760
    assert clouded.observed_m2 + clouded.not_observed_m2 == pytest.approx(clear.observed_m2, rel=1e-6)
    assert clouded.warnings[0].code == "clouds-masked"


def test_the_user_s_own_mask_still_counts(package, scene, tmp_path):
    own = tmp_path / "own.tif"
    with rasterio.open(scene) as image:
        profile = {**image.profile, "count": 1, "dtype": "uint8"}
    with rasterio.open(own, "w", **profile) as dataset:
        values = np.ones((90, 90), np.uint8)
        values[80:] = 0
        dataset.write(values, 1)
    mask, _ = mask_of(DetectRequest(ImageRef(str(scene)), valid_mask=str(own), cloud_model="auto"), tmp_path)
    assert (mask[80:] == 0).all() and (mask[20, 50], mask[75, 75]) == (0, 1)


@pytest.mark.parametrize(
    ("roles", "name", "chosen"),
    [
        ({"blue", "green", "red", "nir"}, "scene", "ukis-csmask-4b-l2a"),
        ({"blue", "green", "red", "nir", "swir16", "swir22"}, "scene", "ukis-csmask-6b-l2a"),
        ({"blue", "green", "red", "nir", "swir16"}, "S2A_MSIL1C_2021", "ukis-csmask-4b-l1c"),
        ({"blue", "green", "red"}, "scene", ""),
    ],
)
def test_the_model_for_the_bands_and_the_level_is_chosen(package, roles, name, chosen):
    assert choose_package_model(roles, name) == chosen


def test_without_the_package_auto_says_so_and_a_name_is_refused(scene, tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert package_models() == {}
    request = DetectRequest(ImageRef(str(scene)), str(ground_model(tmp_path)), cloud_model="auto")
    assert [n.code for n in without_clouds(request, tmp_path, Job()).notices] == ["no-cloud-model"]
    assert plan_detection(request).warnings[0].code == "no-cloud-model"
    with pytest.raises(ModelMissingError, match="ukis-csmask"):
        load_cloud_segmenter("ukis-csmask-6b-l2a")


def test_nothing_happens_where_no_cloud_model_is_asked_for(scene, tmp_path):
    request = DetectRequest(ImageRef(str(scene)))
    assert without_clouds(request, tmp_path, Job()).request is request


def test_a_model_of_the_user_masks_what_its_card_calls_cloud(scene, tmp_path):
    path = cloud_onnx(tmp_path / "mine.onnx", 1)
    make.write_card(path, ["blue"], [0, 255, 255], 32, scores="logits", value_range="reflectance", gsd_m=30.0)
    card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    properties = card["properties"]
    properties["mlm:input"][0]["value_scaling"] = [{"type": "z-score", "mean": 0.3, "stddev": 0.1}]
    for names, is_refused in ((["clear", "thick cloud", "cloud shadow"], False), (["a", "b", "c"], True)):
        classes = [{"value": i, "name": name} for i, name in enumerate(names)]
        properties["mlm:output"][0]["classification:classes"] = classes
        path.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
        request = DetectRequest(ImageRef(str(scene)), cloud_model=str(path))
        if is_refused:
            with pytest.raises(ModelCardError, match="names no class of clouds"):
                without_clouds(request, tmp_path, Job())
        else:
            mask, _ = mask_of(request, tmp_path)
            assert (mask[20, 50], mask[55, 10], mask[75, 75]) == (0, 0, 1)


def test_a_damaged_description_of_the_package_is_named(package, scene, tmp_path):
    (package / "model_4b_l2a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelCardError, match="ukis-csmask cannot be read"):
        without_clouds(DetectRequest(ImageRef(str(scene)), cloud_model="auto"), tmp_path, Job())


def test_cancel_stops_the_search_for_clouds(package, scene, tmp_path):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        without_clouds(DetectRequest(ImageRef(str(scene)), cloud_model="auto"), tmp_path, job)


def test_the_real_package_masks_as_it_does_itself(shared_data, tmp_path):
    if not any(path.stat().st_size > 1_000_000 for path in package_models().values()):
        pytest.skip("ukis-csmask is not installed in this environment")
    chip = shared_data / "sentinel2_chips" / "patch_511198.tif"
    with rasterio.open(chip) as dataset:
        values = dataset.read((2, 3, 4, 8, 11, 12)).astype(np.float32) / 10_000
    small = values[:, :255, :255].reshape(6, 85, 3, 85, 3).mean(axis=(2, 4)).transpose(1, 2, 0).copy()
    from ukis_csmask.mask import CSmask

    own = CSmask(small, ["blue", "green", "red", "nir", "swir16", "swir22"], "l2a").csm[..., 0] > 0
    _, notices = mask_of(DetectRequest(ImageRef(str(chip)), cloud_model="auto"), tmp_path)
    assert notices[0].facts["model"] == "ukis-csmask-6b-l2a"
    assert abs(notices[0].facts["percent"] - 100 * own.mean()) < 3.0
