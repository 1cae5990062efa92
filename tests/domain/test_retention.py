"""When a case has ended, and when somebody is to look at it again."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import MoveDirection
from desktop_app.domain.case_facts import CaseFacts, EventFact, MoveFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.retention import (
    EndedBy,
    Ending,
    RetentionRules,
    RetentionVersion,
    ending_of,
    expired,
)
from desktop_app.domain.rulebook import Certainty, Standing
from tests.builders import a_source, facts

CLOSED = date(2020, 2, 29)


def a_version(**changes: Any) -> RetentionVersion:  # noqa: ANN401 - whatever a test changes
    values: dict[str, Any] = {
        "valid_from": date(2006, 4, 1),
        "kle": "15.40.10",
        "archive_code": "B",
        "keep": Span(5, Unit.YEARS),
        "standing": Standing.RECOMMENDATION,
        "certainty": Certainty.INFERRED,
        "source": a_source(),
    }
    return RetentionVersion(**(values | changes))


def ended(**changes: Any) -> CaseFacts:  # noqa: ANN401 - as above
    return facts(events=(EventFact(CLOSED, "programme.max_length"),), follow_ups=(), moves=(), **changes)


def test_a_case_that_goes_on_has_not_ended() -> None:
    assert ending_of(facts(events=(EventFact(CLOSED, "programme.started"),), moves=())) is None


@pytest.mark.parametrize(
    ("moves", "ending"),
    [
        ((), Ending(CLOSED, EndedBy.CLOSED)),
        ((MoveFact(date(2020, 6, 1), MoveDirection.OUT),), Ending(date(2020, 6, 1), EndedBy.MOVED_AWAY)),
        ((MoveFact(date(2019, 6, 1), MoveDirection.OUT),), Ending(CLOSED, EndedBy.CLOSED)),
        (
            (MoveFact(date(2020, 6, 1), MoveDirection.OUT), MoveFact(date(2020, 7, 1), MoveDirection.IN)),
            Ending(CLOSED, EndedBy.CLOSED),
        ),
    ],
)
def test_it_ends_when_it_is_closed_or_the_citizen_moves_away(moves: tuple[MoveFact, ...], ending: Ending) -> None:
    assert ending_of(ended()._replace(moves=moves)) == ending


def test_somebody_who_moved_away_has_ended_without_being_closed() -> None:
    away = ended()._replace(events=(), moves=(MoveFact(CLOSED, MoveDirection.OUT),))

    assert ending_of(away) == Ending(CLOSED, EndedBy.MOVED_AWAY)


def test_a_talk_held_later_moves_the_day() -> None:
    assert ending_of(ended()._replace(follow_ups=(date(2021, 1, 5),))) == Ending(date(2021, 1, 5), EndedBy.CLOSED)


def test_it_is_looked_at_from_the_day_after_it_was_kept_until() -> None:
    rules = RetentionRules([a_version()])

    assert expired(ended(), rules, date(2025, 2, 28)) is None
    found = expired(ended(), rules, date(2025, 3, 1))
    assert found is not None
    assert (found.kept_until, found.ending.on) == (date(2025, 2, 28), CLOSED)


def test_the_version_in_force_when_it_ended_counts() -> None:
    rules = RetentionRules([a_version(valid_from=date(2019, 1, 1), keep=Span(1, Unit.YEARS)), a_version()])
    today = date(2022, 1, 1)

    before = ended()._replace(events=(EventFact(date(2018, 12, 31), "programme.max_length"),))

    assert expired(ended(), rules, today) is not None
    assert expired(before, rules, today) is None


def test_a_case_no_version_reaches_and_one_that_goes_on_are_not_looked_at() -> None:
    rules = RetentionRules([a_version(valid_from=date(2024, 1, 1))])

    assert expired(ended(), rules, date(2050, 1, 1)) is None
    assert expired(ended()._replace(events=()), rules, date(2050, 1, 1)) is None
