"""Slet en fejloprettet person: reason, number, and once more."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.erase_person import Erasing, erase_person
from desktop_app.application.errors import ApplicationError, CaseNotFound, ConfirmationWrong, SignedCaseKept
from desktop_app.domain.case import Case
from desktop_app.presenters.erasure_presenter import NUMBER, REASON, ErasurePresenter
from desktop_app.presenters.erasure_texts import goes_text, kept_text, wrong_number_text
from desktop_app.presenters.error_texts import error_text
from tests.builders import a_case, a_draft, a_follow_up, a_plan, an_event, an_offer
from tests.fakes import FakeStore


@dataclass
class SeenErasure:
    """The dialogs, what they show, and what was said when it was done."""

    asked: list[tuple[str, ...]] = field(default_factory=list)
    problems: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    last: list[tuple[str, str]] = field(default_factory=list)
    is_finished: bool = False
    done: list[tuple[Changes, str]] = field(default_factory=list)

    def ask(self, title: str, explanation: str, goes: str, backups: str) -> None:
        self.asked.append((title, explanation, goes, backups))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def ask_finally(self, question: str, consequence: str) -> None:
        self.last.append((question, consequence))

    def finish(self) -> None:
        self.is_finished = True

    def erased(self, changes: Changes, text: str) -> None:
        self.done.append((changes, text))


class Desk:
    """Rights over a store in memory."""

    def __init__(self, *cases: Case) -> None:
        self.store = FakeStore(*cases)
        self.error: ApplicationError | None = None
        self.view = SeenErasure()
        self.presenter = ErasurePresenter(self.view, work=self, erased=self.view.erased)

    def erase(self, seen: Case, erasing: Erasing) -> Changes:
        if self.error:
            raise self.error
        return erase_person(seen, erasing, work=self.store.work)

    def case(self) -> Case:
        return self.store.case("2026-014")


@pytest.fixture
def desk() -> Desk:
    return Desk(a_case(plans=()))


def test_it_says_what_goes_what_stays_and_that_backups_still_hold_the_person(desk: Desk) -> None:
    desk.presenter.ask(desk.case())

    [(title, explanation, goes, backups)] = desk.view.asked
    assert title == "Slet Rima Al-Hassan, sag 2026-014"
    assert "Loggen viser stadig, at der var en sag" in explanation
    assert goes == "Det her slettes: stamdata."
    assert "kopier fra tolv senere måneder" in backups


def test_what_goes_is_counted() -> None:
    case = a_case(
        plans=(a_draft(),),
        follow_ups=(a_follow_up(held_on=date(2026, 11, 2)), a_follow_up(held_on=date(2026, 11, 3))),
        events=(an_event("programme.started", date(2026, 10, 5)),),
        offers=(an_offer(),),
    )

    assert goes_text(case) == (
        "Det her slettes: stamdata, 1 plan, der ikke er underskrevet, 2 opfølgninger, 2 hændelser og tilbud."
    )


def test_a_case_on_which_something_was_signed_is_kept_and_says_what_to_do_instead() -> None:
    desk = Desk(a_case(plans=(a_plan(),)))

    desk.presenter.ask(desk.case())
    desk.presenter.go_on()
    desk.presenter.erase()

    assert desk.view.asked == desk.view.last == []
    assert desk.view.errors == [kept_text("2026-014")]
    assert "arkivkode B" in kept_text("2026-014")


@pytest.mark.parametrize(
    ("reason", "number", "place"),
    [(" ", "2026-014", REASON), ("To gange", "2026-15", NUMBER), ("To gange", "", NUMBER)],
)
def test_without_a_reason_and_the_number_it_goes_no_further(desk: Desk, reason: str, number: str, place: str) -> None:
    desk.presenter.ask(desk.case())
    desk.presenter.type(reason, number)

    desk.presenter.go_on()

    assert list(desk.view.problems) == [place]
    assert desk.view.last == []


def test_it_is_asked_twice_and_then_done(desk: Desk) -> None:
    case = desk.case()
    desk.presenter.ask(case)
    desk.presenter.type("Oprettet to gange", "2026-014")

    desk.presenter.go_on()
    assert desk.view.last == [("Slet sag 2026-014 for altid?", "Alt på sagen slettes. Det kan ikke fortrydes.")]
    assert desk.case() == case

    desk.presenter.erase()
    assert desk.view.is_finished
    assert desk.view.done == [
        (Changes(cases=frozenset({case.id})), "Sag 2026-014 er slettet. Loggen viser, at den var der.")
    ]
    with pytest.raises(CaseNotFound):
        desk.case()


def test_what_somebody_saved_meanwhile_is_seen_before_it_is_erased(desk: Desk) -> None:
    desk.presenter.ask(desk.case())
    desk.presenter.type("Oprettet to gange", "2026-014")
    with desk.store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), takeover_on=date(2026, 10, 5)))
        unit.commit()

    desk.presenter.erase()

    assert "Åbn den igen" in desk.view.errors[0]
    assert not desk.view.done


def test_an_error_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    desk.presenter.ask(desk.case())
    desk.presenter.type("Oprettet to gange", "2026-014")
    desk.error = CaseNotFound("2026-014")

    desk.presenter.erase()
    desk.error = None
    desk.presenter.erase()

    assert desk.view.errors == [error_text(CaseNotFound("2026-014"))]
    assert desk.view.done


def test_nothing_is_erased_once_the_dialog_is_closed(desk: Desk) -> None:
    case = desk.case()
    desk.presenter.ask(case)
    desk.presenter.close()

    desk.presenter.go_on()
    desk.presenter.erase()

    assert desk.case() == case


def test_the_errors_have_their_sentences_wherever_they_are_said() -> None:
    assert error_text(SignedCaseKept("2026-014")) == kept_text("2026-014")
    assert error_text(ConfirmationWrong("2026-014")) == f"{wrong_number_text('2026-014')}."
