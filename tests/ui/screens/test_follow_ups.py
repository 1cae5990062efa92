"""A follow-up written, saved, changed, undone and corrected in the real window, by keyboard."""

import gc
import shutil
import weakref
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.follow_up import FollowUp
from desktop_app.translation import ENGLISH, set_language
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.case_view import FOLLOW_UPS as TAB
from desktop_app.ui.case_view import OVERVIEW
from desktop_app.ui.correction_dialog import CorrectionDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import FieldState
from desktop_app.ui.follow_up_page import FollowUpPage
from desktop_app.ui.frame import FOLLOW_UPS, TODAY
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.follow_up_wing import FORM, FollowUpWing
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.ui.screens.at_the_keyboard import focused, go_to, press, texts_shown, type_text
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def demo_store(demo_store: DemoStore, tmp_path: Path) -> DemoStore:
    """A copy of the made-up people for each test: here it is written to."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_store.path.parent, folder)
    return demo_store._replace(path=folder / demo_store.path.name)


@pytest.fixture(autouse=True)
def whole_team(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    """List everybody's cases, so that there is much to see, in a window the keyboard is at."""
    desk.follow_up_wing.list.open()
    desk.follow_up_wing.list.show_only_mine(only_mine=False)
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def wing(desk: Desk, demo_store: DemoStore) -> FollowUpWing:
    """The form, opened from the follow-ups of a case."""
    desk.open_case(demo_store.case_number, TAB)
    press(Qt.Key.Key_J, CONTROL)
    assert desk.page_key == FORM
    return desk.follow_up_wing


def go_on(times: int = 1) -> None:
    for _ in range(times):
        press(Qt.Key.Key_Tab)


def fill_in() -> None:
    """Type a whole follow-up with the keyboard, from its date on."""
    go_to("Tolk")
    type_text("Med")
    go_to("Tolkens navn eller nummer")
    type_text("Sara Haddad, nr. 4471")
    go_to("Notat")
    type_text("Har mødt stabilt på sprogcentret.")
    go_to("Aftalt")
    type_text("Mette ringer til praktikstedet.")
    go_on()
    press(Qt.Key.Key_Space)


def talks(desk: Desk, demo_store: DemoStore) -> list[FollowUp]:
    """Return the follow-ups of the case that were written here."""
    case = desk.office.open_case(demo_store.case_number, desk.today()).case
    return [talk for talk in case.follow_ups if talk.finished_at]


def note_shown(page: FollowUpPage) -> str:
    return page.typed().note


# Writing one ---------------------------------------------------------------------------------------------------------


def test_a_follow_up_is_written_and_saved_by_keyboard_alone(
    wing: FollowUpWing, desk: Desk, demo_store: DemoStore
) -> None:
    assert focused().accessibleName() == "Dato"
    fill_in()

    press(Qt.Key.Key_Return, CONTROL)

    [talk] = talks(desk, demo_store)
    assert (talk.held_on, talk.interpreter) == (desk.today(), "Sara Haddad, nr. 4471")
    assert (talk.note, talk.agreed) == ("Har mødt stabilt på sprogcentret.", "Mette ringer til praktikstedet.")
    assert talk.repatriation_guided
    assert talk.next_on
    assert not wing.presenter.subject


def test_one_comes_back_to_the_case_and_reads_that_it_is_saved(wing: FollowUpWing, desk: Desk) -> None:
    fill_in()

    press(Qt.Key.Key_Return, CONTROL)

    assert (desk.page_key, desk.case_wing.view.tab) == (CASE, TAB)
    shown = texts_shown(desk)
    assert "Opfølgningen er gemt. Næste er senest den " in shown
    assert "22. november 2026 · Samtale" in shown
    assert "Har mødt stabilt på sprogcentret." in shown
    assert wing.presenter.content() is None
    assert desk.office.drafts.mine() == []


def test_what_is_missing_is_said_and_the_first_of_it_is_one_key_away(
    wing: FollowUpWing, desk: Desk, demo_store: DemoStore
) -> None:
    press(Qt.Key.Key_Return, CONTROL)

    shown = texts_shown(wing.page)
    assert "Der er problemer" in shown
    assert "Vælg, om samtalen blev holdt med tolk" in shown
    go_on()
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Tolk"
    assert wing.page._fields.form.row("note").state is FieldState.ERROR
    assert talks(desk, demo_store) == []


