"""What is done with a case: its form, and the dialogs that record, correct, copy and join."""

from collections.abc import Sequence

from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.correction_presenter import CorrectionField
from desktop_app.presenters.event_form import OFFER, EventField
from desktop_app.ui.case_view import FAMILY
from desktop_app.ui.tour.ground import Stop, TourGround

_WRONG_DATE = "31/2-26"


class CaseWorkStops:
    """The form of the master data, with what can be wrong in it, and each dialog."""

    def __init__(self, ground: TourGround) -> None:
        self._ground = ground

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("case-form", self._show_form),
            Stop("case-form-problems", self._show_form_problems),
            Stop("record", self._show_event),
            Stop("record-readiness", self._show_readiness),
            Stop("record-offer", self._show_offer),
            Stop("record-problems", self._show_event_problems),
            Stop("correct-date", self._show_correction),
            Stop("correct-date-moved", self._show_moved),
            Stop("copy-out", self._show_copying),
            Stop("join-family", self._show_joining),
            Stop("join-family-found", self._show_found),
        )

    def _show_form(self) -> None:
        self._ground.desk.open_case(self._ground.stores.case_number)
        self._ground.desk.case_wing.edit()

    def _show_form_problems(self) -> None:
        form = self._ground.desk.case_wing.form
        for field, text in ((CaseField.POSTAL_CODE, "49"), (CaseField.PERMIT, _WRONG_DATE)):
            form.show_text(field, text)
            form.presenter.type(field, text)
        form.presenter.save()

    def _show_event(self) -> None:
        form = self._ground.desk.case_wing.form
        form.presenter.discard()
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.case_wing.record()

    def _show_readiness(self) -> None:
        self._record(DutyId.READINESS_ASSESSED)

    def _show_offer(self) -> None:
        self._record(OFFER)

    def _show_event_problems(self) -> None:
        presenter = self._ground.desk.case_wing.events.presenter
        presenter.type(EventField.ON, _WRONG_DATE)
        presenter.record()

    def _show_correction(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.case_wing.correct()

    def _show_moved(self) -> None:
        presenter = self._ground.desk.case_wing.corrections.presenter
        presenter.type(CorrectionField.ON, "-14")
        presenter.save()

    def _show_copying(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.case_wing.copy_out()

    def _show_joining(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        desk.open_case(self._ground.stores.case_number, FAMILY)
        if desk.case_wing.presenter.opened:
            desk.case_wing.family.add_to(desk.case_wing.presenter.opened)

    def _show_found(self) -> None:
        for dialog in self._ground.dialogs():
            self._ground.desk.case_wing.family.presenter.search("a")
            dialog.raise_()

    def _record(self, what: str) -> None:
        self._ground.close_dialogs()
        wing = self._ground.desk.case_wing
        if wing.presenter.opened:
            wing.events.record(wing.presenter.opened, what)
