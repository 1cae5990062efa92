"""The citizen's rights on a case: access, and erasing who was recorded by mistake."""

from collections.abc import Sequence

from desktop_app.presenters.retention_presenter import RetentionPresenter
from desktop_app.translation import _
from desktop_app.ui.case_view import DOCUMENTS
from desktop_app.ui.tour.ground import Stop, TourPart

_YEARS_LATER = 8


class RightsStops(TourPart):
    """The dialogs; nobody is erased in the end, so that the tour can be gone again in another look."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("access", self._ask_for_access),
            Stop("access-failed", self._fail_access),
            Stop("access-plain", self._ask_for_plain_access),
            Stop("access-given", self._give_access),
            Stop("consent", self._ask_for_consent),
            Stop("consent-problem", self._show_consent_problem),
            Stop("retention-none", self._show_no_retention),
            Stop("retention", self._show_retention),
            Stop("erase-kept", self._keep_signed),
            Stop("erase", self._ask_to_erase),
            Stop("erase-problems", self._show_problems),
            Stop("erase-finally", self._ask_finally),
        )

    def _ask_for_access(self) -> None:
        self._open(self._ground.stores.protected_number)
        self._ground.desk.case_wing.give_access()

    def _fail_access(self) -> None:
        self._ground.desk.case_wing.access.presenter.save_in(self._ground.folder / "findes ikke")

    def _ask_for_plain_access(self) -> None:
        self._ask_for_access()
        self._ground.click(_("Encrypt the files with a password"))

    def _give_access(self) -> None:
        folder = self._ground.folder / "Indsigt"
        folder.mkdir(exist_ok=True)
        self._ground.desk.case_wing.access.presenter.save_in(folder)

    def _ask_for_consent(self) -> None:
        self._open(self._ground.stores.case_number)
        self._ground.desk.case_wing.record_consent()

    def _show_consent_problem(self) -> None:
        self._ground.click(_("Save the consent"))

    def _show_no_retention(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.case_list_wing.retention.presenter.ask()

    def _show_retention(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        later = self._ground.today.replace(year=self._ground.today.year + _YEARS_LATER, day=1)
        wing = desk.case_list_wing.retention
        RetentionPresenter(wing, work=desk.office.rights, today=lambda: later, open_case=desk.open_case).ask()

    def _keep_signed(self) -> None:
        self._open(self._ground.stores.case_number)
        self._ground.desk.case_wing.erase()

    def _ask_to_erase(self) -> None:
        self._open(self._ground.stores.expected_number)
        self._ground.desk.case_wing.erase()

    def _show_problems(self) -> None:
        self._ground.write(_("Reason"), "Oprettet to gange")
        self._ground.write(_("Number of the case, to confirm"), self._ground.stores.case_number)
        self._ground.desk.case_wing.erasure.presenter.go_on()

    def _ask_finally(self) -> None:
        self._ask_to_erase()
        self._ground.write(_("Reason"), "Oprettet to gange")
        self._ground.write(_("Number of the case, to confirm"), self._ground.stores.expected_number)
        self._ground.desk.case_wing.erasure.presenter.go_on()

    def _open(self, case_number: str) -> None:
        self._ground.close_dialogs()
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.open_case(case_number, DOCUMENTS)
