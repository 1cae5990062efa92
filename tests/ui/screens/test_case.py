"""A case in the real window, by keyboard: changed, recorded on, corrected, copied out, and never lost."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import translation
from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.case import Case, SupportKind
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.duties import DutyId
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.presenters.case_form import TypedRow
from desktop_app.presenters.event_form import OFFER, EventField
from desktop_app.storage.store import create_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.case_form_page import CaseFormPage
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.case_view import CONTRACT, DEADLINES, DOCUMENTS, FAMILY, HISTORY, OVERVIEW
from desktop_app.ui.copy_dialog import CopyDialog
from desktop_app.ui.decision_dialog import DecisionDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.event_dialog import EventDialog
from desktop_app.ui.fact_correction_dialog import FactCorrectionDialog
from desktop_app.ui.family_dialog import FamilyDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_form_wing import CASE_FORM
from desktop_app.ui.wings.case_wing import CASE, CaseWing
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.builders import a_case, a_citizen, a_draft, a_plan, a_support, an_event
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, USER, today

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBER, OTHER = "2026-014", "2026-015"
LONG = "Maria-Esperança Guadalupe Fernandez de la Torre y Montenegro"


class Team:
    """The unlocked window over a store with two cases, the first of them open."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.unlock()
        self.desk.open_case(NUMBER)

    def unlock(self) -> None:
        self.window.unlocking.try_password(USER, PASSWORD)
        assert self.window.desk is not None
        self.desk: Desk = self.window.desk

    @property
    def wing(self) -> CaseWing:
        return self.desk.case_wing

    @property
    def page(self) -> CaseFormPage:
        return self.wing.form.page

    @property
    def office(self) -> Office:
        assert isinstance(self.desk.office, Office)
        return self.desk.office

    def case(self, number: str = NUMBER) -> Case:
        with self.office.store.work() as unit:
            return unit.cases.by_number(number)

    def change_meanwhile(self, edit: Callable[[Case], Case]) -> None:
        """Let somebody else save the case, as another program once will."""
        with self.office.store.work() as unit:
            unit.cases.save(edit(unit.cases.by_number(NUMBER)))
            unit.commit()

    def acts(self) -> list[str]:
        return [action for (action,) in self.office.store.connection.rows("SELECT action FROM log ORDER BY seq")]

    def done(self) -> str:
        bar = self.desk.shell.done_bar
        return "" if bar.isHidden() else bar._text.text()


Opening = Callable[..., Team]


@pytest.fixture
def team_with(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opening]:  # noqa: ARG001 - theme is put back
    """Open the window at a case that is changed so."""
    windows: list[MainWindow] = []

    def opening(width: int = 1280, **changes: object) -> Team:
        path = tmp_path / "enplan.store"
        municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
        made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
        with Office(made.store) as office, office.store.work() as unit:
            unit.cases.add(a_case(case_number=NUMBER, **changes))
            unit.cases.add(a_case(case_number=OTHER, citizen=a_citizen(given_names="Yonas", birth_date=None)))
            unit.commit()
        window = MainWindow(Door(path), today)
        windows.append(window)
        open_at_the_keyboard(window, qtbot, width=width)
        return Team(window)

    yield opening
    for window in windows:
        window.close()


@pytest.fixture
def team(team_with: Opening) -> Team:
    return team_with()


def links_to(root: QWidget, key: str) -> list[PlaceLink]:
    return [link for link in root.findChildren(PlaceLink) if link.isVisible() and link.place.key == key]


def acts_of_tab(team: Team, words: str) -> PlaceLink:
    """Return what the pane of the Frister tab offers under these words."""
    return next(
        link for link in team.wing.view.findChildren(PlaceLink) if link.place.link == words and link.isVisible()
    )


# Changing master data ------------------------------------------------------------------------------------------------


def test_f2_changes_master_data_and_ctrl_s_saves_it(team: Team) -> None:
    press(Qt.Key.Key_F2)
    assert team.desk.page_key == CASE_FORM

    team.page.go_to(CaseField.PHONE)
    replace_with("87654321")
    press(Qt.Key.Key_S, CONTROL)

    assert team.case().citizen.phone == "87654321"
    assert (team.desk.page_key, team.done()) == (CASE, "Ændringerne er gemt.")
    assert "87654321" in texts_shown(team.wing.view)


