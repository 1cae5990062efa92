"""What can be wrong with a text, and what of it the paper cannot show."""

import pytest

from desktop_app.presenters.typed_text import one_line, paper_remark, text_problem, text_problems
from tests.fakes import paper_shows

UNKEPT = "Teksten indeholder usynlige tegn, som ikke kan gemmes. Slet dem, eller skriv teksten igen."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Team Nord", ""),
        ("Team\nNord\tog Syd", ""),
        (" ", "Skriv noget."),
        ("", "Skriv noget."),
        ("Team\x07Nord", UNKEPT),
        ("Team\ud800Nord", UNKEPT),
        ("\x1e", UNKEPT),
    ],
)
def test_a_text_that_will_not_do_says_why(text: str, problem: str) -> None:
    assert text_problem(text, "Skriv noget.") == problem


def test_a_blank_text_may_be_fine() -> None:
    assert text_problem("") == ""


def test_only_the_fields_with_something_wrong_are_named() -> None:
    assert text_problems({"name": "Nord", "phone": "\0"}) == {"phone": UNKEPT}


@pytest.mark.parametrize(
    ("typed", "kept"), [("  Rima\t Noor\n", "Rima Noor"), ("", ""), (" Rima \x1e Noor", " Rima \x1e Noor")]
)
def test_one_line_loses_stray_spaces_unless_it_is_refused(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("ريما", ""),
        ("李", "Papiret kan ikke vise alle tegn i »Fornavne«. Der kommer et mærke i deres sted."),
        ("李\0", ""),
    ],
)
def test_what_the_paper_cannot_show_is_said_of_a_text_that_can_be_kept(text: str, remark: str) -> None:
    assert paper_remark("Fornavne", text, paper_shows) == remark
