"""The form of a standard of the municipality's own as it is typed: its fields, what they mean, what is wrong or odd."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import SOON_DAYS
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard, StandardFault
from desktop_app.domain.rulebook import Duty, RuleVersion
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.rule_listing import groups_text
from desktop_app.presenters.rule_texts import span_text
from desktop_app.translation import _, short_date

UNITS: Final = (Unit.MONTHS, Unit.WEEKS)
_DAYS_OF = {Unit.MONTHS: 30, Unit.WEEKS: 7}
_UNREADABLE = -1


class StandardField(StrEnum):
    """The fields, in the order they stand."""

    INTERVAL = "interval"
    UNIT = "unit"
    WARNING = "warning"
    GROUPS = "groups"
    FROM = "from"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStandard:
    """What stands in the fields."""

    interval: str
    unit: str
    warning: str
    groups: tuple[str, ...] = field(default_factory=tuple)
    valid_from: str = ""
    reason: str = ""


def typed_from(duty: Duty, decided: Sequence[LocalStandard], today: date) -> TypedStandard:
    """Return what the form begins with: the latest standard, or else what the file says, from today on."""
    if decided:
        latest = decided[-1]
        interval, warning, groups = latest.interval, latest.warning_days, latest.groups
    else:
        versions = versions_today(duty, today)
        interval = versions[0].due or Span(1, Unit.MONTHS)
        warning, groups = SOON_DAYS, frozenset(group for version in versions for group in version.groups)
    return TypedStandard(
        interval=str(interval.value),
        unit=interval.unit.value,
        warning=str(warning),
        groups=_in_order(groups),
        valid_from=short_date(today),
    )


def versions_today(duty: Duty, today: date) -> Sequence[RuleVersion]:
    """Return the versions of a duty that hold today, or else its latest."""
    return [version for version in duty.versions if version.is_in_force(today)] or duty.versions[-1:]


def read_standard(typed: TypedStandard, today: date, *, duty: DutyId, standard_id: str, initials: str) -> LocalStandard:
    """Return the standard that is typed; a number that cannot be read is out of range, a day that cannot is today."""
    return LocalStandard(
        id=standard_id,
        duty=duty,
        valid_from=_day(typed, today) or today,
        interval=Span(_number(typed.interval), Unit(typed.unit)),
        groups=frozenset(map(TargetGroup, typed.groups)),
        warning_days=_number(typed.warning),
        reason=typed.reason,
        decided_on=today,
        decided_by=initials,
    )


def day_problems(typed: TypedStandard, today: date) -> dict[str, str]:
    """Return what is wrong with the day a standard is to hold from."""
    try:
        return {} if read_date(typed.valid_from, today) else {StandardField.FROM: _("Enter the date")}
    except DateNotRead as error:
        return {StandardField.FROM: date_error_text(error)}


def fault_texts(faults: Iterable[StandardFault], unit: Unit) -> dict[str, str]:
    """Return the sentence for each fault, at its field."""
    most = {
        Unit.MONTHS: _("Type a number of months from 1 to 12"),
        Unit.WEEKS: _("Type a number of weeks from 1 to 52"),
    }[unit]
    words = {
        StandardFault.INTERVAL_OUT_OF_RANGE: (StandardField.INTERVAL, most),
        StandardFault.WARNING_OUT_OF_RANGE: (StandardField.WARNING, _("Type a number of days from 0 to 30")),
        StandardFault.NO_GROUPS: (StandardField.GROUPS, _("Choose at least one target group")),
        StandardFault.NO_REASON: (StandardField.REASON, _("Write why the standard is changed")),
        StandardFault.REASON_TOO_LONG: (StandardField.REASON, _("The text is too long. Shorten it.")),
    }
    return dict(words[fault] for fault in faults)


def remarks_on_standard(
    standard: LocalStandard, before: Sequence[RuleVersion], decided: Sequence[LocalStandard], today: date
) -> dict[str, str]:
    """Return what is worth a second look, at its field; `before` are the versions that hold today."""
    remarks: dict[str, str] = {}
    longest = max((version.due for version in before if version.due), key=_length, default=None)
    if longest is not None and _length(standard.interval) > _length(longest):
        remarks[StandardField.INTERVAL] = _(
            "That is less often than now ({interval}). The deadlines of the law still hold."
        ).format(interval=span_text(longest))
    dropped = frozenset(group for version in before for group in version.groups) - standard.groups
    if standard.groups and dropped:
        remarks[StandardField.GROUPS] = _("The standard no longer holds for: {groups}.").format(
            groups=groups_text(dropped)
        )
    if any(each.valid_from == standard.valid_from for each in decided):
        remarks[StandardField.FROM] = _("A standard begins on that day already; this one takes its place.")
    elif standard.valid_from < today:
        remarks[StandardField.FROM] = _(
            "The day has passed: intervals that have begun since are counted anew, those that are over too."
        )
    return remarks


def field_name(name: StandardField) -> str:
    """Return what a field is called."""
    return {
        StandardField.INTERVAL: _("A follow-up at least every"),
        StandardField.UNIT: _("Counted in"),
        StandardField.WARNING: _("Remind, days before"),
        StandardField.GROUPS: _("For whom"),
        StandardField.FROM: _("Holds from"),
        StandardField.REASON: _("Reason"),
    }[name]


def unit_name(unit: str) -> str:
    """Return "måneder" or "uger"."""
    return {Unit.MONTHS.value: _("months"), Unit.WEEKS.value: _("weeks")}[unit]


def values_of(typed: TypedStandard) -> Mapping[StandardField, str]:
    """Return what the fields hold as one reads it."""
    return {
        StandardField.INTERVAL: typed.interval,
        StandardField.UNIT: unit_name(typed.unit),
        StandardField.WARNING: typed.warning,
        StandardField.GROUPS: groups_text([TargetGroup(group) for group in typed.groups]),
        StandardField.FROM: typed.valid_from,
        StandardField.REASON: typed.reason,
    }


def standard_text(standard: LocalStandard) -> str:
    """Return "3 måneder fra 01.12.2026"."""
    return _("{interval} from {date}").format(
        interval=span_text(standard.interval), date=short_date(standard.valid_from)
    )


def _length(span: Span) -> int:
    return span.value * _DAYS_OF.get(span.unit, 1)


def _in_order(groups: Iterable[TargetGroup]) -> tuple[str, ...]:
    chosen = frozenset(groups)
    return tuple(group.value for group in TargetGroup if group in chosen)


def _number(text: str) -> int:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 4 else _UNREADABLE  # noqa: PLR2004


def _day(typed: TypedStandard, today: date) -> date | None:
    try:
        return read_date(typed.valid_from, today)
    except DateNotRead:
        return None
