"""The plans of a demonstration: goals a citizen could have set, activities that lead there, and the revision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.plan_content import PlanContents, PlanSetting
from desktop_app.application.demo.reception import Reception
from desktop_app.application.demo.words import DemoWords
from desktop_app.application.demo.work import PlannedOffer, WorkPath
from desktop_app.domain.case import OfferKind, SupportKind
from desktop_app.domain.dates import add_months, next_working_day
from desktop_app.domain.plan import ActivityKind, GoalKind

Json = dict[str, Any]

LAST_MODULE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSubject:
    """The adult a plan is made with; `achieved_on` is the day the main goal was reached, `until` the last day known."""

    reception: Reception
    path: WorkPath
    is_parent: bool
    came_by_asylum: bool
    is_young: bool
    level: int
    has_main_goal: bool
    achieved_on: date | None
    until: date


def plans(subject: PlanSubject, words: DemoWords, chance: Chance) -> list[Json]:
    """Return the versions of an adult's plan: the first contract, and its revision when a year brought no work."""
    reception, until = subject.reception, subject.until
    if until < reception.taken_over_on + timedelta(days=6):
        return []
    writing = _Writing(subject, words, chance)
    revised_on = reception.revised_on
    is_revised = reception.contract_on <= until and until >= revised_on - timedelta(days=14)
    if not is_revised or subject.path.works_on(min(revised_on, reception.revision_due_on, until)):
        return [writing.version(1, reception.citizen_signs_on, reception.contract_on, subject.achieved_on)]
    return [
        writing.version(1, reception.citizen_signs_on, reception.contract_on, None),
        writing.version(2, revised_on, revised_on, subject.achieved_on),
    ]


def minor_plan(taken_over_on: date, words: DemoWords, chance: Chance) -> Json:
    """Return the unsigned plan of an unaccompanied minor, who has a right to school but to no contract (§ 16)."""
    starts_on = next_working_day(taken_over_on + timedelta(days=chance.between(10, 30)))
    return {
        "version": 1,
        "goals": [_goal(GoalKind.EDUCATION, chance.one_of(words.phrases.minor_goals), add_months(taken_over_on, 24))],
        "activities": [
            {
                "kind": ActivityKind.SCHOOL_OR_DAYCARE.value,
                "text": words.phrases.minor_activity,
                "provider": words.phrases.minor_school,
                "department": words.departments[-1],
                "starts_on": starts_on.isoformat(),
            }
        ],
    }


