"""Vis forskelle: the page of two versions, and their differences on paper."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.application.compare_plans import PrintedComparison, ToldComparison
from desktop_app.presenters.comparison_presenter import ComparisonPresenter
from desktop_app.translation import _
from desktop_app.ui.comparison_page import ComparisonPage
from desktop_app.ui.frame import CASES, Frame
from desktop_app.ui.wings.print_wing import PrintWing
from desktop_app.ui.wings.wing import Wing

COMPARISON = "comparison"
COMPARISON_PREVIEW = "comparison-preview"


class ComparisonWing(Wing):
    """The page beside its presenter, of which it is the view, and the page that shows the paper."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self.page = ComparisonPage()
        self.presenter = ComparisonPresenter(self, work=frame.office.plans, today=frame.today)
        self.paper = PrintWing(frame, self, key=COMPARISON_PREVIEW, place=CASES, back=_("Back to the differences"))
        frame.add_page(COMPARISON, self.page, place=CASES, regions=self.page.regions)
        self.page.chosen.connect(self._choose)
        self.page.print_wanted.connect(self.presenter.print)
        self.page.closed.connect(frame.go_back)

    def compare_with_neighbour(self, case_number: str, plan_number: int) -> None:
        """Show a version beside the one before it, the first beside the one after it."""
        self.presenter.open(case_number, plan_number)

    # The page (`presenters.comparison_presenter.ComparisonView`) --------------------------------------------------

    def show_comparison(
        self, told: ToldComparison, versions: Sequence[tuple[int, str]], numbers: tuple[int, int]
    ) -> None:
        """Show the differences."""
        self.page.show_comparison(told, versions, numbers)

    def bring_up(self) -> None:
        """Show the page."""
        self.frame.show_page(COMPARISON, partial(self._return_to, self.presenter.case_number, self.presenter.numbers))
        self.page.focus_first()

    def show_paper(self, printed: PrintedComparison) -> None:
        """Show the differences as they would be printed."""
        self.paper.show(printed)

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self.frame.show_error(text)

    # --------------------------------------------------------------------------------------------------------------

    def _choose(self, was: int, now: int) -> None:
        self.presenter.choose(self.presenter.case_number, (was, now))

    def _return_to(self, case_number: str, numbers: tuple[int, int]) -> None:
        """Show again, as they are now, the versions of the case one comes back to."""
        is_the_same = self.presenter.case_number == case_number  # with versions chosen since
        self.presenter.choose(case_number, self.presenter.numbers if is_the_same else numbers)
