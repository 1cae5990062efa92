"""Valid records with everything in place; a test changes the one thing it is about."""
# ruff: noqa: ANN401 - a builder takes whatever field a test changes

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from desktop_app.application.ports import Draft
from desktop_app.domain.case import (
    Case,
    Event,
    Move,
    MoveDirection,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.case_facts import CaseFacts, DecisionFact
from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpForm
from desktop_app.domain.household import Household
from desktop_app.domain.legal_texts import LegalText, TextId
from desktop_app.domain.plan import Activity, ActivityKind, Assessment, Commitment, Goal, GoalKind, Party, Plan
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedActivity,
    PrintedCitizen,
    PrintedGoal,
    PrintedMunicipality,
    PrintedText,
)
from desktop_app.domain.rulebook import (
    Certainty,
    Clock,
    Duty,
    Fulfilment,
    MoveEffect,
    RuleVersion,
    Source,
    Standing,
    Suspension,
)
from desktop_app.domain.scan import Scan, ScanType

TAKEOVER = date(2026, 10, 1)
SIGNED = date(2026, 10, 28)

_ids = count(1)


def new_id() -> str:
    """Return an id no other record of the test run has."""
    return f"record-{next(_ids)}"


# Cases ---------------------------------------------------------------------------------------------------------------


def a_citizen(**changes: Any) -> Citizen:
    """A woman whose birth date stands in her number; its check digit is wrong, so that it is nobody's."""
    citizen = Citizen(
        id=new_id(),
        given_names="Rima",
        family_name="Al-Hassan",
        native_name="ريما الحسن",
        cpr="0101900001",
        birth_date=date(1990, 1, 1),
        sex=Sex.FEMALE,
        nationality="SY",
        languages=("ar",),
        interpreter_language="ar",
        address="Eksempelvej 12, 2. tv.",
        postal_code="4900",
        city="Nakskov",
        phone="12345678",
    )
    return replace(citizen, **changes)


def a_household(**changes: Any) -> Household:
    return replace(Household(id=new_id(), name="Al-Hassan", coordinating_caseworker="MJ"), **changes)


def a_goal(**changes: Any) -> Goal:
    return replace(Goal(id=new_id(), kind=GoalKind.EMPLOYMENT, text="Ordinært arbejde i køkken"), **changes)


def an_assessment(**changes: Any) -> Assessment:
    return replace(Assessment(education="Ni års skole", work="To år i et køkken"), **changes)


def a_commitment(**changes: Any) -> Commitment:
    return replace(Commitment(id=new_id(), party=Party.CITIZEN, text="Møder hver dag på sprogcentret"), **changes)


def an_activity(**changes: Any) -> Activity:
    activity = Activity(
        id=new_id(),
        kind=ActivityKind.DANISH_EDUCATION,
        text="DU2",
        provider="Sprogcenter",
        department="Jobcenter",
        starts_on=date(2026, 11, 16),
        ends_on=date(2027, 6, 30),
        hours_per_week=15,
    )
    return replace(activity, **changes)


def a_plan(**changes: Any) -> Plan:
    """The first version, complete and signed by both, with the declaration."""
    plan = Plan(
        id=new_id(),
        number=1,
        signed_by_citizen_on=SIGNED,
        signed_by_municipality_on=SIGNED,
        declaration_signed_on=SIGNED,
        assessment=an_assessment(),
        goals=(a_goal(), a_goal(kind=GoalKind.DANISH, text="Prøve i Dansk 2")),
        activities=(an_activity(),),
    )
    return replace(plan, **changes)


def a_scan(**changes: Any) -> Scan:
    """The signed paper, attached the day after."""
    scan = Scan(
        id=new_id(),
        file_name="Kontrakt underskrevet.pdf",
        media_type=ScanType.PDF,
        size=812_000,
        sha256="0" * 64,
        added_on=date(2026, 10, 29),
        added_by="MJ",
    )
    return replace(scan, **changes)


