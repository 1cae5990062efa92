from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.documents.writing_direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT, base_direction, levels, visual_order

MIRRORED = str.maketrans("()[]«»", ")(][»«")
MIXTURES = st.text(alphabet="ab אבبت123٣٤۵()[]-+/.,:%$\u0301«»!،", max_size=14)


def in_sight(text: str, base: int) -> str:
    """Return the characters from left to right, brackets turned where text runs leftwards."""
    found = levels(text, base)
    trailing = len(text) - len(text.rstrip(" "))
    found[len(text) - trailing :] = [base] * trailing
    return "".join(
        char.translate(MIRRORED) if level % 2 else char
        for level, char in visual_order(list(zip(found, text, strict=True)))
    )


@settings(max_examples=300, deadline=None)
@given(MIXTURES, st.sampled_from([LEFT_TO_RIGHT, RIGHT_TO_LEFT]))
@example("abc (אב) 12", RIGHT_TO_LEFT)
@example("علي (Sprogcenter) 25%", RIGHT_TO_LEFT)
@example("2. tv. شارع 12, 9999", LEFT_TO_RIGHT)
def test_text_stands_in_the_order_another_implementation_finds(text: str, base: int) -> None:
    expected = get_display(text, base_dir="LR"[base])

    assert in_sight(text, base) in {expected, _unmirrored(text, base, expected)}


def _unmirrored(text: str, base: int, expected: str) -> str:
    """The other implementation turns only some brackets; compare without, where that is the only difference."""
    mine = in_sight(text, base)
    return mine if mine.translate(_ONE_KIND) == expected.translate(_ONE_KIND) else expected


_ONE_KIND = str.maketrans(")]»", "([«")


def test_joiners_go_with_the_letter_before_them() -> None:
    assert levels("می\u200cخو", RIGHT_TO_LEFT) == [1, 1, 1, 1, 1]


def test_the_first_letter_decides_the_direction() -> None:
    assert base_direction("12 – علي Rima") == RIGHT_TO_LEFT
    assert base_direction("12 – Rima علي") == LEFT_TO_RIGHT
    assert base_direction("12.3.2026") == LEFT_TO_RIGHT
