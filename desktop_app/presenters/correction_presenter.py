"""Ret dato: another date for a fact a clock starts at, with the deadlines it moves seen first, and the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.fact_corrections import (
    CorrectionFault,
    CorrectionRefused,
    fact_of,
    faults_in_correction,
    is_taken_over_early,
    moved_deadlines,
    with_fact,
)
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.case_form import shown
from desktop_app.presenters.case_form_texts import field_label
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.dialogs import DialogView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.presenters.typed_text import text_problems
from desktop_app.translation import _, _n, long_date, short_date


class CorrectionField(StrEnum):
    """The fields of the dialog."""

    FACT = "fact"
    ON = "on"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionShown:
    """The dialog as it opens: whose case, which dates can be corrected, and what stands in the fields."""

    citizen: str
    case_number: str
    choices: tuple[tuple[str, str], ...]
    texts: Mapping[CorrectionField, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a deadline stands: its day, empty where it has none, and the badge."""

    on: str
    badge: str
    kind: BadgeKind


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A deadline that stands otherwise afterwards."""

    duty: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPreview:
    """What a correction leads to: a sentence, and the deadlines that move."""

    sentence: str
    rows: tuple[MovedRow, ...]


class CorrectionView(DialogView, Protocol):
    """The dialog."""

    def ask(self, shown: CorrectionShown) -> None:
        """Open the dialog."""
        ...

    def show_recorded(self, text: str) -> None:
        """Say which date is recorded now for the fact that is chosen."""
        ...

    def show_preview(self, preview: CorrectionPreview) -> None:
        """Show what the correction leads to."""
        ...


class CorrectionWork(Protocol):
    """What the dialog asks of the open store."""

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Read the case."""
        ...

    def correct(
        self,
        read: Case,
        fact: CorrectedFact,
        on: date | None,
        reason: str,
        today: date,
        draft_id: str | None = None,
    ) -> Changes:
        """Save the correction."""
        ...


