"""Consent a citizen gives and may withdraw, each with its day: to what is written of health, and to sharing.

Consent that was withdrawn stays on the case. What was handed out before is not called back by it, nor is a signed plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class ConsentPurpose(StrEnum):
    """What the citizen consents to."""

    HEALTH_TEXT = "health_text"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent; `with_whom` says whom may be told, for sharing. `withdrawn_on` is None while it stands."""

    id: str
    purpose: ConsentPurpose
    given_on: date
    with_whom: str | None = None
    withdrawn_on: date | None = None
    version: int = 0


def standing(consents: Iterable[Consent], purpose: ConsentPurpose, on: date) -> tuple[Consent, ...]:
    """Return the consents to a purpose that stand on a day."""
    return tuple(
        one
        for one in consents
        if one.purpose is purpose and one.given_on <= on and (one.withdrawn_on is None or one.withdrawn_on > on)
    )


def health_consented_on(own: date | None, consents: Iterable[Consent], on: date = date.max) -> date | None:
    """Return the day of the consent by which what is written of health may be told on a day, None where it may not.

    `own` is the day that is written beside the text. A withdrawal ends whatever was given until that day, the day
    beside the text too.
    """
    about_health = [one for one in consents if one.purpose is ConsentPurpose.HEALTH_TEXT]
    withdrawn = [one.withdrawn_on for one in about_health if one.withdrawn_on and one.withdrawn_on <= on]
    given = [day for day in (own, *(one.given_on for one in about_health)) if day is not None and day <= on]
    left = [day for day in given if all(day > end for end in withdrawn)]
    return own if own in left else max(left, default=None)


def withdrawn(consents: Iterable[Consent], purpose: ConsentPurpose, on: date) -> tuple[Consent, ...]:
    """Return the consents after those to a purpose were withdrawn on a day; what was given later stands."""
    return tuple(
        replace(one, withdrawn_on=on)
        if one.purpose is purpose and one.withdrawn_on is None and one.given_on <= on
        else one
        for one in consents
    )
