"""Taking a scan away: only with a reason, which stays on the case, and for a while to be undone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile, ReasonMissing, ScanNotFound
from desktop_app.application.ports import Draft
from desktop_app.application.remove_scan import RemovedScan
from desktop_app.domain.case import Case
from desktop_app.domain.scan import Scan, attached
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.presenters.scan_work import ScanWork
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _


class ScanRemovalView(Protocol):
    """The dialog that asks for the reason."""

    def ask(self, title: str, explanation: str, reason: str) -> None:
        """Open the dialog, or write its field anew."""
        ...

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong, and bring the keyboard to it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was taken away, or why it could not be undone."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class ScanRemovalFollower(Protocol):
    """Who is told what became of the scan."""

    def scan_removed(self, changes: Changes) -> None:
        """Take note that it was taken away, or put back."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, and for a while offer to undo it."""
        ...


class ScanRemovalPresenter:
    """Holds the reason while its dialog is open (`drafts.DraftedForm`)."""

    screen = "scan_removal"

    def __init__(
        self,
        view: ScanRemovalView,
        follower: ScanRemovalFollower,
        *,
        work: ScanWork,
        plans: PlanWork,
        today: Callable[[], date],
    ) -> None:
        self._view = view
        self._follower = follower
        self._work = work
        self._plans = plans
        self._today = today
        self._case: Case | None = None
        self._scan: Scan | None = None
        self._reason = ""
        self.draft_id: str | None = None

    def ask(self, case: Case, scan_id: str, reason: str = "") -> None:
        """Open the form for a scan of a case that was read just now.

        Raises:
            ScanNotFound: it was taken away already.
        """
        self._scan = scan_of(case, scan_id)
        self._case, self._reason = case, reason
        self.draft_id = None
        title = _("Remove the scan {name}?").format(name=self._scan.file_name)
        explanation = _(
            "It is no longer shown on the case. The history tells that it was attached, and why it was removed."
        )
        self._view.ask(title, explanation, reason)

    def close(self) -> None:
        """Let go of the form and of what was typed."""
        self._case = self._scan = None

    def type(self, reason: str) -> None:
        """Take in the reason as it is typed."""
        self._reason = reason

    def remove(self) -> None:
        """Take the scan away."""
        case, scan = self._opened()
        if problem := text_problem(self._reason):
            self._view.show_problem(problem)
            return
        try:
            removed = self._work.remove(case.case_number, scan, self._reason, self._today(), self.draft_id)
        except ReasonMissing as error:
            self._view.show_problem(error_text(error))
            return
        except ChangedMeanwhile:
            self._view.show_error(error_text(ScanNotFound(case.case_number)))
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self.close()
        self.draft_id = None
        self._view.finish()
        self._follower.scan_removed(removed.changes)
        self._follower.say_done(_("The scan is removed."), partial(self._undo, removed))

    # The form as a draft ------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the scan."""
        return self._scan.id if self._scan else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return the reason, None while the form is closed or blank."""
        if self._case is None or self._scan is None or not self._reason.strip():
            return None
        return {"case_number": self._case.case_number, "scan": self._scan.id, "reason": self._reason}

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the records the form was opened from."""
        case, scan = self._opened()
        return {case.id: case.version, scan.id: scan.version}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Removed scan, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was typed.

        Raises:
            ApplicationError: the case or the scan is gone.
        """
        opened = self._plans.open(draft.content["case_number"])
        self.ask(opened.case, draft.content["scan"], draft.content["reason"])

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says; nothing of it is saved."""
        return [Difference(_("Reason"), "", draft.content["reason"])]

    def _undo(self, removed: RemovedScan) -> None:
        try:
            changes = self._work.put_back(removed)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._follower.scan_removed(changes)
        self._follower.say_done(_("The scan is attached again."))

    def _opened(self) -> tuple[Case, Scan]:
        assert self._case is not None  # noqa: S101 - asked only while the form is open
        assert self._scan is not None  # noqa: S101 - as above
        return self._case, self._scan


def scan_of(case: Case, scan_id: str) -> Scan:
    """Return a scan of a case by its id.

    Raises:
        ScanNotFound: the case has no such scan, or it was taken away.
    """
    for plan in case.plans:
        for scan in attached(plan.scans):
            if scan.id == scan_id:
                return scan
    raise ScanNotFound(case.case_number)
