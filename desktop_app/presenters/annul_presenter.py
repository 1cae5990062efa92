"""Annulling a signature that was registered by mistake: only with a reason, which stays on the case."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile, ReasonMissing
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.plan_work import PlanWork, open_in_state
from desktop_app.presenters.sign_presenter import annulled_text
from desktop_app.presenters.typed_text import text_problem
from desktop_app.presenters.version_form import VersionForm
from desktop_app.translation import _, short_date


class AnnulView(Protocol):
    """The dialog that asks for the reason."""

    def ask(self, title: str, explanation: str, reason: str) -> None:
        """Open the dialog, or write its field anew."""
        ...

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong, and bring the keyboard to it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was annulled."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class AnnulFollower(Protocol):
    """Who is told what became of the signature."""

    def signature_annulled(self, annulled: AnnulledSignature) -> None:
        """Take note that it was annulled."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done."""
        ...


class AnnulPresenter(VersionForm):
    """Holds the reason while its dialog is open (`drafts.DraftedForm`)."""

    screen = "annul"

    def __init__(self, view: AnnulView, follower: AnnulFollower, *, work: PlanWork, today: Callable[[], date]) -> None:
        self._view = view
        self._follower = follower
        self._work = work
        self._today = today
        self._reason = ""
        self.draft_id: str | None = None

    def ask(self, case: Case, plan: Plan, reason: str = "") -> None:
        """Open the form for a version that was read just now."""
        self._case, self._plan, self._reason = case, plan, reason
        self.draft_id = None
        title = _("Annul the signature of version {number}").format(number=plan.number)
        signed = short_date(plan.signed_on) if plan.signed_on else ""
        explanation = _(
            "The signature of {date} was registered by mistake. Nothing is deleted: the version stays on the case as"
            " annulled, and a new draft with the same content is begun."
        ).format(date=signed)
        self._view.ask(title, explanation, reason)

    def close(self) -> None:
        """Let go of the form and of what was typed."""
        self._case = self._plan = None

    def type(self, reason: str) -> None:
        """Take in the reason as it is typed."""
        self._reason = reason

    def annul(self) -> None:
        """Annul the signature."""
        case, plan = self._opened()
        if problem := text_problem(self._reason):
            self._view.show_problem(problem)
            return
        try:
            annulled = self._work.annul(case, plan.id, self._reason, self._today(), self.draft_id)
        except ReasonMissing as error:
            self._view.show_problem(error_text(error))
            return
        except ChangedMeanwhile:
            self._look_again(case, plan)
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self.close()
        self.draft_id = None
        self._view.finish()
        self._follower.signature_annulled(annulled)
        self._follower.say_done(annulled_text(annulled))

    # The form as a draft ------------------------------------------------------------------------------------------

    def content(self) -> Mapping[str, Any] | None:
        """Return the reason, None while the form is closed or blank."""
        place = self._place()
        if place is None or not self._reason.strip():
            return None
        return {**place, "reason": self._reason}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Annulled signature, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was typed.

        Raises:
            ApplicationError: the version is gone, or its signature is not in force any more.
        """
        opened = open_in_state(self._work, draft.content["case_number"], draft.content["plan_number"], PlanState.SIGNED)
        self.ask(opened.case, opened.plan, draft.content["reason"])

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says; nothing of it is saved."""
        return [Difference(_("Reason"), "", draft.content["reason"])]

    def _look_again(self, case: Case, plan: Plan) -> None:
        """Go on from the version as it is now, if its signature is still in force."""
        try:
            opened = open_in_state(self._work, case.case_number, plan.number, PlanState.SIGNED)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._case, self._plan = opened.case, opened.plan
        self._view.show_error(
            _(
                "Somebody else has saved changes to this version meanwhile. Check that the signature is still to be"
                " annulled, and annul it again."
            )
        )
