"""The six steps of the guide of the first start, each with its fields. `FirstStart` puts them in their frame."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.first_start_choices import FirstField
from desktop_app.presenters.new_password import MOST_BARS, password_advice
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.choice_boxes import CheckBox, RadioButton
from desktop_app.ui.facts import FactTable
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.folder_field import FolderField
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.recovery_key_box import RecoveryKeyBox
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.text_roles import TextRole

_FIELD_WIDTH, _SHORT_WIDTH, _PATH_WIDTH = 320, 120, 480


class Step(QWidget):
    """What every step is: fields that can be wrong, and a place where the keyboard begins."""

    def __init__(self, fields: Mapping[FirstField, FieldRow] | None = None) -> None:
        super().__init__()
        self.fields = fields or {}

    def show_problems(self, problems: Mapping[FirstField, str]) -> None:
        """Say at each field what is wrong."""
        for name, field in self.fields.items():
            text = problems.get(name, "")
            field.show_message(FieldState.ERROR if text else FieldState.FINE, text)

    def begin(self) -> None:
        """Bring the keyboard to the first field, if there is one to fill in."""
        for field in self.fields.values():
            field.editor.setFocus()
            return


class WelcomeStep(Step):
    """What is going to happen, and the way for those who have a store already."""

    other_file_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._have_one = Link(_("I already have a file with cases …"))
        self._have_backup = Link(_("Fetch a backup back …"))
        column = Column(spacing=12)
        for sentence in (
            _("In six steps you make the encrypted file your team keeps its cases in. It takes about five minutes."),
            _("You need a printer for the recovery key, and a folder on another drive for the backups."),
            _(
                "The file is encrypted, but this computer's own disk must be as well (BitLocker). Ask your IT"
                " department if you are in doubt."
            ),
        ):
            column.add(Label(sentence, wraps=True))
        column.add(Gap(8), Row(self._have_one, STRETCH), Row(self._have_backup, STRETCH))
        self.setLayout(column)
        self._have_one.clicked.connect(self.other_file_wanted)
        self._have_backup.clicked.connect(self.backup_wanted)


class PlaceStep(Step):
    """Where the store lies."""

    folder_chosen = Signal(str)
    existing_wanted = Signal()

    def __init__(self) -> None:
        self._place = FolderField(
            _("The file with the cases"),
            help_text=_("A folder on this computer: not a network drive, and no folder that is synchronised."),
            width=_PATH_WIDTH,
        )
        super().__init__({FirstField.PLACE: self._place})
        self._open_it = Link(_("Open the file that is there"))
        why = _(
            "On a network drive or in a synchronised folder such as OneDrive two computers can spoil each other's"
            " changes, and cases are lost."
        )
        column = Column(self._place, Row(self._open_it, STRETCH), Gap(20), Label(why, TextRole.META, wraps=True))
        self.setLayout(column)
        self._open_it.hide()
        self._place.chosen.connect(self.folder_chosen)
        self._open_it.clicked.connect(self.existing_wanted)

    def show_place(self, place: str, *, is_taken: bool) -> None:
        """Show the path, and the way to what is there."""
        self._place.show_path(place, str(Path(place).parent))
        self._open_it.setVisible(is_taken)

    def place(self) -> str:
        """Return the path shown."""
        return self._place.path()

    def begin(self) -> None:
        """Begin at the way on: the place proposed is right for most."""


class TeamStep(Step):
    """Whose store it is, and who uses it first."""

    municipality_chosen = Signal(str)
    team_typed = Signal(str)
    name_typed = Signal(str)
    initials_typed = Signal(str)

    def __init__(self, team: str) -> None:
        self._municipality = SearchChoice()
        self._team = LineEdit(team)
        self._name = LineEdit()
        self._initials = LineEdit()
        super().__init__(
            {
                FirstField.MUNICIPALITY: FieldRow(
                    _("Municipality"),
                    self._municipality,
                    help_text=_("Type part of the name."),
                    width=_FIELD_WIDTH,
                ),
                FirstField.TEAM: FieldRow(_("Team"), self._team, width=_FIELD_WIDTH),
                FirstField.NAME: FieldRow(_("Your name"), self._name, width=_FIELD_WIDTH),
                FirstField.INITIALS: FieldRow(
                    _("Your initials"),
                    self._initials,
                    help_text=_("Cases name who is responsible by their initials."),
                    width=_SHORT_WIDTH,
                ),
            }
        )
        column = Column()
        for field in self.fields.values():
            column.add(field, Gap(16))
        self.setLayout(column)
        self._municipality.chosen.connect(self.municipality_chosen)
        self._team.textChanged.connect(self.team_typed)
        self._name.textChanged.connect(self.name_typed)
        self._initials.textEdited.connect(self.initials_typed)

    def show_municipalities(self, municipalities: Sequence[tuple[str, str]]) -> None:
        """Offer the municipalities."""
        self._municipality.set_options(municipalities)

    def show_initials(self, initials: str) -> None:
        """Propose initials."""
        self._initials.setText(initials)

    def fill(self, municipality: str, name: str) -> None:
        """Write as somebody would who answers."""
        self._municipality.choose(municipality)
        self._name.setText(name)


class PasswordStep(Step):
    """The password, and the recovery key that is shown this once."""

    password_typed = Signal(str)
    password_repeated = Signal(str)
    print_wanted = Signal()
    path_chosen = Signal(str)
    stored_ticked = Signal(bool)

    def __init__(self) -> None:
        self._password = PasswordField(_("Password"), help_text=password_advice(), width=_FIELD_WIDTH)
        self._again = LineEdit()
        self._password.reveal_with(self._again)
        again = FieldRow(_("Repeat the password"), self._again, width=_FIELD_WIDTH)
        self._stored = CheckBox(_("The recovery key is printed and lies in the team's box"))
        stored = FieldRow("", self._stored)
        super().__init__({FirstField.PASSWORD: self._password, FirstField.REPEATED: again, FirstField.STORED: stored})
        self._meter = StrengthMeter(MOST_BARS)
        self._key = RecoveryKeyBox()
        self._print = Button(_("Print the recovery key …"), ButtonKind.SECOND, icon="print")
        self._save = Button(_("Save as PDF …"), icon="save")
        self._file_name = ""
        why = _("The recovery key opens the cases if the password is forgotten. It is shown this once only.")
        column = Column(self._password, Gap(6), self._meter, Gap(12), again, Gap(24))
        column.add(Label(_("Recovery key"), TextRole.HEADING), Gap(4), Label(why, tone=Token.MUTED, wraps=True))
        column.add(Gap(12), self._key, Gap(12), FlowRow(self._print, self._save), Gap(16))
        column.add(
            Alert(
                AlertKind.WARNING,
                _("Without the recovery key the data cannot be saved"),
                _("Put the print in the team's box. Do not keep it on the computer."),
            ),
            Gap(12),
            stored,
        )
        self.setLayout(column)
        self._password.line.textChanged.connect(self.password_typed)
        self._again.textChanged.connect(self.password_repeated)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self._ask_where)
        self._stored.toggled.connect(self.stored_ticked)

    def show_strength(self, bars: int, word: str) -> None:
        """Say how hard the password is to guess."""
        self._meter.show_strength(bars, word)

    def show_key(self, groups: Sequence[str], *, is_stored: bool) -> None:
        """Show the key."""
        self._key.show_groups(groups)
        self._stored.setChecked(is_stored)

    def propose(self, file_name: str) -> None:
        """Propose a name for the file."""
        self._file_name = file_name

    def fill(self, password: str) -> None:
        """Write as somebody would who answers."""
        self._password.line.setText(password)
        self._again.setText(password)

    def clear(self) -> None:
        """Forget what was typed and shown."""
        self._password.clear()
        self._key.show_groups(())

    def _ask_where(self) -> None:
        proposed, filters = self._file_name, (_("PDF documents (*.pdf)"),)
        dialog = FileDialog(self, _("Save the recovery key"), Wanted.FILE_TO_SAVE, start=proposed, filters=filters)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()


class BackupStep(Step):
    """Where backups go."""

    folder_chosen = Signal(str)
    later_ticked = Signal(bool)

    def __init__(self) -> None:
        self._folder = FolderField(
            _("Folder for the backups"),
            help_text=_("Best on another drive than the cases: a network drive or a USB disk."),
            width=_PATH_WIDTH,
        )
        super().__init__({FirstField.BACKUP_FOLDER: self._folder})
        self._later = CheckBox(_("I will choose a folder later"))
        self._warning = Alert(AlertKind.WARNING, _("Consider another choice"), "")
        self._warning.hide()
        what = _(
            "A backup is made when you lock or close the program and something has changed. Each one is opened and"
            " checked, is encrypted as the file itself, and old ones are thinned out."
        )
        column = Column(Label(what, wraps=True), Gap(20), self._folder, Gap(12), self._later, Gap(16), self._warning)
        self.setLayout(column)
        self._folder.chosen.connect(self.folder_chosen)
        self._later.clicked.connect(self._tell_later)

    def show_backup(self, folder: str, warning: str) -> None:
        """Show the folder, and what speaks against the choice."""
        self._folder.show_path(folder, str(Path.home()))
        if folder:
            self._later.setChecked(False)
        self._warning.show_message(_("Consider another choice"), warning)
        self._warning.setVisible(bool(warning))

    def begin(self) -> None:
        """Begin at the button."""
        self._folder.button.setFocus()

    def _tell_later(self) -> None:
        self.later_ticked.emit(self._later.isChecked())


class ExamplesStep(Step):
    """With made-up people or without, and what will be made."""

    examples_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._empty = RadioButton(_("Begin with an empty list of cases"))
        self._examples = RadioButton(_("Start with example data"))
        self._empty.setChecked(True)
        self._summary = FactTable()
        what = _(
            "200 made-up cases to learn the program with. Every screen and every print then says EXAMPLE DATA, and real"
            " cases never come into that file: for those you make a new one."
        )
        about = Column(Label(what, TextRole.META, wraps=True), margins=(30, 0, 0, 0))
        choices = QWidget()
        column = Column(self._empty, Gap(4), self._examples)
        column.addLayout(about)
        choices.setLayout(column)
        whole = Column(choices, Gap(24), Label(_("This is made now"), TextRole.HEADING), Gap(8), self._summary)
        self.setLayout(whole)
        self._examples.toggled.connect(self.examples_chosen)

    def show_summary(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show what will be made."""
        self._summary.show_facts(lines)

    def begin(self) -> None:
        """Begin at the choice."""
        (self._examples if self._examples.isChecked() else self._empty).setFocus()
