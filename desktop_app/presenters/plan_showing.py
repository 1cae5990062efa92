"""Shows around the form of a plan how the version stands: its head, its check list, its warnings and its hours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop_app.application.plan_examining import PlanExamination
from desktop_app.domain.deadline import OPEN
from desktop_app.presenters.badges import BADGE_OF
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.others_drafts import while_open
from desktop_app.presenters.plan_on_paper import paper_warnings
from desktop_app.presenters.plan_session import PlanSession
from desktop_app.presenters.plan_texts import (
    WarningLine,
    check_lines,
    checks_summary,
    hours_sentence,
    plan_title,
    warning_lines,
)
from desktop_app.presenters.plan_view import PlanHead, PlanView
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.translation import _, long_date


class PlanShowing:
    """Examines a version as it is typed, and says on the page what that comes to."""

    def __init__(self, view: PlanView, *, work: PlanWork, today: Callable[[], date]) -> None:
        self._view = view
        self._work = work
        self._today = today

    def examine(self, session: PlanSession) -> PlanExamination:
        """Look the version over as it is typed."""
        plan, case = session.as_typed(self._today())
        return self._work.examine(plan, case, self._today())

    def show_around(self, session: PlanSession) -> None:
        """Show the head and what stands beside the form."""
        examined = self.examine(session)
        self._show_head(session, examined)
        self._show_beside(session, examined)

    def show_beside(self, session: PlanSession) -> None:
        """Show what is in place and what does not add up, and whether there are steps to take back."""
        self._show_beside(session, self.examine(session))

    def warnings(self, session: PlanSession, examined: PlanExamination) -> list[WarningLine]:
        """Return what does not add up, and what the paper cannot show of what is typed."""
        return [*paper_warnings(session.form, self._work.can_show), *warning_lines(examined.warnings)]

    def _show_head(self, session: PlanSession, examined: PlanExamination) -> None:
        """Show which version it is, where it stands, and how long there is left; and whose draft of it lies there."""
        contract = examined.contract
        is_waited_for = contract.status in OPEN and session.plan.signed_on is None
        due_on = contract.due_on or date.min
        self._view.show_head(
            PlanHead(
                title=plan_title(session.plan.number, session.state, is_unsigned=session.plan.unsigned is not None),
                citizen=session.case.citizen.full_name,
                state=session.state,
                badge=badge_text(contract, self._today()) if is_waited_for else "",
                badge_kind=BADGE_OF[contract.status],
                due=_("By {date} at the latest").format(date=long_date(due_on)) if is_waited_for else "",
                is_locked=session.is_locked,
                has_others=len(session.case.plans) > 1,
                has_earlier=any(plan.number < session.plan.number for plan in session.case.plans),
            )
        )
        self._view.show_others(while_open(self._work, session.plan.id, session.state))

    def _show_beside(self, session: PlanSession, examined: PlanExamination) -> None:
        checks, warnings = check_lines(examined.checks, session.form), self.warnings(session, examined)
        if session.is_locked:  # there is no field to go to
            checks = [replace(line, place=None) for line in checks]
            warnings = [replace(line, place=None) for line in warnings]
        self._view.show_beside(checks_summary(examined.checks), checks, warnings, hours_sentence(examined))
        self._view.show_steps(can_undo=session.history.can_undo, can_redo=session.history.can_redo)
