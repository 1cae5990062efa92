"""The rulebook in lines of text."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.legal_texts import LegalTexts
from desktop_app.domain.rulebook import Certainty, Clock, Condition, Obligation, Rulebook, RuleVersion, Standing
from desktop_app.presenters.rule_listing import check_lines, duty_lines, full_week_lines, lines_on
from tests.builders import a_duty, a_legal_text, a_rule_version, a_source, a_suspension

THE_DAY = date(2026, 3, 8)


def says(version: RuleVersion) -> str:
    """Return what the listing says of the time a version allows."""
    return list(duty_lines(a_duty(versions=(version,)), THE_DAY))[3].strip()


# What was read -------------------------------------------------------------------------------------------------------


def test_the_check_counts_what_was_read() -> None:
    rules = Rulebook([a_duty(versions=(a_rule_version(), a_rule_version()))], [a_suspension()])
    texts = LegalTexts([a_legal_text(checked_by="Juridisk afdeling")])

    assert list(check_lines(rules, texts)) == ["Læste 1 opgave med 2 versioner, 1 suspension og 1 tekst."]


def test_the_check_counts_what_nobody_has_confirmed() -> None:
    versions = [a_rule_version(certainty=Certainty.INFERRED)] * 2 + [a_rule_version(certainty=Certainty.UNVERIFIED)] * 3
    texts = LegalTexts([a_legal_text(), a_legal_text()])

    assert list(check_lines(Rulebook([a_duty(versions=tuple(versions))]), texts))[1:] == [
        "2 versioner: udledt, ikke læst i lovens tekst",
        "3 versioner: ikke efterprøvet",
        "2 tekster: udkast, ikke juridisk godkendt",
    ]


def test_one_is_counted_in_the_singular() -> None:
    rules = Rulebook([a_duty(versions=(a_rule_version(certainty=Certainty.INFERRED),))])

    assert list(check_lines(rules, LegalTexts([a_legal_text()])))[1:] == [
        "1 version: udledt, ikke læst i lovens tekst",
        "1 tekst: udkast, ikke juridisk godkendt",
    ]


def test_the_rules_that_come_with_the_program_can_be_listed(rulebook: Rulebook) -> None:
    read, *_ = check_lines(rulebook, LegalTexts([]))

    assert read.startswith(f"Læste {len(rulebook.duties)} opgaver")
    assert len(list(lines_on(rulebook, THE_DAY))) > 2 * len(rulebook.duties)
    for duty in rulebook.duties.values():
        assert all("{" not in line for line in duty_lines(duty, THE_DAY))


# What holds on a day -------------------------------------------------------------------------------------------------


def test_the_rules_of_a_day_say_what_each_duty_asks_of_whom() -> None:
    groups = frozenset({TargetGroup.IMMIGRANT, TargetGroup.REFUGEE})
    rules = Rulebook([a_duty(versions=(a_rule_version(groups=groups),))])

    assert list(lines_on(rules, THE_DAY)) == [
        "Regler den 8. marts 2026",
        "contract.signed  Kontrakt",
        "    1 måned efter overtagelsen  [flygtning, indvandrer]  Integrationsloven § 19, stk. 1",
    ]


def test_a_duty_without_a_version_on_the_day_says_so() -> None:
    rules = Rulebook([a_duty()])

    assert list(lines_on(rules, date(2019, 12, 31)))[1:] == [
        "contract.signed  Kontrakt",
        "    ingen version på denne dag",
    ]


# One duty ------------------------------------------------------------------------------------------------------------


def test_a_duty_is_listed_with_every_version_and_the_one_of_the_day_is_marked() -> None:
    old = a_rule_version(
        ended_on=date(2025, 12, 31),
        certainty=Certainty.INFERRED,
        conditions=(Condition.ADULT, Condition.BENEFIT),
        note="Datoen er udledt.",
    )
    new = a_rule_version(valid_from=date(2026, 1, 1), source=a_source(url=""))

    assert list(duty_lines(a_duty(versions=(old, new)), THE_DAY)) == [
        "contract.signed  Kontrakt",
        "",
        "01.01.2020 – 31.12.2025",
        "    1 måned efter overtagelsen",
        "    Målgrupper: flygtning",
        "    Betingelser: 18 år eller mere, får ydelse",
        "    Lov: Integrationsloven § 19, stk. 1",
        "    Kilde: LBK 1146/2020, tjekket 08.03.2026 https://www.retsinformation.dk/eli/lta/2020/1146",
        "    Udledt, ikke læst i lovens tekst",
        "    Datoen er udledt.",
        "",
        "01.01.2026 –   (gælder den 08.03.2026)",
        "    1 måned efter overtagelsen",
        "    Målgrupper: flygtning",
        "    Lov: Integrationsloven § 19, stk. 1",
        "    Kilde: LBK 1146/2020, tjekket 08.03.2026",
    ]


@pytest.mark.parametrize(
    ("version", "text"),
    [
        (a_rule_version(wording_seen=False, due=None), "Ordlyden er ikke set; ingen dato beregnes"),
        (a_rule_version(obligation=Obligation.MAY), "Kommunen kan, men skal ikke"),
        (a_rule_version(due=None), "Ingen dato i sig selv"),
        (
            a_rule_version(times=4, due=Span(6, Unit.MONTHS), clock=Clock.READINESS_ASSESSED),
            "4 gange inden for 6 måneder efter visitationen",
        ),
        (
            a_rule_version(times=4, repeats=True, due=Span(12, Unit.MONTHS), clock=Clock.READINESS_ASSESSED),
            "4 gange i hver periode på 12 måneder efter visitationen",
        ),
        (
            a_rule_version(due=Span(0, Unit.DAYS), clock=Clock.PERMIT_OR_REGISTRATION),
            "Samme dag: opholdstilladelsen eller tilmeldingen i CPR",
        ),
        (
            a_rule_version(due=Span(1, Unit.WHOLE_MONTHS), clock=Clock.ALLOCATION),
            "1 hel måned efter afgørelsen om visitering",
        ),
    ],
)
def test_a_version_says_how_much_time_it_allows(version: RuleVersion, text: str) -> None:
    assert says(version) == text


def test_a_version_says_what_moves_its_date_and_which_other_times_it_knows() -> None:
    version = a_rule_version(
        to_next_working_day=True,
        aim=Span(2, Unit.WEEKS),
        in_ordinary_work=Span(12, Unit.MONTHS),
        after_birth=Span(6, Unit.MONTHS),
        warning_days=14,
    )

    assert [line.strip() for line in list(duty_lines(a_duty(versions=(version,)), THE_DAY))[4:9]] == [
        "Flyttes fra weekend og helligdag til den første hverdag",
        "Så vidt muligt inden for 2 uger",
        "I ordinært arbejde eller uddannelse uden ydelse: 12 måneder",
        "Under barsel: første gang 6 måneder efter fødslen, derefter når orloven slutter",
        "Påmindes 14 dage før",
    ]


def test_a_change_whose_day_is_inferred_names_the_days_it_lies_between() -> None:
    version = a_rule_version(begins_between=Period(date(2019, 9, 1), date(2020, 1, 1)))

    assert "    Ændringen ligger på en dag fra 01.09.2019 til 01.01.2020; dagen er udledt" in list(
        duty_lines(a_duty(versions=(version,)), THE_DAY)
    )


def test_a_version_that_counts_from_nothing_has_no_date_of_its_own() -> None:
    duty = a_duty(clock=None, versions=(a_rule_version(clock=None),))

    assert list(duty_lines(duty, THE_DAY))[3].strip() == "Ingen dato i sig selv"


@pytest.mark.parametrize("clock", Clock)
def test_every_clock_has_its_words(clock: Clock) -> None:
    text = says(a_rule_version(clock=clock))

    assert text.startswith("1 måned efter ")
    assert len(text) > len("1 måned efter ")


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_its_words(condition: Condition) -> None:
    lines = list(duty_lines(a_duty(versions=(a_rule_version(conditions=(condition,)),)), THE_DAY))

    [said] = [line for line in lines if "Betingelser: " in line]
    assert not said.endswith(("Betingelser: ", condition.value))


# Full weeks ----------------------------------------------------------------------------------------------------------


def test_a_full_week_is_listed_with_groups_and_paragraph_on_the_days_it_holds() -> None:
    week = FullWeek(
        valid_from=THE_DAY,
        ended_on=THE_DAY,
        groups=frozenset({TargetGroup.REFUGEE, TargetGroup.QUOTA_REFUGEE}),
        hours=37,
        standing=Standing.STATUTE,
        certainty=Certainty.CONFIRMED,
        source=a_source(section="§ 20 d"),
    )

    on_the_day, after = (list(full_week_lines(FullWeeks([week]), on)) for on in (THE_DAY, THE_DAY + timedelta(days=1)))

    assert on_the_day == [
        "full_week  Fuld uge",
        "    37 timer om ugen  [flygtning, kvoteflygtning]  Integrationsloven § 20 d",
    ]
    assert after == ["full_week  Fuld uge"]
