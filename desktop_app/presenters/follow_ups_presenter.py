"""Opfølgning: over all cases, who is to be followed up next, and everything that was held."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Protocol

from desktop_app.application.list_follow_ups import ComingFollowUp, FollowUpList
from desktop_app.application.ports import CaseLine, FollowUpLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES
from desktop_app.domain.worklist import URGENCY_OF, Urgency, listed_status
from desktop_app.presenters.coming_follow_ups import ComingGroup, ComingRow, coming_row, in_groups
from desktop_app.presenters.field_words import follow_up_form_text
from desktop_app.translation import _, _n, short_date

LONGEST_JOURNAL = 500
"""How many rows the journal shows at once; the rest is found by searching."""

_BY_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """A follow-up that was held or attempted; `id` names its place in the list."""

    id: str
    held: str
    held_on: date
    form: str
    citizen: str
    case_number: str
    following: str
    following_on: date
    caseworker: str


class FollowUpsView(Protocol):
    """The screen *Opfølgning*."""

    def show_choice(self, *, shows_journal: bool, only_mine: bool) -> None:
        """Show which of the two lists is shown, and whose cases."""
        ...

    def show_coming(self, groups: Sequence[ComingGroup], summary: str) -> None:
        """Show who is to be followed up, and how many they are."""
        ...

    def show_journal(self, rows: Sequence[JournalRow], summary: str) -> None:
        """Show what was held, the latest first, and how many there are."""
        ...

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing to list, and what to do about it."""
        ...


class FollowUpsPresenter:
    """Holds the team's follow-ups, which of them are shown, and what is searched for.

    `find` returns the lines of the cases that hold every word of a query.
    """

    def __init__(
        self,
        view: FollowUpsView,
        *,
        load: Callable[[], FollowUpList],
        load_after: Callable[[FollowUpList, Collection[str]], FollowUpList],
        find: Callable[[str], Sequence[CaseLine]],
        initials: str | None,
    ) -> None:
        self._view = view
        self._load = load
        self._load_after = load_after
        self._find = find
        self._initials = initials
        self._list: FollowUpList | None = None
        self._changed: set[str] = set()
        self._rows: dict[str, ComingRow] = {}
        self._in_order: list[ComingRow] = []
        self._query = ""
        self._only_mine = False
        self._shows_journal = False
        self._was_opened = False

    def open(self) -> None:
        """Show the list, read when it was not or has changed; the first time one's own cases when there are any."""
        if self._list is None:
            self._read(self._load())
        elif self._changed:
            self._take(self._load_after(self._list, self._changed))
        if not self._was_opened:
            self._was_opened = True
            self._only_mine = any(self._is_mine(row.line) for row in self._in_order)
        self._show()

    def forget(self, cases: Collection[str] | None = None) -> None:
        """Read these cases anew when the list is next shown, or everything."""
        if cases is None:
            self._list = None
        else:
            self._changed.update(cases)

    def show_journal(self, shows_journal: bool) -> None:  # noqa: FBT001 - the state of a switch
        """Show what was held, or who comes next."""
        self._shows_journal = shows_journal
        self._show()

    def show_only_mine(self, only_mine: bool) -> None:  # noqa: FBT001 - as above
        """List one's own cases or the whole team's."""
        self._only_mine = only_mine
        self._show()

    def search(self, query: str) -> None:
        """List only the cases that hold every word of the query."""
        self._query = query
        self._show()

    def reset_filters(self) -> None:
        """List everything again."""
        self._query = ""
        self._only_mine = False
        self._show()

    def case_number_of(self, row_id: str) -> str | None:
        """Return the case a row is about, in whichever list it stands."""
        if not self._shows_journal:
            return row_id
        return self._list.lines[self._list.held[int(row_id)].case_id].case_number if self._list else None

    def _read(self, listed: FollowUpList) -> None:
        self._list, self._changed = listed, set()
        self._rows = {coming.case_id: _row_in(listed, coming) for coming in listed.coming}
        self._in_order = sorted(self._rows.values(), key=_BY_ORDER)

    def _take(self, listed: FollowUpList) -> None:
        """Take the rows of what was changed out of their places, and put in those there are now."""
        changed, self._changed = self._changed, set()
        self._list = listed
        for case_id in changed & self._rows.keys():
            del self._in_order[bisect_left(self._in_order, self._rows.pop(case_id).order, key=_BY_ORDER)]
        for coming in listed.coming:
            if coming.case_id in changed:
                row = self._rows[coming.case_id] = _row_in(listed, coming)
                insort(self._in_order, row, key=_BY_ORDER)

    def _is_mine(self, line: CaseLine) -> bool:
        return bool(self._initials) and line.responsible_caseworker == self._initials

    def _show(self) -> None:
        if self._list is None:
            return
        self._view.show_choice(shows_journal=self._shows_journal, only_mine=self._only_mine)
        if self._shows_journal:
            self._show_held(self._list)
        else:
            self._show_coming()

    def _found(self) -> set[str] | None:
        """Return the cases that hold what is searched for, None where nothing is."""
        return {line.case_id for line in self._find(self._query)} if self._query.strip() else None

    def _show_coming(self) -> None:
        found, rows = self._found(), self._in_order
        if found is not None:
            rows = [row for row in rows if row.line.case_id in found]
        if self._only_mine:
            rows = [row for row in rows if self._is_mine(row.line)]
        if rows:
            summary = _n("{n} case", "{n} cases", len(rows)).format(n=len(rows))
            self._view.show_coming(in_groups(rows), summary)
        elif self._rows:
            self._view.show_empty(*_no_match())
        else:
            self._view.show_empty(
                _("Nobody is due for a follow-up"),
                _("When a contract is signed, the first follow-up stands here with its deadline."),
            )

    def _show_held(self, listed: FollowUpList) -> None:
        wanted = self._found()
        if self._only_mine:
            mine = {line.case_id for line in listed.lines.values() if self._is_mine(line)}
            wanted = mine if wanted is None else mine & wanted
        found = [(place, held) for place, held in enumerate(listed.held) if wanted is None or held.case_id in wanted]
        if found:
            rows = [_journal_row(place, held, listed.lines[held.case_id]) for place, held in found[:LONGEST_JOURNAL]]
            self._view.show_journal(rows, _held_summary(len(found)))
        elif listed.held:
            self._view.show_empty(*_no_match())
        else:
            self._view.show_empty(
                _("No follow-ups yet"), _("Open a case, and choose New follow-up when you have held the talk.")
            )


