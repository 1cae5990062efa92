"""Civil registration numbers (CPR). A number is never refused for its check digit, only remarked on.

Modulus 11 has not held for every number since October 2007, and replacement numbers (erstatnings-CPR) add sixty to the
day of birth.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Final

DIGITS = 10
CPR_SHAPED: Final = re.compile(r"(?<!\d)\d{6}\s{0,2}[-–—‑.]?\s{0,2}\d{4}(?!\d)")
"""What looks like a number within a text: six digits and four, joined, parted or with a dash."""

REPLACEMENT_DAYS = 60
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


class CprRemark(StrEnum):
    """What is worth a second look about a number."""

    NO_DATE = "no_date"
    REPLACEMENT = "replacement"
    CHECK_DIGIT = "check_digit"
    OTHER_BIRTH_DATE = "other_birth_date"


def birth_date_in(cpr: str) -> date | None:
    """Return the birth date in a ten-digit number, None when its first six digits are no date."""
    day = int(cpr[:2])
    if day > REPLACEMENT_DAYS:
        day -= REPLACEMENT_DAYS
    try:
        return date(_year(int(cpr[4:6]), int(cpr[6])), int(cpr[2:4]), day)
    except ValueError:
        return None


def _year(two_digits: int, seventh: int) -> int:
    """Return the year of birth: the seventh digit chooses the century."""
    if seventh <= 3:  # noqa: PLR2004 - the table of the CPR office
        return 1900 + two_digits
    if seventh in {4, 9}:
        return (2000 if two_digits <= 36 else 1900) + two_digits  # noqa: PLR2004 - as above
    return (2000 if two_digits <= 57 else 1800) + two_digits  # noqa: PLR2004 - as above


def fits_check_digit(cpr: str) -> bool:
    """Tell whether a ten-digit number satisfies modulus 11."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, cpr, strict=True)) % 11 == 0


def is_replacement(cpr: str) -> bool:
    """Tell whether a ten-digit number looks like a replacement number."""
    return int(cpr[:2]) > REPLACEMENT_DAYS


def remarks_on(cpr: str, birth_date: date | None) -> list[CprRemark]:
    """Return what to tell whoever typed a ten-digit number; an empty list for a number without remarks."""
    born = birth_date_in(cpr)
    if born is None:
        return [CprRemark.NO_DATE]
    remarks: list[CprRemark] = []
    if is_replacement(cpr):
        remarks.append(CprRemark.REPLACEMENT)
    elif not fits_check_digit(cpr):
        remarks.append(CprRemark.CHECK_DIGIT)
    if birth_date is not None and born != birth_date:
        remarks.append(CprRemark.OTHER_BIRTH_DATE)
    return remarks


def formatted(cpr: str) -> str:
    """Return DDMMÅÅ-XXXX."""
    return f"{cpr[:6]}-{cpr[6:]}"


def masked(cpr: str) -> str:
    """Return DDMMÅÅ-••••, as lists and screens show a number until somebody asks for it."""
    return f"{cpr[:6]}-••••"
