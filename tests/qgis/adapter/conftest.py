"""Real QGIS, a profile of its own, and an engine client that answers from a script."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

qgis_core = pytest.importorskip("qgis.core", reason="QGIS is not installed for this interpreter")


@pytest.fixture(scope="session")
def qgis_app(tmp_path_factory):
    from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    running = QgsApplication.instance()
    if running is not None:
        yield running
        return
    profile = tmp_path_factory.mktemp("profile")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(profile)
    os.environ["XDG_CACHE_HOME"] = str(profile / "cache")
    QCoreApplication.setOrganizationName("mining-monitor-tests")
    QCoreApplication.setApplicationName("mining-monitor-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(profile))
    application = QgsApplication([], False, str(profile))
    application.initQgis()
    yield application
    # No exitQgis: pytest ends the process, and Qt objects of other tests may still be alive. What it does about PROJ is
    # done here: transforms that QGIS caches are destroyed as the process exits, by then PROJ's own context may be gone,
    # and QGIS 3.44 crashes one time in four.
    QgsProject.instance().clear()
    gc.collect()
    QgsCoordinateTransform.invalidateCache()
    QgsCoordinateReferenceSystem.invalidateCache()


@pytest.fixture(autouse=True)
def _clean_qgis(qgis_app):
    """An empty project and no settings of ours before each test; no task and no engine after it."""
    from qgis.core import QgsProject, QgsSettings

    from mining_monitor.adapter import engine_access, tasks

    QgsProject.instance().clear()
    QgsSettings().remove("mining_monitor")
    yield
    tasks.cancel_all()
    engine_access.use(None)
    QgsProject.instance().clear()


@pytest.fixture
def fake_engine(qgis_app):
    """The shared engine access with a FakeClient behind it."""
    from mining_monitor.adapter import engine_access
    from tests.qgis.adapter.fake_client import FakeClient

    client = FakeClient()
    engine_access.use(engine_access.EngineAccess(lambda: client))
    return client


@pytest.fixture
def bar(qgis_app):
    """A message bar of QGIS, into which the plugin speaks."""
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from mining_monitor.adapter import messages

    bar = QgsMessageBar()
    messages.messenger().set_bar(bar)
    yield bar
    messages.messenger().set_bar(None)
    bar.deleteLater()
    QCoreApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)  # before QGIS ends


@pytest.fixture
def wait_until(qgis_app):
    """Run the event loop until a condition holds."""
    import time

    from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

    def wait(condition, seconds=60.0):
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"still waiting after {seconds} s")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    return wait


@pytest.fixture(scope="session")
def lames_patch():
    """The real Sentinel-2 patch, or a skip."""
    path = Path(__file__).resolve().parents[4] / "shared" / "data" / "lames" / "s2_tci_patch.tif"
    if not path.is_file():
        pytest.skip(f"the shared data are absent: {path}")
    return path


@pytest.fixture(scope="module")
def registry(qgis_app):
    """Return QGIS's registry of algorithms with the plugin's own in it."""
    from mining_monitor.adapter.provider import MiningMonitorProvider

    found = qgis_app.processingRegistry()
    provider = MiningMonitorProvider()
    assert found.addProvider(provider)
    yield found
    found.removeProvider(provider)
