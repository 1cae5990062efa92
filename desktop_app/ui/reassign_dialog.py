"""Skift ansvarlig: who is to be responsible, asked for in one dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.reassign_presenter import ReassignField, ReassignShown
from desktop_app.translation import _, _p
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.facts import FactTable
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.text_roles import TextRole

_CASEWORKER_WIDTH, _INITIALS_WIDTH = 280, 160
_LONGEST = 100


class ReassignDialog(FormDialog):
    """`typed` carries a field (`ReassignField`) and what is chosen or typed in it."""

    typed = Signal(object, str)

    def __init__(self, parent: QWidget, shown: ReassignShown) -> None:
        super().__init__(parent, _("Change who is responsible"), _p("button", "Change"), intro=shown.about)
        self._citizens = shown.citizens
        self._facts = FactTable()
        self._caseworker = ComboBox(shown.choices)
        self._initials = LineEdit()
        self._initials.setMaxLength(_LONGEST)
        self.body.add(self._facts)
        who = FieldRow(_("Responsible from now on"), self._caseworker, width=_CASEWORKER_WIDTH)
        self.body.add(self.form.add(ReassignField.CASEWORKER, who))
        self._typed_row = FieldRow(_("Initials"), self._initials, width=_INITIALS_WIDTH)
        self.body.add(self.form.add(ReassignField.INITIALS, self._typed_row))
        if shown.note:
            self.body.add(Label(shown.note, TextRole.META, wraps=True))
        self._caseworker.currentIndexChanged.connect(self._tell_caseworker)
        self._initials.edited.connect(self._tell_initials)
        self.ask_initials(is_asked=False)
        self.show_now(shown.now)

    def ask_initials(self, *, is_asked: bool) -> None:
        """Ask for initials too, or no more."""
        self._typed_row.setVisible(is_asked)

    def show_now(self, text: str) -> None:
        """Say who is responsible now."""
        self._facts.show_facts(((_("Citizens"), self._citizens), (_("Responsible now"), text)))

    def _tell_caseworker(self) -> None:
        self.typed.emit(ReassignField.CASEWORKER, self._caseworker.key())

    def _tell_initials(self) -> None:
        self.typed.emit(ReassignField.INITIALS, self._initials.text())
