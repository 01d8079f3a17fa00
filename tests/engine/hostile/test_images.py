"""Images, extents and masks that nobody would send on purpose."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from .conftest import UTM, assert_one_sentence, classes

VRT = (
    '<VRTDataset rasterXSize="{0}" rasterYSize="{0}"><SRS>EPSG:32719</SRS><GeoTransform>5e5,10,0,7e6,0,-10'
    '</GeoTransform><VRTRasterBand dataType="Byte" band="1">{1}</VRTRasterBand></VRTDataset>'
)
SOURCE = '<SimpleSource><SourceFilename relativeToVRT="1">{}</SourceFilename></SimpleSource>'


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("", "cannot be opened"), ("/nowhere/at/all.tif", "/nowhere/at/all.tif"), ("a\0b.tif", "zero byte"),
        ("x" * 5000, "xxx"), ("/tmp/\udc80.tif", "UTF-8"), ("/dev/zero", "device"), ("{folder}", "cannot be opened"),
        ("{folder}/pipe.tif", "pipe"), ("{folder}/empty.tif", "empty.tif"), ("{folder}/text.tif", "text.tif"),
        ("{folder}/half.tif", "half"), ("{folder}/self.vrt", "self"), ("{folder}/gone.vrt", "gone"),
        ("{folder}/huge.vrt", "image"),
    ],
)  # fmt: skip
def test_what_is_no_image_is_named(engine, model, write, tmp_path, name, word):
    os.mkfifo(tmp_path / "pipe.tif")
    (tmp_path / "empty.tif").touch()
    (tmp_path / "text.tif").write_text("hello")
    whole = Path(write(classes(300, 300), "whole.tif")).read_bytes()
    (tmp_path / "half.tif").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "self.vrt").write_text(VRT.format(20, SOURCE.format("self.vrt")))
    (tmp_path / "gone.vrt").write_text(VRT.format(20, SOURCE.format("gone.tif")))
    (tmp_path / "huge.vrt").write_text(VRT.format(2_000_000_000, ""))
    answer = engine.ask("detect", image={"path": name.replace("{folder}", str(tmp_path))}, model=model)
    assert_one_sentence(answer, word)
    assert engine.left_over() == []


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        (None, UTM[1]), ('LOCAL_CS["plan",UNIT["metre",1]]', UTM[1]), ("EPSG:4978", UTM[1]),
        ("EPSG:4326", Affine(10, 0, -700, 0, -10, 400)), ("EPSG:3995", Affine(10, 0, -150, 0, -10, 100)),
        ("EPSG:4326", Affine(12, 0, -180, 0, -9, 90)),
    ],
    ids=["none", "a plan", "geocentric", "beyond the earth", "round the pole", "the whole earth"],
)  # fmt: skip
def test_an_image_without_a_place_on_the_map_is_refused(engine, model, write, crs, transform):
    image = write(classes(), crs=crs, transform=transform)
    assert_one_sentence(engine.ask("detect", image={"path": image}, model=model))


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (3, 3000)], ids=str)
@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float64"])
def test_any_shape_and_type_comes_back_pixel_by_pixel(engine, model, write, tmp_path, shape, dtype):
    pixels = classes(*shape)
    out = str(tmp_path / "classes.tif")
    answer = engine.ask("detect", image={"path": write(pixels.astype(dtype))}, model=model, class_raster=out)
    assert answer["type"] == "result", answer
    with rasterio.open(out) as written:
        assert (written.read(1) == pixels).all()


def test_nan_and_infinity_are_not_observed(engine, model, write, tmp_path):
    pixels = np.full((8, 10), 5, np.float32)
    pixels[0], pixels[1], pixels[2] = np.nan, np.inf, -np.inf
    out = str(tmp_path / "classes.tif")
    answer = engine.ask("detect", image={"path": write(pixels)}, model=model, class_raster=out)
    with rasterio.open(out) as written:
        assert (written.read(1) == np.where(np.isfinite(pixels), 5, 255)).all()
    assert answer["result"]["not_observed_m2"] == pytest.approx(30 * 100, rel=2e-3)


def test_a_raster_from_0_to_360_degrees_lies_where_it_belongs(engine, model, write):
    here, there = (write(classes(), f"{west}.tif", "EPSG:4326", Affine(1e-4, 0, west, 0, -1e-4, -24))
                   for west in (-70.0, 290.0))  # fmt: skip
    first, second = (engine.ask("detect", image={"path": path}, model=model)["result"] for path in (here, there))
    assert second["observed_m2"] == pytest.approx(first["observed_m2"], rel=1e-9)
    assert [t["area_m2"] for t in second["totals"]] == pytest.approx([t["area_m2"] for t in first["totals"]])


@pytest.mark.parametrize(
    "name", ['it\'s "quoted" näme; rm -rf $HOME !x.tif', "a!b.tif", "100%.tif", "q?x=1#h.tif", "新 坑.tif", "a\nb.tif"]
)
def test_strange_names_are_names(engine, model, write, name):
    image = write(classes(), "plain.tif")
    strange = Path(image).with_name(name)
    strange.write_bytes(Path(image).read_bytes())
    output = strange.with_suffix(".gpkg")
    answer = engine.ask("detect", image={"path": str(strange)}, model=model, output=str(output))
    assert answer["type"] == "result", answer
    assert output.exists()


@pytest.mark.parametrize(
    "extent",
    [
        (500_100, 6_999_900, 500_000, 7_000_000, ""), (500_100, 7_000_000, 500_200, 6_999_900, ""),
        (0, 0, 1, 1, ""), (-70, -27, -69, -26, "EPSG:4326"), (0, 89, 1, 90, "EPSG:4326"),
        (0, 0, 1, 1, "EPSG:999999"), (0, 0, 1, 1, "nonsense"), (1e300, 1e300, 1.1e300, 1.1e300, ""),
        (1e300, 1e300, 1.1e300, 1.1e300, "EPSG:4326"), (170, -30, -170, -20, "EPSG:4326"),
        (500_000, 6_999_000, 500_000, 7_000_000, ""),
    ],
)  # fmt: skip
def test_an_extent_that_meets_nothing_is_refused(engine, model, write, extent):
    west, south, east, north, crs = extent
    asked = {"west": west, "south": south, "east": east, "north": north, "crs": crs}
    assert_one_sentence(engine.ask("detect", image={"path": write(classes())}, model=model, extent=asked))


@pytest.mark.parametrize(
    ("extent", "pixels"),
    [((500_012.0, 6_999_981.0, 500_012.1, 6_999_981.1, ""), 1), ((-1e12, -1e12, 1e12, 1e12, ""), 600),
     ((-180.0, -90.0, 180.0, 90.0, "EPSG:4326"), 600)],
    ids=["a hundredth of a pixel", "enormous", "the whole earth"],
)  # fmt: skip
def test_a_tiny_and_a_huge_extent_are_cut_to_pixels(engine, model, write, extent, pixels):
    west, south, east, north, crs = extent
    asked = {"west": west, "south": south, "east": east, "north": north, "crs": crs}
    answer = engine.ask("detect", image={"path": write(classes())}, model=model, extent=asked)
    assert answer["result"]["observed_m2"] == pytest.approx(pixels * 100, rel=2e-3)


@pytest.mark.parametrize(
    "polygon",
    ["nonsense", "POLYGON EMPTY", "POINT (500010 6999990)", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POLYGON ((0 0, 1 1))",
     "POLYGON ((nan 0, 1 1, 0 1, nan 0))", "LINESTRING (500000 6999000, 501000 7000000)"],
)  # fmt: skip
def test_a_polygon_that_is_none_is_refused(engine, model, write, polygon):
    asked = {"west": 5e5, "south": 6_999_800, "east": 500_300, "north": 7e6, "crs": "", "polygon": polygon}
    assert_one_sentence(engine.ask("detect", image={"path": write(classes())}, model=model, extent=asked))


def test_a_bow_tie_counts_as_what_it_encloses(engine, model, write):
    bow = "POLYGON ((500000 6999800, 500300 7000000, 500300 6999800, 500000 7000000, 500000 6999800))"
    asked = {"west": 5e5, "south": 6_999_800, "east": 500_300, "north": 7e6, "crs": "", "polygon": bow}
    answer = engine.ask("detect", image={"path": write(classes())}, model=model, extent=asked)
    assert answer["result"]["observed_m2"] == pytest.approx(300 * 100, rel=0.05)


@pytest.mark.parametrize("mask", ["/nowhere.tif", "/dev/zero", "{image}.none", ""])
def test_a_mask_that_is_none_is_named_or_left_out(engine, model, write, mask):
    image = write(classes())
    answer = engine.ask("detect", image={"path": image}, model=model, valid_mask=mask.replace("{image}", image))
    if mask:
        assert_one_sentence(answer, "valid mask")
    else:
        assert answer["result"]["not_observed_m2"] == 0
