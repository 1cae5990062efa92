"""What users may be called, what a password must be, and whose slot is meant."""

import unicodedata
from collections.abc import Iterable

from desktop_app.application.errors import PasswordTooShort, UnknownUser, UserNameTaken
from desktop_app.application.password_rules import MINIMUM_PASSWORD_LENGTH
from desktop_app.domain.control_characters import holds_control
from desktop_app.storage.key_file import KeyFile, Slot, SlotKind, StoreUser
from desktop_app.storage.key_slots import normalised


def checked_user(name: str, initials: str) -> StoreUser:
    """Return a user as they are kept: NFC, with single blanks.

    Raises:
        ValueError: the name or the initials are empty or hold control characters.
    """
    cleaned = [" ".join(unicodedata.normalize("NFC", text).split()) for text in (name, initials)]
    for text in cleaned:
        if not text or holds_control(text):
            raise ValueError("a user needs a name and initials without control characters")
    return StoreUser(*cleaned)


def check_password(password: str) -> None:
    """Refuse a password that is too short.

    Raises:
        PasswordTooShort: it is.
    """
    if len(normalised(password)) < MINIMUM_PASSWORD_LENGTH:
        raise PasswordTooShort(MINIMUM_PASSWORD_LENGTH)


def refuse_taken(user: StoreUser, others: Iterable[StoreUser]) -> None:
    """Refuse a name or initials that somebody else goes by.

    Raises:
        UserNameTaken: somebody does.
    """
    taken = {known.casefold() for other in others for known in (other.name, other.initials)}
    for wanted in (user.name, user.initials):
        if wanted.casefold() in taken:
            raise UserNameTaken(wanted)


def find_slot(keys: KeyFile, user: str) -> Slot:
    """Return the slot of the user with a name or initials.

    Raises:
        UnknownUser: nobody has them.
    """
    wanted = " ".join(unicodedata.normalize("NFC", user).split()).casefold()
    for slot in keys.slots:
        if slot.kind is SlotKind.PASSWORD and wanted in (slot.user.casefold(), slot.initials.casefold()):
            return slot
    raise UnknownUser(user)
