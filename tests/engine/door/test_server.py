"""The door as the plugin meets it: the real process, its lines, its end."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.clock import within

ROOT = Path(__file__).resolve().parents[3]


class Door:
    """The engine's process and its lines."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mining_monitor.engine", "serve"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            encoding="utf-8",
        )  # fmt: skip
        self._timer = threading.Timer(300, self.process.kill)
        self._timer.start()

    def send(self, text: str) -> None:
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def ask(self, number: int, kind: str, **body) -> None:
        self.send(json.dumps({"id": number, "type": kind, **body}))

    def read(self) -> dict:
        return json.loads(self.process.stdout.readline())

    def final(self, number: int) -> dict:
        while True:
            event = self.read()
            if event["id"] == number and event["type"] in ("result", "error", "cancelled"):
                return event

    def close(self) -> int:
        self._timer.cancel()
        if self.process.poll() is None:
            self.process.stdin.close()
        code = self.process.wait(120)
        self.process.stdout.close()
        return code


@pytest.fixture
def engine():
    connection = Door()
    yield connection
    connection.close()


def test_the_engine_greets_with_its_protocol_and_process(engine):
    engine.ask(0, "hello", protocol=1, version="0")
    ready = engine.read()
    assert (ready["type"], ready["protocol"], ready["pid"]) == ("ready", 1, engine.process.pid)


def test_a_client_of_another_protocol_is_told_what_to_update(engine):
    engine.ask(0, "hello", protocol=0)
    assert "update the plugin" in engine.read()["message"]
    engine.ask(0, "hello", protocol=99)
    assert "update the engine" in engine.read()["message"]


@pytest.mark.parametrize(
    "line",
    [
        "nonsense", "[]", '{"id": "1", "type": "info"}', '{"type": "info"}', '{"id": 4}', "[" * 5000, "\x00\xff",
        '{"id":1e400,"type":"x"}',
    ],
    ids=["no json", "a list", "a text id", "no id", "no type", "deep nesting", "bytes", "huge number"],
)  # fmt: skip
def test_a_broken_line_is_answered_and_the_engine_goes_on(engine, line):
    engine.send(line)
    answer = engine.read()
    assert (answer["type"], answer["code"]) == ("error", "contract")
    engine.ask(0, "hello", protocol=1)
    assert engine.read()["type"] == "ready"


@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        ("detekt", {"request": {}}, "detekt"),
        ("detect", {"request": {"image": {"path": 3}}}, "image.path"),
        ("detect", {"request": {}}, "image is missing"),
        ("export-geojson", {"request": {"input": "a", "output": "b", "states": "draft"}}, "states"),
        ("detect", {}, "object"),
        ("detect", {"request": {"image": {"path": "a"}, "min_confidence": 10**400}}, "min_confidence"),
    ],
)
def test_a_request_that_does_not_fit_the_contract_is_named(engine, kind, body, sentence):
    engine.ask(5, kind, **body)
    answer = engine.final(5)
    assert answer["code"] == "contract"
    assert sentence in answer["message"]


def test_an_image_that_is_not_there_ends_in_one_sentence(engine, tmp_path):
    missing = str(tmp_path / "nowhere.tif")
    engine.ask(6, "describe-image", request={"image": {"path": missing}})
    answer = engine.final(6)
    assert answer["code"].startswith("image")
    assert "nowhere.tif" in answer["message"]


@pytest.mark.clock
def test_a_cancelled_request_ends_within_a_second_and_leaves_no_file(engine, tmp_path):
    engine.ask(7, "sample-scene", request={"output": str(tmp_path / "a.tif"), "width": 2048, "height": 2048})
    engine.ask(8, "sample-scene", request={"output": str(tmp_path / "b.tif"), "width": 256, "height": 256})
    while engine.read()["type"] != "progress":
        pass
    engine.ask(8, "cancel")
    asked = time.monotonic()
    engine.ask(7, "cancel")
    assert engine.final(7)["type"] == "cancelled"
    assert time.monotonic() - asked < within(1)
    assert engine.final(8)["type"] == "cancelled"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.clock
def test_the_engine_ends_when_its_input_closes_even_in_the_middle_of_work(engine, tmp_path):
    engine.ask(9, "sample-scene", request={"output": str(tmp_path / "scene.tif"), "width": 4096, "height": 4096})
    started = time.monotonic()
    assert engine.close() == 0
    assert time.monotonic() - started < within(5)
    assert not (tmp_path / "scene.tif").exists()


def test_shutdown_ends_the_engine(engine):
    engine.ask(0, "shutdown")
    assert engine.process.wait(120) == 0
