"""What a tour goes over: a window, the made-up people in its store, and an empty store beside it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from desktop_app.domain.role import Role
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow

_BY_TAB = Qt.FocusPolicy.TabFocus


MADE_UP_TEAM: Final[Mapping[Role, tuple[str, str]]] = {
    Role.RECEPTION: ("Karen Holm", "KH"),
    Role.ADMINISTRATOR: ("Niels Bach", "NB"),
    Role.AUDITOR: ("Lise Toft", "LT"),
}
"""Name and initials of who else opens the store of a whole team, with the password of all."""


@dataclass(frozen=True, slots=True)
class MadeUpStores:
    """The stores, their password, and which cases show what; `query` finds some of them.

    The store at `team_path` is a copy of the one at `path` that a whole team opens (`MADE_UP_TEAM`). The case of
    `expected_number` is that of somebody who has not been taken over yet.
    """

    path: str
    empty_path: str
    team_path: str
    password: str
    case_number: str
    protected_number: str
    expected_number: str
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

    def sign_in(self, role: Role) -> Desk:
        """Have the window unlocked by who has a role in the store of a whole team."""
        self.use(self.stores.team_path)
        self.window.unlocking.try_password(MADE_UP_TEAM[role][0], self.stores.password)
        return self.desk

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open, the uppermost last."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def write(self, name: str, text: str) -> None:
        """Type into the field of a name, in the uppermost dialog or in the window; Tab leaves it."""
        where = self.dialogs()[-1] if self.dialogs() else self.window
        for field in where.findChildren(QWidget):
            if field.isVisible() and field.accessibleName() == name and field.focusPolicy() & _BY_TAB:
                field.setFocus(Qt.FocusReason.TabFocusReason)
                for letter in text:
                    _press(field, Qt.Key.Key_unknown, letter)
                _press(field, Qt.Key.Key_Tab, "")
                return
        raise LookupError(name)

    def click(self, words: str) -> None:
        """Press the button with these words in the uppermost dialog, and leave the keyboard there."""
        for button in self.dialogs()[-1].findChildren(QAbstractButton):
            if button.text() == words:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                button.click()

    def close_dialogs(self) -> None:
        """Cancel every dialog that is open."""
        for dialog in self.dialogs():
            dialog.reject()


class TourPart(ABC):
    """Some stops of a tour over one ground."""

    def __init__(self, ground: TourGround) -> None:
        self._ground = ground

    @abstractmethod
    def stops(self) -> Sequence[Stop]:
        """Return the stops in order."""


def _press(widget: QWidget, key: Qt.Key, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
