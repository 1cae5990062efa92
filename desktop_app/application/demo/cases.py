"""What becomes of the people of a demonstration, as the exchange format tells it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.adults import Adult, adult_course, event
from desktop_app.application.demo.arrivals import Arrival
from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.people import Person
from desktop_app.application.demo.plans import minor_plan
from desktop_app.application.demo.reception import Reception, carried_out
from desktop_app.application.demo.words import DemoWords, Phrases
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import add_months, age_reached_on, latest_working_day
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.household import HouseholdRole

Json = dict[str, Any]

SCHOOL_AGE = 6
HEALTH_NEED = {
    TargetGroup.REFUGEE: 0.1,
    TargetGroup.DISPLACED_UKRAINE: 0.1,
    TargetGroup.UNACCOMPANIED_MINOR: 0.3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the people of one party share: how they came, how they were received, and the last day known of them.

    `reception` is None while the municipality has not taken over.
    """

    arrival: Arrival
    reception: Reception | None
    moved_in_on: date | None
    until: date


def course_of(person: Person, situation: Situation, *, is_parent: bool, words: DemoWords, chance: Chance) -> Json:
    """Return what a case tells of a person besides who they are; nothing but plans is dated after `until`."""
    arrival, reception, until, phrases = situation.arrival, situation.reception, situation.until, words.phrases
    if reception is None:
        return {"notes": _notes([(arrival.opened_on, 12, phrases.waiting_notes, 0.6)], until, chance)}
    taken_over_on = reception.taken_over_on
    since = (until - taken_over_on).days
    course: Json
    if arrival.group is TargetGroup.UNACCOMPANIED_MINOR:
        course = {"plans": [minor_plan(taken_over_on, words, chance)]}
        notes = [(taken_over_on, 40, phrases.minor_notes, 1.0), (taken_over_on, since, phrases.school_child_notes, 0.5)]
    elif person.role is HouseholdRole.CHILD:
        course = {}
        goes_to_school = age_reached_on(person.birth_date, SCHOOL_AGE) <= taken_over_on
        texts = phrases.school_child_notes if goes_to_school else phrases.small_child_notes
        notes = [(taken_over_on, since, texts, 0.4)]
    else:
        adult = Adult(
            person=person,
            group=arrival.group,
            reception=reception,
            moved_in_on=situation.moved_in_on,
            is_parent=is_parent,
            until=until,
        )
        course = adult_course(adult, words, chance)
        notes = [(taken_over_on, 6, phrases.reception_notes, 0.6), (taken_over_on, since, phrases.case_notes, 0.4)]
    is_named = until >= min(reception.contract_on, taken_over_on + timedelta(days=18))
    events = [*course.get("events", ()), *_health(arrival.group, reception, until, phrases, chance)]
    return course | {
        "coordinating_department": reception.department if is_named else None,
        "events": sorted(events, key=_day_of),
        "notes": _notes(notes, until, chance),
    }


def _health(group: TargetGroup, reception: Reception, until: date, phrases: Phrases, chance: Chance) -> list[Json]:
    """Return the offer of a health assessment: quota refugees always get it, others where a need was found (§ 15 d)."""
    found: list[tuple[str, date, str]] = []
    if group is TargetGroup.QUOTA_REFUGEE:
        found = [(DutyId.HEALTH_OFFERED, reception.health_on, phrases.health_offered)]
    elif chance.happens(HEALTH_NEED.get(group, 0.0)):
        needed_on = chance.working_day(reception.taken_over_on, reception.taken_over_on + timedelta(days=90))
        offered_on = carried_out(chance, needed_on, add_months(reception.taken_over_on, 6), late=0.07)
        found = [
            (HEALTH_NEED_FOUND, needed_on, phrases.need_found),
            (DutyId.HEALTH_OFFERED, offered_on, phrases.health_offered),
        ]
    return [event(duty, on, note) for duty, on, note in found if on <= until]


def _notes(wanted: list[tuple[date, int, tuple[str, ...], float]], until: date, chance: Chance) -> list[Json]:
    """Return notes in order: each of the wanted is written in a share of cases, some days after a day."""
    notes = []
    for first, days, texts, share in wanted:
        if chance.happens(share):
            on = latest_working_day(first + timedelta(days=chance.between(1, max(days, 1))))
            notes.append({"on": min(max(on, first), until).isoformat(), "text": chance.one_of(texts)})
    return sorted(notes, key=_day_of)


def _day_of(fact: Json) -> str:
    return str(fact["on"])
