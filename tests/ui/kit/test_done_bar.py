"""What was done is told for a while, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.done_bar import DoneBar
from tests.ui.conftest import Show


class Undo:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def field() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def bar(show: Show, field: QLineEdit) -> DoneBar:
    bar = DoneBar()
    show(field, bar)
    field.setFocus()
    return bar


def test_nothing_is_told_at_first(bar: DoneBar) -> None:
    assert bar.isHidden()
    assert bar.text == ""


def test_what_was_done_is_told_and_the_keyboard_stays_where_it_is(bar: DoneBar, field: QLineEdit) -> None:
    bar.tell("Opgaven er gennemført.")

    assert bar.text == "Opgaven er gennemført."
    assert field.hasFocus()
    assert not bar._link.isVisible()


def test_the_link_undoes_it_once(bar: DoneBar) -> None:
    undo = Undo()
    bar.tell("Opgaven er gennemført.", undo)

    bar._link.click()
    bar._link.click()

    assert undo.times == 1
    assert bar.isHidden()


def test_ctrl_z_undoes_it_from_anywhere_outside_a_field(bar: DoneBar) -> None:
    undo = Undo()
    bar.tell("Opgaven er gennemført.", undo)
    bar._close.setFocus()

    QTest.keyClick(bar._close, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undo.times == 1


def test_ctrl_z_in_a_field_takes_back_what_was_typed_there(bar: DoneBar, field: QLineEdit) -> None:
    undo = Undo()
    QTest.keyClicks(field, "abc")
    bar.tell("Opgaven er gennemført.", undo)

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undo.times == 0
    assert field.text() == ""


def test_what_was_told_before_can_no_longer_be_undone(bar: DoneBar) -> None:
    first, second = Undo(), Undo()
    bar.tell("Det første.", first)
    bar.tell("Det andet.", second)

    bar._link.click()

    assert (first.times, second.times) == (0, 1)


def test_it_goes_by_itself(bar: DoneBar, qtbot: QtBot) -> None:
    bar._time.setInterval(1)

    bar.tell("Opgaven er gennemført.", Undo())

    qtbot.waitUntil(bar.isHidden)
    assert not bar._keys.isEnabled()


def test_it_stays_while_the_keyboard_is_in_it(bar: DoneBar, field: QLineEdit, qtbot: QtBot) -> None:
    bar._time.setInterval(1)
    bar.tell("Opgaven er gennemført.", Undo())
    bar._link.setFocus()

    bar._go_unless_used()
    assert not bar.isHidden()

    field.setFocus()
    qtbot.waitUntil(bar.isHidden)


def test_closing_it_undoes_nothing(bar: DoneBar) -> None:
    undo = Undo()
    bar.tell("Opgaven er gennemført.", undo)

    bar._close.click()

    assert bar.isHidden()
    assert undo.times == 0
