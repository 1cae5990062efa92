"""The citizen's rights in an open store: access to what is stored, and erasing who was recorded by mistake."""

from collections.abc import Callable
from datetime import date
from errno import ENOTDIR
from itertools import count
from os import strerror
from pathlib import Path

from desktop_app.application.changes import Changes
from desktop_app.application.erase_person import Erasing, erase_person
from desktop_app.application.give_access import AccessSource, SavedAccess, ToldAccess, give_access
from desktop_app.application.record_consent import ConsentAct, record_consent
from desktop_app.application.review_retention import RetentionReview, review_retention
from desktop_app.domain.case import Case
from desktop_app.resource_files import resource
from desktop_app.storage.presence import refuse_own_file
from desktop_app.storage.store import Store
from desktop_app.storage.whole_file import write_new


class RightsDesk:
    """What citizens can ask for of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def give_access(
        self,
        case_number: str,
        folder: Path,
        tell: Callable[[AccessSource], ToldAccess],
        today: date,
        file_password: str = "",
    ) -> SavedAccess:
        """Write everything about a citizen into a folder, over no other file, readable by nobody else (`give_access`).

        With a password both files are encrypted: the PDF as readers of PDF know it, the file as `storage.sealed_file`.

        Raises:
            CaseNotFound: no case has this number.
            NotADirectoryError: there is no such folder.
            OSError: a file cannot be written.
        """
        from desktop_app.documents.access_document import print_access  # noqa: PLC0415 - reportlab, only to print
        from desktop_app.storage.exchange_file import case_file_bytes  # noqa: PLC0415 - jsonschema, only for files

        if not folder.is_dir():
            raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR), str(folder))
        given = give_access(
            case_number, work=self._store.work, read=self._store.read, tell=tell, draw=print_access, today=today
        )
        paper, file = _free_names(folder, given.stem, ".jwe" if file_password else ".json")
        printed = given.paper
        if file_password:
            from desktop_app.documents.locked_pdf import locked  # noqa: PLC0415 - pikepdf, only to hand over

            printed = locked(printed, file_password)
        for path, content in ((paper, printed), (file, case_file_bytes(given.file.content, file_password))):
            refuse_own_file(self._store.path, path)
            write_new(path, content)
        return SavedAccess(paper=paper.name, file=file.name, folder=str(folder))

    def record_consent(self, seen: Case, act: ConsentAct, today: date) -> Changes:
        """Save that a citizen gives or withdraws consent (`record_consent`)."""
        return record_consent(seen, act, work=self._store.work, today=today)

    def review_retention(self, today: date) -> RetentionReview:
        """Return the cases whose time is over (`review_retention`).

        Raises:
            RuleFileError: the file that says how long cases are kept is not as it must be.
        """
        from desktop_app.storage.retention_file import read_retention  # noqa: PLC0415 - only to review

        rules = read_retention(resource("retention", "kle.toml"))
        return review_retention(work=self._store.work, read=self._store.read, rules=rules, today=today)

    def erase(self, seen: Case, erasing: Erasing) -> Changes:
        """Erase a person who was recorded by mistake (`erase_person`)."""
        return erase_person(seen, erasing, work=self._store.work)


def _free_names(folder: Path, stem: str, ending: str) -> tuple[Path, Path]:
    """Return the names of paper and file: access may be given twice on one day."""
    for times in count(1):
        name = stem if times == 1 else f"{stem}_{times}"
        paper, file = folder / f"{name}.pdf", folder / f"{name}{ending}"
        if not (paper.exists() or file.exists()):
            return paper, file
    raise AssertionError
