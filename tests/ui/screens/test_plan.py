"""A plan in the real window, by keyboard: written, closed for signing, printed, signed, annulled, and never lost."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import (
    ActivityKind,
    GoalKind,
    NoSignature,
    Party,
    Plan,
    PlanState,
    Unsigned,
    state_of,
)
from desktop_app.main import Door
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.plan_rows_typed import GoalSection, new_goal, new_sub_goal
from desktop_app.storage.store import create_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.annul_dialog import AnnulDialog
from desktop_app.ui.buttons import Button
from desktop_app.ui.case_contract_tab import ContractTab
from desktop_app.ui.case_view import CONTRACT, FOLLOW_UPS
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.earlier_content_dialog import EarlierContentDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.paper_printing import PrintJob
from desktop_app.ui.plan_page import PlanPage
from desktop_app.ui.plan_panes import CHECKS, PAPER, PlanPanes, Shape
from desktop_app.ui.sign_dialog import SignDialog
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.comparison_wing import COMPARISON, COMPARISON_PREVIEW
from desktop_app.ui.wings.plan_wing import PLAN, PlanWing
from desktop_app.ui.wings.print_wing import PREVIEW
from desktop_app.ui.wrapping_link import WrappingLink
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_goal, a_plan
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import (
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, TODAY, USER, today

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBER = "2026-019"


class Team:
    """The unlocked window over a store with one case, and what is in the store."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.desk: Desk
        self.unlock()

    def unlock(self) -> None:
        """Unlock, for the first time or again."""
        self.window.unlocking.try_password(USER, PASSWORD)
        assert self.window.desk is not None
        self.desk = self.window.desk

    @property
    def wing(self) -> PlanWing:
        return self.desk.plan_wing

    @property
    def page(self) -> PlanPage:
        return self.wing.page

    @property
    def case(self) -> Case:
        with self.office.store.work() as unit:
            return unit.cases.by_number(NUMBER)

    @property
    def office(self) -> Office:
        assert isinstance(self.desk.office, Office)
        return self.desk.office

    def plan(self, number: int = 1) -> Plan:
        return next(plan for plan in self.case.plans if plan.number == number)

    def state(self, number: int = 1) -> PlanState:
        return state_of(self.plan(number), self.case.plans)

    def done(self) -> str:
        bar = self.desk.shell.done_bar
        return "" if bar.isHidden() else bar._text.text()


Opening = Callable[..., Team]


@pytest.fixture
def team_with(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opening]:  # noqa: ARG001 - theme is put back
    """Open the window over a store with one case that has these plans."""
    windows: list[MainWindow] = []

    def opening(*plans: Plan, width: int = 1280, **changes: object) -> Team:
        path = tmp_path / "enplan.store"
        municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
        made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
        with Office(made.store) as office, office.store.work() as unit:
            known = {"takeover_on": date(2026, 11, 2), "citizen": a_citizen(given_names="Farid", family_name="Rahimi")}
            unit.cases.add(a_case(case_number=NUMBER, plans=plans, **known | changes))
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
    """The window with a complete draft open in the editor."""
    team = team_with(a_draft())
    team.wing.write(NUMBER, 1)
    team.page.go_to(FieldPlace(team.plan().goals[0].id, "text"))
    return team


def confirm() -> None:
    open_dialog(ConfirmDialog)._primary.click()


# Writing -------------------------------------------------------------------------------------------------------------


