"""What one can do about a deadline: carry the task out where it is recorded, decide about it, take that back."""

from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.deadline import OPEN, Deadline, Status
from desktop_app.domain.deadline_deciding import kinds_for
from desktop_app.domain.decided_deadlines import computed_date
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import RECORDABLE
from desktop_app.presenters.decision_form import act_text, withdrawal_text
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.translation import _, _p

_OFFERS: Final = frozenset({DutyId.OFFER_FIRST, DutyId.OFFER_GAP, DutyId.RECOMMENDATION_JOB_IN_SIX_MONTHS})
_FOLLOW_UPS: Final = frozenset({DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL})
_FIELDS: Mapping[DutyId, CaseField] = {
    DutyId.TAKEOVER_EXPECTED: CaseField.TAKEOVER,
    DutyId.COORDINATING_DEPARTMENT_NAMED: CaseField.DEPARTMENT,
}


def acts_of(deadline: Deadline) -> tuple[Place, ...]:
    """Return what one can do about a deadline, the first of them what fulfils it."""
    return (*_carrying_out(deadline), *_deciding(deadline))


def carrying_out(deadline: Deadline) -> Place | None:
    """Return where the task of an open deadline is recorded as carried out."""
    return next(_carrying_out(deadline), None)


def _carrying_out(deadline: Deadline) -> Iterator[Place]:
    duty = deadline.duty
    if deadline.status not in OPEN and not (deadline.status is Status.WAITING and duty in _FIELDS):
        return
    if duty in RECORDABLE:
        yield Place(PlaceKind.EVENT, duty, _p("act", "Mark as done …"))
    elif duty in _OFFERS:
        yield Place(PlaceKind.OFFER, duty, _p("act", "Record an offer …"))
    elif duty in _FOLLOW_UPS:
        yield Place(PlaceKind.WRITE_FOLLOW_UP, "", _p("act", "Write the follow-up"))
    elif duty in _FIELDS:
        yield Place(PlaceKind.FIELD, _FIELDS[duty], _p("gap", "Fill in"))
    else:
        yield Place(PlaceKind.CONTRACT, "", _("Go to the contract"))


def _deciding(deadline: Deadline) -> Iterator[Place]:
    computed_on = computed_date(deadline)
    if computed_on is None:
        return
    for kind in kinds_for(deadline):
        yield Place(PlaceKind.DECISION, NamedDeadline(kind, deadline.duty, computed_on).key, act_text(kind))
    for decision in deadline.decisions:
        key = NamedDeadline(decision.kind, deadline.duty, computed_on).key
        yield Place(PlaceKind.WITHDRAWAL, key, withdrawal_text(decision.kind))
