"""What is done with a case: its form, and the dialogs that record, correct, copy and join."""

from collections.abc import Sequence
from datetime import timedelta

from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.deadline import Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import RECORDABLE
from desktop_app.presenters.event_form import OFFER, EventField, event_field_label
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.translation import _, short_date
from desktop_app.ui.case_view import FAMILY
from desktop_app.ui.tour.ground import Stop, TourPart

_WRONG_DATE = "31/2-26"
_LATER = timedelta(days=12)


class CaseWorkStops(TourPart):
    """The form of the master data, with what can be wrong in it, and each dialog."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("case-form", self._show_form),
            Stop("case-form-problems", self._show_form_problems),
            Stop("record", self._show_event),
            Stop("record-readiness", self._show_readiness),
            Stop("record-offer", self._show_offer),
            Stop("record-problems", self._show_event_problems),
            Stop("record-late", self._show_late),
            Stop("decide-not-relevant", self._show_not_relevant),
            Stop("decide-other-date", self._show_other_date),
            Stop("decide-cause", self._show_cause),
            Stop("decide-meeting", self._show_meeting),
            Stop("decide-problems", self._show_decision_problems),
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
        for field, text in ((CaseField.POSTAL_CODE, "49"), (CaseField.EMAIL, "tetiana(at)eksempel")):
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
        self._ground.write(event_field_label(EventField.ON, ""), _WRONG_DATE)
        self._ground.desk.case_wing.events.presenter.record()

    def _show_late(self) -> None:
        """Mark something of the worklist as done after its deadline."""
        self._ground.close_dialogs()
        desk = self._ground.desk
        late = (one for one in desk.worklist().urgent if one.status is Status.OVERDUE and one.duty in RECORDABLE)
        if overdue := next(late, None):
            desk.go_to_place(overdue.case_number, Place(PlaceKind.EVENT, overdue.duty, ""))

    def _show_not_relevant(self) -> None:
        self._decide(DecisionKind.NOT_RELEVANT)

    def _show_other_date(self) -> None:
        self._decide(DecisionKind.OTHER_DATE)

    def _show_cause(self) -> None:
        self._decide(DecisionKind.LATE_BECAUSE)

    def _show_meeting(self) -> None:
        self._decide(DecisionKind.MEETING)

    def _show_decision_problems(self) -> None:
        self._decide(DecisionKind.OTHER_DATE)
        self._ground.desk.case_wing.decisions.presenter.record()

    def _decide(self, kind: DecisionKind) -> None:
        """Open the dialog about the contract of the case, whatever can still be decided about it."""
        self._ground.close_dialogs()
        wing = self._ground.desk.case_wing
        opened = wing.presenter.opened
        contract = opened and next(one for one in opened.deadlines if one.duty is DutyId.CONTRACT_SIGNED)
        if opened and contract and contract.due_on:
            wing.decisions.decide(opened, NamedDeadline(kind, DutyId.CONTRACT_SIGNED, contract.due_on))

    def _show_correction(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.case_wing.correct()

    def _show_moved(self) -> None:
        opened = self._ground.desk.case_wing.presenter.opened
        if opened and opened.case.takeover_on:
            self._ground.write(_("The right date"), short_date(opened.case.takeover_on + _LATER))
        self._ground.desk.case_wing.corrections.presenter.save()

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
        self._ground.write(_("Name or case number"), "az")

    def _record(self, what: str) -> None:
        self._ground.close_dialogs()
        wing = self._ground.desk.case_wing
        if wing.presenter.opened:
            wing.events.record(wing.presenter.opened, what)
