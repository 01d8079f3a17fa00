"""The sectors layer goes while the analyst works on it: nothing of it is read any more, its tool is put away."""

from __future__ import annotations

import sys

import pytest
from qgis.core import QgsPointXY, QgsProject

from mining_monitor.adapter import project_store
from mining_monitor.gui.drawing.snapping import Caught
from tests.qgis.adapter.shaping_world import box, project_layer


@pytest.fixture
def raised(monkeypatch):
    """What slots have raised."""
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


@pytest.mark.parametrize("leave", ["the layer is removed", "the project is closed"])
def test_a_layer_that_goes_takes_its_tool_with_it_and_is_not_read_again(workspace, tmp_path, wait_until, raised, leave):
    project, annotation = QgsProject.instance(), workspace.annotation
    layer = project_layer(tmp_path / "made.gpkg", (box(0, 0, 100, 100), 5, "draft"))
    layer.setCustomProperty(project_store.KIND_PROPERTY, "sectors")
    annotation.set_in_front(True)
    project.addMapLayer(layer)  # made in Python: its Python object ends before the layer says that it goes
    table = workspace.annotation_panel.sector_table.model()
    wait_until(lambda: annotation.session is not None and table.rowCount() == 1)
    layer.selectAll()
    canvas, editing = annotation.editing.tools["draw"].canvas(), annotation.editing
    before = canvas.mapTool()
    editing.choose("draw")
    corner = QgsPointXY(0, 0)
    editing.tools["draw"].add(Caught(corner, corner))
    assert (editing.current, editing.tools["draw"].corners) == ("draw", 1)

    if leave == "the layer is removed":
        project.removeMapLayer(layer.id())
    else:
        project.clear()
    wait_until(lambda: editing.current == "")

    assert canvas.mapTool() is (before or editing._pan) and editing.tools["draw"].corners == 0
    assert annotation.session is None and table.rowCount() == 0
    assert raised == []