def a_draft(**changes: Any) -> Plan:
    """A version nobody has signed."""
    unsigned = a_plan(signed_by_citizen_on=None, signed_by_municipality_on=None, declaration_signed_on=None)
    return replace(unsigned, **changes)


def an_offer(**changes: Any) -> Offer:
    offer = Offer(
        id=new_id(),
        kind=OfferKind.WORK_PLACEMENT,
        company="Plejecenter Bakken",
        offered_on=date(2026, 10, 20),
        starts_on=date(2026, 11, 1),
        ends_on=date(2027, 1, 31),
        hours_per_week=22,
    )
    return replace(offer, **changes)


def a_follow_up(**changes: Any) -> FollowUp:
    return replace(FollowUp(id=new_id(), held_on=date(2027, 1, 20), form=FollowUpForm.MEETING), **changes)


def an_attempt(**changes: Any) -> FollowUp:
    """A follow-up nobody came to."""
    return a_follow_up(attempted_only=True, **changes)


def a_support(kind: SupportKind, first: date, last: date | None = None) -> Support:
    return Support(id=new_id(), period=Period(first, last), kind=kind)


def a_readiness(kind: ReadinessKind, first: date, last: date | None = None) -> Readiness:
    return Readiness(id=new_id(), period=Period(first, last), kind=kind)


def a_leave(child_born_on: date | None, first: date, last: date | None = None) -> ParentalLeave:
    return ParentalLeave(id=new_id(), child_born_on=child_born_on, period=Period(first, last))


def a_move(direction: MoveDirection, on: date, *, approved: bool = True) -> Move:
    return Move(id=new_id(), direction=direction, on=on, municipality_code="101", approved=approved)


def an_event(duty: str, on: date) -> Event:
    return Event(id=new_id(), duty=duty, on=on)


def a_case(**changes: Any) -> Case:
    """A refugee's case in which nothing is missing and nothing is odd."""
    case = Case(
        id=new_id(),
        case_number="2026-014",
        citizen=a_citizen(),
        target_group=TargetGroup.REFUGEE,
        allocation_decided_on=date(2026, 8, 15),
        permit_granted_on=date(2026, 7, 20),
        takeover_on=TAKEOVER,
        responsible_caseworker="MJ",
        coordinating_department="Jobcenter",
        plans=(a_plan(scans=(a_scan(),)),),
    )
    return replace(case, **changes)


def facts(**changes: Any) -> CaseFacts:
    """The facts of a refugee of unknown age who was taken over, and nothing else."""
    known = CaseFacts(case_id="case-1", case_number="2026-014", target_group=TargetGroup.REFUGEE, takeover_on=TAKEOVER)
    return known._replace(**changes)


def a_kept_draft(**changes: Any) -> Draft:
    """What somebody typed in a form, kept a moment ago."""
    draft = Draft(
        id="draft",
        user="Mette Jensen",
        screen="case",
        subject="",
        content={},
        based_on={},
        saved_at=datetime(2026, 11, 22, 9, 12, tzinfo=UTC),
    )
    return replace(draft, **changes)


# Rules ---------------------------------------------------------------------------------------------------------------


def a_source(**changes: Any) -> Source:
    source = Source(
        act="Integrationsloven",
        section="§ 19, stk. 1",
        url="https://www.retsinformation.dk/eli/lta/2020/1146",
        checked_on=date(2026, 3, 8),
        document="LBK 1146/2020",
    )
    return replace(source, **changes)


def a_rule_version(**changes: Any) -> RuleVersion:
    """A statute for refugees since 2020: one month."""
    version = RuleVersion(
        valid_from=date(2020, 1, 1),
        groups=frozenset({TargetGroup.REFUGEE}),
        standing=Standing.STATUTE,
        certainty=Certainty.CONFIRMED,
        source=a_source(),
        due=Span(1, Unit.MONTHS),
    )
    return replace(version, **changes)


