"""The head of the plan editor: which version of whose plan, how long there is, and what comes next.

Where the text is large or the room is little, saving, printing and comparing stand as icons only.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.plan import PlanState
from desktop_app.presenters.plan_view import PlanHead
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.labels import FlowLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_ROOMY, _MARGIN = 720, 24


class PlanHeadBar(QWidget):
    """Only the next step of a version is filled: making a draft ready, registering the signatures of a ready one."""

    back_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    differences_wanted = Signal()
    ready_wanted = Signal()
    signing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._citizen = ""
        self._back = Link("", icon="arrow-back")
        self._back.setMinimumWidth(1)  # a long name is cut short
        self._title = FlowLabel("", TextRole.TITLE)
        self._badge = Badge(Status.NEUTRAL, "")
        self._due = Label("", TextRole.META)
        self._save, self._small_save = Button(_("Save the draft"), icon="save"), IconButton("save", _("Save the draft"))
        self._print, self._small_print = Button(_("Show print …"), icon="print"), IconButton("print", _("Show print …"))
        words = _("Show differences …")
        self._differences, self._small_differences = Button(words, icon="visibility"), IconButton("visibility", words)
        for button in (self._differences, self._small_differences):
            button.clicked.connect(self.differences_wanted)
        for save, show in ((self._save, self._print), (self._small_save, self._small_print)):
            save.setToolTip(_("{act} (Ctrl+S)").format(act=_("Save the draft")))
            show.setToolTip(_("{act} (Ctrl+P)").format(act=_("Show print …")))
            save.clicked.connect(self.save_wanted)
            show.clicked.connect(self.print_wanted)
        self._ready = Button(_("Ready to be signed …"), ButtonKind.PRIMARY)
        self._sign = Button(_("Register the signatures …"), ButtonKind.PRIMARY)
        for step in (self._ready, self._sign):
            step.setToolTip("Ctrl+Enter")
        title = FlowRow(self._title, self._badge, self._due, across=12)
        acts = FlowRow(self._save, self._small_save, self._print, self._small_print)
        acts.add(self._differences, self._small_differences, self._ready, self._sign)
        line = FlowRow(title, STRETCH, acts, across=16)
        self.setLayout(Column(self._back, Gap(4), line, margins=(_MARGIN, 12, _MARGIN, 12)))
        self._back.clicked.connect(self.back_wanted)
        self._ready.clicked.connect(self.ready_wanted)
        self._sign.clicked.connect(self.signing_wanted)
        self._is_locked = self._has_others = False
        current_theme().changed.connect(self._arrange)
        self._arrange()

    def focus_next_step(self) -> None:
        """Bring the keyboard to the next step, or to the way back where there is none."""
        (self._next_step() or self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def press_next_step(self) -> None:
        """Take the next step, if there is one."""
        if step := self._next_step():
            step.click()

    def show_head(self, head: PlanHead) -> None:
        """Show a version."""
        self._citizen = head.citizen
        self._back.setAccessibleName(_("Back to the case of {name}").format(name=head.citizen))
        self._title.setText(head.title)
        self._badge.show_status(STATUS_OF[head.badge_kind], head.badge)
        self._badge.setVisible(bool(head.badge))
        self._due.setText(head.due)
        self._ready.setVisible(head.state is PlanState.DRAFT)
        self._sign.setVisible(head.state is PlanState.READY)
        self._is_locked, self._has_others = head.is_locked, head.has_others
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _next_step(self) -> Button | None:
        return next((button for button in (self._ready, self._sign) if not button.isHidden()), None)

    def _arrange(self) -> None:
        theme = current_theme()
        is_small = theme.has_large_text or self.width() < theme.e(_ROOMY)
        self._name_citizen()
        self._due.setVisible(bool(self._due.text()) and not is_small)
        self._save.setVisible(not self._is_locked and not is_small)
        self._small_save.setVisible(not self._is_locked and is_small)
        self._print.setVisible(not is_small)
        self._small_print.setVisible(is_small)
        self._differences.setVisible(self._has_others and not is_small)
        self._small_differences.setVisible(self._has_others and is_small)

    def _name_citizen(self) -> None:
        self._back.setText(self._citizen)
        metrics = self._back.fontMetrics()
        around = self._back.sizeHint().width() - metrics.horizontalAdvance(self._citizen)
        room = self.width() - 2 * current_theme().e(_MARGIN) - around
        name = metrics.elidedText(self._citizen, Qt.TextElideMode.ElideRight, room)
        self._back.setText(name)
        self._back.setToolTip("" if name == self._citizen else self._citizen)
