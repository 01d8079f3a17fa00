"""Training chips keep the image's pixels, tell the truth in their masks, and no site or pixel is in two parts."""

import csv
import json
import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine, from_origin

from mining_monitor.contract.errors import (
    AnnotationsError,
    CancelledError,
    ImageWithoutCrsError,
    OutputError,
    ParameterError,
)
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.training import PARTS, TrainingChipsRequest, parse_split
from mining_monitor.engine.assessment.samples import find_samples
from mining_monitor.engine.cli import main
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from mining_monitor.engine.training import chip_layout, chip_tables
from mining_monitor.engine.training.real_world.readers import read_lames_folder
from tests.engine.monitoring.shapes import write_layer

UTM = "EPSG:32719"
NORTH_UP = from_origin(500_000, 7_440_000, 10, 10)


def write_image(path, height=128, width=192, transform=NORTH_UP, crs=UTM, nodata=None, bands=3, dtype="uint8"):
    values = np.random.default_rng(7).integers(1, 250, (bands, height, width)).astype(dtype)
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=bands, dtype=dtype, crs=crs, transform=transform,
        nodata=nodata,
    ) as target:  # fmt: skip
        target.write(values)
    return values


def on_pixels(col, row, width, height, transform=NORTH_UP):
    """Return a rectangle of whole pixels in degrees."""
    from pyproj import Transformer

    corners = [transform * (c, r) for c, r in ((col, row), (col + width, row), (col + width, row + height),
                                               (col, row + height))]  # fmt: skip
    to_degrees = Transformer.from_crs(UTM, "EPSG:4326", always_xy=True)
    return shapely.Polygon([to_degrees.transform(*corner) for corner in corners])


def write_project(path, places, codes, sites, observed=None, **columns):
    write_layer(path, places, **{"class": codes, "site_id": sites}, **columns)
    if observed is not None:
        write_layer(path, [observed], layer="observed", run_id=["r"])
    return path


@pytest.fixture
def mine(tmp_path):
    """An image of 192 x 128 with a pit at one end, a dump at the other, all of it observed."""
    values = write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)]
    write_project(tmp_path / "mine.gpkg", places, [5, 9], ["12", "77"], on_pixels(-9, -9, 300, 300))
    return values


def request(folder, **more):
    options = {"size": 32, "split": (0.5, 0.0, 0.5), **more}
    return TrainingChipsRequest(
        str(folder / "image.tif"), SectorSource(str(folder / "mine.gpkg")), str(folder / "chips"), **options
    )


def index_of(folder):
    with (folder / "chips" / "index.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read(path):
    with rasterio.open(path) as source:
        return source.read(), source.transform, source.crs


def test_chips_keep_the_pixels_and_masks_hold_the_sectors(tmp_path, mine):
    result = handle(request(tmp_path), Job())
    rows = index_of(tmp_path)
    truth = np.zeros((128, 192), np.uint8)
    truth[4:24, 4:24] = 5
    truth[100:116, 170:186] = 9
    assert len(rows) == sum(result.chips.values()) > 2 and result.background == len(rows) - 2
    for row in rows:
        top, left = int(row["row_off"]), int(row["col_off"])
        place = (slice(top, top + 32), slice(left, left + 32))
        image, transform, crs = read(tmp_path / "chips" / row["split"] / "img" / row["name"])
        mask, mask_transform, _ = read(tmp_path / "chips" / row["split"] / "msk" / row["name"])
        assert image.dtype == np.uint8 and np.array_equal(image, mine[(slice(None), *place)])
        assert mask.dtype == np.uint8 and np.array_equal(mask[0], truth[place])
        assert transform == mask_transform == NORTH_UP * Affine.translation(left, top) and crs.to_string() == UTM
    assert result.pixels == {"0": len(rows) * 1024 - 400 - 256, "5": 400, "9": 256}
    assert result.gsd_m == pytest.approx(10, rel=1e-3)


def test_each_site_is_in_one_part_and_the_other_way_round(tmp_path, mine):
    result = handle(request(tmp_path), Job())
    parts = {}
    for row in index_of(tmp_path):
        for site in filter(None, row["sites"].split(";")):
            parts.setdefault(site, set()).add(row["split"])
    assert sorted(map(len, parts.values())) == [1, 1] and parts["12"] != parts["77"]
    assert (result.sites["train"], result.sites["val"], result.sites["test"]) == (1, 0, 1)


def test_the_trainer_and_the_evaluation_read_what_was_written(tmp_path, mine):
    result = handle(request(tmp_path), Job())
    assert len(find_samples(tmp_path / "chips")) == sum(result.chips.values())
    samples = list(read_lames_folder(tmp_path / "chips"))
    assert {(sample.site, sample.part) for sample in samples} == {
        (f"lames-{row['site_group']}", {"val": "dev"}.get(row["split"], row["split"])) for row in index_of(tmp_path)
    }


def test_the_remap_gives_each_code_its_own_output_as_lames_does(tmp_path, mine):
    handle(request(tmp_path), Job())
    remap = json.loads((tmp_path / "chips" / "remap.json").read_text())
    assert remap == {"0": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5, "8": 6, "9": 7}
    assert chip_tables.remap([0, 1, 2, 5]) == {**{int(k): v for k, v in remap.items()}, 1: 8, 2: 9}


def test_what_was_not_observed_is_in_no_chip(tmp_path):
    write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)]
    write_project(tmp_path / "mine.gpkg", places, [5, 9], ["12", "77"], on_pixels(0, 0, 96, 128))
    result = handle(request(tmp_path), Job())
    assert all(int(row["col_off"]) + 32 <= 96 for row in index_of(tmp_path))
    assert result.not_observed >= 1 and result.sites == {"train": 1, "val": 0, "test": 0}
    assert [notice.code for notice in result.warnings] == ["chips-empty-part"]


