"""Whether there is anything at a path that could be a store, asked without importing the database."""

from pathlib import Path

from desktop_app.application.errors import StoreRefusal, StoreRefused


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
