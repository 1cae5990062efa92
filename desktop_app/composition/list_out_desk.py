"""Taking the worklist out of an open store."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.application.copy_worklist_out import ListedTasks, ListKind, PrintedList, copy_worklist_out
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.presence import refuse_own_file
from desktop_app.storage.store import Store
from desktop_app.storage.whole_file import write_whole


class ListOutDesk:
    """Writes the worklist to files and draws it; `municipality` says whose it is when asked."""

    def __init__(self, store: Store, municipality: Callable[[], Municipality]) -> None:
        self._store = store
        self._municipality = municipality

    def save(self, path: Path, listed: ListedTasks, kind: ListKind) -> None:
        """Write the list to a file, whole or not at all, readable by nobody else (`copy_worklist_out`).

        Raises:
            OwnFileRefused: the file is the store's own.
            OSError: the file cannot be written.
        """
        refuse_own_file(self._store.path, path)
        write = {ListKind.EXCEL: _workbook, ListKind.CSV: _csv, ListKind.CALENDAR: _calendar}[kind]
        write_whole(path, copy_worklist_out(listed, kind, work=self._store.work, write=write))

    def draw(self, listed: ListedTasks) -> PrintedList:
        """Return the list on paper (`copy_worklist_out`)."""
        content = copy_worklist_out(listed, ListKind.PAPER, work=self._store.work, write=self._paper)
        return PrintedList(content=content, on=listed.on)

    def _paper(self, listed: ListedTasks) -> bytes:
        from desktop_app.documents.worklist_document import print_worklist  # noqa: PLC0415 - reportlab, only to print

        return print_worklist(listed, self._municipality())


def _workbook(listed: ListedTasks) -> bytes:
    from desktop_app.documents.worklist_sheet import as_xlsx  # noqa: PLC0415 - openpyxl, only for this

    return as_xlsx(listed)


def _csv(listed: ListedTasks) -> bytes:
    from desktop_app.documents.worklist_csv import as_csv  # noqa: PLC0415 - only for this

    return as_csv(listed).encode()


def _calendar(listed: ListedTasks) -> bytes:
    from desktop_app.documents.calendar_file import as_calendar  # noqa: PLC0415 - icalendar, only for this

    entries = [(task.entry_id, task.due_on, task.entry) for task in listed.tasks]
    return as_calendar(entries, datetime.now(UTC), is_private=listed.has_names).encode()
