"""Regler og frister: every rule with every version, found as one types, as one looks at it on a day."""

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.application.law_in_force import LawFallback, LawInForce
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.rulebook import Certainty, Condition, Rulebook, Standing
from desktop_app.presenters.rule_shown import FULL_WEEK, SUSPENSIONS, ShownRule, ShownVersion, shown_rules
from desktop_app.presenters.rules_presenter import RulesPresenter
from tests.builders import a_duty, a_rule_version, a_source, a_suspension

TODAY = date(2026, 11, 26)
A_WEEK = FullWeek(
    valid_from=date(2020, 1, 1),
    groups=frozenset({TargetGroup.REFUGEE}),
    hours=37,
    standing=Standing.STATUTE,
    certainty=Certainty.CONFIRMED,
    source=a_source(section="§ 20 d"),
)


@dataclass
class SeenRules:
    """The section: what it shows now."""

    rules: list[ShownRule] = field(default_factory=list)
    summary: str = ""
    rule: ShownRule | None = None
    mark: str = ""
    empty: str = ""
    notice: str = ""

    def show_rules(self, rules: Sequence[ShownRule], summary: str) -> None:
        self.rules, self.summary, self.empty = list(rules), summary, ""

    def show_rule(self, rule: ShownRule | None, mark: str) -> None:
        self.rule, self.mark = rule, mark

    def show_empty(self, title: str, text: str) -> None:
        self.rules, self.empty = [], f"{title}. {text}"

    def show_notice(self, sentence: str) -> None:
        self.notice = sentence


@dataclass
class ReadLaw:
    """The law of an office."""

    law_in_force: LawInForce

    @property
    def rulebook(self) -> Rulebook:
        return self.law_in_force.law.rulebook


class Section(RulesPresenter):
    """The presenter with the section it shows things in."""

    def __init__(self, law_in_force: LawInForce) -> None:
        self.view, self.day, self.source = SeenRules(), TODAY, ReadLaw(law_in_force)
        super().__init__(self.view, law=self.source, today=lambda: self.day)
        self.show()

    @property
    def names(self) -> list[str]:
        return [rule.name for rule in self.view.rules]

    @property
    def shown(self) -> str:
        assert self.view.rule
        return self.view.rule.id


@pytest.fixture
def section(law: PlanLaw) -> Section:
    return Section(LawInForce(law))


def the_only(rules: Rulebook, on: date = TODAY) -> ShownRule:
    return shown_rules(rules, FullWeeks(), on)[0]


def fact(version: ShownVersion, label: str) -> str:
    return dict(version.facts)[label]


# What a rule shows ---------------------------------------------------------------------------------------------------


def test_a_version_shows_everything_that_is_known_of_it() -> None:
    version = a_rule_version(
        ended_on=date(2025, 12, 31),
        groups=frozenset({TargetGroup.IMMIGRANT, TargetGroup.REFUGEE}),
        conditions=(Condition.ADULT, Condition.BENEFIT),
        in_ordinary_work=Span(12, Unit.MONTHS),
        aim=Span(2, Unit.WEEKS),
        certainty=Certainty.INFERRED,
        note="Datoen er udledt.",
    )

    [shown] = the_only(Rulebook([a_duty(versions=(version,))])).versions

    assert shown.period == "01.01.2020 – 31.12.2025"
    assert shown.says == "1 måned efter overtagelsen"
    assert shown.doubt == "Udledt"
    assert shown.note == "Datoen er udledt."
    assert shown.url == "https://www.retsinformation.dk/eli/lta/2020/1146"
    assert [(label, value) for label, value in shown.facts if value] == [
        ("For hvem", "flygtning, indvandrer"),
        ("Betingelser", "18 år eller mere, får ydelse"),
        (
            "Desuden",
            "Så vidt muligt inden for 2 uger; I ordinært arbejde eller uddannelse uden ydelse: 12 måneder",
        ),
        ("Grundlag", "Lov"),
        ("Hjemmel", "Integrationsloven § 19, stk. 1"),
        ("Dokument", "LBK 1146/2020"),
        ("Adresse", "https://www.retsinformation.dk/eli/lta/2020/1146"),
        ("Kontrolleret den", "08.03.2026"),
        ("Vished", "Udledt, ikke læst i lovens tekst"),
    ]


