"""Files that annotation writes beside a project: what is there already is not lost by it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pyogrio

from mining_monitor.contract.errors import OutputError, ParameterError
from mining_monitor.engine.files import is_disk_full, is_plain_file, is_same_file, output_error, require_place
from mining_monitor.engine.vector_path import layer_names


def require_output(path: str, name: str, layer: str, read: tuple[str, ...]) -> None:
    """Check, before the work, that a file can be written and takes the place of nothing else.

    Parameters
    ----------
    path, name, layer : str
        The file, the parameter that names it, and the layer that goes into it when it is a GeoPackage.
    read : tuple of str
        Files that are read meanwhile; empty ones are none.

    Raises
    ------
    ParameterError, OutputError, DiskFullError
    """
    if any(other and is_same_file(Path(path), Path(other)) for other in read):
        raise ParameterError(f"{name} is {path}, which is also read. Choose another name.", name=name)
    require_place(Path(path))
    if Path(path).suffix.lower() == ".gpkg" and is_plain_file(Path(path)) and _layers(path) - {layer}:
        raise OutputError(f"{path} holds other layers, which would be lost. Choose another file.", path=path)


def require_room(path: Path) -> None:
    """Tell a full disk from other reasons why GDAL could not write a file.

    Raises
    ------
    DiskFullError
    """
    if is_disk_full(path.parent):
        raise output_error(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))


def _layers(path: str) -> set[str]:
    try:
        return set(layer_names(path))
    except (pyogrio.errors.DataSourceError, ValueError):  # a file that is no GeoPackage holds no layers
        return set()
