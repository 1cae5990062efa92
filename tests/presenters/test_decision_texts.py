"""A decision about a deadline in words."""

from datetime import date

from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.presenters.decision_texts import decision_text
from tests.builders import a_decision


def test_a_decision_tells_its_day_who_made_it_and_why() -> None:
    decision = a_decision(kind=DecisionKind.OTHER_DATE, on=date(2026, 12, 1), reason="Tolken er syg ")

    assert decision_text(decision) == "Anden dato 01.12.2026 (MJ, 20.11.2026): Tolken er syg"


def test_one_without_a_day_or_a_reason_tells_none() -> None:
    assert decision_text(a_decision()) == "Årsag til forsinkelsen (MJ, 20.11.2026)"
