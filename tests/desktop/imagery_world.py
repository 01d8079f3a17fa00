"""A Sentinel-2 product and a catalogue of the same made-up place, for the desktop: run in the engine's environment.

``python -m tests.desktop.imagery_world SCENE FOLDER`` writes a zipped product below FOLDER, serves three dates as a
catalogue on loopback, prints both as one line of JSON, and ends when its input closes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from tests.engine.imagery.catalogues.catalogues import Catalogue, band_path, item_of, product_name
from tests.engine.imagery.catalogues.hosts import Host
from tests.engine.imagery.catalogues.scene_files import GSD, cog, footprint
from tests.engine.imagery.sentinel2.products import Recipe, make_product, zipped

#: Pixels of 10 m a side; whole pixels of 20 and 60 m fit into it.
SIDE = 480

#: Day -> share of the place, from the west, that is under cloud.
DATES = {"20240517": 0.0, "20240512": 0.3, "20240507": 0.95}

PRODUCT_BANDS = ("B02", "B03", "B04", "B08", "B11", "B12", "SCL", "CLD", "TCI")

_CLOUD_DN = 9_000


class Place:
    """Numbers of each band anywhere in the place, from a picture of the sample world."""

    def __init__(self, scene: Path, cloud: float = 0.0) -> None:
        with rasterio.open(scene) as image:
            self.rgb = image.read()[:, :SIDE, :SIDE].astype(float)
            self.west, self.north = image.transform.c, image.transform.f
            self.crs = f"EPSG:{image.crs.to_epsg()}"
        self.cloud = cloud

    def numbers(self, name: str, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return stored numbers at map positions: 1,000 + 10,000 x reflectance of the picture's colours."""
        cols = np.clip((x - self.west) // 10, 0, SIDE - 1).astype(int)
        rows = np.clip((self.north - y) // 10, 0, SIDE - 1).astype(int)
        is_cloud = cols < self.cloud * SIDE
        if name in ("SCL", "CLD", "SNW"):
            return np.where(is_cloud, *{"SCL": (9, 5), "CLD": (99, 0), "SNW": (0, 0)}[name])
        red, green, blue = (self.rgb[band][rows, cols] for band in range(3))
        mixed = {"B02": blue, "B03": green, "B04": red, "B08": 1.6 * green, "B11": 1.3 * red, "B12": 1.1 * red}
        ground = 1000 + 10_000 * mixed.get(name, green) / (255 * 2.5)
        return np.where(is_cloud, _CLOUD_DN, np.rint(ground))

    def band(self, name: str) -> np.ndarray:
        """Return a whole band, shape (row, col)."""
        gsd = GSD[name]
        steps = gsd * (np.arange(SIDE * 10 // gsd) + 0.5)
        values = self.numbers(name, *np.meshgrid(self.west + steps, self.north - steps))
        return values.astype("uint8" if name == "SCL" else "uint16")

    def thumbnail(self) -> bytes:
        """Return a JPEG of the place."""
        small = np.where(np.arange(SIDE) < self.cloud * SIDE, 250, self.rgb)[:, ::4, ::4].astype("uint8")
        with MemoryFile() as memory:
            with memory.open(driver="JPEG", width=SIDE // 4, height=SIDE // 4, count=3, dtype="uint8") as dataset:
                dataset.write(small)
            return memory.read()


def make_zip(scene: Path, folder: Path) -> Path:
    """Write the product, a tenth of it under cloud."""
    place = Place(scene, cloud=0.1)
    recipe = Recipe(crs=place.crs, origin=(place.west, place.north), side=SIDE, pixels=place.numbers)
    return zipped(make_product(folder, recipe, files=PRODUCT_BANDS))


def serve(host: Host, scene: Path) -> str:
    """Put all dates on a host and return the catalogue's address."""
    items = []
    for day, cloud in DATES.items():
        place, name = Place(scene, cloud), product_name(day)
        base = f"/sentinel-s2-l2a-cogs/{name}"
        outline = footprint(SIDE, place.west, place.north, place.crs)
        item = item_of("earth-search", name, host.url + base, outline, cloud=100 * cloud, applied=False)
        for band in ("B02", "B03", "B04", "B08", "B11", "SCL"):
            data = cog(place.band(band), GSD[band], crs=place.crs, west=place.west, north=place.north)
            host.files[band_path("earth-search", item, band)] = data
        host.files[f"{base}/preview.jpg"] = place.thumbnail()
        items.append(item)
    return Catalogue(host, "earth-search", items).url


def main() -> None:
    """Serve until the input closes."""
    scene, folder = Path(sys.argv[1]), Path(sys.argv[2])
    product = make_zip(scene, folder)
    with Host() as host:
        print(json.dumps({"product": str(product), "catalogue": serve(host, scene)}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
