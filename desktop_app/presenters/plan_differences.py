"""In what the typed form of a plan differs from the saved one, field by field, in words."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.field_words import activity_kind_text, goal_kind_text, party_text
from desktop_app.presenters.plan_field_names import assessment_names
from desktop_app.presenters.plan_form import OrderForm, PlanForm
from desktop_app.presenters.plan_rows_typed import ActivityRow, CommitmentRow, GoalRow
from desktop_app.translation import _

Row = TypeVar("Row", GoalRow, ActivityRow, CommitmentRow)


def plan_differences(saved: PlanForm, typed: PlanForm) -> list[Difference]:
    """Return what `typed` says otherwise; rows nobody typed in are no difference."""
    saved, typed = saved.without_blanks(), typed.without_blanks()
    return [
        *_in_assessment(saved, typed),
        *_in_rows(_("Goal"), saved.goals, typed.goals, goal_words),
        *_in_rows(_("Activity"), saved.activities, typed.activities, activity_words),
        *_in_rows(_("Who does what"), saved.commitments, typed.commitments, commitment_words),
        *_field(_("Education order"), _order_words(saved.order), _order_words(typed.order)),
        *_field(_("Coordinating department"), saved.department, typed.department),
        *_field(_("Caseworker"), saved.caseworker, typed.caseworker),
    ]


def goal_words(row: GoalRow) -> str:
    """Return a goal in one line."""
    kind = _("Sub-goal") if row.part_of else goal_kind_text(row.kind)
    return f"{kind}: {_listed(row.text, row.measure, _due(row.target))}"


def activity_words(row: ActivityRow) -> str:
    """Return an activity in one line."""
    starts, ends, hours = row.starts.strip(), row.ends.strip(), row.hours.strip()
    period = f"{starts} – {ends}" if starts or ends else ""
    weekly = _("{hours} hours a week").format(hours=hours) if hours else ""
    kind = activity_kind_text(row.kind) if row.kind else _("Activity")
    return f"{kind}: {_listed(row.text, row.provider, row.department, row.responsible, period, weekly)}"


def commitment_words(row: CommitmentRow) -> str:
    """Return what somebody does in one line."""
    who = row.who.strip() or party_text(row.party)
    return f"{who}: {_listed(row.text, _due(row.due))}"


def _in_assessment(saved: PlanForm, typed: PlanForm) -> Iterator[Difference]:
    for field, name in assessment_names().items():
        yield from _field(name, getattr(saved.assessment, field), getattr(typed.assessment, field))


def _in_rows(
    name: str, saved: Sequence[Row], typed: Sequence[Row], words: Callable[[Row], str]
) -> Iterator[Difference]:
    was, now = {row.id: row for row in saved}, {row.id: row for row in typed}
    for row in typed:
        yield from _field(name, words(was[row.id]) if row.id in was else "", words(row))
    for row in saved:
        if row.id not in now:
            yield Difference(name, words(row), _("taken away"))
    before = [row for row in saved if row.id in now]
    after = [row for row in typed if row.id in was]
    if [row.id for row in before] != [row.id for row in after]:
        order = _("{name}: the order").format(name=name)
        yield Difference(order, "; ".join(map(words, before)), "; ".join(map(words, after)))


def _field(name: str, was: str, now: str) -> Iterator[Difference]:
    if was.strip() != now.strip():
        yield Difference(name, was.strip(), now.strip())


def _order_words(order: OrderForm) -> str:
    return _listed(order.order_given, order.order_text)


def _due(date: str) -> str:
    return _("by {date}").format(date=date.strip()) if date.strip() else ""


def _listed(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if text.strip())
