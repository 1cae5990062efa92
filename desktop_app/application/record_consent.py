"""Record that a citizen gives or withdraws consent; both stay on the case with their days."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.consent import Consent, ConsentPurpose, health_consented_on, standing, withdrawn
from desktop_app.domain.role import Act


class ConsentProblem(StrEnum):
    """Why a consent is not recorded."""

    NO_DATE = "no_date"
    IN_FUTURE = "in_future"
    NOBODY = "nobody"
    NONE_STANDS = "none_stands"


class ConsentRefused(ApplicationError):
    """A consent is not recorded as it is; nothing was written."""

    def __init__(self, problem: ConsentProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAct:
    """What the citizen said on a day; `with_whom` is asked for where sharing is consented to."""

    purpose: ConsentPurpose
    on: date | None
    is_withdrawal: bool = False
    with_whom: str = ""


def record_consent(seen: Case, act: ConsentAct, *, work: Work, today: date) -> Changes:
    """Save what the citizen said about the case as it was `seen`.

    Raises:
        ConsentRefused: it lacks something, or there is nothing to withdraw.
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody has saved a consent on it since it was read.
    """
    if act.on is None:
        raise ConsentRefused(ConsentProblem.NO_DATE)
    if act.on > today:
        raise ConsentRefused(ConsentProblem.IN_FUTURE)
    consents = _withdrawn(seen, act.purpose, act.on) if act.is_withdrawal else (*seen.consents, _given(act, act.on))
    with work(Act.RECORD_CONSENT) as unit:
        case = unit.cases.by_number(seen.case_number)
        if case.consents != seen.consents:
            raise ChangedMeanwhile(case.id)
        unit.cases.save(replace(case, consents=consents))
        unit.commit()
    return Changes(cases=frozenset({case.id}))


def _given(act: ConsentAct, on: date) -> Consent:
    whom = act.with_whom.strip()
    if act.purpose is ConsentPurpose.SHARING and not whom:
        raise ConsentRefused(ConsentProblem.NOBODY)
    return Consent(id=str(uuid.uuid4()), purpose=act.purpose, given_on=on, with_whom=whom or None)


def _withdrawn(case: Case, purpose: ConsentPurpose, on: date) -> tuple[Consent, ...]:
    """Return the consents after a withdrawal; one that only stands beside a text on health is made a record of."""
    consents = case.consents
    if not standing(consents, purpose, on):
        beside = _beside_texts(case, on) if purpose is ConsentPurpose.HEALTH_TEXT else None
        if beside is None:
            raise ConsentRefused(ConsentProblem.NONE_STANDS)
        consents = (*consents, Consent(id=str(uuid.uuid4()), purpose=purpose, given_on=beside))
    return withdrawn(consents, purpose, on)


def _beside_texts(case: Case, on: date) -> date | None:
    days = (health_consented_on(plan.assessment.health_consent_on, case.consents, on) for plan in case.plans)
    return max((day for day in days if day is not None), default=None)
