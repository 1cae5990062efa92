"""Where a deadline lies within reach of a change of the law, so that which version decides is inferred.

The law's transitional rules have mostly not been seen. A duty keeps the version under which it began; where another
version would have asked for something else, the deadline says so.
"""

from datetime import date

from desktop_app.domain.dates import next_working_day
from desktop_app.domain.deadline import Step, StepKind
from desktop_app.domain.rulebook import DutyOfGroup, RuleVersion, Standing

A_DAY = date.resolution


def change_within_reach(
    of_group: DutyOfGroup, version: RuleVersion, start_on: date, due_on: date | None
) -> Step | None:
    """Return the change of the law that makes it doubtful whether `version` decides, None when there is none.

    It is one whose day is inferred and may lie on the other side of the start, or one that came while the time allowed
    ran. A change after which the same is asked for is none. A municipality says itself from when its standard holds.
    """
    if version.standing is Standing.LOCAL_STANDARD:
        return None
    for changed in of_group.versions:
        between = changed.begins_between
        if between is None or start_on not in between:
            continue
        before = of_group.version_on(changed.valid_from - A_DAY)
        other = before if changed is version else changed
        if version in (before, changed) and _asks_for_another(version, other, start_on):
            return Step(StepKind.LAW_CHANGED_BETWEEN, between.last, start=between.first)
    ended_on = version.ended_on
    if due_on is None or ended_on is None or not start_on <= ended_on < due_on:
        return None
    changed_on = ended_on + A_DAY
    if _asks_for_another(version, of_group.version_on(changed_on), start_on):
        return Step(StepKind.LAW_CHANGED_MEANWHILE, changed_on)
    return None


def _asks_for_another(version: RuleVersion, other: RuleVersion | None, start_on: date) -> bool:
    """Tell whether another version, or none, asks for something else than this one of what begins on a day."""
    return other is None or _demand(version, start_on) != _demand(other, start_on)


def _demand(version: RuleVersion, start_on: date) -> tuple[object, ...]:
    due_on = version.due.after(start_on) if version.due else None
    if due_on and version.to_next_working_day:
        due_on = next_working_day(due_on)
    return (
        due_on,
        version.clock,
        version.times,
        version.repeats,
        version.obligation,
        frozenset(version.conditions),
        version.in_ordinary_work,
        version.after_birth,
        version.wording_seen,
    )
