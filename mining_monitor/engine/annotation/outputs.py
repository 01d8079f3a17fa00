"""Files that annotation writes beside a project: what is there already is not lost by it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.files import is_disk_full, is_same_file, output_error, require_place
from mining_monitor.engine.vector_path import require_own_layer


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
    require_own_layer(path, layer)


def require_room(path: Path) -> None:
    """Tell a full disk from other reasons why GDAL could not write a file.

    Raises
    ------
    DiskFullError
    """
    if is_disk_full(path.parent):
        raise output_error(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