def test_the_first_plan_is_written_by_keyboard_alone_and_saved(team_with: Opening) -> None:
    team = team_with()
    team.wing.begin_version(NUMBER)
    assert (team.desk.page_key, texts_shown(team.page).count("Kontrakt, version 1 (kladde)")) == (PLAN, 1)

    team.page._form.go_to(FieldPlace(team.wing.presenter.session.form.goals[0].id, "text"))
    type_text("Ordinært arbejde som tømrer")
    press(Qt.Key.Key_Tab)
    type_text("Han har en kontrakt")
    press(Qt.Key.Key_Tab)  # employment is the first it can be about
    press(Qt.Key.Key_Tab)
    type_text("1/10-27")
    team.page._form.go_to(FieldPlace(team.wing.presenter.session.form.goals[-1].id, "text"))
    type_text("Modul 2")
    team.page._form.go_to(FieldPlace(team.wing.presenter.session.form.activities[0].id, "kind"))
    press(Qt.Key.Key_Down)
    for text in ("", "DU2", "Sprogcenter", "Borgeren", "7/12-26"):
        type_text(text)
        press(Qt.Key.Key_Tab)
    typed = team.wing.presenter.session.form
    press(Qt.Key.Key_S, CONTROL)

    plan = team.plan()
    assert (typed.goals[0].measure, typed.activities[0].responsible) == ("Han har en kontrakt", "Borgeren")
    assert [(goal.kind, goal.text) for goal in plan.goals] == [
        (GoalKind.EMPLOYMENT, "Ordinært arbejde som tømrer"),
        (GoalKind.DANISH, "Modul 2"),
    ]
    assert plan.goals[0].target_on == date(2027, 10, 1)
    [activity] = plan.activities
    assert (activity.kind, activity.text, activity.provider) == (ActivityKind.DANISH_EDUCATION, "DU2", "Sprogcenter")
    assert activity.starts_on == date(2026, 12, 7)
    assert team.done() == "Kladden er gemt."


def test_the_keyboard_begins_where_the_form_does(team: Team) -> None:
    team.page.focus_first()

    assert team.page._form.place() == FieldPlace("", "education")


def test_while_one_types_the_paper_is_dimmed_and_a_second_later_it_is_new(qtbot: QtBot, team: Team) -> None:
    paper = team.page._paper

    type_text("x")

    assert paper._bench._is_dimmed
    assert paper._updated.text() == "Forhåndsvisningen er ikke opdateret"
    qtbot.waitUntil(lambda: not paper._bench._is_dimmed, timeout=5_000)
    assert paper._updated.text().startswith("Opdateret kl. ")


def test_steps_are_taken_back_over_fields_and_rows_and_taken_again(team: Team) -> None:
    form = team.page._form
    press(Qt.Key.Key_End, CONTROL)
    type_text(" nu")
    form._department.setFocus()
    type_text("X")
    form._activities._add.click()

    press(Qt.Key.Key_Z, CONTROL)
    rows = len(form._activities.rows())
    form._department.setFocus()
    press(Qt.Key.Key_Z, CONTROL)
    department = form._department.text()
    press(Qt.Key.Key_Z, CONTROL)
    goal = form.form().goals[0].text
    press(Qt.Key.Key_Y, CONTROL)
    press(Qt.Key.Key_Z, CONTROL | SHIFT)

    assert (rows, department, goal) == (1, "Jobcenter", "Ordinært arbejde i køkken")
    assert form.form().goals[0].text == "Ordinært arbejde i køkken nu"
    assert form._department.text() == "JobcenterX"


def test_a_row_that_is_added_moved_and_removed_by_keyboard_is_saved_so(team: Team) -> None:
    form = team.page._form
    form.go_to(FieldPlace(team.plan().activities[0].id, "text"))
    press(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    type_text("Køkken")

    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_S, CONTROL)

    assert [one.text for one in team.plan().activities] == ["Køkken", "DU2"]


def test_what_is_missing_leads_to_its_field(team: Team) -> None:
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    assert team.page._checks._summary.text() == "7 af 8 er på plads"

    team.page._head._ready.click()
    summary = team.page._form._messages.summary
    assert focused() is summary
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert "Beskæftigelses- eller uddannelsesmål (§ 19, stk. 4)" in summary.accessibleName()
    assert team.page._form.place() == FieldPlace(team.plan().goals[0].id, "text")


