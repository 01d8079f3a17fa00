"""Scenes as files: tiled GeoTIFFs of picture and truth, small or too large for memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rasterio
from rasterio.enums import ColorInterp
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from mining_monitor.engine.imagery.dataset_facts import MADE_UP_TAG
from mining_monitor.engine.sample_world.scene import (
    DEFAULT_CRS,
    DN_OFFSET,
    DN_SCALE,
    Scene,
    block_slices,
    make_view,
    render_block,
)
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED

_TILE_PX = 256


def write_scene(scene: Scene, image_path: Path, truth_path: Path) -> None:
    """Write a scene as two tiled, compressed GeoTIFFs.

    Parameters
    ----------
    scene : Scene
        What to write.
    image_path : Path
        Picture: nodata 0, band descriptions, scale and offset tags when it holds DN.
    truth_path : Path
        LAMES codes: uint8, nodata 255, colours of the classes.
    """
    dtype, shape = str(scene.values.dtype), (scene.truth.shape[0], scene.truth.shape[1])
    with (
        rasterio.open(image_path, "w", **_profile(scene, shape, len(scene.values), dtype, 0)) as image,
        rasterio.open(truth_path, "w", **_profile(scene, shape, 1, "uint8", NOT_OBSERVED)) as truth,
    ):
        _describe_image(image, scene.band_names, dtype)
        _describe_truth(truth)
        image.write(scene.values)
        truth.write(scene.truth, 1)


def write_large_scene(
    seed: int,
    image_path: Path,
    truth_path: Path | None = None,
    *,
    block_px: int = 1024,
    **options: Any,
) -> None:
    """Render a scene of any size straight into files, a block at a time.

    Memory does not grow with the picture: about 0.85 GB for blocks of 1024 pixels in six bands at 10 m, 0.3 GB for
    blocks of 512 in three, 0.15 GB for the same with one sample a pixel.
    The file is the same as `write_scene` makes from `generate_scene`, up to rounding.

    Parameters
    ----------
    seed : int
        Seed of the world.
    image_path, truth_path : Path
        Files to write; without `truth_path` only the picture is written.
    block_px : int
        Side of a block, a multiple of 256.
    **options
        ``width``, ``height`` and the others of `scene.make_view`; `supersample=1` is about four times as fast.
    """
    if block_px % _TILE_PX:
        raise ValueError(f"The block's side must be a multiple of {_TILE_PX} pixels, not {block_px}.")
    view = make_view(seed, **options)
    shape = view.shape
    dtype = "uint8" if view.product == "rgb" else "uint16"
    with rasterio.open(image_path, "w", **_profile(view, shape, len(view.band_names), dtype, 0)) as image:
        _describe_image(image, view.band_names, dtype)
        truth = None
        if truth_path is not None:
            truth = rasterio.open(truth_path, "w", **_profile(view, shape, 1, "uint8", NOT_OBSERVED))
            _describe_truth(truth)
        try:
            for rows, cols in block_slices(shape, block_px):
                values, codes = render_block(view, rows, cols)
                window = Window.from_slices(rows, cols)
                image.write(values, window=window)
                if truth is not None:
                    truth.write(codes, 1, window=window)
        finally:
            if truth is not None:
                truth.close()


def _profile(source: Any, shape: tuple[int, int], count: int, dtype: str, nodata: int) -> dict[str, Any]:
    """Return creation options; `source` is a scene or a view, for its transform."""
    return {
        "driver": "GTiff",
        "height": shape[0],
        "width": shape[1],
        "count": count,
        "dtype": dtype,
        "nodata": nodata,
        "crs": DEFAULT_CRS,
        "transform": source.transform,
        "tiled": True,
        "blockxsize": _TILE_PX,
        "blockysize": _TILE_PX,
        "interleave": "pixel" if count == 3 else "band",
        "compress": "deflate",
        "predictor": 2,
        "zlevel": 1,
        "BIGTIFF": "IF_SAFER",
    }


def _describe_image(image: DatasetWriter, band_names: tuple[str, ...], dtype: str) -> None:
    image.descriptions = band_names
    image.update_tags(**{MADE_UP_TAG: "sample world"})
    if dtype == "uint8":
        image.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
        return
    image.scales = (DN_SCALE,) * len(band_names)
    image.offsets = (DN_OFFSET,) * len(band_names)


def _describe_truth(truth: DatasetWriter) -> None:
    truth.descriptions = ("LAMES class",)
    colours = {c.code: (*bytes.fromhex(c.colour[1:]), 255) for c in LAMES_CLASSES}
    colours[NOT_OBSERVED] = (0, 0, 0, 0)
    truth.write_colormap(1, colours)
    truth.update_tags(**{f"class_{c.code}": c.key for c in LAMES_CLASSES})
