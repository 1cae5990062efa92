"""Reads `resources/law/limits/full_week.toml` and rejects whatever it does not know."""

from datetime import date
from itertools import combinations
from pathlib import Path

from desktop_app.application.errors import RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.rulebook import Certainty, Standing
from desktop_app.storage.rule_table import RuleTable
from desktop_app.storage.rulebook_file import read_source


def read_full_weeks(file: Path) -> FullWeeks:
    """Return the full weeks a file holds.

    Raises:
        RuleFileError: the file is not as they are written.
    """
    return full_weeks_of(RuleTable.of_file(file))


def full_weeks_of(table: RuleTable) -> FullWeeks:
    """Return the full weeks that stand in the table of a file.

    Raises:
        RuleFileError: as `read_full_weeks` says.
    """
    weeks = [_week(inner) for inner in table.inner_list("week")]
    table.finish()
    for one, other in combinations(weeks, 2):
        if one.groups & other.groups and one.period.overlaps(other.period):
            raise table.error(RuleProblem.OVERLAPPING_VERSIONS, "week", other.valid_from.isoformat())
    return FullWeeks(weeks)


def _week(table: RuleTable) -> FullWeek:
    standing = table.required_word("standing", Standing)
    week = FullWeek(
        valid_from=table.take("valid_from", date),
        ended_on=table.take("ended_on", date, required=False),
        groups=frozenset(table.words("groups", TargetGroup)),
        hours=table.take("hours", int),
        standing=standing,
        certainty=table.required_word("certainty", Certainty),
        note=table.take("note", str, required=False),
        source=read_source(table, url_required=standing is Standing.STATUTE),
    )
    if week.ended_on and week.ended_on < week.valid_from:
        raise table.error(RuleProblem.ENDS_BEFORE_IT_BEGINS, "ended_on", week.ended_on.isoformat())
    if week.hours < 1:
        raise table.error(RuleProblem.NOT_POSITIVE, "hours", str(week.hours))
    table.finish()
    return week
