"""The papers beside the plan, of an open store: drawn when asked for, each print logged."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_calendar_sheet import print_calendar_sheet
from desktop_app.application.print_declaration_note import print_declaration_note
from desktop_app.application.print_follow_up import ChosenFollowUp, print_follow_up
from desktop_app.application.print_interview import print_interview
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.storage.store import Store, now


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """Draws the papers of one store by one law, at the moment of the call."""

    store: Store
    law: PlanLaw

    def draw(
        self, kind: PaperKind, case_number: str, today: date, follow_up: ChosenFollowUp | None = None
    ) -> PrintedPaper:
        """Return a paper as PDF; minutes are of the follow-up chosen, otherwise of the last one held.

        Without a case number the sheet of the interview is the empty form.
        """
        match kind:
            case PaperKind.FOLLOW_UP:
                return self._follow_up(case_number, follow_up or ChosenFollowUp())
            case PaperKind.CALENDAR_SHEET:
                return self._calendar_sheet(case_number, today)
            case PaperKind.DECLARATION_NOTE:
                return self._declaration_note(case_number, today)
            case PaperKind.INTERVIEW:
                return self._interview(case_number, today)

    def _follow_up(self, case_number: str, chosen: ChosenFollowUp) -> PrintedPaper:
        from desktop_app.documents.follow_up_document import print_minutes  # noqa: PLC0415 - reportlab, only to print

        return print_follow_up(
            case_number,
            chosen,
            work=self.store.work,
            read=self.store.read,
            printer=print_minutes,
            rulebook=self.law.rulebook,
            now=now(),
        )

    def _calendar_sheet(self, case_number: str, today: date) -> PrintedPaper:
        from desktop_app.documents.calendar_sheet import print_sheet  # noqa: PLC0415 - as above

        return print_calendar_sheet(
            case_number, work=self.store.work, printer=print_sheet, rulebook=self.law.rulebook, today=today
        )

    def _declaration_note(self, case_number: str, today: date) -> PrintedPaper:
        from desktop_app.documents.declaration_document import print_note  # noqa: PLC0415 - as above

        return print_declaration_note(case_number, work=self.store.work, printer=print_note, law=self.law, today=today)

    def _interview(self, case_number: str, today: date) -> PrintedPaper:
        from desktop_app.documents.interview_document import print_interview_sheet  # noqa: PLC0415 - as above

        return print_interview(case_number, work=self.store.work, printer=print_interview_sheet, today=today)
