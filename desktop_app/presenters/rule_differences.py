"""Two sets of rules beside each other, in lines of text: what differs, and whose deadlines change; nobody is named."""

from collections.abc import Collection, Iterator
from datetime import date

from desktop_app.application.compare_rules import DeadlineChange, RulesCompared
from desktop_app.domain.dates import Period, Span
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.rulebook import RuleVersion, Suspension
from desktop_app.domain.rulebook_differences import RuleChange, Stated
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.reason_texts import reason_text
from desktop_app.presenters.rule_texts import span_text
from desktop_app.translation import _, _n, short_date


def comparison_lines(compared: RulesCompared) -> Iterator[str]:
    """Yield every rule that differs, then every deadline that changes with its case number and duty."""
    if not compared.rules:
        yield _("The rules are the same.")
    for change in compared.rules:
        yield from _rule_lines(change)
    yield ""
    yield _deadlines_title(compared)
    if compared.deadlines:
        yield from _table(compared.deadlines, compared.today)


# Rules ---------------------------------------------------------------------------------------------------------------


def _rule_lines(change: RuleChange) -> Iterator[str]:
    stated = change.after or change.before
    assert stated is not None  # noqa: S101 - a change has one side at least
    if change.before is None:
        yield _("{rule}: new: {what}").format(rule=change.rule, what=_what(stated))
    elif change.after is None:
        yield _("{rule}: gone: {what}").format(rule=change.rule, what=_what(stated))
    else:
        yield _("{rule}: changed: {what}").format(rule=change.rule, what=_what(stated))
    for key in change.keys:
        yield f"    {key.key}: {_value(key.before)} → {_value(key.after)}"


def _what(stated: Stated) -> str:
    """Return which part of a rule file it is about."""
    if isinstance(stated, RuleVersion):
        return _("version of {date} [{groups}]").format(
            date=short_date(stated.valid_from), groups=", ".join(sorted(stated.groups))
        )
    return _("suspension") if isinstance(stated, Suspension) else _("the duty itself")


def _value(value: object) -> str:
    """Return a value of a rule file in few words."""
    match value:
        case None | ():
            text = "–"
        case bool():
            text = _("yes") if value else _("no")
        case Span():
            text = span_text(value)
        case Period():
            text = f"{_value(value.first)} – {_value(value.last)}"
        case date():
            text = short_date(value)
        case tuple() | frozenset():
            text = ", ".join(sorted(value))
        case _:
            text = str(value)
    return text


# Deadlines -----------------------------------------------------------------------------------------------------------


def _deadlines_title(compared: RulesCompared) -> str:
    changed = len(compared.deadlines)
    if not changed:
        return _("No deadline changes on {date}.").format(date=short_date(compared.today))
    cases = len({change.after.case_number for change in compared.deadlines})
    return _("On {date} {deadlines} in {cases} would change:").format(
        date=short_date(compared.today),
        deadlines=_n("{n} deadline", "{n} deadlines", changed).format(n=changed),
        cases=_n("{n} case", "{n} cases", cases).format(n=cases),
    )


def _table(changes: Collection[DeadlineChange], today: date) -> Iterator[str]:
    head = (_("Case no."), _("Duty"), _("Before"), _("After"))
    rows = [
        (one.after.case_number, one.after.duty.value, _stands(one.before, today), _stands(one.after, today))
        for one in changes
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head) - 1)]
    for row in (head, *rows):
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])


def _stands(deadline: Deadline, today: date) -> str:
    """Return "01.05.2026 (Overskredet 3 dage)", or why there is no date."""
    badge = badge_text(deadline, today)
    if deadline.due_on:
        return f"{short_date(deadline.due_on)} ({badge})"
    return f"{badge}: {reason_text(deadline)}" if deadline.reason else badge
