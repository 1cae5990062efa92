"""Seneste hændelser: what happened on a case, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case import COMPANY_OFFERS, Case, MoveDirection
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.event_words import event_name
from desktop_app.presenters.field_words import follow_up_form_text, move_text, readiness_text, result_kind_text
from desktop_app.translation import _, short_date

SHOWN = 6


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened on a day."""

    on: date
    title: str

    @property
    def when(self) -> str:
        """The date as the list shows it."""
        return short_date(self.on)


def latest_events(case: Case, rulebook: Rulebook, today: date) -> list[CaseEvent]:
    """Return what happened last up to today, at most `SHOWN` things; what is only planned is not among them."""
    happened = [event for event in _events(case, rulebook) if event.on <= today]
    return sorted(happened, key=lambda event: event.on, reverse=True)[:SHOWN]


def _events(case: Case, rulebook: Rulebook) -> Iterator[CaseEvent]:
    yield from _beginnings(case)
    yield from _duties(case, rulebook)
    yield from _plans(case)
    yield from _offers(case)
    for talk in case.follow_ups:
        text = _("Follow-up attempted: {form}") if talk.attempted_only else _("Follow-up: {form}")
        yield CaseEvent(talk.held_on, text.format(form=follow_up_form_text(talk.form).lower()))
    for result in case.results:
        yield CaseEvent(result.on, result_kind_text(result.kind))
    for correction in case.corrections:
        yield CaseEvent(correction.on, _("A date was corrected"))


def _beginnings(case: Case) -> Iterator[CaseEvent]:
    if case.allocation_decided_on:
        yield CaseEvent(case.allocation_decided_on, _("Allocated"))
    if case.takeover_on:
        yield CaseEvent(case.takeover_on, _("Responsibility taken over"))
    for move in case.moves:
        if move.approved or move.direction is MoveDirection.OUT:
            yield CaseEvent(move.on, move_text(move.direction))


def _plans(case: Case) -> Iterator[CaseEvent]:
    for plan in case.plans:
        if plan.annulment:
            yield CaseEvent(plan.annulment.on, _("Signature annulled, version {n}").format(n=plan.number))
        elif plan.signed_on:
            yield CaseEvent(plan.signed_on, _("Contract signed, version {n}").format(n=plan.number))


def _offers(case: Case) -> Iterator[CaseEvent]:
    for offer in case.offers:
        on = offer.offered_on or offer.starts_on
        if on and offer.kind in COMPANY_OFFERS:
            yield CaseEvent(on, _("Company offer: {company}").format(company=offer.company or "–"))


def _duties(case: Case, rulebook: Rulebook) -> Iterator[CaseEvent]:
    """Return the recorded events; an assessment says what came out of it, as the team calls it visiteret."""
    for event in case.events:
        counts = next((each for each in case.readiness if event.on in each.period), None)
        if event.duty == DutyId.READINESS_ASSESSED and counts:
            yield CaseEvent(event.on, _("Assessed: {readiness}").format(readiness=readiness_text(counts.kind)))
        else:
            yield CaseEvent(event.on, event_name(event.duty, rulebook))
