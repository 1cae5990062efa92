"""The sections of the settings that belong to the store: oneself, the municipality, security, backups."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.presenters.access_presenter import AccessField
from desktop_app.presenters.new_password import MOST_BARS, StrengthShown, password_advice
from desktop_app.presenters.team_settings_presenter import TeamField
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.folder_field import FolderField
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.logo_field import LogoField
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.palette import Token
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.recovery_key_box import RecoveryKeyBox
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_FIELD_WIDTH, _SHORT_WIDTH, _LONG_WIDTH = 320, 120, 480


class Section(QWidget):
    """What every section is: a column, and a place above it where it is said what went wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._failure = Alert(AlertKind.ERROR, "", "")
        self._failure_place = QWidget()
        self._failure_place.setLayout(Column(self._failure, Gap(16)))
        self._failure_place.hide()

    def show_failure(self, text: str) -> None:
        """Say why the last thing was not done; an empty text takes it away."""
        self._failure.show_message(_("This could not be done"), text)
        self._failure_place.setVisible(bool(text))


class MeSection(Section):
    """Name, initials and password."""

    rename_wanted = Signal(str, str, str)
    password_typed = Signal(str)
    password_wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._initials = LineEdit(), LineEdit()
        self._name_password = PasswordField(_("Your password"), width=_FIELD_WIDTH)
        self._current = PasswordField(_("The password you have now"), width=_FIELD_WIDTH)
        self._password = PasswordField(_("New password"), help_text=password_advice(), width=_FIELD_WIDTH)
        self._meter = StrengthMeter(MOST_BARS)
        self._again = LineEdit()
        self._password.reveal_with(self._again)
        self.names, self.passwords = Form(), Form()
        name = self.names.add(AccessField.NAME, FieldRow(_("Name"), self._name, width=_FIELD_WIDTH))
        initials = self.names.add(
            AccessField.INITIALS,
            FieldRow(
                _("Initials"),
                self._initials,
                help_text=_("Cases that name the old initials go on naming them."),
                width=_SHORT_WIDTH,
            ),
        )
        self.names.add(AccessField.NAME_PASSWORD, self._name_password)
        self.passwords.add(AccessField.CURRENT, self._current)
        self.passwords.add(AccessField.PASSWORD, self._password)
        again = self.passwords.add(
            AccessField.REPEATED, FieldRow(_("Repeat the password"), self._again, width=_FIELD_WIDTH)
        )
        rename, change = Button(_("Save the name")), Button(_("Change the password"))

        column = Column(self._failure_place, Label(_("Name and initials"), TextRole.HEADING), Gap(8))
        column.add(self.names.summary, Gap(8), name, Gap(16), initials, Gap(16), self._name_password, Gap(16))
        column.add(FlowRow(rename), Gap(24), Line(), Gap(20), Label(_("Password"), TextRole.HEADING), Gap(8))
        column.add(self.passwords.summary, Gap(8), self._current, Gap(16), self._password, Gap(6), self._meter)
        column.add(Gap(12), again, Gap(16), FlowRow(change))
        self.setLayout(column)
        rename.clicked.connect(self._want_rename)
        self._name_password.line.returnPressed.connect(self._want_rename)
        self._password.line.textChanged.connect(self.password_typed)
        change.clicked.connect(self._want_password)
        self._again.returnPressed.connect(self._want_password)

    def show_user(self, name: str, initials: str) -> None:
        """Show who one is."""
        self._name.setText(name)
        self._initials.setText(initials)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        self._meter.show_strength(strength.bars, strength.word)

    def clear_passwords(self) -> None:
        """Forget every password."""
        for field in (self._name_password, self._current, self._password):
            field.clear()

    def _want_rename(self) -> None:
        self.rename_wanted.emit(self._name.text(), self._initials.text(), self._name_password.text())

    def _want_password(self) -> None:
        self.password_wanted.emit(self._current.text(), self._password.text(), self._again.text())


