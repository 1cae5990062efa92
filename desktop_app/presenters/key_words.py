"""Keys as they are called on the keyboard: `Alt+Left` is Alt and Pil venstre."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.translation import _


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What keys do. `keys` are ways to the same, each as Qt writes it: `("Ctrl+PgUp", "Ctrl+PgDown")`."""

    keys: Sequence[str]
    what: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one theme."""

    title: str
    entries: Sequence[KeyEntry]


def key_words(keys: str) -> list[str]:
    """Return the keys pressed together, each by its name.

    >>> key_words("Ctrl++")
    ['Ctrl', '+']
    """
    body, plus = (keys[:-1].rstrip("+"), ["+"]) if keys.endswith("+") else (keys, [])
    own = {
        "Left": _("Left arrow"),
        "Right": _("Right arrow"),
        "Up": _("Up arrow"),
        "Down": _("Down arrow"),
        "Space": _("Space"),
        "Return": "Enter",
        "Esc": "Esc",
        "Escape": "Esc",
        "Del": "Delete",
        "PgUp": "PageUp",
        "PgDown": "PageDown",
    }
    return [own.get(key, key) for key in body.split("+") if key] + plus


def keys_text(keys: str) -> str:
    """Return keys as one word, as beside an act: Ctrl+Shift+N."""
    return "+".join(key_words(keys))
