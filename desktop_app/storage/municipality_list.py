"""The municipalities the program knows, read without the database."""

import tomllib
from pathlib import Path


def read_municipalities(file: Path) -> dict[str, str]:
    """Return the name of each municipality by its three-digit code.

    Raises:
        FileNotFoundError: the file is not bundled.
    """
    names: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["municipalities"]
    return names
