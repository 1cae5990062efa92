"""Modtagelser: who is expected, who has no contract yet, and what is only half typed."""

from datetime import UTC, date, datetime

import pytest

from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.arrivals_presenter import ArrivalRow, ArrivalsPresenter, expected_count
from desktop_app.presenters.badges import BadgeKind
from tests.builders import a_case, a_citizen, a_deadline, a_household
from tests.fakes import a_line_of
from tests.presenters.views import SeenArrivals

TODAY = date(2026, 11, 22)


def a_line(case_number: str, takeover_on: date | None, household: str | None = None, **of_citizen: object) -> CaseLine:
    return a_line_of(
        a_case(
            id=case_number,
            case_number=case_number,
            takeover_on=takeover_on,
            citizen=a_citizen(**of_citizen),
            household=a_household(id=household, name=household) if household else None,
        )
    )


def due(
    line: CaseLine, on: date, duty: DutyId = DutyId.TAKEOVER_EXPECTED, status: Status = Status.UPCOMING
) -> Deadline:
    return a_deadline(case_id=line.case_id, case_number=line.case_number, duty=duty, due_on=on, status=status)


def a_draft(draft_id: str, *people: dict[str, str], screen: str = "arrival", at: datetime | None = None) -> Draft:
    return Draft(
        id=draft_id,
        user="Mette Jensen",
        screen=screen,
        subject="",
        content={"people": list(people)},
        based_on={},
        saved_at=at or datetime(2026, 11, 21, 13, 3, tzinfo=UTC),
    )


def worklist_of(
    *lines: CaseLine, following: tuple[Deadline, ...] = (), contracts: tuple[Deadline, ...] = ()
) -> Worklist:
    return Worklist(
        today=TODAY,
        urgent=(),
        lines={line.case_id: line for line in lines},
        next_deadlines={one.case_id: one for one in (*following, *contracts)},
        open_contracts={one.case_id: one for one in contracts},
    )


def listed(
    *lines: CaseLine,
    following: tuple[Deadline, ...] = (),
    contracts: tuple[Deadline, ...] = (),
    drafts: tuple[Draft, ...] = (),
) -> tuple[SeenArrivals, ArrivalsPresenter]:
    worklist = worklist_of(*lines, following=following, contracts=contracts)
    view = SeenArrivals()
    presenter = ArrivalsPresenter(view, load=lambda: worklist, drafts=lambda: drafts)
    presenter.reload()
    return view, presenter


def titles_and_ids(view: SeenArrivals) -> list[tuple[str, list[str]]]:
    return [(group.title, [row.id for row in group.rows]) for group in view.groups]


def test_who_awaits_the_takeover_stands_with_what_comes_next() -> None:
    line = a_line("2026-014", None)

    view, _ = listed(line, following=(due(line, date(2027, 1, 4)),))

    [(title, [row])] = view.groups
    assert title == "Afventer overtagelse"
    assert row == ArrivalRow(
        id="2026-014",
        badge="Frist den 04.01.2027",
        badge_kind=BadgeKind.NEUTRAL,
        citizen="Al-Hassan, Rima",
        case_number="2026-014",
        group="Flygtning",
        taken_over="–",
        caseworker="MJ",
        due_on=date(2027, 1, 4),
        taken_over_on=date.max,
    )
    assert view.summary == "1 borger"


def test_who_was_taken_over_and_has_no_contract_stands_with_its_deadline() -> None:
    line = a_line("2026-014", date(2026, 10, 20))
    contract = due(line, date(2026, 11, 20), DutyId.CONTRACT_SIGNED, Status.OVERDUE)

    view, _ = listed(line, contracts=(contract,))

    [(title, [row])] = view.groups
    assert title == "Overtaget, endnu uden kontrakt"
    assert (row.badge, row.badge_kind, row.taken_over) == ("Overskredet 2 dage", BadgeKind.OVERDUE, "20.10.2026")
    assert row.taken_over_on == date(2026, 10, 20)


@pytest.mark.parametrize(
    ("takeover_on", "is_expected"),
    [(None, True), (date(2026, 11, 23), True), (TODAY, False), (date(2026, 1, 1), False)],
)
def test_a_takeover_is_awaited_until_its_day(takeover_on: date | None, *, is_expected: bool) -> None:
    line = a_line("2026-014", takeover_on)

    view, _ = listed(line)

    assert bool(view.groups) is is_expected
    assert expected_count(worklist_of(line)) == int(is_expected)


