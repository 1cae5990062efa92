"""The plans of the team: written, closed for signing, signed, annulled, and drawn while they are written."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.application.annul_signature import AnnulledSignature, annul_signature
from desktop_app.application.changes import Changes
from desktop_app.application.compare_plans import (
    ComparedPlans,
    PrintedComparison,
    ToldComparison,
    compare_versions,
    print_comparison,
)
from desktop_app.application.drafts import OthersDraft, drafts_of_others
from desktop_app.application.open_plan import OpenedPlan, open_plan
from desktop_app.application.plan_examining import PlanExamination, examine_plan
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.preview_plan import preview_plan
from desktop_app.application.ready_plan import make_ready, reopen
from desktop_app.application.sign_plan import sign_plan
from desktop_app.application.write_plan import PlanContent, begin_version, discard_version, save_content
from desktop_app.composition.paper import can_show
from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import Plan
from desktop_app.domain.signing import Signing
from desktop_app.storage.store import Store, now


@dataclass(frozen=True, slots=True)
class PlanWork:
    """Plans of one store, by the law as its municipality applies it."""

    store: Store
    law: PlanLaw
    municipality: Municipality

    def now(self) -> datetime:
        """Return the moment it is."""
        return now()

    def open(self, case_number: str, plan_number: int | None = None) -> OpenedPlan:
        """Open a version (`open_plan`)."""
        return open_plan(case_number, work=self.store.work, plan_number=plan_number)

    def others_at(self, screen: str, plan_id: str) -> list[OthersDraft]:
        """Return who else has typed about a version and not saved it (`drafts_of_others`)."""
        store = self.store
        return drafts_of_others(store.user.name, screen, plan_id, work=store.work, initials=store.initials_of)

    def begin(self, case_number: str) -> ChangedPlan:
        """Begin a version (`begin_version`)."""
        return begin_version(case_number, work=self.store.work, read=self.store.read)

    def save(self, seen: Case, plan_id: str, content: PlanContent, draft_id: str | None) -> ChangedPlan:
        """Save what the editor holds (`save_content`)."""
        return save_content(seen, plan_id, content, work=self.store.work, draft_id=draft_id)

    def discard(self, seen: Case, plan_id: str, draft_id: str | None) -> Changes:
        """Take a draft away (`discard_version`)."""
        return discard_version(seen, plan_id, work=self.store.work, draft_id=draft_id)

    def make_ready(self, seen: Case, plan_id: str, today: date) -> ChangedPlan:
        """Close a draft for signing (`make_ready`)."""
        return make_ready(seen, plan_id, work=self.store.work, law=self.law, today=today)

    def reopen(self, seen: Case, plan_id: str) -> ChangedPlan:
        """Open a version again that waits for signatures (`reopen`)."""
        return reopen(seen, plan_id, work=self.store.work)

    def sign(self, seen: Case, plan_id: str, signing: Signing, today: date, draft_id: str | None) -> ChangedPlan:
        """Register what was signed on paper (`sign_plan`)."""
        return sign_plan(seen, plan_id, signing, work=self.store.work, law=self.law, today=today, draft_id=draft_id)

    def annul(self, seen: Case, plan_id: str, reason: str, today: date, draft_id: str | None) -> AnnulledSignature:
        """Annul a signature registered by mistake (`annul_signature`)."""
        return annul_signature(
            seen,
            plan_id,
            reason,
            work=self.store.work,
            read=self.store.read,
            today=today,
            draft_id=draft_id,
        )

    def examine(self, plan: Plan, case: Case, today: date) -> PlanExamination:
        """Look over a plan that need not be saved (`examine_plan`)."""
        return examine_plan(plan, case, self.law, today)

    def preview(self, plan: Plan, case: Case, today: date) -> bytes:
        """Draw a plan that need not be saved (`preview_plan`)."""
        from desktop_app.documents.plan_document import print_plan  # noqa: PLC0415 - reportlab, only to draw

        return preview_plan(plan, case, municipality=self.municipality, printer=print_plan, law=self.law, today=today)

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text (`documents.paper_characters`)."""
        return can_show(text)

    def compare(self, case_number: str, chosen: int | tuple[int, int], today: date) -> ComparedPlans:
        """Compare two versions (`compare_versions`)."""
        return compare_versions(case_number, chosen, work=self.store.work, law=self.law, today=today)

    def print_comparison(self, told: ToldComparison) -> PrintedComparison:
        """Put the differences of two versions on paper (`print_comparison`)."""
        return print_comparison(told, work=self.store.work, write=self._paper)

    def _paper(self, told: ToldComparison) -> bytes:
        from desktop_app.documents.comparison_document import print_differences  # noqa: PLC0415 - reportlab, to print

        return print_differences(told, self.municipality)
