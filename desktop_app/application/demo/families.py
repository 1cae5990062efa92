"""Makes up families and single people as the integration team of a small Danish municipality would have them.

Nobody in it exists: names are put together at random, towns and companies are invented, CPR numbers fail modulus 11,
phone numbers begin with 1, and mail goes to `.example`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.households import Household, HouseholdMaker
from desktop_app.application.demo.words import DemoWords
from desktop_app.application.exchange_format import FORMAT, VERSION
from desktop_app.domain.rulebook import Rulebook

Json = dict[str, Any]


def demo_content(words: DemoWords, rulebook: Rulebook, *, cases: int = 200, seed: int = 2026, as_of: date) -> Json:
    """Return so many made-up cases in the exchange format, as they would stand on `as_of` (2021 to 2056).

    Equal arguments give equal content, in every process. Only what is planned lies after `as_of`: goals, activities,
    offers and the end of a leave. People arrived in the four years before, or will soon.
    """
    households: list[Json] = []
    opened: list[tuple[date, Json]] = []
    for household in _households(HouseholdMaker(words, rulebook, Chance(seed), as_of), cases):
        household_id = None
        if len(household.cases) > 1:
            household_id = f"H{len(households) + 1}"
            households.append(
                {"id": household_id, "name": household.name, "coordinating_caseworker": household.caseworker}
            )
        opened += [(opened_on, case | {"household": household_id}) for opened_on, case in household.cases]
    return {
        "format": FORMAT,
        "version": VERSION,
        "municipality": {"code": words.municipality_code, "name": words.municipality},
        "households": households,
        "cases": _numbered(opened),
    }


def _households(maker: HouseholdMaker, cases: int) -> Iterator[Household]:
    left = cases
    while left > 0:
        household = maker.household(most=left)
        left -= len(household.cases)
        yield household


def _numbered(opened: list[tuple[date, Json]]) -> list[Json]:
    """Return the cases in the order they were opened, numbered within each year."""
    counts: Counter[int] = Counter()
    numbered = []
    for opened_on, case in sorted(opened, key=lambda one: one[0]):
        counts[opened_on.year] += 1
        numbered.append({"case_number": f"{opened_on.year}-{counts[opened_on.year]:03d}", **case})
    return numbered
