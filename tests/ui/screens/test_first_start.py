"""The guide of the first start in the real window: from nothing to an open store, by keyboard, leaving nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.composition import founding
from desktop_app.main import Door
from desktop_app.presenters.first_start_choices import FirstStep
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.storage.store import create_store, open_store, open_with_recovery_key
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.documents.reading import text_of
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import focused, open_at_the_keyboard, press, texts_shown, type_text
from tests.ui.screens.conftest import today
from tests.ui.screens.new_computer import PASSWORD, Guide


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    assert create_store.__kwdefaults__
    monkeypatch.setitem(create_store.__kwdefaults__, "cost", CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "EnPlan" / "enplan.store"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "config" / "preferences.json")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, path: Path, preferences: PreferencesFile) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(path), today, preferences)
    open_at_the_keyboard(window, qtbot)
    yield window
    window.leaving._has_failed = True  # do not stay for a backup
    window.close()


@pytest.fixture
def guide(window: MainWindow) -> Guide:
    return Guide(window)


def test_without_a_store_the_guide_welcomes_and_nothing_is_made(guide: Guide, tmp_path: Path) -> None:
    assert "Trin 1 af 6" in texts_shown(guide.screen)
    assert "Velkommen" in texts_shown(guide.screen)
    assert {file.name for file in tmp_path.iterdir()} == set()


def test_a_team_gets_its_store_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, guide: Guide, path: Path, backups: Path, preferences: PreferencesFile
) -> None:
    guide.go_to(FirstStep.EXAMPLES, backups)
    key = guide.presenter.choices.recovery_key
    assert not path.exists()

    press(Qt.Key.Key_Return)
    assert "Laver filen …" in guide.screen._next.text()
    qtbot.waitUntil(lambda: window.desk is not None)

    assert window.desk is not None
    assert window.ways_in.guide is None
    assert "Der er ingen sager endnu" in texts_shown(window.desk) or "I dag" in texts_shown(window.desk)
    municipality = window.desk.office.municipality
    assert (municipality.name, municipality.team, municipality.fictional) == (
        "Lolland Kommune",
        "Integrationsteamet",
        False,
    )
    assert (preferences.current.last_store, preferences.current.backup_folder) == (str(path), str(backups))
    window.leaving._has_failed = True
    window.close()
    open_store(path, password=PASSWORD).close()
    open_with_recovery_key(path, recovery_key=key).close()


def test_example_data_marks_the_store_with_its_band(
    qtbot: QtBot, window: MainWindow, guide: Guide, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(founding, "DEMO_CASES", 12)
    assert founding.found_office.__kwdefaults__
    monkeypatch.setitem(founding.found_office.__kwdefaults__, "examples", 12)
    guide.go_to(FirstStep.EXAMPLES, backups)

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)

    assert window.desk is not None
    assert "EKSEMPELDATA" in texts_shown(window.desk)
    assert window.desk.office.municipality.fictional


def test_who_cancels_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow, guide: Guide, path: Path, backups: Path
) -> None:
    guide.go_to(FirstStep.EXAMPLES, backups)

    press(Qt.Key.Key_Escape)
    assert "Den udskrevne nødnøgle åbner ingenting" in texts_shown(guide.screen)
    assert window.isVisible()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: not window.isVisible())
    assert not path.parent.exists()


def test_who_thinks_better_of_cancelling_goes_on(guide: Guide, window: MainWindow, backups: Path) -> None:
    guide.go_to(FirstStep.EXAMPLES, backups)
    press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_Return)

    assert "Forlad guiden?" not in texts_shown(guide.screen)
    assert window.isVisible()


def test_a_store_that_cannot_be_made_says_so_and_everything_stays(
    qtbot: QtBot,
    window: MainWindow,
    guide: Guide,
    path: Path,
    backups: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise StorageUnavailable(StorageTrouble.DISK_FULL, str(path))

    monkeypatch.setattr(founding, "new_store", fail)
    guide.go_to(FirstStep.EXAMPLES, backups)

    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "disken er fuld" in texts_shown(guide.screen))

    assert window.desk is None
    assert guide.screen._next.isEnabled()
    assert guide.screen._next.text() == "Lav filen, og start"
    assert guide.presenter.choices.password == PASSWORD


def test_what_is_wrong_is_said_at_the_field_and_the_keyboard_is_there(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.TEAM, backups)

    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "Vælg kommunen på listen." in texts_shown(guide.screen)
    assert focused() is guide.screen.team._municipality
    assert focused().accessibleDescription().startswith("Fejl: Vælg kommunen på listen.")


def test_a_municipality_is_found_by_part_of_its_name(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.TEAM, backups)

    type_text("høje-t")
    press(Qt.Key.Key_Return)

    assert guide.presenter.choices.municipality_name == "Høje-Taastrup Kommune"


def test_initials_follow_the_name_until_one_writes_ones_own(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.TEAM, backups)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("Mette Jensen")
    assert guide.screen.team._initials.text() == "MJ"

    press(Qt.Key.Key_Tab)
    type_text("mje")

    assert guide.presenter.choices.initials == "mje"


def test_a_synchronised_folder_is_refused_with_its_reason(guide: Guide, backups: Path, tmp_path: Path) -> None:
    guide.go_to(FirstStep.PLACE, backups)

    guide.screen.place.folder_chosen.emit(str(tmp_path / "OneDrive - Lolland Kommune"))

    assert "Filen ligger på et drev, der synkroniseres" in texts_shown(guide.screen)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert guide.presenter.step is FirstStep.PLACE


def test_the_recovery_key_is_printed_with_what_was_answered(
    qtbot: QtBot, window: MainWindow, guide: Guide, backups: Path
) -> None:
    guide.go_to(FirstStep.PASSWORD, backups)
    key = guide.presenter.choices.recovery_key
    qtbot.waitUntil(lambda: all(group in texts_shown(guide.screen) for group in key.split("-")))

    guide.screen.password._print.click()
    dialog = next(child for child in window.findChildren(QPrintDialog) if child.isVisible())
    assert dialog.printer().docName() == "Nødnøgle"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()

    page = text_of(guide.presenter.sheet())
    assert "Lolland Kommune, Integrationsteamet" in page
    assert all(group in page for group in key.split("-"))


def test_the_recovery_key_can_be_saved_as_a_file(guide: Guide, backups: Path, tmp_path: Path) -> None:
    guide.go_to(FirstStep.PASSWORD, backups)

    guide.screen.password._save.click()
    dialog = next(iter(guide.screen.findChildren(QFileDialog)))
    assert dialog.selectedFiles()[0].endswith("noednoegle.pdf")
    dialog.reject()
    guide.screen.path_chosen.emit(str(tmp_path / "nøgle.pdf"))

    assert guide.presenter.choices.recovery_key.split("-")[0] in text_of((tmp_path / "nøgle.pdf").read_bytes())


def test_the_key_can_be_heard_group_by_group(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.PASSWORD, backups)

    first = guide.presenter.choices.recovery_key.split("-")[0]
    assert guide.screen.password._key.accessibleDescription().startswith(f"gruppe 1: {' '.join(first)}; gruppe 2:")


def test_one_goes_back_by_keyboard(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.TEAM, backups)

    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert guide.presenter.step is FirstStep.PLACE


def test_a_folder_for_backups_is_chosen_in_a_dialog_of_folders(guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.BACKUP, backups)

    press(Qt.Key.Key_Return)  # the keyboard is at the button

    dialog = next(iter(guide.screen.findChildren(QFileDialog)))
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(backups))
    dialog.reject()
    assert "Mappen ligger på samme drev som filen med sagerne." in texts_shown(guide.screen)


def test_the_folder_can_wait(qtbot: QtBot, guide: Guide, backups: Path) -> None:
    guide.go_to(FirstStep.BACKUP, backups)

    guide.screen.backup._later.click()

    assert "Uden sikkerhedskopi er alle sager tabt" in texts_shown(guide.screen)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert guide.presenter.step is FirstStep.EXAMPLES
    qtbot.waitUntil(lambda: "Ingen mappe valgt" in texts_shown(guide.screen))


def test_a_store_that_lies_elsewhere_is_opened_instead(
    qtbot: QtBot, window: MainWindow, guide: Guide, demo_path: Path
) -> None:
    guide.screen.welcome.other_file_wanted.emit()
    dialog = next(child for child in window.findChildren(QFileDialog) if child.isVisible())

    dialog.fileSelected.emit(str(demo_path))
    dialog.reject()

    qtbot.waitUntil(window.unlock_screen.isVisible)
    assert window.ways_in.guide is None
    assert str(demo_path) in texts_shown(window)


def test_a_place_that_is_taken_can_be_opened(window: MainWindow, guide: Guide, backups: Path, demo_path: Path) -> None:
    guide.go_to(FirstStep.PLACE, backups)
    guide.screen.place.folder_chosen.emit(str(demo_path.parent))
    assert "Der er allerede en fil i" in texts_shown(guide.screen)

    guide.screen.place._open_it.click()

    assert window.unlock_screen.isVisible()


@pytest.fixture
def demo_path(demo_store: tuple[Path, str, str]) -> Path:
    return demo_store[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, window: MainWindow, guide: Guide, theme: Theme, backups: Path, percent: int
) -> None:
    theme.choose_text_scale(percent)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(640 if percent == 100 else 1000, 600)
    answers: dict[FirstStep, Callable[[], None]] = {
        FirstStep.TEAM: lambda: answer_team(guide),
        FirstStep.PASSWORD: lambda: answer_password(guide),
        FirstStep.BACKUP: lambda: guide.presenter.choose_backup_folder(str(backups)),
    }
    for step in FirstStep:
        assert guide.presenter.step is step, texts_shown(guide.screen)
        if step is not FirstStep.EXAMPLES:
            guide.presenter.next()  # what is wrong is shown too, where anything is
        qtbot.waitUntil(lambda: clipped_texts(window) == [])
        assert unnamed_widgets(window) == [], step
        if step in answers:
            answers[step]()
            guide.presenter.next()


def answer_team(guide: Guide) -> None:
    guide.presenter.choose_municipality("360")
    guide.screen.team.fill("360", "Mette Jensen")


def answer_password(guide: Guide) -> None:
    guide.screen.password.fill(PASSWORD)
    guide.screen.password._stored.setChecked(True)
