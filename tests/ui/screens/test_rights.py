"""The citizen's rights in the real window: access by keyboard, and a person erased in two steps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.application.errors import CaseNotFound
from desktop_app.domain.case import MoveDirection
from desktop_app.main import Door
from desktop_app.storage.exchange_file import read_case_file
from desktop_app.storage.verify import verify
from desktop_app.ui.case_documents_tab import DocumentsTab
from desktop_app.ui.case_view import DOCUMENTS
from desktop_app.ui.consent_dialog import ConsentDialog
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.file_dialog import FileDialog
from desktop_app.ui.frame import CASES
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.retention_dialog import RetentionDialog
from desktop_app.ui.rights_dialogs import ErasureDialog, SubjectAccessDialog
from desktop_app.ui.theme import Theme
from tests.builders import a_move
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import today
from tests.ui.screens.saving.bench import CONTROL, DRAFT_CASE, SIGNED_CASE, Bench, make_store

pytestmark = pytest.mark.usefixtures("read_at_once")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Bench]:  # noqa: ARG001 - theme is put back
    make_store(tmp_path / "store" / "enplan.store")
    window = MainWindow(Door(tmp_path / "store" / "enplan.store"), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    yield Bench(window)
    window.close()


def do_by_quick_open(words: str) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text(words)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_access_is_two_presses_and_a_folder_away(bench: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "indsigt"
    folder.mkdir()
    bench.desk.open_case(SIGNED_CASE)
    do_by_quick_open("indsigt")

    dialog = open_dialog(SubjectAccessDialog)
    password = dialog._password.text()
    assert "Filerne er krypteret" in texts_shown(dialog)
    press(Qt.Key.Key_Return)
    [chooser] = dialogs_open(FileDialog)
    chooser.fileSelected.emit(str(folder))
    QApplication.processEvents()

    [file, paper] = sorted(folder.iterdir())
    assert (file.suffix, paper.suffix) == (".jwe", ".pdf")
    assert [case["case_number"] for case in read_case_file(file, lambda: password)["cases"]] == [SIGNED_CASE]
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(paper)
    assert not dialogs_open(SubjectAccessDialog)
    assert "Skrev »" in texts_shown(bench.desk)


def test_whoever_wants_plain_files_is_warned_and_needs_no_password(bench: Bench, tmp_path: Path) -> None:
    bench.desk.open_case(SIGNED_CASE)
    do_by_quick_open("indsigt")
    dialog = open_dialog(SubjectAccessDialog)
    dialog._password.setFocus()
    replace_with("kort")
    press(Qt.Key.Key_Return)
    assert "mindst 12 tegn" in texts_shown(dialog)
    assert not dialogs_open(FileDialog)

    dialog._is_encrypted.setFocus()
    press(Qt.Key.Key_Space)
    assert "ikke krypteret" in texts_shown(dialog)
    assert not dialog._password.isVisible()
    press(Qt.Key.Key_Return, CONTROL)
    [chooser] = dialogs_open(FileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    QApplication.processEvents()

    assert len([*tmp_path.glob("*.json"), *tmp_path.glob("*.pdf")]) == 2


def test_a_folder_that_is_not_there_is_said_in_the_dialog_which_stays(bench: Bench, tmp_path: Path) -> None:
    bench.desk.open_case(SIGNED_CASE, DOCUMENTS)
    [tab] = bench.desk.case_wing.view.findChildren(DocumentsTab)
    tab.access_wanted.emit()
    open_dialog(SubjectAccessDialog)
    press(Qt.Key.Key_Return)
    [chooser] = dialogs_open(FileDialog)

    chooser.fileSelected.emit(str(tmp_path / "findes ikke"))
    QApplication.processEvents()

    assert "Vælg en anden mappe" in texts_shown(open_dialog(SubjectAccessDialog))


def test_a_person_is_erased_in_two_steps_and_the_window_goes_on_without_them(bench: Bench) -> None:
    before = verify(bench.office.store).findings
    bench.desk.open_case(DRAFT_CASE)
    do_by_quick_open("slet en person")
    open_dialog(ErasureDialog)
    type_text("Oprettet to gange")
    press(Qt.Key.Key_Tab)
    type_text(DRAFT_CASE)
    press(Qt.Key.Key_Return)

    last = open_dialog(ConfirmDialog)
    assert bench.case(DRAFT_CASE)
    last.accepted_form.emit()
    QApplication.processEvents()

    assert (bench.desk.page_key, dialogs_open(ErasureDialog), dialogs_open(ConfirmDialog)) == (CASES, [], [])
    assert DRAFT_CASE not in {line.case_number for line in bench.desk.worklist().lines.values()}
    assert f"Sag {DRAFT_CASE} er slettet" in texts_shown(bench.desk)
    assert verify(bench.office.store).findings == before
    with pytest.raises(CaseNotFound):
        bench.case(DRAFT_CASE)


def test_the_last_question_begins_at_keeping_the_person(bench: Bench) -> None:
    bench.desk.open_case(DRAFT_CASE)
    bench.desk.case_wing.erase()
    bench.desk.case_wing.erasure.presenter.type("Oprettet to gange", DRAFT_CASE)
    bench.desk.case_wing.erasure.presenter.go_on()

    open_dialog(ConfirmDialog)
    press(Qt.Key.Key_Return)

    assert dialogs_open(ErasureDialog)
    assert bench.case(DRAFT_CASE)


def test_a_case_on_which_something_was_signed_says_why_it_is_kept(bench: Bench) -> None:
    bench.desk.open_case(SIGNED_CASE)

    bench.desk.case_wing.erase()
    QApplication.processEvents()

    assert not dialogs_open(ErasureDialog)
    assert "arkivkode B" in texts_shown(bench.desk)


def test_cases_to_review_are_listed_from_anywhere_and_nothing_is_said_where_there_are_none(bench: Bench) -> None:
    bench.desk.go_to(CASES)
    do_by_quick_open("opbevaringsfrist")

    assert "Ingen sager skal gennemses" in texts_shown(open_dialog(RetentionDialog))
    press(Qt.Key.Key_Return)
    assert not dialogs_open(RetentionDialog)


def test_a_case_to_review_is_opened_from_the_list(bench: Bench) -> None:
    ended = a_move(MoveDirection.OUT, date(2016, 5, 1))
    bench.change_meanwhile(lambda case: replace(case, moves=(*case.moves, ended), follow_ups=()), DRAFT_CASE)
    bench.desk.case_list_wing.retention.presenter.ask()

    assert "Intet slettes" in texts_shown(open_dialog(RetentionDialog))
    press(Qt.Key.Key_Return)
    QApplication.processEvents()

    assert not dialogs_open(RetentionDialog)
    assert bench.desk.case_wing.view.case_number == DRAFT_CASE


def test_consent_is_given_by_keyboard_and_stands_in_the_dialog_the_next_time(bench: Bench) -> None:
    bench.desk.open_case(DRAFT_CASE)
    do_by_quick_open("samtykke")
    dialog = open_dialog(ConsentDialog)
    press(Qt.Key.Key_Return)
    assert "Indtast datoen" in texts_shown(dialog)
    dialog._on.set_text("5/10-26")
    press(Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()

    assert not dialogs_open(ConsentDialog)
    assert bench.case(DRAFT_CASE).consents[0].given_on == date(2026, 10, 5)
    bench.desk.case_wing.record_consent()
    assert "givet 05.10.2026" in texts_shown(open_dialog(ConsentDialog))
