"""Opfølgning: the form with the contract's goals beside it, or below it where there is no room."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.presenters.follow_up_form import TypedFollowUp
from desktop_app.presenters.follow_up_page import FollowUpPage as PageContent
from desktop_app.presenters.follow_up_port import FollowUpRemarks
from desktop_app.presenters.follow_up_reading import PROGRESS, Problem
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.follow_up_fields import FollowUpFields
from desktop_app.ui.follow_up_goals import FollowUpGoals
from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.labels import FlowLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_LEAST_BESIDE, _GOALS_WIDTH, _FIELDS_WIDTH = 900, 352, 760
_ANY_WIDTH = (1 << 24) - 1
"""Qt's own largest width of a widget."""
_ALL_OF_IT = 1000
"""So much more than the empty room's 1 that the fields are given all of their greatest width first."""


class FollowUpPage(QWidget):
    """Shows the form and tells what was typed; decides nothing.

    `finish_wanted` asks to save it, `left` to leave it as a draft, `discard_wanted` to let the draft go.
    """

    edited = Signal()
    finish_wanted = Signal()
    left = Signal()
    discard_wanted = Signal()
    case_wanted = Signal()
    contract_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._back = Link("", icon="arrow-back")
        self._title = FlowLabel("", TextRole.TITLE)
        self._badge = Badge(Status.NEUTRAL, "")
        self._deadline = Label("", TextRole.META)
        self._leave = Button(_("Save and close"))
        # With large text the head keeps title, badge and one act; the rest scrolls with the form.
        self._deadline_below = Label("", TextRole.META, wraps=True)
        self._leave_below = Button(_("Save and close"))
        self._finish = Button(_("Finish the follow-up"), ButtonKind.PRIMARY)
        self._discard = Link(_("Discard the draft"))
        self._fields = FollowUpFields(today)
        self._goals = FollowUpGoals()

        head = Column(FlowRow(self._back, STRETCH), Gap(2))
        head.add(FlowRow(self._title, self._badge, self._deadline, STRETCH, self._leave, self._finish, across=12))
        head.set_margins((24, 16, 24, 12))
        locks = _("The note is locked 24 hours after you have finished it. After that you can add a correction.")
        foot = Row(spacing=16)
        foot.add(Label(locks, TextRole.META, wraps=True), stretch=1)
        foot.add_aligned(self._discard, Qt.AlignmentFlag.AlignTop)
        self._narrow = QWidget()
        self._narrow.setLayout(
            Column(
                self._deadline_below, Gap(6), self._fields, Gap(16), foot, Gap(8), FlowRow(self._leave_below), STRETCH
            )
        )
        left = QWidget()
        line = Row(margins=(24, 8, 32, 12))
        line.add(self._narrow, stretch=_ALL_OF_IT)
        line.addStretch(1)
        left.setLayout(line)
        self._side = Panel(Column(self._goals, margins=(24, 16, 24, 16)), Token.WINDOW, edges=Qt.Edge.LeftEdge)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(left, 1)
        self._box.addWidget(self._side)
        self._area = ScrollArea(self._box)
        whole = Column()
        whole.addLayout(head)
        whole.add(Line())
        whole.add(self._area, stretch=1)
        self.setLayout(whole)

        self._fields.edited.connect(self.edited)
        self._goals.edited.connect(self.edited)
        self._goals.contract_wanted.connect(self.contract_wanted)
        self._back.clicked.connect(self.case_wanted)
        self._leave.clicked.connect(self.left)
        self._leave_below.clicked.connect(self.left)
        self._finish.clicked.connect(self.finish_wanted)
        self._discard.clicked.connect(self.discard_wanted)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._fields, self._goals, self._back)

    def show_page(self, page: PageContent) -> None:
        """Show whom it is with and which goals it is about, with nothing typed yet."""
        self._back.setText(page.citizen)
        self._back.setAccessibleName(_("Back to the case of {name}").format(name=page.citizen))
        self._title.setText(page.title)
        self._badge.show_status(STATUS_OF[page.badge_kind], page.badge)
        self._badge.setVisible(bool(page.badge))
        self._deadline.setText(page.deadline)
        self._deadline_below.setText(page.deadline)
        self._finish.setText(_("Save the change") if page.is_change else _("Finish the follow-up"))
        self._fields.offer_interpreters(page.interpreters)
        self._goals.show_page(page)
        self._area.verticalScrollBar().setValue(0)

    def show_typed(self, typed: TypedFollowUp) -> None:
        """Fill in the fields; that is no edit."""
        self._fields.show_typed(typed)
        self._goals.show_progress(typed.progress)
        self._show_goals(typed)

    def typed(self) -> TypedFollowUp:
        """Return what stands in the fields now."""
        return replace(self._fields.typed(), progress=self._goals.progress())

    def show_remarks(self, remarks: FollowUpRemarks) -> None:
        """Show what follows from what is typed."""
        self._fields.show_next(remarks.next_help, remarks.proposed)
        self._fields.show_remarks(remarks.remarks)
        self._goals.show_remark(remarks.remarks.get(PROGRESS, ""))
        self._show_goals(self.typed())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what must be mended first, each at its field."""
        self._fields.form.show_problems({problem.field: problem.text for problem in problems})

    def focus_first(self) -> None:
        """Bring the keyboard to the first field."""
        self._fields.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Ctrl+Enter, wherever the keyboard is."""
        if is_form_enter(event):
            self.finish_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the goals beside the form, or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _show_goals(self, typed: TypedFollowUp) -> None:
        """Goals are told of only in a talk that was held."""
        self._side.setVisible(not typed.attempted_only)

    def _arrange(self) -> None:
        theme = current_theme()
        stacked = self.width() < theme.e(_LEAST_BESIDE)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._narrow.setMaximumWidth(theme.e(_FIELDS_WIDTH))
        for widget, is_below in (
            (self._deadline, False),
            (self._leave, False),
            (self._deadline_below, True),
            (self._leave_below, True),
        ):
            widget.setVisible(theme.has_large_text is is_below)
        self._side.setMinimumWidth(0)
        if stacked:
            self._side.setMaximumWidth(_ANY_WIDTH)
        else:
            self._side.setFixedWidth(theme.e(_GOALS_WIDTH))
