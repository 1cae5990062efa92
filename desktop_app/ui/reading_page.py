"""What stands in place of a list while its cases are being read."""

from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.layouts import Column


class ReadingPage(QWidget):
    """Says that cases are being read, and how many have been."""

    def __init__(self) -> None:
        super().__init__()
        self._message = EmptyState("hourglass", _("Fetching cases …"))
        column = Column(margins=(24, 0, 24, 8))
        column.add(self._message, stretch=1)
        self.setLayout(column)

    def show_progress(self, done: int, count: int) -> None:
        """Say how far it is."""
        self._message.show_message(_("Fetching cases …"), _("{done} of {count}").format(done=done, count=count))
