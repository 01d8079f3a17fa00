"""Small cloud-optimised GeoTIFFs of Sentinel-2 bands, whose pixels encode band and place."""

import tempfile
from pathlib import Path

import numpy as np
import rasterio
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

CRS = "EPSG:32719"
WEST, NORTH = 500_000.0, 7_400_000.0

#: Native size of the pixels of the bands that tests use.
GSD = {"B02": 10, "B03": 10, "B04": 10, "B08": 10, "B11": 20, "SCL": 20, "CLD": 20, "TCI": 10}

#: What is added to a place's number in each band: a band that is taken for another shows.
LEVEL = {"B02": 1200, "B03": 1400, "B04": 1718, "B08": 2600, "B11": 3100}


def band_values(name, size, *, add=0, level=None, seed=0):
    """Return (row, col) numbers of a band of a square scene with ``size`` pixels of 10 m a side."""
    side = size * 10 // GSD[name]
    if name == "SCL":
        return np.full((side, side), 4, "uint8")
    if name == "CLD":
        return np.zeros((side, side), "uint8")
    rows, cols = np.mgrid[0:side, 0:side]
    noise = np.random.default_rng(seed + len(name)).integers(0, 8, (side, side))
    return ((LEVEL[name] if level is None else level) + add + (rows + cols) % 64 + noise).astype("uint16")


def cog(values, gsd, *, crs=CRS, west=WEST, north=NORTH, block=256, nodata=0):
    """Return the bytes of a COG."""
    values = np.atleast_3d(values.T).T if values.ndim == 2 else values
    profile = {
        "driver": "COG", "dtype": values.dtype, "count": values.shape[0], "height": values.shape[1],
        "width": values.shape[2], "crs": crs, "transform": from_origin(west, north, gsd, gsd), "nodata": nodata,
        "compress": "deflate", "blocksize": block, "overview_resampling": "nearest",
    }  # fmt: skip
    with MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(values)
        return memory.read()


def jp2(values, gsd, *, crs=CRS, west=WEST, north=NORTH):
    """Return the bytes of a lossless JPEG 2000 file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "band.jp2"
        with rasterio.open(
            path, "w", driver="JP2OpenJPEG", dtype=values.dtype, count=1, height=values.shape[0],
            width=values.shape[1], crs=crs, transform=from_origin(west, north, gsd, gsd), QUALITY="100",
            REVERSIBLE="YES",
        ) as dataset:  # fmt: skip
            dataset.write(values, 1)
        return path.read_bytes()


def square(col, row, width, height, gsd=10):
    """Return bounds (west, south, east, north) in the scenes' CRS of a window of pixels."""
    return WEST + col * gsd, NORTH - (row + height) * gsd, WEST + (col + width) * gsd, NORTH - row * gsd


def footprint(size, west=WEST, north=NORTH, crs=CRS):
    """Return the footprint of a scene as GeoJSON in EPSG:4326."""
    bounds = (west, north - size * 10, west + size * 10, north)
    from rasterio.warp import transform_geom

    w, s, e, n = bounds
    ring = [(w, s), (e, s), (e, n), (w, n), (w, s)]
    return dict(transform_geom(crs, "EPSG:4326", {"type": "Polygon", "coordinates": [ring]}))
