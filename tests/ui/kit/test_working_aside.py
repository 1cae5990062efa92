"""Work beside the window's own: done on another thread, told on this one, and not told to who is gone."""

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.ui.working_aside import WorkingAside

WAIT_MS = 5_000


@pytest.fixture
def window() -> QObject:
    return QObject()


def test_nothing_is_collected_on_the_other_thread_and_then_again_on_the_windows(qtbot: QtBot, window: QObject) -> None:
    aside, told = WorkingAside(window), list[bool]()

    aside.do(gc.isenabled, lambda outcome: told.append(outcome()))

    qtbot.waitUntil(lambda: told == [False], timeout=WAIT_MS)
    qtbot.waitUntil(gc.isenabled)


def test_work_is_done_on_a_thread_of_its_own_and_told_on_the_windows(qtbot: QtBot, window: QObject) -> None:
    threads: list[threading.Thread] = []
    aside = WorkingAside(window)

    def take(outcome: Callable[[], int]) -> None:
        threads.extend((threading.current_thread(),))
        assert outcome() == 42

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    aside.do(work, take)

    qtbot.waitUntil(lambda: len(threads) == 2, timeout=WAIT_MS)
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()
    assert not aside._look.isActive()


def test_what_the_work_raises_is_raised_where_it_is_asked_for(qtbot: QtBot, window: QObject) -> None:
    outcomes: list[Callable[[], None]] = []
    aside = WorkingAside(window)

    def work() -> None:
        raise ValueError("nej")

    aside.do(work, outcomes.append)

    qtbot.waitUntil(lambda: bool(outcomes), timeout=WAIT_MS)
    with pytest.raises(ValueError, match="nej"):
        outcomes[0]()


def test_what_takes_longer_does_not_keep_the_rest_waiting(qtbot: QtBot, window: QObject) -> None:
    done: list[int] = []
    may_go_on = threading.Event()
    aside = WorkingAside(window)

    def slow() -> int:
        may_go_on.wait()
        return 1

    aside.do(slow, lambda outcome: done.append(outcome()))
    aside.do(lambda: 2, lambda outcome: done.append(outcome()))

    qtbot.waitUntil(lambda: done == [2], timeout=WAIT_MS)
    may_go_on.set()
    qtbot.waitUntil(lambda: done == [2, 1], timeout=WAIT_MS)


def test_who_is_gone_is_told_nothing(qtbot: QtBot, window: QObject) -> None:
    told: list[object] = []
    may_go_on = threading.Event()
    aside = WorkingAside(window)
    aside.do(may_go_on.wait, told.append)

    delete(aside)
    may_go_on.set()
    qtbot.wait(60)

    assert told == []
