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


class PaperForm(StrEnum):
    """What a paper is written as, and how the names of its files end."""

    PDF = "pdf"
    HTML = "html"


_FILE_NAMES = {
    PaperKind.FOLLOW_UP: "Referat",
    PaperKind.CALENDAR_SHEET: "Kalenderark",
    PaperKind.DECLARATION_NOTE: "Foelgeseddel",
    PaperKind.INTERVIEW: "Samtaleark",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """A paper, as PDF or as a page for screen readers; an empty form has no case number.

    `follow_up_id` is the follow-up minutes are of. `file_name` names neither the citizen nor the CPR number.
    """

    content: bytes
    kind: PaperKind
    case_number: str
    dated_on: date
    follow_up_id: str = ""
    form: PaperForm = PaperForm.PDF

    @property
    def file_name(self) -> str:
        """The proposed name: date first so that it sorts, then document and case."""
        if not self.case_number:
            return f"{self.dated_on.isoformat()}_{_FILE_NAMES[self.kind]}_tomt.{self.form}"
        number = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        return f"{self.dated_on.isoformat()}_{_FILE_NAMES[self.kind]}_sag-{number[:60]}.{self.form}"


def form_of(file_name: str) -> PaperForm:
    """Return the form the name of a file asks for: that of paper, unless it ends as those of pages do."""
    return PaperForm.HTML if file_name.lower().endswith((".html", ".htm")) else PaperForm.PDF


def noted(form: PaperForm) -> dict[str, str]:
    """Return what the log tells of the form: nothing for paper, which it has told of from the beginning."""
    return {} if form is PaperForm.PDF else {"form": form}
