"""Puts the goals of a plan in the order of the paper: each step stands with the goal it leads to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import MAIN_GOALS
from desktop_app.domain.plan_snapshot import PrintedGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedGoal:
    """A goal in the table. `towards` is the main goal it leads to, `step_of` the number of the one it is a step of."""

    number: int
    goal: PrintedGoal
    towards: PrintedGoal | None = None
    step_of: int | None = None


def main_goals(goals: Sequence[PrintedGoal]) -> list[PrintedGoal]:
    """Return the goals for employment and education in the order they were put: the first is what the plan is about.

    One that is a step towards another goal is none.
    """
    return [goal for goal, parent in zip(goals, _parents(goals), strict=True) if _is_main(goal, parent)]


def sub_goals(goals: Sequence[PrintedGoal]) -> list[NumberedGoal]:
    """Return all other goals with their numbers: steps towards the main goals first, then goals of their own.

    Steps follow the goal they lead to; otherwise the order they were put is kept.
    """
    parents = _parents(goals)
    numbers: dict[int, int] = {}
    found = []
    for root, place in _in_order(goals, parents):
        main = goals[root] if _is_main(goals[root], parents[root]) else None
        if place == root and main:
            continue
        numbers[place] = len(numbers) + 1
        parent = parents[place]
        step_of = None if parent is None else numbers.get(parent)
        found.append(NumberedGoal(number=numbers[place], goal=goals[place], towards=main, step_of=step_of))
    return found


def _is_main(goal: PrintedGoal, parent: int | None) -> bool:
    return goal.kind in MAIN_GOALS and parent is None


def _parents(goals: Sequence[PrintedGoal]) -> list[int | None]:
    """Return for each goal where the one it leads to stands, None for what leads nowhere or back to itself."""
    parents = [
        goal.part_of - 1 if goal.part_of is not None and 1 <= goal.part_of <= len(goals) else None for goal in goals
    ]
    for place in range(len(goals)):
        passed: set[int] = set()
        at: int | None = place
        while at is not None and at not in passed:
            passed.add(at)
            at = parents[at]
        if at is not None:
            parents[at] = None
    return parents


def _in_order(goals: Sequence[PrintedGoal], parents: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Yield each goal's place after that of the goal all its steps lead to."""
    steps: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        steps.setdefault(parent, []).append(place)
    roots = sorted(steps.get(None, ()), key=lambda root: not _is_main(goals[root], None))
    for root in roots:
        waiting = [root]
        while waiting:
            place = waiting.pop()
            yield root, place
            waiting += reversed(steps.get(place, ()))
