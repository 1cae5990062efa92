"""Ctrl+K: cases and acts, found as one types."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Status
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.quick_open_presenter import (
    MOST_CASES,
    OfferedAct,
    QuickGroup,
    QuickOpenPresenter,
    matches,
)
from tests.builders import a_case, a_citizen, a_deadline
from tests.fakes import a_line_of

TODAY = date(2026, 10, 20)
NEW = OfferedAct(id="new", title="Ny modtagelse", icon="plus", keys="Ctrl+Shift+N")
LOCK = OfferedAct(id="lock", title="Lås", icon="lock", keys="Ctrl+L")


@dataclass
class SeenQuickOpen:
    """The list, as it is shown now."""

    groups: list[QuickGroup] = field(default_factory=list)
    count: str = ""

    def show_groups(self, groups: Sequence[QuickGroup], count: str) -> None:
        self.groups, self.count = list(groups), count

    def ids(self) -> list[str]:
        return [row.id for group in self.groups for row in group.rows]


@dataclass
class Place:
    """What was opened and done."""

    opened: list[tuple[str, str]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def open_case(self, case_number: str, query: str) -> None:
        self.opened.append((case_number, query))


def a_line(case_number: str, family_name: str, **of_citizen: object) -> CaseLine:
    citizen = a_citizen(family_name=family_name, **of_citizen)
    return a_line_of(a_case(id=case_number, case_number=case_number, citizen=citizen))


FARID = a_line("2026-019", "Rahimi", given_names="Farid", birth_date=date(1988, 5, 1), nationality="AF")
OLENA = a_line("2026-021", "Koval", given_names="Olena", birth_date=None, nationality=None)


def shown(
    *lines: CaseLine,
    recent: Sequence[CaseLine] = (),
    acts: Sequence[OfferedAct] = (NEW, LOCK),
    reading: Sequence[bool] = (False,),
    finds_people: bool = True,
) -> tuple[SeenQuickOpen, QuickOpenPresenter, Place]:
    view, place = SeenQuickOpen(), Place()
    deadline = a_deadline(case_id="2026-019", status=Status.DUE_LATER, due_on=date(2026, 11, 1))
    worklist = Worklist(today=TODAY, urgent=(), lines={}, next_deadlines={"2026-019": deadline})
    presenter = QuickOpenPresenter(
        view,
        is_reading=lambda: reading[0],
        find=CaseSearch(lines).find if finds_people else None,
        recent=lambda: recent,
        worklist=lambda: worklist,
        acts=lambda: acts,
        open_case=place.open_case,
        do_act=place.done.append,
    )
    presenter.open()
    return view, presenter, place


def test_before_one_types_the_cases_opened_last_and_all_acts_are_there() -> None:
    view, _, _ = shown(FARID, OLENA, recent=[OLENA])

    assert [group.title for group in view.groups] == ["Seneste sager", "Handlinger"]
    assert view.ids() == ["case:2026-021", "act:new", "act:lock"]
    assert view.count == ""


def test_without_recent_cases_there_is_no_heading_for_them() -> None:
    view, _, _ = shown(FARID)

    assert [group.title for group in view.groups] == ["Handlinger"]


def test_a_case_is_shown_with_what_tells_it_apart_and_its_next_deadline() -> None:
    view, presenter, _ = shown(FARID, OLENA)

    presenter.search("rahi")

    [row] = view.groups[0].rows
    assert (row.title, row.bold) == ("Rahimi, Farid", ((0, 4),))
    assert row.detail == "Født 1988 · Afghanistan · sag 2026-019"
    assert (row.badge, row.badge_kind) == ("Frist om 12 dage", BadgeKind.MONTH)
    assert view.count == "1 sag"


def test_what_is_not_known_of_somebody_is_left_out() -> None:
    view, presenter, _ = shown(OLENA)

    presenter.search("koval")

    [row] = view.groups[0].rows
    assert row.detail == "Sag 2026-021"
    assert row.badge == ""


def test_an_act_is_found_by_a_word_of_it_however_it_is_spelt() -> None:
    view, presenter, _ = shown(FARID)

    presenter.search("laas")

    assert view.ids() == ["act:lock"]
    assert view.count == "0 sager"


def test_of_many_cases_the_first_few_are_shown_and_all_are_counted() -> None:
    view, presenter, _ = shown(*(a_line(f"2026-{number:03}", "Rahimi") for number in range(20)))

    presenter.search("rahimi")

    assert len(view.groups[0].rows) == MOST_CASES
    assert view.count == "20 sager"


def test_where_nothing_is_found_nothing_is_shown() -> None:
    view, presenter, _ = shown(FARID)

    presenter.search("xyzzy")

    assert view.groups == []


def test_an_empty_field_is_as_at_first() -> None:
    view, presenter, _ = shown(FARID, recent=[OLENA])
    presenter.search("rahimi")

    presenter.search("  ")

    assert view.ids() == ["case:2026-021", "act:new", "act:lock"]


def test_a_chosen_case_is_opened_with_what_was_searched_for() -> None:
    _, presenter, place = shown(FARID)
    presenter.search(" rahi ")

    presenter.choose("case:2026-019")

    assert place.opened == [("2026-019", "rahi")]


def test_a_recent_case_was_searched_for_by_nothing() -> None:
    _, presenter, place = shown(FARID, recent=[FARID])

    presenter.choose("case:2026-019")

    assert place.opened == [("2026-019", "")]


def test_a_chosen_act_is_done() -> None:
    _, presenter, place = shown()

    presenter.choose("act:new")

    assert (place.done, place.opened) == (["new"], [])


def test_nothing_chosen_does_nothing() -> None:
    _, presenter, place = shown()

    presenter.choose("")

    assert place == Place()


@pytest.mark.parametrize(
    ("title", "query", "pieces"),
    [
        ("Rahimi, Farid", "rahi", ["Rahi"]),
        ("Rahimi, Farid", "far rahi", ["Rahi", "Far"]),
        ("Søndergård, Åse", "soender", ["Sønder"]),
        ("Søndergård, Åse", "sonder", ["Sønder"]),
        ("Søndergård, Åse", "gaard", ["gård"]),
        ("Çelik, Ayşe", "celik ayse", ["Çelik", "Ayşe"]),
        ("Taher, Rahim", "rahim ahi", ["Rahim"]),
        ("Rahimi, Farid", "2026", []),
        ("Rahimi, Farid", "-", []),
    ],
)
def test_the_pieces_that_were_typed_stand_out(title: str, query: str, pieces: list[str]) -> None:
    assert [title[start:end] for start, end in matches(title, query)] == pieces


# While the cases are being read --------------------------------------------------------------------------------------


def test_while_the_cases_are_being_read_the_list_says_so_and_offers_what_one_can_do() -> None:
    view, presenter, _ = shown(FARID, recent=[FARID], reading=[True])
    at_first = [group.title for group in view.groups]

    presenter.search("rahimi")

    assert at_first == ["Henter sager …", "Handlinger"]
    assert [group.title for group in view.groups] == ["Henter sager …"]
    assert view.ids() == []
    assert view.count == ""


def test_what_was_typed_meanwhile_is_found_when_they_have_been_read() -> None:
    reading = [True]
    view, presenter, _ = shown(FARID, OLENA, reading=reading)
    presenter.search("rahimi")

    reading[0] = False
    presenter.reload()

    assert view.ids() == ["case:2026-019"]


def test_who_may_not_find_people_finds_what_one_can_do_and_reads_no_count() -> None:
    view, presenter, _ = shown(FARID, finds_people=False)

    presenter.search("lås")

    assert view.ids() == ["act:lock"]
    assert view.count == ""
