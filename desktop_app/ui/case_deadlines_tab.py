"""Frister: the course of a case, and every duty by how it stands, with the reasons for the one that is chosen."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_deadlines import DeadlineRow, DeadlinesShown
from desktop_app.presenters.course_entries import CourseEntry
from desktop_app.presenters.course_timeline import Course
from desktop_app.presenters.mending_places import Place
from desktop_app.translation import _
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.course_over_table import CourseOverTable
from desktop_app.ui.course_panel import CoursePanel
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.layouts import Column
from desktop_app.ui.may import May, RoleAct, everything
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.two_panes import TwoPanes


class DeadlinesTab(QWidget):
    """The course stands above the table, and the entry one comes to there is selected here.

    `place_wanted` asks to record a duty or to correct a date, `removal_wanted` to remove a recorded event by
    id.
    """

    place_wanted = Signal(object)
    removal_wanted = Signal(str)

    def __init__(self, groups: Sequence[DeadlinesShown], course: Course, may: May = everything) -> None:
        super().__init__()
        self._may = may
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
        self._pane = DeadlinePane(may, offers_case=False)
        self._course = CoursePanel(course, may)
        self._list = CourseOverTable(self._course, self._table)
        self._panes = TwoPanes(self._list, self._pane)
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._shown: DeadlineRow | None = None
        self._opened_from: QWidget = self._table
        self._table.row_activated.connect(self._explain_row)
        self._table.row_selected.connect(self._explain_while_open)
        self._pane.closed.connect(self._close)
        self._panes.close_wanted.connect(self._close)
        self._course.entry_reached.connect(self._reach)
        self._course.entry_chosen.connect(self._choose)
        self._course.place_wanted.connect(self.place_wanted)

    def explain_first(self) -> None:
        """Go to the first deadline and explain it."""
        first = next(iter(self._rows))
        self._table.setFocus()
        self._table.select(first)
        self._explain_row(first)

    def walk_course(self) -> None:
        """Bring the keyboard to the course, unfolded."""
        self._list.unfold()
        if self._course.chart is not None:
            self._course.chart.setFocus(Qt.FocusReason.TabFocusReason)
            self._course.chart.begin()

    def _reach(self, entry: CourseEntry) -> None:
        if entry.row_id:
            self._table.select(entry.row_id)

    def _choose(self, entry: CourseEntry) -> None:
        """Explain the deadline of an entry; one without says all it has to say where it stands."""
        if entry.row_id in self._rows and self._course.chart is not None:
            self._opened_from = self._course.chart
            self._explain(entry.row_id)

    def _explain_row(self, row_id: str) -> None:
        self._opened_from = self._table
        self._explain(row_id)

    def _explain(self, row_id: str) -> None:
        self._shown = self._rows[row_id]
        self._pane.explain(self._shown.detail, "", "")
        self._pane.show_acts(self._acts(self._shown))
        self._panes.set_open(is_open=True)

    def _acts(self, row: DeadlineRow) -> list[QWidget]:
        acts: list[QWidget] = []
        for place in filter(self._is_open, row.places):
            link = PlaceLink(place, row.duty)
            link.clicked.connect(self._want_place)
            acts.append(link)
        if row.event_id and self._may(RoleAct.CHANGE_CASE):
            remove = Button(_("Remove the recording"), ButtonKind.QUIET, icon="delete")
            remove.clicked.connect(self._want_removal)
            acts.append(remove)
        return acts

    def _is_open(self, place: Place) -> bool:
        return self._may(place.needs)

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
        self._panes.set_open(is_open=False)
        self._opened_from.setFocus()


def _status(row: DeadlineRow) -> Status:
    return STATUS_OF[row.badge_kind]
