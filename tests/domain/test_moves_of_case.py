from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection
from desktop_app.domain.case_facts import MoveFact
from desktop_app.domain.moves_of_case import moved_away_on, moved_in_on, moves_in
from tests.builders import facts

EARLY, DAY, LATE = date(2025, 1, 1), date(2025, 6, 1), date(2025, 9, 1)
IN, OUT = MoveDirection.IN, MoveDirection.OUT


@pytest.mark.parametrize(
    ("moves", "moved_in", "moved_away"),
    [
        ((), None, None),
        ((MoveFact(DAY, IN),), DAY, None),
        ((MoveFact(EARLY, IN), MoveFact(DAY, IN)), DAY, None),
        ((MoveFact(DAY, OUT),), None, DAY),
        ((MoveFact(EARLY, OUT), MoveFact(DAY, OUT)), None, DAY),
        ((MoveFact(EARLY, IN), MoveFact(DAY, OUT)), EARLY, DAY),
        ((MoveFact(DAY, OUT), MoveFact(LATE, IN)), LATE, None),
        ((MoveFact(DAY, IN), MoveFact(DAY, OUT)), DAY, None),
    ],
)
def test_a_citizen_has_moved_away_until_a_later_move_in_undoes_it(
    moves: tuple[MoveFact, ...], moved_in: date | None, moved_away: date | None
) -> None:
    known = facts(moves=moves)

    assert moved_in_on(known) == moved_in
    assert moved_away_on(known) == moved_away


def test_moves_in_on_the_takeover_or_before_it_are_no_moves_after_it() -> None:
    moves = (MoveFact(EARLY, IN), MoveFact(DAY, IN), MoveFact(DAY, OUT), MoveFact(LATE, IN))

    assert moves_in(facts(takeover_on=EARLY, moves=moves)) == (DAY, LATE)
    assert moves_in(facts(takeover_on=None, moves=moves)) == ()
