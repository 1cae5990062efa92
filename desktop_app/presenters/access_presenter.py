"""Mig og Sikkerhed: one's own name and password, and a new recovery key."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop_app.application.errors import ApplicationError, StoreRefusal, StoreRefused, UserNameTaken
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import StrengthShown, password_problem, repeated_problem, strength_shown
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.presenters.typed_text import one_line, text_problem
from desktop_app.translation import _


class AccessField(StrEnum):
    """What is typed, in the order it stands."""

    NAME = "name"
    INITIALS = "initials"
    NAME_PASSWORD = "name_password"  # noqa: S105 - the names of fields, here and below
    CURRENT = "current"
    PASSWORD = "password"  # noqa: S105
    REPEATED = "repeated"
    KEY_PASSWORD = "key_password"  # noqa: S105
    STORED = "stored"


class AccessUser(Protocol):
    """Who is at work."""

    @property
    def name(self) -> str:
        """What the store knows them by."""
        ...

    @property
    def initials(self) -> str:
        """How cases name who is responsible."""
        ...


class AccessWork(Protocol):
    """What the open store does with names, passwords and keys."""

    def change_password(self, current: str, new: str) -> None:
        """Give the user a new password.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            StorageUnavailable: the machine could not write.
        """
        ...

    def rename_user(self, name: str, initials: str, password: str) -> None:
        """Give the user another name.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UserNameTaken: another user has the name or the initials.
            StorageUnavailable: the machine could not write.
        """
        ...

    def new_recovery_key(self) -> str:
        """Return a recovery key that opens nothing yet."""
        ...

    def renew_recovery_key(self, recovery_key: str, password: str) -> None:
        """Let it take the place of the old one.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            StorageUnavailable: the machine could not write.
        """
        ...


class AccessView(Protocol):
    """The sections of the settings about oneself and about security."""

    def show_user(self, name: str, initials: str) -> None:
        """Show the name in use, no password typed."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        ...

    def show_problems(self, problems: Mapping[AccessField, str]) -> None:
        """Say at each field what is wrong, at the others nothing; the keyboard goes to the first."""
        ...

    def show_key(self, groups: Sequence[str]) -> None:
        """Show a new recovery key to be printed, or none any more."""
        ...

    def clear_passwords(self) -> None:
        """Forget every password that is typed."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why it was not done; an empty text takes it away."""
        ...

    def say_done(self, text: str) -> None:
        """Say that it is done."""
        ...


class AccessPresenter:
    """Changes one's own access. Every change asks for the password in use: a screen may have been left open."""

    def __init__(
        self,
        view: AccessView,
        *,
        user: Callable[[], AccessUser],
        work: AccessWork,
        sheet: Callable[[str], bytes],
        save: Callable[[Path, bytes], None],
    ) -> None:
        self._view = view
        self._user = user
        self._work = work
        self._sheet = sheet
        self._save = save
        self._new_key = ""

    @property
    def file_name(self) -> str:
        """The name proposed for the printed recovery key as a file."""
        return _("recovery-key.pdf")

    def show(self) -> None:
        """Show who one is; a new key that was not taken into use is gone."""
        user = self._user()
        self._view.show_user(user.name, user.initials)
        self._view.show_problems({})
        self._view.show_failure("")
        self._view.show_strength(strength_shown(""))
        self.drop_key()

    def rename(self, name: str, initials: str, password: str) -> None:
        """Be called something else."""
        name, initials = (one_line(text) for text in (name, initials))
        problems = {
            AccessField.NAME: text_problem(name, _("Type your name.")),
            AccessField.INITIALS: text_problem(initials, _("Type your initials.")),
            AccessField.NAME_PASSWORD: "" if password else _("Type your password."),
        }
        if any(problems.values()):
            self._view.show_problems(problems)
            return
        if self._did(lambda: self._work.rename_user(name, initials, password), AccessField.NAME_PASSWORD):
            self.show()
            self._view.say_done(_("You are now called {name} ({initials}).").format(name=name, initials=initials))

    def type_password(self, password: str) -> None:
        """Say how hard the new password is to guess."""
        self._view.show_strength(strength_shown(password))

    def change_password(self, current: str, new: str, repeated: str) -> None:
        """Have a new password."""
        problems = {
            AccessField.CURRENT: "" if current else _("Type your password."),
            AccessField.PASSWORD: password_problem(new),
        }
        if not problems[AccessField.PASSWORD]:
            problems[AccessField.REPEATED] = repeated_problem(new, repeated)
        if any(problems.values()):
            self._view.show_problems(problems)
            return
        if self._did(lambda: self._work.change_password(current, new), AccessField.CURRENT):
            self.show()
            self._view.say_done(_("The password is changed. The old one opens nothing any more."))

    def draw_key(self) -> None:
        """Show a new recovery key; the old one goes on opening the cases until this one is taken into use."""
        self._new_key = self._work.new_recovery_key()
        self._view.show_key(self._new_key.split("-"))

    def drop_key(self) -> None:
        """Let a new key go that was not taken into use."""
        self._new_key = ""
        self._view.show_key(())

    def sheet(self) -> bytes:
        """Return the new key as a page to print."""
        return self._sheet(self._new_key)

    def save_sheet(self, path: Path) -> None:
        """Write the page to a file."""
        try:
            self._save(path, self.sheet())
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
        except OSError as error:
            self._view.show_failure(
                _("The page could not be saved at {path} ({reason}). Choose another place.").format(
                    path=path, reason=system_reason(error.strerror or str(error))
                )
            )
        else:
            self._view.show_failure("")

    def use_key(self, password: str, *, is_stored: bool) -> None:
        """Let the new key take the place of the old one."""
        problems = {
            AccessField.KEY_PASSWORD: "" if password else _("Type your password."),
            AccessField.STORED: ""
            if is_stored
            else _("Print the recovery key, put it in the team's box, and tick here."),
        }
        if any(problems.values()):
            self._view.show_problems(problems)
            return
        key = self._new_key
        if self._did(lambda: self._work.renew_recovery_key(key, password), AccessField.KEY_PASSWORD):
            self.show()
            self._view.say_done(_("The new recovery key is in use. The old paper opens nothing any more: shred it."))

    def _did(self, act: Callable[[], None], password_field: AccessField) -> bool:
        """Do something that takes a password; say at the field or above the form why it was not done."""
        self._view.show_failure("")
        try:
            act()
        except UserNameTaken as error:
            self._view.show_problems({AccessField.NAME: error_text(error)})
            return False
        except StoreRefused as error:
            if error.refusal is StoreRefusal.WRONG_PASSWORD:
                self._view.show_problems({password_field: error_text(error)})
            else:
                self._view.show_failure(error_text(error))
            return False
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return False
        self._view.clear_passwords()
        return True