class CorrectionPresenter:
    """Holds the dialog while it is open; it is a drafted form (`presenters.drafts.DraftedForm`).

    `saved` is told of what was saved and in which words.
    """

    screen = "correction"

    def __init__(
        self,
        view: CorrectionView,
        *,
        work: CorrectionWork,
        rulebook: Rulebook,
        today: Callable[[], date],
        saved: Callable[[Changes, str], None],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._work, self._rulebook, self._today, self._saved = view, work, rulebook, today, saved
        self._case: Case | None = None
        self._texts = dict.fromkeys(CorrectionField, "")
        self._begun = dict(self._texts)

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the case."""
        return self._case.id if self._case else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        if self._case is None or self._texts == self._begun:
            return None
        texts = {field.value: text for field, text in self._texts.items()}
        return {"case_number": self._case.case_number, "texts": texts}

    def based_on(self) -> Mapping[str, int]:
        """Return the version of the case whose deadlines were shown."""
        return {self._case.id: self._case.version} if self._case else {}

    def title(self, draft: Draft) -> str:
        """Return "Rettelse af dato, sag 2026-014"."""
        return _("Correction of a date, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the dialog and put back what was typed."""
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        self._ask(opened.case, _texts_in(draft))

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return the date and the reason that were typed, beside the date that is saved."""
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        texts = _texts_in(draft)
        fact = CorrectedFact(texts[CorrectionField.FACT])
        return [
            Difference(fact_label(fact), shown(fact_of(opened.case, fact)) or "–", texts[CorrectionField.ON] or "–"),
            Difference(_("Reason"), "–", texts[CorrectionField.REASON] or "–"),
        ]

    # The dialog ---------------------------------------------------------------------------------------------------

    def ask(self, opened: OpenedCase, fact: str = "") -> None:
        """Open the dialog for a fact, by default for the takeover."""
        self.draft_id = None
        self._ask(opened.case, {CorrectionField.FACT: fact or CorrectedFact.TAKEOVER})

    def type(self, field: CorrectionField, text: str) -> None:
        """Take in what is typed in a field."""
        self._texts[field] = text
        if field is CorrectionField.FACT:
            self._view.show_problems({})
            self._show_recorded()
        self._preview()

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        self._case = None

    def save(self) -> None:
        """Save the correction, or say what is wrong."""
        case = self._case
        if case is None:
            return
        on, unread = self._day()
        faults = faults_in_correction(case, self._fact, on, self._texts[CorrectionField.REASON], self._today())
        reason = text_problems({CorrectionField.REASON.value: self._texts[CorrectionField.REASON]})
        problems = _fault_texts(faults) | reason | unread
        self._view.show_problems(problems)
        if problems:
            return
        try:
            changes = self._work.correct(
                case, self._fact, on, self._texts[CorrectionField.REASON], self._today(), self.draft_id
            )
        except ChangedMeanwhile:
            self._look_again(case)
        except CorrectionRefused as refused:
            self._view.show_problems(_fault_texts(refused.faults))
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            text = _("The date is corrected. Both dates and the reason stay on the case.")
            self.draft_id, self._case = None, None
            self._view.finish()
            self._saved(changes, text)

    # --------------------------------------------------------------------------------------------------------------

    @property
    def _fact(self) -> CorrectedFact:
        return CorrectedFact(self._texts[CorrectionField.FACT])

    def _ask(self, case: Case, typed: Mapping[CorrectionField, str]) -> None:
        self._case = case
        self._texts = {**dict.fromkeys(CorrectionField, ""), **typed}
        self._begun = dict.fromkeys(CorrectionField, "") | {CorrectionField.FACT: self._texts[CorrectionField.FACT]}
        self._view.ask(
            CorrectionShown(
                citizen=case.citizen.full_name,
                case_number=case.case_number,
                choices=tuple((fact.value, fact_label(fact)) for fact in CorrectedFact),
                texts=dict(self._texts),
            )
        )
        self._show_recorded()
        self._preview()

    def _show_recorded(self) -> None:
        if self._case:
            on = fact_of(self._case, self._fact)
            text = _("Recorded now: {date}").format(date=long_date(on)) if on else _("No date is recorded")
            self._view.show_recorded(text)

    def _day(self) -> tuple[date | None, dict[str, str]]:
        back = self._fact is not CorrectedFact.TAKEOVER
        try:
            return read_date(self._texts[CorrectionField.ON], self._today(), looks_back=back), {}
        except DateNotRead as error:
            return None, {CorrectionField.ON: date_error_text(error)}

    def _preview(self) -> None:
        case = self._case
        if case is None:
            return
        on, unread = self._day()
        if unread or not self._texts[CorrectionField.ON].strip():
            sentence = "" if unread else _("Write the right date, and see which deadlines move.")
            self._view.show_preview(CorrectionPreview(sentence=sentence, rows=()))
            self._view.show_remarks({})
            return
        corrected = with_fact(case, self._fact, on)
        moved = moved_deadlines(case, corrected, self._rulebook, self._today())
        rows = tuple(self._row(one.before, one.after) for one in moved)
        if rows:
            sentence = _n("{n} deadline stands otherwise then:", "{n} deadlines stand otherwise then:", len(rows))
        else:
            sentence = _("No deadline moves.")
        self._view.show_preview(CorrectionPreview(sentence=sentence.format(n=len(rows)), rows=rows))
        early = _("The takeover lies before the allocation. If it was agreed (§ 4, stk. 2), say so in the reason.")
        self._view.show_remarks({CorrectionField.ON: early} if is_taken_over_early(corrected) else {})

    def _row(self, before: Deadline, after: Deadline) -> MovedRow:
        duty = duty_name(self._rulebook.duties[before.duty])
        return MovedRow(duty, _standing(before, self._today()), _standing(after, self._today()))

    def _look_again(self, case: Case) -> None:
        """Show the deadlines of the case as it is now: they are what the correction is decided on."""
        try:
            opened = self._work.open(case.case_number, self._today(), again=True)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._case = opened.case
        self._show_recorded()
        self._preview()
        self._view.show_error(
            _("Somebody else has saved changes to this case. The deadlines below are as they are now. Save again.")
        )


def fact_label(fact: CorrectedFact) -> str:
    """Return what a date that can be corrected is called."""
    return field_label(fact.value)


def _standing(deadline: Deadline, today: date) -> Standing:
    badge = badge_text(deadline, today)
    due = short_date(deadline.due_on) if deadline.due_on else ""
    return Standing("" if due in badge else due, badge, BADGE_OF[deadline.status])


def _texts_in(draft: Draft) -> dict[CorrectionField, str]:
    return {field: str(draft.content["texts"].get(field.value, "")) for field in CorrectionField}


def _fault_texts(faults: Sequence[CorrectionFault]) -> dict[str, str]:
    words = {
        CorrectionFault.UNCHANGED: (CorrectionField.ON, _("That date is recorded already. Write another one.")),
        CorrectionFault.IN_FUTURE: (CorrectionField.ON, _("The date cannot lie in the future")),
        CorrectionFault.NO_REASON: (CorrectionField.REASON, _("Write a reason. It stays on the case.")),
        CorrectionFault.REASON_TOO_LONG: (CorrectionField.REASON, _("The text is too long. Shorten it.")),
    }
    return dict(words[fault] for fault in faults)
