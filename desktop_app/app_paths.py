"""Where the program keeps things on this computer when the command line does not say otherwise."""

from pathlib import Path

import platformdirs

APP_NAME = "EnPlan"


def data_folder() -> Path:
    """Return the user's data folder; nothing is created."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_store() -> Path:
    """Return the path of the store that is opened without `--store`."""
    return data_folder() / "enplan.store"


def law_copy_path() -> Path:
    """Return the path of the copy of the last good rule files, beside the preferences; nothing is created."""
    return preferences_path().with_name("last-good-law.json")


def error_log_path() -> Path:
    """Return the path of the log of what went wrong in the program, beside the preferences; nothing is created."""
    return preferences_path().with_name("errors.log")


def preferences_path() -> Path:
    """Return the path of the file with this computer's preferences; nothing is created."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "preferences.json"