class TeamSection(Section):
    """What letterheads and plans name (`presenters.team_settings_presenter.TeamSettingsView`); under it the logo."""

    saved = Signal(object)
    typed = Signal(str, str)
    edited = Signal()
    save_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form, self.logo = Form(), LogoField()
        self._lines: dict[TeamField, LineEdit] = {}
        labels = {
            TeamField.NAME: (_("Municipality"), "", False, _FIELD_WIDTH),
            TeamField.TEAM: (_("Team"), "", False, _FIELD_WIDTH),
            TeamField.ADDRESS: (_("Address"), "", True, _LONG_WIDTH),
            TeamField.PHONE: (_("Telephone"), _("Stands on the plan, where the citizen can call."), True, _FIELD_WIDTH),
            TeamField.EMAIL: (_("E-mail"), "", True, _FIELD_WIDTH),
            TeamField.PRIVACY_CONTACT: (
                _("Contact for data protection"),
                _("The municipality's data protection officer, as the plan's text on personal data names them."),
                True,
                _FIELD_WIDTH,
            ),
        }
        column = Column(self._failure_place, self.form.summary, Gap(8))
        for field, (label, help_text, is_optional, width) in labels.items():
            line = self._lines[field] = LineEdit()
            row = FieldRow(label, line, help_text=help_text, is_optional=is_optional, width=width)
            column.add(self.form.add(field, row), Gap(16))
            line.setProperty("field", field.value)
            line.textEdited.connect(self._tell_typed)
            line.returnPressed.connect(self.save_wanted)
        save, undo = Button(_("Save"), ButtonKind.PRIMARY), Button(_("Undo changes"))
        column.add(
            Label(_("Signed plans keep the names they were signed with."), TextRole.META, wraps=True),
            Gap(16),
            FlowRow(save, undo),
            Gap(24),
            Line(),
            Gap(20),
            self.logo,
        )
        self.setLayout(column)
        self.form.edited.connect(self.edited)
        save.clicked.connect(self.save_wanted)
        undo.clicked.connect(self.undo_wanted)

    def show_values(self, values: Mapping[TeamField, str]) -> None:
        """Show what the fields hold."""
        for field, text in values.items():
            self._lines[field].setText(text)

    def show_problems(self, problems: Mapping[TeamField, str]) -> None:
        """Say at each field what is wrong."""
        self.form.show_problems({field: text for field, text in problems.items() if text})

    def say_saved(self, changes: Changes) -> None:
        """Say that it is saved."""
        self.saved.emit(changes)

    def _tell_typed(self, text: str) -> None:
        self.typed.emit(self.sender().property("field"), text)


class SecuritySection(Section):
    """When the program locks itself, and a new recovery key."""

    minutes_chosen = Signal(int)
    key_wanted = Signal()
    key_dropped = Signal()
    print_wanted = Signal()
    path_chosen = Signal(str)
    use_wanted = Signal(str, bool)

    def __init__(self, minutes: Sequence[tuple[int, str]], may: May) -> None:
        super().__init__()
        self._minutes = ComboBox([(str(number), words) for number, words in minutes])
        lock = FieldRow(
            _("Lock by itself after"),
            self._minutes,
            help_text=_("Time without use. What you type is kept as a draft."),
            width=_SHORT_WIDTH + 40,
        )
        self._new = Button(_("Make a new recovery key …"))
        self._box = RecoveryKeyBox()
        self._print = Button(_("Print the recovery key …"), ButtonKind.SECOND, icon="print")
        self._save = Button(_("Save as PDF …"), icon="save")
        self._stored = CheckBox(_("The recovery key is printed and lies in the team's box"))
        self._password = PasswordField(_("Your password"), width=_FIELD_WIDTH)
        self._file_name = ""
        self.form = Form()
        stored = self.form.add(AccessField.STORED, FieldRow("", self._stored))
        self.form.add(AccessField.KEY_PASSWORD, self._password)
        use, drop = Button(_("Use the new recovery key"), ButtonKind.PRIMARY), Button(_("Keep the old one"))
        self._renewal = QWidget()
        renewal = Column(self.form.summary, Gap(8), self._box, Gap(12), FlowRow(self._print, self._save), Gap(4))
        renewal.add(stored, Gap(12), self._password, Gap(16), FlowRow(use, drop))
        self._renewal.setLayout(renewal)
        self._renewal.hide()

        why = _(
            "The recovery key on paper opens the cases if the password is forgotten. Make a new one if the paper is"
            " lost or somebody may have seen it. The old one goes on opening the cases until you use the new one."
        )
        column = Column(self._failure_place, Label(_("Automatic lock"), TextRole.HEADING), Gap(12), lock, Gap(24))
        self._key = QWidget()
        key_column = Column(Line(), Gap(20), Label(_("Recovery key"), TextRole.HEADING), Gap(4))
        key_column.add(Label(why, tone=Token.MUTED, wraps=True), Gap(16), FlowRow(self._new), self._renewal)
        self._key.setLayout(key_column)
        column.add(*offered(may, (RoleAct.RENEW_RECOVERY_KEY, self._key)))
        self.setLayout(column)
        self._minutes.edited.connect(self._tell_minutes)
        self._new.clicked.connect(self.key_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self._ask_where)
        use.clicked.connect(self._want_use)
        self._password.line.returnPressed.connect(self._want_use)
        drop.clicked.connect(self._drop)

    def show_minutes(self, minutes: int) -> None:
        """Show when it locks."""
        self._minutes.choose(str(minutes))

    def show_key(self, groups: Sequence[str]) -> None:
        """Show a new key, or none."""
        self._box.show_groups(groups)
        self._stored.setChecked(False)
        self._password.clear()
        self.form.clear_messages()
        self._renewal.setVisible(bool(groups))
        self._new.setVisible(not groups)
        if groups:
            self._box.setFocus()

    def propose(self, file_name: str) -> None:
        """Propose a name for the file."""
        self._file_name = file_name

    def _tell_minutes(self) -> None:
        self.minutes_chosen.emit(int(self._minutes.key()))

    def _want_use(self) -> None:
        self.use_wanted.emit(self._password.text(), self._stored.isChecked())

    def _drop(self) -> None:
        self.key_dropped.emit()
        self._new.setFocus()

    def _ask_where(self) -> None:
        proposed, filters = self._file_name, (_("PDF documents (*.pdf)"),)
        dialog = FileDialog(self, _("Save the recovery key"), Wanted.FILE_TO_SAVE, start=proposed, filters=filters)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()


