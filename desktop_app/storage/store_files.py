"""The files and folders of a store that is being made or discarded."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.holder import holder_path
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import mark_path
from desktop_app.storage.rotation import rotating_path

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


def remove_files(path: Path) -> None:
    """Take away a store with everything that lies beside it.

    Raises:
        OSError: something is still there.
    """
    beside = (key_path(path), mark_path(path), holder_path(path), attempts_path(path))
    for file in (path, path.with_name(path.name + "-journal"), rotating_path(path), *beside):
        file.unlink(missing_ok=True)
