"""Hosts on loopback, short patience, and nothing that leaves this machine."""

import socket

import pytest

from mining_monitor.engine.imagery.catalogues import addresses, patience
from mining_monitor.engine.imagery.catalogues.patience import Patience
from tests.engine.imagery.catalogues.hosts import Fault, Host

#: Where the tests' Planetary Computer keeps its files: this host, below /sentinel2-l2.
BLOB_HOST = "127.0.0.1"


@pytest.fixture(autouse=True)
def short_patience(request, monkeypatch):
    """Be impatient with hosts that are told to be silent; others get the time that a busy machine needs."""
    parameters = request.node.callspec.params.values() if hasattr(request.node, "callspec") else ()
    is_silent = any(isinstance(value, Fault) and value.kind in ("silent", "drip") for value in parameters)
    read_s = 0.3 if is_silent else 10.0
    short = Patience(
        connect_s=5.0, read_s=read_s, whole_s=4 * read_s, attempts=3, first_wait_s=0.02, longest_wait_s=3.0
    )
    monkeypatch.setattr(patience, "PATIENCE", short)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch):
    """Fail where a test would ask for any other host."""
    ask = socket.getaddrinfo

    def guarded(name, *args, **kwargs):
        if name not in ("127.0.0.1", "localhost"):
            pytest.fail(f"{name} was asked for")
        return ask(name, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", guarded)


@pytest.fixture
def host():
    with Host() as host:
        yield host


@pytest.fixture
def other_host():
    """Another host: another name, another port."""
    with Host(name="localhost") as host:
        yield host


@pytest.fixture
def signed(host, monkeypatch):
    """Make ``host`` a Planetary Computer: files below /sentinel2-l2 open with a signature that it gives."""
    monkeypatch.setattr(addresses, "BLOB_HOSTS", (BLOB_HOST,))
    token = "se=2030-01-01&sp=rl&sig=s3cr3t%2Fsignature%3D"
    host.answers["/api/sas/v1/token/127/sentinel2-l2"] = lambda _: (
        b'{"msft:expiry": "2999-01-01T00:00:00Z", "token": "' + token.encode() + b'"}'
    )
    host.allowed = lambda asked: not asked.path.startswith("/sentinel2-l2") or "sig" in asked.query
    return host
