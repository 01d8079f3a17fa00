"""Spectral indices: right from reflectance, empty where nothing is observed (DOMAIN 3.5 to 3.7)."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from pyproj import Transformer

from mining_monitor.contract.errors import BandsError, CancelledError, ExtentError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.spectral import SpectralIndexRequest
from mining_monitor.engine.monitoring import indices
from mining_monitor.engine.monitoring.indices import INDICES, spectral_index
from mining_monitor.engine.progress import Job

NAMES = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
TRANSFORM = Affine(10, 0, 400_000, 0, -10, 7_300_000)


def write_scene(path, dn, crs="EPSG:32719"):
    """A scene of baseline 05: offset -1000 in its tags."""
    with rasterio.open(
        path, "w", driver="GTiff", count=len(NAMES), height=dn.shape[1], width=dn.shape[2], dtype="uint16", crs=crs,
        transform=TRANSFORM, nodata=0,
    ) as dataset:  # fmt: skip
        dataset.write(dn.astype(np.uint16))
        dataset.descriptions = NAMES
        dataset.scales, dataset.offsets = (0.0001,) * len(NAMES), (-0.1,) * len(NAMES)
    return str(path)


@pytest.fixture
def dn():
    return np.random.default_rng(2).integers(1100, 7000, (len(NAMES), 50, 70))


def compute(tmp_path, image, index, **changes):
    request = SpectralIndexRequest(image, index, str(tmp_path / f"{index}.tif"), **changes)
    result = spectral_index(request, "test", Job())
    with rasterio.open(result.output) as dataset:
        return result, dataset.read(1), dataset.descriptions[0], dataset.nodata


def reference(name, dn):
    r = dict(zip(NAMES, dn / 10_000 - 0.1))
    return {
        "NDVI": lambda: (r["B08"] - r["B04"]) / (r["B08"] + r["B04"]),
        "NDRE": lambda: (r["B8A"] - r["B05"]) / (r["B8A"] + r["B05"]),
        "BSI": lambda: (r["B11"] + r["B04"] - r["B08"] - r["B02"]) / (r["B11"] + r["B04"] + r["B08"] + r["B02"]),
        "MNDWI": lambda: (r["B03"] - r["B11"]) / (r["B03"] + r["B11"]),
        "NDTI": lambda: (r["B04"] - r["B03"]) / (r["B04"] + r["B03"]),
        "IRON": lambda: r["B04"] / r["B02"],
        "FERRIC": lambda: r["B11"] / r["B08"],
        "FERROUS": lambda: r["B12"] / r["B11"],
        "CLAY": lambda: r["B11"] / r["B12"],
        "HEMATITE": lambda: r["B06"] / r["B01"],
        "JAROSITE": lambda: r["B06"] / r["B8A"],
        "IRONMIX": lambda: (r["B06"] + r["B07"]) / r["B8A"],
    }[name]()


@pytest.mark.parametrize("name", list(INDICES))
def test_an_index_is_that_of_numpy_on_reflectance(tmp_path, dn, name):
    image = write_scene(tmp_path / "a.tif", dn)
    _, found, label, nodata = compute(tmp_path, image, name.lower())
    assert label == name
    assert np.isnan(nodata)
    assert found == pytest.approx(reference(name, dn), rel=1e-6, abs=1e-6)


def test_a_ratio_of_raw_numbers_would_be_wrong(tmp_path, dn):
    image = write_scene(tmp_path / "a.tif", dn)
    _, found, _, _ = compute(tmp_path, image, "IRON")
    assert np.abs(found - dn[3] / dn[1]).max() > 0.1


def test_nothing_over_nothing_and_nodata_are_empty(tmp_path, dn):
    dn[:, 0, 0] = 0
    dn[[3, 7], 0, 1] = 1000  # both 0 in reflectance
    dn[7, 0, 2] = 0  # near infrared alone is missing
    _, found, _, _ = compute(tmp_path, write_scene(tmp_path / "a.tif", dn), "NDVI")
    assert np.isnan(found[0, :3]).all()
    assert np.isfinite(found).sum() == found.size - 3


def test_what_a_mask_hides_is_empty(tmp_path, dn):
    image = write_scene(tmp_path / "a.tif", dn)
    mask = np.ones((50, 70), np.uint8)
    mask[10:20, 30:40] = 0
    with rasterio.open(
        tmp_path / "m.tif", "w", driver="GTiff", count=1, height=50, width=70, dtype="uint8", crs="EPSG:32719",
        transform=TRANSFORM,
    ) as dataset:  # fmt: skip
        dataset.write(mask, 1)
    _, found, _, _ = compute(tmp_path, image, "NDVI", valid_mask=str(tmp_path / "m.tif"))
    assert (np.isnan(found) == (mask == 0)).all()


def test_the_result_does_not_depend_on_strips(tmp_path, dn, monkeypatch):
    image = write_scene(tmp_path / "a.tif", dn)
    _, whole, _, _ = compute(tmp_path, image, "BSI")
    monkeypatch.setattr(indices, "_STRIP_PIXELS", 200)
    _, strips, _, _ = compute(tmp_path, image, "BSI")
    assert (whole == strips).all()


def sectors(tmp_path, *boxes):
    """A GeoJSON of rectangles (col, row, col, row) of the scene's pixels."""
    to_degrees = Transformer.from_crs("EPSG:32719", "EPSG:4326", always_xy=True)
    features = []
    for number, (left, top, right, bottom) in enumerate(boxes):
        corners = [(left, top), (left, bottom), (right, bottom), (right, top), (left, top)]
        ring = [list(to_degrees.transform(*(TRANSFORM * corner))) for corner in corners]
        properties = {"uuid": str(number), "Name": f"1_{number}", "class": 5}
        features.append({"type": "Feature", "properties": properties,
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})  # fmt: skip
    path = tmp_path / "sectors.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(path)


