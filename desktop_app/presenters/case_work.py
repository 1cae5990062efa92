"""Everything the page of a case and its dialogs ask of the open store; composition's `CaseDesk` fits it."""

from typing import Protocol

from desktop_app.presenters.case_form_view import CaseChanging
from desktop_app.presenters.case_presenter import CaseReading
from desktop_app.presenters.copy_presenter import CopyWork
from desktop_app.presenters.correction_presenter import CorrectionWork
from desktop_app.presenters.event_presenter import EventWork
from desktop_app.presenters.family_presenter import FamilyWork
from desktop_app.presenters.reassign_presenter import ReassignWork


class CaseWork(CaseReading, CaseChanging, EventWork, CorrectionWork, CopyWork, FamilyWork, ReassignWork, Protocol):
    """Opening a case, changing it, recording what happened, correcting dates, copying out, joining, reassigning."""
