"""The pieces of training that need no torch: settings, chips, augmentation, figures, cards."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from mining_monitor.engine.training.augmentation import randomise_chip
from mining_monitor.engine.training.backgrounds import fill_square, lend_texture, read_backgrounds, set_into
from mining_monitor.engine.training.card import read_notes, write_card
from mining_monitor.engine.training.chips import IGNORE_INDEX, ChipSource, class_targets, resize
from mining_monitor.engine.training.evaluation import confusion_matrix, evaluate, figures
from mining_monitor.engine.training.scenes import fill_folder, read_scenes
from mining_monitor.engine.training.settings import SceneSettings, read_settings

CONFIG = Path(__file__).parents[3] / "mining_monitor/engine/training/configs/sample-world-10m.json"
CODES = (0, 1, 3, 4, 5, 6, 7, 8, 9)


def coordinate_scene(side=96):
    """An image whose red and green encode column and row, and a truth that is a function of both."""
    rows, cols = np.mgrid[0:side, 0:side].astype(np.uint8)
    truth = np.where(rows > cols, 5, 9).astype(np.uint8)
    return np.stack([cols, rows, np.zeros_like(rows)]), truth


def test_the_committed_settings_are_read_and_seeds_do_not_overlap():
    settings = read_settings(CONFIG)

    assert settings.class_codes == CODES
    assert settings.scenes.first_seed + settings.scenes.count <= settings.held_out.first_seed


def test_overlapping_seeds_are_refused(tmp_path):
    data = json.loads(CONFIG.read_text())
    data["held_out"]["first_seed"] = data["scenes"]["first_seed"] + 1
    path = tmp_path / "config.json"
    path.write_text(json.dumps(data))

    with pytest.raises(ValueError, match="overlap"):
        read_settings(path)


def test_scenes_are_made_once(tmp_path):
    settings = SceneSettings(5, 2, 64, (9.0, 12.0), 0.5)
    fill_folder(settings, tmp_path)
    first = (tmp_path / "5.npz").stat().st_mtime_ns

    fill_folder(settings, tmp_path)

    assert (tmp_path / "5.npz").stat().st_mtime_ns == first
    assert [image.shape for image, _ in read_scenes(settings, tmp_path)] == [(3, 64, 64)] * 2


def test_targets_are_indices_and_unknown_codes_are_ignored():
    targets = class_targets(np.array([[0, 9, 2, 255]], np.uint8), CODES)

    assert targets.tolist() == [[0, 8, IGNORE_INDEX, IGNORE_INDEX]]


def test_image_and_truth_stay_together_when_a_chip_is_resized():
    image, truth = coordinate_scene()

    big, codes = resize(image, truth, 192)

    off_diagonal = np.abs(big[0].astype(int) - big[1]) > 1
    expected = np.where(big[1].astype(int) > big[0], 5, 9)
    np.testing.assert_array_equal(codes[off_diagonal], expected[off_diagonal])


def test_randomised_chips_keep_their_size_range_and_codes():
    image, truth = coordinate_scene()
    rng = np.random.default_rng(1)

    for _ in range(40):
        chip, codes = randomise_chip(image, truth, rng)
        assert chip.shape == image.shape and chip.dtype == np.float32
        assert chip.min() >= 0 and chip.max() <= 255
        assert set(np.unique(codes).tolist()) <= {5, 9, 255}


def test_chips_are_drawn_alike_with_the_same_random_numbers():
    image, truth = coordinate_scene()
    source = ChipSource([image], [truth], CODES, 64)

    first = source.batch(3, np.random.default_rng(7))
    again = source.batch(3, np.random.default_rng(7))

    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])
    assert first[0].shape == (3, 3, 64, 64) and first[1].shape == (3, 64, 64)


def test_figures_of_a_known_matrix():
    # Two classes: 8 of 10 others found, 3 of 5 pits found, 2 false pits.
    result = figures(np.array([[8, 2], [2, 3]]), (0, 5))

    assert result.pixel_accuracy == pytest.approx(11 / 15)
    pit = result.by_class["op"]
    assert (pit.precision, pit.recall, pit.f1, pit.iou) == pytest.approx((0.6, 0.6, 0.6, 3 / 7))
    assert (result.mine_precision, result.mine_recall) == pytest.approx((0.6, 0.6))


def test_a_class_that_is_nowhere_has_no_figures_and_does_not_count_in_the_mean():
    result = figures(np.array([[4, 0, 0], [0, 6, 0], [0, 0, 0]]), (0, 5, 9))

    assert result.by_class["wr"].f1 is None
    assert result.macro_f1 == 1.0


def test_ignored_pixels_are_not_counted():
    truth = np.array([[0, 1, IGNORE_INDEX]])
    assert confusion_matrix(truth, np.array([[0, 0, 1]]), 2).tolist() == [[1, 0], [1, 0]]


def test_a_perfect_model_is_perfect():
    image, truth = coordinate_scene()

    def oracle(images):
        return (np.asarray(CODES)[None, :, None, None] == truth).astype(np.float32)

    assert evaluate(oracle, [(image, truth)], CODES).pixel_accuracy == 1.0


def test_the_card_names_the_file_by_its_checksum_and_every_set_it_was_trained_on(tmp_path):
    model = tmp_path / "x.onnx"
    model.write_bytes(b"weights")
    perfect = figures(np.eye(9, dtype=int), CODES)

    card = json.loads(write_card(read_settings(CONFIG), model, perfect, 0.25, read_notes(CONFIG)).read_text())

    asset, properties = card["assets"]["model"], card["properties"]
    assert asset["href"] == "x.onnx"
    assert asset["file:checksum"] == "1220" + hashlib.sha256(b"weights").hexdigest()
    assert properties["mining_monitor:held_out"]["by_class"]["op"]["f1"] == 1.0
    assert properties["mining_monitor:held_out"]["false_alarm_share_on_real_pictures_without_mines"] == 0.25
    assert all(data["name"] and data["licence"] for data in properties["mining_monitor:training_data"])


def test_a_small_picture_is_continued_by_its_mirror_images():
    picture = np.arange(3, dtype=np.uint8)[None, None, :].repeat(3, axis=1).repeat(3, axis=0)

    filled = fill_square(picture, 64, np.random.default_rng(0))

    assert filled.shape == (3, 64, 64)
    assert np.abs(np.diff(filled[0].astype(int), axis=1)).max() == 1, "no seam"


def test_a_mine_set_into_a_background_keeps_its_pixels():
    image, truth = coordinate_scene()
    truth[:, :48] = 0
    background = np.full_like(image, 200)

    picture = set_into(image, truth, background)

    np.testing.assert_array_equal(picture[:, truth > 0], image[:, truth > 0])
    assert (picture[:, :, :40] == 200).all()


def test_backgrounds_to_learn_from_and_to_measure_on_share_no_picture(tmp_path):
    for index in range(10):
        profile = dict(driver="PNG", width=8, height=8, count=3, dtype="uint8")
        with rasterio.open(tmp_path / f"{index}.png", "w", **profile) as file:
            file.write(np.full((3, 8, 8), index, np.uint8))

    learn = {int(p.max()) for p in read_backgrounds(tmp_path, held_out=False)}
    measure = {int(p.max()) for p in read_backgrounds(tmp_path, held_out=True)}

    assert measure == {0, 5}
    assert learn == set(range(10)) - measure


def test_lent_texture_shows_on_a_plain_image():
    image = np.full((3, 32, 32), 100, np.uint8)
    stripes = np.where(np.arange(32) % 2 == 0, 40, 160).astype(np.uint8)[None, None, :].repeat(32, 1).repeat(3, 0)

    picture = lend_texture(image, stripes, np.random.default_rng(1)).astype(int)

    bright, dark = picture[:, :, 1::2], picture[:, :, 0::2]
    assert bright.min() > dark.max()
