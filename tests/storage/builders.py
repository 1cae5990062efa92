"""Valid records with everything a test does not care about filled in."""
# ruff: noqa: ANN401 - a builder takes whatever field a test changes

import uuid
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from desktop_app.application.ports import Draft, FrozenPlan, StoredDocument
from desktop_app.domain.case import (
    Case,
    CorrectedFact,
    Event,
    FactCorrection,
    Note,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.domain.household import Household
from desktop_app.domain.local_standard import LocalStandard
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.phrase import Phrase, PhrasePlace
from desktop_app.domain.plan import (
    Activity,
    ActivityKind,
    Assessment,
    Commitment,
    EducationOrder,
    Goal,
    GoalKind,
    Party,
    Plan,
)
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedCitizen, PrintedMunicipality
from desktop_app.domain.scan import Scan, ScanType
from desktop_app.storage.case_order import in_order
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import NewStore, Store, create_store, open_store

Record = TypeVar("Record")

PASSWORD = "fire tilfældige ord"  # noqa: S105 - of stores that live for one test
CHEAP = KdfCost(passes=1, memory_kib=8, lanes=1)
MOMENT = datetime(2026, 3, 3, 9, 12, tzinfo=UTC)


def new_id() -> str:
    return str(uuid.uuid4())


def a_municipality(**changes: Any) -> Municipality:
    return replace(Municipality(id=new_id(), code="999", name="Eksempelkommune", fictional=True), **changes)


def a_new_store(path: Path, **changes: Any) -> NewStore:
    given: dict[str, Any] = {
        "user": "Mette Jensen",
        "initials": "MJ",
        "password": PASSWORD,
        "municipality": a_municipality(),
        "cost": CHEAP,
        "clock": lambda: MOMENT,
    }
    return create_store(path, **given | changes)


def a_closed_store(path: Path, *cases: Case) -> Path:
    with a_new_store(path).store as store:
        save_new(store, *cases)
    return path


def reopened(path: Path, password: str = PASSWORD) -> Store:
    return open_store(path, password=password, clock=lambda: MOMENT)


def save_new(store: Store, *cases: Case) -> None:
    with store.work() as unit:
        for case in cases:
            if case.household and case.household.version == 0:
                unit.households.add(case.household)
            unit.cases.add(case)
        unit.commit()


def read(store: Store, case_number: str) -> Case:
    with store.work() as unit:
        return unit.cases.by_number(case_number)


def a_citizen(**changes: Any) -> Citizen:
    return replace(
        Citizen(
            id=new_id(),
            given_names="Rima",
            family_name="Al-Hassan",
            native_name="ريما الحسن",
            cpr="0101900001",
            birth_date=date(1990, 1, 1),
            languages=("ar", "en"),
        ),
        **changes,
    )


def a_case(case_number: str = "2026-014", **changes: Any) -> Case:
    return replace(
        Case(id=new_id(), case_number=case_number, citizen=a_citizen(), target_group=TargetGroup.REFUGEE), **changes
    )


def a_full_case(case_number: str = "2026-014", **changes: Any) -> Case:
    return a_case(
        case_number,
        **{
            "household": Household(id=new_id(), name="Al-Hassan", coordinating_caseworker="MJ"),
            "takeover_on": date(2026, 10, 1),
            "support": (Support(id=new_id(), period=Period(date(2026, 10, 1)), kind=SupportKind.BENEFIT),),
            "events": (Event(id=new_id(), duty="danish.referred", on=date(2026, 10, 20)),),
            "plans": (a_plan(),),
            "follow_ups": (a_full_follow_up(),),
            "notes": (Note(id=new_id(), on=date(2026, 10, 5), text="Kom med sin bror"),),
            "corrections": (a_fact_correction(),),
            "consents": (a_consent(),),
            "decisions": (a_decision(),),
        }
        | changes,
    )


def a_follow_up(**changes: Any) -> FollowUp:
    return replace(
        FollowUp(id=new_id(), held_on=date(2027, 1, 20), form=FollowUpForm.MEETING, note="Gik godt"), **changes
    )


def a_full_follow_up(**changes: Any) -> FollowUp:
    """A talk of which everything was written down, and corrected later."""
    return a_follow_up(
        **{
            "interpreter": "Tolkefirmaet",
            "participants": "Rima og mentor",
            "topics": (Topic.CONTRACT_KEPT, Topic.CHANGES),
            "agreed": "Ny praktik inden 1. marts",
            "repatriation_guided": True,
            "next_on": date(2027, 4, 20),
            "progress": (GoalProgress(plan_number=1, place=2, progress=Progress.ACHIEVED),),
            "finished_at": datetime(2027, 1, 20, 10, 15, tzinfo=UTC),
            "corrections": (FollowUpCorrection(id=new_id(), on=date(2027, 1, 25), text="Mentor var ikke med"),),
        }
        | changes
    )


def a_fact_correction(**changes: Any) -> FactCorrection:
    return replace(
        FactCorrection(
            id=new_id(),
            fact=CorrectedFact.TAKEOVER,
            before=date(2026, 9, 1),
            after=date(2026, 10, 1),
            reason="Brevet nævner 1. oktober",
            on=date(2026, 10, 7),
        ),
        **changes,
    )


def a_consent(**changes: Any) -> Consent:
    return replace(
        Consent(
            id=new_id(),
            purpose=ConsentPurpose.SHARING,
            given_on=date(2026, 10, 5),
            with_whom="Sprogcenteret",
            withdrawn_on=date(2026, 11, 5),
        ),
        **changes,
    )


def a_decision(**changes: Any) -> DeadlineDecision:
    return replace(
        DeadlineDecision(
            id=new_id(),
            duty=DutyId.CONTRACT_SIGNED,
            kind=DecisionKind.LATE_BECAUSE,
            computed_on=date(2026, 11, 1),
            made_on=date(2026, 11, 20),
            made_by="MJ",
            cause=DelayCause.NO_INTERPRETER,
            reason="Tolken meldte afbud",
        ),
        **changes,
    )


def a_local_standard(**changes: Any) -> LocalStandard:
    return replace(
        LocalStandard(
            id=new_id(),
            duty=DutyId.FOLLOW_UP_LOCAL,
            valid_from=date(2026, 12, 1),
            interval=Span(2, Unit.MONTHS),
            groups=frozenset({TargetGroup.REFUGEE, TargetGroup.QUOTA_REFUGEE}),
            warning_days=14,
            reason="Udvalget har besluttet det",
            decided_on=date(2026, 11, 26),
            decided_by="MJ",
        ),
        **changes,
    )


def a_phrase(**changes: Any) -> Phrase:
    return replace(
        Phrase(
            id=new_id(),
            text="Du er i ordinært job som … senest …",
            place=PhrasePlace.GOAL,
            kind=GoalKind.EMPLOYMENT,
            name="Ordinært job",
        ),
        **changes,
    )


def a_draft(**changes: Any) -> Draft:
    """What somebody typed in a form of a follow-up."""
    return replace(
        Draft(
            id=new_id(),
            user="Mette Jensen",
            screen="follow_up",
            subject=new_id(),
            content={"note": "Gik go", "topics": ["changes"], "attempted_only": False, "interpreter": None},
            based_on={new_id(): 1},
            saved_at=MOMENT,
        ),
        **changes,
    )


def a_plan(**changes: Any) -> Plan:
    return replace(
        Plan(
            id=new_id(),
            number=1,
            goals=(
                Goal(id=new_id(), kind=GoalKind.EMPLOYMENT, text="Arbejde i køkken"),
                Goal(id=new_id(), kind=GoalKind.DANISH, text="Modul 3"),
            ),
            activities=(Activity(id=new_id(), kind=ActivityKind.DANISH_EDUCATION, text="DU2", hours_per_week=15.0),),
        ),
        **changes,
    )


def a_plan_in_full(**changes: Any) -> Plan:
    """A plan that holds something of everything a plan can hold."""
    goal = Goal(id=new_id(), kind=GoalKind.EMPLOYMENT, text="Arbejde i køkken", measure="Kontrakt på 30 timer")
    step = Goal(id=new_id(), kind=GoalKind.OTHER, text="Hygiejnebevis", part_of=goal.id, target_on=date(2027, 2, 1))
    return a_plan(
        **{
            "assessment": Assessment(
                education="Ni års skole",
                work="To år i køkken",
                family="To børn i skole",
                health="Ondt i ryggen",
                health_consent_on=date(2026, 10, 20),
                network="En søster i byen",
                housing="Midlertidig bolig",
                asylum_phase="Danskundervisning på centret",
            ),
            "education_order": EducationOrder(given_on=date(2026, 10, 21), text="Søger ind på FGU"),
            "goals": (goal, step),
            "activities": (Activity(id=new_id(), kind=ActivityKind.MENTOR, text="Mentor", responsible="Jobcentret"),),
            "commitments": (
                Commitment(id=new_id(), party=Party.CITIZEN, text="Møder hver dag"),
                Commitment(
                    id=new_id(), party=Party.OTHER, who="Røde Kors", text="Finder en mentor", due_on=date(2026, 12, 1)
                ),
            ),
        }
        | changes
    )


def a_snapshot(**changes: Any) -> PlanSnapshot:
    return replace(
        PlanSnapshot(
            case_number="2026-014",
            plan_number=1,
            draft=False,
            dated_on=date(2026, 10, 28),
            legal_basis="integrationsloven § 19",
            municipality=PrintedMunicipality(name="Eksempelkommune", team="Integrationsteamet"),
            citizen=PrintedCitizen(name="Rima Al-Hassan", languages=("ar",)),
        ),
        **changes,
    )


def a_frozen_plan(plan_id: str, **changes: Any) -> FrozenPlan:
    return replace(FrozenPlan(id=new_id(), plan_id=plan_id, snapshot=a_snapshot()), **changes)


def a_document(frozen_plan_id: str, content: bytes = b"%PDF-1.4", **changes: Any) -> StoredDocument:
    return replace(
        StoredDocument(
            id=new_id(),
            frozen_plan_id=frozen_plan_id,
            kind="plan",
            language="da",
            sha256=sha256(content).hexdigest(),
            content=content,
        ),
        **changes,
    )


def a_scan(content: bytes = b"%PDF-1.4 scan", **changes: Any) -> Scan:
    return replace(
        Scan(
            id=new_id(),
            file_name="Kontrakt underskrevet.pdf",
            media_type=ScanType.PDF,
            size=len(content),
            sha256=sha256(content).hexdigest(),
            added_on=date(2026, 10, 29),
            added_by="MJ",
            note="Side 4 er underskrifterne",
        ),
        **changes,
    )


def saved(record: Record, version: int = 1) -> Record:
    """Return the record as it is read back after it was saved once: every part has a version, facts are in order."""
    changes = dict[str, Any]()
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if field.name == "version":
            changes[field.name] = version
        elif is_dataclass(value) and not isinstance(value, Period):
            changes[field.name] = saved(value)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(saved(part) if is_dataclass(part) else part for part in value)
    whole = replace(record, **changes)  # type: ignore[type-var]
    return cast("Record", in_order(whole)) if isinstance(whole, Case) else whole
