"""Labelled data is found in the forms in which it comes, and what is none is refused in words."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.engine.assessment.classes import against_the_rest, index_table, value_table
from mining_monitor.engine.assessment.samples import find_samples, negative_kind, read_chips


def touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def found(folder, *args, **kwargs):
    return [
        (one.name, one.mask.relative_to(folder).as_posix() if one.mask else None)
        for one in find_samples(folder, *args, **kwargs)
    ]


@pytest.mark.parametrize(
    ("image", "mask"),
    [
        ("img/a.jpg", "msk/a.png"),
        ("train/images/a.tif", "train/masks/a.tif"),
        ("images/test/a.tif", "labels/test/a.tif"),
        ("a_img.png", "a_msk.png"),
        ("s2_tci_patch.tif", "s2_msk_patch.tif"),
        ("x/t1_image_part_001.jpg", "y/t1_image_part_001.png"),
        ("scene.tif", "masks/scene.tif"),
    ],
)
def test_pairs_are_found(tmp_path, image, mask):
    touch(tmp_path, image, mask, "readme.txt")
    assert found(tmp_path) == [(image, mask)]


def test_an_image_without_a_mask_is_no_sample(tmp_path):
    touch(tmp_path, "img/a.png", "msk/a.png", "img/b.png")
    assert [name for name, _ in found(tmp_path)] == ["img/a.png"]


def test_a_split_is_a_folder_or_a_column_of_the_index(tmp_path):
    touch(tmp_path / "f", "train/img/a.png", "train/msk/a.png", "val/img/b.png", "val/msk/b.png")
    assert [name for name, _ in found(tmp_path / "f", "val")] == ["val/img/b.png"]
    touch(tmp_path / "i", "img/a.png", "msk/a.png", "img/b.png", "msk/b.png")
    (tmp_path / "i" / "index.csv").write_text("name,split\na,train\nb,val\n", encoding="utf-8")
    assert [name for name, _ in found(tmp_path / "i", "val")] == ["img/b.png"]
    with pytest.raises(AnnotationsError, match="part 'test'"):
        find_samples(tmp_path / "i", "test")


def test_a_pattern_chooses_images_and_a_limit_takes_them_evenly(tmp_path):
    touch(tmp_path, *(f"{kind}_{i}_{word}.png" for kind in "ab" for i in range(5) for word in ("img", "msk")))
    assert len(find_samples(tmp_path / "a_*")) == 5
    assert [one.name for one in find_samples(tmp_path / "a_*", limit=3)] == [
        "a_0_img.png",
        "a_2_img.png",
        "a_4_img.png",
    ]


def test_pictures_without_mines_need_no_masks(tmp_path):
    touch(tmp_path, "Forest/Forest_1.jpg", "River/River_2.jpg")
    assert found(tmp_path, has_no_mines=True) == [("Forest/Forest_1.jpg", None), ("River/River_2.jpg", None)]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AnnotationsError, match="There is no folder"):
        find_samples(tmp_path / "gone")


def test_chips_come_with_what_is_known_of_them(tmp_path):
    path = tmp_path / "chips.npz"
    np.savez(path, x=np.zeros((3, 4, 4, 3), np.uint8), y=np.array([1, 0, 1]))
    chips = read_chips(path)
    assert chips.positive.tolist() == [True, False, True]
    assert np.isnan(chips.lonlat).all()


@pytest.mark.parametrize(
    "arrays",
    [
        {"x": np.zeros((3, 4, 4, 3), np.float32), "y": np.zeros(3)},
        {"x": np.zeros((3, 4, 4, 4), np.uint8), "y": np.zeros(3)},
        {"x": np.zeros((3, 4, 4, 3), np.uint8), "y": np.zeros(2)},
        {"y": np.zeros(2)},
        {"x": np.array([{"a": 1}], object), "y": np.zeros(1)},
    ],
    ids=["fractions", "four bands", "too few labels", "no images", "pickled"],
)
def test_what_is_no_chips_is_refused(tmp_path, arrays):
    path = tmp_path / "chips.npz"
    np.savez(path, **arrays)
    with pytest.raises(AnnotationsError, match="holds no chips"):
        read_chips(path)


def test_a_truncated_archive_is_refused(tmp_path):
    path = tmp_path / "chips.npz"
    np.savez(path, x=np.zeros((3, 4, 4, 3), np.uint8), y=np.zeros(3))
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(AnnotationsError, match="holds no chips"):
        read_chips(path)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("industrial_negatives2025-08.png", "industrial"), ("riverbank_negatives_v2025.png", "riverbank"),
        ("v4.10_Q125_cloud_remnant_negatives.png", "cloud"), ("v2.0_bolivar_negatives.png", "other"),
    ],
)  # fmt: skip
def test_the_source_tells_the_kind_of_negative(source, kind):
    assert negative_kind(source) == kind


def test_values_of_masks_become_lames_codes_and_the_rest_is_left_out():
    table = value_table({"0": 0, "255": 2})
    assert table[[0, 1, 255]].tolist() == [0, 255, 2]
    assert value_table(None)[[0, 3, 10, 255]].tolist() == [0, 3, 255, 255]


@pytest.mark.parametrize("values", [{"256": 1}, {"-1": 1}, {"a": 1}, {"1": 10}])
def test_values_that_no_mask_has_are_refused(values):
    with pytest.raises(ParameterError, match="no assignment"):
        value_table(values)


def test_classes_are_joined_against_the_rest():
    rest, tailings = against_the_rest(["tsf"])
    assert (tailings.key, tailings.codes) == ("tsf", (8,))
    assert index_table((rest, tailings))[[0, 5, 8, 255]].tolist() == [0, 0, 1, -1]
    assert against_the_rest(["mine"])[1].codes == (1, 2, 3, 4, 5, 6, 7, 8, 9)
    for wrong in ("other", "volcano"):
        with pytest.raises(ParameterError, match="no class to look for"):
            against_the_rest([wrong])
