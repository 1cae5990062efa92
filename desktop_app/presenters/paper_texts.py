"""The papers beside the plan in words."""

from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.translation import _, long_date

PAPERS_OF_CASE = (PaperKind.CALENDAR_SHEET, PaperKind.DECLARATION_NOTE, PaperKind.INTERVIEW)
"""The papers that are printed from the case itself; minutes are printed from their follow-up."""


def paper_title(kind: PaperKind) -> str:
    """Return what a paper is called."""
    return {
        PaperKind.FOLLOW_UP: _("Minutes of the follow-up"),
        PaperKind.CALENDAR_SHEET: _("Calendar sheet"),
        PaperKind.DECLARATION_NOTE: _("Cover note of the declaration"),
        PaperKind.INTERVIEW: _("Interview sheet"),
    }[kind]


def paper_act(kind: PaperKind) -> str:
    """Return the words on what leads to a paper."""
    return {
        PaperKind.FOLLOW_UP: _("Show minutes …"),
        PaperKind.CALENDAR_SHEET: _("Calendar sheet …"),
        PaperKind.DECLARATION_NOTE: _("Cover note of the declaration …"),
        PaperKind.INTERVIEW: _("Interview sheet …"),
    }[kind]


def written_text(paper: PrintedPaper, file: str) -> str:
    """Return that a paper was written to a file."""
    return _("Wrote »{document}« of {date} to {file}.").format(
        document=paper_title(paper.kind), date=long_date(paper.dated_on), file=file
    )
