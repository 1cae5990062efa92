"""What is said of fetching a backup back: what lies there, what was checked and done, and why nothing was."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from desktop_app.application.errors import RestoreProblem, RestoreRefused
from desktop_app.application.restore_backup import FoundBackup, Restored
from desktop_app.translation import _, _n, short_date


def restore_problem(error: RestoreRefused) -> str:
    """Return why no backup was fetched back, and what to do."""
    return _PROBLEMS[error.problem]().format(path=error.path)


_PROBLEMS: Mapping[RestoreProblem, Callable[[], str]] = {
    RestoreProblem.IN_THE_WAY: lambda: _(
        "There are cases at {path} already, and they were left untouched. Say --move-aside to keep them under another"
        " name and let the backup take their place."
    ),
    RestoreProblem.SAME_FILE: lambda: _(
        "{path} is the file with the cases itself, not a backup of it. Choose a backup."
    ),
    RestoreProblem.NO_BACKUP: lambda: _("There is no backup in the folder {path}. Choose another folder or a file."),
    RestoreProblem.DAMAGED: lambda: _(
        "The backup {path} is damaged and was not used. The cases you have were left untouched. Choose an older backup."
    ),
    RestoreProblem.DISK_FULL: lambda: _(
        "The backup was not used: the disk with the folder {path} is full. Nothing was changed. Free some space, and"
        " try again."
    ),
    RestoreProblem.READ_ONLY: lambda: _(
        "The backup was not used: you may not write in the folder {path}. Nothing was changed. Ask your IT department"
        " for permission to write there."
    ),
    RestoreProblem.UNREADABLE: lambda: _(
        "{path} could not be read. Nothing was changed. Check that the drive is connected, and try again."
    ),
}


def day_and_time(moment: datetime) -> str:
    """Return a moment, which is aware, as the clock on the wall told it."""
    local = moment.astimezone()
    return _("{date} at {time}").format(date=short_date(local.date()), time=f"{local:%H.%M}")


def users_words(backup: FoundBackup) -> str:
    """Return whose passwords open a backup."""
    return ", ".join(backup.users) or _("nobody: the key file is missing or damaged")


def checked_words(backup: FoundBackup) -> str:
    """Return whether a backup was compared with the store when it was made."""
    return _("yes, when it was made") if backup.was_checked else _("no")


def restored_lines(report: Restored) -> Iterator[str]:
    """Yield what was checked, what lies there now, and where what lay there before is kept."""
    checked = report.checked
    yield _(
        "Checked the backup {name}: {pages}, {entries} in their chain, {records} against their revisions, {cases}."
    ).format(
        name=report.backup,
        pages=_n("{n} page", "{n} pages", checked.pages).format(n=checked.pages),
        entries=_n("{n} log entry", "{n} log entries", checked.entries).format(n=checked.entries),
        records=_n("{n} record", "{n} records", checked.records).format(n=checked.records),
        cases=_n("{n} case", "{n} cases", checked.cases).format(n=checked.cases),
    )
    if checked.last_at:
        yield _("The latest change in it was made by {user} on {day} at {time}.").format(
            user=checked.last_by,
            day=checked.last_at.astimezone().strftime("%d.%m.%Y"),
            time=checked.last_at.astimezone().strftime("%H.%M"),
        )
    yield _("It lies at {path} now, was opened there and is what was checked. The log says so.").format(
        path=report.place
    )
    if report.set_aside:
        yield _("What lay there before is kept as {path}.").format(path=report.set_aside)
