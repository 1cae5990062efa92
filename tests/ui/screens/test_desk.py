"""The worklist, the cases, a case and its print, by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.changes import Changes
from desktop_app.application.printed_paper import PaperKind
from desktop_app.composition import Office
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.case_view import CONTRACT, DEADLINES, FAMILY, FOLLOW_UPS, HISTORY, OVERVIEW
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import ARRIVALS, CASES, HELP, TODAY
from desktop_app.ui.frame import FOLLOW_UPS as FOLLOW_UP_LIST
from desktop_app.ui.key_list import KeyCaps
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.ui.screens.at_the_keyboard import focused, press, texts_shown, type_text
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore


class Windows(QObject):
    """Remembers every window of its own that shows up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overriding Qt's method
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_the_day_begins_with_what_is_urgent(desk: Desk) -> None:
    assert desk.shell.page_key == TODAY
    assert "I dag – søndag den 22. november 2026" in texts_shown(desk)
    assert "EKSEMPELDATA" in texts_shown(desk)


def test_enter_explains_a_deadline_and_its_case_is_one_key_away(desk: Desk) -> None:
    press(Qt.Key.Key_Return)

    assert "Hvorfor denne frist?" in texts_shown(desk)
    desk.worklist_wing.page._pane._open_case.setFocus()
    press(Qt.Key.Key_Return)
    assert desk.shell.page_key == CASE


def test_a_count_shows_only_what_it_counts(desk: Desk) -> None:
    desk.worklist_wing.presenter.reset_filters()
    month = desk.worklist_wing.page._counts["month"]

    month.click()

    headings = [desk.worklist_wing.page._table.model().index(row, 0).data() for row in range(2)]
    assert headings[0] == "Inden for 30 dage"
    assert month.isChecked()


def test_ctrl_k_finds_a_case_and_enter_opens_it(desk: Desk, demo_store: DemoStore) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(demo_store.case_number)

    press(Qt.Key.Key_Return)

    assert desk.page_key == CASE
    assert demo_store.family_name in texts_shown(desk)
    assert desk.quick_open_wing.list.isHidden()


def test_ctrl_k_offers_what_one_can_do_and_does_it(desk: Desk) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("hjælp")

    press(Qt.Key.Key_Return)

    assert desk.page_key == HELP


def test_the_case_one_opened_last_is_the_first_offered(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    press(Qt.Key.Key_Return)

    assert desk.page_key == CASE
    assert demo_store.family_name in texts_shown(desk)


def test_escape_puts_the_list_away_and_the_keyboard_back(desk: Desk) -> None:
    before = focused()
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert focused() is not before

    press(Qt.Key.Key_Escape)

    assert desk.quick_open_wing.list.isHidden()
    assert focused() is before


def test_up_and_down_choose_among_what_was_found(desk: Desk) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    rows = desk.quick_open_wing.list._list
    first = rows.chosen()

    press(Qt.Key.Key_Down)
    second = rows.chosen()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)

    assert first is not None
    assert second is not None
    assert second != first
    assert rows.chosen() == first


def test_what_ctrl_k_does_not_find_it_says(desk: Desk) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("xyzzy")

    press(Qt.Key.Key_Return)

    assert "Ingen resultater for »xyzzy«" in texts_shown(desk)
    assert desk.page_key == TODAY


def test_f1_shows_every_key_there_is_and_one_comes_back(desk: Desk) -> None:
    press(Qt.Key.Key_F1)

    shown = texts_shown(desk)
    assert "Hjælp" in shown
    assert "Ctrl+K" in {caps.accessibleName() for caps in desk.findChildren(KeyCaps)}
    assert all(act.title in shown for act in desk.acts() if act.keys)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.page_key == TODAY


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_of_several_cases_found_enter_or_down_goes_to_the_first(desk: Desk, key: Qt.Key) -> None:
    desk.go_to(CASES)
    type_text("e")

    press(key)
    press(Qt.Key.Key_Return)

    assert desk.page_key == CASE


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_where_nothing_was_found_one_goes_on_typing(desk: Desk, key: Qt.Key) -> None:
    desk.go_to(CASES)
    type_text("xyzzy")

    press(key)

    assert desk.case_list_wing.page._search.hasFocus()


def test_what_is_not_found_is_said(desk: Desk) -> None:
    desk.go_to(CASES)

    desk.case_list_wing.page.set_search("xyzzy")

    assert "Ingen resultater for »xyzzy«" in texts_shown(desk)


