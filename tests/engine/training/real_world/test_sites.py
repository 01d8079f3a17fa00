"""Places are apart: no place is learned from and measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.engine.training.real_world.artisanal import WESTERN_EDGE, kind_of, place_and_part
from mining_monitor.engine.training.real_world.mixture import read_samples, training_groups
from mining_monitor.engine.training.real_world.samples import Sample, allow, uniform
from mining_monitor.engine.training.real_world.sites import cell_of, part_of, sites_in_two_parts

DATA = Path(__file__).parents[4].parent / "shared" / "data"


@given(lon=st.floats(-180, 179.99), lat=st.floats(-89.99, 89.99), dx=st.floats(0, 0.999), dy=st.floats(0, 0.999))
def test_all_points_of_a_cell_are_in_one_part(lon, lat, dx, dy):
    corner_lon, corner_lat = float(np.floor(lon)), float(np.floor(lat))
    kind = "artisanal"

    one = place_and_part((corner_lon, corner_lat), kind, 0)
    other = place_and_part((corner_lon + dx, corner_lat + dy), kind, 9)

    assert one == other


@given(lon=st.floats(-180, WESTERN_EDGE, exclude_max=True), lat=st.floats(-89, 89))
def test_a_mine_of_the_western_amazon_is_never_learned_from(lon, lat):
    assert place_and_part((lon, lat), "artisanal", 0)[1] == "test"


def test_a_mine_without_a_position_is_left_out():
    assert place_and_part((float("nan"), float("nan")), "artisanal", 3) == ("unknown", None)
    with pytest.raises(ValueError):
        cell_of(float("nan"), 3.0)


def test_the_unseen_kinds_of_negative_are_never_learned_from():
    source = "riverbank_negatives_v2025-08_S2L1C_clear0.05_2024-02-01_2024-05-01.png"

    kind = kind_of(source, is_mine=False)

    assert kind == "cloudy riverbank"
    assert place_and_part((float("nan"), float("nan")), kind, 0)[1] == "test"


def test_parts_have_the_shares_that_were_asked_for():
    parts = [part_of(f"place {k}", 0.1, 0.3) for k in range(4000)]

    assert abs(parts.count("test") / 4000 - 0.3) < 0.03
    assert abs(parts.count("dev") / 4000 - 0.1) < 0.02


def sample(site, part):
    picture = np.zeros((3, 4, 4), np.uint8)
    return Sample(picture, uniform(picture, allow(0)), None, None, site, "k", part)


def test_a_place_in_two_parts_is_found():
    assert sites_in_two_parts([sample("a", "train"), sample("b", "test"), sample("a", "dev")]) == ["a"]


def test_a_missing_group_is_refused_by_name():
    with pytest.raises(ValueError, match="storages"):
        training_groups({"storages": [sample("a", "test")]}, {"storages": 2})
    with pytest.raises(ValueError, match="no group 'moon'"):
        training_groups({}, {"moon": 1})


@pytest.fixture(scope="module")
def samples():
    if not DATA.is_dir():
        pytest.skip("the data folder is not here")
    return read_samples(DATA)


def test_no_place_is_in_two_parts(samples):
    assert sites_in_two_parts(s for group in samples.values() for s in group) == []


def test_the_val_groups_of_the_storages_are_measured_only(samples):
    held_out = [s for s in samples["storages"] if s.part == "test"]

    assert len(held_out) == 33
    assert sum(int((s.allowed == 8).sum()) for s in held_out) == 592_496


def test_each_set_has_something_to_learn_from(samples):
    learned = {name: sum(s.part == "train" for s in group) for name, group in samples.items()}

    assert learned["artisanal"] > 1000 and learned["look_alikes"] > 5000 and learned["dams"] > 300
    assert learned["sand"] == 3 and learned["countryside"] > 1500 and learned["dry_land"] > 300
