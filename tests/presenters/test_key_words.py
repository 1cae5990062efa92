"""Keys as they are called on the keyboard."""

import pytest

from desktop_app.presenters.key_words import key_words, keys_text
from desktop_app.translation import ENGLISH, set_language


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+Shift+N", ["Ctrl", "Shift", "N"]),
        ("F1", ["F1"]),
        ("Alt+Left", ["Alt", "Pil venstre"]),
        ("Ctrl+Return", ["Ctrl", "Enter"]),
        ("Ctrl+PgUp", ["Ctrl", "PageUp"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+-", ["Ctrl", "-"]),
        ("Space", ["Mellemrum"]),
        ("", []),
    ],
)
def test_keys_have_the_names_that_stand_on_them(keys: str, words: list[str]) -> None:
    assert key_words(keys) == words
    assert keys_text(keys) == "+".join(words)


def test_arrows_have_english_names_too() -> None:
    set_language(ENGLISH)

    assert key_words("Alt+Down") == ["Alt", "Down arrow"]
