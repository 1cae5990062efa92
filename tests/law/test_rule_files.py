"""The rule files say what the law says, and each of their borders lies on the right day."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import CaseFacts, EventFact, OfferFact, PlanFact
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Certainty, Obligation, Rulebook, Source, Standing
from desktop_app.resource_files import resource
from tests.law.version_table import TableVersion, table_versions

A_DAY = timedelta(days=1)
TABLE = table_versions()
RULE_FILES = sorted(file for file in resource("law").glob("*.toml") if file.name != "suspensions.toml")


def named(version: TableVersion) -> str:
    return f"{version.duty} {' '.join(sorted(version.groups))} {version.first}"


@pytest.mark.parametrize("version", TABLE, ids=named)
def test_the_program_has_each_version_of_the_law_from_its_first_day_to_its_last(
    version: TableVersion, rulebook: Rulebook
) -> None:
    for rule in {rulebook.in_force(version.duty, group, version.first) for group in version.groups}:
        assert (rule.valid_from, rule.ended_on) == (version.first, version.last)
        assert (rule.due, rule.times, rule.repeats) == (version.due, version.times, version.repeats)
        assert rule.begins_between == version.between
        assert (rule.in_ordinary_work, rule.after_birth) == (version.in_ordinary_work, version.after_birth)
        assert (rule.aim, rule.to_next_working_day) == (version.aim, version.rolls)
        assert set(rule.conditions) == version.conditions
        assert rule.obligation is (Obligation.MAY if version.may else Obligation.MUST)
        assert rule.wording_seen is not version.unseen
        assert rule.standing is Standing(version.standing)
        assert (rule.certainty is not Certainty.CONFIRMED) or not version.inferred


def test_the_program_has_no_version_the_law_does_not_have(rulebook: Rulebook) -> None:
    in_table = {(row.duty, group, row.first, row.last) for row in TABLE for group in row.groups}
    in_files = {
        (duty.id, group, version.valid_from, version.ended_on)
        for duty in rulebook.duties.values()
        for version in duty.versions
        for group in version.groups
    }

    assert in_files - in_table == set()


def test_every_duty_has_a_file_of_its_name_and_every_file_a_duty() -> None:
    assert {file.stem for file in RULE_FILES} == {duty.value for duty in DutyId}


@pytest.mark.parametrize("file", RULE_FILES, ids=lambda file: file.stem)
def test_the_id_in_a_rule_file_is_its_name(file: Path) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))

    assert content["id"] == file.stem


def sources(rulebook: Rulebook) -> list[Source]:
    versions = [version.source for duty in rulebook.duties.values() for version in duty.versions]
    return versions + [suspension.source for suspension in rulebook.suspensions]


def test_every_version_and_suspension_names_its_source_and_how_certain_it_is(rulebook: Rulebook) -> None:
    rules = [version for duty in rulebook.duties.values() for version in duty.versions]

    assert {rule.certainty for rule in rules} <= set(Certainty)
    assert {suspension.certainty for suspension in rulebook.suspensions} <= set(Certainty)
    assert all(source.act and source.section and source.document for source in sources(rulebook))
    assert all(rule.source.url for rule in rules if rule.standing is Standing.STATUTE)
    assert all(rule.note for rule in rules if rule.certainty is not Certainty.CONFIRMED)


def test_an_address_leads_to_the_document_named_beside_it(rulebook: Rulebook) -> None:
    statutes = [source for source in sources(rulebook) if source.url]

    for source in statutes:
        document = re.search(r"(?:LBK|LOV|BEK) (\d+)/(\d{4})", source.document)
        assert document
        assert source.url == f"https://www.retsinformation.dk/eli/lta/{document[2]}/{document[1]}"


# Borders -------------------------------------------------------------------------------------------------------------


def with_takeover(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(case_id="1", case_number="1", target_group=group, takeover_on=day)


def with_responsibility(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(case_id="1", case_number="1", target_group=group, allocation_decided_on=day, cpr_registered_on=day)


def with_assessment(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(
        case_id="1",
        case_number="1",
        target_group=group,
        takeover_on=day - 60 * A_DAY,
        events=(EventFact(day, DutyId.READINESS_ASSESSED),),
        plans=(PlanFact(1, day, day, (None,)),),
    )


def with_programme(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(
        case_id="1",
        case_number="1",
        target_group=group,
        takeover_on=day - 20 * A_DAY,
        events=(EventFact(day, DutyId.PROGRAMME_STARTED),),
    )


def with_offer(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(
        case_id="1",
        case_number="1",
        target_group=group,
        takeover_on=day - 60 * A_DAY,
        offers=(OfferFact(day - 30 * A_DAY, day - 30 * A_DAY, day),),
    )


def with_contract(day: date, group: TargetGroup) -> CaseFacts:
    return CaseFacts(
        case_id="1",
        case_number="1",
        target_group=group,
        takeover_on=day - 20 * A_DAY,
        plans=(PlanFact(1, day, day, (None,)),),
    )


CHOSEN_BY: dict[DutyId, Callable[[date, TargetGroup], CaseFacts]] = {
    DutyId.TAKEOVER_EXPECTED: with_responsibility,
    DutyId.OFFER_GAP: with_offer,
    DutyId.FOLLOW_UP: with_assessment,
    DutyId.FOLLOW_UP_LOCAL: with_contract,
    DutyId.CONTRACT_REVISED_AFTER_ONE_YEAR: with_programme,
}


def border_days() -> list[object]:
    """Return the day before, on and after each first and each last day, once for each duty and group."""
    days = sorted(
        {
            (version.duty, group, border + step * A_DAY)
            for version in TABLE
            for group in version.groups
            for border in (version.first, version.last)
            if border
            for step in (-1, 0, 1)
        }
    )
    return [pytest.param(*day, id="-".join(map(str, day))) for day in days]


@pytest.mark.parametrize(("duty", "group", "day"), border_days())
def test_on_a_border_the_version_of_that_day_decides(
    duty: DutyId, group: TargetGroup, day: date, rulebook: Rulebook
) -> None:
    versions = [version for version in TABLE if version.duty is duty and group in version.groups]
    in_force = next((version for version in versions if version.holds_on(day)), None)
    ended = [version.last for version in versions if version.last and version.last < day]
    facts = CHOSEN_BY.get(duty, with_takeover)(day, group)

    found = next(one for one in deadlines_for(facts, rulebook, day) if one.duty is duty)

    if in_force:
        assert found.rule
        assert (found.rule.valid_from, found.rule.ended_on) == (in_force.first, in_force.last)
    elif ended:
        assert (found.status, found.reason) == (Status.NOT_APPLICABLE, Reason.RULE_ENDED)
        assert found.reason_on == max(ended)
    else:
        assert (found.status, found.reason, found.reason_on) == (Status.WAITING, Reason.NO_RULE_VERSION, day)


@pytest.mark.parametrize("duty", list(DutyId))
@pytest.mark.parametrize("group", list(TargetGroup))
def test_a_group_without_a_version_is_not_covered(duty: DutyId, group: TargetGroup, rulebook: Rulebook) -> None:
    covered = {version.duty for version in TABLE if group in version.groups}
    facts = with_takeover(date(2024, 6, 3), group)

    found = next(one for one in deadlines_for(facts, rulebook, date(2024, 6, 3)) if one.duty is duty)

    assert (found.reason is Reason.GROUP_NOT_COVERED) is (duty not in covered)


# Suspensions ---------------------------------------------------------------------------------------------------------

RESTING = (DutyId.OFFER_FIRST, DutyId.OFFER_GAP, DutyId.DANISH_BEGUN)
SUSPENDED = (TargetGroup.DISPLACED_UKRAINE, TargetGroup.REFUGEE)


@pytest.mark.parametrize(
    ("takeover_on", "months"),
    [
        (date(2022, 3, 16), None),
        (date(2022, 3, 17), 3),
        (date(2022, 6, 17), 3),
        (date(2022, 6, 18), 6),
        (date(2023, 5, 31), 6),
        (date(2023, 6, 1), 3),
        (date(2024, 12, 31), 3),
        (date(2025, 1, 1), None),
    ],
)
@pytest.mark.parametrize("duty", RESTING)
@pytest.mark.parametrize("group", SUSPENDED)
def test_a_takeover_within_the_suspension_lets_offers_and_danish_rest(
    takeover_on: date, months: int | None, duty: DutyId, group: TargetGroup, rulebook: Rulebook
) -> None:
    found = rulebook.suspension_of(duty, group, takeover_on, allocated=True)

    assert (found.until.value if found else None) == months


@pytest.mark.parametrize("duty", [duty for duty in DutyId if duty not in RESTING])
def test_no_other_duty_rests(duty: DutyId, rulebook: Rulebook) -> None:
    assert rulebook.suspension_of(duty, TargetGroup.DISPLACED_UKRAINE, date(2022, 7, 1), allocated=True) is None


@pytest.mark.parametrize("group", [group for group in TargetGroup if group not in SUSPENDED])
def test_no_other_group_is_suspended(group: TargetGroup, rulebook: Rulebook) -> None:
    assert rulebook.suspension_of(DutyId.OFFER_FIRST, group, date(2022, 7, 1), allocated=True) is None


def test_a_refugee_who_was_not_allocated_is_not_suspended(rulebook: Rulebook) -> None:
    found = rulebook.suspension_of(DutyId.OFFER_FIRST, TargetGroup.REFUGEE, date(2022, 7, 1), allocated=False)

    assert found is None
