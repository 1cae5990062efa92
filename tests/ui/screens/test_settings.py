"""Indstillinger in the real window over a real store: what is chosen holds, what is changed is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app import __version__, translation
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.storage.store import NewStore, create_store, open_store, open_with_recovery_key
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.file_dialog import FileDialog
from desktop_app.ui.frame import SETTINGS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings_page import ABOUT, BACKUP, LANGUAGE, LOOKS, ME, SECURITY, TEAM, SettingsPage
from desktop_app.ui.theme import ColourChoice, Theme
from desktop_app.ui.wings.settings_wing import SettingsWing
from tests.documents.reading import text_of
from tests.logos import plain, written
from tests.storage.builders import CHEAP, PASSWORD
from tests.ui.screens.at_the_keyboard import focused, open_at_the_keyboard, press, texts_shown, type_text
from tests.ui.screens.conftest import today

NEW = "fem helt andre ord"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    for change in (StoreKeys.set_password, StoreKeys.rename_user):
        monkeypatch.setattr(change, "__defaults__", (CHEAP,))


@pytest.fixture
def made(tmp_path: Path) -> NewStore:
    municipality = Municipality(id="municipality", code="360", name="Lolland Kommune", phone="54 67 67 67")
    made = create_store(
        tmp_path / "sager" / "enplan.store",
        user="Mette Jensen",
        initials="MJ",
        password=PASSWORD,
        municipality=municipality,
        cost=CHEAP,
    )
    made.store.close()
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "config" / "preferences.json")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, made: NewStore, preferences: PreferencesFile) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(made.store.path), today, preferences)
    open_at_the_keyboard(window, qtbot)
    window.unlocking.try_password("", PASSWORD)
    yield window
    window.leaving._has_failed = True  # do not stay for a backup
    window.close()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def wing(desk: Desk) -> SettingsWing:
    desk.settings_wing.open()
    return desk.settings_wing


@pytest.fixture
def page(wing: SettingsWing) -> SettingsPage:
    return wing.page


def test_the_settings_are_opened_by_their_keys(desk: Desk) -> None:
    press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    assert desk.page_key == SETTINGS
    assert "Indstillinger" in texts_shown(desk)
    press(Qt.Key.Key_Right)
    assert desk.settings_wing.page.section == TEAM


def test_the_foot_of_the_window_tells_how_backups_and_locking_stand(desk: Desk) -> None:
    foot = texts_shown(desk.shell.status)

    assert "Ingen mappe til sikkerhedskopi er valgt" in foot
    assert "Låser om 10 min." in foot


# Oneself -------------------------------------------------------------------------------------------------------------


def test_the_password_is_changed(window: MainWindow, page: SettingsPage, made: NewStore) -> None:
    page.me._current.line.setText(PASSWORD)
    page.me._password.line.setText(NEW)
    page.me._again.setText(NEW)
    assert "Stærk adgangskode" in texts_shown(page)

    page.me._again.setFocus()
    press(Qt.Key.Key_Return)

    assert page.me._password.text() == page.me._again.text() == page.me._current.text() == ""
    window.close()
    open_store(made.store.path, password=NEW).close()


def test_what_is_wrong_with_a_password_is_in_the_summary_with_a_way_to_its_field(page: SettingsPage) -> None:
    page.me._password.line.setText("kort")

    page.me._want_password()

    assert focused() is page.me.passwords.summary
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert focused() is page.me._current.line


def test_one_is_called_something_else_from_then_on(desk: Desk, page: SettingsPage) -> None:
    page.me._name.setText("Mette Holm")
    page.me._initials.setText("MH")
    page.me._name_password.line.setText(PASSWORD)

    page.me._want_rename()

    assert (desk.office.user.name, desk.office.user.initials) == ("Mette Holm", "MH")
    assert "Mette Holm" in texts_shown(desk.shell._top_bar)
    assert "Du hedder nu Mette Holm (MH)." in texts_shown(desk)


# The municipality ----------------------------------------------------------------------------------------------------


def test_the_municipality_is_changed_by_keyboard(desk: Desk, wing: SettingsWing) -> None:
    wing.open(TEAM)
    assert wing.page.team._lines["phone"].text() == "54 67 67 67"  # type: ignore[index]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("Team Nord")

    press(Qt.Key.Key_Return)

    assert desk.office.municipality.team == "Team Nord"
    assert "Indstillingerne er gemt." in texts_shown(desk)
    assert "Lolland Kommune" in texts_shown(desk.shell.status)


def test_what_is_typed_is_a_draft_until_it_is_saved(qtbot: QtBot, window: MainWindow, wing: SettingsWing) -> None:
    wing.open(TEAM)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("Team Nord")

    window.lock()
    qtbot.waitUntil(lambda: window._office is None)
    window.unlocking.try_password("", PASSWORD)

    assert window.desk is not None
    assert "Indstillinger, kommune og team" in texts_shown(window.desk)
    window.desk.drafts.resume()
    assert window.desk.settings_wing.page.team._lines["team"].text() == "Team Nord"  # type: ignore[index]


def test_what_is_typed_can_be_let_go(wing: SettingsWing, page: SettingsPage) -> None:
    wing.open(TEAM)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("Team Nord")

    page.team.undo_wanted.emit()

    assert page.team._lines["team"].text() == "Integrationsteamet"  # type: ignore[index]


# The logo ------------------------------------------------------------------------------------------------------------


def choose_logo(path: Path) -> None:
    """Press the button the keyboard is at, and choose a file in the system's dialog."""
    press(Qt.Key.Key_Space)
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, FileDialog) and one.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def has_logo(desk: Desk) -> bool:
    return desk.office.municipality.logo is not None


