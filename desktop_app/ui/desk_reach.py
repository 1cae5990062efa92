"""What the user of a desk comes to: the places their role has, and what it may do from anywhere."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.domain.role import Role, may
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, GAPS, SETTINGS, TODAY, Act
from desktop_app.ui.may import RoleAct

_NEEDS: Final[Mapping[str, RoleAct]] = {
    TODAY: RoleAct.SEE_DEADLINES,
    CASES: RoleAct.FIND_PEOPLE,
    ARRIVALS: RoleAct.RECORD_ARRIVAL,
    FOLLOW_UPS: RoleAct.SEE_DEADLINES,
    GAPS: RoleAct.SEE_DEADLINES,
}
"""What one must be let do to be let into a place; everybody is let into the others."""

_HOMES: Final = (TODAY, CASES)


class DeskReach:
    """Places and acts as the wings tell them; what the role may not is neither kept nor given its keys."""

    def __init__(self, role: Role | None, window: QWidget) -> None:
        self._role = role
        self._window = window
        self._visits: dict[str, Callable[[], None]] = {}
        self.acts: list[Act] = []

    def may(self, act: RoleAct) -> bool:
        """Tell whether the user may do something."""
        return may(self._role, act)

    @property
    def home(self) -> str:
        """The place one begins at."""
        return next(filter(self.has, _HOMES), SETTINGS)

    def has(self, place: str) -> bool:
        """Tell whether the user is let into a place."""
        return place not in _NEEDS or self.may(_NEEDS[place])

    def add_place(self, place: str, go: Callable[[], None]) -> None:
        """Say what going to a place does."""
        self._visits[place] = go

    def way_to(self, place: str) -> Callable[[], None] | None:
        """Return what going to a place does, None where the user is not let in."""
        return self._visits[place] if self.has(place) else None

    def add_act(self, act: Act) -> None:
        """Take in something one can do from anywhere, if the user may."""
        if act.needs is not None and not self.may(act.needs):
            return
        self.acts.append(act)
        if act.keys:
            QShortcut(QKeySequence(act.keys), self._window).activated.connect(act.do)
