"""Registering what was signed on paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import NoSignature, Unsigned
from desktop_app.domain.signing import (
    Signing,
    SigningFault,
    SigningField,
    SigningProblem,
    SigningRemark,
    problems_of,
    remarks_on,
    with_signing,
)
from tests.builders import SIGNED, TAKEOVER, a_case, a_draft

TODAY = SIGNED + timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
UNWILLING = Unsigned(why=NoSignature.UNWILLING, reason="Vil tale med sin advokat først.")
SIGNING = Signing(citizen=SIGNED, municipality_on=SIGNED, interpreter_on=SIGNED, declaration_on=SIGNED)
READY = a_draft(ready_on=SIGNED)


# What keeps it from being registered ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "signing",
    [
        SIGNING,
        replace(SIGNING, citizen=TODAY, municipality_on=TODAY, interpreter_on=TODAY, declaration_on=TODAY),
        replace(SIGNING, interpreter_on=None, declaration_on=None),
        replace(SIGNING, citizen=UNWILLING),
    ],
)
def test_a_paper_with_its_days_can_be_registered(signing: Signing) -> None:
    assert problems_of(signing, TODAY) == []


@pytest.mark.parametrize(
    ("signing", "field"),
    [
        (replace(SIGNING, citizen=None), SigningField.CITIZEN),
        (replace(SIGNING, municipality_on=None), SigningField.MUNICIPALITY),
        (replace(SIGNING, citizen=replace(UNWILLING, reason=" \n")), SigningField.REASON),
    ],
)
def test_what_is_missing_is_named(signing: Signing, field: SigningField) -> None:
    assert problems_of(signing, TODAY) == [SigningProblem(field, SigningFault.MISSING)]


@pytest.mark.parametrize(
    ("signing", "field"),
    [
        (replace(SIGNING, citizen=TOMORROW), SigningField.CITIZEN),
        (replace(SIGNING, municipality_on=TOMORROW), SigningField.MUNICIPALITY),
        (replace(SIGNING, interpreter_on=TOMORROW), SigningField.INTERPRETER),
        (replace(SIGNING, declaration_on=TOMORROW), SigningField.DECLARATION),
    ],
)
def test_nobody_has_signed_tomorrow(signing: Signing, field: SigningField) -> None:
    assert problems_of(signing, TODAY) == [SigningProblem(field, SigningFault.IN_FUTURE)]


def test_problems_come_in_the_order_of_the_form() -> None:
    signing = Signing(citizen=None, municipality_on=None, interpreter_on=TOMORROW, declaration_on=TOMORROW)

    assert [problem.field for problem in problems_of(signing, TODAY)] == [
        SigningField.CITIZEN,
        SigningField.MUNICIPALITY,
        SigningField.INTERPRETER,
        SigningField.DECLARATION,
    ]


# What is odd ---------------------------------------------------------------------------------------------------------


def test_days_that_fit_one_another_are_not_remarked_on() -> None:
    assert remarks_on(SIGNING, READY, a_case()) == []


@pytest.mark.parametrize(
    ("group", "remark"),
    [
        (TargetGroup.REFUGEE, SigningRemark.EARLY_BY_REFUGEE),
        (TargetGroup.QUOTA_REFUGEE, SigningRemark.EARLY_BY_REFUGEE),
        (TargetGroup.DISPLACED_UKRAINE, SigningRemark.EARLY_BY_REFUGEE),
        (TargetGroup.FAMILY_OF_REFUGEE, SigningRemark.EARLY),
        (TargetGroup.FAMILY_OF_OTHER, SigningRemark.EARLY),
    ],
)
def test_only_refugees_may_sign_before_the_takeover(group: TargetGroup, remark: SigningRemark) -> None:
    early = TAKEOVER - timedelta(days=1)
    signing = Signing(citizen=early, municipality_on=TAKEOVER, declaration_on=early)

    assert remarks_on(signing, a_draft(ready_on=early), a_case(target_group=group)) == [remark]


def test_the_day_of_the_takeover_is_not_early() -> None:
    signing = Signing(citizen=TAKEOVER, municipality_on=TAKEOVER, declaration_on=TAKEOVER)

    assert remarks_on(signing, a_draft(ready_on=TAKEOVER), a_case()) == []


def test_without_a_takeover_nothing_is_early() -> None:
    assert remarks_on(SIGNING, READY, a_case(takeover_on=None)) == []


def test_a_signature_from_before_the_plan_was_ready_is_remarked_on() -> None:
    ready = a_draft(ready_on=SIGNED + timedelta(days=1))

    assert remarks_on(SIGNING, ready, a_case()) == [SigningRemark.BEFORE_READY]
    assert remarks_on(SIGNING, a_draft(), a_case()) == []


def test_the_declaration_belongs_to_the_same_day_as_the_signature() -> None:
    other = replace(SIGNING, declaration_on=TODAY)

    assert remarks_on(other, READY, a_case()) == [SigningRemark.DECLARATION_ON_OTHER_DAY]
    assert remarks_on(replace(SIGNING, declaration_on=None), READY, a_case()) == [SigningRemark.NO_DECLARATION]


def test_where_the_citizen_did_not_sign_the_declaration_has_no_day_to_agree_with() -> None:
    assert remarks_on(replace(SIGNING, citizen=UNWILLING, declaration_on=TODAY), READY, a_case()) == []


# What becomes of the plan --------------------------------------------------------------------------------------------


def test_a_signed_plan_has_the_days_of_the_paper() -> None:
    citizen_on = SIGNED - timedelta(days=1)

    plan = with_signing(READY, replace(SIGNING, citizen=citizen_on))

    assert plan.signed_on == SIGNED
    assert (plan.signed_by_citizen_on, plan.signed_by_municipality_on) == (citizen_on, SIGNED)
    assert (plan.signed_by_interpreter_on, plan.declaration_signed_on) == (SIGNED, SIGNED)
    assert plan.unsigned is None
    assert (plan.goals, plan.ready_on) == (READY.goals, SIGNED)


def test_a_plan_the_citizen_did_not_sign_is_concluded_by_the_municipality_with_the_reason_on_the_case() -> None:
    unsigned = replace(UNWILLING, reason="  Vil tale med sin advokat først.\n")

    plan = with_signing(a_draft(signed_by_citizen_on=SIGNED), replace(SIGNING, citizen=unsigned))

    assert (plan.signed_on, plan.signed_by_citizen_on, plan.unsigned) == (SIGNED, None, UNWILLING)
