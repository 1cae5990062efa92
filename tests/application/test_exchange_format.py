"""Cases as the exchange format writes them, and back."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.exchange_follow_ups import follow_up_to_exchange
from desktop_app.application.exchange_format import (
    case_from_exchange,
    case_to_exchange,
    household_from_exchange,
    household_to_exchange,
)
from desktop_app.application.exchange_plans import plan_to_exchange
from desktop_app.domain.case import (
    Complaint,
    CorrectedFact,
    Event,
    FactCorrection,
    Move,
    MoveDirection,
    Note,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Result,
    ResultKind,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.plan import (
    Activity,
    ActivityKind,
    Annulment,
    Assessment,
    Commitment,
    EducationOrder,
    Goal,
    GoalKind,
    NoSignature,
    Party,
    Plan,
    Unsigned,
)
from desktop_app.storage.exchange_file import read_case_file, write_case_file
from tests.application.exchange_content import AL_HASSAN, RIMA, Json, canonical, comparable, rima
from tests.application.exchange_strategies import contents, examples, persons, spelled_otherwise
from tests.builders import a_draft, a_follow_up, a_household
from tests.fake_records import kept

day = date.fromisoformat
AL_HASSANS = Household(id="stored", name="Al-Hassan", coordinating_caseworker="MJ")
HOUSEHOLDS = {"H1": AL_HASSANS}


def numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: str(next(numbers))


def read(values: Json) -> Any:  # noqa: ANN401 - a case, or the part of it a test asks for
    return case_from_exchange(values, HOUSEHOLDS, lambda: "")


def written(values: Json) -> Json:
    return case_to_exchange(case_from_exchange(values, HOUSEHOLDS, numbered()), values.get("household"))


def test_a_case_is_read_key_by_key() -> None:
    case = read(RIMA)

    assert case.case_number == "2026-014"
    assert case.household == AL_HASSANS
    assert case.household_role is HouseholdRole.ADULT
    assert case.citizen == Citizen(
        id="",
        given_names="Rima",
        family_name="Al-Hassan",
        native_name="ريما الحسن",
        cpr="0101900002",
        birth_date=day("1990-01-01"),
        sex=Sex.FEMALE,
        nationality="SY",
        languages=("ar",),
        interpreter_language="ar",
        address="Eksempelvej 12, 2. tv.",
        postal_code="4900",
        city="Nakskov",
        phone="12345678",
    )
    assert case.target_group is TargetGroup.REFUGEE
    assert case.allocation_decided_on == day("2026-08-15")
    assert case.permit_granted_on == day("2026-07-20")
    assert case.cpr_registered_on is None
    assert case.applied_in_denmark is False
    assert case.takeover_on == day("2026-10-01")
    assert case.responsible_caseworker == "MJ"
    assert case.coordinating_department == "Jobcenter"


def test_the_facts_of_a_case_are_read_each_with_its_kind() -> None:
    case = read(RIMA)
    from_takeover = Period(day("2026-10-01"))

    assert case.support == (Support(id="", period=from_takeover, kind=SupportKind.BENEFIT),)
    assert case.readiness == (Readiness(id="", period=from_takeover, kind=ReadinessKind.JOB_READY),)
    leave = Period(day("2026-11-01"), day("2027-06-01"))
    assert case.parental_leave == (ParentalLeave(id="", period=leave, child_born_on=day("2026-12-01")),)
    move = Move(id="", direction=MoveDirection.IN, on=day("2026-10-01"), municipality_code="101", approved=True)
    assert case.moves == (move,)
    assert case.events == (Event(id="", duty="danish.referred", on=day("2026-10-20")),)
    offer = Offer(
        id="",
        kind=OfferKind.WORK_PLACEMENT,
        company="Plejecenter Bakken",
        offered_on=day("2026-10-20"),
        starts_on=day("2026-11-01"),
        ends_on=day("2027-01-31"),
        hours_per_week=22,
    )
    assert case.offers == (offer,)
    talk = FollowUp(
        id="",
        held_on=day("2027-01-20"),
        form=FollowUpForm.MEETING,
        interpreter="Tolkefirmaet",
        participants="Mentor",
        topics=(Topic.CONTRACT_KEPT, Topic.CHANGES),
        note="Gik godt",
        agreed="Ny praktik",
        repatriation_guided=False,
        next_on=day("2027-04-20"),
        progress=(GoalProgress(plan_number=1, place=2, progress=Progress.ACHIEVED),),
        finished_at=datetime(2027, 1, 20, 9, 12, tzinfo=UTC),
        corrections=(FollowUpCorrection(id="", on=day("2027-01-25"), text="Mentor var ikke med"),),
    )
    assert case.follow_ups == (talk,)
    assert case.complaints == (Complaint(id="", received_on=day("2027-02-01"), about="Praktik"),)
    assert case.results == (Result(id="", kind=ResultKind.JOB, on=day("2027-05-01")),)
    assert case.notes == (Note(id="", on=day("2026-10-05"), text="Kom med sin bror"),)
    wrong = FactCorrection(
        id="",
        fact=CorrectedFact.TAKEOVER,
        before=day("2026-09-01"),
        after=day("2026-10-01"),
        reason="Brevet nævner 1. oktober",
        on=day("2026-10-07"),
    )
    assert case.corrections == (wrong,)
    late = DeadlineDecision(
        id="",
        duty=DutyId.CONTRACT_SIGNED,
        kind=DecisionKind.LATE_BECAUSE,
        computed_on=day("2026-11-01"),
        made_on=day("2026-11-20"),
        made_by="MJ",
        cause=DelayCause.NO_INTERPRETER,
    )
    assert case.decisions == (late,)


def test_a_plan_is_read_with_its_goals_and_activities() -> None:
    signed = day("2026-10-28")

    assert read(RIMA).plans == (
        Plan(
            id="",
            number=1,
            ready_on=day("2026-10-27"),
            signed_by_citizen_on=signed,
            signed_by_municipality_on=signed,
            signed_by_interpreter_on=signed,
            declaration_signed_on=signed,
            assessment=Assessment(
                education="Ni års skole",
                work="To år i et køkken",
                health="Kan ikke løfte tungt",
                health_consent_on=day("2026-10-20"),
                asylum_phase="Dansk på asylcentret",
            ),
            education_order=EducationOrder(given_on=day("2026-10-21"), text="Søger optagelse på FGU inden 1. december"),
            goals=(
                Goal(
                    id="",
                    kind=GoalKind.EMPLOYMENT,
                    text="Ordinært arbejde i køkken",
                    measure="Kontrakt på mindst 30 timer",
                    target_on=day("2027-10-01"),
                ),
                Goal(id="", kind=GoalKind.DANISH, text="Prøve i Dansk 2", part_of=""),
            ),
            activities=(
                Activity(
                    id="",
                    kind=ActivityKind.DANISH_EDUCATION,
                    text="DU2",
                    provider="Sprogcenter",
                    department="Jobcenter",
                    responsible="Lærer og sagsbehandler",
                    starts_on=day("2026-11-16"),
                    ends_on=day("2027-06-30"),
                    hours_per_week=15,
                ),
            ),
            commitments=(
                Commitment(id="", party=Party.CITIZEN, text="Møder hver dag"),
                Commitment(
                    id="", party=Party.OTHER, who="Røde Kors", text="Finder en mentor", due_on=day("2026-12-01")
                ),
            ),
        ),
    )


def test_a_sub_goal_names_its_goal_by_its_place_whatever_stands_between() -> None:
    goals = [
        {"kind": "other", "text": "Kursus", "part_of": 3},
        {"kind": "danish", "text": "Prøve"},
        {"kind": "employment", "text": "Job"},
    ]

    step, _, job = (
        case_from_exchange(rima(plans=[{"version": 1, "goals": goals}]), HOUSEHOLDS, numbered()).plans[0].goals
    )
    came_out = written(rima(plans=[{"version": 1, "goals": goals}]))["plans"][0]["goals"]

    assert step.part_of == job.id
    assert [goal["part_of"] for goal in came_out] == [3, None, None]


def test_what_is_written_of_health_without_consent_is_handed_on_to_nobody() -> None:
    plan = a_draft(assessment=Assessment(work="To år", health="Kan ikke løfte tungt"))
    only_health = a_draft(assessment=Assessment(health="Kan ikke løfte tungt"))

    assert plan_to_exchange(plan)["assessment"]["work"] == "To år"
    assert plan_to_exchange(plan)["assessment"]["health"] is None
    assert plan_to_exchange(only_health)["assessment"] is None


def test_why_nobody_signed_and_that_a_signature_was_annulled_go_in_and_out() -> None:
    unwilling = {"version": 1, "not_signed": {"why": "unwilling", "reason": "Vil ikke"}}
    unable = {
        "version": 2,
        "not_signed": {"why": "unable", "reason": ""},
        "annulled": {"on": "2026-11-05", "reason": "X"},
    }

    first, second = read(rima(plans=[unwilling, unable])).plans

    assert first.unsigned == Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke")
    assert first.annulment is None
    assert second.unsigned == Unsigned(why=NoSignature.UNABLE, reason="")
    assert second.annulment == Annulment(on=day("2026-11-05"), reason="X")
    came_out = written(rima(plans=[unwilling, unable]))["plans"]
    assert [plan["not_signed"] for plan in came_out] == [unwilling["not_signed"], unable["not_signed"]]
    assert [plan["annulled"] for plan in came_out] == [None, unable["annulled"]]


@pytest.mark.parametrize(("guided", "came_out"), [(True, True), (False, False), (None, None)])
def test_that_nothing_was_said_of_repatriation_is_not_that_nobody_was_guided(
    guided: bool | None,  # noqa: FBT001 - what a file says
    came_out: bool | None,  # noqa: FBT001 - as above
) -> None:
    talk = {"held_on": "2027-01-20", "form": "phone", "repatriation_guided": guided}

    assert written(rima(follow_ups=[talk]))["follow_ups"][0]["repatriation_guided"] is came_out


@pytest.mark.parametrize(
    ("spelled", "came_out"),
    [
        ("2027-01-20T09:12:00Z", "2027-01-20T09:12:00Z"),
        ("2027-01-20T09:12:00+00:00", "2027-01-20T09:12:00Z"),
        ("2027-01-20T09:12:00.000Z", "2027-01-20T09:12:00Z"),
        ("2027-01-20T09:12:00.25Z", "2027-01-20T09:12:00.250000Z"),
    ],
)
def test_a_moment_comes_out_in_one_spelling(spelled: str, came_out: str) -> None:
    talk = {"held_on": "2027-01-20", "form": "phone", "finished_at": spelled}

    assert written(rima(follow_ups=[talk]))["follow_ups"][0]["finished_at"] == came_out


def test_a_moment_read_from_a_danish_clock_comes_out_in_utc() -> None:
    talk = a_follow_up(finished_at=datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2))))

    assert follow_up_to_exchange(talk)["finished_at"] == "2026-06-30T22:30:00Z"


def test_corrections_of_a_follow_up_come_by_date_and_topics_as_they_were_ticked() -> None:
    talk = RIMA["follow_ups"][0] | {
        "topics": ["outcome", "changes"],
        "corrections": [{"on": "2027-02-02", "text": "a"}, {"on": "2027-02-01", "text": "b"}],
    }

    [came_out] = written(rima(follow_ups=[talk]))["follow_ups"]

    assert came_out["topics"] == ["outcome", "changes"]
    assert [correction["text"] for correction in came_out["corrections"]] == ["b", "a"]


def test_every_record_gets_an_id_of_its_own_and_the_household_keeps_its() -> None:
    case = case_from_exchange(RIMA, HOUSEHOLDS, numbered())

    ids = kept(case) | kept(case.citizen)
    assert len(ids) == 21
    assert case.household is AL_HASSANS


def test_a_case_comes_out_as_it_went_in() -> None:
    assert written(RIMA) == RIMA


def test_what_is_absent_reads_like_null() -> None:
    citizen = {"given_names": "Rima", "family_name": "Al-Hassan"}
    short = {"case_number": "2026-014", "citizen": citizen, "target_group": "refugee"}
    nulls = dict.fromkeys(RIMA) | short | {"citizen": dict.fromkeys(RIMA["citizen"]) | citizen}

    assert read(short) == read(nulls)
    assert written(short) == written(nulls)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("support", ["from", "to", "kind"]),
        ("readiness", ["from", "to", "kind"]),
        ("parental_leave", ["from", "to", "child_born_on"]),
        ("moves", ["on", "direction", "municipality_code", "approved"]),
        ("events", ["on", "duty", "note"]),
        ("offers", ["offered_on", "kind", "company", "starts_on", "ends_on", "hours_per_week"]),
        (
            "follow_ups",
            [
                "held_on",
                "form",
                "attempted_only",
                "interpreter",
                "participants",
                "topics",
                "note",
                "agreed",
                "repatriation_guided",
                "next_on",
                "progress",
                "finished_at",
                "corrections",
            ],
        ),
        ("complaints", ["received_on", "about", "decided_on", "outcome"]),
        ("results", ["on", "kind", "note"]),
        ("notes", ["on", "text"]),
        ("corrections", ["on", "fact", "before", "after", "reason"]),
    ],
)
def test_facts_are_written_by_their_date_and_say_it_first(name: str, facts: list[str]) -> None:
    date_key = facts[0]
    earlier, later = RIMA[name][0] | {date_key: "2026-09-09"}, RIMA[name][0]

    came_out = written(rima(**{name: [later, earlier]}))[name]

    assert came_out == [earlier, later]
    assert all(list(fact) == facts for fact in came_out)


def test_of_facts_of_one_day_the_one_without_a_value_comes_last() -> None:
    first, open_ended = {"from": "2026-10-01", "to": "2026-12-31"}, {"from": "2026-10-01", "to": None}
    support = [fact | {"kind": "benefit"} for fact in (open_ended, first)]

    assert [fact["to"] for fact in written(rima(support=support))["support"]] == ["2026-12-31", None]


def test_plans_come_out_by_version_and_goals_and_activities_as_they_were_agreed() -> None:
    agreed = [{"kind": "work_placement", "text": "Praktik"}, {"kind": "danish_education", "text": "DU2"}]
    plans = [{"version": 2}, {"version": 1, "activities": agreed, "goals": [{"kind": "other", "text": "B"}]}]

    first, second = written(rima(plans=plans))["plans"]

    assert [first["version"], second["version"]] == [1, 2]
    assert [activity["text"] for activity in first["activities"]] == ["Praktik", "DU2"]


@pytest.mark.parametrize(("given_hours", "came_out"), [(15, "15"), (15.0, "15"), (22.5, "22.5"), (0, "0")])
def test_whole_hours_are_written_as_whole_numbers(given_hours: float, came_out: str) -> None:
    offers = [{"kind": "guidance", "hours_per_week": given_hours}]

    assert json.dumps(written(rima(offers=offers))["offers"][0]["hours_per_week"]) == came_out


def test_a_household_is_written_under_the_id_it_has_in_the_file() -> None:
    household = household_from_exchange(AL_HASSAN, lambda: "stored")

    assert household == AL_HASSANS
    assert household_to_exchange(household, "H1") == AL_HASSAN
    assert household_to_exchange(a_household(coordinating_caseworker=None), "H7") == {
        "id": "H7",
        "name": "Al-Hassan",
        "coordinating_caseworker": None,
    }


@examples
@given(persons, st.randoms(use_true_random=False))
def test_every_case_comes_out_the_same_however_it_was_spelled(person: Json, chance: Random) -> None:
    content = {"cases": [person | {"case_number": "2026-014"}]}

    plain = written(content["cases"][0])
    other = written(spelled_otherwise(content, chance)["cases"][0])

    assert comparable({"cases": [plain]}) == comparable({"cases": canonical(content)["cases"]})
    assert json.dumps(other) == json.dumps(plain)


@examples
@given(content=contents(), chance=st.randoms(use_true_random=False))
def test_the_files_these_tests_make_up_are_files_the_program_takes(
    content: Json, chance: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = _any_file(tmp_path_factory)

    for spelling in (content, spelled_otherwise(content, chance), canonical(content)):
        write_case_file(file, spelling)

        assert read_case_file(file) == spelling


def _any_file(folders: pytest.TempPathFactory) -> Path:
    return folders.getbasetemp() / "cases.json"
