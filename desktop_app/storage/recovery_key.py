"""The printed recovery key (nødnøgle): 160 random bits in groups that a person can copy from paper without a mistake.

Eight groups of five characters: four carry the key, the fifth is a check character over the group and its place.
"""

import base64
import secrets
from typing import Final

from desktop_app.application.errors import StoreRefusal, StoreRefused

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U: nothing to misread
_BASE32: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_SECRET_BYTES: Final = 20
_GROUPS: Final = 8
_CARRIED: Final = 4
_GROUP_LENGTH: Final = _CARRIED + 1
_TO_PAPER: Final = str.maketrans(_BASE32, _ALPHABET)
_FROM_PAPER: Final = str.maketrans(_ALPHABET, _BASE32)
_AS_TYPED: Final = str.maketrans("OIL", "011")
_HIGHEST_BIT: Final = 16
_POLYNOMIAL: Final = 0b100101  # x⁵ + x² + 1, primitive over GF(2)


def new_secret() -> bytes:
    """Return 160 random bits."""
    return secrets.token_bytes(_SECRET_BYTES)


def new_recovery_key() -> str:
    """Return a new key as it is shown and printed; it opens nothing before a store was given it."""
    return printed(new_secret())


def printed(secret: bytes) -> str:
    """Return the secret as it stands on paper, `7Q3KD-…`."""
    text = base64.b32encode(secret).decode().translate(_TO_PAPER)
    groups = [text[start : start + _CARRIED] for start in range(0, len(text), _CARRIED)]
    return "-".join(group + _check_character(place, group) for place, group in enumerate(groups))


def read_back(typed: str) -> bytes:
    """Return the secret somebody typed from paper.

    Case, blanks and hyphens do not matter, nor does O for 0 or I and L for 1.

    Raises:
        StoreRefused: WRONG_RECOVERY_KEY with the number of the first mistyped group.
    """
    text = "".join(character for character in typed.upper() if not character.isspace() and character not in "-–—")
    text = text.translate(_AS_TYPED)
    groups = [text[start : start + _GROUP_LENGTH] for start in range(0, len(text), _GROUP_LENGTH)]
    for place, group in enumerate(groups[:_GROUPS]):
        if not _is_sound(place, group):
            raise StoreRefused(StoreRefusal.WRONG_RECOVERY_KEY, group=str(place + 1))
    if len(groups) != _GROUPS:
        raise StoreRefused(StoreRefusal.WRONG_RECOVERY_KEY, group=str(min(len(groups), _GROUPS) + 1))
    return base64.b32decode("".join(group[:_CARRIED] for group in groups).translate(_FROM_PAPER))


def _is_sound(place: int, group: str) -> bool:
    return (
        len(group) == _GROUP_LENGTH
        and set(group) <= set(_ALPHABET)
        and _check_character(place, group[:_CARRIED]) == group[_CARRIED]
    )


def _check_character(place: int, group: str) -> str:
    """Horner's scheme in GF(32): finds every wrong character, swapped neighbours and swapped groups."""
    total = place + 1
    for character in group:
        total = _doubled(total) ^ _ALPHABET.index(character)
    return _ALPHABET[_doubled(total)]


def _doubled(value: int) -> int:
    return (value << 1) ^ (_POLYNOMIAL if value & _HIGHEST_BIT else 0)
