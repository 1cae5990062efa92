"""The one source of chance of a demonstration: the same seed draws the same, in every process."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Generic, TypeVar

from desktop_app.domain.dates import latest_working_day, next_working_day

Item = TypeVar("Item")


class Chance:
    """Draws whatever is left to chance. Both ends of a range can be drawn."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - made-up people need no secret
        self._turns: dict[str, Deck[bool]] = {}

    def happens(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of cases."""
        return self._random.random() < share

    def is_turn_of(self, what: str, *, every: int) -> bool:
        """Tell whether something rare happens now: exactly once in every so many times it is asked about."""
        if what not in self._turns:
            self._turns[what] = Deck([True, *[False] * (every - 1)], self)
        return self._turns[what].deal()

    def between(self, fewest: int, most: int) -> int:
        """Return a whole number."""
        return fewest + int(self._random.random() * (most - fewest + 1))

    def one_of(self, choices: Sequence[Item]) -> Item:
        """Return one of the choices."""
        return choices[int(self._random.random() * len(choices))]

    def some_of(self, choices: Sequence[Item], count: int) -> list[Item]:
        """Return so many of the choices, none twice, in random order."""
        return self._random.sample(choices, count)

    def day(self, first: date, last: date) -> date:
        """Return a day; `first` when the range is empty."""
        return first + timedelta(days=self.between(0, max((last - first).days, 0)))

    def working_day(self, first: date, last: date) -> date:
        """Return a working day of the range; the next one after `first` when the range has none."""
        day = latest_working_day(self.day(first, last))
        return day if day >= first else next_working_day(first)


class Deck(Generic[Item]):
    """Cards dealt in random order, each once before any comes again: shares hold in small numbers too."""

    def __init__(self, cards: Sequence[Item], chance: Chance) -> None:
        self._cards = cards
        self._chance = chance
        self._left: list[Item] = []

    def deal(self) -> Item:
        """Return the next card."""
        if not self._left:
            self._left = self._chance.some_of(self._cards, len(self._cards))
        return self._left.pop()
