"""Which texts the paper shows as they are typed, and which only with marks in the place of some of their characters."""

import re
from functools import cache
from typing import Final

from desktop_app.documents.fonts import INVISIBLE, face_of
from desktop_app.documents.printable_text import REPLACEMENT, printable
from desktop_app.documents.styles import Weight

_SURELY_SHOWN: Final = re.compile(r"[\n\x20-\x7e\xa0-\u017f\u2010-\u2027]*")
"""What nearly every text is written with: for it no font has to be read."""


def can_show(text: str) -> bool:
    """Tell whether the paper shows every character of a text; what has no form of its own counts as shown."""
    if _SURELY_SHOWN.fullmatch(text):
        return True
    return all(map(_is_shown, set(printable(text))))


@cache
def _is_shown(char: str) -> bool:
    if char in INVISIBLE or char == "\n":
        return True
    return char != REPLACEMENT and face_of(char, Weight.REGULAR) is not None
