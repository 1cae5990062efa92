"""A whole store takes the place of another by renaming whole files; the other one is kept beside it, never deleted.

Killed at whatever step, one finds at the place the old store whole, the new one whole, or none; where there is none,
the old one lies whole under its new name, and the new one can be fetched again.
"""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.backup_name import in_file_name
from desktop_app.storage.holder import holder_path
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import is_left_of, mark_path
from desktop_app.storage.store_files import remove_unfinished
from desktop_app.storage.whole_file import sync_folder, write_whole

ASIDE: Final = "aside"
"""What stands in the name of a store that was set aside: `enplan.aside-2026-11-22T080512Z.store`."""


def journal_path(store: Path) -> Path:
    """Return where a crash leaves what mends the store at the next opening."""
    return store.with_name(store.name + "-journal")


def aside_path(store: Path, at: datetime) -> Path:
    """Return a name that is free, beside the store, for the one that is set aside."""
    beginning, number = f"{store.stem}.{ASIDE}-{in_file_name(at)}", 1
    path = store.with_name(f"{beginning}{store.suffix}")
    while is_left_of(path):
        number += 1
        path = store.with_name(f"{beginning}-{number}{store.suffix}")
    return path


def exchange(new: Path, place: Path, at: datetime) -> Path | None:
    """Let the closed store `new` take the place of whatever is left of one at `place`; return where that is kept.

    Both lie on one drive, and nobody has either open.

    Raises:
        OSError: what lay there lies there still.
    """
    aside = aside_path(place, at) if is_left_of(place) else None
    if aside:
        # What goes with the store is there twice before the store itself goes: from that moment on the set is whole.
        for beside in (key_path, mark_path, journal_path):
            if beside(place).exists():
                write_whole(beside(aside), beside(place).read_bytes())
        if place.exists():
            place.rename(aside)
    try:
        remove_unfinished(place)
        journal_path(place).unlink(missing_ok=True)  # it would be played back into the new store
        for beside in (key_path, mark_path):
            beside(new).replace(beside(place))
        sync_folder(place.parent)
        new.rename(place)
    except BaseException:
        if aside:
            _put_back(aside, place)
        raise
    sync_folder(place.parent)
    for left in (attempts_path(place), holder_path(place)):
        with suppress(OSError):
            left.unlink(missing_ok=True)
    return aside


def _put_back(aside: Path, place: Path) -> None:
    """Let a store that was set aside lie at its place again; what cannot be put back is kept where it is."""
    with suppress(OSError):
        for beside in (key_path, mark_path, journal_path):
            if beside(aside).exists():
                shutil.copyfile(beside(aside), beside(place))
            else:
                beside(place).unlink(missing_ok=True)
        if aside.exists():
            aside.rename(place)
        for beside in (key_path, mark_path, journal_path):
            beside(aside).unlink(missing_ok=True)
