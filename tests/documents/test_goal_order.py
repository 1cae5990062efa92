"""The order goals stand in on paper, whatever they say they lead to."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.goal_order import main_goals, sub_goals
from desktop_app.domain.plan_snapshot import PrintedGoal


def a_goal(text: str, kind: str = "health", part_of: int | None = None) -> PrintedGoal:
    return PrintedGoal(kind=kind, text=text, part_of=part_of)


def told(*goals: PrintedGoal) -> list[str]:
    return [one.goal.text for one in sub_goals(goals)]


def test_without_steps_the_goals_keep_the_order_they_were_put() -> None:
    goals = (a_goal("Bolig"), a_goal("Job", "employment"), a_goal("Dansk", "danish"), a_goal("FGU", "education"))

    assert [goal.text for goal in main_goals(goals)] == ["Job", "FGU"]
    assert [(one.number, one.goal.text) for one in sub_goals(goals)] == [(1, "Bolig"), (2, "Dansk")]


def test_steps_towards_the_main_goals_come_first_and_say_which() -> None:
    job, education = a_goal("Job", "employment"), a_goal("FGU", "education")
    goals = (a_goal("Bolig"), a_goal("Brobygning", part_of=3), education, a_goal("Praktik", part_of=5), job)

    numbered = sub_goals(goals)

    assert [one.goal.text for one in numbered] == ["Brobygning", "Praktik", "Bolig"]
    assert [one.towards for one in numbered] == [education, job, None]
    assert [one.number for one in numbered] == [1, 2, 3]


def test_an_employment_goal_that_is_a_step_is_no_main_goal() -> None:
    goals = (a_goal("FGU", "education"), a_goal("Fritidsjob", "employment", part_of=1))

    assert [goal.text for goal in main_goals(goals)] == ["FGU"]
    assert told(*goals) == ["Fritidsjob"]


def test_a_step_follows_the_goal_it_leads_to_and_names_its_number() -> None:
    numbered = sub_goals((a_goal("Svømme", part_of=3), a_goal("Bolig"), a_goal("Fritid"), a_goal("Bus", part_of=1)))

    assert [(one.goal.text, one.step_of) for one in numbered] == [
        ("Bolig", None),
        ("Fritid", None),
        ("Svømme", 2),
        ("Bus", 3),
    ]


def test_goals_that_lead_to_themselves_or_nowhere_are_goals_of_their_own() -> None:
    assert told(a_goal("Selv", part_of=1), a_goal("Ingen", part_of=9), a_goal("Nul", part_of=0)) == [
        "Selv",
        "Ingen",
        "Nul",
    ]
    assert sorted(told(a_goal("A", part_of=2), a_goal("B", part_of=1), a_goal("C", part_of=2))) == ["A", "B", "C"]


@given(
    st.lists(
        st.builds(
            PrintedGoal,
            kind=st.sampled_from(["employment", "education", "health", "?"]),
            text=st.text(max_size=3),
            part_of=st.none() | st.integers(-2, 8),
        ),
        max_size=8,
    )
)
def test_every_goal_stands_on_the_paper_exactly_once(goals: list[PrintedGoal]) -> None:
    numbered = sub_goals(goals)
    printed = [*main_goals(goals), *(one.goal for one in numbered)]

    assert sorted(map(id, printed)) == sorted(map(id, goals))
    assert [one.number for one in numbered] == list(range(1, len(numbered) + 1))
