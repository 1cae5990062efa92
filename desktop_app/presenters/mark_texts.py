"""What is said of a store that may not be the latest: what is wrong, what is known of it, and the ways on."""

from collections.abc import Callable, Mapping

from desktop_app.application.store_mark import MarkState, MarkWarning
from desktop_app.translation import _, _n

_TITLES: Mapping[MarkState, Callable[[], str]] = {
    MarkState.BEHIND: lambda: _("The file with the cases is older than the one last worked in"),
    MarkState.OTHER_HISTORY: lambda: _("The file with the cases is not the one last worked in"),
    MarkState.CHANGED: lambda: _("The file with the cases was changed by something other than Én Plan"),
    MarkState.MISSING: lambda: _("The mark beside the file with the cases is missing"),
    MarkState.DAMAGED: lambda: _("The mark beside the file with the cases is damaged"),
    MarkState.OTHER_STORE: lambda: _("The mark beside the file with the cases belongs to another file"),
}


def mark_title(warning: MarkWarning) -> str:
    """Return in one sentence, without its full stop, what is wrong."""
    return _TITLES[warning.state]()


def mark_body(warning: MarkWarning) -> str:
    """Return what is known and what one can do."""
    sentences = [_known(warning), _last_change(warning), _ways_on(warning)]
    return " ".join(sentence for sentence in sentences if sentence)


def go_on_consequence(warning: MarkWarning) -> str:
    """Return what follows from going on in the file."""
    return " ".join(
        (
            _last_change(warning),
            _(
                "What was written later is not in it. The file is checked first, and the log says that you went on in"
                " it."
            ),
        )
    )


def missing_text(warning: MarkWarning) -> str:
    """Return how many lines are known to be missing at the end of the log, nothing where none are."""
    if not warning.missing:
        return ""
    return _n("{n} log entry is missing in it.", "{n} log entries are missing in it.", warning.missing).format(
        n=warning.missing
    )


def _known(warning: MarkWarning) -> str:
    if warning.missing:
        return missing_text(warning)
    if warning.is_reading_only:
        return ""
    return _("So the program cannot tell whether the file is the latest.")


def _last_change(warning: MarkWarning) -> str:
    if warning.last_at is None:
        return _("Nothing was ever changed in it.")
    moment = warning.last_at.astimezone()
    return _("The latest change in it was made by {user} on {day} at {time}.").format(
        user=warning.last_by, day=moment.strftime("%d.%m.%Y"), time=moment.strftime("%H.%M")
    )


def _ways_on(warning: MarkWarning) -> str:
    if warning.is_reading_only:
        return _("It is open for reading only. Choose a backup, or go on in this file.")
    return _("If something is missing, choose a backup. A new mark was made, and the log says so.")


def password_not_changed() -> str:
    """Return what became of a new password typed with the recovery key, where the store is open to be read."""
    return _(
        "Your new password was not saved, because the file is open for reading only. Use the recovery key again once"
        " work goes on."
    )