def test_a_gap_leads_to_the_field_that_mends_it(team_with: Opening) -> None:
    team = team_with(citizen=a_citizen(cpr=None))
    [link] = links_to(team.wing.view, CaseField.CPR)

    link.setFocus()
    press(Qt.Key.Key_Return)
    type_text("010190-0002")
    press(Qt.Key.Key_S, CONTROL)

    assert team.case().citizen.cpr == "0101900002"
    assert links_to(team.wing.view, CaseField.CPR) == []


def test_what_is_wrong_is_listed_and_leads_to_the_field(team: Team) -> None:
    press(Qt.Key.Key_F2)
    replace_with(" ")
    press(Qt.Key.Key_S, CONTROL)

    assert "Indtast borgerens fornavn" in texts_shown(team.page)
    assert team.page._form.summary.hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    type_text("Rima")
    press(Qt.Key.Key_S, CONTROL)
    assert team.desk.page_key == CASE


def test_a_new_period_is_added_and_ends_the_open_one(team_with: Opening) -> None:
    team = team_with(support=(a_support(SupportKind.BENEFIT, date(2026, 10, 1)),))
    press(Qt.Key.Key_F2)
    rows = team.page._parts[CaseField.SUPPORT]

    rows._add.setFocus()
    press(Qt.Key.Key_Space)
    editor = rows.rows()[-1]
    editor.fields[Column.KIND].editor.setFocus()
    for _step in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    type_text("1/12-26")
    press(Qt.Key.Key_Tab)

    assert [row.texts[Column.LAST] for row in team.page.rows(CaseField.SUPPORT)] == ["30.11.2026", ""]
    press(Qt.Key.Key_S, CONTROL)
    assert [(each.kind, each.period.last) for each in team.case().support] == [
        (SupportKind.BENEFIT, date(2026, 11, 30)),
        (SupportKind.ORDINARY_JOB, None),
    ]


def test_a_problem_in_a_row_stands_in_its_row(team_with: Opening) -> None:
    support = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    team = team_with(support=(support,))
    press(Qt.Key.Key_F2)
    row = TypedRow(support.id, {Column.KIND: "benefit", Column.FIRST: "", Column.LAST: ""})
    team.page.show_rows(CaseField.SUPPORT, (row,))
    team.page.rows_typed.emit(CaseField.SUPPORT.value)

    team.page.save_wanted.emit()

    [editor] = team.page._parts[CaseField.SUPPORT].rows()
    assert editor.fields[Column.FIRST].message == "Indtast datoen"


def test_a_recorded_date_is_not_typed_over_but_corrected(team: Team) -> None:
    press(Qt.Key.Key_F2)

    team.page.go_to(CaseField.TAKEOVER)
    press(Qt.Key.Key_Return)

    dialog = open_dialog(FactCorrectionDialog)
    assert "Registreret nu: 1. oktober 2026" in texts_shown(dialog)


def test_what_was_typed_is_there_again_after_leaving_and_after_locking(team: Team) -> None:
    press(Qt.Key.Key_F2)
    team.page.go_to(CaseField.PHONE)
    replace_with("87654321")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert team.desk.page_key == CASE

    press(Qt.Key.Key_F2)
    assert team.page._fields._editors[CaseField.PHONE].text() == "87654321"  # type: ignore[union-attr]

    team.window.lock()
    team.unlock()
    team.desk.open_case(NUMBER)
    press(Qt.Key.Key_F2)
    assert team.page._fields._editors[CaseField.PHONE].text() == "87654321"  # type: ignore[union-attr]
    assert team.case().citizen.phone == "12345678"


def test_discarded_changes_can_be_had_back(team: Team) -> None:
    press(Qt.Key.Key_F2)
    team.page.go_to(CaseField.PHONE)
    replace_with("87654321")

    team.page.discard_wanted.emit()
    assert (team.desk.page_key, team.done()) == (CASE, "Ændringerne er kasseret.")
    press(Qt.Key.Key_Z, CONTROL)

    assert team.desk.page_key == CASE_FORM
    assert team.page._fields._editors[CaseField.PHONE].text() == "87654321"  # type: ignore[union-attr]


