"""Vis forskelle: two versions of a plan, chosen, shown beside each other and printed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from desktop_app.application.compare_plans import ComparedPlans, PrintedComparison, ToldComparison
from desktop_app.application.errors import ApplicationError
from desktop_app.presenters.comparison_texts import told_comparison, version_text
from desktop_app.presenters.error_texts import error_text


class ComparisonWork(Protocol):
    """What is asked of the open store."""

    def compare(self, case_number: str, chosen: int | tuple[int, int], today: date) -> ComparedPlans:
        """Compare two versions (`compare_plans.compare_versions`)."""
        ...

    def print_comparison(self, told: ToldComparison) -> PrintedComparison:
        """Put the differences on paper (`compare_plans.print_comparison`)."""
        ...


class ComparisonView(Protocol):
    """The page of the differences."""

    def show_comparison(
        self, told: ToldComparison, versions: Sequence[tuple[int, str]], numbers: tuple[int, int]
    ) -> None:
        """Show the differences, and offer all versions by number and words, the two that are shown chosen."""
        ...

    def bring_up(self) -> None:
        """Come before the eyes: somebody asked for differences."""
        ...

    def show_paper(self, printed: PrintedComparison) -> None:
        """Show the differences as they would be printed."""
        ...

    def show_error(self, text: str) -> None:
        """Say what went wrong and what to do."""
        ...


class ComparisonPresenter:
    """Holds the two versions that are shown."""

    def __init__(self, view: ComparisonView, *, work: ComparisonWork, today: Callable[[], date]) -> None:
        self._view = view
        self._work = work
        self._today = today
        self._told: ToldComparison | None = None

    @property
    def case_number(self) -> str:
        """The case whose plan is shown, empty before the first."""
        return self._told.case_number if self._told else ""

    @property
    def numbers(self) -> tuple[int, int]:
        """The versions that are shown; asked for only while some are."""
        assert self._told is not None  # noqa: S101 - a page without versions is never shown
        return self._told.numbers

    def open(self, case_number: str, chosen: int | tuple[int, int]) -> None:
        """Show what two versions say otherwise, one alone beside the one before it, and bring it before the eyes."""
        if self.choose(case_number, chosen):
            self._view.bring_up()

    def choose(self, case_number: str, chosen: int | tuple[int, int]) -> bool:
        """Show other differences where they are looked at already; tell whether they could be read."""
        try:
            compared = self._work.compare(case_number, chosen, self._today())
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self._told = told_comparison(compared)
        versions = [(version.number, version_text(version)) for version in compared.versions]
        self._view.show_comparison(self._told, versions, self._told.numbers)
        return True

    def print(self) -> None:
        """Show the differences on paper."""
        if self._told is None:
            return
        try:
            printed = self._work.print_comparison(self._told)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_paper(printed)
