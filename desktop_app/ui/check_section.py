"""Kontrol: the uses drawn from the log in a list, the one that is looked at beside it, and the check of the file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.check_presenter import CheckField
from desktop_app.presenters.check_texts import CheckRow
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.check_pane import CheckPane
from desktop_app.ui.date_field import DateField
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.settings_sections import Section
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes

_PANE_WIDTH, _LEAST_LIST, _SIZE_WIDTH = 400, 380, 90


class CheckSection(Section):
    """Shows what `presenters.check_presenter.CheckView` and `presenters.verification_presenter` say.

    `draw_wanted` carries both days, None where none was written, and the size as it was typed.
    """

    draw_wanted = Signal(object, object, str)
    print_wanted = Signal()
    verify_wanted = Signal()
    use_chosen = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._first = DateField(today, looks_back=True, is_slim=True)
        self._last = DateField(today, looks_back=True, is_slim=True)
        self._size = LineEdit()
        self.form = Form()
        fields = FlowRow(
            self.form.add(CheckField.FIRST, FieldRow(_("From"), self._first)),
            self.form.add(CheckField.LAST, FieldRow(_("To"), self._last)),
            self.form.add(CheckField.SIZE, FieldRow(_("How many"), self._size, width=_SIZE_WIDTH)),
            across=24,
        )
        self._draw = Button(_("Draw a spot check"), ButtonKind.PRIMARY)
        self._print = Button(_("Print the spot check …"), icon="print")
        self._verify = Button(_("Check the file"), icon="refresh")
        self._standing = Label("", TextRole.META, wraps=True)
        self._verified = {
            True: Alert(AlertKind.SUCCESS, "", is_slim=False),
            False: Alert(AlertKind.ERROR, "", is_slim=False),
        }
        for widget in (self._standing, *self._verified.values()):
            widget.hide()
        self._table = RowsTable(_("Uses drawn"), RowsTableModel(_columns(), attrgetter("id")))
        self._empty = EmptyState("search", _nothing_yet(), _what_to_do())
        self._content = QStackedWidget()
        self._content.addWidget(self._empty)
        self._content.addWidget(self._table)
        self._summary = Label("", TextRole.META, wraps=True)
        self._pane = CheckPane()

        left, head = QWidget(), QWidget()
        list_column = Column(self._summary, Gap(6), margins=(24, 0, 24, 8))
        list_column.add(self._content, stretch=1)
        left.setLayout(list_column)
        column = Column(self._failure_place, self.form.summary, fields, Gap(8), margins=(24, 8, 24, 0))
        column.add(FlowRow(self._draw, self._print, self._verify), Gap(4), self._standing, *self._verified.values())
        column.add(Gap(8))
        head.setLayout(column)
        self._panes = TwoPanes(
            left, self._pane, head=head, side_width=_PANE_WIDTH, least_main=_LEAST_LIST, stays_beside=True
        )
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)

        self._draw.clicked.connect(self._want_draw)
        self._size.returnPressed.connect(self._want_draw)
        self._print.clicked.connect(self.print_wanted)
        self._verify.clicked.connect(self.verify_wanted)
        self._table.row_selected.connect(self.use_chosen)
        self._table.row_activated.connect(self._open_pane)
        self._panes.cover_changed.connect(self._offer_closing)
        self._panes.close_wanted.connect(self.close_use)
        self._pane.closed.connect(self.close_use)
        self._offer_closing(self._panes.covers())
        self._print.setEnabled(False)

    def hasHeightForWidth(self) -> bool:
        """Whatever the width, no more height is needed than a list has at least: it scrolls by itself."""
        return False

    @property
    def pane(self) -> CheckPane:
        """The use that is looked at."""
        return self._pane

    def show_asked(self, first: date, last: date, size: str) -> None:
        """Propose a period and a size."""
        self._first.set_day(first)
        self._last.set_day(last)
        self._size.setText(size)

    def show_problems(self, problems: Mapping[CheckField, str]) -> None:
        """Say at each field what is wrong."""
        self.form.show_problems({field: text for field, text in problems.items() if text})

    def show_check(self, summary: str, rows: Sequence[CheckRow]) -> None:
        """List the uses that were drawn."""
        self._summary.setText(summary)
        self._summary.setVisible(bool(rows))
        self._empty.show_message(summary or _nothing_yet(), _what_to_do())
        self._table.set_rows(rows)
        self._content.setCurrentWidget(self._table if rows else self._empty)
        self._print.setEnabled(bool(rows))
        if summary:
            announce(self._table, summary)

    def show_use(self, row: CheckRow | None) -> None:
        """Show a use in full, or none."""
        self._pane.show_use(row)
        if row is not None:
            self._table.select(row.id)

    def show_drawing(self, text: str) -> None:
        """Say how far the draw has come; an empty text says that it has ended."""
        self._standing.setText(text)
        self._standing.setVisible(bool(text))
        self._draw.setEnabled(not text)
        self._verify.setEnabled(not text)

    def show_verifying(self, text: str) -> None:
        """Say how far the check of the file has come; an empty text says that it has ended."""
        self.show_drawing(text)
        for alert in self._verified.values():
            alert.hide()

    def show_verified(self, title: str, lines: Sequence[str], *, is_sound: bool) -> None:
        """Say what was checked and found."""
        alert = self._verified[is_sound]
        alert.show_message(title, " ".join(lines))
        alert.show()
        announce(self._verify, title)

    def close_use(self) -> None:
        """Put the use away where it covers the list, and go back to it."""
        self._panes.set_open(is_open=False)
        self._table.setFocus()

    def _want_draw(self) -> None:
        self.draw_wanted.emit(self._first.day(), self._last.day(), self._size.text())

    def _open_pane(self) -> None:
        self._panes.set_open(is_open=True)
        self._pane.take_keyboard()

    def _offer_closing(self, covers: bool) -> None:  # noqa: FBT001 - a slot of cover_changed
        self._pane.offer_closing(is_offered=covers)


def _nothing_yet() -> str:
    return _("Nothing is drawn yet")


def _what_to_do() -> str:
    return _("Choose a period and how many uses to look at. The draw is by chance, and stands in the log.")


def _columns() -> tuple[TableColumn[CheckRow], ...]:
    return (
        TableColumn(_("What"), attrgetter("what"), 220, stretch=2, is_strong=True, second_line=attrgetter("why")),
        TableColumn(_("Who"), attrgetter("who"), 130, stretch=1, second_line=attrgetter("when")),
        TableColumn(_("Case"), attrgetter("case"), 100, drop_order=2),
        TableColumn(_("Checked"), attrgetter("verdict"), 150, drop_order=1, badge=_badge),
    )


def _badge(row: CheckRow) -> Status | None:
    if not row.verdict:
        return None
    return Status.SOON if row.is_open else Status.DONE