def test_what_somebody_else_saved_meanwhile_is_shown_under_what_was_typed(team: Team) -> None:
    press(Qt.Key.Key_F2)
    team.page.go_to(CaseField.PHONE)
    replace_with("87654321")
    team.change_meanwhile(lambda case: replace(case, citizen=replace(case.citizen, phone="11111111")))

    press(Qt.Key.Key_S, CONTROL)

    assert "Er i mellemtiden ændret til: 11111111" in texts_shown(team.page)
    assert "En anden har gemt ændringer i sagen." in texts_shown(team.desk)
    press(Qt.Key.Key_S, CONTROL)
    assert team.case().citizen.phone == "87654321"


# A protected address -------------------------------------------------------------------------------------------------


def test_a_protected_address_is_shown_in_the_form_alone_and_that_is_logged(team_with: Opening) -> None:
    team = team_with(citizen=a_citizen(protected_address=True))
    assert "Adressebeskyttet" in texts_shown(team.wing.view)
    assert "Eksempelvej" not in texts_shown(team.wing.view)

    press(Qt.Key.Key_F2)

    assert team.page._fields._editors[CaseField.ADDRESS].text() == "Eksempelvej 12, 2. tv."  # type: ignore[union-attr]
    assert "Adressen er beskyttet" in texts_shown(team.page)
    assert "showed_address" in team.acts()


def test_an_address_that_is_not_protected_is_not_marked(team: Team) -> None:
    press(Qt.Key.Key_F2)

    assert "Den vises her, fordi du retter stamdata" not in texts_shown(team.page)


# Recording -----------------------------------------------------------------------------------------------------------


def say_why_late(dialog: EventDialog) -> None:
    """Choose the first cause by keyboard."""
    dialog.form.go_to(EventField.CAUSE)
    press(Qt.Key.Key_Down)


def test_an_event_is_recorded_by_keyboard_and_undone(qtbot: QtBot, team: Team) -> None:
    press(Qt.Key.Key_R, CONTROL | SHIFT)
    dialog = open_dialog(EventDialog)
    assert isinstance(dialog, EventDialog)
    press(Qt.Key.Key_Down)  # from the programme to the referral
    say_why_late(dialog)
    press(Qt.Key.Key_Return, CONTROL)

    assert [event.duty for event in team.case().events] == [DutyId.DANISH_REFERRED]
    assert team.done() == "Registreret: Henvist til danskuddannelse."
    team.window.activateWindow()
    qtbot.waitUntil(team.window.isActiveWindow)
    press(Qt.Key.Key_Z, CONTROL)
    assert team.case().events == ()


def test_an_open_duty_is_recorded_from_the_overview(team: Team) -> None:
    [link] = links_to(team.wing.view, DutyId.DANISH_REFERRED)

    link.click()
    dialog = open_dialog(EventDialog)
    assert isinstance(dialog, EventDialog)
    say_why_late(dialog)
    dialog._primary.click()

    assert [event.duty for event in team.case().events] == [DutyId.DANISH_REFERRED]
    assert links_to(team.wing.view, DutyId.DANISH_REFERRED) == []


def test_what_is_wrong_with_a_recording_keeps_the_dialog(team: Team) -> None:
    team.wing.record()
    dialog = open_dialog(EventDialog)
    assert isinstance(dialog, EventDialog)
    dialog.form.go_to(EventField.ON)
    replace_with("+1")

    dialog._primary.click()

    assert dialog.isVisible()
    assert "Datoen kan ikke ligge i fremtiden" in texts_shown(dialog)
    assert team.case().events == ()


def test_an_offer_asks_for_what_an_offer_needs(team: Team) -> None:
    team.wing.record()
    dialog = open_dialog(EventDialog)
    assert isinstance(dialog, EventDialog)

    press(Qt.Key.Key_End)

    shown = {field for field in EventField if dialog.form.row(field.value).isVisible()}
    assert dialog._editors[EventField.WHAT].key() == OFFER  # type: ignore[union-attr]
    assert shown == set(EventField) - {EventField.READINESS, EventField.CAUSE, EventField.NOTE}


