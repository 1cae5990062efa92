"""What is copied out of the program is kept out of histories and taken away; what is somebody else's stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.own_clipboard import OwnClipboard, put_on_clipboard
from tests.ui.conftest import Show

CPR = "010190-0001"


class Ownership:
    """Whether what lies on the clipboard is the program's, which no system says without a screen."""

    is_ours = True

    def __call__(self) -> bool:
        return self.is_ours


@pytest.fixture
def ownership() -> Ownership:
    return Ownership()


@pytest.fixture
def clipboard(qapp: QObject, ownership: Ownership) -> Iterator[OwnClipboard]:  # noqa: ARG001 - there is a clipboard
    QGuiApplication.clipboard().clear()
    owner = QObject()
    yield OwnClipboard(owner, ownership)
    delete(owner)  # at once: it would see to the clipboard of the next test
    QGuiApplication.clipboard().clear()


def lies_there() -> str:
    return QGuiApplication.clipboard().text()


def formats() -> set[str]:
    return set(QGuiApplication.clipboard().mimeData().formats())


def test_histories_of_windows_and_kde_are_asked_to_leave_it_alone(clipboard: OwnClipboard) -> None:
    del clipboard
    put_on_clipboard(CPR)

    words = {name.partition('"')[2].rstrip('"') for name in formats() if "windows" in name}
    assert words == {
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    }
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"
    assert lies_there() == CPR


def test_what_is_copied_from_a_field_is_marked_too(clipboard: OwnClipboard, show: Show) -> None:
    field = LineEdit()
    show(field)
    field.setText(CPR)
    field.selectAll()
    field.copy()

    assert lies_there() == CPR
    assert "x-kde-passwordManagerHint" in formats()
    clipboard.take_away()
    assert lies_there() == ""


def test_after_a_while_it_is_gone(clipboard: OwnClipboard, qtbot: QtBot) -> None:
    assert clipboard._timer.interval() == 300_000
    clipboard._timer.setInterval(1)

    put_on_clipboard(CPR)

    qtbot.waitUntil(lambda: lies_there() == "")


def test_what_another_program_put_there_stays_as_it_is(clipboard: OwnClipboard, ownership: Ownership) -> None:
    put_on_clipboard(CPR)
    ownership.is_ours = False
    QGuiApplication.clipboard().setText("noget andet")

    clipboard.take_away()

    assert lies_there() == "noget andet"
    assert formats() == {"text/plain"}


def test_an_empty_clipboard_is_left_alone(clipboard: OwnClipboard) -> None:
    clipboard.take_away()

    assert lies_there() == ""
