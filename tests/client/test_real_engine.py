"""The client with the real engine, started from a checkout or from an odd place, and ended with its parent."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mining_monitor.client import launch
from mining_monitor.client.engine import EngineClient, engine_command
from mining_monitor.contract import door
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DescribeImageRequest, InfoRequest
from tests.clock import within

PACKAGE = Path(launch.__file__).parent.parent


@pytest.mark.clock
def test_the_real_engine_answers_and_stays(tmp_path):
    client = EngineClient(lambda: engine_command(Path(sys.executable)), log_file=tmp_path / "engine.log", version="0")
    try:
        info = client.call(InfoRequest(), 60)
        assert info.protocol == door.PROTOCOL_VERSION
        assert info.python.startswith(f"{sys.version_info[0]}.{sys.version_info[1]}.")
        with pytest.raises(ImageError):
            client.call(DescribeImageRequest(ImageRef(str(tmp_path / "no.tif"))), 60)
        began = time.monotonic()
        client.call(InfoRequest(), 60)
        assert time.monotonic() - began < within(1.0)
    finally:
        client.stop()


def test_the_engine_starts_from_a_folder_of_any_name_among_plugins_that_hide_libraries(tmp_path):
    copy = tmp_path / "plugins" / "mining_monitor-main (1)"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PACKAGE.parent / "metadata.txt", copy)
    for name in ("numpy", "json", "rasterio"):
        (tmp_path / "plugins" / name).mkdir()
        (tmp_path / "plugins" / name / "__init__.py").write_text("raise ImportError('a plugin, no library')")
    command = (sys.executable, "-I", "-X", "utf8", str(copy / "client" / "launch.py"), "serve")
    client = EngineClient(lambda: command, log_file=tmp_path / "engine.log", version="0")
    try:
        assert client.call(InfoRequest(), 60).protocol == door.PROTOCOL_VERSION
    finally:
        client.stop()


PARENT = """
import sys, time
from pathlib import Path
from mining_monitor.client.engine import EngineClient, engine_command
from mining_monitor.contract.requests import InfoRequest
client = EngineClient(lambda: engine_command(Path(sys.executable)), version="0")
client.call(InfoRequest(), 60)
print(client.pid, flush=True)
if sys.argv[1] == "wait":
    time.sleep(60)
"""


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes the POSIX way")
@pytest.mark.parametrize("way", ["end", "wait"], ids=["parent ends", "parent is killed"])
def test_the_engine_is_never_left_behind(way):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, way], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )  # fmt: skip
    pid = int(parent.stdout.readline())
    if way == "wait":
        parent.send_signal(signal.SIGKILL)
    assert parent.wait(50) == (-signal.SIGKILL if way == "wait" else 0)
    parent.stdout.close()
    deadline = time.monotonic() + 50
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(pid)
