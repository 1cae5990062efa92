"""Why a duty waits or does not apply, in words."""

from datetime import date

import pytest

from desktop_app.domain.deadline import Fact, Reason, Status
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.presenters.reason_texts import delay_text, other_date_text, reason_text
from tests.builders import a_deadline, a_decision_fact

THE_DAY = date(2026, 3, 8)


def said(reason: Reason) -> str:
    return reason_text(
        a_deadline(
            status=Status.WAITING,
            due_on=None,
            reason=reason,
            reason_on=THE_DAY,
            missing=Fact.REGISTRATION,
            decisions=(a_decision_fact(DecisionKind.NOT_RELEVANT, made_on=THE_DAY, reason="Borgeren er rejst"),),
        )
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
        (
            Reason.SET_NOT_RELEVANT,
            "Sat til ikke relevant den 8. marts 2026 af MJ: Borgeren er rejst. Beregnet frist: 1. november 2026.",
        ),
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


def test_a_deadline_set_to_not_relevant_by_nobody_known_has_a_dash_for_initials() -> None:
    decision = a_decision_fact(DecisionKind.NOT_RELEVANT, made_by="", reason="Fejl?")

    text = reason_text(a_deadline(due_on=None, reason=Reason.SET_NOT_RELEVANT, decisions=(decision,)))

    assert text == "Sat til ikke relevant den 20. november 2026 af –: Fejl? Beregnet frist: 1. november 2026."


def test_a_decision_that_came_in_without_a_reason_says_so() -> None:
    decision = a_decision_fact(DecisionKind.NOT_RELEVANT)

    text = reason_text(a_deadline(due_on=None, reason=Reason.SET_NOT_RELEVANT, decisions=(decision,)))

    assert text.startswith("Sat til ikke relevant den 20. november 2026 af MJ: uden begrundelse. ")


def test_a_reason_whose_decision_is_not_at_hand_says_nothing() -> None:
    assert reason_text(a_deadline(due_on=None, reason=Reason.SET_NOT_RELEVANT)) == ""


@pytest.mark.parametrize(
    ("cause", "reason", "text"),
    [
        (DelayCause.CITIZEN_ILL, "", "Borgeren syg"),
        (DelayCause.NO_INTERPRETER, "tigrinya", "Tolk kunne ikke skaffes: tigrinya"),
        (DelayCause.OTHER, "Brand i huset", "Brand i huset"),
        (DelayCause.OTHER, "", "Andet"),
        (None, "Brand i huset", "Brand i huset"),
    ],
)
def test_the_cause_of_a_delay_is_named_with_its_further_words(cause: DelayCause | None, reason: str, text: str) -> None:
    decision = a_decision_fact(DecisionKind.LATE_BECAUSE, cause=cause, reason=reason)

    assert delay_text(a_deadline(decisions=(decision,))) == text


def test_a_date_that_was_changed_is_named_beside_the_calculated_one() -> None:
    decision = a_decision_fact(DecisionKind.OTHER_DATE, on=date(2026, 11, 15), reason="Aftalt med borgeren")

    assert other_date_text(a_deadline(decisions=(decision,))) == (
        "Beregnet frist: 1. november 2026. Rettet til 15. november 2026 af MJ: Aftalt med borgeren."
    )


def test_where_no_other_date_was_set_nothing_is_said_of_one() -> None:
    dateless = a_decision_fact(DecisionKind.OTHER_DATE, reason="Fra en fil")

    assert other_date_text(a_deadline()) == ""
    assert other_date_text(a_deadline(decisions=(dateless,))) == ""
