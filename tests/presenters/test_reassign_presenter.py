"""Skift ansvarlig: one case or many get another caseworker."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import CaseLine
from desktop_app.application.reassign_cases import HeldCase, Reassigned, give_back, held_now, reassign_cases
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.reassign_presenter import SOMEBODY_ELSE, ReassignField, ReassignPresenter, ReassignShown
from tests.builders import a_case, a_citizen, a_household
from tests.fakes import FakeStore

RIMA, YONAS, HODAN = "2026-014", "2026-015", "2026-016"
FULL = StorageUnavailable(StorageTrouble.DISK_FULL)


def a_team() -> FakeStore:
    """Rima is MJ's, Yonas LØ's, Hodan nobody's."""
    return FakeStore(
        a_case(case_number=RIMA, responsible_caseworker="MJ"),
        a_case(
            case_number=YONAS,
            responsible_caseworker="LØ",
            citizen=a_citizen(given_names="Yonas", family_name="Tesfay", cpr=None),
        ),
        a_case(
            case_number=HODAN,
            responsible_caseworker=None,
            citizen=a_citizen(given_names="Hodan", family_name="Mohamed", cpr=None),
        ),
    )


@dataclass
class Seen:
    """The dialog, and the window behind it."""

    shown: ReassignShown | None = None
    asks_initials: bool = False
    now: str = ""
    problems: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    is_open: bool = False
    changes: list[Changes] = field(default_factory=list)
    done: list[tuple[str, Callable[[], None] | None]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def ask(self, shown: ReassignShown) -> None:
        self.shown, self.now, self.is_open = shown, shown.now, True

    def ask_initials(self, *, is_asked: bool) -> None:
        self.asks_initials = is_asked

    def show_now(self, text: str) -> None:
        self.now = text

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)

    def finish(self) -> None:
        self.is_open = False


