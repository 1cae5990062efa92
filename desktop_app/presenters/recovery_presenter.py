"""Glemt adgangskoden: the recovery key from the paper, and a new password."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from desktop_app.application.errors import ApplicationError, StoreRefusal, StoreRefused
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import StrengthShown, password_problem, repeated_problem, strength_shown
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _


class RecoveryField(StrEnum):
    """What is typed, in the order it stands."""

    KEY = "key"
    PASSWORD = "password"  # noqa: S105 - the name of a field
    REPEATED = "repeated"


class RecoveryView(Protocol):
    """The screen that asks for the recovery key."""

    def show_users(self, users: Sequence[UserChoice]) -> None:
        """Offer these users."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        ...

    def show_problems(self, problems: Mapping[RecoveryField, str]) -> None:
        """Say at each field what is wrong, at the others nothing; the keyboard goes to the first."""
        ...

    def show_refusal(self, title: str, text: str) -> None:
        """Say that the store cannot be opened at all."""
        ...


class RecoveryPresenter:
    """Opens the store for somebody who forgot the password; `recover` takes user, key and new password."""

    def __init__(
        self,
        view: RecoveryView,
        *,
        list_users: Callable[[], Sequence[UserChoice]],
        recover: Callable[[str, str, str], None],
    ) -> None:
        self._view = view
        self._list_users = list_users
        self._recover = recover

    def open(self) -> None:
        """Ask for the key."""
        try:
            users = self._list_users()
        except ApplicationError as error:
            self._refuse(error)
            return
        self._view.show_users(users)
        self._view.show_problems({})
        self._view.show_strength(strength_shown(""))

    def type_password(self, password: str) -> None:
        """Say how hard the new password is to guess."""
        self._view.show_strength(strength_shown(password))

    def recover(self, user: str, key: str, password: str, repeated: str) -> None:
        """Open the store and set the new password; the window goes on by itself."""
        problems = {
            RecoveryField.KEY: "" if key.strip() else _("Type the recovery key as it stands on the paper."),
            RecoveryField.PASSWORD: password_problem(password),
        }
        if not problems[RecoveryField.PASSWORD]:
            problems[RecoveryField.REPEATED] = repeated_problem(password, repeated)
        if any(problems.values()):
            self._view.show_problems(problems)
            return
        try:
            self._recover(user, key, password)
        except StoreRefused as error:
            if error.refusal is StoreRefusal.WRONG_RECOVERY_KEY:
                self._view.show_problems({RecoveryField.KEY: error_text(error)})
                return
            self._refuse(error)
        except ApplicationError as error:
            self._refuse(error)

    def _refuse(self, error: ApplicationError) -> None:
        self._view.show_refusal(_("The cases cannot be opened"), error_text(error))