def test_a_line_of_the_check_list_leads_to_its_field(team: Team) -> None:
    line = next(line for line in team.page._checks._lines if line.key[0] == "Koordineringsansvarlig forvaltning")

    assert isinstance(line._words, WrappingLink)
    line._words.click()

    assert focused() is team.page._form._department


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_saved(team: Team) -> None:
    goal = team.plan().goals[0]
    team.page._form.go_to(FieldPlace(goal.id, "target"))
    type_text("31/2-27")

    press(Qt.Key.Key_S, CONTROL)

    assert "Februar 2027 har kun 28 dage" in team.page._form._messages.summary.accessibleName()
    assert "Februar 2027 har kun 28 dage" in texts_shown(team.page._form)
    assert team.plan().goals[0].target_on is None


def test_a_sub_goal_is_added_and_moved_within_its_goal_by_keyboard(team: Team) -> None:
    goal, danish = team.plan().goals
    rows = team.page._form._goals.part(GoalSection.MAIN).rows()[0]

    for text in ("Praktik", "Kørekort"):
        rows.sub_goals._add.click()
        type_text(text)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | SHIFT)

    form = team.wing.presenter.session.form
    assert [(one.text, one.part_of) for one in form.goals] == [
        (goal.text, None),
        ("Kørekort", goal.id),
        ("Praktik", goal.id),
        (danish.text, None),
    ]
    assert focused().accessibleName() == "Mål 1, delmål 1: Hvad vi vil nå på vejen"

    for _step in range(3):
        press(Qt.Key.Key_Z, CONTROL)
    assert [one.text for one in team.page._form.form().goals] == [goal.text, "Praktik", danish.text]


def test_a_goal_that_moves_has_its_sub_goals_with_it(team: Team) -> None:
    form = team.wing.presenter.session.form
    first = form.goals[0]
    step = replace(new_sub_goal(first), text="Praktik")
    second = replace(new_goal(GoalSection.MAIN), text="Uddannelse")
    team.page._form.write(replace(form, goals=(first, step, second, *form.goals[1:])))
    team.page.go_to(FieldPlace(first.id, "text"))

    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | SHIFT)

    goals = team.wing.presenter.session.form.goals
    assert [one.text for one in goals[:3]] == ["Uddannelse", first.text, "Praktik"]


def test_a_sub_goal_of_what_becomes_a_goal_about_health_is_about_health_too(team: Team) -> None:
    form = team.wing.presenter.session.form
    goal = replace(new_goal(GoalSection.OTHER), text="Ryggen")
    steps = (new_sub_goal(goal), replace(new_sub_goal(goal), kind=GoalKind.FAMILY))
    team.page._form.write(replace(form, goals=(goal, *steps, *form.goals)))
    team.page.go_to(FieldPlace(goal.id, "kind"))

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)

    by_id = {one.id: one.kind for one in team.wing.presenter.session.form.goals}
    assert [by_id[one.id] for one in (goal, *steps)] == [GoalKind.HEALTH, GoalKind.HEALTH, GoalKind.FAMILY]


def test_who_does_what_asks_others_for_their_name(team: Team) -> None:
    commitments = team.page._form._commitments
    commitments._add.click()
    [row] = commitments.rows()
    assert row.fields["who"].isHidden()

    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("Boldklubben")
    press(Qt.Key.Key_Tab)
    type_text("Træner")

    [typed] = team.wing.presenter.session.form.commitments
    assert (typed.party, typed.who, typed.text) == (Party.OTHER, "Boldklubben", "Træner")


def test_an_education_order_is_folded_away_until_it_is_wanted(team: Team) -> None:
    form = team.page._form
    assert not form._order.is_open()

    team.page.go_to(FieldPlace("", "order_text"))
    type_text("Søger optagelse")
    form._order.set_open(is_open=False)
    press(Qt.Key.Key_S, CONTROL)

    assert form._order.is_open()
    assert "Indtast den dato, pålægget blev givet" in form._messages.summary.accessibleName()


