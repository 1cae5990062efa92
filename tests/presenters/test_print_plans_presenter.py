"""Udskriv flere planer: which, where to, how far it is, and what was left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import OwnFileRefused, StorageTrouble, StorageUnavailable
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.print_plans import NotPrinted, PlansInParts, PlansPrinted, WantedPlan, plans_ready
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.plan import Plan
from desktop_app.presenters.print_plans_presenter import (
    PlanScope,
    PrintPlansPresenter,
    PrintPlansShown,
    PrintTarget,
)
from desktop_app.presenters.print_plans_texts import PlansPrintedShown, left_out, plans_printed, plans_saved_text
from tests.builders import SIGNED, a_case, a_draft, a_plan
from tests.fakes import FakePrinter, FakeStore, a_line_of

TODAY = date(2026, 11, 22)
FOLDER = Path("teamet", "planer")
WARNING = (
    "Filerne indeholder personoplysninger og er ikke krypteret. Gem dem kun på kommunens drev, og slet dem efter brug."
)


@dataclass
class SeenDialogs:
    """The dialogs, and what they lead to."""

    shown: PrintPlansShown | None = None
    problems: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    progress: list[tuple[int, int, str]] = field(default_factory=list)
    results: list[PlansPrintedShown] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, shown: PrintPlansShown) -> None:
        self.asked.append("plans")
        self.shown = shown

    def show_choice(self, shown: PrintPlansShown) -> None:
        self.shown = shown

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def ask_folder(self) -> None:
        self.asked.append("folder")

    def ask_printer(self) -> None:
        self.asked.append("printer")

    def show_progress(self, done: int, count: int, text: str) -> None:
        self.progress.append((done, count, text))

    def show_result(self, shown: PlansPrintedShown) -> None:
        self.results.append(shown)

    def finish(self) -> None:
        self.times_finished += 1


class PrintWork:
    """Plans over a store in memory; a test may let the folder refuse, the store fail, or a plan be being drawn."""

    def __init__(self, law: PlanLaw, store: FakeStore) -> None:
        self.law, self.store = law, store
        self.is_drawing = False
        self.error: Exception | None = None
        self.taken: list[str] = []

    def ready(self) -> list[WantedPlan]:
        if self.error:
            raise self.error
        return plans_ready(self.store.read)

    def print_beside(
        self, wanted: Iterable[WantedPlan], today: date, hand_out: Callable[[PrintedPlan], None]
    ) -> PlansInParts:
        return PlansInParts(
            wanted, work=self.store.work, printer=FakePrinter(), law=self.law, today=today, hand_out=hand_out
        )

    def into(self, folder: Path) -> Callable[[PrintedPlan], None]:
        if folder != FOLDER:
            raise NotADirectoryError(20, "Not a directory", str(folder))
        return self.take

    def take(self, printed: PrintedPlan) -> None:
        self.taken.append(printed.case_number)


class Office:
    """Cases numbered 2026-1 and on, each with its plans and who is responsible, under the presenter."""

    def __init__(self, law: PlanLaw, *cases: tuple[str | None, Sequence[Plan]], initials: str = "MJ") -> None:
        self.store = FakeStore(
            *(
                a_case(id=f"case-{place}", case_number=f"2026-{place}", responsible_caseworker=who, plans=tuple(plans))
                for place, (who, plans) in enumerate(cases, start=1)
            )
        )
        self.work = PrintWork(law, self.store)
        self.view = SeenDialogs()
        self.done: list[str] = []
        self.errors: list[str] = []
        self.presenter = PrintPlansPresenter(
            self.view,
            work=self.work,
            worklist=self.worklist,
            initials=initials,
            today=lambda: TODAY,
            say_done=self.done.append,
            show_error=self.errors.append,
        )

    def worklist(self) -> Worklist:
        lines = {case.id: a_line_of(case) for case in self.store.content.all_cases()}
        return Worklist(today=TODAY, urgent=(), done=(), next_deadlines={}, lines=lines)

    @property
    def shown(self) -> PrintPlansShown:
        assert self.view.shown is not None
        return self.view.shown

    def to_the_end(self) -> None:
        while self.presenter.is_printing:
            self.presenter.go_on()


@pytest.fixture
def office(law: PlanLaw) -> Office:
    return Office(
        law,
        ("MJ", [a_plan(), a_draft(number=2, ready_on=SIGNED)]),
        ("AK", [a_draft()]),
        (None, []),
        ("AK", []),
        ("MJ", [a_draft(ready_on=SIGNED)]),
    )


# Asking --------------------------------------------------------------------------------------------------------------


def test_with_nothing_chosen_it_begins_at_the_versions_that_are_ready(office: Office) -> None:
    office.presenter.ask(())

    assert [words for _key, words in office.shown.scopes] == [
        "Alle versioner, der er klar til underskrift (2)",
        "Alle sager hos én ansvarlig",
    ]
    assert office.shown.scope is PlanScope.READY
    assert office.shown.caseworker == ""
    assert office.shown.about == "Den version, der venter på underskrift, også hvor en tidligere stadig gælder."
    assert (office.shown.target, office.shown.verb, office.shown.warning) == (
        PrintTarget.FOLDER,
        "Vælg mappe …",
        WARNING,
    )


def test_what_is_chosen_in_the_list_comes_first(office: Office) -> None:
    office.presenter.ask(["2026-1", "2026-2"])

    assert office.shown.scopes[0] == ("chosen", "De 2 valgte sager")
    assert office.shown.scope is PlanScope.CHOSEN
    assert "Sager uden plan nævnes til sidst." in office.shown.about


def test_of_one_caseworker_it_begins_at_ones_own_cases(office: Office) -> None:
    office.presenter.ask(())

    office.presenter.choose_scope(PlanScope.CASEWORKER)

    assert office.shown.caseworkers == (("AK", "AK (2)"), ("MJ", "MJ (2)"))
    assert office.shown.caseworker == "MJ"
    office.presenter.choose_caseworker("AK")
    assert office.shown.caseworker == "AK"


def test_who_has_no_cases_begins_at_the_first_who_has(law: PlanLaw) -> None:
    office = Office(law, ("SB", []), ("AK", []), initials="MJ")

    office.presenter.ask(())
    office.presenter.choose_scope(PlanScope.CASEWORKER)

    assert office.shown.caseworker == "AK"


def test_the_caseworker_chosen_last_is_chosen_again(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.choose_caseworker("AK")

    office.presenter.ask(())
    office.presenter.choose_scope(PlanScope.CASEWORKER)

    assert office.shown.caseworker == "AK"


def test_where_nobody_is_responsible_no_caseworker_can_be_chosen(law: PlanLaw) -> None:
    office = Office(law, (None, []))

    office.presenter.ask(())

    assert [key for key, _words in office.shown.scopes] == ["ready"]


def test_paper_needs_no_warning(office: Office) -> None:
    office.presenter.ask(())

    office.presenter.choose_target(PrintTarget.PRINTER)
    office.presenter.go_on_asking()

    assert (office.shown.warning, office.shown.verb) == ("", "Vælg printer …")
    assert office.view.asked == ["plans", "printer"]


def test_a_folder_is_asked_for(office: Office) -> None:
    office.presenter.ask(())

    office.presenter.go_on_asking()

    assert office.view.asked == ["plans", "folder"]


def test_where_there_is_nothing_to_print_it_says_so(law: PlanLaw) -> None:
    office = Office(law, ("MJ", [a_draft()]))
    office.presenter.ask(())

    office.presenter.go_on_asking()

    assert office.view.problems == ["Der er ingen planer at udskrive. Vælg nogle andre."]
    assert office.view.asked == ["plans"]


def test_a_store_that_cannot_be_read_is_said_over_everything(office: Office) -> None:
    office.work.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    office.presenter.ask(())

    assert office.view.asked == []
    assert len(office.errors) == 1


def test_a_folder_that_is_not_there_is_told_in_the_dialog(office: Office) -> None:
    office.presenter.ask(())

    office.presenter.save_in(Path("væk"))

    assert office.view.problems == [
        "Planerne kan ikke gemmes i væk (filen eller mappen findes ikke). Vælg en anden mappe."
    ]
    assert not office.presenter.is_printing


# Printing ------------------------------------------------------------------------------------------------------------


def test_the_versions_that_are_ready_are_printed_one_by_one(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.save_in(FOLDER)
    assert office.view.times_finished == 1
    assert office.presenter.progress == (0, 2)

    office.presenter.go_on()
    assert office.work.taken == ["2026-1"]
    office.to_the_end()

    assert office.work.taken == ["2026-1", "2026-5"]
    assert office.view.progress == [(0, 2, "0 af 2"), (1, 2, "1 af 2"), (2, 2, "2 af 2")]
    assert office.view.results == []
    assert office.done == ["2 planer er gemt i planer. Filerne er ikke krypteret, så slet dem efter brug."]
    assert office.presenter.progress == (0, 0)


def test_what_had_no_plan_is_named_when_it_is_done(office: Office) -> None:
    office.presenter.ask(["2026-2", "2026-3", "2026-4"])
    office.presenter.save_in(FOLDER)

    office.to_the_end()

    assert office.done == []
    assert office.view.results == [
        PlansPrintedShown(
            title="Ikke alle planer er udskrevet",
            summary=f"1 plan er gemt i {FOLDER}.",
            left_out=(("Ingen plan endnu", "2026-3 · 2026-4"),),
            warning=WARNING,
        )
    ]


def test_the_plans_of_a_caseworker_are_those_of_their_cases(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.choose_scope(PlanScope.CASEWORKER)
    office.presenter.choose_caseworker("AK")
    taken = list[str]()

    office.presenter.print_on(lambda printed: taken.append(printed.case_number))
    office.to_the_end()

    assert taken == ["2026-2"]
    assert office.view.results[0].summary == "1 plan er sendt til printeren."
    assert office.view.results[0].warning == ""


def test_all_that_went_to_the_printer_is_said_in_one_line(office: Office) -> None:
    office.presenter.ask(["2026-1", "2026-2"])

    office.presenter.print_on(lambda _printed: None)
    office.to_the_end()

    assert office.done == ["2 planer er sendt til printeren."]


def test_stopping_leaves_what_was_not_reached(office: Office) -> None:
    office.presenter.ask(["2026-1", "2026-2", "2026-5"])
    office.presenter.save_in(FOLDER)
    office.presenter.go_on()

    office.presenter.stop()
    office.to_the_end()

    assert office.work.taken == ["2026-1"]
    [result] = office.view.results
    assert (result.title, result.left_out) == ("Udskrivningen er stoppet", (("Ikke nået", "2026-2 · 2026-5"),))


def test_while_a_plan_is_being_drawn_nothing_else_happens(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.save_in(FOLDER)
    office.work.is_drawing = True

    office.presenter.go_on()

    assert office.work.taken == []
    assert office.presenter.is_printing


def test_while_plans_are_printed_nothing_is_asked(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.save_in(FOLDER)

    office.presenter.ask(())

    assert office.view.asked == ["plans"]


def test_who_locks_hears_nothing_more(office: Office) -> None:
    office.presenter.ask(())
    office.presenter.save_in(FOLDER)

    office.presenter.let_go()
    office.presenter.go_on()

    assert not office.presenter.is_printing
    assert (office.work.taken, office.done, office.view.results) == ([], [], [])


# What was left out ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileExistsError(17, "File exists"), "Filen lå der allerede og er ikke overskrevet"),
        (OSError(28, "No space left on device"), "Disken er fuld"),
        (OSError(None, "printeren kan ikke nås"), "Printeren kan ikke nås"),
        (ValueError("noget"), "Planen kunne ikke tegnes"),
        (OSError("noget sært"), "Noget sært"),
    ],
)
def test_each_reason_is_said_in_words(error: Exception, reason: str) -> None:
    assert left_out(PlansPrinted(failed=[NotPrinted("2026-1", error)])) == {reason: ["2026-1"]}


def test_a_refusal_says_why_without_a_full_stop() -> None:
    [reason] = left_out(PlansPrinted(failed=[NotPrinted("2026-1", OwnFileRefused("x"))]))

    assert "overskrives aldrig" in reason
    assert not reason.endswith(".")


def test_cases_that_failed_alike_are_named_together_and_many_are_counted() -> None:
    failed = [NotPrinted(f"2026-{place}", FileExistsError()) for place in range(1, 24)]

    shown = plans_printed(PlansPrinted(failed=failed), FOLDER)

    [(reason, cases)] = shown.left_out
    assert reason == "Filen lå der allerede og er ikke overskrevet"
    assert cases.startswith("2026-1 · 2026-2 · ")
    assert cases.endswith(" · 2026-20 og 3 til")
    assert (shown.summary, shown.warning) == ("Ingen plan er udskrevet.", "")


def test_of_a_printer_that_took_nothing_it_says_so() -> None:
    shown = plans_printed(PlansPrinted(without_plan=["2026-1"]), None)

    assert shown.summary == "Ingen plan er udskrevet."


def test_the_folder_is_named_whole_where_it_is_needed() -> None:
    assert plans_saved_text(3, FOLDER) == f"3 planer er gemt i {FOLDER}."
