"""Drives the real window through its screens and states and saves a picture of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT, DEADLINES, FAMILY, FOLLOW_UPS, HISTORY
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import ARRIVALS, CASES, TODAY
from desktop_app.ui.frame import FOLLOW_UPS as COMING_FOLLOW_UPS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.office_port import StoreDoor
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice
from desktop_app.ui.tour_surroundings import Surroundings

LOOKS = ((ColourChoice.LIGHT, 100, ""), (ColourChoice.DARK, 100, "-dark"), (ColourChoice.LIGHT, 200, "-200"))
_SETTLE_MS = 150

_ARRIVING = {
    Field.GIVEN_NAMES: "Reema",
    Field.FAMILY_NAME: "Alhassan",
    Field.NATIVE_NAME: "ريما الحسن",
    Field.CPR: "010190-1235",
    Field.NATIONALITY: "SY",
    Field.LANGUAGE: "ar",
    Field.TARGET_GROUP: "refugee",
    Field.ALLOCATION: "17.11.2026",
}
_WITH_HER = {"Sami": "02.02.1988", "Lina": "03.05.2019", "Omar": "04.06.2021"}
"""Somebody made up, and who comes with her, born when."""

State = tuple[str, Callable[[], None]]


class Tour(QObject):
    """One tour: every screen and state, light, dark and with text at 200 %. `finished` tells that it is over."""

    finished = Signal()

    def __init__(
        self,
        application: PlanApplication,
        door: StoreDoor,
        password: str,
        *,
        today: date,
        case_number: str,
        query: str,
        out: Path,
    ) -> None:
        super().__init__()
        self._theme = application.theme
        self._case_number = case_number
        self._query = query
        self._password = password
        self._today = today
        self._out = out
        self._window = MainWindow(door, self._day)
        self._surroundings = Surroundings(self._window, self._open_desk)
        self._left = [(look, state) for look in LOOKS for state in self._states()]
        self._name = ""
        self.files: list[Path] = []
        self.failed: OSError | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._save)

    def start(self) -> None:
        """Set out; it goes on by itself while the application runs."""
        self._out.mkdir(parents=True, exist_ok=True)
        self._window.open()
        self._next()

    def _day(self) -> date:
        return self._today

    def _states(self) -> list[State]:
        return [
            ("unlock", self._show_unlock),
            ("unlock-wrong-password", self._show_wrong_password),
            ("unlock-in-use", self._show_in_use),
            *self._surroundings.before_the_password(),
            ("today", self._show_today),
            ("today-why", self._show_why),
            ("today-filtered", self._show_filtered),
            ("cases", self._show_cases),
            ("cases-found", self._show_found),
            ("cases-nothing-found", self._show_nothing_found),
            ("case-overview", self._show_case),
            ("case-family", self._show_family),
            ("case-contract", self._show_contract),
            ("case-follow-ups", self._show_follow_ups),
            ("case-deadlines", self._show_deadlines),
            ("case-why", self._show_case_why),
            ("case-history", self._show_history),
            ("preview", self._show_preview),
            ("arrival", self._show_arrival),
            ("arrival-family", self._show_arriving_family),
            ("arrival-problems", self._show_arrival_problems),
            ("arrivals", self._show_arrivals),
            ("follow-up", self._show_follow_up),
            ("follow-up-problems", self._show_follow_up_problems),
            ("follow-ups", self._show_coming),
            ("follow-ups-journal", self._show_journal),
            ("plan", self._show_plan),
            ("plan-problems", self._show_plan_problems),
            ("plan-ready", self._show_ready_plan),
            *self._surroundings.behind_the_password(),
        ]

    def _next(self) -> None:
        if not self._left:
            self._finish()
            return
        (colours, percent, suffix), (name, show) = self._left.pop(0)
        self._theme.choose_colours(colours)
        self._theme.choose_text_scale(percent)
        self._name = f"{name}{suffix}"
        show()
        self._settle.start()

    def _save(self) -> None:
        file = self._out / f"{self._name}.png"
        if not self._window.grab().save(str(file)):
            self.failed = OSError(None, _("the picture could not be written"), str(file))
            self._finish()
            return
        self.files.append(file)
        self._next()

    def _finish(self) -> None:
        self._window.close()
        self.finished.emit()

    @property
    def _desk(self) -> Desk:
        if self._window.desk is None:
            self._window.unlocking.try_password("", self._password)
        assert self._window.desk is not None  # noqa: S101 - the tour made the store and its password
        return self._window.desk

    def _open_desk(self) -> Desk:
        return self._desk

    def _show_unlock(self) -> None:
        if self._window.desk is not None:
            self._window.lock()

    def _show_wrong_password(self) -> None:
        self._window.unlock_screen.show_error(error_text(StoreRefused(StoreRefusal.WRONG_PASSWORD)))

    def _show_in_use(self) -> None:
        refused = StoreRefused(
            StoreRefusal.IN_USE, user="Anna Krogh", computer="PC-0123", since="2026-11-22T08:12:00+00:00"
        )
        self._window.unlock_screen.show_refusal(_("The cases cannot be opened"), error_text(refused), is_missing=False)

    def _show_today(self) -> None:
        self._window.unlocking.open()
        self._desk.worklist_wing.presenter.reset_filters()
        self._desk.worklist_wing.presenter.choose(None)
        self._desk.go_to(TODAY)
        self._desk.worklist_wing.page.go_to_first()

    def _show_why(self) -> None:
        self._desk.worklist_wing.page.explain_first()

    def _show_filtered(self) -> None:
        self._desk.worklist_wing.presenter.choose(None)
        self._desk.worklist_wing.presenter.press_count("month")

    def _show_cases(self) -> None:
        self._desk.worklist_wing.presenter.reset_filters()
        self._desk.go_to(CASES)
        self._desk.case_list_wing.page.set_search("")

    def _show_found(self) -> None:
        self._desk.case_list_wing.page.set_search(self._query)

    def _show_nothing_found(self) -> None:
        self._desk.case_list_wing.page.set_search("xyzzy")

    def _show_case(self) -> None:
        self._desk.case_list_wing.page.set_search("")
        self._desk.open_case(self._case_number)

    def _show_family(self) -> None:
        self._desk.case_wing.view.go_to(FAMILY)

    def _show_contract(self) -> None:
        self._desk.case_wing.view.go_to(CONTRACT)

    def _show_follow_ups(self) -> None:
        self._desk.case_wing.view.go_to(FOLLOW_UPS)

    def _show_deadlines(self) -> None:
        self._desk.case_wing.view.go_to(DEADLINES)

    def _show_case_why(self) -> None:
        self._desk.case_wing.view.explain_first()

    def _show_history(self) -> None:
        self._desk.case_wing.view.go_to(HISTORY)

    def _show_arrival(self) -> None:
        wing = self._desk.arrival_wing
        wing.new_arrival()
        for field, text in _ARRIVING.items():
            wing.presenter.type(field, text)
            wing.presenter.leave(field)

    def _show_arriving_family(self) -> None:
        wing = self._desk.arrival_wing
        for name, born in _WITH_HER.items():
            wing.add_person()
            wing.presenter.type(Field.GIVEN_NAMES, name)
            wing.presenter.type(Field.BIRTH_DATE, born)

    def _show_arrival_problems(self) -> None:
        wing = self._desk.arrival_wing
        wing.presenter.show_person(0)
        wing.presenter.type(Field.POSTAL_CODE, "49")
        wing.presenter.type(Field.TAKEOVER, "15.12.2026")
        wing.presenter.save()

    def _show_arrivals(self) -> None:
        self._desk.arrival_wing.presenter.discard()
        self._desk.go_to(ARRIVALS)

    def _show_plan(self) -> None:
        wing = self._desk.plan_wing
        wing.begin_version(self._case_number)
        if wing.presenter.session.state is PlanState.READY:
            wing.presenter.reopen()

    def _show_plan_problems(self) -> None:
        presenter = self._desk.plan_wing.presenter
        form = presenter.session.form
        activities = tuple(replace(activity, starts="31/2-27") for activity in form.activities)
        presenter.edit(replace(form, activities=activities))
        self._desk.plan_wing.show_form(presenter.session.form, is_locked=False)
        presenter.save()

    def _show_ready_plan(self) -> None:
        presenter = self._desk.plan_wing.presenter
        presenter.undo()
        presenter.make_ready()

    def _show_preview(self) -> None:
        self._desk.case_wing.print_plan()

    def _show_follow_up(self) -> None:
        self._desk.follow_up_wing.open(self._case_number)

    def _show_follow_up_problems(self) -> None:
        self._desk.follow_up_wing.presenter.finish()

    def _show_coming(self) -> None:
        self._desk.go_to(COMING_FOLLOW_UPS)
        self._desk.follow_up_wing.list.reset_filters()
        self._desk.follow_up_wing.list.show_journal(shows_journal=False)

    def _show_journal(self) -> None:
        self._desk.follow_up_wing.list.show_journal(shows_journal=True)
