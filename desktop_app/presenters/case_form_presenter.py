"""Changing the master data of a case: typed over what is saved, checked at the fields, saved in one go."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.case_checks import CaseField, CaseRefused, Column
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.cpr import formatted, remarks_on
from desktop_app.domain.fact_corrections import fact_of, moved_deadlines
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.takeover import proposed_takeover
from desktop_app.presenters.arrival_reading import digits_of
from desktop_app.presenters.case_form import NAMES, PARTS, CaseForm, Rows, TypedRow, form_of
from desktop_app.presenters.case_form_differences import form_differences, shown_text
from desktop_app.presenters.case_form_reading import CaseRead, read_case_form
from desktop_app.presenters.case_form_texts import cpr_remark_text, field_label, key_of, problem_text
from desktop_app.presenters.case_form_view import CaseChanging, CaseFormShown, CaseFormView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.lenient_dates import DateNotRead, read_date
from desktop_app.presenters.typed_text import paper_remark
from desktop_app.translation import _, _n, long_date, short_date


class CaseFormPresenter:
    """Holds the form while it is open; it is a drafted form (`presenters.drafts.DraftedForm`).

    `saved` is told of what was saved and in which words.
    """

    screen = "case"

    def __init__(
        self,
        view: CaseFormView,
        *,
        work: CaseChanging,
        rulebook: Rulebook,
        today: Callable[[], date],
        saved: Callable[[Changes, str], None],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._work, self._rulebook, self._today, self._saved = view, work, rulebook, today, saved
        self._case: Case | None = None
        self._form = CaseForm({}, {})
        self._conflicts: dict[str, str] = {}
        self._ends: dict[CaseField, str] = {}
        self._shows_cpr = False

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the case."""
        return self._case.id if self._case else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return what was changed, or None while nothing is."""
        if self._case is None or not self._form.is_changed:
            return None
        return {"case_number": self._case.case_number, **self._form.as_content()}

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the case and its citizen."""
        if self._case is None:
            return {}
        return {self._case.id: self._case.version, self._case.citizen.id: self._case.citizen.version}

    def title(self, draft: Draft) -> str:
        """Return "Stamdata, sag 2026-014"."""
        return _("Master data, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and type anew what was typed."""
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        if self._take(opened.case):
            self._form.take_content(draft.content)
            self._show(opened.case)

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what the draft says otherwise than what is saved now."""
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        form = form_of(opened.case)
        form.take_content(draft.content)
        return form_differences(form)

    # Opening and leaving ------------------------------------------------------------------------------------------

    def open(self, opened: OpenedCase, focus: str = "") -> bool:
        """Open the form of a case at a field; tell whether that succeeded. A case that is in it already stays."""
        if self._case is None or self._case != opened.case:
            if not self._take(opened.case):
                return False
            self.draft_id = None
            self._show(opened.case)
        if focus:
            self._view.go_to(focus)
        return True

    def discard(self) -> Callable[[], None] | None:
        """Let go of what was typed; return how to have it back, or None where nothing was."""
        form, case = self._form, self._case
        self._close()
        self._view.leave()
        if case is None or not form.is_changed:
            return None

        def bring_back() -> None:
            if self._take(case):
                self._form.take_content(form.as_content())
                self._show(case)

        return bring_back

    # Typing -------------------------------------------------------------------------------------------------------

    def type(self, key: str, text: str) -> None:
        """Take in what is typed in a field."""
        if self._case is None:
            return
        self._form.type(key, text)
        self._conflicts.pop(key, None)
        self._remark(self._case)

    def take_rows(self, part: CaseField, rows: Sequence[TypedRow]) -> Rows:
        """Take in the records of a part, and return them as they stand then.

        A period that is added ends the one that was open the day before, as far as nobody typed another end.
        """
        taken = self._with_ends(part, rows) if part in {CaseField.SUPPORT, CaseField.READINESS} else rows
        self._form.take_rows(part, taken)
        return tuple(taken)

    def show_cpr(self) -> None:
        """Show the whole number in its field; that is logged."""
        case = self._case
        if case is None or self._shows_cpr:
            return
        try:
            cpr = self._work.show_cpr(case.case_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        if cpr:
            self._shows_cpr = True
            self._form.texts_before = {**self._form.texts_before, CaseField.CPR: formatted(cpr)}
            self._view.show_text(CaseField.CPR, self._form.text(CaseField.CPR))

    # Saving -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save what was changed, or say at the fields what keeps it from being saved."""
        case = self._case
        if case is None:
            return
        read = self._read(case)
        self._view.show_problems(read.problems)
        if read.problems:
            return
        try:
            changes = self._work.change(case, read.edited, self._today(), self.draft_id)
        except ChangedMeanwhile:
            self._rebase(case)
        except CaseRefused as refused:
            self._view.show_problems({key_of(problem): problem_text(problem) for problem in refused.problems})
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            text = self._done_text(case, read.edited)
            self.draft_id = None
            self._close()
            self._view.leave()
            self._saved(changes, text)

    # --------------------------------------------------------------------------------------------------------------

    def _take(self, case: Case) -> bool:
        """Begin with nothing typed; a protected address is only shown once that is logged."""
        if case.citizen.protected_address:
            try:
                self._work.show_address(case.case_number)
            except ApplicationError as error:
                self._view.show_error(error_text(error))
                return False
        self._case, self._form, self._conflicts, self._shows_cpr = case, form_of(case), {}, False
        self._ends = {}
        return True

    def _close(self) -> None:
        self._case, self._form, self._conflicts, self._ends = None, CaseForm({}, {}), {}, {}

    def _with_ends(self, part: CaseField, rows: Sequence[TypedRow]) -> list[TypedRow]:
        """End the periods that were open when one was added, the day before that one begins.

        The end moves along while that day is still being typed, and goes with it.
        """
        before = {row.id: row for row in self._form.rows_before[part]}
        own = self._ends.get(part)
        free = [row for row in rows if _was_open(before.get(row.id)) and row.texts.get(Column.LAST, "") in {"", own}]
        today = self._today()
        added = [first for row in rows if row.id not in before and (first := _first(row, today))]
        self._ends[part] = short_date(min(added) - timedelta(days=1)) if added else ""
        return [
            _ending(row, self._ends[part] if added and _begins_before(row, min(added), today) else "")
            if row in free
            else row
            for row in rows
        ]

    def _show(self, case: Case) -> None:
        self._view.show_form(
            CaseFormShown(
                case_number=case.case_number,
                citizen=case.citizen.full_name,
                texts={key: self._form.text(key) for key in self._form.texts_before},
                rows={part: self._form.rows_of(part) for part in PARTS},
                recorded={fact: long_date(on) for fact in CorrectedFact if (on := fact_of(case, fact))},
                household=case.household.name if case.household else "",
                is_protected=case.citizen.protected_address,
                hides_cpr=case.citizen.cpr is not None and not self._shows_cpr,
            )
        )
        self._remark(case)

    def _read(self, case: Case) -> CaseRead:
        return read_case_form(self._form, case, self._today())

    def _remark(self, case: Case) -> None:
        self._view.show_remarks(
            {**self._proposal(case), **self._about_cpr(case), **self._about_names(), **self._conflicts}
        )

    def _about_names(self) -> dict[str, str]:
        found = {key: paper_remark(field_label(key), self._form.text(key), self._work.can_show) for key in NAMES}
        return {key: text for key, text in found.items() if text}

    def _about_cpr(self, case: Case) -> dict[str, str]:
        cpr = digits_of(self._form.texts.get(CaseField.CPR, ""))
        if cpr is None:
            return {}
        found = remarks_on(cpr, self._read(case).edited.citizen.birth_date)
        return {CaseField.CPR: cpr_remark_text(found[0])} if found else {}

    def _proposal(self, case: Case) -> dict[str, str]:
        if self._form.text(CaseField.TAKEOVER):
            return {}
        proposed_on = proposed_takeover(facts_of(self._read(case).edited), self._rulebook, self._today()).due_on
        return {CaseField.TAKEOVER: _("Proposed: {date}").format(date=long_date(proposed_on))} if proposed_on else {}

    def _rebase(self, case: Case) -> None:
        """Put what was typed over what somebody else has saved meanwhile, and say where both changed the same."""
        typed = self._form
        try:
            fresh = self._work.open(case.case_number, self._today(), again=True).case
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        if not self._take(fresh):
            return
        self._form.take_content(typed.as_content())
        before, now = typed.texts_before, self._form.texts_before
        self._conflicts = {
            key: _("Changed meanwhile to: {value}").format(value=shown_text(key, now[key]) or "–")
            for key in self._form.texts
            if before[key] != now[key] and key != CaseField.CPR
        }
        self._show(fresh)
        self._view.show_error(
            _(
                "Somebody else has saved changes to this case. What you typed stands over what is saved now. Look it"
                " through, and save again."
            )
        )

    def _done_text(self, read: Case, edited: Case) -> str:
        moved = len(moved_deadlines(read, edited, self._rulebook, self._today()))
        if not moved:
            return _("The changes are saved.")
        return _n(
            "The changes are saved. {n} deadline stands otherwise now.",
            "The changes are saved. {n} deadlines stand otherwise now.",
            moved,
        ).format(n=moved)


def _ending(row: TypedRow, ends: str) -> TypedRow:
    return row._replace(texts={**row.texts, Column.LAST: ends})


def _was_open(row: TypedRow | None) -> bool:
    return row is not None and not row.texts.get(Column.LAST)


def _begins_before(row: TypedRow, day: date, today: date) -> bool:
    first = _first(row, today)
    return first is not None and first < day


def _first(row: TypedRow, today: date) -> date | None:
    try:
        return read_date(row.texts.get(Column.FIRST, ""), today)
    except DateNotRead:
        return None
