"""Samtykke: what stands on the case, and what the citizen says now."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.consent import ConsentPurpose
from desktop_app.presenters.consent_presenter import ConsentField
from desktop_app.presenters.consent_texts import consent_purpose_text
from desktop_app.translation import _, _p, capitalised
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.segment import Segment

GIVEN, WITHDRAWN = "given", "withdrawn"
_WIDTH = 580


class ConsentDialog(FormDialog):
    """`saving` carries purpose (`ConsentPurpose`), date, with whom, and whether it is a withdrawal."""

    saving = Signal(object, str, str, bool)

    def __init__(self, parent: QWidget, title: str, lines: Sequence[str], today: Callable[[], date]) -> None:
        intro = _(
            "Withdrawn consent holds from its day on: what is written about health is then left off papers that are not"
            " signed. What was signed or handed out before stays as it was."
        )
        super().__init__(parent, title, _("Save the consent"), intro=intro, width=_WIDTH)
        self._purpose = ComboBox([(one.value, capitalised(consent_purpose_text(one))) for one in ConsentPurpose])
        self._act = Segment(
            _("What the citizen says"),
            ((GIVEN, _p("of consent", "Consents")), (WITHDRAWN, _p("of consent", "Withdraws the consent"))),
        )
        self._act.choose(GIVEN)
        self._on = DateField(today)
        self._whom = LineEdit()
        for line in lines or [_("No consent is recorded yet.")]:
            self.body.add(Label(line, wraps=True))
        self._whom_row = FieldRow(_("Whom it may be shared with"), self._whom)
        self.body.add(
            self.form.add(ConsentField.PURPOSE.value, FieldRow(_("Consent that"), self._purpose)),
            FieldRow(_("What the citizen says"), self._act),
            self.form.add(ConsentField.ON.value, FieldRow(_("Date"), self._on)),
            self.form.add(ConsentField.WHOM.value, self._whom_row),
        )
        self._purpose.edited.connect(self._arrange)
        self._act.chosen.connect(self._arrange)
        self.accepted_form.connect(self._save)
        self._arrange()

    def _arrange(self) -> None:
        is_sharing = self._purpose.key() == ConsentPurpose.SHARING.value
        self._whom_row.setVisible(is_sharing and self._act.key() == GIVEN)

    def _save(self) -> None:
        purpose = ConsentPurpose(self._purpose.key())
        self.saving.emit(purpose, self._on.text(), self._whom.text(), self._act.key() == WITHDRAWN)
