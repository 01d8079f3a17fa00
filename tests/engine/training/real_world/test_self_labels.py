"""An earlier model's labels are believed near a registered dam, and where it is sure that there is none."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.samples import ANYTHING, Sample, allow, uniform
from mining_monitor.engine.training.real_world.self_labels import label_dams, storage_from


def probability(**squares):
    """0.3 everywhere but in named squares (first row, last row, first column, last column, value)."""
    scores = np.full((256, 256), 0.3, np.float32)
    for top, bottom, left, right, value in squares.values():
        scores[top:bottom, left:right] = value
    return scores


def test_the_find_in_the_middle_is_the_storage_a_find_elsewhere_is_not_known():
    allowed = storage_from(probability(dam=(120, 140, 120, 140, 0.9), pit=(20, 60, 20, 60, 0.9)))

    assert (allowed[120:140, 120:140] == allow(8)).all() and (allowed == allow(8)).sum() == 400
    assert (allowed[20:60, 20:60] == ANYTHING).all()


def test_a_find_that_runs_far_away_is_believed_near_the_middle_only():
    allowed = storage_from(probability(long=(124, 132, 0, 256, 0.9)))

    cols = np.nonzero((allowed == allow(8)).any(axis=0))[0]
    assert (cols.min(), cols.max()) == (100, 156)
    assert (allowed[124:132, :90] == ANYTHING).all()


def test_where_the_model_is_sure_there_is_none():
    allowed = storage_from(probability(dam=(120, 140, 120, 140, 0.9), forest=(200, 256, 0, 256, 0.001)))

    assert (allowed[200:] == allow(0, 1, 2)).all()


@pytest.mark.parametrize("scores", [np.zeros((256, 256)), np.full((256, 256), np.nan), np.ones((1, 1))], ids=str)
def test_without_a_find_in_the_middle_nothing_is_learned(scores):
    assert storage_from(scores.astype(np.float32)) is None


def test_masks_and_places_held_out_keep_their_labels():
    picture = np.zeros((3, 256, 256), np.uint8)
    unknown = Sample(picture, uniform(picture, ANYTHING), 8, None, "a", "dam", "train")
    masked = Sample(picture, uniform(picture, allow(8)), 8, None, "b", "dam", "train")
    held_out = Sample(picture, uniform(picture, ANYTHING), 8, None, "c", "dam", "test")

    def predict(images):
        scores = np.zeros((1, 4, 256, 256), np.float32)
        scores[0, 3, 120:140, 120:140] = 0.9
        return scores

    labelled = label_dams([unknown, masked, held_out], predict)

    assert (labelled[0].allowed == allow(8)).sum() == 400
    assert labelled[1] is masked and labelled[2] is held_out
