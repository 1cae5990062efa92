"""Opfølgning over all cases: who comes next, and the journal of what was held."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.coming_follow_ups import ComingGroup, ComingRow
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.follow_ups_presenter import JournalRow
from desktop_app.translation import _, _p
from desktop_app.ui.accessibility import announce
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn, who_columns
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

COMING, JOURNAL = "coming", "journal"
MINE, TEAM = "mine", "team"
SEARCH_PAUSE_MS = 40


class FollowUpsPage(QWidget):
    """Shows one of two lists and tells what was chosen; decides nothing. Rows are told by their id."""

    journal_chosen = Signal(bool)
    only_mine_chosen = Signal(bool)
    search_changed = Signal(str)
    filters_reset = Signal()
    case_wanted = Signal(str)
    follow_up_wanted = Signal(str)

    def __init__(self, may: May, *, hides_names: bool) -> None:
        super().__init__()
        self._may = may
        self._summary = Label("", TextRole.META)
        self._new = Button(_("New follow-up"), ButtonKind.PRIMARY, icon="plus")
        self._which = Segment(_("List"), ((COMING, _("Coming")), (JOURNAL, _("Journal"))))
        self._whose = Segment(_("Whose cases"), ((MINE, _("My cases")), (TEAM, _("The whole team"))))
        self._search = LineEdit()
        self._search.setClearButtonEnabled(True)
        coming, journal = _coming_columns(hides_names=hides_names), _journal_columns(hides_names=hides_names)
        self._coming = RowsTable(_("Coming follow-ups"), RowsTableModel(coming, attrgetter("id")))
        self._journal = RowsTable(_("Journal of follow-ups"), RowsTableModel(journal, attrgetter("id")))
        self._reset = Button(_("Reset the filter"))
        self._empty = EmptyState("forum", "", "", (self._reset,))
        self._content = QStackedWidget()
        # Where there is little height the message scrolls, as the lists do by themselves.
        self._empty_place = ScrollArea(Column(self._empty))
        for widget in (self._coming, self._journal, self._empty_place):
            self._content.addWidget(widget)

        field = FieldRow(_("Search"), self._search, width=440)
        title = Label(_("Follow-up"), TextRole.TITLE)
        column = Column(FlowRow(title, self._summary, STRETCH, self._new, across=12), Gap(12))
        column.add(FlowRow(self._which, STRETCH, self._whose), Gap(12), field, Gap(12))
        column.add(self._content, stretch=1)
        column.set_margins((24, 20, 24, 8))
        self.setLayout(column)

        # A pause shorter than the next key keeps a fast typist from waiting for lists nobody looks at.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._tell_search)
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self.focus_table)
        self._which.chosen.connect(self._choose_which)
        self._whose.chosen.connect(self._choose_whose)
        self._reset.clicked.connect(self._reset_filters)
        self._new.clicked.connect(self.want_follow_up)
        self._coming.row_activated.connect(self.case_wanted)
        self._journal.row_activated.connect(self.case_wanted)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._search, self._coming, self._journal)

    def show_choice(self, *, shows_journal: bool, only_mine: bool) -> None:
        """Show which of the two lists is shown, and whose cases."""
        self._which.choose(JOURNAL if shows_journal else COMING)
        self._whose.choose(MINE if only_mine else TEAM)

    def show_coming(self, groups: Sequence[ComingGroup], summary: str) -> None:
        """Show who is to be followed up, under headings."""
        rows: list[ComingRow | GroupRow] = []
        for group in groups:
            rows.append(GroupRow(group.title, str(len(group.rows))))
            rows.extend(group.rows)
        self._coming.set_rows(rows)
        self._show(self._coming, summary)

    def show_journal(self, rows: Sequence[JournalRow], summary: str) -> None:
        """Show what was held, the latest first."""
        self._journal.set_rows(rows)
        self._show(self._journal, summary)

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing to list, and what to do about it."""
        self._empty.show_message(title, text)
        self._reset.setVisible(bool(self._search.text().strip()) or self._whose.key() == MINE)
        self._show(self._empty_place, "")
        announce(self._search, title)

    def focus_table(self) -> None:
        """Bring the keyboard to the list, or to the search where nothing is listed."""
        for table in (self._coming, self._journal):
            if self._content.currentWidget() is table:
                table.setFocus()
                return
        self._search.setFocus()

    def want_follow_up(self) -> None:
        """Ask for a follow-up on the case of the row one is at."""
        table = self._content.currentWidget()
        row = table.selected_id() if isinstance(table, RowsTable) else ""
        if row:
            self.follow_up_wanted.emit(row)
        else:
            self.focus_table()

    def _show(self, widget: QWidget, summary: str) -> None:
        self._summary.setText(summary)
        self._new.setVisible(widget is not self._empty_place and self._may(RoleAct.WRITE_FOLLOW_UP))
        self._content.setCurrentWidget(widget)
        if summary and self._search.hasFocus():
            announce(self._search, summary)

    def _tell_search(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self._search.text())

    def _reset_filters(self) -> None:
        self._search.clear()
        self._pause.stop()
        self.filters_reset.emit()
        self.focus_table()

    def _choose_which(self, key: str) -> None:
        self.journal_chosen.emit(key == JOURNAL)

    def _choose_whose(self, key: str) -> None:
        self.only_mine_chosen.emit(key == MINE)


def _coming_columns(*, hides_names: bool) -> tuple[TableColumn[ComingRow], ...]:
    return (
        TableColumn(_("Next follow-up"), attrgetter("badge"), 200, badge=_status, sort_key=attrgetter("on")),
        *who_columns(
            TableColumn[ComingRow](
                _("Citizen"), attrgetter("citizen"), 160, stretch=2, is_strong=True, sort_key=_name_order
            ),
            TableColumn[ComingRow](_("Case no."), attrgetter("id"), 100, drop_order=2),
            hides_names=hides_names,
        ),
        TableColumn(_("At the latest"), attrgetter("due"), 110, sort_key=attrgetter("due_on"), drop_order=1),
        TableColumn(_("Meeting agreed"), attrgetter("planned"), 120, sort_key=attrgetter("planned_on"), drop_order=3),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 96, drop_order=4),
    )


def _journal_columns(*, hides_names: bool) -> tuple[TableColumn[JournalRow], ...]:
    who, *number = who_columns(
        TableColumn[JournalRow](
            _("Citizen"), attrgetter("citizen"), 160, stretch=2, is_strong=True, sort_key=_name_order
        ),
        TableColumn[JournalRow](_("Case no."), attrgetter("case_number"), 100, drop_order=1),
        hides_names=hides_names,
    )
    return (
        TableColumn(_("Date"), attrgetter("held"), 110, sort_key=attrgetter("held_on")),
        who,
        TableColumn(_p("of a talk", "Form"), attrgetter("form"), 190, stretch=1),
        *number,
        TableColumn(
            _("Next follow-up"), attrgetter("following"), 130, sort_key=attrgetter("following_on"), drop_order=2
        ),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 96, drop_order=3),
    )


def _status(row: ComingRow) -> Status:
    return STATUS_OF[row.badge_kind]


def _name_order(row: ComingRow | JournalRow) -> tuple[str, str]:
    return danish_order(row.citizen)