def test_the_table_tells_of_each_sector_what_numpy_tells(tmp_path, dn):
    dn[:, 5:8, 10:20] = 0
    image = write_scene(tmp_path / "a.tif", dn)
    path = sectors(tmp_path, (10, 5, 30, 25), (65, 45, 75, 55), (200, 200, 210, 210))
    result, raster, _, _ = compute(tmp_path, image, "NDVI", sectors=path)
    with Path(result.table).open(newline="", encoding="utf-8") as file:
        first, edge, outside = csv.DictReader(file)
    inside = raster[5:25, 10:30]
    seen = inside[np.isfinite(inside)]
    assert (first["uuid"], first["class"], first["class_key"], first["index"]) == ("0", "5", "op", "NDVI")
    assert (int(first["pixels"]), int(first["observed"])) == (400, 370)
    assert float(first["observed_share"]) == 0.925
    expected = {"mean": seen.mean(), "std": seen.std(), "min": seen.min(), "max": seen.max(),
                "p10": np.percentile(seen, 10), "median": np.median(seen), "p90": np.percentile(seen, 90)}  # fmt: skip
    for name, value in expected.items():
        assert float(first[name]) == pytest.approx(value, abs=2e-6), name
    assert int(edge["pixels"]) == 25
    assert (outside["pixels"], outside["mean"]) == ("0", "")


def test_a_desert_is_told_that_vegetation_indices_say_little_there(tmp_path, dn):
    dn[7] = dn[3] + 100
    image = write_scene(tmp_path / "a.tif", np.maximum(dn, 2500))
    result, _, _, _ = compute(tmp_path, image, "NDVI")
    assert [notice.code for notice in result.warnings] == ["index-not-applicable"]
    assert compute(tmp_path, image, "NDTI")[0].warnings == ()


@pytest.mark.parametrize(("changes", "error", "words"), [
    ({"index": "EVI"}, ParameterError, "INDEX is 'EVI'; it must be one of NDVI"),
    ({"output": "x.png"}, ParameterError, "must end with .tif"),
    ({"extent": Extent(0, 0, 1, 1, "EPSG:4326")}, ExtentError, "does not meet"),
])  # fmt: skip
def test_what_cannot_be_computed_is_refused(tmp_path, dn, changes, error, words):
    image = write_scene(tmp_path / "a.tif", dn)
    request = {"image": image, "index": "NDVI", "output": str(tmp_path / "o.tif"), **changes}
    with pytest.raises(error, match=words):
        spectral_index(SpectralIndexRequest(**request), "test", Job())
    assert not (tmp_path / "o.tif").exists()


def test_bands_that_are_missing_and_files_that_are_read_are_named(tmp_path):
    path = str(tmp_path / "rgb.tif")
    with rasterio.open(path, "w", driver="GTiff", count=3, height=4, width=4, dtype="uint8", crs="EPSG:32719",
                       transform=TRANSFORM, photometric="RGB") as dataset:  # fmt: skip
        dataset.write(np.ones((3, 4, 4), np.uint8))
    with pytest.raises(BandsError, match="do not fit the index: no band plays nir"):
        spectral_index(SpectralIndexRequest(path, "NDVI", str(tmp_path / "o.tif")), "test", Job())
    with pytest.raises(ParameterError, match="also reads or writes"):
        spectral_index(SpectralIndexRequest(path, "NDTI", path), "test", Job())


def test_a_cancelled_index_leaves_nothing(tmp_path, dn):
    job = Job(report=lambda progress: job.cancel() if progress.stage == "table" else None)
    request = SpectralIndexRequest(
        write_scene(tmp_path / "a.tif", dn), "NDVI", str(tmp_path / "o.tif"), sectors(tmp_path, (1, 1, 5, 5))
    )
    with pytest.raises(CancelledError):
        spectral_index(request, "test", job)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tif", "sectors.geojson"]
