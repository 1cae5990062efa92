"""A desk to save at: the real window over a store of three cases, what one sees in it, and what is in its store."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.store import create_store
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text_area import TextArea
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_follow_up
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import dialogs_open, texts_shown
from tests.ui.screens.conftest import PASSWORD, USER

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIGNED_CASE, DRAFT_CASE, READY_CASE = "2026-014", "2026-015", "2026-016"
OPEN_NOTE, LOCKED_NOTE = "open-note", "locked-note"


def make_store(path: Path) -> None:
    """Make a store with a plan that is signed, one that is written and one that waits, and two follow-ups."""
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    now = datetime.now(UTC)  # by the computer's own clock the note is open
    talks = (
        a_follow_up(id=LOCKED_NOTE, held_on=date(2026, 11, 2), note="Den første"),
        a_follow_up(
            id=OPEN_NOTE,
            held_on=date(2026, 11, 20),
            note="Den anden",
            next_on=date(2027, 1, 20),
            repatriation_guided=True,
            finished_at=now,
        ),
    )
    with Office(made.store) as office, office.store.work() as unit:
        unit.cases.add(a_case(case_number=SIGNED_CASE, follow_ups=talks))
        yonas = a_citizen(given_names="Yonas", family_name="Tesfay", cpr=None, birth_date=None)
        unit.cases.add(a_case(case_number=DRAFT_CASE, citizen=yonas, plans=(a_draft(),)))
        farid = a_citizen(given_names="Farid", family_name="Rahimi", cpr=None, birth_date=None)
        unit.cases.add(a_case(case_number=READY_CASE, citizen=farid, plans=(a_draft(ready_on=SIGNED),)))
        unit.commit()


class Bench:
    """The unlocked window, what one sees in it, and what is in its store."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._unlock()

    def _unlock(self) -> None:
        self.window.unlocking.try_password(USER, PASSWORD)
        assert self.window.desk is not None
        self.desk: Desk = self.window.desk
        assert isinstance(self.desk.office, Office)
        self.office: Office = self.desk.office

    def look_afresh(self) -> None:
        """Close the store and open it again: what is in it now came from its file."""
        self.window.lock()
        self._unlock()

    # What is in the store -----------------------------------------------------------------------------------------

    def case(self, number: str = SIGNED_CASE) -> Case:
        with self.office.store.work() as unit:
            return unit.cases.by_number(number)

    def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every table, read anew."""
        rows = self.office.store.connection.rows
        tables = [name for (name,) in rows("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: rows(f'SELECT * FROM main."{table}"') for table in tables}  # noqa: S608 - the store's own

    def records(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every record, without what stands only in the log, as that somebody read a case."""
        return {table: rows for table, rows in self.contents().items() if table not in {"log", "payloads", "drafts"}}

    def change_meanwhile(self, edit: Callable[[Case], Case], number: str = SIGNED_CASE) -> None:
        """Let somebody else save a case."""
        with self.office.store.work() as unit:
            unit.cases.save(edit(unit.cases.by_number(number)))
            unit.commit()

    # What one sees ------------------------------------------------------------------------------------------------

    @property
    def dialog(self) -> FormDialog | None:
        """The dialog that is open."""
        shown = dialogs_open(FormDialog)
        assert len(shown) <= 1
        return shown[0] if shown else None

    def open_dialog(self) -> FormDialog:
        dialog = self.dialog
        assert dialog is not None
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    def fields(self) -> list[tuple[str, object]]:
        """Return what every field one sees holds, by its name: of the dialog, else of the page."""
        QApplication.processEvents()  # what came into sight has its place by now
        root = self.dialog or self.desk.shell._page_by_key[self.desk.page_key]
        return [
            (widget.accessibleName(), held)
            for widget in root.findChildren(QWidget)
            if widget.isVisible() and (held := _held(widget)) is not None
        ]

    def message(self) -> str:
        """Return what is said where what went wrong is said: over the fields of a dialog, else above the page."""
        dialog = self.dialog
        if dialog is not None:
            return dialog.form.summary.accessibleName() if dialog.form.summary.isVisible() else ""
        alerts = [self.desk._notices._failure, self.desk.settings_wing.page.team._failure]
        return "\n".join(texts_shown(alert) for alert in alerts if alert.isVisible())

    def is_said_at_a_field(self, sentence: str) -> bool:
        """Tell whether a sentence about the store stands at a field, as if the field were wrong."""
        dialog = self.dialog
        return dialog is not None and any(sentence in row.message for row in dialog.form._rows().values())

    def claims(self) -> str:
        """Return what the window says of being saved: the bar with what was done, and the foot of the window."""
        bar, status = self.desk.shell.done_bar, self.desk.shell.status
        return "\n".join(("" if bar.isHidden() else bar._text.text(), status._saved.text()))

    @property
    def says_it_is_saved(self) -> bool:
        """Whether anything in the window says that what was typed is saved, and not only kept as a draft."""
        return not self.desk.shell.done_bar.isHidden() or "Alt er gemt" in self.claims()


def _held(widget: QWidget) -> object:
    """Return what an editor holds, None for what is none."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, TextArea):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return widget.isChecked()
    return None
