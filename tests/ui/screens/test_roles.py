"""What each role is shown: its places and acts, all of which it may do, and no way to anything else."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import permission
from desktop_app.application.permission import NotAllowed
from desktop_app.composition import Office
from desktop_app.domain.role import ALLOWED, Role
from desktop_app.domain.role import Act as RoleAct
from desktop_app.main import Door
from desktop_app.storage import store as storage
from desktop_app.storage.store import open_store
from desktop_app.ui.case_view import SHOWN
from desktop_app.ui.contact_dialog import ContactDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_reach import DeskReach
from desktop_app.ui.desk_shell import desk_shell
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, GAPS, HELP, SETTINGS, TODAY
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.settings_page import ME, PHRASES, TEAM
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_wing import CASE
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import focused, open_at_the_keyboard, open_dialog, press, texts_shown, type_text
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore, today

PLACES = (TODAY, CASES, ARRIVALS, FOLLOW_UPS, GAPS, HELP, SETTINGS)
OF_ROLE = {
    Role.LEADER: set(PLACES),
    Role.CASEWORKER: set(PLACES),
    Role.RECEPTION: {CASES, ARRIVALS, HELP, SETTINGS},
    Role.ADMINISTRATOR: {HELP, SETTINGS},
    Role.AUDITOR: {TODAY, CASES, FOLLOW_UPS, GAPS, HELP, SETTINGS},
}
READERS = (Role.RECEPTION, Role.ADMINISTRATOR, Role.AUDITOR)
HOMES = {Role.RECEPTION: CASES, Role.ADMINISTRATOR: SETTINGS}
LEAVING = {"Lås", "Hent en sikkerhedskopi frem …"}
"""Acts that lock: their own tests do them."""


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[RoleAct]:
    """Every act that was asked for and refused."""
    asked = list[RoleAct]()

    def permit(role: Role | None, act: RoleAct) -> None:
        try:
            permission.permit(role, act)
        except NotAllowed:
            asked.append(act)
            raise

    monkeypatch.setattr(storage, "permit", permit)
    return asked


OpenAs = Callable[[Role], Desk]


@pytest.fixture
def open_as(
    qtbot: QtBot,
    theme: Theme,  # noqa: ARG001 - put back afterwards
    demo_store: DemoStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenAs]:
    """Opens a store of one's own in a role."""
    path = shutil.copytree(demo_store.path.parent, tmp_path / "copy") / demo_store.path.name
    windows = list[MainWindow]()

    def open_in(role: Role) -> Desk:
        for window in windows:
            window.close()
        monkeypatch.setattr(storage, "role_of", lambda *_of: role)
        windows.append(window := MainWindow(Door(path), today))
        open_at_the_keyboard(window, qtbot)
        window.unlocking.try_password(USER, PASSWORD)
        assert window.desk is not None
        return window.desk

    yield open_in
    windows[-1].close()


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def close_dialogs() -> None:
    while open_now := dialogs():
        open_now[-1].reject()


def do_every_act(desk: Desk) -> None:
    for act in list(desk.acts()):
        if act.is_possible() and act.title not in LEAVING:
            act.do()
            close_dialogs()


def press_every_button(desk: Desk, page: QWidget) -> None:
    """Press what can be seen, and come back each time."""
    key = desk.page_key
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled():
            button.click()
            close_dialogs()
            if desk.page_key != key:
                return


def words_of_buttons(root: QWidget) -> set[str]:
    return {button.text() for button in root.findChildren(QAbstractButton) if button.isVisible() and button.text()}


# What is there -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CASEWORKER, *READERS], ids=str)
def test_what_a_role_is_offered_it_may_do(
    open_as: OpenAs, refused: list[RoleAct], demo_store: DemoStore, role: Role
) -> None:
    desk = open_as(role)
    assert desk.page_key == HOMES.get(role, TODAY)
    assert {place for place in PLACES if reaches(desk, place)} == OF_ROLE[role]
    assert all(act.needs is None or role in ALLOWED[act.needs] for act in desk.acts())

    for place in OF_ROLE[role] if role in READERS else (TODAY,):
        desk.go_to(place)
        do_every_act(desk)
    if desk.may(RoleAct.OPEN_CASE):
        desk.open_case(demo_store.case_number)
        do_every_act(desk)

    assert refused == []


