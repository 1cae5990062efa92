"""Opening a case to read it."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.open_case import open_case
from desktop_app.application.ports import LogAction
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.gap import GapKind
from desktop_app.domain.gaps import gaps_in
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order
from tests.builders import a_case, a_citizen, a_follow_up
from tests.fakes import FakeStore, Noted

TODAY = date(2027, 5, 1)


def a_store() -> FakeStore:
    talks = (a_follow_up(held_on=date(2027, 1, 20)), a_follow_up(held_on=date(2027, 4, 14)))
    return FakeStore(a_case(follow_ups=talks, citizen=a_citizen(cpr=None)))


def test_a_case_is_opened_with_its_deadlines_in_order(rulebook: Rulebook) -> None:
    store = a_store()

    opened = open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY)

    assert opened.case == store.case("2026-014")
    assert list(opened.deadlines) == in_order(deadlines_for(facts_of(opened.case), rulebook, TODAY))


def test_what_is_past_and_what_is_missing_comes_with_it(rulebook: Rulebook) -> None:
    store = a_store()

    opened = open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY)

    assert list(opened.past) == past_deadlines_for(facts_of(opened.case), rulebook, TODAY) != []
    assert list(opened.gaps) == gaps_in(opened.case, rulebook, TODAY)
    assert GapKind.NO_CPR in {gap.kind for gap in opened.gaps}


def test_the_history_comes_with_it_latest_first(rulebook: Rulebook) -> None:
    store = a_store()
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), responsible_caseworker="LØ"))
        unit.commit()

    opened = open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY)

    assert opened.history[0].after == {"responsible_caseworker": "LØ"}
    assert list(opened.history) == store.read.history(opened.case.id)


def test_that_somebody_opened_the_case_is_noted(rulebook: Rulebook) -> None:
    store = a_store()

    open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY)

    assert store.log == [Noted(LogAction.OPENED_CASE, store.case("2026-014").id, {})]


def test_a_case_that_is_read_again_is_not_noted(rulebook: Rulebook) -> None:
    store = a_store()

    opened = open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY, again=True)

    assert opened.case == store.case("2026-014")
    assert store.log == []


def test_a_number_nobody_has_opens_nothing_and_is_not_noted(rulebook: Rulebook) -> None:
    store = a_store()

    with pytest.raises(CaseNotFound):
        open_case("2026-999", work=store.work, read=store.read, rulebook=rulebook, today=TODAY)

    assert store.log == []


def test_what_the_case_was_searched_for_is_noted_but_not_in_plain(rulebook: Rulebook) -> None:
    store = a_store()

    open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY, searched_for="Søren 2")

    searched, opened = store.content.log
    assert (searched.action, opened.action) == (LogAction.SEARCHED, LogAction.OPENED_CASE)
    assert searched.record == opened.record == store.case("2026-014").id
    assert searched.details == {"criterion": sha256(b"soeren 2").hexdigest()}


def test_half_a_character_in_what_was_searched_for_keeps_no_case_closed(rulebook: Rulebook) -> None:
    store = a_store()

    open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=TODAY, searched_for="Rima \ud800")

    assert [entry.action for entry in store.content.log] == [LogAction.SEARCHED, LogAction.OPENED_CASE]
