"""Regler og frister: the rules in a list, found as one types, and beside it every version of the one that is chosen."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.rule_shown import ShownRule
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.date_field import DateField
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.may import May
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.rule_pane import RulePane
from desktop_app.ui.settings_sections import Section
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes

_LEAST_SEARCH, _SEARCH_WIDTH, _PANE_WIDTH, _LEAST_LIST = 220, 320, 520, 380


class RulesSection(Section):
    """Shows the rules and tells what was typed and chosen (`presenters.rules_presenter.RulesView`)."""

    search_changed = Signal(str)
    day_chosen = Signal(object)
    rule_chosen = Signal(str)

    def __init__(self, today: Callable[[], date], may: May) -> None:
        super().__init__()
        self._notice = Alert(AlertKind.WARNING, "", is_slim=True)
        self._notice.hide()
        self._search, self._day = LineEdit(), DateField(today, looks_back=True, is_slim=True)
        self._search.setClearButtonEnabled(True)
        self._summary = Label("", TextRole.META)
        self._table = RowsTable(_("Rules"), RowsTableModel(_columns(), attrgetter("id")))
        self._empty = EmptyState("search", "", "")
        self._content = QStackedWidget()
        self._content.addWidget(self._table)
        self._content.addWidget(self._empty)
        self._pane = RulePane(may)
        left = QWidget()
        list_column = Column(self._summary, Gap(6), margins=(24, 0, 24, 8))
        list_column.add(self._content, stretch=1)
        left.setLayout(list_column)
        head = QWidget()
        fields = FlowRow(
            FieldRow(_("Search"), self._search, help_text=_("Deadline, group, act or year"), width=_SEARCH_WIDTH),
            FieldRow(_("Show the rules on a day"), self._day, help_text=_("Empty: today")),
            across=32,
        )
        head.setLayout(Column(self._failure_place, self._notice, Gap(12), fields, Gap(12), margins=(24, 8, 24, 0)))
        self._panes = TwoPanes(
            left, self._pane, head=head, side_width=_PANE_WIDTH, least_main=_LEAST_LIST, stays_beside=True
        )
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)

        # Keys that were typed meanwhile come first, as in the list of cases.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._tell_search)
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._go_to_table)
        self._day.day_changed.connect(self.day_chosen)
        self._table.row_selected.connect(self.rule_chosen)
        self._table.row_activated.connect(self._open_pane)
        self._panes.cover_changed.connect(self._offer_closing)
        self._panes.close_wanted.connect(self.close_rule)
        self._pane.closed.connect(self.close_rule)
        self._offer_closing(self._panes.covers())
        current_theme().changed.connect(self._fit)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Whatever the width, no more height is needed than a list has at least: it scrolls by itself."""
        return False

    @property
    def pane(self) -> RulePane:
        """The versions of the rule that is chosen."""
        return self._pane

    def show_rules(self, rules: Sequence[ShownRule], summary: str) -> None:
        """List these rules, and say how many they are."""
        rows: list[ShownRule | GroupRow] = []
        for title, of_group in (
            (_("Deadlines"), [rule for rule in rules if rule.is_duty]),
            (_("Other rules"), [rule for rule in rules if not rule.is_duty]),
        ):
            if of_group:
                rows += [GroupRow(title, str(len(of_group))), *of_group]
        self._summary.setText(summary)
        self._content.setCurrentWidget(self._table)
        self._table.set_rows(rows)
        announce(self._search, summary)

    def show_rule(self, rule: ShownRule | None, mark: str) -> None:
        """Show the versions of a rule, or of none; `mark` says of those in force that they are."""
        self._pane.show_rule(rule, mark)
        if rule is not None:
            self._table.select(rule.id)

    def show_empty(self, title: str, text: str) -> None:
        """Say that no rule was found."""
        self._summary.setText("")
        self._empty.show_message(title, text)
        self._content.setCurrentWidget(self._empty)
        announce(self._search, title)

    def show_notice(self, sentence: str) -> None:
        """Say what is the matter with the rule files; an empty sentence says nothing."""
        self._notice.show_message(sentence)
        self._notice.setVisible(bool(sentence))

    def search_for(self, text: str) -> None:
        """Search as if it had been typed."""
        self._search.setText(text)
        self._tell_search()

    def look_at(self, day: date | None) -> None:
        """Ask for a day as if it had been typed."""
        self._day.set_day(day)
        self.day_chosen.emit(day)

    def open_rule(self, rule_id: str) -> None:
        """Go to a rule in the list and open it."""
        self._table.select(rule_id)
        self._open_pane()

    def close_rule(self) -> None:
        """Put the versions away where they cover the list, and go back to it."""
        self._panes.set_open(is_open=False)
        self._table.setFocus()

    def _tell_search(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self._search.text())

    def _go_to_table(self) -> None:
        self._tell_search()
        if self._content.currentWidget() is self._table:
            self._table.setFocus()

    def _open_pane(self) -> None:
        self._panes.set_open(is_open=True)
        self._pane.take_keyboard()

    def _fit(self) -> None:
        self._search.setMinimumWidth(current_theme().e(_LEAST_SEARCH))

    def _offer_closing(self, covers: bool) -> None:  # noqa: FBT001 - a slot of cover_changed
        self._pane.offer_closing(is_offered=covers)


def _columns() -> tuple[TableColumn[ShownRule], ...]:
    return (
        TableColumn(
            _("Rule, and what it says on the day"),
            attrgetter("name"),
            240,
            stretch=1,
            is_strong=True,
            second_line=attrgetter("says"),
        ),
        TableColumn(_("Certainty"), attrgetter("doubt"), 150, badge=_doubt_status),
    )


def _doubt_status(rule: ShownRule) -> Status | None:
    return Status.SOON if rule.doubt else None
