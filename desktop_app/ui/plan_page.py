"""The plan editor: what is missing to the left, the form in the middle, the paper to the right."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.application.drawing_ports import PageImage
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_texts import FOLLOW_UPS, CheckLine, WarningLine
from desktop_app.presenters.plan_view import PlanHead
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.claimed_key import ClaimedKey
from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.layouts import Column
from desktop_app.ui.plan_check_pane import PlanCheckPane
from desktop_app.ui.plan_form_pane import PlanFormPane
from desktop_app.ui.plan_head_bar import PlanHeadBar
from desktop_app.ui.plan_locked_pane import PlanLockedPane
from desktop_app.ui.plan_panes import FORM, PlanPanes
from desktop_app.ui.preview import PagePicture, PagePreview
from desktop_app.ui.surfaces import Line

_PAUSE_MS = 1_000
_PRINT = "Ctrl+P"


class PlanPage(QWidget):
    """Shows one version. `typed` carries the form and the field that was written in, empty for rows as such.

    `paused` tells that nobody has written for a second; `edited` of every edit by a person. The others ask for what
    their names say.
    """

    typed = Signal(object, str)
    edited = Signal()
    paused = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    back_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    differences_wanted = Signal()
    earlier_wanted = Signal()
    follow_ups_wanted = Signal()
    ready_wanted = Signal()
    signing_wanted = Signal()
    reopen_wanted = Signal()
    scan_wanted = Signal()
    discard_wanted = Signal()
    page_wanted = Signal(int)
    width_wanted = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._head = PlanHeadBar()
        self._remark = Alert(AlertKind.WARNING, "")
        self._remark.hide()
        self._others = Alert(AlertKind.INFORMATION, "")
        self._others.hide()
        self._checks = PlanCheckPane()
        self._form = PlanFormPane(today)
        self._locked = PlanLockedPane()
        self._middle = QStackedWidget()
        self._middle.addWidget(self._form)
        self._middle.addWidget(self._locked)
        self._paper = PagePreview(_("The plan as it would be printed"))
        self._panes = PlanPanes(self._checks, self._middle, self._paper)
        whole = Column(self._head, Line(), self._others, self._remark)
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self._connect()

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._head, self._panes.bar, self._checks, self._middle, self._paper)

    @property
    def pixels_wanted(self) -> int:
        """How many pixels wide a page of the paper is drawn crisp now."""
        return self._paper.pixels_wanted()

    def focus_first(self) -> None:
        """Bring the keyboard to where one writes first."""
        if self._middle.currentWidget() is self._form:
            self._form.focus_first()
        else:
            self._head.focus_next_step()

    def go_to(self, place: FieldPlace) -> None:
        """Bring the keyboard to a field of the form, or ask for where it is mended outside the form."""
        if place == FOLLOW_UPS:
            self.follow_ups_wanted.emit()
            return
        self._panes.bring_up(FORM)
        self._form.go_to(place)

    def show_head(self, head: PlanHead) -> None:
        """Show which version of whose plan it is."""
        self._head.show_head(head)
        self._locked.show_state(head.state)
        self._form.offer_earlier(has_earlier=head.has_earlier)

    def show_form(self, form: PlanForm, *, is_locked: bool) -> None:
        """Write every field anew, or say why there are none."""
        self._form.write(form)
        self._middle.setCurrentWidget(self._locked if is_locked else self._form)

    def show_beside(
        self, summary: str, checks: Sequence[CheckLine], warnings: Sequence[WarningLine], hours: str
    ) -> None:
        """Show what is in place and what does not add up."""
        self._checks.show_lines(summary, checks, warnings)
        self._form.show_warnings(warnings, hours)

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong."""
        if problems:
            self._panes.bring_up(FORM)
        self._form.show_problems(problems)

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say what is missing before the plan can be signed."""
        self._panes.bring_up(FORM)
        self._form.show_missing(missing)

    def show_remark(self, text: str) -> None:
        """Say something about the version as a whole."""
        self._remark.show_message(text)
        self._remark.setVisible(bool(text))

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft of the version lies there."""
        self._others.show_message(text)
        self._others.setVisible(bool(text))

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        """Show a page of the paper."""
        self._paper.show_page(PagePicture(*image), number, count)

    def show_freshness(self, sentence: str, *, is_stale: bool) -> None:
        """Say how old the paper is; one that is out of date is drawn anew when nobody has written for a second."""
        self._paper.set_updated(sentence, is_stale=is_stale)
        if is_stale:
            self._pause.start()
        else:
            self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the next step on Ctrl+Enter, and leave the form on Esc."""
        if is_form_enter(event):
            self._head.press_next_step()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        head = self._head
        head.back_wanted.connect(self.back_wanted)
        head.save_wanted.connect(self.save_wanted)
        head.print_wanted.connect(self.print_wanted)
        ClaimedKey(self, _PRINT).pressed.connect(self.print_wanted)
        head.differences_wanted.connect(self.differences_wanted)
        head.ready_wanted.connect(self.ready_wanted)
        head.signing_wanted.connect(self.signing_wanted)
        self._checks.place_wanted.connect(self.go_to)
        self._form.edited.connect(self._tell)
        self._form.undo_wanted.connect(self._undo)
        self._form.redo_wanted.connect(self._redo)
        self._form.discard_wanted.connect(self.discard_wanted)
        self._form.earlier_wanted.connect(self.earlier_wanted)
        self._locked.reopen_wanted.connect(self.reopen_wanted)
        self._locked.scan_wanted.connect(self.scan_wanted)
        self._paper.page_wanted.connect(self.page_wanted)
        self._paper.width_wanted.connect(self.width_wanted)

    def _tell(self, field: str) -> None:
        self.typed.emit(self._form.form(), field)
        self.edited.emit()

    def _undo(self) -> None:
        self.undo_wanted.emit()
        self.edited.emit()

    def _redo(self) -> None:
        self.redo_wanted.emit()
        self.edited.emit()
