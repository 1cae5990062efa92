"""Ctrl+K: people, and what one can do, found as one types; before one types, the cases one opened last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.application.folding import bare, folded
from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.field_words import nationality_text
from desktop_app.translation import _, _n

MOST_CASES = 8
MOST_ACTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAct:
    """Something one can do, as the list offers it; `id` names it to whoever does it."""

    id: str
    title: str
    icon: str
    keys: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickRow:
    """A case or an act. `bold` holds the pieces of the title that were typed, as pairs of start and end."""

    id: str
    icon: str
    title: str
    bold: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    badge: str = ""
    badge_kind: BadgeKind = BadgeKind.NEUTRAL
    keys: str = ""


@dataclass(frozen=True, slots=True)
class QuickGroup:
    """A heading and the rows under it."""

    title: str
    rows: tuple[QuickRow, ...]


class QuickOpenView(Protocol):
    """The list over the page."""

    def show_groups(self, groups: Sequence[QuickGroup], count: str) -> None:
        """Show rows, the first of them chosen, and how many cases were found."""
        ...


class QuickOpenPresenter:
    """Finds cases and acts, for who may not find people only acts; tells which was chosen."""

    def __init__(
        self,
        view: QuickOpenView,
        *,
        is_reading: Callable[[], bool],
        find: Callable[[str], Sequence[CaseLine]] | None,
        recent: Callable[[], Sequence[CaseLine]],
        worklist: Callable[[], Worklist],
        acts: Callable[[], Sequence[OfferedAct]],
        open_case: Callable[[str, str], None],
        do_act: Callable[[str], None],
    ) -> None:
        self._view = view
        self._is_reading = is_reading
        self._find = find
        self._recent = recent
        self._worklist = worklist
        self._acts = acts
        self._open_case = open_case
        self._do_act = do_act
        self._query = ""

    def open(self) -> None:
        """Show what one opened last and what one can do."""
        self._query = ""
        acts = tuple(_act_row(act, "") for act in self._acts())
        recent = () if self._is_reading() else self._recent()[:MOST_CASES]
        self._show(QuickGroup(_("Recent cases"), tuple(map(self._case_row, recent))), acts, "")

    def reload(self) -> None:
        """Show anew what is there now, for what was typed."""
        self.search(self._query)

    def search(self, query: str) -> None:
        """Show the cases and acts that hold every word typed."""
        if not query.strip():
            self.open()
            return
        self._query = query.strip()
        words = folded(query).split()
        acts = [act for act in self._acts() if all(word in folded(act.title) for word in words)][:MOST_ACTS]
        found: Sequence[CaseLine] = ()
        count = ""
        if self._find is not None and not self._is_reading():
            found = self._find(query)
            count = _n("{n} case", "{n} cases", len(found)).format(n=len(found))
        cases = tuple(map(self._case_row, found[:MOST_CASES]))
        self._show(QuickGroup(_("Cases"), cases), tuple(_act_row(act, query) for act in acts), count)

    def _show(self, cases: QuickGroup, acts: tuple[QuickRow, ...], count: str) -> None:
        if self._is_reading():
            cases = QuickGroup(_("Fetching cases …"), ())
        groups = [cases] if cases.rows or self._is_reading() else []
        if acts:
            groups.append(QuickGroup(_("Actions"), acts))
        self._view.show_groups(groups, count)

    def choose(self, row_id: str) -> None:
        """Open the case or do the act of a row."""
        kind, _separator, key = row_id.partition(":")
        if kind == "case":
            self._open_case(key, self._query)
        elif kind == "act":
            self._do_act(key)

    def _case_row(self, line: CaseLine) -> QuickRow:
        worklist = self._worklist()
        deadline = worklist.next_deadlines.get(line.case_id)
        details = (
            _("born {year}").format(year=line.birth_date.year) if line.birth_date else "",
            nationality_text(line.nationality) if line.nationality else "",
            _("case {number}").format(number=line.case_number),
        )
        detail = " · ".join(part for part in details if part)
        return QuickRow(
            id=f"case:{line.case_number}",
            icon="person",
            title=line.sort_name,
            bold=matches(line.sort_name, self._query),
            detail=detail[:1].upper() + detail[1:],
            badge=badge_text(deadline, worklist.today) if deadline else "",
            badge_kind=BADGE_OF[deadline.status] if deadline else BadgeKind.NEUTRAL,
        )


def matches(title: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a query stand in a title, however the two are spelt; overlapping pieces as one."""
    found: list[tuple[int, int]] = []
    for word in query.split():
        piece = _first_piece(title, word)
        if piece:
            found.append(piece)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _first_piece(title: str, word: str) -> tuple[int, int] | None:
    """Return the first piece of a title that reads as a word does; one letter may fold to several, so both grow."""
    for fold in (folded, bare):
        letters = [fold(letter) for letter in title]
        at = "".join(letters).find(fold(word))
        if at < 0 or not fold(word):
            continue
        start = end = position = 0
        for place, letter in enumerate(letters):
            if position <= at:
                start = place
            if position < at + len(fold(word)):
                end = place + 1
            position += len(letter)
        return start, end
    return None


def _act_row(act: OfferedAct, query: str) -> QuickRow:
    return QuickRow(id=f"act:{act.id}", icon=act.icon, title=act.title, bold=matches(act.title, query), keys=act.keys)
