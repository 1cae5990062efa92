"""Regler og frister in the real window: every rule by keyboard, and what it says where a rule file is damaged."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.composition import Office, stores
from desktop_app.domain.deadline import OPEN
from desktop_app.domain.duties import DutyId
from desktop_app.main import Door
from desktop_app.resource_files import resource
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Link
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.palette import Status
from desktop_app.ui.rules_section import RulesSection
from desktop_app.ui.settings_page import RULES
from desktop_app.ui.standard_dialog import StandardDialog
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.settings_wing import SettingsWing
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore, today


@pytest.fixture
def wing(desk: Desk) -> SettingsWing:
    desk.settings_wing.open(RULES)
    return desk.settings_wing


@pytest.fixture
def section(wing: SettingsWing) -> RulesSection:
    return wing.page.rules


@pytest.fixture
def door(demo_store: DemoStore, tmp_path: Path) -> Door:
    """The store of made-up people, with a place for the last good rules."""
    return Door(demo_store.path, law_copy=tmp_path / "last-good-law.json")


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, door: Door) -> Iterator[Callable[[], MainWindow]]:  # noqa: ARG001 - theme is put back
    opened: list[MainWindow] = []

    def opening() -> MainWindow:
        window = MainWindow(door, today)
        opened.append(window)
        open_at_the_keyboard(window, qtbot)
        window.unlocking.try_password(USER, PASSWORD)
        return window

    yield opening
    for window in opened:
        window.close()


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Damages one of the rule files."""

    def change() -> None:
        for folder in ("law", "texts"):
            shutil.copytree(resource(folder), tmp_path / folder)
        (tmp_path / "law" / "follow_up.toml").write_text("frist = 3", encoding="utf-8")
        monkeypatch.setattr(stores, "resource", tmp_path.joinpath)

    return change


def badges(section: RulesSection) -> list[tuple[Status, str]]:
    return [(badge.status, badge.text()) for badge in section.pane.findChildren(Badge) if badge.isVisible()]


def test_the_rules_are_a_tab_of_the_settings_with_the_first_one_beside_the_list(section: RulesSection) -> None:
    assert section.isVisible()
    assert "19 regler" in texts_shown(section)
    assert section.pane.isVisible()
    assert section.pane.rule_name == "Overtagelse af ansvaret"
    assert (Status.DONE, "Gælder i dag") in badges(section)


def test_a_rule_is_found_and_read_by_keyboard_alone(section: RulesSection) -> None:
    press(Qt.Key.Key_Tab)
    type_text("opfølgning ukraine")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Home)
    assert section.pane.rule_name == "Opfølgning"

    press(Qt.Key.Key_Return)
    assert section.pane.isAncestorOf(focused())

    press(Qt.Key.Key_Escape)
    assert focused().accessibleName() == "Regler"


def test_what_is_not_confirmed_is_said_by_word_and_shape(section: RulesSection) -> None:
    section.open_rule("follow_up")

    assert (Status.SOON, "Ikke efterprøvet") in badges(section)
    assert "Ordlyden er ikke set; ingen dato beregnes" in texts_shown(section.pane)


