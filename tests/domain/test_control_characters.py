"""Which characters no text may hold."""

import pytest

from desktop_app.domain.control_characters import holds_control


@pytest.mark.parametrize("text", ["a\0b", "a\x1bb", "\x7f", "\x9b", "a\ud800b"])
def test_control_characters_and_halves_of_characters_are_found(text: str) -> None:
    assert holds_control(text)


@pytest.mark.parametrize("text", ["", "Ærø", "To\nlinjer\r\nog\tmere", "می\u200cخواهم", "a\u00a0b", "😀", "\ue000"])
def test_everything_else_may_be_kept(text: str) -> None:
    assert not holds_control(text)
