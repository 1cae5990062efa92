"""Case numbers the program gives: the year and a running number, as in 2026-014."""

import re
from collections.abc import Iterable

FEWEST_DIGITS = 3
_OWN_FORM = re.compile(r"\s*(?P<year>[0-9]{4})-(?P<number>[0-9]{1,9})\s*")


def next_case_numbers(known: Iterable[str], *, year: int, count: int) -> list[str]:
    """Return the `count` numbers that follow the highest one of a year, written as wide as that one.

    `known` are all case numbers there are; those in another form than the program's own are passed over. No number
    returned is among them.

    >>> next_case_numbers(["2026-014", "2025-300", "A-99"], year=2026, count=2)
    ['2026-015', '2026-016']
    """
    taken = [found["number"] for text in known if (found := _OWN_FORM.fullmatch(text)) and int(found["year"]) == year]
    highest = max(taken, key=int, default="")
    first = int(highest or "0") + 1
    width = max(len(highest), FEWEST_DIGITS)
    return [f"{year:04}-{number:0{width}}" for number in range(first, first + count)]
