"""Find cases that may be about the same person: the same CPR number, or nearly the same name and origin or age."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from desktop_app.application.folding import folded
from desktop_app.application.ports import CaseLine

ALIKE = 80
"""From this score of WRatio two names are called alike: ways of writing one name score above, others mostly below."""

YEARS_APART = 1
UNKNOWN_COUNTRY = "XX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Somebody who is about to be recorded; `cpr` is ten digits or None."""

    given_names: str
    family_name: str
    cpr: str | None = None
    birth_date: date | None = None
    nationality: str | None = None


class SimilarCases:
    """Every case line with its folded name, made once and asked whenever a person is typed."""

    def __init__(self, lines: Iterable[CaseLine]) -> None:
        self._lines = tuple(lines)
        self._names = [_name(line.given_names, line.family_name) for line in self._lines]
        self._of_country = defaultdict[str, list[int]](list)
        self._born_in = defaultdict[int, list[int]](list)
        self._numbered = defaultdict[str, list[int]](list)
        for place, line in enumerate(self._lines):
            if line.nationality and line.nationality != UNKNOWN_COUNTRY:
                self._of_country[line.nationality].append(place)
            if line.birth_date:
                self._born_in[line.birth_date.year].append(place)
            if line.cpr:
                self._numbered[line.cpr].append(place)

    def to(self, sought: Sought) -> list[CaseLine]:
        """Return the cases that may be about the person: the same number first, then the most similar name.

        A similar name counts when the birth years lie at most `YEARS_APART` apart or the country is the same. It takes
        a given name and a family name to tell.
        """
        numbered = self._numbered.get(sought.cpr or "", [])
        return [self._lines[place] for place in dict.fromkeys([*numbered, *self._named_alike(sought)])]

    def _named_alike(self, sought: Sought) -> list[int]:
        if not (sought.given_names.strip() and sought.family_name.strip()):
            return []
        likely = self._with_something_in_common(sought)
        found = process.extract(
            _name(sought.given_names, sought.family_name),
            [self._names[place] for place in likely],
            scorer=fuzz.WRatio,
            score_cutoff=ALIKE,
            limit=None,
        )
        return [likely[index] for _, _, index in found]

    def _with_something_in_common(self, sought: Sought) -> list[int]:
        likely = set(self._of_country.get(sought.nationality or "", []))
        if sought.birth_date:
            year = sought.birth_date.year
            for near in range(year - YEARS_APART, year + YEARS_APART + 1):
                likely.update(self._born_in.get(near, []))
        return sorted(likely)


@lru_cache(maxsize=1 << 16)
def _name(given_names: str, family_name: str) -> str:
    return " ".join(folded(f"{given_names} {family_name}").split())
