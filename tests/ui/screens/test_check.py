"""Kontrol in the real window: uses drawn from the log, marked and printed by keyboard, and the file checked."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.application.ports import LogAction
from desktop_app.composition import Office
from desktop_app.ui.accessibility import unnamed_widgets
from desktop_app.ui.check_section import CheckSection
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import SETTINGS
from desktop_app.ui.may import RoleAct
from desktop_app.ui.settings_page import CHECK, SettingsPage
from desktop_app.ui.wings.check_wing import CHECK_PREVIEW, CheckWing
from tests.ui.screens.at_the_keyboard import focused, press, texts_shown
from tests.ui.screens.conftest import USER, today

LONG = (date(2020, 1, 1), date(2099, 12, 31))
OTHER = "Lars Øst"


@pytest.fixture
def wing(desk: Desk) -> CheckWing:
    """The section, over a log in which somebody else has opened a case."""
    store = cast("Office", desk.office).store
    own, store._writer = store._writer, store._writer._replace(user=OTHER)
    with store.work() as unit:
        unit.note(LogAction.OPENED_CASE, store.read.case_ids()[0])
        unit.commit()
    store._writer = own
    desk.settings_wing.open_check()
    return desk.settings_wing.check


@pytest.fixture
def section(desk: Desk, wing: CheckWing) -> CheckSection:
    assert wing
    return desk.settings_wing.page.check


def draw(section: CheckSection, wing: CheckWing, qtbot: QtBot) -> None:
    section.show_asked(*LONG, "500")
    section._size.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wing._step is None)


def go_to_use_of(section: CheckSection, user: str) -> None:
    rows = section._table._rows
    row = next(row for row in range(rows.rowCount()) if rows.text_at(row, 1) == user)
    assert section._table.select(rows.id_at(row))


def test_a_spot_check_is_drawn_marked_and_printed_by_keyboard(
    desk: Desk, wing: CheckWing, section: CheckSection, qtbot: QtBot
) -> None:
    assert "Der er ikke trukket noget endnu" in texts_shown(section)
    draw(section, wing, qtbot)
    assert " opslag fra 01.01.2020 til 31.12.2099." in texts_shown(section)

    section._table.setFocus()
    go_to_use_of(section, OTHER)
    press(Qt.Key.Key_Return)
    assert focused() is section.pane._fine
    qtbot.waitUntil(lambda: OTHER in texts_shown(section.pane))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: "Skal undersøges (Mette Jensen," in texts_shown(section.pane))
    assert "Det står nu i loggen, hvad du fandt." in texts_shown(desk)
    section._print.click()
    assert desk.page_key == CHECK_PREVIEW
    assert "Stikprøve af loggen" in texts_shown(wing.paper.page)
    desk.go_back()
    assert (desk.page_key, desk.settings_wing.page.section) == (SETTINGS, CHECK)


def test_nobody_marks_their_own_use(wing: CheckWing, section: CheckSection, qtbot: QtBot) -> None:
    draw(section, wing, qtbot)
    go_to_use_of(section, USER)

    section.pane._fine.click()

    assert "Det er dit eget opslag." in texts_shown(section)


def test_what_is_missing_is_said_at_its_field_and_nothing_is_drawn(wing: CheckWing, section: CheckSection) -> None:
    section._size.setText("mange")

    section._draw.click()

    assert wing._step is None
    assert "Skriv, hvor mange opslag der skal trækkes" in texts_shown(section)


def test_the_file_is_checked_beside_the_log(wing: CheckWing, section: CheckSection, qtbot: QtBot) -> None:
    section._verify.click()
    assert not section._draw.isEnabled()
    qtbot.waitUntil(lambda: wing._step is None)

    assert "Filen er hel." in texts_shown(section)
    assert section._draw.isEnabled()


def test_locking_ends_what_is_under_way(wing: CheckWing, section: CheckSection) -> None:
    section._verify.click()

    wing.end()

    assert not wing._between.isActive()


def test_who_may_not_check_has_no_tab_to_check_in(qtbot: QtBot) -> None:
    page = SettingsPage(today, lambda act: act is not RoleAct.CHECK_USE)
    qtbot.addWidget(page)

    assert "Kontrol" not in [page._tabs._strip.tabText(tab) for tab in range(page._tabs._strip.count())]


def test_everything_has_a_name(wing: CheckWing, section: CheckSection, qtbot: QtBot) -> None:
    draw(section, wing, qtbot)

    assert unnamed_widgets(section) == []
