"""Every sentence with which a store stays closed, and every one with which it is opened but may not be the latest."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from desktop_app.application.errors import (
    ApplicationError,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.application.store_mark import MarkState, MarkWarning
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _
from desktop_app.ui.tour.ground import Stop, TourPart

_PATH: Final = "/home/mette/EnPlan/enplan.store"
_REFUSED: Final[dict[str, ApplicationError]] = {
    "missing": StoreRefused(StoreRefusal.MISSING, path=_PATH),
    "folder": StoreRefused(StoreRefusal.IS_FOLDER, path=_PATH),
    "empty": StoreRefused(StoreRefusal.EMPTY_FILE, path=_PATH),
    "not-a-store": StoreRefused(StoreRefusal.NOT_A_STORE, path=_PATH),
    "damaged": StoreRefused(StoreRefusal.DAMAGED, path=_PATH),
    "no-keys": StoreRefused(StoreRefusal.KEYS_MISSING, path=f"{_PATH}.keys.json"),
    "damaged-keys": StoreRefused(StoreRefusal.KEYS_DAMAGED, path=f"{_PATH}.keys.json"),
    "old-keys": StoreRefused(StoreRefusal.KEYS_OLD, path=f"{_PATH}.keys.json"),
    "newer": StoreRefused(StoreRefusal.NEWER, path=_PATH, store_version="0099", program_version="0005"),
    "no-role": StoreRefused(StoreRefusal.NO_ROLE, path=_PATH, user="Anna Krogh"),
    "in-use": StoreRefused(
        StoreRefusal.IN_USE, user="Anna Krogh", computer="PC-0123", since="2026-11-22T08:12:00+00:00"
    ),
    "in-use-by-nobody-known": StoreRefused(StoreRefusal.IN_USE, path=_PATH),
    "network": StoreRefused(StoreRefusal.NETWORK_FOLDER, path=_PATH, folder="/mnt/faelles"),
    "synchronised": StoreRefused(StoreRefusal.SYNCHRONISED_FOLDER, path=_PATH, folder="OneDrive - Nordsund Kommune"),
    "library": StoreRefused(StoreRefusal.UNSUITABLE_LIBRARY, path=_PATH, found="SQLite 3.40.1"),
    "read-only": StorageUnavailable(StorageTrouble.READ_ONLY, _PATH, at_opening=True),
    "disk-full": StorageUnavailable(StorageTrouble.DISK_FULL, _PATH, at_opening=True),
    "disk-error": StorageUnavailable(StorageTrouble.INPUT_OUTPUT, _PATH, at_opening=True),
    "gone": StorageUnavailable(StorageTrouble.MISSING, _PATH, at_opening=True),
}
_WAIT: Final = 8


class RefusalStops(TourPart):
    """The locked window, and all that keeps it locked."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            *(Stop(f"unlock-{name}", self._refusing(error)) for name, error in _REFUSED.items()),
            Stop("unlock-too-soon", self._show_too_soon),
        )

    def _refusing(self, error: ApplicationError) -> Callable[[], None]:
        return partial(self._show_refusal, error)

    def _show_refusal(self, error: ApplicationError) -> None:
        is_missing = isinstance(error, StoreRefused) and error.refusal is StoreRefusal.MISSING
        screen = self._ground.window.unlock_screen
        screen.show_warning("", "")
        screen.show_reason("")
        screen.show_refusal(_("The cases cannot be opened"), error_text(error), is_missing=is_missing)

    def _show_too_soon(self) -> None:
        self._ground.window.unlocking.open()
        screen = self._ground.window.unlock_screen
        screen.show_error(error_text(StoreRefused(StoreRefusal.TOO_SOON, path=_PATH, wait=str(_WAIT))))


class MarkStops(TourPart):
    """The unlocked window over a store that does not fit its mark."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        states = [state for state in MarkState if state is not MarkState.FITS]
        return (
            *(Stop(f"mark-{state.value.replace('_', '-')}", self._warning_of(state)) for state in states),
            Stop("mark-go-on", self._show_question),
        )

    def _warning_of(self, state: MarkState) -> Callable[[], None]:
        return partial(self._show_warning, state)

    def _show_warning(self, state: MarkState) -> None:
        if state is MarkState.BEHIND:
            self._ground.use(self._ground.stores.empty_path)
        self._ground.desk.mark_notice.show_warning(_warning(state))

    def _show_question(self) -> None:
        self._show_warning(MarkState.BEHIND)
        self._ground.desk.mark_notice.ask(_warning(MarkState.BEHIND))


def _warning(state: MarkState) -> MarkWarning:
    return MarkWarning(
        state=state,
        missing=14 if state is MarkState.BEHIND else 0,
        last_at=datetime(2026, 11, 21, 14, 32).astimezone(),
        last_by="Mette Jensen",
    )
