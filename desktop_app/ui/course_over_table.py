"""The course of a case above the table of its deadlines; where it is too low for both, what is unfolded shows."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.course_panel import CoursePanel
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.qt_application import current_theme

_TABLE_STRETCH = 1000
"""So much more than the empty room's 1 that the table has all the height while it shows."""


class CourseOverTable(QWidget):
    """Unfolds the course where there is room for it and some rows; unfolded by hand, it may cover the table."""

    def __init__(self, course: CoursePanel, table: QWidget) -> None:
        super().__init__()
        self._course, self._table = course, table
        whole = Column(course)
        whole.add(table, stretch=_TABLE_STRETCH)
        whole.add(STRETCH)
        self.setLayout(whole)
        course.folded.connect(self._arrange)
        current_theme().changed.connect(self._arrange)

    def unfold(self) -> None:
        """Show the course, whatever room there is."""
        self._course.unfold()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for the table below the folded course: unfolded the course gives way, or covers it."""
        table = self._table.minimumSizeHint()
        return QSize(max(table.width(), self._course.minimumSizeHint().width()), table.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        has_room = self._course.arrange(self.width(), self.height() - self._table.minimumSizeHint().height())
        self._table.setVisible(has_room or not self._course.is_open())
