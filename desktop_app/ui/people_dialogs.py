"""The dialogs about who has access. What is typed in them is kept nowhere: they ask for passwords."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.manage_team import TeamPerson
from desktop_app.presenters.new_password import MOST_BARS, StrengthShown, password_advice
from desktop_app.presenters.new_person_presenter import PersonField, TypedPerson, meaning_of
from desktop_app.presenters.people_texts import (
    confirmation_label,
    new_password_explanation,
    new_person_explanation,
    new_role_explanation,
    removal_explanation,
    removal_leaves,
)
from desktop_app.presenters.person_presenter import CONFIRMATION
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import Column
from desktop_app.ui.password_field import PasswordField, StrengthMeter

_WIDTH = 580
_FIELD_WIDTH, _SHORT_WIDTH = 320, 160


class RoleField(FieldRow):
    """One of the roles, and over it what that role lets somebody do."""

    def __init__(self, roles: Sequence[tuple[str, str]], role: str = "") -> None:
        self._choice = ComboBox(roles)
        super().__init__(_("Role"), self._choice, width=_FIELD_WIDTH)
        self._choice.choose(role)
        self._choice.currentIndexChanged.connect(self._tell_meaning)
        self._tell_meaning()

    def key(self) -> str:
        """Return the role chosen, empty if none is."""
        return self._choice.key()

    def _tell_meaning(self) -> None:
        self.set_help(meaning_of(self._choice.key()))


class _FirstPassword(Column):
    """A password typed twice, and how hard it is to guess."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.field = PasswordField(_("Password"), help_text=password_advice(), width=_FIELD_WIDTH)
        self._meter, self._again = StrengthMeter(MOST_BARS), LineEdit()
        self.field.reveal_with(self._again)
        again = FieldRow(_("Repeat the password"), self._again, width=_FIELD_WIDTH)
        self.add(Column(form.add(PersonField.PASSWORD, self.field), self._meter, spacing=6))
        self.add(form.add(PersonField.REPEATED, again))
        self.setSpacing(16)

    def repeated(self) -> str:
        """Return what is typed a second time."""
        return self._again.text()

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard it is to guess."""
        self._meter.show_strength(strength.bars, strength.word)


class NewPersonDialog(FormDialog):
    """`saving` carries what is typed (`TypedPerson`), `password_typed` the password at each letter."""

    saving = Signal(object)
    password_typed = Signal(str)

    def __init__(self, parent: QWidget, roles: Sequence[tuple[str, str]]) -> None:
        title = _("Give somebody access")
        super().__init__(parent, title, _("Give access"), intro=new_person_explanation(), width=_WIDTH)
        self._name, self._initials, self._role = LineEdit(), LineEdit(), RoleField(roles)
        add = self.form.add
        self.body.add(add(PersonField.NAME, FieldRow(_("Name"), self._name, width=_FIELD_WIDTH)))
        self.body.add(add(PersonField.INITIALS, FieldRow(_("Initials"), self._initials, width=_SHORT_WIDTH)))
        self.body.add(add(PersonField.ROLE, self._role))
        self._password = _FirstPassword(self.form)
        self.body.add(self._password)
        self._password.field.line.textChanged.connect(self.password_typed)
        self.accepted_form.connect(self._save)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        self._password.show_strength(strength)

    def _save(self) -> None:
        self.saving.emit(
            TypedPerson(
                name=self._name.text(),
                initials=self._initials.text(),
                role=self._role.key(),
                password=self._password.field.text(),
                repeated=self._password.repeated(),
            )
        )


class NewRoleDialog(FormDialog):
    """`saving` carries the role that is chosen."""

    saving = Signal(str)

    def __init__(self, parent: QWidget, person: TeamPerson, roles: Sequence[tuple[str, str]], role: str) -> None:
        title, intro = _("Give {name} another role").format(name=person.name), new_role_explanation(person.name)
        super().__init__(parent, title, _("Give the role"), intro=intro, width=_WIDTH)
        self._role = RoleField(roles, role)
        self.body.add(self.form.add(PersonField.ROLE, self._role))
        self.accepted_form.connect(self._save)

    def _save(self) -> None:
        self.saving.emit(self._role.key())


class NewPasswordDialog(FormDialog):
    """`saving` carries the password and what is typed a second time, `password_typed` the password at each letter."""

    saving = Signal(str, str)
    password_typed = Signal(str)

    def __init__(self, parent: QWidget, person: TeamPerson) -> None:
        title = _("Give {name} a new password").format(name=person.name)
        intro = new_password_explanation(person.name)
        super().__init__(parent, title, _("Give the password"), intro=intro, width=_WIDTH)
        self._password = _FirstPassword(self.form)
        self.body.add(self._password)
        self._password.field.line.textChanged.connect(self.password_typed)
        self.accepted_form.connect(self._save)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        self._password.show_strength(strength)

    def _save(self) -> None:
        self.saving.emit(self._password.field.text(), self._password.repeated())


class RemovalDialog(FormDialog):
    """What is done and what it does not reach; `removing` carries what is typed to confirm it."""

    removing = Signal(str)

    def __init__(self, parent: QWidget, person: TeamPerson) -> None:
        super().__init__(
            parent,
            _("Remove the access of {name}").format(name=person.name),
            _("Remove the access"),
            intro=removal_explanation(person.name),
            cancel_verb=_("Keep the access"),
            width=_WIDTH,
        )
        self._confirmation = LineEdit()
        self.body.add(Alert(AlertKind.WARNING, _("Old copies can still be opened"), removal_leaves(person)))
        row = FieldRow(confirmation_label(person), self._confirmation, width=_SHORT_WIDTH)
        self.body.add(self.form.add(CONFIRMATION, row))
        self.accepted_form.connect(self._remove)

    def _remove(self) -> None:
        self.removing.emit(self._confirmation.text())
