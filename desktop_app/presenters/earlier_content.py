"""Hent fra tidligere version: what earlier versions of a plan say and the one being written does not."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, state_of
from desktop_app.presenters.plan_differences import activity_words, commitment_words, goal_words
from desktop_app.presenters.plan_form import PlanForm, form_of, with_room
from desktop_app.presenters.plan_rows_typed import (
    ActivityRow,
    CommitmentRow,
    GoalRow,
    goals_at_top,
    new_row_id,
    sub_goals_of,
)
from desktop_app.presenters.plan_state_texts import state_in_sentence
from desktop_app.translation import _

Row = TypeVar("Row", GoalRow, ActivityRow, CommitmentRow)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What one earlier version has to offer. Of `goals` a sub-goal after its goal comes with it.

    One whose goal is in the form already is offered alone, as a part of that goal.
    """

    title: str
    goals: tuple[GoalRow, ...]
    activities: tuple[ActivityRow, ...]
    commitments: tuple[CommitmentRow, ...] = ()

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The id of each thing that can be taken in, and what it says."""
        here = {goal.id for goal in self.goals}
        alone = [goal for goal in self.goals if goal.part_of not in here]
        goals = [(goal.id, self._goal_text(goal)) for goal in alone]
        activities = [(one.id, _("Activity: {words}").format(words=activity_words(one))) for one in self.activities]
        does = [(one.id, _("Who does what: {words}").format(words=commitment_words(one))) for one in self.commitments]
        return (*goals, *activities, *does)

    def _goal_text(self, goal: GoalRow) -> str:
        if goal.part_of:
            return goal_words(goal)
        text = _("Goal: {words}").format(words=goal_words(goal))
        return "; ".join([text, *(goal_words(one) for one in sub_goals_of(self.goals, goal))])


def earlier_content(form: PlanForm, plan: Plan, case: Case) -> tuple[EarlierVersion, ...]:
    """Return what earlier versions say and the form does not, the newest version first, each thing only once."""
    goals = _SeenGoals(form)
    activities, commitments = set(map(_said, form.activities)), set(map(_said, form.commitments))
    found = []
    for earlier in sorted(case.plans, key=_number, reverse=True):
        if earlier.number >= plan.number:
            continue
        content = form_of(earlier, case)
        state = state_in_sentence(state_of(earlier, case.plans))
        version = EarlierVersion(
            _("Version {n}, {state}").format(n=earlier.number, state=state),
            tuple(goals.new_in(content)),
            tuple(_new(content.activities, activities)),
            tuple(_new(content.commitments, commitments)),
        )
        if version.choices:
            found.append(version)
    return tuple(found)


def with_earlier(form: PlanForm, offered: Sequence[EarlierVersion], chosen: Collection[str]) -> PlanForm:
    """Return the form with what is chosen after what is in it already, as new rows; sub-goals come with their goal.

    Whether a goal was reached is of the version it was agreed in, and is not taken along.
    """
    filled = form.without_blanks()
    goals = [goal for version in offered for goal in version.goals if {goal.id, goal.part_of} & set(chosen)]
    new_ids = {goal.id: new_row_id() for goal in goals}
    return with_room(
        replace(
            filled,
            goals=(
                *filled.goals,
                *(
                    replace(
                        goal,
                        id=new_ids[goal.id],
                        part_of=new_ids.get(goal.part_of, goal.part_of) if goal.part_of else None,
                        achieved_on=None,
                    )
                    for goal in goals
                ),
            ),
            activities=(*filled.activities, *_chosen(offered, _activities_of, chosen)),
            commitments=(*filled.commitments, *_chosen(offered, _commitments_of, chosen)),
        )
    )


class _SeenGoals:
    """The goals that were seen already: those of the form with their sub-goals, and those offered so far."""

    def __init__(self, form: PlanForm) -> None:
        self._form = form
        self._in_form = {_said(goal): goal for goal in goals_at_top(form.goals)}
        self._offered = set[GoalRow]()

    def new_in(self, content: PlanForm) -> Iterator[GoalRow]:
        """Yield the goals that are new with their sub-goals, and the new sub-goals of those in the form."""
        for goal in goals_at_top(content.goals):
            steps = sub_goals_of(content.goals, goal)
            there = self._in_form.get(_said(goal))
            if there:
                seen = set(map(_said, sub_goals_of(self._form.goals, there))) | self._offered
                new = [replace(step, part_of=there.id) for step in _new(steps, seen)]
                self._offered |= set(map(_said, new))
                yield from new
            elif not goal.is_blank and _said(goal) not in self._offered:
                self._offered.add(_said(goal))
                yield goal
                yield from steps


def _chosen(
    offered: Sequence[EarlierVersion], rows_of: Callable[[EarlierVersion], Sequence[Row]], chosen: Collection[str]
) -> Iterator[Row]:
    return (replace(row, id=new_row_id()) for version in offered for row in rows_of(version) if row.id in chosen)


def _activities_of(version: EarlierVersion) -> tuple[ActivityRow, ...]:
    return version.activities


def _commitments_of(version: EarlierVersion) -> tuple[CommitmentRow, ...]:
    return version.commitments


def _new(rows: Sequence[Row], seen: set[Row]) -> Iterator[Row]:
    """Yield the rows that say what was not seen yet, and take note of them."""
    for row in rows:
        if not row.is_blank and _said(row) not in seen:
            seen.add(_said(row))
            yield row


def _said(row: Row) -> Row:
    """Return a row without what makes it one record: two that say the same are equal."""
    typed = {field.name: getattr(row, field.name) for field in fields(row)}
    said: dict[str, Any] = {name: text.strip() for name, text in typed.items() if type(text) is str}
    said["id"] = ""
    if isinstance(row, GoalRow):
        said |= {"part_of": None, "achieved_on": None}
    return replace(row, **said)


def _number(plan: Plan) -> int:
    return plan.number
