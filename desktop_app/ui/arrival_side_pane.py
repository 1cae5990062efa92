"""What stands beside *Ny modtagelse*: who it may be, how the date is proposed, and what follows from it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.arrival_side import ArrivalSide, Proposal, StartedDuty
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Link
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.steps import Step, Steps
from desktop_app.ui.text_roles import TextRole


class ArrivalSidePane(QWidget):
    """`case_wanted` carries the number of the similar case; `other_person` says that it is about somebody else."""

    case_wanted = Signal(str)
    other_person = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: ArrivalSide | None = None
        open_case, create = Link(_("Open that case")), Link(_("Create anyway"))
        self._similar = Alert(AlertKind.WARNING, _("Looks like an existing case"), actions=(open_case, create))
        self._similar.hide()
        self._gap = QWidget()
        self._gap.setLayout(Column(Gap(20)))
        self._gap.hide()
        self._steps = Steps(_("How the date is proposed"))
        self._basis = Label("", TextRole.META, wraps=True)
        self._uncertainty = Label("", TextRole.SMALL_STRONG, tone=Token.SOON_TEXT, wraps=True)
        self._why_none = Label("", TextRole.META, wraps=True)
        self._duties = Column()
        self._note = Label("", TextRole.META, wraps=True)
        content = Column(self._similar, self._gap)
        content.add(Label(_("How the date is proposed"), TextRole.HEADING), Gap(8))
        content.add(self._steps, Gap(8), self._basis, self._uncertainty, self._why_none, Gap(20))
        content.add(Label(_("What follows from the date"), TextRole.HEADING), Gap(8), self._note, self._duties)
        self.setLayout(content)
        open_case.clicked.connect(self._want_case)
        create.clicked.connect(self.other_person)

    def show_side(self, side: ArrivalSide) -> None:
        """Show what is said of the person shown."""
        before, self._shown = self._shown, side
        if before is None or before.similar != side.similar:
            self._show_similar(side)
        if before is None or before.proposal != side.proposal:
            self._show_proposal(side.proposal)
        if before is None or before.started != side.started:
            self._show_duties(side.started)
        self._note.setText(side.note)
        self._note.setVisible(bool(side.note))

    def _show_similar(self, side: ArrivalSide) -> None:
        similar = side.similar
        for widget in (self._similar, self._gap):
            widget.setVisible(similar is not None)
        if similar:
            title = _("Looks like an existing case")
            self._similar.show_message(title, similar.text)
            announce(self, f"{title}: {similar.text}")

    def _show_proposal(self, proposal: Proposal) -> None:
        self._steps.show_steps([Step(step.title, step.detail) for step in proposal.steps])
        self._steps.setVisible(bool(proposal.steps))
        for label, text in (
            (self._basis, proposal.basis),
            (self._uncertainty, proposal.uncertainty),
            (self._why_none, proposal.why_none),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_duties(self, duties: Sequence[StartedDuty]) -> None:
        old = self._duties.takeAt(0)
        if old is not None and (shown := old.widget()) is not None:
            shown.hide()
            shown.deleteLater()
        rows = QWidget()
        rows.setLayout(Column(*(_DutyRow(duty) for duty in duties), spacing=10))
        self._duties.add(rows)
        rows.show()

    def _want_case(self) -> None:
        if self._shown and self._shown.similar:
            self.case_wanted.emit(self._shown.similar.case_number)


class _DutyRow(QWidget):
    """A duty with its paragraph, its day to the right, and the advice below."""

    def __init__(self, duty: StartedDuty) -> None:
        super().__init__()
        name = Column(Label(duty.duty, wraps=True), spacing=1)
        if duty.section:
            name.add(Label(duty.section, TextRole.META, wraps=True))
        day = Row(spacing=12)
        day.add(name, stretch=1)
        day.add_aligned(Label(duty.due, TextRole.LABEL), Qt.AlignmentFlag.AlignTop)
        whole = Column(day, spacing=1)
        if duty.hint:
            whole.add(Label(duty.hint, TextRole.META, wraps=True))
        self.setLayout(whole)
