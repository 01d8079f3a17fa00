"""A server for all tests, a published project for each, and two analysts who open it with their own logins."""

from __future__ import annotations

import itertools
import json

import pytest

from tests.postgis.server import ANALYSTS, OWNER, PORT, NoServer, running_server
from tests.qgis.adapter.conftest import _clean_qgis, fake_engine, qgis_app, wait_until

__all__ = ["_clean_qgis", "fake_engine", "qgis_app", "wait_until"]

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def server():
    try:
        with running_server() as started:
            yield started
    except NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def logins(server, qgis_app):
    """Connections of the owner and of both analysts: their passwords are in QGIS's authentication manager alone."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("test-master", True):
        pytest.skip("this QGIS has no authentication database")
    uris = {}
    for role in (OWNER, *ANALYSTS):
        config = QgsAuthMethodConfig("Basic")
        config.setName(role)
        config.setConfig("username", role)
        config.setConfig("password", server.password(role))
        stored = manager.storeAuthenticationConfig(config)
        config = stored[1] if isinstance(stored, tuple) else config
        uris[role] = f"dbname='mining' host={server.socket} port={PORT} authcfg={config.id()}"
    return uris


def square(column: float, row: float, side: float = 0.001) -> str:
    west, south = -69 + column * 0.001, -22 + row * 0.001
    east, north = west + side, south + side
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


@pytest.fixture
def project_file(qgis_app, tmp_path):
    """A project file in which six sectors were drawn through the plugin, so that its log has six rows."""
    from qgis.core import QgsGeometry

    from mining_monitor.adapter import project_store
    from mining_monitor.adapter.edits import EditSession
    from mining_monitor.adapter.snapshots import Change, Snapshot
    from tests.qgis.adapter.makers import sector_values

    path = tmp_path / "pit.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    session = EditSession(layer, editor=lambda: "Ana")
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    changes = []
    for number in range(6):
        values = {**dict.fromkeys(names), **sector_values(5, 0.5), "uuid": f"s{number}", "Name": f"Pit 'ä\\{number}"}
        changes.append(Change(None, Snapshot(values, QgsGeometry.fromWkt(square(2 * number, 0)))))
    session.apply("draw", changes)
    session.close()
    return path


@pytest.fixture
def place(logins, project_file):
    """The file, published by the owner for both analysts."""
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.adapter.shared_project.publishing import publish

    made = SharedPlace(logins[OWNER], f"pit_{next(_NUMBERS)}")
    assert publish(project_file, made, ANALYSTS) == 6
    return made


@pytest.fixture
def analyst(place, logins):
    """Open the shared project as one of the analysts: a layer and its session, as another QGIS has them."""
    from qgis.core import QgsProject

    from mining_monitor.adapter.messages import messenger
    from mining_monitor.adapter.shared_project.opening import show
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.adapter.shared_project.session import SharedSession

    opened = []

    def open_as(role):
        project = QgsProject()
        own = SharedPlace(logins[role], place.schema)
        layer = show(own, project)[0]
        session = SharedSession(layer, own, editor=lambda: role.title())
        session.project = project
        opened.append(session)
        return session

    yield open_as
    for session in opened:
        session.close()
        session.project.clear()
    messenger()


@pytest.fixture
def anna(analyst):
    return analyst("anna")


@pytest.fixture
def bert(analyst):
    return analyst("bert")


@pytest.fixture
def log(server, place):
    """Read the shared log from outside QGIS."""

    def read():
        text = server.psql(
            f"SELECT coalesce(json_agg(l ORDER BY seq), '[]') FROM {place.schema}.log l"  # numbers stay numbers
        )
        return json.loads(text)

    return read
