"""What can be wrong with a line of text."""

import pytest

from desktop_app.presenters.typed_text import text_problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Team Nord", ""),
        (" ", "Skriv noget."),
        ("", "Skriv noget."),
        ("Team\tNord", "Teksten indeholder tegn, der ikke kan vises. Skriv den igen."),
    ],
)
def test_a_line_that_will_not_do_says_why(text: str, problem: str) -> None:
    assert text_problem(text, "Skriv noget.") == problem


def test_a_blank_line_may_be_fine() -> None:
    assert text_problem("") == ""
