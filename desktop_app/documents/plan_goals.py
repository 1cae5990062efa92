"""The section on goals: the employment or education goal in large type, the others as numbered sub-goals.

The main goals belong to the contract (§ 19, stk. 4), and so do the steps towards them. Of the other goals, Danish does
too: it is agreed with the provider of the Danish education the Act offers. The rest is what the plan adds around the
contract. Goals with measures or steps have a table that tells them, and say of the main goals which part they are of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.danish_words import MISSING, area_of_goal, goal_kind, long_date, table_date
from desktop_app.documents.goal_order import NumberedGoal, main_goals, sub_goals
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
    SMALL,
    SUBHEADING,
    TEXT_WIDTH,
    Style,
    Weight,
)
from desktop_app.documents.tables import LINES_TOGETHER, Column, TableRow, set_columns
from desktop_app.documents.text_strips import KEPT_WHOLE, subheading
from desktop_app.documents.typesetting import Piece, set_text
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
_DEL_COLUMN = 161 * MM
_DETAILED_COLUMNS = (
    Column("Nr.", 11 * MM),
    Column("Det vil vi nå", 62 * MM),
    Column("Sådan måler vi det", 64 * MM),
    Column("Senest", 24 * MM),
    Column("Del", 9 * MM),
)


def goals_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nothing is agreed yet."""
    return Section(title="Mål", fill=_Goals(snapshot.goals), needs=40 * MM) if snapshot.goals else None


@dataclass(frozen=True, slots=True)
class _Goals:
    goals: Sequence[PrintedGoal]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        unruled = Continuation(section=name, is_ruled=False)
        strips = list(self._main(section, unruled))
        numbered = sub_goals(self.goals)
        if numbered:
            strips.append(replace(subheading(section, "Delmål"), continuation=unruled))
            if self._is_detailed:
                strips += set_columns(section, name, _DETAILED_COLUMNS, list(_detailed_rows(numbered)))
            else:
                strips += set_columns(section, name, _COLUMNS, [_row(one) for one in numbered])
        return strips

    @property
    def _is_detailed(self) -> bool:
        return any(goal.measure is not None or goal.part_of is not None for goal in self.goals)

    def _main(self, section: Element, continuation: Continuation) -> Iterator[Strip]:
        for number, goal in enumerate(main_goals(self.goals)):
            contents = [
                Said(goal_kind(goal.kind), LABEL),
                Said(goal.text.strip(), _style(goal) if number == 0 else BODY),
            ]
            if when := _when(goal):
                contents.append(Said(when, BODY))
            if measure := (goal.measure or "").strip():
                contents.append(Said([Piece("Sådan måler vi det: ", Weight.BOLD), Piece(measure)], BODY))
            parts = [content.set(TEXT_WIDTH - _INDENT, section) for content in contents]
            mark = PlanPartMark("K", in_contract=True).set(0, section) if self._is_detailed else None
            lines = [line for part in parts for line in part.split()]
            is_short = len(lines) <= KEPT_WHOLE
            for place, line in enumerate(lines):
                air = 4.0 if place == len(lines) - 1 else 0.0
                is_near_edge = is_short or place < LINES_TOGETHER - 1 or place >= len(lines) - LINES_TOGETHER
                drawing = Arrangement()
                drawing.put(_Bar(line.height + air))
                drawing.put(line, _INDENT)
                if mark and place == 0:
                    drawing.put(mark, _DEL_COLUMN)
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


def _row(one: NumberedGoal) -> TableRow:
    goal = one.goal
    area = [Said(goal_kind(goal.kind), CELL)]
    return TableRow([[Ring(one.number)], [Said(goal.text.strip() or MISSING, CELL)], area, _due(goal), [_mark(one)]])


def _detailed_rows(numbered: Sequence[NumberedGoal]) -> Iterator[TableRow]:
    """Yield the rows, under a line of its own what leads to each main goal where anything does."""
    told: list[PrintedGoal | None] = []
    for one in numbered:
        is_new = not told or told[-1] is not one.towards
        if is_new and (one.towards or told):
            words = _towards(one.towards) if one.towards else [Piece("Andre mål", Weight.BOLD)]
            yield TableRow([[], [Said(words, CELL, most=1)]], is_spanning=True, keeps_next=True)
        told.append(one.towards)
        yield _detailed_row(one)


def _towards(goal: PrintedGoal) -> Sequence[Piece]:
    return [Piece(f"På vej mod {goal_kind(goal.kind).lower()}et", Weight.BOLD), Piece(f" – {goal.text.strip()}")]


def _detailed_row(one: NumberedGoal) -> TableRow:
    goal = one.goal
    step = f" · på vej mod nr. {one.step_of}" if one.step_of else ""
    text = [Said(goal.text.strip() or MISSING, CELL), Said(f"{area_of_goal(goal.kind)}{step}", SMALL)]
    measure = [Said((goal.measure or "").strip() or MISSING, CELL)]
    return TableRow([[Ring(one.number)], text, measure, _due(goal), [_mark(one)]])


def _due(goal: PrintedGoal) -> list[Said]:
    due = [Said(table_date(goal.target_on) if goal.target_on else MISSING, CELL)]
    if goal.achieved_on:
        due.append(Said(f"nået {table_date(goal.achieved_on)}", CELL))
    return due


def _mark(one: NumberedGoal) -> PlanPartMark:
    in_contract = one.towards is not None or one.goal.kind in _IN_CONTRACT
    return PlanPartMark("K" if in_contract else "P", in_contract)
