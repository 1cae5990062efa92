"""The guide of the first start: steps at the left, one of them in the middle, the ways on and back under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.presenters.first_start_choices import TEAM, FirstStep, Problems
from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Link
from desktop_app.ui.first_start_steps import (
    BackupStep,
    ExamplesStep,
    PasswordStep,
    PlaceStep,
    Step,
    TeamStep,
    WelcomeStep,
)
from desktop_app.ui.guide import Guide, over
from desktop_app.ui.labels import Label
from desktop_app.ui.text_roles import TextRole

_TEXT_WIDTH = 640
_PAINT_FIRST_MS = 30


class FirstStart(Guide):
    """The screens of the guide (`presenters.first_start_ports.FirstStartView`).

    `closed` tells that one went away, `existing_wanted` carries the path of a store to open instead,
    `other_file_wanted` asks for a store that lies elsewhere, `backup_wanted` for the guide that fetches a backup back.
    """

    closed = Signal()
    existing_wanted = Signal(str)
    other_file_wanted = Signal()
    backup_wanted = Signal()
    founding_wanted = Signal()
    print_wanted = Signal()
    path_chosen = Signal(str)

    def __init__(self) -> None:
        self._titles = {
            FirstStep.WELCOME: _("Welcome"),
            FirstStep.PLACE: _("Place"),
            FirstStep.TEAM: _("Municipality and team"),
            FirstStep.PASSWORD: _("Password and recovery key"),
            FirstStep.BACKUP: _("Backup"),
            FirstStep.EXAMPLES: _("Example data"),
        }
        super().__init__(list(self._titles.values()), failed=_("This could not be done"), text_width=_TEXT_WIDTH)
        self.welcome, self.place, self.team = WelcomeStep(), PlaceStep(), TeamStep(TEAM)
        self.password, self.backup, self.examples = PasswordStep(), BackupStep(), ExamplesStep()
        self._steps: dict[FirstStep, Step] = {
            FirstStep.WELCOME: self.welcome,
            FirstStep.PLACE: self.place,
            FirstStep.TEAM: self.team,
            FirstStep.PASSWORD: self.password,
            FirstStep.BACKUP: self.backup,
            FirstStep.EXAMPLES: self.examples,
        }
        give_up, self._stay = Link(_("Leave the guide")), Link(_("Go on with the guide"))
        self._question = Alert(AlertKind.WARNING, _("Leave the guide?"), "", (give_up, self._stay))
        self._question_place = over(self._question)
        later = Label(_("You can change your choices later under Settings."), TextRole.META, wraps=True)
        self._arrange(list(self._steps.values()), messages=(self._question_place,), under_list=(later,))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self.founding_wanted)
        give_up.clicked.connect(self.closed)
        self._stay.clicked.connect(self._question_place.hide)
        self.welcome.other_file_wanted.connect(self.other_file_wanted)
        self.welcome.backup_wanted.connect(self.backup_wanted)
        self.place.existing_wanted.connect(self._tell_existing)
        self.password.print_wanted.connect(self.print_wanted)
        self.password.path_chosen.connect(self.path_chosen)

    def listen(self, presenter: FirstStartPresenter) -> None:
        """Let a presenter hear what is pressed and typed."""
        self._presenter = presenter
        self._next.clicked.connect(presenter.next)
        self._back.clicked.connect(presenter.back)
        self._cancel.clicked.connect(presenter.cancel)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(presenter.cancel)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(presenter.back)
        self.founding_wanted.connect(presenter.found)
        self.place.folder_chosen.connect(presenter.choose_folder)
        self.team.municipality_chosen.connect(presenter.choose_municipality)
        self.team.team_typed.connect(presenter.type_team)
        self.team.name_typed.connect(presenter.type_name)
        self.team.initials_typed.connect(presenter.type_initials)
        self.password.password_typed.connect(presenter.type_password)
        self.password.password_repeated.connect(presenter.repeat_password)
        self.password.stored_ticked.connect(self._tell_stored)
        self.password.propose(presenter.file_name)
        self.backup.folder_chosen.connect(presenter.choose_backup_folder)
        self.backup.later_ticked.connect(self._tell_later)
        self.examples.examples_chosen.connect(self._tell_examples)

    def show_step(self, step: FirstStep, number: int, count: int) -> None:
        """Show a step."""
        is_last = number == count
        self._show_number(self._titles[step], number, count)
        self._question_place.hide()
        for name, shown in self._steps.items():
            shown.setVisible(name is step)
        self._steps[step].show_problems({})
        self._back.setVisible(number > 1)
        self._set_next(_("Make the file and start") if is_last else _("Next"), is_busy=False)
        self._begin()
        self._steps[step].begin()
        self._announce_step()

    def show_problems(self, problems: Problems) -> None:
        """Say at each field what is wrong."""
        for step in self._steps.values():
            if step.isVisible():
                step.show_problems(problems)
                for name, field in step.fields.items():
                    if problems.get(name):
                        field.editor.setFocus()
                        announce(field.editor, problems[name], is_urgent=True)
                        self._scroll.ensureWidgetVisible(field)
                        return

    def show_place(self, place: str, *, is_taken: bool) -> None:
        """Show where the store will lie."""
        self.place.show_place(place, is_taken=is_taken)

    def show_municipalities(self, municipalities: Sequence[tuple[str, str]]) -> None:
        """Offer the municipalities."""
        self.team.show_municipalities(municipalities)

    def show_initials(self, initials: str) -> None:
        """Propose initials."""
        self.team.show_initials(initials)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        self.password.show_strength(strength.bars, strength.word)

    def show_recovery_key(self, groups: Sequence[str], *, is_stored: bool) -> None:
        """Show the recovery key."""
        self.password.show_key(groups, is_stored=is_stored)

    def show_backup(self, folder: str, warning: str) -> None:
        """Show the folder of the backups."""
        self.backup.show_backup(folder, warning)

    def show_summary(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show what will be made."""
        self.examples.show_summary(lines)

    def show_failure(self, text: str) -> None:
        """Say why the last thing was not done."""
        if text:
            self._set_next(self._next.text() if self._next.isEnabled() else _("Make the file and start"), is_busy=False)
        super().show_failure(text)

    def ask_before_leaving(self, text: str) -> None:
        """Ask whether to give up what was prepared."""
        self._question.show_message(_("Leave the guide?"), text)
        self._question_place.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._stay.setFocus()
        announce(self._question, text, is_urgent=True)

    def begin_founding(self) -> None:
        """Say that the store is being made, and make it."""
        self._set_next(_("Making the file …"), is_busy=True)
        self._soon.start()

    def leave(self) -> None:
        """Go away."""
        self.closed.emit()

    def clear(self) -> None:
        """Forget the password and the key."""
        self.password.clear()

    def _tell_stored(self, is_stored: bool) -> None:  # noqa: FBT001 - slots of toggled, here and below
        self._presenter.confirm_stored(is_stored=is_stored)

    def _tell_later(self, later: bool) -> None:  # noqa: FBT001
        self._presenter.back_up_later(later=later)

    def _tell_examples(self, has_examples: bool) -> None:  # noqa: FBT001
        self._presenter.choose_examples(has_examples=has_examples)

    def _tell_existing(self) -> None:
        self.existing_wanted.emit(self.place.place())
