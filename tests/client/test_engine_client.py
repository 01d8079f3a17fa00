"""The client against real processes that speak, lie, die and hang (fake_engine.py)."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from mining_monitor.client.engine import EngineClient
from mining_monitor.client.handles import Finished, LogEvent
from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import (
    CancelledError,
    ContractError,
    EngineDiedError,
    EngineMissingError,
    MiningMonitorError,
    ModelMissingError,
    ProtocolVersionError,
)
from mining_monitor.contract.requests import SampleSceneRequest
from tests.clock import within

FAKE = Path(__file__).with_name("fake_engine.py")


def do(act):
    return SampleSceneRequest(output=act)


def fake_command(greeting="ready"):
    return (sys.executable, "-I", "-X", "utf8", str(FAKE), greeting)


@pytest.fixture
def start(tmp_path):
    clients = []

    def make(greeting="ready", **options):
        options.setdefault("log_file", tmp_path / "engine.log")
        options.setdefault("cancel_seconds", 10.0)
        client = EngineClient(lambda: fake_command(greeting), version="1.2", **options)
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.stop()


@pytest.fixture
def engine(start):
    return start()


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def pid_of(result):
    return int(result.truth.split()[1])


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def wait_until(condition, seconds=50.0):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()


def test_nothing_is_started_before_the_first_request(engine):
    assert not engine.is_running
    assert engine.call(do("ok"), 20).image == "made.tif"
    assert engine.is_running


def test_the_engine_stays_warm_between_requests(engine):
    assert pid_of(engine.call(do("ok"), 20)) == pid_of(engine.call(do("ok"), 20)) == engine.pid


def test_events_come_in_order_and_the_end_comes_last_and_once(engine):
    events = []
    handle = engine.submit(do("progress"), events.append)
    result = handle.wait(20)
    wait_until(lambda: len(events) == 6)
    assert events[:3] == [Progress((i + 1) / 3, "tiles", done=i + 1, total=3) for i in range(3)]
    assert events[3:] == [LogEvent("warning", "a cloud"), Partial("part.geojson", 2), Finished(result)]


def test_call_hands_events_over_in_the_calling_thread(engine):
    threads = []
    engine.call(do("progress"), 20, on_event=lambda event: threads.append(threading.current_thread()))
    assert threads == [threading.current_thread()] * 5


def test_a_listener_that_fails_harms_no_request(engine, caplog):
    handle = engine.submit(do("progress"), lambda event: 1 / 0)
    assert handle.wait(20).image == "made.tif"
    assert "a listener of request 1 failed" in caplog.text


def test_many_requests_wait_their_turn(engine):
    handles = [engine.submit(do(act)) for act in ("ok", "progress", "error", "ok")]
    assert handles[3].wait(20).image == "made.tif"
    with pytest.raises(ModelMissingError) as caught:
        handles[2].wait(0)
    assert caught.value.message == "There is no model x.onnx."
    assert caught.value.facts == {"model": "x.onnx"}


@pytest.mark.parametrize(
    ("act", "kind", "message"),
    [("bad_facts", MiningMonitorError, "Broken."), ("unknown_code", MiningMonitorError, "Something new.")],
)
def test_errors_that_do_not_fit_the_contract_still_tell_their_sentence(engine, act, kind, message):
    with pytest.raises(kind, match=message):
        engine.call(do(act), 20)


@pytest.mark.parametrize("act", ["slow", "quiet_slow"])
def test_cancel_is_answered_by_the_engine_which_stays(engine, act):
    pid = pid_of(engine.call(do("ok"), 20))
    handle = engine.submit(do(act))
    wait_until(lambda: handle.is_sent)
    handle.cancel()
    handle.cancel()
    with pytest.raises(CancelledError):
        handle.wait(50)
    assert pid_of(engine.call(do("ok"), 20)) == pid


@pytest.mark.clock
def test_an_engine_deaf_to_cancel_is_killed_and_the_waiting_request_goes_to_a_new_one(start):
    engine = start(cancel_seconds=0.4)
    pid = pid_of(engine.call(do("ok"), 20))
    deaf = engine.submit(do("deaf"))
    waiting = engine.submit(do("ok"))
    wait_until(lambda: deaf.has_events)
    began = time.monotonic()
    deaf.cancel()
    with pytest.raises(CancelledError):
        deaf.wait(50)
    assert 0.4 <= time.monotonic() - began < within(1.5)
    assert pid_of(waiting.wait(20)) != pid
    wait_until(lambda: not is_alive(pid))


def test_a_request_cancelled_before_it_was_sent_never_reaches_the_engine(start):
    client = start("silent")
    handle = client.submit(do("ok"))
    handle.cancel()
    with pytest.raises(CancelledError, match="before it began"):
        handle.wait(50)


def test_call_asks_should_cancel(engine):
    answers = iter([False, False])
    with pytest.raises(CancelledError):
        engine.call(do("slow"), 20, should_cancel=lambda: next(answers, True))


def test_call_gives_up_after_its_timeout(start):
    engine = start(cancel_seconds=0.4)
    with pytest.raises(EngineDiedError, match=r"no answer within 0.3 s"):
        engine.call(do("deaf"), 0.3)
    assert engine.call(do("ok"), 20).image == "made.tif"


def test_an_engine_has_two_seconds_to_answer_a_cancel():
    assert EngineClient(fake_command).cancel_seconds == 2.0


def test_call_cancels_its_request_when_the_caller_fails(engine):
    seen = []

    def listen(event):
        seen.append(event)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.call(do("slow"), 20, on_event=listen)
    assert engine.call(do("ok"), 20).image == "made.tif"


def test_death_in_the_middle_tells_the_last_words_and_the_next_request_starts_a_new_engine(engine, tmp_path):
    with pytest.raises(EngineDiedError) as caught:
        engine.call(do("exit"), 20)
    assert "exit code 3" in caught.value.message
    assert "Traceback: the last words" in caught.value.message
    assert caught.value.facts["exit_code"] == 3
    assert caught.value.facts["stderr"] == ["Traceback: the last words"]
    assert "Traceback: the last words" in (tmp_path / "engine.log").read_text()
    assert engine.call(do("ok"), 20).image == "made.tif"


@pytest.mark.parametrize(
    ("act", "reason", "words"),
    [
        ("oom", "memory", "lack of memory"),
        ("memory_error", "memory", "lack of memory"),
        ("segfault", "crash", "SIGSEGV"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_the_way_an_engine_died_is_guessed(engine, act, reason, words):
    with pytest.raises(EngineDiedError, match=words) as caught:
        engine.call(do(act), 20)
    assert caught.value.facts["reason"] == reason


def test_a_request_that_kills_engines_takes_no_other_with_it(engine):
    poison = engine.submit(do("exit"))
    others = [engine.submit(do("ok")) for _ in range(3)]
    with pytest.raises(EngineDiedError):
        poison.wait(20)
    assert [other.wait(20).image for other in others] == ["made.tif"] * 3


def test_silent_killers_in_a_row_end_one_by_one(engine):
    handles = [engine.submit(do("segfault")) for _ in range(3)]
    for handle in handles:
        with pytest.raises(EngineDiedError):
            handle.wait(30)


@pytest.mark.parametrize("act", ["garbage", "huge_number"])
def test_garbage_between_the_lines_is_ignored(engine, act):
    assert engine.call(do(act), 20).image == "made.tif"


def test_the_first_of_two_ends_counts(engine):
    events = []
    assert engine.submit(do("two_finals"), events.append).wait(20).image == "first.tif"
    assert engine.call(do("ok"), 20).image == "made.tif"
    assert len(events) == 1


@pytest.mark.parametrize("act", ["wrong_result", "bad_utf8", "too_long"])
def test_an_answer_that_cannot_be_read_ends_its_request(engine, act):
    with pytest.raises(ContractError):
        engine.call(do(act), 30)
    assert engine.call(do("ok"), 20).image == "made.tif"


def test_half_a_line_is_no_answer(engine):
    with pytest.raises(EngineDiedError):
        engine.call(do("partial_line"), 20)


def test_a_line_may_come_byte_by_byte(engine):
    assert engine.call(do("byte_by_byte"), 20).image == "cañón.tif"


@pytest.mark.parametrize(("greeting", "update"), [("newer", "plugin"), ("older", "engine"), ("nonsense", "engine")])
def test_another_protocol_version_is_refused_and_says_which_side_to_update(start, greeting, update):
    with pytest.raises(ProtocolVersionError, match=f"Update the {update}") as caught:
        start(greeting).call(do("ok"), 20)
    assert caught.value.facts["update"] == update


def test_an_engine_that_refuses_us_says_why(start):
    with pytest.raises(ProtocolVersionError, match=r"Update the plugin\."):
        start("refuse").call(do("ok"), 20)


def test_an_engine_that_never_gets_ready_is_given_up(start):
    client = start("silent", start_seconds=0.3)
    with pytest.raises(EngineMissingError, match=r"not get ready within 0.3 s"):
        client.call(do("ok"), 20)
    wait_until(lambda: not client.is_running)


def test_an_engine_that_dies_at_the_start_shows_its_error(start):
    with pytest.raises(EngineDiedError, match=r"while it was starting.*DLL load failed"):
        start("crash").call(do("ok"), 20)


def test_noise_before_the_greeting_is_ignored(start):
    assert start("noisy").call(do("ok"), 20).image == "made.tif"


def test_a_missing_interpreter_is_one_clear_sentence(tmp_path):
    client = EngineClient(lambda: (str(tmp_path / "python"), "x"))
    with pytest.raises(EngineMissingError, match="cannot be started with"):
        client.call(do("ok"), 20)


def test_the_environment_not_being_there_is_the_requests_error():
    def command():
        raise EngineMissingError("Set the engine up.")

    with pytest.raises(EngineMissingError, match="Set the engine up"):
        EngineClient(command).call(do("ok"), 20)


def test_a_request_that_is_no_json_is_refused_at_once(engine):
    with pytest.raises(ContractError):
        engine.submit(SampleSceneRequest(output="ok", gsd_m=float("nan")))
    assert engine.call(do("ok"), 20).image == "made.tif"


def test_stop_ends_the_engine_and_cancels_what_is_open(engine):
    pid = pid_of(engine.call(do("ok"), 20))
    handle = engine.submit(do("deaf"))
    wait_until(lambda: handle.has_events)
    engine.stop()
    with pytest.raises(CancelledError):
        handle.wait(0)
    assert not is_alive(pid)
    assert not engine.is_running


def test_an_engine_that_does_not_want_to_end_is_killed(engine):
    pid = pid_of(engine.call(do("deaf_to_the_end"), 20))
    engine.stop(seconds=0.3)
    assert not is_alive(pid)


def test_stop_twice_and_a_start_afterwards_work(engine):
    first = pid_of(engine.call(do("ok"), 20))
    engine.stop()
    engine.stop()
    assert pid_of(engine.call(do("ok"), 20)) != first


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX's")
def test_what_the_engine_started_ends_with_it(engine):
    child = int(engine.call(do("grandchild"), 20).image)
    assert is_alive(child)
    engine.stop()
    wait_until(lambda: not is_alive(child))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files in /proc")
def test_twenty_starts_and_ends_leak_no_file_and_no_thread(start):
    client = start()
    client.call(do("ok"), 20)
    client.stop()
    files, threads = open_files(), threading.active_count()
    for act in ["ok", "exit", "segfault", "two_finals"] * 3:
        try:
            client.call(do(act), 20)
        except EngineDiedError:
            continue
        client.stop()
    client.stop()
    wait_until(lambda: threading.active_count() <= threads)
    assert open_files() == files


def test_standard_error_goes_to_a_log_that_stays_small(engine, tmp_path):
    engine.call(do("chatter"), 20)
    engine.stop()
    sizes = {path.name: path.stat().st_size for path in tmp_path.glob("engine.log*")}
    assert set(sizes) == {"engine.log", "engine.log.1"}
    assert all(size <= 1_100_000 for size in sizes.values())


def test_the_engine_sees_none_of_qgis_variables(start, monkeypatch):
    import json

    for name in ("PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH", "QGIS_PREFIX_PATH"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("MINING_MONITOR_TEST", "kept")
    seen = json.loads(start().call(do("environment"), 20).image)
    assert not [name for name in seen if name.startswith(("PYTHON", "PROJ", "GDAL", "QT", "QGIS"))]
    assert seen["MINING_MONITOR_TEST"] == "kept"
