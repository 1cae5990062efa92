"""Hent en sikkerhedskopi frem: the guide in the real window, from every place that leads to it, by the keyboard."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.application.preferences import PassingPreferences, Preferences
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.presenters.backup_age import AgeNotice
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.store import create_store, open_store
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.restore_guide import RestoreGuide
from desktop_app.ui.settings_page import BACKUP
from desktop_app.ui.theme import Theme
from tests.storage.builders import CHEAP, PASSWORD, a_case, save_new
from tests.ui.screens.at_the_keyboard import focused, open_at_the_keyboard, press, texts_shown, type_text
from tests.ui.screens.conftest import today

NEW = "fem helt andre ord"
AT = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StoreKeys.set_password, "__defaults__", (CHEAP,))


class Team:
    """A store with two cases, and two backups: of none of them, and of the first."""

    def __init__(self, folder: Path) -> None:
        self.place, self.copies = folder / "sager" / "enplan.store", folder / "kopier"
        self.copies.mkdir()
        new = create_store(
            self.place,
            user="Mette Jensen",
            initials="MJ",
            password=PASSWORD,
            municipality=Municipality(id="municipality", code="360", name="Lolland Kommune"),
            cost=CHEAP,
        )
        self.recovery_key = new.recovery_key
        with new.store as store:
            backups = StoreBackupFolder(store, self.copies)
            self.older = Path(backups.make(AT - timedelta(days=1)).path)
            save_new(store, a_case("2026-001"))
            self.latest = Path(backups.make(AT).path)
            save_new(store, a_case("2026-002"))

    def cases(self, password: str = PASSWORD) -> list[str]:
        with open_store(self.place, password=password) as store:
            return sorted(line.case_number for line in store.read.case_lines())


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, team: Team) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(team.place), today, PassingPreferences(Preferences(backup_folder=str(team.copies))))
    open_at_the_keyboard(window, qtbot)
    yield window
    window.leaving._has_failed = True  # do not stay for a backup
    window.close()


@pytest.fixture
def guide(window: MainWindow) -> RestoreGuide:
    window.unlock_screen.backup_wanted.emit()
    return shown_in(window)


def shown_in(window: MainWindow) -> RestoreGuide:
    guide = window.ways_in.restore_guide
    assert guide is not None
    assert guide.isVisible()
    return guide


def is_done(guide: RestoreGuide) -> bool:
    return guide.result.isVisible()


def test_the_latest_is_fetched_back_by_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, guide: RestoreGuide, team: Team
) -> None:
    assert focused() is guide.choosing.table
    assert guide.choosing.table.selected_id() == str(team.latest)
    press(Qt.Key.Key_Return)
    assert "gemmes ved siden af under et andet navn" in texts_shown(guide)
    assert focused() is guide.opening.password.line
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    assert guide._next.text() == "Kontrollerer sikkerhedskopien …"
    assert not guide._cancel.isEnabled()

    qtbot.waitUntil(lambda: is_done(guide))

    [aside] = team.place.parent.glob("enplan.aside-*.store")
    assert f"Det, der lå der før, er gemt som {aside}." in texts_shown(guide)
    press(Qt.Key.Key_Return)
    assert window.unlock_screen.isVisible()
    assert team.cases() == ["2026-001"]


def test_an_older_one_is_chosen_in_the_list(qtbot: QtBot, guide: RestoreGuide, team: Team) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: is_done(guide))

    assert team.cases() == []


def test_the_paper_opens_it_too_and_a_new_password_is_set(qtbot: QtBot, guide: RestoreGuide, team: Team) -> None:
    press(Qt.Key.Key_Return)
    guide.opening.by_key.setFocus()
    press(Qt.Key.Key_Space)
    guide.opening.key.setFocus()
    type_text(team.recovery_key.lower().replace("-", " "))
    guide.opening.new.line.setFocus()
    type_text(NEW)
    assert "Stærk adgangskode" in texts_shown(guide)
    guide.opening.again.setFocus()
    type_text(NEW)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: is_done(guide))

    assert team.cases(NEW) == ["2026-001"]


def test_a_wrong_password_is_said_at_its_field_and_nothing_is_touched(
    qtbot: QtBot, guide: RestoreGuide, team: Team
) -> None:
    press(Qt.Key.Key_Return)
    type_text("noget helt andet")
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Adgangskoden passer ikke. Prøv igen." in texts_shown(guide))

    assert focused() is guide.opening.password.line
    assert team.cases() == ["2026-001", "2026-002"]


def test_a_damaged_backup_is_said_and_another_can_be_chosen(qtbot: QtBot, guide: RestoreGuide, team: Team) -> None:
    team.latest.write_bytes(team.latest.read_bytes()[:-1000])
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "er beskadiget og blev ikke brugt" in texts_shown(guide))

    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.choosing.isVisible()
    assert team.cases() == ["2026-001", "2026-002"]


def test_escape_leads_back_to_the_password_and_nothing_is_touched(
    window: MainWindow, guide: RestoreGuide, team: Team
) -> None:
    press(Qt.Key.Key_Return)
    guide.opening.password.line.setText(PASSWORD)

    press(Qt.Key.Key_Escape)

    assert window.unlock_screen.isVisible()
    assert window.ways_in.restore_guide is None
    assert team.cases() == ["2026-001", "2026-002"]


def test_another_folder_and_a_single_file_may_be_chosen(guide: RestoreGuide, team: Team, tmp_path: Path) -> None:
    guide.choosing.folder_chosen.emit(str(tmp_path))
    assert f"Der ligger ingen sikkerhedskopi i mappen {tmp_path}." in texts_shown(guide)
    assert not guide.choosing.table.isVisible()

    guide.choosing.file_chosen.emit(str(team.older))

    assert guide.choosing.table.selected_id() == str(team.older)


def test_a_store_that_cannot_be_opened_leads_to_it(qtbot: QtBot, theme: Theme, team: Team) -> None:  # noqa: ARG001 - as above
    team.place.write_bytes(b"")
    window = MainWindow(Door(team.place), today)
    open_at_the_keyboard(window, qtbot)
    assert window.unlock_screen._refusal is not None

    window.unlock_screen._refusal.backup.click()

    assert shown_in(window).choosing.folder.path() == ""
    window.close()


def test_an_empty_computer_leads_to_it_and_back(qtbot: QtBot, theme: Theme, team: Team, tmp_path: Path) -> None:  # noqa: ARG001 - as above
    window = MainWindow(Door(tmp_path / "ny pc" / "enplan.store"), today)
    open_at_the_keyboard(window, qtbot)
    assert window.ways_in.guide is not None
    window.ways_in.guide.welcome._have_backup.click()
    guide = shown_in(window)
    press(Qt.Key.Key_Escape)
    assert window.ways_in.guide is not None

    window.ways_in.guide.welcome._have_backup.click()
    guide = shown_in(window)
    guide.choosing.folder_chosen.emit(str(team.copies))
    press(Qt.Key.Key_Return)
    assert "gemmes ved siden af" not in texts_shown(guide)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_done(guide))
    press(Qt.Key.Key_Return)

    assert window.unlock_screen.isVisible()
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None
    window.close()


def test_the_settings_lead_to_it_and_lock_first(qtbot: QtBot, window: MainWindow) -> None:
    window.unlocking.try_password("", PASSWORD)
    desk = window.desk
    assert desk is not None
    desk.settings_wing.open(BACKUP)

    desk.settings_wing.page.backup._restore.click()

    qtbot.waitUntil(lambda: window.ways_in.restore_guide is not None)
    assert not window.findChildren(type(desk))
    assert window._office is None


def test_a_second_folder_is_chosen_and_backed_up_to(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None
    wing = window.desk.settings_wing
    wing.open(BACKUP)
    wing.page.backup.second_chosen.emit(str(stick))
    assert window.choices.current.second_backup_folder == str(stick)

    wing.page.backup._make.click()
    qtbot.waitUntil(lambda: len(list(stick.glob("*.store"))) == 1)

    wing.page.backup._no_second.click()
    assert window.choices.current.second_backup_folder == ""


def test_a_second_folder_that_is_gone_is_said_when_one_locks(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.choices.keep(Preferences(backup_folder=str(tmp_path / "kopier"), second_backup_folder=str(tmp_path / "væk")))
    window.unlocking.try_password("", PASSWORD)

    window.lock()
    qtbot.waitUntil(window.unlock_screen._unlock.isEnabled)

    assert "Den anden sikkerhedskopi blev ikke lavet" in texts_shown(window)
    assert len(list((tmp_path / "kopier").glob("*.store"))) == 3


def test_the_age_of_the_backup_is_said_above_every_page_and_may_be_hidden_for_the_day(window: MainWindow) -> None:
    window.unlocking.try_password("", PASSWORD)
    assert window.desk is not None
    notices = window.desk._notices
    notices.show_backup_age(None)
    assert not notices._backup.isVisible()

    notices.show_backup_age(AgeNotice("Den nyeste sikkerhedskopi er 5 dage gammel", "Gør noget."))
    assert notices._backup.isVisible()
    notices._hide_age()
    notices.show_backup_age(AgeNotice("Den nyeste sikkerhedskopi er 5 dage gammel", "Gør noget."))
    assert not notices._backup.isVisible()
    notices.show_backup_age(AgeNotice("Den nyeste sikkerhedskopi er 6 dage gammel", "Gør noget."))
    assert notices._backup.isVisible()

    notices.folder_wanted.emit()
    assert window.desk.settings_wing.page.backup.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, guide: RestoreGuide, theme: Theme, percent: int
) -> None:
    theme.choose_text_scale(percent)
    for step in (guide.choosing, guide.opening, guide.result):
        qtbot.waitUntil(step.isVisible)
        qtbot.waitUntil(lambda: clipped_texts(guide) == [])
        assert unnamed_widgets(guide) == []
        if step is guide.opening:
            type_text(PASSWORD)
        if step is not guide.result:
            press(Qt.Key.Key_Return)
