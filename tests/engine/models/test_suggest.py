"""Which model is taken is decided by what image and model are, and what lies outside a model's domain is said."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef
from mining_monitor.contract.models import SuggestModelsRequest
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.jobs.detect import run_detection
from mining_monitor.engine.jobs.model_choice import choose_model, plan_detection
from mining_monitor.engine.models.card import read_card, write_card
from mining_monitor.engine.models.suggest import suggest_for, suggest_models
from mining_monitor.engine.progress import Job
from mining_monitor.engine.sample_world import generate_scene, write_scene
from tests.engine import onnx_makers as make

SANTIAGO, RGB = (500000.0, 6300000.0), ["red", "green", "blue"]


def write_image(path, gsd=10.0, bands=3, dtype="uint8", names=()):
    profile = {"driver": "GTiff", "width": 64, "height": 64, "count": bands, "dtype": dtype, "crs": "EPSG:32719"}
    with rasterio.open(path, "w", transform=from_origin(*SANTIAGO, gsd, gsd), **profile) as dataset:
        dataset.write(np.full((bands, 64, 64), 5, dtype))
        if names:
            dataset.descriptions = names
    return ImageRef(str(path))


def add(folder, name, bands=RGB, more=None, **options):
    path = make.identity(folder / f"{name}.onnx", bands=len(bands))
    make.write_card(path, bands, list(range(10)), scores="probabilities", **options)
    card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    card["properties"]["mlm:name"] = name
    card["properties"].update(more or {})
    path.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
    return path


@pytest.fixture
def models(tmp_path, monkeypatch):
    """An empty folder of the user's models, and nothing that came with the plugin."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("MINING_MONITOR_MODELS", str(folder))
    monkeypatch.setattr("mining_monitor.engine.models.catalogue.shipped_models", lambda: Path("/dev/null"))
    return folder


def ranking(image, **options):
    result = suggest_for(image, options.pop("extent", None), options.pop("said", ()))
    return [(one.model.name, one.fitness) for one in result.suggestions], result


def codes(suggestion):
    return [notice.code for notice in suggestion.reasons]


def test_the_model_for_the_image_s_pixel_size_comes_first(models, tmp_path):
    add(models, "coarse", gsd_m=10.0, gsd_range_m=[7.5, 15.0])
    add(models, "fine", gsd_m=0.5, gsd_range_m=[0.4, 1.2])
    for gsd, best in (
        (10.0, "coarse"),
        (0.5, "fine"),
        (1.0, "fine"),
        (14.0, "coarse"),
        (5.0, "coarse"),
        (30.0, "coarse"),
    ):
        names, result = ranking(write_image(tmp_path / "a.tif", gsd))
        assert names[0][0] == result.chosen == best, gsd
        assert names[0][1] > names[1][1] > 0


def test_a_model_whose_bands_are_missing_is_never_chosen(models, tmp_path):
    add(models, "infrared", ["red", "nir"], gsd_m=10.0)
    add(models, "colour", gsd_m=2.0)
    _, result = ranking(write_image(tmp_path / "rgb.tif"))
    assert result.chosen == "colour"
    last = result.suggestions[-1]
    assert (last.model.name, last.fitness, codes(last)) == ("infrared", 0.0, ["suggest-bands"])
    assert last.reasons[0].facts == {"missing": ["nir"]}


def test_bands_that_the_user_names_count(models, tmp_path):
    add(models, "infrared", ["red", "nir"], gsd_m=10.0)
    image = write_image(tmp_path / "two.tif", bands=2)
    assert ranking(image)[1].chosen == ""
    assert ranking(image, said=(BandChoice("red", 1), BandChoice("B08", 2)))[1].chosen == "infrared"


def test_nothing_is_chosen_where_nothing_can_run(models, tmp_path):
    image = write_image(tmp_path / "a.tif")
    assert suggest_models(SuggestModelsRequest(image)).chosen == ""
    add(models, "infrared", ["nir"], gsd_m=10.0)
    (models / "broken.onnx").write_bytes(b"no model")
    result = suggest_models(SuggestModelsRequest(image))
    assert (result.chosen, {one.fitness for one in result.suggestions}) == ("", {0.0})
    assert "suggest-problem" in {code for one in result.suggestions for code in codes(one)}


def test_a_model_that_learned_here_is_preferred_to_one_that_learned_elsewhere(models, tmp_path):
    add(models, "asia", gsd_m=10.0, more={"mining_monitor:region_bbox": [[70, 5, 150, 50]]})
    add(models, "chile", gsd_m=10.0, more={"mining_monitor:region_bbox": [[10, 10, 20, 20], [-76, -56, -66, -17]]})
    _, result = ranking(write_image(tmp_path / "a.tif"))
    assert result.chosen == "chile"
    assert "suggest-region" in codes(result.suggestions[1])


