"""I dag: what is urgent, grouped, counted and explained."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from random import Random

import pytest

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Deadline, Status, Step, StepKind, done_status, open_status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import urgent
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.mending_places import PlaceKind
from desktop_app.presenters.worklist_presenter import WorklistPresenter, tasks_of_team, urgent_count
from tests.builders import a_case, a_citizen, a_deadline
from tests.fakes import a_line_of
from tests.presenters.views import SeenWorklist

TODAY = date(2026, 3, 3)
RIMA = a_line_of(a_case(id="rima", case_number="2026-014", responsible_caseworker="MJ"))
YONAS = a_line_of(
    a_case(
        id="yonas",
        case_number="2026-015",
        responsible_caseworker="LØ",
        citizen=a_citizen(given_names="Yonas", family_name="Tesfay"),
    )
)


def due_in(days: int, line: CaseLine = RIMA, duty: DutyId = DutyId.CONTRACT_SIGNED) -> Deadline:
    due_on = TODAY + timedelta(days=days)
    return a_deadline(
        case_id=line.case_id,
        case_number=line.case_number,
        duty=duty,
        due_on=due_on,
        status=open_status(due_on, TODAY),
    )


def done_on(day: date, line: CaseLine = RIMA, duty: DutyId = DutyId.CONTRACT_SIGNED) -> Deadline:
    """A duty that was due on the 1st, fulfilled on a day."""
    status, late = done_status(date(2026, 3, 1), day)
    return due_in(-2, line, duty)._replace(status=status, fulfilled_on=day, days_late=late)


def a_worklist(
    *deadlines: Deadline, lines: tuple[CaseLine, ...] = (RIMA, YONAS), done: tuple[Deadline, ...] = ()
) -> Worklist:
    return Worklist(
        today=TODAY,
        urgent=tuple(urgent(deadlines)),
        lines={line.case_id: line for line in lines},
        next_deadlines={},
        done=done,
    )


SEVERAL = a_worklist(
    due_in(-2),
    due_in(-1, YONAS),
    due_in(0, YONAS, DutyId.DANISH_REFERRED),
    due_in(3, RIMA, DutyId.DANISH_REFERRED),
    due_in(20, YONAS, DutyId.DANISH_BEGUN),
)


class Desk:
    """The screen with its presenter; the worklist can be exchanged."""

    def __init__(self, rulebook: Rulebook, worklist: Worklist, initials: str | None = None) -> None:
        self.worklist = worklist
        self.view = SeenWorklist()
        self.explained: list[Deadline] = []
        self.presenter = WorklistPresenter(
            self.view, load=lambda: self.worklist, explain=self.explain, rulebook=rulebook, initials=initials
        )

    def explain(self, deadline: Deadline, today: date) -> Deadline:
        assert today == TODAY
        self.explained.append(deadline)
        return deadline._replace(steps=(Step(StepKind.ADDED, deadline.due_on, start=today, span=Span(1, Unit.MONTHS)),))


Desks = Callable[..., Desk]


@pytest.fixture
def desk(rulebook: Rulebook) -> Desks:
    """Make the screen for a worklist, opened."""

    def opened(worklist: Worklist = SEVERAL, initials: str | None = None) -> Desk:
        desk = Desk(rulebook, worklist, initials)
        desk.presenter.open()
        return desk

    return opened


# What is shown -------------------------------------------------------------------------------------------------------


def test_the_heading_names_the_day(desk: Desks) -> None:
    assert desk().view.title == "I dag – tirsdag den 3. marts 2026"


def test_tasks_stand_in_groups_the_most_urgent_first(desk: Desks) -> None:
    groups = desk().view.groups

    assert [(group.title, [row.badge for row in group.rows]) for group in groups] == [
        ("Overskredet", ["Overskredet 2 dage", "Overskredet 1 dag"]),
        ("I dag", ["Frist i dag"]),
        ("Inden for 7 dage", ["Frist om 3 dage"]),
        ("Inden for 30 dage", ["Frist om 20 dage"]),
    ]


def test_without_a_window_the_tasks_of_the_team_are_those_a_window_lists(desk: Desks, rulebook: Rulebook) -> None:
    assert tasks_of_team(SEVERAL, rulebook) == desk().presenter.shown()


def test_what_the_municipality_is_reminded_of_early_stands_where_its_day_is(desk: Desks) -> None:
    early = due_in(12)._replace(status=Status.DUE_SOON)
    worklist = a_worklist(due_in(3, YONAS), early, due_in(9, YONAS, DutyId.PROGRAMME_STARTED))

    opened = desk(worklist)

    assert [(group.title, [row.due for row in group.rows]) for group in opened.view.groups] == [
        ("Inden for 7 dage", ["06.03.2026"]),
        ("Inden for 30 dage", ["15.03.2026", "12.03.2026"]),
    ]
    assert [count.text for count in opened.view.counts] == [
        "0 overskredet",
        "1 inden for 7 dage",
        "2 inden for 30 dage",
    ]
    assert urgent_count(worklist, None) == 1


def test_a_group_with_nothing_in_it_is_left_out(desk: Desks) -> None:
    assert [group.title for group in desk(a_worklist(due_in(3))).view.groups] == ["Inden for 7 dage"]


def test_a_row_says_what_about_whom_and_by_when(desk: Desks) -> None:
    [row] = desk(a_worklist(due_in(-2))).view.rows

    assert row.id == "rima/contract.signed"
    assert (row.badge, row.badge_kind) == ("Overskredet 2 dage", BadgeKind.OVERDUE)
    assert (row.duty, row.citizen, row.case_number) == ("Kontrakt", "Al-Hassan, Rima", "2026-014")
    assert (row.due, row.due_on, row.caseworker) == ("01.03.2026", date(2026, 3, 1), "MJ")


def test_no_row_shows_a_cpr_number(desk: Desks) -> None:
    assert RIMA.cpr is not None
    for row in desk().view.rows:
        said = (row.id, row.badge, row.duty, row.citizen, row.case_number, row.due, row.caseworker)
        assert RIMA.cpr[:6] not in str(said)


def test_a_row_of_somebody_without_a_caseworker_leaves_the_place_blank(desk: Desks) -> None:
    nobodys = RIMA._replace(responsible_caseworker=None)

    [row] = desk(a_worklist(due_in(-2), lines=(nobodys,))).view.rows

    assert row.caseworker == ""


def test_a_case_that_has_no_line_is_still_listed_by_its_number(desk: Desks) -> None:
    [row] = desk(a_worklist(due_in(-2), lines=(YONAS,))).view.rows

    assert (row.citizen, row.case_number, row.caseworker) == ("", "2026-014", "")


# What is shown, to be taken out of the program ------------------------------------------------------------------------


def test_what_is_shown_is_told_with_its_day_and_whose_it_is(desk: Desks) -> None:
    a_desk = desk()

    shown = a_desk.presenter.shown()

    assert shown is not None
    assert (shown.on, shown.choice) == (TODAY, ("Hele teamet",))
    assert list(shown.groups) == a_desk.view.groups


def test_what_is_shown_is_what_the_filters_leave(desk: Desks) -> None:
    a_desk = desk(initials="MJ")
    a_desk.presenter.show_only_mine(only_mine=True)
    a_desk.presenter.press_count("week")

    shown = a_desk.presenter.shown()

    assert shown is not None
    assert shown.choice == ("Mine opgaver", "inden for 7 dage")
    assert list(shown.groups) == a_desk.view.groups
    assert {row.caseworker for group in shown.groups for row in group.rows} == {"MJ"}


def test_what_is_shown_may_be_nothing(desk: Desks) -> None:
    shown = desk(a_worklist()).presenter.shown()

    assert shown is not None
    assert shown.groups == ()


def test_before_the_list_is_opened_nothing_is_shown(rulebook: Rulebook) -> None:
    assert Desk(rulebook, SEVERAL).presenter.shown() is None


# Counts --------------------------------------------------------------------------------------------------------------


def test_the_counts_are_of_what_is_overdue_due_within_a_week_and_within_a_month(desk: Desks) -> None:
    counts = desk().view.counts

    assert [(count.key, count.text, count.badge_kind, count.pressed) for count in counts] == [
        ("overdue", "2 overskredet", BadgeKind.OVERDUE, False),
        ("week", "2 inden for 7 dage", BadgeKind.SOON, False),
        ("month", "1 inden for 30 dage", BadgeKind.MONTH, False),
    ]


@pytest.mark.parametrize(
    ("key", "badges"),
    [
        ("overdue", ["Overskredet 2 dage", "Overskredet 1 dag"]),
        ("week", ["Frist i dag", "Frist om 3 dage"]),
        ("month", ["Frist om 20 dage"]),
    ],
)
def test_a_count_that_is_pressed_shows_what_it_counts(key: str, badges: list[str], desk: Desks) -> None:
    opened = desk()

    opened.presenter.press_count(key)

    assert [row.badge for row in opened.view.rows] == badges
    assert [count.key for count in opened.view.counts if count.pressed] == [key]
    assert [count.text for count in opened.view.counts] == [
        "2 overskredet",
        "2 inden for 7 dage",
        "1 inden for 30 dage",
    ]


def test_a_count_pressed_again_shows_everything(desk: Desks) -> None:
    opened = desk()

    opened.presenter.press_count("overdue")
    opened.presenter.press_count("overdue")

    assert len(opened.view.rows) == 5
    assert not any(count.pressed for count in opened.view.counts)


def test_another_count_takes_the_place_of_the_pressed_one(desk: Desks) -> None:
    opened = desk()

    opened.presenter.press_count("overdue")
    opened.presenter.press_count("month")

    assert [row.badge for row in opened.view.rows] == ["Frist om 20 dage"]


# Whose tasks ---------------------------------------------------------------------------------------------------------


def test_who_has_tasks_of_their_own_sees_these_first(desk: Desks) -> None:
    opened = desk(initials="MJ")

    assert opened.view.only_mine
    assert {row.caseworker for row in opened.view.rows} == {"MJ"}
    assert [count.text for count in opened.view.counts] == [
        "1 overskredet",
        "1 inden for 7 dage",
        "0 inden for 30 dage",
    ]


@pytest.mark.parametrize("initials", ["KP", None, ""])
def test_who_has_none_sees_the_teams(initials: str | None, desk: Desks) -> None:
    opened = desk(initials=initials)

    assert not opened.view.only_mine
    assert len(opened.view.rows) == 5


def test_the_teams_tasks_are_shown_when_asked_for_and_the_own_ones_again(desk: Desks) -> None:
    opened = desk(initials="MJ")

    opened.presenter.show_only_mine(only_mine=False)
    all_of_them = len(opened.view.rows)
    opened.presenter.show_only_mine(only_mine=True)

    assert (all_of_them, len(opened.view.rows)) == (5, 2)


def test_resetting_the_filters_shows_everything(desk: Desks) -> None:
    opened = desk(initials="MJ")
    opened.presenter.press_count("month")

    opened.presenter.reset_filters()

    assert len(opened.view.rows) == 5
    assert not opened.view.only_mine


@pytest.mark.parametrize(("initials", "count"), [("MJ", 2), ("LØ", 2), ("KP", 4), (None, 4)])
def test_the_number_on_the_rail_is_of_the_own_urgent_tasks_or_the_teams(initials: str | None, count: int) -> None:
    assert urgent_count(SEVERAL, initials) == count


def test_what_was_chosen_to_be_listed_stays_chosen_when_one_comes_back(desk: Desks) -> None:
    opened = desk(initials="MJ")
    opened.presenter.show_only_mine(only_mine=False)

    opened.presenter.open()

    assert not opened.view.only_mine


# Of which duty -------------------------------------------------------------------------------------------------------


def test_one_chooses_among_the_duties_that_are_on_the_list(desk: Desks) -> None:
    opened = desk()

    assert opened.view.duties == [
        ("", "Alle typer (5)"),
        ("contract.signed", "Kontrakt (2)"),
        ("danish.referred", "Henvisning til danskuddannelse (2)"),
        ("danish.begun", "Start på danskuddannelse (1)"),
    ]
    assert opened.view.duty == ""


def test_only_the_tasks_of_the_chosen_duty_are_listed_and_counted(desk: Desks) -> None:
    opened = desk()

    opened.presenter.show_duty("danish.referred")

    assert [row.duty for row in opened.view.rows] == ["Henvisning til danskuddannelse"] * 2
    assert [count.text for count in opened.view.counts] == [
        "0 overskredet",
        "2 inden for 7 dage",
        "0 inden for 30 dage",
    ]
    assert opened.view.duty == "danish.referred"


def test_the_numbers_of_the_duties_are_of_what_choosing_them_would_list(desk: Desks) -> None:
    opened = desk(initials="MJ")

    own = [text for _key, text in opened.view.duties]
    opened.presenter.press_count("overdue")
    own_overdue = [text for _key, text in opened.view.duties]

    assert own == ["Alle typer (2)", "Kontrakt (1)", "Henvisning til danskuddannelse (1)"]
    assert own_overdue == ["Alle typer (1)", "Kontrakt (1)"]


def test_the_chosen_duty_stays_chosen_when_nothing_of_it_is_left(desk: Desks) -> None:
    opened = desk()
    opened.presenter.show_duty("danish.begun")
    opened.worklist = a_worklist(due_in(-2))

    opened.presenter.open()

    assert ("danish.begun", "Start på danskuddannelse (0)") in opened.view.duties
    assert opened.view.empty == (
        "Ingen opgaver passer til filteret",
        "Nulstil filteret for at se teamets andre opgaver.",
    )


def test_resetting_the_filters_lists_every_duty(desk: Desks) -> None:
    opened = desk()
    opened.presenter.show_duty("danish.begun")

    opened.presenter.reset_filters()

    assert (opened.view.duty, len(opened.view.rows)) == ("", 5)


# What was done today -------------------------------------------------------------------------------------------------

WITH_DONE = a_worklist(
    due_in(3, YONAS), done=(done_on(TODAY), done_on(date(2026, 3, 1), YONAS, DutyId.DANISH_REFERRED))
)


def test_what_was_done_today_stands_last_and_folded(desk: Desks) -> None:
    groups = desk(WITH_DONE).view.groups

    assert [(group.title, len(group.rows), group.is_folded) for group in groups] == [
        ("Inden for 7 dage", 1, None),
        ("Afsluttet i dag", 2, True),
    ]


def test_it_is_unfolded_and_folded_again(desk: Desks) -> None:
    opened = desk(WITH_DONE)

    opened.presenter.fold_done()
    unfolded = opened.view.groups[-1].is_folded
    opened.presenter.fold_done()

    assert (unfolded, opened.view.groups[-1].is_folded) == (False, True)


def test_a_row_that_is_done_says_whether_it_was_in_time(desk: Desks) -> None:
    rows = desk(WITH_DONE).view.groups[-1].rows

    assert [(row.badge, row.badge_kind) for row in rows] == [
        ("Gennemført 2 dage for sent", BadgeKind.LATE),
        ("Gennemført til tiden", BadgeKind.ON_TIME),
    ]


def test_a_repeating_duty_may_be_done_and_due_again_without_the_one_being_taken_for_the_other(desk: Desks) -> None:
    opened = desk(a_worklist(due_in(20), done=(done_on(TODAY),)))
    due, done = opened.view.rows

    opened.presenter.choose(done.id)
    explained_done = opened.view.detail_row
    opened.presenter.choose(due.id)

    assert due.id != done.id
    assert (explained_done, opened.view.detail_row) == (done, due)


def test_what_others_have_done_is_not_among_my_tasks(desk: Desks) -> None:
    opened = desk(WITH_DONE, initials="LØ")

    assert opened.view.only_mine
    assert [row.citizen for row in opened.view.groups[-1].rows] == ["Tesfay, Yonas"]


def test_of_a_chosen_duty_only_what_was_done_of_it_is_there(desk: Desks) -> None:
    opened = desk(WITH_DONE)

    opened.presenter.show_duty("danish.referred")

    assert [(group.title, len(group.rows)) for group in opened.view.groups] == [("Afsluttet i dag", 1)]


def test_a_count_shows_nothing_that_is_done(desk: Desks) -> None:
    opened = desk(WITH_DONE)

    opened.presenter.press_count("week")

    assert [group.title for group in opened.view.groups] == ["Inden for 7 dage"]


# Nothing to show -----------------------------------------------------------------------------------------------------


def test_without_cases_the_screen_says_how_to_begin(desk: Desks) -> None:
    view = desk(a_worklist(lines=())).view

    assert not view.has_cases
    assert view.empty == (
        "Der er ingen sager endnu",
        "Opret den første modtagelse, eller hent sager ind med kommandoen »enplan import«.",
    )


def test_without_urgent_tasks_the_screen_says_where_the_others_are(desk: Desks) -> None:
    view = desk(a_worklist()).view

    assert view.has_cases
    assert view.empty == (
        "Ingen frister de næste 30 dage",
        "Se alle kommende frister under Sager.",
    )


def test_a_filter_that_fits_nothing_says_how_to_take_it_off(desk: Desks) -> None:
    by_count, by_whom = desk(a_worklist(due_in(-2))), desk(a_worklist(due_in(-2)), "KP")

    by_count.presenter.press_count("month")
    by_whom.presenter.show_only_mine(only_mine=True)

    expected = ("Ingen opgaver passer til filteret", "Nulstil filteret for at se teamets andre opgaver.")
    assert by_count.view.empty == by_whom.view.empty == expected


def test_before_it_is_opened_nothing_is_shown(rulebook: Rulebook) -> None:
    fresh = Desk(rulebook, SEVERAL)

    fresh.presenter.press_count("overdue")
    fresh.presenter.choose("rima/contract.signed")

    assert fresh.view == SeenWorklist()


# The chosen row ------------------------------------------------------------------------------------------------------


def test_the_deadline_of_the_chosen_row_is_explained(desk: Desks) -> None:
    opened = desk()

    opened.presenter.choose("rima/contract.signed")

    assert opened.view.detail is not None
    assert opened.view.detail.duty == "Kontrakt"
    assert opened.view.detail_row == opened.view.rows[0]


def test_the_calculation_is_asked_for_when_a_row_is_chosen_and_for_that_row_only(desk: Desks) -> None:
    opened = desk()
    before = list(opened.explained)

    opened.presenter.choose("rima/contract.signed")

    assert opened.view.detail is not None
    assert [step.title for step in opened.view.detail.steps] != []
    assert (before, opened.explained) == ([], [due_in(-2)])


def test_with_no_row_chosen_the_pane_is_closed(desk: Desks) -> None:
    opened = desk()
    opened.presenter.choose("rima/contract.signed")

    opened.presenter.choose(None)

    assert (opened.view.detail, opened.view.detail_row) == (None, None)


def test_the_chosen_row_stays_chosen_when_the_worklist_is_computed_anew(desk: Desks) -> None:
    opened = desk()
    opened.presenter.choose("rima/contract.signed")
    opened.worklist = a_worklist(due_in(-3))

    opened.presenter.open()

    assert opened.view.detail is not None
    assert opened.view.detail.badge == "Overskredet 3 dage"


def test_a_chosen_task_that_is_done_meanwhile_closes_the_pane(desk: Desks) -> None:
    opened = desk()
    opened.presenter.choose("rima/contract.signed")
    opened.worklist = a_worklist(due_in(3, YONAS))

    opened.presenter.open()

    assert opened.view.detail is None


def test_a_row_knows_its_case(desk: Desks) -> None:
    presenter = desk().presenter

    assert presenter.case_number_of("yonas/danish.begun") == "2026-015"
    assert presenter.case_number_of("nobody/danish.begun") is None


def test_several_rows_of_one_case_are_one_case(desk: Desks) -> None:
    opened = desk(a_worklist(due_in(-2), due_in(3, RIMA, DutyId.DANISH_REFERRED), due_in(-1, YONAS)))

    assert opened.presenter.cases_of([row.id for row in opened.view.rows]) == [RIMA, YONAS]
    assert opened.presenter.cases_of(["yonas/contract.signed", "nobody/contract.signed"]) == [YONAS]


def test_what_is_done_belongs_to_a_case_too_and_what_has_no_line_to_none(desk: Desks) -> None:
    opened = desk(a_worklist(due_in(-1), lines=(YONAS,), done=(done_on(TODAY, YONAS),)))

    assert opened.presenter.cases_of([row.id for row in opened.view.rows]) == [YONAS]


def test_at_midnight_the_day_is_another(desk: Desks) -> None:
    opened = desk()
    opened.worklist = replace(SEVERAL, today=date(2026, 3, 4))

    opened.presenter.open()

    assert opened.view.title == "I dag – onsdag den 4. marts 2026"


# After a save --------------------------------------------------------------------------------------------------------


def test_after_a_save_the_rows_of_other_cases_are_kept(desk: Desks) -> None:
    opened = desk()
    before = {row.id: row for row in opened.view.rows}
    opened.worklist = a_worklist(due_in(-9), *(one for one in SEVERAL.urgent if one.case_id == "yonas"))

    opened.presenter.open({"rima"})

    assert [(row.id, row.badge) for row in opened.view.rows if row.deadline.case_id == "rima"] == [
        ("rima/contract.signed", "Overskredet 9 dage")
    ]
    assert all(row is before[row.id] for row in opened.view.rows if row.deadline.case_id == "yonas")


def some_deadlines(random: Random, line: CaseLine) -> list[Deadline]:
    duties = random.sample((DutyId.CONTRACT_SIGNED, DutyId.DANISH_REFERRED, DutyId.DANISH_BEGUN), random.randrange(4))
    return [due_in(random.choice((-3, -1, 0, 4, 20)), line, duty) for duty in duties]


@pytest.mark.parametrize("seed", range(20))
def test_after_any_saves_the_list_is_as_one_that_was_read_anew(rulebook: Rulebook, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - chance, not secrecy
    people = {
        f"case-{number}": a_line_of(a_case(id=f"case-{number}", case_number=f"2026-{number:03}")) for number in range(8)
    }
    deadlines = {case_id: some_deadlines(random, line) for case_id, line in people.items()}
    initials = random.choice((None, "MJ"))
    opened = Desk(
        rulebook, a_worklist(*chain.from_iterable(deadlines.values()), lines=tuple(people.values())), initials
    )
    opened.presenter.open()

    for _save in range(6):
        changed = {random.choice(list(people)) for _case in range(random.randrange(4))}
        for case_id in changed:
            people[case_id] = people[case_id]._replace(responsible_caseworker=random.choice(("MJ", "LØ")))
            deadlines[case_id] = some_deadlines(random, people[case_id])
        opened.worklist = a_worklist(*chain.from_iterable(deadlines.values()), lines=tuple(people.values()))
        opened.presenter.open(changed)

        anew = Desk(rulebook, opened.worklist, initials)
        anew.presenter.open()
        anew.presenter.show_only_mine(only_mine=opened.view.only_mine)
        assert opened.view == anew.view


# What one can do about a task ----------------------------------------------------------------------------------------


def test_a_task_is_carried_out_where_it_is_recorded(desk: Desks) -> None:
    presenter = desk(a_worklist(due_in(-2), due_in(3, duty=DutyId.DANISH_REFERRED))).presenter

    contract = presenter.place_of(f"rima/{DutyId.CONTRACT_SIGNED}", None)
    referral = presenter.place_of(f"rima/{DutyId.DANISH_REFERRED}", None)

    assert contract is not None
    assert (contract[0], contract[1].kind) == ("2026-014", PlaceKind.CONTRACT)
    assert referral is not None
    assert referral[1].kind is PlaceKind.EVENT


@pytest.mark.parametrize("kind", [DecisionKind.MEETING, DecisionKind.OTHER_DATE, DecisionKind.NOT_RELEVANT])
def test_a_task_can_be_decided_about(kind: DecisionKind, desk: Desks) -> None:
    found = desk(a_worklist(due_in(3))).presenter.place_of(f"rima/{DutyId.CONTRACT_SIGNED}", kind)

    assert found is not None
    assert found[1].key == f"{kind}/{DutyId.CONTRACT_SIGNED}/2026-03-06"


def test_what_is_not_late_has_no_cause_and_what_is_gone_no_place(desk: Desks) -> None:
    presenter = desk(a_worklist(due_in(3))).presenter

    assert presenter.place_of(f"rima/{DutyId.CONTRACT_SIGNED}", DecisionKind.LATE_BECAUSE) is None
    assert presenter.place_of("", None) is None


def test_the_list_that_leaves_the_program_says_which_duty_it_is_about(desk: Desks) -> None:
    shown = desk(a_worklist(due_in(-2), due_in(3, duty=DutyId.DANISH_REFERRED)))
    shown.presenter.show_duty(DutyId.DANISH_REFERRED)

    listed = shown.presenter.shown()

    assert listed is not None
    assert listed.choice == ("Hele teamet", "Henvisning til danskuddannelse")
    assert [row.deadline.duty for group in listed.groups for row in group.rows] == [DutyId.DANISH_REFERRED]
