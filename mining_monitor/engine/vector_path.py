"""Paths and layers of vector files by way of pyogrio, which reads a ``!`` in a path as "inside the archive"."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import pyogrio

from mining_monitor.contract.errors import OutputError
from mining_monitor.engine.files import is_plain_file, output_error, process_folder


def vector_path(path: str | Path) -> str:
    """Return a path to the same file without ``!``: through a link, where the file or a folder of it has one.

    A path into an archive (``a.zip!b.geojson``) stays as it is, and so does every path on Windows, where pyogrio takes
    the ``!`` for what it is.

    Raises
    ------
    OutputError, DiskFullError
        The link cannot be made.
    """
    text = str(path)
    if "!" not in text or text.startswith("/vsi") or "://" in text or os.name == "nt":
        return text
    place = Path(text).absolute()
    is_inside = "!" in place.name and not place.exists()
    if is_inside or not place.parent.is_dir():
        return text
    if "!" in place.name:
        return str(_link_to(place, place.suffix.replace("!", "")))
    return str(_link_to(place.parent) / place.name)


def layer_names(path: str | Path) -> list[str]:
    """Return the names of a file's layers and tables, in its order.

    Raises
    ------
    pyogrio.errors.DataSourceError, ValueError
        GDAL does not open the file.
    """
    return [str(name) for name in pyogrio.list_layers(vector_path(path))[:, 0]]


def require_own_layer(path: str | Path, layer: str) -> None:
    """Check that a GeoPackage that is to be replaced holds nothing but the layer that takes its place.

    Files of other kinds, empty ones and names without a file pass.

    Raises
    ------
    OutputError
        It holds other layers, or is no GeoPackage: either would be lost.
    """
    target = Path(path)
    if target.suffix.lower() != ".gpkg" or not is_plain_file(target) or not target.stat().st_size:
        return
    try:
        layers = layer_names(target)
    except (pyogrio.errors.DataSourceError, ValueError) as error:
        raise OutputError(f"{path} is no GeoPackage ({error}). Choose another file.", path=str(path)) from error
    if set(layers) - {layer}:
        raise OutputError(f"{path} holds other layers, which would be lost. Choose another file.", path=str(path))


def _link_to(place: Path, suffix: str = "") -> Path:
    link = process_folder("links") / f"{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}{suffix}"
    try:
        with contextlib.suppress(FileExistsError):
            link.symlink_to(place)
    except OSError as error:
        raise output_error(place, error) from error
    return link
