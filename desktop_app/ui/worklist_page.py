"""I dag: what is urgent, grouped, with the reasons beside it."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.deadline_acts import carrying_out
from desktop_app.presenters.deadline_detail import DeadlineDetail
from desktop_app.presenters.key_words import keys_text
from desktop_app.presenters.worklist_filter import CountButton
from desktop_app.presenters.worklist_presenter import WorklistGroup, WorklistRow
from desktop_app.translation import _, _n
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.chosen_bar import ChosenBar
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.frame import GAPS_KEYS, LIST_OUT_KEYS, NEW_ARRIVAL_KEYS
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.keyboard_focus import order_stops
from desktop_app.ui.labels import FlowLabel
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn, who_columns
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes

MINE, TEAM = "mine", "team"
REASSIGN_KEYS = "F8"
DONE_KEYS = "Ctrl+Return"
_DONE = "done"
_DUTY_WIDTH, _NARROW_DUTY = 264, 190
_LOW, _LEAST_TABLE = 310, 68
"""The titles and a row: where text is large there is no room for more beside the head, and the list scrolls."""
_COUNT_ICONS = {
    BadgeKind.OVERDUE: ("error", Token.OVERDUE_MARK),
    BadgeKind.SOON: ("warning", Token.SOON_MARK),
    BadgeKind.MONTH: ("time", Token.MONTH_MARK),
}


class WorklistPage(QWidget):
    """Shows the worklist and tells what was pressed; decides nothing.

    `reassign_wanted` carries the ids of the rows whose cases are to get another caseworker, `place_wanted` a case
    number and what is to be done there (`Place`), `done_wanted` the id of the row that is to be marked as done.
    """

    count_pressed = Signal(str)
    only_mine_chosen = Signal(bool)
    duty_chosen = Signal(str)
    done_folded = Signal()
    row_chosen = Signal(str)
    case_wanted = Signal(str)
    filters_reset = Signal()
    arrival_wanted = Signal()
    list_out_wanted = Signal()
    gaps_wanted = Signal()
    reassign_wanted = Signal(list)
    place_wanted = Signal(str, object)
    done_wanted = Signal(str)

    def __init__(self, may: May, *, hides_names: bool) -> None:
        super().__init__()
        self._may = may
        self._heading = FlowLabel("", TextRole.TITLE)
        self._counts: dict[str, Button] = {}
        self._controls = FlowRow()
        self._whose = Segment(_("Whose tasks"), ((MINE, _("My tasks")), (TEAM, _("The whole team"))))
        self._whose.chosen.connect(self._choose_whose)
        self._duty = ComboBox()
        self._duty.setAccessibleName(_("Task type"))
        self._duties: list[tuple[str, str]] = []
        self._duty.edited.connect(self._choose_duty)
        model = RowsTableModel(_columns(hides_names=hides_names), attrgetter("id"))
        self._table = RowsTable(_("Tasks"), model, chooses_many=may(RoleAct.REASSIGN_CASES))
        reassign = Button(_("Change who is responsible …"))
        reassign.setToolTip(keys_text(REASSIGN_KEYS))
        reassign.clicked.connect(self.reassign_chosen)
        self._bar = ChosenBar([reassign])
        self._pane = DeadlinePane(may)
        self._gaps = Button(_("Gaps"), ButtonKind.QUIET, icon="list-check")
        self._gaps.setToolTip(GAPS_KEYS)
        self._gaps.clicked.connect(self.gaps_wanted)
        self._new = Button(_("New arrival"), ButtonKind.PRIMARY, icon="plus")
        self._new.setToolTip(NEW_ARRIVAL_KEYS)
        self._list_out = Button(_("Save or print the list …"), ButtonKind.QUIET, icon="download")
        self._list_out.setToolTip(LIST_OUT_KEYS)
        self._reset = Button(_("Reset the filter"))
        self._begin = Button(_("New arrival"), ButtonKind.PRIMARY, icon="plus")
        self._empty = EmptyState("calendar-month", "", "", (self._reset, self._begin))
        self._shown_row: WorklistRow | None = None
        self._listed: list[str] = []

        self._content = QStackedWidget()
        self._content.addWidget(self._table)
        self._empty_place = ScrollArea(Column(self._empty))  # with large text there is less room than it takes
        self._content.addWidget(self._empty_place)
        left = QWidget()
        column = Column(margins=(24, 0, 24, 8))
        column.add(self._content, stretch=1)
        column.add(self._bar)
        left.setLayout(column)
        self._title_place = QWidget()
        title = FlowRow(self._heading, STRETCH, self._gaps, self._list_out, self._new)
        self._title_place.setLayout(Column(title, Gap(12), margins=(0, 12, 0, 0)))
        self._controls_place = QWidget()
        self._controls_place.setLayout(Column(self._controls, Gap(12)))
        head = QWidget()
        head.setLayout(Column(self._title_place, self._controls_place, margins=(24, 8, 24, 0)))
        self._panes = TwoPanes(left, self._pane, head=head)
        self._connect()

    def _connect(self) -> None:
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._table.row_selected.connect(self._explain_while_open)
        self._table.row_activated.connect(self.row_chosen)
        self._table.rows_chosen.connect(self._show_chosen)
        self._table.fold_wanted.connect(self.done_folded)
        self._bar.let_go.connect(self._let_go)
        self._pane.closed.connect(self._close_pane)
        self._panes.close_wanted.connect(self._close_pane)
        self._pane.case_wanted.connect(self._want_case)
        self._reset.clicked.connect(self.filters_reset)
        self._list_out.clicked.connect(self.list_out_wanted)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()
        for button in (self._new, self._begin):
            button.clicked.connect(self.arrival_wanted)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._table, self._pane)

    def show_heading(self, title: str, counts: Sequence[CountButton], *, only_mine: bool) -> None:
        """Show the day, the counts, and whose tasks are listed."""
        self._heading.setText(title)
        self._whose.choose(MINE if only_mine else TEAM)
        if not self._counts:
            self._add_controls(counts)
        for count in counts:
            button = self._counts[count.key]
            button.setText(count.text)
            button.setAccessibleName(count.text)
            button.setChecked(count.pressed)

    def show_duties(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show the duties one can choose among."""
        if self._duties != choices:
            self._duties = list(choices)
            self._duty.set_options(choices)
        self._duty.choose(chosen)
        self._duty.setToolTip(self._duty.currentText())

    def show_groups(self, groups: Sequence[WorklistGroup]) -> None:
        """Show the rows under their headings, those of a folded one not."""
        rows: list[WorklistRow | GroupRow] = []
        for group in groups:
            folds = "" if group.is_folded is None else _DONE
            rows.append(GroupRow(group.title, str(len(group.rows)), folds, bool(group.is_folded)))
            if not group.is_folded:
                rows.extend(group.rows)
        self._listed = [row.id for row in rows if not isinstance(row, GroupRow)]
        self._content.setCurrentWidget(self._table)
        self._offer_arrival()
        self._table.set_rows(rows)

    def show_detail(self, detail: DeadlineDetail | None, row: WorklistRow | None) -> None:
        """Show why the chosen deadline is what it is, or put the pane away."""
        shown, self._shown_row = self._shown_row, row
        if detail is None or row is None:
            self._panes.set_open(is_open=False)
            return
        about = _("· case {number} · {caseworker}").format(number=row.case_number, caseworker=row.caseworker or "–")
        self._pane.explain(detail, row.citizen, about)
        if shown is None or (shown.id, shown.places) != (row.id, row.places):
            self._pane.show_acts(self._acts(row))  # otherwise the keyboard stays at the act it is at
        self._panes.set_open(is_open=True)

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        """Show that there is nothing to do and what to do about it; without cases, how to begin."""
        self._begin.setHidden(has_cases or not self._may(RoleAct.RECORD_ARRIVAL))
        self._empty.show_message(title, text)
        is_counted = any(button.isChecked() for button in self._counts.values())
        self._reset.setVisible(is_counted or self._whose.key() == MINE or bool(self._duty.key()))
        self._table.set_rows(())
        self._content.setCurrentWidget(self._empty_place)
        self._offer_arrival()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the tasks."""
        super().resizeEvent(event)
        self._make_room()

    def focus_table(self) -> None:
        """Bring the keyboard to the tasks, or to what there is to do where there are none."""
        for stop in (self._begin, self._reset):
            if self._content.currentWidget() is self._empty_place and not stop.isHidden():
                stop.setFocus()
                return
        self._table.setFocus()

    def go_to_first(self) -> None:
        """Go to the first task."""
        self._go_to(self._listed[:1])

    def go_to_last(self) -> None:
        """Go to the last task."""
        self._go_to(self._listed[-1:])

    def choose_first(self, count: int) -> None:
        """Choose so many tasks from the first on."""
        self.go_to_first()
        self._table.choose(self._listed[:count])

    def explain_first(self) -> None:
        """Go to the first task and explain it."""
        self.go_to_first()
        self.row_chosen.emit("".join(self._listed[:1]))

    def reassign_chosen(self) -> None:
        """Ask for another caseworker for the cases of the rows that are chosen."""
        if ids := self._table.chosen_ids():
            self.reassign_wanted.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the task one is at as done on Ctrl+Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and has_control and self._may(RoleAct.CHANGE_CASE):
            self.done_wanted.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def current_id(self) -> str:
        """Return the id of the row one is at."""
        return self._table.selected_id()

    def _acts(self, row: WorklistRow) -> list[QWidget]:
        """Return what one can do about the deadline in the pane, first what fulfils it."""
        acts: list[QWidget] = []
        if self._may(RoleAct.REASSIGN_CASES):
            reassign = Button(_("Change who is responsible …"))
            reassign.setToolTip(keys_text(REASSIGN_KEYS))
            reassign.clicked.connect(self._reassign_shown)
            acts.append(reassign)
        for place in row.places:
            if not self._may(place.needs):
                continue
            act: Button | PlaceLink = PlaceLink(place, row.duty)
            if place == carrying_out(row.deadline):
                act = Button(place.link)
                if self._may(RoleAct.CHANGE_CASE):
                    act.setToolTip(keys_text(DONE_KEYS))
                act.setProperty("place", place)
                acts.insert(0, act)
            else:
                acts.append(act)
            act.clicked.connect(self._want_place)
        return acts

    def _want_place(self) -> None:
        act = self.sender()
        place = act.place if isinstance(act, PlaceLink) else act.property("place")
        if self._shown_row:
            self.place_wanted.emit(self._shown_row.case_number, place)

    def _reassign_shown(self) -> None:
        if self._shown_row:
            self.reassign_wanted.emit([self._shown_row.id])

    def _show_chosen(self, ids: Sequence[str]) -> None:
        count = len(ids)
        text = _n("{n} task chosen", "{n} tasks chosen", count).format(n=count) if count > 1 else ""
        self._bar.show_chosen(text, self._table)
        self._make_room()

    def _go_to(self, row_ids: Sequence[str]) -> None:
        self._table.setFocus()
        for row_id in row_ids:
            self._table.select(row_id)

    def _let_go(self) -> None:
        self._table.setFocus()
        self._table.choose_only_current()

    def _apply_theme(self) -> None:
        self._table.setMinimumHeight(current_theme().e(_LEAST_TABLE))
        self._offer_arrival()
        self._make_room()

    def _make_room(self) -> None:
        """With large text let the filter give way while several tasks are chosen, and the title where it is low."""
        theme = current_theme()
        is_choosing = theme.has_large_text and not self._bar.isHidden()
        is_low = theme.has_large_text and self.height() < theme.e(_LOW)
        self._controls_place.setHidden(is_choosing)
        self._title_place.setHidden(is_low)
        self._duty.setMaximumWidth(theme.e(_NARROW_DUTY if is_low else _DUTY_WIDTH))

    def _offer_arrival(self) -> None:
        """Offer it once, and not where large text needs the room for the tasks: Modtagelser and Ctrl+Shift+N do too.

        The same holds for taking the list out, which Ctrl+K offers.
        """
        is_offered_below = self._content.currentWidget() is self._empty_place and not self._begin.isHidden()
        for button, act in ((self._list_out, RoleAct.TAKE_LIST_OUT), (self._new, RoleAct.RECORD_ARRIVAL)):
            button.setHidden(is_offered_below or current_theme().has_large_text or not self._may(act))

    def _add_controls(self, counts: Sequence[CountButton]) -> None:
        for count in counts:
            icon, token = _COUNT_ICONS[count.badge_kind]
            button = self._counts[count.key] = Button(count.text, ButtonKind.FILTER, icon=icon, icon_token=token)
            button.setProperty("count", count.key)
            button.clicked.connect(self._press_count)
        self._controls.add(*self._counts.values(), STRETCH, self._duty, self._whose)
        head = (self._gaps, self._list_out, self._new, *self._counts.values(), self._duty, self._whose)
        order_stops(*head, self._table, self._bar, self._empty, self._pane)

    def _press_count(self) -> None:
        button = self.sender()
        self.count_pressed.emit(str(button.property("count")))

    def _choose_whose(self, key: str) -> None:
        self.only_mine_chosen.emit(key == MINE)

    def _choose_duty(self) -> None:
        self.duty_chosen.emit(self._duty.key())

    def _explain_while_open(self, row_id: str) -> None:
        if self._panes.is_open() and row_id:
            self.row_chosen.emit(row_id)

    def _close_pane(self) -> None:
        self.row_chosen.emit("")
        self._table.setFocus()

    def _want_case(self) -> None:
        if self._shown_row:
            self.case_wanted.emit(self._shown_row.case_number)


def _columns(*, hides_names: bool) -> tuple[TableColumn[WorklistRow], ...]:
    day = attrgetter("due_on")
    return (
        TableColumn(_("Deadline"), attrgetter("badge"), 190, stretch=1, badge=_status, sort_key=day),
        TableColumn(_("Task"), attrgetter("duty"), 180, stretch=4),
        *who_columns(
            TableColumn[WorklistRow](_("Citizen"), attrgetter("citizen"), 140, stretch=2, is_strong=True),
            TableColumn[WorklistRow](_("Case no."), attrgetter("case_number"), 100, drop_order=2),
            hides_names=hides_names,
        ),
        TableColumn(_("At the latest"), attrgetter("due"), 110, sort_key=day, drop_order=1),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 96, drop_order=3),
    )


def _status(row: WorklistRow) -> Status:
    return STATUS_OF[row.badge_kind]
