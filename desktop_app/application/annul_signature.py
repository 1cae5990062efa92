"""Undo a signature that was registered by mistake: it is annulled with a reason, and nothing is deleted."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import PlanStateRefused, ReasonMissing
from desktop_app.application.plan_records import as_read, copy_of, discard_draft, next_number, plan_of, with_plan
from desktop_app.application.ports import ReadModel, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Annulment, Plan, PlanState, state_of
from desktop_app.domain.plan_versions import version_in_work
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulledSignature:
    """The case after a signature was annulled, and the version to go on with."""

    case: Case
    next_plan: Plan
    changes: Changes


def annul_signature(
    seen: Case,
    plan_id: str,
    reason: str,
    *,
    work: Work,
    read: ReadModel,
    today: date,
    draft_id: str | None = None,
) -> AnnulledSignature:
    """Annul the signature of the version in force; `seen` is the case as the form read it.

    The paper and what was frozen stay as they are. The version to go on with has the same content: a new draft, or the
    one that is in work already.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused: the version is not the one in force.
        ReasonMissing: no reason is given.
    """
    if not reason.strip():
        raise ReasonMissing
    with work(Act.ANNUL_SIGNATURE) as unit:
        case, plan = as_read(unit, seen, plan_id)
        state = state_of(plan, case.plans)
        if state is not PlanState.SIGNED:
            raise PlanStateRefused(plan.number, state, PlanState.SIGNED)
        following = version_in_work(case.plans)
        case = with_plan(case, replace(plan, annulment=Annulment(on=today, reason=reason.strip())))
        if following is None:
            following = copy_of(plan, next_number(case, read.history(case.id)))
            case = with_plan(case, following)
        unit.cases.save(case)
        discard_draft(unit, draft_id)
        unit.commit()
    with work(Act.ANNUL_SIGNATURE) as unit:
        case = unit.cases.by_number(seen.case_number)
    return AnnulledSignature(
        case=case, next_plan=plan_of(case, following.id), changes=Changes(cases=frozenset({case.id}))
    )
