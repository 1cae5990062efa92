"""Udskriv flere planer: from the keyboard in Sager to a folder and to the paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.composition import Office
from desktop_app.main import Door
from desktop_app.ui.case_list_page import CaseListPage
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES, TODAY
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.print_plans_dialog import PlansPrintedDialog, PlansProgressDialog, PrintPlansDialog
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.print_plans_wing import PrintPlansWing
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import DemoStore, today

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WARNING = (
    "Filerne indeholder personoplysninger og er ikke krypteret. Gem dem kun på kommunens drev, og slet dem efter brug."
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, demo_store: DemoStore, tmp_path: Path) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    """A window over a store of its own: the first print of a signed plan is kept in it."""
    path = shutil.copytree(demo_store.path.parent, tmp_path / "store") / demo_store.path.name
    window = MainWindow(Door(path), today)
    open_at_the_keyboard(window, qtbot)
    yield window
    window.close()


@pytest.fixture
def page(desk: Desk) -> CaseListPage:
    desk.go_to(CASES)
    desk.case_list_wing.page.focus_table()
    return desk.case_list_wing.page


@pytest.fixture
def wing(desk: Desk) -> PrintPlansWing:
    return desk.case_list_wing.print_plans_wing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "planer"
    folder.mkdir()
    return folder


def choose(folder: Path) -> None:
    """Press the button, and choose a folder where the dialog asks for one."""
    press(Qt.Key.Key_Return, CONTROL)
    [chooser] = dialogs_open(QFileDialog)
    chooser.fileSelected.emit(str(folder))
    chooser.reject()


def with_plans(desk: Desk, count: int) -> list[str]:
    """Return the numbers of so many cases that have a plan."""
    assert isinstance(desk.office, Office)
    read = desk.office.store.read
    return [case.case_number for case in read.cases(read.case_ids()) if case.plans][:count]


def test_shift_down_chooses_cases_and_ctrl_p_asks_where_their_plans_go(page: CaseListPage) -> None:
    press(Qt.Key.Key_Home)
    for _time in range(2):
        press(Qt.Key.Key_Down, SHIFT)
    assert "3 sager valgt" in texts_shown(page)

    press(Qt.Key.Key_P, CONTROL)

    dialog = open_dialog(PrintPlansDialog)
    assert focused() is dialog._scope
    assert dialog._scope.currentText() == "De 3 valgte sager"
    assert WARNING in texts_shown(dialog)


def test_the_button_over_the_list_and_ctrl_k_ask_too(desk: Desk, page: CaseListPage) -> None:
    page._print.setFocus()
    press(Qt.Key.Key_Return)
    dialog = open_dialog(PrintPlansDialog)
    assert dialog._scope.currentText().startswith("Alle versioner, der er klar til underskrift (")
    press(Qt.Key.Key_Escape)

    desk.activateWindow()
    desk.go_to(TODAY)
    QApplication.processEvents()
    press(Qt.Key.Key_K, CONTROL)
    type_text("udskriv flere")
    press(Qt.Key.Key_Return)

    assert open_dialog(PrintPlansDialog)


def test_every_chosen_plan_is_a_file_and_what_had_none_is_named(
    qtbot: QtBot, desk: Desk, page: CaseListPage, folder: Path
) -> None:
    assert isinstance(desk.office, Office)
    numbers = with_plans(desk, 2)
    [without, *_others] = [
        case.case_number for case in desk.office.store.read.cases(desk.office.store.read.case_ids()) if not case.plans
    ]
    page._table.choose([*numbers, without])
    press(Qt.Key.Key_P, CONTROL)
    open_dialog(PrintPlansDialog)

    choose(folder)

    qtbot.waitUntil(lambda: bool(dialogs_open(PlansPrintedDialog)))
    dialog = open_dialog(PlansPrintedDialog)
    said = texts_shown(dialog)
    assert f"2 planer er gemt i {folder}." in said
    assert f"Ingen plan endnu\n{without}" in said
    assert dialogs_open(PlansProgressDialog) == []
    assert sorted(numbers) == sorted(file.stem.split("sag-")[1].removesuffix("_kladde") for file in folder.iterdir())
    press(Qt.Key.Key_Return)
    assert dialogs_open(PlansPrintedDialog) == []
    assert desk.page_key == CASES


def test_where_nothing_is_left_out_the_foot_of_the_window_says_so(
    qtbot: QtBot, desk: Desk, page: CaseListPage, folder: Path
) -> None:
    page._table.choose(with_plans(desk, 2))
    press(Qt.Key.Key_P, CONTROL)
    open_dialog(PrintPlansDialog)

    choose(folder)

    qtbot.waitUntil(lambda: "2 planer er gemt i planer." in texts_shown(desk))
    assert dialogs_open(PlansPrintedDialog) == []


def test_esc_stops_and_whole_files_are_all_there_is(
    qtbot: QtBot, desk: Desk, page: CaseListPage, folder: Path, wing: PrintPlansWing
) -> None:
    page._table.choose(with_plans(desk, 4))
    press(Qt.Key.Key_P, CONTROL)
    open_dialog(PrintPlansDialog)
    choose(folder)
    dialog = open_dialog(PlansProgressDialog)
    qtbot.waitUntil(lambda: wing.presenter.progress[0] >= 1)
    assert " af 4" in texts_shown(dialog)

    assert focused() is dialog._cancel
    press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: bool(dialogs_open(PlansPrintedDialog)))
    said = texts_shown(open_dialog(PlansPrintedDialog))
    assert "Udskrivningen er stoppet" in said
    assert "Ikke nået" in said
    files = list(folder.iterdir())
    assert 1 <= len(files) < 4
    assert all(file.suffix == ".pdf" and file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)


def test_a_folder_that_cannot_be_used_is_told_in_the_dialog(page: CaseListPage, tmp_path: Path) -> None:
    page.choose_first(3)
    press(Qt.Key.Key_P, CONTROL)
    dialog = open_dialog(PrintPlansDialog)

    choose(tmp_path / "ingen")

    assert "Vælg en anden mappe." in texts_shown(dialog)
    assert dialogs_open(PrintPlansDialog) == [dialog]


def test_the_arrows_choose_paper_and_the_printer_is_asked_for_once(
    qtbot: QtBot, desk: Desk, page: CaseListPage, folder: Path, wing: PrintPlansWing
) -> None:
    page._table.choose(with_plans(desk, 2))
    press(Qt.Key.Key_P, CONTROL)
    dialog = open_dialog(PrintPlansDialog)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    assert WARNING not in texts_shown(dialog)

    press(Qt.Key.Key_Return, CONTROL)

    [chooser] = dialogs_open(QPrintDialog)
    assert wing._paper is not None
    wing._paper.printer.setResolution(72)
    for field in chooser.findChildren(QLineEdit, "filename"):  # there is no printer, so a file is asked for
        field.setText(str(folder / "print.pdf"))
    chooser.accept()
    qtbot.waitUntil(lambda: "2 planer er sendt til printeren." in texts_shown(desk))
    assert len(list(folder.iterdir())) == 2
    assert wing._paper is None


def test_who_does_not_choose_a_printer_is_back_in_the_dialog(page: CaseListPage, wing: PrintPlansWing) -> None:
    page.choose_first(2)
    press(Qt.Key.Key_P, CONTROL)
    dialog = open_dialog(PrintPlansDialog)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return, CONTROL)

    dialogs_open(QPrintDialog)[0].reject()

    assert dialogs_open(PrintPlansDialog) == [dialog]
    assert wing._paper is None


def test_locking_stops_the_printing_and_closes_what_is_open(
    desk: Desk, window: MainWindow, page: CaseListPage, folder: Path, wing: PrintPlansWing
) -> None:
    page._table.choose(with_plans(desk, 3))
    press(Qt.Key.Key_P, CONTROL)
    open_dialog(PrintPlansDialog)
    choose(folder)
    was_printing = wing.presenter.is_printing

    window.lock()

    assert was_printing
    assert dialogs_open(PlansProgressDialog) == []
    assert not wing.presenter.is_printing
    assert not wing._between.isActive()


def test_no_more_is_chosen_than_one_case_that_is_found(page: CaseListPage) -> None:
    page.choose_first(3)
    page._bar.let_go.emit()
    assert "valgt" not in texts_shown(page)
    assert page.chosen_numbers() == []

    page.choose_first(3)
    page.set_search("xyzzy")
    assert "valgt" not in texts_shown(page)
    assert page.chosen_numbers() == []
