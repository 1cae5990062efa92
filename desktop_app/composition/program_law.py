"""The law of the program: read once, its last good files kept, and those used where the files are refused."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from desktop_app.application.errors import LawCopyTrouble, LawUnusable, RuleFileError
from desktop_app.application.law_in_force import LawFallback, LawInForce
from desktop_app.composition.stores import law_files
from desktop_app.storage.law_copy import keep_law_copy, read_law_copy
from desktop_app.storage.law_files import LawFiles, law_of


def _today() -> date:
    return datetime.now().astimezone().date()


def _say_nothing(_fallback: LawFallback) -> None:
    """Where a window stands, it says it itself."""


class ProgramLaw:
    """The rules and texts that come with the program.

    `copy` is where the last good files are kept; without it none are, and a file that is refused ends the matter.
    `tell` is told when they stand in for the files of the program.
    """

    def __init__(
        self,
        copy: Path | None = None,
        *,
        tell: Callable[[LawFallback], None] = _say_nothing,
        today: Callable[[], date] = _today,
    ) -> None:
        self._copy = copy
        self._tell = tell
        self._today = today

    @cached_property
    def in_force(self) -> LawInForce:
        """The law as it was read the first time it was asked for.

        Raises:
            LawUnusable: neither the files nor a copy of them can be used.
        """
        try:
            files = law_files()
            law = law_of(files)
        except RuleFileError as error:
            return self._fall_back(error)
        return LawInForce(law, copy_failure=self._keep(files))

    def _keep(self, files: LawFiles) -> str:
        """Keep the files; return what the machine said if it could not."""
        try:
            if self._copy is not None:
                keep_law_copy(self._copy, files, self._today())
        except OSError as error:
            return error.strerror or str(error)
        return ""

    def _fall_back(self, error: RuleFileError) -> LawInForce:
        kept = read_law_copy(self._copy) if self._copy is not None else LawCopyTrouble.MISSING
        if isinstance(kept, LawCopyTrouble):
            raise LawUnusable(error, kept) from error
        try:
            law = law_of(kept.files)
        except RuleFileError:
            raise LawUnusable(error, LawCopyTrouble.REFUSED) from error
        fallback = LawFallback(error, kept.kept_on)
        self._tell(fallback)
        return LawInForce(law, fallback)
