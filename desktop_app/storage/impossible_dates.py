"""Finds the date in a rule file that does not exist: TOML's parser knows only its line, not whose date it is."""

import re
from collections import Counter
from datetime import date
from typing import Final

from desktop_app.application.errors import RuleFileError, RuleProblem

_LIST: Final = re.compile(r"\[\[\s*(\w+)\s*\]\]")
_TABLE: Final = re.compile(r"\[\s*(\w+)\.(\w+)\s*\]")
_ID: Final = re.compile(r'id\s*=\s*"([^"]*)"')
_INLINE: Final = re.compile(r"(\w+)\s*=\s*\{")
_DATE: Final = re.compile(r"(\w+)\s*=\s*(\d{4}-\d{2}-\d{2})\b")


def impossible_date(file: str, content: str) -> RuleFileError | None:
    """Return an error that names the first date of a file that does not exist, None where they all do.

    Its key is given as `RuleTable` gives keys: "version 2: source.checked_on".
    """
    rule, place, below = "", "", ""
    seen = Counter[str]()
    for line in content.splitlines():
        text = line.split("#", 1)[0].strip()
        if begun := _LIST.fullmatch(text):
            seen[begun[1]] += 1
            place, below = f"{begun[1]} {seen[begun[1]]}: ", ""
        elif table := _TABLE.fullmatch(text):
            below = f"{table[2]}."
        elif not place and (named := _ID.fullmatch(text)):
            rule = named[1]
        for key, day in _DATE.findall(text):
            if not _exists(day):
                inside = _INLINE.match(text)
                path = f"{place}{below}{inside[1]}." if inside else f"{place}{below}"
                return RuleFileError(RuleProblem.NO_SUCH_DATE, file=file, rule=rule, key=f"{path}{key}", detail=day)
    return None


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
