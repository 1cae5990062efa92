import json
import math
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.logo import Logo
from desktop_app.domain.plan import GoalKind, NoSignature
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedActivity,
    PrintedAssessment,
    PrintedCitizen,
    PrintedCommitment,
    PrintedDecision,
    PrintedEducationOrder,
    PrintedGoal,
    PrintedMunicipality,
    PrintedText,
)
from tests.builders import SIGNED, a_snapshot
from tests.logos import a_logo

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
optional_texts = st.none() | texts
optional_days = st.none() | st.dates()
whole_hours = st.none() | st.floats(0, 168)

logos = st.builds(Logo, sha256=texts.filter(bool), content=st.just(b""))
municipalities = st.builds(PrintedMunicipality, name=texts, team=texts, address=optional_texts, logo=st.none() | logos)
citizens = st.builds(
    PrintedCitizen,
    name=texts,
    cpr=optional_texts,
    birth_date=optional_days,
    protected_address=st.booleans(),
    languages=st.lists(texts, max_size=3).map(tuple),
)
goals = st.builds(
    PrintedGoal,
    kind=texts,
    text=texts,
    target_on=optional_days,
    achieved_on=optional_days,
    measure=optional_texts,
    part_of=st.none() | st.integers(1, 4),
)
activities = st.builds(
    PrintedActivity,
    kind=texts,
    text=texts,
    in_contract=st.booleans(),
    starts_on=optional_days,
    ends_on=optional_days,
    hours_per_week=whole_hours,
    responsible=optional_texts,
)
assessments = st.builds(PrintedAssessment, work=optional_texts, health=optional_texts, health_consent_on=optional_days)
commitments = st.builds(PrintedCommitment, party=texts, text=texts, who=optional_texts, due_on=optional_days)
printed_texts = st.builds(PrintedText, heading=texts, text=texts, approved=st.booleans())
snapshots = st.builds(
    PlanSnapshot,
    case_number=texts,
    plan_number=st.integers(1, 9999),
    draft=st.booleans(),
    dated_on=st.dates(),
    legal_basis=texts,
    municipality=municipalities,
    citizen=citizens,
    caseworker=optional_texts,
    takeover_on=optional_days,
    contract_due_on=optional_days,
    declaration_signed_on=optional_days,
    goals=st.lists(goals, max_size=3).map(tuple),
    activities=st.lists(activities, max_size=3).map(tuple),
    next_follow_up_on=optional_days,
    rights=st.lists(printed_texts, max_size=3).map(tuple),
    interpreting=st.lists(printed_texts, max_size=2).map(tuple),
    fictional=st.booleans(),
    signed_by_interpreter_on=optional_days,
    unsigned=st.none() | st.sampled_from(NoSignature),
    annulled_on=optional_days,
    assessment=st.none() | assessments,
    education_order=st.none() | st.builds(PrintedEducationOrder, given_on=st.dates(), text=texts),
    commitments=st.lists(commitments, max_size=2).map(tuple),
    decision=st.none() | st.builds(PrintedDecision, reason=texts, texts=st.lists(printed_texts, max_size=2).map(tuple)),
)


@given(snapshots)
def test_a_snapshot_is_read_back_as_it_was_written(snapshot: PlanSnapshot) -> None:
    read = PlanSnapshot.from_json(snapshot.to_json())

    assert read == snapshot
    assert read.to_json() == snapshot.to_json()
    assert read.sha256 == snapshot.sha256


@given(snapshots)
def test_the_json_of_a_snapshot_is_canonical(snapshot: PlanSnapshot) -> None:
    text = snapshot.to_json()

    again = json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == again


def test_dates_stand_as_iso_text_and_letters_as_themselves() -> None:
    text = a_snapshot(caseworker="Søren Åkær").to_json()

    assert '"takeover_on":"2026-10-01"' in text
    assert '"caseworker":"Søren Åkær"' in text
    assert '"native_name":"ريما الحسن"' in text


def test_the_checksum_is_that_of_the_canonical_json() -> None:
    snapshot = a_snapshot()

    assert snapshot.sha256 == sha256(snapshot.to_json().encode("utf-8")).hexdigest()


def test_the_control_code_is_the_beginning_of_the_checksum_in_groups_of_four() -> None:
    snapshot = a_snapshot()

    groups = snapshot.control_code.split(" ")

    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert snapshot.sha256.upper().startswith("".join(groups))


@pytest.mark.parametrize(
    "changed",
    [
        a_snapshot(plan_number=2),
        a_snapshot(takeover_on=date(2026, 10, 2)),
        a_snapshot(goals=()),
        a_snapshot(fictional=True),
        a_snapshot(language="ar"),
    ],
)
def test_whatever_changes_changes_the_checksum(changed: PlanSnapshot) -> None:
    assert changed.sha256 != a_snapshot().sha256


def test_equal_snapshots_have_equal_bytes() -> None:
    activity = a_snapshot().activities[0]
    one = a_snapshot(activities=(replace(activity, hours_per_week=15),))
    other = a_snapshot(activities=(replace(activity, hours_per_week=15.0),))

    assert one == other
    assert one.to_json() == other.to_json()
    assert '"hours_per_week":15.0' in one.to_json()


