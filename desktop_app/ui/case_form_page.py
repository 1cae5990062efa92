"""Ret stamdata: everything recorded of a citizen and the case, on one page."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.domain.case_checks import CaseField
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, PARTS, Rows
from desktop_app.presenters.case_form_texts import field_label
from desktop_app.presenters.case_form_view import CaseFormShown
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.case_form_fields import CaseFormFields
from desktop_app.ui.case_form_rows import record_rows
from desktop_app.ui.form import Form
from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.labels import FlowLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

SAVE_KEYS = "Ctrl+S"


class CaseFormPage(QWidget):
    """Shows the form and tells what is typed; decides nothing. Ctrl+S saves from anywhere in it.

    `typed` carries a field and its text, `rows_typed` a part of which the records were edited; `edited` tells of both,
    for the draft.
    """

    edited = Signal()
    typed = Signal(str, str)
    rows_typed = Signal(str)
    cpr_wanted = Signal()
    correction_wanted = Signal(str)
    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._form = Form()
        self._title = FlowLabel("", TextRole.TITLE)
        self._about = Label("", TextRole.META, wraps=True)
        save = Button(_("Save"), ButtonKind.PRIMARY)
        save.setToolTip(SAVE_KEYS)
        discard = Button(_("Discard the changes"))
        self._protection = Alert(
            AlertKind.WARNING,
            _("The address is protected"),
            _("It is shown here because you change master data, and that is logged. Do not pass it on."),
        )
        self._protection.hide()
        self._fields = CaseFormFields(self._form, today, self)
        self._parts = {part: self._form.add_rows(part.value, record_rows(part, today)) for part in PARTS}
        self._household = Label("", TextRole.SMALL, wraps=True)
        head = Panel(
            Column(
                FlowRow(self._title, STRETCH, discard, save, across=12),
                Gap(2),
                self._about,
                margins=(24, 12, 24, 12),
            ),
            edges=Qt.Edge.BottomEdge,
        )
        self._area = ScrollArea(
            Column(self._form.summary, self._protection, self._body(), STRETCH, spacing=16, margins=(24, 20, 24, 24)),
            name=_("Master data"),
        )
        whole = Column(head)
        whole.add(self._area, stretch=1)
        self.setLayout(whole)
        self._head = head
        self._connect(save, discard)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._area, self._head)

    def show_form(self, shown: CaseFormShown) -> None:
        """Show a form that was opened."""
        self._form.clear_messages()
        self._title.setText(_("Change master data"))
        self._about.setText(_("{citizen}, case {number}").format(citizen=shown.citizen, number=shown.case_number))
        self._protection.setVisible(shown.is_protected)
        self._fields.show_texts(shown.texts, shown.recorded, self._form)
        self._fields.set_hides_cpr(hides=shown.hides_cpr)
        self._household.setText(
            _("Lives in the household {name}").format(name=shown.household)
            if shown.household
            else _("Is registered in no household. Add the citizen to one on the tab Family.")
        )
        for key in (CaseField.ROLE, LEAVES_HOUSEHOLD):
            self._form.row(key).setVisible(bool(shown.household))
        for part, rows in shown.rows.items():
            self._show_all_rows(part, rows)

    def show_text(self, key: str, text: str) -> None:
        """Write a field anew."""
        self._fields.show_text(key, text)
        if key == CaseField.CPR:
            self._fields.set_hides_cpr(hides=False)

    def rows(self, part: CaseField) -> Rows:
        """Return the records of a part as they are typed."""
        return tuple(editor.row() for editor in self._parts[part].rows())

    def show_rows(self, part: CaseField, rows: Rows) -> None:
        """Write the records of a part anew, in the order they stand in."""
        for editor, row in zip(self._parts[part].rows(), rows, strict=True):
            editor.write(row)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        self._form.show_problems({self._place(key): text for key, text in problems.items()})

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        self._form.show_warnings({self._place(key): text for key, text in remarks.items()})

    def go_to(self, key: str) -> None:
        """Bring the keyboard to a field; a part without records to its first button."""
        link = self._fields.recorded_link(key)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(link)
        elif key in self._parts:
            self._area.ensureWidgetVisible(self._parts[CaseField(key)])
        else:
            self._form.go_to(self._place(key))

    def focus_first(self) -> None:
        """Bring the keyboard to the first field."""
        self._form.go_to(CaseField.GIVEN_NAMES)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+S before a shortcut of another page hears of it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_save(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+S, or by Ctrl+Enter where no list of records has it for itself."""
        if is_form_enter(event) or _is_save(event):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, key: str) -> str:
        """Return where the form has a key: records are counted there, and named by their ids elsewhere."""
        part, _slash, rest = key.partition("/")
        record, _slash, column = rest.partition("/")
        if not rest:
            return key
        ids = [row.id for row in self.rows(CaseField(part))]
        return f"{part}.{ids.index(record)}.{column}" if record in ids else key

    def _body(self) -> Column:
        sections = self._fields.sections
        column = Column()
        self._add(column, _("The citizen"), sections["citizen"])
        self._add(column, _("Address and contact"), sections["contact"])
        self._add(column, _("Language"), sections["language"])
        self._add(column, _("The case"), sections["case"])
        self._add(column, _("Household"), Column(self._household, sections["family"], spacing=8))
        for part, rows in self._parts.items():
            self._add(column, field_label(part), Column(rows))
        return column

    def _add(self, column: Column, title: str, section: Column) -> None:
        if column.count():
            column.add(Gap(24), Line(), Gap(20))
        column.add(Label(title, TextRole.HEADING), Gap(12), section)

    def _show_all_rows(self, part: CaseField, rows: Rows) -> None:
        self._parts[part].clear()
        for row in rows:
            self._parts[part].add_row().write(row)

    def _connect(self, save: Button, discard: Button) -> None:
        save.clicked.connect(self.save_wanted)
        discard.clicked.connect(self.discard_wanted)
        self._fields.typed.connect(self.typed)
        self._fields.typed.connect(self.edited)
        self._fields.cpr_wanted.connect(self.cpr_wanted)
        self._fields.correction_wanted.connect(self.correction_wanted)
        for part, rows in self._parts.items():
            rows.setProperty("part", part.value)
            rows.edited.connect(self._tell_rows)

    def _tell_rows(self) -> None:
        self.rows_typed.emit(str(self.sender().property("part")))
        self.edited.emit()


def _is_save(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Save)
