"""Two versions of a plan beside each other: only what the papers say otherwise, in the order of the document."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plan import ActivityKind, GoalKind, Party
from desktop_app.domain.plan_comparison import (
    ChangedField,
    ChangedItem,
    ChangedSection,
    PaperField,
    PaperSection,
    compare_plans,
)
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedActivity,
    PrintedAssessment,
    PrintedCommitment,
    PrintedEducationOrder,
    PrintedGoal,
    PrintedText,
)
from tests.builders import a_snapshot

WORDS = st.lists(st.sampled_from(["arbejde", "i", "køkken", "butik", "dansk", "2", "praktik"]), max_size=4).map(
    " ".join
)
goals = st.lists(
    st.builds(
        PrintedGoal,
        kind=st.sampled_from([GoalKind.EMPLOYMENT, GoalKind.HEALTH]),
        text=WORDS,
        target_on=st.sampled_from([None, date(2027, 1, 1)]),
        measure=st.sampled_from([None, "Beviset"]),
        part_of=st.sampled_from([None, None, 1, 2, 9]),
    ),
    max_size=5,
).map(tuple)
activities = st.lists(
    st.builds(
        PrintedActivity,
        kind=st.sampled_from([ActivityKind.DANISH_EDUCATION, ActivityKind.MENTOR]),
        text=WORDS,
        in_contract=st.just(value=True),
        hours_per_week=st.sampled_from([None, 15.0]),
    ),
    max_size=4,
).map(tuple)
commitments = st.lists(
    st.builds(PrintedCommitment, party=st.sampled_from(Party), text=WORDS, who=st.sampled_from([None, "Mentor"])),
    max_size=3,
).map(tuple)
assessments = st.none() | st.builds(PrintedAssessment, work=WORDS, health=st.none() | WORDS)
texts = st.lists(
    st.builds(PrintedText, heading=st.sampled_from(["Klage", "Pligt"]), text=WORDS, approved=st.booleans()), max_size=3
).map(tuple)
snapshots = st.builds(
    a_snapshot,
    goals=goals,
    assessment=assessments,
    activities=activities,
    commitments=commitments,
    rights=texts,
    coordinating_department=st.sampled_from([None, "", "Jobcenter"]),
    next_follow_up_on=st.sampled_from([None, date(2027, 2, 1)]),
)


def a_goal(text: str, kind: GoalKind = GoalKind.EMPLOYMENT, target_on: date | None = None) -> PrintedGoal:
    return PrintedGoal(kind=kind, text=text, target_on=target_on)


def with_goals(*goals: PrintedGoal) -> PlanSnapshot:
    return a_snapshot(goals=goals)


def the_section(was: PlanSnapshot, now: PlanSnapshot) -> ChangedSection:
    (section,) = compare_plans(was, now)
    return section


def pairs(section: ChangedSection) -> list[tuple[str | None, str | None]]:
    return [(_text(item.was), _text(item.now)) for item in section.items]


def _text(item: object) -> str | None:
    return getattr(item, "text", None)


def test_a_field_of_the_parties_is_told_as_it_was_and_as_it_is() -> None:
    was, now = a_snapshot(coordinating_department="Jobcenter"), a_snapshot(coordinating_department="Familieafdeling")

    section = the_section(was, now)

    assert section == ChangedSection(
        PaperSection.PARTIES, (ChangedField(PaperField.COORDINATING_DEPARTMENT, "Jobcenter", "Familieafdeling"),)
    )


def test_a_field_of_the_citizen_is_told() -> None:
    was = a_snapshot()
    now = replace(was, citizen=replace(was.citizen, languages=("ar",)))

    assert the_section(was, now).fields == (ChangedField(PaperField.LANGUAGES, ("ar", "en"), ("ar",)),)


def test_an_empty_text_is_the_same_as_none() -> None:
    assert compare_plans(a_snapshot(caseworker=""), a_snapshot(caseworker=None)) == ()


def test_signatures_state_and_number_are_no_content() -> None:
    signed = a_snapshot()
    draft = replace(
        signed,
        plan_number=2,
        draft=True,
        dated_on=date(2027, 1, 4),
        signed_by_citizen_on=None,
        signed_by_municipality_on=None,
    )

    assert compare_plans(signed, draft) == ()


def test_a_goal_that_was_reworded_is_the_same_goal() -> None:
    was, now = a_goal("Ordinært arbejde i køkken"), a_goal("Ordinært arbejde i køkken eller kantine")

    section = the_section(with_goals(was), with_goals(now))

    assert section.items == (ChangedItem(was, now, (ChangedField(PaperField.TEXT, was.text, now.text),)),)


def test_a_goal_written_anew_in_its_place_is_the_same_goal() -> None:
    section = the_section(with_goals(a_goal("Kok")), with_goals(a_goal("Buschauffør")))

    assert pairs(section) == [("Kok", "Buschauffør")]


def test_a_goal_of_another_kind_is_another_goal() -> None:
    section = the_section(with_goals(a_goal("Kok")), with_goals(a_goal("Kok", GoalKind.EDUCATION)))

    assert pairs(section) == [(None, "Kok"), ("Kok", None)]


def test_a_goal_before_the_others_does_not_make_them_other_goals() -> None:
    kitchen, shop = a_goal("Arbejde i køkken"), a_goal("Arbejde i butik")
    new = a_goal("Ny")

    section = the_section(with_goals(kitchen, shop), with_goals(new, kitchen, shop))

    assert pairs(section) == [(None, "Ny")]
    assert not section.is_reordered


def test_a_goal_that_is_gone_is_told_where_it_stood() -> None:
    first, gone, last = a_goal("Køkken i Nakskov"), a_goal("Rengøring", GoalKind.OTHER), a_goal("Butik i Maribo")
    now = with_goals(first, replace(last, target_on=date(2027, 5, 1)))

    section = the_section(with_goals(first, gone, last), now)

    assert pairs(section) == [("Rengøring", None), ("Butik i Maribo", "Butik i Maribo")]


def test_what_is_new_is_told_with_all_it_says() -> None:
    section = the_section(with_goals(), with_goals(a_goal("Kok", target_on=date(2027, 5, 1))))

    (item,) = section.items
    assert item.fields == (
        ChangedField(PaperField.KIND, None, GoalKind.EMPLOYMENT),
        ChangedField(PaperField.TEXT, None, "Kok"),
        ChangedField(PaperField.TARGET, None, date(2027, 5, 1)),
    )


def test_another_order_alone_is_a_difference() -> None:
    kitchen, shop = a_goal("Køkken"), a_goal("Butik")

    section = the_section(with_goals(kitchen, shop), with_goals(shop, kitchen))

    assert section == ChangedSection(PaperSection.GOALS, is_reordered=True)


def test_the_same_thing_said_twice_is_told_once_less() -> None:
    goal = a_goal("Køkken")

    section = the_section(with_goals(goal, goal), with_goals(goal))

    assert pairs(section) == [("Køkken", None)]


def test_activities_without_a_text_are_matched_by_their_kind() -> None:
    was = PrintedActivity(kind=ActivityKind.MENTOR, text="", in_contract=True, hours_per_week=2)
    now = replace(was, hours_per_week=4)

    section = the_section(a_snapshot(activities=(was,)), a_snapshot(activities=(now,)))

    assert section.items == (ChangedItem(was, now, (ChangedField(PaperField.HOURS, 2, 4),)),)


def test_texts_are_matched_by_their_headings() -> None:
    was, now = PrintedText(heading="Klage", text="Ring."), PrintedText(heading="Klage", text="Skriv inden 4 uger.")
    other = PrintedText(heading="Tolk", text="Ring.")

    section = the_section(a_snapshot(rights=(was,)), a_snapshot(rights=(other, now)))

    assert section.section is PaperSection.RIGHTS
    assert pairs(section) == [(None, "Ring."), ("Ring.", "Skriv inden 4 uger.")]


def test_that_a_text_was_approved_is_a_difference() -> None:
    was = PrintedText(heading="Klage", text="Ring.")

    section = the_section(a_snapshot(interpreting=(was,)), a_snapshot(interpreting=(replace(was, approved=True),)))

    (item,) = section.items
    assert item.fields == (ChangedField(PaperField.APPROVED, was=False, now=True),)


def test_what_is_assessed_and_ordered_is_told_field_by_field() -> None:
    was = a_snapshot(assessment=PrintedAssessment(work="To år", housing="Midlertidig"))
    order = PrintedEducationOrder(given_on=date(2026, 10, 21), text="Søg FGU")
    now = replace(was, assessment=PrintedAssessment(work="Tre år", housing="Midlertidig"), education_order=order)

    assert compare_plans(was, now) == (
        ChangedSection(PaperSection.ASSESSMENT, (ChangedField(PaperField.ASSESSED_WORK, "To år", "Tre år"),)),
        ChangedSection(
            PaperSection.EDUCATION_ORDER,
            (
                ChangedField(PaperField.EDUCATION_ORDER_GIVEN, None, date(2026, 10, 21)),
                ChangedField(PaperField.EDUCATION_ORDER, None, "Søg FGU"),
            ),
        ),
    )


def test_a_commitment_that_was_reworded_is_the_same_and_that_of_another_party_is_another() -> None:
    citizen = PrintedCommitment(party=Party.CITIZEN, text="Møder hver dag")
    section = the_section(
        a_snapshot(commitments=(citizen,)),
        a_snapshot(commitments=(replace(citizen, party=Party.OTHER), replace(citizen, due_on=date(2027, 1, 1)))),
    )

    assert [(item.was is None, item.now is None, len(item.fields)) for item in section.items] == [
        (True, False, 2),
        (False, False, 1),
    ]


def test_a_step_that_leads_to_the_same_goal_is_not_changed_though_the_goal_moved_and_was_reworded() -> None:
    job, step, danish = a_goal("Arbejde i køkken"), a_goal("Kursus", GoalKind.OTHER), a_goal("Prøve", GoalKind.DANISH)
    was = with_goals(job, replace(step, part_of=1), danish)
    now = with_goals(danish, replace(job, text="Arbejde i køkken fast"), replace(step, part_of=2))

    section = the_section(was, now)

    assert section.is_reordered
    assert [item.fields[0].field for item in section.items] == [PaperField.TEXT]


def test_a_step_that_leads_to_another_goal_is_told() -> None:
    job, step, danish = a_goal("Arbejde"), a_goal("Kursus", GoalKind.OTHER), a_goal("Prøve", GoalKind.DANISH)

    section = the_section(
        with_goals(job, danish, replace(step, part_of=1)), with_goals(job, danish, replace(step, part_of=2))
    )

    (item,) = section.items
    assert item.fields == (ChangedField(PaperField.TOWARDS, "Arbejde", "Prøve"),)


def test_sections_come_in_the_order_of_the_document() -> None:
    now = a_snapshot(goals=(), activities=(), rights=())
    was = replace(
        a_snapshot(coordinating_department="Jobcenter", next_follow_up_on=date(2027, 2, 1)),
        assessment=PrintedAssessment(work="To år"),
        education_order=PrintedEducationOrder(given_on=date(2026, 10, 21), text="Søg FGU"),
        commitments=(PrintedCommitment(party=Party.CITIZEN, text="Møder hver dag"),),
    )

    assert [section.section for section in compare_plans(was, now)] == [
        PaperSection.PARTIES,
        PaperSection.ASSESSMENT,
        PaperSection.GOALS,
        PaperSection.ACTIVITIES,
        PaperSection.EDUCATION_ORDER,
        PaperSection.COMMITMENTS,
        PaperSection.FOLLOW_UP,
        PaperSection.RIGHTS,
    ]


@given(snapshot=snapshots)
def test_a_version_beside_itself_has_no_differences(snapshot: PlanSnapshot) -> None:
    assert compare_plans(snapshot, snapshot) == ()


@given(was=snapshots, now=snapshots)
def test_the_other_way_round_the_same_is_told_with_old_and_new_exchanged(was: PlanSnapshot, now: PlanSnapshot) -> None:
    there, back = compare_plans(was, now), compare_plans(now, was)

    assert [section.section for section in there] == [section.section for section in back]
    for one, other in zip(there, back, strict=True):
        assert one.fields == tuple(_turned(field) for field in other.fields)
        assert one.is_reordered == other.is_reordered
        assert _sorted(one.items) == _sorted(_turned_item(item) for item in other.items)


@given(was=snapshots, now=snapshots)
def test_nothing_told_is_the_same_in_both(was: PlanSnapshot, now: PlanSnapshot) -> None:
    for section in compare_plans(was, now):
        fields = [*section.fields, *(field for item in section.items for field in item.fields)]

        assert fields or section.is_reordered
        assert all(field.was != field.now for field in fields)


def _turned(field: ChangedField) -> ChangedField:
    return ChangedField(field.field, field.now, field.was)


def _turned_item(item: ChangedItem) -> ChangedItem:
    return ChangedItem(item.now, item.was, tuple(_turned(field) for field in item.fields))


def _sorted(items: Iterable[ChangedItem]) -> list[ChangedItem]:
    return sorted(items, key=repr)
