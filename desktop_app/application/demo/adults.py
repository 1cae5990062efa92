"""The course of one adult of a demonstration: support, plan, offers, follow-ups, results, and how it ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.people import Person
from desktop_app.application.demo.plans import PlanSubject, plans
from desktop_app.application.demo.reception import Reception, offers_are_required
from desktop_app.application.demo.talks import TalkSubject, talks
from desktop_app.application.demo.words import DemoWords, Phrases, Trade
from desktop_app.application.demo.work import Worker, WorkPath, work_path
from desktop_app.domain.case import OfferKind, ReadinessKind, ResultKind, SupportKind, TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.dates import age_reached_on, latest_working_day
from desktop_app.domain.duties import DutyId

Json = dict[str, Any]

ELDERLY_AGE = 60
LAST_AGE_OF_BIRTH = 42
AGE_AFTER_ORDERS = 25
"""Until then an order to take an education can be given (§ 16 a)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adult:
    """An adult in the care of the municipality; nothing that happened is dated after `until`."""

    person: Person
    group: TargetGroup
    reception: Reception
    moved_in_on: date | None
    is_parent: bool
    until: date


def adult_course(adult: Adult, words: DemoWords, chance: Chance) -> Json:
    """Return what a case tells of an adult besides who they are, as the exchange format writes it."""
    path = work_path(_worker(adult, chance.one_of(words.trades)), adult.reception, chance)
    if adult.group is TargetGroup.IMMIGRANT:
        return {"support": _support(adult, path), "events": _events(adult, path, None, words.phrases)}
    has_main_goal = chance.happens(0.94)
    achieved_on = _achieved_on(adult, path, chance) if has_main_goal else None
    closed_on = achieved_on + timedelta(days=chance.between(30, 200)) if achieved_on and chance.happens(0.8) else None
    level = chance.one_of((1, 2, 2, 2, 3, 3))
    contract = PlanSubject(
        reception=adult.reception,
        path=path,
        is_parent=adult.is_parent,
        came_by_asylum=adult.group is TargetGroup.REFUGEE,
        is_young=age_reached_on(adult.person.birth_date, AGE_AFTER_ORDERS) > adult.reception.taken_over_on,
        level=level,
        has_main_goal=has_main_goal,
        achieved_on=achieved_on,
        until=adult.until,
    )
    talked_to = TalkSubject(
        group=adult.group,
        reception=adult.reception,
        path=path,
        achieved_on=achieved_on,
        moved_in_on=adult.moved_in_on,
        until=_last_day_of_talks(adult, chance),
    )
    return {
        "support": _support(adult, path),
        "readiness": list(_readiness(adult, path)),
        "parental_leave": _leave(path),
        "events": _events(adult, path, closed_on, words.phrases),
        "plans": plans(contract, words, chance),
        "offers": sorted(
            [*_offers(path), *_community_service(adult, path, words.phrases, chance)],
            key=lambda offer: str(offer["offered_on"]),
        ),
        "follow_ups": talks(talked_to, words.phrases, chance),
        "complaints": list(_complaints(adult, words, chance)),
        "results": list(_results(adult, path, level, words.phrases, chance)),
    }


def _worker(adult: Adult, trade: Trade) -> Worker:
    born, taken_over_on = adult.person.birth_date, adult.reception.taken_over_on
    is_young_enough = age_reached_on(born, LAST_AGE_OF_BIRTH) > adult.until
    return Worker(
        group=adult.group,
        trade=trade,
        can_bear_children=adult.person.sex is Sex.FEMALE and is_young_enough,
        is_elderly=age_reached_on(born, ELDERLY_AGE) <= taken_over_on,
        until=adult.until,
    )


def _last_day_of_talks(adult: Adult, chance: Chance) -> date:
    """Return the last day anybody thought of talking to an adult: some have been lost sight of lately."""
    return adult.until - timedelta(days=chance.between(20, 90) if chance.happens(0.1) else 0)


def _achieved_on(adult: Adult, path: WorkPath, chance: Chance) -> date | None:
    """Return when the goal of work or education was reached, at the earliest once a move had settled."""
    if path.works_from is None or not chance.happens(0.65):
        return None
    reached_on = max(path.works_from, adult.reception.contract_on) + timedelta(days=chance.between(5, 70))
    if adult.moved_in_on:
        reached_on = max(reached_on, adult.moved_in_on + timedelta(days=30))
    return reached_on if reached_on <= adult.until else None


def _support(adult: Adult, path: WorkPath) -> list[Json]:
    taken_over_on, works_from = adult.reception.taken_over_on, path.works_from
    if works_from is None:
        return [_period(taken_over_on, None, path.first_support)]
    if works_from <= taken_over_on:
        return [_period(taken_over_on, None, path.work)]
    return [_period(taken_over_on, _before(works_from), path.first_support), _period(works_from, None, path.work)]