def test_a_confirmed_version_without_an_end_says_both() -> None:
    [shown] = the_only(Rulebook([a_duty()])).versions

    assert (shown.period, shown.doubt, shown.note) == ("Fra 01.01.2020", "", "")
    assert fact(shown, "Vished") == "Bekræftet: læst i kilden"


def test_a_beginning_that_is_inferred_says_between_which_days_it_lies() -> None:
    version = a_rule_version(begins_between=Period(date(2019, 9, 1), date(2020, 1, 1)))

    [shown] = the_only(Rulebook([a_duty(versions=(version,))])).versions

    assert fact(shown, "Begyndelse") == "Ændringen ligger på en dag fra 01.09.2019 til 01.01.2020; dagen er udledt"


def test_the_newest_version_stands_first_and_those_of_the_day_are_in_force() -> None:
    old = a_rule_version(ended_on=date(2025, 12, 31), due=Span(3, Unit.MONTHS))
    new = a_rule_version(valid_from=date(2026, 1, 1), certainty=Certainty.INFERRED)
    other = a_rule_version(groups=frozenset({TargetGroup.IMMIGRANT}), due=Span(6, Unit.MONTHS))
    rules = Rulebook([a_duty(versions=(old, other, new))])

    rule = the_only(rules)
    earlier = the_only(rules, date(2025, 12, 31))

    assert [version.period for version in rule.versions] == [
        "Fra 01.01.2026",
        "01.01.2020 – 31.12.2025",
        "Fra 01.01.2020",
    ]
    assert (rule.says, rule.doubt) == ("1 måned efter overtagelsen / 6 måneder efter overtagelsen", "Udledt")
    assert (earlier.says, earlier.doubt) == ("3 måneder efter overtagelsen / 6 måneder efter overtagelsen", "")


def test_a_rule_without_a_version_on_the_day_says_so() -> None:
    rule = the_only(Rulebook([a_duty()]), date(2019, 12, 31))

    assert (rule.says, rule.doubt, rule.in_force) == ("ingen version på denne dag", "", [])


def test_the_least_certain_version_of_the_day_is_told_in_the_list() -> None:
    versions = [
        a_rule_version(groups=frozenset({group}), certainty=certainty)
        for group, certainty in zip(TargetGroup, Certainty, strict=False)
    ]

    assert the_only(Rulebook([a_duty(versions=tuple(versions))])).doubt == "Ikke efterprøvet"


def test_suspensions_are_shown_by_the_takeovers_they_concern() -> None:
    rules = Rulebook([a_duty()], [a_suspension(note="Begyndelsesdatoen er ikke set.")])

    rule = next(one for one in shown_rules(rules, FullWeeks(), date(2022, 3, 1)) if one.id == SUSPENSIONS)

    [version] = rule.versions
    assert not rule.is_duty
    assert rule.about == "1 version. Perioden er den, overtagelsen ligger i."
    assert version.period == "01.01.2022 – 31.12.2022"
    assert version.says == rule.says == "Fristerne hviler indtil 3 måneder efter overtagelsen"
    assert fact(version, "Frister") == "Kontrakt"
    assert fact(version, "For hvem") == "fordrevet fra Ukraine"
    assert fact(version, "Kun hvis visiteret") == "flygtning"
    assert version.note == "Begyndelsesdatoen er ikke set."


def test_a_municipality_without_suspensions_says_so() -> None:
    rule = next(one for one in shown_rules(Rulebook([a_duty()]), FullWeeks(), TODAY) if one.id == SUSPENSIONS)

    assert rule.about == "0 versioner. Kommunen har besluttet ikke at lade nogen frist hvile (§ 4 b)."
    assert not rule.versions


def test_the_full_week_is_shown_with_its_hours() -> None:
    rule = next(one for one in shown_rules(Rulebook([a_duty()]), FullWeeks([A_WEEK]), TODAY) if one.id == FULL_WEEK)

    [version] = rule.versions
    assert (rule.is_duty, rule.says, version.note) == (False, "37 timer om ugen", "")
    assert fact(version, "Hjemmel") == "Integrationsloven § 20 d"


