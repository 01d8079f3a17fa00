"""The file behind a layer: its own, or of a shared project a copy that lasts as long as this program."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsVectorLayer

from mining_monitor.adapter.project_store import layer_path
from mining_monitor.adapter.shared_project.place import SharedPlace
from mining_monitor.gui.annotation_desk import EngineWork
from mining_monitor.gui.two_analysts.sharing_page import CopyTask


class HomeCopy:
    """Gives pages whose work the engine does, which reads files, a file to read; the log in it is the shared one.

    Parameters
    ----------
    work : EngineWork
        Of the page; the copy is its first task.
    """

    def __init__(self, work: EngineWork) -> None:
        self._work = work
        self._folder: Optional[tempfile.TemporaryDirectory[str]] = None

    def ask(self, layer: QgsVectorLayer, then: Callable[[Path], None], given_up: Callable[[], None]) -> None:
        """Call ``then`` with the layer's file, at once or when the copy is there; nothing for other layers."""
        path, place = layer_path(layer), SharedPlace.of_layer(layer)
        if path is not None:
            then(path)
        elif place is not None:
            self._folder = tempfile.TemporaryDirectory(prefix="mining-monitor-")
            copy = Path(self._folder.name) / f"{place.schema}.gpkg"
            self._work.start(CopyTask(place, copy), lambda _count: then(copy), given_up)
