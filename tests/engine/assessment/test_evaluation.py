"""Models are measured as Detect would run them, side by side with the colour rule."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.errors import AnnotationsError, CancelledError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.models import EvaluateModelsRequest
from mining_monitor.engine.assessment.evaluation import evaluate_models
from mining_monitor.engine.cli_text import say
from mining_monitor.engine.commands import models as _text  # noqa: F401  (says results in words)
from mining_monitor.engine.progress import Job
from tests.engine import onnx_makers as make

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def write_png(path, values):
    path.parent.mkdir(parents=True, exist_ok=True)
    bands = np.atleast_3d(values.T).T if values.ndim == 2 else values
    bands = bands.reshape(-1, *values.shape[-2:])
    profile = {
        "driver": "PNG",
        "height": bands.shape[1],
        "width": bands.shape[2],
        "count": len(bands),
        "dtype": "uint8",
    }
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(bands)


def value_model(tmp_path, **options):
    """A model whose class is the value of the red band: 0..9."""
    path = make.identity(tmp_path / "value.onnx", bands=3)
    return make.write_card(path, ["red", "green", "blue"], list(range(10)), scores="probabilities", **options)


@pytest.fixture
def labelled(tmp_path):
    """Two images that hold their own classes; in the second one label in four is another one."""
    rng = np.random.default_rng(5)
    for name, damage in (("a", 0), ("b", 4)):
        codes = rng.choice(np.array([0, 5, 9], np.uint8), (40, 50))
        write_png(tmp_path / "data" / "img" / f"{name}.png", np.stack([codes] * 3))
        labels = codes.copy()
        if damage:
            labels[::2, ::2] = 8
        labels[0] = 255
        write_png(tmp_path / "data" / "msk" / f"{name}.png", labels)
    return tmp_path / "data"


def evaluate(data, *models, **options):
    return evaluate_models(EvaluateModelsRequest(str(data), tuple(str(m) for m in models), **options), Job())


def test_a_model_that_sees_the_labels_themselves_is_only_wrong_where_labels_are(labelled, tmp_path):
    result = evaluate(labelled, value_model(tmp_path))
    rule, model = result.rows
    assert (result.images, rule.name, model.problem) == (2, "colour-rule", "")
    assert model.pixels.pixels == 2 * 39 * 50
    tailings = next(one for one in model.pixels.classes if one.key == "tsf")
    assert (tailings.support_px, tailings.found_px, tailings.recall.value) == (19 * 25, 0, 0.0)
    wrong = 19 * 25 / (2 * 39 * 50)
    assert model.pixels.averages["micro_accuracy"].value == pytest.approx(1 - wrong, abs=1e-12)
    assert rule.pixels.classes[1].key == "lsm"


def test_classes_can_be_judged_together(labelled, tmp_path):
    model = evaluate(labelled, value_model(tmp_path), positive=("op", "wr"), values={"0": 0, "5": 5, "9": 9}).rows[1]
    assert [one.key for one in model.pixels.classes] == ["other", "op+wr"]
    assert model.pixels.averages["micro_accuracy"].value == 1.0


def test_an_image_without_a_position_is_run_at_the_ground_distance_that_is_said(labelled, tmp_path):
    model = value_model(tmp_path, gsd_m=10.0)
    native = evaluate(labelled, model).rows[1].pixels
    coarser = evaluate(labelled, model, gsd_m=40.0).rows[1].pixels
    assert native.pixels == coarser.pixels
    # At 40 m pixels are interpolated to 10 m: classes blur into each other.
    assert coarser.averages["micro_accuracy"].value < native.averages["micro_accuracy"].value


def test_pictures_without_mines_give_the_share_of_false_alarms(tmp_path):
    picture = np.zeros((3, 20, 20), np.uint8)
    picture[0, :5] = 5
    write_png(tmp_path / "none" / "a.png", picture)
    model = evaluate(tmp_path / "none", value_model(tmp_path), has_no_mines=True, positive=("mine",)).rows[1]
    assert model.pixels.mine_share == 0.25
    assert "mine.recall" in model.pixels.undefined


def test_a_model_that_cannot_run_says_why_and_the_others_are_measured(labelled, tmp_path):
    infrared = make.write_card(
        make.identity(tmp_path / "ir.onnx", bands=1), ["nir"], list(range(10)), scores="probabilities"
    )
    good = value_model(tmp_path)
    _, broken, fine = evaluate(labelled, infrared, good).rows
    assert "nir" in broken.problem and broken.pixels is None
    assert fine.pixels is not None
    assert "cannot be measured" in say(evaluate(labelled, infrared))


def test_the_report_on_disk_says_what_the_terminal_says(labelled, tmp_path):
    output = tmp_path / "report.json"
    result = evaluate(labelled, value_model(tmp_path), output=str(output))
    written = json.loads(output.read_text(encoding="utf-8"))
    assert written["rows"][1]["pixels"]["confusion"] == [list(row) for row in result.rows[1].pixels.confusion]
    assert written["rows"][1]["pixels"]["undefined"]
    assert "undefined" in say(result) and "few-images" in [notice.code for notice in result.warnings]


def test_masks_of_another_size_are_refused(tmp_path):
    write_png(tmp_path / "img" / "a.png", np.zeros((3, 8, 8), np.uint8))
    write_png(tmp_path / "msk" / "a.png", np.zeros((8, 9), np.uint8))
    with pytest.raises(Exception, match="9 x 8 pixels, its image 8 x 8"):
        evaluate(tmp_path, value_model(tmp_path))


def chips_file(tmp_path):
    """Mines are bright red, random negatives dark, industrial ones half as bright as mines."""
    rng = np.random.default_rng(1)
    images = np.zeros((60, 16, 16, 3), np.uint8)
    y = np.repeat([1, 0, 0], 20)
    source = np.repeat(["positives", "random_negatives", "industrial_negatives"], 20)
    images[:20, :8, :8] = (200, 190, 170)
    images[20:40] = (30, 60, 30)
    images[40:, :8, :8] = (205, 195, 175)
    images = (images * rng.uniform(0.98, 1.02, (60, 1, 1, 1))).astype(np.uint8)
    lonlat = np.full((60, 2), np.nan)
    lonlat[:10] = (-72.0, -10.0)
    lonlat[10:20] = (-60.0, -10.0)
    path = tmp_path / "chips.npz"
    np.savez(path, x=images, y=y, source=source, lonlat=lonlat)
    return path


def test_chips_are_ranked_against_each_kind_of_negative(tmp_path):
    rule = evaluate(chips_file(tmp_path), value_model(tmp_path), resamples=50).rows[0]
    by_kind = {one.kind: one for one in rule.ranking}
    assert (by_kind["random"].auc.value, by_kind["random"].negatives) == (1.0, 20)
    assert by_kind["hard"].auc == by_kind["industrial"].auc
    assert by_kind["industrial"].auc.value < 0.6
    assert by_kind["all"].auc.value == pytest.approx((1.0 + by_kind["industrial"].auc.value) / 2)


def test_a_rectangle_keeps_positives_inside_and_negatives_without_a_position(tmp_path):
    west = Extent(-180.0, -90.0, -69.5, 90.0, "EPSG:4326")
    result = evaluate(chips_file(tmp_path), value_model(tmp_path), bbox=west, resamples=0)
    assert (result.rows[0].ranking[0].positives, result.rows[0].ranking[0].negatives) == (10, 40)


def test_a_model_for_other_bands_cannot_rank_chips(tmp_path):
    card = make.write_card(
        make.identity(tmp_path / "ir.onnx", bands=1), ["nir"], list(range(10)), scores="probabilities"
    )
    assert "8-bit true colour" in evaluate(chips_file(tmp_path), card).rows[1].problem


def test_whole_pictures_are_ranked_by_the_folder_of_the_negative(tmp_path):
    """A tailings pond is seen in a corner of a large picture, also by a model whose tile is small."""
    with_pond, without = np.zeros((3, 100, 90), np.uint8), np.zeros((3, 70, 50), np.uint8)
    with_pond[0, 80:, 60:] = 8
    for name in "ab":
        write_png(tmp_path / "dams" / f"{name}.png", with_pond)
        write_png(tmp_path / "none" / "Forest" / f"{name}.png", without)
        write_png(tmp_path / "none" / "River" / f"{name}.png", without)
    small = make.identity(tmp_path / "small.onnx", bands=3, tile=32)
    small = make.write_card(small, ["red", "green", "blue"], list(range(10)), 32, scores="probabilities")
    asked = {"against": (str(tmp_path / "none"),), "positive": ("tsf",)}
    for model in (value_model(tmp_path), small):
        result = evaluate(tmp_path / "dams", model, **asked)
        assert {one.kind: (one.negatives, one.auc.value) for one in result.rows[1].ranking} == {
            "all": (4, 1.0), "Forest": (2, 1.0), "River": (2, 1.0),
        }  # fmt: skip
    assert result.images == 6


def test_cancel_stops_an_evaluation(labelled, tmp_path):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        evaluate_models(EvaluateModelsRequest(str(labelled), (str(value_model(tmp_path)),)), job)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [({"resamples": -1}, "resamples"), ({"gsd_m": 0.0}, "gsd_m"), ({"output": "report.txt"}, ".json")],
)
def test_parameters_out_of_range_are_refused(labelled, options, sentence):
    with pytest.raises(ParameterError, match=sentence):
        evaluate(labelled, **options)


def test_a_folder_without_labels_is_refused(tmp_path):
    with pytest.raises(AnnotationsError):
        evaluate(tmp_path)


def test_the_colour_rule_is_as_weak_on_artisanal_mines_as_it_is_known_to_be(shared_data):
    chips = shared_data / "asm_chips" / "earthrise_chips48_rgb.npz"
    if not chips.is_file():
        pytest.skip("the shared chips are not here")
    rule = evaluate(chips, "gone.onnx", limit=4000, resamples=0).rows[0]
    by_kind = {one.kind: one.auc.value for one in rule.ranking}
    assert 0.60 < by_kind["random"] < 0.75
    assert by_kind["industrial"] < 0.3
