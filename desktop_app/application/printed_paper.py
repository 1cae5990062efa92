"""The papers beside the plan: drawn anew from what is known at the moment of printing, each print logged."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaperKind(StrEnum):
    """The papers, as the command line and the log name them."""

    FOLLOW_UP = "follow-up"
    CALENDAR_SHEET = "calendar-sheet"
    DECLARATION_NOTE = "declaration-note"
    INTERVIEW = "interview"


_FILE_NAMES = {
    PaperKind.FOLLOW_UP: "Referat",
    PaperKind.CALENDAR_SHEET: "Kalenderark",
    PaperKind.DECLARATION_NOTE: "Foelgeseddel",
    PaperKind.INTERVIEW: "Samtaleark",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """A paper as PDF; an empty form has no case number. `file_name` names neither the citizen nor the CPR number."""

    content: bytes
    kind: PaperKind
    case_number: str
    dated_on: date

    @property
    def file_name(self) -> str:
        """The proposed name: date first so that it sorts, then document and case."""
        if not self.case_number:
            return f"{self.dated_on.isoformat()}_{_FILE_NAMES[self.kind]}_tomt.pdf"
        number = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        return f"{self.dated_on.isoformat()}_{_FILE_NAMES[self.kind]}_sag-{number[:60]}.pdf"
