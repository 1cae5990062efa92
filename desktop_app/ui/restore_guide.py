"""The guide that fetches a backup back: the steps at the left, one of them in the middle, the ways on under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.restore_presenter import BackupRow, RestoreField, RestorePresenter, RestoreStep
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.guide import Guide
from desktop_app.ui.restore_steps import ChooseStep, OpenStep, ResultStep

_TEXT_WIDTH = 720


class RestoreGuide(Guide):
    """The screens of the guide (`presenters.restore_presenter.RestoreView`). `closed` tells that one went away."""

    closed = Signal()

    def __init__(self) -> None:
        names = [_("Choose a backup"), _("What will happen"), _("Result")]
        super().__init__(names, failed=_("The backup was not fetched back"), text_width=_TEXT_WIDTH)
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
        self._arrange(list(self._steps.values()))

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
        self._show_number(self._titles[step], number, count)
        for name, shown in self._steps.items():
            shown.setVisible(name is step)
        self._back.setVisible(step is RestoreStep.OPEN)
        self._cancel.setVisible(step is not RestoreStep.DONE)
        self.set_busy(is_busy=False)
        self._begin()
        if step is RestoreStep.CHOOSE:
            self.choosing.begin()
        elif step is RestoreStep.OPEN:
            self.opening.begin()
        self._announce_step()

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
        self._set_next(_("Checking the backup …") if is_busy else words[self._step], is_busy=is_busy)

    def leave(self) -> None:
        """Go away."""
        self.closed.emit()

    def clear(self) -> None:
        """Forget what was typed."""
        self.opening.clear()

    def _go_on(self) -> None:
        if self._step is RestoreStep.OPEN:
            self._presenter.restore(self.opening.typed())
        else:
            self._presenter.next()

    def _take_row(self, row_id: str) -> None:
        self._presenter.choose(row_id)
        self._presenter.next()
