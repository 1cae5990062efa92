"""Who has a store open: a small file beside it, so that a second program can say whom to ask.

What keeps others out is the lock on the store itself, which ends with the program that holds it. A file that a crash
left behind therefore keeps nobody out; it only tells that the store was not closed.
"""

import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.storage.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a store: the user's name, the computer and since when (ISO 8601, UTC). Empty where it is not known."""

    user: str = ""
    computer: str = ""
    since: str = ""


def holder_path(store: Path) -> Path:
    """Return where the file about the holder lies."""
    return store.with_name(store.name + ".open.json")


def computer_name() -> str:
    """Return the name this computer has on its network."""
    return platform.node()


def write_holder(store: Path, holder: Holder) -> None:
    """Tell others who has the store open.

    Raises:
        OSError: nothing was written.
    """
    write_whole(holder_path(store), json.dumps(asdict(holder), ensure_ascii=False).encode())


def read_holder(store: Path) -> Holder:
    """Return who said to hold the store; what cannot be read is not known."""
    try:
        content = json.loads(holder_path(store).read_bytes())
        return Holder(**{name: str(content[name]) for name in ("user", "computer", "since")})
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def remove_holder(store: Path) -> None:
    """Take the file away; a file that cannot be removed keeps nobody out."""
    try:
        holder_path(store).unlink(missing_ok=True)
    except OSError:
        return
