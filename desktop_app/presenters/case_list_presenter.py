"""Sager: every case, found as one types, families together."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple, Protocol, overload

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.field_words import language_text, nationality_text
from desktop_app.translation import _, _n, capitalised, short_date

_NEVER = "9999"


class CaseRow(NamedTuple):
    """A case in the list. There are tens of thousands, of which a screen shows thirty: words are made when asked for.

    `deadline` is the next one, if any is open; `on` is the day the row speaks of.
    """

    line: CaseLine
    deadline: Deadline | None
    on: date

    @property
    def id(self) -> str:
        """What names the row: the case number."""
        return self.line.case_number

    @property
    def case_number(self) -> str:
        """The number of the case."""
        return self.line.case_number

    @property
    def citizen(self) -> str:
        """The name, family name first."""
        return self.line.sort_name

    @property
    def born(self) -> str:
        """The birth date."""
        return _day_text(self.line.birth_date)

    @property
    def nationality(self) -> str:
        """The country."""
        return nationality_text(self.line.nationality)

    @property
    def language(self) -> str:
        """The language of the interpreter, else the first one spoken."""
        if self.line.interpreter_language:
            language = language_text(self.line.interpreter_language)
            return capitalised(_("{language}, interpreter").format(language=language))
        return capitalised(language_text(self.line.languages[0])) if self.line.languages else "–"

    @property
    def taken_over(self) -> str:
        """The day of the takeover."""
        return _day_text(self.line.takeover_on)

    @property
    def badge(self) -> str:
        """How the next deadline stands, empty without one."""
        return badge_text(self.deadline, self.on) if self.deadline else ""

    @property
    def badge_kind(self) -> BadgeKind:
        """How urgent that is."""
        return BADGE_OF[self.deadline.status] if self.deadline else BadgeKind.NEUTRAL

    @property
    def state(self) -> str:
        """Whether the citizen has been taken over."""
        if self.line.takeover_on is None or self.line.takeover_on > self.on:
            return _("Awaiting arrival")
        return _("Active")

    @property
    def caseworker(self) -> str:
        """The initials of who is responsible."""
        return self.line.responsible_caseworker or "–"

    @property
    def born_on(self) -> date:
        """The birth date to sort by, what is not known last."""
        return self.line.birth_date or date.max

    @property
    def taken_over_on(self) -> date:
        """The day of the takeover to sort by, what is not known last."""
        return self.line.takeover_on or date.max

    @property
    def due_on(self) -> date:
        """The day of the next deadline to sort by, cases without one last."""
        return (self.deadline.due_on or date.max) if self.deadline else date.max


class CaseRows(Sequence[CaseRow]):
    """The rows of lines, each made when it is asked for."""

    def __init__(self, lines: Sequence[CaseLine], worklist: Worklist) -> None:
        self._lines = lines
        self._worklist = worklist

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> CaseRow: ...

    @overload
    def __getitem__(self, place: slice) -> "CaseRows": ...

    def __getitem__(self, place: int | slice) -> "CaseRow | CaseRows":
        if isinstance(place, slice):
            return CaseRows(self._lines[place], self._worklist)
        line = self._lines[place]
        return CaseRow(line, self._worklist.next_deadlines.get(line.case_id), self._worklist.today)


class CaseListView(Protocol):
    """The screen *Sager*."""

    def show_rows(self, rows: Sequence[CaseRow], summary: str) -> None:
        """Show the cases found, and how many they are."""
        ...

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        """Show that nothing was found, or that there is nothing yet and how to begin."""
        ...


class CaseListPresenter:
    """Holds every case in the order of the list, and what is searched for."""

    def __init__(self, view: CaseListView, *, load: Callable[[], Worklist]) -> None:
        self._view = view
        self._load = load
        self._query = ""
        self._worklist: Worklist | None = None
        self._names: dict[str, str] = {}
        self._search = CaseSearch(order=self._place)

    def prepare(self, lines: Sequence[CaseLine]) -> None:
        """Spell out lines that will be taken next, which takes longer than all the rest of it."""
        self._search.change([line.case_id for line in lines], lines)

    def take(self, cases: Collection[str] | None = None) -> None:
        """Take all cases as they are now, or those that were changed since the last time; show nothing yet."""
        is_first = self._worklist is None
        self._worklist = worklist = self._load()
        if cases is None or is_first:
            self._search.renew(worklist.lines.values())
        else:
            self._search.change(cases, [worklist.lines[case_id] for case_id in cases if case_id in worklist.lines])

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
        self.show()

    def show(self) -> None:
        """Show what was taken, as far as it is searched for."""
        found = self._search.find(self._query) if self._worklist else []
        if self._worklist and found:
            summary = _n("{n} case", "{n} cases", len(found)).format(n=len(found))
            self._view.show_rows(CaseRows(found, self._worklist), summary)
        elif self._worklist and self._worklist.lines:
            self._view.show_empty(
                _("No results for »{query}«").format(query=self._query.strip()),
                _("Search for a name, a case number or a birth year."),
                has_cases=True,
            )
        else:
            self._view.show_empty(
                _("There are no cases yet"),
                _("Create the first arrival, or bring cases in with the command »enplan import«."),
                has_cases=False,
            )

    def _place(self, line: CaseLine) -> str:
        """Families together under their name, the oldest first, those whose age is not known last."""
        name = (line.household_name or "").strip() or line.family_name.strip()
        place = self._names.get(name)
        if place is None:
            place = self._names[name] = "\0".join(danish_order(name))
        born = line.birth_date.isoformat() if line.birth_date else _NEVER
        return f"{place}\0{born}\0{line.case_number}"


def _day_text(day: date | None) -> str:
    return short_date(day) if day else "–"
