"""A case: each of its tabs, and the case of somebody whose address is protected."""

from collections.abc import Sequence

from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT, DEADLINES, DOCUMENTS, FAMILY, FOLLOW_UPS, HISTORY
from desktop_app.ui.tour.ground import Stop, TourPart


class CaseStops(TourPart):
    """The page of a case, read."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("case-overview", self._show_overview),
            Stop("case-cpr", self._show_cpr),
            Stop("case-family", self._show_family),
            Stop("case-contract", self._show_contract),
            Stop("case-follow-ups", self._show_follow_ups),
            Stop("case-deadlines", self._show_deadlines),
            Stop("case-course", self._show_course),
            Stop("case-why", self._show_why),
            Stop("case-documents", self._show_documents),
            Stop("case-history", self._show_history),
            Stop("case-history-change", self._show_change),
            Stop("case-protected", self._show_protected),
            Stop("case-course-begun", self._show_begun),
        )

    def _show_overview(self) -> None:
        self._ground.desk.shell.status.show_saved(_("Everything is saved"), is_saved=True)
        self._ground.desk.open_case(self._ground.stores.case_number)

    def _show_cpr(self) -> None:
        self._ground.desk.case_wing.presenter.show_cpr()

    def _show_family(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, FAMILY)

    def _show_contract(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, CONTRACT)

    def _show_follow_ups(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, FOLLOW_UPS)

    def _show_deadlines(self) -> None:
        self._ground.desk.case_wing.view.go_to(DEADLINES)

    def _show_course(self) -> None:
        self._ground.desk.case_wing.view.walk_course()

    def _show_why(self) -> None:
        self._ground.desk.case_wing.view.explain_first()

    def _show_documents(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, DOCUMENTS)

    def _show_history(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, HISTORY)

    def _show_change(self) -> None:
        self._ground.desk.case_wing.view.show_first_change()

    def _show_protected(self) -> None:
        self._ground.desk.open_case(self._ground.stores.protected_number)

    def _show_begun(self) -> None:
        """Show the course of a case of which little more than the allocation is known."""
        self._ground.desk.open_case(self._ground.stores.expected_number, DEADLINES)
