"""Sager: every case, found as one types, families together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.field_words import language_text, nationality_text
from desktop_app.translation import _, _n, capitalised, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in the list; `id` is its case number."""

    id: str
    citizen: str
    born: str
    nationality: str
    language: str
    taken_over: str
    badge: str
    badge_kind: BadgeKind
    state: str
    case_number: str
    caseworker: str
    born_on: date
    taken_over_on: date
    due_on: date


class CaseListView(Protocol):
    """The screen *Sager*."""

    def show_rows(self, rows: Sequence[CaseRow], summary: str) -> None:
        """Show the cases found, and how many they are."""
        ...

    def show_empty(self, title: str, text: str) -> None:
        """Show that nothing was found, or that there is nothing yet."""
        ...


class CaseListPresenter:
    """Holds every case line with its next deadline, and what is searched for."""

    def __init__(self, view: CaseListView, *, load: Callable[[], Worklist]) -> None:
        self._view = view
        self._load = load
        self._query = ""
        self._rows: dict[str, CaseRow] = {}
        self._search = CaseSearch(())

    def reload(self) -> None:
        """Read the cases anew."""
        worklist = self._load()
        lines = sorted(worklist.lines.values(), key=_list_order)
        self._search = CaseSearch(lines, self._search)
        self._rows = {line.case_id: self._row(line, worklist) for line in lines}
        self._show()

    def find(self, query: str) -> Sequence[CaseLine]:
        """Return the lines of the cases that hold every word of a query, families together."""
        return self._search.find(query)

    @property
    def query(self) -> str:
        """What is searched for now."""
        return self._query

    def search(self, query: str) -> None:
        """Show the cases that hold every word of the query."""
        self._query = query
        self._show()

    def _show(self) -> None:
        found = [self._rows[line.case_id] for line in self._search.find(self._query)]
        if found:
            summary = _n("{n} case", "{n} cases", len(found)).format(n=len(found))
            self._view.show_rows(found, summary)
        elif self._rows:
            self._view.show_empty(
                _("No results for »{query}«").format(query=self._query.strip()),
                _("Search for a name, a case number or a birth year."),
            )
        else:
            self._view.show_empty(_("There are no cases yet"), _("Bring cases in with the command »enplan import«."))

    def _row(self, line: CaseLine, worklist: Worklist) -> CaseRow:
        deadline = worklist.next_deadlines.get(line.case_id)
        return CaseRow(
            id=line.case_number,
            citizen=line.sort_name,
            born=short_date(line.birth_date) if line.birth_date else "–",
            nationality=nationality_text(line.nationality),
            language=_language(line),
            taken_over=short_date(line.takeover_on) if line.takeover_on else "–",
            badge=badge_text(deadline, worklist.today) if deadline else "",
            badge_kind=BADGE_OF[deadline.status] if deadline else BadgeKind.NEUTRAL,
            state=_state(line, worklist.today),
            case_number=line.case_number,
            caseworker=line.responsible_caseworker or "–",
            born_on=line.birth_date or date.max,
            taken_over_on=line.takeover_on or date.max,
            due_on=(deadline.due_on or date.max) if deadline else date.max,
        )


def _language(line: CaseLine) -> str:
    if line.interpreter_language:
        return capitalised(_("{language}, interpreter").format(language=language_text(line.interpreter_language)))
    return capitalised(language_text(line.languages[0])) if line.languages else "–"


def _state(line: CaseLine, today: date) -> str:
    if line.takeover_on is None or line.takeover_on > today:
        return _("Awaiting arrival")
    return _("Active")


def _list_order(line: CaseLine) -> tuple[tuple[str, str], bool, date, str]:
    """Families together under their name, the oldest first."""
    name = (line.household_name or "").strip() or line.family_name.strip()
    return (danish_order(name), line.birth_date is None, line.birth_date or date.max, line.case_number)
