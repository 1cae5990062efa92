"""Gem eller udskriv listen: the dialog over I dag, and the list on paper."""

from collections.abc import Sequence

from desktop_app.application.copy_worklist_out import ListKind
from desktop_app.ui.frame import TODAY
from desktop_app.ui.tour.ground import Stop, TourPart


class ListOutStops(TourPart):
    """The dialog for a spreadsheet, for a calendar without and with names, and the paper."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("list-out", self._show_spreadsheet),
            Stop("list-out-calendar", self._show_calendar),
            Stop("list-out-names", self._show_names),
            Stop("list-out-paper", self._show_paper),
        )

    def _show_spreadsheet(self) -> None:
        desk = self._ground.desk
        desk.go_to(TODAY)
        desk.worklist_wing.presenter.reset_filters()
        desk.worklist_wing.list_out.take_out()

    def _show_calendar(self) -> None:
        self._ground.desk.worklist_wing.list_out.presenter.choose(ListKind.CALENDAR)

    def _show_names(self) -> None:
        self._ground.desk.worklist_wing.list_out.presenter.name_people(has_names=True)

    def _show_paper(self) -> None:
        presenter = self._ground.desk.worklist_wing.list_out.presenter
        presenter.choose(ListKind.PAPER)
        presenter.go_on()
