"""Add somebody who has a case to the family of another, and take that back again."""

import uuid
from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True)
class Joined:
    """The household somebody joined, and the cases that changed as they were before; the first is who joined."""

    household: Household
    before: tuple[Case, ...]

    @property
    def changes(self) -> Changes:
        """What was changed."""
        return Changes(frozenset(case.id for case in self.before))


class InAnotherFamily(ApplicationError):
    """Who is to be added lives in another household; they leave that one first, on their own case."""

    def __init__(self, household: str) -> None:
        super().__init__(household)
        self.household = household


def join_family(case_number: str, *, family_of: str, role: HouseholdRole | None, work: Work) -> Joined:
    """Let the citizen of one case live in the household of another's.

    Where that one is registered in none yet, a household with the family's name is made for both.

    Raises:
        InAnotherFamily: the citizen is registered in another household.
        CaseNotFound: no case has one of the numbers.
        ChangedMeanwhile: somebody saved one of the cases at the same time.
    """
    with work(Act.CHANGE_CASE) as unit:
        other = unit.cases.by_number(family_of)
        joining = unit.cases.by_number(case_number)
        household = other.household or _made_for(other)
        if joining.household and joining.household.id != household.id:
            raise InAnotherFamily(joining.household.name)
        if other.household is None:
            unit.households.add(household)
            unit.cases.save(replace(other, household=household))
        unit.cases.save(replace(joining, household=household, household_role=role))
        unit.commit()
    return Joined(household, (joining,) if other.household else (joining, other))


def leave_family(joined: Joined, *, work: Work) -> Changes:
    """Let everybody live as before somebody joined. The history keeps both.

    Raises:
        CaseNotFound: one of the cases is there no more.
        ChangedMeanwhile: one of them lives in another household by now.
    """
    with work(Act.CHANGE_CASE) as unit:
        for before in joined.before:
            case = unit.cases.by_number(before.case_number)
            if case.household is None or case.household.id != joined.household.id:
                raise ChangedMeanwhile(case.id)
            household = case.household if before.household else None
            unit.cases.save(replace(case, household=household, household_role=before.household_role))
        unit.commit()
    return joined.changes


def _made_for(case: Case) -> Household:
    return Household(
        id=str(uuid.uuid4()),
        name=case.citizen.family_name.strip(),
        coordinating_caseworker=case.responsible_caseworker,
    )
