"""Two people at one store, one after the other in the real window, and one plan they both write."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import Plan
from desktop_app.main import Door
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.storage.store import create_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sign_dialog import SignDialog
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.plan_wing import PlanWing
from tests.builders import a_case, a_draft
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard, open_dialog, press, texts_shown, type_text
from tests.ui.screens.conftest import PASSWORD, USER, today

CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBER, COLLEAGUE = "2026-019", "Anna Krogh"


class Computer:
    """The window both use; who unlocks it is at work."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.desk: Desk

    def unlock(self, name: str) -> PlanWing:
        """Let somebody unlock and open the plan."""
        self.window.unlocking.try_password(name, PASSWORD)
        assert self.window.desk is not None
        self.desk = self.window.desk
        wing = self.desk.plan_wing
        wing.write(NUMBER, 1)
        wing.page.go_to(FieldPlace(wing.presenter.session.form.goals[0].id, "text"))
        return wing

    def plan(self) -> Plan:
        assert isinstance(self.desk.office, Office)
        with self.desk.office.store.work() as unit:
            return unit.cases.by_number(NUMBER).plans[0]


@pytest.fixture
def computer(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Computer]:  # noqa: ARG001 - theme is put back
    path = tmp_path / "enplan.store"
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    with made.store as store:
        store.keys.add_user(COLLEAGUE, "AK", PASSWORD, CHEAP)
        with store.work() as unit:
            unit.cases.add(a_case(case_number=NUMBER, plans=(a_draft(),), takeover_on=date(2026, 11, 2)))
            unit.commit()
    window = MainWindow(Door(path), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    yield Computer(window)
    window.close()


def test_the_second_is_told_of_the_draft_of_the_first_who_finds_it_again_over_what_was_saved(
    computer: Computer, qtbot: QtBot
) -> None:
    mette = computer.unlock(USER)
    press(Qt.Key.Key_End, CONTROL)
    type_text(" om morgenen")
    assert mette.page._others.isHidden()
    computer.window.lock()

    anna = computer.unlock(COLLEAGUE)
    told = anna.page._others._title.text()
    assert re.match(r"MJ har en kladde på denne plan fra kl\. \d\d\.\d\d\. Du kan godt skrive videre\.", told)
    assert told in texts_shown(anna.page)
    assert unnamed_widgets(anna.page) == []
    qtbot.waitUntil(lambda: clipped_texts(anna.page) == [])
    anna.page._form._department.setFocus()
    press(Qt.Key.Key_End)
    type_text(" og Sprogcenter")
    press(Qt.Key.Key_S, CONTROL)
    computer.window.lock()

    mette = computer.unlock(USER)
    assert (
        "Koordineringsansvarlig forvaltning: Jobcenter → Jobcenter og Sprogcenter" in mette.page._remark._title.text()
    )
    press(Qt.Key.Key_S, CONTROL)

    assert computer.plan().goals[0].text == "Ordinært arbejde i køkken om morgenen"
    assert mette.presenter.session.case.coordinating_department == "Jobcenter og Sprogcenter"
    computer.window.lock()
    assert computer.unlock(COLLEAGUE).page._others.isHidden()


def test_who_registers_the_signatures_is_told_of_the_draft_that_is_left_out(computer: Computer) -> None:
    computer.unlock(USER)
    press(Qt.Key.Key_End, CONTROL)
    type_text(" om morgenen")
    computer.window.lock()
    anna = computer.unlock(COLLEAGUE)
    anna.presenter.make_ready()

    anna.sign(NUMBER, 1)

    said = open_dialog(SignDialog)._others._title.text()
    assert said.endswith("Det, der står i kladden, kommer ikke med i det, der bliver underskrevet.")