def test_ctrl_f_goes_to_the_filter_of_the_list(desk: Desk) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert desk.page_key == CASES
    assert desk.case_list_wing.page._search.hasFocus()


def test_coming_back_to_a_case_shows_the_one_that_was_there(desk: Desk, demo_store: DemoStore) -> None:
    other = next(line for line in desk.find_cases("") if line.case_number != demo_store.case_number)
    desk.open_case(demo_store.case_number)
    desk.open_case(other.case_number)
    assert other.family_name in texts_shown(desk.case_wing.view)

    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert demo_store.family_name in texts_shown(desk.case_wing.view)


def test_nothing_flashes_up_as_a_window_of_its_own(qapp: QApplication, window: MainWindow) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)

    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    window.desk.worklist_wing.page.explain_first()
    window.desk.go_to(CASES)
    qapp.removeEventFilter(windows)

    assert windows.shown == []


def test_the_cpr_number_is_masked_until_somebody_asks(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)
    masked = texts_shown(desk.case_wing.view)
    assert "-••••" in masked

    desk.case_wing.view.cpr_wanted.emit()

    assert "-••••" not in texts_shown(desk.case_wing.view)


def test_alt_left_goes_back_to_where_one_came_from(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)

    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert desk.shell.page_key == TODAY


def test_the_keyboard_comes_back_to_the_task_one_left(desk: Desk, demo_store: DemoStore) -> None:
    desk.worklist_wing.page.focus_table()
    desk.open_case(demo_store.case_number)

    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert desk.worklist_wing.page._table.isAncestorOf(focused()) or desk.worklist_wing.page._table is focused()