def reaches(desk: Desk, place: str) -> bool:
    """Go to a place and tell whether one came there."""
    desk.go_to(HELP if place != HELP else SETTINGS)
    desk.go_to(place)
    return desk.page_key == place


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.AUDITOR], ids=str)
def test_every_button_a_role_sees_it_may_press(
    open_as: OpenAs, refused: list[RoleAct], demo_store: DemoStore, role: Role
) -> None:
    desk = open_as(role)
    for place in OF_ROLE[role] - {SETTINGS}:
        desk.go_to(place)
        page = desk.shell._pages._pages.currentWidget()
        assert page is not None
        press_every_button(desk, page)
    if desk.may(RoleAct.OPEN_CASE):
        for tab in SHOWN:
            desk.open_case(demo_store.case_number, tab)
            press_every_button(desk, desk.case_wing.view)

    assert refused == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEADER], ids=str)
def test_the_keys_of_what_is_not_offered_do_nothing(
    open_as: OpenAs, refused: list[RoleAct], demo_store: DemoStore, role: Role
) -> None:
    keys = {act.keys for act in open_as(Role.LEADER).acts() if act.keys} | {"Ctrl+P", "Ctrl+Return", "Ctrl+4"}
    desk = open_as(role)
    keys -= {act.keys for act in desk.acts()}
    if Role.CASEWORKER is role:
        keys -= {"Ctrl+Return", "Ctrl+4"}
    else:
        assert {"Ctrl+P", "F2", "F8"} <= keys

    for place in OF_ROLE[role]:
        desk.go_to(place)
        for key in keys:
            QTest.keySequence(focused(), QKeySequence(key))
            assert (desk.page_key, dialogs()) == (place, []), key
    if desk.may(RoleAct.OPEN_CASE):
        desk.open_case(demo_store.case_number)
        for key in keys:
            QTest.keySequence(focused(), QKeySequence(key))
            assert (desk.page_key, dialogs()) == (CASE, []), key

    assert refused == []


def test_help_lists_no_key_that_does_nothing(open_as: OpenAs) -> None:
    desk = open_as(Role.ADMINISTRATOR)
    desk.go_to(HELP)

    shown = texts_shown(desk)

    assert "Lås" in shown
    assert "Vælg også opgaven" not in shown
    assert "frase" not in shown


# Caseworker ----------------------------------------------------------------------------------------------------------


def test_a_caseworker_is_not_shown_what_only_leaders_may(open_as: OpenAs, demo_store: DemoStore) -> None:
    desk = open_as(Role.CASEWORKER)
    assert not {"Slet en person oprettet ved en fejl …", "Gennemgå, hvor længe sager gemmes …"} & {
        act.title for act in desk.acts()
    }
    desk.open_case(demo_store.case_number)
    [head] = [desk.case_wing.view._head]
    assert head is not None

    head._open_menu()

    entries = [action.text() for action in head._menu.actions()]
    assert any(entry.startswith("Indsigt") for entry in entries)
    assert not any(entry.startswith("Slet") for entry in entries)
    head._menu.close()
    desk.settings_wing.open(TEAM)
    assert desk.settings_wing.page.section == ME
    desk.settings_wing.open(PHRASES)
    assert desk.settings_wing.page.section == PHRASES


# Reception -----------------------------------------------------------------------------------------------------------


def test_reception_finds_who_the_caseworker_is_and_no_more(open_as: OpenAs, demo_store: DemoStore) -> None:
    desk = open_as(Role.RECEPTION)
    table = desk.case_list_wing.page.findChild(RowsTable)
    assert table is not None
    model = table.model()
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    assert titles == ["Navn", "Sagsnr.", "Født", "Sprog", "Ansvarlig"]

    type_text(demo_store.case_number)
    press(Qt.Key.Key_Return)

    dialog = open_dialog(ContactDialog)
    said = texts_shown(dialog)
    assert f"sag {demo_store.case_number}" in said
    assert "Sagens indhold er for sagsbehandlerne." in said
    assert desk.page_key == CASES
    press(Qt.Key.Key_Escape)
    assert dialogs() == []


