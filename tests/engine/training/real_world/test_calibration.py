"""Offsets undo a network's expectation of many mines, on the places kept for looking."""

from __future__ import annotations

import numpy as np

from mining_monitor.engine.training.real_world.calibration import MOST_ALARMS, choose_offsets
from mining_monitor.engine.training.real_world.samples import Sample, allow


def picture_of(kind, must_lack=None):
    picture = np.zeros((3, 20, 20), np.uint8)
    allowed = np.full((20, 20), allow(0), np.uint8)
    if kind == "storage":
        allowed[:10] = allow(8)
    return Sample(picture, allowed, None, must_lack, "s", kind, "dev")


def eager(sample):
    """Sure of storages, but two too fond of them; large-scale ground one too likely; artisanal sites never."""
    logits = np.zeros((4, 20, 20), np.float32)
    logits[3] = np.where(sample.allowed == allow(8), 3.0, 1.9)
    logits[2] = -5.0
    logits[1] = -9.0
    if sample.kind == "Pasture":
        logits[3], logits[2] = -9.0, 0.9
    return logits


def test_a_network_that_sees_too_many_mines_is_brought_down_and_keeps_what_it_is_sure_of():
    dev = [picture_of("storage"), picture_of("Pasture", must_lack=8)]

    offsets = choose_offsets(eager, dev)

    assert -3.0 < offsets[3] <= -2.0
    assert offsets[2] == -1.0
    assert offsets[0] == 0.0
    called = (eager(dev[1]) + offsets[:, None, None]).argmax(axis=0) > 0
    assert called.mean() <= MOST_ALARMS


def test_without_anything_to_look_at_nothing_is_moved_down():
    assert choose_offsets(eager, []).tolist() == [0.0, 2.0, 0.0, 0.0]