class Behind:
    """The window behind the dialog."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    def show_changes(self, changes: Changes) -> None:
        self._seen.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self._seen.done.append((text, undo))

    def show_error(self, text: str) -> None:
        self._seen.failures.append(text)


class Dialog(Seen):
    """The dialog, which says why nothing was saved."""

    def show_error(self, text: str) -> None:
        self.errors.append(text)


class Office:
    """The use cases over a store; every one fails with `trouble` while there is any."""

    def __init__(self, store: FakeStore) -> None:
        self.store = store
        self.trouble: ApplicationError | None = None

    def reassign(self, held: Collection[HeldCase], caseworker: str) -> Reassigned:
        self._fail()
        return reassign_cases(held, caseworker, work=self.store.work)

    def give_back(self, reassigned: Reassigned) -> Changes:
        self._fail()
        return give_back(reassigned, work=self.store.work)

    def held_now(self, held: Collection[HeldCase]) -> list[HeldCase]:
        self._fail()
        return held_now(held, read=self.store.read)

    def _fail(self) -> None:
        if self.trouble:
            raise self.trouble


class Bench:
    """The dialog over a store, in the hands of MJ."""

    def __init__(self, store: FakeStore, initials: str = "MJ") -> None:
        self.store, self.office, self.seen = store, Office(store), Dialog()
        self.presenter = ReassignPresenter(
            self.seen, Behind(self.seen), work=self.office, worklist=self.worklist, initials=initials
        )

    def worklist(self) -> Worklist:
        return Worklist(today=date(2026, 11, 22), urgent=(), lines=self.lines(), next_deadlines={})

    def lines(self) -> dict[str, CaseLine]:
        return {line.case_id: line for line in self.store.read.case_lines()}

    def ask(self, *numbers: str) -> None:
        lines = {line.case_number: line for line in self.lines().values()}
        self.presenter.ask([lines[number] for number in numbers])

    def choose(self, caseworker: str) -> None:
        self.presenter.type(ReassignField.CASEWORKER, caseworker)

    def type(self, initials: str) -> None:
        self.choose(SOMEBODY_ELSE)
        self.presenter.type(ReassignField.INITIALS, initials)

    def caseworkers(self, *numbers: str) -> Sequence[str | None]:
        return [self.store.case(number).responsible_caseworker for number in numbers]

    def hand_over(self, number: str, caseworker: str) -> None:
        with self.store.work() as unit:
            unit.cases.save(replace(unit.cases.by_number(number), responsible_caseworker=caseworker))
            unit.commit()

    @property
    def shown(self) -> ReassignShown:
        assert self.seen.shown is not None
        return self.seen.shown


@pytest.fixture
def bench() -> Bench:
    return Bench(a_team())


# What is asked -------------------------------------------------------------------------------------------------------


def test_the_dialog_says_how_many_cases_of_whom_it_is_about(bench: Bench) -> None:
    bench.ask(RIMA, YONAS)

    assert bench.shown.about == "Det gælder 2 sager om 2 borgere."
    assert bench.shown.citizens == "Al-Hassan, Rima (2026-014) · Tesfay, Yonas (2026-015)"


def test_two_cases_of_one_person_are_of_one_citizen() -> None:
    bench = Bench(FakeStore(a_case(case_number=RIMA), a_case(case_number=YONAS)))

    bench.ask(RIMA, YONAS)

    assert bench.shown.about == "Det gælder 2 sager om 1 borger."


def test_of_many_citizens_the_number_says_enough() -> None:
    numbers = [f"2026-{number:03}" for number in range(6)]
    bench = Bench(FakeStore(*(a_case(case_number=number) for number in numbers)))

    bench.ask(*numbers)

    assert bench.shown.citizens == ""


def test_it_says_who_is_responsible_now(bench: Bench) -> None:
    now = []
    for numbers in ((RIMA,), (HODAN,), (RIMA, YONAS, HODAN)):
        bench.ask(*numbers)
        now.append(bench.seen.now)

    assert now == ["MJ", "Ingen", "Ingen (1) · LØ (1) · MJ (1)"]


def test_one_chooses_among_those_there_are_oneself_first_or_types_other_initials(bench: Bench) -> None:
    bench.ask(RIMA)

    assert bench.shown.choices == (
        ("", "Vælg …"),
        ("MJ", "MJ (dig)"),
        ("LØ", "LØ"),
        (SOMEBODY_ELSE, "Andre initialer …"),
    )


def test_who_has_no_initials_is_not_among_them() -> None:
    bench = Bench(a_team(), initials="")

    bench.ask(RIMA)

    assert [key for key, _words in bench.shown.choices] == ["", "LØ", "MJ", SOMEBODY_ELSE]


def test_of_somebody_in_a_family_it_says_that_the_coordination_stays(bench: Bench) -> None:
    family = Bench(FakeStore(a_case(household=a_household())))

    family.ask(RIMA)
    bench.ask(RIMA)

    assert family.shown.note == "Hvem der koordinerer for familien, ændres ikke."
    assert bench.shown.note == ""


def test_without_cases_nothing_is_asked(bench: Bench) -> None:
    bench.presenter.ask([])
    bench.presenter.save()

    assert not bench.seen.is_open


def test_initials_are_asked_for_only_where_somebody_else_is_chosen(bench: Bench) -> None:
    bench.ask(RIMA)
    asked = []
    for chosen in (SOMEBODY_ELSE, "LØ"):
        bench.choose(chosen)
        asked.append(bench.seen.asks_initials)

    assert asked == [True, False]


# Saved ---------------------------------------------------------------------------------------------------------------


def test_every_case_goes_to_who_was_chosen_and_it_is_said_when_it_is_saved(bench: Bench) -> None:
    bench.ask(RIMA, HODAN)
    bench.choose("LØ")

    bench.presenter.save()

    assert bench.caseworkers(RIMA, HODAN) == ["LØ", "LØ"]
    assert not bench.seen.is_open
    assert bench.seen.done[0][0] == "2 sager er skiftet til LØ."
    assert bench.seen.changes == [Changes(frozenset(bench.store.case(number).id for number in (RIMA, HODAN)))]


def test_initials_nobody_has_yet_may_be_typed(bench: Bench) -> None:
    bench.ask(RIMA)
    bench.type("  AK ")

    bench.presenter.save()

    assert bench.caseworkers(RIMA) == ["AK"]
    assert bench.seen.done[0][0] == "1 sag er skiftet til AK."


def test_initials_in_use_are_spelt_as_they_are(bench: Bench) -> None:
    bench.ask(RIMA)
    bench.type("lø")

    bench.presenter.save()

    assert bench.caseworkers(RIMA) == ["LØ"]


def test_of_several_cases_those_one_has_already_are_not_counted(bench: Bench) -> None:
    bench.ask(RIMA, YONAS)
    bench.choose("LØ")

    bench.presenter.save()

    assert bench.seen.done[0][0] == "1 sag er skiftet til LØ."


@pytest.mark.parametrize(
    ("chosen", "typed", "problem"),
    [
        ("", "", {"caseworker": "Vælg, hvem der skal være ansvarlig"}),
        (SOMEBODY_ELSE, "  ", {"initials": "Skriv initialerne"}),
        (SOMEBODY_ELSE, "A" * 51, {"initials": "Teksten er for lang. Gør den kortere."}),
        ("MJ", "", {"caseworker": "MJ er allerede ansvarlig"}),
        (SOMEBODY_ELSE, "mj", {"initials": "MJ er allerede ansvarlig"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(
    bench: Bench, chosen: str, typed: str, problem: dict[str, str]
) -> None:
    bench.ask(RIMA)
    bench.choose(chosen)
    bench.presenter.type(ReassignField.INITIALS, typed)

    bench.presenter.save()

    assert bench.seen.problems == problem
    assert bench.seen.is_open
    assert bench.caseworkers(RIMA) == ["MJ"]


def test_choosing_otherwise_takes_the_problem_away(bench: Bench) -> None:
    bench.ask(RIMA)
    bench.presenter.save()

    bench.choose("LØ")

    assert bench.seen.problems == {}


def test_where_it_cannot_be_saved_that_is_said_and_the_choice_stays(bench: Bench) -> None:
    bench.ask(RIMA)
    bench.choose("LØ")
    bench.office.trouble = FULL
    bench.presenter.save()
    bench.office.trouble = None

    assert "disken er fuld" in bench.seen.errors[0]
    assert (bench.seen.is_open, bench.seen.done) == (True, [])

    bench.presenter.save()
    assert bench.caseworkers(RIMA) == ["LØ"]


def test_a_case_somebody_has_given_on_meanwhile_is_seen_before_it_is_saved_over(bench: Bench) -> None:
    bench.ask(RIMA, HODAN)
    bench.choose("LØ")
    bench.hand_over(HODAN, "KP")

    bench.presenter.save()
    said, now = bench.seen.errors, bench.seen.now
    before = bench.caseworkers(RIMA, HODAN)
    bench.presenter.save()

    assert said == ["En anden har ændret, hvem der er ansvarlig. Det står herunder, som det er nu. Vælg skift igen."]
    assert (now, before) == ("KP (1) · MJ (1)", ["MJ", "KP"])
    assert bench.caseworkers(RIMA, HODAN) == ["LØ", "LØ"]


def test_where_it_cannot_be_read_who_holds_a_case_now_that_is_said(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.ask(RIMA)
    bench.choose("LØ")
    bench.hand_over(RIMA, "KP")

    def unreadable(_held: Collection[HeldCase]) -> list[HeldCase]:
        raise FULL

    monkeypatch.setattr(bench.office, "held_now", unreadable)
    bench.presenter.save()

    assert "disken er fuld" in bench.seen.errors[0]


def test_what_was_cancelled_is_not_saved(bench: Bench) -> None:
    bench.ask(RIMA)
    bench.choose("LØ")
    bench.presenter.close()

    bench.presenter.save()

    assert bench.caseworkers(RIMA) == ["MJ"]


def test_of_very_many_cases_it_is_known_beforehand_that_saving_takes_a_while() -> None:
    numbers = [f"2026-{number:03}" for number in range(21)]
    bench = Bench(FakeStore(*(a_case(case_number=number) for number in numbers)))
    takes_long = []
    for asked in (numbers, numbers[:20]):
        bench.ask(*asked)
        takes_long.append(bench.presenter.takes_long)

    assert takes_long == [True, False]


# Undone --------------------------------------------------------------------------------------------------------------


def given_to_her(bench: Bench, *numbers: str) -> Callable[[], None]:
    """Give cases to LØ, and return what undoes it."""
    bench.ask(*numbers)
    bench.choose("LØ")
    bench.presenter.save()
    undo = bench.seen.done[-1][1]
    assert undo is not None
    return undo


def test_undone_each_case_is_with_its_own_former_caseworker(bench: Bench) -> None:
    undo = given_to_her(bench, RIMA, HODAN)

    undo()

    assert bench.caseworkers(RIMA, HODAN) == ["MJ", None]
    assert bench.seen.done[-1] == ("2 sager er tilbage hos deres tidligere ansvarlige.", None)
    assert bench.seen.changes[0] == bench.seen.changes[1]


def test_it_is_not_undone_where_a_case_was_given_on_since(bench: Bench) -> None:
    undo = given_to_her(bench, RIMA, HODAN)
    bench.hand_over(HODAN, "KP")

    undo()

    assert bench.seen.failures == ["Det kunne ikke fortrydes: en af sagerne har fået en anden ansvarlig siden."]
    assert bench.caseworkers(RIMA, HODAN) == ["LØ", "KP"]


def test_where_undoing_cannot_be_saved_that_is_said(bench: Bench) -> None:
    undo = given_to_her(bench, RIMA)
    bench.office.trouble = FULL

    undo()

    assert "disken er fuld" in bench.seen.failures[0]
    assert len(bench.seen.done) == 1
