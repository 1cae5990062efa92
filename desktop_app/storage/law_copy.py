"""The copy of the last good rule files, in one file of the user's own folder: whole, or as if it were not there.

A digest stands beside the files: a rule with one digit changed would be read without complaint, and be wrong.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.application.errors import LawCopyTrouble
from desktop_app.storage.law_files import LawFiles
from desktop_app.storage.whole_file import write_whole

_FORMAT = "enplan-law"
_FOLDER_MODE = 0o700


@dataclass(frozen=True, slots=True)
class LawCopy:
    """The files as they were first read on a day."""

    files: LawFiles
    kept_on: date


def read_law_copy(path: Path) -> LawCopy | LawCopyTrouble:
    """Return the copy, or why there is none to use."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return LawCopyTrouble.MISSING
    except OSError:
        return LawCopyTrouble.DAMAGED
    try:
        kept = json.loads(content)
        if kept["format"] != _FORMAT or kept["sha256"] != _digest(kept["kept_on"], kept["files"]):
            return LawCopyTrouble.DAMAGED
        files = {str(place): text.encode() for place, text in kept["files"].items()}
        return LawCopy(files, date.fromisoformat(kept["kept_on"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return LawCopyTrouble.DAMAGED


def keep_law_copy(path: Path, files: LawFiles, today: date) -> None:
    """Keep files that were read without complaint; those that are kept already stay under the day they have.

    Raises:
        OSError: they could not be kept; an earlier copy is as it was.
    """
    kept = read_law_copy(path)
    if isinstance(kept, LawCopy) and kept.files == files:
        return
    texts = {place: content.decode() for place, content in files.items()}
    day = today.isoformat()
    content = {"format": _FORMAT, "kept_on": day, "sha256": _digest(day, texts), "files": texts}
    path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _digest(day: str, texts: object) -> str:
    return hashlib.sha256(json.dumps([day, texts], ensure_ascii=False, sort_keys=True).encode()).hexdigest()
