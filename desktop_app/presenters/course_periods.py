"""The periods of a case's course: offers, ordinary work, parental leave, and deadlines at rest."""

from collections.abc import Iterator
from datetime import date

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import IN_ORDINARY_WORK
from desktop_app.domain.deadline import StepKind
from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark
from desktop_app.presenters.field_words import offer_kind_text, support_text
from desktop_app.translation import _


def periods_of(opened: OpenedCase) -> list[CourseEntry]:
    """Return the periods; one that ends before it begins, a fault shown elsewhere, is a single day."""
    return [
        CourseEntry(
            lane=Lane.PERIODS,
            mark=mark,
            title=title,
            on=first,
            is_period=True,
            until=max(first, last) if last else None,
        )
        for mark, title, first, last in _periods(opened)
    ]


def _periods(opened: OpenedCase) -> Iterator[tuple[Mark, str, date, date | None]]:
    case = opened.case
    for offer in case.offers:
        title = ", ".join(part for part in (offer_kind_text(offer.kind), offer.company) if part)
        if offer.starts_on:
            yield Mark.OFFER, title, offer.starts_on, offer.ends_on
        elif offer.offered_on:
            yield Mark.OFFER, title, offer.offered_on, offer.ends_on or offer.offered_on
    for support in case.support:
        if support.kind in IN_ORDINARY_WORK:
            yield Mark.WORK, support_text(support.kind), support.period.first, support.period.last
    for leave in case.parental_leave:
        yield Mark.LEAVE, _("Parental leave"), leave.period.first, leave.period.last
    if case.takeover_on:
        for until in sorted(_rests_until(opened)):
            yield Mark.REST, _("Deadlines for offers at rest"), case.takeover_on, until


def _rests_until(opened: OpenedCase) -> set[date]:
    """Return the days some deadlines rest or rested until; a rest begins with the takeover (§ 4 b)."""
    return {
        step.on
        for deadline in (*opened.deadlines, *opened.past)
        for step in deadline.steps
        if step.kind is StepKind.RESTS and step.on
    }