def test_hours_that_are_no_number_are_never_written() -> None:
    activity = replace(a_snapshot().activities[0], hours_per_week=math.nan)

    with pytest.raises(ValueError, match="not JSON compliant"):
        a_snapshot(activities=(activity,)).to_json()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"case_number":"1"}',
        a_snapshot().to_json().replace('"takeover_on":"2026-10-01"', '"takeover_on":"2026-02-30"'),
        a_snapshot().to_json().replace('"fictional"', '"factional"'),
    ],
)
def test_what_is_no_snapshot_is_not_read(text: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        PlanSnapshot.from_json(text)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        '"2026-014"',
        json.dumps({**json.loads(a_snapshot().to_json()), "citizen": []}),
        json.dumps({**json.loads(a_snapshot().to_json()), "goals": ["Job"]}),
        json.dumps({**json.loads(a_snapshot().to_json()), "assessment": None}),
        json.dumps({**json.loads(a_snapshot().to_json()), "assessment": {"religion": "?"}}),
        json.dumps({**json.loads(a_snapshot().to_json()), "education_order": {"text": "FGU"}}),
        json.dumps({**json.loads(a_snapshot().to_json()), "commitments": ["Møde"]}),
        json.dumps({**json.loads(a_snapshot().to_json()), "decision": {"reason": "Uenige"}}),
    ],
)
def test_json_that_is_no_object_is_not_read(text: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        PlanSnapshot.from_json(text)


# What could not be said at first -------------------------------------------------------------------------------------


def test_a_snapshot_an_earlier_version_of_the_program_froze_keeps_its_bytes_and_its_checksum() -> None:
    before = Path(__file__).parent.parent.joinpath("data", "plan-snapshot-1.json").read_text(encoding="utf-8")

    snapshot = PlanSnapshot.from_json(before)

    assert snapshot.to_json() == before
    assert snapshot.sha256 == sha256(before.encode()).hexdigest()
    assert (snapshot.signed_by_interpreter_on, snapshot.unsigned, snapshot.annulled_on) == (None, None, None)
    assert (snapshot.assessment, snapshot.education_order, snapshot.decision) == (None, None, None)
    assert snapshot.commitments == ()
    assert {(goal.measure, goal.part_of) for goal in snapshot.goals} == {(None, None)}
    assert {activity.responsible for activity in snapshot.activities} == {None}


def test_what_could_not_be_said_at_first_is_not_named_where_it_says_nothing() -> None:
    text = a_snapshot().to_json()

    for name in ("measure", "part_of", "responsible", "assessment", "education_order", "commitments", "decision"):
        assert f'"{name}"' not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"signed_by_interpreter_on": SIGNED},
        {"unsigned": "unable"},
        {"annulled_on": SIGNED},
        {"goals": (PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Køkken", measure="Ansat"),)},
        {"goals": (PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Køkken", part_of=1),)},
        {"activities": (replace(a_snapshot().activities[0], responsible="Ida Lund"),)},
        {"assessment": PrintedAssessment(health="Ondt i ryggen", health_consent_on=SIGNED)},
        {"education_order": PrintedEducationOrder(given_on=SIGNED, text="FGU")},
        {"commitments": (PrintedCommitment(party="other", text="Finder en ven", who="Foreningen", due_on=SIGNED),)},
        {"decision": PrintedDecision(reason="Uenige", texts=(PrintedText(heading="Klage", text="4 uger"),))},
    ],
)
def test_what_was_added_later_changes_the_checksum_where_it_says_something(changes: dict[str, Any]) -> None:
    assert a_snapshot(**changes).sha256 != a_snapshot().sha256
    assert PlanSnapshot.from_json(a_snapshot(**changes).to_json()) == a_snapshot(**changes)


@pytest.mark.parametrize(
    ("citizen_on", "unsigned", "municipality_on", "signed_on"),
    [
        (SIGNED, None, SIGNED, SIGNED),
        (SIGNED, None, date(2026, 10, 30), date(2026, 10, 30)),
        (None, "unwilling", SIGNED, SIGNED),
        (None, None, SIGNED, None),
        (SIGNED, None, None, None),
    ],
)
def test_a_snapshot_is_signed_on_the_later_day_or_where_the_citizen_did_not_on_that_of_the_municipality(
    citizen_on: date | None, unsigned: str | None, municipality_on: date | None, signed_on: date | None
) -> None:
    snapshot = a_snapshot(signed_by_citizen_on=citizen_on, unsigned=unsigned, signed_by_municipality_on=municipality_on)

    assert snapshot.signed_on == signed_on


def with_logo(logo: Logo) -> PlanSnapshot:
    snapshot = a_snapshot()
    return replace(snapshot, municipality=replace(snapshot.municipality, logo=logo))


def test_a_logo_is_named_by_its_checksum_and_stands_under_the_control_code() -> None:
    logo = a_logo()
    snapshot = with_logo(logo)

    assert json.loads(snapshot.to_json())["municipality"]["logo"] == logo.sha256
    assert snapshot.control_code != a_snapshot().control_code


def test_a_snapshot_that_is_read_back_is_given_the_bytes_of_its_logo_and_of_no_other() -> None:
    logo = a_logo()
    read = PlanSnapshot.from_json(with_logo(logo).to_json())
    assert read.municipality.logo
    assert read.municipality.logo.content == b""

    given_back = read.with_logo(logo.content)

    assert given_back.municipality.logo
    assert given_back.municipality.logo.content == logo.content
    for snapshot, content in ((read, b"another"), (a_snapshot(), logo.content)):
        with pytest.raises(ValueError, match="not the logo"):
            snapshot.with_logo(content)