def test_nodata_is_in_no_chip(tmp_path):
    values = write_image(tmp_path / "image.tif", nodata=0)
    values[:, 10, 10] = 0
    with rasterio.open(tmp_path / "image.tif", "r+") as target:
        target.write(values)
    places = [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)]
    write_project(tmp_path / "mine.gpkg", places, [5, 9], ["12", "77"])
    result = handle(request(tmp_path), Job())
    assert result.not_observed == 1 and "5" not in result.pixels


def test_without_word_of_what_was_looked_at_no_chip_says_that_there_is_no_mine(tmp_path):
    write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)]
    write_project(tmp_path / "mine.gpkg", places, [5, 9], ["12", "77"])
    result = handle(request(tmp_path), Job())
    assert result.background == 0 and all(row["sites"] for row in index_of(tmp_path))
    assert [notice.code for notice in result.warnings] == ["chips-unknown-ground"]


def test_sites_that_share_a_chip_stay_together(tmp_path):
    write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 8, 8), on_pixels(20, 4, 8, 8), on_pixels(170, 100, 16, 16)]
    write_project(tmp_path / "mine.gpkg", places, [5, 9, 8], ["1", "2", "3"])
    handle(request(tmp_path), Job())
    assert {row["sites"]: row["site_group"] for row in index_of(tmp_path)} == {"1;2": "1", "3": "3"}


def test_sectors_without_a_site_are_split_by_degree_cell(tmp_path):
    write_image(tmp_path / "image.tif")
    write_project(tmp_path / "mine.gpkg", [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)], [5, 9], ["", ""])
    result = handle(request(tmp_path), Job())
    assert sum(result.sites.values()) == 1 and index_of(tmp_path)[0]["site_group"] == "cell -69 -24"


def test_the_smaller_sector_and_every_sector_lie_over_the_site(tmp_path):
    write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 4, 4), on_pixels(2, 2, 20, 20), on_pixels(0, 0, 32, 32)]
    write_project(tmp_path / "mine.gpkg", places, [6, 5, 2], ["1", "1", "1"])
    result = handle(request(tmp_path, split=(1, 0, 0)), Job())
    assert result.pixels == {"2": 1024 - 400, "5": 400 - 16, "6": 16}


def test_a_models_drafts_are_named_and_rejected_sectors_do_not_count(tmp_path):
    write_image(tmp_path / "image.tif")
    places = [on_pixels(4, 4, 20, 20), on_pixels(170, 100, 16, 16)]
    write_project(
        tmp_path / "mine.gpkg", places, [5, 9], ["12", "77"], state=["draft", "rejected"], source=["model", "model"]
    )
    result = handle(request(tmp_path, split=(1, 0, 0)), Job())
    assert result.pixels == {"0": 1024 - 400, "5": 400}
    assert result.warnings[0].code == "chips-unreviewed" and result.warnings[0].facts == {"count": 1, "total": 1}


@pytest.mark.parametrize(
    "transform",
    [from_origin(500_000, 7_440_000, 10, -10), NORTH_UP * Affine.rotation(30)],
    ids=["south-up", "rotated"],
)
def test_any_transform_gives_the_same_mask(tmp_path, transform):
    write_image(tmp_path / "image.tif", transform=transform)
    write_project(tmp_path / "mine.gpkg", [on_pixels(4, 6, 20, 10, transform)], [5], ["1"])
    handle(request(tmp_path, split=(1, 0, 0)), Job())
    (row,) = index_of(tmp_path)
    mask, at, _ = read(tmp_path / "chips" / "train" / "msk" / row["name"])
    expected = np.zeros((32, 32), np.uint8)
    expected[6:16, 4:24] = 5
    assert np.array_equal(mask[0], expected) and at == transform


def test_twelve_bands_of_sixteen_bits_stay_as_they_are(tmp_path):
    values = write_image(tmp_path / "image.tif", bands=12, dtype="uint16")
    write_project(tmp_path / "mine.gpkg", [on_pixels(4, 4, 20, 20)], [5], ["1"])
    handle(request(tmp_path, split=(0, 1, 0)), Job())
    (row,) = index_of(tmp_path)
    image, _, _ = read(tmp_path / "chips" / "val" / "img" / row["name"])
    assert image.dtype == np.uint16 and np.array_equal(image, values[:, :32, :32])


