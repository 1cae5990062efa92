"""Take cases out in the exchange format: the whole store, or one case to hand over or give the citizen a copy of.

Scans are not in the file: it is text, and holds what another program can read. Nor is what is written of health without
the citizen's consent to hand it on.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.application.exchange_format import FORMAT, VERSION, case_to_exchange, household_to_exchange
from desktop_app.application.exchange_values import Json
from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.case import Case
from desktop_app.domain.household import Household
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Act
from desktop_app.domain.scan import attached


class Exported(NamedTuple):
    """What the file holds, and how many scans and texts on health of these cases are not in it."""

    content: Json
    scans_left_out: int
    health_left_out: int


def export_cases(*, work: Work, case_number: str | None = None) -> Json:
    """Return the file's content alone (`export_counted`)."""
    return export_counted(work=work, case_number=case_number).content


def export_counted(*, work: Work, case_number: str | None = None) -> Exported:
    """Return the file's content, cases by number and households numbered in that order; the export is logged.

    Raises:
        CaseNotFound: no case has the number asked for.
    """
    with work(Act.EXPORT_EVERYTHING if case_number is None else Act.EXPORT_CASE) as unit:
        municipality = unit.municipality()
        cases = unit.cases.all() if case_number is None else [unit.cases.by_number(case_number)]
        unit.note(LogAction.EXPORTED, cases[0].id if case_number else "", cases=str(len(cases)))
        unit.commit()
    return file_of(cases, municipality)


def file_of(cases: Sequence[Case], municipality: Municipality) -> Exported:
    """Return what a file of these cases holds; households are numbered as they come."""
    households: dict[str, Household] = {}
    for case in cases:
        if case.household:
            households.setdefault(case.household.id, case.household)
    keys = {household_id: f"H{place}" for place, household_id in enumerate(households, start=1)}
    content = {
        "format": FORMAT,
        "version": VERSION,
        "municipality": {"code": municipality.code, "name": municipality.name},
        "households": [household_to_exchange(household, keys[key]) for key, household in households.items()],
        "cases": [case_to_exchange(case, keys[case.household.id] if case.household else None) for case in cases],
    }
    plans = [plan for case in cases for plan in case.plans]
    return Exported(
        content,
        scans_left_out=sum(len(attached(plan.scans)) for plan in plans),
        health_left_out=sum(plan.assessment.lacks_consent(case.consents) for case in cases for plan in case.plans),
    )
