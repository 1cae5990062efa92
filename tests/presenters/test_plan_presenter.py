"""The plan editor: opened, typed in, saved, closed for signing, opened again, discarded, and kept as a draft."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import Draft, LogAction
from desktop_app.application.write_plan import PlanContent, save_content
from desktop_app.domain.case import Case
from desktop_app.domain.plan import GoalKind, Plan, PlanState
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.plan_form import AssessmentForm, PlanForm
from desktop_app.presenters.plan_presenter import PlanPresenter
from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_rows_typed import GoalSection
from desktop_app.presenters.plan_texts import WarningLine
from tests.builders import SIGNED, a_case, a_draft, a_goal, a_plan, new_id
from tests.fakes import MOMENT, USER, FakeStore
from tests.presenters.plan_desk import TODAY, FakePlanWork, SeenPaper, SeenPlan, plan_work

NUMBER = "2026-014"


class Editor:
    """The editor over a store with one case."""

    def __init__(self, law: PlanLaw, *plans: Plan, **changes: Any) -> None:  # noqa: ANN401 - a builder's
        self.store = FakeStore(a_case(plans=plans, **changes))
        self.work: FakePlanWork = plan_work(self.store, law)
        self.view, self.paper = SeenPlan(), SeenPaper()
        self.day = TODAY
        self.presenter = PlanPresenter(self.view, self.view, self.paper, work=self.work, today=lambda: self.day)

    @property
    def case(self) -> Case:
        return self.store.case(NUMBER)

    @property
    def form(self) -> PlanForm:
        return self.presenter.session.form

    def plan(self, number: int = 1) -> Plan:
        return next(plan for plan in self.case.plans if plan.number == number)

    def type_goal(self, text: str, place: int = 0) -> None:
        """Type in a goal, as its field tells of it."""
        goals = list(self.form.goals)
        goals[place] = replace(goals[place], text=text)
        self.presenter.edit(replace(self.form, goals=tuple(goals)), f"{goals[place].id}.text")

    def type_target(self, text: str) -> None:
        goals = (replace(self.form.goals[0], target=text), *self.form.goals[1:])
        self.presenter.edit(replace(self.form, goals=goals), "target")

    def somebody_else_saves(self, text: str) -> None:
        """Let a colleague write another goal."""
        content = PlanContent(
            goals=(a_goal(text=text),),
            activities=(),
            coordinating_department="Jobcenter",
            responsible_caseworker="MJ",
            assessment=self.plan().assessment,
            education_order=None,
            commitments=self.plan().commitments,
        )
        save_content(self.case, self.plan().id, content, work=self.store.work)

    def draft(self) -> Draft:
        """Return what would be kept of the form now."""
        content = self.presenter.content()
        assert content
        return Draft(
            id="draft-1",
            user=USER,
            screen="plan",
            subject=self.presenter.subject,
            content=content,
            based_on=self.presenter.based_on(),
            saved_at=MOMENT,
        )


@pytest.fixture
def editor(law: PlanLaw) -> Editor:
    """The editor over a complete draft that is open."""
    editor = Editor(law, a_draft())
    assert editor.presenter.open(NUMBER)
    return editor


# Opening -------------------------------------------------------------------------------------------------------------


def test_a_version_is_looked_over_once_when_it_is_opened(editor: Editor) -> None:
    assert len(editor.work.examined) == 1


def test_a_draft_is_shown_with_its_head_its_form_its_checks_and_its_paper(editor: Editor) -> None:
    view = editor.view

    [head] = view.heads
    assert (head.title, head.citizen, head.state) == ("Kontrakt, version 1 (kladde)", "Rima Al-Hassan", PlanState.DRAFT)
    assert (head.badge, head.badge_kind) == ("Overskredet 21 dage", BadgeKind.OVERDUE)
    assert head.due == "Senest den 1. november 2026"
    [(form, is_locked)] = view.forms
    assert ([goal.text for goal in form.goals], is_locked) == (["Ordinært arbejde i køkken", "Prøve i Dansk 2"], False)
    assert (view.summary, view.warnings) == ("8 af 8 er på plads", [])
    assert view.hours.startswith("I alt 15 timer om ugen fra den 16. november 2026.")
    assert (len(editor.paper.drawn), editor.paper.is_stale, view.steps) == (1, False, (False, False))
    assert editor.store.log[-1].action is LogAction.OPENED_CASE
    assert view.brought_up == 1


def test_while_no_contract_is_waited_for_no_deadline_is_shown(law: PlanLaw) -> None:
    editor = Editor(law, a_plan(), a_draft(number=2))

    editor.presenter.open(NUMBER)

    [head] = editor.view.heads
    assert (head.title, head.badge, head.due) == ("Kontrakt, version 2 (kladde)", "", "")


@pytest.mark.parametrize(("plan", "state"), [(a_draft(ready_on=SIGNED), PlanState.READY), (a_plan(), PlanState.SIGNED)])
def test_what_is_no_draft_is_only_read(law: PlanLaw, plan: Plan, state: PlanState) -> None:
    editor = Editor(law, plan)

    editor.presenter.open(NUMBER, 1)

    assert (editor.view.heads[0].state, editor.view.heads[0].is_locked) == (state, True)
    assert editor.view.forms[0][1] is True
    assert not any(line.place for line in editor.view.checks)
    assert editor.presenter.content() is None
    assert editor.paper.drawn


def test_a_version_that_is_not_there_is_not_opened(law: PlanLaw) -> None:
    editor = Editor(law)

    assert not editor.presenter.open(NUMBER)

    assert editor.view.errors == ["Sag 2026-014 har ingen plan endnu, så der er intet at udskrive."]
    assert not editor.presenter.is_open


def test_the_first_version_is_begun_with_room_to_type_at_once(law: PlanLaw) -> None:
    editor = Editor(law)

    assert editor.presenter.begin(NUMBER)

    assert [goal.section for goal in editor.form.goals] == [GoalSection.MAIN, GoalSection.DANISH]
    assert editor.view.changes[0].cases == {editor.case.id}
    assert editor.plan().goals == ()
    assert editor.presenter.content() is None


def test_while_a_version_is_in_work_that_one_is_opened(law: PlanLaw) -> None:
    editor = Editor(law, a_plan(), a_draft(number=2))

    assert editor.presenter.begin(NUMBER)

    assert editor.presenter.session.plan.number == 2
    assert (editor.view.errors, len(editor.case.plans)) == ([], 2)


def test_a_plan_of_nobody_is_not_begun(editor: Editor) -> None:
    assert not editor.presenter.begin("2026-999")

    assert editor.view.errors[0].startswith("Der er ingen sag med nummeret 2026-999.")
    assert editor.presenter.session.plan.number == 1


# Typing --------------------------------------------------------------------------------------------------------------


def test_typing_looks_the_plan_over_and_puts_the_paper_out_of_date(editor: Editor) -> None:
    editor.type_goal("")

    assert editor.view.summary == "7 af 8 er på plads"
    assert (editor.paper.is_stale, len(editor.paper.drawn)) == (True, 1)
    assert editor.view.steps == (True, False)
    assert len(editor.view.forms) == 1


def test_after_a_pause_the_paper_is_drawn_as_it_would_be_saved(editor: Editor) -> None:
    editor.type_goal("Arbejde på en kaffebar")
    editor.type_target("31/2-27")

    editor.presenter.pause()

    goal = editor.work.printer.snapshots[-1].goals[0]
    assert (goal.text, goal.target_on, editor.paper.is_stale) == ("Arbejde på en kaffebar", None, False)


def test_what_of_the_case_is_typed_stands_on_the_paper_too(editor: Editor) -> None:
    editor.presenter.edit(replace(editor.form, department="", caseworker="AB"))

    editor.presenter.pause()

    snapshot = editor.work.printer.snapshots[-1]
    assert (snapshot.coordinating_department, snapshot.caseworker) == (None, "AB")
    assert editor.view.summary == "7 af 8 er på plads"


def test_steps_are_taken_back_and_again_and_a_pause_ends_one(editor: Editor) -> None:
    editor.type_goal("A")
    editor.type_goal("Ar")
    editor.presenter.pause()
    editor.type_goal("Arb")

    editor.presenter.undo()
    once = editor.view.forms[-1][0].goals[0].text
    editor.presenter.undo()
    twice = editor.view.forms[-1][0].goals[0].text
    editor.presenter.redo()

    assert (once, twice, editor.form.goals[0].text) == ("Ar", "Ordinært arbejde i køkken", "Ar")
    assert editor.view.steps == (True, True)
    assert editor.paper.is_stale


def test_before_anything_is_open_a_pause_draws_nothing(law: PlanLaw) -> None:
    editor = Editor(law)

    editor.presenter.pause()
    editor.presenter.show_day()

    assert (editor.paper.drawn, editor.view.heads) == ([], [])


def test_a_new_day_shows_what_depends_on_it(editor: Editor) -> None:
    editor.day = TODAY + timedelta(days=1)

    editor.presenter.show_day()

    assert editor.view.heads[-1].badge == "Overskredet 22 dage"
    assert len(editor.paper.drawn) == 2


# Saving --------------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_saved_and_stands_as_it_was_read(editor: Editor) -> None:
    editor.type_target("1/10-27")
    editor.presenter.draft_id = "draft-1"

    assert editor.presenter.save()

    assert editor.plan().goals[0].target_on == date(2027, 10, 1)
    assert editor.form.goals[0].target == "01.10.2027"
    assert editor.view.forms[-1][0] == editor.form
    assert editor.view.done == ["Kladden er gemt."]
    assert editor.view.changes[-1].cases == {editor.case.id}
    kept: list[object] = [editor.presenter.content(), editor.presenter.draft_id]
    assert kept == [None, None]


def test_after_saving_one_types_and_saves_on(editor: Editor) -> None:
    editor.type_goal("Første")
    editor.presenter.save()
    editor.type_goal("Anden")

    assert editor.presenter.save()

    assert editor.plan().goals[0].text == "Anden"
    assert editor.view.errors == []


def test_blank_rows_are_not_saved_and_stay_where_they_are(law: PlanLaw) -> None:
    editor = Editor(law)
    editor.presenter.begin(NUMBER)
    editor.type_goal("Arbejde")

    editor.presenter.save()

    assert [goal.text for goal in editor.plan().goals] == ["Arbejde"]
    assert [goal.text for goal in editor.form.goals] == ["Arbejde", ""]
    assert len(editor.form.activities) == 1


def test_without_edits_nothing_is_saved(editor: Editor) -> None:
    assert editor.presenter.save()

    assert (editor.view.done, editor.view.changes) == ([], [])


def test_a_field_that_cannot_be_read_is_named_and_nothing_is_saved(editor: Editor) -> None:
    editor.type_target("31/2-27")

    assert not editor.presenter.save()

    goal = editor.form.goals[0]
    assert editor.view.problems == [FieldProblem(FieldPlace(goal.id, "target"), "Februar 2027 har kun 28 dage")]
    assert editor.plan().goals[0].target_on is None
    assert goal.target == "31/2-27"


def test_what_somebody_else_saved_is_not_overwritten_and_what_was_typed_stays(editor: Editor) -> None:
    editor.type_goal("Mit")
    editor.somebody_else_saves("Kollegaens")

    assert not editor.presenter.save()

    assert editor.view.errors[0].startswith("En anden har gemt ændringer i planen.")
    assert editor.view.remark.startswith(
        "Gemt i mellemtiden af en anden: Mål: – → Beskæftigelsesmål: Kollegaens; Mål: "
    )
    assert (editor.form.goals[0].text, editor.plan().goals[0].text) == ("Mit", "Kollegaens")


@pytest.mark.parametrize("act", ["save", "make_ready", "discard"])
def test_where_the_disk_is_full_everything_stays_as_it_was(editor: Editor, act: str) -> None:
    if act == "save":
        editor.type_goal("Mit")
    form, before = editor.form, editor.case
    editor.store.is_full = True

    getattr(editor.presenter, act)()

    assert editor.view.errors[0].startswith("Ændringerne kunne ikke gemmes, fordi disken er fuld.")
    assert (editor.form, editor.case, editor.view.done) == (form, before, [])


def test_what_was_typed_is_saved_beside_what_somebody_else_saved(editor: Editor) -> None:
    editor.type_goal("Mit")
    editor.presenter.draft_id = "draft-1"
    editor.somebody_else_saves("Kollegaens")
    editor.presenter.save()
    kept: list[str | None] = [editor.presenter.draft_id]

    assert editor.presenter.save()

    assert {goal.text for goal in editor.plan().goals} == {"Mit", "Kollegaens"}
    kept.append(editor.presenter.draft_id)
    assert (kept, editor.view.remark) == (["draft-1", None], "")


def test_a_version_somebody_else_closed_keeps_what_was_typed_and_says_what_to_do(editor: Editor) -> None:
    editor.type_goal("Mit")
    editor.work.make_ready(editor.case, editor.plan().id, TODAY)

    assert not editor.presenter.save()

    assert editor.view.errors == [
        "Version 1 er klar til underskrift, så indholdet er låst. Åbn den for redigering først."
    ]
    assert editor.form.goals[0].text == "Mit"
    assert editor.presenter.content() is not None


def test_a_version_somebody_else_discarded_keeps_what_was_typed(editor: Editor) -> None:
    editor.type_goal("Mit")
    editor.work.discard(editor.case, editor.plan().id, None)

    assert not editor.presenter.save()

    assert editor.view.errors == ["Sag 2026-014 har ingen version 1 af planen."]
    assert editor.form.goals[0].text == "Mit"


def test_what_the_paper_cannot_show_is_pointed_out_at_its_field_and_before_closing(editor: Editor) -> None:
    editor.type_goal("Arbejde 😀")
    editor.presenter.edit(replace(editor.form, assessment=AssessmentForm(network="李")))

    text = "Papiret kan ikke vise alle tegn i »{name}«. Der kommer et mærke i deres sted."
    told = [
        WarningLine(text.format(name="Netværk og fritid"), FieldPlace("", "network")),
        WarningLine(text.format(name="Mål"), FieldPlace(editor.form.goals[0].id, "text")),
    ]
    assert editor.view.warnings == told
    assert editor.presenter.save()
    editor.presenter.want_ready()
    assert editor.view.questions[-1][1] == told


# Ready to be signed --------------------------------------------------------------------------------------------------


def test_before_a_draft_is_closed_one_is_asked_and_told_what_does_not_add_up(editor: Editor) -> None:
    activity = replace(editor.form.activities[0], hours="40")
    editor.presenter.edit(replace(editor.form, activities=(activity,)))

    editor.presenter.want_ready()

    [(title, warnings)] = editor.view.questions
    assert title == "Gør version 1 klar til underskrift?"
    assert [line.text for line in warnings] == ["Aktiviteten er på 40 timer om ugen. En fuld uge er 37 timer."]
    assert editor.plan().ready_on is None


def test_what_is_missing_is_named_instead_with_the_field_it_is_filled_in_at(editor: Editor) -> None:
    editor.type_goal("")
    editor.presenter.edit(replace(editor.form, department=" "))

    editor.presenter.want_ready()

    assert [(line.text, line.section) for line in editor.view.missing] == [
        ("Koordineringsansvarlig forvaltning", "§ 19, stk. 6"),
        ("Beskæftigelses- eller uddannelsesmål", "§ 19, stk. 4"),
    ]
    assert editor.view.questions == []


def test_what_cannot_be_read_is_named_before_what_is_missing(editor: Editor) -> None:
    editor.type_target("snart")

    editor.presenter.want_ready()

    assert [place.field for place, _ in editor.view.problems] == ["target"]
    assert (editor.view.missing, editor.view.questions) == ([], [])


def test_a_draft_is_saved_and_closed_and_its_paper_loses_its_mark(editor: Editor) -> None:
    editor.type_goal("Arbejde på en kaffebar")

    editor.presenter.make_ready()

    assert (editor.plan().ready_on, editor.plan().goals[0].text) == (TODAY, "Arbejde på en kaffebar")
    assert editor.view.heads[-1].title == "Kontrakt, version 1 (klar til underskrift)"
    assert editor.view.forms[-1][1] is True
    assert editor.work.printer.snapshots[-1].draft is False
    assert editor.view.done == ["Kladden er gemt.", "Planen er klar til underskrift."]


def test_closing_is_undone_in_the_version_it_was_about(editor: Editor) -> None:
    editor.presenter.make_ready()
    undo = editor.view.undo
    assert undo

    undo()

    assert editor.plan().ready_on is None
    assert editor.view.heads[-1].state is PlanState.DRAFT
    assert editor.view.done[-1].startswith("Planen er en kladde igen.")


def test_undoing_leaves_another_version_that_was_opened_meanwhile_on_the_screen(law: PlanLaw) -> None:
    editor = Editor(law, a_plan(), a_draft(number=2))
    editor.presenter.open(NUMBER, 2)
    editor.presenter.make_ready()
    undo = editor.view.undo
    assert undo
    editor.presenter.open(NUMBER, 1)

    undo()

    assert editor.plan(2).ready_on is None
    assert editor.presenter.session.plan.number == 1


def test_what_cannot_be_saved_is_not_closed(editor: Editor) -> None:
    editor.type_target("snart")

    editor.presenter.make_ready()

    assert editor.plan().ready_on is None


def test_a_draft_somebody_else_changed_is_not_closed_unseen(editor: Editor) -> None:
    editor.somebody_else_saves("Kollegaens")

    editor.presenter.make_ready()

    assert editor.plan().ready_on is None
    assert editor.view.errors[0].startswith("En anden har gemt ændringer i planen.")


def test_a_version_that_waits_is_opened_for_writing_again(law: PlanLaw) -> None:
    editor = Editor(law, a_draft(ready_on=SIGNED))
    editor.presenter.open(NUMBER)

    editor.presenter.reopen()

    assert editor.plan().ready_on is None
    assert editor.view.forms[-1][1] is False


def test_what_is_no_longer_waiting_is_not_opened_again(law: PlanLaw) -> None:
    editor = Editor(law, a_draft(ready_on=SIGNED))
    editor.presenter.open(NUMBER)
    editor.work.reopen(editor.case, editor.plan().id)

    editor.presenter.reopen()

    assert editor.view.errors[0].startswith("En anden har gemt ændringer i sagen.")


# Discarding ----------------------------------------------------------------------------------------------------------


def test_a_discarded_draft_is_gone_and_the_form_is_closed(editor: Editor) -> None:
    editor.type_goal("Noget")
    editor.presenter.draft_id = "draft-1"

    assert editor.presenter.discard()

    assert editor.case.plans == ()
    assert editor.view.done == ["Kladden til version 1 er kasseret."]
    kept: list[object] = [editor.presenter.is_open, editor.presenter.content(), editor.presenter.draft_id]
    assert kept == [False, None, None]
    assert editor.presenter.subject == ""


def test_a_draft_somebody_else_changed_is_not_discarded_unseen(editor: Editor) -> None:
    editor.somebody_else_saves("Kollegaens")

    assert not editor.presenter.discard()

    assert editor.view.errors[0].startswith("En anden har gemt ændringer i planen.")
    assert editor.presenter.is_open


# Kept as a draft -----------------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_and_put_back(editor: Editor, law: PlanLaw) -> None:
    editor.type_goal("Halvt skrevet")
    draft = editor.draft()
    again = PlanPresenter(
        editor.view, editor.view, editor.paper, work=plan_work(editor.store, law), today=lambda: TODAY
    )

    again.resume(draft)

    assert again.title(draft) == "Kontrakt, sag 2026-014"
    assert (again.subject, again.session.form.goals[0].text) == (editor.plan().id, "Halvt skrevet")
    assert again.content() == editor.presenter.content()
    assert editor.view.remark == ""
    again.undo()
    assert again.content() is None


def test_a_form_as_it_was_opened_is_no_draft(editor: Editor) -> None:
    assert editor.presenter.content() is None

    editor.type_goal("x")
    editor.presenter.undo()

    assert editor.presenter.content() is None


def test_a_draft_says_in_what_it_differs(editor: Editor) -> None:
    editor.type_goal("Halvt skrevet")

    assert editor.presenter.differences(editor.draft()) == [
        Difference("Mål", "Beskæftigelsesmål: Ordinært arbejde i køkken", "Beskæftigelsesmål: Halvt skrevet")
    ]


def test_a_draft_of_a_plan_that_was_changed_since_says_so(editor: Editor) -> None:
    editor.type_goal("Halvt skrevet")
    draft = editor.draft()
    editor.somebody_else_saves("Kollegaens")

    editor.presenter.resume(draft)

    assert editor.view.remark.startswith("Planen er ændret, efter at kladden blev skrevet. Sammenlign, før du gemmer.")
    assert editor.form.goals[0].text == "Halvt skrevet"


def test_a_draft_of_a_plan_that_is_closed_by_now_is_not_put_back(editor: Editor) -> None:
    editor.type_goal("Halvt skrevet")
    draft = editor.draft()
    editor.work.make_ready(editor.case, editor.plan().id, TODAY)

    with pytest.raises(Exception, match="ready"):
        editor.presenter.resume(draft)


def test_new_rows_of_every_part_are_saved_in_their_order(editor: Editor) -> None:
    row = replace(editor.form.goals[0], id=new_id(), kind=GoalKind.HOUSING, text="Egen bolig")
    editor.presenter.edit(replace(editor.form, goals=(editor.form.goals[0], row, editor.form.goals[1])))

    editor.presenter.save()

    assert [goal.kind for goal in editor.plan().goals] == [GoalKind.EMPLOYMENT, GoalKind.HOUSING, GoalKind.DANISH]


# From the case one is at ----------------------------------------------------------------------------------------------


def test_a_case_without_a_plan_gets_its_first_version(law: PlanLaw) -> None:
    editor = Editor(law)

    assert editor.presenter.open_or_begin(NUMBER)

    assert editor.presenter.session.plan == editor.plan(1)


def test_a_version_in_work_is_gone_on_with(law: PlanLaw) -> None:
    editor = Editor(law, a_plan(), a_draft(number=2))

    assert editor.presenter.open_or_begin(NUMBER)

    assert editor.presenter.session.plan.number == 2
    assert len(editor.case.plans) == 2


def test_a_signed_plan_is_opened_and_no_new_version_begun(law: PlanLaw) -> None:
    editor = Editor(law, a_plan())

    assert editor.presenter.open_or_begin(NUMBER)

    assert editor.presenter.session.plan.number == 1
    assert len(editor.case.plans) == 1


def test_the_plan_of_a_case_that_is_gone_is_told(law: PlanLaw) -> None:
    editor = Editor(law)

    assert not editor.presenter.open_or_begin("1999-999")

    assert "1999-999" in editor.view.errors[-1]
