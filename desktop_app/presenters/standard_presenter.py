"""Kommunens egen standard: typed, looked at case by case before it is saved, and taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Any, Protocol

from desktop_app.application.change_local_standard import DecidedStandard, StandardRefused
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.application.preview_local_standard import StandardPreview
from desktop_app.domain.dates import Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard, faults_in_standard
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.dialogs import DialogFollower, DialogView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.standard_form import (
    StandardField,
    TypedStandard,
    day_problems,
    fault_texts,
    field_name,
    read_standard,
    remarks_on_standard,
    standard_text,
    typed_from,
    values_of,
    versions_today,
)
from desktop_app.presenters.standard_preview import PreviewShown, preview_shown
from desktop_app.presenters.typed_text import text_problems
from desktop_app.translation import _


class StandardView(DialogView, Protocol):
    """The dialog."""

    def ask(self, typed: TypedStandard) -> None:
        """Open the dialog."""
        ...

    def show_preview(self, preview: PreviewShown | None) -> None:
        """Show what would change and offer to save it; None takes it away and offers to look."""
        ...


class StandardWork(Protocol):
    """What the dialog asks of the open store; composition's `StandardWork` fits it."""

    def decided(self, duty: DutyId) -> Sequence[LocalStandard]:
        """Return every standard of a duty, by the day it begins."""
        ...

    def preview(self, standard: LocalStandard, known: Sequence[LocalStandard], today: date) -> StandardPreview:
        """Return what a standard would change."""
        ...

    def decide(self, standard: LocalStandard, seen: Sequence[LocalStandard], draft_id: str | None) -> DecidedStandard:
        """Save a standard."""
        ...

    def take_back(self, decided: DecidedStandard) -> Changes:
        """Take a decision back."""
        ...


class StandardPresenter:
    """Holds the dialog while it is open; it is a drafted form (`presenters.drafts.DraftedForm`)."""

    screen = "local_standard"

    def __init__(
        self,
        view: StandardView,
        follower: DialogFollower,
        *,
        work: StandardWork,
        rulebook: Rulebook,
        initials: Callable[[], str],
        today: Callable[[], date],
        new_id: Callable[[], str],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._follower, self._work = view, follower, work
        self._rulebook, self._initials, self._today, self._new_id = rulebook, initials, today, new_id
        self._duty: DutyId | None = None
        self._decided: Sequence[LocalStandard] = ()
        self._begun = self._typed = _NOTHING
        self._is_looked_at = False

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The duty the standard is of."""
        return self._duty or ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        if self._duty is None or self._typed == self._begun:
            return None
        return {"duty": self._duty.value} | asdict(self._typed) | {"groups": list(self._typed.groups)}

    def based_on(self) -> Mapping[str, int]:
        """Return the standards the form was opened beside."""
        return {standard.id: standard.version for standard in self._decided}

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - there is one form of the kind
        """Return what the draft is of."""
        return _("The municipality's own standard")

    def resume(self, draft: Draft) -> None:
        """Open the dialog and put back what was typed."""
        self._ask(DutyId(draft.content["duty"]), _typed_in(draft))

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what the draft says otherwise than what is decided now."""
        duty = self._rulebook.duties[DutyId(draft.content["duty"])]
        begun = values_of(typed_from(duty, self._work.decided(duty.id), self._today()))
        typed = values_of(_typed_in(draft))
        return [
            Difference(field_name(name), begun[name], typed[name])
            for name in StandardField
            if begun[name] != typed[name]
        ]

    # The dialog ---------------------------------------------------------------------------------------------------

    def ask(self, duty: DutyId) -> None:
        """Open the dialog for another standard of a duty."""
        self.draft_id = None
        try:
            self._ask(duty)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))

    def type(self, typed: TypedStandard) -> None:
        """Take in what stands in the fields; what was looked at is then something else."""
        if self._duty is None or typed == self._typed:
            return
        self._typed = typed
        self._look_no_more()
        self._remark(self._duty)

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        self._duty = None

    def go_on(self) -> None:
        """Show what would change, and the next time save it; or say what is wrong."""
        if self._duty is None:
            return
        standard = self._standard(self._duty)
        problems = fault_texts(faults_in_standard(standard), Unit(self._typed.unit))
        problems |= text_problems({StandardField.REASON.value: self._typed.reason})
        problems |= day_problems(self._typed, self._today())
        self._view.show_problems(problems)
        if problems:
            return
        try:
            if self._is_looked_at:
                self._save(standard)
            else:
                self._look(standard)
        except StandardRefused as refused:
            self._view.show_problems(fault_texts(refused.faults, standard.interval.unit))
        except ChangedMeanwhile:
            self._look_again(standard.duty)
        except ApplicationError as error:
            self._view.show_error(error_text(error))

    # --------------------------------------------------------------------------------------------------------------

    def _ask(self, duty: DutyId, typed: TypedStandard | None = None) -> None:
        decided = self._work.decided(duty)
        self._begun = typed_from(self._rulebook.duties[duty], decided, self._today())
        self._duty, self._decided, self._typed = duty, decided, typed or self._begun
        self._is_looked_at = False
        self._view.ask(self._typed)
        self._remark(duty)

    def _look(self, standard: LocalStandard) -> None:
        preview = self._work.preview(standard, self._decided, self._today())
        self._is_looked_at = True
        self._view.show_preview(preview_shown(preview, self._rulebook, standard.valid_from, self._today()))

    def _save(self, standard: LocalStandard) -> None:
        decided = self._work.decide(standard, self._decided, self.draft_id)
        self.draft_id = self._duty = None
        self._view.finish()
        self._follower.show_changes(decided.changes)
        text = _("The municipality's standard is saved: {standard}.").format(standard=standard_text(decided.standard))
        self._follower.say_done(text, partial(self._take_back, decided))

    def _take_back(self, decided: DecidedStandard) -> None:
        try:
            changes = self._work.take_back(decided)
        except ChangedMeanwhile:
            self._follower.show_error(_("The standard is not there any more: somebody else has changed it."))
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            self._follower.show_changes(changes)
            self._follower.say_done(_("The standard is taken back."))

    def _look_again(self, duty: DutyId) -> None:
        """Go on beside what somebody else has decided meanwhile."""
        try:
            self._decided = self._work.decided(duty)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._look_no_more()
        standards = "; ".join(map(standard_text, self._decided)) or "–"
        text = _(
            "Somebody else has changed the standards meanwhile. Decided now: {standards}. What you typed stands. See"
            " what changes, and save again."
        )
        self._view.show_error(text.format(standards=standards))
        self._remark(duty)

    def _look_no_more(self) -> None:
        if self._is_looked_at:
            self._is_looked_at = False
            self._view.show_preview(None)

    def _remark(self, duty: DutyId) -> None:
        today = self._today()
        before = versions_today(self._rulebook.duties[duty], today)
        self._view.show_remarks(remarks_on_standard(self._standard(duty), before, self._decided, today))

    def _standard(self, duty: DutyId) -> LocalStandard:
        standard_id = self._new_id()
        return read_standard(self._typed, self._today(), duty=duty, standard_id=standard_id, initials=self._initials())


_NOTHING = TypedStandard(interval="", unit=Unit.MONTHS.value, warning="")


def _typed_in(draft: Draft) -> TypedStandard:
    content = draft.content
    return TypedStandard(
        interval=str(content["interval"]),
        unit=str(content["unit"]),
        warning=str(content["warning"]),
        groups=tuple(map(str, content["groups"])),
        valid_from=str(content["valid_from"]),
        reason=str(content["reason"]),
    )
