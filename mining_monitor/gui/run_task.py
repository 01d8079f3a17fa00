"""A detection whose project file is made ready for the map in the task's thread, so that showing it holds nobody up."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from mining_monitor.adapter import forms, project_store, styles, tasks
from mining_monitor.adapter.project_store import Scene
from mining_monitor.contract.results import DetectResult
from mining_monitor.schema.fields import SECTORS_TABLE


class RunTask(tasks.DetectTask):
    """Detects, then stores the style in the file (70 ms of writing) and looks up the scene.

    Attributes
    ----------
    scene : Scene or None
        What the run looked at, once it has succeeded.
    """

    scene: Optional[Scene] = None

    def work(self) -> DetectResult:
        """Detect and prepare."""
        result: DetectResult = super().work()
        if result.output:
            path = Path(result.output)
            self.scene = project_store.scene_of_run(path, result.run_id)
            store_style(path)
        return result


def store_style(path: Path) -> None:
    """Keep the sectors' style in a project file, once; for a worker thread, with a layer of its own."""
    layer = project_store.table(path, SECTORS_TABLE)
    if not layer.isValid() or project_store.has_own_style(layer):
        return
    styles.apply_sectors_style(layer)
    forms.apply_form(layer)
    project_store.store_style(layer)
