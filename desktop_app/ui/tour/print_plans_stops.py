"""Udskriv flere planer: the cases that are chosen, the dialog, how far it is, and what was left out."""

from collections.abc import Sequence

from desktop_app.presenters.print_plans_presenter import PlanScope, PrintTarget
from desktop_app.ui.frame import CASES
from desktop_app.ui.tour.ground import Stop, TourPart
from desktop_app.ui.wings.print_plans_wing import PrintPlansWing

_SEVERAL, _PRINTED = 8, 2


class PrintPlansStops(TourPart):
    """Printing the plans of a few cases, some of which have no plan."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("cases-several-chosen", self._choose),
            Stop("print-plans", self._ask),
            Stop("print-plans-of-caseworker", self._ask_for_caseworker),
            Stop("print-plans-on-paper", self._ask_for_paper),
            Stop("print-plans-under-way", self._begin),
            Stop("print-plans-left-out", self._stop),
        )

    @property
    def _wing(self) -> PrintPlansWing:
        return self._ground.desk.case_list_wing.print_plans_wing

    def _choose(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.go_to(CASES)
        page = self._ground.desk.case_list_wing.page
        page.set_search("")
        page.choose_first(_SEVERAL)

    def _ask(self) -> None:
        self._wing.presenter.choose_target(PrintTarget.FOLDER)
        self._wing.print_plans()

    def _ask_for_caseworker(self) -> None:
        self._wing.presenter.choose_scope(PlanScope.CASEWORKER)

    def _ask_for_paper(self) -> None:
        self._wing.presenter.choose_scope(PlanScope.CHOSEN)
        self._wing.presenter.choose_target(PrintTarget.PRINTER)

    def _begin(self) -> None:
        folder = self._ground.folder / "planer"
        folder.mkdir(exist_ok=True)
        self._wing.presenter.save_in(folder)
        self._wing.pause()
        self._print(_PRINTED)

    def _stop(self) -> None:
        self._print(_PRINTED)
        self._wing.presenter.stop()
        self._print(1)

    def _print(self, times: int) -> None:
        """Print until so many more cases were seen to."""
        for _time in range(times):
            before = self._wing.presenter.progress
            while self._wing.presenter.is_printing and self._wing.presenter.progress == before:
                self._wing.go_on()