def _row_in(listed: FollowUpList, coming: ComingFollowUp) -> ComingRow:
    return coming_row(coming, listed.lines[coming.case_id], listed.today)


def _journal_row(place: int, held: FollowUpLine, line: CaseLine) -> JournalRow:
    form = follow_up_form_text(held.form)
    return JournalRow(
        id=str(place),
        held=short_date(held.held_on),
        held_on=held.held_on,
        form=_("{form} (only attempted)").format(form=form) if held.attempted_only else form,
        citizen=line.sort_name,
        case_number=line.case_number,
        following=short_date(held.next_on) if held.next_on else "–",
        following_on=held.next_on or date.max,
        caseworker=line.responsible_caseworker or "–",
    )


def pressing_count(worklist: Worklist, initials: str | None) -> int:
    """Return how many cases have a follow-up that is overdue or due within a week.

    They are the user's own, or the team's where the user has none within thirty days either.
    """
    soon = [deadline for deadline in worklist.urgent if deadline.duty in FOLLOW_UP_DUTIES]
    mine = [one for one in soon if initials and worklist.lines[one.case_id].responsible_caseworker == initials]
    shown = ((one.case_id, URGENCY_OF[listed_status(one, worklist.today)]) for one in mine or soon)
    return len({case_id for case_id, urgency in shown if urgency is not Urgency.THIRTY_DAYS})


def _held_summary(count: int) -> str:
    if count > LONGEST_JOURNAL:
        return _("The latest {shown} of {n} follow-ups. Search to find older ones.").format(
            shown=LONGEST_JOURNAL, n=count
        )
    return _n("{n} follow-up", "{n} follow-ups", count).format(n=count)


def _no_match() -> tuple[str, str]:
    return _("No follow-ups match the filter"), _("Reset the filter to see the team's other follow-ups.")
