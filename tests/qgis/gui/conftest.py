"""A window like QGIS's around the plugin, and the adapter's fake engine behind it."""

from __future__ import annotations

import pytest

from tests.qgis.adapter.conftest import _clean_qgis, fake_engine, qgis_app, wait_until

__all__ = ["_clean_qgis", "fake_engine", "qgis_app", "wait_until"]

SQUARE = "POLYGON((-70 -23, -69.99 -23, -69.99 -22.99, -70 -22.99, -70 -23))"


@pytest.fixture
def iface(qgis_app):
    from tests.qgis.gui.fake_iface import FakeIface

    fake = FakeIface()
    yield fake
    fake.window.close()
    fake.window.deleteLater()


@pytest.fixture
def engine(fake_engine, monkeypatch):
    """The fake engine, said to be ready, with one model."""
    from mining_monitor.adapter import engine_environment
    from mining_monitor.client.status import EngineState, EngineStatus
    from mining_monitor.contract.requests import (
        DescribeImageRequest,
        ListModelsRequest,
        PlanDetectRequest,
    )  # fmt: skip
    from mining_monitor.contract.results import ModelList
    from tests.qgis.gui import answers

    class Environment:
        def status(self, **_options):
            return EngineStatus(EngineState.READY, "The engine is ready.")

    monkeypatch.setattr(engine_environment, "environment", lambda: Environment())
    fake_engine.answers[ListModelsRequest] = ModelList((answers.MODEL, answers.BROKEN_MODEL))
    fake_engine.answers[DescribeImageRequest] = answers.describe
    fake_engine.answers[PlanDetectRequest] = answers.PLAN
    return fake_engine


@pytest.fixture
def workspace(iface, engine, wait_until, tmp_path):
    """The whole interface, with a ready engine and its models listed."""
    from mining_monitor.adapter import messages, settings
    from mining_monitor.gui.workspace import Workspace

    settings.PROJECT_FOLDER.set(str(tmp_path))
    settings.EDITOR_NAME.set("Ana")
    messages.messenger().set_bar(iface.messageBar())
    made = Workspace(iface)
    wait_until(lambda: made.detection.models.models)
    yield made
    made.close()
    messages.messenger().set_bar(None)


@pytest.fixture
def image(workspace, tmp_path, wait_until):
    """A raster in the project, chosen and described."""
    from qgis.core import QgsProject

    from tests.qgis.adapter.makers import make_raster

    layer = make_raster(tmp_path / "image.tif")
    if not hasattr(layer, "id"):
        from qgis.core import QgsRasterLayer

        layer = QgsRasterLayer(str(tmp_path / "image.tif"), "Pecket")
    layer.setName("Pecket")
    QgsProject.instance().addMapLayer(layer)
    workspace.detection.choose_image(layer.id())
    wait_until(lambda: workspace.words.description(layer) is not None)
    return layer


@pytest.fixture
def sectors(workspace, tmp_path, wait_until):
    """A project file with three sectors on the map, least certain first, and its Annotation dock in front."""
    from mining_monitor.adapter import project_store
    from tests.qgis.gui.answers import make_project_file

    path = tmp_path / "mine.gpkg"
    make_project_file(path, [
        (SQUARE, 5, 0.9, {"uuid": "sure"}), (SQUARE, 9, 0.3, {"uuid": "unsure"}),
        (SQUARE, 8, 0.6, {"uuid": "medium"}),
    ])  # fmt: skip
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == 3)
    assert project_store.layers.__name__ == "layers"
    return workspace.project.current()
