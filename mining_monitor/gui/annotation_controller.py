"""What the Annotation dock does."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject

from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.project_controller import ProjectController


class AnnotationController(QObject):
    """Connects the Annotation panel with the sectors layer."""

    def __init__(self, panel: AnnotationPanel, iface: Any, project: ProjectController) -> None:
        super().__init__(panel)
        self._panel = panel
        self._project = project
        project.changed.connect(self.refresh)

    def refresh(self) -> None:
        layer = self._project.current()
        self._panel.show_layers(self._project.layer_names(), layer.id() if layer is not None else "")

    def refresh_styles(self) -> None:
        """Follow the colour set."""

    def close(self) -> None:
        """Let go (unload)."""
