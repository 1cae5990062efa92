"""The municipality's own standards, stricter than the law: how often it follows up, and how early it is reminded."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span
from desktop_app.domain.duties import DutyId


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStandard:
    """What the municipality decided about a duty of its own from `valid_from` on, until the next such decision.

    Before its first decision the file of rules says what holds. `warning_days` is how many days before the deadline it
    counts as due soon. `decided_by` are initials.
    """

    id: str
    duty: DutyId
    valid_from: date
    interval: Span
    groups: frozenset[TargetGroup]
    warning_days: int
    reason: str
    decided_on: date
    decided_by: str = ""
    version: int = 0
