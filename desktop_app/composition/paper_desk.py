"""The papers beside the plan, of an open store: drawn when asked for, each print logged."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_calendar_sheet import print_calendar_sheet
from desktop_app.application.print_declaration_note import print_declaration_note
from desktop_app.application.print_follow_up import ChosenFollowUp, print_follow_up
from desktop_app.application.print_interview import print_interview
from desktop_app.application.printed_paper import PaperForm, PaperKind, PrintedPaper
from desktop_app.storage.store import Store, now


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """Draws the papers of one store by one law, at the moment of the call."""

    store: Store
    law: PlanLaw

    def draw(
        self,
        kind: PaperKind,
        case_number: str,
        today: date,
        follow_up: ChosenFollowUp | None = None,
        form: PaperForm = PaperForm.PDF,
    ) -> PrintedPaper:
        """Return a paper; minutes are of the follow-up chosen, otherwise of the last one held.

        Without a case number the sheet of the interview is the empty form.
        """
        match kind:
            case PaperKind.FOLLOW_UP:
                return self._follow_up(case_number, follow_up or ChosenFollowUp(), form)
            case PaperKind.CALENDAR_SHEET:
                return self._calendar_sheet(case_number, today, form)
            case PaperKind.DECLARATION_NOTE:
                return self._declaration_note(case_number, today, form)
            case PaperKind.INTERVIEW:
                return self._interview(case_number, today, form)

    def _follow_up(self, case_number: str, chosen: ChosenFollowUp, form: PaperForm) -> PrintedPaper:
        from desktop_app.documents.follow_up_document import set_minutes  # noqa: PLC0415 - reportlab, only to print
        from desktop_app.documents.set_paper import printer_of  # noqa: PLC0415 - as above

        return print_follow_up(
            case_number,
            chosen,
            work=self.store.work,
            read=self.store.read,
            printer=printer_of(set_minutes, form),
            rulebook=self.law.rulebook,
            now=now(),
            form=form,
        )

    def _calendar_sheet(self, case_number: str, today: date, form: PaperForm) -> PrintedPaper:
        from desktop_app.documents.calendar_sheet import set_sheet  # noqa: PLC0415 - as above
        from desktop_app.documents.set_paper import printer_of  # noqa: PLC0415 - as above

        return print_calendar_sheet(
            case_number,
            work=self.store.work,
            printer=printer_of(set_sheet, form),
            rulebook=self.law.rulebook,
            today=today,
            form=form,
        )

    def _declaration_note(self, case_number: str, today: date, form: PaperForm) -> PrintedPaper:
        from desktop_app.documents.declaration_document import set_note  # noqa: PLC0415 - as above
        from desktop_app.documents.set_paper import printer_of  # noqa: PLC0415 - as above

        return print_declaration_note(
            case_number, work=self.store.work, printer=printer_of(set_note, form), law=self.law, today=today, form=form
        )

    def _interview(self, case_number: str, today: date, form: PaperForm) -> PrintedPaper:
        from desktop_app.documents.interview_document import set_interview_sheet  # noqa: PLC0415 - as above
        from desktop_app.documents.set_paper import printer_of  # noqa: PLC0415 - as above

        return print_interview(
            case_number, work=self.store.work, printer=printer_of(set_interview_sheet, form), today=today, form=form
        )
