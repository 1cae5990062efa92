"""What lies at a path: something that could be a store, or one of a store's own files; asked without the database."""

from pathlib import Path

from desktop_app.application.errors import OwnFileRefused, StoreRefusal, StoreRefused


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


def refuse_own_file(store: Path, path: Path) -> None:
    """Refuse to write a document over a store, its keys or anything else that is named after it.

    Raises:
        OwnFileRefused: writing there would destroy cases.
    """
    own, wanted = store.resolve(), path.resolve()
    names_it = wanted.name.casefold().startswith(own.name.casefold())
    if (names_it and wanted.parent == own.parent) or (wanted.exists() and own.exists() and wanted.samefile(own)):
        raise OwnFileRefused(str(path))
