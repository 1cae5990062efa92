"""Adgang in the real window over a real store, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.composition import Office
from desktop_app.domain.role import Role
from desktop_app.main import Door
from desktop_app.storage.store import Store, open_store
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.people_dialogs import NewPasswordDialog, NewPersonDialog, NewRoleDialog, RemovalDialog
from desktop_app.ui.people_section import PeopleSection
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.settings_page import BACKUP, PEOPLE
from desktop_app.ui.theme import Theme
from tests.storage.builders import CHEAP, PASSWORD, a_new_store
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import today

HERS, ANOTHER = "fem helt andre ord her", "tredje sætning til alle"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    for change in (StoreKeys.add_user, StoreKeys.set_password):
        monkeypatch.setattr(change, "__defaults__", (CHEAP,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    a_new_store(tmp_path / "sager" / "enplan.store").store.close()
    return tmp_path / "sager" / "enplan.store"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, path: Path) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(path), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    window.unlocking.try_password("", PASSWORD)
    yield window
    window.leaving._has_failed = True  # do not stay for a backup
    window.close()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def section(desk: Desk) -> PeopleSection:
    """The section, with Karen in it and the keyboard at her row."""
    desk.office.team.add("Karen Holm", "KH", Role.CASEWORKER, HERS)
    desk.settings_wing.open(PEOPLE)
    assert desk.settings_wing.page.people is not None
    [table] = desk.settings_wing.page.people.findChildren(RowsTable)
    table.setFocus()
    press(Qt.Key.Key_Down)
    return desk.settings_wing.page.people


def tab(times: int = 1) -> None:
    for _time in range(times):
        press(Qt.Key.Key_Tab)


def opened(path: Path, user: str, password: str) -> Store:
    return open_store(path, user=user, password=password)


def test_somebody_is_added_by_keyboard_and_can_unlock_the_cases(window: MainWindow, desk: Desk, path: Path) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("tilføj person")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    dialog = open_dialog(NewPersonDialog)

    type_text("Karen Holm")
    tab()
    type_text("KH")
    tab()
    type_text("sags")
    assert "Alt arbejde med sagerne" in texts_shown(dialog)
    tab()
    type_text(HERS)
    tab(2)
    type_text(HERS)
    press(Qt.Key.Key_Return)

    assert dialogs_open(FormDialog) == []
    assert "Karen Holm (KH) har adgang som sagsbehandler." in texts_shown(desk)
    assert [person.role for person in desk.office.team.people()] == [Role.LEADER, Role.CASEWORKER]
    window.lock()
    with opened(path, "KH", HERS) as store:
        assert store.role is Role.CASEWORKER


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    desk: Desk, section: PeopleSection, path: Path
) -> None:
    section.add_wanted.emit()
    dialog = open_dialog(NewPersonDialog)
    type_text("Karen Holm")
    tab()
    type_text("XX")
    tab()
    type_text("tilsyn")
    tab()
    type_text(HERS)
    tab(2)
    type_text(HERS)
    press(Qt.Key.Key_Return)

    assert dialogs_open(NewPersonDialog) == [dialog]
    assert "hedder allerede Karen Holm" in texts_shown(dialog)
    tab()
    press(Qt.Key.Key_Return)
    assert focused() is dialog._name
    assert dialog._password.field.text() == HERS
    assert desk.drafts.keep_all() == []
    assert isinstance(desk.office, Office)
    with desk.office.store.work() as unit:
        assert unit.drafts.all() == []
    assert HERS.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())
    press(Qt.Key.Key_Escape)
    assert "kasseret" not in texts_shown(desk)  # nothing is kept to be had back


@pytest.mark.usefixtures("section")
def test_another_role_is_given_with_enter(desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    open_dialog(NewRoleDialog)
    type_text("modt")
    press(Qt.Key.Key_Return)

    assert desk.office.team.people()[1].role is Role.RECEPTION
    assert "har rollen modtagelse fra næste oplåsning" in texts_shown(desk)


def test_a_forgotten_password_is_replaced(window: MainWindow, desk: Desk, section: PeopleSection, path: Path) -> None:
    section._want_password()
    open_dialog(NewPasswordDialog)
    type_text(ANOTHER)
    tab(2)
    type_text(ANOTHER)
    press(Qt.Key.Key_Return)

    assert "har fået en ny adgangskode" in texts_shown(desk)
    window.lock()
    with opened(path, "KH", ANOTHER) as store:
        assert store.role is Role.CASEWORKER


@pytest.mark.usefixtures("section")
def test_somebody_is_removed_with_delete_once_it_is_typed_who(desk: Desk) -> None:
    press(Qt.Key.Key_Delete)
    dialog = open_dialog(RemovalDialog)
    assert "Ældre kopier kan stadig åbnes" in texts_shown(dialog)
    press(Qt.Key.Key_Return)
    assert "Skriv KH, eller behold adgangen." in texts_shown(dialog)
    tab()
    press(Qt.Key.Key_Return)
    type_text("kh")
    press(Qt.Key.Key_Return)

    assert dialogs_open(RemovalDialog) == []
    assert [person.initials for person in desk.office.team.people()] == ["MJ"]
    assert "Karen Holm (KH) har ikke adgang mere." in texts_shown(desk)
    desk.shell.done_bar._following.click()
    assert desk.settings_wing.page.section == BACKUP


def test_where_it_cannot_be_done_the_dialog_says_why_and_nothing_is_changed(
    desk: Desk, section: PeopleSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_keys: object, _holder: object, _also: object) -> None:
        raise StorageUnavailable(StorageTrouble.DISK_FULL)

    monkeypatch.setattr("desktop_app.composition.team_work.StoreTeamKeys.remove", full)
    section._want_removal()
    dialog = open_dialog(RemovalDialog)
    type_text("KH")
    press(Qt.Key.Key_Return)

    assert dialogs_open(RemovalDialog) == [dialog]
    assert "disken er fuld" in texts_shown(dialog)
    assert dialog._primary.isEnabled()
    assert dialog._primary.text() == "Fjern adgangen"
    assert desk.office.team.people()[1].role is Role.CASEWORKER
    monkeypatch.undo()
    dialog.accepted_form.emit()
    assert len(desk.office.team.people()) == 1


def test_oneself_is_told_where_to_go(desk: Desk, section: PeopleSection) -> None:
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)

    assert dialogs_open(FormDialog) == []
    assert "Du kan ikke ændre din egen rolle" in texts_shown(section)
    press(Qt.Key.Key_X)  # another key is the list's own
    assert desk.settings_wing.page.section == PEOPLE


def test_who_may_not_manage_the_team_is_not_shown_it(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.office.team.add("Karen Holm", "KH", Role.CASEWORKER, HERS)
    window.lock()
    qtbot.waitUntil(lambda: window._office is None)
    window.unlocking.try_password("KH", HERS)

    assert window.desk is not None
    window.desk.settings_wing.open()
    assert PEOPLE not in window.desk.settings_wing.page._sections
    assert "Hvem har adgang" not in {act.title for act in window.desk.acts()}