def test_experimental_screening_and_unmeasured_models_stand_back(models, tmp_path):
    add(models, "plain", gsd_m=10.0, more={"mining_monitor:held_out": {"macro_f1": 0.5}})
    add(
        models,
        "experimental",
        gsd_m=10.0,
        more={"mining_monitor:held_out": {"f1": 0.9}, "mining_monitor:experimental": True},
    )
    add(models, "unmeasured", gsd_m=10.0, more={"mining_monitor:held_out": None})
    names, _ = ranking(write_image(tmp_path / "a.tif"))
    assert [name for name, _ in names] == ["plain", "experimental", "unmeasured"]


def test_the_region_of_a_card_is_read_written_and_checked(models):
    path = add(models, "boxes", gsd_m=10.0, more={"mining_monitor:region_bbox": [[-76, -56, -66, -17]]})
    card = read_card(path)
    assert card.region_bbox == ((-76.0, -56.0, -66.0, -17.0),)
    assert read_card(write_card(card).path).region_bbox == card.region_bbox
    for wrong in ([[10, 0, 5, 5]], [[0, 0, 181, 1]], "Chile", [["a", 0, 1, 1]], [[0, 0, 1]]):
        add(models, "boxes", gsd_m=10.0, more={"mining_monitor:region_bbox": wrong})
        with pytest.raises(ModelCardError, match="region_bbox"):
            read_card(path)


def test_detect_takes_the_model_that_suits_and_says_which(models, tmp_path):
    add(models, "a-coarse", gsd_m=10.0)
    add(models, "b-fine", gsd_m=0.5)
    image = write_image(tmp_path / "a.tif", gsd=0.5)
    result = run_detection(DetectRequest(image), Job())
    assert (result.model_name, result.gsd_m) == ("b-fine", pytest.approx(0.5, rel=0.01))
    assert plan_detection(DetectRequest(image)).model_name == "b-fine"


def test_what_lies_outside_the_domain_is_said_before_the_run_and_in_the_result(models, tmp_path):
    far = add(models, "far", gsd_m=10.0, more={"mining_monitor:region_bbox": [[70, 5, 150, 50]],
                                             "mining_monitor:experimental": True})  # fmt: skip
    request = DetectRequest(write_image(tmp_path / "a.tif", gsd=1.0), str(far))
    planned = [notice.code for notice in plan_detection(request).warnings]
    assert planned[:3] == ["outside-region", "gsd-finer", "model-experimental"]
    assert [notice.code for notice in run_detection(request, Job()).warnings][:3] == planned[:3]
    home = DetectRequest(write_image(tmp_path / "b.tif"), str(add(models, "home", gsd=10.0)))
    assert choose_model(home).notices == ()


def test_only_the_extent_that_is_asked_for_must_lie_in_the_region(models, tmp_path):
    add(models, "south", gsd_m=10.0, more={"mining_monitor:region_bbox": [[-180, -90, 180, -33.4425]]})
    image = write_image(tmp_path / "a.tif")
    north = Extent(SANTIAGO[0], SANTIAGO[1] - 90, SANTIAGO[0] + 600, SANTIAGO[1])
    inside, outside = ranking(image)[1], ranking(image, extent=north)[1]
    assert "suggest-region" not in codes(inside.suggestions[0])
    assert "suggest-region" in codes(outside.suggestions[0])


def test_a_made_up_scene_gets_the_model_that_learned_from_made_up_mines_and_a_real_one_does_not(models, tmp_path):
    add(models, "real", more={"mining_monitor:held_out": {"f1": 0.5}})
    add(models, "made-up", more={"mining_monitor:held_out": {"f1": 0.9}, "mining_monitor:made_up": True})
    scene, truth = tmp_path / "scene.tif", tmp_path / "truth.tif"
    write_scene(generate_scene(7, width=64, height=64, gsd_m=10.0, product="rgb"), scene, truth)

    (of_scene, suggested), (of_photo, _) = ranking(ImageRef(str(scene))), ranking(write_image(tmp_path / "photo.tif"))

    assert [name for name, _ in of_scene] == ["made-up", "real"]
    assert [notice.code for notice in suggested.suggestions[1].reasons][-1:] == ["suggest-real"]
    assert [name for name, _ in of_photo] == ["real", "made-up"]


def test_a_card_says_that_its_mines_are_made_up(models):
    path = add(models, "made-up", more={"mining_monitor:made_up": True})
    assert read_card(path).is_made_up
    assert read_card(write_card(read_card(path)).path).is_made_up
