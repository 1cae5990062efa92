"""Reads what was typed in the plan editor: the content it means, and what cannot be read, field by field."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.application.write_plan import PlanContent
from desktop_app.domain.plan import Activity, ActivityKind, Assessment, Commitment, EducationOrder, Goal
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.plan_form import AssessmentForm, OrderForm, PlanForm
from desktop_app.presenters.plan_rows_typed import ActivityRow, CommitmentRow, GoalRow
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _

HOURS_A_WEEK = 168
LONGEST_TEXT = 4_000
"""Letters in a field of several lines: well over a page of the paper."""

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
    filled = form.without_blanks()
    reader = _Reader(today, frozenset(goal.id for goal in filled.goals))
    content = PlanContent(
        assessment=reader.assessment(form.assessment),
        goals=tuple(reader.goal(row) for row in filled.goals),
        activities=tuple(reader.activity(row) for row in filled.activities),
        commitments=tuple(reader.commitment(row) for row in filled.commitments),
        education_order=reader.order(form.order),
        coordinating_department=reader.line("", "department", form.department),
        responsible_caseworker=reader.line("", "caseworker", form.caseworker),
    )
    return ReadForm(content, tuple(reader.problems))


class _Reader:
    """Reads rows and remembers what it could not read."""

    def __init__(self, today: date, goals: frozenset[str]) -> None:
        self._today = today
        self._goals = goals
        self.problems: list[FieldProblem] = []

    def assessment(self, form: AssessmentForm) -> Assessment:
        return Assessment(
            education=self._text("", "education", form.education) or None,
            work=self._text("", "work", form.work) or None,
            family=self._text("", "family", form.family) or None,
            health=self._text("", "health", form.health) or None,
            health_consent_on=self._date("", "health_consent", form.health_consent, looks_back=True),
            network=self._text("", "network", form.network) or None,
            housing=self._text("", "housing", form.housing) or None,
            asylum_phase=self._text("", "asylum_phase", form.asylum_phase) or None,
        )

    def goal(self, row: GoalRow) -> Goal:
        return Goal(
            id=row.id,
            kind=row.kind,
            text=self._text(row.id, "text", row.text, nothing=_("Write what the goal is")),
            measure=self._text(row.id, "measure", row.measure) or None,
            part_of=row.part_of if row.part_of in self._goals else None,
            target_on=self._date(row.id, "target", row.target),
            achieved_on=date.fromisoformat(row.achieved_on) if row.achieved_on else None,
        )

    def activity(self, row: ActivityRow) -> Activity:
        if row.kind is None:
            self._problem(row.id, "kind", _("Choose what the activity is"))
        return Activity(
            id=row.id,
            kind=row.kind or ActivityKind.OTHER,
            text=self.line(row.id, "text", row.text) or "",
            provider=self.line(row.id, "provider", row.provider),
            department=self.line(row.id, "department", row.department),
            responsible=self.line(row.id, "responsible", row.responsible),
            starts_on=self._date(row.id, "starts", row.starts),
            ends_on=self._date(row.id, "ends", row.ends),
            hours_per_week=self._hours(row),
        )

    def commitment(self, row: CommitmentRow) -> Commitment:
        return Commitment(
            id=row.id,
            party=row.party,
            text=self._text(row.id, "text", row.text, nothing=_("Write what is to be done")),
            who=self.line(row.id, "who", row.who),
            due_on=self._date(row.id, "due", row.due),
        )

    def order(self, form: OrderForm) -> EducationOrder | None:
        if form.is_blank:
            return None
        if not form.order_given.strip():
            self._problem("", "order_given", _("Type the date the order was given"))
        given = self._date("", "order_given", form.order_given, looks_back=True)
        text = self._text("", "order_text", form.order_text, nothing=_("Write what the citizen has to do"))
        return EducationOrder(given_on=given, text=text) if given else None

    def line(self, row: str, field: str, text: str) -> str | None:
        """Return what is written in a field of one line."""
        if problem := text_problem(text):
            self._problem(row, field, problem)
            return None
        return text.strip() or None

    def _text(self, row: str, field: str, text: str, *, nothing: str = "") -> str:
        if problem := text_problem(text, nothing):
            self._problem(row, field, problem)
            return ""
        written = text.strip()
        if len(written) > LONGEST_TEXT:
            problem = _("The text can be {most} letters long at most. It is {count} now.")
            self._problem(row, field, problem.format(most=LONGEST_TEXT, count=len(written)))
        return written

    def _date(self, row: str, field: str, text: str, *, looks_back: bool = False) -> date | None:
        try:
            return read_date(text, self._today, looks_back=looks_back)
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
