"""What the team registers when a plan has been signed on paper (integrationsloven § 19)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.plan import Plan, Unsigned

MAY_SIGN_EARLY = frozenset({TargetGroup.REFUGEE, TargetGroup.QUOTA_REFUGEE, TargetGroup.DISPLACED_UKRAINE})
"""§ 19, stk. 2: refugees may sign before the municipality has taken over responsibility; the displaced from Ukraine
count as refugees (§ 2, stk. 2)."""


class SigningField(StrEnum):
    """What can be wrong in a signing, field by field."""

    CITIZEN = "citizen"
    REASON = "reason"
    MUNICIPALITY = "municipality"
    INTERPRETER = "interpreter"
    DECLARATION = "declaration"


class SigningFault(StrEnum):
    """Why it cannot be registered."""

    MISSING = "missing"
    IN_FUTURE = "in_future"


class SigningRemark(StrEnum):
    """What is odd about the dates and may be right all the same."""

    EARLY_BY_REFUGEE = "early_by_refugee"
    EARLY = "early"
    BEFORE_READY = "before_ready"
    NO_DECLARATION = "no_declaration"
    DECLARATION_ON_OTHER_DAY = "declaration_on_other_day"


@dataclass(frozen=True, slots=True)
class SigningProblem:
    """One field and what is wrong with it."""

    field: SigningField
    fault: SigningFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """The days on the paper. `citizen` is the day the citizen signed, or that the citizen did not and why."""

    citizen: date | Unsigned | None
    municipality_on: date | None
    interpreter_on: date | None = None
    declaration_on: date | None = None


def problems_of(signing: Signing, today: date) -> list[SigningProblem]:
    """Return why a signing cannot be registered, in the order of the form; an empty list when it can."""
    return list(_problems(signing, today))


def remarks_on(signing: Signing, plan: Plan, case: Case) -> list[SigningRemark]:
    """Return what is odd about a signing without keeping it from being registered."""
    return list(_remarks(signing, plan, case))


def with_signing(plan: Plan, signing: Signing) -> Plan:
    """Return the plan as it stands once the signing is registered."""
    unsigned = signing.citizen if isinstance(signing.citizen, Unsigned) else None
    return replace(
        plan,
        signed_by_citizen_on=None if isinstance(signing.citizen, Unsigned) else signing.citizen,
        unsigned=replace(unsigned, reason=unsigned.reason.strip()) if unsigned else None,
        signed_by_municipality_on=signing.municipality_on,
        signed_by_interpreter_on=signing.interpreter_on,
        declaration_signed_on=signing.declaration_on,
    )


def _problems(signing: Signing, today: date) -> Iterator[SigningProblem]:
    if isinstance(signing.citizen, Unsigned):
        if not signing.citizen.reason.strip():
            yield SigningProblem(SigningField.REASON, SigningFault.MISSING)
    else:
        yield from _about(SigningField.CITIZEN, signing.citizen, today, is_required=True)
    yield from _about(SigningField.MUNICIPALITY, signing.municipality_on, today, is_required=True)
    yield from _about(SigningField.INTERPRETER, signing.interpreter_on, today)
    yield from _about(SigningField.DECLARATION, signing.declaration_on, today)


def _about(field: SigningField, on: date | None, today: date, *, is_required: bool = False) -> Iterator[SigningProblem]:
    if on is None and is_required:
        yield SigningProblem(field, SigningFault.MISSING)
    if on and on > today:
        yield SigningProblem(field, SigningFault.IN_FUTURE)


def _remarks(signing: Signing, plan: Plan, case: Case) -> Iterator[SigningRemark]:
    citizen_on = signing.citizen if isinstance(signing.citizen, date) else None
    signed = [on for on in (citizen_on, signing.municipality_on) if on]
    if case.takeover_on and any(on < case.takeover_on for on in signed):
        may = case.target_group in MAY_SIGN_EARLY
        yield SigningRemark.EARLY_BY_REFUGEE if may else SigningRemark.EARLY
    if plan.ready_on and any(on < plan.ready_on for on in signed):
        yield SigningRemark.BEFORE_READY
    if signing.declaration_on is None:
        yield SigningRemark.NO_DECLARATION
    elif citizen_on and signing.declaration_on != citizen_on:
        yield SigningRemark.DECLARATION_ON_OTHER_DAY
