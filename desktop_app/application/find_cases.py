"""Find cases by what people remember: part of a name however it is spelt, a case number, a birth year, some digits."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from desktop_app.application.folding import bare, folded, lowered
from desktop_app.application.ports import CaseLine

FEWEST_CPR_DIGITS = 4
# Stand between what may not be found as one: no folded text holds them.
_NEXT_KEY, _NEXT_LINE = "\n", "\0"


class _Keys(NamedTuple):
    """What a line is found by: its names and numbers in every spelling, and its CPR number."""

    line: CaseLine
    text: str
    digits: str


class CaseSearch:
    """Case lines with their search keys, made once and asked at each key press.

    All keys stand in one text, which Python searches faster than tens of thousands of small ones. Made anew from an
    `earlier` search, only lines that changed are spelt out again.
    """

    def __init__(self, lines: Iterable[CaseLine], earlier: "CaseSearch | None" = None) -> None:
        known = earlier._keys if earlier else {}  # noqa: SLF001 - its own kind
        self._keys: dict[str, _Keys] = {}
        for line in lines:
            keys = known.get(line.case_id)
            self._keys[line.case_id] = keys if keys and keys.line == line else _keys(line)
        self._in_order = list(self._keys.values())
        self._texts = _Joined([keys.text for keys in self._in_order])
        self._digits = _Joined([keys.digits for keys in self._in_order])

    @property
    def lines(self) -> list[CaseLine]:
        """Every line, in the order they came."""
        return [keys.line for keys in self._in_order]

    def find(self, query: str) -> list[CaseLine]:
        """Return the lines that hold every word of the query, in the order they came; all of them for a blank one."""
        words = [_Word(word) for word in sorted(query.split(), key=len, reverse=True)]
        if not words:
            return self.lines
        found = [self._in_order[place] for place in self._places(words[0])]  # the longest is held by the fewest
        for word in words[1:]:
            found = [keys for keys in found if word.is_in(keys)]
        return [keys.line for keys in found]

    def _places(self, word: "_Word") -> list[int]:
        ways = [self._texts.places_of(spelling) for spelling in word.spellings]
        if word.digits:
            ways.append(self._digits.places_of(word.digits))
        return ways[0] if len(ways) == 1 else sorted({*chain.from_iterable(ways)})


class _Word:
    """One word of a query, in every spelling it may be found by."""

    def __init__(self, word: str) -> None:
        self.spellings = tuple({spelling for spelling in (folded(word), bare(word), lowered(word)) if spelling})
        digits = word.replace("-", "")
        is_cpr = digits.isascii() and digits.isdigit() and len(digits) >= FEWEST_CPR_DIGITS
        self.digits = digits if is_cpr else ""

    def is_in(self, keys: _Keys) -> bool:
        return any(spelling in keys.text for spelling in self.spellings) or bool(
            self.digits and self.digits in keys.digits
        )


class _Joined:
    """Many texts as one; a search tells which of them it found."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = _NEXT_LINE.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_NEXT_LINE) for text in texts)]

    def places_of(self, wanted: str) -> list[int]:
        """Return the places of the texts that hold `wanted`, in order."""
        whole, starts = self._whole, self._starts
        found = list[int]()
        place = 0
        at = whole.find(wanted)
        while at >= 0:
            place = bisect_right(starts, at, place) - 1
            found.append(place)
            at = whole.find(wanted, starts[place + 1])
        return found


def _keys(line: CaseLine) -> _Keys:
    names = " ".join(
        part for part in (line.given_names, line.family_name, line.case_number, line.household_name) if part
    )
    born = str(line.birth_date.year) if line.birth_date else ""
    native = line.native_name or ""
    texts = dict.fromkeys((f"{folded(names)} {born}", bare(names), lowered(native), folded(native)))
    return _Keys(line, _NEXT_KEY.join(text for text in texts if text), line.cpr or "")
