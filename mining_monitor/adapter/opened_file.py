"""The file that a layer has opened: still the one of that name, or replaced underneath by a script, a backup, a cloud?

A layer goes on reading the file that it has opened, while what is written by name goes into the new one: the map would
show one thing and the project hold another. SQLite would even mix both, by what it keeps beside the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import QgsVectorLayer

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_file import layer_path
from mining_monitor.contract.errors import OutputError


@dataclass(frozen=True)
class OpenedFile:
    """A file as it was when its layer was opened."""

    path: Path
    identity: Tuple[int, int]

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer) -> Optional[OpenedFile]:
        """Return the file of a layer, or None where it has none that could be replaced."""
        path = layer_path(layer)
        identity = _identity(path) if path is not None else None
        return cls(path, identity) if path is not None and identity is not None else None

    def require_same(self) -> None:
        """Check that the file is the one that was opened.

        Opening it anew is left to a person: SQLite's files beside it belong to the old one until all have let go of it.

        Raises
        ------
        OutputError
            It was replaced, or it is gone; nothing may be written.
        """
        now = _identity(self.path)
        if now == self.identity:
            return
        if now is None:
            text = tr("{} is no longer there. Put it back, or open another project file.")
        else:
            text = tr("{} was replaced by another file while it was open, and nothing was written into it. Remove its "
                      "layers from the map, then open it again.")  # fmt: skip
        raise OutputError(text.format(self.path), path=str(self.path))


def _identity(path: Path) -> Optional[Tuple[int, int]]:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_size else None
