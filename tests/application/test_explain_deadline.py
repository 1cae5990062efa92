"""A deadline of the worklist, explained when somebody looks at it."""

from dataclasses import replace
from datetime import date

from desktop_app.application.explain_deadline import explain_deadline
from desktop_app.application.show_worklist import show_worklist, worklist_after
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_follow_up, a_plan
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)


def test_the_worklist_computes_no_calculation_and_the_one_looked_at_has_its_own(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(plans=()))
    [shown, *_] = show_worklist(read=store.read, rulebook=rulebook, today=TODAY).urgent

    explained = explain_deadline(shown, read=store.read, rulebook=rulebook, today=TODAY)

    assert shown.steps == ()
    assert explained.steps != ()
    assert explained._replace(steps=()) == shown
    assert explained in deadlines_for(facts_of(store.case("2026-014")), rulebook, TODAY)


def test_facts_that_are_not_known_yet_explain_nothing(rulebook: Rulebook) -> None:
    case = a_case(plans=())
    [shown, *_] = show_worklist(read=FakeStore(case).read, rulebook=rulebook, today=TODAY).urgent

    before = explain_deadline(shown, read=FakeStore(case).read, rulebook=rulebook, today=date(2020, 1, 1))

    assert before.due_on is None


def test_of_a_case_that_is_gone_there_is_nothing_to_explain(rulebook: Rulebook) -> None:
    [shown, *_] = show_worklist(read=FakeStore(a_case(plans=())).read, rulebook=rulebook, today=TODAY).urgent

    assert explain_deadline(shown, read=FakeStore().read, rulebook=rulebook, today=TODAY) is shown


def test_a_time_of_a_repeating_duty_that_is_over_brings_its_own_calculation(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(follow_ups=(a_follow_up(held_on=TODAY),)))
    [over] = [one for one in show_worklist(read=store.read, rulebook=rulebook, today=TODAY).done if one.steps]

    assert explain_deadline(over, read=store.read, rulebook=rulebook, today=TODAY) is over


def test_what_was_done_today_once_and_for_all_is_calculated_when_it_is_looked_at(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(plans=()))
    earlier = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(a_plan(),)))
        unit.commit()
    done = worklist_after(earlier, {case.id}, read=store.read, rulebook=rulebook).done[0]

    explained = explain_deadline(done, read=store.read, rulebook=rulebook, today=TODAY)

    assert (done.steps, explained._replace(steps=())) == ((), done)
    assert explained.steps