def _readiness(adult: Adult, path: WorkPath) -> Iterator[Json]:
    if path.first_support is not SupportKind.BENEFIT:
        return
    taken_over_on, other_from = adult.reception.taken_over_on, path.activity_ready_from
    yield _period(taken_over_on, _before(other_from) if other_from else None, ReadinessKind.JOB_READY)
    if other_from:
        yield _period(other_from, None, ReadinessKind.ACTIVITY_READY)


def _leave(path: WorkPath) -> list[Json]:
    if path.leave is None or path.child_born_on is None or path.leave.last is None:
        return []
    return [
        {
            "child_born_on": path.child_born_on.isoformat(),
            "from": path.leave.first.isoformat(),
            "to": path.leave.last.isoformat(),
        }
    ]


def _events(adult: Adult, path: WorkPath, closed_on: date | None, phrases: Phrases) -> list[Json]:
    reception = adult.reception
    found = [event(DutyId.DANISH_REFERRED, reception.referred_on), event(DutyId.DANISH_BEGUN, reception.danish_on)]
    if adult.group is not TargetGroup.IMMIGRANT:
        found.append(event(DutyId.PROGRAMME_STARTED, reception.programme_on))
        if path.first_support is SupportKind.BENEFIT:
            found.append(event(DutyId.READINESS_ASSESSED, reception.assessed_on))
    last_offer = path.offers[-1] if path.offers and path.activity_ready_from is None else None
    if path.works_from and last_offer and offers_are_required(adult.group, last_offer.ends_on):
        found.append(event(DutyId.OFFER_GAP, path.works_from, phrases.gap_settled))
    if closed_on:
        found.append(event(DutyId.PROGRAMME_MAX_LENGTH, closed_on, phrases.case_closed))
    return [one for one in found if one["on"] <= adult.until.isoformat()]


def event(duty: str, on: date, note: str | None = None) -> Json:
    """Return an event as the exchange format writes it."""
    return {"duty": str(duty), "on": on.isoformat(), "note": note}


def _offers(path: WorkPath) -> list[Json]:
    return [
        {
            "kind": offer.kind.value,
            "company": offer.company,
            "offered_on": offer.offered_on.isoformat(),
            "starts_on": offer.starts_on.isoformat(),
            "ends_on": offer.ends_on.isoformat(),
            "hours_per_week": offer.hours,
        }
        for offer in path.offers
    ]


def _community_service(adult: Adult, path: WorkPath, phrases: Phrases, chance: Chance) -> Iterator[Json]:
    """Yield the community service that the work duty can bring since 2025 (§ 20 d)."""
    taken_over_on = adult.reception.taken_over_on
    offered_on = taken_over_on + timedelta(days=chance.between(8, 30))
    is_likely = path.first_support is SupportKind.BENEFIT and not offers_are_required(adult.group, taken_over_on)
    if is_likely and offered_on <= adult.until and chance.happens(0.4):
        starts_on = offered_on + timedelta(days=7)
        yield {
            "kind": OfferKind.COMMUNITY_SERVICE.value,
            "company": phrases.community_company,
            "offered_on": offered_on.isoformat(),
            "starts_on": starts_on.isoformat(),
            "ends_on": (starts_on + timedelta(days=91)).isoformat(),
            "hours_per_week": chance.one_of((10, 12, 15)),
        }


def _complaints(adult: Adult, words: DemoWords, chance: Chance) -> Iterator[Json]:
    first = adult.reception.contract_on + timedelta(days=20)
    if first > adult.until or not chance.is_turn_of("complaint", every=25):
        return
    about, outcome = chance.one_of(words.complaints)
    received_on = latest_working_day(chance.day(first, adult.until))
    decided_on = received_on + timedelta(days=chance.between(12, 28))
    is_decided = decided_on <= adult.until
    yield {
        "received_on": received_on.isoformat(),
        "about": about,
        "decided_on": decided_on.isoformat() if is_decided else None,
        "outcome": outcome if is_decided else None,
    }


def _results(adult: Adult, path: WorkPath, level: int, phrases: Phrases, chance: Chance) -> Iterator[Json]:
    earliest_test_on = adult.reception.taken_over_on + timedelta(days=400)
    if earliest_test_on <= adult.until and chance.happens(0.45):
        test_on = latest_working_day(chance.day(earliest_test_on, adult.until))
        yield _result(ResultKind.DANISH_TEST, test_on, phrases.danish_test.format(level=level))
    if path.works_from and path.works_from > adult.reception.taken_over_on and chance.happens(0.8):
        if path.work is SupportKind.ORDINARY_EDUCATION:
            yield _result(ResultKind.EDUCATION, path.works_from, phrases.education_result)
        else:
            yield _result(ResultKind.JOB, path.works_from, phrases.job_result.format(company=path.company))


def _result(kind: ResultKind, on: date, note: str) -> Json:
    return {"kind": kind.value, "on": on.isoformat(), "note": note}


def _period(first: date, last: date | None, kind: SupportKind | ReadinessKind) -> Json:
    return {"from": first.isoformat(), "to": last.isoformat() if last else None, "kind": kind.value}


def _before(day: date) -> date:
    return day - timedelta(days=1)