def test_a_deadline_is_set_to_not_relevant_and_brought_back_where_it_is_explained(team: Team) -> None:
    team.wing._want_tab(DEADLINES)
    tab = team.wing.view._deadlines
    row = next(row for row in tab._rows if row.startswith(DutyId.DANISH_REFERRED))
    tab._explain(row)
    acts_of_tab(team, "Ikke relevant …").click()
    dialog = open_dialog(DecisionDialog)
    dialog._primary.click()
    assert team.case().decisions == ()

    dialog.form.go_to("reason")
    type_text("Borgeren taler dansk")
    press(Qt.Key.Key_Return, CONTROL)

    assert [one.reason for one in team.case().decisions] == ["Borgeren taler dansk"]
    assert team.done() == "Fristen er sat til ikke relevant. Begrundelsen bliver stående på sagen."
    again = next(row for row in team.wing.view._deadlines._rows if row.startswith(DutyId.DANISH_REFERRED))
    shown = team.wing.view._deadlines._rows[again]
    assert shown.badge == "Ikke relevant"
    assert "Beregnet frist: 1. november 2026." in shown.sentence

    team.wing.view._deadlines._explain(again)
    acts_of_tab(team, "Lad fristen gælde igen").click()
    assert team.case().decisions == ()


def test_a_recording_is_removed_where_its_deadline_is_explained(team_with: Opening) -> None:
    team = team_with(events=(an_event(DutyId.DANISH_REFERRED, date(2026, 10, 20)),))
    team.wing._want_tab(DEADLINES)
    row = next(row for row in team.wing.view._deadlines._rows if row.startswith(DutyId.DANISH_REFERRED))
    team.wing.view._deadlines._explain(row)

    team.wing.view._deadlines._want_removal()

    assert team.case().events == ()
    assert team.done().startswith("Registreringen er fjernet: Henvist til danskuddannelse")
    assert team.wing.view.tab == DEADLINES


# Correcting ----------------------------------------------------------------------------------------------------------


def test_a_takeover_is_corrected_once_one_has_seen_what_moves(team_with: Opening) -> None:
    team = team_with(plans=(a_draft(),))
    team.wing.correct()
    dialog = open_dialog(FactCorrectionDialog)
    press(Qt.Key.Key_Tab)
    type_text("2/11")
    QApplication.processEvents()
    assert "Kontrakt" in texts_shown(dialog)
    press(Qt.Key.Key_Return, CONTROL)
    assert "Skriv en begrundelse. Den bliver stående på sagen." in texts_shown(dialog)

    dialog.form.go_to("reason")
    type_text("Afgørelsen var læst forkert")
    press(Qt.Key.Key_Return, CONTROL)

    [correction] = team.case().corrections
    assert (correction.before, correction.after) == (date(2026, 10, 1), date(2026, 11, 2))
    assert team.done() == "Datoen er rettet. Begge datoer og begrundelsen bliver stående på sagen."


def test_what_is_typed_in_a_dialog_outlives_locking(team: Team) -> None:
    team.wing.correct()
    dialog = open_dialog(FactCorrectionDialog)
    dialog.form.go_to("reason")
    type_text("Afgørelsen var læst forkert")

    team.window.lock()
    assert dialogs_open(FormDialog) == []
    team.unlock()
    team.desk.open_case(NUMBER)
    team.wing.correct()

    again = open_dialog(FactCorrectionDialog)
    assert isinstance(again, FactCorrectionDialog)
    assert again._reason.text() == "Afgørelsen var læst forkert"


# Copying out ---------------------------------------------------------------------------------------------------------


def copy_with_cpr() -> str:
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    dialog = open_dialog(CopyDialog)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)  # the CPR number
    assert "010190-••••" in dialog._preview.text()
    press(Qt.Key.Key_Return, CONTROL)
    return QGuiApplication.clipboard().text()


def test_a_copied_number_is_cleared_after_a_while(qtbot: QtBot, team: Team) -> None:
    clipboard = team.wing.copying.clipboard
    assert clipboard._timer.interval() == 15_000
    clipboard._timer.setInterval(1)

    copied = copy_with_cpr()

    assert "CPR-nummer: 010190-0001" in copied
    assert team.done() == "Kopieret. Udklipsholderen ryddes efter 15 sekunder."
    assert "copied" in team.acts()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_a_copied_number_is_cleared_when_the_program_locks(team: Team) -> None:
    copy_with_cpr()

    team.window.lock()

    assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_else_put_on_the_clipboard_stays(team: Team) -> None:
    copy_with_cpr()
    QGuiApplication.clipboard().setText("noget andet")

    team.window.lock()

    assert QGuiApplication.clipboard().text() == "noget andet"


