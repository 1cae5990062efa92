"""Samtykke in words, and the dialog that records it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import CaseNotFound
from desktop_app.application.record_consent import ConsentAct, ConsentProblem, record_consent
from desktop_app.domain.case import Case
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.presenters.consent_presenter import ConsentField, ConsentPresenter
from desktop_app.presenters.consent_texts import consent_lines, consent_problem_text
from desktop_app.presenters.error_texts import error_text
from tests.builders import a_case
from tests.fakes import FakeStore
from tests.presenters.opened import TODAY

SHARING = ConsentPurpose.SHARING


@dataclass
class Desk:
    """The dialog, and the work behind it."""

    store: FakeStore = field(default_factory=lambda: FakeStore(a_case()))
    error: Exception | None = None
    asked: list[tuple[str, Sequence[str]]] = field(default_factory=list)
    problems: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    is_finished: bool = False
    done: list[tuple[Changes, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = ConsentPresenter(self, work=self, today=lambda: TODAY, saved=self.saved)

    def saved(self, changes: Changes, text: str) -> None:
        self.done.append((changes, text))

    def record_consent(self, seen: Case, act: ConsentAct, today: date) -> Changes:
        if self.error:
            raise self.error
        return record_consent(seen, act, work=self.store.work, today=today)

    def ask(self, title: str, lines: Sequence[str]) -> None:
        self.asked.append((title, lines))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.is_finished = True

    def case(self) -> Case:
        return self.store.case("2026-014")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.presenter.ask(desk.case())
    return desk


def test_each_consent_is_a_line_with_its_days() -> None:
    given = Consent(id="1", purpose=SHARING, given_on=date(2026, 10, 5), with_whom="Sprogcenteret")
    ended = Consent(
        id="2", purpose=ConsentPurpose.HEALTH_TEXT, given_on=date(2026, 10, 5), withdrawn_on=date(2026, 11, 5)
    )

    assert consent_lines([given, ended]) == [
        "Oplysninger deles med andre: Sprogcenteret, givet 05.10.2026",
        "Helbred står på papiret, givet 05.10.2026, trukket tilbage 05.11.2026",
    ]


def test_the_dialog_opens_over_what_stands(desk: Desk) -> None:
    assert desk.asked == [("Samtykke fra Rima Al-Hassan", [])]


def test_consent_is_recorded_and_then_withdrawn(desk: Desk) -> None:
    desk.presenter.save(SHARING, "5/10-26", "Sprogcenteret", is_withdrawal=False)
    desk.presenter.ask(desk.case())
    desk.presenter.save(SHARING, "i dag", "", is_withdrawal=True)

    [one] = desk.case().consents
    assert (one.given_on, one.withdrawn_on) == (date(2026, 10, 5), TODAY)
    assert [text for _, text in desk.done] == ["Samtykket er registreret.", "Samtykket er trukket tilbage."]
    assert desk.is_finished


@pytest.mark.parametrize(
    ("on", "whom", "is_withdrawal", "place"),
    [
        ("", "Lægen", False, ConsentField.ON),
        ("31/2-26", "Lægen", False, ConsentField.ON),
        ("01.01.2027", "Lægen", False, ConsentField.ON),
        ("i dag", " ", False, ConsentField.WHOM),
        ("i dag", "", True, ConsentField.PURPOSE),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: Desk, on: str, whom: str, place: ConsentField, *, is_withdrawal: bool
) -> None:
    desk.presenter.save(SHARING, on, whom, is_withdrawal=is_withdrawal)

    assert list(desk.problems) == [place]
    assert desk.case().consents == ()


def test_an_error_is_said(desk: Desk) -> None:
    desk.error = CaseNotFound("2026-014")

    desk.presenter.save(SHARING, "i dag", "Lægen", is_withdrawal=False)

    assert desk.errors == [error_text(CaseNotFound("2026-014"))]


def test_nothing_is_saved_once_the_dialog_is_closed(desk: Desk) -> None:
    desk.presenter.close()

    desk.presenter.save(SHARING, "i dag", "Lægen", is_withdrawal=False)

    assert desk.case().consents == ()


@pytest.mark.parametrize("problem", ConsentProblem)
def test_every_problem_has_its_words(problem: ConsentProblem) -> None:
    assert consent_problem_text(problem)
