"""Why a deadline is what it is: its law, its start, every step."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import CountsFrom, Fact, Reason, Status, Step, StepKind
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.rulebook import Certainty, Standing
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from tests.builders import TAKEOVER, a_deadline, a_decision_fact, a_duty, a_rule_version

TODAY = date(2026, 10, 25)
SUNDAY = date(2026, 11, 1)
CONTRACT = a_deadline(
    status=Status.DUE_SOON,
    due_on=SUNDAY,
    counts_from=CountsFrom(Fact.TAKEOVER, TAKEOVER),
    rule=a_rule_version(valid_from=date(2025, 1, 1)),
    steps=(
        Step(StepKind.FACT, TAKEOVER, fact=Fact.TAKEOVER),
        Step(StepKind.ADDED, SUNDAY, start=TAKEOVER, span=Span(1, Unit.MONTHS)),
    ),
)


def detail(**rule: object) -> DeadlineDetail:
    deadline = a_deadline(rule=a_rule_version(**rule))
    return detail_of(deadline, a_duty(), TODAY)


def test_a_deadline_is_explained_whole() -> None:
    found = detail_of(CONTRACT, a_duty(), TODAY)

    assert found.duty == "Kontrakt"
    assert (found.badge, found.badge_kind) == ("Frist om 7 dage", BadgeKind.SOON)
    assert found.sentence == "Fristen er søndag den 1. november 2026."
    assert found.weekend_hint == "Fristen falder på en søndag. Planlæg senest fredag den 30. oktober 2026."
    assert found.facts == (
        ("Hjemmel", "Integrationsloven § 19, stk. 1"),
        ("Startdato", "1. oktober 2026 (ansvar overtaget)"),
        ("Frist", "1 måned efter startdatoen"),
        ("Regelversion", "Gældende siden 1. januar 2025, valgt efter startdatoen"),
        ("Grundlag", "Lov"),
        ("Kilde", "LBK 1146/2020, tjekket 08.03.2026"),
        ("Vished", "Læst i kilden"),
    )
    assert [step.title for step in found.steps] == ["1. oktober 2026", "+ 1 måned = 1. november 2026"]
    assert (found.uncertainty, found.note) == (None, None)


@pytest.mark.parametrize(
    ("kind", "changes", "copied"),
    [
        (
            DecisionKind.OTHER_DATE,
            {"on": date(2026, 11, 8)},
            "Beregnet frist: 1. november 2026. Rettet til 8. november 2026 af MJ: begrundelsen står på sagen.",
        ),
        (
            DecisionKind.LATE_BECAUSE,
            {"status": Status.OVERDUE},
            "Årsag til forsinkelsen: begrundelsen står på sagen.",
        ),
    ],
)
def test_what_somebody_wrote_about_a_deadline_is_shown_and_not_copied(
    kind: DecisionKind, changes: dict[str, Any], copied: str
) -> None:
    decision = a_decision_fact(kind, reason="Rima er rejst", on=changes.pop("on", None))

    found = detail_of(CONTRACT._replace(decisions=(decision,), **changes), a_duty(), TODAY)

    assert "Rima er rejst" in found.sentence
    assert "Rima" not in found.as_text()
    assert copied in found.as_text()


def test_the_explanation_can_be_copied_as_lines() -> None:
    assert detail_of(CONTRACT, a_duty(), TODAY).as_text() == (
        "Kontrakt\n"
        "Fristen er søndag den 1. november 2026.\n"
        "Hjemmel: Integrationsloven § 19, stk. 1\n"
        "Startdato: 1. oktober 2026 (ansvar overtaget)\n"
        "Frist: 1 måned efter startdatoen\n"
        "Regelversion: Gældende siden 1. januar 2025, valgt efter startdatoen\n"
        "Grundlag: Lov\n"
        "Kilde: LBK 1146/2020, tjekket 08.03.2026\n"
        "Vished: Læst i kilden\n"
        "1. oktober 2026: Ansvar overtaget\n"
        "+ 1 måned = 1. november 2026: Søndag. Fristen flyttes ikke."
    )


def test_what_is_uncertain_and_what_the_rule_remarks_stands_below() -> None:
    found = detail(certainty=Certainty.INFERRED, note="Datoen er udledt.")

    assert (found.uncertainty, found.note) == ("Udledt, ikke læst i lovens tekst", "Datoen er udledt.")
    assert found.as_text().endswith("\nUdledt, ikke læst i lovens tekst\nDatoen er udledt.")


def test_a_version_that_ended_says_from_when_to_when() -> None:
    found = detail(valid_from=date(2006, 4, 1), ended_on=date(2024, 12, 31))

    assert ("Regelversion", "Gældende fra 1. april 2006 til 31. december 2024") in found.facts


def test_several_times_within_a_period_say_how_often() -> None:
    found = detail(times=4, due=Span(6, Unit.MONTHS))

    assert ("Frist", "4 gange inden for 6 måneder") in found.facts


def test_without_a_length_of_time_none_is_named() -> None:
    labels = {label for due in (None, Span(0, Unit.DAYS)) for label, _ in detail(due=due).facts}

    assert "Frist" not in labels
    assert "Startdato" not in labels


def test_the_municipalitys_own_standard_is_named_as_such() -> None:
    facts = dict(detail(standing=Standing.LOCAL_STANDARD).facts)

    assert facts["Grundlag"] == "Kommunens egen standard"
    assert "Vished" not in facts


def test_without_a_rule_only_the_reason_is_there() -> None:
    waiting = a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER, missing=Fact.TAKEOVER)

    found = detail_of(waiting, a_duty(), TODAY)

    assert (found.facts, found.steps, found.uncertainty, found.note) == ((), (), None, None)
    assert found.as_text() == (
        "Kontrakt\nFristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."
    )
