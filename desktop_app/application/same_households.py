"""Recognises in the households of a file those the store already holds, by the cases that live in them.

Household ids are local to a file, and a household has no other lasting mark than who lives in it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from desktop_app.application.exchange_format import household_to_exchange
from desktop_app.application.ports import CaseStore
from desktop_app.domain.case import Case
from desktop_app.domain.household import Household


def same_households(
    moves: Iterable[tuple[Case, Case]], *, in_file: frozenset[str], cases: CaseStore
) -> Mapping[str, Household]:
    """Return the stored household that each household of a file is, by the id the file's household was given.

    `moves` pairs every case the store knows with the case of the file. A stored household is at most one of the file's:
    the one described the same, then the one of the same name, then the one that keeps most of its people. A household
    of another name is the same one renamed only when the file, whose case numbers are `in_file`, speaks for everybody
    in it; otherwise somebody has moved out, and who stays keeps the name.
    """
    kept: Counter[tuple[str, str]] = Counter()
    described: dict[str, Household] = {}
    stored: dict[str, Household] = {}
    for known, case in moves:
        if known.household and case.household:
            described[case.household.id] = case.household
            stored[known.household.id] = known.household
            kept[case.household.id, known.household.id] += 1
    found: dict[str, Household] = {}
    taken: set[str] = set()
    for (new, old), _people in sorted(kept.items(), key=_likelihood(described, stored), reverse=True):
        if new in found or old in taken:
            continue
        if _has_same_name(described[new], stored[old]) or cases.in_household(old) <= in_file:
            found[new] = stored[old]
            taken.add(old)
    return found


def is_described_alike(one: Household, other: Household) -> bool:
    """Tell whether two households say the same of themselves."""
    return household_to_exchange(one, "") == household_to_exchange(other, "")


def _likelihood(
    described: Mapping[str, Household], stored: Mapping[str, Household]
) -> Callable[[tuple[tuple[str, str], int]], tuple[bool, bool, int]]:
    def likelihood(kept: tuple[tuple[str, str], int]) -> tuple[bool, bool, int]:
        (new, old), people = kept
        one, other = described[new], stored[old]
        return is_described_alike(one, other), _has_same_name(one, other), people

    return likelihood


def _has_same_name(one: Household, other: Household) -> bool:
    return " ".join(one.name.split()).casefold() == " ".join(other.name.split()).casefold()
