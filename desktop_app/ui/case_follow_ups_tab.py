"""Opfølgninger: every follow-up of a case in full, the latest first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_follow_ups import FollowUpEntry
from desktop_app.translation import _
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole


class CaseFollowUpsTab(QWidget):
    """Shows them, each with the state of its note."""

    def __init__(self, entries: Sequence[FollowUpEntry]) -> None:
        super().__init__()
        column = Column()
        if not entries:
            column.add(EmptyState("forum", _("No follow-ups yet")))
        for place, entry in enumerate(entries):
            if place:
                column.add(Gap(16), Line(), Gap(16))
            _add(column, entry)
        column.add(STRETCH)
        self.setLayout(column)


def _add(column: Column, entry: FollowUpEntry) -> None:
    column.add(Label(entry.title, TextRole.HEADING, wraps=True), Gap(2), Label(entry.state, TextRole.META, wraps=True))
    if entry.facts:
        column.add(Gap(10), FactTable(entry.facts))
    for heading, text in ((_("Note"), entry.note), (_("Agreed"), entry.agreed)):
        if text:
            column.add(Gap(12), Label(heading, TextRole.LABEL), Gap(2), Label(text, wraps=True))
    if entry.goals:
        column.add(Gap(12), Label(_("How the goals stood"), TextRole.LABEL), Gap(4))
        column.add(FactTable([(standing, goal) for goal, standing in entry.goals]))
    for heading, text in entry.corrections:
        column.add(Gap(12), Label(heading, TextRole.LABEL), Gap(2), Label(text, wraps=True))
