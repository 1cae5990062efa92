"""The dialog about one deadline as it is typed: its fields for each kind of decision, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.deadline_deciding import Deciding, DecisionFault
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import text_problems
from desktop_app.translation import _, _p


class DecisionField(StrEnum):
    """The fields of the dialog; `ON` is the other date or the day of the meeting."""

    ON = "on"
    CAUSE = "cause"
    REASON = "reason"


Texts = Mapping[DecisionField, str]

_FIELDS: Mapping[DecisionKind, frozenset[DecisionField]] = {
    DecisionKind.NOT_RELEVANT: frozenset({DecisionField.REASON}),
    DecisionKind.OTHER_DATE: frozenset({DecisionField.ON, DecisionField.REASON}),
    DecisionKind.LATE_BECAUSE: frozenset({DecisionField.CAUSE, DecisionField.REASON}),
    DecisionKind.MEETING: frozenset({DecisionField.ON, DecisionField.REASON}),
}


_REPEATING: Final = frozenset({*FOLLOW_UP_DUTIES, DutyId.OFFER_GAP})


def fields_of(kind: DecisionKind) -> frozenset[DecisionField]:
    """Return the fields that are asked for."""
    return _FIELDS[kind]


def is_optional(field: DecisionField, kind: DecisionKind) -> bool:
    """Tell whether a field may stay empty."""
    return field is DecisionField.REASON and kind in {DecisionKind.MEETING, DecisionKind.LATE_BECAUSE}


def title_of(kind: DecisionKind) -> str:
    """Return what the dialog is called."""
    return {
        DecisionKind.NOT_RELEVANT: _("Set the deadline to not relevant"),
        DecisionKind.OTHER_DATE: _("Change the deadline"),
        DecisionKind.LATE_BECAUSE: _("Cause of the delay"),
        DecisionKind.MEETING: _("Plan a meeting"),
    }[kind]


def accept_text(kind: DecisionKind) -> str:
    """Return what the button says that records it."""
    return {
        DecisionKind.NOT_RELEVANT: _p("button", "Set to not relevant"),
        DecisionKind.OTHER_DATE: _p("button", "Change the deadline"),
        DecisionKind.LATE_BECAUSE: _p("button", "Save the cause"),
        DecisionKind.MEETING: _p("button", "Plan the meeting"),
    }[kind]


def act_text(kind: DecisionKind) -> str:
    """Return what the act is called that opens the dialog."""
    return {
        DecisionKind.NOT_RELEVANT: _p("act", "Not relevant …"),
        DecisionKind.OTHER_DATE: _p("act", "Change the deadline …"),
        DecisionKind.LATE_BECAUSE: _p("act", "Note the cause …"),
        DecisionKind.MEETING: _p("act", "Plan a meeting …"),
    }[kind]


def withdrawal_text(kind: DecisionKind) -> str:
    """Return what the act is called that takes a decision away again."""
    return {
        DecisionKind.NOT_RELEVANT: _p("act", "Let the deadline hold again"),
        DecisionKind.OTHER_DATE: _p("act", "Back to the calculated deadline"),
        DecisionKind.LATE_BECAUSE: _p("act", "Remove the cause"),
        DecisionKind.MEETING: _p("act", "Cancel the meeting"),
    }[kind]


def recorded_text(kind: DecisionKind) -> str:
    """Return what is said once it is recorded."""
    return {
        DecisionKind.NOT_RELEVANT: _("The deadline is set to not relevant. The reason stays on the case."),
        DecisionKind.OTHER_DATE: _("The deadline is changed. The calculated date stays beside it."),
        DecisionKind.LATE_BECAUSE: _("The cause of the delay is saved."),
        DecisionKind.MEETING: _("The meeting is planned."),
    }[kind]


def withdrawn_text(kind: DecisionKind) -> str:
    """Return what is said once it was taken away again."""
    return {
        DecisionKind.NOT_RELEVANT: _("The deadline holds again."),
        DecisionKind.OTHER_DATE: _("The calculated deadline holds again."),
        DecisionKind.LATE_BECAUSE: _("The cause is removed."),
        DecisionKind.MEETING: _("The meeting is cancelled."),
    }[kind]


def label_of(field: DecisionField, kind: DecisionKind) -> str:
    """Return what a field is called."""
    return {
        DecisionField.ON: _("Day of the meeting") if kind is DecisionKind.MEETING else _("New deadline"),
        DecisionField.CAUSE: _("Why was it late?"),
        DecisionField.REASON: _("Note") if is_optional(field, kind) else _("Reason"),
    }[field]


def read_decision(texts: Texts, duty: DutyId, kind: DecisionKind, computed_on: date, today: date) -> Deciding:
    """Return what is typed; a day that cannot be read is none, and a field that is not asked for is empty."""
    fields = fields_of(kind)
    cause = texts[DecisionField.CAUSE] if DecisionField.CAUSE in fields else ""
    return Deciding(
        duty=duty,
        kind=kind,
        computed_on=computed_on,
        on=_day(texts, today) if DecisionField.ON in fields else None,
        cause=DelayCause(cause) if cause else None,
        reason=texts[DecisionField.REASON],
    )


def unkept(texts: Texts, kind: DecisionKind) -> dict[str, str]:
    """Return what is said of texts that cannot be kept, each at its field."""
    return text_problems({field.value: texts[field] for field in fields_of(kind)})


def unread(texts: Texts, kind: DecisionKind, today: date) -> dict[str, str]:
    """Return the sentence about a day that cannot be read, at its field."""
    if DecisionField.ON not in fields_of(kind):
        return {}
    try:
        read_date(texts[DecisionField.ON], today)
    except DateNotRead as error:
        return {DecisionField.ON: date_error_text(error)}
    return {}


def remarks_on(deciding: Deciding) -> dict[str, str]:
    """Return what is worth a second look; it is recorded all the same."""
    if deciding.kind is DecisionKind.NOT_RELEVANT and deciding.duty in _REPEATING:
        return {DecisionField.REASON: _("No new deadline comes before the task is carried out the next time.")}
    if deciding.on is None or deciding.on <= deciding.computed_on:
        return {}
    words = {
        DecisionKind.OTHER_DATE: _(
            "This is later than the calculated deadline. The calculated date stays on the case."
        ),
        DecisionKind.MEETING: _("The meeting lies after the deadline."),
    }
    return {DecisionField.ON: words[deciding.kind]} if deciding.kind in words else {}


def fault_texts(faults: Sequence[DecisionFault], kind: DecisionKind) -> dict[str, str]:
    """Return the sentence for each fault, at its field."""
    no_reason = (
        _("Write why the deadline is not relevant")
        if kind is DecisionKind.NOT_RELEVANT
        else _("Write a reason. It stays on the case.")
    )
    words = {
        DecisionFault.NO_REASON: (DecisionField.REASON, no_reason),
        DecisionFault.REASON_TOO_LONG: (DecisionField.REASON, _("The text is too long. Shorten it.")),
        DecisionFault.NO_DATE: (DecisionField.ON, _("Enter the date")),
        DecisionFault.SAME_DATE: (DecisionField.ON, _("That is the calculated deadline. Write another date.")),
        DecisionFault.MEETING_IN_PAST: (DecisionField.ON, _("The meeting cannot lie in the past")),
        DecisionFault.NO_CAUSE: (DecisionField.CAUSE, _("Choose why it was late")),
        DecisionFault.NO_WORDS: (DecisionField.REASON, _("Write what the cause was")),
    }
    return dict(words[fault] for fault in faults)


def _day(texts: Texts, today: date) -> date | None:
    try:
        return read_date(texts[DecisionField.ON], today)
    except DateNotRead:
        return None
