"""Opbevaring: the cases to look at, in words and on the way to one of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.review_retention import RetentionReview, review_retention
from desktop_app.domain.case import MoveDirection
from desktop_app.domain.retention import RetentionRules
from desktop_app.domain.rulebook import Certainty
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.retention_presenter import RetentionPresenter
from desktop_app.presenters.retention_texts import (
    RetentionRow,
    retention_json,
    retention_rows,
    retention_rule_text,
    retention_summary,
    retention_table,
)
from tests.builders import a_case, a_move, an_event
from tests.domain.test_retention import a_version
from tests.fakes import FakeStore
from tests.presenters.opened import TODAY


def a_review(*, is_empty: bool = False) -> RetentionReview:
    cases = (
        a_case(case_number="2015-001", events=(an_event("programme.max_length", date(2019, 5, 1)),), follow_ups=()),
        a_case(case_number="2015-002", moves=(a_move(MoveDirection.OUT, date(2020, 5, 1)),), follow_ups=()),
        a_case(case_number="2026-001"),
    )
    store = FakeStore(*(cases[2:] if is_empty else cases))
    return review_retention(work=store.work, read=store.read, rules=RetentionRules([a_version()]), today=TODAY)


def test_a_row_says_when_and_by_what_it_ended_and_until_when_it_is_kept() -> None:
    assert retention_rows(a_review()) == [
        RetentionRow(
            case_number="2015-001",
            citizen="Al-Hassan, Rima",
            ended="afsluttet, 01.05.2019",
            kept_until="01.05.2024",
        ),
        RetentionRow(
            case_number="2015-002",
            citizen="Al-Hassan, Rima",
            ended="fraflyttet, 01.05.2020",
            kept_until="01.05.2025",
        ),
    ]


def test_the_summary_counts_those_that_have_ended_too() -> None:
    assert retention_summary(a_review()) == "2 sager skal gennemses. 2 af 3 sager er afsluttet."
    assert retention_summary(a_review(is_empty=True)).startswith("Ingen sager skal gennemses: 0 af 1 sager")


def test_the_rule_says_how_sure_it_is() -> None:
    review = a_review()
    sure = replace(review.cases[0].expired.rule, certainty=Certainty.CONFIRMED, note="Set")
    confirmed = [one._replace(expired=one.expired._replace(rule=sure)) for one in review.cases]

    assert "Arkivkode B · Udledt" in retention_rule_text(review)
    assert retention_rule_text(review._replace(cases=tuple(confirmed))).endswith("Arkivkode B · Set")


def test_the_table_says_that_nothing_is_deleted_and_json_names_nobody() -> None:
    review = a_review()

    assert "01.05.2024  2015-001  Al-Hassan, Rima  afsluttet, 01.05.2019\n" in retention_table(review)
    assert "sletter intet" in retention_table(review)
    assert retention_table(a_review(is_empty=True)).count("\n") == 0
    first = json.loads(retention_json(review))["cases"][0]
    assert first["kept_until"] == "2024-05-01"
    assert "Rima" not in retention_json(review)


@dataclass
class Desk:
    """The dialog and the work behind it."""

    error: Exception | None = None
    shown: list[tuple[str, Sequence[RetentionRow], str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    is_finished: bool = False
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = RetentionPresenter(self, work=self, today=lambda: TODAY, open_case=self.opened.append)

    def review_retention(self, today: date) -> RetentionReview:
        assert today == TODAY
        if self.error:
            raise self.error
        return a_review()

    def show(self, summary: str, rows: Sequence[RetentionRow], rule: str, explanation: str) -> None:
        self.shown.append((summary, rows, rule, explanation))

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.is_finished = True


def test_the_list_of_today_is_shown() -> None:
    desk = Desk()

    desk.presenter.ask()

    [(summary, rows, rule, explanation)] = desk.shown
    assert (summary, len(rows), bool(rule)) == ("2 sager skal gennemses. 2 af 3 sager er afsluttet.", 2, True)
    assert "arkivkode B bevares" in explanation


def test_a_store_that_cannot_be_read_says_so() -> None:
    error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)
    desk = Desk(error=error)

    desk.presenter.ask()

    assert (desk.errors, desk.shown) == ([error_text(error)], [])


def test_a_case_that_is_chosen_is_opened_and_nothing_where_none_is() -> None:
    desk = Desk()

    desk.presenter.open("")
    assert not desk.is_finished
    desk.presenter.open("2015-001")

    assert (desk.is_finished, desk.opened) == (True, ["2015-001"])