def test_the_most_urgent_come_first_families_together_and_the_oldest_before_their_children() -> None:
    lines = [
        a_line("1", None, "Øberg", birth_date=date(2015, 1, 1)),
        a_line("2", None, "Øberg", birth_date=date(1980, 1, 1)),
        a_line("3", None, birth_date=date(1990, 1, 1)),
        a_line("4", None, family_name="Zeta"),
        a_line("5", None, family_name="Abel", birth_date=None),
    ]
    soon = date(2026, 12, 1)
    following = [due(line, soon) for line in lines[:2]] + [due(line, date(2027, 1, 4)) for line in lines[2:4]]

    view, _ = listed(*lines, following=tuple(following))

    assert titles_and_ids(view) == [("Afventer overtagelse", ["2", "1", "3", "4", "5"])]


def test_what_has_no_deadline_or_nobody_responsible_shows_a_dash_or_nothing() -> None:
    line = a_line_of(a_case(case_number="1", takeover_on=None, responsible_caseworker=None))

    view, _ = listed(line)

    [(_title, [row])] = view.groups
    assert (row.badge, row.badge_kind, row.caseworker, row.due_on) == ("", BadgeKind.NEUTRAL, "–", date.max)


def test_an_open_deadline_without_a_day_comes_last() -> None:
    dateless, dated = a_line("1", None), a_line("2", None)

    view, _ = listed(
        dateless,
        dated,
        following=(a_deadline(case_id="1", case_number="1", due_on=None), due(dated, date(2027, 1, 4))),
    )

    assert titles_and_ids(view) == [("Afventer overtagelse", ["2", "1"])]
    assert view.groups[0].rows[1].due_on == date.max


# Drafts --------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("danish_clock")
def test_a_draft_says_when_it_was_kept_and_whom_it_is_about() -> None:
    view, _ = listed(
        drafts=(
            a_draft("1", {"given_names": "Rima", "family_name": "Al-Hassan"}),
            a_draft("2", {"given_names": "Rima"}, {}, at=datetime(2026, 11, 22, 9, 42, tzinfo=UTC)),
            a_draft("3", {"city": "Nakskov"}, {}, {}),
        )
    )

    [(title, rows)] = view.groups
    assert title == "Kladder"
    assert [(row.badge, row.citizen) for row in rows] == [
        ("Kladde fra 21.11. kl. 14.03", "Al-Hassan, Rima"),
        ("Kladde fra kl. 10.42", "Rima og 1 til"),
        ("Kladde fra 21.11. kl. 14.03", "– og 2 til"),
    ]


def test_only_drafts_of_arrivals_are_listed_and_found_by_their_row() -> None:
    mine = a_draft("1")

    view, presenter = listed(a_line("2026-014", None), drafts=(mine, a_draft("2", screen="plan")))

    assert titles_and_ids(view) == [("Kladder", ["draft:1"]), ("Afventer overtagelse", ["2026-014"])]
    assert presenter.draft_of("draft:1") is mine
    assert presenter.draft_of("2026-014") is None
    assert view.summary == "1 borger"


def test_when_nothing_waits_the_page_says_what_would_stand_here() -> None:
    view, _ = listed(a_line("2026-014", date(2026, 1, 1)))

    assert view.empty == (
        "Ingen modtagelser lige nu",
        "Her står de borgere, der afventer overtagelse, og dem, der endnu ikke har en kontrakt.",
    )


def test_a_draft_that_came_or_went_meanwhile_is_listed_and_otherwise_nothing_is_computed() -> None:
    drafts: list[Draft] = []
    reads: list[Worklist] = []

    def load() -> Worklist:
        reads.append(worklist_of())
        return reads[-1]

    view = SeenArrivals()
    presenter = ArrivalsPresenter(view, load=load, drafts=lambda: drafts)
    presenter.reload()
    presenter.take_drafts()
    assert len(reads) == 1

    drafts.append(a_draft("draft-1"))
    presenter.take_drafts()
    assert titles_and_ids(view) == [("Kladder", ["draft:draft-1"])]
    drafts.clear()
    presenter.take_drafts()

    assert view.groups == []
