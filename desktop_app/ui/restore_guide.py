"""The guide that fetches a backup back: the steps at the left, one of them in the middle, the ways on under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.restore_presenter import BackupRow, RestoreField, RestorePresenter, RestoreStep
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.keyboard_focus import is_enter, is_form_enter
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.restore_steps import ChooseStep, OpenStep, ResultStep
from desktop_app.ui.step_list import StepList
from desktop_app.ui.surfaces import Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_LIST_WIDTH, _LIST_FROM, _TEXT_WIDTH = 296, 900, 720


class RestoreGuide(QWidget):
    """The screens of the guide (`presenters.restore_presenter.RestoreView`). `closed` tells that one went away."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choosing, self.opening, self.result = ChooseStep(), OpenStep(), ResultStep()
        self._steps: Mapping[RestoreStep, QWidget] = {
            RestoreStep.CHOOSE: self.choosing,
            RestoreStep.OPEN: self.opening,
            RestoreStep.DONE: self.result,
        }
        self._titles = {
            RestoreStep.CHOOSE: _("Choose a backup"),
            RestoreStep.OPEN: _("What will happen"),
            RestoreStep.DONE: _("The backup is fetched back"),
        }
        self._step = RestoreStep.CHOOSE
        self._list = StepList([_("Choose a backup"), _("What will happen"), _("Result")])
        self._number = Label("", tone=Token.MUTED)
        self._title = Label("", TextRole.CARD_TITLE, wraps=True)
        self._failure = Alert(AlertKind.ERROR, _("The backup was not fetched back"), "")
        self._failure_place = QWidget()
        self._failure_place.setLayout(Column(self._failure, Gap(20)))
        self._failure_place.hide()
        self._back = Button(_("Back"), icon="chevron-left")
        self._cancel = Button(_("Cancel"))
        self._next = Button("", ButtonKind.PRIMARY, trailing_icon="chevron-right")
        self._arrange()

    def listen(self, presenter: RestorePresenter) -> None:
        """Let a presenter hear what is pressed and typed."""
        self._presenter = presenter
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(presenter.back)
        self._cancel.clicked.connect(presenter.cancel)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(presenter.cancel)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(presenter.back)
        self.choosing.folder_chosen.connect(presenter.look_in)
        self.choosing.file_chosen.connect(presenter.take_file)
        self.choosing.row_selected.connect(presenter.choose)
        self.choosing.row_activated.connect(self._take_row)
        self.opening.new_typed.connect(presenter.type_password)

    def show_step(self, step: RestoreStep, number: int, count: int) -> None:
        """Show a step."""
        self._step = step
        self._number.setText(_("Step {number} of {count}").format(number=number, count=count))
        self._title.setText(self._titles[step])
        self._list.show_step(number)
        for name, shown in self._steps.items():
            shown.setVisible(name is step)
        self._back.setVisible(step is RestoreStep.OPEN)
        self._cancel.setVisible(step is not RestoreStep.DONE)
        self.set_busy(is_busy=False)
        self._scroll.verticalScrollBar().setValue(0)
        self._next.setFocus()
        if step is RestoreStep.CHOOSE:
            self.choosing.begin()
        elif step is RestoreStep.OPEN:
            self.opening.begin()
        announce(self, f"{self._number.text()}. {self._title.text()}")

    def show_folder(self, folder: str, problem: str) -> None:
        """Show the folder looked in, and why there is nothing to choose in it."""
        self.choosing.show_folder(folder, problem)

    def show_backups(self, rows: Sequence[BackupRow], chosen: str) -> None:
        """Offer these backups."""
        self.choosing.show_backups(rows, chosen)

    def show_users(self, users: Sequence[str]) -> None:
        """Offer these users."""
        self.opening.show_users(users)

    def show_plan(self, facts: Sequence[tuple[str, str]], consequence: str) -> None:
        """Show what will happen."""
        self.opening.show_plan(facts, consequence)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        self.opening.show_strength(strength)

    def show_problems(self, problems: Mapping[RestoreField, str]) -> None:
        """Say at each field what is wrong."""
        if (field := self.opening.show_problems(problems)) is not None:
            self._scroll.ensureWidgetVisible(field)

    def show_failure(self, text: str) -> None:
        """Say why nothing was done."""
        self._failure.show_message(_("The backup was not fetched back"), text)
        self._failure_place.setVisible(bool(text))
        if text:
            self._scroll.verticalScrollBar().setValue(0)
            announce(self._failure, text, is_urgent=True)

    def show_result(self, lines: Sequence[str]) -> None:
        """Say what was done."""
        self.result.show_lines(lines)
        announce(self, " ".join(lines))

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the backup is being checked."""
        words = {
            RestoreStep.CHOOSE: _("Next"),
            RestoreStep.OPEN: _("Fetch the backup back"),
            RestoreStep.DONE: _("Unlock the cases"),
        }
        self._next.setText(_("Checking the backup …") if is_busy else words[self._step])
        for button in (self._next, self._back, self._cancel):
            button.setEnabled(not is_busy)

    def leave(self) -> None:
        """Go away."""
        self.closed.emit()

    def clear(self) -> None:
        """Forget what was typed."""
        self.opening.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter from any field, and by Ctrl+Enter from anywhere."""
        if (is_enter(event) or is_form_enter(event)) and self._next.isEnabled():
            self._next.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list of steps where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _go_on(self) -> None:
        if self._step is RestoreStep.OPEN:
            self._presenter.restore(self.opening.typed())
        else:
            self._presenter.next()

    def _take_row(self, row_id: str) -> None:
        self._presenter.choose(row_id)
        self._presenter.next()

    def _arrange(self) -> None:
        left = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(16), self._list, STRETCH)
        left.set_margins((24, 24, 24, 24))
        self._left = Panel(left, Token.WINDOW, edges=Qt.Edge.RightEdge, width=_LIST_WIDTH)
        self._body = QWidget()
        content = Column(self._failure_place, self._number, self._title, Gap(20), *self._steps.values())
        content.add(STRETCH)
        self._body.setLayout(content)
        page = Row(spacing=0, margins=(64, 40, 64, 24))
        page.add(self._body, stretch=1000)
        page.addStretch(1)
        self._scroll = ScrollArea(page)
        # Without a neighbour at the left the ways on would not be held to the right.
        ways = FlowRow(QWidget(), self._back, STRETCH, QWidget(), self._cancel, self._next, across=12)
        foot = Panel(Column(ways, margins=(52, 16, 64, 16)), edges=Qt.Edge.TopEdge)
        right = Column()
        right.add(self._scroll, stretch=1)
        right.add(foot)
        whole = Row(self._left, spacing=0)
        whole.add(right, stretch=1)
        outer = Column()
        outer.add(Panel(whole), stretch=1)
        self.setLayout(outer)
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        self._left.setVisible(self.width() >= theme.e(_LIST_FROM) and not theme.has_large_text)
        self._body.setMaximumWidth(theme.e(_TEXT_WIDTH))