def test_every_rule_of_the_program_is_shown_with_source_and_certainty(section: Section) -> None:
    ids = [rule.id for rule in section.view.rules]

    assert ids == [*DutyId, SUSPENSIONS, FULL_WEEK]
    assert section.view.summary == "19 regler"
    for rule in section.view.rules:
        for version in rule.versions:
            assert version.says
            assert all(fact(version, label) for label in ("For hvem", "Hjemmel", "Dokument", "Vished"))
            assert version.doubt or fact(version, "Vished") == "Bekræftet: læst i kilden"


def test_only_the_standard_of_the_municipality_is_its_own(section: Section) -> None:
    own = [rule for rule in section.view.rules if rule.is_own]

    assert [rule.id for rule in own] == ["follow_up.local"]
    assert own[0].about.endswith("»enplan rules explain follow_up.local« viser kun filens versioner.")
    assert section.view.rules[0].about.endswith("»enplan rules explain takeover.expected« siger det samme.")


# Searching, and another day ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("opfoelg kommunens", {"Opfølgning (kommunens standard)"}),
        ("ukraine 2022", {"Overtagelse af ansvaret", "Suspension af frister"}),
        ("follow_up.local", {"Opfølgning (kommunens standard)"}),
        ("37 TIMER", {"Fuld uge"}),
    ],
)
def test_rules_are_found_by_any_words_that_stand_in_them(section: Section, query: str, found: set[str]) -> None:
    section.search(query)

    assert found <= set(section.names)
    assert len(section.names) < 19
    assert section.shown in [rule.id for rule in section.view.rules]


def test_a_search_that_finds_nothing_says_so_and_shows_no_rule(section: Section) -> None:
    section.search(" zebra ")

    assert section.view.empty.startswith("Ingen resultater for »zebra«. ")
    assert section.view.rule is None
    section.search("")
    assert len(section.names) == 19


def test_the_rule_that_is_shown_stays_as_long_as_it_is_found(section: Section) -> None:
    section.choose("follow_up")
    section.search("opfølgning")
    assert section.shown == "follow_up"

    section.search("danskuddannelse")
    assert section.shown != "follow_up"


def test_another_rule_is_shown_when_it_is_chosen(section: Section) -> None:
    assert section.shown == DutyId.TAKEOVER_EXPECTED

    section.choose("full_week")
    section.choose("")

    assert section.shown == "full_week"


def test_what_holds_is_marked_for_today_or_for_the_day_asked_for(section: Section) -> None:
    section.choose("follow_up.local")
    assert (section.view.mark, section.view.rule and section.view.rule.on) == ("Gælder i dag", TODAY)

    section.choose_day(date(2015, 3, 1))
    assert section.view.mark == "Gælder den 1. marts 2015"
    assert section.view.rule
    assert section.view.rule.says == "ingen version på denne dag"

    section.choose_day(None)
    section.day = date(2026, 11, 27)
    section.show()
    assert (section.view.mark, section.view.rule.id) == ("Gælder i dag", "follow_up.local")


# Where the files are not as they should be ---------------------------------------------------------------------------


def test_good_files_need_no_notice(section: Section) -> None:
    assert section.view.notice == ""


def test_the_last_good_rules_say_that_they_are_what_is_shown(law: PlanLaw) -> None:
    error = RuleFileError(RuleProblem.UNKNOWN_KEY, file="follow_up.toml", key="frist")

    section = Section(LawInForce(law, LawFallback(error, date(2026, 9, 1))))

    assert section.view.notice == "Her står regelsættet fra den 1. september 2026: follow_up.toml kunne ikke læses."


def test_a_copy_that_could_not_be_kept_is_told(section: Section) -> None:
    read = section.source.law_in_force
    section.source.law_in_force = replace(read, copy_failure=os.strerror(errno.ENOSPC))

    section.show()

    assert section.view.notice == (
        "Der kunne ikke gemmes en kopi af regelsættet til brug ved en beskadiget regelfil: disken er fuld."
    )
