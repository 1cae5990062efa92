"""What was checked of a store, and what is not as it must be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol


class Check(StrEnum):
    """What is checked; beside it what the `subject` of a finding is, empty where the part cannot be read at all."""

    PAGES = "pages"  # SQLCipher's words for a page that is not as it was encrypted
    STRUCTURE = "structure"  # SQLite's words for what does not fit together
    REFERENCES = "references"  # the table of a row that refers to nothing
    CHAIN = "chain"  # the number of an entry that does not follow from the one before
    PAYLOAD = "payload"  # the number of an entry whose content is not the one that was hashed, or is missing
    ROWS = "rows"  # kind and id of a record that is not what its revisions say
    CONFLICTS = "conflicts"  # record and field
    FROZEN_PLANS = "frozen_plans"  # the id of a frozen plan that does not fit its SHA-256
    DOCUMENTS = "documents"  # the SHA-256 that a document's, scan's or logo's bytes do not fit, or that has no bytes
    SCANS = "scans"  # the id of a scan whose bytes are not as many as it says
    LOGOS = "logos"  # the SHA-256 of a logo that the settings or a frozen plan name, and that is not there


_OF_LINES: Final = frozenset({Check.CHAIN, Check.PAYLOAD})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be."""

    check: Check
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked and what was found; sound when nothing was."""

    pages: int
    entries: int
    records: int
    frozen_plans: int
    documents: int
    scans: int
    logos: int
    findings: tuple[Finding, ...]

    @property
    def first_bad_entry(self) -> int | None:
        """The number of the first line of the log that is not as it was written; None where all are.

        What comes before it is as it was written; what comes after proves nothing by itself.
        """
        bad = [int(found.subject) for found in self.findings if found.check in _OF_LINES and found.subject]
        return min(bad, default=None)

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class VerificationInParts(Protocol):
    """A check in the making: part by part, so that a window stays alive meanwhile."""

    @property
    def progress(self) -> tuple[int, int]:
        """How many parts were checked, of how many; the lines of the log are a part for each thousand."""
        ...

    def go_on(self) -> bool:
        """Check the next part; whether there is more to do.

        Raises:
            StorageUnavailable: the machine cannot read the file; damage is a finding, not an error.
        """
        ...

    def result(self) -> Verification:
        """Return what was checked and found, once there is no more to do."""
        ...
