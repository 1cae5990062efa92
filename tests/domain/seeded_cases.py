"""Facts of thousands of cases, the same ones each time, over the years in which the rules change."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from desktop_app.domain.case import MoveDirection, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_facts import (
    CaseFacts,
    DecisionFact,
    EventFact,
    LeaveFact,
    MoveFact,
    OfferFact,
    PlanFact,
    ReadinessFact,
    SupportFact,
    in_order,
    in_order_of_achievement,
)
from desktop_app.domain.dates import add_months
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId

Fact = TypeVar("Fact")

_FIRST_TAKEOVER, _LAST_TAKEOVER = date(2006, 1, 1), date(2027, 6, 30)
_EVENTS = [*(duty.value for duty in DutyId), HEALTH_NEED_FOUND]


def seeded_cases(count: int, seed: int) -> Iterator[tuple[CaseFacts, date]]:
    """Yield the facts of cases, each with a day to look at it, mostly some time after the takeover."""
    chance = _Chance(seed)
    for number in range(count):
        facts = chance.facts(f"case-{number}")
        yield facts, chance.near(facts.takeover_on or chance.takeover, -60, 2400)


class _Chance(Random):
    """Draws facts near each other and near the borders of rules."""

    takeover = _FIRST_TAKEOVER

    def facts(self, case_id: str) -> CaseFacts:
        span = (_LAST_TAKEOVER - _FIRST_TAKEOVER).days
        self.takeover = _FIRST_TAKEOVER + timedelta(days=self.randrange(span))
        if self.random() < 0.1:
            self.takeover = self.takeover.replace(day=1)
        return CaseFacts(
            case_id=case_id,
            case_number=case_id,
            target_group=self.choice(list(TargetGroup)),
            birth_date=self.choice(
                [None, self.near(self.takeover, -20000, -5000), self.near(self.takeover, -7300, -5800)]
            ),
            allocation_decided_on=self.maybe(-90, 0),
            permit_granted_on=self.maybe(-120, 0),
            cpr_registered_on=self.maybe(-10, 60),
            applied_in_denmark=self.random() < 0.3,
            takeover_on=None if self.random() < 0.05 else self.takeover,
            department_named=self.random() < 0.5,
            support=in_order(self.some(3, lambda: SupportFact(*self.period(), self.choice(list(SupportKind))))),
            readiness=in_order(self.some(2, lambda: ReadinessFact(*self.period(), self.choice(list(ReadinessKind))))),
            parental_leave=in_order(self.some(1, lambda: LeaveFact(*self.period(), self.maybe(0, 1500)))),
            moves=in_order(self.moves()),
            events=in_order(self.some(5, lambda: EventFact(self.day(), self.choice(_EVENTS)))),
            plans=tuple(self.plan(number) for number in range(1, self.randrange(4))),
            offers=in_order(
                self.some(3, lambda: OfferFact(self.maybe(-5, 900), self.maybe(0, 900), self.maybe(10, 1200)))
            ),
            follow_ups=tuple(sorted(self.some(8, self.day))),
            decisions=in_order(self.some(2, self.decision) if self.random() < 0.3 else ()),
        )

    def near(self, day: date, first: int, last: int) -> date:
        return day + timedelta(days=self.randint(first, last))

    def day(self) -> date:
        return self.near(self.takeover, -10, 1800)

    def maybe(self, first: int, last: int) -> date | None:
        return self.near(self.takeover, first, last) if self.random() < 0.8 else None

    def period(self) -> tuple[date, date | None]:
        first = self.day()
        return first, self.near(first, 0, 500) if self.random() < 0.7 else None

    def some(self, most: int, make: Callable[[], Fact]) -> list[Fact]:
        return [make() for _ in range(self.randint(0, most))]

    def moves(self) -> list[MoveFact]:
        if self.random() < 0.7:
            return []
        return self.some(3, lambda: MoveFact(self.day(), self.choice(list(MoveDirection))))

    def decision(self) -> DecisionFact:
        """Return a decision about a date some duty of the case is likely to have."""
        return DecisionFact(
            made_on=self.day(),
            duty=self.choice(list(DutyId)),
            kind=self.choice(list(DecisionKind)),
            computed_on=add_months(self.takeover, self.choice([1, 1, 1, 3, 6, 36, 60])),
            on=self.maybe(0, 400),
            cause=None,
            reason="",
            made_by="",
        )

    def plan(self, number: int) -> PlanFact:
        goals = in_order_of_achievement(self.maybe(0, 1500) for _ in range(self.randrange(3)))
        return PlanFact(number, self.maybe(0, 500), self.maybe(0, 500), goals)
