"""The work of follow-ups over a store in memory, and a page that remembers what it was told to show."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.application.change_follow_up import change_follow_up
from desktop_app.application.changes import Changes
from desktop_app.application.correct_follow_up import correct_follow_up
from desktop_app.application.errors import ApplicationError
from desktop_app.application.list_follow_ups import FollowUpList, list_follow_ups
from desktop_app.application.log_follow_up import LoggedFollowUp, log_follow_up
from desktop_app.application.open_case import OpenedCase, open_case
from desktop_app.application.ports import Draft
from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.application.remove_follow_up import remove_follow_up
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.plan import PlanState
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.follow_up_form import TypedFollowUp
from desktop_app.presenters.follow_up_page import FollowUpPage
from desktop_app.presenters.follow_up_port import FinishedFollowUp, FollowUpRemarks
from desktop_app.presenters.follow_up_presenter import FollowUpPresenter
from desktop_app.presenters.follow_up_reading import Problem
from tests.fakes import FakeStore

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)


class Work:
    """What composition does, over a store in memory; a test may make everything fail, or let time pass."""

    def __init__(self, store: FakeStore, rulebook: Rulebook) -> None:
        self.store = store
        self.now = NOW
        self.error: ApplicationError | None = None
        self._rulebook = rulebook

    def open_case(self, case_number: str, today: date) -> OpenedCase:
        self._fail()
        return open_case(case_number, work=self.store.work, read=self.store.read, rulebook=self._rulebook, today=today)

    def log(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> LoggedFollowUp:
        self._fail()
        return log_follow_up(case, talk, work=self.store.work, today=today, now=self.now, draft_id=draft_id)

    def change(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> Changes:
        self._fail()
        return change_follow_up(case, talk, work=self.store.work, today=today, now=self.now, draft_id=draft_id)

    def remove(self, case_number: str, follow_up_id: str) -> Changes:
        self._fail()
        return remove_follow_up(case_number, follow_up_id, work=self.store.work, now=self.now)

    def print_contract(self, case_number: str, today: date, plan_number: int) -> PrintedPlan:
        self._fail()
        return PrintedPlan(
            content=b"%PDF", case_number=case_number, plan_number=plan_number, dated_on=today, state=PlanState.SIGNED
        )

    def draw(
        self, kind: PaperKind, case_number: str, today: date, follow_up: ChosenFollowUp | None = None
    ) -> PrintedPaper:
        self._fail()
        named = follow_up.follow_up_id if follow_up else ""
        return PrintedPaper(content=named.encode(), kind=kind, case_number=case_number, dated_on=today)

    def correct(self, case_number: str, follow_up_id: str, text: str, today: date, draft_id: str | None) -> Changes:
        self._fail()
        return correct_follow_up(case_number, follow_up_id, text, work=self.store.work, today=today, draft_id=draft_id)

    def list(self, today: date) -> FollowUpList:
        self._fail()
        return list_follow_ups(read=self.store.read, rulebook=self._rulebook, today=today)

    def _fail(self) -> None:
        if self.error:
            raise self.error


def _no_remarks() -> FollowUpRemarks:
    return FollowUpRemarks(next_help="", proposed=None, remarks={})


@dataclass
class SeenFollowUp:
    """The page of a follow-up: what it shows now, and how a person types in it."""

    page: FollowUpPage | None = None
    typed: TypedFollowUp = field(default_factory=TypedFollowUp)
    remarks: FollowUpRemarks = field(default_factory=_no_remarks)
    problems: list[Problem] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    prints: list[PrintedPlan | PrintedPaper] = field(default_factory=list)
    finished: list[FinishedFollowUp] = field(default_factory=list)
    taken_back: list[Changes] = field(default_factory=list)

    def show_form(self, page: FollowUpPage) -> None:
        self.page = page

    def show_typed(self, typed: TypedFollowUp) -> None:
        self.typed = typed

    def show_remarks(self, remarks: FollowUpRemarks) -> None:
        self.remarks = remarks
        self.typed = replace(self.typed, follows_proposal=remarks.proposed is not None)
        if remarks.proposed is not None:
            self.typed = replace(self.typed, next_on=remarks.proposed)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        self.prints.append(printed)

    def close_form(self, finished: FinishedFollowUp) -> None:
        self.finished.append(finished)

    def show_taken_back(self, changes: Changes) -> None:
        self.taken_back.append(changes)


class Desk:
    """A presenter between a page and a store."""

    def __init__(self, rulebook: Rulebook, *cases: Case, today: date = TODAY) -> None:
        self.store = FakeStore(*cases)
        self.work = Work(self.store, rulebook)
        self.view = SeenFollowUp()
        self.today = today
        self.presenter = FollowUpPresenter(
            self.view, work=self.work, papers=self.work, rulebook=rulebook, user_name="Mette Jensen", today=self.day
        )

    def day(self) -> date:
        return self.today

    def type(self, **fields: Any) -> None:  # noqa: ANN401 - any fields
        """Let somebody type in the page as it stands."""
        self.view.typed = replace(self.view.typed, **fields)
        self.presenter.type(self.view.typed)

    def fill_in(self, **fields: Any) -> None:  # noqa: ANN401 - any fields
        """Let somebody type all that is asked for."""
        self.type(
            **{
                "interpreting": "with",
                "interpreter": "Sara Haddad, nr. 4471",
                "topics": ("changes", "contract_kept", "outcome", "new_content"),
                "note": "Rima har mødt stabilt.",
                "repatriation": "yes",
                "progress": {1: "on_the_way", 2: "on_the_way"},
            }
            | fields
        )

    def talks(self) -> list[FollowUp]:
        """Return what is saved."""
        return list(self.store.case("2026-014").follow_ups)

    def keep_draft(self) -> Draft:
        """Keep the form as the frame does."""
        content = self.presenter.content()
        assert content is not None
        draft = Draft(
            id="draft-1",
            user="Mette Jensen",
            screen=self.presenter.screen,
            subject=self.presenter.subject,
            content=content,
            based_on=self.presenter.based_on(),
            saved_at=NOW,
        )
        with self.store.work() as unit:
            unit.drafts.keep(draft)
            unit.commit()
        self.presenter.draft_id = draft.id
        return draft

    def drafts(self) -> list[str]:
        with self.store.work() as unit:
            return [draft.id for draft in unit.drafts.all()]