@pytest.fixture
def crest(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(written(plain(600, 200)))
    return path


@pytest.mark.usefixtures("read_at_once")
def test_a_logo_is_chosen_and_removed_by_keyboard_and_each_is_undone(
    desk: Desk, wing: SettingsWing, crest: Path, qtbot: QtBot
) -> None:
    wing.open(TEAM)
    field = wing.page.team.logo
    assert "Der er ikke valgt et logo." in texts_shown(field)
    field.choose.setFocus()

    choose_logo(crest)
    assert has_logo(desk)
    assert field._preview.isVisible()
    assert "Logoet er valgt. Det trykkes på alle nye papirer." in texts_shown(desk)

    press(Qt.Key.Key_Tab)
    assert focused() is field.remove
    press(Qt.Key.Key_Space)
    assert not has_logo(desk)
    assert focused() is field.choose
    assert "Logoet er fjernet." in texts_shown(desk)

    desk.shell.done_bar.undo_wanted.emit()
    assert has_logo(desk)
    assert field._preview.isVisible()
    assert unnamed_widgets(field) == []
    qtbot.waitUntil(lambda: clipped_texts(field) == [])


@pytest.mark.usefixtures("read_at_once")
def test_a_file_that_is_no_logo_is_refused_at_the_logo(desk: Desk, wing: SettingsWing, tmp_path: Path) -> None:
    letter = tmp_path / "logo.png"
    letter.write_bytes(b"%PDF-1.7")
    wing.open(TEAM)
    field = wing.page.team.logo
    field.choose.setFocus()

    choose_logo(letter)

    sentence = "Filen er hverken PNG eller JPG. Gem logoet som PNG, og vælg det."
    assert sentence in texts_shown(field)
    assert sentence in focused().accessibleDescription()
    assert focused() is field.choose
    assert focused().accessibleName() == "Vælg logo …"
    assert not has_logo(desk)


@pytest.mark.usefixtures("read_at_once")
def test_what_is_typed_beside_the_logo_stays_and_is_saved(desk: Desk, wing: SettingsWing, crest: Path) -> None:
    wing.open(TEAM)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("Team Nord")
    name = focused()
    wing.page.team.logo.choose.setFocus()
    choose_logo(crest)

    name.setFocus()
    press(Qt.Key.Key_Return)

    assert (desk.office.municipality.team, has_logo(desk)) == ("Team Nord", True)
    assert "Indstillingerne er gemt." in texts_shown(desk)


# Security ------------------------------------------------------------------------------------------------------------


def test_the_program_locks_itself_when_one_has_chosen(
    window: MainWindow, wing: SettingsWing, preferences: PreferencesFile
) -> None:
    wing.open(SECURITY)

    wing.page.security._minutes.choose("3")
    wing.page.security._minutes.edited.emit()

    assert preferences.current.lock_minutes == 3
    assert window.idle_watch.minutes == 3
    assert "Låser om 3 min." in texts_shown(window)


def test_a_new_recovery_key_is_shown_printed_and_taken_into_use(
    qtbot: QtBot, window: MainWindow, wing: SettingsWing, made: NewStore
) -> None:
    wing.open(SECURITY)
    section = wing.page.security
    section._new.click()
    key = wing.access._new_key
    qtbot.waitUntil(lambda: key.split("-")[0] in texts_shown(section))

    section._print.click()
    dialog = next(child for child in window.findChildren(QPrintDialog) if child.isVisible())
    assert dialog.printer().docName() == "Nødnøgle"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert "Lolland Kommune, Integrationsteamet" in text_of(wing.access.sheet())
    section._stored.setChecked(True)
    section._password.line.setText(PASSWORD)
    section._want_use()

    assert "Den nye nødnøgle er taget i brug." in texts_shown(window)
    assert not section._renewal.isVisible()
    window.close()
    open_with_recovery_key(made.store.path, recovery_key=key).close()


def test_a_new_key_one_does_not_want_after_all_is_gone(wing: SettingsWing) -> None:
    wing.open(SECURITY)
    section = wing.page.security
    section._new.click()
    assert section._renewal.isVisible()

    section._drop()

    assert not section._renewal.isVisible()
    assert wing.access._new_key == ""


def test_the_key_can_be_saved_as_a_file(wing: SettingsWing, tmp_path: Path) -> None:
    wing.open(SECURITY)
    wing.page.security._new.click()

    wing.page.security._save.click()
    dialog = next(iter(wing.page.security.findChildren(QFileDialog)))
    dialog.reject()
    wing.page.security.path_chosen.emit(str(tmp_path / "nøgle.pdf"))

    assert wing.access._new_key.split("-")[0] in text_of((tmp_path / "nøgle.pdf").read_bytes())


# Backups -------------------------------------------------------------------------------------------------------------


def test_a_backup_is_made_now_and_told(qtbot: QtBot, desk: Desk, wing: SettingsWing, tmp_path: Path) -> None:
    wing.open(BACKUP)
    assert "Uden sikkerhedskopi er alle sager tabt" in texts_shown(wing.page)
    folder = tmp_path / "kopier"
    folder.mkdir()

    wing.page.backup.folder_chosen.emit(str(folder))
    wing.page.backup._make.click()
    assert wing.page.backup._make.text() == "Laver sikkerhedskopien …"
    qtbot.waitUntil(wing.page.backup._make.isEnabled)

    assert len(list(folder.glob("*.store"))) == 1
    assert "Lavede sikkerhedskopien" in texts_shown(wing.page)
    assert "Sidste sikkerhedskopi i dag kl. " in texts_shown(desk.shell.status)


def test_a_backup_without_a_folder_says_where_to_begin(qtbot: QtBot, wing: SettingsWing) -> None:
    wing.open(BACKUP)

    wing.page.backup._make.click()

    qtbot.waitUntil(lambda: "Vælg først en mappe til sikkerhedskopierne." in texts_shown(wing.page))
    assert focused() is wing.page.backup._folder.button


# This computer -------------------------------------------------------------------------------------------------------


def test_looks_hold_at_once_and_after_the_next_start(
    wing: SettingsWing, theme: Theme, preferences: PreferencesFile
) -> None:
    wing.open(LOOKS)

    wing.page.looks.colours_chosen.emit("dark")
    wing.page.looks.percent_chosen.emit(125)

    assert (theme.colour_choice, theme.text_scale) == (ColourChoice.DARK, 125)
    kept = PreferencesFile(Path(preferences.place)).current
    assert (kept.colours, kept.text_percent) == ("dark", 125)


def test_text_made_larger_by_keys_is_remembered(desk: Desk, wing: SettingsWing, preferences: PreferencesFile) -> None:
    wing.open(LOOKS)

    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert preferences.current.text_percent == 110
    assert desk.settings_wing.page.looks._percent.key() == "110"


def test_another_language_takes_hold_when_one_has_locked_and_unlocked(
    qtbot: QtBot, window: MainWindow, wing: SettingsWing
) -> None:
    wing.open(LANGUAGE)
    wing.page.language.language_chosen.emit("en")
    assert "Træder i kraft, når du har låst og låst op igen." in texts_shown(wing.page)

    window.lock()
    qtbot.waitUntil(lambda: window._office is None)

    assert translation.language() == translation.ENGLISH
    assert "Unlock the cases" in texts_shown(window)
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None
    window.desk.settings_wing.open(LANGUAGE)
    assert "Plans and other papers for citizens are in Danish whatever is chosen here." in texts_shown(window.desk)


def test_about_tells_version_places_and_licences(qtbot: QtBot, wing: SettingsWing, made: NewStore) -> None:
    wing.open(ABOUT)

    qtbot.waitUntil(lambda: str(made.store.path) in texts_shown(wing.page))
    assert __version__ in texts_shown(wing.page)
    assert "Mozilla Public License 2.0" in texts_shown(wing.page)


def test_another_store_is_opened_after_locking(qtbot: QtBot, window: MainWindow, wing: SettingsWing) -> None:
    wing.open(ABOUT)

    wing.page.about.other_file_wanted.emit()
    qtbot.waitUntil(lambda: window.desk is None)

    dialog = next(child for child in window.findChildren(QFileDialog) if child.isVisible())
    dialog.reject()
    assert window.unlock_screen.isVisible()


def test_a_new_store_is_made_after_locking_and_one_can_still_go_back(
    qtbot: QtBot, window: MainWindow, wing: SettingsWing
) -> None:
    wing.open(ABOUT)

    wing.page.about.new_file_wanted.emit()
    qtbot.waitUntil(lambda: window.ways_in.guide is not None)

    press(Qt.Key.Key_Escape)
    assert window.unlock_screen.isVisible()
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None


@pytest.mark.parametrize("section", [ME, TEAM, SECURITY, BACKUP, LOOKS, LANGUAGE, ABOUT])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, window: MainWindow, wing: SettingsWing, theme: Theme, section: str, percent: int
) -> None:
    theme.choose_text_scale(percent)
    wing.open(section)
    if section == SECURITY:
        wing.access.draw_key()
        wing.access.use_key("", is_stored=False)

    qtbot.waitUntil(lambda: clipped_texts(wing.page) == [])
    assert unnamed_widgets(window) == []
