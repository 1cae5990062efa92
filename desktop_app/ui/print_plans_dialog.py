"""Udskriv flere planer: which and where to, how far it is, and what was left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.presenters.print_plans_presenter import PlanScope, PrintPlansShown, PrintTarget
from desktop_app.presenters.print_plans_texts import PlansPrintedShown
from desktop_app.translation import _, _p
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_roles import TextRole

_WIDTH, _CASEWORKER_WIDTH, _PROGRESS_WIDTH = 580, 280, 440
_TENTHS = 10


class PrintPlansDialog(FormDialog):
    """`scope_chosen` carries which plans (`PlanScope`), `target_chosen` where to (`PrintTarget`)."""

    scope_chosen = Signal(object)
    caseworker_chosen = Signal(str)
    target_chosen = Signal(object)

    def __init__(self, parent: QWidget, shown: PrintPlansShown) -> None:
        super().__init__(parent, _("Print several plans"), shown.verb, width=_WIDTH)
        self._scope = ComboBox(shown.scopes)
        self._about = Label("", TextRole.META, wraps=True)  # under the choice, which stays where it is as this grows
        self._caseworker = ComboBox(shown.caseworkers)
        self._caseworker_row = FieldRow(_("Responsible"), self._caseworker, width=_CASEWORKER_WIDTH)
        self._target = Segment(
            _p("of plans", "To"),
            (
                (PrintTarget.FOLDER.value, _p("of plans", "A folder")),
                (PrintTarget.PRINTER.value, _p("of plans", "The printer")),
            ),
        )
        self._warning = Alert(AlertKind.WARNING, _("Personal data"), "")
        self.body.add(Column(FieldRow(_("Which plans"), self._scope), Gap(8), self._about))
        self.body.add(self._caseworker_row, FieldRow(_p("of plans", "To"), self._target), self._warning)
        self._scope.edited.connect(self._tell_scope)
        self._caseworker.edited.connect(self._tell_caseworker)
        self._target.chosen.connect(self._tell_target)
        self.show_choice(shown)

    def show_choice(self, shown: PrintPlansShown) -> None:
        """Show what is chosen."""
        self._scope.choose(shown.scope.value)
        self._about.setText(shown.about)
        self._caseworker_row.setVisible(bool(shown.caseworker))
        if shown.caseworker:
            self._caseworker.choose(shown.caseworker)
        self._target.choose(shown.target.value)
        self._warning.show_message(_("Personal data"), shown.warning)
        self._warning.setVisible(bool(shown.warning))
        self.set_verb(shown.verb)

    def _tell_scope(self) -> None:
        self.scope_chosen.emit(PlanScope(self._scope.key()))

    def _tell_caseworker(self) -> None:
        self.caseworker_chosen.emit(self._caseworker.key())

    def _tell_target(self, key: str) -> None:
        self.target_chosen.emit(PrintTarget(key))


class PlansProgressDialog(FormDialog):
    """How many plans are printed; all one can do is to stop, which `cancelled` tells."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent, _("Printing plans"), "", cancel_verb=_("Stop"), width=_PROGRESS_WIDTH)
        self._primary.setEnabled(False)
        self._primary.hide()
        self._text = Label(text)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Printing plans"))
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = 0
        self.body.add(Column(self._text, Gap(8), self._bar))

    def show_progress(self, done: int, count: int, text: str) -> None:
        """Show how far it is; a screen reader is told at each tenth."""
        self._text.setText(text)
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        if (tenth := done * _TENTHS // count) > self._said:
            self._said = tenth
            announce(self, text)

    def _first_stop(self) -> QWidget | None:
        return self._cancel


class PlansPrintedDialog(FormDialog):
    """What was printed and what was not; its act is to have read it."""

    def __init__(self, parent: QWidget, shown: PlansPrintedShown) -> None:
        super().__init__(parent, shown.title, _("Close"), intro=shown.summary, width=_WIDTH)
        self._cancel.hide()
        for reason, cases in shown.left_out:
            self.body.add(Column(Label(reason, TextRole.STRONG, wraps=True), Gap(4), Label(cases, wraps=True)))
        if shown.warning:
            self.body.add(Alert(AlertKind.WARNING, _("Personal data"), shown.warning))
        announce(self, shown.summary)

    def _first_stop(self) -> QWidget | None:
        return self._primary
