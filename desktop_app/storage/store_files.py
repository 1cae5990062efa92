"""The files and folders of a store that is being made or discarded, or whose making was stopped half way."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.holder import holder_path
from desktop_app.storage.in_use import refuse_in_use
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import is_unfinished, mark_path, unfinished_keys_path
from desktop_app.storage.rotation import rotating_path
from desktop_app.storage.whole_file import sync_folder

FOLDER_MODE: Final = 0o700


@contextmanager
def folders_for(path: Path) -> Iterator[None]:
    """Make the folders a store lies in, and take those that were made away again where it could not be made."""
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # somebody else may have put something there
            for folder in made:
                folder.rmdir()
        raise


@contextmanager
def nothing_left_behind(path: Path) -> Iterator[None]:
    """Take away the files of a store that could not be made."""
    try:
        yield
    except BaseException:
        remove_files(path)
        raise


def finish(store: Path) -> None:
    """Give the keys of a store that was made their name: from now on there is one.

    Raises:
        OSError: it has no keys yet.
    """
    unfinished_keys_path(store).replace(key_path(store))
    sync_folder(store.parent)


def remove_files(store: Path) -> None:
    """Take the files of a store away; stopped half way through one that is unfinished, it still is.

    Raises:
        OSError: one of them stays.
    """
    beside = (key_path(store), mark_path(store), holder_path(store), attempts_path(store), unfinished_keys_path(store))
    for file in (store, store.with_name(store.name + "-journal"), rotating_path(store), *beside):
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
