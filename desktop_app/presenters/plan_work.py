"""What the screens of the plan ask of the open store; composition's `PlanWork` fits it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.changes import Changes
from desktop_app.application.compare_plans import ComparedPlans, PrintedComparison, ToldComparison
from desktop_app.application.drafts import OthersDraft
from desktop_app.application.errors import PlanStateRefused
from desktop_app.application.open_plan import OpenedPlan
from desktop_app.application.plan_examining import PlanExamination
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.write_plan import PlanContent
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.signing import Signing


class PlanWork(Protocol):
    """A plan from draft to signed. What raises is said at the use case each method is named after."""

    def now(self) -> datetime:
        """Return the moment it is, aware."""
        ...

    def open(self, case_number: str, plan_number: int | None = None) -> OpenedPlan:
        """Open a version: the one asked for, or the one in work, or else the current one (`open_plan`)."""
        ...

    def others_at(self, screen: str, plan_id: str) -> Sequence[OthersDraft]:
        """Return who else has typed about a version in a form and not saved it (`drafts.drafts_of_others`)."""
        ...

    def begin(self, case_number: str) -> ChangedPlan:
        """Begin a version (`write_plan.begin_version`)."""
        ...

    def save(self, seen: Case, plan_id: str, content: PlanContent, draft_id: str | None) -> ChangedPlan:
        """Save what the editor holds (`write_plan.save_content`)."""
        ...

    def discard(self, seen: Case, plan_id: str, draft_id: str | None) -> Changes:
        """Take a draft away (`write_plan.discard_version`)."""
        ...

    def make_ready(self, seen: Case, plan_id: str, today: date) -> ChangedPlan:
        """Close a draft for signing (`ready_plan.make_ready`)."""
        ...

    def reopen(self, seen: Case, plan_id: str) -> ChangedPlan:
        """Open a version again that waits for signatures (`ready_plan.reopen`)."""
        ...

    def sign(self, seen: Case, plan_id: str, signing: Signing, today: date, draft_id: str | None) -> ChangedPlan:
        """Register what was signed on paper (`sign_plan`)."""
        ...

    def annul(self, seen: Case, plan_id: str, reason: str, today: date, draft_id: str | None) -> AnnulledSignature:
        """Annul a signature registered by mistake (`annul_signature`)."""
        ...

    def examine(self, plan: Plan, case: Case, today: date) -> PlanExamination:
        """Look over a plan that need not be saved (`plan_examining.examine_plan`)."""
        ...

    def preview(self, plan: Plan, case: Case, today: date) -> bytes:
        """Draw a plan that need not be saved as PDF (`preview_plan`)."""
        ...

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text."""
        ...

    def compare(self, case_number: str, chosen: int | tuple[int, int], today: date) -> ComparedPlans:
        """Compare two versions, one alone with the one before it (`compare_plans.compare_versions`)."""
        ...

    def print_comparison(self, told: ToldComparison) -> PrintedComparison:
        """Put the differences of two versions on paper (`compare_plans.print_comparison`)."""
        ...


def open_in_state(work: PlanWork, case_number: str, plan_number: int, wanted: PlanState) -> OpenedPlan:
    """Open a version that has to be in a state.

    Raises:
        PlanStateRefused: it is in another.
        ApplicationError: it is gone, or the store cannot be read.
    """
    opened = work.open(case_number, plan_number)
    state = state_of(opened.plan, opened.case.plans)
    if state is not wanted:
        raise PlanStateRefused(opened.plan.number, state, wanted)
    return opened
