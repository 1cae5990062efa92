"""Which cases may be erased, and what goes with them."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.erasure import WhatGoes, may_be_erased, what_goes
from desktop_app.domain.plan import Annulment, NoSignature, Unsigned
from tests.builders import SIGNED, a_case, a_draft, a_follow_up, a_plan, a_scan, an_event, an_offer


def test_a_case_without_a_signature_may_be_erased() -> None:
    assert may_be_erased(a_case(plans=()))
    assert may_be_erased(a_case(plans=(a_draft(ready_on=SIGNED), a_draft(number=2))))


@pytest.mark.parametrize(
    "signed",
    [
        {"signed_by_citizen_on": SIGNED},
        {"signed_by_municipality_on": SIGNED},
        {"declaration_signed_on": SIGNED},
        {"unsigned": Unsigned(why=NoSignature.UNABLE, reason="Er indlagt")},
        {"annulment": Annulment(on=SIGNED, reason="Forkert borger")},
        {"scans": (a_scan(),)},
    ],
)
def test_a_case_with_any_trace_of_a_signature_is_kept(signed: dict[str, Any]) -> None:
    assert not may_be_erased(a_case(plans=(a_draft(), a_draft(number=2, **signed))))


def test_what_goes_is_counted() -> None:
    case = a_case(
        plans=(a_plan(),),
        follow_ups=(a_follow_up(held_on=date(2026, 11, 2)),),
        events=(an_event("programme.started", date(2026, 10, 5)),),
        offers=(an_offer(),),
    )

    assert what_goes(case) == WhatGoes(plans=1, follow_ups=1, events=2, notes=0)
