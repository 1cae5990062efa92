"""A phrase on its way into a field: parted from what stands around it, and where one goes on writing."""

from dataclasses import dataclass
from typing import Final

TO_FILL_IN: Final = "…"
"""What a phrase leaves to whoever writes."""

_OPENING: Final = "(»\u201c\u201e\u2018/"


@dataclass(frozen=True, slots=True)
class Insertion:
    """What is put in, and what of it is selected afterwards, as places in it: the first thing to fill in, or nothing.

    Where there is nothing to fill in, both places are its end.
    """

    text: str
    start: int
    end: int


def insertion_of(phrase: str, before: str, after: str, *, is_one_line: bool) -> Insertion:
    """Return how a phrase goes in between two texts; a field of one line takes it without its line breaks."""
    text = " ".join(phrase.split()) if is_one_line else phrase
    if before and not before[-1].isspace() and before[-1] not in _OPENING:
        text = f" {text}"
    if after and after[0].isalnum():
        text = f"{text} "
    at = text.find(TO_FILL_IN)
    return Insertion(text, at, at + len(TO_FILL_IN)) if at >= 0 else Insertion(text, len(text), len(text))