class BackupSection(Section):
    """Where backups go, and making one now (`presenters.backup_presenter.BackupView`)."""

    folder_chosen = Signal(str)
    second_chosen = Signal(str)
    backup_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, may: May) -> None:
        super().__init__()
        self._folder = FolderField(
            _("Folder for the backups"),
            help_text=_("Best on another drive than the cases: a network drive or a USB disk."),
            width=_LONG_WIDTH,
        )
        self._second = FolderField(
            _("Second folder"),
            help_text=_("Each backup is made here too, on a USB stick for example. It need not be connected always."),
            width=_LONG_WIDTH,
        )
        self._no_second = Link(_("Make no second backup"))
        self._second_standing = Label("", TextRole.META, wraps=True)
        self._restore = Button(_("Fetch a backup back …"), icon="refresh")
        self._warning = Alert(AlertKind.WARNING, _("Consider another choice"), "")
        self._last = Label("", TextRole.STRONG, wraps=True)
        self._make = Button(_("Make a backup now"), ButtonKind.PRIMARY, icon="save")
        self._done = Alert(AlertKind.SUCCESS, _("The backup is made"), "")
        for alert in (self._warning, self._done):
            alert.hide()
        what = _(
            "A backup is made when you lock or close the program and something has changed. Each one is opened and"
            " checked, is encrypted as the file itself, and old ones are thinned out: the ten latest are kept, and the"
            " last of 14 days, 8 weeks and 12 months."
        )
        how = _(
            "A backup is a file with cases itself. It opens with the passwords and the recovery key it was made with."
        )
        column = Column(self._failure_place, self._folder, Gap(12), self._warning, Gap(16), self._last, Gap(12))
        column.add(self._second, Gap(4), self._second_standing, FlowRow(self._no_second), Gap(16))
        column.add(
            FlowRow(self._make, *offered(may, (RoleAct.RESTORE, self._restore))),
            Gap(12),
            self._done,
            Gap(20),
            Label(what, TextRole.META, wraps=True),
            Gap(8),
        )
        column.add(Label(how, TextRole.META, wraps=True))
        self.setLayout(column)
        self._folder.chosen.connect(self.folder_chosen)
        self._second.chosen.connect(self.second_chosen)
        self._no_second.clicked.connect(self._want_no_second)
        self._restore.clicked.connect(self.restore_wanted)
        self._make.clicked.connect(self.backup_wanted)

    def show_folder(self, folder: str, *, warning: str) -> None:
        """Show the folder, and what speaks against it."""
        self._folder.show_path(folder, folder or str(Path.home()))
        self._warning.show_message(_("Consider another choice") if folder else _("No backup is made"), warning)
        self._warning.setVisible(bool(warning))

    def show_second(self, folder: str, standing: str) -> None:
        """Show the second folder, and how the backups in it stand."""
        self._second.show_path(folder, folder or str(Path.home()))
        self._second_standing.setText(standing)
        self._second_standing.setVisible(bool(standing))
        self._no_second.setVisible(bool(folder))

    def show_second_problem(self, text: str) -> None:
        """Say at the second folder why it will not do."""
        self._second.show_message(FieldState.ERROR if text else FieldState.FINE, text)

    def _want_no_second(self) -> None:
        self.second_chosen.emit("")
        self._second.button.setFocus()

    def show_last(self, text: str) -> None:
        """Show when the last backup was made."""
        self._last.setText(text)
        self._last.setVisible(bool(text))
        self._done.hide()

    def show_folder_problem(self, text: str) -> None:
        """Say at the folder why it will not do."""
        self._folder.show_message(FieldState.ERROR if text else FieldState.FINE, text)
        if text:
            self._folder.button.setFocus()

    def show_done(self, lines: Sequence[str]) -> None:
        """Say what was made and checked."""
        self._done.show_message(_("The backup is made"), " ".join(lines))
        self._done.show()

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that a backup is being made."""
        self._make.setEnabled(not is_busy)
        self._make.setText(_("Making the backup …") if is_busy else _("Make a backup now"))
