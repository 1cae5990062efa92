"""Sager: every case, found as one types, families together."""

from datetime import date
from typing import NamedTuple

import pytest

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_list_presenter import CaseListPresenter, CaseRow, CaseRows
from tests.builders import a_case, a_citizen, a_deadline, a_household
from tests.fakes import a_line_of
from tests.presenters.views import SeenCases

TODAY = date(2026, 10, 20)


def a_line(case_number: str = "2026-014", household: str | None = None, **of_citizen: object) -> CaseLine:
    return a_line_of(
        a_case(
            id=case_number,
            case_number=case_number,
            citizen=a_citizen(**of_citizen),
            household=a_household(id=household, name=household) if household else None,
        )
    )


class Words(NamedTuple):
    """All that a row says."""

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


def words_of(row: CaseRow) -> Words:
    return Words(*(getattr(row, name) for name in Words._fields))


def shown(*lines: CaseLine, deadlines: dict[str, Deadline] | None = None) -> tuple[SeenCases, CaseListPresenter]:
    worklist = Worklist(
        today=TODAY, urgent=(), lines={line.case_id: line for line in lines}, next_deadlines=deadlines or {}
    )
    return shown_from([worklist])


def shown_from(worklists: list[Worklist]) -> tuple[SeenCases, CaseListPresenter]:
    """Show what stands last in a list of worklists, to which others can be added."""
    view = SeenCases()
    presenter = CaseListPresenter(view, load=lambda: worklists[-1])
    presenter.take()
    presenter.show()
    return view, presenter


def the_row(line: CaseLine, deadline: Deadline | None = None) -> CaseRow:
    view, _ = shown(line, deadlines={line.case_id: deadline} if deadline else None)
    [row] = view.rows
    return row


def test_a_row_says_who_it_is_about_and_what_comes_next() -> None:
    row = the_row(a_line(), a_deadline(status=Status.DUE_LATER))

    assert words_of(row) == Words(
        id="2026-014",
        citizen="Al-Hassan, Rima",
        born="01.01.1990",
        nationality="Syrien",
        language="Arabisk, tolk",
        taken_over="01.10.2026",
        badge="Frist om 12 dage",
        badge_kind=BadgeKind.MONTH,
        state="Aktiv",
        case_number="2026-014",
        caseworker="MJ",
        born_on=date(1990, 1, 1),
        taken_over_on=date(2026, 10, 1),
        due_on=date(2026, 11, 1),
    )


def test_what_is_not_known_is_a_dash_and_sorts_last() -> None:
    unknown = a_case(
        citizen=a_citizen(birth_date=None, nationality=None, languages=(), interpreter_language=None),
        takeover_on=None,
        responsible_caseworker=None,
    )

    row = the_row(a_line_of(unknown))

    assert (row.born, row.nationality, row.language, row.taken_over, row.caseworker) == ("–", "–", "–", "–", "–")
    assert (row.badge, row.badge_kind) == ("", BadgeKind.NEUTRAL)
    assert (row.born_on, row.taken_over_on, row.due_on) == (date.max, date.max, date.max)


def test_a_next_deadline_without_a_day_sorts_last() -> None:
    assert the_row(a_line(), a_deadline(status=Status.UPCOMING, due_on=None)).due_on == date.max


def test_no_row_shows_a_cpr_number() -> None:
    assert "010190" not in str(words_of(the_row(a_line(cpr="0101900002", birth_date=None))))


@pytest.mark.parametrize(
    ("languages", "interpreter", "text"),
    [
        (("ar",), "ar", "Arabisk, tolk"),
        (("kmr", "ar"), "ar", "Arabisk, tolk"),
        (("kmr", "ar"), None, "Kurmanji"),
        ((), None, "–"),
    ],
)
def test_the_language_of_the_interpreter_comes_before_the_others(
    languages: tuple[str, ...], interpreter: str | None, text: str
) -> None:
    assert the_row(a_line(languages=languages, interpreter_language=interpreter)).language == text


