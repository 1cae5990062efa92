"""Find cases by what people remember: part of a name however it is spelt, a case number, a birth year, some digits."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from desktop_app.application.folding import bare, folded, lowered
from desktop_app.application.ports import CaseLine
from desktop_app.application.word_index import JoinedTexts, WordIndex

FEWEST_CPR_DIGITS = 4
MANY = 5
"""Where more than one line in so many holds a word, looking at each line is quicker than gathering them."""

_OF_NUMBERS = frozenset("0123456789-")
_BY_ORDER = attrgetter("order")


class _Keys(NamedTuple):
    """What a line is found by: its names and numbers in every spelling, and its CPR number.

    `numbers` are the words of the text that are of digits and hyphens alone. `order` is where it stands.
    """

    order: str
    line: CaseLine
    text: str
    numbers: str
    cpr: str

    @property
    def names(self) -> set[str]:
        """The other words of the text."""
        return {word for word in self.text.split() if not _OF_NUMBERS.issuperset(word)}


class CaseSearch:
    """Case lines with their search keys, made once and asked at each key press.

    They stand in the order that `order` says of each line, without it in the order they come.
    """

    def __init__(self, lines: Iterable[CaseLine] = (), *, order: Callable[[CaseLine], str] | None = None) -> None:
        self._order = order
        self._keys: dict[str, _Keys] = {}
        self._names = WordIndex()
        self._speller = _Speller()
        self.renew(lines)

    def renew(self, lines: Iterable[CaseLine]) -> None:
        """Search these lines and no others from now on; only those that are not as before are spelt out anew."""
        known = self._keys
        self._keys = {line.case_id: self._keys_of(line, known.get(line.case_id)) for line in lines}
        for case_id in known.keys() - self._keys.keys():
            self._names.remove(case_id, known[case_id].names)
        self._in_order = list(self._keys.values())
        if self._order:
            self._in_order.sort(key=_BY_ORDER)
        self._forget_places()

    def change(self, cases: Iterable[str], lines: Iterable[CaseLine]) -> None:
        """Take what has become of these cases: their lines now, fewer where some are gone. Needs an order."""
        earlier = {case_id: self._keys.pop(case_id) for case_id in cases if case_id in self._keys}
        for keys in earlier.values():
            place = bisect_left(self._in_order, keys.order, key=_BY_ORDER)
            while self._in_order[place] is not keys:
                place += 1
            del self._in_order[place]
        for line in lines:
            keys = self._keys[line.case_id] = self._keys_of(line, earlier.pop(line.case_id, None))
            insort(self._in_order, keys, key=_BY_ORDER)
        for case_id, keys in earlier.items():
            self._names.remove(case_id, keys.names)
        self._forget_places()

    @property
    def lines(self) -> list[CaseLine]:
        """Every line, in order."""
        return [keys.line for keys in self._in_order]

    def find(self, query: str) -> list[CaseLine]:
        """Return the lines that hold every word of the query, in order; all of them for a blank one."""
        words = [_Word(word) for word in sorted(query.split(), key=len, reverse=True)]
        if not words:
            return self.lines
        found = self._holding(words[0])  # the longest is held by the fewest
        for word in words[1:]:
            found = [keys for keys in found if word.is_in(keys)]
        return [keys.line for keys in found]

    def _keys_of(self, line: CaseLine, earlier: _Keys | None) -> _Keys:
        if earlier is not None:
            if earlier.line is line or earlier.line == line:
                return earlier
            self._names.remove(line.case_id, earlier.names)
        keys = self._speller.keys(line, self._order(line) if self._order else "")
        self._names.add(line.case_id, keys.names)
        return keys

    def _forget_places(self) -> None:
        self._places: dict[str, int] = {}
        self._numbers: JoinedTexts | None = None
        self._cpr: JoinedTexts | None = None

    def _holding(self, word: "_Word") -> list[_Keys]:
        """Return the lines that hold a word, in order: through the index, or one by one where that is quicker."""
        if word.is_letter:  # so many hold it that asking the index first is in vain
            return word.among(self._in_order)
        many = len(self._in_order) // MANY
        owners = [who for spelling in word.spellings for who in self._names.owners_of(spelling)]
        places = self._places_of_numbers(word, many)
        if word.is_broken or sum(map(len, owners)) > many or any(len(some) > many for some in places):
            return word.among(self._in_order)
        self._places = self._places or {keys.line.case_id: place for place, keys in enumerate(self._in_order)}
        found = {self._places[case_id] for case_id in chain.from_iterable(owners)}.union(*places)
        return [self._in_order[place] for place in sorted(found)]

    def _places_of_numbers(self, word: "_Word", many: int) -> list[list[int]]:
        """Return the places of the lines whose numbers hold a word, no more than the first where there are many."""
        places = list[list[int]]()
        if word.is_number:
            self._numbers = self._numbers or JoinedTexts([keys.numbers for keys in self._in_order])
            places += [self._numbers.places_of(spelling, many) for spelling in word.spellings]
        if word.cpr_digits:
            self._cpr = self._cpr or JoinedTexts([keys.cpr for keys in self._in_order])
            places.append(self._cpr.places_of(word.cpr_digits, many))
        return places


class _Word:
    """One word of a query, in every spelling it may be found by."""

    def __init__(self, word: str) -> None:
        self.spellings = tuple({spelling for spelling in (folded(word), bare(word), lowered(word)) if spelling})
        self.is_broken = any(spelling.split() != [spelling] for spelling in self.spellings)
        self.is_letter = len(word) == 1
        self.is_number = any(map(_OF_NUMBERS.issuperset, self.spellings))
        digits = word.replace("-", "")
        is_cpr = digits.isascii() and digits.isdigit() and len(digits) >= FEWEST_CPR_DIGITS
        self.cpr_digits = digits if is_cpr else ""

    def is_in(self, keys: _Keys) -> bool:
        text = keys.text
        for spelling in self.spellings:
            if spelling in text:
                return True
        return self.cpr_digits != "" and self.cpr_digits in keys.cpr

    def among(self, lines: list[_Keys]) -> list[_Keys]:
        if len(self.spellings) > 1 or self.cpr_digits:
            return [keys for keys in lines if self.is_in(keys)]
        [spelling] = self.spellings
        return [keys for keys in lines if spelling in keys.text]


class _Speller:
    """Spells lines out. Names recur, so each is spelt once."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        self._native: dict[str, tuple[str, ...]] = {}

    def keys(self, line: CaseLine, order: str) -> _Keys:
        spellings = list[str]()
        for name in (line.given_names, line.family_name, line.household_name, line.case_number):
            if name:
                spellings += self._names.get(name) or self._name(name)
        if line.native_name:
            spellings += self._native.get(line.native_name) or self._native_name(line.native_name)
        if line.birth_date:
            spellings.append(str(line.birth_date.year))
        text = "\n".join(spellings)
        numbers = [word for word in text.split() if _OF_NUMBERS.issuperset(word)]
        return _Keys(order, line, text, " ".join(numbers), line.cpr or "")

    def _name(self, name: str) -> tuple[str, ...]:
        if _OF_NUMBERS.issuperset(name):
            return (name,)  # no two cases share one
        spelt = self._names[name] = tuple(dict.fromkeys((folded(name), bare(name))))
        return spelt

    def _native_name(self, name: str) -> tuple[str, ...]:
        spelt = self._native[name] = tuple(dict.fromkeys((lowered(name), folded(name))))
        return spelt
