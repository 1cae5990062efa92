"""Whatever is typed anywhere: the plan prints, and nothing of it leaves the paper."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.preview import page_count
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedAssessment,
    PrintedCitizen,
    PrintedCommitment,
    PrintedDecision,
    PrintedEducationOrder,
    PrintedGoal,
    PrintedMunicipality,
    PrintedText,
)

from .snapshots import activity

TYPED = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(alphabet="ريماحسن۱۲۳ (abc) ሰላም \u0301\u200d\u202e\n", max_size=60),
    st.sampled_from(
        ["", " ", "\n", "W" * 900, "م" * 300, "x " * 300, "<b>&lt;{x}%s", "😀\u200d👩" * 20, "\x00\x1b\ufffe"]
    ),
)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
HOURS = st.none() | st.floats(min_value=0, max_value=1e6)
MUNICIPALITIES = st.builds(PrintedMunicipality, name=TYPED, team=TYPED, address=TYPED, phone=TYPED, email=TYPED)
CITIZENS = st.builds(
    PrintedCitizen,
    name=TYPED,
    native_name=TYPED,
    cpr=st.none() | TYPED,
    address=TYPED,
    postal_code=TYPED,
    city=TYPED,
    nationality=st.none() | TYPED,
    target_group=TYPED,
    languages=st.lists(TYPED, max_size=2).map(tuple),
    interpreter_language=st.none() | TYPED,
)
GOALS = st.builds(
    PrintedGoal,
    kind=st.sampled_from(["employment", "education", "danish", "?"]),
    text=TYPED,
    target_on=DAYS,
    measure=st.none() | TYPED,
    part_of=st.none() | st.integers(-1, 5),
)
ACTIVITIES = st.builds(
    activity,
    st.sampled_from(["mentor", "igu", "?"]),
    TYPED,
    in_contract=st.booleans(),
    provider=TYPED,
    responsible=st.none() | TYPED,
    starts_on=DAYS,
    ends_on=DAYS,
    hours_per_week=HOURS,
)
TEXTS = st.builds(PrintedText, heading=TYPED, text=TYPED, approved=st.booleans())
ASSESSMENTS = st.builds(
    PrintedAssessment,
    education=TYPED,
    work=TYPED,
    family=TYPED,
    health=TYPED,
    health_consent_on=DAYS,
    network=TYPED,
    housing=TYPED,
    asylum_phase=TYPED,
)
COMMITMENTS = st.builds(
    PrintedCommitment,
    party=st.sampled_from(["citizen", "municipality", "other", "?"]),
    text=TYPED,
    who=st.none() | TYPED,
    due_on=DAYS,
)
DECISIONS = st.builds(PrintedDecision, reason=TYPED, texts=st.lists(TEXTS, max_size=2).map(tuple))
SNAPSHOTS = st.builds(
    PlanSnapshot,
    case_number=TYPED,
    plan_number=st.integers(1, 10**6),
    draft=st.booleans(),
    dated_on=st.dates(date(1, 1, 1), date(9998, 1, 1)),
    legal_basis=TYPED,
    municipality=MUNICIPALITIES,
    citizen=CITIZENS,
    caseworker=TYPED,
    signed_by_citizen_on=DAYS,
    signed_by_municipality_on=DAYS,
    goals=st.lists(GOALS, max_size=4).map(tuple),
    activities=st.lists(ACTIVITIES, max_size=4).map(tuple),
    next_follow_up_on=DAYS,
    revision_due_on=DAYS,
    rights=st.lists(TEXTS, max_size=2).map(tuple),
    interpreting=st.lists(TEXTS, max_size=2).map(tuple),
    unsigned=st.sampled_from([None, "unable", "decided"]),
    assessment=st.none() | ASSESSMENTS,
    education_order=st.none() | st.builds(PrintedEducationOrder, given_on=st.dates(), text=TYPED),
    commitments=st.lists(COMMITMENTS, max_size=4).map(tuple),
    decision=st.none() | DECISIONS,
)


@settings(max_examples=40, deadline=None)
@given(SNAPSHOTS)
def test_any_plan_can_be_printed(snapshot: PlanSnapshot) -> None:
    assert page_count(print_plan(snapshot)) >= 1


def test_a_lone_surrogate_prints_as_a_replacement_mark() -> None:
    snapshot = PlanSnapshot(
        case_number="2026-001",
        plan_number=1,
        draft=True,
        dated_on=date(2026, 1, 1),
        legal_basis="",
        municipality=PrintedMunicipality(name="Eksempelkommune", team="Team"),
        citizen=PrintedCitizen(name="A\ud800B"),
    )

    assert print_plan(snapshot) == print_plan(replace(snapshot, citizen=PrintedCitizen(name="A\ufffdB")))
