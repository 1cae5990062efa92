"""What lies at a path: something that could be a store, or one of a store's own files; asked without the database."""

from pathlib import Path

from desktop_app.application.errors import OwnFileRefused, StoreRefusal, StoreRefused
from desktop_app.storage.key_file import key_path


def mark_path(store: Path) -> Path:
    """Return where the mark of a store lies (`storage.mark_file`)."""
    return store.with_name(store.name + ".mark")


def unfinished_keys_path(store: Path) -> Path:
    """Return where the keys of a store lie while it is being made; they get their name last of all."""
    return key_path(store).with_name(key_path(store).name + ".making")


def is_unfinished(store: Path) -> bool:
    """Tell whether the making of a store was stopped half way here: nobody can ever have worked in it."""
    return unfinished_keys_path(store).exists() and not key_path(store).exists()


def is_left_of(store: Path) -> bool:
    """Tell whether a store lies here, or anything that says that one did; one that was never finished is none."""
    return any(path.exists() for path in (store, key_path(store), mark_path(store))) and not is_unfinished(store)


def refuse_no_store(path: Path) -> None:
    """Refuse, without opening it, what cannot be a store.

    Raises:
        StoreRefused: MISSING, IS_FOLDER or EMPTY_FILE (with any key SQLite would make an empty store of that).
    """
    if path.is_dir():
        raise StoreRefused(StoreRefusal.IS_FOLDER, path=str(path))
    if not path.exists():
        raise StoreRefused(StoreRefusal.MISSING, path=str(path))
    if path.stat().st_size == 0:
        raise StoreRefused(StoreRefusal.EMPTY_FILE, path=str(path))


def refuse_existing(path: Path) -> None:
    """Refuse to make a store where something is already, be it only the keys or the mark of one.

    What is left of making one that was stopped half way is in nobody's way.

    Raises:
        StoreRefused: IS_FOLDER or EXISTS.
    """
    if path.is_dir():
        raise StoreRefused(StoreRefusal.IS_FOLDER, path=str(path))
    if is_unfinished(path):
        return
    for there in (path, key_path(path), mark_path(path)):
        if there.exists():
            raise StoreRefused(StoreRefusal.EXISTS, path=str(there))


def refuse_own_file(store: Path, path: Path) -> None:
    """Refuse to write a document over a store, its keys or anything else that is named after it.

    Raises:
        OwnFileRefused: writing there would destroy cases.
    """
    own, wanted = store.resolve(), path.resolve()
    names_it = wanted.name.casefold().startswith(own.name.casefold())
    if (names_it and wanted.parent == own.parent) or (wanted.exists() and own.exists() and wanted.samefile(own)):
        raise OwnFileRefused(str(path))
