"""Pieces of pictures that are known to hold no artisanal mine become look-alikes of one."""

from __future__ import annotations

import numpy as np

from mining_monitor.engine.training.real_world.ground import read_ground
from mining_monitor.engine.training.real_world.samples import ANYTHING, Sample, allow


def country(part="train", allowed=ANYTHING, side=128):
    """Forest whose left half is bare ground."""
    picture = np.zeros((3, side, side), np.uint8)
    picture[:] = np.array([20, 40, 20], np.uint8)[:, None, None]
    picture[:, :, :64] = np.array([180, 140, 100], np.uint8)[:, None, None]
    return Sample(picture, np.full((side, side), allowed, np.uint8), 8, None, "place", "dam", part)


def test_only_pieces_with_bare_ground_are_taken_and_they_stay_at_their_place():
    pieces = list(read_ground({"dams": [country()]}))

    assert [(p.site, p.part, p.kind, p.must_lack, p.must_hold) for p in pieces] == [
        ("place", "train", "dam ground", 1, None)
    ] * 2
    assert all(p.picture.shape == (3, 64, 64) and (p.picture[0] == 180).all() for p in pieces)


def test_what_else_a_pixel_may_be_is_kept_and_an_artisanal_mine_is_taken_away():
    kept = {int(p.allowed[0, 0]) for bits in (7, 8, 15) for p in read_ground({"storages": [country(allowed=bits)]})}

    assert kept == {int(allow(0, 2)), int(allow(8)), int(allow(0, 2, 8))}


def test_held_out_pictures_and_sand_mines_give_no_piece():
    sand = country(allowed=allow(0))
    sand.allowed[:3, :3] = allow(1, 2)

    pieces = list(read_ground({"dams": [country("test"), country("dev")], "sand": [sand]}))

    assert len(pieces) == 1


def test_a_picture_smaller_than_a_piece_gives_none():
    assert list(read_ground({"dry_land": [country(side=63)]})) == []
