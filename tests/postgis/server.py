"""A real PostgreSQL server with PostGIS in a temporary folder: no service, no TCP, its own user, its own passwords."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Only names the socket; nothing listens on the network.
PORT = 54017

START_S = 60.0

_PR_SET_PDEATHSIG = 1

#: Who works on the shared projects of the tests, and the owner of the server.
OWNER, ANALYSTS = "keeper", ("anna", "bert")


class NoServer(Exception):
    """PostgreSQL or PostGIS is not installed, or this user cannot start one."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    socket: Path
    programs: Path

    def password(self, role: str) -> str:
        return f"word of {role}"

    def psql(self, sql: str, role: str = OWNER) -> str:
        """Run SQL from outside QGIS and return what it prints."""
        done = subprocess.run(
            [str(self.programs / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.socket),
             "-p", str(PORT), "-U", role, "-d", "mining", "-c", sql],
            env={**os.environ, "PGPASSWORD": self.password(role)}, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        if done.returncode:
            raise AssertionError(done.stderr)
        return done.stdout.strip()


def find_programs() -> Path:
    """Return the folder of the newest server that has PostGIS.

    Raises
    ------
    NoServer
    """
    if not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        raise NoServer("PostGIS is not installed: .ci/packages.sh postgis")
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True):
        version = folder.parent.name
        if (folder / "initdb").exists() and Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
            return folder
    raise NoServer("PostgreSQL is not installed: .ci/packages.sh postgis")


def _other_user() -> str | None:
    """Return the user that the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise NoServer("this is root, and there is no user 'postgres' that a server could run as")


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """Start a server, yield it, stop it and remove its folder.

    Raises
    ------
    NoServer
    """
    programs, user = find_programs(), _other_user()
    folder = Path(tempfile.mkdtemp(prefix="mm-pg-"))  # short: the name of a socket has 107 bytes
    try:
        words = folder / "words"
        words.write_text(f"word of {OWNER}\n", encoding="utf-8")
        if user is not None:
            folder.chmod(0o755)
            for each in (folder, words):
                shutil.chown(each, user, pwd.getpwnam(user).pw_gid)
        _run(user, folder, programs / "initdb", "-D", folder / "data", "-U", OWNER, "-A", "scram-sha-256",
             f"--pwfile={words}", "-E", "UTF8", "--no-locale", "--no-sync")  # fmt: skip
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), "-p", str(PORT),
                 "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=40"],
                stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, user=user, cwd=folder,
                preexec_fn=_end_with_parent,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            )  # fmt: skip
        try:
            server = Server(folder, programs)
            _wait(server, process, folder / "log")
            _furnish(server)
            yield server
        finally:
            process.terminate()  # smart: waits for clients, so that a second word is needed
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(1)
            if process.poll() is None:
                process.send_signal(signal.SIGINT)  # fast
                process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _end_with_parent() -> None:
    """Let the kernel end the server when the tests' process dies, however it dies (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


def _run(user: str | None, cwd: Path, *command: object) -> None:
    done = subprocess.run(
        [str(part) for part in command], user=user, cwd=cwd, capture_output=True, text=True, timeout=300,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
    )  # fmt: skip
    if done.returncode:
        raise NoServer(f"{command[0]} failed: {done.stderr[-500:]}")


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        ready = subprocess.run(
            [str(server.programs / "pg_isready"), "-q", "-h", str(server.socket), "-p", str(PORT)], timeout=300
        )
        if ready.returncode == 0:
            return
        time.sleep(0.1)
    raise NoServer(f"the server did not start: {log.read_text(errors='replace')[-1000:]}")


def _furnish(server: Server) -> None:
    environment = {**os.environ, "PGPASSWORD": server.password(OWNER)}
    subprocess.run(
        [str(server.programs / "createdb"), "-h", str(server.socket), "-p", str(PORT), "-U", OWNER, "mining"],
        env=environment, check=True, timeout=300,
    )  # fmt: skip
    roles = ";".join(f"CREATE ROLE {role} LOGIN PASSWORD '{server.password(role)}'" for role in ANALYSTS)
    server.psql(f"CREATE EXTENSION postgis; {roles}")
