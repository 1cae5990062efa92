"""What the user at work may do, as every part of the window asks it: what somebody never may is not shown to them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop_app.domain.role import Act as RoleAct

__all__ = ["May", "RoleAct", "everything", "offered"]

May = Callable[[RoleAct], bool]
"""Whether the user may do an act."""

WidgetT = TypeVar("WidgetT", bound=QWidget)


def everything(_act: RoleAct) -> bool:
    """Let everything be done, as who leads may."""
    return True


def offered(may: May, *ways: tuple[RoleAct, WidgetT]) -> list[WidgetT]:
    """Return of the widgets that do an act those the user may press."""
    return [widget for act, widget in ways if may(act)]
