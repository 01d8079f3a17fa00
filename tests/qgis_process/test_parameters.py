"""Each parameter of `detectsectors` does what it says, in the real `qgis_process`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from tests.qgis_process.geopackage import read_sectors
from tests.real_qgis import run_algorithm, run_qgis_process

NOT_OBSERVED = 255

#: Columns and rows of the scene (conftest.py).
COLUMNS, ROWS = 384, 320


def pixels(path) -> list[bytes]:
    """Rows of a raster's first band as bytes."""
    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    return [bytes(band.ReadRaster(0, row, raster.RasterXSize, 1)) for row in range(raster.RasterYSize)]


def bounds(path) -> tuple[float, float, float, float]:
    """(west, south, east, north) of a raster in its own CRS."""
    raster = gdal.Open(str(path))
    left, width, _, top, _, height = raster.GetGeoTransform()
    return left, top + height * raster.RasterYSize, left + width * raster.RasterXSize, top


def moved(box: tuple[float, float, float, float], source, target) -> tuple[float, float, float, float]:
    """Bounds in another CRS, the bend of the edges included."""
    for reference in (source, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(source, target).TransformBounds(*box, 21)


@pytest.fixture(scope="module")
def detect(profiles, scene, model, tmp_path_factory):
    """Run `detectsectors` on the scene and return its results; OUTPUT and CLASS_RASTER are filled in."""

    def run(**parameters: object) -> dict:
        folder = tmp_path_factory.mktemp("run")
        given = {
            "INPUT": scene, "MODEL": model, "OUTPUT": folder / "sectors.gpkg", "CLASS_RASTER": folder / "classes.tif",
            **parameters,
        }  # fmt: skip
        return run_algorithm(profiles, "miningmonitor:detectsectors", **given)

    return run


@pytest.fixture(scope="module")
def plain(detect) -> dict:
    """The run with nothing but image and model."""
    return detect()


def test_no_sector_is_smaller_than_the_minimum_area_and_no_ground_is_lost(detect, plain):
    larger = read_sectors(Path(detect(MIN_AREA=2500)["OUTPUT"]))
    everything = read_sectors(Path(plain["OUTPUT"]))

    assert min(sector.area_m2 for sector in everything) < 2500
    assert min(sector.area_m2 for sector in larger) >= 2499.0  # 25 pixels of 10 m, as the ellipsoid measures them
    assert 0 < len(larger) < len(everything)


def test_simplified_polygons_have_fewer_corners_and_the_same_sectors(detect, plain):
    simplified = read_sectors(Path(detect(SIMPLIFY=1.5)["OUTPUT"]))
    everything = read_sectors(Path(plain["OUTPUT"]))

    assert len(simplified) == len(everything)
    assert sum(len(s.wkb) for s in simplified) < 0.8 * sum(len(s.wkb) for s in everything)
    assert sum(s.area_m2 for s in simplified) == pytest.approx(sum(s.area_m2 for s in everything), rel=0.01)


def test_bands_say_which_band_plays_which_role(detect, plain, scene, tmp_path):
    turned = tmp_path / "turned.tif"
    gdal.Translate(str(turned), str(scene), bandList=[3, 2, 1])
    for number in (1, 3):
        raster = gdal.Open(str(turned), gdal.GA_Update)
        raster.GetRasterBand(number).SetDescription("")
        raster = None

    named = detect(INPUT=turned, BANDS="red=3,green=2,blue=1")
    swapped = detect(BANDS="red=3,green=2,blue=1")

    assert pixels(named["CLASS_RASTER"]) == pixels(plain["CLASS_RASTER"])
    assert pixels(swapped["CLASS_RASTER"]) != pixels(plain["CLASS_RASTER"])


def test_a_band_that_the_image_lacks_is_one_sentence(profiles, scene, model, tmp_path):
    done = run_qgis_process(
        profiles, "run", "miningmonitor:detectsectors", "--", f"INPUT={scene}", f"MODEL={model}",
        "BANDS=red=9,green=2,blue=1", f"OUTPUT={tmp_path / 'sectors.gpkg'}",
    )  # fmt: skip

    assert done.returncode != 0
    assert "9" in done.stdout + done.stderr and "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "sectors.gpkg").exists()


def test_an_extent_in_degrees_cuts_an_image_in_metres(detect, scene):
    raster = gdal.Open(str(scene))
    utm, degrees = osr.SpatialReference(raster.GetProjection()), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    west, south, east, north = moved(bounds(scene), utm, degrees)
    part = (west, (south + north) / 2, (west + east) / 2, north)

    results = detect(EXTENT=f"{part[0]},{part[2]},{part[1]},{part[3]} [EPSG:4326]")

    left, bottom, right, top = bounds(scene)
    wanted = moved(part, degrees, utm)
    expected = (max(left, wanted[0]), max(bottom, wanted[1]), min(right, wanted[2]), min(top, wanted[3]))
    assert bounds(results["CLASS_RASTER"]) == pytest.approx(expected, abs=10.0)  # one pixel
    assert len(pixels(results["CLASS_RASTER"])[0]) < 0.6 * COLUMNS


def test_ground_outside_the_valid_mask_is_not_observed(detect, scene, tmp_path):
    source = gdal.Open(str(scene))
    mask = tmp_path / "mask.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(mask), COLUMNS, ROWS, 1, gdal.GDT_Byte)
    raster.SetProjection(source.GetProjection())
    raster.SetGeoTransform(source.GetGeoTransform())
    raster.GetRasterBand(1).WriteRaster(0, 0, COLUMNS, ROWS, (bytes(100) + b"\1" * (COLUMNS - 100)) * ROWS)
    raster = None

    rows = pixels(detect(VALID_MASK=mask)["CLASS_RASTER"])

    assert all(row[:100] == bytes([NOT_OBSERVED]) * 100 for row in rows)
    assert sum(row[100:].count(NOT_OBSERVED) for row in rows) == 0


def test_the_confidence_raster_lies_on_the_class_raster_with_values_of_a_share(detect, tmp_path):
    results = detect(CONFIDENCE_RASTER=tmp_path / "confidence.tif")

    confidence, classes = gdal.Open(results["CONFIDENCE_RASTER"]), gdal.Open(results["CLASS_RASTER"])
    assert confidence.GetGeoTransform() == classes.GetGeoTransform()
    assert (confidence.RasterXSize, confidence.RasterYSize) == (COLUMNS, ROWS)
    low, high, mean, _spread = confidence.GetRasterBand(1).GetStatistics(False, True)
    scale = confidence.GetRasterBand(1).GetScale() or 1.0
    assert 0.2 <= low * scale < mean * scale < high * scale <= 1.0  # the best of four classes has a quarter at least


def test_pixels_below_the_minimum_confidence_become_no_sector(detect, plain):
    certain = read_sectors(Path(detect(MIN_CONFIDENCE=0.9)["OUTPUT"]))

    assert sum(s.area_m2 for s in certain) < sum(s.area_m2 for s in read_sectors(Path(plain["OUTPUT"])))
    assert all(sector.confidence >= 0.9 for sector in certain)


def test_a_memory_sink_ends_well(detect):
    assert detect(OUTPUT="memory:")["OUTPUT"]


def test_a_table_of_a_geopackage_takes_the_sectors_beside_what_is_there(detect, plain, tmp_path):
    path = tmp_path / "mine.gpkg"
    detect(OUTPUT=f"ogr:dbname='{path}' table=\"first\" (geom)")
    detect(OUTPUT=f"ogr:dbname='{path}' table=\"second\" (geom)")

    expected = read_sectors(Path(plain["OUTPUT"]))
    assert read_sectors(path, "first") == read_sectors(path, "second") == expected


def test_a_shapefile_takes_every_sector_with_its_class(detect, plain, tmp_path):
    results = detect(OUTPUT=tmp_path / "sectors.shp")

    source = ogr.Open(results["OUTPUT"])  # kept: a layer dies with its source
    rows = [(feature["class"], feature["state"]) for feature in source.GetLayer()]
    expected = read_sectors(Path(plain["OUTPUT"]))
    assert sorted(rows) == sorted((sector.class_code, sector.state) for sector in expected)


def test_an_export_of_a_shapefile_still_knows_its_classes(profiles, detect, tmp_path):
    shapefile = detect(OUTPUT=tmp_path / "sectors.shp")["OUTPUT"]
    output = tmp_path / "sectors.geojson"

    run_algorithm(profiles, "miningmonitor:exportgeojson", INPUT=shapefile, PROFILE="lames", OUTPUT=output)

    features = json.loads(output.read_text(encoding="utf-8"))["features"]
    codes = {int(feature["properties"]["class"]) for feature in features}
    assert codes and codes <= {5, 8, 9}
