"""What the paper can show is what it shows: nothing else prints as a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.paper_characters import _SURELY_SHOWN, can_show
from desktop_app.documents.styles import BODY
from desktop_app.documents.typesetting import set_text

MARK = "\ufffd"
WIDE = 100_000
TEXTS = st.text(alphabet=st.characters(), max_size=12)


def on_paper(text: str) -> str:
    return "".join(line.text for line in set_text(text, BODY, WIDE))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ærø – »§ 20, stk. 3« … 10 €",
        "Nguyễn",
        "Тетяна",
        "ريما (abc)",
        "ሰላም",
        "a\u00adb",
        "می\u200cخواهم",
        "a\tb\r\nc",
    ],
)
def test_the_letters_of_the_citizens_names_are_shown(text: str) -> None:
    assert can_show(text)


@pytest.mark.parametrize("text", ["a😀b", "中文", "தமழ", "ქალი", "a\ue000b", "a\x00b", "a\ud800b", MARK])
def test_what_prints_as_a_mark_is_not(text: str) -> None:
    assert not can_show(text)


def test_what_is_surely_shown_is_shown_by_the_text_face() -> None:
    letters = [chr(code) for code in range(0x20, 0x2100) if _SURELY_SHOWN.fullmatch(chr(code))]

    assert MARK not in on_paper("".join(letters))


@given(TEXTS)
def test_a_text_it_can_show_is_set_without_a_mark(text: str) -> None:
    assert can_show(text) == (MARK not in on_paper(text))