class _Writing:
    """One adult's versions in the making; what was agreed first is carried on."""

    def __init__(self, subject: PlanSubject, words: DemoWords, chance: Chance) -> None:
        self._subject = subject
        self._words = words
        self._chance = chance
        trade = subject.path.trade
        is_education = subject.path.work is SupportKind.ORDINARY_EDUCATION
        self._main_kind = GoalKind.EDUCATION if is_education else GoalKind.EMPLOYMENT
        self._main_goal = chance.one_of(trade.education_goals if is_education else trade.goals)
        self._further = chance.some_of(words.further_goals, chance.between(0, 2))
        self._contents = PlanContents(_setting(subject), words.plan)

    def version(self, number: int, citizen_on: date, municipality_on: date, achieved_on: date | None) -> Json:
        """Return a version; a signature after the last day known is still missing."""
        until = self._subject.until
        return {
            "version": number,
            "signed_by_citizen_on": _known(citizen_on, until),
            "signed_by_municipality_on": _known(municipality_on, until),
            "declaration_signed_on": _known(self._subject.reception.declaration_on, until) if number == 1 else None,
            "assessment": self._contents.assessment,
            "education_order": self._contents.education_order,
            "goals": list(self._goals(number, municipality_on, achieved_on)),
            "activities": list(self._activities(number, municipality_on)),
            "commitments": self._contents.commitments(municipality_on),
        }

    def _goals(self, number: int, signed_on: date, achieved_on: date | None) -> Iterator[Json]:
        subject = self._subject
        if subject.has_main_goal:
            goal = _goal(self._main_kind, self._main_goal, add_months(signed_on, 12), achieved_on)
            yield goal | {"measure": self._contents.measure(self._main_kind)}
            yield from self._contents.steps(self._main_kind, signed_on, achieved_on)
        danish = self._words.phrases.danish_goal.format(level=subject.level, module=_module(number))
        measure = self._words.plan.danish_measure
        yield _goal(GoalKind.DANISH, danish, add_months(signed_on, 9)) | {"measure": measure}
        for kind, text in self._further:
            if kind is not GoalKind.FAMILY or subject.is_parent:
                yield _goal(kind, text, add_months(signed_on, 6))

    def _activities(self, number: int, signed_on: date) -> Iterator[Json]:
        subject, words, chance = self._subject, self._words, self._chance
        phrases = words.phrases
        begins_on = subject.reception.danish_on if number == 1 else signed_on + timedelta(days=7)
        yield {
            "kind": ActivityKind.DANISH_EDUCATION.value,
            "text": phrases.danish_activity.format(level=subject.level, module=_module(number)),
            "provider": words.language_school,
            "department": subject.reception.department,
            "responsible": words.plan.teacher,
            "starts_on": begins_on.isoformat(),
            "ends_on": add_months(begins_on, 12).isoformat(),
            "hours_per_week": chance.one_of((12, 15, 15, 18)),
        }
        offer = _offer_around(subject.path.offers, signed_on)
        if offer:
            yield self._placement(offer)
        if subject.is_parent and number == 1:
            yield self._usual(ActivityKind.SCHOOL_OR_DAYCARE, phrases.school_activity, phrases.school, None, signed_on)
        for activity in chance.some_of(words.activities, chance.between(0, 2)):
            yield self._usual(*activity, signed_on)

    def _placement(self, offer: PlannedOffer) -> Json:
        is_subsidy = offer.kind is OfferKind.WAGE_SUBSIDY
        phrases = self._words.phrases
        text = phrases.subsidy_activity if is_subsidy else phrases.placement_activity
        return {
            "kind": offer.kind.value,
            "text": text.format(tasks=self._subject.path.trade.tasks),
            "provider": offer.company,
            "department": self._subject.reception.department,
            "responsible": self._words.plan.consultant,
            "starts_on": offer.starts_on.isoformat(),
            "ends_on": offer.ends_on.isoformat(),
            "hours_per_week": offer.hours,
        }

    def _usual(self, kind: ActivityKind, text: str, provider: str, hours: int | None, signed_on: date) -> Json:
        starts_on = next_working_day(signed_on + timedelta(days=self._chance.between(7, 60)))
        return {
            "kind": kind.value,
            "text": text,
            "provider": provider,
            "department": self._subject.reception.department,
            "responsible": self._words.plan.caseworker,
            "starts_on": starts_on.isoformat(),
            "ends_on": (starts_on + timedelta(days=self._chance.between(60, 200))).isoformat(),
            "hours_per_week": hours,
        }


def _setting(subject: PlanSubject) -> PlanSetting:
    reception = subject.reception
    return PlanSetting(
        taken_over_on=reception.taken_over_on,
        agreed_on=reception.citizen_signs_on,
        level=subject.level,
        is_parent=subject.is_parent,
        came_by_asylum=subject.came_by_asylum,
        may_be_ordered=subject.is_young and not subject.is_parent and subject.path.first_support is SupportKind.BENEFIT,
    )


def _goal(kind: GoalKind, text: str, target_on: date, achieved_on: date | None = None) -> Json:
    return {
        "kind": kind.value,
        "text": text,
        "target_on": target_on.isoformat(),
        "achieved_on": achieved_on.isoformat() if achieved_on else None,
    }


def _module(number: int) -> int:
    """Return the module to pass next; an adult passes about two a year."""
    return min(2 * number, LAST_MODULE)


def _offer_around(offers: Iterable[PlannedOffer], signed_on: date) -> PlannedOffer | None:
    """Return the offer that runs when a plan is signed, or was made already and begins soon after."""
    return next((offer for offer in offers if offer.offered_on <= signed_on <= offer.ends_on), None)


def _known(day: date, until: date) -> str | None:
    return day.isoformat() if day <= until else None
