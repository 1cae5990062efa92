"""Frister: every duty of a case by how it stands, each with its whole explanation and what one can do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case, CorrectedFact, Event
from desktop_app.domain.deadline import DONE, OPEN, Deadline, Fact, Status
from desktop_app.domain.fact_corrections import fact_of
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_acts import acts_of
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from desktop_app.presenters.deadline_texts import badge_text, sentence
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _p, short_date


class DeadlineGroup(StrEnum):
    """How duties are grouped, in order."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """A deadline with its whole explanation.

    `places` are what one can do about it: record it, correct the date it counts from. `event_id` is the recorded event
    that fulfilled it and can be removed again, empty where there is none.
    """

    id: str
    badge: str
    badge_kind: BadgeKind
    duty: str
    due: str
    due_on: date
    sentence: str
    detail: DeadlineDetail
    places: tuple[Place, ...]
    event_id: str


@dataclass(frozen=True, slots=True)
class DeadlinesShown:
    """A heading and the rows below it."""

    group: DeadlineGroup
    title: str
    rows: tuple[DeadlineRow, ...]


def deadlines_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> list[DeadlinesShown]:
    """Return the duties of a case in groups; a group without any is left out.

    What is open comes as it is due, what is done the latest first, with the earlier occurrences of what repeats.
    """
    found: dict[DeadlineGroup, list[Deadline]] = {group: [] for group in DeadlineGroup}
    for deadline in opened.deadlines:
        found[_group_of(deadline.status)].append(deadline)
    found[DeadlineGroup.DONE] = sorted((*found[DeadlineGroup.DONE], *opened.past), key=_done_on, reverse=True)
    titles = {
        DeadlineGroup.OPEN: _p("deadlines", "Open"),
        DeadlineGroup.WAITING: _p("deadlines", "Waiting"),
        DeadlineGroup.DONE: _p("deadlines", "Done"),
        DeadlineGroup.NOT_RELEVANT: _p("deadlines", "Not relevant"),
    }
    return [
        DeadlinesShown(group, titles[group], tuple(_rows(deadlines, opened.case, rulebook, today)))
        for group, deadlines in found.items()
        if deadlines
    ]


def row_id(deadline: Deadline) -> str:
    """Return what names the row of a deadline."""
    return f"{deadline.duty}/{deadline.due_on}/{deadline.fulfilled_on}"


def _group_of(status: Status) -> DeadlineGroup:
    if status in OPEN:
        return DeadlineGroup.OPEN
    if status in DONE:
        return DeadlineGroup.DONE
    return DeadlineGroup.WAITING if status is Status.WAITING else DeadlineGroup.NOT_RELEVANT


def _done_on(deadline: Deadline) -> date:
    return deadline.fulfilled_on or date.min


def _rows(deadlines: Iterable[Deadline], case: Case, rulebook: Rulebook, today: date) -> Iterable[DeadlineRow]:
    for deadline in deadlines:
        duty = rulebook.duties[deadline.duty]
        event = _event_of(deadline, case)
        yield DeadlineRow(
            id=row_id(deadline),
            badge=badge_text(deadline, today),
            badge_kind=BADGE_OF[deadline.status],
            duty=duty_name(duty),
            due=short_date(deadline.due_on) if deadline.due_on else "–",
            due_on=deadline.due_on or date.max,
            sentence=sentence(deadline),
            detail=detail_of(deadline, duty, today),
            places=tuple(_places(deadline, case)),
            event_id=event.id if event else "",
        )


def _event_of(deadline: Deadline, case: Case) -> Event | None:
    """Return the recorded event a duty was fulfilled by."""
    if deadline.status not in DONE:
        return None
    return next(
        (event for event in case.events if (event.duty, event.on) == (deadline.duty, deadline.fulfilled_on)), None
    )


_CORRECTED: Mapping[Fact, CorrectedFact] = {
    Fact.TAKEOVER: CorrectedFact.TAKEOVER,
    Fact.ALLOCATION: CorrectedFact.ALLOCATION,
    Fact.REGISTRATION: CorrectedFact.REGISTRATION,
    Fact.PERMIT: CorrectedFact.PERMIT,
}


def _places(deadline: Deadline, case: Case) -> Iterable[Place]:
    yield from acts_of(deadline)
    fact = _CORRECTED.get(deadline.counts_from.fact) if deadline.counts_from else None
    if fact and fact_of(case, fact):
        yield Place(PlaceKind.CORRECTION, fact, _("Correct the start date …"))
