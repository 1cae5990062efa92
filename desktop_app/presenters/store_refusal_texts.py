"""Why a store stays closed, in clear sentences: what is wrong, and what to do now."""

from collections.abc import Callable, Mapping
from datetime import datetime

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.translation import _, _n


def store_refused_text(error: StoreRefused) -> str:
    """Return why the store stays closed."""
    if error.refusal is StoreRefusal.IN_USE:
        return _in_use(error.details)
    if error.refusal is StoreRefusal.TOO_SOON:
        seconds = int(error.details.get("wait", "1"))
        return _n(
            "Too many wrong passwords were typed. Try again in {n} second.",
            "Too many wrong passwords were typed. Try again in {n} seconds.",
            seconds,
        ).format(n=seconds)
    if error.refusal is StoreRefusal.UNKNOWN_USER and not error.details.get("user"):
        return _("The file has several users. Say with --user who you are.")
    if error.refusal is StoreRefusal.WRONG_RECOVERY_KEY and error.details.get("group"):
        return _(
            "Group {group} of the recovery key is not as it stands on the paper. Correct it, and try again."
        ).format(group=error.details["group"])
    return _REFUSALS[error.refusal]().format_map(error.details)


def _in_use(details: Mapping[str, str]) -> str:
    if not (details.get("user") and details.get("computer")):
        return _("Another program has the file with the cases open. Close it there, or wait until it has finished.")
    if not details.get("since"):
        return _(
            "{user} has the file with the cases open on {computer}. Close it there, or wait until it has finished. A"
            " scheduled job cannot run while a window is open."
        ).format(user=details["user"], computer=details["computer"])
    since = datetime.fromisoformat(details["since"]).astimezone()
    return _(
        "{user} has had the file with the cases open on {computer} since {time} on {day}. Close it there, or wait until"
        " it has finished. A scheduled job cannot run while a window is open."
    ).format(
        user=details["user"],
        computer=details["computer"],
        time=since.strftime("%H.%M"),
        day=since.strftime("%d.%m.%Y"),
    )


_REFUSALS: Mapping[StoreRefusal, Callable[[], str]] = {
    StoreRefusal.MISSING: lambda: _(
        "There is no file with cases at {path}. Check the place, or create a new file with `enplan init`."
    ),
    StoreRefusal.EXISTS: lambda: _(
        "There is already a file at {path}. It was left untouched. Choose another place for the new one."
    ),
    StoreRefusal.IS_FOLDER: lambda: _("{path} is a folder. Choose the file with the cases."),
    StoreRefusal.EMPTY_FILE: lambda: _(
        "The file {path} is empty. The cases in it are lost; it was left untouched. Restore the latest backup."
    ),
    StoreRefusal.NOT_A_STORE: lambda: _("{path} is not a file with cases from Én Plan. It was left untouched."),
    StoreRefusal.DAMAGED: lambda: _("The file {path} is damaged. It was left untouched. Restore the latest backup."),
    StoreRefusal.KEYS_MISSING: lambda: _(
        "The key file {path} is missing, and without it no password opens the cases. Fetch it from the latest backup."
    ),
    StoreRefusal.KEYS_DAMAGED: lambda: _("The key file {path} is damaged. Fetch it from the latest backup."),
    StoreRefusal.KEYS_OLD: lambda: _(
        "The key file {path} is from before the key of the cases was changed, so it opens nothing. Fetch it from the"
        " latest backup."
    ),
    StoreRefusal.UNKNOWN_USER: lambda: _("The file has no user called {user}."),
    StoreRefusal.WRONG_PASSWORD: lambda: _("The password does not fit. Try again."),
    StoreRefusal.WRONG_RECOVERY_KEY: lambda: _("The recovery key does not fit. Check each group of characters."),
    StoreRefusal.NO_ROLE: lambda: _(
        "{user} has a password but no role yet, so the cases stay closed. Ask a leader or an administrator to give"
        " {user} a role under Settings, »Access«."
    ),
    StoreRefusal.IN_USE: lambda: "",
    StoreRefusal.TOO_SOON: lambda: "",
    StoreRefusal.NEWER: lambda: _(
        "The file was last used with a newer version of the program (its format is {store_version}, this program knows"
        " {program_version}). It was left untouched. Update the program."
    ),
    StoreRefusal.NETWORK_FOLDER: lambda: _(
        "The folder {folder} lies on a network drive. There two computers can spoil each other's changes. Choose a"
        " folder on this computer."
    ),
    StoreRefusal.SYNCHRONISED_FOLDER: lambda: _(
        "The file lies on a drive that is synchronised ({folder}). Two computers can spoil each other's changes. Choose"
        " another folder on this computer."
    ),
    StoreRefusal.NOT_WRITABLE: lambda: _("You may not write in the folder {folder}. Choose another folder."),
    StoreRefusal.UNSUITABLE_LIBRARY: lambda: _(
        "The program's database library cannot encrypt safely ({found}). Nothing was opened. Install the program anew."
    ),
    StoreRefusal.HOLDS_CASES: lambda: _(
        "There are already cases in the file, so no made-up ones are added. Choose an empty place for the demo."
    ),
}
