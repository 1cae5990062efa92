"""Following up: the form, the lists, and an addition to a note that is locked."""

from collections.abc import Sequence

from desktop_app.ui.case_view import FOLLOW_UPS as TAB
from desktop_app.ui.frame import FOLLOW_UPS
from desktop_app.ui.tour.ground import Stop, TourPart


class FollowUpStops(TourPart):
    """The form with what can be wrong in it, what is coming, and the journal."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("follow-up", self._show_form),
            Stop("follow-up-problems", self._show_problems),
            Stop("follow-ups", self._show_coming),
            Stop("follow-ups-journal", self._show_journal),
            Stop("follow-up-correction", self._show_correction),
        )

    def _show_form(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.follow_up_wing.open(self._ground.stores.case_number)

    def _show_problems(self) -> None:
        self._ground.desk.follow_up_wing.presenter.finish()

    def _show_coming(self) -> None:
        wing = self._ground.desk.follow_up_wing
        wing.presenter.discard()
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.go_to(FOLLOW_UPS)
        wing.list.reset_filters()
        wing.list.show_journal(shows_journal=False)

    def _show_journal(self) -> None:
        self._ground.desk.follow_up_wing.list.show_journal(shows_journal=True)

    def _show_correction(self) -> None:
        desk = self._ground.desk
        desk.open_case(self._ground.stores.case_number, TAB)
        opened = desk.case_wing.presenter.opened
        locked = opened.case.follow_ups[0] if opened else None
        if locked:
            desk.case_wing.view.follow_up_correction_wanted.emit(locked.id, f"{locked.held_on:%d.%m.%Y}")
