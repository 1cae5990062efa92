"""A store with one case and its plans, and the things a caseworker does with them."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.application.annul_signature import AnnulledSignature, annul_signature
from desktop_app.application.changes import Changes
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.ports import Draft
from desktop_app.application.ready_plan import make_ready, reopen
from desktop_app.application.sign_plan import sign_plan
from desktop_app.application.write_plan import PlanContent, begin_version, discard_version, save_content
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan
from desktop_app.domain.signing import Signing
from tests.builders import SIGNED, a_case
from tests.fakes import MOMENT, USER, FakeStore

NUMBER = "2026-014"
TODAY = date(2026, 11, 22)
ON_PAPER = Signing(citizen=SIGNED, municipality_on=SIGNED, declaration_on=SIGNED)
DRAFT_ID = "draft-1"


class PlanOffice:
    """What a caseworker does with the plan of one case; the case is read anew for each act unless one is given."""

    def __init__(self, law: PlanLaw, *plans: Plan, **changes: Any) -> None:  # noqa: ANN401 - a builder's
        self.law = law
        self.store = FakeStore(a_case(plans=plans, **changes))

    @property
    def case(self) -> Case:
        """The case as it is stored now."""
        return self.store.case(NUMBER)

    def plan(self, number: int = 1) -> Plan:
        """Return a version as it is stored now."""
        return next(plan for plan in self.case.plans if plan.number == number)

    def change(self, **fields: object) -> None:
        """Change the case behind everybody's back."""
        with self.store.work() as unit:
            unit.cases.save(replace(unit.cases.by_number(NUMBER), **fields))  # type: ignore[arg-type]
            unit.commit()

    def change_plan(self, number: int = 1, **fields: object) -> None:
        """Change a version behind everybody's back."""
        changed = replace(self.plan(number), **fields)  # type: ignore[arg-type]
        self.change(plans=tuple(changed if plan.number == number else plan for plan in self.case.plans))

    def keep_draft(self) -> None:
        """Keep what somebody typed."""
        draft = Draft(id=DRAFT_ID, user=USER, screen="plan", subject="", content={}, based_on={}, saved_at=MOMENT)
        with self.store.work() as unit:
            unit.drafts.keep(draft)
            unit.commit()

    def drafts(self) -> list[str]:
        """Return the ids of what is kept."""
        with self.store.work() as unit:
            return [draft.id for draft in unit.drafts.all()]

    def begin(self) -> ChangedPlan:
        return begin_version(NUMBER, work=self.store.work, read=self.store.read)

    def save(
        self, content: PlanContent | None = None, *, seen: Case | None = None, number: int = 1, draft: bool = False
    ) -> ChangedPlan:
        seen = seen or self.case
        plan_id = next(plan.id for plan in seen.plans if plan.number == number)
        return save_content(
            seen, plan_id, content or self.content(number), work=self.store.work, draft_id=DRAFT_ID if draft else None
        )

    def content(self, number: int = 1, **changes: Any) -> PlanContent:  # noqa: ANN401 - whatever is written
        """Return what the editor holds, as it is stored but for some changes."""
        plan = self.plan(number)
        held = PlanContent(
            goals=plan.goals,
            activities=plan.activities,
            coordinating_department=self.case.coordinating_department,
            responsible_caseworker=self.case.responsible_caseworker,
            assessment=plan.assessment,
            education_order=plan.education_order,
            commitments=plan.commitments,
        )
        return replace(held, **changes)

    def discard(self, number: int = 1, *, seen: Case | None = None, draft: bool = False) -> Changes:
        draft_id = DRAFT_ID if draft else None
        return discard_version(seen or self.case, self.plan(number).id, work=self.store.work, draft_id=draft_id)

    def make_ready(self, number: int = 1, *, seen: Case | None = None, today: date = TODAY) -> ChangedPlan:
        seen = seen or self.case
        return make_ready(seen, self.plan(number).id, work=self.store.work, law=self.law, today=today)

    def reopen(self, number: int = 1, *, seen: Case | None = None) -> ChangedPlan:
        return reopen(seen or self.case, self.plan(number).id, work=self.store.work)

    def sign(
        self, signing: Signing = ON_PAPER, *, number: int = 1, seen: Case | None = None, draft: bool = False
    ) -> ChangedPlan:
        return sign_plan(
            seen or self.case,
            self.plan(number).id,
            signing,
            work=self.store.work,
            law=self.law,
            today=TODAY,
            draft_id=DRAFT_ID if draft else None,
        )

    def annul(
        self, reason: str = "Registreret ved en fejl", *, number: int = 1, seen: Case | None = None
    ) -> AnnulledSignature:
        return annul_signature(
            seen or self.case, self.plan(number).id, reason, work=self.store.work, read=self.store.read, today=TODAY
        )