def test_sections_are_reached_by_keys_in_the_order_of_the_document(team: Team) -> None:
    team.page.focus_first()
    places = []

    for _section in range(7):
        press(Qt.Key.Key_PageDown, CONTROL)
        at = focused()
        places.append(at.accessibleName() or (at.text() if isinstance(at, Button) else ""))

    assert [place.split(":")[0] for place in places] == [
        "Mål 1",
        "Tilføj et andet mål",
        "Mål for dansk 1",
        "Aktivitet 1",
        "Tilføj aftale",
        "Der er givet et pålæg § 16 a, foldet sammen",
        "Koordineringsansvarlig forvaltning",
    ]


def test_a_warning_about_the_next_follow_up_leads_to_the_follow_ups_of_the_case(team: Team) -> None:
    team.page.go_to(FieldPlace("", "follow_ups"))

    assert (team.desk.page_key, team.desk.case_wing.view.tab) == (CASE, FOLLOW_UPS)


def test_a_warning_stands_at_its_field_and_beside_the_form(team: Team) -> None:
    team.page._form.go_to(FieldPlace(team.plan().activities[0].id, "hours"))

    replace_with("44")

    assert texts_shown(team.page).count("Aktiviteten er på 44 timer om ugen. En fuld uge er 37 timer.") == 1
    assert [line.key[0] for line in team.page._checks._warning_lines] == [
        "Aktiviteten er på 44 timer om ugen. En fuld uge er 37 timer."
    ]


def test_what_was_typed_and_not_saved_is_there_again(team: Team) -> None:
    replace_with("Halvt skrevet")
    team.desk.open_case(NUMBER)
    assert team.plan().goals[0].text == "Ordinært arbejde i køkken"

    team.wing.write(NUMBER, 1)

    assert team.page._form.form().goals[0].text == "Halvt skrevet"
    press(Qt.Key.Key_S, CONTROL)
    assert team.plan().goals[0].text == "Halvt skrevet"
    assert team.office.drafts.mine() == []


def test_a_draft_left_from_before_brings_its_page_up(team: Team) -> None:
    replace_with("Halvt skrevet")
    team.window.lock()
    team.unlock()

    team.desk.drafts.resume()

    assert team.desk.page_key == PLAN
    assert team.page._form.form().goals[0].text == "Halvt skrevet"


def test_a_draft_is_discarded_only_when_one_confirms(team: Team) -> None:
    team.desk.open_case(NUMBER)
    team.wing.write(NUMBER, 1)
    team.page._form._discard.click()
    open_dialog(ConfirmDialog).reject()
    assert [plan.number for plan in team.case.plans] == [1]

    team.page._form._discard.click()
    confirm()

    assert [plan.number for plan in team.case.plans] == []
    assert team.desk.page_key == CASE
    assert team.done() == "Kladden til version 1 er kasseret."


# From ready to signed ------------------------------------------------------------------------------------------------


def test_a_draft_is_made_ready_and_opened_again(team: Team) -> None:
    team.page._head._ready.click()
    confirm()
    assert (team.state(), team.done()) == (PlanState.READY, "Planen er klar til underskrift.")
    assert "Indholdet er låst." in texts_shown(team.page)

    team.page._locked._reopen.click()

    assert team.state() is PlanState.DRAFT
    assert team.page._middle.currentWidget() is team.page._form


def test_ctrl_p_saves_and_shows_the_paper(team: Team) -> None:
    replace_with("Arbejde på en kaffebar")

    press(Qt.Key.Key_P, CONTROL)

    assert team.desk.page_key == PREVIEW
    assert team.plan().goals[0].text == "Arbejde på en kaffebar"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert team.desk.page_key == PLAN


def test_a_printed_paper_is_asked_after_and_its_signatures_are_registered(
    qtbot: QtBot, team_with: Opening, tmp_path: Path
) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.write(NUMBER, 1)
    press(Qt.Key.Key_P, CONTROL)
    page = team.desk.print_wing.page
    assert page._question.isHidden()
    print_to(qtbot, team, tmp_path / "paper.pdf")

    assert "Er kontrakten underskrevet?" in texts_shown(page)
    page._register.click()
    dialog = open_dialog(SignDialog)
    press(Qt.Key.Key_Tab)
    replace_with("28/10-26")
    dialog._primary.click()

    assert (team.state(), team.plan().signed_on) == (PlanState.SIGNED, SIGNED)
    assert team.done() == "Kontrakten er markeret som underskrevet."
    assert len(PdfReader(tmp_path / "paper.pdf").pages) > 1


