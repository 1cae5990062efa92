"""Printing the minutes of a follow-up: what the case says of it, and what the law said on the day it was held."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop_app.application.errors import CaseNotFound, NothingHeld
from desktop_app.application.ports import LogAction
from desktop_app.application.print_follow_up import (
    ChosenFollowUp,
    FollowUpMinutes,
    PrintedCorrection,
    ToldGoal,
    print_follow_up,
)
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, Progress, Topic
from desktop_app.domain.plan import GoalKind
from desktop_app.domain.plan_snapshot import PrintedCitizen
from desktop_app.domain.rulebook import Rulebook
from tests.application.talks import A_DAY_LATER, HELD, NEXT, NOW, TOO_LATE, a_typed_talk, told
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_follow_up, a_goal, a_plan, an_attempt
from tests.fakes import FakeStore, Noted


class Office:
    """A store with one case, and a printer that remembers what it drew."""

    def __init__(self, rulebook: Rulebook, *talks: FollowUp, case: Case | None = None) -> None:
        self.rulebook = rulebook
        self.store = FakeStore(replace(case or a_case(), follow_ups=talks))
        self.drawn: list[FollowUpMinutes] = []

    def draw(self, minutes: FollowUpMinutes) -> bytes:
        self.drawn.append(minutes)
        return b"%PDF"

    def print(self, now: datetime = NOW, case_number: str = "2026-014", **chosen: Any) -> PrintedPaper:  # noqa: ANN401 - whatever a test chooses by
        return print_follow_up(
            case_number,
            ChosenFollowUp(**chosen),
            work=self.store.work,
            read=self.store.read,
            printer=self.draw,
            rulebook=self.rulebook,
            now=now,
        )

    def minutes(self, now: datetime = NOW, **chosen: Any) -> FollowUpMinutes:  # noqa: ANN401 - as above
        self.print(now, **chosen)
        return self.drawn[-1]


def a_talk(**changes: object) -> FollowUp:
    """A finished follow-up with everything told."""
    return a_typed_talk(**{"id": "talk-1", "finished_at": NOW, **changes})


# Which one -----------------------------------------------------------------------------------------------------------


def test_the_last_follow_up_held_is_printed_unless_another_is_named(rulebook: Rulebook) -> None:
    first, second = a_follow_up(held_on=date(2027, 1, 20)), a_follow_up(held_on=date(2027, 4, 20))
    missed = an_attempt(held_on=date(2027, 5, 3))
    office = Office(rulebook, second, missed, first)

    assert office.print().dated_on == date(2027, 4, 20)
    assert office.print(held_on=date(2027, 1, 20)).dated_on == date(2027, 1, 20)
    assert office.print(follow_up_id=first.id).dated_on == date(2027, 1, 20)
    assert [minutes.number for minutes in office.drawn] == [2, 1, 1]


def test_of_two_on_one_day_the_one_finished_last_is_meant(rulebook: Rulebook) -> None:
    later = a_talk(id="talk-2", finished_at=A_DAY_LATER, note="Den anden")

    assert Office(rulebook, later, a_talk()).minutes().note == "Den anden"


def test_an_attempt_is_printed_when_it_is_asked_for_itself(rulebook: Rulebook) -> None:
    missed = an_attempt()

    minutes = Office(rulebook, missed).minutes(follow_up_id=missed.id)

    assert (minutes.number, minutes.held_on) == (None, missed.held_on)


@pytest.mark.parametrize(
    "chosen", [{}, {"held_on": date(2027, 2, 1)}, {"held_on": date(2027, 1, 20)}, {"follow_up_id": "another"}]
)
def test_where_none_was_held_there_are_no_minutes_and_nothing_is_logged(
    rulebook: Rulebook, chosen: dict[str, Any]
) -> None:
    office = Office(rulebook, an_attempt())

    with pytest.raises(NothingHeld) as refused:
        office.print(**chosen)

    assert (refused.value.case_number, refused.value.on) == ("2026-014", chosen.get("held_on"))
    assert office.store.content.log == []


def test_a_case_that_is_not_there_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(CaseNotFound):
        Office(rulebook, a_talk()).print(case_number="2026-999")


def test_a_print_is_logged_and_the_file_names_nobody(rulebook: Rulebook) -> None:
    office = Office(rulebook, a_talk())

    printed = office.print()

    assert printed == PrintedPaper(
        content=b"%PDF", kind=PaperKind.FOLLOW_UP, case_number="2026-014", dated_on=HELD, follow_up_id="talk-1"
    )
    assert printed.file_name == "2027-01-20_Referat_sag-2026-014.pdf"
    case_id = office.store.case("2026-014").id
    assert office.store.content.log == [
        Noted(LogAction.PRINTED, case_id, {"document": "follow-up", "follow_up": "talk-1"})
    ]


# What they say -------------------------------------------------------------------------------------------------------


def test_the_minutes_say_what_was_written(rulebook: Rulebook) -> None:
    minutes = Office(rulebook, a_talk()).minutes()

    assert minutes.participants == "Borgeren, Mette Jensen"
    assert (minutes.interpreter, minutes.is_finished_here) == ("Sara Haddad, nr. 4471", True)
    assert minutes.note == "Rima har mødt stabilt på sprogcentret."
    assert minutes.agreed == "Mette spørger om flere timer."
    assert (minutes.topics, minutes.repatriation_guided, minutes.next_on) == (tuple(Topic), True, NEXT)
    assert minutes.printed_on == NOW.astimezone().date()


def test_what_came_in_from_a_file_says_what_it_knows(rulebook: Rulebook) -> None:
    minutes = Office(rulebook, a_follow_up()).minutes()

    assert (minutes.participants, minutes.interpreter, minutes.note, minutes.agreed) == ("", "", "", "")
    assert not minutes.is_finished_here
    assert (minutes.is_locked, minutes.locked_on, minutes.written_by) == (True, None, "Mette Jensen")


def test_of_the_citizen_there_is_the_name_and_the_number_and_no_address(rulebook: Rulebook) -> None:
    case = a_case(citizen=a_citizen(address="Eksempelvej 12", city="Eksempelby", postal_code="9999"))

    minutes = Office(rulebook, a_talk(), case=case).minutes()

    assert minutes.citizen == PrintedCitizen(
        name="Rima Al-Hassan", native_name="ريما الحسن", cpr="0101900001", birth_date=date(1990, 1, 1)
    )


def test_goals_stand_as_they_were_told_with_the_numbers_of_the_plan(rulebook: Rulebook) -> None:
    plan = a_plan(
        goals=(
            a_goal(kind=GoalKind.HEALTH, text="Egen læge"),
            a_goal(kind=GoalKind.EMPLOYMENT, text="Arbejde"),
            a_goal(kind=GoalKind.DANISH, text="Dansk 2"),
        )
    )
    talk = a_talk(
        progress=(
            told(1, Progress.CHANGED),
            told(2, Progress.ON_THE_WAY),
            told(3, Progress.ACHIEVED),
            told(4, Progress.DROPPED),
            told(0, Progress.DROPPED),
            told(1, Progress.DROPPED, plan_number=7),
        )
    )

    minutes = Office(rulebook, talk, case=a_case(plans=(plan,))).minutes()

    assert minutes.goals == (
        ToldGoal(number=1, kind=GoalKind.HEALTH, text="Egen læge", progress=Progress.CHANGED),
        ToldGoal(number=None, kind=GoalKind.EMPLOYMENT, text="Arbejde", progress=Progress.ON_THE_WAY),
        ToldGoal(number=2, kind=GoalKind.DANISH, text="Dansk 2", progress=Progress.ACHIEVED),
    )
    assert (minutes.plan_number, minutes.plan_signed_on) == (1, SIGNED)


def test_without_told_goals_the_contract_is_the_one_in_force_that_day(rulebook: Rulebook) -> None:
    second = replace(
        a_plan(),
        id="plan-2",
        number=2,
        signed_by_citizen_on=date(2027, 3, 1),
        signed_by_municipality_on=date(2027, 3, 1),
    )
    office = Office(
        rulebook,
        a_follow_up(held_on=date(2027, 1, 20)),
        a_follow_up(held_on=date(2027, 4, 20)),
        case=a_case(plans=(a_plan(), second)),
    )

    assert office.minutes().plan_number == 2
    assert office.minutes(held_on=date(2027, 1, 20)).plan_number == 1


def test_before_the_first_contract_they_are_about_none(rulebook: Rulebook) -> None:
    minutes = Office(rulebook, a_follow_up(), case=a_case(plans=(a_draft(),))).minutes()

    assert (minutes.plan_number, minutes.plan_signed_on) == (None, None)


def test_deadlines_are_those_of_the_day_it_was_held(rulebook: Rulebook) -> None:
    later = a_follow_up(held_on=date(2027, 4, 1))
    office = Office(rulebook, a_talk(), later)

    minutes = office.minutes(follow_up_id="talk-1")

    assert minutes.due_on == date(2027, 1, 28)
    assert minutes.next_due_on == date(2027, 4, 20)
    assert minutes.next_is_local


def test_where_none_was_due_there_is_no_deadline(rulebook: Rulebook) -> None:
    minutes = Office(rulebook, a_follow_up(), case=a_case(plans=())).minutes()

    assert minutes.due_on is None


@pytest.mark.parametrize(
    ("now", "is_locked"), [(NOW, False), (A_DAY_LATER, False), (TOO_LATE, True), (TOO_LATE + timedelta(days=9), True)]
)
def test_they_say_whether_the_note_is_locked(rulebook: Rulebook, now: datetime, *, is_locked: bool) -> None:
    minutes = Office(rulebook, a_talk()).minutes(now)

    assert (minutes.is_locked, minutes.locked_on) == (is_locked, A_DAY_LATER.astimezone().date())


def test_corrections_stand_in_the_order_they_were_added_each_with_its_author(rulebook: Rulebook) -> None:
    second = FollowUpCorrection(id="correction-2", on=date(2027, 2, 9), text="To")
    first = FollowUpCorrection(id="correction-1", on=date(2027, 1, 25), text="Én")
    office = Office(rulebook, a_talk(corrections=(second, first)))

    assert office.minutes().corrections == (
        PrintedCorrection(on=first.on, by="Mette Jensen", text="Én"),
        PrintedCorrection(on=second.on, by="Mette Jensen", text="To"),
    )


def test_the_author_is_who_wrote_it_first(rulebook: Rulebook) -> None:
    office = Office(rulebook)
    with office.store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, follow_ups=(a_talk(),)))
        unit.commit()

    assert office.minutes().written_by == "Mette Jensen"


def test_the_time_of_day_is_that_of_the_wall(rulebook: Rulebook) -> None:
    late = datetime(2027, 1, 22, 12, 0, tzinfo=UTC)

    assert Office(rulebook, a_talk()).minutes(late).printed_on == date(2027, 1, 22)
