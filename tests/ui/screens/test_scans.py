"""Scans of signed papers in the real window: attached by keyboard or dropped, shown, copied out and taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.gap import GapKind
from desktop_app.domain.scan import Scan, attached
from desktop_app.main import Door
from desktop_app.ui.accessibility import unnamed_widgets
from desktop_app.ui.case_contract_tab import ContractTab
from desktop_app.ui.case_documents_tab import DocumentsTab
from desktop_app.ui.case_view import CONTRACT, DOCUMENTS
from desktop_app.ui.file_dialog import FileDialog
from desktop_app.ui.file_drop import FileDrop
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.picture_page import PictureUnreadable, is_picture, picture_page
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.documents.test_scan_content import a_jpeg, a_pdf
from tests.ui.screens.at_the_keyboard import dialogs_open, open_at_the_keyboard, press, texts_shown, type_text
from tests.ui.screens.conftest import today
from tests.ui.screens.saving.bench import READY_CASE, SIGNED_CASE, Bench, make_store

pytestmark = pytest.mark.usefixtures("read_at_once")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Bench]:  # noqa: ARG001 - theme is put back
    make_store(tmp_path / "store" / "enplan.store")
    window = MainWindow(Door(tmp_path / "store" / "enplan.store"), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    yield Bench(window)
    window.close()


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Underskrevet.pdf"
    path.write_bytes(a_pdf(pages=2))
    return path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A page that is black on its left half."""
    page = QImage(40, 60, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    for row in range(60):
        for column in range(20):
            page.setPixelColor(column, row, QColor("black"))
    path = tmp_path / "Underskrevet.png"
    page.save(str(path))
    return path


def scans(bench: Bench, number: str = SIGNED_CASE) -> tuple[Scan, ...]:
    return attached(bench.case(number).plans[0].scans)


def button(root: QWidget, name: str) -> QAbstractButton:
    shown = [one for one in root.findChildren(QAbstractButton) if one.isVisible()]
    [found] = [one for one in shown if name in {one.accessibleName(), one.text()}]
    return found


def tab(bench: Bench, key: str = CONTRACT) -> QWidget:
    bench.desk.open_case(SIGNED_CASE, key)
    return bench.desk.case_wing.view._made[key]


def drop(part: FileDrop, *paths: Path | str, place: QPoint | None = None) -> bool:
    """Drag files over a part and let them go; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    at = place or QPoint(5, 5)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(at, copy, data, left, none), QDragMoveEvent(at, copy, data, left, none)):
        event.ignore()
        part.dragEnterEvent(event) if type(event) is QDragEnterEvent else part.dragMoveEvent(event)
        if not event.isAccepted():
            return False
    part.dropEvent(QDropEvent(QPointF(at), copy, data, left, none))
    return True


def attach(bench: Bench, path: Path) -> Scan:
    bench.desk.case_wing.scans.attach(SIGNED_CASE, 1, str(path))
    bench.desk.case_wing.scans.presenter.attach()
    return scans(bench)[-1]


def test_a_scan_is_chosen_and_attached_by_keyboard(bench: Bench, pdf: Path) -> None:
    button(tab(bench), "Vedhæft scan til version 1").click()
    dialog = bench.open_dialog()
    assert unnamed_widgets(dialog) == []
    press(Qt.Key.Key_Space)
    [chooser] = dialogs_open(FileDialog)
    chooser.fileSelected.emit(str(pdf))
    chooser.reject()
    bench.open_dialog().form.go_to("note")
    type_text("Side 2")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [(scan.file_name, scan.note) for scan in scans(bench)][1:] == [("Underskrevet.pdf", "Side 2")]
    assert "Underskrevet.pdf" in texts_shown(bench.desk.case_wing.view)
    assert "Scanningen er vedhæftet version 1." in bench.claims()


def test_what_was_attached_by_mistake_is_taken_back_by_undo(bench: Bench, pdf: Path) -> None:
    scan = attach(bench, pdf)

    bench.desk.shell.done_bar.undo_wanted.emit()

    assert scan.id not in {one.id for one in scans(bench)}
    assert "Scanningen er fjernet." in bench.claims()


def test_a_file_is_dropped_on_the_contract_or_among_the_documents(bench: Bench, pdf: Path, picture: Path) -> None:
    contract = tab(bench).findChild(ContractTab)
    assert isinstance(contract, ContractTab)
    assert drop(contract, pdf)
    bench.desk.case_wing.scans.presenter.attach()
    documents = tab(bench, DOCUMENTS).findChild(DocumentsTab)
    assert isinstance(documents, DocumentsTab)

    assert drop(documents, picture)
    bench.desk.case_wing.scans.presenter.attach()

    assert {scan.file_name for scan in scans(bench)} >= {"Underskrevet.pdf", "Underskrevet.png"}


def test_nothing_else_can_be_dropped_and_nothing_where_no_plan_is_signed(bench: Bench, pdf: Path) -> None:
    contract = tab(bench).findChild(ContractTab)
    assert isinstance(contract, ContractTab)
    assert not drop(contract, pdf, pdf)
    assert not drop(contract, "https://eksempel.dk/a.pdf")

    bench.desk.open_case(READY_CASE, CONTRACT)
    unsigned = bench.desk.case_wing.view._made[CONTRACT].findChild(ContractTab)
    assert isinstance(unsigned, ContractTab)
    drop(unsigned, pdf)

    assert bench.dialog is None


def test_what_is_wrong_with_a_file_is_said_at_the_field(bench: Bench, tmp_path: Path) -> None:
    letter = tmp_path / "brev.pdf"
    letter.write_bytes(b"PK\x03\x04")

    bench.desk.case_wing.scans.attach(SIGNED_CASE, 1, str(letter))

    assert bench.is_said_at_a_field("Den valgte fil skal være af typen PDF, JPG eller PNG")
    bench.desk.case_wing.scans._choose(str(bench.office.store.path))
    assert bench.is_said_at_a_field("hører til filen med sagerne")


def test_a_note_that_cannot_be_kept_is_refused_at_its_field(bench: Bench, pdf: Path) -> None:
    bench.desk.case_wing.scans.attach(SIGNED_CASE, 1, str(pdf))
    note = bench.open_dialog().form.row("note").editor
    assert isinstance(note, TextArea)
    note.setPlainText("Side\x07 2")

    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert bench.is_said_at_a_field("Teksten indeholder usynlige tegn, som ikke kan gemmes.")
    assert note.text() == "Side\x07 2"
    assert len(scans(bench)) == 1


def test_a_picture_is_shown_within_the_program_and_leaves_no_file(bench: Bench, picture: Path, tmp_path: Path) -> None:
    scan = attach(bench, picture)
    before = sorted(tmp_path.rglob("*"))

    button(tab(bench), "Vis scanningen Underskrevet.png").click()

    assert bench.desk.page_key == PREVIEW
    assert "Scan af version 1" in texts_shown(bench.desk.print_wing.page)
    assert sorted(tmp_path.rglob("*")) == before
    logged = "SELECT body FROM log JOIN payloads USING (seq) WHERE action = 'opened_scan'"
    opened = bench.office.store.connection.rows(logged)
    assert [scan.id in body for (body,) in opened] == [True]
    press(Qt.Key.Key_Escape)
    assert bench.desk.page_key == "case"


def test_a_pdf_is_shown_and_a_copy_of_just_its_bytes_saved(bench: Bench, pdf: Path, tmp_path: Path) -> None:
    attach(bench, pdf)
    button(tab(bench), "Vis scanningen Underskrevet.pdf").click()
    page = bench.desk.print_wing.page
    assert "En kopi, der gemmes, er ikke krypteret." in texts_shown(page)
    assert "Side 1 af 2" in texts_shown(page)

    button(page, "Gem en kopi …").click()
    [chooser] = dialogs_open(FileDialog)
    assert chooser.windowTitle() == "Gem en ukrypteret kopi"
    chooser.fileSelected.emit(str(tmp_path / "kopi.pdf"))
    chooser.reject()

    assert (tmp_path / "kopi.pdf").read_bytes() == pdf.read_bytes()
    assert "Filen er ikke krypteret" in texts_shown(page)


@pytest.mark.qt_log_ignore("Bogus marker length")
def test_a_picture_that_cannot_be_decoded_is_said_to_be_so(bench: Bench, tmp_path: Path) -> None:
    odd = tmp_path / "odd.jpg"
    odd.write_bytes(a_jpeg())
    scan = attach(bench, odd)

    bench.desk.case_wing.scans.show(SIGNED_CASE, scan.id)

    assert "Billedet kan ikke vises" in bench.message()


def test_a_scan_is_removed_with_a_reason_and_had_back(bench: Bench, pdf: Path) -> None:
    scan = attach(bench, pdf)
    button(tab(bench), "Fjern scanningen Underskrevet.pdf").click()
    bench.open_dialog()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.is_said_at_a_field("Skriv en begrundelse")
    bench.open_dialog().form.go_to("reason")
    type_text("Forkert borger")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert scan.id not in {one.id for one in scans(bench)}

    bench.desk.shell.done_bar.undo_wanted.emit()

    assert scan.id in {one.id for one in scans(bench)}


def test_among_the_documents_only_a_scan_can_be_removed_and_shown_as_one(bench: Bench) -> None:
    documents = tab(bench, DOCUMENTS).findChild(DocumentsTab)
    assert isinstance(documents, DocumentsTab)
    remove = button(documents, "Fjern scanningen …")
    assert not remove.isEnabled()
    [scan] = scans(bench)

    documents._table.select(f"scan/{scan.id}")
    assert remove.isEnabled()
    remove.click()
    assert bench.open_dialog().windowTitle() == "Fjern scanningen Kontrakt underskrevet.pdf?"


def test_the_page_of_a_plan_that_was_signed_just_now_offers_to_attach_the_scan(bench: Bench) -> None:
    bench.desk.plan_wing.write(READY_CASE, 1)
    bench.desk.plan_wing.sign(READY_CASE, 1)
    bench.desk.plan_wing.signing.presenter.register()

    button(bench.desk.plan_wing.page, "Vedhæft scan …").click()

    assert bench.open_dialog().windowTitle() == "Vedhæft scan til version 1"


def test_what_lacks_its_scan_is_listed_and_leads_to_the_dialog(bench: Bench) -> None:
    bench.desk.plan_wing.sign(READY_CASE, 1)
    bench.desk.plan_wing.signing.presenter.register()
    bench.desk.open_case(READY_CASE)
    opened = bench.desk.case_wing.presenter.opened
    assert opened
    [gap] = [gap for gap in opened.gaps if gap.kind is GapKind.NO_SIGNATURE_SCAN]

    bench.desk.case_wing.mend(READY_CASE, gap)

    assert bench.open_dialog().windowTitle() == "Vedhæft scan til version 1"


@pytest.mark.qt_log_ignore("Bogus marker length")
def test_a_picture_keeps_its_proportions_and_its_colours(picture: Path) -> None:
    content = picture.read_bytes()

    page = picture_page(content, 80)

    assert is_picture(content)
    assert (page.width, page.height) == (80, 120)
    assert (page.pixels[0], page.pixels[4 * 70]) == (0, 255)
    assert not is_picture(a_pdf())
    with pytest.raises(PictureUnreadable):
        picture_page(a_jpeg(), 80)
