"""Hent fra tidligere version: what earlier versions of a plan say and the one being written does not."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, state_of
from desktop_app.presenters.plan_differences import activity_words, goal_words
from desktop_app.presenters.plan_form import ActivityRow, GoalRow, PlanForm, form_of, new_row_id, with_room
from desktop_app.presenters.plan_state_texts import state_in_sentence
from desktop_app.translation import _

Row = TypeVar("Row", GoalRow, ActivityRow)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What one earlier version has to offer."""

    title: str
    goals: tuple[GoalRow, ...]
    activities: tuple[ActivityRow, ...]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The id of each goal and activity, and what it says."""
        goals = [(goal.id, _("Goal: {words}").format(words=goal_words(goal))) for goal in self.goals]
        activities = [(one.id, _("Activity: {words}").format(words=activity_words(one))) for one in self.activities]
        return (*goals, *activities)


def earlier_content(form: PlanForm, plan: Plan, case: Case) -> tuple[EarlierVersion, ...]:
    """Return what earlier versions say and the form does not, the newest version first, each thing only once."""
    seen_goals, seen_activities = {_said(row) for row in form.goals}, {_said(row) for row in form.activities}
    found = []
    for earlier in sorted(case.plans, key=_number, reverse=True):
        if earlier.number >= plan.number:
            continue
        content = form_of(earlier, case)
        goals = tuple(_new(content.goals, seen_goals))
        activities = tuple(_new(content.activities, seen_activities))
        if goals or activities:
            state = state_in_sentence(state_of(earlier, case.plans))
            title = _("Version {n}, {state}").format(n=earlier.number, state=state)
            found.append(EarlierVersion(title, goals, activities))
    return tuple(found)


def with_earlier(form: PlanForm, offered: Sequence[EarlierVersion], chosen: Collection[str]) -> PlanForm:
    """Return the form with the chosen goals and activities after what is in it already, as new ones.

    Whether a goal was reached is of the version it was agreed in, and is not taken along.
    """
    goals = [replace(row, id=new_row_id(), achieved_on=None) for row in _chosen(_goals(offered), chosen)]
    activities = [replace(row, id=new_row_id()) for row in _chosen(_activities(offered), chosen)]
    filled = form.without_blanks()
    return with_room(replace(filled, goals=(*filled.goals, *goals), activities=(*filled.activities, *activities)))


def _goals(offered: Sequence[EarlierVersion]) -> Iterator[GoalRow]:
    for version in offered:
        yield from version.goals


def _activities(offered: Sequence[EarlierVersion]) -> Iterator[ActivityRow]:
    for version in offered:
        yield from version.activities


def _chosen(rows: Iterator[Row], chosen: Collection[str]) -> Iterator[Row]:
    return (row for row in rows if row.id in chosen)


def _new(rows: Sequence[Row], seen: set[Row]) -> Iterator[Row]:
    """Yield the rows that say what was not seen yet, and take note of them."""
    for row in rows:
        if not row.is_blank and _said(row) not in seen:
            seen.add(_said(row))
            yield row


def _said(row: Row) -> Row:
    """Return a row without what makes it one record: two that say the same are equal."""
    if isinstance(row, GoalRow):
        return replace(row, id="", achieved_on=None, text=row.text.strip(), target=row.target.strip())
    return replace(
        row,
        id="",
        text=row.text.strip(),
        provider=row.provider.strip(),
        department=row.department.strip(),
        starts=row.starts.strip(),
        ends=row.ends.strip(),
        hours=row.hours.strip(),
    )


def _number(plan: Plan) -> int:
    return plan.number
