"""What is said of backups: when the last one was made, what was checked, and why there is none."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from desktop_app.application.back_up import BackupReport
from desktop_app.application.errors import BackupFailed, StorageTrouble
from desktop_app.translation import _, _n, short_date


def backup_failure(error: BackupFailed) -> str:
    """Return why no backup was made, and what to do."""
    return _FAILURES[error.trouble]().format(path=error.folder)


_FAILURES: Mapping[StorageTrouble, Callable[[], str]] = {
    StorageTrouble.MISSING: lambda: _("The backup could not be made: the folder {path} does not exist."),
    StorageTrouble.DISK_FULL: lambda: _(
        "The backup could not be made: the disk with the folder {path} is full. Free some space, or choose another"
        " folder."
    ),
    StorageTrouble.READ_ONLY: lambda: _(
        "The backup could not be made: you may not write in the folder {path}. Choose another folder."
    ),
    StorageTrouble.INPUT_OUTPUT: lambda: _(
        "The backup could not be made: the drive with the folder {path} reports an error. Check that it is connected,"
        " and try again."
    ),
    StorageTrouble.LOCKED: lambda: _(
        "The backup could not be made: another program has the file in the folder {path} open. Close it, and try again."
    ),
    StorageTrouble.READING_ONLY: lambda: _(
        "No backup was made in {path}: the file with the cases is not the one last worked in. First decide to go on in"
        " it."
    ),
    StorageTrouble.DAMAGED: lambda: _(
        "The backup in the folder {path} was not what the file with the cases is, and was thrown away. The earlier ones"
        " are untouched. Ask your IT department to check the file."
    ),
}


def last_backup(made_at: datetime | None, now: datetime) -> str:
    """Return when the last backup was made, both moments aware, as the clock on the wall tells it."""
    if made_at is None:
        return _("No backup has been made yet")
    local, today = made_at.astimezone(), now.astimezone().date()
    clock = f"{local:%H.%M}"
    if local.date() == today:
        return _("Last backup today at {time}").format(time=clock)
    if local.date() == today - timedelta(days=1):
        return _("Last backup yesterday at {time}").format(time=clock)
    return _("Last backup {date} at {time}").format(date=short_date(local.date()), time=clock)


def backup_lines(report: BackupReport) -> Iterator[str]:
    """Yield where a backup was made, what was checked, and how many older ones gave way."""
    made = report.made
    yield _("Made the backup {path}.").format(path=made.path)
    yield _(
        "Opened it again and checked {pages}, {entries} and {cases}: it is what the file with the cases is."
    ).format(
        pages=_n("{n} page", "{n} pages", made.pages).format(n=made.pages),
        entries=_n("{n} log entry", "{n} log entries", made.entries).format(n=made.entries),
        cases=_n("{n} case", "{n} cases", made.cases).format(n=made.cases),
    )
    if report.removed:
        yield _n("Removed {n} older backup.", "Removed {n} older backups.", report.removed).format(n=report.removed)
