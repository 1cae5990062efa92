"""Find cases by what people remember: part of a name however it is spelt, a case number, a birth year, some digits."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.application.folding import bare, folded
from desktop_app.application.ports import CaseLine

FEWEST_CPR_DIGITS = 4


class _Entry(NamedTuple):
    line: CaseLine
    keys: tuple[str, ...]
    digits: str


class CaseSearch:
    """Every case line with its search keys, made once and asked at each key press."""

    def __init__(self, lines: Iterable[CaseLine]) -> None:
        self._entries = [_entry(line) for line in lines]

    def find(self, query: str) -> list[CaseLine]:
        """Return the lines that hold every word of the query, in the order they came; all of them for a blank one."""
        words = [(folded(word), bare(word), word.casefold()) for word in query.split()]
        return [entry.line for entry in self._entries if all(_holds(entry, word) for word in words)]


def _entry(line: CaseLine) -> _Entry:
    names = " ".join(
        part for part in (line.given_names, line.family_name, line.case_number, line.household_name) if part
    )
    born = str(line.birth_date.year) if line.birth_date else ""
    native = line.native_name or ""
    keys = (f"{folded(names)} {born}", bare(names), native.casefold(), folded(native))
    return _Entry(line, keys, line.cpr or "")


def _holds(entry: _Entry, word: tuple[str, ...]) -> bool:
    if any(form in key for form in word if form for key in entry.keys):
        return True
    digits = word[2].replace("-", "")
    return digits.isascii() and digits.isdigit() and len(digits) >= FEWEST_CPR_DIGITS and digits in entry.digits
