"""The family a plan looks at as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class HouseholdRole(StrEnum):
    """What somebody is in the household."""

    ADULT = "adult"
    CHILD = "child"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """People who arrive and live together; one caseworker coordinates the effort for all of them."""

    id: str
    name: str
    coordinating_caseworker: str | None = None
    version: int = 0
