"""Frister: the course of a case, and every duty by how it stands, with the reasons for the one that is chosen."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_deadlines import DeadlineRow, DeadlinesShown
from desktop_app.presenters.course_entries import CourseEntry
from desktop_app.presenters.course_timeline import Course
from desktop_app.translation import _
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.course_panel import CoursePanel
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.layouts import Column
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.two_panes import TwoPanes


class DeadlinesTab(QWidget):
    """The course stands above the table; in a window too low for both, the one that is unfolded covers the other.

    `place_wanted` asks to record a duty or to correct a date, `removal_wanted` to remove a recorded event by
    id.
    """

    place_wanted = Signal(object)
    removal_wanted = Signal(str)

    def __init__(self, groups: Sequence[DeadlinesShown], course: Course) -> None:
        super().__init__()
        self._rows = {row.id: row for group in groups for row in group.rows}
        self._table = RowsTable(
            _("Deadlines"),
            RowsTableModel(
                (
                    TableColumn[DeadlineRow](
                        _("Deadline"), attrgetter("badge"), 236, badge=_status, sort_key=attrgetter("due_on")
                    ),
                    TableColumn[DeadlineRow](_("Task"), attrgetter("duty"), 200, stretch=3, is_strong=True),
                    TableColumn[DeadlineRow](
                        _("At the latest"), attrgetter("due"), 110, sort_key=attrgetter("due_on"), drop_order=1
                    ),
                ),
                attrgetter("id"),
            ),
        )
        rows: list[DeadlineRow | GroupRow] = []
        for group in groups:
            rows += [GroupRow(group.title, str(len(group.rows))), *group.rows]
        self._table.set_rows(rows)
        self._pane = DeadlinePane(offers_case=False)
        self._course = CoursePanel(course)
        list_place = QWidget()
        below = Column()
        below.add(self._table, stretch=1)
        list_place.setLayout(below)
        self._panes = TwoPanes(list_place, self._pane, head=self._course)
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._shown: DeadlineRow | None = None
        self._came_from_course = False
        self._table.row_activated.connect(self._explain)
        self._table.row_selected.connect(self._explain_while_open)
        self._pane.closed.connect(self._close)
        self._panes.close_wanted.connect(self._close)
        self._course.folded.connect(self._arrange)
        self._course.entry_reached.connect(self._reach)
        self._course.entry_chosen.connect(self._choose)
        self._course.place_wanted.connect(self.place_wanted)
        current_theme().changed.connect(self._arrange)

    def explain_first(self) -> None:
        """Go to the first deadline and explain it."""
        first = next(iter(self._rows))
        self._table.setFocus()
        self._table.select(first)
        self._explain(first)

    def walk_course(self) -> None:
        """Bring the keyboard to the course, unfolded."""
        self._course.unfold()
        self._arrange()
        if self._course.chart is not None:
            self._course.chart.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let course and table share the height."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        has_room = self._course.arrange(self.width(), self.height() - self._table.minimumSizeHint().height())
        self._table.setVisible(has_room or not self._course.is_open())

    def _reach(self, entry: CourseEntry) -> None:
        if entry.row_id:
            self._table.select(entry.row_id)

    def _choose(self, entry: CourseEntry) -> None:
        """Explain the deadline of an entry; one without says all it has to say where it stands."""
        if entry.row_id not in self._rows:
            return
        self._table.select(entry.row_id)
        self._explain(entry.row_id)
        if self._table.isHidden():  # no room for both
            self._course.set_open(is_open=False)
            self._table.show()
            self._table.setFocus()
            self._came_from_course = True

    def _explain(self, row_id: str) -> None:
        self._shown = self._rows[row_id]
        self._pane.explain(self._shown.detail, "", "")
        self._pane.show_acts(self._acts(self._shown))
        self._panes.set_open(is_open=True)

    def _acts(self, row: DeadlineRow) -> list[QWidget]:
        acts: list[QWidget] = []
        for place in row.places:
            link = PlaceLink(place, row.duty)
            link.clicked.connect(self._want_place)
            acts.append(link)
        if row.event_id:
            remove = Button(_("Remove the recording"), ButtonKind.QUIET, icon="delete")
            remove.clicked.connect(self._want_removal)
            acts.append(remove)
        return acts

    def _want_place(self) -> None:
        link = self.sender()
        if isinstance(link, PlaceLink):
            self.place_wanted.emit(link.place)

    def _want_removal(self) -> None:
        if self._shown:
            self.removal_wanted.emit(self._shown.event_id)

    def _explain_while_open(self, row_id: str) -> None:
        if row_id and self._panes.is_open():
            self._explain(row_id)

    def _close(self) -> None:
        chart = self._course.chart
        was_at_chart = chart is not None and chart.hasFocus()
        self._panes.set_open(is_open=False)
        if self._came_from_course:
            self._came_from_course = False
            self._course.set_open(is_open=True)
            self._arrange()
            was_at_chart = True
        if chart is not None and was_at_chart:
            chart.setFocus()
        else:
            self._table.setFocus()


def _status(row: DeadlineRow) -> Status:
    return STATUS_OF[row.badge_kind]