def test_what_holds_no_number_stays_until_the_program_locks_and_the_choice_is_remembered(team: Team) -> None:
    team.wing.copy_out()
    dialog = open_dialog(CopyDialog)
    press(Qt.Key.Key_Space)  # without the case number
    dialog._primary.click()
    assert not team.wing.copying.clipboard._timer.isActive()
    copied = QGuiApplication.clipboard().text()

    team.window.lock()

    assert copied.startswith("Fornavn: Rima")
    assert QGuiApplication.clipboard().text() == ""
    fields = team.window.choices.current.copied_fields
    assert fields is not None
    assert "case_number" not in fields


# The family ----------------------------------------------------------------------------------------------------------


def test_somebody_is_added_to_the_family(team: Team) -> None:
    team.wing._want_tab(FAMILY)
    assert "Borgeren er ikke registreret i en husstand" in texts_shown(team.wing.view)
    team.wing.view.family_wanted.emit()
    dialog = open_dialog(FamilyDialog)
    assert isinstance(dialog, FamilyDialog)

    type_text("yonas")
    press(Qt.Key.Key_Return)
    is_open_still = dialog.isVisible() and dialog._table.hasFocus()
    press(Qt.Key.Key_Return)

    assert is_open_still
    assert not dialog.isVisible()
    assert team.case().household == team.case(OTHER).household is not None
    assert team.done() == "Yonas Al-Hassan er føjet til familien Al-Hassan."
    assert "Al-Hassan" in texts_shown(team.wing.view)


def test_ctrl_enter_in_the_search_adds_the_one_chosen_and_ctrl_z_takes_them_out_again(qtbot: QtBot, team: Team) -> None:
    team.wing._want_tab(FAMILY)
    team.wing.view.family_wanted.emit()
    open_dialog(FamilyDialog)
    type_text("yonas")

    press(Qt.Key.Key_Return, CONTROL)
    is_added = team.case(OTHER).household is not None
    team.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_Z, CONTROL)

    assert is_added
    assert dialogs_open(FamilyDialog) == []
    assert team.case(OTHER).household is None
    assert team.done() == "Yonas Al-Hassan er ude af familien igen."


