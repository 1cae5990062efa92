"""Find cases that may be about the same person: the same CPR number, or nearly the same name and origin or age."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

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

    def to(self, sought: Sought) -> list[CaseLine]:
        """Return the cases that may be about the person: the same number first, then the most similar name.

        A similar name counts when the birth years lie at most `YEARS_APART` apart or the country is the same. It takes
        a given name and a family name to tell.
        """
        numbered = [place for place, line in enumerate(self._lines) if sought.cpr and line.cpr == sought.cpr]
        return [self._lines[place] for place in dict.fromkeys([*numbered, *self._named_alike(sought)])]

    def _named_alike(self, sought: Sought) -> list[int]:
        if not (sought.given_names.strip() and sought.family_name.strip()):
            return []
        likely = {place: self._names[place] for place, line in enumerate(self._lines) if _has_in_common(line, sought)}
        name = _name(sought.given_names, sought.family_name)
        found = process.extract(name, likely, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=None)
        return [place for _, _, place in found]


def _has_in_common(line: CaseLine, sought: Sought) -> bool:
    if sought.nationality not in {None, UNKNOWN_COUNTRY} and line.nationality == sought.nationality:
        return True
    return bool(
        sought.birth_date and line.birth_date and abs(sought.birth_date.year - line.birth_date.year) <= YEARS_APART
    )


def _name(given_names: str, family_name: str) -> str:
    return " ".join(folded(f"{given_names} {family_name}").split())
