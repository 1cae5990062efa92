"""The days on a signed paper, asked for in one dialog."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.signing import SigningField
from desktop_app.presenters.sign_form import CitizenSigned, SignForm
from desktop_app.presenters.signing_texts import field_name, how_text
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_area import TextArea

_HOW = "how"
_WIDTH = 580
_DATES = (SigningField.CITIZEN, SigningField.MUNICIPALITY, SigningField.INTERPRETER, SigningField.DECLARATION)


class SignDialog(FormDialog):
    """`typed` carries a field (`SigningField`) and its text, `chosen` whether the citizen signed, by key."""

    typed = Signal(object, str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget, title: str, today: Callable[[], date], *, is_interpreted: bool) -> None:
        super().__init__(
            parent,
            title,
            _("Register the signatures"),
            intro=_("Write the dates as they stand on the paper. What the plan says now is kept for good."),
            width=_WIDTH,
        )
        self._is_interpreted = is_interpreted
        self._how = Segment(_("The citizen"), tuple((how.value, how_text(how)) for how in CitizenSigned))
        self._dates = {field: DateField(today, looks_back=True) for field in _DATES}
        self._reason = TextArea(lines=2, most_lines=6)
        self._others = Alert(AlertKind.WARNING, "")
        self._others.hide()
        self.body.add(self._others)
        self.form.add(_HOW, FieldRow(_("The citizen"), self._how))
        for field in SigningField:
            self.form.add(field.value, self._row(field))
        for key in (_HOW, *SigningField):
            self.body.add(self.form.row(key))
        self._how.chosen.connect(self.chosen)
        self._reason.edited.connect(self._tell_reason)
        for field, editor in self._dates.items():
            editor.setProperty("field", field.value)
            editor.edited.connect(self._tell_date)

    def show_form(self, form: SignForm) -> None:
        """Write the fields as they are typed; where one writes now is left alone."""
        self._how.choose(form.how.value)
        for field, editor in self._dates.items():
            text: str = getattr(form, field.value)
            if editor.text() != text:
                editor.set_text(text)
        if self._reason.text() != form.reason:
            self._reason.set_text(form.reason)
        is_signed = form.how is CitizenSigned.SIGNED
        self.form.row(SigningField.CITIZEN).setVisible(is_signed)
        reason = self.form.row(SigningField.REASON)
        reason.setVisible(not is_signed)
        reason.set_help(_reason_help(form.how))
        self.form.row(SigningField.INTERPRETER).setVisible(self._is_interpreted or bool(form.interpreter))

    def show_problems(self, problems: Mapping[SigningField, str]) -> None:
        """Say at the fields what is wrong."""
        self.form.show_problems({field.value: text for field, text in problems.items()})

    def show_remarks(self, remarks: Mapping[SigningField, str]) -> None:
        """Say at the fields what is odd."""
        self.form.show_warnings({field.value: text for field, text in remarks.items()})

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft is left out of what is signed."""
        self._others.show_message(text)
        self._others.setVisible(bool(text))

    def _row(self, field: SigningField) -> FieldRow:
        if field is SigningField.REASON:
            return FieldRow(field_name(field), self._reason)
        is_optional = field in {SigningField.INTERPRETER, SigningField.DECLARATION}
        help_text = _("Signed together with the contract (§ 19, stk. 1).") if field is SigningField.DECLARATION else ""
        return FieldRow(field_name(field), self._dates[field], help_text=help_text, is_optional=is_optional)

    def _tell_date(self) -> None:
        field = SigningField(self.sender().property("field"))
        self.typed.emit(field, self._dates[field].text())

    def _tell_reason(self) -> None:
        self.typed.emit(SigningField.REASON, self._reason.text())


def _reason_help(how: CitizenSigned) -> str:
    if how is CitizenSigned.DECIDED:
        return _(
            "You could not agree, and the municipality decides the content (§ 19, stk. 8). That is a decision: the"
            " reasons and how to complain stand on the paper, which the citizen is given."
        )
    if how is CitizenSigned.UNWILLING:
        return _(
            "The reason stays on the case, not on paper. If it is the content you do not agree on, choose that the"
            " municipality decides: then the citizen gets a decision with reasons and how to complain (§ 19, stk. 8)."
        )
    return _("The reason stays on the case, not on paper. Write how the citizen has accepted the plan instead.")
