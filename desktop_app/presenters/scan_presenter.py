"""Attaching a scan of the signed paper: which file, and a note if there is something to say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from desktop_app.application.attach_scan import AttachedScan, ScanFile
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile, PlanStateRefused, ScanRefused
from desktop_app.application.open_plan import OpenedPlan
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.presenters.aside import Aside
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.presenters.scan_texts import scan_problem_text, scan_type_text, size_text
from desktop_app.presenters.scan_work import ScanWork
from desktop_app.presenters.typed_text import text_problem
from desktop_app.presenters.version_form import VersionForm
from desktop_app.translation import _, short_date


class ScanView(Protocol):
    """The dialog that asks for the file."""

    def ask(self, title: str, explanation: str, note: str) -> None:
        """Open the dialog, or write its fields anew."""
        ...

    def show_reading(self, name: str) -> None:
        """Show which file is chosen while it is read; nothing of what was wrong with one before."""
        ...

    def show_file(self, name: str, remark: str) -> None:
        """Show which file is chosen and what it is."""
        ...

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the file is attached as soon as it is read, or no more."""
        ...

    def show_problem(self, text: str) -> None:
        """Say at the field of the file what is wrong, and bring the keyboard to it."""
        ...

    def show_note_problem(self, text: str) -> None:
        """Say at the field of the note what is wrong, and bring the keyboard to it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was attached, or why it could not be undone."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class ScanFollower(Protocol):
    """Who is told what became of the scan."""

    def scan_attached(self, done: AttachedScan) -> None:
        """Take note that it is attached."""
        ...

    def scan_removed(self, changes: Changes) -> None:
        """Take note that it was taken away again."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, and for a while offer to undo it."""
        ...


class ScanPresenter(VersionForm):
    """Holds the chosen file while its dialog is open (`drafts.DraftedForm`); what is drafted is where it lies."""

    screen = "scan"

    def __init__(
        self,
        view: ScanView,
        follower: ScanFollower,
        *,
        work: ScanWork,
        plans: PlanWork,
        aside: Aside,
        today: Callable[[], date],
    ) -> None:
        self._view = view
        self._follower = follower
        self._work = work
        self._plans = plans
        self._aside = aside
        self._today = today
        self._path = self._note = ""
        self._file: ScanFile | None = None
        self._turn = 0
        self._is_reading = self._is_wanted = False
        self.draft_id: str | None = None

    def ask(self, case: Case, plan: Plan, path: str = "", note: str = "") -> None:
        """Open the form for a signed version that was read just now, with a file that is chosen already if any."""
        self._case, self._plan = case, plan
        self._path, self._note, self._file = "", note, None
        self._forget_reading()
        self.draft_id = None
        title = _("Attach a scan to version {number}").format(number=plan.number)
        explanation = _(
            "The paper signed on {date} as PDF, JPG or PNG, under 25 MB. It is kept encrypted with the case; delete the"
            " file itself when it is attached."
        ).format(date=short_date(plan.signed_on) if plan.signed_on else "")
        self._view.ask(title, explanation, note)
        if path:
            self.choose(path)

    def close(self) -> None:
        """Let go of the form and of what was chosen."""
        self._case = self._plan = self._file = None
        self._forget_reading()

    def choose(self, path: str) -> None:
        """Read a file, and then say what it is or what is wrong with it."""
        self._read(path, is_wanted=False)

    def _read(self, path: str, *, is_wanted: bool) -> None:
        self._path, self._file = path, None
        self._forget_reading()
        self._is_reading, self._is_wanted = True, is_wanted
        self._view.show_reading(Path(path).name)
        if is_wanted:
            self._view.set_busy(is_busy=True)
        self._aside.do(partial(self._work.read, path), partial(self._take_in, self._turn))

    def _take_in(self, turn: int, outcome: Callable[[], ScanFile]) -> None:
        """Take in what became of reading a file, if it is still the one that is wanted."""
        if turn != self._turn:
            return
        is_wanted = self._is_wanted
        self._forget_reading()
        if is_wanted:
            self._view.set_busy(is_busy=False)
        try:
            file = outcome()
        except ScanRefused as error:
            self._view.show_file(Path(self._path).name, "")
            self._view.show_problem(scan_problem_text(error.problem))
            return
        self._file = file
        self._view.show_file(file.name, f"{scan_type_text(file.media_type)} · {size_text(len(file.content))}")
        if is_wanted:
            self._attach(file)

    def _forget_reading(self) -> None:
        self._turn += 1
        self._is_reading = self._is_wanted = False

    def type(self, note: str) -> None:
        """Take in the note as it is typed."""
        self._note = note

    def attach(self) -> None:
        """Attach the file, as soon as it is read."""
        if self._file is not None:
            self._attach(self._file)
        elif not self._path:
            self._view.show_problem(_("Choose the file with the scan"))
        elif not self._is_reading:
            self._read(self._path, is_wanted=True)  # it may be mended by now
        elif not self._is_wanted:
            self._is_wanted = True
            self._view.set_busy(is_busy=True)

    def _attach(self, file: ScanFile) -> None:
        case, plan = self._opened()
        if problem := text_problem(self._note):
            self._view.show_note_problem(problem)
            return
        try:
            done = self._work.attach(case, plan.id, file, self._note, self._today(), self.draft_id)
        except ScanRefused as error:
            self._view.show_problem(scan_problem_text(error.problem))
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
        self._follower.scan_attached(done)
        told = _("The scan is attached to version {number}.").format(number=done.plan_number)
        self._follower.say_done(told, partial(self._undo, done))

    def _undo(self, done: AttachedScan) -> None:
        """Take the scan away again; that it was attached stays in the history, and why it went."""
        reason = _("Attached by mistake")
        try:
            removed = self._work.remove(done.case.case_number, done.scan, reason, self._today(), None)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._follower.scan_removed(removed.changes)
        self._follower.say_done(_("The scan is removed."))

    # The form as a draft ------------------------------------------------------------------------------------------

    def content(self) -> Mapping[str, Any] | None:
        """Return where the file lies and the note, None while the form is closed or empty."""
        place = self._place()
        if place is None or not (self._path or self._note.strip()):
            return None
        return {**place, "path": self._path, "note": self._note}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Scan of a signed contract, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was chosen and typed.

        Raises:
            ApplicationError: the version is gone, or not signed any more.
        """
        content = draft.content
        opened = open_signed(self._plans, content["case_number"], content["plan_number"])
        self.ask(opened.case, opened.plan, content["path"], content["note"])

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says; nothing of it is saved."""
        said = ((_("File"), Path(draft.content["path"]).name), (_("Note"), draft.content["note"].strip()))
        return [Difference(name, "", text) for name, text in said if text]

    def _look_again(self, case: Case, plan: Plan) -> None:
        """Go on from the version as it is now, if it is still signed."""
        try:
            opened = open_signed(self._plans, case.case_number, plan.number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._case, self._plan = opened.case, opened.plan
        self._view.show_error(
            _(
                "Somebody else has saved changes to this version meanwhile. Check that the scan is still to be"
                " attached, and attach it again."
            )
        )


def open_signed(work: PlanWork, case_number: str, plan_number: int) -> OpenedPlan:
    """Open a version that is signed, in force or replaced since.

    Raises:
        PlanStateRefused: it is not.
        ApplicationError: it is gone, or the store cannot be read.
    """
    opened = work.open(case_number, plan_number)
    if opened.plan.signed_on is None:
        state = state_of(opened.plan, opened.case.plans)
        raise PlanStateRefused(opened.plan.number, state, PlanState.REPLACED)
    return opened
