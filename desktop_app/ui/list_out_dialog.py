"""Gem eller udskriv listen: what the worklist is taken out as, chosen in one dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.copy_worklist_out import ListKind
from desktop_app.presenters.list_out_presenter import ListOutShown, list_kind_text
from desktop_app.translation import _, _p
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_roles import TextRole

_WIDTH = 580


class ListOutDialog(FormDialog):
    """`chosen` carries the kind of copy (`ListKind`), `names_chosen` whether the calendar names people."""

    chosen = Signal(object)
    names_chosen = Signal(bool)

    def __init__(self, parent: QWidget, summary: str, shown: ListOutShown) -> None:
        super().__init__(parent, _("Save or print the list"), shown.verb, intro=summary, width=_WIDTH)
        self._kind = Segment(_p("of a list", "As"), tuple((kind.value, list_kind_text(kind)) for kind in ListKind))
        self._about = Label("", TextRole.META, wraps=True)  # under the choice, which stays where it is as this grows
        self._names = CheckBox(_("Names in the calendar"))
        self._names_row = FieldRow(
            "",
            self._names,
            help_text=_(
                "A calendar is easily shared and is shown on telephones. Without names an entry says the case number"
                " and the task."
            ),
        )
        self._warning = Alert(AlertKind.WARNING, _("Personal data"), "")
        self.body.add(Column(FieldRow(_p("of a list", "As"), self._kind), Gap(8), self._about))
        self.body.add(self._names_row, self._warning)
        self._kind.chosen.connect(self._tell_kind)
        self._names.clicked.connect(self.names_chosen)
        self.show_choice(shown)

    def show_choice(self, shown: ListOutShown) -> None:
        """Show what the kind that is chosen means."""
        self._kind.choose(shown.kind.value)
        self._about.setText(shown.about)
        self._names.setChecked(shown.has_names)
        self._names_row.setVisible(shown.asks_for_names)
        self._warning.show_message(_("Personal data"), shown.warning)
        self._warning.setVisible(bool(shown.warning))
        self.set_verb(shown.verb)

    def _tell_kind(self, key: str) -> None:
        self.chosen.emit(ListKind(key))
