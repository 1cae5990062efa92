"""Opening a case, showing its number when asked, printing its plan."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    CaseNotFound,
    PlanNotFound,
    StorageTrouble,
    StorageUnavailable,
)
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft, HistoryLine
from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.plan import PlanState
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_presenter import CasePresenter
from tests.builders import a_case, a_kept_draft
from tests.fakes import FakeStore
from tests.presenters.opened import NOW, TODAY, a_worklist, an_opened_case
from tests.presenters.views import SeenCase


class Office:
    """One case, and what is asked of it; a test may make everything fail."""

    def __init__(self, opened: OpenedCase, cpr: str | None = "0101900002") -> None:
        self.opened = opened
        self.cpr = cpr
        self.error: ApplicationError | None = None
        self.draft: Draft | None = None
        self.asked: list[tuple[object, ...]] = []

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        self._ask("open", case_number, today, searched_for, again)
        return self.opened

    def show_cpr(self, case_number: str) -> str | None:
        self._ask("cpr", case_number)
        return self.cpr

    def drafts(self) -> Sequence[Draft]:
        if self.error:
            raise self.error
        return [self.draft] if self.draft else []

    def print_plan(self, case_number: str, today: date, plan_number: int | None) -> PrintedPlan:
        self._ask("print", case_number, today, plan_number)
        return PrintedPlan(
            content=b"%PDF",
            case_number=case_number,
            plan_number=plan_number or 1,
            dated_on=today,
            state=PlanState.DRAFT,
        )

    def draw(
        self, kind: PaperKind, case_number: str, today: date, follow_up: ChosenFollowUp | None = None
    ) -> PrintedPaper:
        self._ask("draw", kind, case_number, today, follow_up)
        return PrintedPaper(content=b"%PDF", kind=kind, case_number=case_number, dated_on=today)

    def _ask(self, *question: object) -> None:
        self.asked.append(question)
        if self.error:
            raise self.error


def at(office: Office, rulebook: Rulebook) -> tuple[SeenCase, CasePresenter]:
    view = SeenCase()
    presenter = CasePresenter(
        view,
        reading=office,
        print_plan=office.print_plan,
        papers=office,
        worklist=lambda: a_worklist(FakeStore(a_case()), rulebook),
        drafts=office.drafts,
        rulebook=rulebook,
        now=lambda: NOW,
    )
    return view, presenter


@pytest.fixture
def office(rulebook: Rulebook) -> Office:
    return Office(an_opened_case(rulebook))


def test_a_case_is_opened_as_of_today(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)

    presenter.open("2026-014", TODAY, "rima")

    [page] = view.pages
    assert page.head.name == "Rima Al-Hassan"
    assert presenter.opened is office.opened
    assert office.asked == [("open", "2026-014", TODAY, "rima", False)]


def test_before_a_case_is_open_there_is_nothing_to_do(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)

    presenter.reload(TODAY)
    presenter.show_cpr()
    presenter.print_plan()
    presenter.print_paper(PaperKind.FOLLOW_UP)

    assert presenter.opened is None
    assert office.asked == []
    assert view == SeenCase()


def test_a_case_is_read_again_without_being_opened_anew(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)
    tomorrow = date(2026, 11, 23)

    presenter.reload(tomorrow)

    [page] = view.pages_again
    assert page.today == tomorrow
    assert office.asked[-1] == ("open", "2026-014", tomorrow, "", True)


def test_a_case_that_is_no_more_is_let_go_and_not_read_again(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.let_go()
    presenter.reload(TODAY)

    assert presenter.opened is None
    assert view.pages_again == []


def test_a_case_that_cannot_be_read_again_stays_as_it_was(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)
    office.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    presenter.reload(TODAY)

    assert view.pages_again == []
    assert len(view.errors) == 1


def test_a_tab_is_shown_once_what_it_shows_was_read(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.show_tab("history", "history")

    assert view.tabs == ["history"]


def test_a_tab_that_cannot_be_read_is_not_shown(office: Office, rulebook: Rulebook) -> None:
    def fail(_case_id: str) -> list[HistoryLine]:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    office.opened = replace(office.opened, read_history=fail)
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.show_tab("history", "history")

    assert view.tabs == []
    assert len(view.errors) == 1


def test_a_case_that_is_not_there_says_so_and_shows_nothing(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    office.error = CaseNotFound("2026-999")

    presenter.open("2026-999", TODAY)

    assert view.errors == ["Der er ingen sag med nummeret 2026-999. Tjek nummeret, og prøv igen."]
    assert view.pages == []


def test_the_number_is_shown_with_its_hyphen_when_asked_for(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.show_cpr()

    assert view.numbers == ["010190-0002"]
    assert office.asked[-1] == ("cpr", "2026-014")


def test_where_there_is_no_number_none_is_shown(rulebook: Rulebook) -> None:
    office = Office(an_opened_case(rulebook), cpr=None)
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.show_cpr()

    assert (view.numbers, view.errors) == ([], [])


@pytest.mark.parametrize("number", [None, 2])
def test_a_plan_is_printed_as_of_the_day_the_case_was_opened(
    number: int | None, office: Office, rulebook: Rulebook
) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.print_plan(number)

    [printed] = view.prints
    assert isinstance(printed, PrintedPlan)
    assert printed.plan_number == (number or 1)
    assert office.asked[-1] == ("print", "2026-014", TODAY, number)


def test_the_minutes_of_a_follow_up_are_printed(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)

    presenter.print_paper(PaperKind.FOLLOW_UP, "talk-1")

    assert [printed.content for printed in view.prints] == [b"%PDF"]
    assert office.asked[-1] == (
        "draw",
        PaperKind.FOLLOW_UP,
        "2026-014",
        TODAY,
        ChosenFollowUp(follow_up_id="talk-1"),
    )


def test_without_a_plan_there_is_nothing_to_print(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)
    office.error = PlanNotFound("2026-014")

    presenter.print_plan()

    assert view.errors == ["Sag 2026-014 har ingen plan endnu, så der er intet at udskrive."]
    assert view.prints == []


def test_a_store_that_fails_says_so_wherever_it_is_asked(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)
    office.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    presenter.show_cpr()
    presenter.print_plan()
    presenter.print_paper(PaperKind.FOLLOW_UP)

    assert view.errors == ["Disken melder fejl, så intet blev gemt. Tjek, at drevet er tilsluttet, og prøv igen."] * 3
    assert (view.numbers, view.prints) == ([], [])


def test_coming_back_from_a_follow_up_that_was_left_half_typed_shows_its_draft(
    office: Office, rulebook: Rulebook
) -> None:
    view, presenter = at(office, rulebook)
    presenter.come_back(TODAY)
    presenter.open("2026-014", TODAY)
    assert view.pages[-1].follow_ups.draft == ""
    presenter.come_back(TODAY)
    assert len(view.pages) == 1

    office.draft = a_kept_draft(screen="follow_up", subject=office.opened.case.id)
    presenter.come_back(TODAY)

    assert view.pages_again[-1].follow_ups.draft.startswith("Kladde fra kl.")


def test_drafts_that_cannot_be_read_are_told_of(office: Office, rulebook: Rulebook) -> None:
    view, presenter = at(office, rulebook)
    presenter.open("2026-014", TODAY)
    assert view.pages[-1].follow_ups
    office.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    presenter.come_back(TODAY)

    assert len(view.errors) == 1
