"""The guide of the first start: from nothing to a store that opens, without leaving anything behind when cancelled.

The recovery key is drawn beforehand, so that it can be printed and put away before there is a store; the store is made
in one go at the very end, and takes that key.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.application.errors import ApplicationError, BackupFailed, StoreRefusal, StoreRefused
from desktop_app.presenters.choices import municipality_choices
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.first_start_choices import (
    FirstChoices,
    FirstField,
    FirstStep,
    Problems,
    backup_problems,
    initials_of,
    password_problems,
    team_problems,
)
from desktop_app.presenters.first_start_ports import FirstStartView, Founding
from desktop_app.presenters.new_password import strength_shown
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.presenters.typed_text import one_line
from desktop_app.translation import _

STEPS = tuple(FirstStep)


class FirstStartPresenter:
    """Goes through the steps. `found` makes the store and opens it; the window goes on by itself."""

    def __init__(self, view: FirstStartView, founding: Founding, *, found: Callable[[FirstChoices], None]) -> None:
        self._view = view
        self._founding = founding
        self._found = found
        self._at = 0
        self._stored: tuple[str, ...] | None = None
        self._own_initials = False
        self._names: dict[str, str] = {}
        self.choices = FirstChoices(place=founding.proposed_place)

    @property
    def step(self) -> FirstStep:
        """The step that is shown."""
        return STEPS[self._at]

    @property
    def file_name(self) -> str:
        """The name proposed for the printed recovery key as a file."""
        return _("recovery-key.pdf")

    def open(self) -> None:
        """Begin with the first step."""
        self._at = 0
        municipalities = municipality_choices()
        self._names = dict(municipalities)
        self._view.show_municipalities(municipalities)
        self._show()

    def next(self) -> None:
        """Go on, if the step is answered; after the last one the store is made."""
        problems = self._problems()
        if any(problems.values()):
            self._view.show_problems(problems)
        elif self._at + 1 < len(STEPS):
            self._at += 1
            self._show()
        else:
            self._view.show_failure("")
            self._view.begin_founding()

    def back(self) -> None:
        """Go to the step before, whatever was answered."""
        if self._at > 0:
            self._at -= 1
            self._show()

    def found(self) -> None:
        """Make the store; a failure leaves nothing behind, and everything answered stays."""
        try:
            self._found(self.choices)
        except ApplicationError as error:
            self._view.show_failure(error_text(error))

    def cancel(self) -> None:
        """Go away; a recovery key that was put away is asked about first."""
        if self._stored is None:
            self._view.leave()
        else:
            self._view.ask_before_leaving(
                _("Nothing has been made yet. The printed recovery key opens nothing and can be thrown away.")
            )

    # Answers ---------------------------------------------------------------------------------------------------------

    def choose_folder(self, folder: str) -> None:
        """Let the store lie in a folder, or say at once why it cannot."""
        self.choices = self.choices.in_folder(folder)
        self._view.show_problems(self._check_place())

    def choose_municipality(self, code: str) -> None:
        """Let the store belong to a municipality; an unknown code is none."""
        name = self._names.get(code, "")
        self.choices = replace(self.choices, municipality=code if name else "", municipality_name=name)

    def type_team(self, text: str) -> None:
        """Call the team something."""
        self.choices = replace(self.choices, team=one_line(text))

    def type_name(self, text: str) -> None:
        """Call oneself something; initials are proposed as long as nobody wrote their own."""
        self.choices = replace(self.choices, name=one_line(text))
        if not self._own_initials:
            initials = initials_of(self.choices.name)
            self.choices = replace(self.choices, initials=initials)
            self._view.show_initials(initials)

    def type_initials(self, text: str) -> None:
        """Have one's own initials; an empty text leaves them to the name again."""
        self.choices = replace(self.choices, initials=one_line(text))
        self._own_initials = bool(self.choices.initials)

    def type_password(self, text: str) -> None:
        """Choose a password."""
        self.choices = replace(self.choices, password=text)
        self._view.show_strength(strength_shown(text))

    def repeat_password(self, text: str) -> None:
        """Choose it once more."""
        self.choices = replace(self.choices, repeated=text)

    def sheet(self) -> bytes:
        """Return the recovery key as a page to print."""
        return self._founding.recovery_sheet(self.choices)

    def save_sheet(self, path: Path) -> None:
        """Write the page with the recovery key to a file."""
        try:
            self._founding.save_sheet(path, self.sheet())
        except OSError as error:
            self._view.show_failure(
                _("The page could not be saved at {path} ({reason}). Choose another place.").format(
                    path=path, reason=system_reason(error.strerror or str(error))
                )
            )
            return
        self._view.show_failure("")

    def confirm_stored(self, *, is_stored: bool) -> None:
        """Say that the paper is in the box."""
        self._stored = self.choices.on_sheet if is_stored else None

    def choose_backup_folder(self, folder: str) -> None:
        """Let backups go to a folder, or say at once why they cannot."""
        try:
            self._founding.check_backup_folder(folder)
        except BackupFailed as error:
            self._view.show_problems({FirstField.BACKUP_FOLDER: error_text(error)})
            return
        self.choices = replace(self.choices, backup_folder=folder, backs_up_later=False)
        self._view.show_problems({})
        self._show_backup()

    def back_up_later(self, *, later: bool) -> None:
        """Choose no folder now."""
        self.choices = replace(self.choices, backs_up_later=later, backup_folder="")
        self._show_backup()

    def choose_examples(self, *, has_examples: bool) -> None:
        """Begin with made-up people, or with an empty list."""
        self.choices = replace(self.choices, has_examples=has_examples)

    # Showing ---------------------------------------------------------------------------------------------------------

    def _problems(self) -> Problems:
        match self.step:
            case FirstStep.PLACE:
                return self._check_place()
            case FirstStep.TEAM:
                return team_problems(self.choices)
            case FirstStep.PASSWORD:
                return password_problems(self.choices, is_stored=self._is_stored)
            case FirstStep.BACKUP:
                return backup_problems(self.choices)
            case _:
                return {}

    @property
    def _is_stored(self) -> bool:
        return self._stored == self.choices.on_sheet

    def _check_place(self) -> Problems:
        problem, is_taken = "", False
        try:
            self._founding.check_place(self.choices.place)
        except StoreRefused as error:
            problem, is_taken = error_text(error), error.refusal is StoreRefusal.EXISTS
        self._view.show_place(self.choices.place, is_taken=is_taken)
        return {FirstField.PLACE: problem}

    def _show(self) -> None:
        self._view.show_failure("")
        self._view.show_step(self.step, self._at + 1, len(STEPS))
        match self.step:
            case FirstStep.PLACE:
                self._view.show_place(self.choices.place, is_taken=False)
            case FirstStep.PASSWORD:
                if not self.choices.recovery_key:
                    self.choices = replace(self.choices, recovery_key=self._founding.new_recovery_key())
                self._view.show_recovery_key(self.choices.recovery_key.split("-"), is_stored=self._is_stored)
            case FirstStep.BACKUP:
                self._show_backup()
            case FirstStep.EXAMPLES:
                self._view.show_summary(self._summary())
            case _:
                pass

    def _show_backup(self) -> None:
        folder = self.choices.backup_folder
        warning = ""
        if self.choices.backs_up_later:
            warning = _(
                "Without a backup every case is lost if this computer breaks. The bottom of the window reminds you"
                " until a folder is chosen."
            )
        elif folder and self._founding.lies_on_same_volume(self.choices.place, folder):
            warning = _(
                "The folder is on the same drive as the file with the cases. If the drive breaks, both are lost."
                " Choose another drive if you can, such as a network drive or a USB disk."
            )
        self._view.show_backup(folder, warning)

    def _summary(self) -> Sequence[tuple[str, str]]:
        choices = self.choices
        return (
            (_("The file with the cases"), choices.place),
            (_("Municipality and team"), f"{choices.municipality_name}, {choices.team}"),
            (_("You"), f"{choices.name} ({choices.initials})"),
            (_("Backup"), choices.backup_folder or _("No folder chosen")),
        )
