"""Gem eller udskriv listen: from the keyboard on I dag to a file and to the paper."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.copy_worklist_out import ListKind
from desktop_app.composition import Office
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES, TODAY
from desktop_app.ui.list_out_dialog import ListOutDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.list_out_wing import LIST_PREVIEW
from tests.ui.screens.at_the_keyboard import dialogs_open, focused, open_dialog, press, texts_shown, type_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WARNING = (
    "Filen indeholder personoplysninger og er ikke krypteret. Gem den kun på kommunens drev, og slet den efter brug."
)


@pytest.fixture
def today_page(desk: Desk) -> QWidget:
    desk.worklist_wing.presenter.reset_filters()
    desk.worklist_wing.page.focus_table()
    return desk.worklist_wing.page


def count(desk: Desk) -> int:
    shown = desk.worklist_wing.presenter.shown()
    assert shown is not None
    return sum(len(group.rows) for group in shown.groups)


def return_to(desk: Desk) -> None:
    """Let the window have the keyboard again: offscreen nobody gives it back when a dialog closes."""
    desk.activateWindow()
    QApplication.processEvents()


def save_as(path: Path) -> None:
    """Press the button, and choose a file where the dialog asks for one."""
    press(Qt.Key.Key_Return, CONTROL)
    [chooser] = dialogs_open(QFileDialog)
    assert chooser.selectedFiles()[0].endswith(f"2026-11-22_Arbejdsliste{path.suffix}")
    chooser.fileSelected.emit(str(path))
    chooser.reject()


@pytest.mark.usefixtures("today_page")
def test_ctrl_shift_e_asks_what_the_list_is_taken_out_as(desk: Desk) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)

    dialog = open_dialog(ListOutDialog)
    said = texts_shown(dialog)
    assert f"Listen, som den vises nu: {count(desk)} opgaver. Hele teamet." in said
    assert WARNING in said
    assert dialog._kind.key() == "xlsx"


@pytest.mark.usefixtures("today_page")
def test_the_button_on_the_page_does_the_same(desk: Desk) -> None:
    button = desk.worklist_wing.page._list_out
    button.setFocus()

    press(Qt.Key.Key_Return)

    assert button.text() == "Gem eller udskriv listen …"
    assert open_dialog(ListOutDialog)


@pytest.mark.usefixtures("today_page")
def test_ctrl_k_offers_it_too(desk: Desk) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("gem eller udskriv")
    press(Qt.Key.Key_Return)

    assert desk.page_key == TODAY
    assert open_dialog(ListOutDialog)


def test_elsewhere_there_is_no_list_to_take_out(desk: Desk) -> None:
    desk.go_to(CASES)

    press(Qt.Key.Key_E, CONTROL | SHIFT)
    desk.worklist_wing.list_out.take_out()

    assert dialogs_open(ListOutDialog) == []


@pytest.mark.usefixtures("today_page")
def test_the_workbook_holds_what_the_filter_leaves(desk: Desk, tmp_path: Path) -> None:
    desk.worklist_wing.presenter.press_count("week")
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    assert "Hele teamet, inden for 7 dage." in texts_shown(open_dialog(ListOutDialog))

    save_as(tmp_path / "liste.xlsx")

    [sheet] = load_workbook(tmp_path / "liste.xlsx").worksheets
    assert sheet.max_row == count(desk) + 1
    assert dialogs_open(ListOutDialog) == []
    assert "Gemt som liste.xlsx. Filen er ikke krypteret, så slet den efter brug." in texts_shown(desk)


@pytest.mark.usefixtures("today_page")
def test_the_csv_is_chosen_with_the_arrows_and_logged(desk: Desk, tmp_path: Path) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    open_dialog(ListOutDialog)

    press(Qt.Key.Key_Right)
    save_as(tmp_path / "liste.csv")

    text = (tmp_path / "liste.csv").read_bytes().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))) == count(desk) + 1
    assert isinstance(desk.office, Office)
    [(action,)] = desk.office.store.connection.rows("SELECT action FROM log ORDER BY seq DESC LIMIT 1")
    assert action == "exported"


@pytest.mark.usefixtures("today_page")
def test_the_calendar_names_people_only_when_asked_and_then_warns(desk: Desk, tmp_path: Path) -> None:
    shown = desk.worklist_wing.presenter.shown()
    assert shown is not None
    family_name = shown.groups[0].rows[0].citizen.partition(",")[0]
    for asked in (False, True):
        return_to(desk)
        press(Qt.Key.Key_E, CONTROL | SHIFT)
        dialog = open_dialog(ListOutDialog)
        while dialog._kind.key() != "ics":
            press(Qt.Key.Key_Right)
        assert WARNING not in texts_shown(dialog)
        press(Qt.Key.Key_Tab)
        assert focused() is dialog._names
        if asked:
            press(Qt.Key.Key_Space)
            assert WARNING in texts_shown(dialog)

        save_as(tmp_path / "liste.ics")

        unfolded = (tmp_path / "liste.ics").read_text(encoding="utf-8").replace("\n ", "")
        assert "Frist sag " in unfolded
        assert (family_name in unfolded) is asked


@pytest.mark.usefixtures("today_page")
def test_a_place_that_cannot_be_written_is_told_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = open_dialog(ListOutDialog)

    save_as(tmp_path / "ingen" / "liste.xlsx")

    assert "Listen kunne ikke gemmes i" in texts_shown(dialog)
    assert dialogs_open(ListOutDialog) == [dialog]
    assert desk.page_key == TODAY


@pytest.mark.usefixtures("today_page")
def test_the_file_with_the_cases_is_refused(desk: Desk) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = open_dialog(ListOutDialog)

    desk.worklist_wing.list_out.presenter.save(Path(desk.office.place))

    assert "hører til filen med sagerne og overskrives aldrig" in texts_shown(dialog)


@pytest.mark.usefixtures("today_page")
def test_who_does_not_choose_a_file_is_back_in_the_dialog(desk: Desk) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = open_dialog(ListOutDialog)
    press(Qt.Key.Key_Return, CONTROL)

    dialogs_open(QFileDialog)[0].reject()

    assert dialogs_open(ListOutDialog) == [dialog]
    dialog.activateWindow()
    press(Qt.Key.Key_Escape)
    assert dialogs_open(ListOutDialog) == []
    assert desk.page_key == TODAY


@pytest.mark.usefixtures("today_page")
def test_ctrl_p_on_the_list_goes_by_the_dialog_to_the_paper_and_esc_back(desk: Desk, tmp_path: Path) -> None:
    press(Qt.Key.Key_P, CONTROL)
    dialog = open_dialog(ListOutDialog)
    assert dialog._kind.key() == "pdf"
    assert WARNING not in texts_shown(dialog)

    press(Qt.Key.Key_Return, CONTROL)

    assert desk.page_key == LIST_PREVIEW
    page = desk.worklist_wing.list_out.paper.page
    assert "Arbejdsliste" in texts_shown(page)
    assert "Side 1 af" in texts_shown(page)
    page.path_chosen.emit(str(tmp_path / "liste.pdf"))
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF")
    return_to(desk)
    press(Qt.Key.Key_Escape)
    assert desk.page_key == TODAY


def test_ctrl_p_on_a_case_is_still_its_plan(desk: Desk) -> None:
    desk.go_to(CASES)

    press(Qt.Key.Key_P, CONTROL)

    assert dialogs_open(ListOutDialog) == []


@pytest.mark.usefixtures("today_page")
def test_locking_closes_the_dialog_and_the_question_for_a_file(window: MainWindow) -> None:
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    open_dialog(ListOutDialog)
    press(Qt.Key.Key_Return, CONTROL)

    window.lock()

    assert dialogs_open(ListOutDialog) == []
    assert dialogs_open(QFileDialog) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", ListKind)
def test_nothing_in_the_dialog_is_clipped_or_without_a_name(
    qtbot: QtBot, desk: Desk, theme: Theme, kind: ListKind, percent: int
) -> None:
    theme.choose_text_scale(percent)
    list_out = desk.worklist_wing.list_out
    list_out.take_out()
    list_out.presenter.choose(kind)
    list_out.presenter.name_people(has_names=True)
    dialog = open_dialog(ListOutDialog)

    qtbot.waitUntil(lambda: clipped_texts(dialog) == [])
    assert unnamed_widgets(dialog) == []


def test_large_text_keeps_the_room_for_the_tasks(desk: Desk, theme: Theme) -> None:
    button = desk.worklist_wing.page._list_out
    assert button.isVisible()

    theme.choose_text_scale(200)

    assert not button.isVisible()
