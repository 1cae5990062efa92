"""Leaving an open store: the backup that is due is made, locking never waits for an answer, closing asks for one."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.application.preferences import PassingPreferences, Preferences
from desktop_app.composition import Office
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.storage.store import create_store, open_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.leaving_screen import LeavingScreen
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.storage.builders import CHEAP, PASSWORD, a_case
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard, texts_shown
from tests.ui.screens.conftest import today


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sager" / "enplan.store"
    municipality = Municipality(id="municipality", code="360", name="Lolland Kommune")
    create_store(
        path, user="Mette Jensen", initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP
    ).store.close()
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, path: Path, backups: Path) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(path), today, PassingPreferences(Preferences(backup_folder=str(backups))))
    open_at_the_keyboard(window, qtbot)
    window.unlocking.try_password("", PASSWORD)
    yield window
    window.leaving._has_failed = True  # do not stay for a backup
    window.close()


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.store"))


def screen_of(window: MainWindow) -> LeavingScreen:
    assert window.leaving.screen is not None
    return window.leaving.screen


def is_closed(window: MainWindow) -> bool:
    return not window.isVisible()


def can_be_opened(path: Path) -> bool:
    open_store(path, password=PASSWORD).close()
    return True


def test_closing_makes_the_backup_that_is_due_and_then_closes(
    qtbot: QtBot, window: MainWindow, path: Path, backups: Path
) -> None:
    window.close()
    assert window.isVisible()
    assert window.desk is None
    assert "Laver sikkerhedskopien …" in texts_shown(window)

    qtbot.waitUntil(lambda: is_closed(window))

    [backup] = made(backups)
    assert can_be_opened(backup)
    assert can_be_opened(path)


def test_nothing_changed_makes_no_second_backup(qtbot: QtBot, window: MainWindow, backups: Path) -> None:
    window.lock()
    qtbot.waitUntil(lambda: window._office is None)
    assert len(made(backups)) == 1
    window.unlocking.try_password("", PASSWORD)

    window.close()
    qtbot.waitUntil(lambda: is_closed(window))

    assert len(made(backups)) == 1


def test_a_case_written_meanwhile_is_in_the_next_backup(
    qtbot: QtBot, window: MainWindow, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.lock()
    qtbot.waitUntil(lambda: window._office is None)
    window.unlocking.try_password("", PASSWORD)
    assert isinstance(window._office, Office)
    store = window._office.store
    case = a_case()
    with store.work() as unit:
        unit.cases.add(case)
        unit.commit()
    moment = window.leaving._now()
    monkeypatch.setattr(window.leaving, "_now", lambda: moment.replace(year=moment.year + 1))

    window.lock()
    qtbot.waitUntil(lambda: len(made(backups)) == 2)

    with open_store(made(backups)[-1], password=PASSWORD) as copy, copy.work() as unit:
        assert [case.case_number for case in unit.cases.all()] == ["2026-014"]


def test_locking_shows_the_password_at_once_and_takes_none_until_the_backup_is_made(
    qtbot: QtBot, window: MainWindow, path: Path, backups: Path
) -> None:
    window.lock()

    assert window.desk is None
    assert window.unlock_screen.isVisible()
    assert not window.unlock_screen._unlock.isEnabled()
    assert window.unlock_screen._unlock.text() == "Laver sikkerhedskopien …"
    qtbot.waitUntil(window.unlock_screen._unlock.isEnabled)
    assert len(made(backups)) == 1
    assert can_be_opened(path)


def test_a_backup_that_fails_never_keeps_the_program_from_locking(
    qtbot: QtBot, window: MainWindow, path: Path, backups: Path
) -> None:
    shutil.rmtree(backups)

    window.lock()
    qtbot.waitUntil(window.unlock_screen._unlock.isEnabled)

    assert "Sikkerhedskopien blev ikke lavet" in texts_shown(window)
    assert f"Sikkerhedskopien kunne ikke laves: mappen {backups} findes ikke." in texts_shown(window)
    assert can_be_opened(path)
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None
    window.lock()
    qtbot.waitUntil(window.unlock_screen._unlock.isEnabled)


def test_a_backup_that_fails_is_asked_about_before_closing(qtbot: QtBot, window: MainWindow, backups: Path) -> None:
    shutil.rmtree(backups)

    window.close()
    qtbot.waitUntil(lambda: "Sikkerhedskopien blev ikke lavet" in texts_shown(window))

    assert window.isVisible()
    assert "Sagerne er gemt, og intet er tabt." in texts_shown(window)
    qtbot.waitUntil(lambda: clipped_texts(window) == [])
    assert unnamed_widgets(window) == []


def test_one_can_close_without_a_backup(qtbot: QtBot, window: MainWindow, path: Path, backups: Path) -> None:
    shutil.rmtree(backups)
    window.close()
    qtbot.waitUntil(screen_of(window)._ways_on.isVisible)

    screen_of(window)._close.click()

    assert is_closed(window)
    assert can_be_opened(path)


def test_closing_once_more_is_an_answer_too(qtbot: QtBot, window: MainWindow, path: Path, backups: Path) -> None:
    shutil.rmtree(backups)
    window.close()
    qtbot.waitUntil(screen_of(window)._ways_on.isVisible)

    window.close()

    assert is_closed(window)
    assert can_be_opened(path)


def test_one_can_try_again_when_the_disk_is_back(qtbot: QtBot, window: MainWindow, backups: Path) -> None:
    shutil.rmtree(backups)
    window.close()
    qtbot.waitUntil(screen_of(window)._ways_on.isVisible)

    backups.mkdir()
    screen_of(window)._retry.click()

    qtbot.waitUntil(lambda: is_closed(window))
    assert len(made(backups)) == 1


def test_one_can_choose_another_folder(qtbot: QtBot, window: MainWindow, backups: Path, tmp_path: Path) -> None:
    shutil.rmtree(backups)
    window.close()
    qtbot.waitUntil(screen_of(window)._ways_on.isVisible)
    other = tmp_path / "andet drev"
    other.mkdir()

    screen_of(window)._choose.click()
    dialog = next(iter(screen_of(window).findChildren(QFileDialog)))
    dialog.fileSelected.emit(str(other))
    dialog.reject()

    qtbot.waitUntil(lambda: is_closed(window))
    assert len(made(other)) == 1
    assert window.choices.current.backup_folder == str(other)


def test_who_leaves_the_question_unanswered_is_locked_out(qtbot: QtBot, window: MainWindow, backups: Path) -> None:
    shutil.rmtree(backups)
    window.close()
    qtbot.waitUntil(screen_of(window)._ways_on.isVisible)

    window.idle_watch.idle.emit()
    qtbot.waitUntil(lambda: window._office is None)

    assert window.unlock_screen.isVisible()
    assert window.leaving.screen is None


def test_closing_while_the_backup_of_a_lock_is_being_made_closes_after_it(
    qtbot: QtBot, window: MainWindow, backups: Path
) -> None:
    window.lock()

    window.close()
    qtbot.waitUntil(lambda: is_closed(window))

    assert len(made(backups)) == 1


def test_without_a_folder_nothing_is_waited_for(window: MainWindow, backups: Path) -> None:
    window.choices.keep(replace(window.choices.current, backup_folder=""))

    window.lock()
    assert window.unlock_screen._unlock.isEnabled()
    window.unlocking.try_password("", PASSWORD)
    window.close()

    assert is_closed(window)
    assert made(backups) == []
