"""The plans of a store in memory, and screens of the plan that remember what they were told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.changes import Changes
from desktop_app.application.drafts import OthersDraft, drafts_of_others
from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.plan_examining import PlanExamination
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.preview_plan import preview_plan
from desktop_app.composition.plan_work import PlanWork
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan
from desktop_app.domain.signing import SigningField
from desktop_app.presenters.earlier_content import EarlierVersion
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldProblem
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.presenters.plan_view import PlanHead
from desktop_app.presenters.sign_form import SignForm
from desktop_app.storage.store import Store
from tests.fakes import EKSEMPELKOMMUNE, MOMENT, USER, FakePrinter, FakeStore

TODAY = date(2026, 11, 22)
COLLEAGUE = "Anna Krogh"
INITIALS = {USER: "MJ", COLLEAGUE: "AK"}


def today() -> date:
    return TODAY


@dataclass(frozen=True)
class FakePlanWork(PlanWork):
    """The plans of a store in memory, drawn by a printer that remembers what it drew."""

    printer: FakePrinter = field(default_factory=FakePrinter)
    user: str = USER
    examined: list[Plan] = field(default_factory=list)

    def examine(self, plan: Plan, case: Case, today: date) -> PlanExamination:
        self.examined.append(plan)
        return super().examine(plan, case, today)

    def others_at(self, screen: str, plan_id: str) -> list[OthersDraft]:
        return drafts_of_others(self.user, screen, plan_id, work=self.store.work, initials=INITIALS.__getitem__)

    def now(self) -> datetime:
        return MOMENT

    def preview(self, plan: Plan, case: Case, today: date) -> bytes:
        return preview_plan(plan, case, municipality=self.municipality, printer=self.printer, law=self.law, today=today)


def plan_work(store: FakeStore, law: PlanLaw, user: str = USER) -> FakePlanWork:
    return FakePlanWork(cast("Store", store), law, EKSEMPELKOMMUNE, user=user)


@dataclass
class SeenPlan:
    """The page of the editor, and the frame around it."""

    heads: list[PlanHead] = field(default_factory=list)
    forms: list[tuple[PlanForm, bool]] = field(default_factory=list)
    summary: str = ""
    checks: list[CheckLine] = field(default_factory=list)
    warnings: list[WarningLine] = field(default_factory=list)
    hours: str = ""
    problems: list[FieldProblem] = field(default_factory=list)
    missing: list[CheckLine] = field(default_factory=list)
    steps: tuple[bool, bool] = (False, False)
    remark: str = ""
    others: str = ""
    errors: list[str] = field(default_factory=list)
    questions: list[tuple[str, list[WarningLine]]] = field(default_factory=list)
    offered: list[Sequence[EarlierVersion]] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    brought_up: int = 0

    def bring_up(self) -> None:
        self.brought_up += 1

    def show_head(self, head: PlanHead) -> None:
        self.heads.append(head)

    def show_form(self, form: PlanForm, *, is_locked: bool) -> None:
        self.forms.append((form, is_locked))

    def show_beside(
        self, summary: str, checks: Sequence[CheckLine], warnings: Sequence[WarningLine], hours: str
    ) -> None:
        self.summary, self.checks, self.warnings, self.hours = summary, list(checks), list(warnings), hours

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = list(problems)

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        self.missing = list(missing)

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        self.steps = (can_undo, can_redo)

    def show_remark(self, text: str) -> None:
        self.remark = text

    def show_others(self, text: str) -> None:
        self.others = text

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def ask_earlier(self, offered: Sequence[EarlierVersion]) -> None:
        self.offered.append(offered)

    def ask_ready(self, title: str, warnings: Sequence[WarningLine]) -> None:
        self.questions.append((title, list(warnings)))

    def plan_changed(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done.append(text)
        self.undo = undo


@dataclass
class SeenPaper:
    """The paper beside the form: what was drawn, and whether it is out of date."""

    drawn: list[bytes] = field(default_factory=list)
    is_stale: bool = False
    cleared: int = 0

    def clear(self) -> None:
        self.cleared += 1

    def show(self, content: bytes, at: datetime) -> None:
        assert at == MOMENT
        self.drawn.append(content)
        self.is_stale = False

    def mark_stale(self) -> None:
        self.is_stale = True


@dataclass
class SeenLivePreview:
    """Where the paper is shown."""

    pages: list[tuple[PageImage, int, int]] = field(default_factory=list)
    freshness: list[tuple[str, bool]] = field(default_factory=list)

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        self.pages.append((image, number, count))

    def show_freshness(self, sentence: str, *, is_stale: bool) -> None:
        self.freshness.append((sentence, is_stale))


@dataclass
class SeenDialog:
    """A dialog about a signature, and the frame around it."""

    titles: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    finished: int = 0
    signed: list[ChangedPlan] = field(default_factory=list)
    annulled: list[AnnulledSignature] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.finished += 1

    def plan_signed(self, signed: ChangedPlan) -> None:
        self.signed.append(signed)

    def signature_annulled(self, annulled: AnnulledSignature) -> None:
        self.annulled.append(annulled)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done.append(text)
        self.undo = undo


@dataclass
class SeenSigning(SeenDialog):
    """The dialog of signing."""

    is_interpreted: bool | None = None
    forms: list[SignForm] = field(default_factory=list)
    problems: dict[SigningField, str] = field(default_factory=dict)
    remarks: dict[SigningField, str] = field(default_factory=dict)
    others: str = ""

    def ask(self, title: str, form: SignForm, *, is_interpreted: bool) -> None:
        self.titles.append(title)
        self.forms.append(form)
        self.is_interpreted = is_interpreted

    def show_form(self, form: SignForm) -> None:
        self.forms.append(form)

    def show_problems(self, problems: Mapping[SigningField, str]) -> None:
        self.problems = dict(problems)

    def show_remarks(self, remarks: Mapping[SigningField, str]) -> None:
        self.remarks = dict(remarks)

    def show_others(self, text: str) -> None:
        self.others = text


@dataclass
class SeenAnnulling(SeenDialog):
    """The dialog of annulling."""

    explanation: str = ""
    reasons: list[str] = field(default_factory=list)
    problem: str = ""

    def ask(self, title: str, explanation: str, reason: str) -> None:
        self.titles.append(title)
        self.explanation = explanation
        self.reasons.append(reason)

    def show_problem(self, text: str) -> None:
        self.problem = text