def a_duty(**changes: Any) -> Duty:
    """The contract, counted from the takeover."""
    duty = Duty(
        id=DutyId.CONTRACT_SIGNED,
        name="Kontrakt",
        name_en="Contract",
        clock=Clock.TAKEOVER,
        version_chosen_by=None,
        fulfilled_by=Fulfilment.CONTRACT_SIGNED,
        after_move=MoveEffect.RESTARTS,
        versions=(a_rule_version(),),
    )
    return replace(duty, **changes)


def a_suspension(**changes: Any) -> Suspension:
    """Contracts of Ukrainians, and of refugees who were allocated, rest for three months after takeovers in 2022."""
    suspension = Suspension(
        id="three_months",
        duties=frozenset({DutyId.CONTRACT_SIGNED}),
        groups=frozenset({TargetGroup.DISPLACED_UKRAINE}),
        groups_if_allocated=frozenset({TargetGroup.REFUGEE}),
        takeovers=Period(date(2022, 1, 1), date(2022, 12, 31)),
        until=Span(3, Unit.MONTHS),
        source=a_source(),
        certainty=Certainty.CONFIRMED,
    )
    return replace(suspension, **changes)


def a_deadline(**changes: Any) -> Deadline:
    deadline = Deadline(
        case_id="case-1",
        case_number="2026-014",
        duty=DutyId.CONTRACT_SIGNED,
        status=Status.UPCOMING,
        due_on=date(2026, 11, 1),
    )
    return deadline._replace(**changes)


def a_decision(**changes: Any) -> DeadlineDecision:
    """The cause of a contract that was signed late."""
    decision = DeadlineDecision(
        id=new_id(),
        duty=DutyId.CONTRACT_SIGNED,
        kind=DecisionKind.LATE_BECAUSE,
        computed_on=date(2026, 11, 1),
        made_on=date(2026, 11, 20),
        made_by="MJ",
    )
    return replace(decision, **changes)


def a_decision_fact(kind: DecisionKind, **changes: Any) -> DecisionFact:
    """A decision about the deadline of `a_deadline`."""
    decision = DecisionFact(
        made_on=date(2026, 11, 20),
        duty=DutyId.CONTRACT_SIGNED,
        kind=kind,
        computed_on=date(2026, 11, 1),
        on=None,
        cause=None,
        reason="",
        made_by="MJ",
    )
    return decision._replace(**changes)


# Papers --------------------------------------------------------------------------------------------------------------


def a_legal_text(**changes: Any) -> LegalText:
    """A draft that is meant for everybody."""
    text = LegalText(
        id=TextId.SANCTIONS,
        heading="Hvis du ikke deltager",
        text="Kommunen kan sætte din hjælp ned.",
        valid_from=date(2006, 4, 1),
        source="Integrationsloven § 19, stk. 5",
    )
    return replace(text, **changes)


def a_snapshot(**changes: Any) -> PlanSnapshot:
    snapshot = PlanSnapshot(
        case_number="2026-014",
        plan_number=1,
        draft=False,
        dated_on=SIGNED,
        legal_basis="Integrationslovens § 19",
        municipality=PrintedMunicipality(name="Eksempelkommune", team="Integrationsteamet"),
        citizen=PrintedCitizen(
            name="Rima Al-Hassan",
            native_name="ريما الحسن",
            birth_date=date(1990, 1, 1),
            target_group=TargetGroup.REFUGEE,
            languages=("ar", "en"),
        ),
        takeover_on=TAKEOVER,
        signed_by_citizen_on=SIGNED,
        signed_by_municipality_on=SIGNED,
        goals=(PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Køkken", target_on=date(2027, 10, 1)),),
        activities=(
            PrintedActivity(
                kind=ActivityKind.DANISH_EDUCATION,
                text="DU2",
                in_contract=True,
                starts_on=date(2026, 11, 16),
                hours_per_week=15,
            ),
        ),
        rights=(PrintedText(heading="Din pligt", text="Du skal deltage."),),
        interpreting=(PrintedText(heading="Gennemgang", text="Gennemgået med tolk.", approved=True),),
    )
    return replace(snapshot, **changes)
