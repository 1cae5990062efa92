"""Add somebody who has a case to the family of another."""

import uuid
from dataclasses import replace

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import Work
from desktop_app.domain.household import Household, HouseholdRole


class InAnotherFamily(ApplicationError):
    """Who is to be added lives in another household; they leave that one first, on their own case."""

    def __init__(self, household: str) -> None:
        super().__init__(household)
        self.household = household


def join_family(case_number: str, *, family_of: str, role: HouseholdRole | None, work: Work) -> Changes:
    """Let the citizen of one case live in the household of another's.

    Where that one is registered in none yet, a household with the family's name is made for both.

    Raises:
        InAnotherFamily: the citizen is registered in another household.
        CaseNotFound: no case has one of the numbers.
        ChangedMeanwhile: somebody saved one of the cases at the same time.
    """
    with work() as unit:
        other = unit.cases.by_number(family_of)
        joining = unit.cases.by_number(case_number)
        household = other.household
        changed = [replace(joining, household=household, household_role=role)]
        if household is None:
            household = Household(
                id=str(uuid.uuid4()),
                name=other.citizen.family_name.strip(),
                coordinating_caseworker=other.responsible_caseworker,
            )
            unit.households.add(household)
            changed = [replace(joining, household=household, household_role=role), replace(other, household=household)]
        if joining.household and joining.household.id != household.id:
            raise InAnotherFamily(joining.household.name)
        for case in changed:
            unit.cases.save(case)
        unit.commit()
    return Changes(frozenset(case.id for case in changed))
