"""Mangler: what is missing in the team's cases, grouped and filtered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from desktop_app.application.list_gaps import CaseGaps, GapList
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import ONLY_ON_THE_CASE, Gap, GapKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.gap_texts import gap_kind_text
from desktop_app.presenters.gaps_presenter import GapRow, GapRows, GapsPresenter

TODAY = date(2026, 11, 22)
DAY = date(2026, 10, 28)
MINE, THEIRS = "MJ", "AK"


@dataclass
class SeenGaps:
    """What the screen was told to show."""

    kinds: list[tuple[str, str]] = field(default_factory=list)
    kind: str = ""
    only_mine: bool = False
    groups: list[GapRows] = field(default_factory=list)
    summary: str = ""
    empty: tuple[str, bool] | None = None

    def show_choice(self, kinds: Sequence[tuple[str, str]], kind: str, *, only_mine: bool) -> None:
        self.kinds, self.kind, self.only_mine = list(kinds), kind, only_mine

    def show_groups(self, groups: Sequence[GapRows], summary: str) -> None:
        self.groups, self.summary, self.empty = list(groups), summary, None

    def show_empty(self, title: str, text: str, *, is_filtered: bool) -> None:
        assert text
        self.groups, self.summary, self.empty = [], text, (title, is_filtered)

    def show_summary(self, summary: str) -> None:
        self.summary = summary

    def titles(self) -> list[tuple[str, list[str]]]:
        """Return the headings, each with the cases below it."""
        return [(group.title, [row.case_number for row in group.rows]) for group in self.groups]


def a_case_with(*kinds: GapKind, number: str = "2026-014", responsible: str | None = MINE) -> CaseGaps:
    """Return a case that lacks this."""
    gaps = tuple(Gap(kind, responsible, DAY, record="record") for kind in kinds)
    return CaseGaps(f"id of {number}", number, "Al-Hassan, Rima", responsible, gaps)


def a_list(*cases: CaseGaps) -> GapList:
    return GapList(today=TODAY, cases={case.case_id: case for case in cases})


@pytest.fixture
def view() -> SeenGaps:
    return SeenGaps()


@pytest.fixture
def presenter(view: SeenGaps, rulebook: Rulebook) -> GapsPresenter:
    return GapsPresenter(view, rulebook=rulebook, initials=MINE)


def test_what_stops_a_deadline_comes_first_then_what_cannot_be_proved_then_what_looks_wrong(
    view: SeenGaps, presenter: GapsPresenter
) -> None:
    presenter.show(
        a_list(
            a_case_with(GapKind.NO_CPR, GapKind.CPR_NO_DATE, number="2026-9"),
            a_case_with(GapKind.NO_READINESS, number="2026-10"),
            a_case_with(GapKind.NO_READINESS, GapKind.NO_CASEWORKER, number="2026-2"),
        )
    )

    assert view.titles() == [
        ("Frister, der ikke kan beregnes", ["2026-2", "2026-10"]),
        ("Kan ikke dokumenteres", ["2026-2", "2026-9"]),
        ("Ser forkert ud", ["2026-9"]),
    ]
    assert view.summary == "5 mangler · 3 sager"


def test_a_row_says_what_is_missing_what_that_means_and_whose_it_is(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list(a_case_with(GapKind.NO_READINESS)))

    [row] = view.groups[0].rows
    assert (row.title, row.citizen, row.case_number, row.caseworker) == (
        "Visitation: jobparat eller aktivitetsparat",
        "Al-Hassan, Rima",
        "2026-014",
        "MJ",
    )
    assert row.meaning == ("Fristen var den 28. oktober 2026 (§ 17, stk. 2). Opfølgning regnes fra den (§ 20, stk. 1).")
    assert presenter.row(row.id) is row


def test_nobody_responsible_is_a_dash(rulebook: Rulebook) -> None:
    case = a_case_with(GapKind.NO_CASEWORKER, responsible=None)

    assert GapRow(case.gaps[0], case, rulebook).caseworker == "–"


def test_rows_of_one_case_and_kind_are_told_apart(rulebook: Rulebook) -> None:
    case = a_case_with()
    gaps = [
        Gap(GapKind.SIGNED_INCOMPLETE, on=DAY, part=PlanPart.MAIN_GOAL),
        Gap(GapKind.SIGNED_INCOMPLETE, on=DAY, part=PlanPart.DANISH_GOAL),
        Gap(GapKind.NO_REASON_FOR_DELAY, on=DAY, duty=DutyId.FOLLOW_UP),
        Gap(GapKind.NO_REASON_FOR_DELAY, on=TODAY, duty=DutyId.FOLLOW_UP),
        Gap(GapKind.PERIODS_OVERLAP, on=DAY, record="a"),
        Gap(GapKind.PERIODS_OVERLAP, on=DAY, record="b"),
    ]

    assert len({GapRow(gap, case, rulebook).id for gap in gaps}) == len(gaps)


def test_one_sees_only_ones_own_cases_and_all_of_them_again(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(
        a_list(
            a_case_with(GapKind.NO_CPR, number="2026-1"),
            a_case_with(GapKind.NO_CPR, GapKind.NO_LANGUAGE, number="2026-2", responsible=THEIRS),
        )
    )
    presenter.show_only_mine(only_mine=True)

    assert (view.only_mine, view.titles()) == (True, [("Kan ikke dokumenteres", ["2026-1"])])
    assert view.summary == "1 mangel · 1 sag"
    assert view.kinds == [("", "Alle slags (1)"), (GapKind.NO_CPR, "Sagen mangler CPR-nummer (1)")]

    presenter.reset_filters()

    assert (view.only_mine, view.summary) == (False, "3 mangler · 2 sager")


def test_a_user_without_initials_has_no_cases_of_their_own(view: SeenGaps, rulebook: Rulebook) -> None:
    presenter = GapsPresenter(view, rulebook=rulebook, initials=None)
    presenter.show(a_list(a_case_with(GapKind.NO_CASEWORKER, responsible=None)))

    presenter.show_only_mine(only_mine=True)

    assert view.empty == ("Der mangler ikke noget i dine sager", True)


def test_one_kind_is_chosen_among_those_there_are(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(
        a_list(
            a_case_with(GapKind.NO_CPR, GapKind.TALK_WITHOUT_NOTE, number="2026-1"),
            a_case_with(GapKind.NO_CPR, number="2026-2"),
        )
    )
    assert [text for _, text in view.kinds] == [
        "Alle slags (3)",
        "Notat fra en opfølgning (1)",
        "Sagen mangler CPR-nummer (2)",
    ]

    presenter.choose_kind(GapKind.NO_CPR)

    assert view.kind == GapKind.NO_CPR
    assert view.titles() == [("Kan ikke dokumenteres", ["2026-1", "2026-2"])]
    assert view.kinds[0] == ("", "Alle slags (3)")


def test_when_the_last_of_a_kind_is_mended_every_kind_is_listed(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list(a_case_with(GapKind.NO_CPR, GapKind.NO_LANGUAGE)))
    presenter.choose_kind(GapKind.NO_LANGUAGE)

    presenter.show(a_list(a_case_with(GapKind.NO_CPR)))

    assert view.kind == ""
    assert view.titles() == [("Kan ikke dokumenteres", ["2026-014"])]


def test_where_nothing_is_missing_that_is_said(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list())

    assert view.empty == ("Intet mangler", False)


def test_while_the_cases_are_read_it_is_said_how_far_that_has_come(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list(), (0, 5000))
    assert view.empty == ("Leder efter mangler …", False)
    assert view.summary == "0 af 5000 sager er gennemgået"

    presenter.show(a_list(a_case_with(GapKind.NO_CPR)), (50, 5000))
    assert view.summary == "1 mangel · 1 sag · 50 af 5000 sager er gennemgået"

    presenter.show_progress((100, 5000))
    assert view.summary == "1 mangel · 1 sag · 100 af 5000 sager er gennemgået"

    presenter.show(a_list(a_case_with(GapKind.NO_CPR)))
    assert view.summary == "1 mangel · 1 sag"


def test_a_kind_chosen_stays_chosen_while_the_cases_are_read(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list(a_case_with(GapKind.NO_CPR, GapKind.NO_LANGUAGE)))
    presenter.choose_kind(GapKind.NO_LANGUAGE)

    presenter.show(a_list(a_case_with(GapKind.NO_CPR)), (50, 100))

    assert view.empty == ("Leder efter mangler …", False)
    assert view.kind == GapKind.NO_LANGUAGE


def test_no_row_shows_a_number_of_a_person(view: SeenGaps, presenter: GapsPresenter) -> None:
    presenter.show(a_list(a_case_with(GapKind.CPR_NO_DATE)))

    assert "010190" not in str(view.groups)


def test_a_row_that_is_gone_is_none(presenter: GapsPresenter) -> None:
    assert presenter.row("nothing") is None


@pytest.mark.parametrize("kind", sorted(set(GapKind) - ONLY_ON_THE_CASE))
def test_every_kind_on_the_list_has_a_name_of_its_own(kind: GapKind) -> None:
    assert "{" not in gap_kind_text(kind)
    assert [other for other in GapKind if gap_kind_text(other) == gap_kind_text(kind)] == [kind]
