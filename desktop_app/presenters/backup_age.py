"""The notice above every page that there has been no backup of the latest changes for some days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.application.back_up import BackupState
from desktop_app.application.errors import BackupFailed
from desktop_app.application.preferences import Preferences
from desktop_app.presenters.backup_presenter import BackupWork
from desktop_app.translation import _, _n

DAYS: Final = 3
"""For how many days there may be no backup of what was written before it is said."""


@dataclass(frozen=True, slots=True)
class AgeNotice:
    """What is said: how long there has been no backup, and what to do about it."""

    title: str
    body: str


def backup_age_notice(work: BackupWork, chosen: Preferences, now: datetime) -> AgeNotice | None:
    """Return what to say where no backup of the latest changes is younger than some days, None where all is well.

    A backup that has every change is never too old. What lies in a folder that cannot be reached counts as the log
    noted it.
    """
    states = dict(_states(work, chosen))
    there = [state for state in states.values() if state]
    if any(not state.is_due for state in there):
        return None
    known = work.known()
    moments = [state.last.made_at for state in there if state.last]
    if known.noted_at:
        moments.append(known.noted_at)
    days = (now - max(moments, default=known.begun_at)) // timedelta(days=1)
    if days < DAYS:
        return None
    title = (
        _n("The latest backup is {n} day old", "The latest backup is {n} days old", days).format(n=days)
        if moments
        else _("There is no backup of the cases")
    )
    return AgeNotice(title, _what_to_do([folder for folder, state in states.items() if not state], chosen))


def _states(work: BackupWork, chosen: Preferences) -> Iterator[tuple[str, BackupState | None]]:
    for folder in (chosen.backup_folder, chosen.second_backup_folder):
        if folder:
            try:
                yield folder, work.state(folder)
            except BackupFailed:
                yield folder, None


def _what_to_do(out_of_reach: list[str], chosen: Preferences) -> str:
    if not (chosen.backup_folder or chosen.second_backup_folder):
        return _("What was written since is lost if this computer breaks. Choose a folder for backups.")
    if out_of_reach:
        return _(
            "What was written since is lost if this computer breaks. {folder} cannot be reached: check that the drive"
            " is connected, or choose another folder."
        ).format(folder=out_of_reach[0])
    return _("What was written since is lost if this computer breaks.")
