"""What a plan of a demonstration holds besides its goals and activities: what it rests on, the steps, who does what.

It has a chance of its own, so that the people of a seed are the same whatever their plans hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.words import PlanPhrases, Step
from desktop_app.domain.dates import add_months
from desktop_app.domain.plan import GoalKind, Party

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSetting:
    """What of an adult decides what their plan holds; `agreed_on` is the day it is written."""

    taken_over_on: date
    agreed_on: date
    level: int
    is_parent: bool
    came_by_asylum: bool
    may_be_ordered: bool


class PlanContents:
    """The content of one adult's versions; what was learnt once stands in all of them."""

    def __init__(self, setting: PlanSetting, phrases: PlanPhrases) -> None:
        self._setting = setting
        self._phrases = phrases
        self._chance = Chance(setting.taken_over_on.toordinal() * 8 + setting.level)
        self.assessment = self._assessment()
        self.education_order = self._education_order()

    def measure(self, kind: GoalKind) -> str:
        """Return how one sees that the main goal is reached."""
        is_education = kind is GoalKind.EDUCATION
        return self._chance.one_of(self._phrases.education_measures if is_education else self._phrases.job_measures)

    def steps(self, kind: GoalKind, signed_on: date, achieved_on: date | None) -> Iterator[Json]:
        """Yield two steps towards the main goal, which is the first of the plan."""
        steps = self._phrases.education_steps if kind is GoalKind.EDUCATION else self._phrases.job_steps
        for months, step in zip((3, 6), self._chance.some_of(steps, 2), strict=True):
            yield _step(step, add_months(signed_on, months), achieved_on)

    def commitments(self, signed_on: date) -> list[Json]:
        """Return what both have taken upon themselves, and now and then somebody else."""
        chance, phrases = self._chance, self._phrases
        does: list[tuple[Party, str | None, str]] = [
            *((Party.CITIZEN, None, text) for text in chance.some_of(phrases.citizen_does, chance.between(1, 2))),
            *((Party.MUNICIPALITY, None, text) for text in chance.some_of(phrases.municipality_does, 2)),
        ]
        if chance.happens(0.5):
            other = chance.one_of(phrases.others_do)
            does.append((Party.OTHER, other.who, other.text))
        return [
            {
                "party": party.value,
                "who": who,
                "text": text,
                "due_on": add_months(signed_on, chance.between(1, 3)).isoformat() if chance.happens(0.4) else None,
            }
            for party, who, text in does
        ]

    def _assessment(self) -> Json:
        setting, chance, phrases = self._setting, self._chance, self._phrases
        told: Json = {
            "education": chance.one_of(phrases.education),
            "work": chance.one_of(phrases.work),
            "family": chance.one_of(phrases.family_of_parents if setting.is_parent else phrases.family_of_others),
            "network": chance.one_of(phrases.network),
            "housing": chance.one_of(phrases.housing),
        }
        if chance.happens(0.5):
            consented_on = min(setting.agreed_on, setting.taken_over_on + timedelta(days=5))
            told |= {"health": chance.one_of(phrases.health), "health_consent_on": consented_on.isoformat()}
        if setting.came_by_asylum:
            told["asylum_phase"] = chance.one_of(phrases.asylum_phase)
        return told

    def _education_order(self) -> Json | None:
        setting = self._setting
        if not setting.may_be_ordered or not self._chance.happens(0.5):
            return None
        given_on = min(setting.agreed_on, setting.taken_over_on + timedelta(days=6))
        return {"given_on": given_on.isoformat(), "text": self._phrases.education_order}


def _step(step: Step, target_on: date, achieved_on: date | None) -> Json:
    return {
        "kind": GoalKind.OTHER.value,
        "text": step.text,
        "measure": step.measure,
        "part_of": 1,
        "target_on": target_on.isoformat(),
        "achieved_on": min(achieved_on, target_on).isoformat() if achieved_on else None,
    }
