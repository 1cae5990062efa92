"""Copy a case's master data and the text of its plan out to the municipality's main system.

Which fields were copied is logged, never what stands in them. A protected address is not among what can be copied.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order


class CopyField(StrEnum):
    """What can be copied, in the order it is."""

    CASE_NUMBER = "case_number"
    NAMES = "names"
    CPR = "cpr"
    BIRTH_DATE = "birth_date"
    NATIONALITY = "nationality"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGE = "language"
    TARGET_GROUP = "target_group"
    DATES = "dates"
    CASEWORKER = "caseworker"
    DEPARTMENT = "department"
    FAMILY = "family"
    SUPPORT = "support"
    PLAN = "plan"
    GOALS = "goals"
    ACTIVITIES = "activities"
    COMMITMENTS = "commitments"
    NEXT_FOLLOW_UP = "next_follow_up"
    DEADLINES = "deadlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySource:
    """What the text is written from: the case as it is now, and how its duties stand."""

    case: Case
    deadlines: tuple[Deadline, ...]


def copy_out(
    case_number: str, fields: Collection[CopyField], *, work: Work, rulebook: Rulebook, today: date
) -> CopySource:
    """Return what is needed to write the chosen fields out, once it is logged which they are.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.COPY_OUT) as unit:
        case = unit.cases.by_number(case_number)
        chosen = " ".join(field.value for field in CopyField if field in fields)
        unit.note(LogAction.COPIED, case.id, fields=chosen)
        unit.commit()
    return copy_source(case, rulebook, today)


def copy_source(case: Case, rulebook: Rulebook, today: date) -> CopySource:
    """Return what a text is written from for a case that is open, as for showing it before it is copied."""
    return CopySource(case=case, deadlines=tuple(in_order(deadlines_for(facts_of(case), rulebook, today))))
