"""The dialogs that are open over the desk."""

from weakref import WeakSet

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class OpenDialogs:
    """Knows the dialogs that were opened, and keeps none of them alive."""

    def __init__(self) -> None:
        self._dialogs: WeakSet[QWidget] = WeakSet()

    def add(self, dialog: QWidget) -> None:
        """Take in a dialog."""
        self._dialogs.add(dialog)

    def close_all(self) -> None:
        """Close those that are still there."""
        for dialog in list(self._dialogs):
            if isValid(dialog):  # one that was finished is gone in Qt before its Python half is
                dialog.close()
