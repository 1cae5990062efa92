import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.printable_text import keep_together, printable


@pytest.mark.parametrize("typed", ["<b>&amp;</b>", "{x} %s %(y)d \\n", "æøå ÆØÅ ß ł ğ ї", "ريما", "ሰላም", "a\u00a0b"])
def test_what_has_a_form_stays_as_it_was_typed(typed: str) -> None:
    assert printable(typed) == typed


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9b", "\ue000", "\ud800"])
def test_controls_become_replacement_marks(control: str) -> None:
    assert printable(f"a{control}b") == "a\ufffdb"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_the_line(line_end: str) -> None:
    assert printable(f"å{line_end}b") == "å\nb"


def test_empty_lines_do_not_fill_pages() -> None:
    assert printable("å" + "\n \n" * 500 + "b") == "å\n\nb"


def test_nobody_can_turn_the_order_of_a_text() -> None:
    assert printable("løn \u202e00001\u202c kr. \u2066x\u2069") == "løn 00001 kr. x"


def test_marks_do_not_pile_up() -> None:
    assert printable("x" + "\u0323" * 9).count("\u0323") == 4


def test_decomposed_letters_are_composed() -> None:
    assert printable("A\u030arhus") == "Århus"


@given(st.text())
def test_nothing_invisible_is_left_but_what_arabic_needs(text: str) -> None:
    left = set(printable(text)) - set("\n\u00a0\u200c\u200d\u200e\u200f\u061c")

    assert not [char for char in left if char < " " or "\u202a" <= char <= "\u202e"]


@pytest.mark.parametrize(
    "unit",
    [
        "3. marts 2026",
        "§ 19, stk. 4, nr. 2",
        "§§ 66 og 67",
        "12 34 56 78",
        "7,5 timer",
        "1 time",
        "modul 2",
        "3. måned",
        "kl. 10",
    ],
)
def test_what_belongs_together_is_not_parted(unit: str) -> None:
    joined = keep_together(f"Det er {unit} ja.")

    assert joined == f"Det er {unit.replace(' ', chr(0xA0))} ja."


def test_a_dash_does_not_begin_a_line() -> None:
    assert keep_together("a – b · c") == "a\u00a0– b\u00a0· c"


def test_long_numbers_can_still_be_broken() -> None:
    assert keep_together("12 34 56 78 90 12 34 56").count(" ") > 0
