"""Why a user is not removed, or the key of a store not changed."""

from collections.abc import Sequence

from desktop_app.application.errors import ApplicationError


class RemovingOneself(ApplicationError):
    """Nobody removes themselves: whoever does it must still be able to see that it was done."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class KeyRotationWaits(ApplicationError):
    """The store's key cannot be changed yet: for some who can open it a new one cannot be sealed.

    `names` are users who have to open the store once themselves, or be given a new password; `needs_recovery_key`
    tells that a new recovery key has to be printed first.
    """

    def __init__(self, names: Sequence[str], *, needs_recovery_key: bool = False) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)
        self.needs_recovery_key = needs_recovery_key
