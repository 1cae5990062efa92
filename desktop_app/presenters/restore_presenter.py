"""Hent en sikkerhedskopi frem: choose a backup, see what will happen and open it, and hear what was done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop_app.application.errors import ApplicationError, RestoreRefused, StoreRefusal, StoreRefused
from desktop_app.application.restore_backup import FoundBackup, Restored
from desktop_app.presenters.aside import Aside
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import StrengthShown, password_problem, repeated_problem, strength_shown
from desktop_app.presenters.restore_texts import checked_words, day_and_time, restored_lines, users_words
from desktop_app.presenters.scan_texts import size_text
from desktop_app.translation import _


class RestoreStep(StrEnum):
    """The steps of the guide, in order."""

    CHOOSE = "choose"
    OPEN = "open"
    DONE = "done"


class RestoreField(StrEnum):
    """What is typed, in the order it stands."""

    PASSWORD = "password"  # noqa: S105 - the name of a field
    KEY = "key"
    NEW = "new"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup as the list shows it."""

    id: str
    made: str
    made_at: datetime
    size: str
    bytes: int
    users: str
    checked: str
    badge_kind: BadgeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed to open the backup: the password, or the recovery key and a new password."""

    user: str = ""
    by_key: bool = False
    password: str = ""
    key: str = ""
    new: str = ""
    repeated: str = ""


class RestoreWork(Protocol):
    """The computer the backup is fetched back to."""

    @property
    def place(self) -> str:
        """The path the backup will lie at."""
        ...

    @property
    def is_taken(self) -> bool:
        """Whether something of a store lies there."""
        ...

    def list_backups(self, folder: str) -> Sequence[FoundBackup]:
        """Return the backups in a folder, the latest first.

        Raises:
            RestoreRefused: there is none, or the folder cannot be read.
        """
        ...

    def found_backup(self, path: str) -> FoundBackup:
        """Return what can be told of one file.

        Raises:
            RestoreRefused: it cannot be read.
        """
        ...

    def restore(self, backup: str, typed: Typed) -> Restored:
        """Fetch the backup back and leave it closed, done on any thread; with a recovery key a password is set too.

        Raises:
            RestoreRefused, StoreRefused, StorageUnavailable, PasswordTooShort: what lay there lies there still.
        """
        ...


class RestoreView(Protocol):
    """The screens of the guide."""

    def show_step(self, step: RestoreStep, number: int, count: int) -> None:
        """Show a step."""
        ...

    def show_folder(self, folder: str, problem: str) -> None:
        """Show the folder looked in, and why there is nothing to choose in it."""
        ...

    def show_backups(self, rows: Sequence[BackupRow], chosen: str) -> None:
        """Offer these backups, with one chosen."""
        ...

    def show_users(self, users: Sequence[str]) -> None:
        """Offer these users to open the backup as."""
        ...

    def show_plan(self, facts: Sequence[tuple[str, str]], consequence: str) -> None:
        """Show what will happen."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        ...

    def show_problems(self, problems: Mapping[RestoreField, str]) -> None:
        """Say at each field what is wrong; the keyboard goes to the first."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why nothing was done; an empty text takes it away."""
        ...

    def show_result(self, lines: Sequence[str]) -> None:
        """Say what was done."""
        ...

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the backup is being checked, or that it no longer is."""
        ...

    def leave(self) -> None:
        """Go back to where one came from."""
        ...


class RestorePresenter:
    """Leads through the guide. Nothing is changed before the last step but one, and there only as a whole."""

    def __init__(self, view: RestoreView, work: RestoreWork, *, aside: Aside, folder: str = "") -> None:
        self._view = view
        self._work = work
        self._aside = aside
        self._folder = folder
        self._there: Mapping[str, FoundBackup] = {}
        self._chosen: FoundBackup | None = None
        self._is_at_work = False
        self.step = RestoreStep.CHOOSE

    def open(self) -> None:
        """Begin with the folder the backups of this computer go to, if there is one."""
        self._show_step(RestoreStep.CHOOSE)
        if self._folder:
            self.look_in(self._folder)
        else:
            self._view.show_folder("", "")
            self._offer([])

    def look_in(self, folder: str) -> None:
        """Offer the backups in a folder; the latest that can be opened is chosen."""
        self._folder = folder
        try:
            found = self._work.list_backups(folder)
        except RestoreRefused as error:
            self._view.show_folder(folder, error_text(error))
            self._offer([])
            return
        self._view.show_folder(folder, "")
        self._offer(found)

    def take_file(self, path: str) -> None:
        """Offer one file."""
        try:
            found = self._work.found_backup(path)
        except RestoreRefused as error:
            self._view.show_folder(self._folder, error_text(error))
            return
        self._view.show_folder(self._folder, "")
        self._offer([found])

    def choose(self, path: str) -> None:
        """Choose a backup of the list."""
        self._chosen = self._there.get(path)

    def next(self) -> None:
        """Go on from the choice, or back to the password when all is done; opening is asked for by itself."""
        if self.step is RestoreStep.DONE:
            self._view.leave()
        elif self.step is RestoreStep.CHOOSE:
            self._plan()

    def back(self) -> None:
        """Return to the choice."""
        if self.step is RestoreStep.OPEN and not self._is_at_work:
            self._show_step(RestoreStep.CHOOSE)

    def cancel(self) -> None:
        """Go away; nothing was changed."""
        if not self._is_at_work:
            self._view.leave()

    def type_password(self, password: str) -> None:
        """Say how hard the new password is to guess."""
        self._view.show_strength(strength_shown(password))

    def restore(self, typed: Typed) -> None:
        """Open the chosen backup and let it take its place."""
        if self._chosen is None or self._is_at_work:
            return
        problems = _missing(typed)
        self._view.show_problems(problems)
        if any(problems.values()):
            return
        self._view.show_failure("")
        self._view.set_busy(is_busy=True)
        self._is_at_work = True
        work, backup = self._work, self._chosen.path
        self._aside.do(lambda: work.restore(backup, typed), self._tell)

    def _tell(self, result: Callable[[], Restored]) -> None:
        self._is_at_work = False
        self._view.set_busy(is_busy=False)
        try:
            report = result()
        except StoreRefused as error:
            fields = {
                StoreRefusal.WRONG_PASSWORD: RestoreField.PASSWORD,
                StoreRefusal.TOO_SOON: RestoreField.PASSWORD,
                StoreRefusal.WRONG_RECOVERY_KEY: RestoreField.KEY,
            }
            if field := fields.get(error.refusal):
                self._view.show_problems({field: error_text(error)})
            else:
                self._view.show_failure(error_text(error))
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
        else:
            self._view.show_result(list(restored_lines(report)))
            self._show_step(RestoreStep.DONE)

    def _offer(self, found: Sequence[FoundBackup]) -> None:
        self._there = {backup.path: backup for backup in found}
        self._chosen = next((backup for backup in found if backup.can_be_opened), None)
        self._view.show_backups([_row(backup) for backup in found], self._chosen.path if self._chosen else "")

    def _plan(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self._view.show_folder(self._folder, _("Choose a backup in the list, or another folder."))
            return
        if not chosen.can_be_opened:
            self._view.show_folder(
                self._folder,
                _("The key file of this backup is missing or damaged, so nobody can open it. Choose another."),
            )
            return
        self._view.show_users(chosen.users)
        self._view.show_plan(
            (
                (_("Backup"), chosen.path),
                (_("Made"), day_and_time(chosen.made_at)),
                (_("Size"), size_text(chosen.size)),
                (_("Checked"), checked_words(chosen)),
                (_("Will lie at"), self._work.place),
            ),
            _(
                "The backup is copied and checked first: every page, the log and every record. Then it takes the place"
                " of the cases you have now. Those are not deleted: they are kept beside it under another name."
                " What was written after the backup is not in it. Until the check is over nothing is changed, and you"
                " may stop at any time."
            )
            if self._work.is_taken
            else _(
                "The backup is copied and checked first: every page, the log and every record. Then it lies at its"
                " place and can be unlocked. The backup itself stays as it is, and you may stop at any time."
            ),
        )
        self._view.show_problems({})
        self._view.show_strength(strength_shown(""))
        self._show_step(RestoreStep.OPEN)

    def _show_step(self, step: RestoreStep) -> None:
        self.step = step
        self._view.show_failure("")
        steps = list(RestoreStep)
        self._view.show_step(step, steps.index(step) + 1, len(steps))


def _missing(typed: Typed) -> Mapping[RestoreField, str]:
    if not typed.by_key:
        return {} if typed.password else {RestoreField.PASSWORD: _("Type your password.")}
    problems = {
        RestoreField.KEY: "" if typed.key.strip() else _("Type the recovery key as it stands on the paper."),
        RestoreField.NEW: password_problem(typed.new),
    }
    if not problems[RestoreField.NEW]:
        problems[RestoreField.REPEATED] = repeated_problem(typed.new, typed.repeated)
    return problems


def _row(backup: FoundBackup) -> BackupRow:
    if not backup.can_be_opened:
        kind, checked = BadgeKind.OVERDUE, _("Without its keys")
    elif backup.was_checked:
        kind, checked = BadgeKind.ON_TIME, _("Checked")
    else:
        kind, checked = BadgeKind.NEUTRAL, _("Not checked yet")
    return BackupRow(
        id=backup.path,
        made=day_and_time(backup.made_at),
        made_at=backup.made_at,
        size=size_text(backup.size),
        bytes=backup.size,
        users=users_words(backup),
        checked=checked,
        badge_kind=kind,
    )
