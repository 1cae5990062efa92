"""Mangler: what keeps deadlines from being computed and cases from being proved."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.danish_order import danish_order, number_order
from desktop_app.presenters.gaps_presenter import GapRow, GapRows
from desktop_app.translation import _, _p
from desktop_app.ui.buttons import Button
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.keyboard_focus import first_stop, order_stops
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn, who_columns
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

MINE, TEAM = "mine", "team"


class GapsPage(QWidget):
    """Shows what is missing and tells what was chosen; decides nothing. `mending_wanted` carries the id of a row."""

    only_mine_chosen = Signal(bool)
    kind_chosen = Signal(str)
    filters_reset = Signal()
    mending_wanted = Signal(str)

    def __init__(self, *, hides_names: bool) -> None:
        super().__init__()
        self._summary = Label("", TextRole.META)
        self._kind = ComboBox()
        self._kinds: tuple[tuple[str, str], ...] = ()
        self._whose = Segment(_("Whose cases"), ((MINE, _("My cases")), (TEAM, _("The whole team"))))
        self._table = RowsTable(
            _("Gaps"), RowsTableModel(_columns(hides_names=hides_names), attrgetter("id"), _sentence)
        )
        self._reset = Button(_("Reset the filter"))
        self._empty = EmptyState("success", "", "", (self._reset,))
        # Where there is little height the message scrolls, as the list does by itself.
        self._empty_place = ScrollArea(Column(self._empty))
        self._content = QStackedWidget()
        self._content.addWidget(self._table)
        self._content.addWidget(self._empty_place)

        self._field = FieldRow(_p("of a gap", "Kind"), self._kind, width=440)
        title = Label(_("Gaps"), TextRole.TITLE)
        column = Column(FlowRow(title, self._summary, STRETCH, self._whose, across=12), Gap(12), self._field, Gap(12))
        column.add(self._content, stretch=1)
        column.set_margins((24, 20, 24, 8))
        self.setLayout(column)
        order_stops(self._whose, self._kind, self._table, self._empty_place)

        self._kind.edited.connect(self._choose_kind)
        self._whose.chosen.connect(self._choose_whose)
        self._reset.clicked.connect(self._reset_filters)
        self._table.row_activated.connect(self.mending_wanted)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._kind, self._table)

    def show_choice(self, kinds: Sequence[tuple[str, str]], kind: str, *, only_mine: bool) -> None:
        """Show whose cases are listed, which kinds there are to choose among, and which was chosen."""
        self._whose.choose(MINE if only_mine else TEAM)
        if tuple(kinds) != self._kinds:  # an open list stays open while nothing has changed
            self._kinds = tuple(kinds)
            self._kind.set_options(self._kinds)
            self._field.setVisible(len(self._kinds) > 1)
        self._kind.choose(kind)

    def show_groups(self, groups: Sequence[GapRows], summary: str) -> None:
        """Show what is missing, under headings."""
        rows: list[GapRow | GroupRow] = []
        for group in groups:
            rows.append(GroupRow(group.title, str(len(group.rows))))
            rows.extend(group.rows)
        had_focus = self._reset.hasFocus()
        self._summary.setText(summary)
        self._content.setCurrentWidget(self._table)
        self._table.set_rows(rows)
        if had_focus:
            self._table.setFocus()

    def show_empty(self, title: str, text: str, *, is_filtered: bool) -> None:
        """Show that nothing is missing, or nothing of what was asked for."""
        had_focus = self._table.hasFocus()
        self._summary.setText("")
        self._empty.show_message(title, text)
        self._reset.setVisible(is_filtered)
        self._content.setCurrentWidget(self._empty_place)
        if had_focus:
            self.focus_table()

    def show_summary(self, summary: str) -> None:
        """Say how many there are and how far the reading has come."""
        if self._content.currentWidget() is self._table:
            self._summary.setText(summary)

    def focus_table(self) -> None:
        """Bring the keyboard to the list, or to what there is to do where nothing is listed."""
        if self._content.currentWidget() is self._table:
            self._table.setFocus()
        elif not self._reset.isHidden():
            self._reset.setFocus()
        elif stop := first_stop(self):
            stop.setFocus()

    def _choose_kind(self) -> None:
        self.kind_chosen.emit(self._kind.key())

    def _choose_whose(self, key: str) -> None:
        self.only_mine_chosen.emit(key == MINE)

    def _reset_filters(self) -> None:
        self.filters_reset.emit()
        self.focus_table()


def _columns(*, hides_names: bool) -> tuple[TableColumn[GapRow], ...]:
    name = TableColumn[GapRow](_("Citizen"), attrgetter("citizen"), 140, stretch=1, sort_key=_name_order, drop_order=1)
    number = TableColumn[GapRow](_("Case no."), attrgetter("case_number"), 100, sort_key=_number_order, drop_order=2)
    return (
        TableColumn(
            _("What is missing, and what that means"),
            attrgetter("title"),
            260,
            stretch=5,
            is_strong=True,
            second_line=attrgetter("meaning"),
        ),
        *who_columns(name, number, hides_names=hides_names),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 96, drop_order=3),
    )


def _sentence(row: GapRow) -> str:
    return f"{row.title}. {row.meaning} {row.citizen}, {row.case_number}, {row.caseworker}"


def _name_order(row: GapRow) -> tuple[str, str]:
    return danish_order(row.citizen)


def _number_order(row: GapRow) -> str:
    return number_order(row.case_number)
