"""A model and its card become a segmenter: right numbers whatever the layout, the scaling and the scores."""

from __future__ import annotations

import json
import threading
import time

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto

from mining_monitor.contract.errors import CancelledError, ModelCardError, ModelError
from mining_monitor.engine.models.scores import enlarge
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.models.warm import WARM_MODELS
from tests.clock import within
from tests.engine import onnx_makers as make


def rgb(count=1, side=32, bands=3, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (count, bands, side, side)).astype(np.float32)


def raw(path, **feed):
    return onnxruntime.InferenceSession(str(path)).run(None, feed)[0]


def softmax(values, axis=1):
    e = np.exp(values.astype(np.float64) - values.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def test_identity_gives_one_for_the_pixels_class_and_zero_for_the_others(tmp_path):
    path = make.write_card(make.identity(tmp_path / "m.onnx"), ["any"], range(10), scores="probabilities")
    values = np.random.default_rng(1).integers(0, 10, (2, 1, 33, 47)).astype(np.float32)
    scores = load_segmenter(str(path)).predict(values)
    assert scores.dtype == np.float32
    np.testing.assert_array_equal(scores, values == np.arange(10).reshape(1, 10, 1, 1))


def test_the_segmenter_is_one_for_detection_and_says_what_the_card_says(tmp_path):
    path = make.convnet(tmp_path / "unet.onnx", bands=4, classes=3, tile=64)
    make.write_card(
        path, ["B04", "B03", "B2", "nir"], [0, 5, 255], 64, gsd_m=10.0, gsd_range_m=[8, 12], overlap=0.5,
        value_range="dn", **{"mlm:batch_size_suggestion": 4},
    )  # fmt: skip
    segmenter = load_segmenter(str(path))
    assert isinstance(segmenter, Segmenter)
    assert segmenter.name == "unet"
    assert segmenter.sha256 == make.sha256(path)
    assert segmenter.band_roles == ("red", "green", "blue", "nir")
    assert segmenter.class_codes == (0, 5, 255)
    assert (segmenter.tile_size, segmenter.tile_multiple) == (64, 1)
    assert (segmenter.gsd_m, segmenter.gsd_range_m, segmenter.overlap) == (10.0, (8.0, 12.0), 0.5)
    assert (segmenter.value_range, segmenter.batch_size) == ("dn", 4)
    assert segmenter.provider in onnxruntime.get_available_providers()


def test_logits_become_softmax_over_the_classes(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx"))
    tiles = rgb(2, 64)
    np.testing.assert_allclose(load_segmenter(str(path)).predict(tiles), softmax(raw(path, image=tiles)), atol=1e-6)


def test_probabilities_stay_as_they_are(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", softmax=True), scores="probabilities")
    tiles = rgb(2, 64)
    np.testing.assert_array_equal(load_segmenter(str(path)).predict(tiles), raw(path, image=tiles))


def test_labels_become_one_hot_in_the_order_of_the_cards_classes(tmp_path):
    path = make.identity(tmp_path / "m.onnx", scores="labels")
    classes = [{"value": 7, "name": "wr"}, {"value": 2, "name": "op"}]
    document = make.card(path, ["any"], [9, 5], scores="labels")
    document["properties"]["mlm:output"][0]["classification:classes"] = classes
    path.with_suffix(".json").write_text(json.dumps(document))
    tiles = np.array([[[[7, 2], [2, 7]]]], np.float32)
    scores = load_segmenter(str(path)).predict(tiles)
    np.testing.assert_array_equal(scores[0, 0], [[1, 0], [0, 1]])
    np.testing.assert_array_equal(scores[0, 1], [[0, 1], [1, 0]])


def test_a_label_that_the_card_does_not_name_is_an_error(tmp_path):
    path = make.write_card(make.identity(tmp_path / "m.onnx", scores="labels"), ["any"], [0, 5], scores="labels")
    with pytest.raises(ModelError, match="gave the label 9"):
        load_segmenter(str(path)).predict(np.full((1, 1, 4, 4), 9, np.float32))


@pytest.mark.parametrize("scores", ["probabilities", "logits"])
@pytest.mark.parametrize("codes", [[8], [0, 8]], ids=["one code", "two codes"])
def test_one_output_channel_is_the_second_of_two_classes(tmp_path, scores, codes):
    path = make.binary(tmp_path / "m.onnx", tile=2, scores=scores)
    make.write_card(path, ["pan"], codes, 2, scores=scores, channels=1)
    segmenter = load_segmenter(str(path))
    assert segmenter.class_codes == (0, 8)
    result = segmenter.predict(np.array([[[[100, 102], [98, 100]]]], np.float32))
    expected = 1 / (1 + np.exp([[0.0, -2.0], [2.0, 0.0]]))
    np.testing.assert_allclose(result[0], [1 - expected, expected], atol=1e-6)


def test_nhwc_gives_the_same_as_nchw(tmp_path):
    first = make.write_card(make.convnet(tmp_path / "a.onnx"))
    second = make.write_card(make.convnet(tmp_path / "b.onnx", nhwc=True), nhwc=True)
    tiles = rgb(2, 64)
    ours, theirs = (load_segmenter(str(p)).predict(tiles) for p in (first, second))
    np.testing.assert_allclose(ours, theirs, atol=1e-6)
    assert theirs.flags.c_contiguous


def test_two_inputs_take_their_bands_one_after_another(tmp_path):
    path = make.two_inputs(tmp_path / "m.onnx")
    document = make.card(path, ["red", "green", "blue"], [0, 5, 9], 32)
    infrared = {
        "name": "infrared", "bands": ["nir", "swir16"],
        "input": {"shape": [-1, 2, 32, 32], "dim_order": ["batch", "bands", "height", "width"], "data_type": "float32"},
        "value_scaling": [{"type": "scale", "value": 2.0}],
    }  # fmt: skip
    document["properties"]["mlm:input"][0]["name"] = "visible"
    document["properties"]["mlm:input"].append(infrared)
    path.with_suffix(".json").write_text(json.dumps(document))
    segmenter = load_segmenter(str(path))
    tiles = rgb(1, 32, bands=5) / 255
    expected = softmax(raw(path, visible=tiles[:, :3], infrared=tiles[:, 3:] / 2))
    assert segmenter.band_roles == ("red", "green", "blue", "nir", "swir16")
    np.testing.assert_allclose(segmenter.predict(tiles), expected, atol=1e-6)


SCALINGS = {
    "z-score": ([{"type": "z-score", "mean": m, "stddev": 50.0 + m} for m in (1.0, 2.0, 3.0)],
                lambda x: (x - np.array([1, 2, 3]).reshape(3, 1, 1)) / (50 + np.array([1, 2, 3]).reshape(3, 1, 1))),
    "min-max": ([{"type": "min-max", "minimum": 10.0, "maximum": 210.0}], lambda x: (x - 10) / 200),
    "scale": ([{"type": "scale", "value": 255.0}], lambda x: x / 255),
    "offset": ([{"type": "offset", "value": 100.0}], lambda x: x - 100),
    "clip": ([{"type": "clip", "minimum": 50.0, "maximum": 90.0}], lambda x: np.clip(x, 50, 90)),
    "clip-min": ([{"type": "clip-min", "minimum": 50.0}], lambda x: np.maximum(x, 50)),
    "clip-max": ([{"type": "clip-max", "maximum": 50.0}], lambda x: np.minimum(x, 50)),
    "by band": ([{"type": None}, {"type": "clip-max", "maximum": 9.0}, {"type": "scale", "value": 2.0}],
                lambda x: np.stack([x[:, 0], np.minimum(x[:, 1], 9), x[:, 2] / 2], axis=1)),
    "null": (None, lambda x: x),
}  # fmt: skip


@pytest.mark.parametrize(("scaling", "formula"), SCALINGS.values(), ids=SCALINGS)
def test_values_are_scaled_as_the_card_says_and_only_then(tmp_path, scaling, formula):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", input_scale=0.01), scaling=scaling)
    tiles = rgb(2, 64)
    before = tiles.copy()
    expected = softmax(raw(path, image=formula(tiles).astype(np.float32)))
    np.testing.assert_allclose(load_segmenter(str(path)).predict(tiles), expected, atol=2e-5)
    np.testing.assert_array_equal(tiles, before)


@pytest.mark.parametrize(
    ("kind", "numpy_type"),
    [(TensorProto.UINT8, "uint8"), (TensorProto.UINT16, "uint16"), (TensorProto.FLOAT16, "float16")],
    ids=["uint8", "uint16", "float16"],
)
def test_values_go_in_as_the_type_that_the_file_takes(tmp_path, kind, numpy_type):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", dtype=kind), dtype=numpy_type)
    tiles = rgb(1, 64)
    expected = softmax(raw(path, image=tiles.astype(numpy_type)))
    np.testing.assert_allclose(load_segmenter(str(path)).predict(tiles), expected, atol=1e-6)


def test_integers_are_rounded_and_held_in_their_range(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", dtype=TensorProto.UINT8), dtype="uint8")
    segmenter = load_segmenter(str(path))
    np.testing.assert_array_equal(segmenter.predict(rgb() + 0.4), segmenter.predict(rgb()))
    np.testing.assert_array_equal(segmenter.predict(rgb() + 300), segmenter.predict(np.full_like(rgb(), 255)))


@pytest.mark.parametrize("batch", [1, 4], ids=["one at a time", "four at a time"])
def test_a_fixed_number_of_tiles_takes_any_number(tmp_path, batch):
    free = make.write_card(make.convnet(tmp_path / "free.onnx", tile=32), tile=32)
    fixed = make.write_card(make.convnet(tmp_path / "fixed.onnx", tile=32, batch=batch), tile=32, batch=batch)
    tiles = rgb(6, 32)
    segmenter = load_segmenter(str(fixed))
    assert segmenter.batch_size == batch
    np.testing.assert_allclose(segmenter.predict(tiles), load_segmenter(str(free)).predict(tiles), atol=1e-6)


@pytest.mark.parametrize(("depth", "multiple"), [(0, 1), (2, 4), (5, 32)])
def test_a_free_tile_size_is_a_multiple_that_the_model_really_takes(tmp_path, depth, multiple):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", depth=depth, width=4))
    segmenter = load_segmenter(str(path))
    assert (segmenter.tile_size, segmenter.tile_multiple) == (None, multiple)
    segmenter.predict(np.zeros((1, 3, 3 * multiple, 5 * multiple), np.float32))
    if multiple > 1:
        with pytest.raises(ModelError, match=f"multiple of {multiple}"):
            segmenter.predict(np.zeros((1, 3, 3 * multiple + 1, 96), np.float32))


def test_the_cards_tile_size_holds_where_the_file_takes_any(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx"), tile=96)
    assert load_segmenter(str(path)).tile_size == 96


def test_scores_at_a_quarter_of_the_size_are_enlarged_between_pixel_centres(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", tile=64, stride=4), tile=64)
    scores = load_segmenter(str(path)).predict(rgb(1, 64))
    assert scores.shape == (1, 4, 64, 64)
    np.testing.assert_allclose(scores.sum(axis=1), 1.0, atol=1e-5)
    coarse = raw(path, image=rgb(1, 64))
    # Pixel 5.5 of the large grid lies on the centre of coarse pixel 1 (4 * 1 + 1.5): halfway between 5 and 6.
    mean = softmax(coarse)[0, :, 1, 1]
    np.testing.assert_allclose(scores[0, :, 5:7, 5:7].mean(axis=(1, 2)), mean, atol=0.15)


def test_labels_at_half_the_size_are_repeated():
    labels = np.array([[[[1, 2], [3, 4]]]])
    expected = [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]
    np.testing.assert_array_equal(enlarge(labels, 2, smooth=False)[0, 0], expected)


def test_enlarging_a_ramp_keeps_the_ramp_and_its_place():
    ramp = (np.arange(6, dtype=np.float32) * 4 + 1.5).reshape(1, 1, 1, 6).repeat(6, axis=2)
    large = enlarge(ramp, 4, smooth=True)[0, 0]
    np.testing.assert_allclose(large[:, 2:-2], np.arange(24)[2:-2].reshape(1, -1).repeat(24, axis=0), atol=1e-5)


def test_scores_that_fit_no_whole_factor_are_refused_with_both_sizes(tmp_path):
    path = make.write_card(make.cropped(tmp_path / "m.onnx"), ["pan"], [0, 5], 32)
    with pytest.raises(ModelError, match="29 x 29 pixels for a tile of 32 x 32"):
        load_segmenter(str(path))


def test_tiles_that_are_not_square_are_refused(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", tile=(32, 64)), tile=(32, 64))
    with pytest.raises(ModelCardError, match="not square"):
        load_segmenter(str(path))


@pytest.mark.parametrize(("value", "word"), [(np.nan, "NaN"), (np.inf, "infinite")])
def test_scores_that_are_no_numbers_are_an_error_that_names_them(tmp_path, value, word):
    path = make.write_card(make.constant(tmp_path / "m.onnx", value), ["pan"], [0, 5, 8, 9], 32)
    with pytest.raises(ModelError, match=word):
        load_segmenter(str(path)).predict(rgb(bands=1))


def test_an_array_of_another_shape_is_an_error_that_says_both(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", tile=32), tile=32)
    with pytest.raises(ModelError, match=r"takes 3 bands and tiles with sides of 32, not an array of \(1, 4, 32, 32\)"):
        load_segmenter(str(path)).predict(rgb(bands=4))


@pytest.mark.clock
def test_cancel_stops_a_running_prediction_at_once_and_the_segmenter_works_on(tmp_path):
    path = make.write_card(make.slow(tmp_path / "m.onnx"), ["pan"], [0, 5], 64, batch=1)
    segmenter, other = load_segmenter(str(path)), load_segmenter(str(path))
    waited = []

    def stop():
        time.sleep(0.3)
        other.cancel()
        waited.append(time.perf_counter())
        segmenter.cancel()

    for _ in range(2):
        thread = threading.Thread(target=stop)
        thread.start()
        with pytest.raises(CancelledError):
            segmenter.predict(rgb(3, 64, bands=1))
        assert time.perf_counter() - waited[-1] < within(0.5)
        thread.join()


def test_cancel_without_a_run_changes_nothing(tmp_path):
    path = make.write_card(make.identity(tmp_path / "m.onnx"), ["any"], range(10), scores="probabilities")
    segmenter = load_segmenter(str(path))
    segmenter.cancel()
    assert segmenter.predict(np.full((1, 1, 8, 8), 5, np.float32))[0, 5].min() == 1


def threads_of_a_call(segmenter):
    return segmenter._loaded.runtime.session.get_session_options().intra_op_num_threads


@pytest.mark.parametrize(("threads", "at_once", "of_a_call"), [(1, 1, 1), (2, 2, 1), (3, 1, 3), (4, 2, 2)])
def test_two_small_tiles_run_side_by_side_with_half_of_the_threads(tmp_path, threads, at_once, of_a_call):
    path = make.write_card(make.identity(tmp_path / "m.onnx"), ["any"], range(10), scores="probabilities")
    segmenter = load_segmenter(str(path), threads=threads)
    assert (segmenter.at_once, threads_of_a_call(segmenter), segmenter.threads) == (at_once, of_a_call, threads)
    assert 1 <= load_segmenter(str(path)).threads <= 4


def test_a_large_tile_is_shared_by_all_threads(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", tile=1024), tile=1024)
    segmenter = load_segmenter(str(path), threads=3)
    assert (segmenter.at_once, threads_of_a_call(segmenter), segmenter.threads) == (1, 3, 3)


def test_a_model_stays_warm_until_its_files_change(tmp_path):
    path = make.write_card(make.identity(tmp_path / "m.onnx"), ["any"], range(10), scores="probabilities")
    first, second = load_segmenter(str(path)), load_segmenter(str(path.with_suffix(".json")))
    assert first._loaded is second._loaded
    make.write_card(path, ["any"], range(9, -1, -1), scores="probabilities")
    changed = load_segmenter(str(path))
    assert changed._loaded is not first._loaded
    assert changed.class_codes[0] == 9
    WARM_MODELS.clear()


def test_no_tiles_give_no_scores(tmp_path):
    path = make.write_card(make.convnet(tmp_path / "m.onnx", tile=32), tile=32)
    assert load_segmenter(str(path)).predict(np.zeros((0, 3, 32, 32), np.float32)).shape == (0, 4, 32, 32)


@pytest.mark.parametrize("nhwc", [False, True], ids=["nchw", "nhwc"])
def test_a_patch_classifier_gives_its_score_to_the_whole_patch(tmp_path, nhwc):
    path = make.vector_only(tmp_path / "m.onnx", nhwc=nhwc)
    make.write_card(path, codes=[0, 1], tile=16, nhwc=nhwc, scores="probabilities", kind="patch-classification")
    segmenter = load_segmenter(str(path))
    assert segmenter.tile_size == 16
    tiles = np.stack([np.full((3, 16, 16), 50.0), np.zeros((3, 16, 16))]).astype(np.float32)
    scores = segmenter.predict(tiles)
    np.testing.assert_allclose(scores[0, 1], np.full((16, 16), 1 / (1 + np.exp(-1.0))), atol=1e-6)
    np.testing.assert_allclose(scores[1], 0.5)
