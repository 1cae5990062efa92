"""What ports say by themselves."""

from desktop_app.application.changes import Changes
from desktop_app.application.ports import LogAction
from tests.builders import a_case, a_citizen
from tests.fakes import a_line_of


def test_a_line_is_sorted_by_the_family_name_without_stray_spaces() -> None:
    line = a_line_of(a_case(citizen=a_citizen(given_names="Rima ", family_name=" Al-Hassan ")))

    assert line.sort_name == "Al-Hassan, Rima"


def test_the_words_of_the_log_are_all_different() -> None:
    assert len({action.value for action in LogAction}) == len(LogAction.__members__)


def test_a_use_case_that_touched_nothing_says_so() -> None:
    assert Changes() == Changes(cases=frozenset(), settings=False)
