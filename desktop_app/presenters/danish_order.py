"""The order of lists: names in the Danish alphabet, numbers by what they count."""

import re
import unicodedata

_DIGITS, _WIDEST = re.compile(r"[0-9]+"), 20
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def danish_order(text: str) -> tuple[str, str]:
    """Return the sort key of a text: æ, ø and å after z, aa as å, other marks ignored until nothing else differs."""
    if text.isascii():
        return text.casefold().replace("aa", "}"), text
    letters = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", letters) if not unicodedata.combining(letter))
    return plain, text


def number_order(text: str) -> str:
    """Return the sort key of a number with signs and letters in it, such as that of a case: 2026-9 before 2026-10."""
    return _DIGITS.sub(_as_wide_as_any, text.casefold())


def _as_wide_as_any(digits: re.Match[str]) -> str:
    return digits[0].zfill(_WIDEST)
