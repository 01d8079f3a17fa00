"""Long work runs in the task manager, can be cancelled, and ends in the main thread exactly once."""

import threading
import time

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QThread

from mining_monitor.adapter import engine_access, tasks
from mining_monitor.contract.errors import CancelledError, EngineDiedError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest, InfoRequest
from mining_monitor.contract.results import EngineInfo
from tests.clock import within

INFO = EngineInfo("1", 1, "3.11", {}, (), {})


@pytest.fixture
def request_of(tmp_path):
    return DetectRequest(image=ImageRef("/data/pit.tif", "Pit"), output=str(tmp_path / "p.gpkg"))


class Ends:
    def __init__(self, source):
        self.seen = []
        self.threads = []
        for name in ("succeeded", "failed", "finished"):
            signal = getattr(source, name, None)
            if hasattr(signal, "connect"):
                signal.connect(lambda value, name=name: self._note(name, value))

    def _note(self, name, value):
        self.seen.append((name, value))
        self.threads.append(QThread.currentThread())


def test_a_task_tells_its_result_in_the_main_thread_once(fake_engine, request_of, wait_until):
    task = tasks.DetectTask(request_of)
    ends, partials, progress = Ends(task), [], []
    task.partial.connect(partials.append)
    task.progressed.connect(progress.append)
    tasks.start(task)
    wait_until(lambda: ends.seen and partials and progress)

    assert [name for name, _ in ends.seen] == ["succeeded"]
    assert ends.seen[0][1].sectors == 1
    assert ends.threads == [QgsApplication.instance().thread()]
    assert progress[0].fraction == 0.5 and partials[0].path == "partial.geojson"
    assert tasks.running() == []


def test_a_task_is_named_after_the_image(fake_engine, request_of):
    assert tasks.DetectTask(request_of).description() == "Detect mining sectors: Pit"


def test_an_error_is_told_as_it_is(fake_engine, request_of, wait_until):
    fake_engine.answers[DetectRequest] = EngineDiedError("The engine stopped.")
    task = tasks.DetectTask(request_of)
    ends = Ends(task)
    tasks.start(task)
    wait_until(lambda: ends.seen)

    assert ends.seen[0][0] == "failed" and isinstance(ends.seen[0][1], EngineDiedError)


@pytest.mark.clock
def test_cancel_ends_a_task_within_a_second(fake_engine, request_of, wait_until):
    fake_engine.seconds = 600
    task = tasks.DetectTask(request_of)
    ends = Ends(task)
    tasks.start(task)
    wait_until(lambda: fake_engine.requests)
    start = time.monotonic()
    task.cancel()
    wait_until(lambda: ends.seen)

    assert time.monotonic() - start < within(1)
    assert ends.seen[0][0] == "failed" and isinstance(ends.seen[0][1], CancelledError)


def test_unloading_cancels_whatever_runs(fake_engine, request_of, wait_until):
    fake_engine.seconds = 600
    made = [tasks.DetectTask(request_of), tasks.RequestTask("Ask", InfoRequest())]
    ends = [Ends(task) for task in made]
    for task in made:
        tasks.start(task)
    wait_until(lambda: len(fake_engine.requests) == 2)

    tasks.cancel_all()
    engine_access.use(None)
    wait_until(lambda: all(end.seen for end in ends))

    assert {type(end.seen[0][1]) for end in ends} == {CancelledError}
    assert fake_engine.is_stopped and tasks.running() == []


def test_waiting_tasks_leave_room_for_qgis_to_draw(fake_engine, request_of, wait_until):
    from qgis.PyQt.QtCore import QRunnable, QThreadPool

    fake_engine.seconds = 600
    pool = QThreadPool.globalInstance()
    made = [tasks.DetectTask(request_of) for _ in range(pool.maxThreadCount())]
    for task in made:
        tasks.start(task)
    wait_until(lambda: len(fake_engine.requests) == len(made))
    drawn = threading.Event()

    class Draw(QRunnable):
        def run(self):
            drawn.set()

    pool.start(Draw())
    assert drawn.wait(60)
    tasks.cancel_all()
    wait_until(lambda: not tasks.running())


def test_a_question_is_answered_in_the_main_thread(fake_engine, wait_until):
    fake_engine.answers[InfoRequest] = INFO
    pending = engine_access.shared().submit(InfoRequest())
    ends, progress = Ends(pending), []
    pending.progressed.connect(progress.append)
    wait_until(lambda: ends.seen)

    assert ends.seen == [("finished", INFO)] and progress[0].fraction == 0.5
    assert ends.threads == [QgsApplication.instance().thread()]


def test_a_dropped_question_is_not_answered(fake_engine, wait_until):
    fake_engine.answers[InfoRequest] = INFO
    pending = engine_access.shared().submit(InfoRequest())
    ends = Ends(pending)
    pending.drop()
    wait_until(lambda: pending not in engine_access._OPEN)

    assert ends.seen == []


def test_a_request_that_cannot_be_sent_fails_like_any_other(qgis_app, wait_until):
    class Broken:
        is_running = False

        def submit(self, request, on_event):
            raise EngineDiedError("No engine.")

        def stop(self):
            pass

    access = engine_access.EngineAccess(Broken)
    ends = Ends(access.submit(InfoRequest()))
    assert ends.seen == []
    wait_until(lambda: ends.seen)

    assert ends.seen[0][0] == "failed"


def test_a_restart_makes_a_client_with_the_new_settings(qgis_app):
    from tests.qgis.adapter.fake_client import FakeClient

    made, heard = [], []

    def make():
        made.append(FakeClient())
        return made[-1]

    access = engine_access.EngineAccess(make)
    access.changed.connect(lambda: heard.append(True))
    first = access.client()
    assert access.client() is first
    access.restart()

    assert first.is_stopped and access.client() is not first and heard == [True]