def test_a_paper_that_is_not_signed_yet_is_not_asked_after_again(
    qtbot: QtBot, team_with: Opening, tmp_path: Path
) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.write(NUMBER, 1)
    press(Qt.Key.Key_P, CONTROL)
    print_to(qtbot, team, tmp_path / "paper.pdf")

    team.desk.print_wing.page._not_yet.click()

    assert team.desk.print_wing.page._question.isHidden()
    assert team.state() is PlanState.READY


def test_a_draft_that_is_printed_is_not_asked_after(qtbot: QtBot, team: Team, tmp_path: Path) -> None:
    press(Qt.Key.Key_P, CONTROL)

    print_to(qtbot, team, tmp_path / "paper.pdf")

    assert team.desk.print_wing.page._question.isHidden()
    assert "Dokumentet er sendt til printeren" in texts_shown(team.desk.print_wing.page)


def print_to(qtbot: QtBot, team: Team, out: Path) -> None:
    """Print what is shown into a file, as where there is no printer."""
    job = team.desk.print_wing.print_on_paper()
    assert isinstance(job, PrintJob)
    assert job.printer.docName() == "Én Plan, sag 2026-019"
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(out))
    for field in job.dialog.findChildren(QLineEdit, "filename"):
        field.setText(str(out))
    with qtbot.waitSignal(job.finished):
        job.dialog.accept()


