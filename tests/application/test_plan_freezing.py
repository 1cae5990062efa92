"""The snapshot a plan is printed from."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.legal_texts import LegalText, LegalTexts, TextId
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import (
    ActivityKind,
    Annulment,
    Assessment,
    Commitment,
    EducationOrder,
    GoalKind,
    NoSignature,
    Party,
    Plan,
    Unsigned,
)
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
from desktop_app.domain.rulebook import Rulebook
from tests.builders import (
    SIGNED,
    TAKEOVER,
    a_case,
    a_citizen,
    a_draft,
    a_duty,
    a_goal,
    a_legal_text,
    a_plan,
    a_rule_version,
    an_activity,
    an_event,
)

TODAY = date(2026, 11, 22)
LOLLAND = Municipality(
    id="municipality",
    code="360",
    name="Lolland Kommune",
    team="Integration",
    address="Jernbanegade 7",
    phone="54676767",
    email="integration@lolland.example",
    privacy_contact="dpo@lolland.example",
)


def frozen(
    law: PlanLaw, plan: Plan | None = None, case: Case | None = None, municipality: Municipality = LOLLAND
) -> PlanSnapshot:
    plan = plan or a_plan()
    return snapshot_of(plan, case or a_case(plans=(plan,)), municipality, law, TODAY)


def with_texts(law: PlanLaw, *texts: LegalText) -> PlanLaw:
    return PlanLaw(law.rulebook, LegalTexts(texts))


def a_text(text_id: TextId, text: str, **changes: Any) -> LegalText:  # noqa: ANN401 - whatever a test changes
    return a_legal_text(id=text_id, heading="Overskrift", text=text, **changes)


# What is known -------------------------------------------------------------------------------------------------------


def test_the_citizen_and_the_case_stand_in_the_snapshot(law: PlanLaw) -> None:
    snapshot = frozen(law, case=a_case(citizen=a_citizen(cpr="0101900002")))

    assert snapshot.case_number == "2026-014"
    assert snapshot.plan_number == 1
    assert snapshot.citizen == PrintedCitizen(
        name="Rima Al-Hassan",
        native_name="ريما الحسن",
        cpr="0101900002",
        birth_date=date(1990, 1, 1),
        address="Eksempelvej 12, 2. tv.",
        postal_code="4900",
        city="Nakskov",
        nationality="SY",
        target_group="refugee",
        languages=("ar",),
        interpreter_language="ar",
    )
    assert (snapshot.caseworker, snapshot.coordinating_department) == ("MJ", "Jobcenter")
    assert (snapshot.allocation_decided_on, snapshot.takeover_on) == (date(2026, 8, 15), TAKEOVER)


def test_a_protected_address_never_enters_it(law: PlanLaw) -> None:
    snapshot = frozen(law, case=a_case(citizen=a_citizen(protected_address=True)))

    assert snapshot.citizen.protected_address
    assert (snapshot.citizen.address, snapshot.citizen.postal_code, snapshot.citizen.city) == (None, None, None)
    assert "Eksempelvej" not in snapshot.to_json()


def test_the_municipality_stands_in_it_as_on_its_letters(law: PlanLaw) -> None:
    assert frozen(law).municipality == PrintedMunicipality(
        name="Lolland Kommune",
        team="Integration",
        address="Jernbanegade 7",
        phone="54676767",
        email="integration@lolland.example",
        privacy_contact="dpo@lolland.example",
    )


def test_made_up_people_are_marked_as_such(law: PlanLaw) -> None:
    assert frozen(law).fictional is False
    assert frozen(law, municipality=replace(LOLLAND, fictional=True)).fictional is True


def test_goals_and_activities_stand_in_it_as_they_were_agreed(law: PlanLaw) -> None:
    target, achieved = date(2027, 10, 1), date(2027, 9, 1)
    goals = (a_goal(target_on=target, achieved_on=achieved), a_goal(kind=GoalKind.HOUSING, text="Egen bolig"))
    activities = (an_activity(), an_activity(kind=ActivityKind.LEISURE, text="Fodbold", hours_per_week=None))

    snapshot = frozen(law, a_plan(goals=goals, activities=activities))

    assert snapshot.goals == (
        PrintedGoal(kind="employment", text="Ordinært arbejde i køkken", target_on=target, achieved_on=achieved),
        PrintedGoal(kind="housing", text="Egen bolig"),
    )
    assert snapshot.activities == (
        PrintedActivity(
            kind="danish_education",
            text="DU2",
            in_contract=True,
            provider="Sprogcenter",
            department="Jobcenter",
            starts_on=date(2026, 11, 16),
            ends_on=date(2027, 6, 30),
            hours_per_week=15,
        ),
        PrintedActivity(
            kind="leisure",
            text="Fodbold",
            in_contract=False,
            provider="Sprogcenter",
            department="Jobcenter",
            starts_on=date(2026, 11, 16),
            ends_on=date(2027, 6, 30),
        ),
    )


def test_without_more_content_the_snapshot_is_as_it_was_before_there_was_any(law: PlanLaw) -> None:
    text = frozen(law, a_plan(assessment=Assessment())).to_json()

    for name in ("measure", "part_of", "responsible", "assessment", "education_order", "commitments", "decision"):
        assert f'"{name}"' not in text


def test_what_a_plan_says_besides_stands_in_it(law: PlanLaw) -> None:
    plan = a_plan(
        assessment=Assessment(work="Kok i Homs"),
        education_order=EducationOrder(given_on=TODAY, text="FGU"),
        commitments=(Commitment(id="1", party=Party.CITIZEN, text="Møder hver dag"),),
    )

    snapshot = frozen(law, plan)

    assert snapshot.assessment == PrintedAssessment(work="Kok i Homs")
    assert snapshot.education_order == PrintedEducationOrder(given_on=TODAY, text="FGU")
    assert snapshot.commitments == (PrintedCommitment(party="citizen", text="Møder hver dag"),)


@pytest.mark.parametrize(
    ("consent_on", "is_told"),
    [(None, False), (date(2026, 10, 20), True), (date(2026, 10, 21), False), (SIGNED, False)],
)
def test_health_stands_in_it_only_if_there_was_consent_when_the_paper_that_is_signed_was_made(
    law: PlanLaw,
    consent_on: date | None,
    is_told: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    assessment = Assessment(work="Kok", health="Ondt i ryggen", health_consent_on=consent_on)

    signed = frozen(law, a_plan(ready_on=date(2026, 10, 20), assessment=assessment))
    waiting = frozen(law, a_draft(ready_on=date(2026, 10, 20), assessment=assessment))

    assert ("Ondt i ryggen" in signed.to_json()) is is_told
    assert ("Ondt i ryggen" in waiting.to_json()) is is_told


# When ----------------------------------------------------------------------------------------------------------------


def test_a_signed_plan_is_of_the_later_signature_whenever_the_snapshot_is_made(law: PlanLaw) -> None:
    plan = a_plan(signed_by_citizen_on=date(2026, 10, 26), declaration_signed_on=date(2026, 10, 27))

    snapshot = frozen(law, plan)

    assert (snapshot.dated_on, snapshot.draft) == (SIGNED, False)
    assert snapshot.signed_by_citizen_on == date(2026, 10, 26)
    assert snapshot.signed_by_municipality_on == SIGNED
    assert snapshot.declaration_signed_on == date(2026, 10, 27)


def test_a_draft_is_of_today(law: PlanLaw) -> None:
    snapshot = frozen(law, a_draft())

    assert (snapshot.dated_on, snapshot.draft) == (TODAY, True)
    assert snapshot.signed_by_citizen_on is None


# What the law says ---------------------------------------------------------------------------------------------------


def test_the_dates_of_the_law_are_those_of_the_day_of_the_plan(law: PlanLaw) -> None:
    started = (an_event(DutyId.PROGRAMME_STARTED, date(2026, 10, 12)),)
    case = a_case(events=started)
    due = {one.duty: one.due_on for one in deadlines_for(facts_of(case), law.rulebook, SIGNED)}

    snapshot = frozen(law, case.plans[0], case)

    assert snapshot.contract_due_on == due[DutyId.CONTRACT_SIGNED] == date(2026, 11, 1)
    assert snapshot.revision_due_on == due[DutyId.CONTRACT_REVISED_AFTER_ONE_YEAR] == date(2027, 10, 12)
    assert snapshot.programme_ends_on == due[DutyId.PROGRAMME_MAX_LENGTH] == date(2031, 10, 1)


def test_the_next_follow_up_is_planned_for_the_last_day_somebody_works(law: PlanLaw) -> None:
    signed_on = date(2026, 10, 30)  # three months on, 30 January 2027 is a Saturday
    plan = a_plan(signed_by_citizen_on=signed_on, signed_by_municipality_on=signed_on)

    assert frozen(law, plan).next_follow_up_on == date(2027, 1, 29)


def test_where_no_date_is_known_none_is_printed(law: PlanLaw) -> None:
    snapshot = frozen(law, a_draft(), a_case(takeover_on=None, plans=()))

    assert snapshot.contract_due_on is None
    assert snapshot.next_follow_up_on is None
    assert snapshot.programme_ends_on is None


def test_the_legal_basis_is_the_one_of_the_day_of_the_plan(law: PlanLaw) -> None:
    before = date(2026, 3, 7)
    old = a_plan(signed_by_citizen_on=before, signed_by_municipality_on=before)

    assert frozen(law).legal_basis == "integrationslovens § 19 og bekendtgørelse 208/2026"
    assert frozen(law, old).legal_basis == "integrationslovens § 19"


def test_a_group_has_its_own_legal_basis(law: PlanLaw) -> None:
    ukrainian = a_case(target_group=TargetGroup.DISPLACED_UKRAINE)

    assert frozen(law, case=ukrainian).legal_basis == "integrationslovens § 19 og bekendtgørelse 1307/2020"


def test_without_a_text_in_force_the_legal_basis_is_blank(law: PlanLaw) -> None:
    assert frozen(with_texts(law)).legal_basis == ""


# Texts of legal weight -----------------------------------------------------------------------------------------------


def test_rights_and_duties_stand_in_the_order_of_the_document(law: PlanLaw) -> None:
    headings = [printed.heading for printed in frozen(law).rights]

    assert headings == [
        "Din pligt",
        "Hvis du ikke deltager",
        "Kommunens pligt",
        "Hvis vi er uenige",
        "Sådan klager du",
        "Tidsubegrænset ophold",
        "At lære dansk",
        "Repatriering",
        "Ændringer",
        "Dine oplysninger",
    ]


def test_a_plan_of_before_the_texts_were_parted_has_the_text_of_its_time(law: PlanLaw) -> None:
    before = date(2026, 3, 7)
    old = a_plan(signed_by_citizen_on=before, signed_by_municipality_on=before)

    headings = [printed.heading for printed in frozen(law, old).rights]

    assert headings[5:7] == ["Ophold og dansk", "Repatriering"]


def test_before_the_municipality_had_to_speak_of_repatriation_the_paper_does_not(law: PlanLaw) -> None:
    before = date(2018, 6, 30)
    old = a_plan(signed_by_citizen_on=before, signed_by_municipality_on=before)

    assert "Repatriering" not in [printed.heading for printed in frozen(law, old).rights]


def test_spouses_are_told_of_the_tests_their_permit_depends_on(law: PlanLaw) -> None:
    [spouse] = [
        text
        for text in frozen(law, case=a_case(target_group=TargetGroup.FAMILY_OF_OTHER)).rights
        if text.heading == "At lære dansk"
    ]
    [refugee] = [text for text in frozen(law).rights if text.heading == "At lære dansk"]

    assert "A1-niveau" in spouse.text
    assert "A1-niveau" not in refugee.text


def test_a_text_that_was_not_in_force_yet_is_left_out(law: PlanLaw) -> None:
    before = date(2018, 5, 24)
    old = a_plan(signed_by_citizen_on=before, signed_by_municipality_on=before)

    assert "Dine oplysninger" not in [printed.heading for printed in frozen(law, old).rights]


def test_a_text_says_whether_anybody_has_approved_it(law: PlanLaw) -> None:
    texts = with_texts(
        law,
        a_text(TextId.DUTY, "Udkast"),
        a_text(TextId.SANCTIONS, "Godkendt", checked_by="Juridisk afdeling"),
    )

    assert frozen(texts).rights == (
        PrintedText(heading="Overskrift", text="Udkast", approved=False),
        PrintedText(heading="Overskrift", text="Godkendt", approved=True),
    )


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Lolland Kommune", "Lolland Kommunes"),
        ("Assens", "Assens'"),
        ("Faxe Komplex", "Faxe Komplex'"),
        ("Nyborg Zz", "Nyborg Zz'"),
    ],
)
def test_names_are_filled_in_where_the_texts_leave_room(name: str, genitive: str, law: PlanLaw) -> None:
    texts = with_texts(law, a_text(TextId.DUTY, "{municipality}, {municipality_s} {team}.{privacy_contact}"))

    [printed] = frozen(texts, municipality=replace(LOLLAND, name=name)).rights

    assert printed.text == f"{name}, {genitive} Integration. Skriv til dpo@lolland.example."


def test_without_a_contact_for_data_protection_the_text_names_none(law: PlanLaw) -> None:
    texts = with_texts(law, a_text(TextId.DATA_PROTECTION, "Klag til Datatilsynet.{privacy_contact}"))

    [printed] = frozen(texts, municipality=replace(LOLLAND, privacy_contact=None)).rights

    assert printed.text == "Klag til Datatilsynet."


def test_with_an_interpreter_the_paper_says_so_and_leaves_room_for_the_name(law: PlanLaw) -> None:
    assert [printed.heading for printed in frozen(law).interpreting] == ["Gennemgang", "Tolk"]
    assert "med tolk" in frozen(law).interpreting[0].text


def test_without_an_interpreter_the_paper_says_that(law: PlanLaw) -> None:
    [printed] = frozen(law, case=a_case(citizen=a_citizen(interpreter_language=None))).interpreting

    assert "uden tolk" in printed.text


# The municipality's own standard -------------------------------------------------------------------------------------


def test_the_standard_for_follow_up_is_in_words_with_its_months(law: PlanLaw) -> None:
    assert frozen(law).follow_up_standard == "Mindst hver 3. måned. Det er Lolland Kommunes egen standard."


def test_a_group_the_standard_does_not_cover_has_none(law: PlanLaw) -> None:
    immigrant = a_case(target_group=TargetGroup.IMMIGRANT)

    assert frozen(law, case=immigrant).follow_up_standard is None


def test_without_its_text_the_standard_is_not_printed(law: PlanLaw) -> None:
    assert frozen(with_texts(law)).follow_up_standard is None


def test_a_standard_without_a_length_of_time_is_not_printed(law: PlanLaw) -> None:
    undated = a_duty(id=DutyId.FOLLOW_UP_LOCAL, versions=(a_rule_version(due=None, wording_seen=False),))
    duties = [duty for duty in law.rulebook.duties.values() if duty.id is not DutyId.FOLLOW_UP_LOCAL]

    snapshot = frozen(PlanLaw(Rulebook([*duties, undated]), law.texts))

    assert snapshot.follow_up_standard is None
    assert snapshot.next_follow_up_on is None


# Before and after the signature --------------------------------------------------------------------------------------


def test_a_version_that_waits_is_no_draft_and_is_of_the_day_it_was_made_ready(law: PlanLaw) -> None:
    ready_on = date(2026, 10, 20)

    snapshot = frozen(law, a_draft(ready_on=ready_on))

    assert (snapshot.draft, snapshot.dated_on, snapshot.signed_on) == (False, ready_on, None)


def test_until_it_is_signed_the_next_follow_up_is_the_one_that_follows_if_it_is_signed_that_day(law: PlanLaw) -> None:
    assert frozen(law, a_draft(ready_on=date(2026, 10, 20))).next_follow_up_on == date(2027, 1, 20)
    assert frozen(law, a_draft()).next_follow_up_on == date(2027, 2, 22)


@pytest.mark.parametrize(
    ("ready_on", "signed_on", "of"),
    [
        (date(2026, 10, 1), date(2026, 10, 3), date(2026, 10, 1)),
        (date(2026, 10, 3), date(2026, 10, 1), date(2026, 10, 1)),
        (None, date(2026, 10, 3), date(2026, 10, 3)),
    ],
)
def test_the_texts_are_those_of_the_paper_that_was_signed(
    law: PlanLaw, ready_on: date | None, signed_on: date, of: date
) -> None:
    texts = with_texts(
        law,
        a_text(TextId.DUTY, "2026-10-01", ended_on=date(2026, 10, 2)),
        a_text(TextId.DUTY, "2026-10-03", valid_from=date(2026, 10, 3)),
    )
    plan = a_plan(ready_on=ready_on, signed_by_citizen_on=signed_on, signed_by_municipality_on=signed_on)

    snapshot = frozen(texts, plan)

    assert [printed.text for printed in snapshot.rights] == [of.isoformat()]
    assert snapshot.dated_on == signed_on


def test_the_day_of_the_interpreter_stands_in_it(law: PlanLaw) -> None:
    assert frozen(law, a_plan(signed_by_interpreter_on=SIGNED)).signed_by_interpreter_on == SIGNED
    assert frozen(law).signed_by_interpreter_on is None


def test_that_the_citizen_did_not_sign_stands_in_it_and_the_reason_does_not(law: PlanLaw) -> None:
    unsigned = Unsigned(why=NoSignature.UNABLE, reason="Ligger på sygehuset.")

    snapshot = frozen(law, a_plan(signed_by_citizen_on=None, unsigned=unsigned))

    assert (snapshot.unsigned, snapshot.signed_on, snapshot.draft) == ("unable", SIGNED, False)
    assert "sygehus" not in snapshot.to_json()


def test_of_a_decision_the_reason_and_how_to_complain_stand_in_it(law: PlanLaw) -> None:
    unsigned = Unsigned(why=NoSignature.DECIDED, reason="Udeblevet fra tre samtaler.")

    snapshot = frozen(law, a_plan(signed_by_citizen_on=None, unsigned=unsigned))

    assert (snapshot.unsigned, snapshot.signed_on) == ("decided", SIGNED)
    assert snapshot.decision
    assert snapshot.decision.reason == "Udeblevet fra tre samtaler."
    assert [text.heading for text in snapshot.decision.texts] == ["Afgørelsen", "Sådan klager du"]
    assert "inden 4 uger" in snapshot.decision.texts[1].text
    assert "Skriv eller ring til Integration." in snapshot.decision.texts[1].text


def test_before_there_was_anybody_to_complain_to_a_decision_has_its_reason_alone(law: PlanLaw) -> None:
    unsigned = Unsigned(why=NoSignature.DECIDED, reason="Uenige.")

    snapshot = frozen(with_texts(law), a_plan(signed_by_citizen_on=None, unsigned=unsigned))

    assert snapshot.decision == PrintedDecision(reason="Uenige.")


def test_without_a_decision_there_is_none(law: PlanLaw) -> None:
    unsigned = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke.")

    assert frozen(law, a_plan(signed_by_citizen_on=None, unsigned=unsigned)).decision is None
    assert frozen(law).decision is None


def test_an_annulled_version_is_as_it_was_signed_and_says_when_it_was_annulled(law: PlanLaw) -> None:
    plan = a_plan()

    annulled = frozen(law, replace(plan, annulment=Annulment(on=TODAY, reason="Fejl")))

    assert annulled == replace(frozen(law, plan), annulled_on=TODAY)