def test_escape_closes_the_reasons_and_stays_at_the_task(desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    assert "Hvorfor denne frist?" in texts_shown(desk)

    press(Qt.Key.Key_Escape)

    assert "Hvorfor denne frist?" not in texts_shown(desk)
    assert desk.worklist_wing.page._table.isAncestorOf(focused()) or desk.worklist_wing.page._table is focused()


def test_escape_leaves_the_preview_for_the_case(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    press(Qt.Key.Key_Escape)

    assert desk.shell.page_key == CASE


def test_the_preview_shows_the_bytes_that_are_saved(desk: Desk, demo_store: DemoStore, tmp_path: Path) -> None:
    desk.open_case(demo_store.case_number)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.shell.page_key == PREVIEW
    assert "Side 1 af" in texts_shown(desk.print_wing.page)

    desk.print_wing.page.path_chosen.emit(str(tmp_path / "plan.pdf"))

    assert "Dokumentet er gemt" in texts_shown(desk.print_wing.page)
    pages = PdfReader(tmp_path / "plan.pdf").pages
    assert demo_store.family_name in pages[0].extract_text()
    assert demo_store.case_number in pages[0].extract_text()


def test_what_is_shown_can_be_saved_for_screen_readers_and_the_name_follows_the_kind(
    desk: Desk, demo_store: DemoStore, tmp_path: Path
) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.print_plan()
    page = desk.print_wing.page
    assert page._save.text().strip() == "Gem som …"
    page._save.click()
    [dialog] = page.findChildren(QFileDialog)
    _, kind = dialog.nameFilters()

    dialog.filterSelected.emit(kind)

    [chosen] = dialog.selectedFiles()
    assert (kind, Path(chosen).suffix, dialog.defaultSuffix()) == (
        "Websider til skærmlæsere (*.html)",
        ".html",
        "html",
    )
    dialog.reject()
    page.path_chosen.emit(str(tmp_path / "plan.html"))
    assert "Dokumentet er gemt" in texts_shown(page)
    assert demo_store.family_name in (tmp_path / "plan.html").read_text("utf-8")


def test_a_paper_drawn_from_the_case_can_be_saved_for_screen_readers(
    desk: Desk, demo_store: DemoStore, tmp_path: Path
) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.presenter.print_paper(PaperKind.CALENDAR_SHEET)

    desk.print_wing.page.path_chosen.emit(str(tmp_path / "ark.html"))

    assert "<h1" in (tmp_path / "ark.html").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told(desk: Desk, demo_store: DemoStore, tmp_path: Path) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.print_plan()

    desk.print_wing.page.path_chosen.emit(str(tmp_path / "missing" / "plan.pdf"))

    assert "Dokumentet er ikke gemt" in texts_shown(desk.print_wing.page)


def test_the_file_name_proposed_names_nobody(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.print_plan()

    assert demo_store.family_name not in desk.print_wing.presenter.file_name
    assert demo_store.case_number in desk.print_wing.presenter.file_name


def test_family_members_open_from_the_family(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.view.go_to(FAMILY)

    desk.case_wing.view.case_wanted.emit(demo_store.case_number)

    assert desk.shell.page_key == CASE


def test_f5_reads_everything_anew(desk: Desk) -> None:
    before = desk.worklist()

    press(Qt.Key.Key_F5)

    assert desk.worklist() is not before


def test_a_case_that_is_gone_is_told_above_everything(desk: Desk) -> None:
    desk.open_case("1999-999")

    assert "Der er ingen sag med nummeret 1999-999" in texts_shown(desk)
    assert desk.shell.page_key == TODAY


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "place",
    [TODAY, CASES, HELP, OVERVIEW, FAMILY, CONTRACT, FOLLOW_UPS, DEADLINES, HISTORY, PREVIEW, "why", "case-why"],
)
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, demo_store: DemoStore, place: str, percent: int
) -> None:
    theme.choose_text_scale(percent)

    go(desk, place, demo_store.case_number)

    qtbot.waitUntil(lambda: clipped_texts(window) == [])
    assert unnamed_widgets(window) == []


def go(desk: Desk, place: str, case_number: str) -> None:
    if place in {TODAY, CASES, HELP}:
        desk.go_to(place)
    elif place == "why":
        desk.worklist_wing.page.explain_first()
    else:
        desk.open_case(case_number)
        if place == PREVIEW:
            desk.case_wing.print_plan()
        elif place == "case-why":
            desk.case_wing.view.explain_first()
        else:
            desk.case_wing.view.go_to(place)


def test_a_list_that_is_not_shown_takes_its_rows_when_it_is(desk: Desk) -> None:
    page = desk.case_list_wing.page
    rows = page._table.model()
    assert (page.isVisible(), rows.rowCount()) == (False, 0)

    desk.go_to(CASES)

    assert rows.rowCount() == len(desk.worklist().lines)


def test_a_save_behind_the_list_is_in_it_when_one_comes_back(desk: Desk) -> None:
    desk.go_to(CASES)
    page = desk.case_list_wing.page
    column = 8
    desk.go_to(TODAY)
    first = desk.find_cases("")[0]
    assert isinstance(desk.office, Office)
    with desk.office.store.work() as unit:
        case = unit.cases.by_number(first.case_number)
        unit.cases.save(replace(case, responsible_caseworker="QQ"))
        unit.commit()

    desk.show_changes(Changes(frozenset({first.case_id})))
    desk.go_to(CASES)

    assert page._table.model().index(0, column).data() == "QQ"


class Shown:
    """Stands in place of what shows a page, and counts how often it is asked to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, page: object, name: str) -> None:
        self.count = 0
        self._show = getattr(page, name)
        monkeypatch.setattr(page, name, self)

    def __call__(self, *args: object, **named: object) -> None:
        self.count += 1
        self._show(*args, **named)


def test_a_page_that_is_not_shown_computes_nothing_until_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.worklist_wing.presenter.reset_filters()
    for place in (CASES, FOLLOW_UP_LIST, ARRIVALS):
        desk.go_to(place)
    changed = Changes(frozenset({desk.find_cases("")[0].case_id}))
    desk.go_to(HELP)
    shown = {
        TODAY: Shown(monkeypatch, desk.worklist_wing.page, "show_groups"),
        CASES: Shown(monkeypatch, desk.case_list_wing.page, "show_rows"),
        FOLLOW_UP_LIST: Shown(monkeypatch, desk.follow_up_wing.list_page, "show_choice"),
        ARRIVALS: Shown(monkeypatch, desk.arrival_wing.list, "reload"),
    }

    desk.show_changes(changed)
    desk.show_changes(changed)
    assert [each.count for each in shown.values()] == [0, 0, 0, 0]
    for place in shown:
        desk.go_to(place)

    assert [each.count for each in shown.values()] == [1, 1, 1, 1]


def test_the_page_that_is_shown_is_right_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.go_to(CASES)
    shown = Shown(monkeypatch, desk.case_list_wing.page, "show_rows")

    desk.show_changes(Changes(frozenset({desk.find_cases("")[0].case_id})))

    assert shown.count == 1