def test_signatures_are_registered_in_the_dialog_by_keyboard(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.write(NUMBER, 1)
    assert focused() is team.page._head._sign
    press(Qt.Key.Key_Return)
    open_dialog(SignDialog)

    press(Qt.Key.Key_Tab)
    replace_with("28/10-26")
    press(Qt.Key.Key_Return, CONTROL)

    plan = team.plan()
    assert (plan.signed_by_citizen_on, plan.signed_by_municipality_on) == (SIGNED, SIGNED)
    assert (plan.signed_by_interpreter_on, plan.declaration_signed_on) == (None, SIGNED)
    assert "Kontrakt, version 1 (underskrevet)" in texts_shown(team.page)


def test_a_citizen_who_does_not_sign_needs_a_reason(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.sign(NUMBER, 1)
    dialog = open_dialog(SignDialog)
    assert isinstance(dialog, SignDialog)
    dialog._how._buttons["unwilling"].click()
    assert dialog.form.row("citizen").isHidden()
    dialog._primary.click()
    assert "Skriv hvorfor borgeren ikke har underskrevet" in dialog.form.summary.accessibleName()

    dialog._reason.setFocus()
    type_text("Vil tale med sin advokat")
    dialog._primary.click()

    assert team.plan().unsigned == Unsigned(why=NoSignature.UNWILLING, reason="Vil tale med sin advokat")


def test_a_signature_is_undone_with_one_key(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.write(NUMBER, 1)
    team.wing.sign(NUMBER, 1)
    open_dialog(SignDialog)._primary.click()

    team.desk.shell.done_bar._undo.click()

    assert [team.state(1), team.state(2)] == [PlanState.ANNULLED, PlanState.DRAFT]
    assert "Kontrakt, version 2 (kladde)" in texts_shown(team.page)


def test_a_signature_is_annulled_with_a_reason(team_with: Opening) -> None:
    team = team_with(a_plan())
    team.wing.annul(NUMBER, 1)
    dialog = open_dialog(AnnulDialog)
    dialog._primary.click()
    assert "Skriv en begrundelse." in dialog.form.summary.accessibleName()

    dialog.form.go_to("reason")
    type_text("Forkert sag")
    dialog._primary.click()

    annulment = team.plan().annulment
    assert annulment
    assert annulment.reason == "Forkert sag"
    assert team.done() == "Underskriften er annulleret. Fortsæt med version 2."


def test_a_new_version_begins_with_the_content_of_the_signed_one(team_with: Opening) -> None:
    team = team_with(a_plan())

    team.wing.begin_version(NUMBER, 1)

    assert team.desk.page_key == PLAN
    assert team.page._form.form().goals[0].text == "Ordinært arbejde i køkken"
    assert team.state(2) is PlanState.DRAFT


def test_a_dialog_of_signing_that_is_cancelled_leaves_no_draft(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.sign(NUMBER, 1)
    dialog = open_dialog(SignDialog)
    assert isinstance(dialog, SignDialog)
    dialog._dates[next(iter(dialog._dates))].setFocus()
    replace_with("28/10-26")
    team.desk.drafts.keep_all()
    assert len(team.office.drafts.mine()) == 1

    press(Qt.Key.Key_Escape)
    team.desk.drafts.keep_all()

    assert team.office.drafts.mine() == []


def test_what_was_typed_in_a_dialog_that_locking_closed_is_there_again(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.sign(NUMBER, 1)
    dialog = open_dialog(SignDialog)
    assert isinstance(dialog, SignDialog)
    dialog._dates[next(iter(dialog._dates))].setFocus()
    replace_with("28/10-26")
    team.window.lock()
    team.unlock()

    team.desk.drafts.resume()

    again = open_dialog(SignDialog)
    assert isinstance(again, SignDialog)
    assert again._dates[next(iter(again._dates))].text() == "28/10-26"


# Room, names, lifetime -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("theme")
def test_with_room_all_panes_show_with_less_they_take_turns() -> None:
    panes = PlanPanes(QWidget(), QWidget(), QWidget())
    panes.show()

    def shown(width: int) -> tuple[Shape, list[bool]]:
        panes.resize(width, 600)
        return panes.shape, [not pane.isHidden() for pane in panes._panes.values()]

    wide, less, little = shown(1300), shown(900), shown(600)
    panes.bring_up(CHECKS)
    turned = shown(600)

    assert wide == (Shape.ALL, [True, True, True])
    assert less == (Shape.TWO, [False, True, True])
    assert little == (Shape.ONE, [False, True, False])
    assert turned == (Shape.ONE, [True, False, False])


def test_going_to_a_field_brings_the_form_up(team: Team) -> None:
    panes = team.page._panes
    panes.resize(600, 600)
    panes.bring_up(CHECKS)

    team.page.go_to(FieldPlace("", "department"))

    assert not team.page._middle.isHidden()


@pytest.mark.parametrize("scale", [100, 200])
def test_everything_has_a_name_and_nothing_is_clipped(
    qtbot: QtBot, team_with: Opening, theme: Theme, scale: int
) -> None:
    theme.choose_text_scale(scale)
    team = team_with(a_draft())
    team.wing.write(NUMBER, 1)

    for pane in (CHECKS, PAPER, "form"):
        team.page._panes.bring_up(pane)
        qtbot.waitUntil(lambda: clipped_texts(team.page) == [])
        assert unnamed_widgets(team.page) == []


@pytest.mark.parametrize("scale", [100, 200])
def test_the_dialogs_have_names_and_clip_nothing(team_with: Opening, theme: Theme, scale: int) -> None:
    theme.choose_text_scale(scale)
    team = team_with(a_draft(ready_on=SIGNED))
    team.wing.sign(NUMBER, 1)
    dialog = open_dialog(SignDialog)
    QApplication.processEvents()

    assert unnamed_widgets(dialog) == []
    assert clipped_texts(dialog) == []


def test_a_dialog_is_freed_when_it_closes(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))
    gc.collect()
    gc.disable()
    try:
        team.wing.sign(NUMBER, 1)
        kept = weakref.ref(open_dialog(SignDialog))
        open_dialog(SignDialog)._primary.click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert kept() is None
    finally:
        gc.enable()


def test_the_page_of_the_editor_is_freed_by_reference_count(theme: Theme) -> None:  # noqa: ARG001 - a running application
    gc.collect()
    gc.disable()
    try:
        page = PlanPage(today)
        kept = weakref.ref(page)
        page.show()
        page.close()
        del page
        assert kept() is None
    finally:
        gc.enable()


def test_a_new_day_shows_how_long_there_is_left(team: Team) -> None:
    assert "Frist om 10 dage" in texts_shown(team.page)

    team.desk._days.day = date(2026, 11, 23)
    team.wing.show_new_day()

    assert "Frist om 9 dage" in texts_shown(team.page)
    assert date(2026, 11, 22) == TODAY


# From the case -------------------------------------------------------------------------------------------------------


def act(team: Team, title: str) -> None:
    """Press a button on the tab of the contract, as it is now."""
    team.desk.open_case(NUMBER, CONTRACT)
    tab = team.desk.case_wing.view.findChildren(ContractTab)[-1]
    [button] = [button for button in tab.findChildren(Button) if button.text().strip() == title]
    button.click()


def test_a_case_without_a_plan_offers_to_write_one(team_with: Opening) -> None:
    team = team_with()

    act(team, "Skriv planen")

    assert (team.desk.page_key, team.state()) == (PLAN, PlanState.DRAFT)


@pytest.mark.parametrize(
    ("plan", "title", "number"),
    [(a_draft(), "Ret …", 1), (a_draft(ready_on=SIGNED), "Ret …", 1), (a_plan(), "Ret …", 2)],
)
def test_a_version_is_changed_from_its_case(team_with: Opening, plan: Plan, title: str, number: int) -> None:
    team = team_with(plan)

    act(team, title)

    assert (team.desk.page_key, team.wing.presenter.session.plan.number) == (PLAN, number)


def test_a_version_is_signed_and_annulled_from_its_case(team_with: Opening) -> None:
    team = team_with(a_draft(ready_on=SIGNED))

    act(team, "Registrér underskrift …")
    open_dialog(SignDialog)._primary.click()
    assert (team.state(), team.desk.page_key) == (PlanState.SIGNED, CASE)

    act(team, "Annullér underskrift …")
    dialog = open_dialog(AnnulDialog)
    type_text("Forkert sag")
    dialog._primary.click()

    assert [team.state(1), team.state(2)] == [PlanState.ANNULLED, PlanState.DRAFT]
    assert team.desk.page_key == CASE


# Versions beside each other ------------------------------------------------------------------------------------------


def two_versions(team_with: Opening) -> Team:
    """Open the second version, a draft, which says one thing otherwise than the first."""
    first = a_plan(goals=(a_goal(text="Arbejde i køkken"), a_goal(kind=GoalKind.DANISH, text="Dansk 2")))
    second = a_draft(number=2, goals=(a_goal(text="Arbejde i butik"),))
    team = team_with(first, second)
    team.wing.write(NUMBER, 2)
    team.page.go_to(FieldPlace(second.goals[0].id, "text"))
    return team


def test_the_differences_are_read_from_the_editor_and_one_comes_back_to_it(team_with: Opening) -> None:
    team = two_versions(team_with)
    page = team.wing.comparison.page

    team.page._head._differences.click()

    assert (team.desk.page_key, focused()) == (COMPARISON, page._text)
    assert "Arbejde i [udgået: køkken] [tilføjet: butik]" in page._text.toPlainText()
    assert "Dansk [udgået]" in page._text.toPlainText()
    press(Qt.Key.Key_Escape)
    assert team.desk.page_key == PLAN


def test_what_is_typed_is_saved_before_it_is_compared(team_with: Opening) -> None:
    team = two_versions(team_with)
    press(Qt.Key.Key_End, CONTROL)
    type_text(" i Nakskov")

    team.page._head._differences.click()

    assert team.plan(2).goals[0].text == "Arbejde i butik i Nakskov"
    assert "[tilføjet: butik i Nakskov]" in team.wing.comparison.page._text.toPlainText()


def test_added_words_are_underlined_and_removed_ones_struck_through(team_with: Opening) -> None:
    team = two_versions(team_with)
    team.wing.compare(NUMBER, 2)
    text = team.wing.comparison.page._text

    def letters(word: str) -> tuple[bool, bool]:
        found = text.document().find(word).charFormat()
        return found.fontUnderline(), found.fontStrikeOut()

    assert (letters("butik"), letters("køkken"), letters("Arbejde")) == ((True, False), (False, True), (False, False))
    assert text.isReadOnly()


def test_two_other_versions_are_chosen_by_keyboard(team_with: Opening) -> None:
    team = two_versions(team_with)
    team.wing.compare(NUMBER, 2)
    page = team.wing.comparison.page

    page._was.setFocus()
    press(Qt.Key.Key_Up)

    assert page._same.isVisibleTo(page)
    assert "De to versioner er ens." in texts_shown(page)
    assert not page._text.isVisibleTo(page)


def test_the_differences_are_shown_on_paper_and_one_comes_back_to_the_versions_chosen(team_with: Opening) -> None:
    team = two_versions(team_with)
    team.wing.compare(NUMBER, 2)
    page = team.wing.comparison.page
    page.chosen.emit(2, 1)

    press(Qt.Key.Key_P, CONTROL)

    assert team.desk.page_key == COMPARISON_PREVIEW
    assert "Forskelle mellem version 2 og 1" in texts_shown(team.wing.comparison.paper.page)
    press(Qt.Key.Key_Escape)
    assert (team.desk.page_key, page._was.key(), page._now.key()) == (COMPARISON, "2", "1")


def test_a_case_with_one_version_offers_no_differences(team: Team) -> None:
    assert team.page._head._differences.isHidden()
    assert team.page._form._earlier.isHidden()
    team.desk.open_case(NUMBER, CONTRACT)
    assert "Vis forskelle" not in texts_shown(team.desk.case_wing.view)


def test_every_version_on_a_case_is_compared_with_the_one_before_it(team_with: Opening) -> None:
    team = two_versions(team_with)
    team.desk.open_case(NUMBER, CONTRACT)
    buttons = [
        one for one in team.desk.findChildren(Button) if one.accessibleName().startswith("Vis forskelle …, version")
    ]

    assert [one.accessibleName() for one in buttons] == ["Vis forskelle …, version 2", "Vis forskelle …, version 1"]
    buttons[0].click()

    page = team.wing.comparison.page
    assert (team.desk.page_key, page._was.key(), page._now.key()) == (COMPARISON, "1", "2")


def test_a_goal_of_an_earlier_version_is_taken_in_by_keyboard_and_taken_back(qtbot: QtBot, team_with: Opening) -> None:
    team = two_versions(team_with)
    before = team.page._form.form()
    team.page._form._earlier.click()
    dialog = open_dialog(EarlierContentDialog)

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CONTROL)

    goals = [goal.text for goal in team.page._form.form().goals]
    assert goals[:2] == ["Arbejde i butik", "Arbejde i køkken"]
    assert not dialog.isVisible()
    team.window.activateWindow()  # as a window system does when its dialog is gone
    there = FieldPlace(team.page._form.form().goals[1].id, "text")
    qtbot.waitUntil(lambda: team.page._form.place() == there, timeout=2_000)

    press(Qt.Key.Key_Z, CONTROL)
    assert team.page._form.form() == before


def test_where_nothing_is_left_to_take_in_that_is_said(team_with: Opening) -> None:
    team = team_with(a_plan(), a_draft(number=2))
    team.wing.write(NUMBER, 2)

    team.page._form._earlier.click()

    dialog = open_dialog(EarlierContentDialog)
    assert "Alt fra de tidligere versioner står allerede i denne version." in texts_shown(dialog)
    dialog._primary.click()
    assert not team.wing.presenter.session.is_edited
