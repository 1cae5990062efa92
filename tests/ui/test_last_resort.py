"""What nobody caught is said in the window and written down, without a word of what somebody typed."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qCritical, qDebug, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.permission import NotAllowed
from desktop_app.domain.role import Act, Role
from desktop_app.presenters.role_texts import not_allowed_text
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.theme import Theme

CANARY = "Kanariefuglenavn 3112999876"


def fail() -> None:
    try:
        raise KeyError(CANARY)  # noqa: TRY301 - one error that led to another
    except KeyError as error:
        raise ValueError(f"CPR {CANARY}") from error


class FailsAtTheEnd:
    def __del__(self) -> None:
        fail()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "config" / "errors.log"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, log: Path) -> Iterator[QWidget]:  # noqa: ARG001 - the theme is put back
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    LastResort(log, window).install()
    yield window
    qInstallMessageHandler(None)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def dialogs(window: QWidget) -> list[ConfirmDialog]:
    return [dialog for dialog in window.findChildren(ConfirmDialog) if dialog.isVisible()]


def in_a_slot() -> None:
    QTimer.singleShot(0, fail)


def on_a_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def at_the_end() -> None:
    FailsAtTheEnd()


@pytest.mark.parametrize("act", [in_a_slot, on_a_thread, at_the_end])
def test_an_error_nobody_caught_is_said_and_written_down_without_what_was_typed(
    act: object, window: QWidget, log: Path, qtbot: QtBot
) -> None:
    assert callable(act)
    act()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)

    [dialog] = dialogs(window)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    written = log.read_text(encoding="utf-8")
    assert "Der skete en fejl i programmet" in said
    assert str(log) in said
    assert "ValueError" in written
    assert "KeyError" in written
    assert f"{__name__}:" in written
    for part in CANARY.split():
        assert part not in said + written + window.windowTitle()
    assert log.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_one_can_go_on_and_the_next_error_is_said_again(window: QWidget, qtbot: QtBot) -> None:
    for _ in range(2):
        in_a_slot()
        in_a_slot()
        qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
        dialogs(window)[0]._cancel.click()
        qtbot.waitUntil(lambda: not dialogs(window))

    assert window.isVisible()


def test_one_can_close_the_program(window: QWidget, qtbot: QtBot) -> None:
    in_a_slot()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)

    dialogs(window)[0]._primary.click()

    assert not window.isVisible()


def test_a_log_that_cannot_be_written_keeps_no_error_secret(window: QWidget, log: Path, qtbot: QtBot) -> None:
    log.parent.write_bytes(b"a file where the folder should be")

    in_a_slot()

    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


@pytest.mark.parametrize(("say", "is_kept"), [(qDebug, False), (qWarning, False), (qCritical, True)])
def test_what_qt_says_reaches_no_console_and_the_log_without_its_words(
    say: Callable[[str], None], *, is_kept: bool, window: QWidget, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    del window
    say(CANARY)

    heard = capfd.readouterr()
    written = log.read_text(encoding="utf-8") if log.exists() else ""
    assert (heard.out, heard.err) == ("", "")
    assert ("QtCriticalMsg" in written) is is_kept
    assert {part for part in CANARY.split() if part in written} == set()


def test_a_long_log_begins_anew(window: QWidget, log: Path, qtbot: QtBot) -> None:
    log.parent.mkdir()
    log.write_bytes(b"x" * 300_000)

    in_a_slot()

    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert log.stat().st_size < 10_000


def test_a_refusal_nobody_caught_is_a_sentence_and_no_breakdown(window: QWidget, log: Path) -> None:
    last_resort = window.findChild(LastResort)
    assert last_resort is not None
    said = list[str]()
    last_resort.refused.connect(said.append)

    last_resort.hear(NotAllowed, NotAllowed(Act.PRINT, Role.AUDITOR))

    assert said == [not_allowed_text(NotAllowed(Act.PRINT, Role.AUDITOR))]
    assert dialogs(window) == []
    assert not log.exists()
