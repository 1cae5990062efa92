"""Everything the page of a case and its dialogs ask of the open store; composition's `CaseDesk` fits it."""

from typing import Protocol

from desktop_app.presenters.case_form_view import CaseChanging
from desktop_app.presenters.case_presenter import CaseReading
from desktop_app.presenters.copy_presenter import CopyWork
from desktop_app.presenters.correction_presenter import CorrectionWork
from desktop_app.presenters.decision_presenter import DecisionWork
from desktop_app.presenters.event_presenter import EventWork
from desktop_app.presenters.family_presenter import FamilyWork
from desktop_app.presenters.reassign_presenter import ReassignWork


class CaseWork(
    CaseReading, CaseChanging, EventWork, DecisionWork, CorrectionWork, CopyWork, FamilyWork, ReassignWork, Protocol
):
    """Everything that is done with one case, but its plan and its follow-ups; and giving cases to somebody else."""