def test_the_command_line_and_the_engine_give_the_same_files(tmp_path, mine, capsys):
    handle(request(tmp_path), Job())
    other = tmp_path / "other"
    arguments = [str(tmp_path / "image.tif"), str(tmp_path / "mine.gpkg"), str(other), "--size", "32"]
    assert main(["trainingchips", *arguments, "--split", "0.5 0 0.5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["chips"]["val"] == 0
    files = [sorted(p.relative_to(root) for p in root.rglob("*.*")) for root in (tmp_path / "chips", other)]
    assert files[0] == files[1] and all(
        (tmp_path / "chips" / name).read_bytes() == (other / name).read_bytes() for name in files[0]
    )


@pytest.mark.parametrize(
    ("more", "error", "words"),
    [
        ({"size": 200}, ParameterError, "less than a chip of 200"),
        ({"size": 4}, ParameterError, "SIZE"),
        ({"overlap": 0.9}, ParameterError, "OVERLAP"),
        ({"overlap": float("nan")}, ParameterError, "OVERLAP"),
        ({"split": (0.0, 0.0, 0.0)}, ParameterError, "SPLIT"),
        ({"split": (1.0, -1.0, 1.0)}, ParameterError, "SPLIT"),
        ({"split": (float("nan"), 1.0, 1.0)}, ParameterError, "SPLIT"),
    ],
)
def test_bad_parameters_are_named_and_nothing_is_left(tmp_path, mine, more, error, words):
    with pytest.raises(error, match=words):
        handle(request(tmp_path, **more), Job())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["image.tif", "mine.gpkg"]


def test_an_image_without_crs_and_sectors_elsewhere_are_refused(tmp_path, mine):
    with rasterio.open(tmp_path / "image.tif", "r+") as target:
        target.transform = from_origin(300_000, 7_000_000, 10, 10)
    with pytest.raises(AnnotationsError, match="No sector lies on"):
        handle(request(tmp_path), Job())
    write_image(tmp_path / "image.tif", crs=None)
    with pytest.raises(ImageWithoutCrsError):
        handle(request(tmp_path), Job())
    assert not (tmp_path / "chips").exists()


def test_a_folder_with_files_is_left_as_it_is(tmp_path, mine):
    (tmp_path / "chips").mkdir()
    (tmp_path / "chips" / "mine.txt").write_text("kept")
    with pytest.raises(OutputError, match="holds files already"):
        handle(request(tmp_path), Job())
    assert [path.name for path in (tmp_path / "chips").iterdir()] == ["mine.txt"]


def test_a_cancelled_run_leaves_nothing(tmp_path, mine):
    job = Job()
    job.report = lambda progress: job.cancel()
    with pytest.raises(CancelledError):
        handle(request(tmp_path), job)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["image.tif", "mine.gpkg"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_name_that_no_folder_can_have_is_said(tmp_path, mine):
    for name in ("x" * 300, "a\0b", os.devnull):
        with pytest.raises(OutputError):
            handle(TrainingChipsRequest(*(str(tmp_path / "image.tif"), SectorSource(str(tmp_path / "mine.gpkg"))),
                                        str(tmp_path / name) if name != os.devnull else name, 32), Job())  # fmt: skip


def test_a_split_is_read_in_the_forms_that_people_write():
    assert parse_split("70 15 15") == (70, 15, 15) == parse_split("70/15/15")
    assert parse_split("0.7,0.1;0.2") == (0.7, 0.1, 0.2) and parse_split("Test") == (0, 0, 1)
    for text in ("", "70 30", "a b c", "half"):
        with pytest.raises(ValueError, match="is no split"):
            parse_split(text)


@settings(max_examples=80)
@given(
    width=st.integers(16, 90), height=st.integers(16, 90), size=st.integers(1, 16), overlap=st.floats(0, 0.75),
)  # fmt: skip
def test_chips_cover_every_pixel_and_stay_inside(width, height, size, overlap):
    seen = np.zeros((height, width), int)
    for window in chip_layout.windows(width, height, size, overlap):
        seen[window.row_off : window.row_off + size, window.col_off : window.col_off + size] += 1
        assert 0 <= window.row_off <= height - size and 0 <= window.col_off <= width - size
    assert seen.min() >= 1


@settings(max_examples=80)
@given(
    places=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abcdefgh")), min_size=1,
                    max_size=12),
    shares=st.tuples(*[st.integers(0, 5)] * 3).filter(any),
)  # fmt: skip
def test_no_pixel_and_no_site_is_in_two_parts(places, shares):
    chips = [(Window(col, row, 8, 8), frozenset(site)) for col, row, site in places]
    groups = chip_layout.group_sites(chips)
    counts = {}
    for _, sites in chips:
        (group,) = {groups[site] for site in sites}
        counts[group] = counts.get(group, 0) + 1
    parts = chip_layout.assign_parts(counts, shares)
    owner = np.full((80, 80), -1)
    for window, sites in chips:
        number = PARTS.index(parts[groups[min(sites)]])
        place = owner[window.row_off : window.row_off + 8, window.col_off : window.col_off + 8]
        assert shares[number] > 0 and np.isin(place, (-1, number)).all()
        place[:] = number
