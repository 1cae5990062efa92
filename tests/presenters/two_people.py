"""Two people at one store: each unlocks, writes on the plan, leaves what is typed lying, and comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from desktop_app.application.drafts import discard_draft, drafts_of, keep_draft
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import Draft
from desktop_app.domain.plan import GoalKind
from desktop_app.presenters.drafts import DraftKeeper
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_presenter import PlanPresenter
from desktop_app.presenters.plan_rows_typed import GoalRow, new_row_id
from tests.fakes import MOMENT, FakeStore
from tests.presenters.plan_desk import SeenPaper, SeenPlan, plan_work, today
from tests.presenters.test_drafts import SeenDrafts

NUMBER = "2026-014"


@dataclass(frozen=True)
class DraftsOf:
    """The drafts of one user (`presenters.drafts.DraftWork`)."""

    store: FakeStore
    user: str
    now: datetime = MOMENT

    def keep(
        self,
        *,
        screen: str,
        subject: str,
        content: Mapping[str, Any],
        based_on: Mapping[str, int],
        draft_id: str | None,
    ) -> Draft:
        return keep_draft(
            work=self.store.work,
            user=self.user,
            now=self.now,
            screen=screen,
            subject=subject,
            content=content,
            based_on=based_on,
            draft_id=draft_id,
        )

    def mine(self) -> Sequence[Draft]:
        return drafts_of(self.user, work=self.store.work)

    def discard(self, draft_id: str) -> None:
        discard_draft(draft_id, work=self.store.work)


@dataclass
class SeenAllPlans(SeenPlan):
    """A page that remembers every remark."""

    remarks: list[str] = field(default_factory=list)

    def show_remark(self, text: str) -> None:
        super().show_remark(text)
        self.remarks.append(text)


class Person:
    """Somebody at the store, with the plan open in the window from unlocking it to locking it."""

    def __init__(self, store: FakeStore, law: PlanLaw, name: str, now: datetime = MOMENT) -> None:
        self.store, self.law, self.name, self.now = store, law, name, now
        self.view, self.drafts = SeenAllPlans(), SeenDrafts()
        self.is_here = False

    def unlock(self) -> bool:
        """Unlock and open the plan, where what was typed before is put back; tell whether it could be opened."""
        work = plan_work(self.store, self.law, self.name)
        self.presenter = PlanPresenter(self.view, self.view, SeenPaper(), work=work, today=today)
        self.keeper = DraftKeeper(self.drafts, work=DraftsOf(self.store, self.name, self.now), now=lambda: self.now)
        self.keeper.register(self.presenter)
        self.is_here = self.presenter.open(NUMBER)
        if self.is_here:
            self.keeper.opened(self.presenter)
        return self.is_here

    def reopen(self) -> None:
        """Open a closed version for writing again, where what was typed before is put back."""
        self.presenter.reopen()
        self.keeper.opened(self.presenter)

    def lock(self) -> None:
        """Leave: what is typed is kept, and nothing of the window is left."""
        self.keeper.keep_all()
        self.is_here = False

    def left_lying(self) -> Sequence[Draft]:
        """Return what was typed and is not saved."""
        return drafts_of(self.name, work=self.store.work)

    @property
    def form(self) -> PlanForm:
        return self.presenter.session.form

    @property
    def can_write(self) -> bool:
        return not self.presenter.session.is_locked

    def type_on(self, place: int, text: str) -> None:
        """Write on in a goal that stands there."""
        goals = list(self.form.goals)
        row = goals[place % len(goals)]
        goals[place % len(goals)] = replace(row, text=f"{row.text} {text}".strip())
        self.presenter.edit(replace(self.form, goals=tuple(goals)), row.id)

    def add(self, text: str) -> None:
        """Write a goal of one's own."""
        row = GoalRow(id=new_row_id(), kind=GoalKind.HOUSING, text=text)
        self.presenter.edit(replace(self.form, goals=(*self.form.goals, row)))

    def name_department(self, text: str) -> None:
        """Write on in the name of the department."""
        self.presenter.edit(replace(self.form, department=f"{self.form.department} {text}".strip()))

    def take_away(self, place: int) -> str:
        """Take a goal away in which nothing is typed that is not saved; return what it said."""
        saved = set(self.presenter.session.saved.goals)
        rows = [row for row in self.form.goals if row in saved]
        if len(rows) < 2:
            return ""
        gone = rows[place % len(rows)]
        self.presenter.edit(replace(self.form, goals=tuple(row for row in self.form.goals if row != gone)))
        return gone.text
