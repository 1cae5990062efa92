"""Which of many short texts hold a piece of a word, without looking at each of them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

# Stands between texts that may not be found as one: no word holds it.
_NEXT = "\n"


class WordIndex:
    """Words with the names of those who have them.

    Tens of thousands of people share a few thousand names, so that few words have to be looked at, and those in one
    text, which Python searches faster than as many small ones.
    """

    def __init__(self) -> None:
        self._owners: dict[str, list[str]] = {}
        self._joined: JoinedTexts | None = None
        self._words: list[str] = []

    def add(self, owner: str, words: Iterable[str]) -> None:
        """Say that somebody has these words, each given once."""
        for word in words:
            owners = self._owners.get(word)
            if owners is None:
                self._owners[word] = [owner]
                self._joined = None
            else:
                owners.append(owner)

    def remove(self, owner: str, words: Iterable[str]) -> None:
        """Say that somebody no longer has these words; they were added before."""
        for word in words:
            owners = self._owners[word]
            owners.remove(owner)
            if not owners:
                del self._owners[word]
                self._joined = None

    def owners_of(self, piece: str) -> list[Sequence[str]]:
        """Return, for each word that holds a piece, who has it; the piece itself must be no more than a word."""
        if self._joined is None:
            self._words = list(self._owners)
            self._joined = JoinedTexts(self._words)
        return [self._owners[self._words[place]] for place in self._joined.places_of(piece)]


class JoinedTexts:
    """Many texts as one; a search tells which of them hold what is searched for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = _NEXT.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_NEXT) for text in texts)]

    def places_of(self, wanted: str, most: int | None = None) -> list[int]:
        """Return the places of the texts that hold `wanted`, in order; of more than `most` only the first ones."""
        whole, starts = self._whole, self._starts
        found = list[int]()
        place = 0
        at = whole.find(wanted)
        while at >= 0 and (most is None or len(found) <= most):
            place = bisect_right(starts, at, place) - 1
            found.append(place)
            at = whole.find(wanted, starts[place + 1])
        return found
