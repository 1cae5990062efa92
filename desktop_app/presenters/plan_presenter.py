"""The plan editor: what is typed, what is missing, what it will look like on paper, and closing it for signing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desktop_app.application.errors import (
    ApplicationError,
    CaseNotFound,
    ChangedMeanwhile,
    PlanInWork,
    PlanNotFound,
    PlanStateRefused,
)
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.earlier_content import earlier_content, with_earlier
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.meanwhile import meanwhile_text
from desktop_app.presenters.others_drafts import PLAN_SCREEN, before_ready
from desktop_app.presenters.plan_differences import plan_differences
from desktop_app.presenters.plan_form import PlanForm, form_from_json, row_ids
from desktop_app.presenters.plan_session import PlanSession
from desktop_app.presenters.plan_showing import PlanShowing
from desktop_app.presenters.plan_texts import WarningLine, check_lines
from desktop_app.presenters.plan_view import PlanFollower, PlanPaper, PlanView
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.translation import _


class PlanPresenter:
    """Holds the form of one version of a plan, from when it is opened until another is (`drafts.DraftedForm`)."""

    screen = PLAN_SCREEN

    def __init__(
        self, view: PlanView, follower: PlanFollower, paper: PlanPaper, *, work: PlanWork, today: Callable[[], date]
    ) -> None:
        self._view = view
        self._follower = follower
        self._paper = paper
        self._work = work
        self._today = today
        self._showing = PlanShowing(view, work=work, today=today)
        self._session: PlanSession | None = None
        self.draft_id: str | None = None

    # Opening ------------------------------------------------------------------------------------------------------

    def open(self, case_number: str, plan_number: int | None = None) -> bool:
        """Open a version, and tell whether it could be; the version in work unless another is asked for."""
        try:
            opened = self._work.open(case_number, plan_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self.show(opened.case, opened.plan)
        return True

    def open_or_begin(self, case_number: str) -> bool:
        """Open the version in work or in force, or begin the first; tell whether it could be."""
        try:
            opened = self._work.open(case_number, None)
        except PlanNotFound:
            return self.begin(case_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self.show(opened.case, opened.plan)
        return True

    def begin(self, case_number: str) -> bool:
        """Begin a new version and open it, or open the one that is in work already; tell whether it could be."""
        try:
            begun = self._work.begin(case_number)
        except PlanInWork as error:
            return self.open(case_number, error.number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self.show(begun.case, begun.plan)
        self._follower.plan_changed(begun.changes)
        return True

    def show(self, case: Case, plan: Plan) -> None:
        """Show a version that was read just now, as it is saved."""
        self._session = PlanSession(case, plan)
        self.draft_id = None
        self._paper.clear()
        self._view.show_remark("")
        self._view.show_problems(())
        self._show_all()
        self._view.bring_up()
        self.pause()

    @property
    def session(self) -> PlanSession:
        """The version that is open; asked for only while one is."""
        assert self._session is not None  # noqa: S101 - a page without a version is never shown
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether a version is open."""
        return self._session is not None

    # Typing -------------------------------------------------------------------------------------------------------

    def edit(self, form: PlanForm, place: str | None = None) -> None:
        """Take in what the form says now; what is typed at one `place` in one go is one step to take back."""
        self.session.history.step(form, place)
        self._showing.show_beside(self.session)
        self._paper.mark_stale()

    def undo(self) -> None:
        """Take the last step of editing back."""
        self.session.history.undo()
        self._show_form()
        self._paper.mark_stale()

    def redo(self) -> None:
        """Take a step again that was taken back."""
        self.session.history.redo()
        self._show_form()
        self._paper.mark_stale()

    def want_earlier(self) -> None:
        """Ask what to take in of what earlier versions say and this one does not."""
        session = self.session
        self._view.ask_earlier(earlier_content(session.form, session.plan, session.case))

    def take_earlier(self, chosen: Collection[str]) -> str:
        """Take in what was chosen by its ids, as one step that can be taken back.

        Return the id of the first row of it in the form, empty where nothing was taken in.
        """
        session = self.session
        there = set(row_ids(session.form))
        offered = earlier_content(session.form, session.plan, session.case)
        taken = with_earlier(session.form, offered, chosen)
        row = next((key for key in row_ids(taken) if key not in there), "")
        if row:
            session.history.step(taken)
            self._show_form()
            self._paper.mark_stale()
        return row

    def pause(self) -> None:
        """Draw the paper anew: somebody has stopped typing for a moment."""
        if self._session is not None:
            self._session.history.seal()
            plan, case = self._session.as_typed(self._today())
            self._paper.show(self._work.preview(plan, case, self._today()), self._work.now())

    # Saving, closing, opening again -------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what is typed, and tell whether everything is saved now; a field that cannot be read is named."""
        session = self.session
        if not session.is_edited:
            return True
        reading = session.read(self._today())
        self._view.show_problems(reading.problems)
        if reading.problems:
            return False
        try:
            saved = self._work.save(session.case, session.plan.id, reading.content, self.draft_id)
        except ChangedMeanwhile:
            self._rebase()
            return False
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self._take(saved)
        self._show_form()
        self._follower.say_done(_("The draft is saved."))
        return True

    def want_ready(self) -> None:
        """Ask whether to close the draft for signing; what is missing is named instead."""
        reading = self.session.read(self._today())
        self._view.show_problems(reading.problems)
        if reading.problems:
            return
        examined = self._showing.examine(self.session)
        missing = [line for line in check_lines(examined.checks, self.session.form) if not line.in_place]
        if missing:
            self._view.show_missing(missing)
            return
        title = _("Make version {number} ready to be signed?").format(number=self.session.plan.number)
        others = before_ready(self._work, self.subject)
        told = [WarningLine(others, None)] if others else []
        self._view.ask_ready(title, [*told, *self._showing.warnings(self.session, examined)])

    def make_ready(self) -> None:
        """Save what is typed and close the draft for signing."""
        if not self.save():
            return
        try:
            ready = self._work.make_ready(self.session.case, self.session.plan.id, self._today())
        except ChangedMeanwhile:
            self._rebase()
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._take(ready)
        self._show_all()
        self.pause()
        undo = partial(self._reopen, ready.case, ready.plan.id)
        self._follower.say_done(_("The plan is ready to be signed."), undo)

    def _rebase(self) -> None:
        """Put what was typed over what somebody else has saved meanwhile, if the version can still be written."""
        session = self.session
        try:
            opened = self._work.open(session.case.case_number, session.plan.number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        fresh = PlanSession(opened.case, opened.plan)
        if fresh.is_locked:
            self._view.show_error(error_text(PlanStateRefused(opened.plan.number, fresh.state, PlanState.DRAFT)))
            return
        changed = session.rebase(opened.case, opened.plan)
        self._view.show_problems(())
        self._view.show_remark(meanwhile_text(changed))
        self._show_all()
        self.pause()
        self._view.show_error(
            _(
                "Somebody else has saved changes to this plan. What you typed stands over what is saved now. Look it"
                " through, and choose again."
            )
        )

    def reopen(self) -> None:
        """Make a version that waits for signatures a draft again."""
        self._reopen(self.session.case, self.session.plan.id)

    def _reopen(self, case: Case, plan_id: str) -> None:
        try:
            opened = self._work.reopen(case, plan_id)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._follower.plan_changed(opened.changes)
        if self.subject == plan_id:
            self.show(opened.case, opened.plan)
        self._follower.say_done(_("The plan is a draft again. Throw away papers that were printed from it."))

    def discard(self) -> bool:
        """Take the draft away, and tell whether it is gone."""
        session = self.session
        try:
            changes = self._work.discard(session.case, session.plan.id, self.draft_id)
        except ChangedMeanwhile:
            self._rebase()
            return False
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        self._session = self.draft_id = None
        self._follower.plan_changed(changes)
        self._follower.say_done(_("The draft of version {number} is discarded.").format(number=session.plan.number))
        return True

    # The form as a draft ------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the version that is open."""
        return self._session.plan.id if self._session else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, None while nothing is open or nothing is edited."""
        session = self._session
        if session is None or not session.is_edited:
            return None
        place = {"case_number": session.case.case_number, "plan_number": session.plan.number}
        return place | {"form": session.form.to_json(), "opened_as": session.saved.to_json()}

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the records the form was opened from."""
        return self.session.versions()

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Contract, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the version of a draft and put back what was typed.

        Raises:
            ApplicationError: the version is gone, or its content is locked by now.
        """
        opened = self._work.open(draft.content["case_number"], draft.content["plan_number"])
        session = PlanSession(opened.case, opened.plan)
        if session.is_locked:
            raise PlanStateRefused(opened.plan.number, session.state, PlanState.DRAFT)
        self.show(opened.case, opened.plan)
        changed = self.session.put_back(*_typed_in(draft))
        self._show_form()
        self.pause()
        if draft.based_on != self.based_on():
            told = _("The plan was changed after this draft was written. Compare before you save.")
            self._view.show_remark(f"{told} {meanwhile_text(changed)}".strip())

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says otherwise than what is saved now: everything, where the version is gone.

        Raises:
            ApplicationError: the store cannot be read.
        """
        typed, opened_as = _typed_in(draft)
        try:
            opened = self._work.open(draft.content["case_number"], draft.content["plan_number"])
        except (CaseNotFound, PlanNotFound):
            return plan_differences(PlanForm(), typed)
        session = PlanSession(opened.case, opened.plan)
        session.put_back(typed, opened_as)
        return plan_differences(session.saved, session.form)

    # What is shown ------------------------------------------------------------------------------------------------

    def show_day(self) -> None:
        """Show anew what depends on the day."""
        if self._session is not None:
            self._showing.show_around(self._session)
            self.pause()

    def _take(self, changed: ChangedPlan) -> None:
        self.session.take(changed.case, changed.plan)
        self.draft_id = None
        self._view.show_remark("")
        self._follower.plan_changed(changed.changes)

    def _show_all(self) -> None:
        self._write_form()
        self._showing.show_around(self.session)

    def _show_form(self) -> None:
        self._write_form()
        self._showing.show_beside(self.session)

    def _write_form(self) -> None:
        self._view.show_form(self.session.form, is_locked=self.session.is_locked)


def _typed_in(draft: Draft) -> tuple[PlanForm, PlanForm | None]:
    """Return the form as it was typed, and as it was when it was opened; drafts of an earlier program lack that."""
    opened_as = draft.content.get("opened_as")
    return form_from_json(draft.content["form"]), form_from_json(opened_as) if opened_as else None