def test_the_address_of_a_version_is_copied_by_keyboard(section: RulesSection) -> None:
    section.open_rule("follow_up")
    press(Qt.Key.Key_Tab)
    link = focused()
    assert isinstance(link, Link)
    assert link.accessibleName().startswith("Kopiér adressen https://www.retsinformation.dk/")

    press(Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == link.accessibleName().removeprefix("Kopiér adressen ")


def test_the_versions_of_another_day_are_marked(section: RulesSection) -> None:
    section.open_rule("offer.first")
    section._day._line.setFocus()
    type_text("01032019")
    press(Qt.Key.Key_Tab)

    assert [text for _status, text in badges(section) if text.startswith("Gælder")] == ["Gælder den 1. marts 2019"]

    section.look_at(None)
    assert any(text == "Gælder i dag" for _status, text in badges(section))


def test_where_there_is_room_for_one_only_the_versions_cover_the_list_until_they_are_closed(
    window: MainWindow, section: RulesSection
) -> None:
    window.resize(800, 700)
    assert not section.pane.isVisible()

    section._table.setFocus()
    press(Qt.Key.Key_Return)
    assert section.pane.isVisible()
    assert not section._table.isVisible()

    section.pane._close.click()
    assert not section.pane.isVisible()
    assert focused() is section._table


def test_a_search_that_finds_nothing_says_so(section: RulesSection) -> None:
    section.search_for("zebra")

    assert "Ingen resultater for »zebra«" in texts_shown(section)
    section._go_to_table()
    assert not section._table.hasFocus()


def test_the_rules_follow_the_day(desk: Desk, section: RulesSection) -> None:
    section.open_rule("follow_up")

    desk.settings_wing.show_new_day()

    assert section.pane.rule_name == "Opfølgning"


# The municipality's own standard -------------------------------------------------------------------------------------


def local_due(desk: Desk) -> set[date | None]:
    assert isinstance(desk.office, Office)
    found = desk.office.deadlines(today())
    return {one.due_on for one in found if one.duty is DutyId.FOLLOW_UP_LOCAL and one.status in OPEN}


def undo(desk: Desk) -> None:
    """Press Ctrl+Z in the window, where the keyboard is again once the dialog is closed."""
    desk.window().activateWindow()
    QApplication.processEvents()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_standard_is_changed_by_keyboard_looked_at_saved_and_taken_back(desk: Desk, section: RulesSection) -> None:
    before = local_due(desk)
    worklist = desk.worklist()
    section.open_rule("follow_up.local")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    dialog = open_dialog(StandardDialog)
    replace_with("1")
    for field, text in (("warning", "14"), ("from", "01.01.2026"), ("reason", "Udvalget har besluttet det")):
        dialog.form.go_to(field)
        replace_with(text)

    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "sager får en ny frist" in texts_shown(dialog)
    assert dialog._preview._table.model().rowCount() > 1
    assert local_due(desk) == before
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialogs_open(StandardDialog) == []
    assert local_due(desk) != before
    assert desk.worklist() != worklist
    assert "Fra 01.01.2026" in texts_shown(section.pane)
    assert "1 måned efter kontrakten" in texts_shown(section.pane)
    assert "Kommunens standard er gemt: 1 måned fra den 01.01.2026." in texts_shown(desk)

    undo(desk)
    assert local_due(desk) == before
    assert desk.worklist() == worklist
    assert "Fra 01.01.2026" not in texts_shown(section.pane)


def test_only_a_rule_the_municipality_decides_can_be_changed(section: RulesSection) -> None:
    section.open_rule("follow_up")
    assert not section.pane._change.isVisible()

    section.open_rule("follow_up.local")
    assert section.pane._change.isVisible()


def test_what_was_typed_of_a_standard_can_be_had_back(desk: Desk, section: RulesSection) -> None:
    desk.settings_wing.standard.change()
    dialog = open_dialog(StandardDialog)
    dialog.form.go_to("reason")
    type_text("Udvalget")

    press(Qt.Key.Key_Escape)
    assert dialogs_open(StandardDialog) == []
    undo(desk)

    again = open_dialog(StandardDialog)
    assert again._reason.text() == "Udvalget"
    again._reason.set_text("")
    again.reject()
    assert section.isVisible()


# Damaged files -------------------------------------------------------------------------------------------------------


def test_a_damaged_rule_file_is_told_on_every_page_and_the_last_good_rules_are_used(
    open_window: Callable[[], MainWindow], spoil: Callable[[], None]
) -> None:
    window = open_window()
    window.lock()
    spoil()

    window.unlocking.try_password(USER, PASSWORD)

    desk = window.desk
    assert desk is not None
    day = f"{date.today():%Y}"  # noqa: DTZ011 - the copy is of the day the test runs
    [notice] = [
        text
        for text in texts_shown(desk).splitlines()
        if text.startswith("Regelfilen follow_up.toml kunne ikke læses: ")
    ]
    assert "Programmet bruger regelsættet fra den " in notice
    assert notice.endswith(f"{day}.")
    desk.go_to("cases")
    assert notice in texts_shown(desk)

    next(link for link in desk.findChildren(Link) if link.text() == "Se reglerne").click()
    assert desk.settings_wing.page.section == RULES
    section = desk.settings_wing.page.rules
    assert "Her står regelsættet fra den " in texts_shown(section)
    section.open_rule("follow_up")
    assert section.pane.rule_name == "Opfølgning"


def test_without_earlier_rules_nothing_is_opened_and_the_store_is_free_for_others(
    open_window: Callable[[], MainWindow], spoil: Callable[[], None], door: Door
) -> None:
    spoil()

    window = open_window()

    assert window.desk is None
    shown = texts_shown(window)
    assert "Regelfilen follow_up.toml kunne ikke læses: " in shown
    assert "ingen kopi af et tidligere regelsæt" in shown
    assert not Path(f"{door.place}.open.json").exists()


def test_good_files_need_no_notice(open_window: Callable[[], MainWindow]) -> None:
    desk = open_window().desk

    assert desk is not None
    assert "Se reglerne" not in texts_shown(desk)
