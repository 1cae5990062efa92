"""What the citizen's rights ask of the open store."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.erase_person import Erasing
from desktop_app.application.give_access import AccessSource, SavedAccess, ToldAccess
from desktop_app.domain.case import Case
from desktop_app.presenters.consent_presenter import ConsentWork
from desktop_app.presenters.retention_presenter import RetentionWork


class SubjectAccessWork(Protocol):
    """Giving access to what is stored."""

    def give_access(
        self,
        case_number: str,
        folder: Path,
        tell: Callable[[AccessSource], ToldAccess],
        today: date,
        file_password: str = "",
    ) -> SavedAccess:
        """Write everything about a citizen into a folder, encrypted with a password; that it was given is logged.

        Raises:
            ApplicationError: the case is gone, or the store cannot be read.
            OSError: a file cannot be written.
        """
        ...


class ErasureWork(Protocol):
    """Erasing who was recorded by mistake."""

    def erase(self, seen: Case, erasing: Erasing) -> Changes:
        """Erase a person who was recorded by mistake.

        Raises:
            ApplicationError: it is not to be erased, or not as it was seen.
        """
        ...


class RightsWork(SubjectAccessWork, ErasureWork, RetentionWork, ConsentWork, Protocol):
    """Everything a citizen can ask for."""
