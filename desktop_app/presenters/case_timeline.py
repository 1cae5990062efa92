"""The line of a case from allocation to the end of the programme: what is done, what comes next, what is expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.deadline import OPEN, Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.translation import _, _n, short_date

FOLLOW_UPS_SHOWN = 2
_FOLLOW_UPS = frozenset({DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL})


class NodeKind(StrEnum):
    """How a point of the timeline is drawn."""

    DONE = "done"
    NEXT = "next"
    PLANNED = "planned"
    END = "end"


@dataclass(frozen=True, slots=True)
class TimelineNode:
    """A point of the timeline."""

    title: str
    on: date
    remark: str
    kind: NodeKind

    @property
    def date_text(self) -> str:
        """The date as the timeline shows it."""
        return short_date(self.on)


def timeline_of(opened: OpenedCase, today: date) -> list[TimelineNode]:
    """Return the points of a case's timeline in the order of their dates."""
    case = opened.case
    by_duty = {deadline.duty: deadline for deadline in opened.deadlines}
    nodes: list[TimelineNode] = []
    if case.allocation_decided_on:
        nodes.append(_done(_("Allocated"), case.allocation_decided_on, ""))
    nodes += _duty_node(_("Responsibility taken over"), by_duty.get(DutyId.TAKEOVER_EXPECTED), today, case.takeover_on)
    nodes += _duty_node(_("Contract"), by_duty.get(DutyId.CONTRACT_SIGNED), today, None)
    held = sorted(talk.held_on for talk in case.follow_ups if not talk.attempted_only and talk.held_on <= today)
    for number, on in list(enumerate(held, start=1))[-FOLLOW_UPS_SHOWN:]:
        nodes.append(_done(_("Follow-up {n}").format(n=number), on, _("Held")))
    nodes += _duty_node(_("Follow-up {n}").format(n=len(held) + 1), _next_follow_up(opened.deadlines), today, None)
    end = by_duty.get(DutyId.PROGRAMME_MAX_LENGTH)
    if end and end.due_on:
        nodes.append(TimelineNode(_("Programme ends"), end.due_on, _("At the latest"), NodeKind.END))
    return _with_next(sorted(nodes, key=lambda node: node.on))


def _next_follow_up(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the follow-up that comes first: the law's or the one of the municipality's own standard."""
    is_open = [one for one in deadlines if one.duty in _FOLLOW_UPS and one.status in OPEN]
    return min(is_open, key=lambda one: one.due_on or date.max, default=None)


def _duty_node(title: str, deadline: Deadline | None, today: date, fallback: date | None) -> list[TimelineNode]:
    if deadline and deadline.fulfilled_on:
        late = deadline.status is Status.DONE_LATE
        return [_done(title, deadline.fulfilled_on, _late(deadline) if late else _("On time"))]
    if fallback and fallback <= today:
        return [_done(title, fallback, "")]
    if deadline and deadline.due_on and deadline.status in OPEN:
        return [TimelineNode(title, deadline.due_on, badge_text(deadline, today), NodeKind.PLANNED)]
    return []


def _late(deadline: Deadline) -> str:
    days = deadline.days_late or 0
    return _n("{n} day late", "{n} days late", days).format(n=days)


def _done(title: str, on: date, remark: str) -> TimelineNode:
    return TimelineNode(title, on, remark, NodeKind.DONE)


def _with_next(nodes: list[TimelineNode]) -> list[TimelineNode]:
    """Mark the first point that is not done as the next one."""
    for place, node in enumerate(nodes):
        if node.kind is NodeKind.PLANNED:
            nodes[place] = TimelineNode(node.title, node.on, node.remark, NodeKind.NEXT)
            break
    return nodes
