"""The page of a case, to be read: what it shows, the whole CPR number when asked, its plan as it would be printed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.cpr import formatted
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.paper_port import PaperWork


class CaseView(Protocol):
    """The page of a case."""

    def show_case(self, page: CasePage) -> None:
        """Show a case from its first tab on."""
        ...

    def show_case_again(self, page: CasePage) -> None:
        """Show the case that is open as it is now, at the tab one is on."""
        ...

    def show_tab(self, tab: str) -> None:
        """Show one of the tabs; what it shows has been read."""
        ...

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number in place of the masked one."""
        ...

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        """Show a document as it would be printed."""
        ...

    def show_error(self, text: str) -> None:
        """Say what went wrong and what to do."""
        ...


class CaseReading(Protocol):
    """What the page asks of the open store."""

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Open a case to read it; what it was searched for is logged.

        Raises:
            CaseNotFound: no case has this number.
        """
        ...

    def show_cpr(self, case_number: str) -> str | None:
        """Return a citizen's whole CPR number; that is logged."""
        ...


class CasePresenter:
    """Opens a case, shows its number when asked, prints its plan."""

    def __init__(
        self,
        view: CaseView,
        *,
        reading: CaseReading,
        print_plan: Callable[[str, date, int | None], PrintedPlan],
        papers: PaperWork,
        worklist: Callable[[], Worklist],
        drafts: Callable[[], Sequence[Draft]],
        rulebook: Rulebook,
        now: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._reading = reading
        self._print_plan = print_plan
        self._papers = papers
        self._worklist = worklist
        self._drafts = drafts
        self._rulebook = rulebook
        self._now = now
        self._page: CasePage | None = None

    @property
    def opened(self) -> OpenedCase | None:
        """The case that is open."""
        return self._page.opened if self._page else None

    def open(self, case_number: str, today: date, searched_for: str = "") -> None:
        """Show a case; what it was searched for is logged."""
        page = self._read(case_number, today, searched_for)
        if page:
            self._page = page
            self._view.show_case(page)

    def reload(self, today: date) -> None:
        """Show the case that is open as it is now; reading it again is not logged."""
        if self._page is None:
            return
        page = self._read(self._page.opened.case.case_number, today, again=True)
        if page:
            self._page = page
            self._view.show_case_again(page)

    def come_back(self, today: date) -> None:
        """Show the case that is open anew if a follow-up was left half typed, or a draft of one let go."""
        try:
            is_outdated = self._page is not None and self._page.has_other_drafts
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        if is_outdated:
            self.reload(today)

    def let_go(self) -> None:
        """Let go of the case: it is no more."""
        self._page = None

    def show_tab(self, tab: str, shown: str) -> None:
        """Show a tab of the case; `shown` is what of the page it shows, read first where it has to be."""
        try:
            getattr(self._page, shown)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_tab(tab)

    def _read(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> CasePage | None:
        try:
            opened = self._reading.open(case_number, today, searched_for, again=again)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return None
        return CasePage(opened, self._rulebook, today, self._now(), worklist=self._worklist, drafts=self._drafts)

    def show_cpr(self) -> None:
        """Show the whole CPR number; that is logged."""
        if self._page is None:
            return
        try:
            cpr = self._reading.show_cpr(self._page.opened.case.case_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        if cpr:
            self._view.show_cpr(formatted(cpr))

    def print_plan(self, plan_number: int | None = None) -> None:
        """Show a plan as it would be printed, the current one unless a version is asked for."""
        if self._page is None:
            return
        try:
            printed = self._print_plan(self._page.opened.case.case_number, self._page.today, plan_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_print(printed)

    def print_paper(self, kind: PaperKind, follow_up_id: str = "") -> None:
        """Show a paper of the case as it would be printed; minutes are of the follow-up with that id."""
        if self._page is None:
            return
        try:
            chosen = ChosenFollowUp(follow_up_id=follow_up_id)
            printed = self._papers.draw(kind, self._page.opened.case.case_number, self._page.today, chosen)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_print(printed)
