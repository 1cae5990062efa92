"""The page of a case, to be read: what it shows, the whole CPR number when asked, its plan as it would be printed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import CaseLine
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.domain.cpr import formatted
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_page import CasePage, case_page
from desktop_app.presenters.error_texts import error_text


class CaseView(Protocol):
    """The page of a case."""

    def show_case(self, page: CasePage) -> None:
        """Show a case from its first tab on."""
        ...

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number in place of the masked one."""
        ...

    def show_print(self, printed: PrintedPlan) -> None:
        """Show the plan as it would be printed."""
        ...

    def show_error(self, text: str) -> None:
        """Say what went wrong and what to do."""
        ...


class CasePresenter:
    """Opens a case, shows its number when asked, prints its plan."""

    def __init__(
        self,
        view: CaseView,
        *,
        open_case: Callable[[str, date, str], OpenedCase],
        family_of: Callable[[str], Sequence[CaseLine]],
        show_cpr: Callable[[str], str | None],
        print_plan: Callable[[str, date, int | None], PrintedPlan],
        rulebook: Rulebook,
        now: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._open_case = open_case
        self._family_of = family_of
        self._show_cpr = show_cpr
        self._print_plan = print_plan
        self._rulebook = rulebook
        self._now = now
        self._case_number = ""
        self._today = date.min

    def open(self, case_number: str, today: date, searched_for: str = "") -> None:
        """Show a case; what it was searched for is logged."""
        try:
            opened = self._open_case(case_number, today, searched_for)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._case_number, self._today = case_number, today
        household = opened.case.household
        family = self._family_of(household.id) if household else ()
        self._view.show_case(case_page(opened, family, self._rulebook, today, self._now()))

    def show_cpr(self) -> None:
        """Show the whole CPR number; that is logged."""
        try:
            cpr = self._show_cpr(self._case_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        if cpr:
            self._view.show_cpr(formatted(cpr))

    def print_plan(self, plan_number: int | None = None) -> None:
        """Show a plan as it would be printed, the current one unless a version is asked for."""
        try:
            printed = self._print_plan(self._case_number, self._today, plan_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_print(printed)
