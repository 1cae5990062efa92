"""List the cases whose time is over, for somebody to look at. None of them is touched."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from desktop_app.application.ports import CaseLine, LogAction, ReadModel, Work
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.retention import Expired, RetentionRules, ending_of, expired
from desktop_app.domain.role import Act


class ReviewedCase(NamedTuple):
    """A case to look at."""

    line: CaseLine
    expired: Expired


class RetentionReview(NamedTuple):
    """The cases to look at, the longest over first; of `all` cases `ended` have ended."""

    cases: tuple[ReviewedCase, ...]
    ended: int
    all: int


def review_retention(*, work: Work, read: ReadModel, rules: RetentionRules, today: date) -> RetentionReview:
    """Return the cases whose time is over on a day; that they were listed is logged.

    Raises:
        StorageUnavailable: the store cannot be read, or it could not be logged.
    """
    with work(Act.REVIEW_RETENTION) as unit:
        unit.note(LogAction.LISTED)
        unit.commit()
    facts = read.facts()
    over = {one.case_id: found for one in facts if (found := expired(one, rules, today))}
    cases = [ReviewedCase(line, over[line.case_id]) for line in read.case_lines(over.keys())]
    return RetentionReview(tuple(sorted(cases, key=_order)), _ended(facts), len(facts))


def _ended(facts: Collection[CaseFacts]) -> int:
    return sum(ending_of(one) is not None for one in facts)


def _order(case: ReviewedCase) -> tuple[date, str]:
    return case.expired.kept_until, case.line.case_number
