"""What a standard would change, in words: how many cases get another date, and which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.application.preview_local_standard import MovedDeadline, StandardPreview
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _n, short_date


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A case whose deadline moves."""

    case_number: str
    duty: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PreviewShown:
    """A sentence, what more there is to say, and a row for each case that gets another date."""

    summary: str
    remark: str
    rows: Sequence[MovedRow]


def preview_shown(preview: StandardPreview, rules: Rulebook, valid_from: date, today: date) -> PreviewShown:
    """Return what a standard from a day on would change."""
    n = len(preview.moved)
    summary = _n("{n} case gets a new deadline", "{n} cases get a new deadline", n).format(n=n)
    if not n:
        summary = _("No case gets a new deadline now")
    remarks = [
        _(
            "The standard decides intervals that begin on {date} or later. Those that began before keep their length."
        ).format(date=short_date(valid_from))
    ]
    if other := preview.otherwise_reminded:
        remarks.append(
            _n(
                "One is reminded of {n} more earlier or later than now.",
                "One is reminded of {n} more earlier or later than now.",
                other,
            ).format(n=other)
        )
    return PreviewShown(summary, " ".join(remarks), [_row(moved, rules, today) for moved in preview.moved])


def _row(moved: MovedDeadline, rules: Rulebook, today: date) -> MovedRow:
    return MovedRow(
        moved.case_number,
        duty_name(rules.duties[moved.before.duty]),
        _standing(moved.before, today),
        _standing(moved.after, today),
    )


def _standing(deadline: Deadline, today: date) -> str:
    return short_date(deadline.due_on) if deadline.due_on else badge_text(deadline, today)
