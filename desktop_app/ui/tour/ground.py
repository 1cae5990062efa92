"""What a tour goes over: a window, the made-up people in its store, and an empty store beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class MadeUpStores:
    """The two stores, their password, and which cases show what; `query` finds some of them."""

    path: str
    empty_path: str
    password: str
    case_number: str
    protected_number: str
    query: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen, state or dialog: its name in file names, and what brings the window there from the stop before."""

    name: str
    show: Callable[[], None]


class TourGround:
    """A window beside the stores it can be of."""

    def __init__(self, window: MainWindow, stores: MadeUpStores, today: date) -> None:
        self.window = window
        self.stores = stores
        self.today = today

    @property
    def desk(self) -> Desk:
        """The desk; the window is unlocked first."""
        if self.window.desk is None:
            self.window.unlocking.try_password("", self.stores.password)
        assert self.window.desk is not None  # noqa: S101 - the tour made the store and its password
        return self.window.desk

    @property
    def folder(self) -> Path:
        """The folder of the stores, where everything may be made."""
        return Path(self.stores.path).parent

    def lock(self) -> None:
        """Have the window locked."""
        if self.window.desk is not None:
            self.window.lock()

    def use(self, path: str) -> None:
        """Have the window locked, over one of the stores."""
        self.lock()
        self.window.ways_in.store_chosen.emit(path)

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open, the uppermost last."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def close_dialogs(self) -> None:
        """Cancel every dialog that is open."""
        for dialog in self.dialogs():
            dialog.reject()
