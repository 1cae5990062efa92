"""What somebody cancels or discards can be had back; what was done is said where it was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.presenters.event_form import EventField
from desktop_app.ui.case_view import CONTRACT
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES
from desktop_app.ui.main_window import MainWindow
from tests.ui.screens.conftest import DemoStore

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(desk: Desk, demo_store: DemoStore) -> Desk:
    """The desk, at a case."""
    desk.open_case(demo_store.case_number)
    return desk


def dialog_in_front(qtbot: QtBot) -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_what_was_typed_in_a_cancelled_dialog_is_had_back_with_ctrl_z(case: Desk, qtbot: QtBot) -> None:
    case.case_wing.record()
    case.case_wing.events.presenter.type(EventField.NOTE, "Samtale med lægen")
    QTest.keyClick(dialog_in_front(qtbot), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None

    case.shell.done_bar.undo_wanted.emit()

    assert case.case_wing.events._place.dialog is not None
    assert case.case_wing.events._place.dialog._note.text() == "Samtale med lægen"
    case.case_wing.events.presenter.close()
    case.drafts.keep_all()  # no draft is left for the next test


def test_a_dialog_in_which_nothing_was_typed_is_just_closed(case: Desk, qtbot: QtBot) -> None:
    case.case_wing.record()

    QTest.keyClick(dialog_in_front(qtbot), Qt.Key.Key_Escape)

    assert not case.shell.done_bar.isVisible()


def test_what_was_done_is_not_said_over_another_case(case: Desk, demo_store: DemoStore) -> None:
    case.say_done("Registreret: samtale.", case.reload)

    case.open_case(next(number for number in numbers(case) if number != demo_store.case_number))

    assert not case.shell.done_bar.isVisible()


def numbers(desk: Desk) -> list[str]:
    return [line.case_number for line in desk.worklist().lines.values()]


def test_tab_comes_to_the_buttons_of_a_case_before_its_parts(case: Desk, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    case.go_to(CASES)
    case.open_case(case.case_wing.view.case_number)
    case.shell._top_bar.findChildren(QWidget)[-1].setFocus()
    case.shell.focus_rail()

    passed = list[str]()
    for _stop in range(12):
        at = QApplication.focusWidget()
        assert at is not None
        passed.append(str(at.property("text") or at.accessibleName()))
        QTest.keyClick(at, Qt.Key.Key_Tab)

    assert passed.index("Ny opfølgning") < passed.index("Sagens dele")


def test_ctrl_enter_in_a_goal_is_the_plan_s_next_step(case: Desk, qtbot: QtBot, demo_store: DemoStore) -> None:
    case.plan_wing.begin_version(demo_store.case_number)
    before = len(case.plan_wing.presenter.session.form.goals)
    at = QApplication.focusWidget()
    assert at is not None

    QTest.keyClick(at, Qt.Key.Key_Return, CONTROL)

    assert len(case.plan_wing.presenter.session.form.goals) == before
    assert "klar til underskrift" in dialog_in_front(qtbot).windowTitle()


def test_once_the_plan_is_ready_the_keyboard_is_at_the_next_step(
    case: Desk, qtbot: QtBot, demo_store: DemoStore
) -> None:
    case.plan_wing.begin_version(demo_store.case_number)
    case.plan_wing.presenter.want_ready()

    QTest.keyClick(dialog_in_front(qtbot), Qt.Key.Key_Return)

    at = QApplication.focusWidget() or case.window().focusWidget()
    assert at is not None
    assert at.property("text") == "Registrér underskrift …"
    case.plan_wing.presenter.reopen()
    case.plan_wing.presenter.discard()
    case.open_case(demo_store.case_number, CONTRACT)
