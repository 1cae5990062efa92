"""What the guide of the first start talks to: the program that makes stores, and the screens."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop_app.presenters.first_start_choices import FirstChoices, FirstStep, Problems
from desktop_app.presenters.new_password import StrengthShown


class Founding(Protocol):
    """What the guide asks of the program before there is a store."""

    @property
    def proposed_place(self) -> str:
        """The path proposed for the store."""
        ...

    def check_place(self, place: str) -> None:
        """Let a store be made at a path.

        Raises:
            StoreRefused: why not.
        """
        ...

    def check_backup_folder(self, folder: str) -> None:
        """Let backups be made in a folder.

        Raises:
            BackupFailed: why not.
        """
        ...

    def lies_on_same_volume(self, place: str, folder: str) -> bool:
        """Whether store and backups would be lost together."""
        ...

    def new_recovery_key(self) -> str:
        """Return a recovery key that opens nothing yet."""
        ...

    def recovery_sheet(self, choices: FirstChoices) -> bytes:
        """Return the printed recovery key as PDF."""
        ...

    def save_sheet(self, path: Path, content: bytes) -> None:
        """Write the printed recovery key to a file.

        Raises:
            OSError: it cannot be written.
        """
        ...


class FirstStartView(Protocol):
    """The screens of the guide."""

    def show_step(self, step: FirstStep, number: int, count: int) -> None:
        """Show a step, without any problem, the keyboard in its first field."""
        ...

    def show_problems(self, problems: Problems) -> None:
        """Say at each field what is wrong; the keyboard goes to the first."""
        ...

    def show_place(self, place: str, *, is_taken: bool) -> None:
        """Show where the store will lie; what is taken can be opened instead."""
        ...

    def show_municipalities(self, municipalities: Sequence[tuple[str, str]]) -> None:
        """Offer the municipalities, in order."""
        ...

    def show_initials(self, initials: str) -> None:
        """Propose initials."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        ...

    def show_recovery_key(self, groups: Sequence[str], *, is_stored: bool) -> None:
        """Show the recovery key, and whether its paper was said to be in the box."""
        ...

    def show_backup(self, folder: str, warning: str) -> None:
        """Show the folder of the backups, empty for none, and what speaks against the choice."""
        ...

    def show_summary(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show what will be made."""
        ...

    def show_failure(self, text: str) -> None:
        """Say above the step why the last thing asked for was not done; an empty text takes it away."""
        ...

    def ask_before_leaving(self, text: str) -> None:
        """Ask whether to give up what was prepared."""
        ...

    def begin_founding(self) -> None:
        """Say that the store is being made, and then call `found`."""
        ...

    def leave(self) -> None:
        """Go away; nothing was made."""
        ...
