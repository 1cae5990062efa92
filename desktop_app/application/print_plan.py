"""Print the plan with a citizen: a signed version always as it was first handed out, byte for byte."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.errors import PlanNotFound
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.ports import FrozenPlan, LogAction, StoredDocument, UnitOfWork, Work
from desktop_app.application.printed_paper import PaperForm, noted
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, current_plan, state_of
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.role import Act

PLAN = "plan"
DANISH = "da"
_MARKS = {PlanState.DRAFT: "_kladde", PlanState.ANNULLED: "_annulleret"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPlan:
    """A plan, as PDF or as a page for screen readers. `file_name` names neither the citizen nor the CPR number."""

    content: bytes
    case_number: str
    plan_number: int
    dated_on: date
    state: PlanState
    form: PaperForm = PaperForm.PDF

    @property
    def file_name(self) -> str:
        """The proposed name: date first so that it sorts, then document, version and case."""
        number = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        mark = _MARKS.get(self.state, "")
        return f"{self.dated_on.isoformat()}_Plan_v{self.plan_number}_sag-{number[:60]}{mark}.{self.form}"


def print_plan(
    case_number: str,
    *,
    work: Work,
    printer: PlanPrinter,
    law: PlanLaw,
    today: date,
    plan_number: int | None = None,
    form: PaperForm = PaperForm.PDF,
) -> PrintedPlan:
    """Return the plan now in force, the latest version while none is signed, or the version asked for.

    `printer` draws it in that form. What was first handed out is paper: the page of a signed version for screen readers
    is drawn anew from what was signed.

    Raises:
        CaseNotFound: no case has this number.
        PlanNotFound: the case has no plan, or not that version.
    """
    with work(Act.PRINT) as unit:
        case = unit.cases.by_number(case_number)
        plan = _chosen(case, plan_number)
        if plan.signed_on is None:
            snapshot = _as_it_stands(unit, plan, case, law, today)
            content, dated_on = printer(snapshot), snapshot.dated_on
        else:
            frozen = _frozen(unit, plan, case, law)
            is_paper = form is PaperForm.PDF
            content = _as_first_handed_out(unit, frozen, printer) if is_paper else printer(frozen.snapshot)
            dated_on = plan.signed_on
        unit.note(LogAction.PRINTED, case.id, document=PLAN, version=str(plan.number), **noted(form))
        unit.commit()
    return PrintedPlan(
        content=content,
        case_number=case.case_number,
        plan_number=plan.number,
        dated_on=dated_on,
        state=state_of(plan, case.plans),
        form=form,
    )


def _as_it_stands(unit: UnitOfWork, plan: Plan, case: Case, law: PlanLaw, today: date) -> PlanSnapshot:
    """Return what a version that binds nobody says; an annulled one is as it was frozen, and says what became of it."""
    frozen = unit.frozen_plans.of_plan(plan.id) if plan.annulment else None
    if plan.annulment and frozen:
        return replace(frozen.snapshot, annulled_on=plan.annulment.on)
    return snapshot_of(plan, case, unit.municipality(), law, today)


def _chosen(case: Case, plan_number: int | None) -> Plan:
    if plan_number is None:
        plan = current_plan(case.plans)
    else:
        plan = next((plan for plan in case.plans if plan.number == plan_number), None)
    if plan is None:
        raise PlanNotFound(case.case_number, plan_number)
    return plan


def _frozen(unit: UnitOfWork, plan: Plan, case: Case, law: PlanLaw) -> FrozenPlan:
    """Return what was signed; a version that was signed elsewhere is frozen when it is first asked for."""
    frozen = unit.frozen_plans.of_plan(plan.id)
    if frozen is None:
        assert plan.signed_on is not None  # noqa: S101 - only signed plans come here
        snapshot = snapshot_of(plan, case, unit.municipality(), law, plan.signed_on)
        frozen = FrozenPlan(id=str(uuid.uuid4()), plan_id=plan.id, snapshot=snapshot)
        if not unit.is_reading_only:
            unit.frozen_plans.add(frozen)
    return frozen


def _as_first_handed_out(unit: UnitOfWork, frozen: FrozenPlan, printer: PlanPrinter) -> bytes:
    stored = unit.frozen_plans.document(frozen.id, PLAN, DANISH)
    if stored is not None:
        return stored.content
    content = printer(frozen.snapshot)
    if unit.is_reading_only:
        return content
    unit.frozen_plans.add_document(
        StoredDocument(
            id=str(uuid.uuid4()),
            frozen_plan_id=frozen.id,
            kind=PLAN,
            language=DANISH,
            sha256=sha256(content).hexdigest(),
            content=content,
        )
    )
    return content
