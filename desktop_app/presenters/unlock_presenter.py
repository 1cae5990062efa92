"""Unlocking: who, with which password, and what to say when it does not work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.application.errors import ApplicationError, StoreRefusal, StoreRefused
from desktop_app.translation import _


@dataclass(frozen=True, slots=True)
class UserChoice:
    """Somebody who may unlock the store; `name` is what the store knows them by."""

    name: str
    initials: str

    @property
    def text(self) -> str:
        """The user as the list shows one."""
        return f"{self.name} ({self.initials})" if self.initials != self.name else self.name


class UnlockView(Protocol):
    """The screen that asks for the password."""

    def show_users(self, users: Sequence[UserChoice]) -> None:
        """Offer these users."""
        ...

    def show_error(self, text: str) -> None:
        """Say what was wrong; an empty text takes it away. What was typed is selected, not deleted."""
        ...

    def show_refusal(self, title: str, text: str, *, is_missing: bool) -> None:
        """Say that the store cannot be opened at all, whatever the password; `is_missing` tells that there is none."""
        ...

    def pause(self, seconds: int) -> None:
        """Take no password for some seconds."""
        ...


def _text_of(error: ApplicationError) -> str:
    from desktop_app.presenters.error_texts import error_text  # noqa: PLC0415 - they name everything there is to go wrong

    return error_text(error)


class UnlockPresenter:
    """Tries passwords; after a few wrong ones the store takes none for a while, and nothing is ever deleted."""

    def __init__(
        self,
        view: UnlockView,
        *,
        list_users: Callable[[], Sequence[UserChoice]],
        unlock: Callable[[str, str], None],
    ) -> None:
        self._view = view
        self._list_users = list_users
        self._unlock = unlock

    def open(self) -> None:
        """Offer the users of the store, or say why it cannot be opened."""
        try:
            users = self._list_users()
        except ApplicationError as error:
            self._refuse(error)
            return
        self._view.show_users(users)

    def try_password(self, user: str, password: str) -> None:
        """Unlock with a password; the window goes on by itself when it fits."""
        if not password:
            self._view.show_error(_("Type your password."))
            return
        try:
            self._unlock(user, password)
        except StoreRefused as error:
            if error.refusal in {StoreRefusal.WRONG_PASSWORD, StoreRefusal.TOO_SOON}:
                self._view.show_error(_text_of(error))
                if wait := int(error.details.get("wait", "0")):
                    self._view.pause(wait)
                return
            self._refuse(error)
        except ApplicationError as error:
            self._refuse(error)

    def _refuse(self, error: ApplicationError) -> None:
        is_missing = isinstance(error, StoreRefused) and error.refusal is StoreRefusal.MISSING
        self._view.show_refusal(_("The cases cannot be opened"), _text_of(error), is_missing=is_missing)
