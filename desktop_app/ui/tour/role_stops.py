"""What those see who do not do the work of the cases."""

from collections.abc import Sequence

from desktop_app.domain.role import Role
from desktop_app.ui.case_view import OVERVIEW
from desktop_app.ui.frame import ARRIVALS, CASES
from desktop_app.ui.settings_page import TEAM
from desktop_app.ui.tour.ground import Stop, TourPart


class RoleStops(TourPart):
    """The program of reception, of the administrator and of the auditor."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("reception-cases", self._show_people),
            Stop("reception-whose-case", self._show_caseworker),
            Stop("reception-arrivals", self._show_arrivals),
            Stop("administrator-settings", self._show_settings),
            Stop("auditor-cases", self._show_cases),
            Stop("auditor-case", self._show_case),
        )

    def _show_people(self) -> None:
        self._ground.sign_in(Role.RECEPTION).go_to(CASES)

    def _show_caseworker(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number)

    def _show_arrivals(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.go_to(ARRIVALS)

    def _show_settings(self) -> None:
        self._ground.sign_in(Role.ADMINISTRATOR).settings_wing.open(TEAM)

    def _show_cases(self) -> None:
        self._ground.sign_in(Role.AUDITOR).go_to(CASES)

    def _show_case(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number, OVERVIEW)
