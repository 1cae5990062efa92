"""Show what another set of rules would change: the rules that differ, and the deadlines of the cases in the store."""

from datetime import date
from typing import NamedTuple

from desktop_app.application.ports import LogAction, ReadModel, Work
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.local_standard import with_local_standards
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.rulebook_differences import RuleChange, rule_changes


class DeadlineChange(NamedTuple):
    """A deadline of a case as the old rules and as the new rules have it."""

    before: Deadline
    after: Deadline


class RulesCompared(NamedTuple):
    """What differs between two sets of rules, and the deadlines that change on `today`, by case number and duty."""

    rules: list[RuleChange]
    deadlines: list[DeadlineChange]
    today: date


def compare_rules(
    *, work: Work, read: ReadModel, old: Rulebook, new: Rulebook, uses_suspension: bool, today: date
) -> RulesCompared:
    """Compare two sets of rules over every case; the listing is logged.

    A council that lets no deadline rest (`uses_suspension` False) does so under both, and its own standards hold under
    both. A deadline changes when its date,
    its status or its reason does; another version or source that leads to the same is no change of the deadline.
    """
    with work(Act.COMPARE_RULES) as unit:
        standards = unit.local_standards.all()
        unit.note(LogAction.LISTED)
        unit.commit()
    laws = (law if uses_suspension else law.without_suspensions() for law in (old, new))
    before, after = (with_local_standards(law, standards) for law in laws)
    changed = [
        DeadlineChange(was, becomes)
        for facts in sorted(read.facts(), key=lambda facts: facts.case_number)
        for was, becomes in zip(
            deadlines_for(facts, before, today, with_steps=False),
            deadlines_for(facts, after, today, with_steps=False),
            strict=True,  # both rulebooks hold every duty, in one order
        )
        if _outcome(was) != _outcome(becomes)
    ]
    return RulesCompared(rule_changes(old, new), changed, today)


def _outcome(deadline: Deadline) -> Deadline:
    """Return a deadline without what led to it."""
    return deadline._replace(rule=None, counts_from=None)
