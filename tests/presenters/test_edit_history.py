"""Steps of editing, taken back and taken again."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presenters.edit_history import EditHistory

steps = st.lists(st.tuples(st.text(max_size=3), st.none() | st.sampled_from(["goal", "date"])), max_size=12)


def typed(*steps: tuple[str, str | None]) -> EditHistory[str]:
    history = EditHistory("")
    for state, place in steps:
        history.step(state, place)
    return history


def test_nothing_can_be_taken_back_before_anything_was_done() -> None:
    history = EditHistory("")

    assert (history.can_undo, history.can_redo) == (False, False)
    assert (history.undo(), history.redo()) == ("", "")


def test_what_was_typed_in_one_go_is_taken_back_in_one_go() -> None:
    history = typed(("A", "goal"), ("Ar", "goal"), ("Arb", "goal"))

    assert (history.undo(), history.can_undo) == ("", False)
    assert history.redo() == "Arb"


def test_another_field_is_another_step() -> None:
    history = typed(("A", "goal"), ("A1", "date"), ("A12", "date"), ("Ab12", "goal"))

    assert [history.undo(), history.undo(), history.undo()] == ["A12", "A", ""]


def test_what_is_typed_after_a_pause_is_another_step() -> None:
    history = typed(("Arb", "goal"))

    history.seal()
    history.step("Arbejde", "goal")

    assert [history.undo(), history.undo()] == ["Arb", ""]


def test_rows_that_are_moved_are_a_step_each() -> None:
    history = typed(("ab", None), ("ba", None))

    assert [history.undo(), history.undo()] == ["ab", ""]


def test_what_is_typed_after_a_step_was_taken_back_is_a_step_and_ends_what_could_be_taken_again() -> None:
    history = typed(("A", "goal"), ("A1", "date"))
    history.undo()

    history.step("B", "goal")

    assert not history.can_redo
    assert [history.undo(), history.undo()] == ["A", ""]


def test_the_same_again_is_no_step() -> None:
    history = typed(("A", "goal"))
    history.undo()

    history.step("", "date")

    assert (history.can_undo, history.can_redo) == (False, True)


def test_what_is_replaced_is_no_step_and_what_follows_is_one() -> None:
    history = typed(("A", "goal"))

    history.replace("A.")
    history.step("A.b", "goal")

    assert [history.undo(), history.undo()] == ["A.", ""]


@given(steps)
def test_everything_taken_back_leads_to_the_beginning_and_taken_again_to_the_end(
    taken: list[tuple[str, str | None]],
) -> None:
    history = typed(*taken)
    end = history.state
    states = [end]

    while history.can_undo:
        states.append(history.undo())
    beginning = history.state
    again = [beginning]
    while history.can_redo:
        again.append(history.redo())

    assert (beginning, history.state) == ("", end)
    assert again == states[::-1]
