"""The program notices that nobody uses it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.idle_watch import IdleWatch, seconds_passed
from tests.ui.conftest import Show


@dataclass
class Clock:
    """A clock that is set by hand."""

    seconds: float = 5_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Heard:
    """What a watch told."""

    left: list[int]
    idle: int = 0

    def hear_left(self, seconds: int) -> None:
        self.left.append(seconds)

    def hear_idle(self) -> None:
        self.idle += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QLineEdit())


@pytest.fixture
def watch(window: QWidget, clock: Clock) -> Iterator[IdleWatch]:  # noqa: ARG001 - keys need a window
    watch = IdleWatch(10, clock)
    watch.begin()
    yield watch
    watch.end()


@pytest.fixture
def heard(watch: IdleWatch) -> Heard:
    heard = Heard([])
    watch.time_left.connect(heard.hear_left)
    watch.idle.connect(heard.hear_idle)
    return heard


def test_nothing_is_said_while_there_is_time(watch: IdleWatch, clock: Clock, heard: Heard) -> None:
    clock.seconds += 8 * 60

    watch.look()

    assert heard == Heard([])


def test_the_last_minute_is_counted_down(watch: IdleWatch, clock: Clock, heard: Heard) -> None:
    clock.seconds += 9 * 60
    watch.look()
    clock.seconds += 1
    watch.look()

    assert heard == Heard([60, 59])


def test_after_ten_minutes_without_use_the_time_is_up_once(watch: IdleWatch, clock: Clock, heard: Heard) -> None:
    clock.seconds += 10 * 60
    watch.look()

    assert heard.idle == 1
    assert not watch._tick.isActive()


def test_a_computer_that_slept_through_the_minutes_is_locked_at_once(
    watch: IdleWatch, clock: Clock, heard: Heard
) -> None:
    clock.seconds += 8 * 60 * 60

    watch.look()

    assert heard == Heard([], idle=1)


def test_a_key_begins_the_count_anew(watch: IdleWatch, clock: Clock, heard: Heard, window: QWidget) -> None:
    clock.seconds += 9.5 * 60
    watch.look()
    handle = window.windowHandle()
    assert handle is not None

    QTest.keyClick(handle, Qt.Key.Key_A)
    clock.seconds += 60
    watch.look()

    assert heard == Heard([30, 0])


def test_staying_begins_the_count_anew(watch: IdleWatch, clock: Clock, heard: Heard) -> None:
    clock.seconds += 9.5 * 60
    watch.look()

    watch.stay()

    assert heard == Heard([30, 0])


def test_keys_in_another_window_of_the_program_count_too(
    watch: IdleWatch, clock: Clock, heard: Heard, show: Show
) -> None:
    dialog = show(QLineEdit())
    clock.seconds += 9.5 * 60
    handle = dialog.windowHandle()
    assert handle is not None

    QTest.keyClick(handle, Qt.Key.Key_A)
    watch.look()

    assert heard == Heard([])


def test_a_watch_that_was_ended_hears_nothing(watch: IdleWatch, clock: Clock, heard: Heard, window: QWidget) -> None:
    watch.end()
    handle = window.windowHandle()
    assert handle is not None
    clock.seconds += 60
    before = watch._last_use

    QTest.keyClick(handle, Qt.Key.Key_A)

    assert watch._last_use == before
    assert heard == Heard([])


def test_it_looks_each_second_by_itself(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    clock.seconds += 10 * 60

    with qtbot.waitSignal(watch.idle, timeout=3_000):
        pass


def test_the_clock_only_goes_forward() -> None:
    before = seconds_passed()

    assert seconds_passed() >= before
