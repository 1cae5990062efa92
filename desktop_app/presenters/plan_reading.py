"""Reads what was typed in the plan editor: the content it means, and what cannot be read, field by field."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.application.write_plan import PlanContent
from desktop_app.domain.plan import Activity, ActivityKind, Goal
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.plan_form import ActivityRow, GoalRow, PlanForm
from desktop_app.translation import _

HOURS_A_WEEK = 168
_HOURS = re.compile(r"[0-9]{1,3}(?:[,.][0-9]{1,2})?")


class FieldPlace(NamedTuple):
    """A field of the form: the id of its row, empty outside the rows, and the name of its field."""

    row: str
    field: str


class FieldProblem(NamedTuple):
    """What is wrong at a field."""

    place: FieldPlace
    text: str


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What a form means. In `content` a field that cannot be read is blank."""

    content: PlanContent
    problems: tuple[FieldProblem, ...]


def read_form(form: PlanForm, today: date) -> ReadForm:
    """Return what a form means; rows nobody typed in are left out."""
    reader = _Reader(today)
    filled = form.without_blanks()
    content = PlanContent(
        goals=tuple(reader.goal(row) for row in filled.goals),
        activities=tuple(reader.activity(row) for row in filled.activities),
        coordinating_department=form.department.strip() or None,
        responsible_caseworker=form.caseworker.strip() or None,
    )
    return ReadForm(content, tuple(reader.problems))


class _Reader:
    """Reads rows and remembers what it could not read."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.problems: list[FieldProblem] = []

    def goal(self, row: GoalRow) -> Goal:
        if not row.text.strip():
            self._problem(row.id, "text", _("Write what the goal is"))
        return Goal(
            id=row.id,
            kind=row.kind,
            text=row.text.strip(),
            target_on=self._date(row.id, "target", row.target),
            achieved_on=date.fromisoformat(row.achieved_on) if row.achieved_on else None,
        )

    def activity(self, row: ActivityRow) -> Activity:
        if row.kind is None:
            self._problem(row.id, "kind", _("Choose what the activity is"))
        return Activity(
            id=row.id,
            kind=row.kind or ActivityKind.OTHER,
            text=row.text.strip(),
            provider=row.provider.strip() or None,
            department=row.department.strip() or None,
            starts_on=self._date(row.id, "starts", row.starts),
            ends_on=self._date(row.id, "ends", row.ends),
            hours_per_week=self._hours(row),
        )

    def _date(self, row: str, field: str, text: str) -> date | None:
        try:
            return read_date(text, self._today)
        except DateNotRead as error:
            self._problem(row, field, date_error_text(error))
            return None

    def _hours(self, row: ActivityRow) -> float | None:
        text = row.hours.strip()
        if not text:
            return None
        if not _HOURS.fullmatch(text):
            self._problem(row.id, "hours", _("The hours must be a number, such as 15 or 7.5"))
            return None
        hours = float(text.replace(",", "."))
        if not 0 < hours <= HOURS_A_WEEK:
            most = HOURS_A_WEEK
            self._problem(row.id, "hours", _("The hours must lie between 0 and {most} a week").format(most=most))
            return None
        return hours

    def _problem(self, row: str, field: str, text: str) -> None:
        self.problems.append(FieldProblem(FieldPlace(row, field), text))
