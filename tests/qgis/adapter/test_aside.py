"""Work beside the window: its answer, its errors, and what becomes of it when nobody wants to wait."""

import threading

import pytest

from mining_monitor.adapter.shared_project.aside import done_aside


def test_the_answer_comes_back_and_the_window_was_looked_after():
    may_end, looks = threading.Event(), []

    def look():
        looks.append(threading.current_thread())
        may_end.set()

    assert done_aside(lambda: may_end.wait(60) and 42, look) == 42
    assert set(looks) == {threading.current_thread()}


def test_what_the_work_raises_is_raised_here():
    def fail():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        done_aside(fail, lambda: None)


def test_work_that_nobody_waits_for_any_more_is_done_before_anybody_goes_on():
    may_end, done = threading.Event(), []

    def work():
        may_end.wait(60)
        done.append(True)

    def give_up():
        may_end.set()
        raise RuntimeError("closed")

    with pytest.raises(RuntimeError, match="closed"):
        done_aside(work, give_up)
    assert done == [True]
