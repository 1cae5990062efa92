"""What was changed from one text to another, word by word, so that a person can read it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_LEAST_IN_COMMON = 0.25
"""Of the shorter text; with less, two texts are different ones that happen to share words."""

_SEARCHED_WHOLE = 2000
"""So many words, spaces and marks are compared each with each; of longer texts the frequent ones only follow others."""

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class WordChange(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordStretch:
    """Words of a text that fared alike, with the spaces and marks between them."""

    change: WordChange
    text: str


def word_changes(was: str, now: str) -> tuple[WordStretch, ...]:
    """Return the stretches of both texts in order; where words were replaced, the removed ones come first.

    The kept and the removed ones make up the old text, the kept and the added ones the new. Spaces and punctuation
    between two changes are told with them, and texts that have little in common are told as wholly rewritten, so that
    nobody has to read crumbs. The other way round the same words are found, added for removed.
    """
    if was > now:
        groups = [(removed, kept, added) for added, kept, removed in _groups(now, was)]
    else:
        groups = list(_groups(was, now))
    kept_in_all = sum(len(kept.strip()) for _removed, kept, _added in groups)
    if kept_in_all < _LEAST_IN_COMMON * min(len(was), len(now)):
        return rewritten(was, now)
    return tuple(_stretches(_joined(groups)))


def rewritten(was: str, now: str) -> tuple[WordStretch, ...]:
    """Return a value that makes sense only whole, such as a date: all of the old one removed, all of the new added."""
    if was == now:
        return tuple(_stretches([("", now, "")]))
    return tuple(_stretches([(was, "", now)]))


def _groups(was: str, now: str) -> Iterator[tuple[str, str, str]]:
    """Yield what was removed, kept or added at each place, one text of the three or the first and last together."""
    before, after = _TOKEN.findall(was), _TOKEN.findall(now)
    start = _same_at_start(before, after)
    end = _same_at_start(before[start:][::-1], after[start:][::-1])
    middle_before, middle_after = before[start : len(before) - end], after[start : len(after) - end]
    yield "", "".join(before[:start]), ""
    is_long = len(middle_before) + len(middle_after) > _SEARCHED_WHOLE
    matcher = SequenceMatcher(a=middle_before, b=middle_after, autojunk=is_long)
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        old, new = "".join(middle_before[left:left_end]), "".join(middle_after[right:right_end])
        yield ("", old, "") if kind == "equal" else (old, "", new)
    yield "", "".join(before[len(before) - end :]), ""


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many tokens are the same from the start on: most of a long text, which need not be searched."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _joined(groups: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Take what is kept but holds no word into the changes on both sides of it."""
    told = [group for group in groups if any(group)]
    for place, (removed, kept, added) in enumerate(told):
        if kept and 0 < place < len(told) - 1 and not any(letter.isalnum() for letter in kept):
            yield kept, "", kept
        else:
            yield removed, kept, added


def _stretches(groups: Iterable[tuple[str, str, str]]) -> Iterator[WordStretch]:
    for is_kept, group in groupby(groups, key=_is_kept):
        parts = list(group)
        if is_kept:
            yield from _stretch(WordChange.KEPT, "".join(kept for _removed, kept, _added in parts))
        else:
            yield from _stretch(WordChange.REMOVED, "".join(removed for removed, _kept, _added in parts))
            yield from _stretch(WordChange.ADDED, "".join(added for _removed, _kept, added in parts))


def _stretch(change: WordChange, text: str) -> Iterator[WordStretch]:
    if text:
        yield WordStretch(change, text)


def _is_kept(group: tuple[str, str, str]) -> bool:
    removed, _kept, added = group
    return not removed and not added
