"""Opfølgning: who is to be followed up next, and what was held."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

import pytest

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.list_follow_ups import ComingFollowUp, FollowUpList
from desktop_app.application.ports import CaseLine, FollowUpLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline, Status, open_status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.coming_follow_ups import ComingGroup, ComingRow, coming_row
from desktop_app.presenters.follow_ups_presenter import (
    LONGEST_JOURNAL,
    FollowUpsPresenter,
    JournalRow,
    pressing_count,
)
from tests.builders import a_case, a_citizen, a_deadline
from tests.fakes import a_line_of

TODAY = date(2026, 11, 23)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def due(days: int, case_id: str = "case-1", duty: DutyId = DutyId.FOLLOW_UP_LOCAL) -> Deadline:
    return a_deadline(case_id=case_id, duty=duty, due_on=on(days), status=open_status(on(days), TODAY))


def a_row(due_in: int | None, planned_in: int | None = None) -> ComingRow:
    coming = ComingFollowUp(
        case_id="case-1",
        deadline=due(due_in) if due_in is not None else None,
        planned_on=on(planned_in) if planned_in is not None else None,
    )
    return coming_row(coming, a_line_of(a_case(id="case-1")), TODAY)


# Rows ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due_in", "planned_in", "soon", "badge", "kind"),
    [
        (-1, None, "overdue", "Overskredet 1 dag", BadgeKind.OVERDUE),
        (-1, 3, "overdue", "Overskredet 1 dag", BadgeKind.OVERDUE),
        (-1, -5, "overdue", "Overskredet 1 dag", BadgeKind.OVERDUE),
        (0, None, "today", "Frist i dag", BadgeKind.SOON),
        (4, None, "this_week", "Frist om 4 dage", BadgeKind.SOON),
        (4, 4, "this_week", "Frist om 4 dage", BadgeKind.SOON),
        (30, None, "thirty_days", "Frist om 30 dage", BadgeKind.MONTH),
        (31, None, "later", "Frist den 24.12.2026", BadgeKind.NEUTRAL),
        (31, -1, "today", "Møde ikke noteret", BadgeKind.SOON),
        (31, 0, "today", "Møde i dag", BadgeKind.SOON),
        (31, 1, "this_week", "Møde i morgen", BadgeKind.SOON),
        (31, 7, "this_week", "Møde om 7 dage", BadgeKind.SOON),
        (31, 8, "thirty_days", "Møde om 8 dage", BadgeKind.MONTH),
        (40, 31, "later", "Møde den 24.12.2026", BadgeKind.NEUTRAL),
        (None, 2, "this_week", "Møde om 2 dage", BadgeKind.SOON),
        (3, 20, "this_week", "Frist om 3 dage", BadgeKind.SOON),
    ],
)
def test_the_earlier_of_deadline_and_meeting_decides_unless_it_is_overdue(
    due_in: int | None, planned_in: int | None, soon: str, badge: str, kind: BadgeKind
) -> None:
    row = a_row(due_in, planned_in)

    assert (row.soon.value, row.badge, row.badge_kind) == (soon, badge, kind)


def test_a_row_says_whom_it_is_about_and_both_dates() -> None:
    row = a_row(4, 2)

    assert (row.id, row.citizen, row.caseworker) == ("2026-014", "Al-Hassan, Rima", "MJ")
    assert (row.due, row.due_on, row.planned, row.planned_on) == ("27.11.2026", on(4), "25.11.2026", on(2))


def test_what_is_not_known_of_a_row_is_a_dash_that_sorts_last() -> None:
    line = a_line_of(a_case(id="case-1", responsible_caseworker=None))
    planned = coming_row(ComingFollowUp(case_id="case-1", deadline=None, planned_on=on(2)), line, TODAY)
    unplanned = a_row(4)

    assert (planned.due, planned.due_on, planned.caseworker) == ("–", date.max, "–")
    assert (unplanned.planned, unplanned.planned_on) == ("–", date.max)


# The screen ----------------------------------------------------------------------------------------------------------


@dataclass
class SeenFollowUps:
    """The screen: what it shows now."""

    shows_journal: bool = False
    only_mine: bool = False
    groups: list[ComingGroup] = field(default_factory=list)
    rows: list[JournalRow] = field(default_factory=list)
    summary: str = ""
    empty: tuple[str, str] | None = None

    def show_choice(self, *, shows_journal: bool, only_mine: bool) -> None:
        self.shows_journal, self.only_mine = shows_journal, only_mine

    def show_coming(self, groups: Sequence[ComingGroup], summary: str) -> None:
        self.groups, self.rows, self.summary, self.empty = list(groups), [], summary, None

    def show_journal(self, rows: Sequence[JournalRow], summary: str) -> None:
        self.groups, self.rows, self.summary, self.empty = [], list(rows), summary, None

    def show_empty(self, title: str, text: str) -> None:
        self.groups, self.rows, self.summary, self.empty = [], [], "", (title, text)

    @property
    def names(self) -> list[str]:
        """Whom the rows are about, from top to bottom."""
        return [row.citizen for group in self.groups for row in group.rows] + [row.citizen for row in self.rows]


RIMA = a_line_of(a_case(id="rima", case_number="2026-001"))
AASE = a_line_of(
    a_case(
        id="aase", case_number="2026-002", citizen=a_citizen(given_names="Aase", family_name="Åberg", native_name=None)
    )
)
OTHER = a_line_of(
    a_case(
        id="other",
        case_number="2026-003",
        responsible_caseworker="LØ",
        citizen=a_citizen(given_names="Yonas", family_name="Tesfay", native_name=None),
    )
)


def a_list() -> FollowUpList:
    return FollowUpList(
        today=TODAY,
        coming=(
            ComingFollowUp(case_id="aase", deadline=due(4, "aase"), planned_on=None),
            ComingFollowUp(case_id="rima", deadline=due(4, "rima"), planned_on=None),
            ComingFollowUp(case_id="other", deadline=due(-3, "other"), planned_on=None),
        ),
        held=(
            FollowUpLine("other", on(-2), FollowUpForm.PHONE, attempted_only=True, next_on=on(5)),
            FollowUpLine("rima", on(-90), FollowUpForm.MEETING, attempted_only=False, next_on=None),
        ),
        lines={"rima": RIMA, "aase": AASE, "other": OTHER},
    )


class Team:
    """A list that may change, and how often it was read."""

    def __init__(self, listed: FollowUpList) -> None:
        self.listed = listed
        self.reads = 0
        self.earlier: list[tuple[FollowUpList, set[str]]] = []

    def load(self) -> FollowUpList:
        self.reads += 1
        return self.listed

    def find(self, query: str) -> list[CaseLine]:
        return CaseSearch(self.listed.lines.values()).find(query)

    def load_after(self, earlier: FollowUpList, cases: Collection[str]) -> FollowUpList:
        self.earlier.append((earlier, set(cases)))
        return self.listed


def at(listed: FollowUpList, initials: str | None = None) -> tuple[SeenFollowUps, FollowUpsPresenter, Team]:
    view, team = SeenFollowUps(), Team(listed)
    presenter = FollowUpsPresenter(view, load=team.load, load_after=team.load_after, find=team.find, initials=initials)
    presenter.open()
    return view, presenter, team


def test_the_overdue_come_first_and_names_in_danish_order_within_a_day() -> None:
    view, _, _ = at(a_list())

    assert [group.title for group in view.groups] == ["Overskredet", "Inden for 7 dage"]
    assert view.names == ["Tesfay, Yonas", "Al-Hassan, Rima", "Åberg, Aase"]
    assert view.summary == "3 sager"


def test_ones_own_cases_are_listed_first_when_there_are_any() -> None:
    mine, _, _ = at(a_list(), "MJ")
    nobodys, _, _ = at(a_list(), "XX")

    assert (mine.only_mine, mine.names) == (True, ["Al-Hassan, Rima", "Åberg, Aase"])
    assert (nobodys.only_mine, len(nobodys.names)) == (False, 3)


def test_whose_cases_are_listed_can_be_chosen_and_stays_chosen() -> None:
    view, presenter, _ = at(a_list(), "LØ")
    assert view.names == ["Tesfay, Yonas"]

    presenter.show_only_mine(only_mine=False)
    presenter.forget()
    presenter.open()

    assert (view.only_mine, len(view.names)) == (False, 3)


def test_the_journal_holds_what_was_held_the_latest_first() -> None:
    view, presenter, _ = at(a_list())

    presenter.show_journal(shows_journal=True)

    assert view.shows_journal
    assert view.summary == "2 opfølgninger"
    assert [(row.held, row.form, row.citizen, row.case_number, row.following, row.caseworker) for row in view.rows] == [
        ("21.11.2026", "Telefon (kun forsøgt)", "Tesfay, Yonas", "2026-003", "28.11.2026", "LØ"),
        ("25.08.2026", "Samtale", "Al-Hassan, Rima", "2026-001", "–", "MJ"),
    ]
    assert view.rows[1].following_on == date.max


@pytest.mark.parametrize(("shows_journal", "names"), [(False, ["Al-Hassan, Rima"]), (True, ["Al-Hassan, Rima"])])
def test_both_lists_are_searched(shows_journal: bool, names: list[str]) -> None:  # noqa: FBT001 - a parameter
    view, presenter, _ = at(a_list())
    presenter.show_journal(shows_journal=shows_journal)

    presenter.search("rima")

    assert view.names == names


@pytest.mark.parametrize("shows_journal", [False, True])
def test_a_search_that_finds_nothing_says_so_and_can_be_taken_back(
    shows_journal: bool,  # noqa: FBT001 - a parameter
) -> None:
    view, presenter, _ = at(a_list(), "MJ")
    presenter.show_journal(shows_journal=shows_journal)

    presenter.search("nobody")
    assert view.empty == (
        "Ingen opfølgninger passer til filteret",
        "Nulstil filteret for at se teamets øvrige opfølgninger.",
    )

    presenter.reset_filters()
    assert view.names
    assert not view.only_mine


def test_where_there_is_nothing_it_says_what_to_do() -> None:
    view, presenter, _ = at(FollowUpList(today=TODAY, coming=(), held=(), lines={}))
    assert view.empty == (
        "Ingen skal følges op",
        "Når en kontrakt er underskrevet, står den første opfølgning her med sin frist.",
    )

    presenter.show_journal(shows_journal=True)
    assert view.empty == ("Ingen opfølgninger endnu", "Åbn en sag, og vælg Ny opfølgning, når du har holdt samtalen.")


def test_a_long_journal_is_cut_and_says_so() -> None:
    held = tuple(
        FollowUpLine("rima", on(-days), FollowUpForm.MEETING, attempted_only=False, next_on=None)
        for days in range(LONGEST_JOURNAL + 1)
    )
    view, presenter, _ = at(FollowUpList(today=TODAY, coming=(), held=held, lines={"rima": RIMA}))

    presenter.show_journal(shows_journal=True)

    assert len(view.rows) == LONGEST_JOURNAL
    assert view.summary == "De nyeste 500 af 501 opfølgninger. Søg for at finde ældre."


def test_a_row_leads_to_its_case_from_either_list() -> None:
    view, presenter, _ = at(a_list())
    assert presenter.case_number_of(view.groups[0].rows[0].id) == "2026-003"

    presenter.show_journal(shows_journal=True)
    assert presenter.case_number_of(view.rows[1].id) == "2026-001"


def test_the_list_is_read_only_when_it_changed() -> None:
    view, presenter, team = at(a_list())
    presenter.open()
    assert team.reads == 1

    team.listed = FollowUpList(today=TODAY, coming=a_list().coming[:1], held=(), lines={"aase": AASE})
    presenter.forget()
    assert presenter.case_number_of("0") == "0"
    presenter.search("")
    presenter.open()

    assert team.reads == 2
    assert view.names == ["Åberg, Aase"]


def test_after_a_change_only_what_changed_is_read() -> None:
    view, presenter, team = at(a_list())
    first = team.listed
    later = ComingFollowUp(case_id="other", deadline=due(20, "other"), planned_on=None)
    team.listed = replace(first, coming=(*first.coming[:2], later))

    presenter.forget({"other"})
    presenter.open()
    presenter.open()

    assert (team.reads, team.earlier) == (1, [(first, {"other"})])
    assert [group.title for group in view.groups] == ["Inden for 7 dage", "Inden for 30 dage"]


def a_team(random: Random) -> FollowUpList:
    """Return the follow-ups of a team of which anything may be different from the last."""
    people = [
        a_line_of(
            a_case(
                id=f"case-{number}",
                case_number=f"2026-{number:03}",
                responsible_caseworker=random.choice(("MJ", "LØ")),
                citizen=a_citizen(family_name=random.choice(("Aase", "Berg", "Øst"))),
            )
        )
        for number in range(12)
    ]
    lines = {line.case_id: line for line in people if random.random() < 0.8}
    return FollowUpList(
        today=TODAY,
        coming=tuple(
            ComingFollowUp(case_id=case_id, deadline=due(random.choice((-2, 0, 5, 20, 60)), case_id), planned_on=None)
            for case_id in lines
            if random.random() < 0.7
        ),
        held=tuple(
            FollowUpLine(case_id, on(-1), FollowUpForm.MEETING, attempted_only=False, next_on=None) for case_id in lines
        ),
        lines=lines,
    )


def mixed(earlier: FollowUpList, later: FollowUpList, changed: set[str]) -> FollowUpList:
    """Return a list in which only what was changed is of the later one; what is coming stands in any order."""
    lines = {case_id: line for case_id, line in earlier.lines.items() if case_id not in changed}
    lines |= {case_id: line for case_id, line in later.lines.items() if case_id in changed}
    coming = [one for one in earlier.coming if one.case_id not in changed]
    coming += [one for one in later.coming if one.case_id in changed]
    held = [one for one in earlier.held if one.case_id not in changed]
    held += [one for one in later.held if one.case_id in changed]
    return replace(earlier, coming=tuple(coming), held=tuple(held), lines=lines)


@pytest.mark.parametrize("seed", range(30))
def test_after_any_saves_the_list_is_as_one_that_was_read_anew(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - chance, not secrecy
    view, presenter, team = at(a_team(random), random.choice((None, "MJ")))
    presenter.show_only_mine(only_mine=random.random() < 0.5)
    presenter.search(random.choice(("", "aase")))

    for _save in range(6):
        changed = {f"case-{random.randrange(12)}" for _case in range(random.randrange(4))}
        team.listed = mixed(team.listed, a_team(random), changed)
        presenter.forget(changed)
        presenter.show_journal(shows_journal=random.random() < 0.3)
        presenter.open()

        after = (view.groups, view.rows, view.summary, view.empty)
        presenter.forget()
        presenter.open()
        assert after == (view.groups, view.rows, view.summary, view.empty)


def test_a_journal_that_is_forgotten_leads_nowhere() -> None:
    _, presenter, _ = at(a_list())
    presenter.show_journal(shows_journal=True)

    presenter.forget()

    assert presenter.case_number_of("0") is None


# The count -----------------------------------------------------------------------------------------------------------


def a_worklist(*urgent: Deadline) -> Worklist:
    return Worklist(today=TODAY, urgent=urgent, lines={"rima": RIMA, "aase": AASE, "other": OTHER}, next_deadlines={})


def test_counted_are_the_cases_overdue_or_due_within_a_week() -> None:
    worklist = a_worklist(
        due(-3, "other"),
        due(-1, "rima", DutyId.FOLLOW_UP),
        due(7, "rima"),
        due(8, "aase"),
        a_deadline(case_id="aase", duty=DutyId.CONTRACT_SIGNED, status=Status.OVERDUE),
    )

    assert pressing_count(worklist, None) == 2


def test_ones_own_are_counted_when_there_are_any() -> None:
    worklist = a_worklist(due(-3, "other"), due(2, "rima"), due(30, "aase"))

    assert pressing_count(worklist, "LØ") == 1
    assert pressing_count(worklist, "MJ") == 1
    assert pressing_count(worklist, "XX") == 2
    assert pressing_count(a_worklist(due(-3, "other"), due(30, "aase")), "MJ") == 0
    assert pressing_count(a_worklist(), "LØ") == 0
