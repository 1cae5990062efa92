"""Danish alphabetical order: æ, ø and å after z, aa as å, other marks ignored until nothing else differs."""

import unicodedata

_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def danish_order(text: str) -> tuple[str, str]:
    """Return the sort key of a text."""
    letters = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", letters) if not unicodedata.combining(letter))
    return plain, text