def test_the_next_date_follows_the_date_of_the_talk_until_somebody_writes_in_it(wing: FollowUpWing) -> None:
    fields = wing.page._fields
    first = fields._next_on.text()
    press(Qt.Key.Key_A, CONTROL)
    type_text("18.11.2026")
    assert fields._next_on.text() not in {"", first}

    go_to("Næste opfølgning")
    press(Qt.Key.Key_A, CONTROL)
    type_text("12.02.2027")
    press(Qt.Key.Key_Tab, SHIFT)
    fields._held_on.setFocus()
    press(Qt.Key.Key_Up)

    assert fields._next_on.text() == "12.02.2027"
    assert wing.page.typed().held_on == "19.11.2026"


def test_an_attempt_asks_for_less(wing: FollowUpWing, desk: Desk, demo_store: DemoStore) -> None:
    go_on(2)
    while not isinstance(focused(), type(wing.page._fields._attempted)):
        go_on()
    press(Qt.Key.Key_Space)
    assert not wing.page._goals.isVisible()
    assert not wing.page._fields._topics.isVisible()
    assert not wing.page._fields._agreed.isVisible()

    go_on()
    assert focused().accessibleName() == "Notat"
    type_text("Borgeren kom ikke.")
    press(Qt.Key.Key_Return, CONTROL)

    [talk] = talks(desk, demo_store)
    assert talk.attempted_only
    assert "Forsøget er gemt." in texts_shown(desk)


def test_a_letter_asks_for_no_interpreter(wing: FollowUpWing) -> None:
    wing.page._fields._form._buttons["letter"].click()

    assert not wing.page._fields._interpreting.isVisible()
    assert wing.page._fields._participants.isVisible()


def test_goals_are_told_of_with_the_keyboard(wing: FollowUpWing) -> None:
    first, second, *_ = wing.page._goals._segments.values()
    first._buttons["on_the_way"].setFocus()
    press(Qt.Key.Key_Space)
    second._buttons["changed"].setFocus()
    press(Qt.Key.Key_Return)

    assert wing.page.typed().progress == {1: "on_the_way", 2: "changed"}
    assert "hører til i en ny version af planen" in texts_shown(wing.page)


def test_known_interpreters_are_offered_next_time(wing: FollowUpWing) -> None:
    fill_in()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_J, CONTROL)

    go_to("Tolk")
    press(Qt.Key.Key_Home)

    assert wing.page.typed().interpreter == "Sara Haddad, nr. 4471"
    assert not wing.page._fields._interpreter.isVisible()


def test_the_contract_is_shown_and_what_was_typed_stands_there_afterwards(wing: FollowUpWing, desk: Desk) -> None:
    go_to("Notat")
    type_text("Halvt")

    wing.page._goals._show_contract.click()
    assert desk.page_key == PREVIEW
    press(Qt.Key.Key_Escape)

    assert desk.page_key == FORM
    assert note_shown(wing.page) == "Halvt"


def test_the_name_leads_to_the_case_and_back_again(wing: FollowUpWing, desk: Desk) -> None:
    go_to("Notat")
    type_text("Halvt")

    wing.page._back.click()
    assert (desk.page_key, desk.case_wing.view.tab) == (CASE, TAB)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert desk.page_key == FORM
    assert note_shown(wing.page) == "Halvt"


@pytest.mark.usefixtures("wing")
def test_the_minutes_of_what_was_finished_are_a_click_away(desk: Desk) -> None:
    fill_in()
    press(Qt.Key.Key_Return, CONTROL)
    bar = desk.shell.done_bar
    assert bar._following.text() == "Vis referat …"

    bar._following.click()

    assert bar.isHidden()
    assert desk.page_key == PREVIEW
    assert "Referat af opfølgning" in texts_shown(desk.print_wing.page)
    desk.go_back()
    assert desk.page_key == CASE


def test_discarding_offers_no_minutes(wing: FollowUpWing, desk: Desk) -> None:
    go_to("Notat")
    type_text("Halvt")

    wing.presenter.discard()

    assert not desk.shell.done_bar._following.isVisible()


def test_the_minutes_of_a_follow_up_are_shown_from_its_tab(desk: Desk, demo_store: DemoStore) -> None:
    desk.open_case(demo_store.case_number, TAB)
    act = next(button for button in desk.case_wing.view.findChildren(Button) if button.text() == "Vis referat …")
    act.setFocus()

    press(Qt.Key.Key_Return)

    assert desk.page_key == PREVIEW
    assert "Referat af opfølgning" in texts_shown(desk.print_wing.page)