def test_enter_in_a_search_that_finds_nobody_adds_nobody(team: Team) -> None:
    team.wing.view.family_wanted.emit()
    dialog = open_dialog(FamilyDialog)
    assert isinstance(dialog, FamilyDialog)

    type_text("qqq")
    press(Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog._search.hasFocus()


def test_nobody_chosen_is_said(team: Team) -> None:
    team.wing.view.family_wanted.emit()
    dialog = open_dialog(FamilyDialog)
    assert isinstance(dialog, FamilyDialog)

    dialog._primary.click()
    said = texts_shown(dialog)
    dialog._search.setFocus()
    type_text("yonas")

    assert "Vælg den, der skal tilføjes" in said
    assert "Vælg den, der skal tilføjes" not in texts_shown(dialog)


# Going there ---------------------------------------------------------------------------------------------------------


def test_what_belongs_to_a_case_does_nothing_elsewhere(team: Team) -> None:
    team.desk.go_to("cases")

    for act in (team.wing.edit, team.wing.record, team.wing.correct, team.wing.copy_out, team.wing.print_plan):
        act()

    assert team.desk.page_key == "cases"
    assert dialogs_open(FormDialog) == []


def test_a_gap_of_the_contract_leads_to_its_tab(team_with: Opening) -> None:
    team = team_with(plans=(a_plan(declaration_signed_on=None),))
    [link] = [link for link in team.wing.view.findChildren(PlaceLink) if link.text() == "Gå til kontrakten"]

    link.click()

    assert team.wing.view.tab == CONTRACT


def test_a_document_is_shown_from_where_it_can_be_saved(team: Team) -> None:
    team.wing._want_tab(DOCUMENTS)

    [show] = [button for button in team.wing.view.findChildren(Button) if button.text().strip() == "Vis og gem …"]
    show.click()

    assert team.desk.page_key == PREVIEW


def test_a_paper_drawn_from_the_case_is_shown_from_its_documents(team: Team) -> None:
    team.wing._want_tab(DOCUMENTS)

    [show] = [button for button in team.wing.view.findChildren(Button) if button.text().strip() == "Kalenderark …"]
    show.click()

    assert team.desk.page_key == PREVIEW
    assert "Kalenderark" in texts_shown(team.desk.print_wing.page)


def test_a_paper_drawn_from_the_case_is_shown_from_the_button_for_more(team: Team) -> None:
    head = team.wing.view._head
    assert head is not None
    head._open_menu()
    [act] = [action for action in head._menu.actions() if action.text() == "Kalenderark …"]

    act.trigger()
    head._menu.close()

    assert team.desk.page_key == PREVIEW


def test_without_a_plan_there_are_papers_all_the_same(team_with: Opening) -> None:
    team = team_with(plans=())
    team.wing._want_tab(DOCUMENTS)

    assert "Der er ingen dokumenter endnu" in texts_shown(team.wing.view)
    buttons = [button for button in team.wing.view.findChildren(Button) if button.isVisibleTo(team.wing.view)]
    assert "Kalenderark …" in [button.text().strip() for button in buttons]


def test_the_history_opens_in_full_and_is_filtered(team: Team) -> None:
    team.wing._want_tab(HISTORY)
    history = team.wing.view._history
    everything = history._table.model().rowCount()

    history._kinds.setFocus()
    press(Qt.Key.Key_Down)
    assert 0 < history._table.model().rowCount() < everything
    history._table.setFocus()
    press(Qt.Key.Key_Return)

    assert history._panes.is_open()
    assert "Stamdata" not in texts_shown(history._pane)
    press(Qt.Key.Key_Escape)
    assert not history._panes.is_open()


# Lifetimes and looks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [EventDialog, FactCorrectionDialog, CopyDialog, FamilyDialog])
@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_every_dialog_opens_in_both_languages_and_is_freed(kind: type[FormDialog], language: str, team: Team) -> None:
    translation.set_language(language)
    opening = {
        EventDialog: team.wing.record,
        FactCorrectionDialog: team.wing.correct,
        CopyDialog: team.wing.copy_out,
        FamilyDialog: team.wing._add_to_family,
    }[kind]
    gc.collect()
    gc.disable()
    try:
        opening()
        kept = weakref.ref(open_dialog(kind))
        made = kept()
        assert made is not None
        made.reject()
        del made
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        assert kept() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("place", [OVERVIEW, FAMILY, CONTRACT, DEADLINES, DOCUMENTS, HISTORY, CASE_FORM])
def test_nothing_of_a_long_name_is_clipped_or_without_a_name(
    qtbot: QtBot, theme: Theme, team_with: Opening, place: str, percent: int
) -> None:
    theme.choose_text_scale(percent)
    team = team_with(
        citizen=a_citizen(given_names=LONG, protected_address=True), household=None, plans=(a_draft(), a_plan(number=2))
    )

    if place == CASE_FORM:
        team.wing.edit()
    else:
        team.wing._want_tab(place)

    qtbot.waitUntil(lambda: clipped_texts(team.window) == [])
    assert unnamed_widgets(team.window) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", [EventDialog, FactCorrectionDialog, CopyDialog, FamilyDialog])
def test_nothing_in_a_dialog_is_clipped_or_without_a_name(
    qtbot: QtBot, theme: Theme, team: Team, kind: type[FormDialog], percent: int
) -> None:
    theme.choose_text_scale(percent)
    {
        EventDialog: team.wing.record,
        FactCorrectionDialog: team.wing.correct,
        CopyDialog: team.wing.copy_out,
        FamilyDialog: team.wing._add_to_family,
    }[kind]()

    dialog = open_dialog(kind)

    qtbot.waitUntil(lambda: clipped_texts(dialog) == [])
    assert unnamed_widgets(dialog) == []


def test_an_empty_case_says_on_every_tab_what_there_is_not(team_with: Opening) -> None:
    team = team_with(plans=(), takeover_on=None, allocation_decided_on=None, permit_granted_on=None)
    found = ""

    for tab in (OVERVIEW, FAMILY, CONTRACT, DOCUMENTS):
        team.wing._want_tab(tab)
        found += texts_shown(team.wing.view)

    for text in (
        "Der er ikke sket noget endnu",
        "Borgeren er ikke registreret i en husstand",
        "Der er ingen plan endnu",
        "Der er ingen dokumenter endnu",
    ):
        assert text in found


def test_who_lives_in_no_household_is_told_how_to_come_into_one(team: Team) -> None:
    press(Qt.Key.Key_F2)

    assert "Er ikke registreret i en husstand. Føj borgeren til en på fanen Familie." in texts_shown(team.page)
