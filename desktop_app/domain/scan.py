"""The signed paper as it was scanned: what the case shows of a file, and that it was taken away again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

LARGEST: Final = 25 * 1024 * 1024
"""How many bytes a scan may have. Ten pages in colour at 300 dots an inch are a fifth of that."""


class ScanType(StrEnum):
    """What a scan can be, by its media type."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRemoval:
    """That a scan was taken away, by whom (initials), and why. What it was stays in the history of the case."""

    on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A file with the signed paper of a version. Its bytes lie in the store under their SHA-256.

    Nothing of it changes but its removal; `added_by` holds initials.
    """

    id: str
    file_name: str
    media_type: ScanType
    size: int
    sha256: str
    added_on: date
    added_by: str
    note: str | None = None
    removal: ScanRemoval | None = None
    version: int = 0


def attached(scans: Iterable[Scan]) -> tuple[Scan, ...]:
    """Return the scans that were not taken away."""
    return tuple(scan for scan in scans if scan.removal is None)