def test_what_reception_records_has_no_caseworker_and_leads_back_to_the_arrivals(open_as: OpenAs) -> None:
    desk = open_as(Role.RECEPTION)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    for text in ("Rima", "Al-Hassan", "", "0101900001", "", "syr", "arabisk", "", "f", "171126"):
        type_text(text)
        press(Qt.Key.Key_Tab)

    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert desk.page_key == ARRIVALS
    assert "Sagen er oprettet" in desk.shell.done_bar._text.text()
    [line] = desk.find_cases("Rima Al-Hassan")
    assert line.responsible_caseworker is None
    desk.open_case(line.case_number)
    assert "Ingen er ansvarlig for sagen endnu." in texts_shown(open_dialog(ContactDialog))
    close_dialogs()


# Administrator -------------------------------------------------------------------------------------------------------


def test_the_administrator_finds_nobody(open_as: OpenAs, demo_store: DemoStore) -> None:
    desk = open_as(Role.ADMINISTRATOR)
    assert desk.page_key == SETTINGS

    desk.search()
    type_text(demo_store.family_name)

    assert f"Ingen resultater for »{demo_store.family_name}«" in texts_shown(desk)
    assert not desk.find_cases(demo_store.family_name)
    desk.quick_open_wing.list.close_list()


# Auditor -------------------------------------------------------------------------------------------------------------


def test_the_auditor_reads_every_part_of_a_case_and_meets_no_name(open_as: OpenAs, demo_store: DemoStore) -> None:
    desk = open_as(Role.AUDITOR)
    assert "Tilsyn: navne er skjult" in texts_shown(desk)

    for tab in SHOWN:
        desk.open_case(demo_store.case_number, tab)
        shown = texts_shown(desk)
        assert "N. N." in shown
        assert demo_store.family_name not in shown
        assert "Intet CPR-nummer" not in shown
        assert not {
            "Vis udskrift …",
            "Registrer …",
            "Mere",
            "Ny opfølgning",
            "Ret …",
            "Vis referat …",
            "Vis og gem …",
            "Tilføj til familien …",
            "Ret stamdata",
        } & words_of_buttons(desk.case_wing.view)


def test_the_band_of_the_auditor_stands_beside_that_of_made_up_people(demo_store: DemoStore) -> None:
    with Office(open_store(demo_store.path, user=USER, password=PASSWORD)) as office:
        office.store.role = Role.AUDITOR
        reach = DeskReach(office.role, QWidget())
        shell = desk_shell(office, reach)
        office.municipality = replace(office.municipality, fictional=False)
        alone = desk_shell(office, reach)

    assert [label.text() for label in shell.findChildren(QLabel) if "Tilsyn" in label.text()] == [
        "EKSEMPELDATA · Tilsyn: navne er skjult"
    ]
    assert [label.text() for label in alone.findChildren(QLabel) if "Tilsyn" in label.text()] == [
        "Tilsyn: navne er skjult"
    ]


# Five people, one store ----------------------------------------------------------------------------------------------


def test_five_people_of_one_store_each_meet_their_own_program(
    qtbot: QtBot,
    theme: Theme,  # noqa: ARG001 - put back afterwards
    demo_store: DemoStore,
    tmp_path: Path,
) -> None:
    path = shutil.copytree(demo_store.path.parent, tmp_path / "copy") / demo_store.path.name
    with Office(open_store(path, user=USER, password=PASSWORD)) as office:
        for role in Role:
            if role is not Role.LEADER:
                person = office.store.keys.add_user(role.value.title(), role.value[:3], PASSWORD, CHEAP)
                office.team.give_role(person.id, role)
    window = MainWindow(Door(path), today)
    open_at_the_keyboard(window, qtbot)
    for role in Role:
        window.unlocking.try_password(USER if role is Role.LEADER else role.value.title(), PASSWORD)
        desk = window.desk
        assert desk is not None
        assert desk.office.role is role
        assert desk.page_key == HOMES.get(role, TODAY)
        desk.open_case(demo_store.case_number)
        assert (desk.page_key == CASE) is desk.may(RoleAct.OPEN_CASE)
        close_dialogs()
        window.lock()
    window.close()
