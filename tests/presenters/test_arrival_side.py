"""What stands beside the form: the case it may be about, how the takeover is proposed, and what follows."""

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Clock, Rulebook, Standing
from desktop_app.presenters.arrival_side import ArrivalSide, Proposal, StartedDuty, side_of, similar_case
from desktop_app.presenters.calculation_texts import StepText
from desktop_app.translation import ENGLISH, set_language
from tests.builders import a_case, a_citizen, a_duty, a_rule_version, a_source
from tests.fakes import a_line_of
from tests.presenters.arrivals import read_rima


def side(rulebook: Rulebook, **changes: str | None) -> ArrivalSide:
    return side_of(read_rima(rulebook, **changes), None, rulebook)


# Somebody known ------------------------------------------------------------------------------------------------------


def test_a_similar_case_is_asked_about() -> None:
    line = a_line_of(a_case(citizen=a_citizen(given_names="Rima ", family_name=" Al Hasan")))

    assert similar_case(line).text == "Rima Al Hasan, født 1990, sag 2026-014. Er det samme person?"
    assert similar_case(line).case_number == "2026-014"


def test_a_similar_case_without_a_birth_date_is_asked_about_without_it() -> None:
    line = a_line_of(a_case(citizen=a_citizen(birth_date=None)))

    assert similar_case(line).text == "Rima Al-Hassan, sag 2026-014. Er det samme person?"


def test_the_similar_case_stands_beside_the_form_when_there_is_one(rulebook: Rulebook) -> None:
    person, line = read_rima(rulebook), a_line_of(a_case())

    assert side_of(person, line, rulebook).similar == similar_case(line)
    assert side_of(person, None, rulebook).similar is None


# The proposal --------------------------------------------------------------------------------------------------------


def test_the_proposal_is_told_step_by_step_with_its_law(rulebook: Rulebook) -> None:
    assert side(rulebook).proposal == Proposal(
        steps=(
            StepText("17. november 2026", "Afgørelse om visitering"),
            StepText("December 2026", "Første hele måned efter afgørelsen"),
            StepText("1. januar 2027", "Fredag – ansvaret overgår den første hverdag"),
            StepText("4. januar 2027", "Første hverdag"),
        ),
        basis="Integrationsloven § 4, stk. 2",
        uncertainty="Udledt, ikke læst i lovens tekst",
    )


def test_a_rule_that_was_read_is_not_called_uncertain(rulebook: Rulebook) -> None:
    proposal = side(rulebook, target_group="displaced_ukraine").proposal

    assert proposal.uncertainty == ""
    assert proposal.basis == "Særloven om fordrevne fra Ukraine § 30, stk. 2"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"target_group": None}, "Vælg målgruppen, så foreslås datoen."),
        ({"allocation_decided_on": None}, "Datoen foreslås, når dette er udfyldt: afgørelse om visitering."),
        (
            {"allocation_decided_on": "01.11.2026"},
            (
                "Afgørelsen er truffet den første i en måned, 1. november 2026. Loven siger ikke, om den måned tæller "
                "som den første hele måned. Spørg Udlændingestyrelsen, og indtast datoen for overtagelse."
            ),
        ),
        ({"allocation_decided_on": "15.02.2006"}, "Der er ikke fundet en version af reglen for den 15. februar 2006."),
    ],
)
def test_where_nothing_is_proposed_it_says_why(rulebook: Rulebook, changes: dict[str, str | None], why: str) -> None:
    assert side(rulebook, **changes).proposal == Proposal(why_none=why)


# What follows --------------------------------------------------------------------------------------------------------


def test_what_follows_from_the_takeover_stands_by_its_day_with_its_paragraph(rulebook: Rulebook) -> None:
    rows = side(rulebook).started

    assert rows[0] == StartedDuty("Kontrakt", "§ 19, stk. 1", "04.02.2027", "")
    assert StartedDuty("Henvisning til danskuddannelse", "§ 21, stk. 1", "04.02.2027", "") in rows
    assert [row.due for row in rows] == sorted((row.due for row in rows), key=lambda due: due.split(".")[::-1])


def test_a_deadline_on_a_sunday_says_when_to_plan_it(rulebook: Rulebook) -> None:
    rows = side(rulebook).started

    assert (
        StartedDuty(
            "Visitation: jobparat eller aktivitetsparat",
            "§ 17, stk. 2",
            "04.04.2027",
            "Søndag. Planlæg senest fredag den 2. april.",
        )
        in rows
    )


def test_the_advice_stands_once_for_all_that_are_due_on_the_day(rulebook: Rulebook) -> None:
    rows = side(rulebook, takeover_on="06.01.2027").started

    on_saturday = [row.hint for row in rows if row.due == "06.02.2027"]
    assert len(on_saturday) > 1
    assert on_saturday == [""] * (len(on_saturday) - 1) + ["Lørdag. Planlæg senest fredag den 5. februar."]


def test_a_holiday_on_a_weekday_is_called_one_and_the_day_before_may_lie_in_the_old_year(rulebook: Rulebook) -> None:
    hints = [row.hint for row in side(rulebook, takeover_on="01.12.2026").started if row.due == "01.01.2027"]

    assert hints[-1] == "Fredag og helligdag. Planlæg senest torsdag den 31. december 2026."


def test_in_english_it_is_said_in_english(rulebook: Rulebook) -> None:
    set_language(ENGLISH)

    assert "Sunday. Plan it for Friday April 2 at the latest." in [row.hint for row in side(rulebook).started]


def test_what_is_not_the_integration_acts_own_names_where_it_stands() -> None:
    group = frozenset({TargetGroup.REFUGEE})
    other_act = a_rule_version(groups=group, source=a_source(act="Danskuddannelsesloven", section="§ 5"))
    advice = a_rule_version(groups=group, standing=Standing.RECOMMENDATION)
    rules = Rulebook(
        [
            a_duty(id=DutyId.TAKEOVER_EXPECTED, clock=Clock.ALLOCATION),
            a_duty(id=DutyId.DANISH_BEGUN, versions=(other_act,)),
            a_duty(id=DutyId.RECOMMENDATION_JOB_IN_SIX_MONTHS, versions=(advice,)),
        ]
    )

    rows = side(rules, takeover_on="04.01.2027").started

    assert [row.section for row in rows] == ["Danskuddannelsesloven § 5", "Anbefaling"]


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({}, ""),
        ({"takeover_on": ""}, "Fristerne begynder, når datoen for overtagelse er udfyldt."),
        ({"target_group": None}, "Fristerne begynder, når datoen for overtagelse er udfyldt."),
        (
            {"birth_date": "03.05.2019", "target_group": "quota_refugee"},
            "Fristerne begynder, når datoen for overtagelse er udfyldt.",
        ),
        (
            {"birth_date": "03.05.2019", "target_group": "quota_refugee", "cpr_registered_on": "201126"},
            "Under 18 ved overtagelsen: færre pligter gælder.",
        ),
        ({"birth_date": "03.05.2019"}, "Under 18 ved overtagelsen: ingen frister begynder."),
        ({"takeover_on": "01.01.1990", "birth_date": "010160"}, "Ingen frister begynder på denne dato."),
    ],
)
def test_it_says_when_little_or_nothing_follows(rulebook: Rulebook, changes: dict[str, str | None], note: str) -> None:
    assert side(rulebook, **changes).note == note


def test_a_child_is_not_told_of_a_contract(rulebook: Rulebook) -> None:
    child = side(rulebook, birth_date="03.05.2019")

    assert "Kontrakt" not in [row.duty for row in child.started]
