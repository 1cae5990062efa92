"""The plan: written, made ready, printed, signed and annulled."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.plan import PlanState
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT
from desktop_app.ui.tour.ground import Stop, TourGround, TourPart
from desktop_app.ui.tour.plan_in_full import in_full


class PlanStops(TourPart):
    """The editor in each state of a version, and the dialogs from there to the signatures."""

    def __init__(self, ground: TourGround) -> None:
        super().__init__(ground)
        self._complete = PlanForm()

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("plan-assessment", self._show_plan),
            Stop("plan", self._show_goals),
            Stop("plan-who-does-what", self._show_who_does_what),
            Stop("plan-problems", self._show_problems),
            Stop("plan-from-earlier", self._ask_earlier),
            Stop("plan-differences", self._show_differences),
            Stop("plan-differences-print", self._print_differences),
            Stop("plan-no-differences", self._show_none),
            Stop("plan-to-ready", self._ask_ready),
            Stop("plan-ready", self._show_ready),
            Stop("preview", self._show_preview),
            Stop("sign", self._show_signing),
            Stop("sign-unwilling", self._show_unwilling),
            Stop("sign-decided", self._show_decided),
            Stop("sign-problems", self._show_signing_problems),
            Stop("plan-to-discard", self._ask_to_discard),
            Stop("annul", self._show_annulling),
        )

    def _show_plan(self) -> None:
        presenter = self._ground.desk.plan_wing.presenter
        self._ground.desk.plan_wing.begin_version(self._ground.stores.case_number)
        if presenter.session.state is PlanState.READY:
            presenter.reopen()
        presenter.edit(in_full(presenter.session.form))
        self._ground.desk.plan_wing.show_form(presenter.session.form, is_locked=False)
        presenter.pause()

    def _show_goals(self) -> None:
        wing = self._ground.desk.plan_wing
        wing.page.go_to(FieldPlace(wing.presenter.session.form.goals[1].id, "target"))

    def _show_who_does_what(self) -> None:
        wing = self._ground.desk.plan_wing
        wing.page.go_to(FieldPlace("", "order_text"))
        wing.page.go_to(FieldPlace(wing.presenter.session.form.commitments[0].id, "text"))

    def _show_problems(self) -> None:
        wing = self._ground.desk.plan_wing
        form = wing.presenter.session.form
        wing.presenter.edit(replace(form, activities=tuple(replace(one, starts="31/2-27") for one in form.activities)))
        wing.show_form(wing.presenter.session.form, is_locked=False)
        wing.presenter.save()

    def _ask_earlier(self) -> None:
        presenter = self._ground.desk.plan_wing.presenter
        presenter.undo()
        form = self._complete = presenter.session.form
        goals = (replace(form.goals[0], text=f"{form.goals[0].text} i Nakskov"), *form.goals[2:])
        presenter.edit(replace(form, goals=goals, activities=form.activities[1:]))
        self._ground.desk.plan_wing.show_form(presenter.session.form, is_locked=False)
        presenter.want_earlier()

    def _show_differences(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.plan_wing.page.differences_wanted.emit()
        self._ground.desk.shell.done_bar.hide()

    def _print_differences(self) -> None:
        self._ground.desk.plan_wing.comparison.presenter.print()

    def _show_none(self) -> None:
        desk = self._ground.desk
        desk.go_back()
        was, _now = desk.plan_wing.comparison.presenter.numbers
        desk.plan_wing.comparison.page.chosen.emit(was, was)

    def _ask_ready(self) -> None:
        self._ground.desk.go_back()
        presenter = self._ground.desk.plan_wing.presenter
        presenter.edit(self._complete)
        presenter.want_ready()

    def _show_ready(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.plan_wing.presenter.make_ready()

    def _show_preview(self) -> None:
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.open_case(self._ground.stores.case_number, CONTRACT)
        self._ground.desk.case_wing.print_plan()

    def _show_signing(self) -> None:
        self._ground.desk.plan_wing.begin_version(self._ground.stores.case_number)
        session = self._ground.desk.plan_wing.presenter.session
        self._ground.desk.plan_wing.sign(session.case.case_number, session.plan.number)

    def _show_unwilling(self) -> None:
        self._ground.click(_("Does not wish to sign"))

    def _show_decided(self) -> None:
        self._ground.click(_("No agreement: the municipality decides"))

    def _show_signing_problems(self) -> None:
        self._ground.desk.plan_wing.signing.presenter.register()

    def _ask_to_discard(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.plan_wing.presenter.reopen()
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.plan_wing.page.discard_wanted.emit()

    def _show_annulling(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        desk.open_case(self._ground.stores.case_number, CONTRACT)
        opened = desk.case_wing.presenter.opened
        signed = [plan.number for plan in opened.case.plans if plan.signed_on] if opened else []
        desk.plan_wing.annul(self._ground.stores.case_number, max(signed))
