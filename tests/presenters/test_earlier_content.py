"""Hent fra tidligere version: what earlier versions say is offered once and taken in beside what is there."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Activity, ActivityKind, Commitment, Goal, GoalKind, Party, Plan
from desktop_app.presenters.earlier_content import EarlierVersion, earlier_content, with_earlier
from desktop_app.presenters.plan_form import PlanForm, form_of
from desktop_app.presenters.plan_presenter import PlanPresenter
from desktop_app.presenters.plan_rows_typed import ActivityRow
from tests.builders import a_case, a_draft, a_goal, a_plan, an_activity
from tests.fakes import FakeStore
from tests.presenters.plan_desk import SeenPaper, SeenPlan, plan_work, today

NUMBER = "2026-014"
KITCHEN, SHOP = a_goal(text="Køkken"), a_goal(text="Butik", target_on=date(2027, 5, 1))
DANISH = an_activity(text="DU2")
MENTOR = an_activity(kind=ActivityKind.MENTOR, text="", provider="Anna", hours_per_week=1)


def signed(number: int, *goals: Goal, activities: tuple[Activity, ...] = ()) -> Plan:
    return a_plan(number=number, goals=goals, activities=activities)


def offered(draft: Plan, *earlier: Plan, form: PlanForm | None = None) -> tuple[EarlierVersion, ...]:
    case = a_case(plans=(*earlier, draft))
    return earlier_content(form or form_of(draft, case), draft, case)


def words(versions: tuple[EarlierVersion, ...]) -> list[tuple[str, list[str]]]:
    return [(version.title, [text for _key, text in version.choices]) for version in versions]


def test_goals_and_activities_of_every_earlier_version_are_offered_the_newest_first() -> None:
    draft = a_draft(number=3, goals=(), activities=())

    found = offered(draft, signed(1, KITCHEN, activities=(DANISH,)), signed(2, SHOP))

    assert words(found) == [
        ("Version 2, underskrevet", ["Mål: Beskæftigelsesmål: Butik, senest 01.05.2027"]),
        (
            "Version 1, erstattet",
            [
                "Mål: Beskæftigelsesmål: Køkken",
                "Aktivitet: Danskuddannelse: DU2, Sprogcenter, Jobcenter, 16.11.2026 – 30.06.2027, 15 timer om ugen",
            ],
        ),
    ]


def test_what_the_form_says_already_is_not_offered() -> None:
    draft = a_draft(number=2, goals=(replace(KITCHEN, id="copy", text=" Køkken "),), activities=(DANISH,))

    [version] = offered(draft, signed(1, KITCHEN, SHOP, activities=(replace(DANISH, id="old"), MENTOR)))

    assert [goal.text for goal in version.goals] == ["Butik"]
    assert [one.provider for one in version.activities] == ["Anna"]


def test_what_two_versions_say_is_offered_once() -> None:
    draft = a_draft(number=3, goals=(), activities=())

    found = offered(draft, signed(1, replace(KITCHEN, id="old"), SHOP), signed(2, KITCHEN))

    assert [[goal.text for goal in version.goals] for version in found] == [["Køkken"], ["Butik"]]


def test_that_a_goal_was_reached_does_not_make_it_another_goal() -> None:
    draft = a_draft(number=2, goals=(KITCHEN,), activities=())

    assert offered(draft, signed(1, replace(KITCHEN, id="old", achieved_on=date(2026, 10, 1)))) == ()


def test_later_versions_and_versions_without_content_offer_nothing() -> None:
    assert offered(a_draft(number=2, goals=(), activities=()), signed(1), signed(3, KITCHEN)) == ()


def test_what_is_chosen_comes_after_what_is_there_as_new_rows() -> None:
    draft = a_draft(number=2, goals=(KITCHEN,), activities=(DANISH,))
    case = a_case(plans=(signed(1, replace(SHOP, achieved_on=date(2026, 10, 1)), activities=(MENTOR,)), draft))
    form = form_of(draft, case)

    taken = with_earlier(form, earlier_content(form, draft, case), {SHOP.id, MENTOR.id})

    assert taken.goals[0] == form.goals[0]
    assert taken.activities[0] == form.activities[0]
    assert [(goal.text, goal.achieved_on) for goal in taken.goals if goal.text] == [("Køkken", None), ("Butik", None)]
    assert [one.provider for one in taken.activities] == ["Sprogcenter", "Anna"]
    assert {goal.id for goal in taken.goals}.isdisjoint({SHOP.id})
    assert {one.id for one in taken.activities}.isdisjoint({MENTOR.id})


def test_what_is_not_chosen_is_not_taken() -> None:
    draft = a_draft(number=2, goals=(), activities=())
    case = a_case(plans=(signed(1, KITCHEN, SHOP), draft))
    form = form_of(draft, case)

    taken = with_earlier(form, earlier_content(form, draft, case), {SHOP.id})

    assert [goal.text for goal in taken.goals if goal.text] == ["Butik"]


def test_rows_nobody_has_typed_in_make_room() -> None:
    draft = a_draft(number=2, goals=(), activities=())
    case = a_case(plans=(signed(1, activities=(MENTOR,)), draft))
    form = PlanForm(activities=(ActivityRow(id="blank"),))

    taken = with_earlier(form, earlier_content(form, draft, case), {MENTOR.id})

    assert [one.provider for one in taken.activities] == ["Anna"]


def step(goal: Goal, text: str) -> Goal:
    return a_goal(kind=GoalKind.OTHER, text=text, part_of=goal.id)


def test_sub_goals_come_with_their_goal_and_become_parts_of_the_new_one() -> None:
    draft = a_draft(number=2, goals=(), activities=())
    case = a_case(plans=(signed(1, KITCHEN, step(KITCHEN, "Praktik"), step(KITCHEN, "Hygiejnekursus")), draft))
    form = form_of(draft, case)
    offer = earlier_content(form, draft, case)

    taken = [goal for goal in with_earlier(form, offer, {KITCHEN.id}).goals if goal.text]

    assert words(offer) == [
        ("Version 1, underskrevet", ["Mål: Beskæftigelsesmål: Køkken; Delmål: Praktik; Delmål: Hygiejnekursus"])
    ]
    assert [goal.text for goal in taken] == ["Køkken", "Praktik", "Hygiejnekursus"]
    assert [goal.part_of for goal in taken] == [None, taken[0].id, taken[0].id]
    assert taken[0].id != KITCHEN.id


def test_a_sub_goal_of_a_goal_that_is_there_is_offered_alone_and_joins_it() -> None:
    here = replace(KITCHEN, id="here")
    draft = a_draft(number=3, goals=(here, replace(step(here, "Praktik"), id="known")), activities=())
    course, twice = step(KITCHEN, "Kursus"), step(KITCHEN, "Kursus")
    known = step(KITCHEN, "Praktik")
    case = a_case(plans=(signed(1, KITCHEN, twice), signed(2, KITCHEN, known, course), draft))
    form = form_of(draft, case)
    offer = earlier_content(form, draft, case)

    taken = with_earlier(form, offer, {course.id})

    assert words(offer) == [("Version 2, underskrevet", ["Delmål: Kursus"])]
    assert [(goal.text, goal.part_of) for goal in taken.goals if goal.part_of] == [
        ("Praktik", "here"),
        ("Kursus", "here"),
    ]


def test_who_does_what_is_offered_and_taken_in() -> None:
    club = Commitment(id="club", party=Party.OTHER, who="Klubben", text="Træner")
    draft = a_draft(number=2, goals=(), activities=())
    case = a_case(plans=(replace(signed(1), commitments=(club,)), draft))
    form = form_of(draft, case)
    offer = earlier_content(form, draft, case)

    [taken] = with_earlier(form, offer, {"club"}).commitments

    assert words(offer) == [("Version 1, underskrevet", ["Hvem gør hvad: Klubben: Træner"])]
    assert (taken.who, taken.text, taken.id != "club") == ("Klubben", "Træner", True)


def test_a_goal_without_a_word_is_not_offered() -> None:
    assert offered(a_draft(number=2, goals=(), activities=()), signed(1, a_goal(text=" "))) == ()


# In the editor -------------------------------------------------------------------------------------------------------


class Editor:
    """The editor over a store with one case."""

    def __init__(self, law: PlanLaw, *plans: Plan) -> None:
        self.store = FakeStore(a_case(case_number=NUMBER, plans=plans))
        self.view, self.paper = SeenPlan(), SeenPaper()
        work = plan_work(self.store, law)
        self.presenter = PlanPresenter(self.view, self.view, self.paper, work=work, today=today)
        self.presenter.open(NUMBER)

    @property
    def case(self) -> Case:
        return self.store.case(NUMBER)

    @property
    def goals(self) -> list[str]:
        return [goal.text for goal in self.presenter.session.form.goals if goal.text]


@pytest.fixture
def editor(law: PlanLaw) -> Editor:
    return Editor(law, signed(1, KITCHEN, SHOP), a_draft(number=2, goals=(KITCHEN,), activities=()))


def test_the_editor_offers_what_it_does_not_say(editor: Editor) -> None:
    editor.presenter.want_earlier()

    [[version]] = editor.view.offered
    assert [goal.text for goal in version.goals] == ["Butik"]


def test_what_is_taken_is_one_step_to_take_back(editor: Editor) -> None:
    row = editor.presenter.take_earlier({SHOP.id})
    assert editor.goals == ["Køkken", "Butik"]
    assert [goal.text for goal in editor.presenter.session.form.goals if goal.id == row] == ["Butik"]
    assert editor.paper.is_stale
    assert editor.view.steps == (True, False)

    editor.presenter.undo()
    assert editor.goals == ["Køkken"]

    editor.presenter.redo()
    assert editor.goals == ["Køkken", "Butik"]


def test_what_is_taken_is_not_offered_again(editor: Editor) -> None:
    editor.presenter.take_earlier({SHOP.id})

    editor.presenter.want_earlier()

    assert editor.view.offered == [()]


def test_what_is_taken_is_saved_beside_what_was_there(editor: Editor) -> None:
    editor.presenter.take_earlier({SHOP.id})

    assert editor.presenter.save()

    first, second = editor.case.plans
    assert [goal.text for goal in second.goals] == ["Køkken", "Butik"]
    assert {goal.id for goal in first.goals}.isdisjoint({goal.id for goal in second.goals} - {KITCHEN.id})


def test_choosing_nothing_is_no_step(editor: Editor) -> None:
    assert not editor.presenter.take_earlier(frozenset())

    assert not editor.presenter.session.history.can_undo


def test_the_head_says_whether_there_are_other_and_earlier_versions(law: PlanLaw, editor: Editor) -> None:
    alone = Editor(law, a_draft(goals=(a_goal(kind=GoalKind.EMPLOYMENT),)))
    editor.presenter.open(NUMBER, 1)
    draft, first = editor.view.heads

    assert (draft.has_others, draft.has_earlier) == (True, True)
    assert (first.has_others, first.has_earlier) == (True, False)
    assert not alone.view.heads[0].has_others