@pytest.mark.parametrize(
    ("takeover_on", "state"),
    [
        (None, "Afventer modtagelse"),
        (date(2026, 10, 21), "Afventer modtagelse"),
        (TODAY, "Aktiv"),
        (date(2026, 1, 1), "Aktiv"),
    ],
)
def test_a_case_is_active_from_the_day_it_was_taken_over(takeover_on: date | None, state: str) -> None:
    assert the_row(a_line_of(a_case(takeover_on=takeover_on))).state == state


# Order ---------------------------------------------------------------------------------------------------------------


def test_families_stand_together_the_oldest_first_in_danish_order() -> None:
    view, _ = shown(
        a_line("5", "Ærø", given_names="Ask", birth_date=date(2010, 1, 1)),
        a_line("1", given_names="Åse", family_name="Aabenraa"),
        a_line("2", given_names="Zahra", family_name="Zeta"),
        a_line("4", "Ærø", given_names="Bo", family_name="Bohr", birth_date=date(1980, 1, 1)),
        a_line("7", "Ærø", given_names="Også ukendt", birth_date=None),
        a_line("3", "Ærø", given_names="Ukendt", family_name="Abel", birth_date=None),
        a_line("6", "Ærø", given_names="Tvilling", birth_date=date(2010, 1, 1)),
    )

    assert [row.case_number for row in view.rows] == ["2", "4", "5", "6", "3", "7", "1"]


def test_a_stray_space_before_a_name_does_not_put_it_first() -> None:
    view, _ = shown(a_line("1", family_name=" Zeta"), a_line("2", family_name="Abel"))

    assert [row.citizen for row in view.rows] == ["Abel, Rima", "Zeta, Rima"]


@pytest.mark.parametrize("household", [" Zeta", "   "])
def test_nor_does_one_in_the_name_of_the_household(household: str) -> None:
    view, _ = shown(a_line("1", household, family_name="Zeta"), a_line("2", family_name="Abel"))

    assert [row.citizen for row in view.rows] == ["Abel, Rima", "Zeta, Rima"]


# Searching -----------------------------------------------------------------------------------------------------------


def test_the_summary_counts_the_cases_shown() -> None:
    view, presenter = shown(a_line("1"), a_line("2", given_names="Yonas"))
    all_of_them = view.summary

    presenter.search("yonas")

    assert (all_of_them, view.summary) == ("2 sager", "1 sag")


def test_the_cases_found_keep_their_order() -> None:
    view, presenter = shown(a_line("1", family_name="Zeta"), a_line("2", family_name="Abel"), a_line("3", "Ærø"))

    presenter.search("rima")

    assert [row.case_number for row in view.rows] == ["2", "1", "3"]


def test_a_search_that_finds_nobody_says_what_can_be_searched_for() -> None:
    view, presenter = shown(a_line())

    presenter.search("  olena ")

    assert view.has_cases
    assert view.empty == (
        "Ingen resultater for »olena«",
        "Søg på et navn, et sagsnummer eller et fødselsår.",
    )


def test_a_search_taken_back_shows_everybody_again() -> None:
    view, presenter = shown(a_line())
    presenter.search("olena")

    presenter.search("")

    assert view.empty is None
    assert len(view.rows) == 1


def test_a_search_is_kept_when_the_cases_are_read_anew() -> None:
    view, presenter = shown(a_line("1"), a_line("2", given_names="Yonas"))
    presenter.search("yonas")

    presenter.take()
    presenter.show()

    assert [row.case_number for row in view.rows] == ["2"]


def test_without_cases_the_screen_says_how_to_begin() -> None:
    view, presenter = shown()
    presenter.search("rima")

    assert not view.has_cases
    assert view.empty == (
        "Der er ingen sager endnu",
        "Opret den første modtagelse, eller hent sager ind med kommandoen »enplan import«.",
    )


def test_what_is_searched_for_is_known_to_whoever_opens_a_case() -> None:
    _, presenter = shown(a_line())

    presenter.search("rima")

    assert presenter.query == "rima"
    assert [line.case_number for line in presenter.find("hassan")] == ["2026-014"]


# After a save --------------------------------------------------------------------------------------------------------


def worklist_of(*lines: CaseLine, today: date = TODAY, following: dict[str, Deadline] | None = None) -> Worklist:
    return Worklist(
        today=today, urgent=(), lines={line.case_id: line for line in lines}, next_deadlines=following or {}
    )


