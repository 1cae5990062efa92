"""In what the typed form of a plan differs from the saved one, field by field, in words."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.field_words import activity_kind_text, goal_kind_text
from desktop_app.presenters.plan_form import ActivityRow, GoalRow, PlanForm
from desktop_app.translation import _

Row = TypeVar("Row", GoalRow, ActivityRow)


def plan_differences(saved: PlanForm, typed: PlanForm) -> list[Difference]:
    """Return what `typed` says otherwise; rows nobody typed in are no difference."""
    saved, typed = saved.without_blanks(), typed.without_blanks()
    return [
        *_in_rows(_("Goal"), saved.goals, typed.goals, goal_words),
        *_in_rows(_("Activity"), saved.activities, typed.activities, activity_words),
        *_field(_("Coordinating department"), saved.department, typed.department),
        *_field(_("Caseworker"), saved.caseworker, typed.caseworker),
    ]


def goal_words(row: GoalRow) -> str:
    """Return a goal in one line."""
    target = row.target.strip()
    due = _("by {date}").format(date=target) if target else ""
    return f"{goal_kind_text(row.kind)}: {_listed(row.text, due)}"


def activity_words(row: ActivityRow) -> str:
    """Return an activity in one line."""
    starts, ends, hours = row.starts.strip(), row.ends.strip(), row.hours.strip()
    period = f"{starts} – {ends}" if starts or ends else ""
    weekly = _("{hours} hours a week").format(hours=hours) if hours else ""
    kind = activity_kind_text(row.kind) if row.kind else _("Activity")
    return f"{kind}: {_listed(row.text, row.provider, row.department, period, weekly)}"


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


def _listed(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if text.strip())
