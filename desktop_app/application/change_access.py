"""Change what opens the store: one's own name and password, and the printed recovery key.

Each change is in the log, never what it was changed to. The log line and the key file go together: where the keys
cannot be written, nothing is noted.
"""

from dataclasses import replace
from typing import Protocol

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act


class AccessKeys(Protocol):
    """The keys of an open store, in the hands of the user at work."""

    def check_password(self, password: str) -> None:
        """Let the user prove who they are.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            StorageUnavailable: the keys cannot be read.
        """
        ...

    def set_password(self, password: str) -> None:
        """Give the user a new password.

        Raises:
            PasswordTooShort: it is not long enough.
            StorageUnavailable: the keys cannot be written; they are as they were.
        """
        ...

    def rename(self, name: str, initials: str, password: str) -> str:
        """Give the user another name and other initials; return the name as it is kept.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UserNameTaken: another user has one of them.
            StorageUnavailable: the keys cannot be written; they are as they were.
        """
        ...

    def set_recovery_key(self, recovery_key: str) -> None:
        """Take a new recovery key; the old one opens nothing any more.

        Raises:
            StorageUnavailable: the keys cannot be written; they are as they were.
        """
        ...


def change_password(current: str, new: str, *, keys: AccessKeys, work: Work) -> None:
    """Give the user at work a new password.

    Raises:
        StoreRefused: WRONG_PASSWORD, `current` is not the one in use.
        PasswordTooShort: the new one is not long enough.
        StorageUnavailable: the machine could not write; the old one goes on opening the store.
    """
    keys.check_password(current)
    with work(Act.CHANGE_OWN_ACCESS) as unit:
        unit.note(LogAction.CHANGED_ACCESS, what="password")
        keys.set_password(new)
        unit.commit()


def recover_access(new: str, *, keys: AccessKeys, work: Work) -> None:
    """Give a user who opened the store with the recovery key a new password.

    Raises:
        PasswordTooShort: it is not long enough.
        StorageUnavailable: the machine could not write; the recovery key goes on opening the store.
    """
    with work(Act.CHANGE_OWN_ACCESS) as unit:
        unit.note(LogAction.CHANGED_ACCESS, what="password", by="recovery_key")
        keys.set_password(new)
        unit.commit()


def rename_user(name: str, initials: str, password: str, *, user: str, keys: AccessKeys, work: Work) -> None:
    """Give `user`, who is at work, another name and other initials, and let their drafts go with them.

    Cases go on naming the initials they named.

    Raises:
        StoreRefused: WRONG_PASSWORD.
        UserNameTaken: another user has one of them.
        StorageUnavailable: the machine could not write; the old ones are kept.
    """
    with work(Act.CHANGE_OWN_ACCESS) as unit:
        unit.note(LogAction.CHANGED_ACCESS, what="user")
        kept = keys.rename(name, initials, password)
        for draft in unit.drafts.all():
            if draft.user == user:
                unit.drafts.keep(replace(draft, user=kept))
        unit.commit()


def renew_recovery_key(recovery_key: str, password: str, *, keys: AccessKeys, work: Work) -> None:
    """Let a recovery key that was shown and printed take the place of the old one.

    Raises:
        StoreRefused: WRONG_PASSWORD.
        StorageUnavailable: the machine could not write; the old one goes on opening the store.
    """
    keys.check_password(password)
    with work(Act.RENEW_RECOVERY_KEY) as unit:
        unit.note(LogAction.CHANGED_ACCESS, what="recovery_key")
        keys.set_recovery_key(recovery_key)
        unit.commit()
