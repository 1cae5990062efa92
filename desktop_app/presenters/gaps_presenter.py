"""Mangler: what is missing in all the team's cases, grouped by what it stops."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from desktop_app.application.list_gaps import CaseGaps, GapList
from desktop_app.domain.gap import Gap, GapGroup, GapKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.danish_order import number_order
from desktop_app.presenters.gap_texts import gap_kind_text, gap_words
from desktop_app.translation import _, _n

_KIND_ORDER = {kind: place for place, kind in enumerate(GapKind)}


class GapRow(NamedTuple):
    """A gap on the list. There may be thousands, of which a screen shows twenty: words are made when asked for."""

    gap: Gap
    case: CaseGaps
    rulebook: Rulebook

    @property
    def id(self) -> str:
        """What names the row for as long as the gap is there."""
        gap = self.gap
        return "/".join(
            str(part or "") for part in (self.case.case_id, gap.kind, gap.on, gap.part, gap.record, gap.duty)
        )

    @property
    def title(self) -> str:
        """What is missing."""
        return gap_words(self.gap, self.rulebook)[0]

    @property
    def meaning(self) -> str:
        """Which deadline it stops or what cannot be proved, with the paragraph where there is one."""
        return gap_words(self.gap, self.rulebook)[1]

    @property
    def citizen(self) -> str:
        """The name, family name first."""
        return self.case.citizen

    @property
    def case_number(self) -> str:
        """The number of the case."""
        return self.case.case_number

    @property
    def caseworker(self) -> str:
        """The initials of who mends it."""
        return self.case.responsible or "–"


@dataclass(frozen=True, slots=True)
class GapRows:
    """A heading and the rows below it."""

    title: str
    rows: tuple[GapRow, ...]


class GapsView(Protocol):
    """The screen *Mangler*."""

    def show_choice(self, kinds: Sequence[tuple[str, str]], kind: str, *, only_mine: bool) -> None:
        """Show whose cases are listed, which kinds there are to choose among, and which was chosen."""
        ...

    def show_groups(self, groups: Sequence[GapRows], summary: str) -> None:
        """Show what is missing; the row one was at stays it, or the one that took its place does."""
        ...

    def show_empty(self, title: str, text: str, *, is_filtered: bool) -> None:
        """Show that nothing is missing, or nothing of what was asked for."""
        ...

    def show_summary(self, summary: str) -> None:
        """Say how many there are and how far the reading has come."""
        ...


class GapsPresenter:
    """Turns what is missing into rows, and holds which of them are shown."""

    def __init__(self, view: GapsView, *, rulebook: Rulebook, initials: str | None) -> None:
        self._view = view
        self._rulebook = rulebook
        self._initials = initials
        self._rows: list[GapRow] = []
        self._progress: tuple[int, int] | None = None
        self._only_mine = False
        self._kind = ""

    def show(self, listed: GapList, progress: tuple[int, int] | None = None) -> None:
        """Show a list, whole or, with how far the reading has come, in the making."""
        rows = (GapRow(gap, case, self._rulebook) for case in listed.cases.values() for gap in case.gaps)
        self._rows = sorted(rows, key=_place)
        self._progress = progress
        self._show()

    def show_progress(self, progress: tuple[int, int]) -> None:
        """Say how far the reading has come."""
        self._progress = progress
        self._view.show_summary(self._summary(self._shown()))

    def show_only_mine(self, only_mine: bool) -> None:  # noqa: FBT001 - the state of a switch
        """List one's own cases or the whole team's."""
        self._only_mine = only_mine
        self._show()

    def choose_kind(self, kind: str) -> None:
        """List one kind of gap, or with nothing every kind."""
        self._kind = kind
        self._show()

    def reset_filters(self) -> None:
        """List everything again."""
        self._only_mine, self._kind = False, ""
        self._show()

    def row(self, row_id: str) -> GapRow | None:
        """Return a row that is listed."""
        return next((row for row in self._rows if row.id == row_id), None)

    def _whose(self) -> list[GapRow]:
        if not self._only_mine:
            return self._rows
        return [row for row in self._rows if self._initials and row.case.responsible == self._initials]

    def _shown(self) -> list[GapRow]:
        return [row for row in self._whose() if not self._kind or row.gap.kind == self._kind]

    def _show(self) -> None:
        counts = Counter(row.gap.kind for row in self._whose())
        if self._kind and GapKind(self._kind) not in counts and self._progress is None:
            self._kind = ""  # the last of them was mended
        kinds = [("", _("All kinds ({n})").format(n=counts.total()))]
        kinds += [
            (kind, _("{kind} ({n})").format(kind=gap_kind_text(kind), n=counts[kind]))
            for kind in GapKind
            if kind in counts
        ]
        self._view.show_choice(kinds, self._kind, only_mine=self._only_mine)
        rows = self._shown()
        if rows:
            self._view.show_groups(_in_groups(rows), self._summary(rows))
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        if self._progress is not None:
            self._view.show_empty(_("Looking for gaps …"), self._reading(), is_filtered=False)
        elif self._rows:
            self._view.show_empty(
                _("Nothing is missing in your cases"),
                _("Reset the filter to see what is missing in the team's other cases."),
                is_filtered=True,
            )
        else:
            self._view.show_empty(
                _("Nothing is missing"),
                _("No data is missing that a deadline is calculated from or that a case is documented with."),
                is_filtered=False,
            )

    def _summary(self, rows: Sequence[GapRow]) -> str:
        cases = len({row.case.case_id for row in rows})
        parts = [
            _n("{n} gap", "{n} gaps", len(rows)).format(n=len(rows)),
            _n("{n} case", "{n} cases", cases).format(n=cases),
        ]
        return " · ".join([*parts, self._reading()] if self._progress else parts)

    def _reading(self) -> str:
        done, total = self._progress or (0, 0)
        return _("{done} of {total} cases looked through").format(done=done, total=total)


def _in_groups(rows: Sequence[GapRow]) -> list[GapRows]:
    titles = {
        GapGroup.STOPS_DEADLINE: _("Deadlines that cannot be calculated"),
        GapGroup.NOT_PROVABLE: _("Cannot be documented"),
        GapGroup.LOOKS_WRONG: _("Looks wrong"),
    }
    groups = ((title, tuple(row for row in rows if row.gap.kind.group is group)) for group, title in titles.items())
    return [GapRows(title, found) for title, found in groups if found]


def _place(row: GapRow) -> tuple[int, str, str]:
    return _KIND_ORDER[row.gap.kind], number_order(row.case_number), row.id
