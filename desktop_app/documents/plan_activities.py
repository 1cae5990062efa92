"""The section on activities: first the offers under the Act (contract part), then the other agreements (plan part)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.documents.danish_words import MISSING, activity_kind, enumerated, hours, long_date, table_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Content, PlanPartMark, Said
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import CELL, CELL_STRONG, MM, SMALL, Weight
from desktop_app.documents.tables import Column, TableRow, set_columns
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedActivity
from desktop_app.domain.weekly_hours import WeeklyHours, most_weekly_hours

_COLUMNS = (
    Column("Nr.", 11 * MM),
    Column("Aktivitet", 52 * MM),
    Column("Udbyder", 34 * MM),
    Column("Periode", 25 * MM),
    Column("Omfang", 19 * MM),
    Column("Ansvarlig", 29 * MM),
)
_GROUPS = (
    (True, "K", "Kontraktdel", "tilbud efter integrationsloven"),
    (False, "P", "Plandel", "andre aftaler, der hjælper dig og din familie på vej"),
)


def activities_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nothing is agreed yet."""
    if not snapshot.activities:
        return None
    return Section(title="Aktiviteter", fill=_Activities(snapshot.activities), needs=50 * MM)


@dataclass(frozen=True, slots=True)
class _Activities:
    activities: Sequence[PrintedActivity]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_columns(section, name, _COLUMNS, list(self._rows()))

    def _rows(self) -> Iterator[TableRow]:
        for in_contract, letter, title, explanation in _GROUPS:
            group = [activity for activity in self.activities if activity.in_contract == in_contract]
            if not group:
                continue
            words = Said([Piece(title, Weight.BOLD), Piece(f" – {explanation}")], CELL)
            yield TableRow([[PlanPartMark(letter, in_contract)], [words]], is_spanning=True, keeps_next=True)
            most = most_weekly_hours(group) if in_contract else None
            for number, activity in enumerate(group, start=1):
                cells = [[PlanPartMark(f"{letter}{number}", in_contract)], *_cells(activity)]
                yield TableRow(cells, keeps_next=most is not None and number == len(group))
            if most:
                yield TableRow([[], [Said(_sum(most), CELL)]], is_spanning=True)


def _cells(activity: PrintedActivity) -> Iterator[Sequence[Content]]:
    kind = activity_kind(activity.kind)
    text = activity.text.strip()
    details = [Said(text, CELL)] if text and text.casefold() != kind.casefold() else []
    yield [Said(kind, CELL_STRONG), *details]
    yield [Said((activity.provider or "").strip() or MISSING, CELL)]
    yield [Said(period, CELL) for period in _period(activity)]
    yield [Said(f"{hours(activity.hours_per_week)} om ugen" if activity.hours_per_week else MISSING, CELL)]
    yield list(_answers_for(activity))


def _answers_for(activity: PrintedActivity) -> Iterator[Said]:
    """Yield who sees to it that it happens, and under the name the department; one alone stands as the other would."""
    responsible, department = (activity.responsible or "").strip(), (activity.department or "").strip()
    yield Said(responsible or department or MISSING, CELL)
    if responsible and department:
        yield Said(department, SMALL)


def _period(activity: PrintedActivity) -> Iterator[str]:
    start, end = activity.starts_on, activity.ends_on
    if start and end:
        yield f"{table_date(start)} –"
        yield table_date(end)
    elif start:
        yield f"fra {table_date(start)}"
    else:
        yield f"til {table_date(end)}" if end else MISSING


def _sum(most: WeeklyHours[PrintedActivity]) -> list[Piece]:
    words = [f"{hours(amount)} {activity_kind(kind).lower()}" for kind, amount in most.by_kind.items()]
    parts = f": {enumerated(words)}" if len(words) > 1 else ""
    if most.since is None or most.holds_all:
        return [Piece(f"I alt {hours(most.total)} om ugen", Weight.BOLD), Piece(f"{parts}.")]
    since = f" fra den {long_date(most.since)}"
    return [Piece(f"Op til {hours(most.total)} om ugen", Weight.BOLD), Piece(f"{since}{parts}.")]
