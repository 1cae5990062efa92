"""The section on goals: the employment or education goal in large type, the others as numbered sub-goals.

The main goals belong to the contract (§ 19, stk. 4). Of the sub-goals, Danish does too: it is agreed with the provider
of the Danish education the Act offers. The rest is what the plan adds around the contract.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.danish_words import MISSING, goal_kind, long_date, table_date
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.parts import Arrangement, PlanPartMark, Ring, Said
from desktop_app.documents.pen import Pen
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import (
    BODY,
    CELL,
    LABEL,
    MAIN_GOAL,
    MM,
    SUBHEADING,
    TEXT_WIDTH,
    Style,
)
from desktop_app.documents.tables import LINES_TOGETHER, Column, TableRow, set_columns
from desktop_app.documents.text_strips import KEPT_WHOLE, subheading
from desktop_app.documents.typesetting import set_text
from desktop_app.domain.plan import MAIN_GOALS, GoalKind
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedGoal

_IN_CONTRACT = MAIN_GOALS | {GoalKind.DANISH}
_INDENT = 5 * MM
_BAR = 3.0
_SEAM = 0.5
_COLUMNS = (
    Column("Nr.", 11 * MM),
    Column("Det vil vi nå", 92 * MM),
    Column("Område", 34 * MM),
    Column("Senest", 24 * MM),
    Column("Del", 9 * MM),
)


def main_goals(goals: Sequence[PrintedGoal]) -> list[PrintedGoal]:
    """Return the goals for employment and education in the order they were put: the first is what the plan is about."""
    return [goal for goal in goals if goal.kind in MAIN_GOALS]


def sub_goals(goals: Sequence[PrintedGoal]) -> list[tuple[int, PrintedGoal]]:
    """Return all other goals with their numbers."""
    return list(enumerate((goal for goal in goals if goal.kind not in MAIN_GOALS), start=1))


def goals_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nothing is agreed yet."""
    return Section(title="Mål", fill=_Goals(snapshot.goals), needs=40 * MM) if snapshot.goals else None


@dataclass(frozen=True, slots=True)
class _Goals:
    goals: Sequence[PrintedGoal]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        strips = list(self._main(section, Continuation(section=name, is_ruled=False)))
        numbered = sub_goals(self.goals)
        if numbered:
            strips.append(
                replace(subheading(section, "Delmål"), continuation=Continuation(section=name, is_ruled=False))
            )
            strips += set_columns(section, name, _COLUMNS, [_row(number, goal) for number, goal in numbered])
        return strips

    def _main(self, section: Element, continuation: Continuation) -> Iterator[Strip]:
        for number, goal in enumerate(main_goals(self.goals)):
            contents = [
                Said(goal_kind(goal.kind), LABEL),
                Said(goal.text.strip(), _style(goal) if number == 0 else BODY),
            ]
            if when := _when(goal):
                contents.append(Said(when, BODY))
            parts = [content.set(TEXT_WIDTH - _INDENT, section) for content in contents]
            lines = [line for part in parts for line in part.split()]
            is_short = len(lines) <= KEPT_WHOLE
            for place, line in enumerate(lines):
                air = 4.0 if place == len(lines) - 1 else 0.0
                is_near_edge = is_short or place < LINES_TOGETHER - 1 or place >= len(lines) - LINES_TOGETHER
                drawing = Arrangement()
                drawing.put(_Bar(line.height + air))
                drawing.put(line, _INDENT)
                yield Strip(
                    height=line.height + air,
                    draw=drawing,
                    keeps_next=is_near_edge and place < len(lines) - 1,
                    continuation=continuation,
                )


@dataclass(frozen=True, slots=True)
class _Bar:
    """A piece of the heavy rule beside the main goals; it overlaps the next piece so that no seam shows."""

    height: float
    ascent: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            pen.rule(x + _BAR / 2, top, x + _BAR / 2, top - self.height - _SEAM, _BAR)

    def split(self) -> "Sequence[_Bar]":
        return [self]


def _style(goal: PrintedGoal) -> Style:
    """A goal told at length is set in smaller type, so that it does not fill the page."""
    return MAIN_GOAL if len(set_text(goal.text, MAIN_GOAL, TEXT_WIDTH - _INDENT)) <= KEPT_WHOLE else SUBHEADING


def _when(goal: PrintedGoal) -> str:
    due = f"Senest den {long_date(goal.target_on)}." if goal.target_on else ""
    achieved = f"Nået den {long_date(goal.achieved_on)}." if goal.achieved_on else ""
    return f"{due} {achieved}".strip()


def _row(number: int, goal: PrintedGoal) -> TableRow:
    due = [Said(table_date(goal.target_on) if goal.target_on else MISSING, CELL)]
    if goal.achieved_on:
        due.append(Said(f"nået {table_date(goal.achieved_on)}", CELL))
    in_contract = goal.kind in _IN_CONTRACT
    mark = PlanPartMark("K" if in_contract else "P", in_contract)
    text = Said(goal.text.strip() or MISSING, CELL)
    return TableRow([[Ring(number)], [text], [Said(goal_kind(goal.kind), CELL)], due, [mark]])
