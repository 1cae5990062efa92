"""Which way text runs: the Unicode bidirectional algorithm (UAX #9) for one paragraph without embeddings.

Explicit embeddings, overrides and isolates are taken out before (see `printable_text`): on paper nobody may make a text
read otherwise than it was written. Each piece set within a Danish line is resolved alone, as if isolated from the rest.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

LEFT_TO_RIGHT = 0
RIGHT_TO_LEFT = 1

Run = TypeVar("Run")

_STRONG = {"L": LEFT_TO_RIGHT, "R": RIGHT_TO_LEFT, "AL": RIGHT_TO_LEFT}
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_STEPS_UP = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⁅": "⁆", "⁽": "⁾", "₍": "₎"}
_CLOSING = frozenset(_BRACKETS.values())
_DEEPEST_BRACKETS = 63
_LEFTWARD_CHARACTER = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def base_direction(text: str) -> int:
    """Return the direction of the first letter that has one (rules P2 and P3), left to right when none has."""
    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), LEFT_TO_RIGHT)


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character in a paragraph of direction `base`; odd levels run leftwards."""
    if base == LEFT_TO_RIGHT and not _LEFTWARD_CHARACTER.search(text):
        return [LEFT_TO_RIGHT] * len(text)
    found: list[int | None] = [None] * len(text)
    kept = [index for index, char in enumerate(text) if bidirectional(char) != "BN"]
    for index, level in zip(kept, _resolve([text[index] for index in kept], base), strict=True):
        found[index] = level
    return list(_joiners_follow(found, base))


def visual_order(runs: Sequence[tuple[int, Run]]) -> list[tuple[int, Run]]:
    """Return the runs of one line, given with their levels in reading order, from left to right (rule L2)."""
    ordered = list(runs)
    for floor in range(max((level for level, _ in ordered), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][0] >= floor:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = max(end, start + 1)
    return ordered


def _joiners_follow(found: Sequence[int | None], base: int) -> Iterator[int]:
    previous = base
    for level in found:
        previous = previous if level is None else level
        yield previous


def _resolve(characters: Sequence[str], base: int) -> Iterator[int]:
    outside = "LR"[base]
    original = [bidirectional(char) or "L" for char in characters]
    kinds = _resolve_weak(original, outside)
    _resolve_brackets(characters, original, kinds, outside)
    _resolve_neutral(kinds, outside)
    return (base + _STEPS_UP[base].get(kind, 0) for kind in kinds)


def _resolve_weak(original: Sequence[str], outside: str) -> list[str]:
    kinds = _resolve_marks_and_digits(original, outside)
    for index in range(1, len(kinds) - 1):  # W4
        before, here, after = kinds[index - 1 : index + 2]
        if before == after and ((here in {"ES", "CS"} and before == "EN") or (here == "CS" and before == "AN")):
            kinds[index] = before
    for start, end in _stretches(kinds, {"ET"}):  # W5
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = outside
    for index, kind in enumerate(kinds):  # W6, W7
        if kind in {"ES", "ET", "CS", "S", "WS", "B"}:
            kinds[index] = "ON"
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _resolve_marks_and_digits(original: Sequence[str], outside: str) -> list[str]:
    kinds: list[str] = []
    previous = strong = outside
    for kind in original:
        previous = previous if kind == "NSM" else kind  # W1
        strong = previous if previous in _STRONG else strong
        kinds.append("AN" if previous == "EN" and strong == "AL" else previous)  # W2
    return ["R" if kind == "AL" else kind for kind in kinds]  # W3


def _resolve_brackets(characters: Sequence[str], original: Sequence[str], kinds: list[str], outside: str) -> None:
    """Give both brackets of a pair the direction that the text inside, or else before them, asks for (N0)."""
    for opening, closing in _bracket_pairs(characters, kinds):
        inside = {_SIDE[kind] for kind in kinds[opening + 1 : closing] if kind in _SIDE}
        if outside in inside:
            side = outside
        elif inside:
            before = next((_SIDE[kind] for kind in reversed(kinds[:opening]) if kind in _SIDE), outside)
            side = before if before != outside else outside
        else:
            continue
        for bracket in (opening, closing):
            kinds[bracket] = side
            for index in range(bracket + 1, len(kinds)):
                if original[index] != "NSM":
                    break
                kinds[index] = side


def _bracket_pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, char in enumerate(characters):
        if kinds[index] != "ON":
            continue
        if char in _BRACKETS:
            if len(waiting) == _DEEPEST_BRACKETS:
                break
            waiting.append((_BRACKETS[char], index))
        elif char in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == char:
                    pairs.append((waiting[depth][1], index))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], outside: str) -> None:
    for start, end in _stretches(kinds, {"ON"}):  # N1, N2
        before = _SIDE[kinds[start - 1]] if start else outside
        after = _SIDE[kinds[end]] if end < len(kinds) else outside
        kinds[start:end] = [before if before == after else outside] * (end - start)


def _stretches(kinds: Sequence[str], wanted: set[str]) -> list[tuple[int, int]]:
    found = []
    start = 0
    for is_wanted, stretch in groupby(list(kinds), key=wanted.__contains__):
        end = start + sum(1 for _ in stretch)
        if is_wanted:
            found.append((start, end))
        start = end
    return found
