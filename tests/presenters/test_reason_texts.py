"""Why a duty waits or does not apply, in words."""

from datetime import date

import pytest

from desktop_app.domain.deadline import Fact, Reason, Status
from desktop_app.presenters.reason_texts import reason_text
from tests.builders import a_deadline

THE_DAY = date(2026, 3, 8)


def said(reason: Reason) -> str:
    return reason_text(
        a_deadline(status=Status.WAITING, due_on=None, reason=reason, reason_on=THE_DAY, missing=Fact.REGISTRATION)
    )


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason.NO_TAKEOVER, "Fristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."),
        (Reason.FACT_MISSING, "Fristen kan først beregnes, når denne dato er kendt: tilmeldt CPR i kommunen."),
        (Reason.NO_RULE_VERSION, "Der er ikke fundet en version af reglen for den 8. marts 2026."),
        (Reason.WORDING_UNSEEN, "Lovens ordlyd fra 2026 er ikke set. Følg kommunens egen standard."),
        (
            Reason.DEPARTMENT_NOT_NAMED,
            "Den koordineringsansvarlige forvaltning er ikke valgt. Loven sætter ingen dato.",
        ),
        (Reason.LEAVE_END_UNKNOWN, "Næste opfølgning skal ske, når orloven slutter; den dato mangler."),
        (Reason.RULE_ENDED, "Reglen gjaldt til og med den 8. marts 2026."),
        (Reason.GROUP_NOT_COVERED, "Reglen gælder ikke for borgerens målgruppe."),
        (Reason.DISCRETIONARY, "Kommunen kan, men skal ikke."),
        (Reason.MINOR, "Borgeren var under 18 år ved overtagelsen."),
        (Reason.NOT_ON_BENEFIT, "Borgeren fik ikke ydelse den 8. marts 2026."),
        (Reason.NOT_JOB_READY, "Borgeren var ikke visiteret som jobparat den 8. marts 2026."),
        (Reason.NO_HEALTH_NEED, "Der er ikke fundet behov for en helbredsvurdering."),
        (Reason.IN_ORDINARY_WORK, "Borgeren er kommet i ordinært arbejde eller ordinær uddannelse."),
        (Reason.GOALS_ACHIEVED, "Alle kontraktens beskæftigelses- og uddannelsesmål er nået."),
        (Reason.SELF_SUPPORTING, "Borgeren forsørger sig selv; opfølgning holdes efter behov."),
        (Reason.BY_NEED, "Herefter holdes opfølgning efter behov."),
        (Reason.MOVED_AWAY, "En anden kommune overtog ansvaret den 8. marts 2026."),
    ],
)
def test_a_reason_is_said_in_a_sentence(reason: Reason, text: str) -> None:
    assert said(reason) == text


def test_a_decision_on_the_first_says_what_to_do() -> None:
    assert said(Reason.DECIDED_ON_THE_FIRST) == (
        "Afgørelsen er truffet den første i en måned, 8. marts 2026. Loven siger ikke, om den måned tæller som den"
        " første hele måned. Spørg Udlændingestyrelsen, og indtast datoen for overtagelse."
    )


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_whole_sentence_with_nothing_left_to_fill_in(reason: Reason) -> None:
    text = said(reason)

    assert text.endswith(".")
    assert "{" not in text


def test_a_reason_without_its_date_leaves_no_field_open() -> None:
    assert "{" not in reason_text(a_deadline(status=Status.WAITING, due_on=None, reason=Reason.RULE_ENDED))


def test_without_a_reason_nothing_is_said() -> None:
    assert reason_text(a_deadline()) == ""
