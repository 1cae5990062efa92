"""Modtagelser: who is expected, who was taken over and has no contract yet, and arrivals that are only half typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_form import SCREEN, form_from
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.drafts import draft_text
from desktop_app.presenters.field_words import target_group_text
from desktop_app.translation import _, _n, capitalised, short_date

_DRAFT = "draft:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """A case or a draft in the list; `due_on` and `taken_over_on` are what their columns sort by."""

    id: str
    badge: str
    badge_kind: BadgeKind
    citizen: str
    case_number: str
    group: str
    taken_over: str
    caseworker: str
    due_on: date
    taken_over_on: date


class ArrivalGroup(NamedTuple):
    """A heading in the list and the rows below it."""

    title: str
    rows: tuple[ArrivalRow, ...]


class ArrivalsView(Protocol):
    """The screen *Modtagelser*."""

    def show_groups(self, groups: Sequence[ArrivalGroup], summary: str) -> None:
        """Show the rows under their headings, and how many they are."""
        ...

    def show_empty(self, title: str, text: str) -> None:
        """Show that nobody is expected, and what would stand here."""
        ...


class ArrivalsPresenter:
    """Picks out of all cases those whose reception is not finished."""

    def __init__(
        self, view: ArrivalsView, *, load: Callable[[], Worklist], drafts: Callable[[], Sequence[Draft]]
    ) -> None:
        self._view = view
        self._load = load
        self._drafts = drafts
        self._found: dict[str, Draft] = {}

    def reload(self) -> None:
        """List everything as it is now."""
        worklist = self._load()
        self._found = self._find_drafts()
        expected = [_row(line, worklist.next_deadlines, worklist) for line in _in_order(_expected(worklist), worklist)]
        open_lines = [line for line in worklist.lines.values() if line.case_id in worklist.open_contracts]
        without_contract = [_row(line, worklist.open_contracts, worklist) for line in _in_order(open_lines, worklist)]
        groups = [
            ArrivalGroup(_("Drafts"), tuple(_draft_row(key, one, worklist) for key, one in self._found.items())),
            ArrivalGroup(_("Awaiting takeover"), tuple(expected)),
            ArrivalGroup(_("Taken over, no contract yet"), tuple(without_contract)),
        ]
        shown = [group for group in groups if group.rows]
        if shown:
            count = len(expected) + len(without_contract)
            self._view.show_groups(shown, _n("{n} citizen", "{n} citizens", count).format(n=count))
        else:
            self._view.show_empty(
                _("No arrivals at the moment"),
                _("Citizens who await the takeover, and those who have no contract yet, are listed here."),
            )

    def take_drafts(self) -> None:
        """List everything as it is now if drafts are others than those that are listed."""
        if self._find_drafts() != self._found:
            self.reload()

    def draft_of(self, row_id: str) -> Draft | None:
        """Return the draft a row stands for; None for a case, whose number the row's id is."""
        return self._found.get(row_id)

    def _find_drafts(self) -> dict[str, Draft]:
        return {f"{_DRAFT}{draft.id}": draft for draft in self._drafts() if draft.screen == SCREEN}


def expected_count(worklist: Worklist) -> int:
    """Return how many await the takeover."""
    return len(_expected(worklist))


def _expected(worklist: Worklist) -> list[CaseLine]:
    today = worklist.today
    return [line for line in worklist.lines.values() if line.takeover_on is None or line.takeover_on > today]


def _in_order(lines: Sequence[CaseLine], worklist: Worklist) -> list[CaseLine]:
    """The most urgent first, families together, the oldest of them first."""

    def place(line: CaseLine) -> tuple[date, tuple[str, str], date, str]:
        deadline = worklist.open_contracts.get(line.case_id) or worklist.next_deadlines.get(line.case_id)
        name = (line.household_name or line.family_name).strip()
        due_on = (deadline.due_on if deadline else None) or date.max
        return due_on, danish_order(name), line.birth_date or date.max, line.case_number

    return sorted(lines, key=place)


def _row(line: CaseLine, deadlines: dict[str, Deadline], worklist: Worklist) -> ArrivalRow:
    deadline = deadlines.get(line.case_id)
    return ArrivalRow(
        id=line.case_number,
        badge=badge_text(deadline, worklist.today) if deadline else "",
        badge_kind=BADGE_OF[deadline.status] if deadline else BadgeKind.NEUTRAL,
        citizen=line.sort_name,
        case_number=line.case_number,
        group=capitalised(target_group_text(line.target_group)),
        taken_over=short_date(line.takeover_on) if line.takeover_on else "–",
        caseworker=line.responsible_caseworker or "–",
        due_on=(deadline.due_on if deadline else None) or date.max,
        taken_over_on=line.takeover_on or date.max,
    )


def _draft_row(row_id: str, draft: Draft, worklist: Worklist) -> ArrivalRow:
    form = form_from(draft.content)
    name = ", ".join(filter(None, (form.text(Field.FAMILY_NAME, 0), form.text(Field.GIVEN_NAMES, 0)))) or "–"
    more = len(form.people) - 1
    if more:
        name = _n("{name} and {n} more", "{name} and {n} more", more).format(name=name, n=more)
    return ArrivalRow(
        id=row_id,
        badge=draft_text(draft, worklist.today),
        badge_kind=BadgeKind.NEUTRAL,
        citizen=name,
        case_number="",
        group="",
        taken_over="",
        caseworker="",
        due_on=date.min,
        taken_over_on=date.max,
    )
