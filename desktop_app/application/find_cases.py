"""Find cases by what people remember: part of a name however it is spelt, a case number, a birth year, some digits."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from anyascii import anyascii

from desktop_app.application.ports import CaseLine

FEWEST_CPR_DIGITS = 4
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_WITHOUT_MARKS = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


def folded(text: str) -> str:
    """Return text as it is searched: `Çelik` is `celik`, `Søren` is `soeren`, other scripts are in Latin letters."""
    return anyascii(_lower(text).translate(_DANISH)).casefold()


def bare(text: str) -> str:
    """Return text with Danish letters and marks taken off, so that `soren` finds `Søren`."""
    letters = unicodedata.normalize("NFD", _lower(text).translate(_WITHOUT_MARKS))
    return anyascii("".join(letter for letter in letters if not unicodedata.combining(letter))).casefold()


def _lower(text: str) -> str:
    """Return text in small letters, each with its marks in one character, however it was written down."""
    return unicodedata.normalize("NFC", text.casefold())


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
        words = [(folded(word), bare(word), _lower(word)) for word in query.split()]
        return [entry.line for entry in self._entries if all(_holds(entry, word) for word in words)]


def _entry(line: CaseLine) -> _Entry:
    names = " ".join(
        part for part in (line.given_names, line.family_name, line.case_number, line.household_name) if part
    )
    born = str(line.birth_date.year) if line.birth_date else ""
    native = line.native_name or ""
    keys = (f"{folded(names)} {born}", bare(names), _lower(native), folded(native))
    return _Entry(line, keys, line.cpr or "")


def _holds(entry: _Entry, word: tuple[str, ...]) -> bool:
    if any(form in key for form in word if form for key in entry.keys):
        return True
    digits = word[2].replace("-", "")
    return digits.isascii() and digits.isdigit() and len(digits) >= FEWEST_CPR_DIGITS and digits in entry.digits
