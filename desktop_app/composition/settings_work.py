"""What a user changes under Indstillinger: the municipality's own settings, and what opens the store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.application.change_access import change_password, recover_access, rename_user, renew_recovery_key
from desktop_app.application.change_settings import EditedSettings, change_settings
from desktop_app.application.changes import Changes
from desktop_app.composition.paper import recovery_sheet
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.store import Store


@dataclass(frozen=True)
class OwnKeys:
    """The keys of a store as the user at work changes them (`application.change_access.AccessKeys`)."""

    store: Store

    def check_password(self, password: str) -> None:
        """Let the user prove who they are."""
        self.store.keys.check_password(self.store.user.name, password)

    def set_password(self, password: str) -> None:
        """Give the user a new password."""
        self.store.keys.set_password(self.store.user.name, password)

    def rename(self, name: str, initials: str, password: str) -> str:
        """Give the user another name and other initials."""
        return self.store.rename_user(name, initials, password).name

    def set_recovery_key(self, recovery_key: str) -> None:
        """Take a new recovery key."""
        self.store.keys.set_recovery_key(recovery_key)


@dataclass(frozen=True)
class SettingsWork:
    """Changing the settings of one store; `forget` is called when what was read of them is no longer so."""

    store: Store
    forget: Callable[[], None]

    def change_settings(
        self, municipality: Municipality, edited: EditedSettings, draft_id: str | None = None
    ) -> Changes:
        """Save the municipality's settings (`change_settings`)."""
        try:
            return change_settings(municipality, edited, work=self.store.work, draft_id=draft_id)
        finally:
            self.forget()  # also where they turned out to be others than those that were read

    def change_password(self, current: str, new: str) -> None:
        """Give the user at work a new password (`change_password`)."""
        change_password(current, new, keys=OwnKeys(self.store), work=self.store.work)

    def recover(self, new: str) -> None:
        """Give a user who opened the store with the recovery key a new password (`recover_access`)."""
        recover_access(new, keys=OwnKeys(self.store), work=self.store.work)

    def rename_user(self, name: str, initials: str, password: str) -> None:
        """Give the user at work another name (`rename_user`)."""
        rename_user(name, initials, password, user=self.store.user.name, keys=OwnKeys(self.store), work=self.store.work)

    def new_recovery_key(self) -> str:
        """Return a recovery key to show and print; it opens nothing yet."""
        return new_recovery_key()

    def renew_recovery_key(self, recovery_key: str, password: str) -> None:
        """Let a printed recovery key open the store instead of the old one (`renew_recovery_key`)."""
        renew_recovery_key(recovery_key, password, keys=OwnKeys(self.store), work=self.store.work)

    def recovery_sheet(self, recovery_key: str, today: date) -> bytes:
        """Return a recovery key of this store as a page to print."""
        with self.store.work() as unit:
            municipality = unit.municipality()
        return recovery_sheet(
            recovery_key=recovery_key,
            municipality=municipality.name,
            team=municipality.team,
            user=self.store.user.name,
            store=str(self.store.path),
            dated_on=today,
            logo=municipality.logo,
        )
