"""Every file of a store, and taking them away: of one that is not to be, or whose making was stopped half way."""

from pathlib import Path

from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.holder import holder_path
from desktop_app.storage.in_use import refuse_in_use
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import is_unfinished, mark_path, unfinished_keys_path


def remove_files(store: Path) -> None:
    """Take the files of a store away; stopped half way through one that is unfinished, it still is.

    Raises:
        OSError: one of them stays.
    """
    beside = (key_path(store), mark_path(store), holder_path(store), attempts_path(store), unfinished_keys_path(store))
    for file in (store, store.with_name(store.name + "-journal"), *beside):
        file.unlink(missing_ok=True)


def remove_unfinished(store: Path) -> None:
    """Take away what is left of making a store here that was stopped half way; anything else stays.

    Raises:
        StoreRefused: IN_USE, a program is making it now.
        OSError: a file stays.
    """
    if is_unfinished(store):
        refuse_in_use(store)
        remove_files(store)
