"""The lists: of tasks and of cases, of nobody yet, quick open and the page of shortcuts."""

from collections.abc import Sequence

from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import GapKind
from desktop_app.domain.recorded_events import Happening
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, TODAY
from desktop_app.ui.tour.ground import Stop, TourPart

_NOBODY = "xyzzy"
_SEVERAL = 4
_RECORDED = frozenset({DutyId.PROGRAMME_STARTED, DutyId.DANISH_REFERRED, DutyId.DANISH_BEGUN})


class EmptyStops(TourPart):
    """Every list over a store without cases."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("today-no-cases", self._show_today),
            Stop("cases-no-cases", self._show_cases),
            Stop("arrivals-no-cases", self._show_arrivals),
            Stop("follow-ups-no-cases", self._show_follow_ups),
            Stop("gaps-none", self._show_gaps),
        )

    def _show_today(self) -> None:
        self._ground.use(self._ground.stores.empty_path)
        self._ground.desk.go_to(TODAY)

    def _show_cases(self) -> None:
        self._ground.desk.go_to(CASES)

    def _show_arrivals(self) -> None:
        self._ground.desk.go_to(ARRIVALS)

    def _show_follow_ups(self) -> None:
        self._ground.desk.go_to(FOLLOW_UPS)

    def _show_gaps(self) -> None:
        self._ground.desk.gaps_wing.go()


class ListStops(TourPart):
    """I dag and Sager, with what they can be asked, and the ways to anywhere."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("today", self._show_today),
            Stop("today-why", self._show_why),
            Stop("today-filtered", self._show_filtered),
            Stop("today-mine", self._show_mine),
            Stop("today-of-one-duty", self._show_duty),
            Stop("today-several-chosen", self._show_several_chosen),
            Stop("today-other-caseworker", self._show_other_caseworker),
            Stop("today-done", self._show_done),
            Stop("gaps", self._show_gaps),
            Stop("gaps-filtered", self._show_gaps_filtered),
            Stop("cases", self._show_cases),
            Stop("cases-found", self._show_found),
            Stop("cases-nothing-found", self._show_nothing_found),
            Stop("quick-open", self._show_quick_open),
            Stop("quick-open-found", self._show_quick_open_found),
            Stop("quick-open-nothing-found", self._show_quick_open_nothing_found),
            Stop("help", self._show_help),
        )

    def _show_today(self) -> None:
        self._ground.use(self._ground.stores.path)
        desk = self._ground.desk
        desk.worklist()  # read to its end
        desk.go_to(TODAY)
        desk.worklist_wing.presenter.reset_filters()
        desk.worklist_wing.presenter.choose(None)
        desk.worklist_wing.page.go_to_first()

    def _show_why(self) -> None:
        self._ground.desk.worklist_wing.page.explain_first()

    def _show_filtered(self) -> None:
        self._ground.desk.worklist_wing.presenter.choose(None)
        self._ground.desk.worklist_wing.presenter.press_count("month")

    def _show_mine(self) -> None:
        self._ground.desk.worklist_wing.presenter.reset_filters()
        self._ground.desk.worklist_wing.presenter.show_only_mine(True)

    def _show_duty(self) -> None:
        self._ground.desk.worklist_wing.presenter.reset_filters()
        self._ground.desk.worklist_wing.presenter.show_duty(DutyId.CONTRACT_SIGNED)

    def _show_several_chosen(self) -> None:
        self._ground.desk.worklist_wing.presenter.reset_filters()
        self._ground.desk.worklist_wing.page.choose_first(_SEVERAL)

    def _show_other_caseworker(self) -> None:
        self._ground.desk.worklist_wing.page.reassign_chosen()

    def _show_done(self) -> None:
        """Unfold what was done today, which one of the made-up people is recorded for the first time one comes here."""
        self._ground.close_dialogs()
        desk, today = self._ground.desk, self._ground.today
        open_now = (one for one in desk.worklist().urgent if one.duty in _RECORDED)
        deadline = None if desk.worklist().done else next(open_now, None)
        if deadline is not None:
            happening = Happening(duty=deadline.duty, on=today)
            desk.show_changes(desk.office.cases.record_event(deadline.case_number, happening, today).changes)
        desk.worklist_wing.presenter.fold_done()
        desk.worklist_wing.page.go_to_last()

    def _show_gaps(self) -> None:
        self._ground.desk.worklist_wing.presenter.fold_done()
        self._ground.desk.worklist_wing.presenter.reset_filters()
        wing = self._ground.desk.gaps_wing
        wing.go()
        wing.presenter.reset_filters()
        wing.page.focus_table()

    def _show_gaps_filtered(self) -> None:
        self._ground.desk.gaps_wing.presenter.choose_kind(GapKind.NO_CPR)

    def _show_cases(self) -> None:
        self._ground.desk.go_to(CASES)
        self._ground.desk.case_list_wing.page.set_search("")

    def _show_found(self) -> None:
        self._ground.desk.case_list_wing.page.set_search(self._ground.stores.query)

    def _show_nothing_found(self) -> None:
        self._ground.desk.case_list_wing.page.set_search(_NOBODY)

    def _show_quick_open(self) -> None:
        for number in (self._ground.stores.protected_number, self._ground.stores.case_number):
            self._ground.desk.open_case(number)
        self._ground.desk.search()

    def _show_quick_open_found(self) -> None:
        self._ground.desk.quick_open_wing.list.set_query(self._ground.stores.query)

    def _show_quick_open_nothing_found(self) -> None:
        self._ground.desk.quick_open_wing.list.set_query(_NOBODY)

    def _show_help(self) -> None:
        self._ground.desk.quick_open_wing.list.close_list()
        self._ground.desk.help_wing.open()
