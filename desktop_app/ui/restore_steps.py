"""The three steps of fetching a backup back, each with its fields. `RestoreGuide` puts them in their frame."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.new_password import MOST_BARS, StrengthShown, password_advice
from desktop_app.presenters.restore_presenter import BackupRow, RestoreField, Typed
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button
from desktop_app.ui.choice_boxes import RadioButton
from desktop_app.ui.facts import FactTable
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.folder_field import FolderField
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Status
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole

_FIELD_WIDTH, _PATH_WIDTH = 320, 480


class ChooseStep(QWidget):
    """The folder, and the backups in it."""

    folder_chosen = Signal(str)
    file_chosen = Signal(str)
    row_selected = Signal(str)
    row_activated = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.folder = FolderField(
            _("Folder of the backups"),
            help_text=_("Where the program puts its backups: a network drive or a USB disk."),
            width=_PATH_WIDTH,
        )
        self.table = RowsTable(_("Backups"), RowsTableModel(_columns(), attrgetter("id")))
        self.file = Button(_("Choose a single file …"))
        column = Column(self.folder, Gap(16), self.table, Gap(12), FlowRow(self.file))
        self.setLayout(column)
        self.folder.chosen.connect(self.folder_chosen)
        self.table.row_selected.connect(self.row_selected)
        self.table.row_activated.connect(self.row_activated)
        self.file.clicked.connect(self._ask)

    def show_folder(self, folder: str, problem: str) -> None:
        """Show the folder looked in, and why there is nothing to choose in it."""
        self.folder.show_path(folder, folder or str(Path.home()))
        self.folder.show_message(FieldState.ERROR if problem else FieldState.FINE, problem)
        if problem:
            announce(self.folder.editor, problem, is_urgent=True)

    def show_backups(self, rows: Sequence[BackupRow], chosen: str) -> None:
        """Offer these backups."""
        self.table.setVisible(bool(rows))
        self.table.set_plain_rows(rows)
        if chosen:
            self.table.select(chosen)
        self.begin()

    def begin(self) -> None:
        """Begin at the list, or at the folder where there is none."""
        (self.table if self.table.isVisibleTo(self) else self.folder.button).setFocus()

    def _ask(self) -> None:
        filters = (_("Files with cases (*.store)"), _("All files (*)"))
        dialog = FileDialog(self, _("Choose a backup"), Wanted.FILE_TO_OPEN, filters=filters)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()


class OpenStep(QWidget):
    """What will happen, and what opens the backup."""

    new_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._facts, self._consequence = FactTable(), Label("", wraps=True)
        self._by_password = RadioButton(_("With the password that was used when the backup was made"))
        self.by_key = RadioButton(_("With the recovery key on the paper, and a new password"))
        self._by_password.setChecked(True)
        self._user = ComboBox()
        self._user_field = FieldRow(_("User"), self._user, width=_FIELD_WIDTH)
        self.password = PasswordField(_("Password"), width=_FIELD_WIDTH)
        self.key = LineEdit()
        self._key_field = FieldRow(
            _("Recovery key"),
            self.key,
            help_text=_("Eight groups of five. Upper and lower case are alike, and hyphens do not matter."),
            width=_PATH_WIDTH,
        )
        self.new = PasswordField(_("New password"), help_text=password_advice(), width=_FIELD_WIDTH)
        self._meter = StrengthMeter(MOST_BARS)
        self.again = LineEdit()
        self._again_field = FieldRow(_("Repeat the password"), self.again, width=_FIELD_WIDTH)
        self.new.reveal_with(self.again)
        self._fields: Mapping[RestoreField, FieldRow] = {
            RestoreField.PASSWORD: self.password,
            RestoreField.KEY: self._key_field,
            RestoreField.NEW: self.new,
            RestoreField.REPEATED: self._again_field,
        }
        ways = QWidget()
        ways.setLayout(Column(self._by_password, Gap(4), self.by_key))
        self._with_key = QWidget()
        self._with_key.setLayout(
            Column(self._key_field, Gap(16), self.new, Gap(6), self._meter, Gap(12), self._again_field)
        )
        column = Column(self._facts, Gap(16), self._consequence, Gap(24))
        column.add(Label(_("How is the backup opened?"), TextRole.HEADING), Gap(8), ways, Gap(16))
        column.add(self._user_field, Gap(16), self.password, self._with_key)
        self.setLayout(column)
        self.by_key.toggled.connect(self._show_way)
        self.new.line.textChanged.connect(self.new_typed)
        self._show_way(by_key=False)

    def show_users(self, users: Sequence[str]) -> None:
        """Offer these users; a single one needs no list."""
        self._user.set_options([(user, user) for user in users])
        self._user_field.setVisible(len(users) > 1)

    def show_plan(self, facts: Sequence[tuple[str, str]], consequence: str) -> None:
        """Show what will happen."""
        self._facts.show_facts(facts)
        self._consequence.setText(consequence)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        self._meter.show_strength(strength.bars, strength.word)

    def show_problems(self, problems: Mapping[RestoreField, str]) -> QWidget | None:
        """Say at each field what is wrong; the keyboard goes to the first, which is returned."""
        for name, field in self._fields.items():
            text = problems.get(name, "")
            field.show_message(FieldState.ERROR if text else FieldState.FINE, text)
        first = next((name for name in self._fields if problems.get(name)), None)
        if first is None:
            return None
        self._fields[first].editor.setFocus()
        announce(self._fields[first].editor, problems[first], is_urgent=True)
        return self._fields[first]

    def typed(self) -> Typed:
        """Return what was typed."""
        return Typed(
            user=self._user.key(),
            by_key=self.by_key.isChecked(),
            password=self.password.text(),
            key=self.key.text(),
            new=self.new.text(),
            repeated=self.again.text(),
        )

    def begin(self) -> None:
        """Begin at the first thing to type."""
        (self.key if self.by_key.isChecked() else self.password.line).setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.key.clear()
        for field in (self.password, self.new):
            field.clear()

    def _show_way(self, by_key: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.password.setVisible(not by_key)
        self._with_key.setVisible(by_key)


class ResultStep(QWidget):
    """What was done."""

    def __init__(self) -> None:
        super().__init__()
        self._done = Alert(AlertKind.SUCCESS, _("The cases are back"), "")
        self._lines = Column(spacing=12)
        self._labels: list[Label] = []
        after = _(
            "Unlock the cases with the password of the backup, or with the new one you chose. The next backup is made"
            " when you lock or close the program."
        )
        column = Column(self._done, Gap(20))
        column.addLayout(self._lines)
        column.add(Gap(20), Label(after, TextRole.META, wraps=True))
        self.setLayout(column)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Say what was done, line by line."""
        for label in self._labels:
            self._lines.removeWidget(label)
            label.deleteLater()
        self._labels = [Label(line, wraps=True) for line in lines]
        self._lines.add(*self._labels)


def _columns() -> tuple[TableColumn[BackupRow], ...]:
    return (
        TableColumn(_("Made"), attrgetter("made"), 170, sort_key=attrgetter("made_at"), is_strong=True),
        TableColumn(_("Checked"), attrgetter("checked"), 216, badge=_status, drop_order=1),
        TableColumn(_("Opened by"), attrgetter("users"), 160, stretch=1, drop_order=2),
        TableColumn(_("Size"), attrgetter("size"), 80, sort_key=attrgetter("bytes"), drop_order=3),
    )


def _status(row: BackupRow) -> Status:
    return STATUS_OF[row.badge_kind]