def test_a_case_that_was_saved_stands_where_its_new_name_belongs_and_is_found_by_it() -> None:
    abel, bohr = a_line("1", family_name="Abel"), a_line("2", family_name="Bohr")
    worklists = [worklist_of(abel, bohr)]
    view, presenter = shown_from(worklists)

    worklists.append(worklist_of(abel._replace(family_name="Zeta"), bohr))
    presenter.take({"1"})
    presenter.show()

    assert [row.citizen for row in view.rows] == ["Bohr, Rima", "Zeta, Rima"]
    assert [line.case_number for line in presenter.find("zeta")] == ["1"]
    assert presenter.find("abel") == []


def test_a_save_brings_new_cases_takes_away_those_that_are_gone_and_tells_new_deadlines() -> None:
    stays, goes, comes = (a_line(number, family_name=f"N{number}") for number in "123")
    worklists = [worklist_of(stays, goes)]
    view, presenter = shown_from(worklists)

    worklists.append(worklist_of(stays, comes, following={"1": a_deadline(status=Status.DUE_TODAY)}))
    presenter.take({"1", "2", "3"})
    presenter.show()

    assert [(row.id, row.badge) for row in view.rows] == [("1", "Frist i dag"), ("3", "")]
    assert [line.case_number for line in presenter.find("n")] == ["1", "3"]


def test_what_was_not_saved_is_not_looked_at_again() -> None:
    one, other = a_line("1", family_name="Abel"), a_line("2", family_name="Bohr")
    worklists = [worklist_of(one, other)]
    view, presenter = shown_from(worklists)
    before = view.rows

    worklists.append(worklist_of(one, other._replace(family_name="Zeta")))
    presenter.take({"1"})
    presenter.show()

    assert view.rows == before
    assert view.rows[1].line is before[1].line


def test_what_is_taken_is_found_at_once_and_shown_when_it_is_to_be() -> None:
    worklists = [worklist_of(a_line("1"))]
    view, presenter = shown_from(worklists)

    worklists.append(worklist_of(a_line("1"), a_line("2", family_name="Bohr")))
    presenter.take({"2"})

    assert [line.case_number for line in presenter.find("bohr")] == ["2"]
    assert [row.case_number for row in view.rows] == ["1"]
    presenter.show()
    assert [row.case_number for row in view.rows] == ["1", "2"]


def test_rows_can_be_asked_for_one_by_one_or_some_at_once() -> None:
    lines = [a_line(number) for number in "123"]
    deadline = a_deadline(status=Status.DUE_TODAY)

    rows = CaseRows(lines, worklist_of(*lines, following={"2": deadline}))

    assert len(rows) == 3
    assert rows[1] == CaseRow(lines[1], deadline, TODAY)
    assert list(rows[1:]) == [CaseRow(lines[1], deadline, TODAY), CaseRow(lines[2], None, TODAY)]


def test_on_another_day_every_row_says_how_it_stands_then() -> None:
    awaited = a_line_of(a_case(id="1", takeover_on=date(2026, 10, 21)))
    worklists = [worklist_of(awaited)]
    view, presenter = shown_from(worklists)
    before = [row.state for row in view.rows]

    worklists.append(worklist_of(awaited, today=date(2026, 10, 21)))
    presenter.take()
    presenter.show()

    assert (before, [row.state for row in view.rows]) == (["Afventer modtagelse"], ["Aktiv"])


def test_lines_that_were_spelt_out_beforehand_are_shown_once_all_are_there() -> None:
    lines = [a_line("1", family_name="Bohr"), a_line("2", family_name="Abel")]
    view = SeenCases()
    presenter = CaseListPresenter(view, load=lambda: worklist_of(*lines))

    presenter.prepare(lines[:1])
    presenter.search("")
    shown_before = list(view.rows)
    presenter.take({"1"})
    presenter.show()

    assert shown_before == []
    assert [row.case_number for row in view.rows] == ["2", "1"]
    assert [line.case_number for line in presenter.find("bohr")] == ["1"]
