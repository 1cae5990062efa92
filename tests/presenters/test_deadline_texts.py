"""Deadlines in the few words of a badge and in the sentence beside it, exactly."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.deadline import SOON_DAYS, Deadline, Fact, Reason, Status, open_status
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Standing
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text, sentence, weekend_hint
from desktop_app.translation import ENGLISH, set_language
from tests.builders import a_deadline, a_decision_fact, a_rule_version

TODAY = date(2026, 3, 3)


def due_in(days: int) -> Deadline:
    due_on = TODAY + timedelta(days=days)
    return a_deadline(due_on=due_on, status=open_status(due_on, TODAY))


def done(days_late: int) -> Deadline:
    fulfilled_on = TODAY + timedelta(days=days_late)
    status = Status.DONE_LATE if days_late > 0 else Status.DONE_ON_TIME
    return a_deadline(
        status=status,
        due_on=TODAY,
        fulfilled_on=fulfilled_on,
        days_late=days_late if days_late > 0 else None,
        rule=a_rule_version(),
    )


@pytest.mark.parametrize(
    ("days", "badge"),
    [
        (-1, "Overskredet 1 dag"),
        (-2, "Overskredet 2 dage"),
        (-400, "Overskredet 400 dage"),
        (0, "Frist i dag"),
        (1, "Frist i morgen"),
        (2, "Frist om 2 dage"),
        (7, "Frist om 7 dage"),
        (8, "Frist om 8 dage"),
        (30, "Frist om 30 dage"),
        (31, "Frist den 03.04.2026"),
    ],
)
def test_the_badge_of_an_open_deadline_counts_the_days(days: int, badge: str) -> None:
    assert badge_text(due_in(days), TODAY) == badge


@pytest.mark.parametrize(
    ("days_late", "badge"),
    [
        (-5, "Gennemført til tiden"),
        (0, "Gennemført til tiden"),
        (1, "Gennemført 1 dag for sent"),
        (2, "Gennemført 2 dage for sent"),
    ],
)
def test_the_badge_of_what_is_done_says_how_late(days_late: int, badge: str) -> None:
    assert badge_text(done(days_late), TODAY) == badge


@pytest.mark.parametrize(
    ("deadline", "badge"),
    [
        (a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER), "Afventer startdato"),
        (a_deadline(status=Status.WAITING, due_on=None, reason=Reason.FACT_MISSING), "Afventer startdato"),
        (a_deadline(status=Status.WAITING, due_on=None, reason=Reason.WORDING_UNSEEN), "Ikke afklaret"),
        (a_deadline(status=Status.WAITING, due_on=None, reason=Reason.DEPARTMENT_NOT_NAMED), "Ikke afklaret"),
        (a_deadline(status=Status.NOT_APPLICABLE, due_on=None, reason=Reason.MINOR), "Ikke relevant"),
        (a_deadline(status=Status.SUSPENDED, suspended_until=date(2026, 6, 1)), "Hviler til 01.06.2026"),
    ],
)
def test_the_badge_of_what_has_no_day_to_meet_says_so(deadline: Deadline, badge: str) -> None:
    assert badge_text(deadline, TODAY) == badge


def test_every_status_has_a_badge_and_a_look() -> None:
    badges = {badge_text(a_deadline(status=status, suspended_until=TODAY), TODAY) for status in Status}

    assert all(badges)
    assert BADGE_OF.keys() == set(Status)
    assert set(BADGE_OF.values()) == set(BadgeKind)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-2, "Fristen var den 1. marts 2026. Gennemfør opgaven, eller notér hvorfor den ikke kunne nås."),
        (0, "Sidste dag for rettidig gennemførelse er i dag."),
        (1, "Fristen er onsdag den 4. marts 2026."),
        (SOON_DAYS, "Fristen er tirsdag den 10. marts 2026."),
        (SOON_DAYS + 1, "Fristen er den 11. marts 2026."),
        (40, "Fristen er den 12. april 2026."),
    ],
)
def test_the_sentence_of_an_open_deadline_names_the_day(days: int, expected: str) -> None:
    assert sentence(due_in(days)) == expected


@pytest.mark.parametrize(
    ("days_late", "expected"),
    [
        (-2, "Gennemført den 1. marts 2026. Fristen var den 3. marts 2026."),
        (1, "Gennemført den 4. marts 2026, 1 dag efter fristen. Årsag mangler."),
        (12, "Gennemført den 15. marts 2026, 12 dage efter fristen. Årsag mangler."),
    ],
)
def test_the_sentence_of_what_is_done_names_both_days(days_late: int, expected: str) -> None:
    assert sentence(done(days_late)) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": a_rule_version(standing=Standing.LOCAL_STANDARD)},
        {"rule": a_rule_version(standing=Standing.RECOMMENDATION)},
        {"duty": DutyId.TAKEOVER_EXPECTED},
    ],
)
def test_where_nobody_is_asked_why_it_was_late_no_cause_is_missing(changes: dict[str, Any]) -> None:
    late = done(1)._replace(**changes)

    assert sentence(late) == "Gennemført den 4. marts 2026, 1 dag efter fristen."


def test_what_is_done_without_a_date_says_that_the_law_sets_none() -> None:
    named = a_deadline(status=Status.DONE_ON_TIME, due_on=None)

    assert sentence(named) == "Gennemført. Loven sætter ingen dato."


def test_a_deadline_that_rests_still_says_its_day() -> None:
    resting = a_deadline(status=Status.SUSPENDED, due_on=date(2026, 6, 1), suspended_until=date(2026, 6, 1))

    assert sentence(resting) == "Fristen er den 1. juni 2026."


def test_what_waits_says_why() -> None:
    waiting = a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER, missing=Fact.TAKEOVER)

    assert sentence(waiting) == "Fristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."


# What was decided -----------------------------------------------------------------------------------------------------


LATE = a_decision_fact(DecisionKind.LATE_BECAUSE, cause=DelayCause.NO_INTERPRETER)


def test_the_cause_of_a_delay_stands_in_the_sentence() -> None:
    assert sentence(done(1)._replace(decisions=(LATE,))) == (
        "Gennemført den 4. marts 2026, 1 dag efter fristen. Årsag: Tolk kunne ikke skaffes."
    )
    assert sentence(due_in(-2)._replace(decisions=(LATE,))) == (
        "Fristen var den 1. marts 2026. Årsag til forsinkelsen: Tolk kunne ikke skaffes."
    )


def test_a_changed_date_is_marked_on_the_badge_and_explained_beside_it() -> None:
    changed = a_decision_fact(DecisionKind.OTHER_DATE, on=date(2026, 3, 4), reason="Aftalt", made_on=date(2026, 2, 2))
    deadline = due_in(1)._replace(decisions=(changed,))

    assert badge_text(deadline, TODAY) == "Frist i morgen (rettet manuelt)"
    assert sentence(deadline) == (
        "Fristen er onsdag den 4. marts 2026. Beregnet frist: 1. november 2026. Rettet til 4. marts 2026 af MJ: Aftalt."
    )


def test_a_planned_meeting_is_named_while_the_deadline_is_open() -> None:
    meeting = a_decision_fact(DecisionKind.MEETING, on=date(2026, 3, 4))

    assert sentence(due_in(0)._replace(decisions=(meeting,))) == (
        "Sidste dag for rettidig gennemførelse er i dag. Der er planlagt et møde onsdag den 4. marts 2026."
    )
    assert sentence(done(-2)._replace(decisions=(meeting,))).endswith("Fristen var den 3. marts 2026.")
    assert sentence(due_in(0)._replace(decisions=(meeting._replace(on=None),))).endswith("er i dag.")


# Days nobody works ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due_on", "hint"),
    [
        (date(2026, 10, 31), "Fristen falder på en lørdag. Planlæg senest fredag den 30. oktober 2026."),
        (date(2026, 11, 1), "Fristen falder på en søndag. Planlæg senest fredag den 30. oktober 2026."),
    ],
)
def test_a_deadline_on_a_day_nobody_works_is_planned_before(due_on: date, hint: str) -> None:
    assert weekend_hint(a_deadline(due_on=due_on), TODAY) == hint


@pytest.mark.parametrize(
    ("due_on", "holiday", "plan_for"),
    [
        (date(2027, 1, 1), "nytårsdag", "torsdag den 31. december 2026"),
        (date(2026, 4, 2), "skærtorsdag", "onsdag den 1. april 2026"),
        (date(2026, 4, 3), "langfredag", "onsdag den 1. april 2026"),
        (date(2026, 4, 5), "1. påskedag", "onsdag den 1. april 2026"),
        (date(2026, 4, 6), "2. påskedag", "onsdag den 1. april 2026"),
        (date(2026, 5, 14), "Kristi himmelfartsdag", "onsdag den 13. maj 2026"),
        (date(2026, 5, 24), "1. pinsedag", "fredag den 22. maj 2026"),
        (date(2026, 5, 25), "2. pinsedag", "fredag den 22. maj 2026"),
        (date(2026, 12, 25), "1. juledag", "torsdag den 24. december 2026"),
        (date(2026, 12, 26), "2. juledag", "torsdag den 24. december 2026"),
    ],
)
def test_the_hint_says_which_public_holiday_a_day_is(due_on: date, holiday: str, plan_for: str) -> None:
    hint = weekend_hint(a_deadline(due_on=due_on), TODAY)

    assert hint == f"Fristen falder på en helligdag: {holiday}. Planlæg senest {plan_for}."


def test_store_bededag_was_a_public_holiday_until_2023() -> None:
    hint = weekend_hint(a_deadline(due_on=date(2023, 5, 5)), date(2023, 4, 20))

    assert hint == "Fristen falder på en helligdag: store bededag. Planlæg senest torsdag den 4. maj 2023."


def test_a_deadline_on_a_working_day_needs_no_hint() -> None:
    assert weekend_hint(a_deadline(due_on=date(2026, 11, 2)), TODAY) is None


def test_a_deadline_that_is_over_needs_no_hint() -> None:
    assert weekend_hint(a_deadline(due_on=date(2026, 2, 28)), TODAY) is None


def test_a_deadline_on_the_day_itself_has_its_hint() -> None:
    saturday = date(2026, 10, 31)

    assert weekend_hint(a_deadline(due_on=saturday), saturday) is not None


def test_what_is_done_and_what_has_no_date_needs_no_hint() -> None:
    saturday = date(2026, 10, 31)

    assert weekend_hint(a_deadline(due_on=saturday, fulfilled_on=TODAY, status=Status.DONE_ON_TIME), TODAY) is None
    assert weekend_hint(a_deadline(due_on=None, status=Status.WAITING), TODAY) is None


# In English ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "badge"),
    [(-1, "1 day overdue"), (-2, "2 days overdue"), (1, "Due tomorrow"), (2, "Due in 2 days")],
)
def test_badges_are_in_the_language_of_the_interface(days: int, badge: str) -> None:
    set_language(ENGLISH)

    assert badge_text(due_in(days), TODAY) == badge


def test_sentences_are_in_the_language_of_the_interface() -> None:
    set_language(ENGLISH)

    assert sentence(done(1)) == "Done on March 4, 2026, 1 day after the deadline. The cause is missing."
    assert sentence(due_in(-2)) == (
        "The deadline was March 1, 2026. Carry the task out, or note why it could not be met."
    )
