"""The plan: written, made ready, printed, signed and annulled."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.plan import PlanState
from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT
from desktop_app.ui.tour.ground import Stop, TourPart


class PlanStops(TourPart):
    """The editor in each state of a version, and the dialogs from there to the signatures."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("plan", self._show_plan),
            Stop("plan-problems", self._show_problems),
            Stop("plan-to-ready", self._ask_ready),
            Stop("plan-ready", self._show_ready),
            Stop("preview", self._show_preview),
            Stop("sign", self._show_signing),
            Stop("sign-unwilling", self._show_unwilling),
            Stop("sign-problems", self._show_signing_problems),
            Stop("plan-to-discard", self._ask_to_discard),
            Stop("annul", self._show_annulling),
        )

    def _show_plan(self) -> None:
        presenter = self._ground.desk.plan_wing.presenter
        self._ground.desk.plan_wing.begin_version(self._ground.stores.case_number)
        if presenter.session.state is PlanState.READY:
            presenter.reopen()

    def _show_problems(self) -> None:
        wing = self._ground.desk.plan_wing
        form = wing.presenter.session.form
        wing.presenter.edit(replace(form, activities=tuple(replace(one, starts="31/2-27") for one in form.activities)))
        wing.show_form(wing.presenter.session.form, is_locked=False)
        wing.presenter.save()

    def _ask_ready(self) -> None:
        presenter = self._ground.desk.plan_wing.presenter
        presenter.undo()
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
