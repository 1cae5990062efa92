"""One version of a plan while it is open in the editor: as it is saved, as it is typed, and every step between."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.plan_versions import can_be_written
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.edit_history import EditHistory
from desktop_app.presenters.meanwhile import rows_typed_over, typed_over
from desktop_app.presenters.plan_differences import plan_differences
from desktop_app.presenters.plan_form import PlanForm, form_of, with_room
from desktop_app.presenters.plan_reading import ReadForm, read_form
from desktop_app.presenters.plan_rows_typed import ActivityRow, CommitmentRow, GoalRow

Row = TypeVar("Row", GoalRow, ActivityRow, CommitmentRow)


class PlanSession:
    """Case and version as they were read, and the form over them."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.plan = plan
        self._saved = form_of(plan, case)
        self.history = EditHistory(self._saved if self.is_locked else with_room(self._saved))

    @property
    def state(self) -> PlanState:
        """Where the version stands."""
        return state_of(self.plan, self.case.plans)

    @property
    def is_locked(self) -> bool:
        """Whether the form is only read."""
        return not can_be_written(self.plan, self.case.plans)

    @property
    def form(self) -> PlanForm:
        """Every field as it is typed."""
        return self.history.state

    @property
    def saved(self) -> PlanForm:
        """Every field as it is saved."""
        return self._saved

    @property
    def is_edited(self) -> bool:
        """Whether the form says anything else than what is saved."""
        return not self.is_locked and self.form.without_blanks() != self._saved

    def take(self, case: Case, plan: Plan) -> None:
        """Go on from what was saved: the form says it as it is saved, with the rows nobody typed in still there."""
        self.case, self.plan = case, plan
        self._saved = form_of(plan, case)
        self.history.replace(
            replace(
                self._saved,
                goals=_in_place(self.form.goals, self._saved.goals),
                activities=_in_place(self.form.activities, self._saved.activities),
                commitments=_in_place(self.form.commitments, self._saved.commitments),
            )
        )

    def rebase(self, case: Case, plan: Plan) -> list[Difference]:
        """Go on from what somebody else saved, with what was typed over it; return what they changed."""
        was, self.case, self.plan = self._saved, case, plan
        self._saved = now = form_of(plan, case)
        self.history = EditHistory(with_room(_over(was, self.form, now)))
        return plan_differences(was, now)

    def put_back(self, typed: PlanForm, opened_as: PlanForm | None) -> list[Difference]:
        """Put back as one step what was typed in the form when it said `opened_as`; return what was saved since.

        What somebody else has saved since stands where nothing was typed. Where it is not known what the form said,
        it says all of `typed`.
        """
        if opened_as is None:
            self.history.step(with_room(typed))
            return []
        self.history.step(with_room(_over(opened_as, typed, self._saved)))
        return plan_differences(opened_as, self._saved)

    def read(self, today: date) -> ReadForm:
        """Return what the form means."""
        return read_form(self.form, today)

    def as_typed(self, today: date) -> tuple[Plan, Case]:
        """Return version and case as they would be saved; a field that cannot be read is blank."""
        if self.is_locked:
            return self.plan, self.case
        content = self.read(today).content
        plan = replace(
            self.plan,
            assessment=content.assessment,
            education_order=content.education_order,
            goals=tuple(content.goals),
            activities=tuple(content.activities),
            commitments=tuple(content.commitments),
        )
        case = replace(
            self.case,
            coordinating_department=content.coordinating_department,
            responsible_caseworker=content.responsible_caseworker,
        )
        return plan, case

    def versions(self) -> Mapping[str, int]:
        """Return the versions of the records the form was opened from, by id."""
        found = {self.case.id: self.case.version, self.plan.id: self.plan.version}
        for records in (self.plan.goals, self.plan.activities, self.plan.commitments):
            found |= {record.id: record.version for record in records}
        return found


def _over(was: PlanForm, typed: PlanForm, now: PlanForm) -> PlanForm:
    """Return what is saved `now` with what was typed in the form that said `was`."""
    return replace(
        typed_over(was, typed.without_blanks(), now),
        assessment=typed_over(was.assessment, typed.assessment, now.assessment),
        goals=rows_typed_over(was.goals, typed.goals, now.goals, typed_over),
        activities=rows_typed_over(was.activities, typed.activities, now.activities, typed_over),
        commitments=rows_typed_over(was.commitments, typed.commitments, now.commitments, typed_over),
        order=typed_over(was.order, typed.order, now.order),
    )


def _in_place(typed: tuple[Row, ...], saved: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows as they are saved, in the places they were typed in, with those nobody typed in."""
    by_id = {row.id: row for row in saved}
    return tuple(by_id.get(row.id, row) for row in typed)