def test_the_page_of_a_form_that_was_finished_meanwhile_begins_anew(wing: FollowUpWing, desk: Desk) -> None:
    fill_in()
    wing.page._back.click()
    press(Qt.Key.Key_J, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.page_key == CASE

    desk.go_back()

    assert desk.page_key == FORM
    assert note_shown(wing.page) == ""
    assert wing.presenter.subject


# Drafts --------------------------------------------------------------------------------------------------------------


def test_save_and_close_keeps_what_was_typed_for_next_time(
    wing: FollowUpWing, desk: Desk, demo_store: DemoStore
) -> None:
    go_to("Notat")
    type_text("Halvt")

    wing.page._leave.click()
    assert desk.page_key == CASE
    [draft] = desk.office.drafts.mine()
    press(Qt.Key.Key_J, CONTROL)

    assert note_shown(wing.page) == "Halvt"
    assert wing.presenter.draft_id == draft.id
    assert talks(desk, demo_store) == []


def test_the_case_marks_a_follow_up_that_was_left_half_typed_until_it_is_let_go(wing: FollowUpWing, desk: Desk) -> None:
    view = desk.case_wing.view
    go_to("Notat")
    type_text("Halvt")
    wing.page._leave.click()
    desk.case_wing._want_tab(TAB)
    [go_on] = [button for button in view.findChildren(Button) if button.text().strip() == "Fortsæt kladden"]
    assert "Kladde fra" in texts_shown(view)

    go_on.click()
    note = note_shown(wing.page)
    wing.page._discard.click()

    assert note == "Halvt"
    assert desk.page_key == CASE
    assert "Kladde fra" not in texts_shown(view)


def test_every_case_has_a_draft_of_its_own(wing: FollowUpWing, desk: Desk, demo_store: DemoStore) -> None:
    other = next(
        line.case_number for line in desk.worklist().lines.values() if line.case_number != demo_store.case_number
    )
    go_to("Notat")
    type_text("Den første")
    desk.open_case(other)
    press(Qt.Key.Key_J, CONTROL)
    assert note_shown(wing.page) == ""
    go_to("Notat")
    type_text("Den anden")

    desk.open_case(demo_store.case_number)
    press(Qt.Key.Key_J, CONTROL)

    assert note_shown(wing.page) == "Den første"
    assert len(desk.office.drafts.mine()) == 2


@pytest.mark.usefixtures("wing")
def test_after_locking_the_draft_is_offered_and_gone_on_with(window: MainWindow, demo_store: DemoStore) -> None:
    go_to("Notat")
    type_text("Halvt")
    window.lock()
    window.unlocking.try_password(USER, PASSWORD)
    again = window.desk
    assert again is not None
    assert f"Opfølgning, sag {demo_store.case_number}" in texts_shown(again)

    again.drafts.resume()

    assert again.page_key == FORM
    assert note_shown(again.follow_up_wing.page) == "Halvt"
    assert len(again.office.drafts.mine()) == 1


def test_a_draft_is_let_go_and_fetched_back(wing: FollowUpWing, desk: Desk) -> None:
    go_to("Notat")
    type_text("Halvt")
    desk.drafts.keep_all()

    wing.page._discard.click()
    assert desk.office.drafts.mine() == []
    assert "Kladden er kasseret." in texts_shown(desk)
    press(Qt.Key.Key_Z, CONTROL)

    assert desk.page_key == FORM
    assert note_shown(wing.page) == "Halvt"


# Undoing and changing ------------------------------------------------------------------------------------------------


def test_ctrl_z_takes_back_what_was_saved_and_shows_it_in_the_form(
    wing: FollowUpWing, desk: Desk, demo_store: DemoStore
) -> None:
    fill_in()
    press(Qt.Key.Key_Return, CONTROL)

    press(Qt.Key.Key_Z, CONTROL)

    assert talks(desk, demo_store) == []
    assert desk.page_key == FORM
    assert note_shown(wing.page) == "Har mødt stabilt på sprogcentret."
    assert "Det er fortrudt." in texts_shown(desk)


def test_an_open_note_is_changed_from_the_case(wing: FollowUpWing, desk: Desk, demo_store: DemoStore) -> None:
    fill_in()
    press(Qt.Key.Key_Return, CONTROL)
    [change] = [button for button in desk.case_wing.view.findChildren(Button) if button.text() == "Ret …"]
    assert "Notatet låses den " in texts_shown(desk)

    change.setFocus()
    press(Qt.Key.Key_Return)
    assert desk.page_key == FORM
    assert "Ret opfølgning" in texts_shown(wing.page)
    go_to("Notat")
    press(Qt.Key.Key_A, CONTROL)
    type_text("Mangler børnepasning.")
    press(Qt.Key.Key_Return, CONTROL)

    [talk] = talks(desk, demo_store)
    assert talk.note == "Mangler børnepasning."
    assert "Mangler børnepasning." in texts_shown(desk.case_wing.view)


# Corrections ---------------------------------------------------------------------------------------------------------


def correct(desk: Desk, demo_store: DemoStore) -> CorrectionDialog:
    """Ask to correct the latest locked note."""
    desk.open_case(demo_store.case_number, TAB)
    act = next(button for button in desk.case_wing.view.findChildren(Button) if button.text() == "Tilføj rettelse …")
    act.setFocus()
    press(Qt.Key.Key_Return)
    dialog = desk.follow_up_wing.corrections._place.dialog
    assert dialog is not None
    dialog.activateWindow()
    QApplication.processEvents()
    dialog._text.setFocus()
    return dialog


def test_a_correction_stands_below_the_locked_note(desk: Desk, demo_store: DemoStore) -> None:
    correct(desk, demo_store)

    type_text("Mentor var ikke med.")
    press(Qt.Key.Key_Return, CONTROL)

    assert desk.follow_up_wing.corrections._place.dialog is None
    shown = texts_shown(desk)
    assert "Rettelsen er gemt." in shown
    assert "Rettelse den 22. november 2026, Mette Jensen" in shown
    assert "Mentor var ikke med." in shown


def test_an_empty_correction_is_asked_for_again(desk: Desk, demo_store: DemoStore) -> None:
    dialog = correct(desk, demo_store)

    press(Qt.Key.Key_Return, CONTROL)

    assert "Skriv rettelsen" in texts_shown(dialog)
    assert dialog.isVisible()


def test_a_correction_that_is_cancelled_leaves_nothing(desk: Desk, demo_store: DemoStore) -> None:
    correct(desk, demo_store)
    type_text("Mentor")
    desk.drafts.keep_all()
    assert len(desk.office.drafts.mine()) == 1

    press(Qt.Key.Key_Escape)
    desk.drafts.keep_all()

    assert desk.office.drafts.mine() == []
    assert desk.follow_up_wing.corrections._place.dialog is None


def test_a_correction_that_was_cancelled_can_be_had_back(desk: Desk, demo_store: DemoStore) -> None:
    correct(desk, demo_store)
    type_text("Mentor")
    press(Qt.Key.Key_Escape)

    desk.shell.done_bar.undo_wanted.emit()

    dialog = desk.follow_up_wing.corrections._place.dialog
    assert dialog is not None
    assert dialog.text() == "Mentor"
    dialog.reject()
    assert desk.office.drafts.mine() == []


def test_locking_closes_the_dialog_and_keeps_what_was_typed(
    window: MainWindow, desk: Desk, demo_store: DemoStore
) -> None:
    correct(desk, demo_store)
    type_text("Mentor var")

    window.lock()
    window.unlocking.try_password(USER, PASSWORD)
    again = window.desk
    assert again is not None
    [draft] = again.office.drafts.mine()
    again.drafts.resume()

    assert draft.content["text"] == "Mentor var"
    dialog = again.follow_up_wing.corrections._place.dialog
    assert dialog is not None
    assert dialog.text() == "Mentor var"


def test_a_closed_dialog_is_freed(desk: Desk, demo_store: DemoStore, qtbot: QtBot) -> None:
    dialog = weakref.ref(correct(desk, demo_store))
    gc.disable()
    try:
        press(Qt.Key.Key_Escape)

        qtbot.waitUntil(lambda: dialog() is None)
    finally:
        gc.enable()


# The list ------------------------------------------------------------------------------------------------------------


def test_the_list_groups_who_comes_next_and_enter_opens_the_case(desk: Desk) -> None:
    desk.go_to(FOLLOW_UPS)
    table = desk.follow_up_wing.list_page._coming
    assert table.model().index(0, 0).data() in {"Overskredet", "I dag", "Inden for 7 dage", "Inden for 30 dage"}
    table.setFocus()
    first = table.selected_id()

    press(Qt.Key.Key_Return)

    assert (desk.page_key, desk.case_wing.view.tab) == (CASE, TAB)
    assert desk.case_wing.view.case_number == first


def test_ctrl_j_writes_a_follow_up_for_the_row_one_is_at(desk: Desk) -> None:
    desk.go_to(FOLLOW_UPS)
    first = desk.follow_up_wing.list_page._coming.selected_id()

    press(Qt.Key.Key_J, CONTROL)

    assert desk.page_key == FORM
    assert desk.follow_up_wing._case_number == first
    press(Qt.Key.Key_J, CONTROL)
    assert desk.page_key == FORM


def test_the_journal_is_searched_and_its_row_opens_the_case(desk: Desk, demo_store: DemoStore) -> None:
    desk.go_to(FOLLOW_UPS)
    page = desk.follow_up_wing.list_page
    page._which._buttons["journal"].click()
    page._search.setFocus()
    type_text(demo_store.case_number)
    press(Qt.Key.Key_Return)
    page._tell_search()
    page.focus_table()
    assert page._journal.hasFocus()

    press(Qt.Key.Key_Return)

    assert desk.page_key == CASE
    assert desk.case_wing.view.case_number == demo_store.case_number


def test_a_search_without_result_is_taken_back_by_one_key(desk: Desk) -> None:
    desk.go_to(FOLLOW_UPS)
    page = desk.follow_up_wing.list_page
    page._search.setText("ingen hedder sådan")
    page._tell_search()
    assert "Ingen opfølgninger passer til filteret" in texts_shown(page)
    press(Qt.Key.Key_J, CONTROL)
    assert desk.page_key == FOLLOW_UPS

    page._reset.setFocus()
    press(Qt.Key.Key_Return)

    assert page._search.text() == ""
    assert page._coming.isVisible()


def test_what_is_saved_is_in_both_lists_when_one_comes_back(desk: Desk) -> None:
    desk.go_to(FOLLOW_UPS)
    page = desk.follow_up_wing.list_page
    number = page._coming.selected_id()
    press(Qt.Key.Key_J, CONTROL)
    fill_in()

    press(Qt.Key.Key_Return, CONTROL)

    assert desk.page_key == FOLLOW_UPS
    page._which._buttons["journal"].click()
    first = page._journal.model().index(0, 0)
    assert first.data() == "22.11.2026"
    page._journal.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert desk.case_wing.view.case_number == number


def test_away_from_any_case_ctrl_j_says_to_open_one(desk: Desk) -> None:
    assert desk.page_key == TODAY

    press(Qt.Key.Key_J, CONTROL)

    assert desk.page_key == TODAY
    assert "Åbn sagen først." in texts_shown(desk)


# Looks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "below"), [(1280, False), (900, True), (640, True)])
def test_the_goals_stand_beside_the_form_or_below_it(
    window: MainWindow,
    wing: FollowUpWing,
    width: int,
    below: bool,  # noqa: FBT001 - a parameter
    qtbot: QtBot,
) -> None:
    window.resize(width, 800)

    def is_below() -> bool:
        fields, goals = wing.page._fields, wing.page._goals
        return goals.mapToGlobal(goals.rect().topLeft()).y() > fields.mapToGlobal(fields.rect().topLeft()).y() + 200

    qtbot.waitUntil(lambda: is_below() is below)


STATES = ("form", "problems", "attempt", "list", "journal", "nobody", "tab")


def show_state(state: str, desk: Desk, demo_store: DemoStore) -> QWidget:
    wing = desk.follow_up_wing
    desk.open_case(demo_store.case_number, TAB if state == "tab" else OVERVIEW)
    if state == "tab":
        return desk.case_wing.view
    if state in {"list", "journal", "nobody"}:
        desk.go_to(FOLLOW_UPS)
        wing.list.show_journal(shows_journal=state == "journal")
        wing.list.search("ingen hedder sådan" if state == "nobody" else "")
        return wing.list_page
    wing.open(demo_store.case_number)
    if state == "problems":
        wing.presenter.finish()
    if state == "attempt":
        wing.page._fields._attempted.click()
    return wing.page


@pytest.mark.parametrize(("width", "percent"), [(1280, 100), (1280, 200), (640, 100)])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, demo_store: DemoStore, width: int, percent: int
) -> None:
    window.resize(width, 800)
    theme.choose_text_scale(percent)

    for state in STATES:
        page = show_state(state, desk, demo_store)

        qtbot.waitUntil(partial(is_whole, page))
        assert unnamed_widgets(page) == [], state


def is_whole(page: QWidget) -> bool:
    return clipped_texts(page) == []


def test_the_dialog_opens_in_english_too(desk: Desk, demo_store: DemoStore) -> None:
    dialog = correct(desk, demo_store)
    set_language(ENGLISH)
    dialog.finish()
    desk.follow_up_wing.corrections.ask_correction("January 20, 2027 · Meeting", "")

    english = desk.follow_up_wing.corrections._place.dialog

    assert english is not None
    assert "Add a correction" in texts_shown(english)
    assert unnamed_widgets(english) == []
